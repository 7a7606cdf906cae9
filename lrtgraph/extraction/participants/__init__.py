"""Who sat at the table, from the attendance blocks: one row a seat, with the office or organisation behind it.

A seat is written "dhr. Jansen (VNG)", "(VNG)" where the name is blanked out, "dhr. Jansen, VNG", "VNG: dhr. Jansen",
"dhr. Jansen namens VNG", or as a name and an office in two columns. A seat may say who replaces whom. Secretariat and
support have no seat.

Each module builds on those above it:

naming        a name without titles, degrees and remarks, and parts of patterns that the others share
replacing     who replaces whom, by what a seat says of it
entries       the name and the office in one entry
pieces        where one entry in running text ends and the next begins
seated        the seats that one piece names
roll          the seats of a stretch of a list, piece by piece
sentences     sentences that tell who replaces whom
lists         the seats of one block of a list
prose         attendance told in sentences
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from lrtgraph.dutch.redaction import is_redacted, without_grounds
from lrtgraph.dutch.surnames import is_inverted, same_person, surname
from lrtgraph.extraction.offices_of_state import OF_FIELD
from lrtgraph.extraction.participants.lists import run_on_seats, slot_seats
from lrtgraph.extraction.participants.naming import PERSON, is_function, person_name
from lrtgraph.extraction.participants.prose import read_prose
from lrtgraph.extraction.participants.replacing import Seat
from lrtgraph.extraction.participants.sentences import read_replacements
from lrtgraph.extraction.seats import EVERYWHERE, MEMBERS, Seats
from lrtgraph.notations import PERSON as PERSON_ID
from lrtgraph.notations import PLACE
from lrtgraph.records import Block, Document, Layout, Participant, ParticipantStatus, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lrtgraph.gazetteer import Gazetteer

__all__ = ["chair", "person_name", "presides", "read_participants", "speaks_for"]

_GROUP = ("groep",)
_STATUS: dict[str, ParticipantStatus] = {"afwezig": "absent", "vervangen": "replaced"}
_SENT = frozenset({"secretaris", "secr", "secr.", "toehoorder", "toehoorders"})
"""Labels of support under which somebody may sit for an organisation: "Toehoorder: dhr. Bos (VWS)"."""
_TOLD_IN = frozenset({"paragraph", "bullet", "letterhead"})
_TOLD = 0.85
"""Confidence of a seat that a sentence outside the list tells of."""
_CHAIR = re.compile(
    r"(?<!vice-)(?<!vice)(?<!plaatsvervangend )(?<!plv\. )(?<!plv )\bvoorzitter\b|\bvz\b|\bvoorz\.", re.IGNORECASE
)
_CHAIR_LABEL = re.compile(
    r"(?<![-\w])(?:(?:dag|technisch\s+|onafhankelijk\s+|waarnemend\s+)?voorzitter(?:schap)?|vz|voorz|gespreksleid(?:er|ing)|leiding"
    r"|onder\s+(?:leiding|voorzitterschap)\s+van)\.?[*_]{0,3}(?:\)?\s*[:|¦][*_]{0,3}|\s{2}|\t|\n|(?<=van)\s)\s*(?:[-•*]\s*)?\Z",
    re.IGNORECASE,
)
_ELSE = re.compile(r"(?:(?:vergader)?locatie|plaats|onderwerp|betreft|\w*adres)\b", re.IGNORECASE)
"""Labels of a letterhead whose value may name a government that does not sit there."""
_BEFORE = 48
"""Characters before a seat in which its label stands."""
_STYLE = 3
"""Names behind their surnames that make it the style of a list; fewer may be two people in one cell."""
_PRESIDES = "voorzitter"
_OF_MEMBERS = re.compile(r"beraad|kring", re.IGNORECASE)
"""Bodies that are more than a table: whoever chairs one sits for it."""
_NAMED = re.compile(
    r"\b(?P<kind>gemeente|provincie|prt|provinciale\sregietafel)(?P<name>(?:\s(?:aan|op|bij|de[nr]?|het|(?-i:['’A-Z])[\w'’-]*))+)",
    re.I,
)
_NAME = re.compile(r"[A-ZÀ-Þ][\w&'’+-]*(?:\s+(?:(?:en|van|de|der|het|voor|&)\s+)*[\w&'’+-]+){0,4}")
_PARTS = re.compile(r"\s*[,;/]\s*|\s+[-–—]\s+")
_LETTERS = 3
"""Letters of the name of an organisation; fewer are initials or a sign."""


def read_participants(
    document: Document, layout: Layout, gazetteer: Gazetteer, body: str | None = None
) -> tuple[Participant, ...]:
    """The rows of the attendance list in the order of the text.

    In: the document, its layout, the gazetteer and the concept of the body that met, where it is known. Out: one
    Participant a seat; `name` is None where it is blanked out, `concept` None where no office or organisation is
    given. Evidence offsets are raw.
    """
    heads = (block.text for block in layout.blocks if block.kind == "letterhead" and not _ELSE.match(block.text))
    seats = Seats(gazetteer, _governments(heads, gazetteer))
    rows = list(_listed(document, layout, seats)) or list(_told(document, layout, seats))
    _add_replacements(rows, document, layout, seats)
    if body is not None and body in gazetteer.concepts and _OF_MEMBERS.search(gazetteer.concepts[body].pref_label):
        rows = [replace(row, concept=_of_region(row, seats)) for row in rows]
        rows = [replace(row, concept=body) if row.concept is None and presides(document, row) else row for row in rows]
    return _once(document, _without_chair(document, rows))


def _listed(document: Document, layout: Layout, seats: Seats) -> Iterator[Participant]:
    """The rows of the attendance list, each under its head; of support only who sits for somebody."""
    inverted = _names_inverted(layout)
    head: tuple[str | None, str | None] = (None, None)
    for block in layout.blocks:
        own = block.section != "ondersteuning"
        if block.kind != "attendance" or not (own or block.marker in _SENT):
            continue
        block = replace(block, text=without_grounds(block.text))
        if block.columns == _GROUP:
            head = block.marker, block.text.rstrip(" :")
            continue
        over = head[1] if head[0] == block.marker else None
        for seat in _seats(block, seats, inverted=inverted):
            if own or seat.concept is not None:
                seat = _under(over, seat, seats)
                yield _participant(document, block, _with_organisation(seat, seats) if own else seat, seats)


def _seats(block: Block, seats: Seats, *, inverted: bool) -> Iterator[Seat]:
    status = _STATUS.get(block.section or "", "present")
    return slot_seats(block, status, seats, inverted=inverted) if block.columns else run_on_seats(block, status, seats)


def _told(document: Document, layout: Layout, seats: Seats) -> Iterator[Participant]:
    """The rows that sentences above the first item tell of."""
    for block in layout.blocks:
        if block.item is None and block.kind in _TOLD_IN:
            for seat in read_prose(block, seats):
                yield replace(_participant(document, block, seat, seats), confidence=_TOLD)


def _add_replacements(rows: list[Participant], document: Document, layout: Layout, seats: Seats) -> None:
    """Tell the rows who replaced whom, as sentences above the first item and in it say."""
    opening = min((block.item for block in layout.blocks if block.item is not None), default=None)
    names = _named(rows)
    for block in layout.blocks:
        if block.item not in (None, opening) or block.kind not in _TOLD_IN:
            continue
        told = tuple(read_replacements(block.text, seats, names=names))
        for one in told:
            _tell(rows, [_participant(document, block, seat, seats) for seat in one.seats], partly=one.partly)
        names = _named(rows) if told else names


def _names_inverted(layout: Layout) -> bool:
    """Whether names in columns stand behind their surnames: more than half of them have one comma and read so."""
    slots = (block for block in layout.blocks if block.kind == "attendance" and len(block.cells) > 1)
    names = [block.text[slice(*block.cells[0])] for block in slots if block.columns != _GROUP]
    commas = [name for name in names if "," in name]
    return len(commas) >= _STYLE and 2 * len(commas) > len(names) and all(map(is_inverted, commas))


def _of_region(row: Participant, seats: Seats) -> str | None:
    """Behind the bare name of a region stands its veiligheidsregio, where those are the members."""
    known = row.concept is not None and not seats.is_guess(row.concept) and not row.concept.startswith(PLACE)
    return row.concept if known or row.role is None else seats.region(row.role) or row.concept


def _without_chair(document: Document, rows: Sequence[Participant]) -> list[Participant]:
    """The rows without one that only says which of the organisations listed has the chair: "Voorzitter: SJenV"."""
    for row in rows:
        if row.name or row.concept is None or "(" in row.evidence.text or is_redacted(row.evidence.text):
            continue
        if not _has_chair_label(document, row):
            continue
        of = next((one for one in rows if one is not row and one.name is None and one.concept == row.concept), None)
        if of is not None:
            return [replace(one, role=_chairing(one.role)) if one is of else one for one in rows if one is not row]
    return list(rows)


def _chairing(role: str | None) -> str:
    return f"{role}, {_PRESIDES}" if role else _PRESIDES


def presides(document: Document, participant: Participant) -> bool:
    """Whether the list says of a participant that he chairs the meeting: "mw. Bos (voorzitter)", "Vz: mw. Bos"."""
    told = f"{participant.role or ''} {participant.evidence.text}"
    return bool(_CHAIR.search(told)) or _has_chair_label(document, participant)


def chair(document: Document, participants: Iterable[Participant]) -> str | None:
    """The seat of whoever chairs the meeting and is there, where the attendance list says who that is, else he himself.

    Among several, one with a seat comes first.
    """
    there = (one for one in participants if one.status != "absent" and presides(document, one))
    chairing = [speaks_for(one) for one in sorted(there, key=lambda one: one.concept is None)]
    return next(filter(None, chairing), None)


def speaks_for(participant: Participant) -> str | None:
    """Whom somebody at the table speaks for: his seat, else himself; None where he is blanked out as well."""
    named = f"{PERSON_ID}{surname(participant.name)}" if participant.name else None
    return participant.concept or named


def _has_chair_label(document: Document, participant: Participant) -> bool:
    start = participant.evidence.start
    return _CHAIR_LABEL.search(document.text, max(0, start - _BEFORE), start) is not None


def _under(group: str | None, seat: Seat, seats: Seats) -> Seat:
    """A seat without an office of its own, or with one that every place has, has that of the head it stands under."""
    if group is None or not (seat.concept is None or seat.concept in EVERYWHERE):
        return seat
    concept = seats.concept(group)
    return seat if concept in (None, MEMBERS) else replace(seat, office=seat.office or group, concept=concept)


def _tell(rows: list[Participant], told: Sequence[Participant], *, partly: bool) -> None:
    """Add the two parties of a replacement to the rows; who is listed has a seat already and keeps it.

    Whoever is replaced for a part of the meeting was there, as was who is listed and then stood in.
    """
    listed = [_seat_of(rows, person) for person in told]
    concept = next(
        (row.concept for row in (*(rows[at] for at in listed if at is not None), *told) if row.concept), None
    )
    for at, person in zip(listed, told, strict=True):
        if partly and (at is not None or person.status == "replaced"):
            continue
        if at is None:
            rows.append(replace(person, concept=person.concept or concept, confidence=_TOLD))
        else:
            rows[at] = replace(rows[at], status=person.status, concept=rows[at].concept or person.concept)


def _named(rows: Sequence[Participant]) -> set[str]:
    """The names of the list, with initials and without."""
    return {name for row in rows if row.name for name in (row.name, surname(row.name))}


def _seat_of(rows: Sequence[Participant], person: Participant) -> int | None:
    """Where somebody is listed: by name, and where only the office is told, by the one seat that has it."""
    if person.name:
        return next((at for at, row in enumerate(rows) if _is_of(row, person)), None)
    held = [at for at, row in enumerate(rows) if row.concept is not None and row.concept == person.concept]
    return held[0] if len(held) == 1 else None


def _participant(document: Document, block: Block, seat: Seat, seats: Seats) -> Participant:
    start, end = block.raw(seat.start, seat.end)
    role = seat.office if seat.office and seats.says_more(seat.office, seat.concept) else None
    name = None if seat.name and is_redacted(seat.name) else seat.name
    concept = None if seat.concept == MEMBERS else seat.concept
    return Participant(
        name, concept, seat.status, Span(start, end, document.text[start:end]), role, "attendance",
        0.97 if concept else 0.7,
    )  # fmt: skip


def _once(document: Document, rows: Sequence[Participant]) -> tuple[Participant, ...]:
    """A chair who is named again among those present has one seat; blanked-out seats repeat."""
    kept: list[Participant] = []
    seen: dict[str, list[int]] = {}
    for row in rows:
        alike = seen.setdefault(surname(row.name), []) if row.name else []
        at = next((at for at in alike if _is_of(kept[at], row)), None)
        if at is not None and (row.concept is None or kept[at].concept in (None, row.concept)):
            if kept[at].concept is None or kept[at].status == "present":
                name = max(row.name or "", kept[at].name or "", key=len)
                role = _chairing(row.role) if presides(document, kept[at]) and not presides(document, row) else row.role
                kept[at] = replace(row, name=name, concept=row.concept or kept[at].concept, role=role)
            continue
        alike.append(len(kept))
        kept.append(row)
    return tuple(kept)


def _is_of(one: Participant, other: Participant) -> bool:
    return bool(one.name and other.name and same_person(one.name, other.name))


def _governments(texts: Iterable[str], gazetteer: Gazetteer) -> dict[str, str]:
    """What "gemeente" and "provincie" alone mean where texts name one of the kind, or its table, and no other.

    >>> from lrtgraph.gazetteer import load
    >>> _governments(["gemeente Den Haag | provincie Drenthe", "PROVINCIE GRONINGEN"], load())
    {'gemeente': 'gemeente:Den_Haag'}
    >>> _governments(["PRT Drenthe | 3 mei"], load())
    {'provincie': 'provincie:Drenthe'}
    """
    named: dict[str, set[str]] = {}
    for match in (match for text in texts for match in _NAMED.finditer(text)):
        kind = "gemeente" if match["kind"].lower() == "gemeente" else "provincie"
        words = match["name"].split()
        tried = (" ".join((kind, *words[:size])) for size in range(len(words), 0, -1))
        notations = (concept.notation for name in tried for concept in gazetteer.find(name))
        if (found := next((one for one in notations if one.startswith(f"{kind}:")), None)) is not None:
            named.setdefault(kind, set()).add(found)
    return {kind: min(ones) for kind, ones in named.items() if len(ones) == 1}


def _with_organisation(seat: Seat, seats: Seats) -> Seat:
    """A named seat whose office is no known one, with the organisation that stands in its place.

    The name stands for itself, as an acronym that nobody knows does. What says how somebody sits, or in what function,
    is no organisation.
    """
    if seat.concept is not None or not seat.name or not seat.office or is_redacted(seat.office):
        return seat
    if OF_FIELD.match(seat.office):
        return seat  # what stands behind it is the field: "minister voor Natuur, Water en Stikstof"
    found = next((part for part in _PARTS.split(seat.office.strip(" .()")) if _is_organisation(part, seats)), None)
    return seat if found is None else replace(seat, concept="_".join(found.split()))


def _is_organisation(part: str, seats: Seats) -> bool:
    if _NAME.fullmatch(part) is None or sum(map(str.isalpha, part)) < _LETTERS:
        return False
    words = part.lower().split()
    functions = any(map(is_function, words))
    return not (functions or PERSON.match(part) or seats.is_side_note(part) or any(map(str.isdigit, part)))
