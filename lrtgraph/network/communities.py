"""Which nodes belong together: the method of Louvain (Blondel and others, 2008), with the moves that NetworkX makes.

Nodes go one by one to the neighbouring group where modularity gains most, until none gains; then the groups are the
nodes of a smaller network, and so on.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

Links = list[dict[int, int]]
"""The weight of the edges of each node, by the node at their other end; the nodes are numbered."""

_GAIN: Final = 1e-7  # of modularity, below which it is done


def communities(weights: Mapping[tuple[str, str], int], seed: int) -> list[set[str]]:
    """The groups of nodes that are closer to each other than to the rest, directions aside; the same for the same seed.

    >>> sorted(map(sorted, communities({("a", "b"): 5, ("c", "d"): 5, ("b", "c"): 1}, seed=1)))
    [['a', 'b'], ['c', 'd']]
    """
    names = sorted({name for edge in weights for name in edge})
    number = {name: at for at, name in enumerate(names)}
    chance = random.Random(seed)
    groups = [{name} for name in names]
    homes: Sequence[int] = range(len(names))
    edges = ((number[source], number[target], weight) for (source, target), weight in sorted(weights.items()))
    links = _between(homes, _edges(_linked(len(names), edges)))
    before = _modularity(links, homes)
    while homes := _moved(links, chance):
        groups = [
            set().union(*(group for group, home in zip(groups, homes, strict=True) if home == at))
            for at in range(max(homes) + 1)
        ]
        after = _modularity(links, homes)
        if after - before <= _GAIN:
            break
        before = after
        links = _between(homes, _edges(links))
    return groups


def _linked(count: int, edges: Iterable[tuple[int, int, int]]) -> Links:
    """So many nodes with these edges, those between the same two taken together."""
    links: Links = [{} for _ in range(count)]
    for one, other, weight in edges:
        links[one][other] = links[other][one] = links[one].get(other, 0) + weight
    return links


def _edges(links: Links) -> Iterable[tuple[int, int, int]]:
    """Each edge once, in the order of its first node."""
    return ((one, other, weight) for one, near in enumerate(links) for other, weight in near.items() if other >= one)


def _between(homes: Sequence[int], edges: Iterable[tuple[int, int, int]]) -> Links:
    """The network of the groups in which nodes are at home."""
    return _linked(max(homes, default=-1) + 1, ((homes[one], homes[other], weight) for one, other, weight in edges))


def _strengths(links: Links) -> list[int]:
    """The weight at each node; that of an edge to itself counts for both its ends."""
    return [sum(near.values()) + near.get(node, 0) for node, near in enumerate(links)]


def _modularity(links: Links, homes: Sequence[int]) -> float:
    """How much more of the weight lies within groups than would by chance."""
    ends = _strengths(links)
    inside: defaultdict[int, int] = defaultdict(int)
    at: defaultdict[int, int] = defaultdict(int)
    for node, home in enumerate(homes):
        at[home] += ends[node]
    for one, other, weight in _edges(links):
        if homes[one] == homes[other]:
            inside[homes[one]] += weight
    total = sum(ends) / 2
    return sum(inside[home] / total - (at[home] / (2 * total)) ** 2 for home in at)


def _moved(links: Links, chance: random.Random) -> list[int]:
    """The group of each node after all have moved, numbered without gaps; empty where none has."""
    ends = _strengths(links)
    total = sum(ends) / 2
    homes, weight_of = list(range(len(links))), list(ends)
    turns = list(homes)
    chance.shuffle(turns)
    anything, again = False, True
    while again:
        again = False
        for node in turns:
            home = homes[node]
            weight_of[home] -= ends[node]
            best = _best(node, links, homes, weight_of, ends[node], total)
            weight_of[best] += ends[node]
            if best != home:
                homes[node] = best
                anything = again = True
    kept = {home: at for at, home in enumerate(sorted(set(homes)))}
    return [kept[home] for home in homes] if anything else []


def _best(node: int, links: Links, homes: Sequence[int], weight_of: Sequence[int], end: int, total: float) -> int:
    """The group in which a node adds most to modularity: its own, unless another adds more."""
    home = homes[node]
    near: defaultdict[int, int] = defaultdict(int)
    for other, weight in links[node].items():
        if other != node:
            near[homes[other]] += weight
    leaving = -near[home] / total + weight_of[home] * end / (2 * total**2)
    best, most = home, 0.0
    for group, weight in near.items():
        gain = leaving + weight / total - weight_of[group] * end / (2 * total**2)
        if gain > most:
            best, most = group, gain
    return best
