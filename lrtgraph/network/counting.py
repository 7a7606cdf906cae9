"""The edges of the network with how many facts each has, counted by the graph's engine: who only counts waits for
nothing else. They are those of `projection.edges`, which names the facts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from pyoxigraph import NamedNode

from lrtgraph import vocabulary as v
from lrtgraph.network.projection import ACT_EDGES, ATTENDED, TOPICAL, Edge, Selection
from lrtgraph.network.things import Thing, read_kinds, read_meetings, read_rows, whole
from lrtgraph.sparql import bind
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
    subjects = read_kinds(store, {thing for (thing,) in read_rows(store, _SUBJECTS) if thing})
    values = {"topic": _nodes(iri for iri, thing in subjects.items() if thing.kind in TOPICAL)}
    if chosen.since or chosen.until or chosen.meeting:
        values["meeting"] = _nodes(iri for iri, meeting in read_meetings(store).items() if chosen.takes(meeting))
    rows = list(_rows(store, chosen, values))
    ends = {iri for _, who, thing, _ in rows for iri in (who, thing)}
    things = subjects | read_kinds(store, ends - subjects.keys())
    edges: dict[Edge, int] = {}
    for kind, who, thing, facts in rows:
        source, target = things[who], things[thing]
        if source.id != target.id and (chosen.with_persons or "person" not in (source.kind, target.kind)):
            edges[source.id, target.id, kind] = facts
    return Counted(dict(sorted(edges.items())), {things[iri].id: things[iri] for iri in sorted(ends)})


def _rows(store: Store, chosen: Selection, values: dict[str, list[NamedNode]]) -> Iterator[tuple[str, str, str, int]]:
    """The edges of the chosen kinds: the kind, the IRIs of both ends, and how many facts it has."""
    for prop, kinds, who, thing in _COUNTED:
        if taken := {value: kind for value, kind in kinds.items() if kind in chosen.kinds}:
            query = _counting(prop, taken, who, thing)
            known = {name: terms for name, terms in values.items() if f"#@bind {name}" in query}
            for edge, source, target, facts in read_rows(store, bind(query, known)):
                if edge and source and target and facts:
                    yield edge, source, target, int(facts)


def _nodes(iris: Iterable[str]) -> list[NamedNode]:
    return [NamedNode(iri) for iri in sorted(iris)]


def _counting(prop: str, kinds: Mapping[str, str], who: str, thing: str) -> str:
    """The query that counts the facts of edges, the kinds of which are told by the value of a property.

    `who` is the property that leads to where the edge comes from, `thing` the pattern of where it goes to. Properties
    are read whole, as in `facts`; what is curated comes from no meeting and does not count.
    """
    pairs = " ".join(f'(<{value}> "{kind}")' for value, kind in kinds.items())
    return f"""SELECT ?kind ?who ?thing (COUNT(DISTINCT ?fact) AS ?facts) WHERE {{
  {{ SELECT ?fact ?kind WHERE {{ VALUES (?value ?kind) {{ {pairs} }} ?fact <{prop}> ?value }} }}
  {whole("fact", f"<{who}>", "who")}
  {thing}
  #@bind meeting
  {whole("fact", f"<{v.IN_MEETING}>", "meeting")}
}} GROUP BY ?kind ?who ?thing"""


_TYPE: Final = v.iri("rdf:type")
_ACTS: Final = {v.scheme_member(v.ACT_SCHEME, act): kind for act, kind in ACT_EDGES.items()}
_OUTCOMES: Final = {iri: "decided" if kind == "besluit" else "promised" for kind, iri in v.OUTCOME_KINDS.items()}
_ATTENDED: Final = {v.scheme_member(v.STATUS_SCHEME, status): "seat" for status in ATTENDED}
_SUBJECTS: Final = f"SELECT DISTINCT ?thing WHERE {{ ?fact <{v.ABOUT}> ?thing }}"
_ABOUT: Final = f"""{{ SELECT ?fact (?topic AS ?thing) WHERE {{
  #@bind topic
  ?fact <{v.ABOUT}> ?topic
}} }}"""
_DIRECTED: Final = " ".join(f"<{act}>" for act, kind in _ACTS.items() if kind != "about")
_TO: Final = f"""{{ SELECT ?fact ?thing WHERE {{
  {{ SELECT ?fact WHERE {{ VALUES ?act {{ {_DIRECTED} }} ?fact <{v.ACT}> ?act }} }}
  {whole("fact", f"<{v.ADDRESSEE}>", "thing")}
}} }}"""

_COUNTED: Final = (
    (v.ACT, _ACTS, v.SPEAKER, f"{{ {_ABOUT} UNION {_TO} }}"),
    (_TYPE, _OUTCOMES, v.OWNER, _ABOUT),
    (_TYPE, {v.RESPONSIBILITY: "owns"}, v.ACTOR_OF, whole("fact", f"<{v.INSTRUMENT_OF}>", "thing")),
    (v.STATUS, _ATTENDED, v.PERSON_OF, whole("fact", f"<{v.SEAT}>", "thing")),
)
"""What `_counting` is told of each kind of fact; see `projection` for what the edges are made of."""
