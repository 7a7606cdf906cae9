"""Tables whose cells pipes, tabs or semicolons part."""

from __future__ import annotations

from collections.abc import Sequence, Set

from lrtgraph.layout.lines import PIPES, Line, Span
from lrtgraph.layout.tables.cells import (
    RULE,
    WAYS,
    Way,
    head_names,
    heads_in,
    is_below_tabs,
    may_be_head,
    pipe_cells,
    semicolon_cells,
    tab_cells,
)
from lrtgraph.layout.tables.groups import is_group_line
from lrtgraph.layout.tables.rows import Table, as_table

_MOST_CELLS = 30
_MOST_BLANK = 2
"""Lines without text between two rows."""
_SAMPLE = 50
"""Rows by which it is told whether they are those of a table."""
_MOST_LINES = 12
"""Lines that one row of a table between pipes may run over, on average."""


def piped_table(text: str, lines: Sequence[Line], at: int, stops: Set[int]) -> Table | None:
    """The table that begins at line `at` (an index), if its lines are parted into cells; none runs over `stops`.

    One line is one row, unless its first cell is empty, or the row before it is not closed.
    """
    way = next((way for way in WAYS if way[0](text, lines[at])), None)
    if way is None or (way[1] is semicolon_cells and not _is_semicolon_head(text, lines[at])):
        return None
    found = _Rows(text, lines, at, way)
    if not found.read(stops):
        return None
    first = [cell[0] if cell else (lines[at].start, lines[at].start) for cell in found.rows[0]]
    columns = heads_in(text, first)
    grid = _joined(found.rows[1:] if columns else found.rows, max(map(len, found.rows)))
    head = tuple(span for span in first if span[0] < span[1]) if columns else ()
    return as_table(text, (at, found.last), columns, grid, head)


def _is_semicolon_head(text: str, line: Line) -> bool:
    return may_be_head(line) and len(heads_in(text, list(semicolon_cells(text, line)))) > 2


def _joined(rows: Sequence[list[list[Span]]], widest: int) -> list[list[list[Span]]]:
    """The rows with as many cells each, where one whose first cell is empty goes on with the row above it."""
    merged: list[list[list[Span]]] = []
    for row in rows:
        cells = row + [[] for _ in range(widest - len(row))]
        if merged and not cells[0] and sum(bool(cell) for cell in cells) < len(cells) - 1:
            for column, cell in enumerate(cells):
                merged[-1][column] += cell
        else:
            merged.append(cells)
    return merged


class _Rows:
    """The rows of a table, taken from its lines one by one; `last` is the line of the last."""

    def __init__(self, text: str, lines: Sequence[Line], at: int, way: Way) -> None:
        self.rows: list[list[list[Span]]] = []
        self.last = at
        self._text, self._lines, self._first = text, lines, at
        self._is_row, self._split = way
        self._heads = head_names(text, lines[at])
        self._open = False
        """Whether the last row goes on in the next line."""
        self._fenced = False
        """Whether pipes stand around the rows."""

    def read(self, stops: Set[int]) -> bool:
        """Take the lines up to one that is no row; whether they are those of a table."""
        for index in range(self._first, len(self._lines)):
            if self._lines[index].blank:
                if index - self.last > _MOST_BLANK:
                    break
                continue
            names = self._names(index)
            if self._ends_before(index, names, stops):
                break
            if not (names and names == self._heads) and not self._is_rule(index):
                if not self._take(index):
                    break
                if len(self.rows) == _SAMPLE and not self._is_grid():
                    return False
            self.last = index
        return len(self.rows) > 1 and self._is_grid()

    def _names(self, index: int) -> tuple[str, ...]:
        """The heads of columns in a line below the first row; without such heads above, only below blank lines."""
        below = self.rows and (self._lines[index].gap or self._heads)
        return head_names(self._text, self._lines[index]) if below else ()

    def _ends_before(self, index: int, names: tuple[str, ...], stops: Set[int]) -> bool:
        """Whether another table or a head of the text begins at a line."""
        if not self.rows:
            return False
        if index in stops or (names and names == self._heads and len(self.rows) == 1):
            return True
        return bool(names) and names != self._heads and self._lines[index].gap > 0

    def _is_rule(self, index: int) -> bool:
        line = self._lines[index]
        return bool(self.rows) and not self._open and RULE.match(self._text[line.start : line.end]) is not None

    def _take(self, index: int) -> bool:
        """Add a line as a row, or to the row that it goes on with; whether it is one."""
        text, line = self._text, self._lines[index]
        body = text[line.start : line.end]
        goes_on = self._open and body[0] not in PIPES and not (self._split is semicolon_cells and line.gap)
        if not self._is_row(text, line) and not goes_on and not (self.rows and self._is_below(index)):
            return False
        cells = [[span] if span[0] < span[1] else [] for span in self._split(text, line)]
        if goes_on:
            self.rows[-1][-1] += cells[0]
            self.rows[-1] += cells[1:]
        else:
            self.rows.append(cells)
            self._fenced = self._split is pipe_cells and body[0] in PIPES
        unclosed = self._fenced and body[-1] not in PIPES and len(self.rows[-1]) < _MOST_CELLS
        unclosed = unclosed or (self._split is semicolon_cells and 1 < len(self.rows[-1]) < len(self.rows[0]))
        self._open = unclosed and index - self._first < _MOST_LINES * len(self.rows)
        return True

    def _is_below(self, index: int) -> bool:
        """Whether a line that is not parted belongs to the rows above: by its tabs, or as a head inside the table."""
        line = self._lines[index]
        lone = [(line.start, line.end)]
        return is_below_tabs(self._text, line, self._split) or is_group_line(self._text, self._lines, index, lone)

    def _is_grid(self) -> bool:
        """Whether the first lines are rows of cells; those with tabs have three or more, or heads of columns above."""
        first = self.rows[:_SAMPLE]
        if self._split is not tab_cells:
            return any(len(row) > 1 for row in first)
        wide = sum(sum(map(bool, row)) >= 3 for row in first)
        return 2 * wide >= len(first) or bool(heads_in(self._text, [cell[0] if cell else (0, 0) for cell in first[0]]))
