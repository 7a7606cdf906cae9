"""Dutch dates in text: found with their spans, resolved against a reference date.

Offsets count in the text given. Letters that scanning makes of digits are read as digits where a date stands
("l4 februari 2O24"); nothing here changes the text.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Literal

from lrtgraph.resources import table

Side = Literal["after", "before", "nearest"]

_DIGITS = str.maketrans("OoQlLIiıİ|", "0001111111")
_DAY = r"[0-3OlI|]?[0-9OolI|]"
_FIRST = re.compile(_DAY, re.IGNORECASE)
_YEAR = r"(?:[12lI|][0-9OolI|]{3})"
_WORD = re.compile(r"\w+")
_SIGNED = re.compile(r"[\doli|](?:[-/]\d|[-/.][\doli|]{1,2}[-/.]'?[\doli|])")
"""What a text in lower case holds wherever there is a date without the name of a month in it."""


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date as it stands in a text; `day` is None for a bare month, `year` None where none is given.

    `position` is "begin", "half" or "eind" where the text says so ("eind maart 2024").
    """

    start: int
    end: int
    day: int | None
    month: int
    year: int | None
    position: str | None = None

    @property
    def complete(self) -> bool:
        """Day, month and year are all given."""
        return self.day is not None and self.year is not None

    def resolve(self, reference: date | None = None, side: Side = "nearest") -> date | None:
        """The calendar day meant, or None for a bare month or where the year is unknown and cannot be deduced.

        A missing year is deduced from `reference`: the first such day on or after it, the last on or before
        it, or the nearest.

        >>> find_dates("bespreken op 5 juni")[0].resolve(date(2023, 4, 25), "after")
        datetime.date(2023, 6, 5)
        """
        if self.day is None:
            return None
        if self.year is not None:
            return _day(self.year, self.month, self.day)
        if reference is None:
            return None
        years = range(reference.year - 4, reference.year + 5)  # four years hold a 29 February
        days = [found for year in years if (found := _day(year, self.month, self.day))]
        if side == "after":
            days = [found for found in days if found >= reference][:1]
        elif side == "before":
            days = [found for found in days if found <= reference][-1:]
        return min(days, key=lambda found: (abs((found - reference).days), found), default=None)


@lru_cache(maxsize=64)  # several rules ask for those of the same sentence, one after the other
def find_dates(text: str) -> tuple[FoundDate, ...]:
    """All dates in a text, in order: "9 november 2022", "7 mrt", "26 en 27 september", "09-11-2022", "eind mei".

    >>> [(d.day, d.month, d.year) for d in find_dates("op 26 en 27 september en op l4 feb. 2O24")]
    [(26, 9, None), (27, 9, None), (14, 2, 2024)]
    """
    lower = text.lower()
    if months().keys().isdisjoint(_WORD.findall(lower)) and not _SIGNED.search(lower):
        return ()
    found: list[FoundDate] = []
    for match in _pattern().finditer(text):
        found.extend(_read(match))
    return tuple(found)


def typed(text: str) -> tuple[date, date] | None:
    """The first and the last day of a day, month or year as a person types it alone; None for anything else.

    >>> typed("12 maart 2025"), typed("2024-02")
    ((datetime.date(2025, 3, 12), datetime.date(2025, 3, 12)), (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29)))
    >>> typed("2025"), typed("vorig jaar")
    ((datetime.date(2025, 1, 1), datetime.date(2025, 12, 31)), None)
    """
    text = text.strip()
    if signed := re.fullmatch(r"((?:19|20)\d\d)(?:-(0[1-9]|1[0-2]))?", text):
        year, month = int(signed[1]), int(signed[2] or 0)
        return date(year, month or 1, 1), month_end(year, month or 12)
    found = find_dates(text)
    if len(found) != 1 or text[: found[0].start] + text[found[0].end :] or found[0].position:
        return None
    year, month, day = found[0].year or 0, found[0].month, found[0].resolve()
    if day or not year:
        return (day, day) if day else None
    return date(year, month, 1), month_end(year, month)


def in_iso(name: str) -> str:
    """A name with the day in it, if it has one, as ids and labels of meetings have it.

    >>> in_iso("LRT 9 november 2022"), in_iso("LRT")
    ('LRT 2022-11-09', 'LRT')
    """
    found = find_dates(name)
    day = found[0].resolve() if len(found) == 1 else None
    return f"{name[: found[0].start]}{day}{name[found[0].end :]}" if day else name


