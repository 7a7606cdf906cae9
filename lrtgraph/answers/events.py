"""What happened: to one thing over time, and in one meeting."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from pyoxigraph import NamedNode

from lrtgraph import names, queries
from lrtgraph.answers.reading import evidence, facts, ids, iso, terms
from lrtgraph.answers.rows import Evidence, Row, Rows, explained
from lrtgraph.errors import UnknownNameError
from lrtgraph.sparql import Source, select


@dataclass(frozen=True, slots=True)
class Event(Row):
    """One thing that happened: `what` is an outcome's kind, an act, "doel", or "verantwoordelijkheid" with its role."""

    columns: ClassVar = ("meeting_label", "what", "role", "actors", "evidence")

    date: str | None
    meeting: str | None
    what: str
    role: str | None
    actors: tuple[str, ...]
    text: str
    evidence: tuple[Evidence, ...]
    latest: str | None = explained()
    confidence: float | None = explained()
    rule: str | None = explained()
    meeting_label: str | None = explained()
    fact: str | None = explained()


@dataclass(frozen=True, slots=True)
class Point(Row):
    """One point of a meeting's summary, under its item of the agenda."""

    columns: ClassVar = ("item", "what", "actors", "about", "deadline", "evidence")

    item: str | None
    what: str
    actors: tuple[str, ...]
    about: tuple[str, ...]
    deadline: str | None
    text: str
    meeting: str
    evidence: tuple[Evidence, ...]
    confidence: float | None = explained()
    rule: str | None = explained()
    fact: str | None = explained()


def timeline(
    source: Source, name: str, *, since: str | None = None, until: str | None = None, meeting: str | None = None,
    language: str = "nl",
) -> Rows[Event]:  # fmt: skip
    """Everything that was settled, said, measured or laid down about a thing or by an actor, the earliest first.

    Raises UnknownNameError for a name that nothing has, QueryError for a wrong date.
    """
    given = {"concept": name, "since": since, "until": until, "meeting": meeting}
    return Rows(
        (
            Event(
                what=row["what"],
                role=row["role"],
                actors=ids(row["actors"]),
                latest=iso(row["latest"]),
                confidence=row["confidence"],
                rule=row["rule"],
                **shared,
            )
            for row, shared in facts(source, "timeline", terms(source, given, language), language)
        ),
        Event,
    )


def summary(source: Source, name: str, *, language: str = "nl") -> Rows[Point]:
    """What a meeting settled, asked and promised, in the order of its document.

    `name` is a meeting's id, label or date, or the file name of a document that reports on it.

    Raises UnknownNameError where there is no such meeting or document.
    """
    meeting = meeting_of(source, name)
    return Rows(
        (
            Point(
                item=_item(row),
                what=row["what"],
                actors=ids(row["actors"]),
                about=ids(row["abouts"]),
                deadline=iso(row["deadline"]),
                text=row["quote"],
                meeting=meeting.id,
                evidence=(evidence(row),),
                confidence=row["confidence"],
                rule=row["rule"],
                fact=row["fact"],
            )
            for row in queries.ask(source, "meeting-summary", {"meeting": NamedNode(meeting.iri)})
        ),
        Point,
    )


def meeting_of(source: Source, name: str) -> names.Name:
    """The meeting of this name, or the one that the document of this name reports on."""
    try:
        return names.meeting(source, name)
    except UnknownNameError as unknown:
        try:
            document = names.document(source, name)
        except UnknownNameError:
            raise unknown from None
    found = select(source, f"SELECT ?meeting WHERE {{ {NamedNode(document.iri)} lrt:reportsOn ?meeting }}")
    return names.meeting(source, next(found)["meeting"])


def _item(row: dict[str, Any]) -> str | None:
    if row["item"] is None:
        return None
    return f"{row['item_number']}. {row['item']}" if row["item_number"] else str(row["item"])
