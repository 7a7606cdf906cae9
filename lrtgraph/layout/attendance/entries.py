"""The entries of an attendance list under one label: run on, one a line, in columns, or rows of a table of people."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lrtgraph.dutch.column_heads import column_roles
from lrtgraph.dutch.redaction import is_redacted
from lrtgraph.dutch.surnames import TITLE
from lrtgraph.layout.attendance.groups import group_heads
from lrtgraph.layout.attendance.pairs import behind_commas, in_halves, in_turns, interleaved
from lrtgraph.layout.attendance.words import (
    ACRONYM,
    MARK,
    OFFICE,
    PERSON,
    REDACTED,
    TITLES,
    Body,
    is_person,
    only_names,
    split_cells,
    unmarked,
)
from lrtgraph.layout.lines import Span

SUBSTITUTE = re.compile(r"\b(?:(?:vervang\w*|i\.?p\.?v|namens|plv|voor)\b|verv\.)", re.IGNORECASE)
_BRACKET = re.compile(r"\([^)]{2,60}\)?")
_ORGANISATION = re.compile(rf"[A-Z][\w&'’ -]{{1,60}}:\s|[A-Z][\w&]*[A-Z][\w&]*(?:['’]s)?(?:\s+(?=(?i:{TITLE}))|\s*\Z)")
_LISTED = re.compile(rf"(?:\((?P<office>[^()]*))?\)\s*[,;]\s*(?:\(|(?i:{TITLE})|[A-ZÀ-Þ])")
HERE = re.compile(r"(?:deels\s+|digitaal\s+|online\s+)?aanwezig|ja\b|present|[xv✓√☒☑](?!\w)", re.IGNORECASE)
STATUS = re.compile(
    rf"(?:{HERE.pattern}|afwezig|afgemeld|verhinderd|nee|niet\s+aanwezig|verontschuldigd|absent|m\.?k\.?|[-–—☐])"
    r"[\s(]*(?:m\.?k\.?|met\s+(?:bericht|kennisgeving))?\)?",
    re.IGNORECASE,
)
_OPEN = re.compile(r"(?:[,/&-]|\b(?:en|of|van|de|het|voor|der|in|te))\Z")
_UNFINISHED = re.compile(rf"(?:\b{TITLE}|\b(?:door|en))\Z", re.IGNORECASE)
"""A line whose entry goes on in the next: "vervangen door mw."."""
_BOX = re.compile(r"(?:\[\s?(?P<tick>[xXvV✓✔]?)\s?\]|(?P<set>[☑☒✓✔])|☐)\s*(?=[^\s)=])")

_ONE = frozenset({"voorzitter", "voorz.", "voorz", "vz", "vz."})
"""Labels over one person."""
_WRAPPED = 2
"""Lines of a person whose office goes on with one word in the second: "minister voor … Ruimtelijke", "Ordening"."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A part of the attendance list: the label it stands under (lower case) and its spans.

    With `office` it is one slot: `spans` is the name, empty where it is blanked out. Without, `spans` may run over
    any number of slots. A `group` is no slot but the head over some: "Koepels", "Ministerie van BZK".
    """

    label: str
    spans: tuple[Span, ...]
    office: tuple[Span, ...] = ()
    slot: bool = False
    group: bool = False


def read_entries(text: str, bodies: Sequence[Body], label: str, *, headed: bool = False) -> list[Entry]:
    """The entries of lines that stand under one label: run on, one a line, or in columns; empty ones are passed over.

    `headed`: a head over the first of them is known already.
    """
    bodies = [body for body in bodies if body[0] < body[1]]
    heads = frozenset(group_heads(text, bodies, headed=headed))
    groups = [Entry(label, (body[:2],), group=True) for body in bodies if body in heads]
    return groups + _read(text, [body for body in bodies if body not in heads], label)


def _read(text: str, bodies: Sequence[Body], label: str) -> list[Entry]:
    if not bodies:
        return []
    if named := _named_cells(text, bodies, label) or _ticked(text, bodies):
        return named
    if both := interleaved(text, bodies) or in_halves(text, bodies):
        return [Entry(label, (name,), (office,), slot=True) for name, office in both]
    split = [_without_mark(text, split_cells(text, start, end)) for start, end, _ in bodies]
    paired = [cells for cells in split if len(cells) == 2]
    if all(STATUS.fullmatch(text, *cells[-1]) for cells in split) and any(len(cells) > 1 for cells in split):
        return [entry for cells in split for entry in _with_status(text, cells)]
    if _is_by_organisation(text, split):
        return _by_organisation(text, split, label)
    marked = len(bodies) > 1 and all(MARK.match(text, start, end) for start, end, _ in bodies)
    run_on = not marked and any(_is_listed(text, *cell) for cells in split for cell in cells)
    if run_on and not _org_a_line(text, bodies):
        return [Entry(label, tuple((start, end) for start, end, _ in bodies))]
    if sum(len(cells) > 2 for cells in split) > len(paired):
        in_turn = _row_slots if _is_grid(text, split) else _in_turn
        return [entry for cells in split for entry in in_turn(text, cells, label)]
    if paired and 2 * len(paired) >= len(bodies) - 2:
        return _columns(text, bodies, split, label)
    if any(len(cells) > 1 for cells in split):
        return [Entry(label, (cell,)) for cells in split for cell in cells if cell[0] < cell[1]]
    if both := in_turns(text, bodies):
        return [Entry(label, (unmarked(text, *name),), (office,), slot=True) for name, office in both]
    if MARK.match(text, bodies[0][0], bodies[0][1]):
        return [Entry(label, (unmarked(text, start, end),)) for start, end, _ in bodies]
    if label in _ONE and len(bodies) == _WRAPPED and text[slice(*bodies[1][:2])].isalpha():
        return [Entry(label, tuple((start, end) for start, end, _ in bodies))]
    if both := behind_commas(text, bodies):
        return [Entry(label, (name,), (office,), slot=True) for name, office in both]
    if len(bodies) > 1 and _one_a_line(text, bodies):
        return _line_by_line(text, bodies, label)
    return [Entry(label, tuple((start, end) for start, end, _ in bodies))]


def _is_listed(text: str, start: int, end: int) -> bool:
    """A cell with more than one seat: "(VNG), mw. Bos (IPO)"; what is blanked out in brackets is no office."""
    return any(not found["office"] or not is_redacted(found["office"]) for found in _LISTED.finditer(text, start, end))


def _named_cells(text: str, bodies: Sequence[Body], label: str) -> list[Entry]:
    """Cells on lines of their own behind the names of their columns: "Naam: mw. Bos", "Organisatie: VNG"."""
    found: list[Entry] = []
    for start, end, _ in bodies:
        name, sign, value = text[start:end].partition(":")
        role = column_roles().get(name.strip().lower()) if sign and value.strip() else None
        cell = (end - len(value.lstrip()), end)
        if role == "person":
            found.append(Entry(label, (cell,), slot=True))
        elif role == "office" and found:
            found[-1] = replace(found[-1], office=(*found[-1].office, cell))
        else:
            return []
    return found


def _ticked(text: str, bodies: Sequence[Body]) -> list[Entry]:
    """Lines behind boxes that are ticked or not: "[x] mw. Bos, VNG"; what has no box says what they mean."""
    boxes = [_BOX.match(text, start, end) for start, end, _ in bodies]
    if len(bodies) < 2 or 2 * sum(map(bool, boxes)) <= len(bodies):
        return []
    return [
        Entry("aanwezig" if box["tick"] or box["set"] else "afwezig", ((box.end(), end),))
        for box, (_, end, _) in zip(boxes, bodies, strict=True)
        if box and box.end() < end
    ]


def _without_mark(text: str, cells: list[Span]) -> list[Span]:
    """The cells without a first one that is only a bullet."""
    return cells[1:] if len(cells) > 1 and MARK.fullmatch(f"{text[slice(*cells[0])]} x"[:2]) else cells


def _is_open(body: str) -> bool:
    return body.count("(") > body.count(")")


def _is_grid(text: str, split: Sequence[Sequence[Span]]) -> bool:
    """Lines of three cells or more, each of one person: a name, a function, an organisation."""
    full = [cells for cells in split if len(cells) > 2]
    persons = [sum(is_person(text, cell) for cell in cells) for cells in full]
    bracketed = any(text[end - 1] == ")" and not REDACTED.match(text, start, end)
                    for cells in full for start, end in cells[:-1])  # fmt: skip
    titled = any(OFFICE.match(text, start, end) for cells in full for start, end in cells[1:])
    return max(persons) == 1 == min(persons) or (max(persons) == 0 and (len(full) > 1 or titled) and not bracketed)


def _row_slots(text: str, cells: Sequence[Span], label: str) -> list[Entry]:
    """The cells of a line as one slot, the person wherever they stand, else in front."""
    at = next((at for at, cell in enumerate(cells) if is_person(text, cell)), 0)
    office = tuple(cell for index, cell in enumerate(cells) if index != at)
    return [Entry(label, (unmarked(text, *cells[at]),), office, slot=bool(office))]


def _in_turn(text: str, cells: Sequence[Span], label: str) -> list[Entry]:
    """More than two columns: a person takes the office behind it, anything else stands by itself."""
    found: list[Entry] = []
    at = 0
    while at < len(cells):
        behind = cells[at + 1] if at + 1 < len(cells) else None
        if behind and PERSON.match(text, cells[at][0]) and not is_person(text, behind):
            found.append(Entry(label, (unmarked(text, *cells[at]),), (behind,), slot=True))
            at += 2
        else:
            found.append(Entry(label, (unmarked(text, *cells[at]),)))
            at += 1
    return found


def _columns(text: str, bodies: Sequence[Body], split: Sequence[Sequence[Span]], label: str) -> list[Entry]:
    """A column of names and one of offices, or two columns of entries."""
    paired = [cells for cells in split if len(cells) == 2]
    doubled = sum(
        text[a[0] : a[1]].endswith(")")
        or bool(PERSON.match(text, b[0]) and (PERSON.match(text, a[0]) or text[a[0]] == "("))
        for a, b in paired
    )
    if 2 * doubled > len(paired):
        return [Entry(label, (unmarked(text, *cell),)) for cells in split for cell in cells]
    offices = Counter(
        at + cells[1][0] - cells[0][0] for (_, _, at), cells in zip(bodies, split, strict=True) if len(cells) == 2
    )
    office_at = offices.most_common(1)[0][0]
    found: list[Entry] = []
    for (start, end, at), cells in zip(bodies, split, strict=True):
        if len(cells) >= 2:
            found.append(_slot(text, label, cells))
        elif (start, end, at) == bodies[0]:
            found.append(Entry(label, ((start, end),)))
        elif at >= office_at - 2 or text[start - 1 : start] == "\t":
            last = found[-1] if found else None
            if last and last.slot and last.office and wraps(text, last.office[-1], (start, end)):
                found[-1] = replace(last, office=(*last.office, (start, end)))
            else:
                found.append(Entry(label, (), ((start, end),), slot=True))
        else:
            found.append(Entry(label, (unmarked(text, start, end),)))
    return found


def _line_by_line(text: str, bodies: Sequence[Body], label: str) -> list[Entry]:
    """One entry a line; an office in brackets under a person without one is that person's."""
    found: list[Entry] = []
    for start, end, _ in bodies:
        above = found[-1].spans if found else ()
        lone = len(above) == 1 and PERSON.match(text, above[0][0]) and "(" not in text[above[0][0] : above[0][1]]
        if lone and text[start] == "(" and not REDACTED.match(text, start):
            found[-1] = Entry(label, (*above, (start, end)))
        else:
            found.append(Entry(label, (unmarked(text, start, end),)))
    return found


