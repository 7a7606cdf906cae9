"""Heads inside a table: a line of a few words over some of its rows ("Opvang" over the actions about it)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from math import inf

from lrtgraph.layout.lines import Line, Span

GridRow = Sequence[Sequence[Span]]
"""For each column of a row the raw spans of its lines."""

_MOST_WORDS = 6
_FEW_WORDS = 3
"""Words of a head over rows without numbers; more may be an action without an owner."""
_LEAST_CELLS = 2
_OPEN_END = re.compile(r"(?:[.?!;:,/&(–-]|\b(?:en|of|van|voor|met|de|het|een|over|door|aan|in|op|te))\Z")
_NUMBERED = re.compile(r"[|\s]*(?:[A-Z]{1,2}[-.]?)?\d{1,5}\s?[.):;|]?\s")


def _is_group(text: str, start: int, end: int) -> bool:
    """Whether some text may be such a head, by its form: a few words from a capital on, without a sentence's end."""
    body = text[start:end]
    return body[:1].isupper() and len(body.split()) <= _MOST_WORDS and not _OPEN_END.search(body)


def is_group_line(text: str, lines: Sequence[Line], index: int, cells: Sequence[Span]) -> bool:
    """Whether a line of one cell is a head over the row that the next line with text opens."""
    after = next((line for line in lines[index + 1 : index + 4] if not line.blank), None)
    if len(cells) != 1 or after is None or after.gap > 1 or not _is_group(text, *cells[0]):
        return False
    return _NUMBERED.match(text, after.start, after.end) is not None


def with_groups(text: str, grid: Sequence[GridRow], number: int | None) -> list[tuple[GridRow, Span | None]]:
    """The rows, each with the head that stands over it; heads that were taken for a row or its end are no part of one.

    `number` is the column of the rows' numbers, if there is one. Where one head is sure, what may be one is.
    """
    found = _grouped(text, grid, number, _room(text, grid))
    return _grouped(text, grid, number, [inf] * len(grid[0])) if any(above for _, above in found) else found


def _grouped(
    text: str, grid: Sequence[GridRow], number: int | None, room: Sequence[float]
) -> list[tuple[GridRow, Span | None]]:
    found: list[tuple[GridRow, Span | None]] = []
    above: Span | None = None
    for position, row in enumerate(grid):
        below = grid[position + 1] if position + 1 < len(grid) else None
        if below is not None and (lone := _lone(text, grid, row, below, number)):
            above = lone
            continue
        kept, tail = _without_tail(text, row, room) if below is not None and _is_full(below, number) else (row, None)
        found.append((kept, above))
        above = tail
    return found


def _room(text: str, grid: Sequence[GridRow]) -> list[float]:
    """How many characters fit in each column; where cells are not set in columns, text does not wrap in them."""
    widths: list[float] = [
        max((end - start for row in grid for start, end in row[c]), default=0) for c in range(len(grid[0]))
    ]
    padded = False
    for row in grid:
        for column, (cell, beside) in enumerate(pairwise(row)):
            between = text[cell[0][1] : beside[0][0]] if cell and beside and cell[0][1] <= beside[0][0] else "\n"
            if "\n" not in between:
                padded = padded or between.startswith("  ")
                widths[column] = max(widths[column], beside[0][0] - cell[0][0] - 2)
    return widths if padded else [inf] * len(widths)


def _lone(text: str, grid: Sequence[GridRow], row: GridRow, below: GridRow, number: int | None) -> Span | None:
    """The head that a whole row is: its only cell, without a number; where no row has one, the first is a head too."""
    filled = [column for column, cell in enumerate(row) if cell]
    if len(filled) != 1 or len(row[filled[0]]) != 1 or not _is_full(below, number):
        return None
    start, end = row[filled[0]][0]
    body = text[start:end]
    if not _is_group(text, start, end):
        return None
    if number is None:
        styled = filled[0] == 0 and (row is grid[0] or _lone(text, grid, grid[0], grid[1], None) is not None)
        return (start, end) if styled and len(body.split()) <= _FEW_WORDS else None
    return (start, end) if filled[0] != number or not any(map(str.isdigit, body)) else None


def _without_tail(text: str, row: GridRow, room: Sequence[float]) -> tuple[GridRow, Span | None]:
    """A row without the head over the next one, where that stands alone on its last line and is no wrapped end."""
    last = max((span for cell in row for span in cell), default=None)
    column = next((c for c, cell in enumerate(row) if len(cell) > 1 and cell[-1] == last), None)
    if last is None or column is None or not _is_group(text, *last):
        return row, None
    before = row[column][-2]
    ends = max(end for cell in row for start, end in cell if (start, end) != last)
    alone = "\n" in text[ends : last[0]]
    first = text[last[0] : last[1]].split()[0]
    fits = before[1] - before[0] + 1 + len(first) <= room[column]
    if not alone or not fits or _OPEN_END.search(text[before[0] : before[1]].rstrip(".")):
        return row, None
    return [cell[:-1] if c == column else cell for c, cell in enumerate(row)], last


def _is_full(row: GridRow, number: int | None) -> bool:
    """The row has a number where rows have one, and cells besides."""
    return _is_filled(row) and (number is None or bool(row[number]))


def _is_filled(row: GridRow) -> bool:
    return sum(bool(cell) for cell in row) >= _LEAST_CELLS
