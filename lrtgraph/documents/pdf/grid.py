"""The tables that lines are drawn around on a page: which boxes they make, and what words stand in each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import Final

from lrtgraph.documents.pdf.rules import Rule
from lrtgraph.documents.pdf.text import Word

_NEAR: Final = 3.0  # points: lines no further apart are one, or meet
_MOST_EDGES: Final = 30  # of a table, across the page
_MOST_HEIGHTS: Final = 150
_MOST_RULES: Final = 600  # on a page, those in line with each other counted once
_LEAST: Final = 2  # columns and rows of a table
_CROSSED: Final = 0.1  # share of words that may run over a line: more, and it is no table's
_FILLED: Final = 0.5  # of the letters' size: how much of a word may stick out of its box


@dataclass(frozen=True, slots=True)
class Box:
    """A cell: its edges, how many columns and rows it takes, its words, and whether one that begins above covers it."""

    left: float
    right: float
    columns: int
    rows: int
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its upper and lower edge, and of each row the boxes that begin there."""

    top: float
    bottom: float
    rows: tuple[tuple[Box, ...], ...]


def grids(words: Sequence[Word], rules: Iterable[Rule]) -> list[Grid]:
    """The tables on a page, from the top; none of them overlap."""
    lines = _in_line(rules)
    if len(lines) > _MOST_RULES:
        return []
    found: list[Grid] = []
    for group in _meeting(lines):
        grid = _grid(words, group)
        if grid and not any(grid.bottom < other.top and other.bottom < grid.top for other in found):
            found.append(grid)
    return sorted(found, key=lambda grid: -grid.top)


def _in_line(rules: Iterable[Rule]) -> list[Rule]:
    """The lines, those in line with each other that meet as one."""
    found: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: (rule.across, round(rule.at), rule.start)):
        same = _place(found, rule)
        if same is None:
            found.append(rule)
        else:
            above = found[same]
            found[same] = Rule(rule.across, above.at, min(above.start, rule.start), max(above.end, rule.end))
    return found


def _place(found: Sequence[Rule], rule: Rule) -> int | None:
    """Where among the lines one stands that the next one goes on with."""
    near = takewhile(lambda at: rule.at - found[at].at <= _NEAR, range(len(found) - 1, -1, -1))
    return next((at for at in near if _is_one(found[at], rule)), None)


def _is_one(above: Rule, rule: Rule) -> bool:
    if above.across != rule.across or abs(above.at - rule.at) > _NEAR / 2:
        return False
    return rule.start <= above.end + _NEAR and above.start <= rule.end + _NEAR


def _meeting(rules: Sequence[Rule]) -> Iterator[list[Rule]]:
    """The lines in groups that hang together; a line that meets none, as under a word, is in none."""
    left = set(range(len(rules)))
    while left:
        group, waiting = [], [left.pop()]
        while waiting:
            at = waiting.pop()
            group.append(rules[at])
            met = {other for other in left if _meet(rules[at], rules[other])}
            left -= met
            waiting += met
        if len(group) > 2 * _LEAST:
            yield group


def _meet(one: Rule, other: Rule) -> bool:
    if one.across == other.across:
        return False
    return other.start - _NEAR <= one.at <= other.end + _NEAR and one.start - _NEAR <= other.at <= one.end + _NEAR


def _grid(words: Sequence[Word], rules: Sequence[Rule]) -> Grid | None:
    across = [rule for rule in rules if rule.across]
    down = [rule for rule in rules if not rule.across]
    edges = _places([rule.at for rule in down] + [end for rule in across for end in (rule.start, rule.end)])
    heights = _places([rule.at for rule in across] + [end for rule in down for end in (rule.start, rule.end)])[::-1]
    if not _LEAST < len(edges) <= _MOST_EDGES or not _LEAST < len(heights) <= _MOST_HEIGHTS:
        return None
    inside = [word for word in words if heights[-1] < _middle(word)[1] < heights[0] and _is_between(word, edges)]
    crossing = sum(_is_crossed(word, down) for word in inside)
    if not inside or crossing > _CROSSED * len(inside):
        return None
    rows = _Filling(inside, across, down, edges, heights).rows()
    told = [sum(bool(box.words) for box in row) for row in rows]
    if sum(count > 1 for count in told) < _LEAST:
        return None
    return Grid(heights[0], heights[-1], tuple(rows))


