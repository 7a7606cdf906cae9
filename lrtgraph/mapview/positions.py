"""Where the nodes of a map stand: computed beforehand, the same on every run, and kept from map to map.

The spring layout is rustworkx's (Fruchterman and Reingold's forces, in compiled code): on two cores it places 1,500
nodes in about a second. Nodes that were on the earlier map stay where they were; only new ones look for a place.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import networkx as nx

Point = tuple[float, float]
_SEED: Final = 20221109
_SPACING: Final = 88.0  # drawing units between neighbours; a node's radius is 9 to 24
_WIDE: Final = 1.3  # screens are wider than high
_PULL: Final = 0.12
_HANGERS_ON: Final = frozenset({"outcome", "person", "place", "group"})
_CLEARANCE: Final = 62.0  # no two nodes nearer than this


def positions(graph: nx.MultiDiGraph[str], earlier: Mapping[str, Point] | None = None) -> dict[str, Point]:
    """A position in drawing units for every node; those in `earlier` keep theirs.

    >>> import networkx as nx
    >>> g = nx.MultiDiGraph([("VNG", "Spreidingswet"), ("COA", "Spreidingswet")])
    >>> positions(g) == positions(g)
    True
    >>> [round(place, 6) for place in positions(g, {"VNG": (5.0, 7.0)})["VNG"]]
    [5.0, 7.0]
    """
    kept = {name: earlier[name] for name in sorted(graph) if name in earlier} if earlier else {}
    core = [name for name, data in graph.nodes(data=True) if data.get("kind") not in _HANGERS_ON]
    # First those that the first look shows, so that they share the space well; then the rest around them.
    for names in (sorted(core), sorted(graph)):
        if any(name not in kept for name in names):
            placed = _spring(graph.subgraph(names), names, {name: kept[name] for name in names if name in kept})
            kept = _apart(names, placed, frozenset(kept))
    return kept


def _spring(graph: nx.MultiDiGraph[str], names: list[str], kept: Mapping[str, Point]) -> dict[str, Point]:
    import rustworkx

    index = {name: number for number, name in enumerate(names)}
    weights: dict[tuple[int, int], float] = {}
    for source, target, data in graph.edges(data=True):
        pair = (min(index[source], index[target]), max(index[source], index[target]))
        weights[pair] = weights.get(pair, 0.0) + data.get("weight", 1)
    drawn: rustworkx.PyGraph[str, float] = rustworkx.PyGraph()
    drawn.add_nodes_from(names)
    drawn.add_edges_from([(a, b, 0.4 + 0.2 * min(weight, 20.0) ** 0.5) for (a, b), weight in sorted(weights.items())])
    # A hub in the middle holds on to everything a little: parts without a link would fly off the map.
    hub = drawn.add_node("")
    drawn.add_edges_from([(hub, index[name], _PULL) for name in names])
    size = _SPACING * len(names) ** 0.5
    start = {index[name]: (x / size / _WIDE, y / size) for name, (x, y) in _seeded(graph, kept).items()}
    found = rustworkx.spring_layout(
        drawn,
        pos=start or None,
        fixed={index[name] for name in kept} or None,
        k=1.5 / len(names) ** 0.5,
        num_iter=max(40, min(300, 150_000 // len(names))),
        weight_fn=float,
        seed=_SEED,
    )
    return {name: (found[i][0] * size * _WIDE, found[i][1] * size) for name, i in index.items()}


def _seeded(graph: nx.MultiDiGraph[str], kept: Mapping[str, Point]) -> dict[str, Point]:
    """The kept positions, and for each new node the middle of its neighbours that have one."""
    seeded = dict(kept)
    for name in sorted(graph) if kept else ():
        near = [kept[other] for other in (*graph.predecessors(name), *graph.successors(name)) if other in kept]
        if name not in kept and near:
            seeded[name] = (sum(x for x, _ in near) / len(near), sum(y for _, y in near) / len(near))
    return seeded


def _apart(names: list[str], placed: Mapping[str, Point], fixed: frozenset[str]) -> dict[str, Point]:
    """Push nodes that stand on one another apart, a little at a time, without moving the fixed ones."""
    import numpy as np
    from scipy.spatial import cKDTree

    points = np.array([placed[name] for name in names], dtype=float)
    movable = np.array([name not in fixed for name in names])
    for _ in range(60):
        pairs = cKDTree(points).query_pairs(_CLEARANCE, output_type="ndarray")
        pairs = pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]
        if not len(pairs):
            break
        gap = points[pairs[:, 0]] - points[pairs[:, 1]]
        distance = np.hypot(gap[:, 0], gap[:, 1])
        # Two nodes on the very same place part along a direction of their own.
        angle = pairs[:, 0] * 2.399963
        gap[distance == 0] = np.stack([np.cos(angle), np.sin(angle)], axis=1)[distance == 0]
        distance[distance == 0] = 1.0
        push = gap / distance[:, None] * ((_CLEARANCE - distance) / 2)[:, None]
        move = np.zeros_like(points)
        np.add.at(move, pairs[:, 0], push)
        np.add.at(move, pairs[:, 1], -push)
        points[movable] += move[movable]
    return {
        name: placed[name] if name in fixed else (float(x), float(y))
        for name, (x, y) in zip(names, points, strict=True)
    }
