"""The edges of the network with how many facts each has, counted by the graph's engine: who only counts waits for
nothing else. They are those of `projection.edges`, which names the facts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from pyoxigraph import NamedNode

from lrtgraph import vocabulary as v
from lrtgraph.network.facts import Thing, read_meetings, read_things
from lrtgraph.network.projection import ACT_EDGES, TOPICAL, Edge, Selection
from lrtgraph.sparql import bind, select
from lrtgraph.store import Store


@dataclass(frozen=True, slots=True)
class Counted:
    """The number of facts by edge, in a fixed order, and the things at the ends of edges by their notation."""

    edges: dict[Edge, int]
    things: dict[str, Thing]


def count_edges(store: Store, selection: Selection | None = None) -> Counted:
    """Count the facts of each edge between two things; a selection's outcomes are no nodes here.

    >>> import tempfile
    >>> from lrtgraph.store import open_store
    >>> with tempfile.TemporaryDirectory() as folder, open_store(folder + "/graph.db", write=True) as store:
    ...     count_edges(store)
    Counted(edges={}, things={})
    """
    chosen = selection or Selection()
    subjects = read_things(store, {row["thing"] for row in select(store, _SUBJECTS)})
    values = {"topic": _nodes(iri for iri, thing in subjects.items() if thing.kind in TOPICAL)}
    if chosen.since or chosen.until or chosen.meeting:
        values["meeting"] = _nodes(iri for iri, meeting in read_meetings(store).items() if chosen.takes(meeting))
    rows = [(row["who"], row["thing"], kind, row["facts"]) for kind, row in _rows(store, chosen, values)]
    ends = {iri for who, thing, *_ in rows for iri in (who, thing)}
    things = subjects | read_things(store, ends - subjects.keys())
    counted: Counter[Edge] = Counter()
    for who, thing, kind, facts in rows:
        source, target = things[who], things[thing]
        if source.id != target.id and (chosen.with_persons or "person" not in (source.kind, target.kind)):
            counted[source.id, target.id, kind] += facts
    return Counted(dict(sorted(counted.items())), {things[iri].id: things[iri] for iri in sorted(ends)})


def _rows(store: Store, chosen: Selection, values: dict[str, list[NamedNode]]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The groups of facts that the chosen kinds of edge are made of, each with its kind."""
    for kinds, query in _QUERIES:
        if chosen.kinds & kinds:
            taken = {name: terms for name, terms in values.items() if f"#@bind {name}" in query}
            found = ((_kind(row["made_of"]), row) for row in select(store, bind(query, taken)))
            yield from ((kind, row) for kind, row in found if kind in chosen.kinds)


def _kind(made_of: str) -> str:
    """The kind of edge that facts of a class, or statements with an act, make."""
    if made_of.startswith(v.ACT_SCHEME):
        return ACT_EDGES.get(v.local_id(made_of), "about")
    return _CLASSES.get(made_of, "promised")


def _nodes(iris: Iterable[str]) -> list[NamedNode]:
    return [NamedNode(iri) for iri in sorted(iris)]


def _counting(*parts: str) -> str:
    """The query that counts facts by what makes their kind of edge, and by both ends, from properties read whole."""
    return "\n".join(
        (
            "SELECT ?made_of ?who ?thing (COUNT(DISTINCT ?fact) AS ?facts) WHERE {",
            *parts,
            "#@bind meeting",
            _whole(v.IN_MEETING, "meeting"),  # what is curated is from none
            "} GROUP BY ?made_of ?who ?thing",
        )
    )


def _whole(prop: str, value: str) -> str:
    return f"{{ SELECT ?fact ?{value} WHERE {{ ?fact <{prop}> ?{value} }} }}"


def _of_class(*classes: str) -> str:
    listed = " ".join(f"<{each}>" for each in classes)
    return f"{{ SELECT ?fact ?made_of WHERE {{ VALUES ?made_of {{ {listed} }} ?fact a ?made_of }} }}"


_SUBJECTS: Final = f"SELECT DISTINCT ?thing WHERE {{ ?fact <{v.ABOUT}> ?thing }}"
_ABOUT: Final = f"""{{ SELECT ?fact (?topic AS ?thing) WHERE {{
  #@bind topic
  ?fact <{v.ABOUT}> ?topic
}} }}"""
_DIRECTED: Final = " ".join(f"<{v.scheme_member(v.ACT_SCHEME, act)}>" for act in ACT_EDGES)
_TO: Final = f"""{{ SELECT ?fact ?thing WHERE {{
  {{ SELECT ?fact WHERE {{ VALUES ?act {{ {_DIRECTED} }} ?fact <{v.ACT}> ?act }} }}
  {_whole(v.ADDRESSEE, "thing")}
}} }}"""
_CLASSES: Final = {v.RESPONSIBILITY: "owns", v.ATTENDANCE: "seat", v.OUTCOME_KINDS["besluit"]: "decided"}

_QUERIES: Final = (
    (
        frozenset(("asks", "supports", "objects", "about")),
        _counting(_whole(v.ACT, "made_of"), _whole(v.SPEAKER, "who"), f"{{ {_ABOUT} UNION {_TO} }}"),
    ),
    (
        frozenset(("decided", "promised")),
        _counting(_of_class(*v.OUTCOME_KINDS.values()), _whole(v.OWNER, "who"), _ABOUT),
    ),
    (
        frozenset(("owns",)),
        _counting(_of_class(v.RESPONSIBILITY), _whole(v.ACTOR_OF, "who"), _whole(v.INSTRUMENT_OF, "thing")),
    ),
    (
        frozenset(("seat",)),
        _counting(_of_class(v.ATTENDANCE), _whole(v.PERSON_OF, "who"), _whole(v.SEAT, "thing")),
    ),
)
"""Which kinds of edge a query counts; see `projection` for what these are made of."""
