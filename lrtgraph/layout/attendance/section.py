"""Who was there: the lines of the attendance list, one entry a block where the list has one a line.

A list is run on ("Aanwezig: dhr. A (VNG), mw. B (IPO)"), one entry a line, or set in columns: a name and an office, two
entries, or those present beside those absent. A name that was blanked out leaves an empty cell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import replace

from lrtgraph.dutch.column_heads import column_roles
from lrtgraph.dutch.dates import find_dates
from lrtgraph.dutch.surnames import PARTICLE, TITLE
from lrtgraph.layout.attendance.entries import Entry, read_entries
from lrtgraph.layout.attendance.labels import (
    Label,
    deciding_form,
    is_letterhead_label,
    label_pattern,
    labels,
    read_label,
    tells_seat,
)
from lrtgraph.layout.attendance.tables import from_table, stacked_people
from lrtgraph.layout.attendance.unlabelled import find_unlabelled, is_roll_above
from lrtgraph.layout.attendance.words import INITIALED, PERSON, Body, is_roll_of_one, only_names, split_cells, unmarked
from lrtgraph.layout.furniture_words import is_letterhead
from lrtgraph.layout.head_words import head_words, plain_form
from lrtgraph.layout.letterheads import past_letterhead
from lrtgraph.layout.lines import Line
from lrtgraph.layout.tables.rows import Table
from lrtgraph.layout.tables.tables import opens_body

_TITLED = re.compile(rf"\b(?:{TITLE})\s+\S", re.IGNORECASE)
_BRACKET = re.compile(r"\([^)]{2,60}\)?")
_NUMBERED = re.compile(r"(?:\d{1,2}|[IVX]{1,4})\s?[./):]\s|\(\d{1,2}\)\s|(?:agenda)?punt\s\d", re.IGNORECASE)
_POINT = re.compile(r"(?:agenda)?punt\s\d", re.IGNORECASE)
_RULED = re.compile(r"[-=_*~#–—]{4,}")
_INNER = re.compile(r"(?<=[.;)])\s+|\s*[|¦]\s*|\s{2,}|\t")
_VERB = re.compile(r"\b(?:is|was|zijn|waren|zich|deel|door|van)\s*\Z", re.IGNORECASE)
"""How a label ends that is the beginning of a sentence: "Afgemeld hebben zich"."""
_AWAY = re.compile(r"(?:niet\s+aanwezig|(?:met\s+kennisgeving\s+)?(?:afwezig|afgemeld|verhinderd|verontschuldigd))\b")
"""How a label further on in a sentence begins, in small letters: "…; afwezig met kennisgeving: mw. Bos"."""
_OPENS_MEETING = re.compile(rf"(?:(?:[A-ZÀ-ÖØ-Þ][\w'’.-]*|{PARTICLE}|het|in|op)\s+){{1,6}}(?:opent|heet|verwelkomt)\b")
"""A name and what its bearer does as chair: "Anna van den Bos opent de vergadering"."""
_OFFICE_BEHIND = re.compile(r",(?:\s+[\w-]+){1,4}")
_LAST = re.compile(rf"en\s+{TITLE}\s", re.IGNORECASE)
_COLUMNS = frozenset({"person", "office", "status"})
_SLACK = 6
_HEAD_WORDS = 2
_SHORT_SENTENCE = 4
_UNDER_HEAD = 2
"""Blank lines under a label that is set as a head."""


def find_attendance(
    text: str, lines: Sequence[Line], front: int, tables: Sequence[Table], first: int = 0
) -> tuple[list[Entry], set[int]]:
    """The attendance list in the lines from `first` to `front`, and the indexes of the lines that it takes."""
    entries: list[Entry] = []
    taken: set[int] = set()
    fenced = {index for table in tables for index in range(table.first, table.last + 1)}
    stacked = stacked_people(text, lines, first, min(front, len(lines)), fenced)
    for table in (*tables, *stacked):
        if first <= table.first < front and (found := from_table(text, table)):
            above = _label_above(text, lines[: table.first])
            absent = above is not None and labels()[above] == "absent"
            entries += [replace(entry, label=above) for entry in found] if above and absent else found
            taken.update(range(table.first, table.last + 1))
    front = min(front, len(lines))
    lead = find_unlabelled(text, lines, front, taken) if first == 0 else None
    if lead and not entries and not any(_opens_list(text, line) for line in lines[: lead[0]]):
        start, end = lead
        bodies = [(line.start, line.end, line.indent) for line in lines[start:end] if not line.blank]
        entries += read_entries(text, bodies, "aanwezig")
        taken.update(range(start, end))
    at = first
    while at < front:
        label = None if at in taken else _label(text, lines, at, bool(entries))
        if label is None or (not entries and labels()[label.form] == "none" and label.rest == lines[at].end):
            at += 1  # "Verslag:" on its own above the list is a title
            continue
        end, between = _section_end(text, lines, at, front, taken)
        entries += _section(text, lines, at, end, label, between)
        titled = {at} if label.start > lines[at].start else set()
        taken.update(set(range(at, end)) - between - titled)
        at = end
    return entries, taken


def _label(text: str, lines: Sequence[Line], at: int, listed: bool) -> Label | None:
    """The label that a line opens with; below a list (`listed`) "Verslag" on its own is one above a person too.

    "Verslag      Regietafel 14 februari 2024" is the title of minutes, and tells nobody who wrote them; nor does
    "Voorzitter Anna Bos opent de vergadering" label who was there.
    """
    line, after = lines[at], lines[at + 1] if at + 1 < len(lines) else None
    label = read_label(text, line)
    if label is not None and labels()[label.form] == "none" and _is_dated(text[label.rest : line.end]):
        return None
    if label is not None and label.form == "voorzitter" and _OPENS_MEETING.match(text, label.rest, line.end):
        return None
    person = after is not None and bool(PERSON.match(text, after.start) or INITIALED.match(text, after.start))
    if label is None and person:
        label = _trailing_label(text, line)
    if label is None and not listed and is_roll_above(text, lines, at):
        return Label("aanwezig", line.start, line.start)
    if label is not None or not listed or line.blank or after is None or after.blank:
        return label
    form = text[line.start : line.end].lower()
    return Label(form, line.start, line.end) if person and labels().get(form) == "none" else None


def _trailing_label(text: str, line: Line) -> Label | None:
    """The label that a title ends with where its list lost the line between: "Verslag van 19 februari 2024 Aanw.:"."""
    if line.blank or text[line.end - 1] != ":":
        return None
    for gap in re.finditer(r"\s+", text[line.start : line.end]):
        match = label_pattern().match(text, line.start + gap.end(), line.end)
        if match and match["sign"] and match.end() == line.end and match[0][0].isupper():
            form = deciding_form(match)
            return Label(form, match.start(), line.end) if labels()[form] != "none" else None
    return None


def _is_dated(text: str) -> bool:
    return any(found.complete for found in find_dates(text))


def _opens_list(text: str, line: Line) -> bool:
    """The line opens with a label of those present or absent."""
    label = read_label(text, line)
    return label is not None and labels()[label.form] != "none"


def _label_above(text: str, lines: Sequence[Line]) -> str | None:
    """The label that stands alone in the last line with text."""
    line = next((line for line in reversed(lines) if not line.blank), None)
    label = read_label(text, line) if line else None
    return label.form if line and label and label.rest == line.end else None


def _section_end(text: str, lines: Sequence[Line], at: int, front: int, taken: set[int]) -> tuple[int, set[int]]:
    """The line just past a label's section: the next label, a letterhead's label, running text, or the front's end.

    A letterhead that only interrupts the list does not end it; the indexes of its lines come second.
    """
    last = at
    between: set[int] = set()
    bare = not _BRACKET.search(text, lines[at].start, lines[at].end)
    for index in range(at + 1, min(front, len(lines))):
        line = lines[index]
        if line.blank or index in between:
            continue
        over = _over_persons(text, lines, index)
        past = None if over else past_letterhead(text, lines, index, front)
        if past is not None and _resumes(text, lines[past]):
            between.update(range(index, past))
            continue
        if index in taken or _opens_other(text, lines, index, over=over):
            break
        if _ends_list(text, lines, at, last, index) or not _is_near(text, lines, at, last, index, bare=bare):
            break
        body = text[line.start : line.end]
        bare = bare and not PERSON.match(body) and not _BRACKET.search(body)
        last = index
    return last + 1, {index for index in between if index <= last}


def _opens_other(text: str, lines: Sequence[Line], index: int, *, over: bool) -> bool:
    """Whether a line opens another section, a letterhead or a table; `over`: it is a head over the persons below."""
    line = lines[index]
    return (
        (is_letterhead(text[line.start : line.end]) and not over)
        or _label(text, lines, index, True) is not None
        or is_letterhead_label(text, line)
        or opens_body(text, line)
        or plain_form(text[line.start : line.end]) in head_words()["part"]
    )


def _ends_list(text: str, lines: Sequence[Line], at: int, last: int, index: int) -> bool:
    """Whether a line is none of a list under `at` whose last line is `last`: a rule, a title, or running text."""
    line = lines[index]
    body = text[line.start : line.end]
    ended = text[lines[last].end - 1] == ")"
    if _opens_body(text, line) or ((ended or last > at) and _RULED.fullmatch(body)):
        return True
    if ended and _is_title(text, lines, index):
        return True
    stopped = text[lines[last].end - 1] == "."
    if text[lines[last].end - 1] == "," and _LAST.match(body):
        return False
    return ((line.gap > 0 or stopped) and _sentence(body)) or (stopped and _short_sentence(body))


def _is_near(text: str, lines: Sequence[Line], at: int, last: int, index: int, *, bare: bool) -> bool:
    """Whether a line stands right below the list, or a little further and reads as one of it."""
    line = lines[index]
    body = text[line.start : line.end]
    if not line.gap or _goes_on(text, lines[last], body) or _surely_entry(text, line) or _is_group(text, lines, index):
        return True
    if text[lines[last].end - 1] == ":" and line.gap == 1 and _is_run_of_names(text, lines, index):
        return True
    if line.gap == 1 and is_roll_of_one(body) and is_roll_of_one(text[lines[last].start : lines[last].end]):
        return True
    words = len(text[lines[at].start : lines[at].end].split())
    near = line.gap <= 1 or (line.gap == _UNDER_HEAD and last == at and words <= _HEAD_WORDS)
    return near and _entry_like(body, bare=bare)


def _over_persons(text: str, lines: Sequence[Line], index: int) -> bool:
    """A ministry's name right above a bullet is the head over them."""
    after = lines[index + 1] if index + 1 < len(lines) else None
    if after is None or after.blank or not text.startswith("Ministerie", lines[index].start):
        return False
    return text[after.start] in "-–•*"


