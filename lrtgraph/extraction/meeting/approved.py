"""The minutes of earlier meetings that a document speaks of, and which of them this meeting approved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from lrtgraph.dutch.dates import FoundDate, find_dates
from lrtgraph.extraction.bodies import Bodies
from lrtgraph.extraction.letterhead import HEAD, MEETING_WORD, MINUTES_WORD
from lrtgraph.extraction.meeting.times import SENTENCE
from lrtgraph.records import Layout

MINUTES = re.compile(rf"\b(?:verslagen|conceptverslag|concept-verslag|vergaderverslag|{MINUTES_WORD})\b", re.I)
_APPROVED = re.compile(
    r"\b(?:vastgesteld|vast\s+te\s+stellen|vaststellen|vaststelling|geaccordeerd|akkoord|goedgekeurd|conform|ongewijzigd|stelt\b.*\bvast)\b",
    re.I,
)
_JOINED = re.compile(
    r"\s*(?:,|en|,\s+en)\s+(?:(?:van|d\.?d\.?|dat|die|de|het|verslag|conceptverslag|notulen|vergadering|overleg|[A-Z]\w*)\s+){0,6}"
)
"""Between the days of two minutes: "31 januari en van de HLRT van 14 februari"."""
_OWN = re.compile(
    rf"\s*(?:van|d\.?d\.?)?\s*(?:de|het)?\s*(?:vorige|laatste)?\s*(?:{MEETING_WORD})?\s*(?:van|d\.?d\.?|op)?\s*\Z",
    re.I,
)
_LONGEST = 140
"""Characters behind the word for minutes in which their day stands."""


def earlier_minutes(layout: Layout, bodies: Bodies, reference: date | None) -> Iterator[tuple[str | None, date, bool]]:
    """Minutes of earlier meetings that the text speaks of: their body if named, their date, and whether approved."""
    spoken = [block for block in layout.blocks if MINUTES.search(block.text)]
    settled = {block.item for block in spoken if block.item is not None and _APPROVED.search(block.text)}
    for block in spoken:
        if block.kind in HEAD or block.kind == "attendance":
            continue
        approved = block.item in settled or bool(_APPROVED.search(block.text))
        for match in MINUTES.finditer(block.text):
            sentence_end = SENTENCE.search(block.text, match.end(), match.end() + _LONGEST + 2)
            stretch = block.text[
                match.end() : min(sentence_end.start() if sentence_end else len(block.text), match.end() + _LONGEST)
            ]
            at = 0
            for found in _listed_days(stretch):
                day = found.resolve(reference, "before")
                between, at = stretch[at : found.start], found.end
                if day is None or (reference and day > reference):
                    continue
                named = [notation for notation, _, _ in bodies.find(between) if bodies.is_table(notation)]
                own = bool(named) or bool(_OWN.match(between.removeprefix(" en")))
                yield named[0] if named else None, day, approved and own


def _listed_days(text: str) -> Iterator[FoundDate]:
    """The first day of a text and those that are joined to it: "de LRT van 31 januari en de HLRT van 14 februari"."""
    last = None
    for found in find_dates(text):
        if found.day is None or (last is not None and not _JOINED.fullmatch(text, last.end, found.start)):
            return
        yield found
        last = found
