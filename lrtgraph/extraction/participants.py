"""Who sat at the table, from the attendance blocks: one row a seat, with the office or organisation behind it.

A seat is written "dhr. Jansen (VNG)", "(VNG)" where the name is blanked out, "dhr. Jansen, VNG", "VNG: dhr. Jansen",
"dhr. Jansen namens VNG", or as a name and an office in two columns. A seat may say who replaces whom. Secretariat and
support have no seat.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lrtgraph.extraction.seats import Seats, local_offices
from lrtgraph.records import Block, Document, Layout, Participant, ParticipantStatus, Span
from lrtgraph.redaction import is_redacted

if TYPE_CHECKING:
    from lrtgraph.gazetteer import Gazetteer

_TITLE = (
    r"(?:de\s+heren|de\s+heer|de\s+dames|dames|heren|mevrouw|mevr|dhr|mw|hr|heer|drs|mr|dr|ir|ing|prof|jhr|jkvr"
    r"|msc|burg)\b\.?"
)
_PERSON = re.compile(rf"(?<!\w)(?:{_TITLE}\s*)+", re.IGNORECASE)
_OFFICE_TITLE = re.compile(
    r"\A(?:voorzitter|burgemeester|wethouder|gedeputeerde|minister|staatssecretaris|commissaris|generaal)\s+(?=[A-Z]|van|de|ter)"
)
_INITIALS = re.compile(r"(?<!\w)(?:(?:[A-ZÀ-Þ]|Th|Ch|Ph|Chr|IJ)\.\s?-?)+")
_SUPPORT = re.compile(
    r"\b(?:secretariaat|ondersteuning|ambtelijke?\s+(?:ondersteuning|secretaris)|notulist\w*|secr|verslag\w*|secretaris"
    r"|griffie\w*|ondersteunend\w*|notulen|toehoorder\w*)\b",
    re.IGNORECASE,
)
_SECRETARIAT = re.compile(r"\W*(?:secretariaat|secretaris(?!-)|notulist|griffi|ondersteun|verslagleg)", re.IGNORECASE)
_BEFORE_PERSON = re.compile(
    r"(?:\A|\s)(?:voorzitter|wethouder|burgemeester|gedeputeerde|minister|staatssecretaris|directeur)\Z", re.IGNORECASE
)
_ADDRESSED = re.compile(r"\s+(?=(?:de\s+heer|mevrouw|mevr|dhr|mw)\b)", re.IGNORECASE)
_OPENS_OFFICE = re.compile(
    r"(?:ministerie|gemeente|provincie|wethouder|burgemeester|gedeputeerde|directeur|commissaris|veiligheidsregio)\b"
    r"|[A-Z]\w*[A-Z]\w*"
)
_PART_TIME = re.compile(
    r"\s+(?:(?:vanaf|tot|t/m|bij|voor|na|tijdens)\s+(?:en\s+met\s+)?(?:agenda)?punt|vanaf|deels|tot\s+\d)\b.*\Z",
    re.IGNORECASE,
)
_REPLACED = re.compile(
    r",?\s*\b(?:(?:zij|hij|die|deze)\s+)?(?:(?:wordt|werd|is)\s+)?(?:vervangen\s+door|vervanging\s+door|vertegenwoordigd\s+door|vervanger(?!\s+(?:van|voor)\b):?|vervanging:"
    r"|waargenomen\s+door)(?:\s+|(?=\s*[),]|\s*\Z))",
    re.IGNORECASE,
)
_REPLACES = re.compile(
    r",?\s*\b(?:vervangt|ter\s+vervanging\s+van|als\s+vervang(?:er|ster)\s+(?:van|voor)|vervang(?:er|ster)\s+(?:van|voor)"
    r"|i\.?p\.?v\.?|in\s+plaats\s+van|plv\.?\s+(?:van|voor)|plaatsvervang(?:er|end)\s+(?:van|voor)|waarnemend\s+voor"
    r"|neemt\s+waar\s+voor|voor(?=\s+(?:dhr|mw|mevr|de\s+heer)\b)|namens(?=\s+(?:dhr|mw|mevr|de\s+heer)\b))\s+",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"\s+(?:(?:namens|voor)\s+(?:de\s+|het\s+)?|van\s+(?:de|het)\s+)(?=[A-Z]|ministerie\b|gemeente\b|provincie\b)"
)
_JOINED = re.compile(
    r"\s+(?:en|&)\s+(?=(?:de\s+heer|mevrouw|mevr|dhr|mw|hr|heer)\b)|\s*/\s*(?=(?:dhr|mw|mevr)\b)"
    r"|\s+en\s+(?=namens\b)|\s+\+\s*(?=\()|(?<=\))\s*[+&]\s*|(?<=\))\s+en\s+",
    re.I,
)
_ORG_FIRST = re.compile(
    r"(?:[Nn]amens\s+)?(?:[Dd]e\s+|[Hh]et\s+)?"
    r"(?P<office>(?:ministerie\s+van\s+|gemeente\s+|provincie\s+)?[A-Z][\w&'’ -]{1,60}?)"
    rf"(?:\s*:\s+|\s+[-–—]\s+(?=(?i:{_TITLE})))"
)
_ON_BEHALF = re.compile(
    r"[Nn]amens\s+(?:[Dd]e\s+|[Hh]et\s+)?(?P<office>(?:ministerie|gemeente|provincie|[A-Z])[\w&'’ -]{1,60}?)"
    rf"\s+(?=(?i:{_TITLE}))"
)
_DASH = re.compile(r"\s+(?:[-–—]|/(?=[^()]*\Z))\s+(?=\w)")
_INSTEAD = re.compile(r"[,;\s]*\bnamens\s+(?P<other>[A-Z'][\w' -]+)\Z")
_TITLED = re.compile(rf"(?<!\w)(?:{_TITLE}\s*)+", re.IGNORECASE)
_LONGEST = 300
"""Characters of one seat; what is longer is no entry of a list."""
_NOBODY = re.compile(r"(?:vz|voorzitter|lid|x{2,}|n\.?\s?n\.?|naam|onbekend|vacant|vacature|gelakt)\Z", re.IGNORECASE)
_EXPECTS = re.compile(
    r"(?:\b(?:door|vervangt|van|voor|namens|i\.?p\.?v\.?|vervanger|heer|heren)|\s[-–—]|:)\Z", re.IGNORECASE
)
_BLANK = re.compile(r"[\s.,;:_…█■X*-]*\Z|\s*(?:geen|niemand|n\.?v\.?t\.?|allen)\W*\Z", re.IGNORECASE)
_ABSENT = re.compile(
    r"[\s,;]*\b(?:(?:is|was|heeft\s+zich|hebben\s+zich|zijn)\s+)?(?:verhinderd|afwezig|afgemeld|niet\s+aanwezig|verontschuldigd"
    r"|met\s+kennisgeving|m\.k\.|mk\b)(?!\w)(?:\s+\(?(?:m\.?k\.?|met\s+kennisgeving)(?!\w)\)?)?(?:\s+en\b)?",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"\((?:m\.?k\.?|met\s+kennisgeving|afwezig|afgemeld|verhinderd|vz|voorzitter|online|digitaal)\b", re.IGNORECASE
)
_CUT = re.compile(
    r"[,;]|(?<=\))\.\s+(?=[A-Z])|\.\s+(?=(?:De\s+heer|Mevrouw|Mevr|Dhr|Mw)\b)|(?<=\))\s+(?=[A-Z(]|dhr|mw|mevr|de\s+heer|mevrouw)|\s(?=(?:dhr|mw|mevr)\.\s)"
)


@dataclass(frozen=True, slots=True)
class _Seat:
    """A seat as read from a stretch of a block's text."""

    start: int
    end: int
    name: str | None
    office: str | None
    concept: str | None
    status: ParticipantStatus


