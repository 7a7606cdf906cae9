"""By when something must be done: concrete days as ISO dates, the rest in the words of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise, takewhile

from lrtgraph.dutch.dates import FoundDate, find_dates, months
from lrtgraph.dutch.numerals import numerals
from lrtgraph.extraction.grammar.lexicon import table
from lrtgraph.extraction.outcomes.terms.wording import reference_day, term_day
from lrtgraph.records import Meeting

_BEFORE = re.compile(
    r"(?:vóór|voor|uiterlijk(?:\s+op)?|per|op|vanaf|ingaande|met\s+ingang\s+van|later\s+dan|tot|t/m|tot\s+en\s+met|gereed|klaar|tegen|termijn|deadline|datum|LRT|PRT|BO|"
    r"overleg|vergadering|van|d\.d\.|[:(,–-])\s*(?:de\s+|het\s+)?\Z",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\b(?:van|sinds|vanaf|per|in)\s+\Z", re.IGNORECASE)
_DOCUMENT = re.compile(
    r"(?:verslag(?:en)?|notulen|brie(?:f|ven)|besluit(?:en)?|vergadering(?:en)?|overleg(?:gen)?|bijeenkomst(?:en)?|H?LRT|PRT|BO|VB|ALV|regietafel|uitspraak)\s+(?:van|d\.d\.|dd\.?)\s*\Z",
    re.IGNORECASE,
)
_SITTING = re.compile(
    r"\b(?:in|aan|tijdens|op|(?P<by>voor|vóór|uiterlijk|ten\s+behoeve\s+van|t\.b\.v\.))\s+(?:de|het)\s+"
    r"(?:(?:(?:eerst)?volgende|komende|aanstaande|extra|ambtelijke?|bestuurlijke?)\s+)*"
    r"(?:H?LRT|PRT|VB|BO|ALV|ministerraad|\w*(?:tafel|vergadering|overleg|bijeenkomst|debat))\s+(?:van|op)\s*\Z",
    re.IGNORECASE,
)
"""Before a meeting's day by which something is to be there: "ter besluitvorming aan de LRT van 28 juni".

