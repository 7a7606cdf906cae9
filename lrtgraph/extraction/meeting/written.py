"""When the report was written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from lrtgraph.dutch.dates import find_dates
from lrtgraph.extraction.letterhead import NEAR, Value, first_day
from lrtgraph.records import Block, Layout

_WRITTEN = re.compile(r"\b(?:versie|opgesteld|opgemaakt|gereed|verzonden|verspreid)\b[\w\s:,.]{0,20}\Z", re.I)
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d\b(?![.-]\d)")
_OF_REPORT = frozenset({"verslag", "verslag d.d."})
"""Labels whose date is the report's where it lies after the meeting's."""


def report_day(values: Sequence[Value], head: Sequence[Block], stated: date | None) -> date | None:
    """When the report was written: under a label, or in the head behind words such as "versie".

    When a mail was sent says so only where nothing in the report itself does.
    """
    for wanted in ("report", "dated", "sent"):
        for value in values:
            told = "sent" if _is_of_mail(value) else value.field
            if told == wanted and (day := first_day(value.text)):
                if wanted == "dated" and day == stated and _is_meetings_own(values):
                    continue
                return day
    for value in values:
        day = first_day(value.text)
        if value.form in _OF_REPORT and stated and day and day > stated:
            return day
    for block in head:
        for found in find_dates(block.text):
            if found.complete and _WRITTEN.search(block.text[max(0, found.start - NEAR) : found.start]):
                return found.resolve()
    return None


def noted_day(layout: Layout, stated: date | None) -> date | None:
    """The day beside whoever took the minutes: "Verslag: secretariaat, 29 januari 2024"."""
    noted = (first_day(b.text) for b in layout.blocks if b.kind == "attendance" and b.section == "ondersteuning")
    return next((day for day in noted if day and stated and day > stated), None)


def _is_of_mail(value: Value) -> bool:
    """ "Verzonden: dinsdag 14 mei 2024 10:12": the head of a mail gives the time as well."""
    return value.form == "verzonden" and _CLOCK.search(value.text) is not None


def _is_meetings_own(values: Sequence[Value]) -> bool:
    """ "Datum" beside a time or place is the meeting's, unless another label gives that."""
    return not any(value.field == "date" and find_dates(value.text) for value in values)
