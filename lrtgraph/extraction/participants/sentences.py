"""Sentences that tell who replaces whom: "Voor mevrouw Bos (IPO) nam de heer Kok waar", "DGM vervangt SJenV"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache

from lrtgraph.extraction.grammar.lexicon import table
from lrtgraph.extraction.participants.naming import ADDRESS, LOCAL_OFFICE, person_name
from lrtgraph.extraction.participants.replacing import Seat
from lrtgraph.extraction.seats import Seats

_PARTICLE = r"(?:van|de|den|der|het|ten|ter|te|'t|el|al|von|la|le|in)"
_CAPITAL = r"(?-i:[A-ZÀ-Þ][\w'’-]+)"
_WITHIN = r"(?:van\s+(?:de|den|der|het|'t)\s+|(?:de|den|der|ten|ter|te)\s+)?"
_NAME = rf"(?:{_PARTICLE}\s+)*{_CAPITAL}(?:\s+{_WITHIN}{_CAPITAL}){{0,2}}"
_ORGANISATION = (
    r"(?:het\s+ministerie\s+van\s+|(?:de\s+)?gemeente\s+|(?:de\s+)?provincie\s+|de\s+|het\s+)?(?-i:[A-ZÀ-Þ][\w&’'-]+)"
)
_HELD = (
    r"(?<!\w)(?:de\s+)?(?P<held>(?:(?:loco-)?burgemeester|wethouder|gedeputeerde|directeur|voorzitter)\s+van\s+"
    rf"{_ORGANISATION}),\s+"
)
"""An office before the person who holds it: "de burgemeester van Ede, de heer Bos"."""
_PERSON = re.compile(
    rf"(?:{_HELD})?(?<!\w)(?:{ADDRESS}|{LOCAL_OFFICE})\b\.?\s+(?:(?:drs|mr|dr|ir|ing|prof)\.?\s+)*"
    rf"(?P<name>(?:(?-i:[A-Z]\.)\s?)*{_NAME}|\[[^\]]*\]|5\.1\.2\.?\s?\w?|X{{2,}}|[.…_█]+)"
    rf"(?:\s*\((?P<office>[^()]*)\)|\s+(?:van|namens)\s+(?P<of>{_ORGANISATION}))?"
    r"|(?<!\w)(?:\[[^\]]*\]|5\.1\.2\.?\s?\w?|X{2,})\s*\((?P<blank>[^()]*)\)",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    rf"(?<![\w(])(?:(?:de\s+)?(?:minister|staatssecretaris|directeur-generaal|DG)\s+(?:van\s+|voor\s+)?{_CAPITAL}(?:\s+en\s+{_CAPITAL})?"
    r"|(?-i:[A-Z]\w*[A-Z]\w*))(?!\w)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"(?<![Dd]hr\.)(?<![Mm]evr\.)(?<!\bdrs\.)(?<!\bing\.)(?<!\bprof\.)(?<=[^\W\d_]{3}[.;]|..\)[.;])\s+(?=[A-ZÀ-Þ(])|(?<=\));\s+"
)
_PARTLY = re.compile(
    r"\b(?:(?:bij|voor|vanaf|tot|na|tijdens|t/m)\s+(?:en\s+met\s+)?(?:(?:de|het|dit|dat|deze)\s+)?(?:agenda)?(?:punt|onderdeel|onderwerp)"
    r"|(?:eerste|laatste|tweede)\s+(?:\w+\s+)?(?:minuten|minuut|uur|half\s?uur|halfuur|kwartier|deel|gedeelte|helft)"
    r"|(?:vanaf|tot|na)\s+\d{1,2}[.:]\d\d|deels|gedeeltelijk|halverwege|tijdelijk|kortstondig|na\s+de\s+pauze|voor\s+de\s+pauze"
    r"|(?:eerder|later)\s+(?:weg|vertrekt|vertrok|aansluit|komt))\b",
    re.IGNORECASE,
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
    partly: bool = False
    """Whether it was for a part of the meeting: "bij punt 3", "het laatste half uur"."""


@dataclass(frozen=True, slots=True)
class _Party:
    """Somebody in a sentence: a person's name, an office or organisation, or both."""

    start: int
    end: int
    name: str | None
    office: str | None


