"""The facts of a graph as rows: who did what, towards whom, about what, and the sentence that proves it.

One query a kind of fact, each over the union of all named graphs; the rows are what the NetworkX projection and the
map are made of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from pyoxigraph import QuerySolutions

from lrtgraph import vocabulary as v
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
class Sitting:
    """A meeting: its date where that is known, and the last date it can have been, for putting it in order."""

    iri: str
    label: str
    date: str | None
    latest: str | None
    earliest: str | None = None


@dataclass(frozen=True, slots=True)
class FactRow:
    """One fact with its place: `kind` is statement, responsibility, attendance, besluit, afspraak, actie, toezegging.

    `who`, `to` and `about` are IRIs: for a statement its speakers, addressees and topics; for an outcome owners,
    partners and topics; for a responsibility the actor and, in `about`, the instrument; for an attendance the person
    and, in `to`, the seat. `line` counts from 1 in the document's text.
    """

    iri: str
    kind: str
    act: str | None
    meeting: str
    document: str
    line: int
    page: int | None
    start: int
    quote: str
    confidence: float
    role: str | None = None
    deadline: str | None = None
    who: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """All facts of a graph with the things, meetings and documents that they speak of, by IRI."""

    rows: tuple[FactRow, ...]
    things: dict[str, Thing] = field(default_factory=dict)
    meetings: dict[str, Sitting] = field(default_factory=dict)
    documents: dict[str, str] = field(default_factory=dict)


_KINDS: Final = {
    v.STATEMENT: "statement",
    v.RESPONSIBILITY: "responsibility",
    v.ATTENDANCE: "attendance",
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
    arguments = _arguments(store)
    rows = sorted(_rows(store, arguments), key=lambda row: (row.document, row.start, row.iri))
    wanted = {iri for row in rows for iri in (*row.who, *row.to, *row.about)}
    return Facts(tuple(rows), _things(store, wanted), _meetings(store), _documents(store))


def _select(store: Store, text: str) -> Iterator[list[str | None]]:
    prefixes = "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in v.NAMESPACES.items())
    result = store.query(prefixes + text)
    assert isinstance(result, QuerySolutions)
    names = [variable.value for variable in result.variables]
    for solution in result:
        yield [None if (term := solution[name]) is None else _value(term) for name in names]


def _value(term: object) -> str:
    value = getattr(term, "value", None)
    return value if isinstance(value, str) else str(term)


def _arguments(store: Store) -> dict[str, dict[str, list[str]]]:
    found: dict[str, dict[str, list[str]]] = {}
    properties = " ".join(f"<{iri}>" for iri in _ARGUMENTS)
    query = f"SELECT ?fact ?property ?thing {{ VALUES ?property {{ {properties} }} ?fact ?property ?thing }}"
    for fact, prop, thing in _select(store, query):
        if fact and prop and thing:
            found.setdefault(fact, {}).setdefault(_ARGUMENTS[prop], []).append(thing)
    return found


def _rows(store: Store, arguments: dict[str, dict[str, list[str]]]) -> Iterator[FactRow]:
    classes = " ".join(f"<{iri}>" for iri in _KINDS)
    query = f"""
    SELECT DISTINCT ?fact ?class ?act ?meeting ?document ?line ?page ?start ?quote ?confidence ?role ?date ?words {{
      VALUES ?class {{ {classes} }}
      ?fact a ?class ; lrt:meeting ?meeting ; lrt:document ?document ; lrt:confidence ?confidence .
      ?fact lrt:evidence ?evidence .
      ?evidence lrt:line ?line ; oa:hasSelector [ oa:start ?start ] , [ oa:exact ?quote ] .
      OPTIONAL {{ ?evidence lrt:page ?page }}
      OPTIONAL {{ ?fact lrt:act ?act }}
      OPTIONAL {{ ?fact lrt:role ?role }}
      OPTIONAL {{ ?fact lrt:deadline ?date }}
      OPTIONAL {{ ?fact lrt:deadlineText ?words }}
    }}"""
    for fact, cls, act, meeting, document, line, page, start, quote, confidence, role, date, words in _select(
        store, query
    ):
        if not (fact and cls and meeting and document and line and start and quote and confidence):
            continue
        has = arguments.get(fact, {})
        yield FactRow(
            iri=fact,
            kind=_KINDS[cls],
            act=act.rsplit("/", 1)[1] if act else None,
            meeting=meeting,
            document=document,
            line=int(line),
            page=int(page) if page else None,
            start=int(start),
            quote=" ".join(quote.split()),
            confidence=float(confidence),
            role=role,
            deadline=words or date,
            who=tuple(sorted(has.get("who", ()))),
            to=tuple(sorted(has.get("to", ()))),
            about=tuple(sorted(has.get("about", ()))),
        )


def _things(store: Store, wanted: set[str]) -> dict[str, Thing]:
    """The named things among `wanted`; one without a label goes by the end of its IRI."""
    classes: dict[str, set[str]] = {}
    for thing, cls in _select(store, "SELECT DISTINCT ?thing ?class { ?thing skos:notation ?n ; a ?class }"):
        if thing in wanted and cls:
            classes.setdefault(thing, set()).add(cls)
    labels: dict[str, dict[str, list[str]]] = {}
    query = """SELECT DISTINCT ?thing ?property ?text {
      VALUES ?property { skos:notation skos:prefLabel skos:altLabel skos:definition }
      ?thing skos:notation ?n ; ?property ?text FILTER(LANG(?text) IN ("", "nl")) }"""
    for thing, prop, text in _select(store, query):
        if thing in wanted and prop and text:
            labels.setdefault(thing, {}).setdefault(prop.rsplit("#", 1)[1], []).append(text)
    return {iri: _thing(iri, classes.get(iri, set()), labels.get(iri, {})) for iri in sorted(wanted)}


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


def _meetings(store: Store) -> dict[str, Sitting]:
    query = """SELECT ?meeting (MIN(?l) AS ?label) (MIN(?d) AS ?date) (MAX(?x) AS ?latest)
      (MIN(?e) AS ?earliest) {
      ?meeting a lrt:Meeting ; rdfs:label ?l
      OPTIONAL { ?meeting lrt:date ?d } OPTIONAL { ?meeting lrt:latest ?x }
      OPTIONAL { ?meeting lrt:earliest ?e } } GROUP BY ?meeting"""
    return {
        iri: Sitting(iri, label, date, latest, earliest)
        for iri, label, date, latest, earliest in _select(store, query)
        if iri and label
    }


def _documents(store: Store) -> dict[str, str]:
    query = "SELECT ?document (MIN(?l) AS ?label) { ?document a lrt:Document ; rdfs:label ?l } GROUP BY ?document"
    return {iri: label for iri, label in _select(store, query) if iri and label}


def in_order(meetings: Iterable[Sitting]) -> list[Sitting]:
    """Meetings as they followed one another, as far as their dates say; one without any date comes last."""
    return sorted(meetings, key=lambda m: (m.date or m.latest or "9999", m.date is None, m.iri))
