"""Where a meeting was held: under a label, in the words that tell it, or beside the date or time in the head."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from lrtgraph.dutch.dates import find_dates
from lrtgraph.dutch.times import find_times
from lrtgraph.extraction.bodies import TABLE
from lrtgraph.extraction.letterhead import HEAD, TITLE, WEEKDAY, Value, label_pattern, only_date
from lrtgraph.records import Block

_TOWN = r"(?:[Dd]e[nr]?\s|'[st]-?\s?)?[A-Z][\w'’-]*(?:\s[A-Z(][\w'’-]*\)?|\s(?:aan|op|bij|den|de)\s[A-Z][\w'’-]+){0,4}"
_BUILDINGS = r"(?:provinciehuis|gemeentehuis|stadhuis|stadskantoor|raadhuis|ministerie|gouvernement|kantoor)"
_TELLS = (
    r"(?:[Gg]ehouden|[Vv]ond|[Pp]laatsgevonden|[Vv]indt|[Bb]ijeen(?:gekomen)?|[Bb]ij\s+elkaar|[Ss]amengekomen"
    r"|[Vv]ergaderden)\b(?:[^.;]|\.(?=\d)){0,90}?"
)
_ROOM = r"(?:(?:raads?|staten|burger|vergader|trouw)?zaal\s+van\s+het\s+(?=[a-z]))?"
"""Where in a building: "de raadzaal van het stadhuis"."""
_WITHIN = rf"(?:\s+(?:te|in)\s+{_TOWN})?(?:\s+\([^)]*\)|,\s+(?!aanvang)[A-Z][\w' -]+)?"
_HELD = re.compile(
    rf"(?<!\w){_TELLS}\s(?:te|in|op|bij)\s+(?:de|het)?\s*"
    rf"(?P<place>{_ROOM}(?:{_BUILDINGS}\s+(?:van\s+)?)?(?:{_TOWN}|{_BUILDINGS}){_WITHIN})"
    r"(?=\s*(?:,|\.|;|\Z|\b(?:aanvang|om|op|van|tijdens)\b))"
)
_BUILDING = re.compile(rf"(?:{_BUILDINGS}|zaal)\b", re.IGNORECASE)
_HOUSED = re.compile(
    rf"\b{_BUILDINGS}\b|\b(?:zaal|kamer|vergaderzaal|kasteel|huis\s+der\s+provincie|teams|webex|zoom|videovergadering"
    r"|videoverbinding|nieuwspoort|stadskasteel|toren)\b|\b[A-Z]\w+(?:straat|weg|laan|plein|markt|kade|singel)\s+\d+",
    re.IGNORECASE,
)
_SENDER = re.compile(r"Ministerie van (?:[A-Z]\w+|en|,|\s)+", re.IGNORECASE)
"""A ministry by its name alone is who sends the report; with a town behind it, it is where the meeting was."""
_ASIDE = re.compile(r"\s*\(?\b(?:concept|definitief|vastgesteld|vertrouwelijk|digitaal|versie)\b\)?\s*\Z", re.I)
_DATELINE = re.compile(
    r"(?P<place>(?:[Dd]e[nr]?\s|'[st]-?\s?)?[A-Z][\w'’-]+(?:\s(?:aan|op|bij|den|de|[A-Z][\w'’-]+)){0,3}),\s+"
)
_MEETS = re.compile(r"(?:vergadering|bijeenkomst|overleg|zitting|verslag|notitie)\b", re.IGNORECASE)
"""How a word ends that is no town: "Voortgangsbijeenkomst, 9 oktober 2024"."""
_BEHIND_DATE = re.compile(
    r",?\s+(?:in|te)\s+(?:de\s+|het\s+)?"
    rf"(?P<place>{_BUILDINGS}(?:\s+(?:van|te|in)\s+{_TOWN})?|(?:[Dd]en\s|'[st]-?\s?)?[A-Z][\w'’, -]+?)(?=\s*(?:\(|\Z))"
)
_APART = re.compile(r"\s*[),]?\s*(?:,|\||–|—|-|/|\()\s*(?:via\s+)?(?P<place>\S.*?)[\s.]*\Z")
_REMOTE = re.compile(r"\s*(?:uur)?\s*\((?P<place>digitaal|online)\)\s*", re.IGNORECASE)
"""Behind a day or a time, that nobody went anywhere."""
_CLOCKS = re.compile(
    r"(?:van\s+|om\s+)?\d{1,2}[.:]\d\d\s*(?:uur|u\.?)?\s*(?:(?:-|–|tot|t/m)\s*\d{1,2}[.:]\d\d)?\s*(?:uur|u\b\.?)?", re.I
)
_BEFORE_TIME = re.compile(r"[\s,;]*\b(?:aanvang|vanaf|van|om|op)\s*:?\s*(?:uur)?\s*\Z", re.IGNORECASE)
"""What is left of a time that was taken out behind a place: "Stadhuis van Alkmaar, aanvang"."""
_DAYS = re.compile(rf"\b{WEEKDAY}\b,?", re.I)

IsPlace = Callable[[str], bool]
"""Whether a town, municipality or province has this name."""


def read_place(values: Sequence[Value], head: Sequence[Block], lines: Sequence[str], is_place: IsPlace) -> str | None:
    """Where the meeting was held, or None.

    In: the labelled values, the blocks of the head, and the lines that the letterhead has in the document.
    """
    for value in values:
        if value.field == "place" and (place := _without_time(value.text, clocks="tijd" in value.form)):
            return place
    for value in values:
        if value.field == "date" and value.form.startswith("plaats") and (place := _before_day(value.text)):
            return place
        if value.field in ("date", "time") and find_times(value.text) and (place := _behind_time(value.text)):
            return place
    for block in head:
        if held := _HELD.search(block.text):
            return held["place"].strip()
        dated = block.kind == "letterhead" and find_dates(block.text) and find_times(block.text)
        if dated and (place := _behind_time(block.text)):
            return place
    return next((place for line in lines if (place := _in_line(line, is_place))), None) or _dateline(lines)


def dateline_day(text: str) -> date | None:
    """The day of a line that is a place and a date and nothing else: "Den Haag, 9 april 2024"."""
    line = _DATELINE.match(text)
    dates = find_dates(text)
    return dates[0].resolve() if line and dates and only_date(text[line.end() :]) else None


def head_lines(raw: str, head: Sequence[Block]) -> Iterator[str]:
    """The lines of the letterhead as the document has them, with single spaces, but for those of a list of contents."""
    for block in head:
        if block.kind in HEAD and block.text and block.section != "contents":
            start, end = block.raw(0, len(block.text))
            yield from (" ".join(line.split()) for line in raw[start:end].splitlines() if line.strip())


def _in_line(line: str, is_place: IsPlace) -> str | None:
    """The place in a line of the head: "4 april 2024 – Lelystad", "10u00 tot 11u45, Stadhuis Arnhem", "Teams"."""
    dates, times = find_dates(line), find_times(line)
    if not (dates or times):
        house, comma, town = line.rpartition(", ")
        if comma and is_place(town) and _is_house(house):
            return line
        sender = _SENDER.fullmatch(line) is not None
        housed = _HOUSED.match(line) and len(line.split()) <= 8 and not label_pattern().match(line)
        return line if housed and not sender else None
    spans = sorted([(day.start, day.end) for day in dates] + [(time.start, time.end) for time in times])
    behind = line[max(end for _, end in spans) :]
    behind = re.sub(r"\A\s*(?:uur|u\b\.?)", "", behind)
    if remote := _REMOTE.fullmatch(behind):
        return remote["place"]
    named = _BEHIND_DATE.match(behind) if dates else None
    apart = _APART.match(behind)
    for found in (named, apart):
        if found and _is_venue(place := _balanced(_ASIDE.sub("", found["place"]).strip(" ,")), is_place):
            return place
    ends = [0, *(end for _, end in spans)]
    for start, (end, _) in zip(ends, spans, strict=False):
        ahead = _DAYS.sub("", _BEFORE_TIME.sub("", line[start:end])).strip(" ,;|/(–-")
        ahead = re.sub(r"\A(?:te|in)\s+(?:de\s+|het\s+)?", "", ahead)
        if not ahead or label_pattern().match(ahead) or TITLE.search(ahead) or len(ahead.split()) > 6:
            continue
        if _is_venue(ahead, is_place) or (times and _BUILDING.match(ahead)):
            return ahead
    return None


def _is_house(words: str) -> bool:
    """A few words that may be the name of a building: capitalised, and neither a title nor a body's name."""
    few = words[:1].isupper() and len(words.split()) <= 6 and words.replace(" ", "").isalpha()
    return few and not (TITLE.search(words) or TABLE.search(words) or label_pattern().match(words))


