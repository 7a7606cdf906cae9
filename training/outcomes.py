"""Train what probably is settled although nothing marks it: python training/outcomes.py

In: annotated minutes (`annotated.py`) and `tests/sentences/outcomes.csv`. Out: the weights in
`lrtgraph/data/outcome_words.csv`, over the features of `lrtgraph.extraction.outcomes.prose.likely`. A sentence without
a marked outcome has the kind of the outcome that people marked there, if any.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator

from annotated import ROOT, analysed, annotated, same_place, shared
from linear import Case, train

from lrtgraph.build.reader import Reader
from lrtgraph.extraction.context import Reading
from lrtgraph.extraction.outcomes.finding import found_outcomes
from lrtgraph.extraction.outcomes.prose.likely import KINDS, NOTHING, Unmarked, features
from lrtgraph.records import Span
from lrtgraph.resources import Settings


def of_minutes(reader: Reader) -> Iterator[Case]:
    """Each unmarked sentence of the annotated minutes."""
    for minutes in annotated():
        reading = analysed(reader, minutes.name, minutes.text)
        marked, unmarked = _read(reading)
        rows = [row for row in minutes.record["outcomes"] if not any(shared(span, row) > 0 for span in marked)]
        for one, span in unmarked:
            kinds = (row["kind"] for row in rows if same_place(span, row))
            yield Case(tuple(features(one)), next(kinds, NOTHING))


def of_sentences(reader: Reader) -> Iterator[Case]:
    """The tests' sentences in which the rules find nothing, most of which look like an outcome and are none."""
    with (ROOT / "tests" / "sentences" / "outcomes.csv").open(encoding="utf-8", newline="") as rows:
        texts = "\n".join(f"- {row['sentence']}" for row in csv.DictReader(rows) if not row["outcomes"])
    reading = analysed(reader, "sentences.txt", f"Verslag LRT 12 februari 2024\n\n1. Stand van zaken\n\n{texts}\n")
    for one, _ in _read(reading)[1]:
        yield Case(tuple(features(one)), NOTHING)


def _read(reading: Reading) -> tuple[list[Span], list[tuple[Unmarked, Span]]]:
    """Where a document's marked outcomes stand, and its unmarked sentences."""
    met: list[Unmarked] = []
    marked = [reading.span(found.block, found.start, found.end) for found in found_outcomes(reading, met.append)]
    spans = (reading.span(one.block, one.sentence.start_char, one.sentence.end_char) for one in met)
    return marked, list(zip(met, spans, strict=True))


if __name__ == "__main__":
    reader = Reader(Settings())
    train([*of_minutes(reader), *of_sentences(reader)], KINDS, "outcome_words", strength=0.3, seen=3)
