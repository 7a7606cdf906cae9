"""The cells of one line, and the heads of columns among them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lrtgraph.dutch.column_heads import column_roles
from lrtgraph.layout.lines import PIPES, Line, Span
from lrtgraph.layout.tables.parted_lines import WAYS

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