def _is_by_organisation(text: str, split: Sequence[Sequence[Span]]) -> bool:
    """A column of organisations and one of their people without titles: "VNG    Ter Haar, Pennings"."""
    paired = [cells for cells in split if len(cells) == 2]
    if len(paired) < 2 or len(paired) * 2 < len(split) or any(len(cells) > 2 for cells in split):
        return False
    sure = [cells for cells in paired if _is_actor(text, *cells[0])]
    people = sum(_are_people(text, *cells[1]) for cells in paired)
    if len(sure) == len(split):  # every line has its organisation, so that one may tell more of its person
        return 2 * people > len(paired)
    return 2 * len(sure) > len(paired) and people == len(paired)


def _is_actor(text: str, start: int, end: int) -> bool:
    body = text[start:end].rstrip(" :")
    return not any(sign in body for sign in "(,;") and bool(ACRONYM.match(body) or OFFICE.match(body))


def _are_people(text: str, start: int, end: int) -> bool:
    body = text[start:end]
    return only_names(body) and not any(sign.match(body) for sign in (PERSON, ACRONYM, OFFICE, REDACTED))


def _by_organisation(text: str, split: Sequence[Sequence[Span]], label: str) -> list[Entry]:
    """One entry a line, the organisation in its first column."""
    found: list[Entry] = []
    for first, *second in split:
        if second:
            start, end = first
            office = (start, start + len(text[start:end].rstrip(" :")))
            found.append(Entry(label, (unmarked(text, *second[0]),), (unmarked(text, *office),), slot=True))
        else:
            found.append(Entry(label, (unmarked(text, *first),)))
    return found


