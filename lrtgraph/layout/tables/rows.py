"""The table that cells make: its rows without empty cells, with their numbers apart, and the heads inside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lrtgraph.dutch.column_heads import column_roles
from lrtgraph.layout.lines import Span
from lrtgraph.layout.tables.groups import with_groups

_EMPTY = re.compile(r"[-–—/\s.]*\Z|n\.?v\.?t\.?\Z", re.IGNORECASE)
NUMBERED = r"(?:[A-Z]{1,3}[-. ]?)?\d{1,5}(?:[-.]\w{1,4}){0,3}[.)]?"
"""The number of a row, as part of a pattern."""
NUMBER = re.compile(rf"{NUMBERED}\Z")
_TOPIC = re.compile(r"\d{1,2}(?:\s?[.):]\s*|\s+)[^\W\d_]{3,}")
"""A number with its topic: "1. Opening"."""


@dataclass(frozen=True, slots=True)
class Row:
    """A table row: for each column the raw spans of its lines; `marker` is what stood in a column of numbers.

    `group` is the head inside the table that the row is the first below.
    """

    cells: tuple[tuple[Span, ...], ...]
    marker: str | None = None
    group: Span | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table on lines `first` to `last` (indexes): its column heads in lower case, its rows, and the head's cells.

    `exchange`: its rows are remarks, each of a speaker and what he says.
    """

    first: int
    last: int
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    head: tuple[Span, ...] = ()
    exchange: bool = False


def as_table(
    text: str,
    lines: tuple[int, int],
    columns: tuple[str, ...],
    grid: list[list[list[Span]]],
    head: tuple[Span, ...],
) -> Table:
    """The table on lines `first` to `last`, without its column of numbers and without cells that hold nothing."""
    number = _number_column(text, columns, grid)
    rows: list[Row] = []
    for cells, group in with_groups(text, grid, number) if grid else ():
        marker = None
        if number is not None and cells[0]:
            marker = text[slice(*cells[0][0])].strip()
        kept = [_filled(text, cell) for column, cell in enumerate(cells) if column != number]
        if any(kept):
            rows.append(Row(tuple(kept), marker, group))
    names = tuple(name for column, name in enumerate(columns) if column != number)
    return Table(*lines, names, tuple(rows), head)


def _number_column(text: str, columns: tuple[str, ...], grid: list[list[list[Span]]]) -> int | None:
    """The first column, where it holds the numbers of rows, by its head or by its cells."""
    if columns and column_roles().get(columns[0]) == "number":
        return None if _holds_topics(text, [row[0] for row in grid]) else 0
    if not grid or any(len(row[0]) > 1 for row in grid):
        return None
    codes = [text[slice(*row[0][0])] for row in grid if row[0]]
    return 0 if codes and all(map(NUMBER.match, codes)) else None


def _holds_topics(text: str, cells: Sequence[Sequence[Span]]) -> bool:
    """Whether what stands below "Nr" are topics with their numbers: "1. Opening"."""
    told = [cell for cell in cells if cell]
    return 2 * sum(_TOPIC.match(text, *cell[0]) is not None for cell in told) > len(told)


def _filled(text: str, cell: Sequence[Span]) -> tuple[Span, ...]:
    whole = " ".join(text[start:end] for start, end in cell)
    return () if _EMPTY.match(whole) else tuple(cell)
