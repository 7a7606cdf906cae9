"""Attendance lists without a label: line after line an organisation and a person, above the first item."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from lrtgraph.layout.attendance.labels import is_letterhead_label, names_sender, read_label, tells_seat
from lrtgraph.layout.attendance.words import PERSON, REDACTED, is_roll_of_one, only_names, split_cells
from lrtgraph.layout.lines import Line

_ACRONYM = re.compile(r"[A-Z][\w&]*[A-Z][\w&]*\Z")
_ORGANISATION = re.compile(r"(?P<name>[A-Z][\w&'’ -]{1,40}):\s+(?P<rest>\S.*)")
_BEHIND = re.compile(
    r"(?:[^()\d:]{2,60}\s\([^)]{2,80}\)|[^(),:]{2,60}\s[-–—]\s\S.{1,80}|[^(),:]{2,60},\s\S.{1,80})\W*\Z"
)
_LEAST = 3
"""Lines of such a list; fewer may be anything."""


def find_unlabelled(text: str, lines: Sequence[Line], front: int, taken: Set[int]) -> tuple[int, int] | None:
    """The first stretch of front matter that lists people: the indexes of its first line and of the line past it."""
    run: list[int] = []
    for index in (*range(front), front):
        line = lines[index] if index < front else None
        if line is not None and index not in taken and _lists_person(text, line, bool(run)):
            run.append(index)
        elif line is not None and line.blank and run and index not in taken:
            continue
        else:
            if len(run) >= _LEAST and sum(_sure(text, lines[at]) for at in run) * 2 > len(run):
                return run[0], run[-1] + 1
            run = []
    return None


def is_roll_above(text: str, lines: Sequence[Line], at: int) -> bool:
    """Several people of an organisation right above those of the Rijk or the gemeenten: "Koepels: Dam en Prins"."""
    line, after = lines[at], lines[at + 1] if at + 1 < len(lines) else None
    if line.blank or after is None or after.blank or is_letterhead_label(text, line):
        return False
    body, label = text[line.start : line.end], read_label(text, after)
    several = ("," in body or " en " in body) and is_roll_of_one(body)
    return several and label is not None and tells_seat(text, label, after)


def _lists_person(text: str, line: Line, running: bool) -> bool:
    """A line names one person, or those of one organisation, and nothing else."""
    if line.blank or is_letterhead_label(text, line) or names_sender(text, line) or read_label(text, line):
        return False
    cells = _cells(text, line)
    return (
        _sure(text, line) or (running and any(map(_is_actor, cells[:1]))) or (len(cells) == 2 and only_names(cells[0]))
    )


def _sure(text: str, line: Line) -> bool:
    cells = _cells(text, line)
    body = text[line.start : line.end]
    if len(cells) == 2:
        first, second = cells[0].rstrip(":"), cells[1]
        post = second.partition(" ")[0]
        seated = (_is_actor(first) and only_names(second)) or (only_names(first) and _is_actor(post))
        return seated or any(map(_is_person, cells))
    if match := _ORGANISATION.match(body):
        return _is_person(match["rest"]) or (_is_actor(match["name"]) and only_names(match["rest"]))
    return _is_person(body.lstrip("-–•* ")) and bool(_BEHIND.match(body.lstrip("-–•* ")))


def _cells(text: str, line: Line) -> list[str]:
    return [text[start:end].lstrip(": ") for start, end in split_cells(text, line.start, line.end)]


def _is_person(cell: str) -> bool:
    return bool(PERSON.match(cell) or REDACTED.match(cell))


def _is_actor(cell: str) -> bool:
    return bool(_ACRONYM.match(cell))
