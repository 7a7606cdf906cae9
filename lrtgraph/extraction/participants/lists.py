"""The seats of one block."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lrtgraph.extraction.participants.entries import name_and_office
from lrtgraph.extraction.participants.naming import PERSON, SUPPORT, person_name
from lrtgraph.extraction.participants.pieces import ON_BEHALF, ORG_FIRST, pieces
from lrtgraph.extraction.participants.replacing import REPLACES, Seat, with_replacement
from lrtgraph.extraction.seats import Seats, local_offices
from lrtgraph.records import Block, ParticipantStatus

_SECRETARIAT = re.compile(r"\W*(?:secretariaat|secretaris(?!-)|notulist|griffi|ondersteun|verslagleg)", re.IGNORECASE)
_LONGEST = 300
"""Characters of one seat; what is longer is no entry of a list."""
_BLANK = re.compile(r"[\s.,;:_…█■X*-]*\Z|\s*(?:geen|niemand|n\.?v\.?t\.?|allen)\W*\Z", re.IGNORECASE)
_ABSENT = re.compile(
    r"[\s,;]*\b(?:(?:is|was|heeft\s+zich|hebben\s+zich|zijn)\s+)?(?:verhinderd|afwezig|afgemeld|niet\s+aanwezig|verontschuldigd"
    r"|met\s+kennisgeving|m\.k\.|mk\b)(?!\w)(?:\s+\(?(?:m\.?k\.?|met\s+kennisgeving)(?!\w)\)?)?(?:\s+en\b)?",
    re.IGNORECASE,
)


def slot_seats(block: Block, status: ParticipantStatus, seats: Seats) -> Iterator[Seat]:
    """A seat in two columns: a name, possibly empty, and an office that may say who replaces whom."""
    (name_start, name_end), (office_start, office_end) = block.cells[0], block.cells[1]
    name, office = block.text[name_start:name_end], block.text[office_start:office_end]
    if name and (note := re.search(r"\s*\(([^)]*)\)?", name)) and not REPLACES.search(name):
        name, office = name[: note.start()], f"{office}, {note[1]}"
    if (SUPPORT.search(office) and seats.concept(office) is None) or SUPPORT.search(name):
        return
    start = name_start if name else office_start
    several = [(at, end) for at, end in pieces(name, seats) if name[at:end].strip()]
    if len(several) > 1 and all(PERSON.match(name[at:end].strip()) for at, end in several):
        concept = seats.concept(office)
        for at, end in several:
            yield Seat(name_start + at, name_start + end, person_name(name[at:end]), office, concept, status)
        return
    yield from with_replacement(name, office, start, max(name_end, office_end), status, seats)


def run_on_seats(block: Block, status: ParticipantStatus, seats: Seats) -> Iterator[Seat]:
    """The seats of a list in running text; an office on its own belongs to the name before it that has none."""
    inherited: str | None = None
    found: list[Seat] = []
    for start, end in pieces(block.text, seats):
        start += len(block.text[start:end]) - len(block.text[start:end].lstrip())
        piece = block.text[start:end]
        if match := ORG_FIRST.match(piece) or ON_BEHALF.match(piece):
            inherited, start, piece = match["office"], start + match.end(), piece[match.end() :]
        for seat in _read_piece(piece, start, status, seats, inherited):
            bare = seat.name is None and not piece.startswith("(")
            if bare and found and found[-1].name and found[-1].concept is None:
                found[-1] = replace(found[-1], end=seat.end, office=seat.office, concept=seat.concept)
            else:
                found.append(seat)
    for at in range(len(found) - 2, -1, -1):
        if _joined(block, found[at], found[at + 1]):
            found[at] = replace(found[at], concept=found[at + 1].concept, office=found[at + 1].office)
    yield from found


def _joined(block: Block, earlier: Seat, later: Seat) -> bool:
    """Two names before one office: "dhr. A en mw. B (VNG)"."""
    between = block.text[earlier.end : later.start]
    return earlier.concept is None and len(between) <= 6 and between.strip() in ("en", "&", "/", ", en", "+")


def _read_piece(
    piece: str, start: int, status: ParticipantStatus, seats: Seats, inherited: str | None
) -> Iterator[Seat]:
    """The seats that one piece names, usually one."""
    end = start + len(piece.rstrip(" .,;"))
    start += len(piece) - len(piece.lstrip())
    piece = piece.strip()
    if not piece or len(piece) > _LONGEST or end <= start or _BLANK.match(piece):
        return
    if several := _several(piece):
        outside, inside = several
        for part in re.split(r"[,;/]|\s+en\s+", inside):
            yield Seat(start, end, person_name(part), outside, seats.concept(outside), status)
        return
    if _ABSENT.search(piece):
        status, piece = "absent", re.sub(r"\s*\([\s,;]*\)", "", _ABSENT.sub("", piece)).strip()
    name, office = name_and_office(piece, seats)
    if inherited and (not office or seats.concept(office) is None or office.lower() in local_offices()):
        office = inherited
    if SUPPORT.search(piece) and (not office or seats.concept(office) is None or _SECRETARIAT.match(office)):
        return
    names = re.split(r"\s+(?:&|en|\+)\s+|\s*[/,]\s*", name)
    if len(names) > 1 and all(part[:1].isupper() for part in names) and not PERSON.match(name) and office:
        for part in names:
            yield Seat(start, end, person_name(part), office, seats.concept(office), status)
        return
    yield from with_replacement(name, office, start, end, status, seats)


def _several(piece: str) -> tuple[str, str] | None:
    """An organisation with more than one person in brackets: "VNG (dhr. Jansen, mw. Bos)"."""
    match = re.fullmatch(r"([^()]+)\(([^()]+)\)", piece.strip(" .,;"))
    if match is None or PERSON.match(match[1].strip()):
        return None
    parts = re.split(r"[,;/]|\s+en\s+", match[2])
    return (
        (match[1].strip(), match[2]) if len(parts) > 1 and all(PERSON.match(part.strip()) for part in parts) else None
    )