def _is_venue(words: str, is_place: IsPlace) -> bool:
    """A building, an address or a room, or a town, possibly beside another word: "Abdij Middelburg"."""
    if not words or len(words.split()) > 10 or TITLE.search(words):
        return False
    parts = re.split(r",\s*|\s+(?:te|in)\s+", words)
    named = any(is_place(part.strip()) or is_place(part.split()[-1]) for part in parts if part.split())
    return bool(_HOUSED.search(words)) or ((named and words[0] in "'’") or (words[0].isupper() and named))


def _without_time(text: str, *, clocks: bool) -> str | None:
    """A place's value without date and time; a bare clock is one only under a label that announces it."""
    spans = [(found.start, found.end) for found in find_dates(text)] + [(t.start, t.end) for t in find_times(text)]
    for start, end in sorted(spans, reverse=True):
        text = text[:start] + text[end:]
    text = re.sub(r"\A\s*(?:van\s+)?(?:-|–|tot|uur|\s)+(?:uur)?\s*,?", "", text) if text[:1] in " -–" else text
    text = _BEFORE_TIME.sub("", text) if spans else text
    text = _DAYS.sub("", _CLOCKS.sub("", text) if clocks else text)
    return " ".join(text.split()).strip(" ,;.-–|/") or None


def _before_day(text: str) -> str | None:
    """The place before a day: "Utrecht, dinsdag 28 mei 2024"."""
    dates = find_dates(text)
    place = _DAYS.sub("", text[: dates[0].start]).strip(" ,;|/(–-") if dates else ""
    return place if place[:1].isupper() else None


