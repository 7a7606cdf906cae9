"""Sentences that say of numbers of a list what came of them: "Actie 3 (factsheet) en actie 5 zijn afgerond"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lrtgraph.dutch.dates import find_dates
from lrtgraph.extraction.outcomes.closing import closes, reported
from lrtgraph.extraction.outcomes.marks.numbers import SERIES, number_in
from lrtgraph.extraction.outcomes.status import goes_on, is_closed, moved_term, told_words
from lrtgraph.records import Meeting, OutcomeKind, ReportedStatus

_NOUN: Final = r"(?:actie(?:punt)?(?:en|s)?|ap(?:['’]?s)?|toezegging(?:en)?|afspra(?:ak|ken))"
_POINT: Final = r"punt(?:en)?"
_CODE: Final = rf"(?:[A-Z]{{0,5}}\d\d-\d{{1,3}}|(?:{SERIES})?(?:(?:AP|[AST])[-.]?)?\d{{1,4}})(?![\w%]|[.,-]\d)"
_ONE: Final = rf"{_CODE}(?:\s*,?\s*\([^()]{{1,80}}\))?"
_AND: Final = r"(?:,|/|&|,?\s*\ben\b|,?\s*\bevenals\b|\bt/m\b|\btot\s+en\s+met\b)"
_JOINED: Final = rf"(?:\s*{_AND}\s*(?:de\s+)?(?:(?:{_NOUN}|{_POINT})\s*)?{_ONE})*"
_SUBJECT = re.compile(
    rf"""\b(?P<noun>{_NOUN})\s*(?:nrs?\.?|nummers?|\#)?\s*(?P<ones>{_ONE}{_JOINED})
    |\b(?P<point>{_POINT})\s+(?P<points>{_ONE}{_JOINED})(?P<of>\s+(?:van|op|uit)\s+de\s+(?:actie)\w*)?
    |\A\W*(?P<codes>(?-i:(?:{SERIES}(?:AP|[AST])?|[A-Z]{{0,5}}\d\d|[AT])-?\d{{1,3}})(?![\w%]|[.,-]\d)(?:\s*\([^()]{{1,80}}\))?{_JOINED})""",
    re.VERBOSE | re.IGNORECASE,
)
_EACH = re.compile(
    rf"(?P<through>\bt/m\b|\btot\s+en\s+met\b)?\s*(?<![\w-])(?P<code>{_CODE})(?:\s*,?\s*\((?P<hint>[^()]{{1,80}})\))?",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\([^()]*\)")
_LISTS = re.compile(r"\bactie(?:s|punten|lijst|-?\s?en\s+besluitenlijst)?\b", re.IGNORECASE)
_KINDS: Final[tuple[tuple[str, OutcomeKind], ...]] = (("toez", "toezegging"), ("afspr", "afspraak"))
_UNLESS = re.compile(
    r"\b(?:als|indien|wanneer|zodra|nadat|voordat|totdat|tot|of|mits|tenzij|na|vraagt|vragen|verzoekt|stelt\s+voor|voorstel"
    r"|betwist\w*|bestrijdt|ontken\w*|onjuist|twijfel\w*|niet\s+waar)\b",
    re.IGNORECASE,
)
"""Before a number: it is not said outright what came of it."""
_CLAUSE = re.compile(
    r"[;?]|\.(?:\s|\Z)|,?\s+(?:maar|terwijl)\s|(?:,|\s+en)\s+(?=(?:de\s+)?(?:actie|ap|toezegging|punt)\w*\s*\d)",
    re.IGNORECASE,
)
_LEADING = re.compile(r"\W*(?P<told>\w+)\s+(?:is|zijn)\s+(?:de\s+|het\s+|hiermee\s+|inmiddels\s+)*\Z", re.IGNORECASE)
_ROAD = re.compile(r"\b(?:af)?gesloten\b", re.IGNORECASE)
"""What is said of the A2 as well."""
_PREDICATE = re.compile(
    r"\s+(?:is|zijn|wordt|worden|kan|kunnen|mag|mogen|heeft|hebben|blijft|blijven|loopt|lopen|staat|staan|schuift|schuiven"
    r"|gaat|gaan|vervalt|vervallen)\b",
    re.IGNORECASE,
)
"""Behind a number: what is said of it, and no wording of the task."""
_NOT_YET = re.compile(
    r"(?:\A\W*|\b(?:is|zijn|heeft|hebben)\s+(?:[^\s.;,:]+\s+){0,4}?)nog\s+(?:niet|geen)\b", re.IGNORECASE
)
_OPENING = re.compile(
    r"\W*(?:(?:van|op|uit|bij)\s+(?:de\s+)?actie\w*(?:lijst)?\s*:?|(?-i:[A-Z])[\w&'’/]*\s*:)?\W*(?:de\s+)?",
    re.IGNORECASE,
)
"""What may stand before the numbers of which a sentence speaks: "Van de actielijst: punt 2", "COA: actie 3"."""
_ON_DAY = re.compile(r"(?:op|per|d\.d\.|dd\.?|in)?\s*", re.IGNORECASE)
_TO_CLOSE: Final = re.compile(rf"(?:{told_words('close')})\W*", re.IGNORECASE)
_ALONE: Final = re.compile(r"(?:\A|[→>:;,.–(-])\s*\Z")
"""Before a number that nobody is said to want closed: "→ actie 3 sluiten", but not "VNG wil actie 3 sluiten"."""
CLOSED: Final = frozenset({"done", "dropped", "removed"})
"""What may have come of a task of which nothing is left to do."""
_MOST: Final = 12
"""Numbers of "actie 3 t/m 7"; more are no range of a list."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """What came of one number of the list; `hint` are the words in the bracket behind it."""

    number: str
    hint: str
    status: ReportedStatus


def told_numbers(text: str, meeting: Meeting) -> Iterator[Numbered]:
    """The numbers of the list of which a sentence says how they stand.

    >>> said = "Actie 3 (brief) en 5 zijn afgerond, actie 4 loopt nog."
    >>> [(one.number, one.hint, one.status) for one in told_numbers(said, Meeting())]
    [('A3', 'brief', 'done'), ('A5', '', 'done'), ('A4', '', 'running')]
    >>> list(told_numbers("Zodra actie 3 is afgerond, volgt een brief.", Meeting()))
    []
    >>> said = ("Het lukt niet → actie 24-09 sluiten.", "VNG wil actie 3 sluiten.", "Actie 3: sluiten van de hal.")
    >>> [[told.status for told in told_numbers(one, Meeting())] for one in said]
    [['removed'], [], []]
    """
    if text.rstrip().endswith("?"):
        return
    for subject in _SUBJECT.finditer(text):
        ones = next(filter(None, subject.group("ones", "points", "codes")))
        if subject["point"] and not subject["of"] and not _LISTS.search(text, 0, subject.start()):
            continue
        status = _status(text, subject, meeting)
        if status is not None:
            noun = (subject["noun"] or "").lower()
            kind: OutcomeKind = next((kind for stem, kind in _KINDS if noun.startswith(stem)), "actie")
            yield from (Numbered(number, hint, status) for number, hint in _numbers(ones, kind))


def says_of_numbers(text: str, meeting: Meeting) -> ReportedStatus | None:
    """What a sentence that has numbers of the list for its subject says came of them, and nothing else; else None.

    >>> said = ("Actie 3 is afgerond.", "Actie 5: het gesprek heeft nog niet plaatsgevonden.", "Actie 3: kaart, klaar.")
    >>> [says_of_numbers(one, Meeting()) for one in said]
    ['done', 'running', None]
    """
    subject = _SUBJECT.search(text)
    if subject is None or not _OPENING.fullmatch(text, 0, subject.start()):
        return None
    behind = text[subject.end() :]
    outright = _PREDICATE.match(behind) or (is_closed(behind) and re.fullmatch(r"\W*\w+\W*", behind))
    if not outright and (_NOT_YET.search(behind) is None or not behind.startswith(":")):
        return None
    return next((told.status for told in told_numbers(text, meeting)), None)


def _status(text: str, subject: re.Match[str], meeting: Meeting) -> ReportedStatus | None:
    """What the clause around numbers says came of them."""
    if _UNLESS.search(text, 0, subject.start()):
        return None
    stop = _CLAUSE.search(text, subject.end())
    behind = _BRACKET.sub("", text[subject.end() : stop.start() if stop else len(text)])
    bracketed = text[: subject.start()].endswith(("(", "["))
    behind = _past_day(behind.strip(" :–—-,)]" if bracketed else " :–—-,"))
    if subject["codes"] and _ROAD.search(behind):
        return None
    if closes(behind, meeting):
        return reported(behind)
    if subject["noun"] and _TO_CLOSE.fullmatch(behind) and _ALONE.search(text, 0, subject.start()):
        return "removed"
    if not behind.strip(" ."):
        told = _told_before(text[: subject.start()], bracketed=bracketed)
        return reported(told) if told and closes(told, meeting) else None
    if moved_term(behind, meeting) is not None:
        return "moved"
    return "running" if goes_on(behind) or _NOT_YET.search(behind) else None


def _past_day(told: str) -> str:
    """What stands behind the day on which something was done: "op 28 februari gestuurd"."""
    day = next(iter(find_dates(told)), None)
    return told[day.end :].strip() if day is not None and _ON_DAY.fullmatch(told, 0, day.start) else told


def _told_before(text: str, *, bracketed: bool) -> str:
    """What is said before numbers with nothing behind: "Afgerond is actie 3", "De lijst is gestuurd (actie 3)"."""
    if bracketed:
        return re.split(r"[,;:.]\s", text.rstrip(" (["))[-1]
    before = _LEADING.search(text)
    return before["told"] if before else ""


def _numbers(ones: str, kind: OutcomeKind) -> Iterator[tuple[str, str]]:
    """Each number with the words in the bracket behind it; those in between where a range is told."""
    last = ""
    for found in _EACH.finditer(_spaced(ones)):
        number = number_in(found["code"], kind)
        if number is None:
            continue
        if found["through"] and last:
            yield from ((between, "") for between in _between(last, number))
        yield number, found["hint"] or ""
        last = number


def _spaced(ones: str) -> str:
    """Numbers without the nouns between them: "3, actie 5"."""
    return re.sub(rf"\b(?:de\s+)?(?:{_NOUN}|{_POINT})\s*(?=\d)", "", ones, flags=re.IGNORECASE)


def _between(first: str, last: str) -> Iterator[str]:
    one, other = (re.fullmatch(r"(\D*)(\d+)", number) for number in (first, last))
    if one and other and one[1] == other[1] and 0 < int(other[2]) - int(one[2]) <= _MOST:
        yield from (f"{one[1]}{number}" for number in range(int(one[2]) + 1, int(other[2])))
