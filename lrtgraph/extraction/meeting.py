"""Which meeting a document reports on: body, date or its bounds, times, place, and the minutes that it approved.

A date counts only where the document gives it as this meeting's: under a label such as "Vergaderdatum" or in the title
("LRT 9 november 2022"). A letterhead's "Datum" is when the report was written. Without a date, the approved minutes of
an earlier meeting come before it, and the report's date and events spoken of as still to come after it.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from lrtgraph.dates import FoundDate, find_dates, find_times
from lrtgraph.extraction.bodies import Bodies
from lrtgraph.records import Block, Document, Layout, Meeting
from lrtgraph.resources import resource

if TYPE_CHECKING:
    from lrtgraph.gazetteer import Gazetteer

_HEAD = frozenset({"letterhead", "furniture"})
_TITLE = re.compile(
    r"\b(?:(?:concept-?)?verslag|notulen|besluitenlijst|vergadering|overleg|bijeenkomst|regietafel|beraad)\b", re.I
)
_REPORT_CUE = re.compile(
    r"\b(?:concept\b[\s:,.(]{0,4}|(?:versie|opgesteld|opgemaakt|gereed|verzonden|verspreid|vastgesteld)\b[\w\s:,.]{0,20})\Z",
    re.I,
)
_WRITTEN = re.compile(r"\b(?:versie|opgesteld|opgemaakt|gereed|verzonden|verspreid)\b[\w\s:,.]{0,20}\Z", re.I)
_MINUTES = re.compile(r"\b(?:verslag|notulen|conceptverslag|concept-verslag|besluitenlijst|vergaderverslag)\b", re.I)
_APPROVED = re.compile(
    r"\b(?:vastgesteld|vast\s+te\s+stellen|vaststellen|vaststelling|geaccordeerd|akkoord|goedgekeurd|conform|ongewijzigd|stelt\b.*\bvast)\b",
    re.I,
)
_OWN = re.compile(
    r"\s*(?:van|d\.?d\.?)?\s*(?:de|het)?\s*(?:vorige|laatste)?\s*(?:vergadering|overleg|bijeenkomst)?\s*(?:van|d\.?d\.?|op)?\s*\Z",
    re.I,
)
_COMING = re.compile(
    r"\b(?:volgt|volgen|plaatsvind\w*|vind(?:t|en)\b.*\bplaats|gepland|geagendeerd|agenderen|bespreken|besproken|bespreekt"
    r"|behandelen|behandeld|behandelt|volgende?|eerstvolgende|zal|zullen|wordt|worden|gaat|gaan|ligt|liggen|komt|komen|start"
    r"|starten|begint|spreekt|spreken|bezoekt|bezoeken|debatteert|stemt|stemmen|verwacht)\b",
    re.I,
)
_PAST = re.compile(
    r"\b(?:jl\.?|j\.l\.|l\.l\.|afgelopen|vorige?|heeft|hebben|had|hadden|was|waren|werd|werden|vond|vonden|stond|gestuurd"
    r"|geweest|is\s+op|zijn\s+op)(?!\w)",
    re.I,
)
_EVENT_BEFORE = re.compile(
    r"(?:\b[Oo]p|\b[Vv]oor|:|\bnaar\s+[A-Z]+|\b(?:[A-Z]{2,6}|vergadering|overleg|BO|LRT)(?:\s+(?:is|van))?|dag,?)\s*\Z"
)
_SCHEDULED = re.compile(r"\b(?:gepland|geagendeerd|ingepland|geprikt|gereserveerd)\b", re.I)
_NEXT = re.compile(r"\b(?:eerst)?volgende?\b", re.I)
_ANNOUNCED = re.compile(r"\s*(?:,\s*)?(?:a\.?s\.?|aanstaande)(?!\w)", re.I)
_DEADLINE_BEFORE = re.compile(r"\b(?:uiterlijk|v[oó]ó?r)(?:\s+op)?\s*\Z", re.I)
_OUTCOME = re.compile(r"\b(?:actie|afspraak|toezegging|besluit)\b", re.I)
_OPENS = re.compile(r"\b(?:opent|opende|geopend|opening|aanvang|begint|start)\b", re.I)
_CLOSES = re.compile(r"\b(?:sluit|sloot|gesloten|sluiting|beëindigd|einde|afgesloten)\b", re.I)
_HELD = re.compile(
    r"\b(?:gehouden|plaatsgevonden)\b[^.;]{0,40}?\s(?:te|in)\s+"
    r"(?P<place>[A-Z'][\w' -]*?)(?=\s*(?:,|\.|;|\Z|\baanvang\b|\bom\b|\bop\b))"
)
_NEAR = 300
"""Characters around a date that tell what it is the date of."""
_BUILDING = re.compile(r"(?:provinciehuis|gemeentehuis|stadhuis|stadskantoor|raadhuis|ministerie|zaal|kantoor)\b")
_ASIDE = re.compile(r"\s*\(?\b(?:concept|definitief|vastgesteld|vertrouwelijk)\b\)?\s*\Z", re.I)
_DATELINE = re.compile(
    r"(?P<place>(?:[Dd]e[nr]?\s|'[st]-?\s?)?[A-Z][\w'’-]+(?:\s(?:aan|op|bij|den|de|[A-Z][\w'’-]+)){0,3}),\s+"
)
_BEHIND_DATE = re.compile(r",?\s+(?:in|te)\s+(?P<place>(?:[Dd]en\s|'[st]-?\s?)?[A-Z][\w'’ -]+)")
_SITTING = re.compile(r"\b(?:vergadering|overleg|bijeenkomst|voorzitter|zitting|om)\b", re.I)
_SENTENCE = re.compile(r"(?<=[.?!;])\s+(?=[A-ZÀ-Þ(])")
_CLOCKS = re.compile(
    r"(?:van\s+|om\s+)?\d{1,2}[.:]\d\d\s*(?:uur|u\.?)?\s*(?:(?:-|–|tot|t/m)\s*\d{1,2}[.:]\d\d)?\s*(?:uur|u\b\.?)?", re.I
)
_DAYS = re.compile(r"\b(?:maan|dins|woens|donder|vrij|zater|zon)dag\b,?", re.I)


@dataclass(frozen=True, slots=True)
class _Value:
    """What stands under a label of the letterhead: the field, the label's form, and the words behind it."""

    field: str
    form: str
    text: str


