"""The facts of a graph as rows: who did what, towards whom, about what, and the sentence that proves it.

Each query is over the union of all named graphs; the rows are what the NetworkX projection and the map are made of.
Since all facts are read, every property is read whole and these are joined: that is three times as fast as looking
each fact's properties up.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, TypedDict

from lrtgraph import vocabulary as v
from lrtgraph.network.things import MeetingRow, Thing, read_meetings, read_rows, read_things, whole
from lrtgraph.store import Store


@dataclass(frozen=True, slots=True)
class FactRow:
    """One fact with its place: `kind` is statement, responsibility, attendance, target or the kind of an outcome.

    `who`, `to` and `about` are IRIs: for a statement its speakers, addressees and topics; for an outcome owners,
    partners and topics; for a responsibility the actor and, in `about`, the instrument; for an attendance the person
    and, in `to`, the seat. `status` is that of an attendance or a target; a target has its `value`, the `unit` and by
    when (`by`), as the minutes say it. `line` counts from 1 in the document's text, `start` and `end` are
    offsets there, and `quote` is what stands between them with single spaces.
    """

    iri: str
    kind: str
    act: str | None
    meeting: str
    document: str = ""
    line: int = 0
    page: int | None = None
    start: int = 0
    quote: str = ""
    confidence: float = 1.0
    role: str | None = None
    deadline: str | None = None
    who: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    status: str | None = None
    value: float | None = None
    unit: str | None = None
    by: str | None = None
    end: int = 0


@dataclass(frozen=True, slots=True)
class Facts:
    """All facts of a graph with the things, meetings and documents that they speak of, by IRI."""

    rows: tuple[FactRow, ...]
    things: dict[str, Thing] = field(default_factory=dict)
    meetings: dict[str, MeetingRow] = field(default_factory=dict)
    documents: dict[str, str] = field(default_factory=dict)


_KINDS: Final = {
    v.STATEMENT: "statement",
    v.RESPONSIBILITY: "responsibility",
    v.ATTENDANCE: "attendance",
    v.TARGET: "target",
    **{iri: kind for kind, iri in v.OUTCOME_KINDS.items()},
}
_ARGUMENTS: Final = {
    v.SPEAKER: "who",
    v.OWNER: "who",
    v.ACTOR_OF: "who",
    v.PERSON_OF: "who",
    v.ADDRESSEE: "to",
    v.PARTNER: "to",
    v.SEAT: "to",
    v.ABOUT: "about",
    v.INSTRUMENT_OF: "about",
}


def read_facts(store: Store) -> Facts:
    """Read all facts with evidence, in a stable order: by document, place in its text and IRI.

    >>> import tempfile
    >>> from lrtgraph.store import open_store
    >>> with tempfile.TemporaryDirectory() as folder, open_store(folder + "/graph.db", write=True) as store:
    ...     read_facts(store).rows
    ()
    """
    rows = sorted(_rows(store), key=lambda row: (row.document, row.start, row.iri))
    wanted = {iri for row in rows for iri in (*row.who, *row.to, *row.about)}
    return Facts(tuple(rows), read_things(store, wanted), read_meetings(store), _documents(store))


def _arguments(store: Store) -> dict[str, dict[str, list[str]]]:
    found: dict[str, dict[str, list[str]]] = {}
    properties = " ".join(f"<{iri}>" for iri in _ARGUMENTS)
    query = f"SELECT ?fact ?property ?thing {{ VALUES ?property {{ {properties} }} ?fact ?property ?thing }}"
    for fact, prop, thing in read_rows(store, query):
        if fact and prop and thing:
            found.setdefault(fact, {}).setdefault(_ARGUMENTS[prop], []).append(thing)
    return found


_CLASSES: Final = " ".join(f"<{iri}>" for iri in _KINDS)
_FACTS: Final = f"""
SELECT DISTINCT ?fact ?class ?act ?meeting ?document ?line ?page ?start ?end ?quote ?confidence ?role ?date ?words
  ?status ?value ?unit ?by {{
  {{ SELECT ?fact ?class WHERE {{ VALUES ?class {{ {_CLASSES} }} ?fact a ?class }} }}
  {whole("fact", "lrt:meeting", "meeting")}
  {whole("fact", "lrt:document", "document")}
  {whole("fact", "lrt:confidence", "confidence")}
  {whole("fact", "lrt:evidence", "evidence")}
  {whole("evidence", "lrt:line", "line")}
  {{ SELECT ?evidence ?start ?end WHERE {{
    {whole("evidence", "oa:hasSelector", "place")} {whole("place", "oa:start", "start")}
    {whole("place", "oa:end", "end")} }} }}
  {{ SELECT ?evidence ?quote WHERE {{
    {whole("evidence", "oa:hasSelector", "words")} {whole("words", "oa:exact", "quote")} }} }}
  OPTIONAL {whole("evidence", "lrt:page", "page")}
  OPTIONAL {whole("fact", "lrt:act", "act")}
  OPTIONAL {whole("fact", "lrt:role", "role")}
  OPTIONAL {whole("fact", "lrt:deadline", "date")}
  OPTIONAL {whole("fact", "lrt:deadlineText", "words")}
  OPTIONAL {{ SELECT ?fact ?status WHERE {{ ?fact lrt:attendanceStatus|lrt:targetStatus ?status }} }}
  OPTIONAL {whole("fact", "lrt:value", "value")}
  OPTIONAL {whole("fact", "lrt:unit", "unit")}
  OPTIONAL {{ SELECT ?fact ?by WHERE {{ ?fact lrt:byDate|lrt:byText ?by }} }}
}}"""


def _rows(store: Store) -> Iterator[FactRow]:
    arguments = _arguments(store)
    for row in read_rows(store, _FACTS):
        fact, cls, act, meeting, document, line, page, start, end, quote, confidence, role, date, words, *told = row
        status, value, unit, by = told
        if not (fact and cls and meeting and document and line and start and end and quote and confidence):
            continue
        yield FactRow(
            iri=fact,
            kind=_KINDS[cls],
            act=_end(act),
            meeting=meeting,
            document=document,
            line=int(line),
            page=int(page) if page else None,
            start=int(start),
            quote=" ".join(quote.split()),
            confidence=float(confidence),
            role=role,
            deadline=words or date,
            status=_end(status),
            value=float(value) if value else None,
            unit=unit,
            by=by,
            end=int(end),
            **_sides(arguments, fact),
        )


def _end(iri: str | None) -> str | None:
    """The id of a member of a scheme."""
    return iri.rsplit("/", 1)[1] if iri else None


class _Sides(TypedDict):
    """Who did it, towards whom and about what."""

    who: tuple[str, ...]
    to: tuple[str, ...]
    about: tuple[str, ...]


def _sides(arguments: dict[str, dict[str, list[str]]], fact: str) -> _Sides:
    has = arguments.get(fact, {})
    who, to, about = (tuple(sorted(has.get(side, ()))) for side in ("who", "to", "about"))
    return {"who": who, "to": to, "about": about}


def _documents(store: Store) -> dict[str, str]:
    query = "SELECT ?document (MIN(?l) AS ?label) { ?document a lrt:Document ; rdfs:label ?l } GROUP BY ?document"
    return {iri: label for iri, label in read_rows(store, query) if iri and label}
