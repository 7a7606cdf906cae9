"""The data that a map carries: nodes with positions, edges with their facts, meetings and documents.

The strongest nodes stay where there are more than the map may hold; what was left out is counted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from pyvis.network import Network

from lrtgraph.answers.quotes import readable
from lrtgraph.mapview.positions import Point, positions
from lrtgraph.network.facts import FactRow, Facts
from lrtgraph.network.projection import is_outcome, outcome_id
from lrtgraph.network.things import in_order

if TYPE_CHECKING:
    import networkx as nx

FIRST_NODES: Final = ("actor", "office", "instrument")
FIRST_EDGES: Final = ("owns", "decided", "promised", "asks", "supports", "objects")
_FIRST_LOOK: Final = 120  # edges that a first look can hold and still be read
_MONTHS: Final = {
    "nl": ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"],
    "en": ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
}


def strongest(graph: nx.MultiDiGraph[str], most: int, keep: str | None = None) -> nx.MultiDiGraph[str]:
    """The subgraph of the `most` heaviest nodes, and of `keep` whatever it weighs."""
    ranked = sorted(graph, key=lambda name: (name != keep, -graph.nodes[name]["weight"], name))
    return graph.subgraph(ranked[:most]).copy() if len(ranked) > most else graph


def around(graph: nx.MultiDiGraph[str], name: str, hops: int) -> nx.MultiDiGraph[str]:
    """The subgraph of all nodes at most `hops` steps from `name`, whatever the direction."""
    import networkx as nx

    near = nx.single_source_shortest_path_length(graph.to_undirected(as_view=True), name, cutoff=hops)
    return graph.subgraph(sorted(near)).copy()


def payload(
    graph: nx.MultiDiGraph[str],
    facts: Facts,
    strings: Mapping[str, Any],
    types: Mapping[str, str],
    *,
    language: str = "nl",
    max_nodes: int = 1500,
    focus: str | None = None,
    earlier: Mapping[str, Point] | None = None,
    ranks: Mapping[str, int] | None = None,
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The page's data and its facts, as JSON-ready values.

    `strings` are the texts of the page in its language, `types` the labels of classes. `earlier` are positions to
    keep, `ranks` the order of responsibilities on a card. Pyvis makes the nodes and edges from the NetworkX graph.
    """
    whole = graph
    graph = strongest(graph, max_nodes, focus)
    places = positions(graph, earlier)
    drawing = Network(directed=True)
    for name in sorted(graph):
        x, y = places[name]
        drawing.add_node(name, x=round(x, 1), y=round(y, 1), physics=False)
    index = {node["id"]: number for number, node in enumerate(drawing.nodes)}
    rows, meetings, documents = _ordered(graph, facts, index)
    data = {
        "lang": language,
        "strings": dict(strings),
        "nodes": [_node(node, graph.nodes[node["id"]], types) for node in drawing.nodes],
        "edges": _edges(graph, index, rows),
        "meetings": [_meeting(facts, iri, language) for iri in meetings],
        "documents": [{"name": facts.documents.get(iri, "")} for iri in documents],
        "heaviest": max((data["weight"] for _, data in graph.nodes(data=True)), default=0) or 1,
        "shown": {"nodes": list(FIRST_NODES), "edges": list(FIRST_EDGES)},
        "most": _FIRST_LOOK,
        "omitted": {
            "nodes": len(whole) - len(graph),
            "facts": len(whole.graph["facts"]) - len(rows),
            "all": len(whole),
        },
    }
    order = ranks or {}
    return data, [_fact(row, facts, index, meetings, documents) | {"rank": order.get(row.iri)} for row in rows]


def _edges(graph: nx.MultiDiGraph[str], index: Mapping[str, int], rows: Sequence[FactRow]) -> list[list[Any]]:
    """The edges in their order: the numbers of their nodes, their kind, and the numbers of their facts."""
    number_of = {row.iri: number for number, row in enumerate(rows)}
    return [
        [index[source], index[target], kind, [number_of[iri] for iri in found["facts"]]]
        for source, target, kind, found in sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[:3])
    ]


def _ordered(
    graph: nx.MultiDiGraph[str], facts: Facts, index: Mapping[str, int]
) -> tuple[list[FactRow], dict[str, int], dict[str, int]]:
    """The facts of the nodes that are on the map, and the numbers of their meetings and documents."""
    names = {iri: thing.id for iri, thing in facts.things.items()}
    on_edges = {iri for _, _, data in graph.edges(data=True) for iri in data["facts"]}
    taken: list[FactRow] = [
        row
        for row in graph.graph["facts"].values()
        if row.iri in on_edges or any(names[iri] in index for iri in row.who)
    ]
    held = {row.meeting for row in taken}
    meetings = in_order(meeting for meeting in facts.meetings.values() if meeting.iri in held)
    documents = sorted({row.document for row in taken})
    return (
        taken,
        {meeting.iri: number for number, meeting in enumerate(meetings)},
        {iri: number for number, iri in enumerate(documents)},
    )


def short_label(name: str, label: str, aliases: tuple[str, ...]) -> str:
    """What a node is called on the map: the acronym that officials use where there is one, else its label.

    >>> short_label("BAK_OEK", "Bestuurlijk afsprakenkader opvang Oekraïense ontheemden", ("BAK OEK",))
    'BAK OEK'
    """
    spoken = name.replace("_", " ")
    return spoken if any(alias.casefold() == spoken.casefold() for alias in aliases) else label


def _node(drawn: Mapping[str, Any], found: Mapping[str, Any], types: Mapping[str, str]) -> dict[str, Any]:
    label = readable(found["label"]) if found["kind"] == "outcome" else found["label"]  # an outcome is its words
    return {
        "id": drawn["id"],
        "x": drawn["x"],
        "y": drawn["y"],
        "label": label,
        "short": short_label(drawn["id"], label, found["aliases"]),
        "kind": found["kind"],
        "type": types.get(found["cls"], found["cls"]),
        "aliases": list(found["aliases"]),
        "definition": found["definition"],
        "weight": found["weight"],
    }


def _meeting(facts: Facts, iri: str, language: str) -> dict[str, Any]:
    meeting = facts.meetings[iri]
    when = meeting.date or meeting.latest
    short = meeting.label
    if when:
        year, month, day = when.split("-")
        spoken = f"{int(day)} {_MONTHS[language][int(month) - 1]} {year}"
        short = spoken if meeting.date else f"≤ {spoken}"
    return {"label": meeting.label, "date": meeting.date, "short": short}


def _fact(
    row: FactRow, facts: Facts, index: Mapping[str, int], meetings: Mapping[str, int], documents: Mapping[str, int]
) -> dict[str, Any]:
    def on_map(iris: tuple[str, ...]) -> list[int]:
        return [index[facts.things[iri].id] for iri in iris if facts.things[iri].id in index]

    return {
        "kind": row.kind,
        "act": row.act,
        "who": on_map(row.who),
        "to": on_map(row.to),
        "about": on_map(row.about),
        "m": meetings.get(row.meeting),
        "d": documents[row.document],
        "line": row.line,
        "page": row.page,
        "quote": readable(row.quote),
        "role": row.role,
        "deadline": row.deadline,
        "node": index.get(outcome_id(row)) if is_outcome(row) else None,
    }
