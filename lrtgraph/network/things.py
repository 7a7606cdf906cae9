"""What facts speak of: things with their names and kinds, and meetings with their dates; and how rows are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from typing import Any, Final

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


def whole(subject: str, prop: str, value: str) -> str:
    """A pattern that reads a property whole, for a join of whole properties."""
    return f"{{ SELECT ?{subject} ?{value} WHERE {{ ?{subject} {prop} ?{value} }} }}"


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


def in_order(meetings: Iterable[MeetingRow]) -> list[MeetingRow]:
    """Meetings as they followed one another, as far as their dates say; one without any date comes last."""
    return sorted(meetings, key=lambda m: (m.date or m.latest or "9999", m.date is None, m.iri))
