"""Tables of people: a row a seat, with columns for the name, or its parts, and for the office or organisation.

A conversion may have taken one apart: every name of a column, and every cell, on a line of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import takewhile

from lrtgraph.dutch.column_heads import column_roles
from lrtgraph.layout.attendance.entries import HERE, STATUS, SUBSTITUTE, Entry, wraps
from lrtgraph.layout.lines import Line, Span
from lrtgraph.layout.tables.rows import Row, Table

_TICK = re.compile(r"ja?|[xXvV✓√☒☑+1]|p|lid|aanw\.?|aanwezig|present", re.IGNORECASE)
"""How a cell says that somebody was there."""
_ANSWER = re.compile(
    rf"(?:{HERE.pattern}|nee|niet\s+aanwezig|afwezig|afgemeld|verhinderd)[\s,;:.(–-]*(?=\w)", re.IGNORECASE
)
"""Whether somebody was there, before who came instead: "nee (vervangen door mw. Bos)"."""
_NAME = ("given", "particle", "person")
"""The columns of a name in the order in which it is written: "Voornaam", "Tussenvoegsel", "Achternaam"."""
_TICKED = re.compile(rf"{HERE.pattern}|aanwezig\??|aanwezigheid|presentie", re.IGNORECASE)
"""Heads of columns in which a mark says whether somebody was there."""
_EITHER = re.compile(r"(?P<here>[a-z.+]{1,5})\s?/\s?(?P<away>[a-z.-]{1,5})")
"""A head that gives the two signs below it, who was there first: "A/AF", "ja/nee", "+/-"."""
_ABSENT = re.compile(
    r"\b(?:afwezig|afw|afgemeld|verhinderd|verontschuldigd|nee|m\.?k\.?|met\s+kennisgeving)\b", re.IGNORECASE
)
_UNTICKED = re.compile(
    r"|[-–—0]|nee|n|niet|afw\.?|afgem\.?|verh\.?|abs\.?|absent|(?:afw\.?\s*)?(?:m\.?\s?k\.?(?:\s?a\.?)?|z\.?\s?k\.?"
    r"|(?:met|zonder)\s+(?:kennisgeving|bericht|afmelding))"
)
"""How it says that somebody was not."""


def is_attendance(table: Table) -> bool:
    """Whether a table lists people: it has a column for the name and one for the office, or for the given name."""
    roles = {column_roles().get(column) for column in table.columns}
    return "person" in roles and bool(roles & {"office", "given"}) and "text" not in roles


@dataclass(frozen=True, slots=True)
class _Columns:
    """The columns of a table of people: of the name in its order, of offices, of marks for who was there.

    `away` has by column the sign for who was not.
    """

    names: list[int]
    offices: list[int]
    ticked: list[int]
    away: dict[int, str]

    @classmethod
    def of(cls, text: str, table: Table) -> _Columns:
        roles = [column_roles().get(column) for column in table.columns]
        offices = [column for column, role in enumerate(roles) if role == "office"]
        offices = [column for column in offices if not STATUS.fullmatch(table.columns[column])] or offices[:1]
        ticked = [
            column
            for column, head in enumerate(table.columns)
            if _TICKED.fullmatch(head) and any(_TICK.fullmatch(_text(text, row.cells[column])) for row in table.rows)
        ]
        return cls(
            names=[roles.index(role) for role in _NAME if role in roles],
            offices=[column for column in offices if column not in ticked],
            ticked=ticked,
            away=_signs_of_absence(text, table),
        )

    def beside(self, row: Row) -> list[tuple[Span, ...]]:
        """The cells of a row that tell neither name nor office."""
        return [cell for column, cell in enumerate(row.cells) if column not in {*self.names, *self.offices}]


def from_table(text: str, table: Table) -> list[Entry]:
    """Rows of a table of people; a further column may say who was absent."""
    if not is_attendance(table):
        return []
    columns = _Columns.of(text, table)
    return [entry for row in table.rows for entry in _entries(text, row, columns)]


def _entries(text: str, row: Row, columns: _Columns) -> Iterator[Entry]:
    """The seat of a row, and those of the further offices in its cell."""
    label = "afwezig" if _is_away(text, row, columns) else "aanwezig"
    name = tuple(span for column in columns.names for span in row.cells[column])
    office = tuple(span for column in columns.offices for span in row.cells[column])
    notes = [cell for cell in columns.beside(row) if SUBSTITUTE.search(_text(text, cell))]
    note = tuple(span for cell in notes for span in _without_answer(text, cell))
    cut = len(office)
    if len(columns.offices) == 1:
        cut = next((at for at in range(1, cut) if not wraps(text, office[at - 1], office[at])), cut)
    if name or office:
        yield Entry(label, name, (*office[:cut], *note), slot=True)
    yield from (Entry(label, (), (span,), slot=True) for span in office[cut:])


def _is_away(text: str, row: Row, columns: _Columns) -> bool:
    """Whether a mark, the sign that the head gives, or words in another cell say that somebody was not there."""
    marks = [" ".join(_text(text, row.cells[column]).lower().split()) for column in columns.ticked]
    rest = " ".join(_text(text, cell) for cell in columns.beside(row))
    missed = any(_text(text, row.cells[column]).lower() == sign for column, sign in columns.away.items())
    return missed or any(map(_UNTICKED.fullmatch, marks)) or _ABSENT.search(rest) is not None


def _signs_of_absence(text: str, table: Table) -> dict[int, str]:
    """The columns whose head gives two signs, or that hold "p" and "a", with nothing else in them, and the sign of who
    was not there."""
    found: dict[int, str] = {}
    for column, head in enumerate(table.columns):
        told = _EITHER.fullmatch(head)
        signs = {_text(text, row.cells[column]).lower() for row in table.rows}
        if told and told["here"] in signs <= {told["here"], told["away"], ""}:
            found[column] = told["away"].strip("-")  # a cell with a dash holds nothing
        elif _TICKED.fullmatch(head) and "p" in signs <= {"p", "a", ""}:
            found[column] = "a"
    return found


def _without_answer(text: str, cell: Sequence[Span]) -> tuple[Span, ...]:
    """The spans of a cell from what stands behind its "nee" on."""
    (start, end), *rest = cell
    answer = _ANSWER.match(text, start, end)
    return ((answer.end() if answer else start, end), *rest)


def _text(text: str, cell: Sequence[Span]) -> str:
    return " ".join(text[start:end] for start, end in cell)


_LEAST = 2
"""Rows of such a table; one alone may be anything."""
_MOST = 8
"""Columns of one."""


def stacked_people(text: str, lines: Sequence[Line], first: int, front: int, taken: Set[int]) -> list[Table]:
    """The tables of people in the lines from `first` to `front` that are not taken; no blank line stands in one."""
    tables = (_table(text, lines, block) for block in _blocks(lines, first, front, taken))
    return [table for table in tables if table is not None]


def _blocks(lines: Sequence[Line], first: int, front: int, taken: Set[int]) -> Iterator[list[int]]:
    """The indexes of lines that stand right under each other."""
    block: list[int] = []
    for index in range(first, front):
        line = lines[index]
        if block and (line.blank or line.gap or index in taken):
            yield block
            block = []
        if not line.blank and index not in taken:
            block.append(index)
    if block:
        yield block


def _table(text: str, lines: Sequence[Line], block: Sequence[int]) -> Table | None:
    """The table that ends a block: its heads, and a row for each as many lines below them."""
    names = [_name(text, lines[index]) for index in block]
    for at in range(len(names)):
        head = tuple(takewhile(column_roles().__contains__, names[at : at + _MOST]))
        width, under = len(head), len(names) - at - len(head)
        if not head or under % width or under < _LEAST * width or not is_attendance(Table(at, at, head, ())):
            continue
        spans = [(lines[index].start, lines[index].end) for index in block[at:]]
        cells = [(span,) for span in spans[width:]]
        rows = tuple(Row(tuple(cells[start : start + width])) for start in range(0, under, width))
        return Table(block[at], block[-1], head, rows, tuple(spans[:width]))
    return None


def _name(text: str, line: Line) -> str:
    return "" if line.blank else " ".join(text[line.start : min(line.end, line.start + 40)].lower().split()).strip(" :")