def iso(day: date | None) -> str | None:
    """A day as records write it, or none.

    >>> iso(date(2023, 11, 9))
    '2023-11-09'
    """
    return day.isoformat() if day else None


def month_end(year: int, month: int) -> date:
    """The last day of a month.

    >>> month_end(2024, 2)
    datetime.date(2024, 2, 29)
    """
    return date(year, month, calendar.monthrange(year, month)[1])


@cache
def months() -> dict[str, int]:
    """Every written form of a month, lower-case, with its number."""
    return {row["form"]: int(row["month"]) for row in table("months.csv")}


def _month() -> str:
    return "|".join(sorted(months(), key=len, reverse=True))


@cache
def _pattern() -> re.Pattern[str]:
    month = _month()
    return re.compile(
        rf"""(?<![\w.,/-])(?:(?=[\dOolI|])(?:
            (?P<iso>(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?![\w-])
          | (?P<d>{_DAY})(?P<s>[-/.])(?P<m>[01OlI|]?[0-9OolI|])(?P=s)'?(?P<y>{_YEAR}|\d\d(?!\d))(?![\w])
          | (?:(?<=\bop\s)|(?<=\bper\s)|(?<=\btot\s)|(?<=\bdd\s)|(?<=\bdd\.\s)|(?<=\bv[oó][oó]r\s)|(?<=\buiterlijk\s))
            (?P<bd>{_DAY})[-/](?P<bm>0?[1-9]|1[0-2])(?![\w/-])
          | (?P<firsts>(?:{_DAY}\s*(?:,|en|of|&|\+|t/m|tot\ en\ met|tot|-|–)\s*){{0,4}})
            (?P<day>{_DAY})(?:e|ste|de)?\s+(?P<name>{month})\b\.?(?:\s*(?P<year>{_YEAR})\b|\s+'(?P<short>\d\d)\b)?)
          | (?:(?P<position>begin|half|mid|medio|eind|einde)\s+)?(?P<alone>{month})\b\.?\s+(?P<ayear>{_YEAR})\b
          | (?P<placed>begin|half|mid|medio|eind|einde)\s+(?:van\s+)?(?P<pname>{month})\b
        )""",
        re.VERBOSE | re.IGNORECASE,
    )


def _read(match: re.Match[str]) -> Iterator[FoundDate]:
    start, end = match.span()
    if match["iso"]:
        year, month, day = map(int, match["iso"].split("-"))
        yield from _checked(start, end, day, month, year)
    elif match["s"]:
        yield from _checked(start, end, _number(match["d"]), _number(match["m"]), _full_year(match["y"]))
    elif match["bd"]:
        yield from _checked(start, end, _number(match["bd"]), _number(match["bm"]), None)
    elif match["day"]:
        yield from _by_name(match)
    else:
        name, position = match["alone"] or match["pname"], match["position"] or match["placed"]
        found_year = _number(match["ayear"]) if match["ayear"] else None
        yield FoundDate(start, end, None, months()[name.lower()], found_year, _POSITIONS.get((position or "").lower()))


def _by_name(match: re.Match[str]) -> Iterator[FoundDate]:
    """The days before the name of a month: "8, 9 en 10 mei 2024"."""
    month, year = months()[match["name"].lower()], _full_year(match["year"] or match["short"])
    for first in _FIRST.finditer(match["firsts"]):
        at = match.start("firsts")
        yield from _checked(at + first.start(), at + first.end(), _number(first[0]), month, year)
    yield from _checked(match.start("day"), _trim(match, match.end()), _number(match["day"]), month, year)


def _full_year(written: str | None) -> int | None:
    """A year in four digits, whether it is written in four or in two."""
    year = None if written is None else _number(written)
    return year if year is None or year > 99 else year + 2000


_POSITIONS = {"begin": "begin", "half": "half", "mid": "half", "medio": "half", "eind": "eind", "einde": "eind"}


def _trim(match: re.Match[str], end: int) -> int:
    """A full stop after an unabbreviated month ends the sentence and is no part of the date."""
    unabbreviated = match["year"] is None and match["short"] is None and len(match["name"]) > 4
    return end - 1 if unabbreviated and match[0].endswith(".") else end


def _checked(start: int, end: int, day: int, month: int, year: int | None) -> Iterator[FoundDate]:
    if _day(year if year is not None else 2000, month, day):  # 2000 has a 29 February
        yield FoundDate(start, end, day, month, year)


def _number(text: str) -> int:
    return int(text.translate(_DIGITS))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
