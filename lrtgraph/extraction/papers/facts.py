"""What holds of a paper that is no minutes: which meeting it is for, agenda, names, figures, who answers for what.

What an agenda or a letter proposes, asks or expects has not been settled or said at the table, and who is invited has
not attended: of those nothing is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from lrtgraph.dutch.dates import find_dates, iso
from lrtgraph.extraction.bodies import Bodies, bodies_of
from lrtgraph.extraction.letterhead import HEAD, MEETING_WORD, MINUTES_WORD, Value, first_day, read_values
from lrtgraph.extraction.meeting.place import dateline_day
from lrtgraph.extraction.papers.kinds import ASKED, SUBJECT
from lrtgraph.extraction.papers.letters import ADDRESSEE
from lrtgraph.records import AgendaItem, Block, DocumentKind, Layout, Meeting, Record, Responsibility

if TYPE_CHECKING:
    from lrtgraph.extraction.context import Reading

__all__ = ["as_paper"]

_ITEMS: Final[frozenset[DocumentKind]] = frozenset({"agenda", "uitnodiging"})
"""Kinds whose lists are the agenda of the meeting."""
_NUMBER = re.compile(r"\d{1,2}[a-z]?\s?[.):]?|[a-z][.)]")
_AGENDA = re.compile(r"\bagenda(?:punten)?\b.{0,60}:\s*\Z", re.IGNORECASE)
_ITEM_MARKER = re.compile(r"agendapunt|\bap\b", re.IGNORECASE)
_OPENS = re.compile(r"opening|mededelingen|verslag|notulen|rondvraag|sluiting", re.IGNORECASE)
_SAT = re.compile(rf"\b(?:{MEETING_WORD}|zitting|regietafel|tafel)\b", re.IGNORECASE)
_NEAR = 60
"""Characters between a meeting and its day: "de vergadering van de PRT op donderdag 6 juni 2024"."""
_OTHER = re.compile(
    rf"\b(?:{MINUTES_WORD}|vorige|eerdere?)\b[^.;:]*\Z|\b(?:sinds|vóór|voor|uiterlijk|per|vanaf|tot)\s+\Z",
    re.IGNORECASE,
)
"""What stands before a day that is not the meeting's: "het verslag van de LRT van 27 september", "vóór 6 november"."""
_REACH = 300
"""Characters before a day among which that is looked for."""
_FIRST_BLOCKS = 12
_PERSONAL = re.compile(r"(?<!\w)(?:ik|wij|we|u|jullie|mijn|onze?)(?!\w)", re.IGNORECASE)
_PROPOSED = re.compile(
    rf"{ASKED.pattern}|\b(?:zal|zullen|zou|zouden|kan|kunnen|voorgesteld|voorstel|verwacht\w*|instemmen|kennis\s+(?:te\s+)?nemen)\b",
    re.IGNORECASE,
)
"""What a paper says that is still to be settled."""
_GUESSED = "responsibility.likely"


def as_paper(record: Record, reading: Reading, kind: DocumentKind) -> Record:
    """The record of a paper, from all that was found in it: nothing settled, nothing said, nobody present.

    Who answers for what is kept where a sentence states it of itself: not where it is proposed, or the writer's own.
    """
    agenda = _agenda(reading.layout, kind)
    moved = {id(item): agenda.index(item) for item in reading.layout.agenda if item in agenda}
    places = {at: moved.get(id(item)) for at, item in enumerate(reading.layout.agenda)}
    meeting = _meeting(reading, kind)
    return replace(
        record,
        kind=kind,
        meeting=meeting,
        province=reading.province if bodies_of(reading.gazetteer).is_provincial(meeting.body) else None,
        participants=(),
        agenda=agenda,
        outcomes=(),
        statements=(),
        targets=tuple(replace(row, item=_moved(row.item, places)) for row in record.targets),
        ownership=tuple(replace(row, item=_moved(row.item, places)) for row in _stated(record.ownership)),
    )


def _moved(item: int | None, places: dict[int, int | None]) -> int | None:
    return None if item is None else places.get(item)


def _stated(found: Iterable[Responsibility]) -> Iterator[Responsibility]:
    """Those that a sentence states, in words of its own and as what is the case."""
    for row in found:
        text = row.evidence.text
        if row.rule != _GUESSED and not _PERSONAL.search(text) and not _PROPOSED.search(text):
            yield row