def read_meeting(document: Document, layout: Layout, gazetteer: Gazetteer) -> Meeting:
    """The meeting that a document reports on; what the document's metadata gives overrides the text.

    In: the document, its layout, and the gazetteer for the names of bodies. Out: dates ISO, times "HH:MM"; None
    where the text does not say it.
    """
    bodies = Bodies(gazetteer)
    head = [
        block for block in layout.blocks if block.kind in _HEAD or (block.item is None and block.kind == "paragraph")
    ]
    values = list(_values([block for block in head if block.kind in _HEAD]))
    body = _body(document, layout, head, bodies)
    stated = _stated_date(document, head, values, bodies, layout)
    report = _report_date(values, head, stated)
    minutes = list(_minutes(layout, bodies, stated or report))
    earliest = max((day for _, day, _ in minutes if stated is None or day < stated), default=None)
    start, end = _times(head, values, layout)
    approves = tuple(
        dict.fromkeys((who or body, day.isoformat()) for who, day, approved in minutes if approved and (who or body))
    )
    latest = _latest(layout, earliest, report) if stated is None else stated
    earliest = stated or earliest
    return Meeting(
        body, _iso(stated), _iso(earliest), _iso(latest), start, end, _place(values, head), _iso(report),
        tuple((who, day) for who, day in approves if who),
    )  # fmt: skip


@cache
def _labels() -> dict[str, str]:
    with resource("data", "meeting_labels.csv").open(encoding="utf-8", newline="") as file:
        return {row["form"]: row["field"] for row in csv.DictReader(file)}


@cache
def _label_pattern() -> re.Pattern[str]:
    forms = "|".join(re.escape(form).replace("\\ ", r"\s+") for form in sorted(_labels(), key=len, reverse=True))
    return re.compile(rf"(?:(?<=\s)|(?<=\|)|\A)(?P<form>{forms})(?!\w)(?P<sign>\s*[:|])?\s*", re.IGNORECASE)


