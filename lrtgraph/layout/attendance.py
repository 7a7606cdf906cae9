"""Who was there: the lines of the attendance list, one entry a block where the list has one a line.

A list is run on ("Aanwezig: dhr. A (VNG), mw. B (IPO)"), one entry a line, or set in columns: a name and an office, two
entries, or those present beside those absent. A name that was blanked out leaves an empty cell.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from lrtgraph.layout.attendance_entries import Body, Entry, from_table, read_entries, split_cells
from lrtgraph.layout.lines import Line
from lrtgraph.layout.tables import Table
from lrtgraph.resources import resource

_TITLE = r"(?:dhr|mevr|mw|mr|drs|dr|ir|ing|prof|de\s+heer|mevrouw|heer|hr|de\s+heren|de\s+dames|heren|dames)\b\.?"
_PERSON = re.compile(rf"[-•*·]?\s*{_TITLE}", re.IGNORECASE)
_BRACKET = re.compile(r"\([^)]{2,60}\)?")
_NUMBERED = re.compile(r"(?:\d{1,2}|[IVX]{1,4})\s?[./):]\s")
_NO_NAME = re.compile(r"d\.?d\.|\d|gereed\b|van\b", re.IGNORECASE)
_INNER = re.compile(r"(?<=[.;)])\s+|\s*[|¦]\s*|\s{2,}|\t")
_NEEDS_SIGN = frozenset(
    {
        "rijk",
        "medeoverheden",
        "present",
        "adviseur",
        "leden",
        "gast",
        "gasten",
        "online",
        "deelnemer",
        "vz",
        "met kennisgeving",
    }
)
_COPIES = frozenset(
    {"kopie aan", "afschrift", "afschrift aan", "cc", "verzendlijst", "notulist", "verslaglegging", "verslaglegger"}
)
_SLACK = 6


@dataclass(frozen=True, slots=True)
class _Label:
    """A label at the beginning of a line or column: its form, and where what follows it begins."""

    form: str
    start: int
    rest: int


def find_attendance(
    text: str, lines: Sequence[Line], front: int, tables: Sequence[Table]
) -> tuple[list[Entry], set[int]]:
    """The attendance list in the first `front` lines, and the indexes of the lines that it takes."""
    entries: list[Entry] = []
    taken: set[int] = set()
    for table in tables:
        if table.first < front and (found := from_table(text, table)):
            above = _label_above(text, lines[: table.first])
            absent = above is not None and labels()[above] == "absent"
            entries += [replace(entry, label=above) for entry in found] if above and absent else found
            taken.update(range(table.first, table.last + 1))
    at = 0
    while at < min(front, len(lines)):
        label = None if at in taken else read_label(text, lines[at])
        if label is None:
            at += 1
            continue
        end = _section_end(text, lines, at, front, taken)
        entries += _section(text, lines, at, end, label)
        taken.update(range(at, end))
        at = end
    return entries, taken


def _label_above(text: str, lines: Sequence[Line]) -> str | None:
    """The label that stands alone in the last line with text."""
    line = next((line for line in reversed(lines) if not line.blank), None)
    label = read_label(text, line) if line else None
    return label.form if line and label and label.rest == line.end else None


def read_label(text: str, line: Line, start: int | None = None) -> _Label | None:
    """The attendance label that a line (or the part of it from `start`) opens with."""
    begin = line.start if start is None else start
    if line.blank:
        return None
    match = _labels().match(text, begin, line.end)
    if match is None:
        return None
    form = " ".join(match["form"].lower().split())
    alone = match.end() == line.end
    signed = bool(match["sign"]) or alone
    if not text[begin].isupper() and not match["sign"]:
        return None
    if labels()[form] == "none" and form not in _COPIES and (not signed or alone) and not match["gap"]:
        return None
    if labels()[form] == "none" and _NO_NAME.match(text, match.end(), line.end):
        return None
    if form in _NEEDS_SIGN and not signed and not match["gap"]:
        return None
    return _Label(form, begin, match.end())


@cache
def labels() -> dict[str, str]:
    """Attendance labels in lower case and the status they give: present, absent, none (support, not a seat)."""
    with resource("data", "attendance.csv").open(encoding="utf-8", newline="") as file:
        return {row["form"]: row["status"] for row in csv.DictReader(file)}


def is_letterhead_label(text: str, line: Line) -> bool:
    """The line opens with a label of the letterhead, such as "Datum" or "Locatie:"."""
    return not line.blank and _letterhead().match(text, line.start, line.end) is not None


@cache
def _labels() -> re.Pattern[str]:
    forms = "|".join(re.escape(form).replace("\\ ", r"\s+") for form in sorted(labels(), key=len, reverse=True))
    return re.compile(
        rf"(?P<form>{forms})(?!\w)(?:\s*\((?:vz|vz\.|voorzitter|m\.?k\.?|met kennisgeving"
        rf"|(?:bij|vanaf|tot|deels|online|digitaal|fysiek|via|tijdens)\b[^)]*)\))?"
        rf"(?:\s+(?:zijn|waren|is|was)\b)?"
        rf"(?P<sign>\s*[:;])?(?P<gap>\s{{2,}}|\t|\s*[|¦])?\s*(?=\S|\Z)",
        re.IGNORECASE,
    )


@cache
def _letterhead() -> re.Pattern[str]:
    with resource("data", "letterhead.csv").open(encoding="utf-8", newline="") as file:
        forms = [row["form"] for row in csv.DictReader(file)]
    joined = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
    return re.compile(rf"(?:{joined})\s*(?::|[|¦]|\s{{2,}}|\t|\Z|(?=\d)|(?<=datum)\s|(?<=locatie)\s)", re.IGNORECASE)


def _section_end(text: str, lines: Sequence[Line], at: int, front: int, taken: set[int]) -> int:
    """The line just past a label's section: the next label, a letterhead's label, running text, or the front's end."""
    last = at
    bare = not _BRACKET.search(text, lines[at].start, lines[at].end)
    for index in range(at + 1, min(front, len(lines))):
        line = lines[index]
        if line.blank:
            continue
        body = text[line.start : line.end]
        if index in taken or read_label(text, line) or is_letterhead_label(text, line):
            break
        if line.gap and _NUMBERED.match(body):
            break
        if (line.gap or text[lines[last].end - 1] == ".") and _sentence(body):
            break
        if line.gap and not _goes_on(text, lines[last], body) and not (line.gap <= 1 and _entry_like(body, bare=bare)):
            break
        bare = bare and not _PERSON.match(body) and not _BRACKET.search(body)
        last = index
    return last + 1