def _opens_body(text: str, line: Line) -> bool:
    """The agenda begins on a line: a number, without a person behind it where no blank line stands before it."""
    body = text[line.start : line.end]
    number = _NUMBERED.match(body)
    if number is None:
        return False
    behind = body[number.end() :].lstrip()
    return bool(line.gap) or _POINT.match(body) is not None or not (PERSON.match(behind) or _BRACKET.search(behind))


def _is_title(text: str, lines: Sequence[Line], index: int) -> bool:
    """A few words right above a sentence, with nothing in them of a list."""
    line, after = lines[index], next((line for line in lines[index + 1 :] if not line.blank), None)
    body = text[line.start : line.end]
    if after is None or len(body) > 60 or PERSON.match(body) or _BRACKET.search(body) or body[-1] in ",;":
        return False
    return len(split_cells(text, line.start, line.end)) == 1 and _sentence(text[after.start : after.end])


def _resumes(text: str, line: Line) -> bool:
    """A list goes on: a person or an office in brackets, and no label."""
    body = text[line.start : line.end]
    if read_label(text, line) or not (PERSON.match(body) or body.startswith("(")):
        return False
    return _BRACKET.search(body) is not None


def _sentence(body: str) -> bool:
    """Running text: many words in lower case and no office in brackets."""
    words = body.split()
    if len(words) < 7 or sum(word[0].islower() for word in words) < 0.6 * len(words):
        return False
    return "(" not in body or not (PERSON.match(body) or ")," in body or body.startswith("("))