def read_replacements(
    text: str, seats: Seats, *, listed: bool = False, names: Collection[str] = ()
) -> Iterator[Replacement]:
    """The sentences of a text that say who replaces whom, in order.

    Of two persons of whom one has no organisation, it is the other's; offsets count in the text. Persons have a title
    ("de heer"), or one of the `names`. In a list (`listed`) such a sentence speaks of two persons with a title alone:
    with more in it, it is a stretch of the list.
    """
    at, known = 0, _any_of([name for name in names if name in text])
    for gap in (*_SENTENCE.finditer(text), None):
        end = gap.start() if gap else len(text)
        told = _titled(text, at, end)
        parties = told if listed else _with_others(told, text, at, end, seats, known)
        if 2 <= len(parties) <= (2 if listed else _MOST):
            yield from _sentence(text, at, end, parties, seats, listed=listed)
        at = gap.end() if gap else end


def _titled(text: str, start: int, end: int) -> list[_Party]:
    return [
        _Party(
            *match.span(),
            person_name(match["name"]) if match["name"] else None,
            match["office"] or match["of"] or match["blank"] or match["held"],
        )
        for match in _PERSON.finditer(text, start, end)
    ]


def _any_of(names: Collection[str]) -> re.Pattern[str] | None:
    """Any of the names as whole words, the longest first; None where there are none."""
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in ordered)) if ordered else None


def _with_others(
    told: list[_Party], text: str, start: int, end: int, seats: Seats, known: re.Pattern[str] | None
) -> list[_Party]:
    """With the offices that stand alone, and persons known by their names, in the order of the text."""
    others = [_Party(*m.span(), None, m[0]) for m in _OFFICE.finditer(text, start, end) if seats.office(m[0])]
    others += [_Party(*m.span(), m[0], None) for m in known.finditer(text, start, end)] if known else []
    apart = (other for other in others if all(other.end <= one.start or one.end <= other.start for one in told))
    return sorted([*told, *apart], key=lambda party: party.start)


def _sentence(
    text: str, start: int, end: int, parties: list[_Party], seats: Seats, *, listed: bool
) -> Iterator[Replacement]:
    skeleton, at = "", start
    for number, party in enumerate(parties):
        skeleton += text[at : party.start] + chr(_FIRST + number)
        at = party.end
    skeleton = " ".join((skeleton + text[at:end]).split())
    if listed and any(sign in skeleton for sign in "();:"):
        return
    for frame in _frames():
        if match := frame.search(skeleton):
            replaced, replacement = (parties[ord(match[group]) - _FIRST] for group in ("A", "B"))
            told = _two_seats(replaced, replacement, seats)
            partly = _PARTLY.search(skeleton) is not None
            yield Replacement(start, end, told if told[0].start < told[1].start else told[::-1], partly)
            return


def _two_seats(replaced: _Party, replacement: _Party, seats: Seats) -> tuple[Seat, Seat]:
    mine, theirs = replaced.office or replacement.office, replacement.office or replaced.office
    return (
        Seat(replaced.start, replaced.end, replaced.name, mine, seats.concept(mine) if mine else None, "replaced"),
        Seat(
            replacement.start, replacement.end, replacement.name, theirs, seats.concept(theirs) if theirs else None,
            "replacement",
        ),
    )  # fmt: skip


@cache
def _frames() -> tuple[re.Pattern[str], ...]:
    """Frames of such sentences, {A} the person replaced and {B} the one who replaces; "~" is some words, no person."""
    some = r"(?:[^\ue000-\uf8ff.]|\.(?=\w)){0,70}?"
    token = "[\ue000-\uf8ff]"
    return tuple(
        re.compile(
            row["frame"]
            .replace(" ~ ", rf"{some}(?<!\w)")
            .replace("~", some)
            .replace("{A}", f"(?P<A>{token})")
            .replace("{B}", f"(?P<B>{token})"),
            re.IGNORECASE,
        )
        for row in table("replacements")
    )
