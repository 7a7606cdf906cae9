"""An attendance list in flowing text: a conversion left a page, or its head with all its labels, on one line.

Such a line is parted before each label and behind the last list, so that it reads as if each label opened a line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from lrtgraph.layout.attendance.labels import label_pattern
from lrtgraph.layout.lines import Line, with_gaps

_CAPITAL = re.compile(r"(?<!\S)(?<!\bde )(?<!\bDe )(?=[A-ZÀ-Þ])")
"""Where a label may begin; behind "De" stands who speaks in a transcript: "De VOORZITTER: Dames en heren!"."""
_OF_OFFICE = re.compile(r"(?:[Dd]e\s+)?(?:[Ww]ethouders|[Ll]eden|[Rr]aadsleden|[Gg]edeputeerden|[Hh]eemraden)\s*:")
_PRESENT = re.compile(r"aanwezig|leden", re.IGNORECASE)
_STOP = re.compile(
    r"(?<![Dd]hr)(?<![Mm]evr)(?<!\bdrs)(?<!\bing)(?<!prof)(?<=[^\W\d_]{3}|[^\W\d_]{2}\)|..\d)\.\s+(?=[A-ZÀ-Þ])"
)
_LONG = 250
"""Characters of a line that holds more than a list, at least."""
_FRONT = 12
"""Lines with text among which a head stands."""
_LEAST = 2
_SURE = 3
"""Labels on such a line, and so many where it begins with one."""


def part_running_lists(text: str, lines: Sequence[Line]) -> list[Line]:
    """The lines, those of the front that hold a flowing list made several.

    >>> from lrtgraph.layout.lines import split_lines
    >>> head = "Notulen van de raad, 3 mei 2023. "
    >>> text = f"{head * 8}Aanwezig: de heer Bos en mevrouw Kok. Afwezig: mevrouw De Wit. De vergadering begint."
    >>> [text[line.start : line.end] for line in part_running_lists(text, split_lines(text)) if not line.blank][1:]
    ['Aanwezig: de heer Bos en mevrouw Kok.', 'Afwezig: mevrouw De Wit.', 'De vergadering begint.']
    """
    parted: list[Line] = []
    filled = 0
    for line in lines:
        filled += not line.blank
        cuts = _cuts(text, line) if filled <= _FRONT and line.end - line.start >= _LONG else []
        parted += _parts(text, line, cuts) if cuts else [line]
    return with_gaps(parted) if len(parted) > len(lines) else list(lines)


def _cuts(text: str, line: Line) -> list[int]:
    """Where each label begins, and last where the text behind the list does; empty where the line holds no list."""
    starts: list[int] = []
    for gap in _CAPITAL.finditer(text, line.start, line.end):
        if not _is_label(text, gap.start(), line.end):
            continue
        if starts and (stop := _STOP.search(text, starts[-1], gap.start())) and stop.end() < gap.start():
            break
        starts.append(gap.start())
    few = len(starts) < (_SURE if starts[:1] == [line.start] else _LEAST)
    if few or not any(_PRESENT.search(text[start : start + 40]) for start in starts):
        return []
    stop = _STOP.search(text, starts[-1], line.end)
    return [*starts, stop.end() if stop else line.end]


def _is_label(text: str, start: int, end: int) -> bool:
    """A label of attendance with a colon, or the office of those behind it."""
    label = label_pattern().match(text, start, end)
    signed = label is not None and ":" in (label["sign"] or "")
    return signed or _OF_OFFICE.match(text, label.end() if label else start, end) is not None


def _parts(text: str, line: Line, cuts: Sequence[int]) -> list[Line]:
    """The line in parts: what stands before the list, a line for each label, and what stands behind."""
    blank = replace(line, end=line.start)
    found = [_line(text, line, line.start, cuts[0]), blank] if cuts[0] > line.start else []
    found += [_line(text, line, start, end) for start, end in pairwise(cuts)]
    return [*found, blank, _line(text, line, cuts[-1], line.end)] if cuts[-1] < line.end else found


def _line(text: str, line: Line, start: int, end: int) -> Line:
    return replace(line, start=start, end=start + len(text[start:end].rstrip()))
