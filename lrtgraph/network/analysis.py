"""What can be measured on the network: who is central, who stands between others, who belongs together.

Importing NetworkX takes longer than most questions, so it is done where one of its algorithms is needed (`kept` has
what a build measured); what takes a few lines (degree and PageRank, for which it would import SciPy) is counted here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from lrtgraph.errors import InputError
from lrtgraph.network.projection import EDGE_KINDS, Edge

if TYPE_CHECKING:
    import networkx as nx

METRICS: Final = ("degree", "betweenness", "pagerank", "community")
BY_NETWORKX: Final = ("betweenness", "community")
_SEED: Final = 20231109  # any fixed number: the same graph must give the same communities
_DAMPING: Final = 0.85  # the share of attention that flows on along the edges
_EXACT: Final = 1e-9  # PageRank is done when a round changes less than this
_ROUNDS: Final = 1000

# What an analyst calls a relation, in the edge kinds of the projection.
RELATIONS: Final[dict[str, tuple[str, ...]]] = {
    "speaks-about": ("about", "asks", "supports", "objects"),
    "asks": ("asks",),
    "owns": ("owns", "decided", "promised"),
    "agrees": ("supports",),
    "objects": ("objects",),
    "all": tuple(kind for kind in EDGE_KINDS if kind != "seat"),
}

Weights = Mapping[tuple[str, str], int]
"""How many facts run from one node to another."""


def merged(edges: Mapping[Edge, int], relation: str = "all") -> dict[tuple[str, str], int]:
    """One edge from one node to another: how many facts the edges of a relation have together.

    >>> merged({("VNG", "COA", "asks"): 2, ("VNG", "COA", "owns"): 1})
    {('VNG', 'COA'): 3}

    Raises InputError for another relation.
    """
    kinds = kinds_of(relation)
    weights: Counter[tuple[str, str]] = Counter()
    for (source, target, kind), facts in edges.items():
        if kind in kinds:
            weights[source, target] += facts
    return dict(weights)


def kinds_of(relation: str) -> tuple[str, ...]:
    """The kinds of edge that a relation is made of.

    Raises InputError for another relation.
    """
    if relation not in RELATIONS:
        raise InputError(f"there is no relation '{relation}'; choose from {', '.join(RELATIONS)}")
    return RELATIONS[relation]


def measure(weights: Weights, metric: str = "degree") -> dict[str, float]:
    """The value of each node that an edge touches.

    `degree` is the number of facts on a node's edges, a fact that makes two of them counted for each; `betweenness` the
    share of shortest paths between others that run over it (more facts make a shorter edge; directions count);
    `pagerank` how much attention flows to it along the edges, by weight; `community` the number, from 1 for the
    largest, of the group of nodes that are closer to each other than to the rest (Louvain with a fixed seed, without
    directions).

    >>> measure({("VNG", "COA"): 3, ("IPO", "COA"): 1})
    {'VNG': 3.0, 'COA': 4.0, 'IPO': 1.0}

    Raises InputError for another metric.
    """
    if metric not in METRICS:
        raise InputError(f"there is no metric '{metric}'; choose from {', '.join(METRICS)}")
    return {name: round(float(value), 6) for name, value in _METRICS[metric](weights).items()}


def _degree(weights: Weights) -> Mapping[str, float]:
    counted: Counter[str] = Counter()
    for (source, target), weight in weights.items():
        counted[source] += weight
        counted[target] += weight
    return counted


def _pagerank(weights: Weights) -> Mapping[str, float]:
    """The power iteration of Page and Brin; what reaches a node that nothing leaves is spread over all."""
    leaving: Counter[str] = Counter()
    for (source, _), weight in weights.items():
        leaving[source] += weight
    names = list(_degree(weights))
    rank = dict.fromkeys(names, 1 / max(1, len(names)))
    for _ in range(_ROUNDS):
        stuck = sum(rank[name] for name in names if name not in leaving)
        following = dict.fromkeys(names, (1 - _DAMPING + _DAMPING * stuck) / max(1, len(names)))
        for (source, target), weight in weights.items():
            following[target] += _DAMPING * rank[source] * weight / leaving[source]
        change = sum(abs(following[name] - rank[name]) for name in names)
        rank = following
        if change < _EXACT:
            break
    return rank


def _betweenness(weights: Weights) -> Mapping[str, float]:
    import networkx as nx

    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_edges_from((*edge, {"distance": 1 / weight}) for edge, weight in weights.items())
    # Exact up to a thousand nodes; beyond, estimated from a fixed sample of them.
    sample = None if len(graph) <= 1000 else 500
    return nx.betweenness_centrality(graph, k=sample, weight="distance", seed=_SEED)


def _community(weights: Weights) -> Mapping[str, float]:
    import networkx as nx

    both: nx.Graph[str] = nx.Graph()
    both.add_nodes_from(sorted(_degree(weights)))
    for (source, target), weight in sorted(weights.items()):
        before = both.get_edge_data(source, target, {}).get("weight", 0)
        both.add_edge(source, target, weight=weight + before)
    groups = nx.community.louvain_communities(both, weight="weight", seed=_SEED) if len(both) else []
    ordered = sorted(groups, key=lambda group: (-len(group), min(group)))
    return {name: float(number) for number, group in enumerate(ordered, 1) for name in group}


_METRICS: Final[Mapping[str, Callable[[Weights], Mapping[str, float]]]] = {
    "degree": _degree,
    "betweenness": _betweenness,
    "pagerank": _pagerank,
    "community": _community,
}