def _values(head: Sequence[Block]) -> Iterator[_Value]:
    """The labelled values of the letterhead; a label on its own takes the date that the next block is."""
    for index, block in enumerate(head):
        found = [
            match
            for match in _label_pattern().finditer(block.text)
            if match["sign"]
            or (match.start() == 0 and (match.end() == len(block.text) or match["form"][0].isupper()))
            or (match["form"][0].isupper() and block.text[match.end() : match.end() + 1].isdigit())
        ]
        for position, match in enumerate(found):
            end = found[position + 1].start() if position + 1 < len(found) else len(block.text)
            form = " ".join(match["form"].lower().split())
            text = block.text[match.end() : end].strip(" ,;|")
            if not text and index + 1 < len(head) and _only_date(head[index + 1].text):
                text = head[index + 1].text
            yield _Value(_labels()[form], form, text)


def _only_date(text: str) -> bool:
    dates = find_dates(text)
    return bool(dates) and dates[0].complete and len(text) - (dates[0].end - dates[0].start) <= 14


def _body(document: Document, layout: Layout, head: Sequence[Block], bodies: Bodies) -> str | None:
    """The body that met: from the metadata, the title, the minutes it approved, or "the next LRT"."""
    if document.metadata.body:
        return bodies.resolve(document.metadata.body) or document.metadata.body
    scored: dict[str, float] = {}
    for rank, block in enumerate(head):
        titled = bool(_TITLE.search(block.text)) + bool(find_dates(block.text))
        for notation, _, _ in bodies.find(block.text):
            weight = 3 + titled - min(rank, 20) / 20 if bodies.is_table(notation) else 0.5
            scored[notation] = max(scored.get(notation, 0), weight)
    if not scored or max(scored.values()) < 1:
        for block in layout.blocks:
            if block.kind in _HEAD or block.kind == "attendance":
                continue
            for notation, start, end in bodies.find(block.text):
                if bodies.is_table(notation):
                    before = block.text[max(0, start - 40) : start].lower()
                    weight = 1.0 if re.search(r"verslag van (?:de |het )?\Z", before) else 0.0
                    weight += 0.5 * bool(re.search(r"\b(?:volgende|vorige|deze)\s\Z", before))
                    weight += 0.1 * (block.text[end : end + 6].lower() in ("-leden", " leden"))
                    scored[notation] = scored.get(notation, 0) + weight
    best = max(scored.items(), key=lambda pair: pair[1], default=(None, 0.0))
    return best[0] if best[1] > 0 else None


def _stated_date(
    document: Document, head: Sequence[Block], values: Sequence[_Value], bodies: Bodies, layout: Layout
) -> date | None:
    """The meeting's own date: from the metadata, a label, the title, or the words that open the meeting."""
    if document.metadata.date:
        return date.fromisoformat(document.metadata.date[:10])
    for value in values:
        if value.field == "date" and (day := _first_day(value.text)):
            return day
    timed = any(value.field in ("time", "place", "end") and value.text for value in values)
    for value in values:
        if value.field == "dated" and (day := _first_day(value.text)) and (timed or find_times(value.text)):
            return day
    if (day := _under_title(head, values)) is not None:
        return day
    for block in head:
        labelled = _label_pattern().match(block.text)
        if (
            labelled
            and _labels().get(labelled["form"].lower()) != "date"
            and (labelled["sign"] or labelled["form"].lower() == "datum")
        ):
            continue
        named = bodies.find(block.text) or _TITLE.search(block.text)
        for found in find_dates(block.text):
            before = block.text[max(0, found.start - _NEAR) : found.start]
            if found.complete and named and not _REPORT_CUE.search(before) and not _MINUTES_BEFORE.search(before):
                return found.resolve()
    for block in layout.blocks[:60]:
        for sentence in _SENTENCE.split(block.text):
            opening = re.search(r"\bopent\b.*\b(?:vergadering|overleg|bijeenkomst)\b.*\b(?:van|op)\s", sentence, re.I)
            dates = [found for found in find_dates(sentence) if found.complete]
            if opening and dates and dates[0].start <= opening.end() + 12:
                return dates[0].resolve()
    return None


def _under_title(head: Sequence[Block], values: Sequence[_Value]) -> date | None:
    """ "Datum: vrijdag 8 maart 2024" under the title, without the letterhead of a report and without another date."""
    if any(value.field in ("date", "report") or value.form.endswith("kenmerk") for value in values):
        return None
    if sum(any(found.complete for found in find_dates(block.text)) for block in head) != 1:
        return None
    titled = False
    for block in head:
        match = _label_pattern().match(block.text)
        if match and titled and match["sign"] and _labels().get(match["form"].lower()) == "dated":
            return _first_day(block.text)
        titled = titled or bool(_TITLE.search(block.text))
    return None


