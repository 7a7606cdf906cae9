"""The facts of a graph as rows: who did what, towards whom, about what, and the sentence that proves it.

Each query is over the union of all named graphs; the rows are what the NetworkX projection and the map are made of.
Since all facts are read, every property is read whole and these are joined: that is three times as fast as looking
each fact's properties up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, field
from typing import Any, Final, TypedDict

from lrtgraph import vocabulary as v
from lrtgraph.sparql import solutions
from lrtgraph.store import Store


@dataclass(frozen=True, slots=True)
class Thing:
    """A node of the graph that has a name: `kind` is actor, office, instrument, group, person or place."""

    id: str
    iri: str
    kind: str
    cls: str
    label: str
    aliases: tuple[str, ...] = ()
    definition: str = ""


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting: its date where that is known, and the last date it can have been, for putting it in order."""

    iri: str
    label: str
    date: str | None
    latest: str | None
    earliest: str | None = None


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
_PART: Final = 500  # things whose names are asked for at a time
_MOST_SPECIFIC: Final = (
    (v.PERSON, "person"),
    (v.OFFICE, "office"),
    (v.INSTRUMENT, "instrument"),
    (v.TARGET_GROUP, "group"),
    (v.PLACE, "place"),
    (v.ACTOR, "actor"),
    (v.ORGANISATION, "actor"),
    (v.GROUP, "actor"),
    (v.BODY, "actor"),
    *((v.LRT + name, "instrument") for name in v.INSTRUMENT_KINDS),
)


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


def read_rows(store: Store, text: str) -> Iterator[list[str | None]]:
    """The rows of a SELECT as plain texts, for questions with thousands of rows; None for what is unbound.

    >>> import tempfile
    >>> from lrtgraph.store import open_store
    >>> with tempfile.TemporaryDirectory() as folder, open_store(folder + "/graph.db", write=True) as store:
    ...     list(read_rows(store, "SELECT ?n WHERE { VALUES ?n { 1 UNDEF } }"))
    [['1'], [None]]
    """
    for solution in solutions(store, text):
        yield [_value(term) for term in solution]


def _value(term: Any) -> str | None:
    return None if term is None else term.value


def _arguments(store: Store) -> dict[str, dict[str, list[str]]]:
    found: dict[str, dict[str, list[str]]] = {}
    properties = " ".join(f"<{iri}>" for iri in _ARGUMENTS)
    query = f"SELECT ?fact ?property ?thing {{ VALUES ?property {{ {properties} }} ?fact ?property ?thing }}"
    for fact, prop, thing in read_rows(store, query):
        if fact and prop and thing:
            found.setdefault(fact, {}).setdefault(_ARGUMENTS[prop], []).append(thing)
    return found


def whole(subject: str, prop: str, value: str) -> str:
    """A pattern that reads a property whole, for a join of whole properties."""
    return f"{{ SELECT ?{subject} ?{value} WHERE {{ ?{subject} {prop} ?{value} }} }}"


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


def read_things(store: Store, wanted: Set[str]) -> dict[str, Thing]:
    """The things among `wanted` with their names; one without a label goes by the end of its IRI."""
    texts = "skos:notation, skos:prefLabel, skos:altLabel, skos:definition"
    return _things(
        store, wanted, f'?thing ?property ?text FILTER(?property IN ({texts})) FILTER(LANG(?text) IN ("", "nl"))'
    )


def read_kinds(store: Store, wanted: Set[str]) -> dict[str, Thing]:
    """The things among `wanted` with their ids and kinds alone, which takes half as long."""
    return _things(store, wanted, "?thing skos:notation ?text BIND(skos:notation AS ?property)")


def _things(store: Store, wanted: Set[str], named: str) -> dict[str, Thing]:
    """The things among `wanted`, with what the pattern `named` finds as their ?text for a ?property."""
    classes: dict[str, set[str]] = {}
    labels: dict[str, dict[str, list[str]]] = {}
    ordered = sorted(wanted)
    for start in range(0, len(ordered), _PART):
        values = " ".join(f"<{iri}>" for iri in ordered[start : start + _PART])
        for thing, cls in read_rows(
            store, f"SELECT DISTINCT ?thing ?class {{ VALUES ?thing {{ {values} }} ?thing a ?class }}"
        ):
            if thing and cls:
                classes.setdefault(thing, set()).add(cls)
        query = f"SELECT DISTINCT ?thing ?property ?text {{ VALUES ?thing {{ {values} }} {named} }}"
        for thing, prop, text in read_rows(store, query):
            if thing and prop and text:
                labels.setdefault(thing, {}).setdefault(prop.rsplit("#", 1)[1], []).append(text)
    return {iri: _thing(iri, classes.get(iri, set()), labels.get(iri, {})) for iri in ordered}


def _thing(iri: str, classes: set[str], labels: dict[str, list[str]]) -> Thing:
    def first(name: str) -> str:
        return min(labels.get(name, ()), default="")

    kind = next((kind for cls, kind in _MOST_SPECIFIC if cls in classes), "instrument")
    broad = {v.ACTOR, v.INSTRUMENT, v.iri("skos:Concept")}
    narrow = sorted(cls for cls in classes if cls.startswith(v.LRT) and cls not in broad) or sorted(
        classes - {v.iri("skos:Concept")}
    )
    notation = first("notation") or iri.removeprefix(v.ID)
    return Thing(
        id=notation,
        iri=iri,
        kind=kind,
        cls=narrow[0].rsplit("#", 1)[1] if narrow else "",
        label=first("prefLabel") or notation,
        aliases=tuple(sorted(labels.get("altLabel", ()))),
        definition=first("definition"),
    )


def read_meetings(store: Store) -> dict[str, MeetingRow]:
    """All meetings by IRI."""
    query = """SELECT ?meeting (MIN(?l) AS ?label) (MIN(?d) AS ?date) (MAX(?x) AS ?latest)
      (MIN(?e) AS ?earliest) {
      ?meeting a lrt:Meeting ; rdfs:label ?l
      OPTIONAL { ?meeting lrt:date ?d } OPTIONAL { ?meeting lrt:latest ?x }
      OPTIONAL { ?meeting lrt:earliest ?e } } GROUP BY ?meeting"""
    return {
        iri: MeetingRow(iri, label, date, latest, earliest)
        for iri, label, date, latest, earliest in read_rows(store, query)
        if iri and label
    }


def _documents(store: Store) -> dict[str, str]:
    query = "SELECT ?document (MIN(?l) AS ?label) { ?document a lrt:Document ; rdfs:label ?l } GROUP BY ?document"
    return {iri: label for iri, label in read_rows(store, query) if iri and label}


def in_order(meetings: Iterable[MeetingRow]) -> list[MeetingRow]:
    """Meetings as they followed one another, as far as their dates say; one without any date comes last."""
    return sorted(meetings, key=lambda m: (m.date or m.latest or "9999", m.date is None, m.iri))
