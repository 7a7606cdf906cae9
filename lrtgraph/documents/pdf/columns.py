"""The tables on a page around which no lines are drawn: rows below a head of known names, parted by white space.

Only those are told whose rows can be: by a wider step from each to the next, or by a number in front of each. Where
every row is one line there is nothing to tell; others stay as they stand on the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, TypeAlias

from lrtgraph.documents.pdf.grid import Box, Grid
from lrtgraph.documents.pdf.text import Row, Word, rows_of
from lrtgraph.dutch.column_heads import column_roles

_GUTTER: Final = 0.4  # of the letters' size: the least between columns
_APART: Final = 1.2  # of the usual step: more is a new row of the table
_FAR: Final = 5.0  # of the letters' size: what is further down is no part of the table
_LINE: Final = 0.9  # of the letters' size: the least step from one line of a cell to the next
_LEAST_ROWS: Final = 3  # with the head
_PADDING: Final = 5.4  # points between a cell's edge and its text, as word processors set it
_NUMBER: Final = re.compile(r"(?:[A-Z]{1,3}[-. ]?)?\d{1,4}[.)]?\Z")

Span: TypeAlias = tuple[float, float]
Band: TypeAlias = list[Row]
"""The lines of one row of a table."""


def spaced_grids(words: Sequence[Word]) -> list[Grid]:
    """The tables among words, from the top, in which cells wrap."""
    rows = rows_of(words)
    found: list[Grid] = []
    at = 0
    while at < len(rows):
        end = at + 1
        if _is_head(rows[at]):
            end, gutters = _end(rows, at)
            bands = _bands(rows[at:end], gutters)
            if bands is not None:
                found.append(_grid(bands, gutters))
                end = at + sum(map(len, bands))
            else:
                end = at + 1
        at = end
    return found


def _is_head(row: Row) -> bool:
    """Whether a row is the names of columns: two of them known, and half of all."""
    names = [text.strip(" :*?").lower() for _, text in row.cells()]
    known = sum(name in column_roles() for name in names)
    return known > 1 and 2 * known >= len(names)


def _end(rows: Sequence[Row], at: int) -> tuple[int, list[Span]]:
    """Where the rows end that leave the gutters of the head free, and what they leave of them."""
    starts = [left for left, _ in rows[at].cells()][1:]
    gutters = [(max(word.right for word in rows[at].words if word.left < start), start) for start in starts]
    end = at + 1
    while end < len(rows) and rows[end - 1].base - rows[end].base <= _FAR * rows[end].size:
        narrowed = [_free(gutter, rows[end]) for gutter in gutters]
        kept = [gutter for gutter in narrowed if gutter is not None]
        if len(kept) < len(gutters) or _has_more(rows[end], kept):
            break
        gutters, end = kept, end + 1
    return end, gutters


def _has_more(row: Row, gutters: Sequence[Span]) -> bool:
    """Whether a row has a wide gap inside a column, as beside text in the margin."""
    starts = [left for left, _ in row.cells()]
    columns = [sum(end <= left + 0.1 for _, end in gutters) for left in starts]
    return len(set(columns)) < len(columns)


def _free(gutter: Span, row: Row) -> Span | None:
    """What a row leaves of a gutter: its widest part without a word."""
    left, right = gutter
    edges = [left, *(end for word in row.words for end in (word.left, word.right) if left < end < right), right]
    parts = [
        (start, end)
        for start, end in pairwise(sorted(edges))
        if not any(word.left < (start + end) / 2 < word.right for word in row.words)
    ]
    best = max(parts, key=lambda part: part[1] - part[0], default=(0.0, 0.0))
    return best if best[1] - best[0] >= _GUTTER * row.size else None


def _bands(rows: Sequence[Row], gutters: Sequence[Span]) -> list[Band] | None:
    """The lines of each row of the table, if they can be told and some row has more than one."""
    for bands in (_by_step(rows), _by_number(rows, gutters)):
        bands = _whole(bands, gutters)
        if len(bands) >= _LEAST_ROWS and any(len(band) > 1 for band in bands[1:]):
            return bands
    return None


def _by_step(rows: Sequence[Row]) -> list[Band]:
    steps = [above.base - row.base for above, row in pairwise(rows)]
    lines = [step for step, row in zip(steps, rows[1:], strict=True) if step >= _LINE * row.size]
    usual = min(lines, default=0.0)
    bands = [[rows[0]]]
    for step, row in zip(steps, rows[1:], strict=True):
        if step > _APART * usual:
            bands.append([row])
        else:
            bands[-1].append(row)
    return bands


def _by_number(rows: Sequence[Row], gutters: Sequence[Span]) -> list[Band]:
    """Rows that begin with their number, right below the head; they end at a wider step behind the last."""
    first = [" ".join(word.text for word in _parted(row, gutters)[0]) for row in rows]
    at = [number for number, text in enumerate(first) if number and _NUMBER.match(text)]
    if not at or at[0] != 1 or any(first[number] for number in range(1, len(rows)) if number not in at):
        return []
    last = _by_step(rows[at[-1] :])[0]
    return [[rows[0]], *(list(rows[start:end]) for start, end in pairwise(at)), last]


def _whole(bands: Sequence[Band], gutters: Sequence[Span]) -> list[Band]:
    """The bands, those of one cell with the one that they go on with, and none behind the last of several cells."""
    found: list[Band] = []
    for band in bands:
        filled = _filled(band, gutters)
        if found and len(filled) == 1 and filled[0] > 0:
            found[-1] += band
        else:
            found.append(list(band))
    while found and len(_filled(found[-1], gutters)) < 2:
        found.pop()
    return found


def _filled(band: Band, gutters: Sequence[Span]) -> list[int]:
    return [column for column, words in enumerate(_columns(band, gutters)) if words]


def _columns(band: Band, gutters: Sequence[Span]) -> list[list[Word]]:
    parted = [_parted(row, gutters) for row in band]
    return [[word for row in parted for word in row[column]] for column in range(len(gutters) + 1)]


def _parted(row: Row, gutters: Sequence[Span]) -> list[list[Word]]:
    """A row's words by column."""
    columns: list[list[Word]] = [[] for _ in range(len(gutters) + 1)]
    for word in row.words:
        columns[sum(end <= word.left + 0.1 for _, end in gutters)].append(word)
    return columns


def _grid(bands: Sequence[Band], gutters: Sequence[Span]) -> Grid:
    words = [word for band in bands for row in band for word in row.words]
    left, right = min(word.left for word in words), max(word.right for word in words)
    lefts = [left, *(end for _, end in gutters)]
    rights = [*(end - 2 * _PADDING for _, end in gutters), right]
    last = bands[-1][-1]
    return Grid(
        bands[0][0].base + bands[0][0].size,
        last.base - last.size,
        tuple(tuple(_boxes(_columns(band, gutters), lefts, rights)) for band in bands),
    )


def _boxes(columns: Sequence[Sequence[Word]], lefts: Sequence[float], rights: Sequence[float]) -> Iterator[Box]:
    for words, left, right in zip(columns, lefts, rights, strict=True):
        yield Box(left, right, 1, 1, tuple(words))
