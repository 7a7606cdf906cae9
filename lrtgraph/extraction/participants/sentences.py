"""Sentences that tell who replaces whom, such as "Voor mevrouw Bos (IPO) nam de heer Kok waar"."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from lrtgraph.extraction.participants.naming import person_name
from lrtgraph.extraction.participants.replacing import Seat
from lrtgraph.extraction.seats import Seats
from lrtgraph.resources import resource

_PARTICLE = r"(?:van|de|den|der|het|ten|ter|te|'t|el|al|von|la|le|in)"
_CAPITAL = r"(?-i:[A-ZÀ-Þ][\w'’-]+)"
_WITHIN = r"(?:van\s+(?:de|den|der|het|'t)\s+|(?:de|den|der|ten|ter|te)\s+)?"
_NAME = rf"(?:{_PARTICLE}\s+)*{_CAPITAL}(?:\s+{_WITHIN}{_CAPITAL}){{0,2}}"
_ORGANISATION = r"(?:het\s+ministerie\s+van\s+|gemeente\s+|provincie\s+|de\s+|het\s+)?(?-i:[A-ZÀ-Þ][\w&’'-]+)"
_PERSON = re.compile(
    r"(?<!\w)(?:de\s+heer|mevrouw|dhr|mw|mevr|burgemeester|wethouder|gedeputeerde)\b\.?\s+(?:(?:drs|mr|dr|ir|ing|prof)\.?\s+)*"
    rf"(?P<name>(?:(?-i:[A-Z]\.)\s?)*{_NAME}|\[[^\]]*\]|5\.1\.2\.?\s?\w?|X{{2,}}|[.…_█]+)"
    rf"(?:\s*\((?P<office>[^()]*)\)|\s+(?:van|namens)\s+(?P<of>{_ORGANISATION}))?"
    r"|(?<!\w)(?:\[[^\]]*\]|5\.1\.2\.?\s?\w?|X{2,})\s*\((?P<blank>[^()]*)\)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"(?<![Dd]hr\.)(?<![Mm]evr\.)(?<!\bdrs\.)(?<!\bing\.)(?<!\bprof\.)(?<=[^\W\d_]{3}[.;]|..\)[.;])\s+(?=[A-ZÀ-Þ(])|(?<=\));\s+"
)
_FIRST = 0xE000
"""Code point, of the private use area, that stands for a sentence's first person."""
_MOST = 6
"""Persons of one sentence; more are a list."""


@dataclass(frozen=True, slots=True)
class Replacement:
    """A sentence and the two seats that it gives, in the order of the text: who is replaced, and who replaces."""

    start: int
    end: int
    seats: tuple[Seat, Seat]


def read_replacements(text: str, seats: Seats, *, listed: bool = False) -> Iterator[Replacement]:
    """The sentences of a text that say who replaces whom, in order.

    Of two persons of whom one has no organisation, it is the other's; offsets count in the text. In a list (`listed`)
    such a sentence speaks of those two alone: with more in it, it is a stretch of the list.
    """
    at = 0
    for gap in (*_SENTENCE.finditer(text), None):
        end = gap.start() if gap else len(text)
        yield from _sentence(text, at, end, seats, listed=listed)
        at = gap.end() if gap else end


def _sentence(text: str, start: int, end: int, seats: Seats, *, listed: bool) -> Iterator[Replacement]:
    persons = list(_PERSON.finditer(text, start, end))
    if not 2 <= len(persons) <= _MOST:
        return
    skeleton, at = "", start
    for number, person in enumerate(persons):
        skeleton += text[at : person.start()] + chr(_FIRST + number)
        at = person.end()
    skeleton = " ".join((skeleton + text[at:end]).split())
    if listed and (len(persons) > 2 or any(sign in skeleton for sign in "();:")):
        return
    for frame in _frames():
        if match := frame.search(skeleton):
            replaced, replacement = (persons[ord(match[group]) - _FIRST] for group in ("A", "B"))
            told = _two_seats(replaced, replacement, seats)
            yield Replacement(start, end, told if told[0].start < told[1].start else told[::-1])
            return


def _two_seats(replaced: re.Match[str], replacement: re.Match[str], seats: Seats) -> tuple[Seat, Seat]:
    offices = [match["office"] or match["of"] or match["blank"] for match in (replaced, replacement)]
    mine, theirs = offices[0] or offices[1], offices[1] or offices[0]
    return (
        Seat(*replaced.span(), _name(replaced), mine, seats.concept(mine) if mine else None, "replaced"),
        Seat(*replacement.span(), _name(replacement), theirs, seats.concept(theirs) if theirs else None, "replacement"),
    )  # fmt: skip


def _name(person: re.Match[str]) -> str | None:
    return person_name(person["name"]) if person["name"] else None


@cache
def _frames() -> tuple[re.Pattern[str], ...]:
    """Frames of such sentences, {A} the person replaced and {B} the one who replaces; "~" is some words, no person."""
    some = r"(?:[^\ue000-\uf8ff.]|\.(?=\w)){0,70}?"
    token = "[\ue000-\uf8ff]"
    with resource("data", "replacements.csv").open(encoding="utf-8", newline="") as file:
        rows = [row["frame"] for row in csv.DictReader(file)]
    return tuple(
        re.compile(
            row.replace(" ~ ", rf"{some}(?<!\w)")
            .replace("~", some)
            .replace("{A}", f"(?P<A>{token})")
            .replace("{B}", f"(?P<B>{token})"),
            re.IGNORECASE,
        )
        for row in rows
    )
