"""Who stands between others: the share of shortest paths over each node, after Brandes (2001)."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Mapping
from heapq import heappop, heappush
from itertools import count
from typing import Final

_EXACT_UP_TO: Final = 1000  # nodes; beyond, paths from a fixed sample of them are counted
_SAMPLE: Final = 500

Near = Mapping[str, Mapping[str, float]]
"""How far the nodes are to which an edge goes out from each node."""


def betweenness(weights: Mapping[tuple[str, str], int], seed: int) -> dict[str, float]:
    """For each node the share of shortest paths between two others that run over it.

    More facts make a shorter edge, and directions count. Of more than a thousand nodes it is estimated from the paths
    out of a sample of them, the same for the same seed.

    >>> betweenness({("a", "b"): 1, ("b", "c"): 1}, seed=1)
    {'a': 0.0, 'b': 0.5, 'c': 0.0}
    """
    near: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for (source, target), weight in weights.items():
        near[source][target] = 1 / weight
    names = list(dict.fromkeys(name for edge in weights for name in edge))
    sources = names if len(names) <= _EXACT_UP_TO else random.Random(seed).sample(names, _SAMPLE)
    found = dict.fromkeys(names, 0.0)
    for source in sources:
        for name, share in _shares(near, source).items():
            found[name] += share
    others, sampled = len(names) - 1, set(sources)
    # A path out of a node does not run over that node itself.
    return {name: found[name] / max(1, (len(sources) - (name in sampled)) * (others - 1)) for name in names}


def _shares(near: Near, source: str) -> dict[str, float]:
    """For each node the shares that it has in the shortest paths from `source` to all others, added up."""
    order, before, paths = _paths(near, source)
    shares = dict.fromkeys(order, 0.0)
    for name in reversed(order):
        for one in before[name]:
            shares[one] += paths[one] / paths[name] * (1 + shares[name])
    shares.pop(source)
    return shares


def _paths(near: Near, source: str) -> tuple[list[str], dict[str, list[str]], dict[str, int]]:
    """The nodes that can be reached, the nearest first, the last nodes before each, and how many shortest paths there
    are to it.
    """
    order: list[str] = []
    before: dict[str, list[str]] = {source: []}
    paths = {source: 1}
    distances = {source: 0.0}
    done: set[str] = set()
    turn = count()
    waiting = [(0.0, next(turn), source)]
    while waiting:
        distance, _, name = heappop(waiting)
        if name in done:
            continue
        done.add(name)
        order.append(name)
        if name != source:
            paths[name] = sum(paths[one] for one in before[name])
        for other, step in near.get(name, {}).items():
            far = distance + step
            if other not in distances or (far < distances[other] and other not in done):
                distances[other], before[other] = far, [name]
                heappush(waiting, (far, next(turn), other))
            elif far == distances[other] and other not in done:
                before[other].append(name)
    return order, before, paths
