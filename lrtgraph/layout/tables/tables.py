"""Tables in text: by pipes, by tabs, or by columns that line up, with cells that wrap over lines."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass

from lrtgraph.dutch.column_heads import column_roles, roles_of
from lrtgraph.layout.lines import PIPES, Line
from lrtgraph.layout.tables.groups import is_group_line, with_groups
from lrtgraph.layout.tables.parted_lines import WAYS, Span, is_below_tabs, pipe_cells, semicolon_cells, tab_cells

_CELL_GAP = re.compile(r"\s{2,}|\t+")
RULE = re.compile(rf"[\s{PIPES}+:=_\u2500-\u257f-]{{3,}}\Z")
"""A line drawn between the rows of a table."""
_EMPTY = re.compile(r"[-–—/\s.]*\Z|n\.?v\.?t\.?\Z", re.IGNORECASE)
_NUMBER = re.compile(r"(?:[A-Z]{1,3}[-. ]?)?\d{1,5}(?:[-.]\w{1,4}){0,3}[.)]?\Z")
_TOPIC = re.compile(r"\d{1,2}(?:\s?[.):]\s*|\s+)[^\W\d_]{3,}")
"""A number with its topic: "1. Opening"."""
_SLACK = 2
_DRIFT = 6
"""How far a cell may stand from its head where no other head is as near."""
_MOST_CELLS = 30
_SAMPLE = 50
"""Rows by which it is told whether they are those of a table."""
_LONGEST_HEAD = 200  # characters
_MOST_LINES = 12
"""Lines that one row of a table between pipes may run over, on average."""


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
    """A table on lines `first` to `last` (indexes): its column heads in lower case, its rows, and the head's cells."""

    first: int
    last: int
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    head: tuple[Span, ...] = ()


@dataclass(slots=True)
class _Cells:
    """One line's cells with the column each begins at."""

    index: int
    spans: list[Span]
    starts: list[int]


def find_tables(
    text: str, lines: Sequence[Line], stops: Set[int] = frozenset(), fresh: Set[int] = frozenset()
) -> list[Table]:
    """The tables of a document, in order.

    None runs over a line of `stops` (indexes), where heads stand, or goes on at one of `fresh`, where one may begin.
    """
    tables: list[Table] = []
    ends = stops | fresh
    at = 0
    while at < len(lines):
        table = None if at in stops else _piped(text, lines, at, ends) or _aligned(text, lines, at, ends)
        if table:
            tables.append(table)
            at = table.last + 1
        else:
            at += 1
    return tables


def is_table_head(text: str, line: Line) -> bool:
    """Whether the words of a line, parted by wide gaps, are the heads of a table's columns ("Nr   Actie   Datum")."""
    if line.blank or line.end - line.start > _LONGEST_HEAD or not _CELL_GAP.search(text, line.start, line.end):
        return False
    return bool(_head(text, _cells(text, line, 0).spans))


def head_names(text: str, line: Line) -> tuple[str, ...]:
    """The heads of a table's columns in lower case that a line is, however they are parted, or none."""
    return () if line.blank or line.end - line.start > _LONGEST_HEAD else _head(text, cells_of(text, line))


def opens_body(text: str, line: Line) -> bool:
    """Whether a line is the head of a table of what was said or settled, not of who was there."""
    roles = roles_of(head_names(text, line))
    return "text" in roles and not {"person", "office"} & set(roles)


def cells_of(text: str, line: Line) -> list[Span]:
    """The cells of a line by pipes, tabs or semicolons, or else by wide gaps."""
    split = next((split for is_row, split in WAYS if not line.blank and is_row(text, line)), None)
    return list(split(text, line)) if split else _cells(text, line, 0).spans


