"""The facts as a NetworkX graph: directed, weighted, with an edge a kind of relation between two things.

    kind      from → to                       made of
    owns      actor → instrument              responsibilities
    decided   actor → instrument              besluiten: owners → what they are about
    promised  actor → instrument              afspraken, acties, toezeggingen: owners → what they are about
    asks      speaker → addressee, topic      statements that ask, request
    supports  speaker → addressee, topic      statements that support
    objects   speaker → addressee, topic      statements that object
    about     speaker → topic                 all other statements
    seat      person → office, organisation   attendances of who was there, or came in place of another

An edge's `weight` is the number of its facts, and `facts` names them. With outcomes as nodes, an outcome stands
between its owners and what it is about.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lrtgraph.vocabulary import OUTCOME_KINDS

if TYPE_CHECKING:
    import networkx as nx

    from lrtgraph.network.facts import FactRow, Facts
    from lrtgraph.network.things import MeetingRow

EDGE_KINDS: Final = ("owns", "decided", "promised", "asks", "supports", "objects", "about", "seat")
Edge = tuple[str, str, str]
"""Where an edge comes from and goes to, by notation, and its kind."""

ACT_EDGES: Final = {
    "verzoekt": "asks",
    "vraagt": "asks",
    "steunt": "supports",
    "bezwaar": "objects",
    "informeert": "about",
    "stelt_voor": "about",
    "antwoordt": "about",
    "zegt_toe": "about",
}
"""Act → the kind of edge that statements with it make; all but "about" run towards addressees too."""
ATTENDED: Final = ("present", "replacement")
"""The statuses of an attendance of those who were there."""
TOPICAL: Final = frozenset({"instrument", "group", "place"})
"""The kinds of thing that a statement or an outcome runs to as its subject."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Which facts take part: those of meetings between two ISO dates (both included) or of one (an IRI), of some kinds.

    A meeting without a known date counts where it can have been held in that time.
    """

    since: str | None = None
    until: str | None = None
    kinds: frozenset[str] = frozenset(EDGE_KINDS)
    with_persons: bool = True
    with_outcomes: bool = False
    meeting: str | None = None

    def takes(self, meeting: MeetingRow | None) -> bool:
        """Whether facts of this meeting take part."""
        if self.meeting is not None and (meeting is None or meeting.iri != self.meeting):
            return False
        last = (meeting.date or meeting.latest) if meeting else None
        first = (meeting.date or meeting.earliest or meeting.latest) if meeting else None
        if last is None or first is None:
            return self.since is None and self.until is None
        return (self.since is None or last >= self.since) and (self.until is None or first <= self.until)


def edges(facts: Facts, selection: Selection | None = None) -> dict[Edge, tuple[str, ...]]:
    """The edges of the network in a fixed order, each with the IRIs of the facts that it is made of."""
    chosen = selection or Selection()
    found: dict[Edge, dict[str, None]] = {}
    for row in _taken(facts, chosen):
        for source, target, kind in _edges(row, facts, chosen):
            if source != target and kind in chosen.kinds:
                found.setdefault((source, target, kind), {})[row.iri] = None
    return {edge: tuple(proofs) for edge, proofs in sorted(found.items())}


def _taken(facts: Facts, chosen: Selection) -> list[FactRow]:
    return [row for row in facts.rows if chosen.takes(facts.meetings.get(row.meeting))]


def project(facts: Facts, selection: Selection | None = None) -> nx.MultiDiGraph[str]:
    """Make the NetworkX graph: nodes by notation with `label`, `kind`, `cls`, `weight`; edges keyed by kind.

    Nodes and edges come in a fixed order. `graph["facts"]` holds the fact rows by IRI.
    """
    import networkx as nx

    chosen = selection or Selection()
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    rows = _taken(facts, chosen)
    found = edges(facts, chosen)
    _add_nodes(graph, found, rows, facts)
    for (source, target, kind), proofs in found.items():
        graph.add_edge(source, target, key=kind, kind=kind, weight=len(proofs), facts=proofs)
    for name in graph:
        graph.nodes[name]["weight"] = sum(
            data["weight"]
            for _, _, data in (*graph.in_edges(name, data=True), *graph.out_edges(name, data=True))
            if data["kind"] != "seat"
        )
    graph.graph["facts"] = {row.iri: row for row in rows}
    return graph


def _add_nodes(graph: nx.MultiDiGraph[str], found: Iterable[Edge], rows: list[FactRow], facts: Facts) -> None:
    touched = {name for source, target, _ in found for name in (source, target)}
    things = {thing.id: thing for thing in facts.things.values()}
    outcomes = {outcome_id(row): row for row in rows if is_outcome(row)}
    for name in sorted(touched):
        if name in things:
            thing = things[name]
            graph.add_node(
                name, label=thing.label, kind=thing.kind, cls=thing.cls, iri=thing.iri,
                aliases=thing.aliases, definition=thing.definition,
            )  # fmt: skip
        else:
            row = outcomes[name]
            graph.add_node(
                name, label=row.quote, kind="outcome", cls=row.kind.capitalize(), iri=row.iri, aliases=(), definition=""
            )


def is_outcome(row: FactRow) -> bool:
    """Whether the fact is something that the meeting settled."""
    return row.kind in OUTCOME_KINDS


def outcome_id(row: FactRow) -> str:
    """The node name of an outcome."""
    return "outcome:" + row.iri.rsplit("/", 1)[1]


def _edges(row: FactRow, facts: Facts, chosen: Selection) -> Iterator[Edge]:
    """The edges that one fact makes."""
    who, to, about = (
        [facts.things[iri] for iri in side if chosen.with_persons or facts.things[iri].kind != "person"]
        for side in (row.who, row.to, row.about)
    )
    if row.kind == "attendance":
        if row.status in ATTENDED:
            yield from ((person.id, seat.id, "seat") for person in who for seat in to)
    elif row.kind == "responsibility":
        yield from ((actor.id, instrument.id, "owns") for actor in who for instrument in about)
    elif row.kind == "statement":
        kind = ACT_EDGES.get(row.act or "", "about")
        addressees = to if kind != "about" else []
        topics = [thing for thing in about if thing.kind in TOPICAL]
        yield from ((speaker.id, thing.id, kind) for speaker in who for thing in (*addressees, *topics))
    elif is_outcome(row):
        kind = "decided" if row.kind == "besluit" else "promised"
        yield from ((owner.id, thing.id, kind) for owner in who for thing in about if thing.kind in TOPICAL)
        if chosen.with_outcomes:
            yield from ((owner.id, outcome_id(row), kind) for owner in who)
            yield from ((outcome_id(row), thing.id, "about") for thing in about)