def read_participants(document: Document, layout: Layout, gazetteer: Gazetteer) -> tuple[Participant, ...]:
    """The rows of the attendance list in the order of the text.

    In: the document, its layout and the gazetteer. Out: one Participant a seat; `name` is None where it is blanked
    out, `concept` None where no office or organisation is given. Evidence offsets are raw.
    """
    seats = Seats(gazetteer)
    rows: list[Participant] = []
    for block in layout.blocks:
        if block.kind != "attendance":
            continue
        if block.section == "ondersteuning":
            continue
        status: ParticipantStatus = "absent" if block.section == "afwezig" else "present"
        found = _slot(block, status, seats) if block.columns else _run_on(block, status, seats)
        rows += [_participant(document, block, seat, seats) for seat in found]
    return _once(rows)


def _participant(document: Document, block: Block, seat: _Seat, seats: Seats) -> Participant:
    start, end = block.raw(seat.start, seat.end)
    role = seat.office if seat.office and seats.says_more(seat.office, seat.concept) else None
    name = None if seat.name and is_redacted(seat.name) else seat.name
    return Participant(
        name, seat.concept, seat.status, Span(start, end, document.text[start:end]), role, "attendance",
        0.97 if seat.concept else 0.7,
    )  # fmt: skip


def _once(rows: list[Participant]) -> tuple[Participant, ...]:
    """A chair who is named again among those present has one seat; blanked-out seats repeat."""
    kept: list[Participant] = []
    seen: dict[str, int] = {}
    for row in rows:
        at = seen.get(row.name) if row.name else None
        if at is not None and (row.concept is None or kept[at].concept in (None, row.concept)):
            if kept[at].concept is None or kept[at].status == "present":
                kept[at] = replace(row, concept=row.concept or kept[at].concept)
            continue
        if row.name:
            seen[row.name] = len(kept)
        kept.append(row)
    return tuple(kept)


