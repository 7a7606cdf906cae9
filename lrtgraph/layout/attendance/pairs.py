"""Names and offices that stand apart in plain lines: each list is wholly of one such form, or of none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lrtgraph.dutch.surnames import TITLE
from lrtgraph.layout.attendance.words import (
    ACRONYM,
    INITIALED,
    MARK,
    OFFICE,
    PERSON,
    TITLES,
    Body,
    lone_person,
    only_names,
)
from lrtgraph.layout.lines import Span

_PERSONS = re.compile(
    rf"(?P<one>(?:{TITLE})\s[^,;:()]+?)(?:\s+(?P<other>(?:de\s+heer|mevrouw|mevr|mw|dhr|hr)\b\.?\s[^,;:()]+))?",
    re.IGNORECASE,
)
_NAME_FIRST = re.compile(
    r"(?P<name>[^\W\d_][^\s,;()]*(?:\s[^\s,;()]+){1,5}), (?P<office>[^,;()]{2,60}(?:\([^()]{1,30}\))?)"
)
_LEAST = 3
"""Lines of a name and an organisation; fewer may be anything."""
_WORD = re.compile(r"\S+")
_GOES_ON = re.compile(
    r"(?:,|\b(?:van|de|het|voor|namens|en|of|te|in|bij|burgemeester|wethouder|gedeputeerde|directeur|lid))\s+\Z",
    re.IGNORECASE,
)
"""Before a word that belongs to the office that it stands in."""


Pair = tuple[Span, Span]
"""Where a name and an office stand."""


def interleaved(text: str, bodies: Sequence[Body]) -> list[Pair]:
    """Two columns of people that a conversion ran into each other: "mw. Bos dhr. Kok" over "gemeente Goes COA".

    Every other line has one or two persons and the next what they sit for. Nothing where that is not so of every line,
    or where it is not plain at which word the second office begins.
    """
    found: list[Pair] = []
    for name, office in zip(bodies[::2], bodies[1::2], strict=False):
        persons = _PERSONS.fullmatch(text, *name[:2])
        if persons is None or PERSON.match(text, office[0]):
            return []
        if persons["other"] is None:
            found.append((name[:2], office[:2]))
            continue
        starts = [
            word.start()
            for word in _WORD.finditer(text, *office[:2])
            if word.start() > office[0]
            and (OFFICE.match(word[0]) or ACRONYM.match(word[0]))
            and not _GOES_ON.search(text, office[0], word.start())
        ]
        if len(starts) != 1:
            return []
        first = (office[0], starts[0] - 1)
        found += [(persons.span("one"), first), (persons.span("other"), (starts[0], office[1]))]
    return found if len(bodies) % 2 == 0 and len(found) > len(bodies) // 2 else []


def in_halves(text: str, bodies: Sequence[Body]) -> list[Pair]:
    """A column of persons that was set above that of their offices."""
    half = len(bodies) // 2
    if len(bodies) % 2 or half < 2 or not all(lone_person(text, start, end) for start, end, _ in bodies[:half]):
        return []
    return _paired(text, bodies[:half], bodies[half:])


def in_turns(text: str, bodies: Sequence[Body]) -> list[Pair]:
    """A line with a person and nothing else, then a line with the office, and so on."""
    if len(bodies) % 2 or any(text[end - 1] in ",;.(" for _, end, _ in bodies):
        return []
    named = all(
        (PERSON.match(text, start) or INITIALED.fullmatch(text, start, end))
        and not any(sign in text[start:end] for sign in "(,:")
        and not ACRONYM.match(text[start:end].split()[-1])
        for start, end, _ in bodies[::2]
    )
    return _paired(text, bodies[::2], bodies[1::2]) if named else []


def _paired(text: str, names: Sequence[Body], offices: Sequence[Body]) -> list[Pair]:
    """Names with as many offices, unless one of these is a person, stands in brackets or has a mark."""
    if any(PERSON.match(text, start) or text[start] == "(" or MARK.match(text, start) for start, _, _ in offices):
        return []
    return [(name[:2], office[:2]) for name, office in zip(names, offices, strict=True)]


def behind_commas(text: str, bodies: Sequence[Body]) -> list[Pair]:
    """Lines of a name without a title, a comma and an organisation: "Anna Bos, VNG"; all are so, or none is.

    Some of the organisations are known by their form, or both might be names.
    """
    found: list[Pair] = []
    known = 0
    for start, end, _ in bodies:
        match = _NAME_FIRST.fullmatch(text, start, end)
        if match is None or TITLES.search(text, start, end) or not only_names(match["name"]):
            return []
        known += bool(ACRONYM.match(match["office"]) or OFFICE.match(match["office"]))
        found.append((match.span("name"), match.span("office")))
    return found if len(found) >= _LEAST and 3 * known >= len(found) else []
