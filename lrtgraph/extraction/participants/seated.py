"""The seats that one piece of a list in running text names, usually one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lrtgraph.dutch.redaction import is_redacted
from lrtgraph.extraction.local_offices import with_province
from lrtgraph.extraction.participants.entries import are_names, name_and_office
from lrtgraph.extraction.participants.naming import (
    ADDRESS,
    AWAY,
    GIVEN,
    LOCAL_OFFICE,
    PERSON,
    SUPPORT,
    TITLE,
    person_name,
)
from lrtgraph.extraction.participants.pieces import CALLED
from lrtgraph.extraction.participants.replacing import REPLACED, REPLACES, Seat, with_replacement
from lrtgraph.extraction.seats import Seats
from lrtgraph.records import ParticipantStatus

_PLURAL = re.compile(r"(?:de\s+)?(?:heren|dames)\s+", re.IGNORECASE)
_AND_BLANK = re.compile(r"\s+(?:en|&|\+)\Z")
_REASON = re.compile(
    r"[\s,(]*(?<!\w)(?:wegens|vanwege|i\.?v\.?m\.?|in\s+verband\s+met|zonder\s+vervang\w+)(?!\w)[^()]*\)?\Z", re.I
)
_BY = re.compile(r",?\s+(?:(?:is|wordt|werd)\s+)?door\s+|\s*(?:→|->|=>)\s*", re.IGNORECASE)
"""Under "Vervangen:" nothing more stands between the two: "mw. Bos (VNG) door mw. Kok"."""
_SENT = re.compile(
    r"(?:(?:het|de)\s+)?(?P<office>[^().,;]+?)\s+(?:is|was|wordt|werd)\s+vertegenwoordigd\s+door\s+(?P<name>[^()]+)",
    re.I,
)
"""An organisation with its person: "het COA was vertegenwoordigd door de heer Bos"."""
_OF = re.compile(rf"\A[Vv]an\s+(?=(?:{ADDRESS}|het|[A-Z]{{2,}})(?!\w))")
"""Behind what told of an absence: "afmelding ontvangen van mw. Bos"."""
_CLAUSE = re.compile(
    rf"(?:(?:{TITLE}|{LOCAL_OFFICE})\s+)?(?:(?:van|de|der|den|ten|ter|te|in|'t)\s+)*(?:(?-i:[A-ZÀ-Þ])[\w'’-]+\s+)+"
    r"(?!(?:met|niet|uit|vanuit|het|tot)\b)(?-i:[a-z]+t|zal|kan|wil|zou|is|was)(?:\s+[a-z]+){2,}",
    re.IGNORECASE,
)
"""A sentence in a list about somebody who has a seat already: "mw. Bos neemt zijn inbreng mee"."""
_RELATIVE = re.compile(r"(?:die|dat|welke)\s+(?:[^()]+\s)?[a-zà-ÿ]{3,}[\s.]*\Z")
"""Behind a seat, a clause that says more of it: "mw. Bos (VNG), die later aansloot"."""
_SECRETARIAT = re.compile(
    r"\W*(?:ambtelijke?\s+ondersteun|secretariaat|secretaris(?!-)|notulist|griffi|ondersteun|verslagleg)", re.IGNORECASE
)
_CHAIRS_TOO = re.compile(r"\(\s*(?:\w+\.?\s+)?(?:voorzitter|vz)\b", re.IGNORECASE)
"""Who writes the minutes and has the chair sits there all the same: "mw. Bos (plv. voorzitter en notulen)"."""
_AS_GUEST = re.compile(r"\s+als\s+(?:gast|toehoorder|genodigde|waarnemer|adviseur)(?=\W*\Z)", re.IGNORECASE)
_SAME = frozenset({"idem", "id", "dezelfde"})
_PERSONS = re.compile(r"[,;/]|\s+en\s+")
_NAMES = re.compile(r"\s+(?:&|en|\+)\s+|\s*[/,]\s*")
_LONGEST = 300
"""Characters of one seat; what is longer is no entry of a list."""
BLANK = re.compile(
    r"[\s.,;:_…█■X*-]*\Z"
    r"|\s*(?:alleen\s+)?(?:aanwezig\s+)?(?:bij|voor|vanaf|tot|tijdens)\s+(?:de\s+)?(?:agenda)?punt(?:en)?\s+\d[\d\s,en-]*\Z"
    r"|\s*(?:geen|niemand|voorts|verder|tevens|alsmede|n\.?v\.?t\.?|allen|(?:met|zonder)\s+(?:af)?bericht"
    r"|(?:schriftelijke\s+)?(?:reactie|inbreng|afmelding|bericht)\s+(?:per|via)\s+(?:e-?)?mail)\W*\Z",
    re.IGNORECASE,
)
"""A piece that names nobody."""
_PARTLY = re.compile(rf"[\s,;]*\b{AWAY}\s+(?:op|bij|vanaf|tot|tijdens)\b[^(),;]*", re.IGNORECASE)
"""That somebody was away for a part of the meeting, at which he therefore was: "mw. Bos (VNG, afwezig bij punt 3)"."""
_ABSENT = re.compile(
    rf"[\s,;]*\b(?:(?:is|was|heeft\s+zich|hebben\s+zich|zijn)\s+)?(?:{AWAY}|niet\s+(?:aanwezig|vertegenwoordigd)"
    r"|(?:een\s+)?(?:bericht\s+van\s+(?:verhindering|afwezigheid)|afmelding|afbericht)\s+(?:is\s+)?(?:ontvangen|binnengekomen)"
    r"|met\s+kennisgeving|m\.k\.|mk\b)(?!\w)(?:\s+\(?(?:m\.?k\.?|met\s+kennisgeving)(?!\w)\)?)?(?:\s+en\b|\s+(?:is|was|zijn|waren)\b)?",
    re.IGNORECASE,
)


def seats_of_piece(
    piece: str, start: int, status: ParticipantStatus, seats: Seats, inherited: str | None, above: str | None = None
) -> Iterator[Seat]:
    """The seats that one piece names, usually one.

    `inherited` is the organisation that was named before those who sit for it, `above` the office of the seat before.
    """
    end = start + len(piece.rstrip(" .,;"))
    start += len(piece) - len(piece.lstrip())
    piece = _AS_GUEST.sub("", with_province(piece.strip()))
    if inherited and piece and is_redacted(piece) and any(map(str.isalnum, piece)):
        yield Seat(start, end, None, inherited, seats.concept(inherited), status)
        return
    if not piece or len(piece) > _LONGEST or end <= start or BLANK.match(piece):
        return
    piece = _with_sender(_REASON.sub("", CALLED.sub(_set_apart, piece)).strip(), seats)
    if several := _several(piece):
        office, persons = several
        for person in _PERSONS.split(persons):
            yield Seat(start, end, person_name(person), office, seats.concept(office), status)
        return
    if status == "replaced":
        piece = _BY.sub(", vervangen door ", piece, count=1)
    piece = _PARTLY.sub("", piece)
    if _ABSENT.search(piece):
        status, piece = "absent", _OF.sub("", re.sub(r"\s*\([\s,;]*\)", "", _ABSENT.sub("", piece)).strip())
    if _is_remark(piece, seats):
        return
    name, office = name_and_office(piece, seats)
    office = _office(office, inherited, above, seats)
    supports = SUPPORT.search(piece) and not _CHAIRS_TOO.search(piece)
    if supports and (not office or seats.concept(office) is None or _SECRETARIAT.match(office)):
        return
    yield from _seated(name, office, start, end, status, seats)


def _with_sender(piece: str, seats: Seats) -> str:
    """An organisation and its person ("het COA was vertegenwoordigd door mw. Bos") as a person with his own."""
    sent = _SENT.fullmatch(piece)
    if sent and seats.concept(sent["office"]) and PERSON.match(sent["name"]):
        return f"{sent['name']} ({sent['office']})"
    return piece


def _is_remark(piece: str, seats: Seats) -> bool:
    """Whether a piece says something of how or by whom others sit, and names no seat of its own."""
    if seats.is_side_note(piece) and not is_redacted(piece):
        return True
    return bool(_CLAUSE.fullmatch(piece.rstrip(" .")) or (_RELATIVE.match(piece) and not REPLACED.search(piece)))


def _office(office: str, inherited: str | None, above: str | None, seats: Seats) -> str:
    """The office of a piece with what stands before it: "idem", "VNG: dhr. Bos, dhr. Kok"."""
    if office.strip(" .").lower() in _SAME and above:
        office = above
    if inherited and (not office or seats.concept(office) is None or seats.sits_for(office, inherited)):
        return f"{inherited}, {office}" if REPLACES.search(office) or REPLACED.search(office) else inherited
    return office


def _seated(name: str, office: str, start: int, end: int, status: ParticipantStatus, seats: Seats) -> Iterator[Seat]:
    """A seat for each of those who share an office: "de heren Bos en Kok (VNG)", if one of the names is blanked out."""
    if plural := _PLURAL.match(name):
        name = name[plural.end() :]
    if office and (blanked := _AND_BLANK.search(name)):
        yield Seat(start, end, None, office, seats.concept(office), status)
        name = name[: blanked.start()]
    names = _NAMES.split(name)
    shared = len(names) > 1 and bool(office) and not PERSON.match(name)
    opens = names[0][:1].isupper() or not any(names)
    if shared and opens and all(part[:1].isupper() or not part for part in names):  # "Bos, , Kok": one blanked
        for part in names:
            yield Seat(start, end, person_name(part), office, seats.concept(office), status)
        return
    yield from with_replacement(name, office, start, end, status, seats)


def _set_apart(given: re.Match[str]) -> str:
    """A given name in other brackets, so that it is not taken for an office."""
    return given[0].replace("(", GIVEN[0]).replace(")", GIVEN[1])


def _several(piece: str) -> tuple[str, str] | None:
    """An organisation with more than one person in brackets: "VNG (Jansen, mw. Bos)"."""
    match = re.fullmatch(r"([^()]+)\(([^()]+)\)", piece.strip(" .,;"))
    if match is None or PERSON.match(match[1].strip()):
        return None
    parts = [part.strip() for part in _PERSONS.split(match[2])]
    named = len(parts) > 1 and all(PERSON.match(part) or (part[:1].isupper() and are_names(part)) for part in parts)
    return (match[1].strip(), match[2]) if named and any(map(PERSON.match, parts)) else None
