"""When a meeting began and ended and where it was held: from its head, else from the words that open and close it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lrtgraph.dates import find_dates, find_times
from lrtgraph.extraction.letterhead import HEAD, TITLE, Value, label_pattern, only_date
from lrtgraph.records import Block, Layout

_OPENS = re.compile(r"\b(?:opent|opende|geopend|opening|aanvang|begint|start)\b", re.I)
_CLOSES = re.compile(r"\b(?:sluit|sloot|gesloten|sluiting|beëindigd|einde|afgesloten)\b", re.I)
_HELD = re.compile(
    r"\b(?:gehouden|plaatsgevonden)\b[^.;]{0,40}?\s(?:te|in)\s+"
    r"(?P<place>[A-Z'][\w' -]*?)(?=\s*(?:,|\.|;|\Z|\baanvang\b|\bom\b|\bop\b))"
)
_BUILDING = re.compile(r"(?:provinciehuis|gemeentehuis|stadhuis|stadskantoor|raadhuis|ministerie|zaal|kantoor)\b")
_ASIDE = re.compile(r"\s*\(?\b(?:concept|definitief|vastgesteld|vertrouwelijk)\b\)?\s*\Z", re.I)
_DATELINE = re.compile(
    r"(?P<place>(?:[Dd]e[nr]?\s|'[st]-?\s?)?[A-Z][\w'’-]+(?:\s(?:aan|op|bij|den|de|[A-Z][\w'’-]+)){0,3}),\s+"
)
_BEHIND_DATE = re.compile(r",?\s+(?:in|te)\s+(?P<place>(?:[Dd]en\s|'[st]-?\s?)?[A-Z][\w'’ -]+)")
_SITTING = re.compile(r"\b(?:vergadering|overleg|bijeenkomst|voorzitter|zitting|om)\b", re.I)
_CLOCKS = re.compile(
    r"(?:van\s+|om\s+)?\d{1,2}[.:]\d\d\s*(?:uur|u\.?)?\s*(?:(?:-|–|tot|t/m)\s*\d{1,2}[.:]\d\d)?\s*(?:uur|u\b\.?)?", re.I
)
_DAYS = re.compile(r"\b(?:maan|dins|woens|donder|vrij|zater|zon)dag\b,?", re.I)
SENTENCE = re.compile(r"(?<=[.?!;])\s+(?=[A-ZÀ-Þ(])")


def read_times(head: Sequence[Block], values: Sequence[Value], layout: Layout) -> tuple[str | None, str | None]:
    """When the meeting began and ended: from the letterhead, else from the words that open and close it."""
    start = end = None
    texts = [(value.field, value.text) for value in values if value.field != "other"]
    texts += [("date", block.text) for block in head if block.kind in HEAD]
    for name, text in texts:
        times = [found.clock for found in find_times(text)] or _bare_clocks(name, text)
        if name == "end":
            end = end or (times[0] if times else None)
        elif times:
            start = start or times[0]
            end = end or (times[1] if len(times) > 1 else None)
    for block in layout.blocks:
        if block.kind in HEAD or block.kind == "attendance":
            continue
        for sentence in SENTENCE.split(block.text):
            times = [found.clock for found in find_times(sentence)]
            if len(times) != 1 or not _SITTING.search(sentence):
                continue
            if _CLOSES.search(sentence) and end is None:
                end = times[0]
            elif (
                _OPENS.search(sentence)
                and start is None
                and re.search(r"\b(?:vergadering|overleg|voorzitter|bijeenkomst)\b", sentence, re.I)
            ):
                start = times[0]
    return start, end


def _bare_clocks(field: str, text: str) -> list[str]:
    """Under a label of time the word "uur" may be missing."""
    if field not in ("time", "end"):
        return []
    return [f"{int(hours):02d}:{minutes}" for hours, minutes in re.findall(r"\b([01]?\d|2[0-3])[.:]([0-5]\d)\b", text)]


def read_place(values: Sequence[Value], head: Sequence[Block]) -> str | None:
    """Where the meeting was held: under a label, or behind the time in the line that gives it."""
    for value in values:
        if value.field == "place" and (place := _without_time(value.text)):
            return place
    for value in values:
        if value.field in ("date", "time") and find_times(value.text) and (place := _behind_time(value.text)):
            return place
    for block in head:
        if block.kind != "letterhead":
            continue
        if held := _HELD.search(block.text):
            return held["place"].strip()
        if find_times(block.text):
            place = (_behind_time(block.text) if find_dates(block.text) else None) or _before_time(block.text)
            if place:
                return place
    return _before_date(head)


def _without_time(text: str) -> str | None:
    for found in reversed(find_dates(text)):
        text = text[: found.start] + text[found.end :]
    text = _DAYS.sub("", _CLOCKS.sub("", text))
    return " ".join(text.split()).strip(" ,;.-–|/") or None


def _behind_time(text: str) -> str | None:
    last = find_times(text)[-1].end
    rest = re.sub(r"\A\s*(?:uur|u\b\.?)?\s*[,;|–-]?\s*(?:in|te|locatie:?)?\s*", "", text[last:])
    rest = _ASIDE.sub("", rest).strip(" ,;.|/")
    return rest.rstrip(")") if rest[:1].isupper() and len(rest.split()) <= 10 else None


def _before_date(head: Sequence[Block]) -> str | None:
    """ "Den Haag, 3 juni 2024" or "Verslag van 3 juni 2024 te Den Haag": a line that ends on a place and a date."""
    for block in head:
        line = _DATELINE.match(block.text)
        if block.kind == "letterhead" and line and only_date(block.text[line.end() :]):
            return line["place"]
        dates = find_dates(block.text) if block.kind == "letterhead" else ()
        if dates and (behind := _BEHIND_DATE.fullmatch(block.text, dates[-1].end)):
            return behind["place"]
    return None


def _before_time(text: str) -> str | None:
    """ "Provinciehuis Zwolle, 14.00 - 16.10 uur": a line that gives place and time without labels."""
    place = text[: find_times(text)[0].start]
    place = place[max((found.end for found in find_dates(place)), default=0) :].strip(" ,;|/–-")
    plain = (
        (place[:1].isupper() or bool(_BUILDING.match(place))) and len(place.split()) <= 6 and not TITLE.search(place)
    )
    return place if plain and not label_pattern().match(place) else None
