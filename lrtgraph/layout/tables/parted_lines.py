"""Lines whose cells signs part: pipes, tabs or semicolons."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

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
