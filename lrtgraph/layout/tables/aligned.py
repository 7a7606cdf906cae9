"""Tables whose cells line up under the heads of their columns ("Nr   Actie   Wie   Wanneer")."""

from __future__ import annotations

from collections.abc import Sequence, Set

from lrtgraph.dutch.column_heads import column_roles
from lrtgraph.layout.lines import Line, Span
from lrtgraph.layout.tables.cells import RULE, Cells, gapped_cells, heads_in, is_gapped_head
from lrtgraph.layout.tables.groups import is_group_line
from lrtgraph.layout.tables.rows import NUMBER, Table, as_table

_SLACK = 2
_DRIFT = 6
"""How far a cell may stand from its head where no other head is as near."""
_LONGEST = 300
"""Characters of a row's line."""
_FAR = 3
"""Blank lines behind which no row stands, but at the top of a page."""


def aligned_table(text: str, lines: Sequence[Line], at: int, stops: Set[int]) -> Table | None:
    """The table whose heads are line `at` (an index), with what lines up under them; none runs over `stops`."""
    if not is_gapped_head(text, lines[at]):
        return None
    head = gapped_cells(text, lines[at])
    columns = heads_in(text, head.spans)
    grid: list[list[list[Span]]] = []
    last = at
    for index in range(at + 1, len(lines)):
        line = lines[index]
        if line.blank:
            continue
        if index in stops or (line.gap >= _FAR and not line.page) or line.end - line.start > _LONGEST:
            break
        cells = _numbered(text, gapped_cells(text, line), head.starts, columns)
        placed = _placed(cells, head.starts) or _in_order(text, cells, columns)
        ruled = RULE.match(text[line.start : line.end]) is not None
        if placed is None or not (ruled or _belongs(placed, line) or is_group_line(text, lines, index, cells.spans)):
            misfit = placed is None and not line.gap and len(cells.spans) > 1
            if misfit and not _has_last_cell(grid):
                return None  # the columns do not line up after all
            break
        again = heads_in(text, cells.spans) == columns
        if again and not _has_last_cell(grid):
            break  # another table
        if not (ruled or again):  # no line under the head, nor the head again on the next page
            _add(text, grid, placed, line, columns)
        last = index
    return as_table(text, (at, last), columns, grid, tuple(head.spans)) if grid else None


def _has_last_cell(grid: Sequence[Sequence[Sequence[Span]]]) -> bool:
    """Whether a row has something in the last column."""
    return any(row[-1] for row in grid)


def _add(text: str, grid: list[list[list[Span]]], placed: dict[int, Span], line: Line, columns: Sequence[str]) -> None:
    """Add the cells of a line to the row above that it goes on with, or as a row."""
    if grid and _continues(text, placed, line, columns) and not _is_another(text, grid[-1], placed, columns):
        for column, span in placed.items():
            grid[-1][column].append(span)
    else:
        grid.append([[placed[column]] if column in placed else [] for column in range(len(columns))])


def _numbered(text: str, cells: Cells, starts: Sequence[int], columns: Sequence[str]) -> Cells:
    """The cells with a row's number parted from what stands one space behind it, where the next column begins."""
    start, end = cells.spans[0]
    number, _, rest = text[start:end].partition(" ")
    behind = cells.starts[0] + len(number) + 1
    if column_roles().get(columns[0]) != "number" or not rest or not NUMBER.match(number):
        return cells
    if abs(cells.starts[0] - starts[0]) > _SLACK or abs(behind - starts[1]) > _SLACK:
        return cells
    spans = [(start, start + len(number)), (start + len(number) + 1, end), *cells.spans[1:]]
    return Cells(spans, [cells.starts[0], behind, *cells.starts[1:]])


def _placed(cells: Cells, starts: Sequence[int]) -> dict[int, Span] | None:
    """Each cell under the column it begins at, or near which alone; None where that is none, or one for two cells."""
    placed: dict[int, Span] = {}
    for span, start in zip(cells.spans, cells.starts, strict=True):
        column = next((c for c, at in enumerate(starts) if abs(at - start) <= _SLACK), None)
        if column is None and len(cells.spans) > 1:
            near = min(range(len(starts)), key=lambda c: abs(starts[c] - start))
            column = near if abs(starts[near] - start) <= _DRIFT else None
        if column is None or column in placed:
            return None
        placed[column] = span
    return placed


def _in_order(text: str, cells: Cells, columns: Sequence[str]) -> dict[int, Span] | None:
    """Cells that do not line up but are as many as the columns, the first a number where numbers are due."""
    if len(cells.spans) != len(columns):
        return None
    numbered = column_roles().get(columns[0]) == "number"
    return dict(enumerate(cells.spans)) if numbered and NUMBER.match(text[slice(*cells.spans[0])]) else None


def _belongs(placed: dict[int, Span], line: Line) -> bool:
    """A line with one cell only belongs to the table where it wraps a cell or stands close to it."""
    return len(placed) > 1 or line.gap == 0


def _continues(text: str, placed: dict[int, Span], line: Line, columns: Sequence[str]) -> bool:
    """The line goes on with the row above: nothing in the first column, or only the first with small letters."""
    if line.gap:
        return False
    if 0 not in placed:
        return True
    start = text[placed[0][0]]
    return (
        column_roles().get(columns[0]) != "number"
        and len(placed) < len(columns)
        and (start.islower() or len(placed) == 1)
    )


def _is_another(text: str, above: Sequence[Sequence[Span]], placed: dict[int, Span], columns: Sequence[str]) -> bool:
    """A line below a row is a row on the same topic: a new sentence with an owner or a deadline of its own."""
    roles = [column_roles().get(name) for name in columns]
    told = next((c for c in placed if roles[c] == "text" and above[c]), None)
    if told is None or not any(roles[c] in ("owner", "deadline") for c in placed):
        return False
    return text[placed[told][0]].isupper() and text[above[told][-1][1] - 1] in ".;"
