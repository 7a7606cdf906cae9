"""What can be measured on the network: who is central, who stands between others, who belongs together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lrtgraph.errors import InputError
from lrtgraph.network.projection import EDGE_KINDS

if TYPE_CHECKING:
    import networkx as nx

METRICS: Final = ("degree", "betweenness", "pagerank", "community")
_SEED: Final = 20231109  # any fixed number: the same graph must give the same communities

# What an analyst calls a relation, in the edge kinds of the projection.
RELATIONS: Final[dict[str, tuple[str, ...]]] = {
    "speaks-about": ("about", "asks", "supports", "objects"),
    "asks": ("asks",),
    "owns": ("owns", "decided", "promised"),
    "agrees": ("supports",),
    "objects": ("objects",),
    "all": tuple(kind for kind in EDGE_KINDS if kind != "seat"),
}


@dataclass(frozen=True, slots=True)
class Measure:
    """What one node measures: `value` is the metric's; `incoming` and `outgoing` count the facts on its edges."""

    id: str
    label: str
    kind: str
    value: float
    incoming: int
    outgoing: int


def measure(graph: nx.MultiDiGraph[str], relation: str = "all", metric: str = "degree") -> list[Measure]:
    """Measure the nodes of a projection (see `project`) over one relation, the greatest first.

    `degree` is the number of facts on a node's edges; `betweenness` the share of shortest paths between others that
    run over it (more facts make a shorter edge; directions count); `pagerank` how much attention flows to it along
    the edges, by weight; `community` the number, from 1 for the largest, of the group of nodes that are closer to
    each other than to the rest (Louvain with a fixed seed, without directions).

    Raises InputError for another relation or metric.
    """
    if relation not in RELATIONS:
        raise InputError(f"there is no relation '{relation}'; choose from {', '.join(RELATIONS)}")
    if metric not in METRICS:
        raise InputError(f"there is no metric '{metric}'; choose from {', '.join(METRICS)}")
    simple = merged(graph, RELATIONS[relation])
    values = _METRICS[metric](simple)
    found = [
        Measure(
            id=name,
            label=graph.nodes[name]["label"],
            kind=graph.nodes[name]["kind"],
            value=round(values[name], 6),
            incoming=int(simple.in_degree(name, weight="weight")),
            outgoing=int(simple.out_degree(name, weight="weight")),
        )
        for name in simple
    ]
    sign = 1 if metric == "community" else -1  # the largest community is number 1
    return sorted(found, key=lambda each: (sign * each.value, -each.incoming - each.outgoing, each.id))


def merged(graph: nx.MultiDiGraph[str], kinds: tuple[str, ...]) -> nx.DiGraph[str]:
    """The projection with one edge from one node to another: the sum of the weights of these kinds of edge.

    Nodes without such an edge are left out. `distance` is one over the weight.
    """
    import networkx as nx

    simple: nx.DiGraph[str] = nx.DiGraph()
    for source, target, data in graph.edges(data=True):
        if data["kind"] in kinds:
            weight = data["weight"] + simple.get_edge_data(source, target, {}).get("weight", 0)
            simple.add_edge(source, target, weight=weight, distance=1 / weight)
    return simple


def _degree(graph: nx.DiGraph[str]) -> Mapping[str, float]:
    return {name: float(value) for name, value in graph.degree(weight="weight")}


def _betweenness(graph: nx.DiGraph[str]) -> Mapping[str, float]:
    import networkx as nx

    # Exact up to a thousand nodes; beyond, estimated from a fixed sample of them.
    sample = None if len(graph) <= 1000 else 500
    return nx.betweenness_centrality(graph, k=sample, weight="distance", seed=_SEED)


def _pagerank(graph: nx.DiGraph[str]) -> Mapping[str, float]:
    import networkx as nx

    return nx.pagerank(graph, weight="weight") if len(graph) else {}


def _community(graph: nx.DiGraph[str]) -> Mapping[str, float]:
    import networkx as nx

    both: nx.Graph[str] = nx.Graph()
    both.add_nodes_from(sorted(graph))
    for source, target in sorted(graph.edges):
        weight = graph.edges[source, target]["weight"] + both.get_edge_data(source, target, {}).get("weight", 0)
        both.add_edge(source, target, weight=weight)
    groups = nx.community.louvain_communities(both, weight="weight", seed=_SEED) if len(both) else []
    ordered = sorted(groups, key=lambda group: (-len(group), min(group)))
    return {name: float(number) for number, group in enumerate(ordered, 1) for name in group}


_METRICS: Final[Mapping[str, Callable[[nx.DiGraph[str]], Mapping[str, float]]]] = {
    "degree": _degree,
    "betweenness": _betweenness,
    "pagerank": _pagerank,
    "community": _community,
}