def _piped(text: str, lines: Sequence[Line], at: int, stops: Set[int]) -> Table | None:
    """A table whose cells pipes, tabs or semicolons part; one line is one row unless its first cell is empty."""
    found = next((way for way in WAYS if way[0](text, lines[at])), None)
    if found is None or (found[1] is semicolon_cells and not _is_semicolon_head(text, lines[at])):
        return None
    is_row, split = found
    opening = head_names(text, lines[at])
    rows: list[list[list[Span]]] = []
    last, open_row, fenced = at, False, False
    for index in range(at, len(lines)):
        line = lines[index]
        if line.blank:
            if index - last > 2:
                break
            continue
        names = head_names(text, line) if rows and (line.gap or opening) else ()
        if rows and (index in stops or (names and names != opening and line.gap)):
            break  # below blank lines the heads of other columns
        if names and names == opening:
            if len(rows) == 1:
                break  # no row between: another table
            last = index  # the head again, on the next page
            continue
        body = text[line.start : line.end]
        if RULE.match(body) and rows and not open_row:
            last = index
            continue
        open_row = open_row and body[0] not in PIPES and not (split is semicolon_cells and line.gap)
        lone = [(line.start, line.end)]
        goes_on = open_row or (rows and (is_below_tabs(text, line, split) or is_group_line(text, lines, index, lone)))
        if not is_row(text, line) and not goes_on:
            break
        cells = [[span] if span[0] < span[1] else [] for span in split(text, line)]
        if open_row:
            rows[-1][-1] += cells[0]
            rows[-1] += cells[1:]
        else:
            rows.append(cells)
            fenced = split is pipe_cells and body[0] in PIPES
        if len(rows) == _SAMPLE and not _is_grid(text, rows, tabbed=split is tab_cells):
            return None
        unclosed = fenced and body[-1] not in PIPES and len(rows[-1]) < _MOST_CELLS
        unclosed = unclosed or (split is semicolon_cells and 1 < len(rows[-1]) < len(rows[0]))
        open_row = unclosed and index - at < _MOST_LINES * len(rows)
        last = index
    if len(rows) < 2 or not _is_grid(text, rows, tabbed=split is tab_cells):
        return None
    widest = max(map(len, rows))
    first = [cell[0] if cell else (lines[at].start, lines[at].start) for cell in rows[0]]
    columns = _head(text, first)
    merged: list[list[list[Span]]] = []
    for row in rows[1:] if columns else rows:
        cells = row + [[] for _ in range(widest - len(row))]
        if merged and not cells[0] and sum(bool(cell) for cell in cells) < len(cells) - 1:
            for column, cell in enumerate(cells):
                merged[-1][column] += cell
        else:
            merged.append(cells)
    head = tuple(span for span in first if span[0] < span[1]) if columns else ()
    return _table(text, at, last, columns, merged, head)


def _is_grid(text: str, rows: Sequence[Sequence[Sequence[Span]]], *, tabbed: bool) -> bool:
    """Whether the first lines are rows of cells; those with tabs have three or more, or heads of columns above them."""
    first = rows[:_SAMPLE]
    if not tabbed:
        return any(len(row) > 1 for row in first)
    wide = sum(sum(map(bool, row)) >= 3 for row in first)
    return 2 * wide >= len(first) or bool(_head(text, [cell[0] if cell else (0, 0) for cell in rows[0]]))


def _aligned(text: str, lines: Sequence[Line], at: int, stops: Set[int]) -> Table | None:
    """A table whose cells line up under a head of known column names ("Nr   Actie   Wie   Wanneer")."""
    line = lines[at]
    if line.blank or line.end - line.start > _LONGEST_HEAD or not _CELL_GAP.search(text, line.start, line.end):
        return None
    head = _cells(text, line, at)
    if len(head.spans) < 2:
        return None
    columns = _head(text, head.spans)
    if not columns:
        return None
    merged: list[list[list[Span]]] = []
    last = at
    for index in range(at + 1, len(lines)):
        current = lines[index]
        if current.blank:
            continue
        if index in stops or (current.gap >= 3 and not current.page) or current.end - current.start > 300:
            break
        cells = _numbered(text, _cells(text, current, index), head.starts, columns)
        placed = _placed(cells, head.starts) or _in_order(text, cells, columns)
        ruled = RULE.match(text[current.start : current.end]) is not None
        if placed is None or not (ruled or _belongs(placed, current) or is_group_line(text, lines, index, cells.spans)):
            misfit = placed is None and not current.gap and len(cells.spans) > 1
            if misfit and not any(row[-1] for row in merged):
                return None  # the columns do not line up after all
            break
        again = _head(text, cells.spans) == columns
        if again and not any(row[-1] for row in merged):
            break  # another table
        if ruled or again:
            last = index  # a line under the head, or the head again on the next page
            continue
        if merged and _continues(text, placed, current, columns) and not _is_another(text, merged[-1], placed, columns):
            for column, span in placed.items():
                merged[-1][column].append(span)
        else:
            merged.append([[placed[column]] if column in placed else [] for column in range(len(columns))])
        last = index
    return _table(text, at, last, columns, merged, tuple(head.spans)) if merged else None


