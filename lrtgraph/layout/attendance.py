"""Who was there: the lines of the attendance list, one entry a block where the list has one a line.

A list is run on ("Aanwezig: dhr. A (VNG), mw. B (IPO)"), one entry a line, or set in columns: a name and an office, two
entries, or those present beside those absent. A name that was blanked out leaves an empty cell.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from lrtgraph.layout.lines import Line
from lrtgraph.layout.tables import Table, column_roles
from lrtgraph.resources import resource

_TITLE = r"(?:dhr|mevr|mw|mr|drs|dr|ir|ing|prof|de\s+heer|mevrouw|heer|hr|de\s+heren|de\s+dames|heren|dames)\b\.?"
_PERSON = re.compile(rf"[-•*·]?\s*{_TITLE}", re.IGNORECASE)
_TITLES = re.compile(rf"\b{_TITLE}", re.IGNORECASE)
_SUBSTITUTE = re.compile(r"\b(?:vervang\w*|i\.?p\.?v|namens|plv|voor)\b", re.IGNORECASE)
_BRACKET = re.compile(r"\([^)]{2,60}\)?")
_NUMBERED = re.compile(r"(?:\d{1,2}|[IVX]{1,4})\s?[./):]\s")
_ORGANISATION = re.compile(r"[A-Z][\w&'’ -]{1,30}:\s")
_LISTED = re.compile(rf"\)\s*[,;]\s*(?:\(|(?i:{_TITLE})|[A-ZÀ-Þ])")
_NO_NAME = re.compile(r"d\.?d\.|\d|gereed\b|van\b", re.IGNORECASE)
_HERE = re.compile(r"(?:deels\s+|digitaal\s+|online\s+)?aanwezig|ja\b|present|[xv✓]\b", re.IGNORECASE)
_STATUS = re.compile(
    rf"(?:{_HERE.pattern}|afwezig|afgemeld|verhinderd|nee|niet\s+aanwezig|verontschuldigd|absent|m\.?k\.?)"
    r"[\s(]*(?:m\.?k\.?|met\s+(?:bericht|kennisgeving))?\)?",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"(?:burgemeester|wethouder|gedeputeerde|gemeente|provincie|ministerie|veiligheidsregio|commissaris|cdk|minister"
    r"|staatssecretaris|(?:regio)?directeur|directeur-generaal|plv|wnd|voorzitter|lid)\b",
    re.IGNORECASE,
)
_ACRONYM = re.compile(r"\w*[A-Z]\w*[A-Z]")
_OPEN = re.compile(r"(?:[,/&-]|\b(?:en|of|van|de|het|voor|der|in|te))\Z")
_INNER = re.compile(r"(?<=[.;)])\s+|\s*[|¦]\s*|\s{2,}|\t")
_GAP = re.compile(r"\s{2,}|\t+|\s*[|¦]\s*")
_MARK = re.compile(r"[-–•*·▪○o»e]\s+(?=\S)|[•▪·●]\s*")
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

Span = tuple[int, int]
Body = tuple[int, int, int]
"""Where a line's text begins and ends, and the column that it begins at."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A part of the attendance list: the label it stands under (lower case) and its spans.

    With `office` it is one slot: `spans` is the name, empty where it is blanked out. Without, `spans` may run over
    any number of slots.
    """

    label: str
    spans: tuple[Span, ...]
    office: tuple[Span, ...] = ()
    slot: bool = False


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
        if table.first < front and (found := _from_table(text, table)):
            label = _label_above(text, lines[: table.first])
            absent = label is not None and labels()[label] == "absent"
            entries += [replace(entry, label=label) for entry in found] if label and absent else found
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
            found += _entries(text, [body for body in under if body[0] < body[1]], form)
            under, form, at = [], inner.form, inner.rest
        under.append((at, stop, indent + at - start))
    return found + _entries(text, [body for body in under if body[0] < body[1]], form)


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
        for start, stop in _cells(text, line.start, line.end):
            at = line.indent + start - line.start
            sides[at >= column - _SLACK].append((start, stop, at))
    return _entries(text, sides[0], left.form) + _entries(text, sides[1], right.form)


def _entries(text: str, bodies: Sequence[Body], label: str) -> list[Entry]:
    if not bodies:
        return []
    split = [_cells(text, start, end) for start, end, _ in bodies]
    paired = [cells for cells in split if len(cells) == 2]
    if all(_STATUS.fullmatch(text, *cells[-1]) for cells in split) and any(len(cells) > 1 for cells in split):
        return [entry for cells in split for entry in _with_status(text, cells)]
    if not _org_a_line(text, bodies) and any(_LISTED.search(text, *cell) for cells in split for cell in cells):
        return [Entry(label, tuple((start, end) for start, end, _ in bodies))]
    if sum(len(cells) > 2 for cells in split) > len(paired):
        return [entry for cells in split for entry in _in_turn(text, cells, label)]
    if paired and 2 * len(paired) >= len(bodies) - 2:
        return _columns(text, bodies, split, label)
    if any(len(cells) > 1 for cells in split):
        return [Entry(label, (cell,)) for cells in split for cell in cells if cell[0] < cell[1]]
    if sum(bool(_MARK.match(text, start, end)) for start, end, _ in bodies) > 1 and _MARK.match(text, bodies[0][0]):
        return [Entry(label, spans) for spans in _bulleted(text, bodies)]
    if len(bodies) > 1 and _one_a_line(text, bodies):
        return [Entry(label, (_unmarked(text, start, end),)) for start, end, _ in bodies]
    return [Entry(label, tuple((start, end) for start, end, _ in bodies))]


def _in_turn(text: str, cells: Sequence[Span], label: str) -> list[Entry]:
    """More than two columns: a person takes the office behind it, anything else stands by itself."""
    found: list[Entry] = []
    at = 0
    while at < len(cells):
        behind = cells[at + 1] if at + 1 < len(cells) else None
        if behind and _PERSON.match(text, cells[at][0]) and not _PERSON.match(text, behind[0]):
            found.append(Entry(label, (_unmarked(text, *cells[at]),), (behind,), slot=True))
            at += 2
        else:
            found.append(Entry(label, (_unmarked(text, *cells[at]),)))
            at += 1
    return found


def _columns(text: str, bodies: Sequence[Body], split: Sequence[Sequence[Span]], label: str) -> list[Entry]:
    """A column of names and one of offices, or two columns of entries."""
    paired = [cells for cells in split if len(cells) == 2]
    doubled = sum(
        text[a[0] : a[1]].endswith(")")
        or bool(_PERSON.match(text, b[0]) and (_PERSON.match(text, a[0]) or text[a[0]] == "("))
        for a, b in paired
    )
    if 2 * doubled > len(paired):
        return [Entry(label, (_unmarked(text, *cell),)) for cells in split for cell in cells]
    offices = Counter(
        at + cells[1][0] - cells[0][0] for (_, _, at), cells in zip(bodies, split, strict=True) if len(cells) == 2
    )
    office_at = offices.most_common(1)[0][0]
    found: list[Entry] = []
    for (start, end, at), cells in zip(bodies, split, strict=True):
        if len(cells) >= 2:
            found.append(_slot(text, label, cells))
        elif at >= office_at - 2 or text[start - 1 : start] == "\t":
            last = found[-1] if found else None
            if last and last.slot and last.office and _wraps(text, last.office[-1], (start, end)):
                found[-1] = replace(last, office=(*last.office, (start, end)))
            else:
                found.append(Entry(label, (), ((start, end),), slot=True))
        else:
            found.append(Entry(label, (_unmarked(text, start, end),)))
    return found


def _bulleted(text: str, bodies: Sequence[Body]) -> list[tuple[Span, ...]]:
    """The lines of each bullet."""
    found: list[tuple[Span, ...]] = []
    for start, end, _ in bodies:
        if _MARK.match(text, start, end):
            found.append((_unmarked(text, start, end),))
        else:
            found[-1] = (*found[-1], (start, end))
    return found


def _wraps(text: str, before: Span, span: Span) -> bool:
    """An office that goes on in the next line, rather than the office of somebody whose name is blanked out."""
    above, body = text[before[0] : before[1]], text[span[0] : span[1]]
    if _OFFICE.match(body):
        return False
    lone = "(" in body and "(" not in above and not _ACRONYM.match(body)
    return lone or body[0] in "(&" or body[0].islower() or bool(_OPEN.search(above))


def _org_a_line(text: str, bodies: Sequence[Body]) -> bool:
    """Most lines begin with an organisation and a colon: "VNG: dhr. Jansen, mw. Bos"."""
    return sum(bool(_ORGANISATION.match(text, start, end)) for start, end, _ in bodies) >= 0.6 * len(bodies)


def _with_status(text: str, cells: Sequence[Span]) -> list[Entry]:
    """A line that ends with a column for the status; what stands before it is a name and an office."""
    status = "aanwezig" if _HERE.match(text, *cells[-1]) else "afwezig"
    if len(cells) > 2:
        return [_slot(text, status, cells[:-1])]
    return [Entry(status, (_unmarked(text, *cells[0]),))]


def _slot(text: str, label: str, cells: Sequence[Span]) -> Entry:
    """A name and an office, whichever of the two columns comes first."""
    name, *office = cells
    if not _PERSON.match(text, name[0]) and _PERSON.match(text, office[0][0]):
        return Entry(label, (office[0],), (_unmarked(text, *name), *office[1:]), slot=True)
    return Entry(label, (_unmarked(text, *name),), tuple(office), slot=True)


def _one_a_line(text: str, bodies: Sequence[Body]) -> bool:
    """Most lines begin with a person's title, an office in brackets or a bullet; few end on a comma, none holds two."""
    if _org_a_line(text, bodies):
        return True
    if any(
        len(_TITLES.findall(text, start, end)) > 1 + bool(_SUBSTITUTE.search(text, start, end))
        for start, end, _ in bodies
    ):
        return False
    begins = sum(
        bool(_PERSON.match(text, start) or _MARK.match(text, start) or _BRACKET.search(text, start, end)
             or len(text[start:end].split()) <= 4)
        for start, end, _ in bodies
    )  # fmt: skip
    commas = sum(text[end - 1] == "," for _, end, _ in bodies)
    return begins >= 0.6 * len(bodies) and commas < 0.5 * len(bodies)