_MINUTES_BEFORE = re.compile(r"\b(?:vaststell\w*|goedkeur\w*)\b.*\Z", re.I)


def _report_date(values: Sequence[_Value], head: Sequence[Block], stated: date | None) -> date | None:
    """When the report was written: under a label, or in the head behind words such as "versie"."""
    for wanted in ("report", "dated"):
        for value in values:
            if value.field == wanted and (day := _first_day(value.text)):
                if wanted == "dated" and day == stated and _is_meetings_own(values):
                    continue
                return day
    for block in head:
        for found in find_dates(block.text):
            if found.complete and _WRITTEN.search(block.text[max(0, found.start - _NEAR) : found.start]):
                return found.resolve()
    return None


def _is_meetings_own(values: Sequence[_Value]) -> bool:
    """ "Datum" beside a time or place is the meeting's, unless another label gives that."""
    return not any(value.field == "date" and _first_day(value.text) for value in values)


def _first_day(text: str) -> date | None:
    return next((found.resolve() for found in find_dates(text) if found.complete), None)


def _minutes(layout: Layout, bodies: Bodies, reference: date | None) -> Iterator[tuple[str | None, date, bool]]:
    """Minutes of earlier meetings that the text speaks of: their body if named, their date, and whether approved."""
    settled = {
        block.item
        for block in layout.blocks
        if block.item is not None and _MINUTES.search(block.text) and _APPROVED.search(block.text)
    }
    for block in layout.blocks:
        if block.kind in _HEAD or block.kind == "attendance":
            continue
        approved = block.item in settled or bool(_APPROVED.search(block.text))
        for match in _MINUTES.finditer(block.text):
            sentence_end = _SENTENCE.search(block.text, match.end(), match.end() + 142)
            stretch = block.text[
                match.end() : min(sentence_end.start() if sentence_end else len(block.text), match.end() + 140)
            ]
            dates = find_dates(stretch)
            if not dates or dates[0].day is None:
                continue
            day = dates[0].resolve(reference, "before")
            if day is None or (reference and day > reference):
                continue
            between = stretch[: dates[0].start]
            named = [notation for notation, _, _ in bodies.find(between) if bodies.is_table(notation)]
            yield named[0] if named else None, day, approved and (bool(named) or bool(_OWN.match(between)))


def _latest(layout: Layout, earliest: date | None, report: date | None) -> date | None:
    """The first day that must lie after the meeting: the report's date or an event still to come."""
    events = list(_coming(layout, earliest, report))
    sure = [day for day, deadline in events if not deadline]
    bounds = [*sure, *([report] if report else [])] or [day for day, _ in events]
    return min(bounds, default=None)


def _coming(layout: Layout, earliest: date | None, report: date | None) -> Iterator[tuple[date, bool]]:
    """Days of events spoken of as still to come; those that are the deadline of an action are marked."""
    for block in layout.blocks:
        if block.kind in _HEAD or block.kind in ("attendance", "heading"):
            continue
        labelled = bool(_OUTCOME.match(block.text))
        for sentence in _SENTENCE.split(block.text):
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
    before = sentence[max(0, found.start - _NEAR) : found.start]
    after = sentence[found.end : found.end + _NEAR]
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


def _times(head: Sequence[Block], values: Sequence[_Value], layout: Layout) -> tuple[str | None, str | None]:
    """When the meeting began and ended: from the letterhead, else from the words that open and close it."""
    start = end = None
    texts = [(value.field, value.text) for value in values if value.field != "other"]
    texts += [("date", block.text) for block in head if block.kind in _HEAD]
    for name, text in texts:
        times = [found.clock for found in find_times(text)] or _bare_clocks(name, text)
        if name == "end":
            end = end or (times[0] if times else None)
        elif times:
            start = start or times[0]
            end = end or (times[1] if len(times) > 1 else None)
    for block in layout.blocks:
        if block.kind in _HEAD or block.kind == "attendance":
            continue
        for sentence in _SENTENCE.split(block.text):
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


def _place(values: Sequence[_Value], head: Sequence[Block]) -> str | None:
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
        if block.kind == "letterhead" and line and _only_date(block.text[line.end() :]):
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
        (place[:1].isupper() or bool(_BUILDING.match(place))) and len(place.split()) <= 6 and not _TITLE.search(place)
    )
    return place if plain and not _label_pattern().match(place) else None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