def _sentence(body: str) -> bool:
    """Running text: many words in lower case and no office in brackets."""
    words = body.split()
    if len(words) < 7 or sum(word[0].islower() for word in words) < 0.6 * len(words):
        return False
    return "(" not in body or not (_PERSON.match(body) or ")," in body or body.startswith("("))


def _entry_like(body: str, *, bare: bool) -> bool:
    """A person or an office in brackets; a few words on their own only where the list has neither (`bare`)."""
    short = bare and len(body.split()) <= 4 and not body.endswith(".")
    return short or bool(_PERSON.match(body) or _BRACKET.search(body))


def _goes_on(text: str, before: Line, body: str) -> bool:
    """A list that ended on a comma, a title or an open bracket goes on after blank lines."""
    tail = text[max(before.start, before.end - 20) : before.end]
    return (
        tail.endswith((",", ";", "(", " en", "/"))
        or bool(re.search(rf"{_TITLE}\Z", tail, re.IGNORECASE))
        or body[0] in "(,"
    )


def _section(text: str, lines: Sequence[Line], first: int, end: int, label: _Label) -> list[Entry]:
    second = _second_label(text, lines[first], label)
    if second:
        return _side_by_side(text, lines, first, end, label, second)
    line = lines[first]
    bodies = [(lines[index].start, lines[index].end, lines[index].indent) for index in range(first + 1, end)]
    bodies.insert(0, (label.rest, line.end, line.indent + label.rest - line.start))
    found: list[Entry] = []
    under: list[Body] = []
    form = label.form
    for start, stop, indent in bodies:
        at = start
        for inner in _inner_labels(text, start, stop):
            under.append((at, len(text[: inner.start].rstrip(" \t|¦")), indent + at - start))
            found += read_entries(text, [body for body in under if body[0] < body[1]], form)
            under, form, at = [], inner.form, inner.rest
        under.append((at, stop, indent + at - start))
    return found + read_entries(text, [body for body in under if body[0] < body[1]], form)


def _inner_labels(text: str, start: int, end: int) -> list[_Label]:
    """Labels with a colon further on in a line: "Aanwezig: dhr. A (VNG). Afwezig: mw. B (IPO)"."""
    found: list[_Label] = []
    for gap in _INNER.finditer(text, start, end):
        match = _labels().match(text, gap.end(), end)
        if match and match["sign"] and text[gap.end()].isupper():
            found.append(_Label(" ".join(match["form"].lower().split()), gap.end(), match.end()))
    return found


def _second_label(text: str, line: Line, label: _Label) -> _Label | None:
    for gap in re.finditer(r"\s{2,}|\t+|[|¦]\s*", text[line.start : line.end]):
        start = line.start + gap.end()
        if label.start < start < line.end and (found := read_label(text, line, start)):
            apart = text[label.rest : start].strip(" \t|¦") or found.rest < line.end
            return None if apart else found
    return None


def _side_by_side(text: str, lines: Sequence[Line], first: int, end: int, left: _Label, right: _Label) -> list[Entry]:
    """Two lists beside each other, parted at the column where the second label stands."""
    head = lines[first]
    column = head.indent + right.start - head.start
    sides: tuple[list[Body], list[Body]] = ([], [])
    for index in range(first + 1, end):
        line = lines[index]
        parted: tuple[list[Body], list[Body]] = ([], [])
        for start, stop in split_cells(text, line.start, line.end):
            at = line.indent + start - line.start
            parted[at >= column - _SLACK].append((start, stop, at))
        for side, cells in zip(sides, parted, strict=True):
            if cells:
                side.append((cells[0][0], cells[-1][1], cells[0][2]))
    return read_entries(text, sides[0], left.form) + read_entries(text, sides[1], right.form)
