"""The cells of one line, parted by pipes, tabs, semicolons or wide gaps, and the heads of columns among them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from lrtgraph.dutch.column_heads import column_roles
from lrtgraph.layout.lines import PIPES, Line, Span, trimmed

_PIPE = re.compile(f"[{PIPES}]")
_TAB = re.compile(r"\t")
_SEMICOLON = re.compile(";")
_BULLET = re.compile(r"[^\w\s|¦#]{1,2}\t|[oe]\t")
_LONGEST = 2000
"""Characters of a line that tabs or semicolons part into cells."""


def _is_piped(text: str, line: Line) -> bool:
    return not line.blank and len(_PIPE.findall(text, line.start, line.end)) >= (
        1 if text[line.start] not in PIPES else 2
    )


def _is_tabbed(text: str, line: Line) -> bool:
    if line.blank or line.end - line.start >= _LONGEST or "\t" not in text[line.start : line.end]:
        return False
    return not _BULLET.match(text, line.start, line.end)


def _is_semicoloned(text: str, line: Line) -> bool:
    return not line.blank and line.end - line.start < _LONGEST and ";" in text[line.start : line.end]


def semicolon_cells(text: str, line: Line) -> Iterator[Span]:
    """The cells of a line between semicolons."""
    yield from _split(text, line.start, line.end, _SEMICOLON)


def pipe_cells(text: str, line: Line) -> Iterator[Span]:
    """The cells of a line between pipes; one at its beginning or end parts none."""
    start, end = line.start, line.end
    if text[start] in PIPES:
        start += 1
    if text[end - 1] in PIPES and end - 1 > start:
        end -= 1
    yield from _split(text, start, end, _PIPE)


def tab_cells(text: str, line: Line) -> Iterator[Span]:
    """The cells of a line between tabs, those before its text included."""
    before = text[max(0, line.start - line.indent) : line.start]
    tabs = len(before) - len(before.rstrip("\t"))
    yield from _split(text, line.start - tabs, line.end, _TAB)


def is_below_tabs(text: str, line: Line, split: object) -> bool:
    """A line of a table by tabs whose first cells are empty: it goes on in the column that its tabs lead to."""
    return split is tab_cells and line.gap == 0 and text[line.start - 2 : line.start] == "\t\t"


def _split(text: str, start: int, end: int, separator: re.Pattern[str]) -> Iterator[Span]:
    at = start
    for match in separator.finditer(text, start, end):
        yield trimmed(text, at, match.start())
        at = match.end()
    yield trimmed(text, at, end)


Way = tuple[Callable[[str, Line], bool], Callable[[str, Line], Iterator[Span]]]
"""A way to part lines into cells: whether a line is parted so, and its cells."""
WAYS: tuple[Way, ...] = ((_is_piped, pipe_cells), (_is_tabbed, tab_cells), (_is_semicoloned, semicolon_cells))


_CELL_GAP = re.compile(r"\s{2,}|\t+")
RULE = re.compile(rf"[\s{PIPES}+:=_\u2500-\u257f-]{{3,}}\Z")
"""A line drawn between the rows of a table."""
_LONGEST_HEAD = 200  # characters


@dataclass(slots=True)
class Cells:
    """One line's cells with the column each begins at."""

    spans: list[Span]
    starts: list[int]


def gapped_cells(text: str, line: Line) -> Cells:
    """The cells of a line that wide gaps part."""
    spans: list[Span] = []
    at = line.start
    for gap in _CELL_GAP.finditer(text, line.start, line.end):
        spans.append((at, gap.start()))
        at = gap.end()
    spans.append((at, line.end))
    return Cells(spans, [line.indent + start - line.start for start, _ in spans])


def cells_of(text: str, line: Line) -> list[Span]:
    """The cells of a line by pipes, tabs or semicolons, or else by wide gaps."""
    split = next((split for is_row, split in WAYS if not line.blank and is_row(text, line)), None)
    return list(split(text, line)) if split else gapped_cells(text, line).spans


def may_be_head(line: Line) -> bool:
    """Whether a line is short enough for the heads of columns."""
    return not line.blank and line.end - line.start <= _LONGEST_HEAD


def is_gapped_head(text: str, line: Line) -> bool:
    """Whether the words of a line, parted by wide gaps, are the heads of a table's columns ("Nr   Actie   Datum")."""
    if not may_be_head(line) or not _CELL_GAP.search(text, line.start, line.end):
        return False
    return bool(heads_in(text, gapped_cells(text, line).spans))


def head_names(text: str, line: Line) -> tuple[str, ...]:
    """The heads of a table's columns in lower case that a line is, however they are parted, or none."""
    return heads_in(text, cells_of(text, line)) if may_be_head(line) else ()


def heads_in(text: str, spans: Sequence[Span]) -> tuple[str, ...]:
    """The column names, if at least two cells and half of them are known ones."""
    roles = column_roles()
    names = tuple(" ".join(text[start:end].split()).strip(" :*?").lower() for start, end in spans)
    known = sum(name in roles for name in names)
    return names if known >= 2 and 2 * known >= len(names) else ()
