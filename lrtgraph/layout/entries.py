"""Lines of a list without bullets, that end with a field ("Afbouwplan - COA - 1 mei 2025") or are counted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lrtgraph.dutch.dates import find_dates
from lrtgraph.layout.bullets import Marker
from lrtgraph.layout.lines import Line

_WORD = r"[^\s–—|;.?!:]+(?:\.[^\s–—|;.?!:]+)*"
_FIELD = re.compile(rf"(?:\s[-–—|]\s+|;\s+){_WORD}(?:\s{_WORD}){{0,3}}\.?\Z")
"""What stands behind a line's last dash, pipe or semicolon, where it is a few words."""
_BEFORE_DAY = re.compile(
    r"(?:[,(;:]\s*|\A)(?:(?:vóór|voor|uiterlijk|per|op|begin|medio|half|eind|deadline|termijn|gereed):?\s+)*\Z",
    re.IGNORECASE,
)
"""What parts a day that ends a line from the rest, as a field."""
_NUMBER = re.compile(r"(?P<number>\d{1,3})\s+(?=[^\W\d_])")
_TAIL = 60
"""Characters of a line in which its last field stands."""
_COUNTED = re.compile(r"(?P<number>\d{1,3}) {2,}(?=[^\W\d_])")
"""A number set apart, as of no day or amount, with which each of `_LEAST_COUNTED` lines or more opens."""
_LEAST_COUNTED = 3
_LEAST = 2
_SHARE = 0.4
"""Of the lines of a list, those that end with a field: one of two, where each entry is wrapped once."""


@dataclass(frozen=True, slots=True)
class Entries:
    """By their offsets, the lines that end an entry, and the numbers without a sign with which entries open."""

    ends: frozenset[int]
    numbers: Mapping[int, Marker]


def find_entries(text: str, lines: Iterable[Line]) -> Entries:
    """The entries of lists in a stretch of lines; a list is a run of lines without a blank one between them.

    >>> from lrtgraph.layout.lines import split_lines
    >>> told = "1 Plan - COA - 1 mei\\n2 Brief - JenV - 1 juli", "Afspraken van VNG - IPO\\nzijn er"
    >>> found = [find_entries(text, split_lines(text)) for text in told]
    >>> [(sorted(entries.ends), sorted(entries.numbers)) for entries in found]
    [([0, 21], [0, 21]), ([], [])]
    >>> text = "7  Brief (JenV): klaar\\n8  Kaart (COA): loopt\\n9  Lijst (VNG): vervalt"
    >>> len(find_entries(text, split_lines(text)).numbers)
    3
    """
    ends: set[int] = set()
    numbers: dict[int, Marker] = {}
    for run in _runs(lines):
        for counted in _counted(text, run):
            ends |= {line.start for line in counted[:-1]}
            numbers |= {line.start: _marker(match) for line in counted if (match := _COUNTED.match(text, line.start))}
        found = {line.start for line in run if _ends_with_field(text[line.start : line.end])}
        if len(found) >= max(_LEAST, _SHARE * len(run)):
            ends |= found
            numbers |= _numbers(text, [run[0], *(after for line, after in pairwise(run) if line.start in found)])
    return Entries(frozenset(ends), numbers)


def _runs(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """The lines that stand right below each other."""
    run: list[Line] = []
    for line in lines:
        if run and line.gap:
            yield run
            run = []
        run.append(line)
    yield run


def _ends_with_field(body: str) -> bool:
    """Whether a line ends with a field: a few words behind a dash, or a day behind a comma, in brackets or alone."""
    tail = body[-_TAIL:]
    if _FIELD.search(tail):
        return True
    told = tail.rstrip(" .)]")
    days = find_dates(told)
    return bool(days) and days[-1].end == len(told) and _BEFORE_DAY.search(told, 0, days[-1].start) is not None


def _counted(text: str, run: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines right below each other that open with a number which is one more each time."""
    counted: list[Line] = []
    last = -1
    for line in run:
        match = _COUNTED.match(text, line.start, line.end)
        number = int(match["number"]) if match else -1
        if counted and number != last + 1:
            if len(counted) >= _LEAST_COUNTED:
                yield counted
            counted = []
        last = number
        if match:
            counted.append(line)
    if len(counted) >= _LEAST_COUNTED:
        yield counted


def _marker(match: re.Match[str]) -> Marker:
    return Marker(match["number"], "number", match.end() - match.start())


def _numbers(text: str, opening: Sequence[Line]) -> dict[int, Marker]:
    """The numbers with which the lines open that begin an entry, where each has one and they rise."""
    found = [_NUMBER.match(text, line.start, line.end) for line in opening]
    known = [match for match in found if match is not None]
    rising = all(int(one["number"]) < int(other["number"]) for one, other in pairwise(known))
    if len(known) < max(_LEAST, len(found)) or not rising:
        return {}
    return {match.start(): _marker(match) for match in known}
