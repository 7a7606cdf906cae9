"""The seats of one block."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lrtgraph.extraction.local_offices import local_offices
from lrtgraph.extraction.participants.entries import OFFICE_OF, name_and_office
from lrtgraph.extraction.participants.naming import (
    GIVEN,
    OFFICE_TITLE,
    PERSON,
    SUPPORT,
    TITLE,
    person_name,
)
from lrtgraph.extraction.participants.pieces import ACRONYM_FIRST, CALLED, HOLDERS, ON_BEHALF, ORG_FIRST, pieces
from lrtgraph.extraction.participants.replacing import REPLACED, REPLACES, Seat, with_replacement
from lrtgraph.extraction.participants.sentences import read_replacements
from lrtgraph.extraction.seats import EVERYWHERE, Seats
from lrtgraph.notations import GOVERNMENTS
from lrtgraph.records import Block, ParticipantStatus
from lrtgraph.redaction import is_redacted
from lrtgraph.surnames import is_inverted

_OF_TOWN = re.compile(r"(?P<name>[^()]+)\s+(?:van|uit)\s+(?P<town>['’A-Z][^()]*)")
"""One of several who hold an office, with his town: "de burgemeesters Bos van Ede, Kok van Tiel"."""
_PLURAL = re.compile(r"(?:de\s+)?(?:heren|dames)\s+", re.IGNORECASE)
_AND_BLANK = re.compile(r"\s+(?:en|&|\+)\Z")
_BOTH_BLANK = re.compile(r"(?:en|&)\s+\((?P<office>[^()]+)\)")
"""Two names that left nothing but the word between them: "  en  (JenV)"."""
_REASON = re.compile(
    r"[\s,(]*(?<!\w)(?:wegens|vanwege|i\.?v\.?m\.?|in\s+verband\s+met|zonder\s+vervang\w+)(?!\w)[^()]*\)?\Z", re.I
)
_BRACKETED = re.compile(r"\s*\([^)]*\)?")
_BY = re.compile(r",?\s+(?:(?:is|wordt|werd)\s+)?door\s+|\s*(?:→|->|=>)\s*", re.IGNORECASE)
"""Under "Vervangen:" nothing more stands between the two: "mw. Bos (VNG) door mw. Kok"."""
_SENT = re.compile(
    r"(?:(?:het|de)\s+)?(?P<office>[^().,;]+?)\s+(?:is|was|wordt|werd)\s+vertegenwoordigd\s+door\s+(?P<name>[^()]+)",
    re.I,
)
"""An organisation with its person: "het COA was vertegenwoordigd door de heer Bos"."""
_OF = re.compile(r"\A[Vv]an\s+(?=(?:de\s+heer|mevrouw|dhr|mw|mevr|het|[A-Z]{2,})(?!\w))")
"""Behind what told of an absence: "afmelding ontvangen van mw. Bos"."""
_TOGETHER = re.compile(r"(?:allen|allemaal|alle\s+\w+)\b", re.IGNORECASE)
_ALL_BUT = re.compile(
    r"\W*(?:allen|iedereen|alle\s+\w+|(?:de\s+)?voltallige?(?:\s+\w+)?)\b[^().:]{0,30}?"
    r"\b(?:behalve|uitgezonderd|met\s+uitzondering\s+van|op(?=[^.;:]*\bna\b))\s+(?=(?:de\s+heer|mevr|(?-i:[A-Z])|dhr|mw))",
    re.IGNORECASE,
)
"""Before those who were not there: "allen, behalve mw. Bos (COA)"."""
_CLAUSE = re.compile(
    rf"(?:(?:{TITLE}|wethouder|burgemeester|gedeputeerde)\s+)?(?:(?:van|de|der|den|ten|ter|te|in|'t)\s+)*(?:(?-i:[A-ZÀ-Þ])[\w'’-]+\s+)+"
    r"(?!(?:met|niet|uit|vanuit|het|tot)\b)(?-i:[a-z]+t|zal|kan|wil|zou|is|was)(?:\s+[a-z]+){2,}",
    re.IGNORECASE,
)
"""A sentence in a list about somebody who has a seat already: "mw. Bos neemt zijn inbreng mee"."""
_RELATIVE = re.compile(r"(?:die|dat|welke)\s+(?:[^()]+\s)?[a-zà-ÿ]{3,}[\s.]*\Z")
"""Behind a seat, a clause that says more of it: "mw. Bos (VNG), die later aansloot"."""
_STAFF = re.compile(
    r"\s*(?:en\s+)?(?:de\s+)?(?:ambtelijke?\s+)?ondersteuning\s+(?:vanuit|van|door|uit)\s", re.IGNORECASE
)
_SECRETARIAT = re.compile(
    r"\W*(?:ambtelijke?\s+ondersteun|secretariaat|secretaris(?!-)|notulist|griffi|ondersteun|verslagleg)", re.IGNORECASE
)
_NOBODY = re.compile(r"N\.?\s?N\.?")
_SAME = frozenset({"idem", "id", "dezelfde"})
_LONGEST = 300
"""Characters of one seat; what is longer is no entry of a list."""
_BLANK = re.compile(
    r"[\s.,;:_…█■X*-]*\Z"
    r"|\s*(?:alleen\s+)?(?:aanwezig\s+)?(?:bij|voor|vanaf|tot|tijdens)\s+(?:de\s+)?(?:agenda)?punt(?:en)?\s+\d[\d\s,en-]*\Z"
    r"|\s*(?:geen|niemand|voorts|verder|tevens|alsmede|n\.?v\.?t\.?|allen|(?:met|zonder)\s+(?:af)?bericht"
    r"|(?:schriftelijke\s+)?(?:reactie|inbreng|afmelding|bericht)\s+(?:per|via)\s+(?:e-?)?mail)\W*\Z",
    re.IGNORECASE,
)
_ABSENT = re.compile(
    r"[\s,;]*\b(?:(?:is|was|heeft\s+zich|hebben\s+zich|zijn)\s+)?(?:verhinderd|afwezig|afgemeld|niet\s+(?:aanwezig|vertegenwoordigd)|verontschuldigd"
    r"|(?:een\s+)?(?:bericht\s+van\s+(?:verhindering|afwezigheid)|afmelding|afbericht)\s+(?:is\s+)?(?:ontvangen|binnengekomen)"
    r"|met\s+kennisgeving|m\.k\.|mk\b)(?!\w)(?:\s+\(?(?:m\.?k\.?|met\s+kennisgeving)(?!\w)\)?)?(?:\s+en\b|\s+(?:is|was|zijn|waren)\b)?",
    re.IGNORECASE,
)


_AWAY = re.compile(
    r"(?:afwezig|afgemeld|verhinderd|verontschuldigd|niet\s+(?:aanwezig|vertegenwoordigd)|geen\s+(?:deelnemer|vertegenwoordiger|vertegenwoordiging))"
    r"(?:\s*\(?(?:m\.?k\.?|met\s+(?:kennisgeving|bericht))\)?)?\.?",
    re.IGNORECASE,
)


def slot_seats(block: Block, status: ParticipantStatus, seats: Seats, *, inverted: bool = False) -> Iterator[Seat]:
    """A seat in two columns: a name, possibly empty, and an office that may say who replaces whom.

    `inverted`: names stand behind their surnames, "Burg, Jan van der", and are of one person each.
    """
    (name_start, name_end), (office_start, office_end) = block.cells[0], block.cells[1]
    name, office = block.text[name_start:name_end], block.text[office_start:office_end]
    note = re.search(r"\s*\(([^)]*)\)?", name)
    if note and _AWAY.fullmatch(note[1].strip()):
        name, status = f"{name[: note.start()]}{name[note.end() :]}", "absent"
    elif note and note.end() == len(name.rstrip()) and not REPLACES.search(name):
        own = _own_post(note[0], office, seats)
        told = (note[1], office) if own else (office, note[1])
        name, office = name[: note.start()], ", ".join(filter(None, told))
    elif name and not office:
        name, office = name_and_office(name, seats)
    if (SUPPORT.search(office) and seats.concept(office) is None) or SUPPORT.search(name):
        return
    if _AWAY.fullmatch(office.strip()) and not PERSON.match(name) and seats.concept(name) is not None:
        name, office, status = "", name, "absent"  # "COA | afwezig": nobody came
    if _AWAY.fullmatch(name.strip()) and seats.concept(office) is not None:
        name, status = "", "absent"
    start = name_start if name else office_start
    name = "" if name.startswith("[") and is_redacted(name) else name  # "[zwart]" is no Zwart
    if inverted and is_inverted(name):
        yield Seat(start, max(name_end, office_end), name.strip(), office, seats.concept(office), status)
        return
    several = [
        (at, end)
        for at, end in (pieces(name, seats) if "," in name or PERSON.match(name) else ())
        if name[at:end].strip() or (name[:at][-1:] in ("", ",") and name[end : end + 1] in ("", ","))
    ]
    parts = [name[at:end].strip() for at, end in several]
    if len(several) > 1 and seats.concept(office) and all(_person_or_blank(part) for part in parts):
        for at, end in several:
            blank = not name[at:end].strip()
            span = (office_start, office_end) if blank else (name_start + at, name_start + end)
            own = _own_post(name[at:end], office, seats) or office
            yield Seat(*span, person_name(_BRACKETED.sub("", name[at:end])), own, seats.concept(own), status)
        return
    bare, comma, remark = name.partition(",")
    if comma and (seats.is_side_note(remark) or remark.strip().lower() in local_offices()):
        name, office = bare, f"{office},{remark}"
    yield from with_replacement(name, office, start, max(name_end, office_end), status, seats)


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
        yield from _listed(block, all_but.end(), at, "absent", seats)
    for told in read_replacements(block.text, seats, listed=True):
        yield from _listed(block, at, told.start, status, seats)
        yield from told.seats
        at = told.end
    yield from _listed(block, at, len(block.text), status, seats)


def _listed(block: Block, first: int, last: int, status: ParticipantStatus, seats: Seats) -> Iterator[Seat]:
    """The seats of a stretch; an office on its own belongs to the name before it that has none."""
    inherited: str | None = None
    title = ""
    blanked: list[tuple[int, int]] = []
    found: list[Seat] = []
    parts = [(first + at, first + to) for at, to in pieces(block.text[first:last], seats)]
    held = _held_first([block.text[start:end].strip() for start, end in parts], seats)
    staff, empty = False, 0
    for start, end in parts:
        staff = _is_staff(block.text[start:end], staff)
        if staff:
            continue
        start += len(block.text[start:end]) - len(block.text[start:end].lstrip())
        piece = block.text[start:end]
        if blank := _BOTH_BLANK.match(piece):
            office = blank["office"]
            seat = Seat(start, end, None, office, seats.concept(office), status)
            found += [seat] * (2 + empty) if seat.concept else []
            empty = 0
            continue
        empty = empty + 1 if not piece else 0
        if match := ORG_FIRST.match(piece) or ON_BEHALF.match(piece) or ACRONYM_FIRST.match(piece):
            inherited, start, piece = match["office"], start + match.end(), piece[match.end() :]
        if match := HOLDERS.match(piece):
            title, start, piece = match["title"].removesuffix("s"), start + match.end(), piece[match.end() :]
        elif PERSON.match(piece) or OFFICE_TITLE.match(piece) or ";" in block.text[max(first, start - 2) : start]:
            title = ""
        ends = start + len(piece.rstrip(" .,;"))
        bracket = re.match(r"[^()]+\((?=(?P<town>[^()]+)\))", piece)
        if title and bracket and seats.is_place(re.sub(r"\A(?:gemeente|provincie)\s+", "", bracket["town"])):
            piece = f"{bracket[0]}{title} {piece[bracket.end() :]}"
        town = _OF_TOWN.fullmatch(piece.rstrip(" .,;")) if title else None
        if town and seats.is_place(town["town"]):
            piece = f"{town['name']} ({title} {town['town']})"
        read = list(_read_piece(piece, start, status, seats, inherited, found[-1].office if found else None))
        if not read and not _BLANK.match(piece) and _is_blanked(piece):
            blanked.append((start, start + len(piece.rstrip(" ,;"))))
        for seat in (replace(seat, end=min(seat.end, ends)) for seat in read):
            above = found[-1] if found else None
            if held and above and above.name is None and seat.name:
                concept = seat.concept or above.concept
                found[-1] = replace(above, end=seat.end, name=seat.name, concept=concept)
            elif above and _completes(block, above, seat, seats):
                told = seat.status if seat.status in ("replaced", "replacement") else above.status
                found[-1] = replace(above, end=seat.end, office=seat.office, concept=seat.concept, status=told)
            elif above and above.name is None and seat.concept is None and OFFICE_OF.match(above.office or ""):
                found[-1] = replace(above, end=seat.end, name=seat.name)
            else:
                found += [replace(seat, start=at, end=to, name=None) for at, to in blanked if seat.concept]
                found.append(seat)
            blanked.clear()
    found += [Seat(at, to, None, None, None, status) for at, to in blanked if block.text[at].isalpha()]
    for at in range(len(found) - 2, -1, -1):
        if _joined(block, found[at], found[at + 1], seats):
            found[at] = replace(found[at], concept=found[at + 1].concept, office=found[at + 1].office)
    yield from _with_places(block, found, seats)


def _is_staff(piece: str, before: bool) -> bool:
    """Whether a piece names whose staff was there, or goes on naming it: "ondersteuning vanuit COA", "VNG en IPO"."""
    return bool(_STAFF.match(piece)) or (before and not PERSON.search(piece) and "(" not in piece)


def _is_blanked(piece: str) -> bool:
    """Whether a piece stands for a name that is blanked out: a mark, or a title with nothing behind it."""
    left = piece.strip(" ,;")
    return bool(PERSON.fullmatch(left)) or (not left.isdigit() and is_redacted(piece))


def _held_first(parts: Sequence[str], seats: Seats) -> bool:
    """Every other part is an office and the next a titled person: "Minister VRO, de heer Bos, directeur COA, …".

    Where an organisation is followed by a person with another in brackets, each stands alone: "Aedes, mw. Bos (DGM)".
    """
    return len(parts) > 1 and len(parts) % 2 == 0 and all(
        PERSON.match(person)
        and not (seats.organisation(office) and any(seats.concept(own) for own in re.findall(r"\(([^()]+)", person)))
        and not PERSON.search(office)
        and office[:1].isalpha()
        and seats.concept(office)
        for office, person in zip(parts[::2], parts[1::2], strict=True)
    )  # fmt: skip


def _guessed(person: Seat, office: Seat, seats: Seats) -> bool:
    """The person has nothing but an acronym that nobody knows, and then comes one that is known."""
    return seats.is_guess(person.concept) and not seats.is_guess(office.concept)


def _completes(block: Block, person: Seat, office: Seat, seats: Seats) -> bool:
    """An office alone is that of the person before it who has none; one in brackets only where a comma parts them."""
    if office.name or not person.name or (person.concept is not None and not _guessed(person, office, seats)):
        return False
    bracketed = block.text[office.start] == "("
    return not bracketed or (person.office is None and "," in block.text[person.end : office.start])


def _joined(block: Block, earlier: Seat, later: Seat, seats: Seats) -> bool:
    """Two names before one office: "dhr. A en mw. B (VNG)", "dhr. A, mw. B en dhr. C (allen VNG)"."""
    between = block.text[earlier.end : later.start].strip()
    listed = between == "," and _TOGETHER.match(later.office or "") and not earlier.office
    bare = earlier.concept is None and (not earlier.office or seats.is_side_note(earlier.office))
    return bare and bool(listed or between in ("en", "&", "/", ", en", "+"))


def _with_places(block: Block, found: Sequence[Seat], seats: Seats) -> Iterator[Seat]:
    """The seats; a place on its own behind an office that every place has is where that is held: "wethouder Bos, Ede".

    Places in a row are a roll of those who were there.
    """
    places = [seat.name is None and seats.is_place(seat.office or "") for seat in found]
    at = 0
    while at < len(found):
        seat = found[at]
        lone = places[at + 1 : at + 3] in ([True], [True, False])
        held = _held_at(block, seat, found[at + 1], seats) if lone else None
        if held is None:
            yield seat
            at += 1
        else:
            yield replace(seat, end=found[at + 1].end, office=held, concept=seats.concept(held))
            at += 2


def _held_at(block: Block, person: Seat, place: Seat, seats: Seats) -> str | None:
    """The office of a person with the place behind it, where the two belong together."""
    if not person.name or person.concept not in EVERYWHERE or block.text[person.end : place.start].strip() != ",":
        return None
    held = f"{person.office}, {place.office}"
    return held if (seats.concept(held) or "").startswith(GOVERNMENTS) else None


def _read_piece(
    piece: str, start: int, status: ParticipantStatus, seats: Seats, inherited: str | None, above: str | None = None
) -> Iterator[Seat]:
    """The seats that one piece names, usually one."""
    end = start + len(piece.rstrip(" .,;"))
    start += len(piece) - len(piece.lstrip())
    piece = piece.strip()
    if inherited and piece and is_redacted(piece) and any(map(str.isalnum, piece)):
        yield Seat(start, end, None, inherited, seats.concept(inherited), status)
        return
    if not piece or len(piece) > _LONGEST or end <= start or _BLANK.match(piece):
        return
    piece = _REASON.sub("", CALLED.sub(_set_apart, piece)).strip()
    if (sent := _SENT.fullmatch(piece)) and seats.concept(sent["office"]) and PERSON.match(sent["name"]):
        piece = f"{sent['name']} ({sent['office']})"
    if several := _several(piece):
        outside, inside = several
        for part in re.split(r"[,;/]|\s+en\s+", inside):
            yield Seat(start, end, person_name(part), outside, seats.concept(outside), status)
        return
    if status == "replaced":
        piece = _BY.sub(", vervangen door ", piece, count=1)
    if _ABSENT.search(piece):
        status, piece = "absent", _OF.sub("", re.sub(r"\s*\([\s,;]*\)", "", _ABSENT.sub("", piece)).strip())
    if seats.is_side_note(piece) and not is_redacted(piece):
        return
    if _CLAUSE.fullmatch(piece.rstrip(" .")) or (_RELATIVE.match(piece) and not REPLACED.search(piece)):
        return
    name, office = name_and_office(piece, seats)
    if office.strip(" .").lower() in _SAME and above:
        office = above
    if inherited and (not office or seats.concept(office) is None or seats.sits_for(office, inherited)):
        office = f"{inherited}, {office}" if REPLACES.search(office) or REPLACED.search(office) else inherited
    if SUPPORT.search(piece) and (not office or seats.concept(office) is None or _SECRETARIAT.match(office)):
        return
    if plural := _PLURAL.match(name):
        name = name[plural.end() :]
    if office and (blanked := _AND_BLANK.search(name)):
        yield Seat(start, end, None, office, seats.concept(office), status)
        name = name[: blanked.start()]
    names = re.split(r"\s+(?:&|en|\+)\s+|\s*[/,]\s*", name)
    told = (names[0][:1].isupper() or not any(names)) and all(
        part[:1].isupper() or not part for part in names
    )  # "Bos, , Kok": one blanked
    if len(names) > 1 and told and not PERSON.match(name) and office:
        for part in names:
            yield Seat(start, end, person_name(part), office, seats.concept(office), status)
        return
    yield from with_replacement(name, office, start, end, status, seats)


def _set_apart(given: re.Match[str]) -> str:
    """A given name in other brackets, so that it is not taken for an office."""
    return given[0].replace("(", GIVEN[0]).replace(")", GIVEN[1])


def _several(piece: str) -> tuple[str, str] | None:
    """An organisation with more than one person in brackets: "VNG (dhr. Jansen, mw. Bos)"."""
    match = re.fullmatch(r"([^()]+)\(([^()]+)\)", piece.strip(" .,;"))
    if match is None or PERSON.match(match[1].strip()):
        return None
    parts = re.split(r"[,;/]|\s+en\s+", match[2])
    return (
        (match[1].strip(), match[2]) if len(parts) > 1 and all(PERSON.match(part.strip()) for part in parts) else None
    )