def is_attendance(table: Table) -> bool:
    """Whether a table lists people: it has a column for the name and one for the office or organisation."""
    return {"person", "office"} <= {column_roles().get(column) for column in table.columns}


def _from_table(text: str, table: Table) -> list[Entry]:
    """Rows of a table of people; a further column may say who was absent."""
    if not is_attendance(table):
        return []
    roles = [column_roles().get(column) for column in table.columns]
    name = roles.index("person")
    offices = [column for column, role in enumerate(roles) if role == "office"]
    offices = [column for column in offices if not _STATUS.fullmatch(table.columns[column])] or offices[:1]
    found: list[Entry] = []
    for row in table.rows:
        rest = " ".join(_text(text, cell) for column, cell in enumerate(row.cells) if column not in (name, *offices))
        absent = re.search(r"\b(?:afwezig|afgemeld|verhinderd|verontschuldigd|nee|m\.?k\.?)\b", rest.lower())
        office = tuple(span for column in offices for span in row.cells[column])
        note = tuple(
            span
            for column, cell in enumerate(row.cells)
            if column not in (name, *offices) and _SUBSTITUTE.search(_text(text, cell))
            for span in cell
        )
        cut = len(office)
        if len(offices) == 1:
            cut = next((at for at in range(1, cut) if not _wraps(text, office[at - 1], office[at])), cut)
        label = "afwezig" if absent else "aanwezig"
        if row.cells[name] or office:
            found.append(Entry(label, row.cells[name], (*office[:cut], *note), slot=True))
        found += [Entry(label, (), (span,), slot=True) for span in office[cut:]]
    return found


def _text(text: str, cell: Sequence[Span]) -> str:
    return " ".join(text[start:end] for start, end in cell)


def _cells(text: str, start: int, end: int) -> list[Span]:
    cells: list[Span] = []
    at = start
    for gap in _GAP.finditer(text, start, end):
        inside = text.count("(", at, gap.start()) > text.count(")", at, gap.start())
        if gap.start() > at and text[gap.start() - 1] not in ",;" and not inside:
            cells.append((at, gap.start()))
            at = gap.end()
    if at < end:
        cells.append((at, end))
    return cells


def _unmarked(text: str, start: int, end: int) -> Span:
    match = _MARK.match(text, start, end)
    return (match.end(), end) if match else (start, end)
