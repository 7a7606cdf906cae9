"""Tables of people: a row a seat, with columns for the name, or its parts, and for the office or organisation."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lrtgraph.dutch.column_heads import column_roles
from lrtgraph.layout.attendance.entries import HERE, STATUS, SUBSTITUTE, Entry, wraps
from lrtgraph.layout.attendance.words import Span
from lrtgraph.layout.tables.rows import Table

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


def from_table(text: str, table: Table) -> list[Entry]:
    """Rows of a table of people; a further column may say who was absent."""
    if not is_attendance(table):
        return []
    roles = [column_roles().get(column) for column in table.columns]
    names = [roles.index(role) for role in _NAME if role in roles]
    offices = [column for column, role in enumerate(roles) if role == "office"]
    offices = [column for column in offices if not STATUS.fullmatch(table.columns[column])] or offices[:1]
    ticked = [
        column
        for column, head in enumerate(table.columns)
        if _TICKED.fullmatch(head) and any(_TICK.fullmatch(_text(text, row.cells[column])) for row in table.rows)
    ]
    offices = [column for column in offices if column not in ticked]
    beside = {*names, *offices}
    away = _signs_of_absence(text, table)
    found: list[Entry] = []
    for row in table.rows:
        marks = [
            " ".join(_text(text, cell).lower().split()) for column, cell in enumerate(row.cells) if column in ticked
        ]
        rest = " ".join(_text(text, cell) for column, cell in enumerate(row.cells) if column not in beside)
        absent = _ABSENT.search(rest)
        office = tuple(span for column in offices for span in row.cells[column])
        note = tuple(
            span
            for column, cell in enumerate(row.cells)
            if column not in beside and SUBSTITUTE.search(_text(text, cell))
            for span in _without_answer(text, cell)
        )
        cut = len(office)
        if len(offices) == 1:
            cut = next((at for at in range(1, cut) if not wraps(text, office[at - 1], office[at])), cut)
        missed = any(_text(text, row.cells[column]).lower() == sign for column, sign in away.items())
        untold = missed or any(_UNTICKED.fullmatch(mark) for mark in marks)
        label = "afwezig" if absent or untold else "aanwezig"
        name = tuple(span for column in names for span in row.cells[column])
        if name or office:
            found.append(Entry(label, name, (*office[:cut], *note), slot=True))
        found += [Entry(label, (), (span,), slot=True) for span in office[cut:]]
    return found


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