def _behind_time(text: str) -> str | None:
    last = find_times(text)[-1].end
    rest = re.sub(r"\A\s*(?:uur|u\b\.?)?\)?\s*[,;|–-]?\s*(?:in|te|via|locatie:?)?\s*(?:de\s+|het\s+)?", "", text[last:])
    rest = _ASIDE.sub("", rest).strip(" ,;.|/")
    rest = _balanced(rest)
    return rest if rest[:1].isupper() and len(rest.split()) <= 10 and not label_pattern().match(rest) else None


def _balanced(words: str) -> str:
    """Without a bracket at the end, or before the first word, that has no other half."""
    words = words.lstrip("(") if words.count("(") > words.count(")") else words
    return words if words.count("(") >= words.count(")") else words.rstrip(")")


def _dateline(lines: Sequence[str]) -> str | None:
    """ "Soesterberg, 3 juni 2024", "Verslag van 3 juni 2024 te Soesterberg": a line that ends on a place and a date.

    The place is one that no list has; those that are known were found before.
    """
    for text in lines:
        line = _DATELINE.match(text)
        if (
            line
            and only_date(text[line.end() :])
            and not (TITLE.search(text) or TABLE.search(text) or _MEETS.search(text))
        ):
            return line["place"]
        dates = find_dates(text)
        if dates and (behind := _BEHIND_DATE.fullmatch(text, dates[-1].end)):
            return behind["place"]
    return None