Behind `by` it is the term, and nobody's part.
"""
_MEETING = re.compile(
    rf"\b(?:H?LRT|PRT|BO|VB|overleg|vergadering)\s+(?:van\s+)?(?P<month>{'|'.join(months())})\b", re.IGNORECASE
)
_LAST_BRACKET = re.compile(
    r"\((?P<due>(?:gereed|klaar|termijn|deadline)\s*:?\s+)?(?P<lead>(?:in|voor|vóór)\s+)?(?:het\s+|de\s+)?(?P<told>[^()]{3,40})\)\W*\Z",
    re.IGNORECASE,
)
"""A bracket that ends a task: "terugkoppelen (overleg maart)", "overzicht maken (gereed: mei 2024)"."""
_MONTHS_AHEAD = 6
"""In minutes of February, "overleg januari" is the last one."""
_A_MONTH = re.compile(rf"(?:(?:vanaf|begin|half|medio|eind)\s+)?(?:{'|'.join(months())})(?:\s+20\d\d)?", re.IGNORECASE)
_PUT_OFF = re.compile(rf"\b(?:naar|tot)\s+(?P<month>{'|'.join(months())})\b", re.IGNORECASE)
_BEHIND = re.compile(r"[,;–]\s+\w+\s+\Z")
"""Before a day that ends a task: "…, concept 1 november"."""
_LISTED = re.compile(r"\s*(?:,|,?\s+en(?:\s+(?:op|per|(?:die\s+|dat\s+)?van))?)\s+", re.IGNORECASE)
"""Between two days of a list."""
_LEADS = r"vanaf|vóór|voor|ultimo|medio|h?lrt|prt|bo|vb"
"""What belongs to a month that is a deadline: "vóór juni", "PRT november"."""
_LAST_MONTH = re.compile(
    rf"[,;–]\s+(?:(?!(?:{_LEADS})\b)[^\W\d]+\s+)?"
    rf"(?P<month>(?:(?:{_LEADS})\s+)?(?:{'|'.join(months())})\b(?:\s+20\d\d)?)\W*\Z",
    re.IGNORECASE,
)
_NUMERIC = re.compile(r"(?:\A|[\s(])(?P<day>[0-3]?\d)[/-](?P<month>[01]?\d)\W*\Z")
"""A day that ends a task or is all of a cell: "notitie rond, 27/6", "18-4"."""
_DAYS = "maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag"
_OF_DAY = re.compile(r"\b(?:van|over)\s*\Z", re.IGNORECASE)
"""Before the day of something else: "de sheets van dinsdag 6 februari"."""
_WEEKDAY = re.compile(rf"\b(?:{_DAYS}|(?:ma|di|wo|do|vr|za|zo)\.?),?\s+(?:de\s+)?\Z", re.IGNORECASE)
"""A day of the week before its date: "uiterlijk donderdag 16 januari"."""
_IN_WEEK = re.compile(rf"\b(?:week|weekend)\s+(?:van|vóór|voor|na)\s+(?:{_DAYS})?\s*\Z", re.IGNORECASE)
"""Before a day that only tells which week is meant."""
_RELATIVE_CLAUSE = re.compile(r"\b(?:die|waar(?:van|in|op|voor|mee)\s+(?:\w+\s+){0,3})\s*\Z", re.IGNORECASE)
"""Before a time that is not the task's: "locaties waarvan het contract in het eerste kwartaal afloopt"."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline: `text` is an ISO date or the literal words, `day` the calendar day it comes to where that is known.

    `start` and `end` count in the text it was found in.
    """

    text: str
    day: date | None
    start: int
    end: int


def find_deadline(text: str, start: int, end: int, meeting: Meeting, *, running: bool = False) -> Deadline | None:
    """The deadline in `text[start:end]`: a concrete day first, else the last relative one.

    A day without a year gets the first that falls on or after the meeting (or the earliest day it can have been).
    In `running` text a bare bracket with a sitting may as well say where something came up, so it is no deadline.

    >>> found = find_deadline("JenV zal vóór 1 maart een verdeling sturen.", 0, 43, Meeting(date="2024-02-19"))
    >>> found.text, found.day
    ('2024-03-01', datetime.date(2024, 3, 1))
    >>> find_deadline("Aedes levert binnen twee weken een lijst.", 0, 41, Meeting(date="2024-02-19")).day
    datetime.date(2024, 3, 4)
    """
    reference = reference_day(meeting)
    piece = text[start:end]
    dates = find_dates(piece)
    for number, found in reversed(list(enumerate(dates))):
        head = piece[: _of_list(piece, dates[: number + 1]).start]
        before = _WEEKDAY.sub("", head)
        weekday = len(before) < len(head)
        if _IN_WEEK.search(before) or (weekday and _OF_DAY.search(before)):
            continue
        closing = not piece[found.end :].strip(" .;)")
        named = (weekday or _BEFORE.search(before)) and not _DOCUMENT.search(before)
        sitting = _SITTING.search(before)
        told = sitting or named or (closing and _BEHIND.search(before))
        if found.day is None or not told:
            continue
        day = found.resolve(reference, "after")
        if day is not None and (reference is None or day >= reference):
            first = sitting.start() if sitting and sitting["by"] else found.start
            return Deadline(day.isoformat(), day, start + first, start + found.end)
    relative = list(_relative(piece))
    if not relative:
        return _last(piece, start, meeting, running=running)
    first, last = relative[0]
    first += len(piece[first:last]) - len(piece[first:last].lstrip())
    words = piece[first:last]
    return Deadline(words, term_day(words, meeting), start + first, start + last)


def _of_list(piece: str, dates: Sequence[FoundDate]) -> FoundDate:
    """The first of the list of days that the last of `dates` ends: "in drie stappen: 1 april, 1 juli en 1 oktober"."""
    pairs = reversed(list(pairwise(dates)))
    joined = takewhile(lambda pair: _LISTED.fullmatch(piece, pair[0].end, pair[1].start), pairs)
    return next(reversed([one for one, _ in joined]), dates[-1])


def _last(piece: str, start: int, meeting: Meeting, *, running: bool) -> Deadline | None:
    """The deadline that ends a task without a word for it: "…, opzet februari", "…, 27/6"."""
    month = _LAST_MONTH.search(piece)
    if month is not None:
        at = (start + month.start("month"), start + month.end("month"))
        return Deadline(month["month"], term_day(month["month"], meeting), *at)
    bracket = _LAST_BRACKET.search(piece)
    sitting = _MEETING.fullmatch(piece, *bracket.span("told")) if bracket else None
    if bracket is not None and sitting is not None:
        if not (bracket["due"] or bracket["lead"]) and (running or not _lies_ahead(sitting["month"], meeting)):
            return None
        return Deadline(sitting[0], None, start + sitting.start(), start + sitting.end())
    if bracket is not None and _tells_month(bracket, meeting, running=running):
        at = (start + bracket.start("told"), start + bracket.end("told"))
        return Deadline(bracket["told"], term_day(bracket["told"], meeting), *at)
    numeric = _NUMERIC.search(piece)
    day = _numeric(numeric, meeting) if numeric else None
    if numeric is None or day is None:
        return None
    return Deadline(day.isoformat(), day, start + numeric.start("day"), start + numeric.end("month"))


def _tells_month(bracket: re.Match[str], meeting: Meeting, *, running: bool) -> bool:
    """Whether a bracket tells by the end of which month a task is done: "(gereed: mei)", "(mei 2026)" if to come.

    In a list a bare month does too: "IPO: uitwerking escalatieladder (april)".
    """
    if _A_MONTH.fullmatch(bracket["told"]) is None:
        return False
    day, reference = term_day(bracket["told"], meeting), reference_day(meeting)
    ahead = day is not None and reference is not None and day >= reference
    if not bracket["told"][-1].isdigit():
        ahead = not running and _lies_ahead(bracket["told"].split()[-1], meeting)
    return bool(bracket["due"]) or ahead


def _lies_ahead(month: str, meeting: Meeting) -> bool:
    """Whether a month without a year is rather to come than past, counted from the meeting."""
    reference = reference_day(meeting)
    return reference is not None and (months()[month.lower()] - reference.month) % 12 <= _MONTHS_AHEAD


def _numeric(found: re.Match[str], meeting: Meeting) -> date | None:
    """The day that two numbers name, where they can and the year follows from the meeting's date."""
    day, month, reference = int(found["day"]), int(found["month"]), reference_day(meeting)
    if reference is None or not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    try:
        return FoundDate(0, 0, day, month, None).resolve(reference, "after")
    except ValueError:
        return None


