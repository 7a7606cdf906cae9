"""Dutch times of day in text, found with their spans: "16.40 uur", "10u00", "10-12 uur", "half tien".

Offsets count in the text given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from lrtgraph.dutch.numerals import numerals

_OFFICE_HOURS = 7
"""An hour in words below this is in the afternoon: "half twee" is 13:30."""


@dataclass(frozen=True, slots=True)
class FoundTime:
    """A time of day as it stands in a text: `clock` is "HH:MM"."""

    start: int
    end: int
    clock: str


def find_times(text: str) -> tuple[FoundTime, ...]:
    """All times of day that are marked as such, in order: by "uur", "u", a range, or in words.

    >>> [t.clock for t in find_times("15.30-17.00 uur")]
    ['15:30', '17:00']
    >>> [t.clock for t in find_times("10u00 tot 11u45; van half tien tot elf uur; 10-12 uur")]
    ['10:00', '11:45', '09:30', '11:00', '10:00', '12:00']
    """
    found: dict[int, FoundTime] = {}
    for match in _TIMES.finditer(text) if _MARKED.search(text) else ():
        for group in ("a", "b", "c", "d", "f1", "f2"):
            if match[group] and (clock := _clock(match[group])):
                found[match.start(group)] = FoundTime(*match.span(group), clock)
    for told in _told(text) if _may_tell(text.lower()) else ():
        found.setdefault(told.start, told)
    return tuple(found[start] for start in sorted(found))


_MINUTES = r"(?:[.:][0-5]\d|\s?u\s?[0-5]\d)"
_CLOCK = rf"(?:[01]?\d|2[0-4]){_MINUTES}"
_HOUR = r"(?:[01]?\d|2[0-4])"
_UNIT = r"\s*(?:uur|u\b)"
_TO = r"\s*(?:-|–|—|tot|t/m|/)\s*"
_BESIDE = re.compile(r"(?:vijf|tien|\d)\s+(?:voor|over)\s")
_MARKED = re.compile(r"\d(?:[.:]\d|\s*u)", re.IGNORECASE)
"""Without this there is none in digits."""
_TIMES = re.compile(
    rf"\b(?:aanvang|begin|start|einde|sluiting)\s*:?\s+(?P<d>(?:[01]?\d|2[0-4])[.:][0-5]\d)(?![.:]?\d|\s*(?:euro|miljoen|miljard|%|procent))|(?=\d)(?<![\d.,:])(?:(?P<a>{_CLOCK}|{_HOUR}(?={_UNIT}{_TO}{_CLOCK}|{_TO}(?:{_CLOCK}|{_HOUR}){_UNIT}))(?:{_UNIT}\.?)?{_TO}"
    rf"(?P<b>{_CLOCK}(?![.:]?\d)|{_HOUR}(?={_UNIT}))(?:{_UNIT})?"
    rf"|(?P<c>{_HOUR}[.:][0-5]\d(?={_UNIT})|{_HOUR}\s?u\s?[0-5]\d\b|{_HOUR}(?=\s*(?:uur|u\.)))"
    r"|(?P<f1>[01]\d[0-5]\d)\s*(?:uur\s*)?(?:-|–|tot)\s*(?P<f2>[012]\d[0-5]\d)(?=\s*(?:uur|u\b)))",
    re.IGNORECASE,
)
_FROM = re.compile(r"\bvan\s+\Z", re.IGNORECASE)
_TO_ONE = re.compile(r"\s+tot\b", re.IGNORECASE)
_POINT = re.compile(r"\b(?:om|tot|vanaf|rond)\s+\Z", re.IGNORECASE)


@cache
def _in_words() -> re.Pattern[str]:
    hour = "|".join(sorted((word for word, value in numerals().items() if value <= 12), key=len, reverse=True))
    beside = r"(?:om|tot|rond)\s+(?:vijf|tien|kwart|[1-9]|[12]\d)\s+(?:voor|over)"
    alone = rf"(?=\s+(?!een\b)(?:{hour})(?:\s+uur\b|\s*[.,;:)]|\s*\Z|\s+en\b))"
    return re.compile(
        rf"\b(?:(?P<part>half|kwart\s+(?:voor|over)|{beside}(?:\s+half|{alone}))"
        rf"\s+(?P<partial>{hour})(?:\s+uur)?"
        rf"|(?P<first>{hour})(?=\s+tot\s+(?:{hour})\s+uur)|(?P<whole>{hour})\s+uur)\b"
        r"(?!\s+(?:na|voor|lang|later|eerder)\b)",
        re.IGNORECASE,
    )


def _may_tell(lower: str) -> bool:
    """Whether a text (lower case) holds anything at all with which a time is told in words."""
    return "uur" in lower or "half" in lower or "kwart" in lower or _BESIDE.search(lower) is not None


def _told(text: str) -> Iterator[FoundTime]:
    """Times in words; "drie uur" is one only behind "om", "tot" or "vanaf", or in "van drie uur tot …", for it may be
    how long something took."""
    for match in _in_words().finditer(text):
        whole = match["whole"]
        before = text[max(0, match.start() - 8) : match.start()]
        if whole and not _POINT.search(before) and not (_FROM.search(before) and _TO_ONE.match(text, match.end())):
            continue
        hour = numerals()[(match["partial"] or match["first"] or whole).lower()]
        minutes = 60 * hour
        if part := match["part"]:
            minutes += _beside_hour(part.lower().split())
        if minutes < 60 * _OFFICE_HOURS:
            minutes += 12 * 60
        yield FoundTime(*match.span(), f"{minutes // 60:02d}:{minutes % 60:02d}")


def _beside_hour(words: list[str]) -> int:
    """How many minutes from the hour that follows: -30 for "half", 15 for "kwart over", -35 for "vijf voor half"."""
    half = -30 if words[-1] == "half" else 0
    if len(words) == 1:
        return half
    *_, many, side = words[:-1] if half else words
    minutes = 15 if many == "kwart" else int(many) if many.isdigit() else numerals()[many]
    return half + (minutes if side == "over" else -minutes)


def _clock(text: str) -> str | None:
    digits = re.findall(r"\d+", text)
    if len(digits) == 1 and len(digits[0]) == 4:
        digits = [digits[0][:2], digits[0][2:]]
    hours, minutes = int(digits[0]), int(digits[1]) if len(digits) > 1 else 0
    return f"{hours:02d}:{minutes:02d}" if hours <= 24 and minutes <= 59 else None
