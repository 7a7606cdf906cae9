"""Tables of people that a conversion took apart: every name of a column, and every cell, on a line of its own."""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import takewhile

from lrtgraph.layout.attendance_tables import is_attendance
from lrtgraph.layout.lines import Line
from lrtgraph.layout.tables import Row, Table, column_roles

_LEAST = 2
"""Rows of such a table; one alone may be anything."""


def stacked_people(text: str, lines: Sequence[Line], first: int, front: int, taken: Set[int]) -> list[Table]:
    """The tables of people in the lines from `first` to `front` that are not taken; no blank line stands in one."""
    found: list[Table] = []
    at = first
    while at < front:
        table = None if at in taken else _table(text, lines, at, front)
        if table is not None:
            found.append(table)
        at = table.last + 1 if table else at + 1
    return found


def opens_stack(text: str, lines: Sequence[Line], index: int) -> bool:
    """Whether a line and the next are heads of columns of what was said or settled: "Agendapunt", "Besproken"."""
    names = [_name(text, line) for line in lines[index : index + 2]]
    roles = [column_roles().get(name) for name in names]
    return len(roles) > 1 and all(role in ("topic", "text", "number", "owner") for role in roles) and "text" in roles


def _table(text: str, lines: Sequence[Line], at: int, front: int) -> Table | None:
    block = [lines[at], *takewhile(lambda line: not line.blank and not line.gap, lines[at + 1 : front])]
    names = tuple(takewhile(column_roles().__contains__, (_name(text, line) for line in block)))
    width = len(names)
    if lines[at].blank or not width or not is_attendance(head := Table(at, at, names, ())):
        return None
    cells = [((line.start, line.end),) for line in block[width:]]
    if len(cells) % width or len(cells) < _LEAST * width:
        return None
    rows = tuple(Row(tuple(cells[start : start + width])) for start in range(0, len(cells), width))
    heads = tuple((line.start, line.end) for line in block[:width])
    return Table(head.first, at + len(block) - 1, names, rows, heads)


def _name(text: str, line: Line) -> str:
    return "" if line.blank else " ".join(text[line.start : min(line.end, line.start + 40)].lower().split()).strip(" :")
