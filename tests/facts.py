"""What a record says, to be held against what another says of the same minutes in another form."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

from graphs import MINUTES
from minutes import reader

from lrtgraph.documents import read
from lrtgraph.records import Document, Record

EXAMPLES = sorted(MINUTES.glob("*.txt"))


def facts(record: Record) -> Counter[object]:
    """All that a record says, but for offsets and white space."""

    def words(text: str) -> str:
        return " ".join(text.split())

    found: Counter[object] = Counter([record.meeting])
    found.update((words(m.text), m.concept) for m in record.mentions)
    found.update((p.name, p.concept, p.status) for p in record.participants)
    found.update((a.number, words(a.title)) for a in record.agenda)
    found.update((o.kind, words(o.evidence.text), o.owners, o.partners, o.about, o.deadline) for o in record.outcomes)
    found.update((s.speakers, s.act, s.addressees, s.about, words(s.evidence.text)) for s in record.statements)
    found.update((t.value, t.unit, t.by, t.about, t.status, words(t.evidence.text)) for t in record.targets)
    found.update((r.instrument, r.actor, r.role, words(r.evidence.text)) for r in record.ownership)
    return found


@cache
def facts_of_text(path: Path) -> Counter[object]:
    return facts(reader().read(read(path.name, path.read_bytes())))


def lines(document: Document) -> list[str]:
    return [line for line in document.text.split("\n") if line.strip()]
