"""The best tree over scored arcs: Chu-Liu and Edmonds' algorithm with a single root."""

from __future__ import annotations

import numpy as np


def spanning_tree(scores: np.ndarray) -> list[int]:
    """Heads (1-based, 0 the root) of the best tree; `scores[i, h]` is the score of head h for token i (0-based).

    Exactly one token gets the root as its head.

    >>> spanning_tree(np.array([[0.0, -9.0, 5.0], [3.0, 4.0, -9.0]]))
    [2, 0]
    """
    n = scores.shape[0]
    if n == 1:
        return [0]
    matrix = np.full((n + 1, n + 1), -np.inf)
    matrix[1:, :] = scores
    np.fill_diagonal(matrix, -np.inf)
    heads = _arborescence(matrix)
    if sum(h == 0 for h in heads[1:]) == 1:
        return [int(h) for h in heads[1:]]
    best: tuple[float, list[int]] | None = None
    for root in sorted(range(1, n + 1), key=lambda i: -matrix[i, 0])[:5]:
        trial = matrix.copy()
        trial[1:, 0] = -np.inf
        trial[root, :] = -np.inf
        trial[root, 0] = matrix[root, 0]
        candidate = _arborescence(trial)
        value = float(sum(matrix[i, candidate[i]] for i in range(1, n + 1)))
        if best is None or value > best[0]:
            best = (value, [int(h) for h in candidate[1:]])
    assert best is not None
    return best[1]


def _arborescence(matrix: np.ndarray) -> list[int]:
    """Heads of all nodes, node 0 being the root, by contracting cycles."""
    size = matrix.shape[0]
    heads = [0] + [int(matrix[i].argmax()) for i in range(1, size)]
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    inside = set(cycle)
    outside = [i for i in range(size) if i not in inside]
    place = {node: k for k, node in enumerate(outside)}
    merged = len(outside)
    smaller = np.full((merged + 1, merged + 1), -np.inf)
    enter: dict[int, int] = {}
    leave: dict[int, int] = {}
    gain = {i: matrix[i, heads[i]] for i in cycle}
    for i in outside:
        for h in outside:
            smaller[place[i], place[h]] = matrix[i, h]
        options = [(matrix[i, h], h) for h in cycle]
        score, leave[i] = max(options)
        smaller[place[i], merged] = score
    for h in outside:
        options = [(matrix[i, h] - gain[i], i) for i in cycle]
        score, enter[h] = max(options)
        smaller[merged, place[h]] = score
    np.fill_diagonal(smaller, -np.inf)
    solved = _arborescence(smaller)
    result = list(heads)
    for i in outside:
        if i:
            result[i] = leave[i] if solved[place[i]] == merged else outside[solved[place[i]]]
    source = outside[solved[merged]]
    result[enter[source]] = source
    return result


def _cycle(heads: list[int]) -> list[int] | None:
    """The nodes of one cycle, None where there is none."""
    state = [0] * len(heads)
    state[0] = 2
    for start in range(1, len(heads)):
        path = []
        node = start
        while state[node] == 0:
            state[node] = 1
            path.append(node)
            node = heads[node]
        if state[node] == 1:
            return path[path.index(node) :]
        for visited in path:
            state[visited] = 2
    return None