def _short_sentence(body: str) -> bool:
    """A few words in lower case up to a full stop: nobody is named."""
    words = body.split()
    small = len(words) >= _SHORT_SENTENCE and body.endswith(".") and all(word[0].islower() for word in words[1:])
    return small and "(" not in body


def _surely_entry(text: str, line: Line) -> bool:
    """A titled person with an office in brackets or in a column of its own."""
    body = text[line.start : line.end]
    apart = len(split_cells(text, line.start, line.end)) > 1
    return bool(PERSON.match(body)) and (apart or bool(_BRACKET.search(body))) and len(body) <= 120


def _is_group(text: str, lines: Sequence[Line], index: int) -> bool:
    """A head inside a list, such as "Koepels": a few words behind a blank line and right above a person."""
    line, body = lines[index], text[lines[index].start : lines[index].end]
    after = lines[index + 1] if index + 1 < len(lines) else None
    if not line.gap or after is None or len(body.split()) > 4 or not body[:1].isupper():
        return False
    if body[-1] == ":" and _is_run_of_names(text, lines, index + 1):
        return True
    if after.blank:
        return False
    plain = body.rstrip(":").replace("-", "").replace(" ", "").isalpha() and not PERSON.match(body)
    below = split_cells(text, after.start, after.end)
    return (
        plain
        and len(split_cells(text, line.start, line.end)) == 1
        and (bool(PERSON.match(text, after.start)) or len(below) > 1)
    )


