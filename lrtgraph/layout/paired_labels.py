"""Two labels on one line, as in a head that is a table of four columns: "Aanwezig  mw. Bos    Afwezig  dhr. Kok".

Each label with its value is made a line of its own, what stands below a value included, as if the second pair stood
below the first; and so is a day below its label in a column beside the title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lrtgraph.dutch.column_heads import column_roles
from lrtgraph.dutch.dates import find_dates
from lrtgraph.dutch.document_titles import title_words
from lrtgraph.dutch.row_labels import are_pairs, row_labels
from lrtgraph.layout.lines import PIPES, Line, Span, with_gaps

_FRONT = 60
"""Lines among which the head of minutes stands."""
_GAP = re.compile(rf"\s*[{PIPES}]\s*|\s{{2,}}|\t+")
_SLACK = 2
_PAIR = 2
_MOST_BELOW = 40


def part_pairs(text: str, lines: Sequence[Line]) -> list[Line]:
    """The lines, those of the head with two labels made two.

    >>> from lrtgraph.layout.lines import split_lines
    >>> text = "Aanwezig  mw. Bos    Afwezig  dhr. Kok\\n          mw. Vos             dhr. Mol"
    >>> [text[line.start:line.end] for line in part_pairs(text, split_lines(text))]
    ['Aanwezig  mw. Bos', 'mw. Vos', 'Afwezig  dhr. Kok', 'dhr. Mol']
    """
    made: list[Line] = []
    at = 0
    while at < len(lines):
        cells = _cells(text, lines[at]) if at < _FRONT else []
        if len(cells) == _PAIR and (day := _day_below(text, lines, at, cells)) is not None:
            (start, end), (begin, stop) = cells[0], _cells(text, lines[at + 1])[0]
            made += (replace(lines[at], start=start, end=end), replace(lines[at + 1], start=begin, end=stop))
            made += (Line(*cells[1], lines[at].indent, 1), Line(*day, lines[at].indent))
            at += 2
            continue
        if not are_pairs([text[start:end] for start, end in cells]):
            made.append(lines[at])
            at += 1
            continue
        below = _below(text, lines, at, cells)
        made += _parted(text, lines, at, cells, below)
        at += 1 + below
    return with_gaps(made) if len(made) > len(lines) else list(lines)


def _cells(text: str, line: Line) -> list[Span]:
    """The cells of a line that pipes, tabs or wide gaps part, without the pipes around them."""
    body = text[line.start : line.end]
    inner = body.strip(f"{PIPES} \t")
    start = line.start + (body.index(inner) if inner else 0)
    edges = [start]
    for gap in _GAP.finditer(text, start, start + len(inner)):
        edges += [gap.start(), gap.end()]
    edges.append(start + len(inner))
    return list(zip(edges[::2], edges[1::2], strict=True))


def _day_below(text: str, lines: Sequence[Line], at: int, head: Sequence[Span]) -> Span | None:
    """The day in the next line that stands below a label, beside something else: "Verslag    Datum" over
    "Regietafel    5 juni 2024"."""
    beside, named = (text[slice(*cell)].rstrip(" :").lower() for cell in head)
    if at + 1 == len(lines) or lines[at + 1].gap or named not in row_labels() or not named.endswith("datum"):
        return None
    # "Actie    Datum" heads a table, whose first row has a day in it as the others have.
    if (beside in column_roles() and not title_words().fullmatch(beside)) or _ends_with_day(text, lines, at + 2):
        return None
    cells = _cells(text, lines[at + 1])
    if text[slice(*cells[0])].rstrip(" :").lower() in row_labels():
        return None
    return cells[1] if _ends_with_day(text, lines, at + 1) else None


def _ends_with_day(text: str, lines: Sequence[Line], at: int) -> bool:
    """Whether a line has two cells, of which the second is a day and nothing else."""
    cells = _cells(text, lines[at]) if at < len(lines) else []
    if len(cells) != _PAIR:
        return False
    days = find_dates(text[slice(*cells[1])])
    return bool(days) and days[0].complete and days[0].start == 0 and days[0].end == cells[1][1] - cells[1][0]


def _below(text: str, lines: Sequence[Line], at: int, cells: Sequence[Span]) -> int:
    """How many lines right below go on with the values: they begin where the first value does, or further on."""
    if any(sign in text[lines[at].start : lines[at].end] for sign in f"{PIPES}\t"):
        return 0
    column = lines[at].indent + cells[1][0] - lines[at].start
    count = 0
    for line in lines[at + 1 : at + 1 + _MOST_BELOW]:
        if line.blank or line.indent < column - _SLACK:
            break
        count += 1
    return count


def _parted(text: str, lines: Sequence[Line], at: int, cells: Sequence[Span], below: int) -> Iterator[Line]:
    """A line for each label and its value, and behind each the lines that stand below its value."""
    line = lines[at]
    starts = [line.indent + start - line.start for start, _ in cells[::2]]
    under: list[list[Line]] = [[] for _ in starts]
    for other in lines[at + 1 : at + 1 + below]:
        columns = [(start, end, other.indent + start - other.start) for start, end in _cells(text, other)]
        sides = [max(k for k, column in enumerate(starts) if column - _SLACK <= here or not k) for *_, here in columns]
        for k in range(len(starts)):
            mine = [cell for cell, side in zip(columns, sides, strict=True) if side == k]
            if mine:
                under[k].append(Line(mine[0][0], mine[-1][1], line.indent + len(starts) + mine[0][2]))
    for k, (label, value) in enumerate(zip(cells[::2], cells[1::2], strict=True)):
        first = (
            replace(line, end=max(label[1], value[1]))
            if not k
            else Line(label[0], max(label[1], value[1]), line.indent)
        )
        yield first
        yield from under[k]