def _table(
    text: str,
    first: int,
    last: int,
    columns: tuple[str, ...],
    grid: Sequence[Sequence[Sequence[Span]]],
    head: tuple[Span, ...],
) -> Table:
    """The table without its column of numbers and without cells that hold nothing."""
    roles = column_roles()
    number = 0 if columns and roles.get(columns[0]) == "number" else None
    if number == 0 and _holds_topics(text, [row[0] for row in grid]):
        number = None
    elif number is None and grid and all(len(row[0]) <= 1 for row in grid):
        codes = [text[row[0][0][0] : row[0][0][1]] for row in grid if row[0]]
        if codes and all(_NUMBER.match(code) for code in codes):
            number = 0
    rows: list[Row] = []
    for cells, group in with_groups(text, grid, number) if grid else ():
        marker = None
        if number is not None and cells[0]:
            marker = text[cells[0][0][0] : cells[0][0][1]].strip()
        kept = [_filled(text, cell) for column, cell in enumerate(cells) if column != number]
        if any(kept):
            rows.append(Row(tuple(kept), marker, group))
    names = tuple(name for column, name in enumerate(columns) if column != number)
    return Table(first, last, names, tuple(rows), head)


def _holds_topics(text: str, cells: Sequence[Sequence[Span]]) -> bool:
    """Whether what stands below "Nr" are topics with their numbers: "1. Opening"."""
    told = [cell for cell in cells if cell]
    return 2 * sum(_TOPIC.match(text, *cell[0]) is not None for cell in told) > len(told)


def _filled(text: str, cell: Sequence[Span]) -> tuple[Span, ...]:
    whole = " ".join(text[start:end] for start, end in cell)
    return () if _EMPTY.match(whole) else tuple(cell)


def _head(text: str, spans: Sequence[Span]) -> tuple[str, ...]:
    """The column names, if at least two cells and half of them are known ones."""
    roles = column_roles()
    names = tuple(" ".join(text[start:end].split()).strip(" :*?").lower() for start, end in spans)
    known = sum(name in roles for name in names)
    return names if known >= 2 and 2 * known >= len(names) else ()


def _cells(text: str, line: Line, index: int) -> _Cells:
    spans: list[Span] = []
    at = line.start
    for gap in _CELL_GAP.finditer(text, line.start, line.end):
        spans.append((at, gap.start()))
        at = gap.end()
    spans.append((at, line.end))
    starts = [line.indent + start - line.start for start, _ in spans]
    return _Cells(index, spans, starts)


def _numbered(text: str, cells: _Cells, starts: Sequence[int], columns: Sequence[str]) -> _Cells:
    """The cells with a row's number parted from what stands one space behind it, where the next column begins."""
    start, end = cells.spans[0]
    number, _, rest = text[start:end].partition(" ")
    behind = cells.starts[0] + len(number) + 1
    if column_roles().get(columns[0]) != "number" or not rest or not _NUMBER.match(number):
        return cells
    if abs(cells.starts[0] - starts[0]) > _SLACK or abs(behind - starts[1]) > _SLACK:
        return cells
    spans = [(start, start + len(number)), (start + len(number) + 1, end), *cells.spans[1:]]
    return _Cells(cells.index, spans, [cells.starts[0], behind, *cells.starts[1:]])


def _placed(cells: _Cells, starts: Sequence[int]) -> dict[int, Span] | None:
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


def _in_order(text: str, cells: _Cells, columns: Sequence[str]) -> dict[int, Span] | None:
    """Cells that do not line up but are as many as the columns, the first a number where numbers are due."""
    if len(cells.spans) != len(columns):
        return None
    numbered = column_roles().get(columns[0]) == "number"
    return dict(enumerate(cells.spans)) if numbered and _NUMBER.match(text[slice(*cells.spans[0])]) else None


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


def _is_semicolon_head(text: str, line: Line) -> bool:
    return line.end - line.start <= _LONGEST_HEAD and len(_head(text, list(semicolon_cells(text, line)))) > 2