def _places(values: Iterable[float]) -> list[float]:
    """Where edges are, those next to each other as one."""
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][-1] <= _NEAR:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [(group[0] + group[-1]) / 2 for group in groups]


def _middle(word: Word) -> tuple[float, float]:
    return (word.left + word.right) / 2, word.base + 0.3 * word.size


def _is_between(word: Word, edges: Sequence[float]) -> bool:
    return edges[0] < _middle(word)[0] < edges[-1]


def _is_crossed(word: Word, down: Sequence[Rule]) -> bool:
    """Whether a line runs down through a word."""
    high, out = _middle(word)[1], _FILLED * word.size
    return any(word.left + out < rule.at < word.right - out and rule.start < high < rule.end for rule in down)


class _Filling:
    """Puts the words of a table in its boxes, which reach from edge to edge and from height to height."""

    def __init__(
        self,
        words: Iterable[Word],
        across: Sequence[Rule],
        down: Sequence[Rule],
        edges: Sequence[float],
        heights: Sequence[float],
    ) -> None:
        self.across, self.down, self.edges, self.heights = across, down, edges, heights
        self._cells: dict[tuple[int, int], list[Word]] = {}
        for word in words:
            x, y = _middle(word)
            row = len(heights) - 1 - bisect_left(heights[::-1], y)
            self._cells.setdefault((row, bisect_left(edges, x) - 1), []).append(word)

    def rows(self) -> list[tuple[Box, ...]]:
        """Of each row, from the top, the boxes that begin there; rows without any are left out."""
        taken: set[tuple[int, int]] = set()
        found: list[tuple[Box, ...]] = []
        for row in range(len(self.heights) - 1):
            boxes: list[Box] = []
            for column in range(len(self.edges) - 1):
                if (row, column) in taken:
                    continue
                columns = self._columns(row, column, taken)
                rows = self._rows(row, column, columns)
                taken.update((r, c) for r in range(row, row + rows) for c in range(column, column + columns))
                left, right = self.edges[column], self.edges[column + columns]
                words = self._within(range(row, row + rows), range(column, column + columns))
                boxes.append(Box(left, right, columns, rows, words))
            found.append(tuple(boxes))
        return found

    def _columns(self, row: int, column: int, taken: set[tuple[int, int]]) -> int:
        """How many columns the box there takes: it ends at a line, or where no text runs on."""
        end = column + 1
        while end < len(self.edges) - 1 and (row, end) not in taken and not self._parts(row, end):
            end += 1
        return end - column

    def _parts(self, row: int, edge: int) -> bool:
        x, middle = self.edges[edge], (self.heights[row] + self.heights[row + 1]) / 2
        if any(abs(rule.at - x) <= _NEAR and rule.start < middle < rule.end for rule in self.down):
            return True
        beside = self._within(range(row, row + 1), range(len(self.edges) - 1))
        return not any(_runs_over(line, x) for line in _by_line(beside))

    def _rows(self, row: int, column: int, columns: int) -> int:
        """How many rows the box takes: it ends at a line below it."""
        middle = (self.edges[column] + self.edges[column + columns]) / 2
        end = row + 1
        while end < len(self.heights) - 1 and not self._is_closed(self.heights[end], middle):
            end += 1
        return end - row

    def _is_closed(self, y: float, x: float) -> bool:
        return any(abs(rule.at - y) <= _NEAR and rule.start < x < rule.end for rule in self.across)

    def _within(self, rows: Iterable[int], columns: Sequence[int]) -> tuple[Word, ...]:
        return tuple(word for row in rows for column in columns for word in self._cells.get((row, column), ()))


def _by_line(words: Sequence[Word]) -> Iterator[list[Word]]:
    lines: dict[float, list[Word]] = {}
    for word in words:
        lines.setdefault(round(word.base), []).append(word)
    yield from lines.values()


def _runs_over(line: Sequence[Word], x: float) -> bool:
    """Whether text on one line runs over a place: in a word, or with a space between words that is no wider."""
    if any(word.left < x < word.right for word in line):
        return True
    ordered = sorted(line, key=lambda word: word.left)
    return any(a.right <= x <= b.left and b.left - a.right < b.size for a, b in pairwise(ordered))
