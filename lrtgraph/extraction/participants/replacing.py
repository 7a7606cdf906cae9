"""Who replaces whom, by what a seat says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lrtgraph.dutch.redaction import is_redacted
from lrtgraph.dutch.surnames import PARTICLE, short_forms
from lrtgraph.extraction.grammar.lexicon import words
from lrtgraph.extraction.participants.naming import ADDRESS, PERSON, person_name
from lrtgraph.extraction.seats import Seats
from lrtgraph.records import ParticipantStatus

REPLACED = re.compile(
    rf",?\s*\b(?:(?:zij|hij|die|deze)\s+)?(?:(?:wordt|werd|is)\s+)?(?:vervangen\s+door|vervanging\s+door|verv\.(?:\s+door|(?=\s+(?:{ADDRESS}|(?-i:[A-Z]))))|vertegenwoordigd\s+door|vervanger(?!\s+(?:van|voor)\b):?|vervanging:"
    r"|waargenomen\s+door)(?:\s+|(?=\s*[),]|\s*\Z))",
    re.IGNORECASE,
)
REPLACES = re.compile(
    r",?\s*\b(?:vervangt|ter\s+vervanging\s+van|als\s+vervang(?:er|ster)\s+(?:van|voor)|vervang(?:er|ster)\s+(?:van|voor)"
    r"|i\.?p\.?v\.?|in\s+(?:de\s+)?plaats\s+van|plv\.?\s+(?:van|voor)|plaatsvervang(?:er|end)\s+(?:van|voor)|waarnemend\s+voor"
    r"|neemt\s+waar\s+voor|voor(?=\s+(?:dhr|mw|mevr|de\s+heer)\b)|namens(?=\s+(?:dhr|mw|mevr|de\s+heer)\b))\s+",
    re.IGNORECASE,
)
_INSTEAD = re.compile(r"[,;\s]*\bnamens\s+(?P<other>[A-Z'][\w' -]+)\Z")
_STANDS_IN = re.compile(
    rf"(?P<name>[^()]+?)\s+(?:namens|voor|ipv|i\.p\.v\.)\s+(?P<other>(?:{PARTICLE}\s+)*[A-Z][\w'’ -]*)"
)
"""Two names in one cell: "Bos namens Kok"."""
_BEHIND = re.compile(
    rf"[,;\s]*(?<!inister )(?<!secretaris )\bvoor\s+(?P<other>(?:{PARTICLE}\s+)*[A-Z][a-zà-ÿ][\w'’ -]*)\Z"
)
"""Behind the office: "Bos (VB) voor Kok"; "minister voor Wonen" names the field."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A seat as read from a stretch of a block's text."""

    start: int
    end: int
    name: str | None
    office: str | None
    concept: str | None
    status: ParticipantStatus


@dataclass(frozen=True, slots=True)
class _Other:
    """The other person of a replacement: who replaces (`replaces`) or is replaced, and the office in brackets."""

    name: str
    office: str
    replaces: bool

    @property
    def status(self) -> ParticipantStatus:
        """How this one sat."""
        return "replacement" if self.replaces else "replaced"

    @property
    def leaves(self) -> ParticipantStatus:
        """How that leaves whose seat tells it."""
        return "replaced" if self.replaces else "replacement"


def with_replacement(
    name: str, office: str, start: int, end: int, status: ParticipantStatus, seats: Seats
) -> Iterator[Seat]:
    """One seat, or two where the text says that somebody replaces somebody.

    Who replaces or is replaced has the same office, unless the text gives an own one in brackets.
    """
    name, office, other = _told(name, _without_initials(name, office))
    if other is None:
        name, office, other = _standing_in(name, office, seats)
    else:
        if not office and _is_office(name, seats):
            name, office = "", name  # "(MBZK, vervangen door dhr. Bos)": the name is blanked out
        other = _with_own_office(other, seats)
    concept = seats.concept(office) if office else None
    cleaned = person_name(name)
    if cleaned is None and concept is None and not office:
        return
    yield Seat(start, end, cleaned, office or None, concept, status if other is None else other.leaves)
    if other is not None and other.name.lower() not in words("object_pronoun"):
        theirs = (seats.concept(other.office) if other.office else None) or concept
        held = other.office if theirs != concept else office
        yield Seat(start, end, person_name(other.name), held or None, theirs, other.status)


def _standing_in(name: str, office: str, seats: Seats) -> tuple[str, str, _Other | None]:
    """The name and the office without whom somebody stands in for by a preposition: "Bos namens Kok", "VB voor Kok"."""
    standing = _STANDS_IN.fullmatch(name) if office else None
    if standing is not None and seats.concept(standing["other"]) is None:
        return standing["name"], office, _Other(standing["other"], "", replaces=False)
    for behind in filter(None, (pattern.search(office) for pattern in (_BEHIND, _INSTEAD))):
        if behind.start() and seats.concept(behind["other"]) is None:
            return name, office[: behind.start()], _Other(behind["other"], "", replaces=False)
    return name, office, None


def _with_own_office(other: _Other, seats: Seats) -> _Other:
    """The other person with the office that stands behind the name, or in its place where that is blanked out."""
    name, office = other.name, other.office
    if not office and _named_first(name, seats):
        name, _, office = name.partition(",")
    if not office.strip() and _is_office(name, seats):
        name, office = "", name
    return _Other(name, office.strip(), replaces=other.replaces)


def _without_initials(name: str, office: str) -> str:
    """An office without the initials of its holder before it: "Peter de Pater (PP, wethouder Ede)"."""
    first, comma, rest = office.partition(",")
    return rest.strip() if comma and first.strip() in short_forms(person_name(name) or "") else office


def _named_first(text: str, seats: Seats) -> bool:
    """A person before a comma: "mw. Bos, IPO", "Bos, minister van SZW"."""
    name, comma, office = text.partition(",")
    told = seats.concept(name) is None and seats.concept(office) is not None
    return bool(comma) and (told or PERSON.match(text) is not None)


def _is_office(text: str, seats: Seats) -> bool:
    if PERSON.match(text) or is_redacted(text):
        return False
    return seats.titled_person(text) is None and seats.concept(text) is not None


def _told(name: str, office: str) -> tuple[str, str, _Other | None]:
    """The name and the office without what they say of a replacement, and the other person of it."""
    for pattern in (REPLACED, REPLACES):
        for text in (office, name):
            if not (match := pattern.search(text)):
                continue
            rest, behind = text[: match.start()].strip(" ,(;–-"), text[match.end() :].strip()
            bracketed = re.search(r"\(([^)]*)", behind)
            other = _Other(
                re.sub(r"\(.*", "", behind).strip(" )"), bracketed[1] if bracketed else "", replaces=pattern is REPLACED
            )
            if text is office:
                return name, rest or other.office, other
            return rest, office or other.office, other
    return name, office, None