def _slot(block: Block, status: ParticipantStatus, seats: Seats) -> Iterator[_Seat]:
    """A seat in two columns: a name, possibly empty, and an office that may say who replaces whom."""
    (name_start, name_end), (office_start, office_end) = block.cells[0], block.cells[1]
    name, office = block.text[name_start:name_end], block.text[office_start:office_end]
    if name and (note := re.search(r"\s*\(([^)]*)\)?", name)) and not _REPLACES.search(name):
        name, office = name[: note.start()], f"{office}, {note[1]}"
    if (_SUPPORT.search(office) and seats.concept(office) is None) or _SUPPORT.search(name):
        return
    start = name_start if name else office_start
    several = [(at, end) for at, end in _pieces(name, seats) if name[at:end].strip()]
    if len(several) > 1 and all(_PERSON.match(name[at:end].strip()) for at, end in several):
        concept = seats.concept(office)
        for at, end in several:
            yield _Seat(name_start + at, name_start + end, person_name(name[at:end]), office, concept, status)
        return
    yield from _with_replacement(name, office, start, max(name_end, office_end), status, seats)


def _run_on(block: Block, status: ParticipantStatus, seats: Seats) -> Iterator[_Seat]:
    """The seats of a list in running text; an office on its own belongs to the name before it that has none."""
    inherited: str | None = None
    found: list[_Seat] = []
    for start, end in _pieces(block.text, seats):
        start += len(block.text[start:end]) - len(block.text[start:end].lstrip())
        piece = block.text[start:end]
        if match := _ORG_FIRST.match(piece) or _ON_BEHALF.match(piece):
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


def _joined(block: Block, earlier: _Seat, later: _Seat) -> bool:
    """Two names before one office: "dhr. A en mw. B (VNG)"."""
    between = block.text[earlier.end : later.start]
    return earlier.concept is None and len(between) <= 6 and between.strip() in ("en", "&", "/", ", en", "+")


def _pieces(text: str, seats: Seats) -> Iterator[tuple[int, int]]:
    """Stretches between commas, semicolons and closed brackets, outside brackets."""
    depth, at, index = 0, 0, 0
    parted = text.count(";") >= 2 and not _ORG_FIRST.match(text) and text.count(";") >= len(_TITLED.findall(text)) - 2
    cuts = {match.start(): match.end() for match in (re.compile(";") if parted else _CUT).finditer(text)}
    cuts |= {match.start(): match.end() for match in _JOINED.finditer(text)}
    while index < len(text):
        char = text[index]
        depth = 1 if char == "(" else 0 if char == ")" else depth
        if depth == 0 and index in cuts and not _goes_on(text, at, index, cuts[index], seats):
            yield at, index
            at = cuts[index]
        index += 1
    yield at, len(text)


