"""Who sat at the table, from the attendance blocks: one row a seat, with the office or organisation behind it.

A seat is written "dhr. Jansen (VNG)", "(VNG)" where the name is blanked out, "dhr. Jansen, VNG", "VNG: dhr. Jansen",
"dhr. Jansen namens VNG", or as a name and an office in two columns. A seat may say who replaces whom. Secretariat and
support have no seat.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from lrtgraph.extraction.participants.lists import run_on_seats, slot_seats
from lrtgraph.extraction.participants.naming import person_name
from lrtgraph.extraction.participants.replacing import Seat
from lrtgraph.extraction.participants.sentences import read_replacements
from lrtgraph.extraction.seats import Seats
from lrtgraph.records import Block, Document, Layout, Participant, ParticipantStatus, Span
from lrtgraph.redaction import is_redacted

if TYPE_CHECKING:
    from lrtgraph.gazetteer import Gazetteer

__all__ = ["person_name", "presides", "read_participants"]

_GROUP = ("groep",)
_STATUS: dict[str, ParticipantStatus] = {"afwezig": "absent", "vervangen": "replaced"}
_TOLD_IN = frozenset({"paragraph", "bullet", "letterhead"})
_TOLD = 0.85
"""Confidence of a seat that a sentence outside the list tells of."""
_CHAIR = re.compile(
    r"(?<!vice-)(?<!vice)(?<!plaatsvervangend )(?<!plv\. )(?<!plv )\bvoorzitter\b|\bvz\b", re.IGNORECASE
)
_CHAIR_LABEL = re.compile(r"(?<![-\w])(?:voorzitter|vz)\.?(?:\s*:|\s{2}|\t)\s*\Z", re.IGNORECASE)
_OF_MEMBERS = re.compile(r"beraad|kring", re.IGNORECASE)
"""Bodies that are more than a table: whoever chairs one sits for it."""


def read_participants(
    document: Document, layout: Layout, gazetteer: Gazetteer, body: str | None = None
) -> tuple[Participant, ...]:
    """The rows of the attendance list in the order of the text.

    In: the document, its layout, the gazetteer and the concept of the body that met, where it is known. Out: one
    Participant a seat; `name` is None where it is blanked out, `concept` None where no office or organisation is
    given. Evidence offsets are raw.
    """
    seats = Seats(gazetteer)
    rows: list[Participant] = []
    group: tuple[str | None, str | None] = (None, None)
    for block in layout.blocks:
        if block.kind != "attendance":
            continue
        if block.section == "ondersteuning":
            continue
        if block.columns == _GROUP:
            group = block.marker, block.text.rstrip(" :")
            continue
        status = _STATUS.get(block.section or "", "present")
        found = slot_seats(block, status, seats) if block.columns else run_on_seats(block, status, seats)
        over = group[1] if group[0] == block.marker else None
        rows += [_participant(document, block, _under(over, seat, seats), seats) for seat in found]
    opening = min((block.item for block in layout.blocks if block.item is not None), default=None)
    names = {row.name for row in rows if row.name}
    for block in layout.blocks:
        if block.item not in (None, opening) or block.kind not in _TOLD_IN:
            continue
        told = tuple(read_replacements(block.text, seats, names=names))
        for one in told:
            _tell(rows, [_participant(document, block, seat, seats) for seat in one.seats], partly=one.partly)
        names = {row.name for row in rows if row.name} if told else names
    if body is not None and body in gazetteer.concepts and _OF_MEMBERS.search(gazetteer.concepts[body].pref_label):
        rows = [replace(row, concept=body) if row.concept is None and presides(document, row) else row for row in rows]
    return _once([row for row in rows if not _chairs_from_list(document, row, rows)])


def _chairs_from_list(document: Document, row: Participant, rows: Sequence[Participant]) -> bool:
    """Whether a row only says which of the organisations listed has the chair: "Voorzitter: SJenV"."""
    if row.name or row.concept is None or "(" in row.evidence.text or is_redacted(row.evidence.text):
        return False
    if not _CHAIR_LABEL.search(document.text, max(0, row.evidence.start - 24), row.evidence.start):
        return False
    return any(other is not row and other.name is None and other.concept == row.concept for other in rows)


def presides(document: Document, participant: Participant) -> bool:
    """Whether the list says of a participant that he chairs the meeting: "mw. Bos (voorzitter)", "Vz: mw. Bos"."""
    start = participant.evidence.start
    told = f"{participant.role or ''} {participant.evidence.text}"
    return bool(_CHAIR.search(told) or _CHAIR_LABEL.search(document.text, max(0, start - 24), start))


def _under(group: str | None, seat: Seat, seats: Seats) -> Seat:
    """A seat without an office of its own has that of the head it stands under."""
    if group is None or seat.concept is not None or (concept := seats.concept(group)) is None:
        return seat
    return replace(seat, office=group, concept=concept)


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


def _seat_of(rows: Sequence[Participant], person: Participant) -> int | None:
    """Where somebody is listed: by name, and where only the office is told, by the one seat that has it."""
    if person.name:
        return next((at for at, row in enumerate(rows) if row.name == person.name), None)
    held = [at for at, row in enumerate(rows) if row.concept is not None and row.concept == person.concept]
    return held[0] if len(held) == 1 else None


def _participant(document: Document, block: Block, seat: Seat, seats: Seats) -> Participant:
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