def _is_run_of_names(text: str, lines: Sequence[Line], index: int) -> bool:
    """The next line with text, right below or one blank line further, is names that commas part: "Bos, Ter Velde"."""
    line = next((line for line in lines[index : index + 2] if not line.blank), None)
    body = text[line.start : line.end] if line else ""
    return "," in body and only_names(body)


def _entry_like(body: str, *, bare: bool) -> bool:
    """A person or an office in brackets; a few words on their own only where the list has neither (`bare`)."""
    short = bare and len(body.split()) <= 4 and not body.endswith(".")
    titled = bool(_TITLED.search(body)) and len(body.split()) <= 12
    return short or titled or _is_initialed(body) or bool(PERSON.match(body) or _BRACKET.search(body))


def _is_initialed(body: str) -> bool:
    """Initials and a name, with no more behind them than an office: "• J.J. de Maa, wethouder"."""
    begin, end = unmarked(body, 0, len(body))
    name = INITIALED.match(body, begin, end)
    return name is not None and (name.end() == end or _OFFICE_BEHIND.fullmatch(body, name.end(), end) is not None)


def _goes_on(text: str, before: Line, body: str) -> bool:
    """A list that ended on a comma, a title or an open bracket goes on after blank lines."""
    tail = text[max(before.start, before.end - 20) : before.end]
    return (
        tail.endswith((",", ";", "(", " en", "/"))
        or bool(re.search(rf"{TITLE}\Z", tail, re.IGNORECASE))
        or body[:1] in ("(", ",")
    )


def _section(text: str, lines: Sequence[Line], first: int, end: int, label: Label, between: Set[int]) -> list[Entry]:
    second = _second_label(text, lines[first], label)
    if second:
        return _side_by_side(text, lines, first, end, label, second)
    line = lines[first]
    groups = [index for index in range(first + 1, end) if index not in between and _is_group(text, lines, index)]
    bodies = [
        (lines[index].start, lines[index].end, lines[index].indent)
        for index in range(first + 1, end)
        if index not in between and index not in groups and not _is_head(text[lines[index].start : lines[index].end])
    ]
    if not _is_head(text[label.rest : line.end]):
        begin = label.start if tells_seat(text, label, line) else label.rest
        bodies.insert(0, (begin, line.end, line.indent + begin - line.start))
    found = [Entry(label.form, ((lines[index].start, lines[index].end),), group=True) for index in groups]
    apart = [lines[index].start for index in groups if _is_run_of_names(text, lines, index + 1)]
    under: list[Body] = []
    form = label.form
    for start, stop, indent in bodies:
        at = start
        if under and any(under[-1][1] <= head < start for head in apart):
            found += read_entries(text, under, form, headed=True)
            under = []
        for inner in _inner_labels(text, start, stop):
            under.append((at, len(text[: inner.start].rstrip(" \t|¦")), indent + at - start))
            found += read_entries(text, under, form, headed=bool(groups))
            under, form, at = [], inner.form, inner.rest
        under.append((at, stop, indent + at - start))
    return found + read_entries(text, under, form, headed=bool(groups))


def _is_head(words: str) -> bool:
    """What stands beside a label, or under it, is no seat but the heads of columns: "Afwezig | Organisatie"."""
    roles = [column_roles().get(word) for word in (words.strip(" |¦:()").lower(), *_names(words))]
    return roles[0] == "office" or (len(roles) > 2 and "office" in roles[1:] and set(roles[1:]) <= _COLUMNS)


def _names(words: str) -> list[str]:
    return [word for word in re.split(r"[\s|¦/:,()]+", words[:80].lower()) if word]


def _inner_labels(text: str, start: int, end: int) -> list[Label]:
    """Labels further on in a line: "Aanwezig: dhr. A (VNG). Afwezig: mw. B", "…; afwezig: …", "… Afwezig is mw. B"."""
    found: list[Label] = []
    for gap in _INNER.finditer(text, start, end):
        match = label_pattern().match(text, gap.end(), end)
        told = match and (match["sign"] or (text[gap.start() - 1] == "." and _VERB.search(match[0])))
        small = match and ":" in (match["sign"] or "") and _AWAY.match(text, gap.end())
        if match and told and (text[gap.end()].isupper() or small):
            found.append(Label(deciding_form(match), gap.end(), match.end()))
    return found


def _second_label(text: str, line: Line, label: Label) -> Label | None:
    for gap in re.finditer(r"\s{2,}|\t+|[|¦]\s*", text[line.start : line.end]):
        start = line.start + gap.end()
        if label.start < start < line.end and (found := read_label(text, line, start)):
            apart = text[label.rest : start].strip(" \t|¦") or found.rest < line.end
            return None if apart else found
    return None


def _side_by_side(text: str, lines: Sequence[Line], first: int, end: int, left: Label, right: Label) -> list[Entry]:
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
