"""Tables of people that a conversion took apart: every name of a column, and every cell, on a line of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import takewhile

from lrtgraph.dutch.column_heads import column_roles
from lrtgraph.layout.attendance.tables import is_attendance
from lrtgraph.layout.lines import Line
from lrtgraph.layout.tables.rows import Row, Table

_LEAST = 2
"""Rows of such a table; one alone may be anything."""
_MOST = 8
"""Columns of one."""


def stacked_people(text: str, lines: Sequence[Line], first: int, front: int, taken: Set[int]) -> list[Table]:
    """The tables of people in the lines from `first` to `front` that are not taken; no blank line stands in one."""
    tables = (_table(text, lines, block) for block in _blocks(lines, first, front, taken))
    return [table for table in tables if table is not None]


def _blocks(lines: Sequence[Line], first: int, front: int, taken: Set[int]) -> Iterator[list[int]]:
    """The indexes of lines that stand right under each other."""
    block: list[int] = []
    for index in range(first, front):
        line = lines[index]
        if block and (line.blank or line.gap or index in taken):
            yield block
            block = []
        if not line.blank and index not in taken:
            block.append(index)
    if block:
        yield block


def _table(text: str, lines: Sequence[Line], block: Sequence[int]) -> Table | None:
    """The table that ends a block: its heads, and a row for each as many lines below them."""
    names = [_name(text, lines[index]) for index in block]
    for at in range(len(names)):
        head = tuple(takewhile(column_roles().__contains__, names[at : at + _MOST]))
        width, under = len(head), len(names) - at - len(head)
        if not head or under % width or under < _LEAST * width or not is_attendance(Table(at, at, head, ())):
            continue
        spans = [(lines[index].start, lines[index].end) for index in block[at:]]
        cells = [(span,) for span in spans[width:]]
        rows = tuple(Row(tuple(cells[start : start + width])) for start in range(0, under, width))
        return Table(block[at], block[-1], head, rows, tuple(spans[:width]))
    return None


def _name(text: str, line: Line) -> str:
    return "" if line.blank else " ".join(text[line.start : min(line.end, line.start + 40)].lower().split()).strip(" :")