def _goes_on(text: str, at: int, cut: int, start: int, seats: Seats) -> bool:
    """What follows a comma or a space belongs to the seat before it: "…, vervangen door mw. B"."""
    ahead = text[start : start + 60].lstrip()
    if _ORG_FIRST.match(ahead) or _ON_BEHALF.match(ahead):
        return False
    inside = ahead.lstrip("(")
    if not _PERSON.match(text[at:cut].strip()) and _BEFORE_PERSON.search(text[at:cut]):
        return True
    if text[cut].isspace() and not _PERSON.search(text[at:cut]) and _ON_BEHALF.match(text[at : start + 8].strip()):
        return True
    if _EXPECTS.search(text, max(0, cut - 30), cut) or _NOTE.match(ahead):
        return True
    if text[cut] == "," and _PERSON.match(text[at:cut].strip()) and "(" not in text[at:cut] and ahead[:1].islower():
        own = (
            _PERSON.match(ahead)
            or _SUPPORT.match(ahead)
            or seats.titled_person(re.split(r"[,;(]", text[start:], maxsplit=1)[0].strip())
        )
        return not own and not ahead.startswith("en ")
    return bool(
        _REPLACED.match(inside) or _REPLACES.match(inside) or re.match(r"(?:namens|wnd|plv|vz|voorzitter)\b", ahead)
    )


def _read_piece(
    piece: str, start: int, status: ParticipantStatus, seats: Seats, inherited: str | None
) -> Iterator[_Seat]:
    """The seats that one piece names, usually one."""
    end = start + len(piece.rstrip(" .,;"))
    start += len(piece) - len(piece.lstrip())
    piece = piece.strip()
    if not piece or len(piece) > _LONGEST or end <= start or _BLANK.match(piece):
        return
    if several := _several(piece):
        outside, inside = several
        for part in re.split(r"[,;/]|\s+en\s+", inside):
            yield _Seat(start, end, person_name(part), outside, seats.concept(outside), status)
        return
    if _ABSENT.search(piece):
        status, piece = "absent", re.sub(r"\s*\([\s,;]*\)", "", _ABSENT.sub("", piece)).strip()
    name, office = _name_and_office(piece, seats)
    if inherited and (not office or seats.concept(office) is None or office.lower() in local_offices()):
        office = inherited
    if _SUPPORT.search(piece) and (not office or seats.concept(office) is None or _SECRETARIAT.match(office)):
        return
    names = re.split(r"\s+(?:&|en|\+)\s+|\s*[/,]\s*", name)
    if len(names) > 1 and all(part[:1].isupper() for part in names) and not _PERSON.match(name) and office:
        for part in names:
            yield _Seat(start, end, person_name(part), office, seats.concept(office), status)
        return
    yield from _with_replacement(name, office, start, end, status, seats)


def _several(piece: str) -> tuple[str, str] | None:
    """An organisation with more than one person in brackets: "VNG (dhr. Jansen, mw. Bos)"."""
    match = re.fullmatch(r"([^()]+)\(([^()]+)\)", piece.strip(" .,;"))
    if match is None or _PERSON.match(match[1].strip()):
        return None
    parts = re.split(r"[,;/]|\s+en\s+", match[2])
    return (
        (match[1].strip(), match[2]) if len(parts) > 1 and all(_PERSON.match(part.strip()) for part in parts) else None
    )


