"""What happened: to one thing over time, and in one meeting."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final

from pyoxigraph import NamedNode

from lrtgraph import names, queries
from lrtgraph import vocabulary as v
from lrtgraph.answers.facts import evidence, facts, ids, iso, listed_evidence, status_evidence
from lrtgraph.answers.rows import Evidence, Row, Rows, explained
from lrtgraph.errors import InputError, UnknownNameError
from lrtgraph.queries.arguments import terms
from lrtgraph.sparql import Day, Source, Term, bind, select
from lrtgraph.vocabulary import local_id


@dataclass(frozen=True, slots=True)
class Event(Row):
    """One thing that happened: `what` is an outcome's kind, an act, "verantwoordelijkheid" with its `role`, the status
    of a figure ("target", "realised", ...) with the number and unit for `role`, or what minutes say came of an earlier
    outcome ("done", "dropped", "removed"), of whose owners and subjects it then is.

    A promise that the minutes give as an outcome is that outcome, once. `actors` are who settled, said or answers for
    it, `about` the subjects (ids).
    """

    columns: ClassVar = ("meeting_label", "what", "role", "actors", "about", "evidence")

    date: str | None
    meeting: str | None
    what: str
    role: str | None
    actors: tuple[str, ...]
    about: tuple[str, ...]
    text: str
    evidence: tuple[Evidence, ...]
    latest: str | None = explained()
    confidence: float | None = explained()
    rule: str | None = explained()
    meeting_label: str | None = None
    fact: str | None = explained()


@dataclass(frozen=True, slots=True)
class Point(Row):
    """One point of a summary, under its item of the agenda; `meeting_label` is given where a time was asked for.

    `what` is an outcome's kind, an act, or what the minutes say came of an earlier task ("done"). `status` is what
    later minutes say came of an outcome, proved by `status_evidence`.
    """

    columns: ClassVar = (
        "meeting_label", "item", "what", "actors", "about", "deadline", "status", "evidence", "status_evidence",
    )  # fmt: skip

    item: str | None
    what: str
    actors: tuple[str, ...]
    about: tuple[str, ...]
    deadline: str | None
    text: str
    meeting: str
    evidence: tuple[Evidence, ...]
    status: str | None = None
    status_evidence: tuple[Evidence, ...] = ()
    confidence: float | None = explained()
    rule: str | None = explained()
    meeting_label: str | None = None
    fact: str | None = explained()


def timeline(
    source: Source, name: str, *, since: Day | None = None, until: Day | None = None, meeting: str | None = None,
    language: str = "nl",
) -> Rows[Event]:  # fmt: skip
    """Everything that was settled, said, measured or laid down about a thing or by an actor, the earliest first.

    The bare name of a place that acts means both, "place:Ede" only the place.

    Raises UnknownNameError for a name that nothing has, QueryError for a wrong date.
    """
    named = [one for one in names.with_administration(source, name, language) if one]
    held = terms(source, {"since": since, "until": until, "meeting": meeting}, language)
    events = [event for one in named for event in _events(source, {"concept": NamedNode(one.iri), **held}, language)]
    if len(named) > 1:
        events = sorted(dict.fromkeys(events), key=_order)
    return Rows(events, Event)


def _events(source: Source, values: Mapping[str, Term], language: str) -> Iterator[Event]:
    """What happened to one concept, the earliest first."""
    for row, shared in facts(source, "timeline", values, language):
        yield Event(
            what=row["what"],
            role=row["role"],
            actors=ids(row["actors"]),
            about=ids(row["abouts"]),
            latest=iso(row["latest"]),
            confidence=row["confidence"],
            rule=row["rule"],
            **shared,
        )


def _order(event: Event) -> tuple[str, str, int]:
    """By what events of several concepts stand among each other: day, document, and the place in it."""
    proof = event.evidence[0]
    return event.latest or "", proof.document, proof.start


def summary(
    source: Source, name: str | None = None, *, since: Day | None = None, until: Day | None = None, language: str = "nl"
) -> Rows[Point]:
    """What a meeting settled, asked and promised, in the order of its document.

    `name` is a meeting's id, label or date, or the file name of a document that reports on it. Without it come the
    meetings between `since` and `until` (ISO dates), the earliest first.

    Raises UnknownNameError where there is no such meeting or document, QueryError for a wrong date, InputError where
    neither a meeting nor a time is given.
    """
    held = terms(source, {"since": since, "until": until}, language)
    if name is None and not held:
        raise InputError("say which meeting, or which time: --since and --until")
    meetings = _held(source, held) if name is None else [meeting_of(source, name)]
    labels = {meeting.id: meeting.label for meeting in meetings} if name is None else {}
    found = (
        row
        for meeting in meetings
        for row in queries.ask(source, "meeting-summary", {"meeting": NamedNode(meeting.iri)})
    )
    return Rows(
        (
            Point(
                item=_item(row),
                what=row["what"],
                actors=ids(row["actors"]),
                about=ids(row["abouts"]),
                deadline=iso(row["deadline"]),
                text=row["quote"],
                meeting=local_id(row["meeting"]),
                meeting_label=labels.get(local_id(row["meeting"])),
                evidence=(evidence(row), *listed_evidence(row)),
                status=row["status"],
                status_evidence=status_evidence(row),
                confidence=row["confidence"],
                rule=row["rule"],
                fact=row["fact"],
            )
            for row in found
        ),
        Point,
    )


def _held(source: Source, time: Mapping[str, Term]) -> list[names.Name]:
    """The meetings with minutes that can have been held in a time, the earliest first."""
    rows = select(source, bind(_MEETINGS, time))
    return [names.Name(row["meeting"], local_id(row["meeting"]), row["label"]) for row in rows]


_MEETINGS: Final = """SELECT ?meeting ?label (MIN(?last) AS ?latest) WHERE {
  ?document lrt:reportsOn ?meeting .
  ?meeting rdfs:label ?label .
  OPTIONAL { ?meeting lrt:latest ?last }
  #@bind since    ?meeting lrt:latest ?held_by FILTER(?held_by >= ?since)
  #@bind until    ?meeting lrt:earliest ?held_from FILTER(?held_from <= ?until)
} GROUP BY ?meeting ?label ORDER BY ?latest ?label"""


def meeting_of(source: Source, name: str) -> names.Name:
    """The meeting of this name, or the one that the document of this name reports on.

    Raises UnknownNameError where neither is there, InputError where several have the name.
    """
    try:
        return names.meeting(source, name)
    except UnknownNameError as unknown:
        try:
            document = names.document(source, name)
        except UnknownNameError:
            raise unknown from None
    found = select(source, f"SELECT ?meeting WHERE {{ {NamedNode(document.iri)} lrt:reportsOn ?meeting }}")
    return names.meeting(source, next(found)["meeting"])


def minutes_of(source: Source, meeting: str) -> tuple[str, ...]:
    """The file names of the minutes of a meeting (an IRI); none where others only speak of it."""
    return tuple(name for name, kind in _documents_of(source, meeting) if kind == v.MINUTES)


def papers_of(source: Source, meeting: str) -> tuple[tuple[str, str], ...]:
    """The agenda and other papers of a meeting (an IRI): file names with the kind, "agenda", "brief"."""
    return tuple((name, local_id(kind)) for name, kind in _documents_of(source, meeting) if kind != v.MINUTES)


def _documents_of(source: Source, meeting: str) -> list[tuple[str, str]]:
    asked = (
        f"SELECT DISTINCT ?name ?kind WHERE {{ ?document lrt:reportsOn {NamedNode(meeting)} ; rdfs:label ?name "
        f"OPTIONAL {{ ?document <{v.iri('dct:type')}> ?kind }} }} ORDER BY ?name ?kind"
    )
    return [(row["name"], row["kind"] or v.MINUTES) for row in select(source, asked)]


def _item(row: dict[str, Any]) -> str | None:
    if row["item"] is None:
        return None
    return f"{row['item_number']}. {row['item']}" if row["item_number"] else str(row["item"])
