"""Events that a document speaks of as still to come: the first of them lies after the meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from lrtgraph.dutch.dates import FoundDate, find_dates
from lrtgraph.extraction.letterhead import HEAD, NEAR
from lrtgraph.extraction.meeting.times import SENTENCE
from lrtgraph.records import Layout

_COMING = re.compile(
    r"\b(?:volgt|volgen|plaatsvind\w*|vind(?:t|en)\b.*\bplaats|gepland|geagendeerd|agenderen|bespreken|besproken|bespreekt"
    r"|behandelen|behandeld|behandelt|volgende?|eerstvolgende|zal|zullen|wordt|worden|gaat|gaan|ligt|liggen|komt|komen|start"
    r"|starten|begint|spreekt|spreken|bezoekt|bezoeken|debatteert|stemt|stemmen|verwacht|nadert|naderen|ten\s+behoeve\s+van|(?:is|zijn)"
    r"(?=\s+(?:pas\s+|weer\s+|al\s+)?\d{1,2}\s+(?:jan|feb|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec))"
    r"|(?:in|ter)\s+voorbereiding\s+(?:op|van))\b",
    re.I,
)
_PAST = re.compile(
    r"\b(?:jl\.?|j\.l\.|l\.l\.|afgelopen|vorige?|heeft|hebben|had|hadden|was|waren|werd|werden|moest|moesten|kon|konden|bleek|bleken|vond|vonden|stond|gestuurd"
    r"|geweest|is\s+op|zijn\s+op)(?!\w)",
    re.I,
)
_EVENT_BEFORE = re.compile(
    r"(?:\b[Oo]p|\b[Vv]oor|:|\bnaar\s+[A-Z]+|\b(?:[A-Z]{2,6}|vergadering|overleg|BO|LRT)(?:\s+(?:is|van))?|dag,?"
    r"|\b(?:[Ee]inddatum|[Dd]eadline|[Tt]ermijn|[Pp]eildatum|[Vv]eiligheidsberaad|[Bb]eraad|[Dd]ebat|[Ss]essie|[Bb]ijeenkomst|[Rr]egietafel)"
    r"\s+van)\s*\Z"
)
_SCHEDULED = re.compile(r"\b(?:gepland|geagendeerd|ingepland|geprikt|gereserveerd)\b", re.I)
_NEXT = re.compile(r"\b(?:eerst)?volgende?\b", re.I)
_ANNOUNCED = re.compile(r"\s*(?:,\s*)?(?:a\.?s\.?|aanstaande)(?!\w)", re.I)
_DEADLINE_BEFORE = re.compile(r"\b(?:uiterlijk|v[oó]ó?r)(?:\s+op)?\s*\Z", re.I)
_OUTCOME = re.compile(r"\b(?:actie|afspraak|toezegging|besluit)\b", re.I)


def latest_day(layout: Layout, earliest: date | None, report: date | None) -> date | None:
    """The first day that must lie after the meeting: the report's date or an event still to come."""
    events = list(_coming(layout, earliest, report))
    sure = [day for day, deadline in events if not deadline]
    bounds = [*sure, *([report] if report else [])] or [day for day, _ in events]
    return min(bounds, default=None)


def _coming(layout: Layout, earliest: date | None, report: date | None) -> Iterator[tuple[date, bool]]:
    """Days of events spoken of as still to come; those that are the deadline of an action are marked."""
    for block in layout.blocks:
        if block.kind in HEAD or block.kind in ("attendance", "heading"):
            continue
        labelled = bool(_OUTCOME.match(block.text))
        for sentence in SENTENCE.split(block.text):
            for found in find_dates(sentence):
                if found.day is None:
                    continue
                deadline = bool(_DEADLINE_BEFORE.search(sentence[max(0, found.start - 30) : found.start])) and (
                    labelled or block.kind == "row"
                )
                if not deadline and not _is_event(sentence, found):
                    continue
                day = _resolve(found, earliest, report)
                if day and (earliest is None or day > earliest):
                    yield day, deadline


def _is_event(sentence: str, found: FoundDate) -> bool:
    before = sentence[max(0, found.start - NEAR) : found.start]
    after = sentence[found.end : found.end + NEAR]
    sentence = before + sentence[found.start : found.end] + after
    if _ANNOUNCED.match(after):
        return True
    if _PAST.search(sentence) and not _NEXT.search(before):
        return False
    if re.search(r"\b(?:t/m|tot|en)\s*\Z", before):
        return False
    if re.search(r"\bvoor\s*\Z", before, re.I) and not _SCHEDULED.search(sentence):
        return False  # "before", not "for"
    return bool(_EVENT_BEFORE.search(before)) and bool(_COMING.search(sentence))


def _resolve(found: FoundDate, earliest: date | None, report: date | None) -> date | None:
    if found.year is not None:
        return found.resolve()
    if earliest is not None:
        return found.resolve(earliest, "after")
    return found.resolve(report, "nearest") if report else None