def _name_and_office(piece: str, seats: Seats) -> tuple[str, str]:
    """Part a piece into the name and the office, either possibly empty."""
    if not _PERSON.match(piece) and (addressed := _ADDRESSED.search(piece)):
        before = piece[: addressed.start()]
        if "(" not in before and (_BEFORE_PERSON.search(before) or seats.concept(before) is not None):
            name, office = _name_and_office(piece[addressed.end() :], seats)
            return name, f"{office}, {before}" if office else before
    dash = _DASH.search(piece)
    if dash and "(" not in piece[: dash.start()] and (_PERSON.match(piece) or seats.concept(piece[dash.end() :])):
        return piece[: dash.start()].strip(), piece[dash.end() :].strip()
    bracket = re.search(r"\(([^)]*)\)?", piece)
    if bracket:
        inside = bracket[1].rstrip(") .")
        outside = (piece[: bracket.start()].strip(), piece[bracket.end() :].strip(" ,."))
        if _PERSON.match(inside) and not _PERSON.match(outside[0]) and outside[0]:
            return f"{inside} {outside[1]}".strip(), outside[0]
        rest = f", {outside[1]}" if outside[1] else ""
        if (person := seats.titled_person(outside[0])) is not None:
            own = None if seats.is_place(inside) else seats.concept(inside)
            return person[0], inside + rest if own else f"{person[1]} {inside}{rest}"
        if _PERSON.match(outside[0]) and "," in outside[0]:
            name, _, title = outside[0].partition(",")
            return name.strip(), f"{inside}, {title.strip()}{rest}"
        name, comma, title = outside[0].partition(",")
        if comma and name and seats.concept(name) is None and seats.concept(title) is not None:
            return name, f"{title.strip()}, {inside}{rest}"
        if outside[0] and not _PERSON.match(outside[0]) and seats.same(outside[0], inside):
            return "", f"{outside[0]} ({inside}){rest}"
        somebody = _PERSON.match(outside[0]) or (
            _OFFICE_TITLE.match(outside[0]) and seats.concept(f"gemeente {inside}")
        )
        if not somebody and outside[0] and seats.concept(outside[0]) and not seats.concept(inside):
            return inside if _names(inside) else "", outside[0] + ("" if _names(inside) else f" ({inside})") + rest
        return outside[0], inside + rest
    replaced = _REPLACED.search(piece) or _REPLACES.search(piece)
    if replaced:
        return piece[: replaced.start()].strip(), piece[replaced.start() :].strip()
    if _PERSON.match(piece) and "," in piece:
        name, _, office = piece.partition(",")
        return name.strip(), office.strip()
    if (person := seats.titled_person(piece)) is not None:
        return person
    if (match := _FOR.search(piece)) and seats.concept(piece[match.end() :]) is not None:
        return piece[: match.start()], piece[match.end() :]
    name, comma, office = piece.partition(",")
    if comma and seats.concept(office) is not None and seats.concept(name) is None:
        return name.strip(), office.strip()
    if not _PERSON.match(piece) and seats.concept(piece) is not None:
        return "", piece
    if _PERSON.match(piece):
        return _without_comma(piece, seats)
    return piece, ""


def _without_comma(piece: str, seats: Seats) -> tuple[str, str]:
    """A name and an office with nothing between them: "mw. Klein VNG"."""
    for gap in re.finditer(r"(?<=\w)\s+", piece):
        before, office = piece[: gap.start()], piece[gap.end() :]
        if person_name(before) and _OPENS_OFFICE.match(office) and seats.concept(office) is not None:
            return before, office
    return piece, ""


def _names(text: str) -> bool:
    words = text.split()
    return bool(words) and len(words) <= 4 and words[-1][0].isupper() and not words[-1].isupper()


def _with_replacement(
    name: str, office: str, start: int, end: int, status: ParticipantStatus, seats: Seats
) -> Iterator[_Seat]:
    """One seat, or two where the text says that somebody replaces somebody."""
    other = None
    other_status: ParticipantStatus = "replacement"
    for pattern, own, theirs in ((_REPLACED, "replaced", "replacement"), (_REPLACES, "replacement", "replaced")):
        for text in (office, name):
            if match := pattern.search(text):
                status, other_status = own, theirs  # type: ignore[assignment]
                other = text[match.end() :].strip()
                rest = text[: match.start()].strip(" ,(")
                bracketed = re.search(r"\(([^)]*)", other)
                other, more = re.sub(r"\(.*", "", other).strip(" )"), bracketed[1] if bracketed else ""
                if text is office:
                    office = rest or more
                else:
                    name, office = rest, office or more
                break
        if other is not None:
            break
    instead = _INSTEAD.search(office)
    if other is None and instead and instead.start() and seats.concept(instead["other"]) is None:
        status, other_status, other, office = "replacement", "replaced", instead["other"], office[: instead.start()]
    concept = seats.concept(office) if office else None
    cleaned = person_name(name)
    if cleaned is None and concept is None and not office:
        return
    yield _Seat(start, end, cleaned, office or None, concept, status)
    if other is not None and other.lower() not in ("haar", "hem", "hen"):
        yield _Seat(start, end, person_name(other), office or None, concept, other_status)


def person_name(text: str) -> str | None:
    """A name without title and initials, its first letter a capital; None where nothing of a name is left.

    >>> person_name("dhr. drs. J.A. van der Burg"), person_name("Mw. ")
    ('Van der Burg', None)
    """
    text = text.strip(" ,.;:()[]-•")
    if titled := _PERSON.match(text):
        text = text[titled.end() :].strip(" ,.;:")
    text = _PART_TIME.sub("", _OFFICE_TITLE.sub("", text))
    text = _INITIALS.sub("", text, count=1).strip()
    if not any(char.isalpha() for char in text) or len(text) < 2 or _NOBODY.match(text):
        return None
    return text[0].upper() + text[1:]
