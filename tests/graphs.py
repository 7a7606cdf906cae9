"""Graphs for tests: the gold records of three real documents as a store, whatever the extraction makes of them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from lrtgraph import gazetteer, rdf
from lrtgraph.build.knowledge import refresh_knowledge
from lrtgraph.extraction.statements.course.answering import Turn, answered
from lrtgraph.extraction.statements.course.floor import Contribution
from lrtgraph.rdf.written import is_date
from lrtgraph.records import (
    AgendaItem,
    Document,
    Meeting,
    Mention,
    Outcome,
    Participant,
    Record,
    Responsibility,
    RoleKind,
    Span,
    Statement,
    Target,
)
from lrtgraph.store import Store

ROOT = Path(__file__).parent.parent
MINUTES = ROOT / "examples" / "minutes"
GOLD = ROOT / "tests" / "gold" / "real"

# The gold has no class of role; its short phrases open with one of these words.
_ROLES: tuple[tuple[str, RoleKind], ...] = (
    ("toezicht", "supervision"),
    ("monitor", "supervision"),
    ("opstell", "drafting"),
    ("uitwerk", "drafting"),
    ("behandeling", "decision"),
    ("besluit", "decision"),
    ("uitvoer", "execution"),
)


def _role_kind(role: str) -> RoleKind:
    return next((kind for word, kind in _ROLES if word in role), "task")


def record_of(gold: Mapping[str, Any], data: bytes, media_type: str = "text/plain") -> Record:
    """A `Record` from a gold JSON object and the bytes of its document."""
    text = data.decode()
    document = Document(gold["source"], hashlib.sha256(data).hexdigest(), media_type, text)

    def span(row: Mapping[str, Any]) -> Span:
        assert text[row["start"] : row["end"]] == row["text"]
        return Span(row["start"], row["end"], row["text"])

    def slot(row: Mapping[str, Any]) -> Span:
        start = max(text.find(row["name"]) if row["name"] else -1, 0)
        end = text.find("\n", start)
        return Span(start, end, text[start:end])

    def names(row: Mapping[str, Any], key: str) -> tuple[str, ...]:
        return tuple(row.get(key) or ())

    def turn(row: Mapping[str, Any]) -> Turn:
        speakers, towards, place = names(row, "speakers"), names(row, "addressees"), (0, row["start"], row["end"])
        said = Contribution(speakers, (), row["act"], towards, "gold", 1.0, [place], True, None)
        return Turn(said, span(row), row["text"])

    replies = answered([turn(row) for row in gold["statements"]])
    made = {"rule": "gold", "confidence": 1.0}
    return Record(
        document=document,
        meeting=Meeting(**gold["meeting"]),
        participants=tuple(
            Participant(row["name"], row["concept"], row["status"], slot(row)) for row in gold["participants"]
        ),
        agenda=tuple(AgendaItem(**row) for row in gold["agenda"]),
        mentions=tuple(
            Mention(row["start"], row["end"], row["text"], row["concept"], 0, 0, 0, **made) for row in gold["mentions"]
        ),
        outcomes=tuple(
            Outcome(
                row["kind"],
                span(row),
                names(row, "owners"),
                names(row, "partners"),
                names(row, "about"),
                row["deadline"],
                **made,
                deadline_date=row["deadline"] if is_date(row["deadline"] or "") else None,
            )
            for row in gold["outcomes"]
        ),
        statements=tuple(
            Statement(
                names(row, "speakers"),
                row["act"],
                names(row, "addressees"),
                names(row, "about"),
                span(row),
                **made,
                answers=questions,
            )
            for row, questions in zip(gold["statements"], replies, strict=True)
        ),
        targets=tuple(
            Target(float(row["value"]), row["unit"], row["by"], names(row, "about"), row["status"], span(row), **made)
            for row in gold["targets"]
        ),
        ownership=tuple(
            Responsibility(row["instrument"], row["actor"], row["role"], _role_kind(row["role"]), span(row), **made)
            for row in gold["ownership"]
        ),
    )


@cache
def gold_records() -> tuple[Record, ...]:
    """The records of the three example minutes, as two readers made them."""
    return tuple(
        record_of(json.loads(path.read_text(encoding="utf-8")), (MINUTES / f"{path.stem}.txt").read_bytes())
        for path in sorted(GOLD.glob("*.json"))
    )


def fill(store: Store, records: Iterable[Record], *, with_persons: bool = True) -> None:
    """Write the ontology, the packaged gazetteer and these records to a store that is open for writing."""
    refresh_knowledge(store)
    names = gazetteer.load()
    for record in records:
        store.replace([], rdf.quads(record, names, with_persons=with_persons))
    store.publish()
