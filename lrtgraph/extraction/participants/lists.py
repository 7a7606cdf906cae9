"""The seats of one block of a list: of a row with columns, or of running text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lrtgraph.dutch.redaction import is_redacted
from lrtgraph.dutch.surnames import is_inverted
from lrtgraph.extraction.local_offices import local_offices
from lrtgraph.extraction.participants.entries import name_and_office
from lrtgraph.extraction.participants.naming import (
    ADDRESS,
    AWAY,
    NOTICE,
    PERSON,
    SUPPORT,
    person_name,
)
from lrtgraph.extraction.participants.pieces import between_last, pieces
from lrtgraph.extraction.participants.replacing import REPLACES, Seat, with_replacement
from lrtgraph.extraction.participants.roll import seats_in
from lrtgraph.extraction.participants.sentences import read_replacements
from lrtgraph.extraction.seats import Seats
from lrtgraph.notations import PLACE
from lrtgraph.records import Block, ParticipantStatus

_BRACKETED = re.compile(r"\s*\([^)]*\)?")
_ALL_BUT = re.compile(
    r"\W*(?:allen|iedereen|alle\s+\w+|(?:de\s+)?voltallige?(?:\s+\w+)?)\b[^().:]{0,30}?"
    rf"\b(?:behalve|uitgezonderd|met\s+uitzondering\s+van|op(?=[^.;:]*\bna\b))\s+(?={ADDRESS}|(?-i:[A-Z]))",
    re.IGNORECASE,
)
"""Before those who were not there: "allen, behalve mw. Bos (COA)"."""
_NOBODY = re.compile(r"N\.?\s?N\.?")
_NOTE = re.compile(r"\s*\(([^)]*)\)?")
_AWAY = re.compile(
    rf"(?:{AWAY}|niet\s+(?:aanwezig|vertegenwoordigd)|geen\s+(?:deelnemer|vertegenwoordig(?:er|ing)))(?:\s*\(?{NOTICE}\)?)?\.?",
    re.IGNORECASE,
)
_OWN_TOWN = re.compile(r"(?P<name>[^()]*)\((?P<town>['’A-Z][^(),;]+)\)")
_Cells = tuple[str, str, ParticipantStatus]
"""The name, the office, and whether somebody was there."""


def slot_seats(block: Block, status: ParticipantStatus, seats: Seats, *, inverted: bool = False) -> Iterator[Seat]:
    """A seat in two columns: a name, possibly empty, and an office that may say who replaces whom.

    `inverted`: names stand behind their surnames, "Burg, Jan van der", and are of one person each.
    """
    (name_start, name_end), (office_start, office_end) = block.cells[0], block.cells[1]
    name, office = block.text[name_start:name_end], block.text[office_start:office_end]
    name, office, status = _without_note(name, office, status, seats)
    if (SUPPORT.search(office) and seats.concept(office) is None) or SUPPORT.search(name):
        return
    name, office, status = _without_absence(name, office, status, seats)
    start, end = name_start if name else office_start, max(name_end, office_end)
    name = "" if name.startswith("[") and is_redacted(name) else name  # "[zwart]" is no Zwart
    if inverted and is_inverted(name):
        yield Seat(start, end, name.strip(), office, seats.concept(office), status)
        return
    several = _several(name, seats)
    if towns := _each_of_a_town(name, several, office, seats):
        for at, to, who, town in towns:
            yield Seat(name_start + at, name_start + to, who, town, seats.concept(town), status)
        return
    if len(several) > 1 and seats.concept(office) and all(_person_or_blank(name[at:to].strip()) for at, to in several):
        for at, to in several:
            blank = not name[at:to].strip()
            span = (office_start, office_end) if blank else (name_start + at, name_start + to)
            own = _own_post(name[at:to], office, seats) or office
            yield Seat(*span, person_name(_BRACKETED.sub("", name[at:to])), own, seats.concept(own), status)
        return
    bare, comma, remark = name.partition(",")
    if comma and (seats.is_side_note(remark) or remark.strip().lower() in local_offices()):
        name, office = bare, f"{office},{remark}"
    yield from with_replacement(name, office, start, end, status, seats)


def _without_note(name: str, office: str, status: ParticipantStatus, seats: Seats) -> _Cells:
    """The two cells with what stands in brackets behind the name where it belongs: an absence, an office, a post."""
    note = _NOTE.search(name)
    if note and _AWAY.fullmatch(note[1].strip()):
        return f"{name[: note.start()]}{name[note.end() :]}", office, "absent"
    if note and note.end() == len(name.rstrip()) and not REPLACES.search(name):
        own = _own_post(note[0], office, seats)
        told = (note[1], office) if own else (office, note[1])
        return name[: note.start()], ", ".join(filter(None, told)), status
    if name and not office:
        return *name_and_office(name, seats), status
    return name, office, status


def _without_absence(name: str, office: str, status: ParticipantStatus, seats: Seats) -> _Cells:
    """The two cells where one of them says that nobody came: "COA | afwezig"."""
    if _AWAY.fullmatch(office.strip()) and not PERSON.match(name) and seats.concept(name) is not None:
        name, office, status = "", name, "absent"
    if _AWAY.fullmatch(name.strip()) and seats.concept(office) is not None:
        return "", office, "absent"
    return name, office, status


def _several(name: str, seats: Seats) -> list[tuple[int, int]]:
    """Where the names of a cell stand, if it may have several; one that is blanked out leaves the commas around it."""
    if "," not in name and not PERSON.match(name) and not any(between_last(name, seats, listed=False)):
        return []
    return [
        (at, end)
        for at, end in pieces(name, seats)
        if name[at:end].strip() or (name[:at][-1:] in ("", ",") and name[end : end + 1] in ("", ","))
    ]


def _each_of_a_town(
    name: str, several: list[tuple[int, int]], office: str, seats: Seats
) -> list[tuple[int, int, str | None, str]]:
    """Those behind the name of a region with the town of each in brackets: "Noordoost: Bos (Oss), [naam] (Uden)".

    In: the cell, where its parts are, and the cell before it. Out: place, name and town of each; nothing where one has
    no town, or the region is an organisation that they sit for.
    """
    held = seats.concept(office)
    if held is not None and not held.startswith(PLACE) and not seats.is_guess(held):
        return []
    found = []
    for at, to in several:
        own = _OWN_TOWN.fullmatch(name, at, to)
        if own is None or not seats.is_place(own["town"]):
            return []
        start = at + len(own["name"]) - len(own["name"].lstrip())
        found.append((start, to, None if is_redacted(own["name"]) else person_name(own["name"]), own["town"]))
    return found


def _person_or_blank(part: str) -> bool:
    """A titled person, nothing, or capitalised words that are no initials: one of several names in a cell."""
    named = part[:1].isupper() and len(part) > 2 and "." not in part
    bare = _BRACKETED.sub("", part)
    return bool(not part or PERSON.match(part) or named or _NOBODY.fullmatch(bare) or is_redacted(bare))


def _own_post(name: str, office: str, seats: Seats) -> str | None:
    """The post at the organisation of the other column that stands in brackets behind a name: "Bos (DGM)", "JenV"."""
    told = [part.strip() for inside in re.findall(r"\(([^()]+)", name) for part in inside.split(",")]
    return next((part for part in told if seats.is_post_at(part, office)), None)


def run_on_seats(block: Block, status: ParticipantStatus, seats: Seats) -> Iterator[Seat]:
    """The seats of a list in running text, and of the sentences in it that say who replaces whom."""
    at = 0
    if status == "present" and (all_but := _ALL_BUT.match(block.text)):
        stop = block.text.find(";", all_but.end())
        at = len(block.text) if stop < 0 else stop
        yield from seats_in(block, all_but.end(), at, "absent", seats)
    for told in read_replacements(block.text, seats, listed=True):
        yield from seats_in(block, at, told.start, status, seats)
        yield from told.seats
        at = told.end
    yield from seats_in(block, at, len(block.text), status, seats)
