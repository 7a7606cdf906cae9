"""The lines of a page with its tables: what stands above a table, its rows with a tab between cells, what follows.

A row is written as those of word processors' own formats are, so that a table gives the same in each.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from lrtgraph.documents.flow import Flow
from lrtgraph.documents.grid import Cell, put_table
from lrtgraph.documents.pdf.columns import spaced_grids
from lrtgraph.documents.pdf.grid import Box, Grid, grids
from lrtgraph.documents.pdf.rules import Rule
from lrtgraph.documents.pdf.text import Line, Row, Setting, Word, arrange, rows_of
from lrtgraph.dutch.surnames import opens_on_person

_MARKER: Final = re.compile(r"(?:[•·▪◦‣○●■□➢➤*–-]|\(?(?:\d{1,2}|[a-z])[.)])\s")
_MOST_PADDING: Final = 12.0  # points between a cell's line and its text
_LOW: Final = 0.09  # share of the page's height in which its foot may stand
_LOWEST: Final = 0.065  # the same where it stands nearer to the text
_NUMBERED: Final = 0.12  # the same of one that ends with the number of the page
_FAR: Final = 2.5  # of the usual distance of lines: how far below the text a foot stands at least
_NEAR: Final = 1.9
_PAGE: Final = re.compile(
    r"(?P<white>\A|\s{2,}|\t|\s)(?:pagina|pag\.|blz\.|bladzijde|p\.)\s*\d{1,4}(?:\s*(?:van|/)\s*\d{1,4})?\Z", re.I
)
_STEP: Final = 1.4  # of the usual distance of lines: more is a new paragraph
_HYPHEN: Final = re.compile(r"[^\W\d_]-\Z")
_NAMED: Final = re.compile(r"(?:[A-Z]|\d)-\Z")
_COMPANY: Final = re.compile(r"(?:en|of|tot)(?:\s|/)")
"""Words behind a hyphen that stands for the rest of a word: "Rijks- en provinciebeleid"."""

_LEADS_ON: Final = re.compile(r"(?:[,;/(&]|\b(?:aan|bij|door|en|met|namens|of|van|voor))\Z")
"""How a line ends that a person's name goes on with."""


def page_lines(words: Sequence[Word], rules: Iterable[Rule], height: float) -> list[Line]:
    """The lines of a page in reading order, its tables among them."""
    foot = 1 - _foot(words, height) / (height or 1.0)
    lines = _page_lines(words, rules, height)
    last = len(lines) - 1
    return [
        replace(line, foot=True) if line.place > foot or _numbers(line, apart=at == last and line.gap > 0) else line
        for at, line in enumerate(lines)
    ]


def _foot(words: Sequence[Word], height: float) -> float:
    """How far up the foot of the page reaches: what is low on it and far below all else; nothing else is that low."""
    rows = rows_of(words)
    steps = sorted(above.base - row.base for above, row in pairwise(rows))
    usual = steps[len(steps) // 2] if steps else 0.0
    for above, row in pairwise(rows):
        step = above.base - row.base
        if row.base < _LOW * height and step > (_FAR if row.base > _LOWEST * height else _NEAR) * usual:
            return (above.base + row.base) / 2
    return 0.0


def _numbers(line: Line, *, apart: bool) -> bool:
    """Whether a line low on the page ends with the page's number: alone or behind wide white, as a sentence that names
    a page does not have it, unless the line stands apart from the text."""
    number = _PAGE.search(line.text) if line.place > 1 - _NUMBERED else None
    return number is not None and (apart or number["white"] != " ")


def _page_lines(words: Sequence[Word], rules: Iterable[Rule], height: float) -> list[Line]:
    drawn = grids(words, rules)
    tables = sorted(drawn + spaced_grids(_outside(words, drawn)), key=lambda table: -table.top)
    if not tables:
        return arrange(words, height)
    left = _outside(words, tables)
    setting = Setting.of(words, left)
    lines: list[Line] = []
    for table in tables:
        above = [word for word in left if word.base >= table.top]
        left = [word for word in left if word.base < table.top]
        lines += _apart(arrange(above, height, setting), lines)
        lines += _apart(_table_lines(table, height or 1.0), lines)
    return lines + _apart(arrange(left, height, setting), lines)


def _outside(words: Sequence[Word], tables: Sequence[Grid]) -> list[Word]:
    inside = {id(word) for table in tables for row in table.rows for box in row for word in box.words}
    return [word for word in words if id(word) not in inside]


def _apart(lines: list[Line], above: Sequence[Line]) -> list[Line]:
    """Lines with a blank one between them and what is above them."""
    return [Line(lines[0].text, lines[0].place, 1), *lines[1:]] if lines and above else lines


def _table_lines(table: Grid, height: float) -> list[Line]:
    flow = Flow()
    padding = _padding(table)
    put_table(flow, [[_cell(box, padding) for box in row] for row in table.rows])
    lines: list[Line] = []
    gap = 0
    place = 1 - (table.top + table.bottom) / 2 / height
    for text in flow.content().text.split("\n"):
        if text.strip():
            lines.append(Line(text, place, gap))
        gap = 0 if text.strip() else int(bool(lines))
    return lines


def _padding(table: Grid) -> float:
    """How far text stands from the lines of a table."""
    gaps = [word.left - box.left for row in table.rows for box in row for word in box.words]
    return min(max(min(gaps, default=0.0), 0.0), _MOST_PADDING)


def _cell(box: Box, padding: float) -> Cell:
    flow = Flow()
    for paragraph in _paragraphs(rows_of(box.words), box.right - padding):
        flow.line(paragraph)
    return Cell(flow, box.columns, box.rows)


def _paragraphs(rows: Sequence[Row], right: float) -> list[str]:
    """The paragraphs of a cell: a row goes on with the one above where its first word did not fit there."""
    usual = min((above.base - row.base for above, row in pairwise(rows)), default=0.0)
    found: list[str] = []
    for number, row in enumerate(rows):
        above = rows[number - 1] if number else None
        if above is None or above.base - row.base > _STEP * usual or not _goes_on(above, row, right):
            found.append(row.text)
        else:
            found[-1] = _joined(found[-1], above, row, right)
    return found


def _goes_on(above: Row, row: Row, right: float) -> bool:
    if _MARKER.match(row.text):
        return False
    first = row.words[0]
    if opens_on_person(row.text) and not _LEADS_ON.search(above.text):
        return False
    return row.text[0].islower() or above.right + 0.2 * row.size + first.right - first.left > right


def _joined(text: str, above: Row, row: Row, right: float) -> str:
    """Text with the next row: a word that was broken between them is whole again."""
    first = row.words[0]
    if not row.text[0].islower():
        return f"{text} {row.text}"
    if _HYPHEN.search(text) and not _COMPANY.match(row.text):
        return (text if _NAMED.search(text) else text[:-1]) + row.text
    # A word that is wider than its cell is alone on its row and broken at its last letter that fits.
    broken = len(above.words) == 1 and text[-1].isalpha()
    letter = (first.right - first.left) / len(first.text)
    return text + ("" if broken and above.right + letter > right else " ") + row.text
