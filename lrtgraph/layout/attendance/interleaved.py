"""Two columns of people that a conversion ran into each other: "mw. Bos dhr. Kok" over "gemeente Goes COA"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lrtgraph.dutch.surnames import TITLE
from lrtgraph.layout.attendance.words import ACRONYM, OFFICE, PERSON, Body
from lrtgraph.layout.lines import Span

_PERSONS = re.compile(
    rf"(?P<one>(?:{TITLE})\s[^,;:()]+?)(?:\s+(?P<other>(?:de\s+heer|mevrouw|mevr|mw|dhr|hr)\b\.?\s[^,;:()]+))?",
    re.IGNORECASE,
)
_WORD = re.compile(r"\S+")
_GOES_ON = re.compile(
    r"(?:,|\b(?:van|de|het|voor|namens|en|of|te|in|bij|burgemeester|wethouder|gedeputeerde|directeur|lid))\s+\Z",
    re.IGNORECASE,
)
"""Before a word that belongs to the office that it stands in."""


def interleaved(text: str, bodies: Sequence[Body]) -> list[tuple[Span, Span]]:
    """The persons and their offices, where every other line has one or two persons and the next what they sit for.

    Nothing where that is not so of every line, or where it is not plain at which word the second office begins.
    """
    found: list[tuple[Span, Span]] = []
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
