"""How long it takes to keep the short edges and to validate, as the graph grows.

    python benchmarks/bench_validate.py [--documents 150]

On a graph of the example minutes, many times over with dates of their own, it prints: the facts that `validate`
checks in a second and what 100,000 facts would take; how much longer a graph three times as large takes to validate
(3.0: in proportion); and how much longer it takes there to derive the edges of one document more (1.0: the size does
not matter).
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from graphs import gold_records

from lrtgraph import gazetteer, rdf
from lrtgraph import vocabulary as v
from lrtgraph.derivation import changed, derive
from lrtgraph.records import Record
from lrtgraph.store import Store, open_store
from lrtgraph.validation import validate


def copies(count: int) -> Iterator[Record]:
    """The example minutes over and over, each copy a document and a meeting of its own."""
    records = gold_records()
    for number in range(count):
        record = records[number % len(records)]
        day = (date(2000, 1, 1) + timedelta(days=(number * 7919) % (count + 1))).isoformat()
        yield replace(
            record,
            document=replace(record.document, sha256=f"{number:064x}"),
            meeting=replace(record.meeting, date=day, earliest=day, latest=day),
        )


def facts(record: Record) -> int:
    """How many facts a record holds."""
    parts = (record.outcomes, record.statements, record.targets, record.ownership, record.participants)
    return sum(map(len, parts))


def measure(store: Store, documents: int) -> tuple[float, float, int]:
    """Seconds to validate, seconds to derive the edges of one document more, and the number of facts."""
    names = gazetteer.load()
    store.replace([], gazetteer.quads())
    *records, last = copies(documents + 1)
    for record in records:
        store.replace([], rdf.quads(record, names))
    derive(store, everything=True)
    started = time.process_time()
    grave = [finding for finding in validate(store) if finding.severity == "violation"]
    validated = time.process_time() - started
    if grave:
        raise SystemExit(f"the graph does not conform: {grave[0].messages['en']}")
    sha = last.document.sha256
    seconds = []
    for _ in range(3):
        store.replace([v.graph_iri(sha)], [*rdf.quads(last, names), *changed([sha])])
        started = time.process_time()
        derive(store)
        seconds.append(time.process_time() - started)
    return validated, min(seconds), sum(map(facts, records))


def main() -> None:
    """Measure at a size and at a third of it, and print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=150)
    most: int = parser.parse_args().documents
    results = []
    with tempfile.TemporaryDirectory() as folder:
        for documents in (3, most // 3, most):
            with open_store(f"{folder}/{documents}.db", write=True) as store:
                results.append((documents, *measure(store, documents)))
    _, (_, validated_few, one_few, _), (documents, validated, one, count) = results
    print(
        f"validate: {count} facts of {documents} documents in {validated:.1f} s CPU, {count / validated:.0f} a second"
    )
    print(f"          100,000 facts would take {100_000 * validated / count / 60:.1f} min")
    print(
        f"          three times the documents take {validated / validated_few:.2f} times as long (3.0: in proportion)"
    )
    print(f"derive:   one document more in {one * 1000:.0f} ms, {one / one_few:.2f} times what it takes in a third")


if __name__ == "__main__":
    main()
