"""The day or year of a figure: the one that it stands with, not that of another figure of its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from lrtgraph.dutch.dates import FoundDate, Side, find_dates, month_end, months
from lrtgraph.extraction.targets.numbers import Figure, Number, Place

_BY = re.compile(
    r"\b(?:per|op|v[oó][oó]r|tot(?:\s+en\s+met)?|uiterlijk|vanaf|ingang\s+van|eind|medio|begin|[\w-]*(?:opgave|stelling))\s+(?:de\s+)?\Z",
    re.I,
)
_WORDS = re.compile(
    r"""\b(?:
    (?:begin|medio|einde?)\s+(?:van\s+)?(?:20\d\d(?![-–])|(?:dit|vorig|volgend)\s+jaar)
    |einde?\s+(?:van\s+)?(?:het|dit|volgend)\s+(?:jaar|kwartaal)
    |einde\s+van\s+(?:de|deze)\s+(?:maand|zomer)
    |(?<!van\s)(?<!uit\s)(?<!dan\s)(?<!over\s)(?<!als\s)vorig\s+jaar  # not "dan vorig jaar": that is another figure
    |(?:dit|volgend)\s+(?:jaar|kwartaal|voorjaar|najaar)
    |(?:deze|volgende)\s+(?:maand|zomer|week)
    |deze\s+helft\s+van\s+het\s+jaar
    |(?:eerste|tweede|[12]e)\s+(?:helft|halfjaar)(?:\s+van)?\s+20\d\d
    |nu(?=\s+(?:echt\s+)?nodig)
    |(?:(?<=in\s)|(?<=\bvoor\s)|(?<=\btot\sen\smet\s))20\d\d(?![-–])
    |(?:(?<=stelling\s)|(?<=opgave\s))20\d\d(?![-–])  # "taakstelling 2024": a goal is of the year behind it
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""Words for a day or a year, from the parts of a year to years alone."""
_YEARS = {"vorig": -1, "dit": 0, "volgend": 1}
_RELATIVE = re.compile(r"(?:(?P<part>begin|medio|eind)e?\s+(?:van\s+)?(?P<which>\w+)|(?P<last>vorig))\s+jaar", re.I)
_MONTH = re.compile(
    rf"\bin\s+(?P<month>{'|'.join(sorted(months(), key=len, reverse=True))})\b(?!\.?\s*(?:20\d\d|'\d\d))", re.I
)
_KNOWN = re.compile(r"(?:(?P<word>[a-z]+)\s+(?:van\s+)?)?(?P<year>20\d\d)", re.I)
_ENDS = {"begin": 1, "medio": 7, "eind": 12, "einde": 12}
"""The month with which a part of a year ends."""
_TOLD = re.compile(
    r"\s+(?:al\s+)?(?:(?:heeft|hebben|had(?:den)?)\s+)?"
    r"(?:bekend\s?gemaakt|gepubliceerd|gepresenteerd|gemeld|aangekondigd|verschenen|gezegd|me(?:e|de)gedeeld|gewaarschuwd"
    r"|in\s+werking\s+getreden|ingegaan"
    r"|ingestemd|besloten|akkoord\s+gegaan|getekend|ondertekend)e?\b",
    re.I,
)
"""Behind the day on which a figure was made known, agreed to or began to hold, which is not that of the figure."""
_PARTICIPLE = r"\b(?<!\bte\s)(?:\w*ge\w{2,}|(?:be|ver|ont|her)\w{3,})(?:d|t|en)"
_DONE = re.compile(rf"\b(?:is|zijn|was|waren|heeft|hebben|had(?:den)?)\s.*{_PARTICIPLE}\s*\Z", re.I)
"""A clause that tells what was done: "de wet is op 1 februari in werking getreden"."""
_DONE_BEFORE = re.compile(
    rf"[^,;.\d]*{_PARTICIPLE}\s+en\s[^,;.\d]*\b(?:is|zijn|was|waren|ligt|bedraagt|telt|sta(?:at|an))\b", re.I
)
"""The same behind its day, before the clause of a figure: "Eind 2023 is minder gebouwd en nu zijn er 300"."""
_PARTED = re.compile(
    r";|\btegen(?:over)?(?=\s+(?:\w+\s+)?\d)|\b(?:vergeleken\s+met|terwijl|maar|nu|inmiddels|thans|dan|naar)\b"
    r"|[,:]\s+(?=er\s+(?:zijn|is)\b)",
    re.I,
)
"""Between a figure and a day that is that of another figure."""
_AND = re.compile(r"\ben\s+(?:(?:in|op|per|eind|begin|medio)\s+)?\Z", re.I)
"""The same right before a day: "in maart 68.000 en in april 69.000"."""
_THAN = re.compile(r"\b(?:dan|tegen(?:over)?|sinds|vergeleken\s+met)\s+(?:in|op|per|eind|begin|medio)?\s*\Z", re.I)
_OTHER = re.compile(r"\d|\b(?<!waren\s)(?<!was\s)(?:dat|of|omdat|die)\b", re.I)
_PAST = re.compile(
    r"\b(?:was|waren|bedroeg(?:en)?|telden?|werd(?:en)?|stond(?:en)?|had(?:den)?|verble(?:ef|ven)|moest(?:en)?|wilden?"
    r"|kon(?:den)?|lukte)\b",
    re.I,
)
_PERFECT = re.compile(r"\b(?:is|zijn|heeft|hebben)\b", re.I)
_TO_COME = re.compile(r"\b(?:als|ka?n|kunnen|moet(?:en)?|zal|zullen|word(?:t|en)|krijg(?:t|en)|kom(?:t|en))\b", re.I)
_DIGIT = re.compile(r"\d")
_UNDONE = re.compile(r"\bhad(?:den)?\s(?:[^.;:]|\.(?=\d))*?\b(?:zullen|moeten|kunnen)\s+\w+en\b", re.I)
"""What was to be by then, and was not: "had op 1 juli 700 bedden zullen leveren"."""
_INTENDED = re.compile(
    r"\b(?:gepland|voorzien|beoogd|voorgenomen|afgesproken|verwacht|afspraak|doel|streven|opgave|plan|bedoeling|te\s+\w+en)\b",
    re.I,
)
"""What was to be, and may be still: "per 1 juli waren 300 plekken gepland"."""
_MISSED = re.compile(
    r"\b(?:is|zijn|was|waren)\s(?:[^.;:]|\.(?=\d))*?\bniet\s+(?:waargemaakt|gehaald|gelukt|bereikt|nagekomen|geworden)\b"
    r"|\bniet\s+(?:waargemaakt|gehaald|gelukt|bereikt|nagekomen|geworden)\s+(?:is|zijn|was|waren)\b",
    re.I,
)
"""What was to be on a day that has passed: "op 1 november onder de 2.000 te komen is niet gelukt"."""
_RECALLING = re.compile(r"\s+(?:was|waren|bedroeg)\s+(?:dat|dit|het|die)\b", re.I)
"""Behind the day of a figure that held before: "de taakstelling is 18.750; vorig jaar was dat 17.100"."""
_INFINITIVE = re.compile(r"\s+(?:(?!(?:is|was|zijn|waren|heeft|hebben)\b)\w+\s+){0,3}te\s+\w+en\b", re.I)
"""Behind a day on which something is to be done: "om de 300 plekken tot 1 oktober aan te houden"."""
_LATE = timedelta(days=92)
_JUST = timedelta(days=62)
"""So long before the meeting lies a day without a year of which it is told what was lacking, sooner than next year."""
_COMPARED = re.compile(r"\b(?:tegen(?:over)?|(?:waren|was)\s+(?:dat|het|dit)(?:\s+er)?)\s+(?:nog\s+|al\s+)?\Z", re.I)


def day_of(figure: Figure, today: date | None, side: Side, *, lacking: bool = False) -> str | None:
    """The date by which a number holds: ISO where the sentence gives one, else its words; the nearest to the number.

    In: a number in its sentence, the day of the meeting, and on which side of that a day without a year may lie: before
    it where the number tells what was. What is `lacking` may be so before it too.
    """
    beside = [one for one in figure.others if not one.like_a_year]
    found = _named(figure, beside, today, side, lacking=lacking)
    named = sorted((_gap(figure.number, *place), day, place) for place, day in found)
    return next((day for _, day, place in named if not _is_anothers(figure, place, beside, side)), None)


def is_after(by: str, day: str) -> bool:
    """Whether a date, or a year or a part of it, lies wholly behind an ISO date; words such as "dit jaar" do not.

    >>> is_after("eind 2024", "2024-06-12"), is_after("2024", "2024-06-12"), is_after("dit jaar", "2024-06-12")
    (True, False, False)
    """
    if by[:4].isdigit():
        return by > day[: len(by)]
    last = last_day(by)
    return last is not None and last.isoformat()[:7] > day[:7]


def is_former(figure: Figure, by: str | None, today: date | None) -> bool:
    """Whether a result is of so long before the meeting, or compared with so that there must be one of now.

    >>> told = "Nu 840 plekken; in 2022 waren het er 1.100."
    >>> is_former(Figure(told, (0, len(told)), Number(37, 42, 1100, 37)), "2022", date(2024, 6, 12))
    True
    """
    last = last_day(by) if by else None
    if last is None or today is None or last >= today:
        return False
    text, stretch = figure.text, figure.clause
    told = _PAST.search(text, *stretch) or _PERFECT.search(text, *stretch)
    beside = _DIGIT.search(text, figure.sentence[0], stretch[0]) is not None
    compared = beside and _COMPARED.search(text, stretch[0], figure.number.first) is not None
    return compared or (told is not None and today - last > _LATE)


def _is_just_past(found: FoundDate, today: date | None) -> bool:
    day = found.resolve(today, "before")
    return today is not None and day is not None and today - day <= _JUST


def _named(
    figure: Figure, others: Iterable[Number], today: date | None, side: Side, *, lacking: bool
) -> Iterator[tuple[Place, str]]:
    """The days and years that a sentence names, with where they stand."""
    text, sentence = figure.text, figure.sentence
    told = _told_in(text, *sentence)
    missed = _MISSED.search(text, *sentence) is not None
    for found in told.dates:
        start, end = sentence[0] + found.start, sentence[0] + found.end
        around = figure.clause_at((start, end))
        if side == "after" and around[1] <= figure.clause[0] and _is_done(text, around, others):
            continue
        own = _clause(figure, (start, end))
        over = side != "nearest" and _PAST.search(text, *own) is not None
        if side == "after" and not lacking:
            over = over and _INTENDED.search(text, *own) is None and not _holds_any(others, own)
        lies: Side = "before" if missed or over else "nearest" if side == "before" else side
        lies = "before" if _UNDONE.search(text, *around) else lies
        lies = "nearest" if lacking and lies == "after" and _is_just_past(found, today) else lies
        day = found.resolve(today, "after" if lies == "nearest" and _INFINITIVE.match(text, end) else lies)
        yield (start, end), day.isoformat() if day else text[start:end]
    for hit in told.words:
        yield hit.span(), _resolved(hit[0], today)
    for hit in told.months if side == "before" and today else ():
        month = months()[hit["month"].lower()]
        if today and _is_over(figure, hit.span(), before=month <= today.month):
            yield hit.span(), f"{hit['month'].lower()} {today.year - (month > today.month)}"


@dataclass(frozen=True, slots=True)
class _Told:
    """The dates, words for a day or year, and months of a sentence."""

    dates: tuple[FoundDate, ...]
    words: tuple[re.Match[str], ...]
    months: tuple[re.Match[str], ...]


@lru_cache(maxsize=8)  # each figure of a sentence asks for its days
def _told_in(text: str, first: int, last: int) -> _Told:
    dates = (found for found in find_dates(text[first:last]) if _holds(text, first + found.start, first + found.end))
    words = (hit for hit in _WORDS.finditer(text, first, last) if _TOLD.match(text, hit.end()) is None)
    return _Told(tuple(dates), tuple(words), tuple(_MONTH.finditer(text, first, last)))


def _holds(text: str, start: int, end: int) -> bool:
    """Whether a date is one by which something holds, and not that on which it was told."""
    return _BY.search(text, max(0, start - 24), start) is not None and _TOLD.match(text, end) is None


def _resolved(words: str, today: date | None) -> str:
    """Words for a day with the year that they mean: "eind dit jaar" in minutes of 2024 is "eind 2024"."""
    told = _RELATIVE.fullmatch(words)
    step = _YEARS.get((told["which"] or told["last"]).lower()) if told else None
    if told is None or step is None or today is None:
        return words.lower()
    return " ".join(filter(None, ((told["part"] or "").lower(), str(today.year + step))))


def _is_done(text: str, around: Place, others: Iterable[Number]) -> bool:
    """Whether a clause tells of a day on which something was done, and of no figure."""
    return _DONE.search(text, *around) is not None and not _holds_any(others, around)


def _holds_any(numbers: Iterable[Number], stretch: Place) -> bool:
    return any(stretch[0] <= one.start < stretch[1] for one in numbers)


def _is_anothers(figure: Figure, place: Place, beside: Iterable[Number], side: Side) -> bool:
    """Whether a day is one that the figure is compared with, or stands with another figure, in a part of its own."""
    text, number, sentence = figure.text, figure.number, figure.sentence
    start, end = place
    if end <= number.first and _DONE_BEFORE.match(text, end, number.first):
        return True
    if side == "after":
        return start > number.first and _RECALLING.match(text, end) is not None
    if _THAN.search(text, max(sentence[0], start - 30), start):
        return start > number.first  # "meer dan in 2022"
    cut = _PARTED.search(text, *_between(number, place))
    if cut is None and number.end <= start:
        cut = _AND.search(text, max(number.end, start - 20), start)
    if cut is None:
        return False
    own = (sentence[0], cut.start()) if end <= number.first else (cut.end(), sentence[1])
    return _holds_any(beside, own)


def _is_over(figure: Figure, place: Place, *, before: bool) -> bool:
    """Whether a month with which a number stands has been; one that comes later in the year only by what was."""
    text, stretch = figure.text, _clause(figure, place)
    if _TO_COME.search(text, *stretch) or stretch[0] == stretch[1]:
        return False
    told = _PAST.search(text, *stretch) or _COMPARED.search(text, stretch[0], figure.number.first)
    return told is not None or (before and _PERFECT.search(text, *stretch) is not None)


def _clause(figure: Figure, place: Place) -> Place:
    """The clause of a number where a day stands in it; else none of the text."""
    first, last = figure.clause
    between = _between(figure.number, place)
    inside = first <= place[0] and place[1] <= last and not _OTHER.search(figure.text, *between)
    return (first, last) if inside else (first, first)


def last_day(by: str) -> date | None:
    """The last day of a date, month, part of a year or year; None of other words.

    >>> last_day("mei 2024")
    datetime.date(2024, 5, 31)
    """
    if len(by) == len("2024-01-01") and by[:4].isdigit():
        return date.fromisoformat(by)
    told = _KNOWN.fullmatch(by)
    if told is None:
        return None
    word = (told["word"] or "eind").lower()
    month = _ENDS.get(word) or months().get(word)
    return month_end(int(told["year"]), month) if month else None


def _between(number: Number, place: Place) -> Place:
    """What stands between a number and a day."""
    return (place[1], number.first) if place[1] <= number.first else (number.end, place[0])


def _gap(number: Number, start: int, end: int) -> int:
    return number.first - end if end <= number.first else start - number.end