def _agenda(layout: Layout, kind: DocumentKind) -> tuple[AgendaItem, ...]:
    """The items: of an agenda those that the layout has, else its list; of a note only where it goes through them."""
    if kind == "brief":
        return ()
    if kind == "notitie":
        heads = [block for block in layout.blocks if block.kind == "heading"]
        goes_through = any(_ITEM_MARKER.match(block.marker or "") or _OPENS.search(block.text) for block in heads)
        return layout.agenda if goes_through else ()
    numbered = tuple(item for item in layout.agenda if item.number)
    items = layout.agenda if kind == "agenda" and layout.agenda else numbered
    return items or tuple(_listed(layout.blocks))


def _listed(blocks: Sequence[Block]) -> Iterator[AgendaItem]:
    """The rows of a numbered list, or of the list under "Op de agenda staan:"."""
    below, level = False, 0
    for before, block in zip((None, *blocks), blocks, strict=False):
        if block.kind != "bullet":
            below = _AGENDA.search(block.text) is not None
            continue
        level = block.level if before is None or before.kind != "bullet" else level
        number = block.marker.strip(" .):") if block.marker and _NUMBER.fullmatch(block.marker.strip()) else None
        if block.level == level and (number or below):
            yield AgendaItem(number, block.text.rstrip(" ;."), block.start, block.end)


def _meeting(reading: Reading, kind: DocumentKind) -> Meeting:
    """The meeting that a paper is for; of one whose day is not told, bounds of the day: not before the paper itself.

    A letter is of its own day where it names no meeting. What time it is to be, and what minutes are to be approved,
    is no fact of the meeting.
    """
    bodies, meeting = bodies_of(reading.gazetteer), reading.meeting
    blocks = reading.layout.blocks
    head = [block for block in blocks if block.kind in HEAD or block.item is None]
    values = list(read_values([block for block in head if block.kind in HEAD]))
    opening = [block.text for block in blocks[:_FIRST_BLOCKS]]
    stated = _read(meeting.date)
    written = _read(meeting.report_date) or _written(values, opening)
    addressed = kind == "brief" or any(ADDRESSEE.match(text) for text in opening)
    if addressed and kind not in _ITEMS and stated == _written(values, opening):
        written, stated = written or stated, None
    elif written == stated:
        written = None
    told = [text for text in opening if kind != "brief" or SUBJECT.match(text)]
    planned = next((day for text in told if (day := _day(text, bodies, written))), None)
    given = _read(reading.document.metadata.date)
    day = given or (planned if kind == "brief" else stated or planned)
    body = meeting.body or next((body for text in opening if (body := _table(text, bodies))), None)
    if kind == "brief" and body is not None and not bodies.is_table(body) and not reading.document.metadata.body:
        body = None  # the parliament that it is to
    return _dated(Meeting(body=body, report_date=iso(written)), day, written, kind)


def _read(day: str | None) -> date | None:
    return date.fromisoformat(day[:10]) if day else None


def _written(values: Iterable[Value], opening: Iterable[str]) -> date | None:
    """The day under "Datum", or beside a place: "Den Haag, 3 november 2023"."""
    dated = (first_day(value.text) for value in values if value.field == "dated")
    return next((day for day in (*dated, *map(dateline_day, opening)) if day), None)


def _table(text: str, bodies: Bodies) -> str | None:
    return next((notation for notation, _, _ in bodies.find(text) if bodies.is_table(notation)), None)


def _dated(meeting: Meeting, day: date | None, written: date | None, kind: DocumentKind) -> Meeting:
    if day is not None:
        return replace(meeting, date=iso(day), earliest=iso(day), latest=iso(day))
    return replace(meeting, earliest=iso(written), latest=iso(written) if kind == "brief" else None)


def _day(text: str, bodies: Bodies, written: date | None) -> date | None:
    """The day of a meeting that is named right before it: "LRT van 9 november 2023"."""
    names = [end for notation, _, end in bodies.find(text) if bodies.is_table(notation)]
    names += [match.end() for match in _SAT.finditer(text)]
    for found in find_dates(text):
        near = any(0 <= found.start - end <= _NEAR and ". " not in text[end : found.start] for end in names)
        if found.day is None or not near or _OTHER.search(text, max(0, found.start - _REACH), found.start):
            continue
        if (day := found.resolve(written, "after")) is not None:
            return day
    return None
