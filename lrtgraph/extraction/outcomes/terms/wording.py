"""Which day the words of a deadline come to: the last on which what they ask for is still in time."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from lrtgraph.dutch.dates import FoundDate, find_dates, month_end, months
from lrtgraph.dutch.numerals import numerals
from lrtgraph.records import Meeting

_UNITS = {"dag": 1, "dagen": 1, "dgn": 1, "werkdagen": 1, "week": 7, "weken": 7, "wkn": 7}
_MONTHS = frozenset({"maand", "maanden", "mnd"})
_VAGUE = re.compile(
    r"\b(?:begin|half|mid|medio|voorjaar|lente|zomer|herfst|najaar|winter|eerste|tweede|derde|vierde|laatste)\b"
    r"(?!\s+(?:kwartaal|halfjaar|helft\s+(?:van\s+)?(?:20\d\d|(?:dit|het|volgend)\s+jaar)))"
)
"""Words by which a month, season or year is no day at all: who says "medio maart" does not mean the 31st."""
_WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_COMING_DAY = re.compile(rf"(?:aanstaande|(?:eerst)?komende|a\.s\.)\s+(?P<day>{'|'.join(_WEEKDAYS)})\Z")
_WEEK_OF = re.compile(r"\bweek\s+van\b")
_WEEK = re.compile(r"\b(?:wk\.?|week)\s+(?P<week>[1-9]|[1-4]\d|5[0-3])(?:\s+(?:van\s+)?(?P<year>20\d\d))?\b")
_QUARTER = re.compile(
    r"\b(?:q(?P<digit>[1-4])|(?P<name>eerste|tweede|derde|vierde|laatste|[1-4]e)\s+kwartaal)"
    r"(?:\s+(?:van\s+)?(?P<year>20\d\d))?\b"
)
_HALF = re.compile(
    r"\b(?P<name>eerste|tweede|[12]e)\s+(?:halfjaar|helft(?=\s+(?:van\s+)?(?:20\d\d|(?:dit|het)\s+jaar)))"
    r"(?:\s+(?:van\s+)?(?P<year>20\d\d))?"
)
_QUARTERS = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "laatste": 4}
_YEAR = re.compile(r"\b(?:(?P<year>20\d\d)|(?P<which>dit|volgend|komend|het)\s+jaar)\Z")
_BEFORE_MONTH = re.compile(rf"\bv(?:oo|óó)r\s+(?:{'|'.join(months())})\b")


def reference_day(meeting: Meeting) -> date | None:
    """The day from which days without a year are counted: the meeting's, or the earliest that it can have been."""
    known = meeting.date or meeting.earliest or meeting.report_date
    return date.fromisoformat(known) if known else None


def term_day(words: str, meeting: Meeting) -> date | None:
    """The day that the words of a deadline come to, counted from the meeting; None where they name none.

    In: the words as they stand in the text. A week, month, quarter, half or year comes to its last day; "begin", "half"
    and "medio" to none. Raises nothing.

    >>> term_day("in de week van 16 december", Meeting(date="2024-12-11"))
    datetime.date(2024, 12, 22)
    >>> term_day("medio maart", Meeting(date="2024-12-11")) is None
    True
    """
    lower = " ".join(words.lower().split())
    reference = reference_day(meeting)
    for told in (_of_week, _of_part):
        day = told(lower, reference)
        if day is not None:
            return day
    if _VAGUE.search(lower):
        return None
    return _of_month(lower, reference) or _counted(lower, meeting)


def _of_week(lower: str, reference: date | None) -> date | None:
    """The Sunday of a week that a day in it or its number names."""
    if _WEEK_OF.search(lower):
        days = (found.resolve(reference, "after") for found in find_dates(lower))
        return next((_sunday(day) for day in days if day is not None), None)
    found = _WEEK.search(lower)
    if found is None or (found["year"] is None and reference is None):
        return None
    first = int(found["year"]) if found["year"] or reference is None else reference.isocalendar().year
    for year in (first, first + 1):
        try:
            day = date.fromisocalendar(year, int(found["week"]), 7)
        except ValueError:  # few years have a week 53
            continue
        if found["year"] or (reference is not None and day >= reference):
            return day
    return None


def _sunday(day: date) -> date:
    return day + timedelta(days=6 - day.weekday())


def _of_part(lower: str, reference: date | None) -> date | None:
    """The last day of a quarter or of half a year."""
    quarter, half = _QUARTER.search(lower), _HALF.search(lower)
    found = quarter or half
    if found is None or (found["year"] is None and reference is None):
        return None
    digit = int(quarter["digit"] or 0) if quarter else 0
    number = digit or _QUARTERS.get(found["name"]) or int(found["name"][0])
    last = 3 * number if quarter else 6 * number
    if found["year"] or reference is None:
        return month_end(int(found["year"]), last)
    return month_end(reference.year + (last < reference.month), last)


def _of_month(lower: str, reference: date | None) -> date | None:
    """The last day of a named month, in the first year in which that is not past; before a month, its first."""
    found = next(iter(find_dates(lower)), None) or _named_month(lower)
    if found is None:
        return None
    year = found.year
    if year is None:
        if reference is None:
            return None
        year = reference.year + (found.month < reference.month)
    return date(year, found.month, 1) if _BEFORE_MONTH.search(lower) else month_end(year, found.month)


@lru_cache(1024)
def _named_month(lower: str) -> FoundDate | None:
    if re.search(r"lrt|prt|overleg|vergadering", lower):
        return None
    number = next((months()[word] for word in re.findall(r"\w+", lower) if len(word) > 2 and word in months()), None)
    return None if number is None else FoundDate(0, 0, None, number, None)


def _counted(lower: str, meeting: Meeting) -> date | None:
    """The day of words that count from the meeting: "binnen twee weken", "volgende maand", "eind dit jaar"."""
    year = _YEAR.search(lower)
    if year is not None and year["year"]:
        return date(int(year["year"]), 12, 31)
    if not meeting.date:
        return None
    day = date.fromisoformat(meeting.date)
    if (coming := _COMING_DAY.match(lower)) is not None:
        return day + timedelta(days=(_WEEKDAYS.index(coming["day"]) - day.weekday() - 1) % 7 + 1)
    if year is not None:
        return date(day.year + (year["which"] in ("volgend", "komend")), 12, 31)
    span = re.search(r"(?:binnen|over)\s+(\w+)\s+(\w+)", lower)
    if span and (span[2] in _UNITS or span[2] in _MONTHS):
        number = numerals().get(span[1]) or _count(span[1])
        return day + timedelta(days=number * _UNITS.get(span[2], 30)) if number else None
    if re.search(r"(?:komende|volgende)\s+week", lower):
        return _sunday(day) + timedelta(days=7)
    if re.search(r"(?:deze|dit)\s+(?:week|weekend)", lower):
        return _sunday(day)
    if re.search(r"(?:komende|volgende)\s+maand", lower):
        return month_end(day.year + day.month // 12, day.month % 12 + 1)
    return None


def _count(word: str) -> int | None:
    digits = word.translate(str.maketrans("lIO", "110"))
    return int(digits) if digits.isdigit() else None
