"""Remarks that are set as rows, each of a speaker and what he says: behind a bar, or in a column of its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace

from lrtgraph.layout.bullets import read_marker
from lrtgraph.layout.flow import LABEL
from lrtgraph.layout.lines import PIPES, Line, Span
from lrtgraph.layout.tables.rows import Row, Table

_SPEAKER = re.compile(r"[^\W\d][^\d:|]{0,38}[^\W\d]|[^\W\d][^\d:|]{0,30}\([^()\d]{2,20}\)")
"""What may name who speaks: a few words without digits."""
_SENTENCE = re.compile(r"[.?!…][\"'”’)\]]*\Z")
_GAP = re.compile(r"\s{2,}|\t+")
_PAIR = 2
_LEAST = 4
"""Names beside a column that are a style."""
_SLACK = 1
_SHARE = 0.6
"""Of the lines that begin before the column, those that begin with a name."""


def with_exchanges(text: str, tables: Sequence[Table]) -> list[Table]:
    """The tables of a document, marked where their rows are remarks: "VNG | Vindt dit te laat.".

    Rows without heads of columns, of a name and a sentence each, are remarks where the same names come back.
    """
    marked = [replace(table, exchange=_may_be_exchange(text, table)) for table in tables]
    rows = (row for table in marked if table.exchange for row in table.rows)
    return marked if _come_back(text[slice(*row.cells[0][0])] for row in rows) else list(tables)


def _may_be_exchange(text: str, table: Table) -> bool:
    """Whether each row of a table is a name and what stands behind a bar, and most of that are sentences."""
    if table.columns or any(row.group or row.marker or not _is_pair(text, row) for row in table.rows):
        return False
    told = sum(_SENTENCE.search(text[slice(*row.cells[1][-1])]) is not None for row in table.rows)
    return 2 * told > len(table.rows)


def _is_pair(text: str, row: Row) -> bool:
    if len(row.cells) != _PAIR or len(row.cells[0]) != 1 or not row.cells[1]:
        return False
    between = text[row.cells[0][0][1] : row.cells[1][0][0]].strip()
    return between != "" and between in PIPES and _SPEAKER.fullmatch(text, *row.cells[0][0]) is not None


def _come_back(names: Iterable[str]) -> bool:
    """Whether most of some names are not the only ones of their kind."""
    counts = Counter(names)
    return 2 * sum(count for count in counts.values() if count > 1) > counts.total()


def spoken_beside(text: str, lines: Sequence[Line], stops: Set[int]) -> list[Table]:
    """Remarks in a column beside the names of who speaks, with nothing but space between the two.

    In: the text, its lines, and the indexes at which heads and tables stand, which no remark runs over. Out: a table
    for each stretch between them; none where the names are no style.
    """
    body = [index for index, line in enumerate(lines) if not line.blank and index not in stops]
    pairs = {index: pair for index in body if (pair := _beside(text, lines[index])) is not None}
    column, count = next(iter(Counter(at for _, _, at in pairs.values()).most_common(1)), (0, 0))
    named = {index: pair for index, pair in pairs.items() if abs(pair[2] - column) <= _SLACK}
    before = sum(lines[index].indent < column - _SLACK for index in body)
    if count < _LEAST or len(named) < _SHARE * before:
        return []
    if not _come_back(text[slice(*name)] for name, _, _ in named.values()):
        return []
    apart = {index for index in body if _stands_apart(text, lines[index])}
    return list(_stretches(lines, named, column, stops | apart))


def _stands_apart(text: str, line: Line) -> bool:
    """Whether a line opens with a bullet or the label of an outcome, and is no part of the remark above it."""
    label = LABEL.match(text, line.start, line.end)
    return label is not None or read_marker(text, line.start, line.end) is not None


def _beside(text: str, line: Line) -> tuple[Span, Span, int] | None:
    """The name and the words behind the only wide gap of a line, and the column at which they begin."""
    gaps = list(_GAP.finditer(text, line.start, line.end))
    if len(gaps) != 1 or "\t" in gaps[0][0] or _SPEAKER.fullmatch(text, line.start, gaps[0].start()) is None:
        return None
    return (line.start, gaps[0].start()), (gaps[0].end(), line.end), line.indent + gaps[0].end() - line.start


def _stretches(
    lines: Sequence[Line], named: dict[int, tuple[Span, Span, int]], column: int, stops: Set[int]
) -> Iterator[Table]:
    """The remarks between heads: a line that begins at the column goes on with the remark above it."""
    rows: list[tuple[Span, list[Span]]] = []
    first = last = 0
    for index, line in enumerate(lines):
        if line.blank and index not in stops:
            continue
        if index in named:
            name, told, _ = named[index]
            first = index if not rows else first
            rows.append((name, [told]))
        elif rows and index not in stops and abs(line.indent - column) <= _SLACK:
            rows[-1][1].append((line.start, line.end))
        else:
            yield from _table(first, last, rows)
            rows = []
        last = index
    yield from _table(first, last, rows)


def _table(first: int, last: int, rows: Sequence[tuple[Span, list[Span]]]) -> Iterator[Table]:
    if rows:
        yield Table(first, last, (), tuple(Row(((name,), tuple(told))) for name, told in rows), exchange=True)