def wraps(text: str, before: Span, span: Span) -> bool:
    """An office that goes on in the next line, rather than the office of somebody whose name is blanked out."""
    above, body = text[before[0] : before[1]], text[span[0] : span[1]]
    if OFFICE.match(body):
        return False
    lone = "(" in body and "(" not in above and not ACRONYM.match(body)
    return lone or body[:1] in ("(", "&") or body[:1].islower() or bool(_OPEN.search(above))


def _org_a_line(text: str, bodies: Sequence[Body]) -> bool:
    """Most lines begin with an organisation and a colon: "VNG: dhr. Jansen, mw. Bos"."""
    return sum(bool(_ORGANISATION.match(text, start, end)) for start, end, _ in bodies) >= 0.6 * len(bodies)


def _with_status(text: str, cells: Sequence[Span]) -> list[Entry]:
    """A line that ends with a column for the status; what stands before it is a name and an office."""
    status = "aanwezig" if HERE.match(text, *cells[-1]) else "afwezig"
    if len(cells) > 2:
        return [_slot(text, status, cells[:-1])]
    return [Entry(status, (unmarked(text, *cells[0]),))]


def _slot(text: str, label: str, cells: Sequence[Span]) -> Entry:
    """A name and an office, whichever of the two columns comes first."""
    name, *office = cells
    if ":" in (text[name[1] - 1], text[office[0][0]]):
        named = (name[0], name[0] + len(text[name[0] : name[1]].rstrip(": ")))
        return Entry(label, (_after_sign(text, *office[0]),), (named, *office[1:]), slot=True)
    if not is_person(text, name) and is_person(text, office[0]):
        return Entry(label, (office[0],), (unmarked(text, *name), *office[1:]), slot=True)
    return Entry(label, (unmarked(text, *name),), tuple(office), slot=True)


def _after_sign(text: str, start: int, end: int) -> Span:
    body = text[start:end]
    return start + len(body) - len(body.lstrip(": \t")), end


def _one_a_line(text: str, bodies: Sequence[Body]) -> bool:
    """Most lines begin with a person's title, an office in brackets or a bullet; few end on a comma, none holds two."""
    if _org_a_line(text, bodies):
        return True
    if any(_UNFINISHED.search(text, start, end) or _is_open(text[start:end]) for start, end, _ in bodies[:-1]):
        return False
    if any(
        len(TITLES.findall(text, start, end)) > 1 + bool(SUBSTITUTE.search(text, start, end))
        for start, end, _ in bodies
    ):
        return False
    begins = sum(
        bool(PERSON.match(text, start) or MARK.match(text, start) or _BRACKET.search(text, start, end)
             or len(text[start:end].split()) <= 4)
        for start, end, _ in bodies
    )  # fmt: skip
    commas = sum(text[end - 1] == "," for _, end, _ in bodies)
    return begins >= 0.6 * len(bodies) and commas < 0.5 * len(bodies)