def new_term(text: str, start: int, end: int, meeting: Meeting) -> Deadline | None:
    """The term that a sentence sets to a task that runs on: a deadline, else the last day that is no beginning.

    >>> found = new_term("loopt nog, nieuwe termijn is 15 mei", 0, 35, Meeting(date="2024-02-19"))
    >>> found.text
    '2024-05-15'
    """
    found = find_deadline(text, start, end, meeting)
    if found is not None:
        return found
    for day in reversed(find_dates(text[start:end])):
        when = day.resolve(reference_day(meeting), "after")
        if day.day is not None and when is not None and not _SINCE.search(text, start, start + day.start):
            return Deadline(when.isoformat(), when, start + day.start, start + day.end)
    month = _PUT_OFF.search(text, start, end)
    if month is None:
        return None
    return Deadline(month["month"], term_day(month["month"], meeting), *month.span("month"))


def named_meeting(text: str, start: int, end: int) -> Deadline | None:
    """The meeting of a month that a note gives for a deadline, in its words: "(provincie, PRT van september)".

    >>> named_meeting("provincie, PRT van september", 0, 28).text
    'PRT van september'
    """
    found = _MEETING.search(text, start, end)
    return Deadline(found[0], None, found.start(), found.end()) if found else None


def cell_deadline(text: str, meeting: Meeting) -> Deadline | None:
    """The deadline of a table's cell: the day it names, else its words.

    >>> cell_deadline("2 mei 2024", Meeting()).text, cell_deadline("volgende LRT", Meeting()).text
    ('2024-05-02', 'volgende LRT')
    """
    stripped = " ".join(text.split())
    if not stripped or not any(character.isalnum() for character in stripped):
        return None
    reference = reference_day(meeting)
    for found in find_dates(text):
        day = found.resolve(reference, "after")
        if day is not None and not _IN_WEEK.search(text[: found.start]):
            return Deadline(day.isoformat(), day, found.start, found.end)
    numeric = _NUMERIC.fullmatch(stripped)
    if numeric is not None and (day := _numeric(numeric, meeting)) is not None:
        return Deadline(day.isoformat(), day, 0, len(text))
    return Deadline(stripped, term_day(stripped, meeting), 0, len(text))


def only_date(text: str) -> bool:
    """Whether a stretch is a date and nothing else.

    >>> only_date("1 mei 2024."), only_date("op 1 mei volgt een brief")
    (True, False)
    """
    bare = text.strip(" .;,()")
    dates = find_dates(bare)
    return bool(dates) and dates[0].start == 0 and dates[0].end == len(bare)


def _relative(text: str) -> Iterator[tuple[int, int]]:
    """Spans of relative deadlines, the most telling first; the longest where two overlap."""
    spans = sorted(set(_matched(text)), key=lambda span: (span[0] - span[1], span[0]))
    spans = [span for span in spans if not _in_relative_clause(text, *span)]
    for start, end in spans[:1]:
        lead = re.search(r"\b(?:vóór|voor|uiterlijk|de|na)\s+\Z", text[:start])
        yield (start - len(lead[0]) if lead and lead[0].strip() == "de" else start), end


def _matched(text: str) -> Iterator[tuple[int, int]]:
    """Spans that a pattern matches, those of one pattern without overlap.

    The patterns are tried only where one of them is known to match: to look for each of them takes ten times as long.
    """
    ends = [0] * len(_patterns())
    place = _likely().search(text)
    while place is not None:
        start = place.start()
        for number, pattern in enumerate(_patterns()):
            if start >= ends[number] and (match := pattern.match(text, start)):
                ends[number] = match.end()
                yield match.span()
        place = _likely().search(text, start + 1)


def _in_relative_clause(text: str, start: int, end: int) -> bool:
    """Whether a time belongs to a relative clause, and not to "zegt toe die morgen te versturen"."""
    return _RELATIVE_CLAUSE.search(text, 0, start) is not None and not re.search(r"\bte\b", text[end:])


def _told() -> Iterator[str]:
    return (row["pattern"].replace("{numeral}", "|".join(numerals())) for row in table("deadlines"))


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"(?<!\w){pattern}(?!\w)", re.IGNORECASE) for pattern in _told())


@cache
def _likely() -> re.Pattern[str]:
    """Where one of the patterns matches: looked for in one go, as few texts have a relative deadline."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(_told())})(?!\w)", re.IGNORECASE)
