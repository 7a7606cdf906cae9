"""Times and lengths beside the heads of items, as minutes have them that keep to a schedule: "14.05 uur  2. Opvang"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from lrtgraph.dutch.dates import find_dates
from lrtgraph.layout.attendance.labels import is_letterhead_label
from lrtgraph.layout.lines import Line, with_gaps

_CLOCK = r"(?:[01]?\d|2[0-4])[.:][0-5]\d"
_TO = r"\s*(?:-|–|—|tot|t/m)\s*"
_UNIT = r"\s*(?:uur|u\b\.?)"
_TIME = rf"(?:{_CLOCK}(?:{_UNIT})?{_TO}{_CLOCK}(?:{_UNIT})?|{_CLOCK}{_UNIT}|(?:[01]?\d|2[0-4]):[0-5]\d)"
"""A time of day; one with a full stop and no more may be the number of a part ("2.10")."""
_LENGTH = r"\d{1,3}\s?(?:min\.?|minuten)"
_BEFORE = re.compile(rf"[(\[]?(?P<time>{_TIME})[)\]]?(?::?\s+[-–—|]?\s*|:?\Z)(?=[A-Z\d#*(]|\Z)")
_BEHIND = re.compile(
    rf"(?:\s+[(\[](?:(?P<time>{_TIME})|{_LENGTH})[)\]]|(?:\s{{2,}}|\t|(?<!\d)\s[-–—]\s)(?:(?P<plain>{_TIME})|{_LENGTH}))\Z"
)
_NUMBERS = re.compile(r"\d+")
_SENTENCE = re.compile(r"[.?!;,][\"'”’)\]]*\Z")
_LEAST = 3
"""Times that rise from head to head; fewer may be those of the meeting."""
_LONGEST = 120
"""Characters of a head with its time."""


@dataclass(frozen=True, slots=True)
class _Timed:
    """A line with a time: its index, what is left of it, and when its item begins and ends, in minutes of the day; an
    item of which only the length is given has neither."""

    index: int
    start: int
    end: int
    begins: int = 0
    ends: int = 0


def without_item_times(text: str, lines: Sequence[Line]) -> list[Line]:
    """The lines without the times and lengths beside heads; one that held nothing else is blank.

    Out: as many lines as before. They stay as they are unless three times or more follow each other and text stands
    between them: right under each other they are a schedule, which is text.

    >>> from lrtgraph.layout.lines import split_lines
    >>> text = "14.00 uur  1. Opening\\nWelkom.\\n14.05 uur  2. Opvang\\nCOA meldt.\\n14.30 uur  3. Sluiting\\nDank."
    >>> found = without_item_times(text, split_lines(text))
    >>> [text[line.start:line.end] for line in found if text[line.start].isdigit()]
    ['1. Opening', '2. Opvang', '3. Sluiting']
    """
    found = _in_turn([timed for index in range(len(lines)) if (timed := _timed(text, lines[index], index))])
    if len(found) < _LEAST or not _are_apart(lines, found):
        return list(lines)
    cut = {timed.index: timed for timed in found}
    return with_gaps(
        [
            replace(line, start=cut[index].start, end=cut[index].end) if index in cut else line
            for index, line in enumerate(lines)
        ]
    )


def _timed(text: str, line: Line, index: int) -> _Timed | None:
    """What a line tells of an item's time; that of the meeting stands beside its day or behind a label."""
    if line.blank or line.end - line.start > _LONGEST or is_letterhead_label(text, line):
        return None
    body = text[line.start : line.end]
    before, behind = _BEFORE.match(body), _BEHIND.search(body)
    if any(found.complete for found in find_dates(body)):
        return None
    if before is not None and not _SENTENCE.search(body, before.end()):
        start = line.start + before.end()  # of a time on its own nothing is left
        return _Timed(index, start if start < line.end else line.start, line.end if start < line.end else line.start,
                      *_span(before["time"]))  # fmt: skip
    if behind is not None:
        return _Timed(index, line.start, line.start + behind.start(), *_span(behind["time"] or behind["plain"]))
    return None


def _span(told: str | None) -> tuple[int, int]:
    """When an item begins and ends; without an end it ends as it begins.

    >>> _span("14.00 - 14.15 uur"), _span("14:05"), _span(None)
    ((840, 855), (845, 845), (0, 0))
    """
    numbers = list(map(int, _NUMBERS.findall(told))) if told else [0, 0]
    clocks = [60 * hours + minutes for hours, minutes in zip(numbers[::2], numbers[1::2], strict=True)]
    return clocks[0], clocks[-1]


def _in_turn(found: Sequence[_Timed]) -> list[_Timed]:
    """The most lines of which each begins when or after the one before ends; lengths have their turn anywhere."""
    best: list[list[_Timed]] = []
    for timed in found:
        before = max((run for run in best if _follows(run, timed)), key=len, default=[])
        best.append([*before, timed])
    return max(best, key=len, default=[])


def _follows(run: Sequence[_Timed], timed: _Timed) -> bool:
    last = max(before.ends for before in run)
    return not timed.ends or last <= timed.begins


def _are_apart(lines: Sequence[Line], found: Sequence[_Timed]) -> bool:
    """Whether between most of the lines stands more than the lines that have a time."""
    filled = [index for index, line in enumerate(lines) if not line.blank]
    place = {index: at for at, index in enumerate(filled)}
    apart = sum(place[after.index] - place[timed.index] > 1 for timed, after in pairwise(found))
    return 2 * apart > len(found) - 1
