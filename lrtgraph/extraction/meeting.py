"""Which meeting a document reports on: body, date or its bounds, times, place, and the minutes that it approved.

A date counts only where the document gives it as this meeting's: under a label such as "Vergaderdatum" or in the title
("LRT 9 november 2022"). A letterhead's "Datum" is when the report was written. Without a date, the approved minutes of
an earlier meeting come before it, and the report's date and events spoken of as still to come after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from lrtgraph.dates import FoundDate, find_dates
from lrtgraph.extraction.bodies import Bodies
from lrtgraph.extraction.letterhead import (
    HEAD,
    TITLE,
    Value,
    first_day,
    label_pattern,
    labels,
    read_values,
)
from lrtgraph.extraction.sitting import SENTENCE, read_times
from lrtgraph.extraction.venue import dateline_day, head_lines, read_place
from lrtgraph.records import Block, Document, Layout, Meeting
from lrtgraph.times import find_times
from lrtgraph.titles import title_words

if TYPE_CHECKING:
    from lrtgraph.gazetteer import Gazetteer

_REPORT_CUE = re.compile(
    r"\b(?:concept\b[\s:,.(]{0,4}|(?:versie|opgesteld|opgemaakt|gereed|verzonden|verspreid|vastgesteld)\b[\w\s:,.]{0,20})\Z",
    re.I,
)
_WRITTEN = re.compile(r"\b(?:versie|opgesteld|opgemaakt|gereed|verzonden|verspreid)\b[\w\s:,.]{0,20}\Z", re.I)
_MINUTES = re.compile(
    r"\b(?:verslag(?:en)?|notulen|conceptverslag|concept-verslag|besluitenlijst|vergaderverslag)\b", re.I
)
_APPROVED = re.compile(
    r"\b(?:vastgesteld|vast\s+te\s+stellen|vaststellen|vaststelling|geaccordeerd|akkoord|goedgekeurd|conform|ongewijzigd|stelt\b.*\bvast)\b",
    re.I,
)
_JOINED = re.compile(
    r"\s*(?:,|en|,\s+en)\s+(?:(?:van|d\.?d\.?|dat|die|de|het|verslag|conceptverslag|notulen|vergadering|overleg|[A-Z]\w*)\s+){0,6}"
)
"""Between the days of two minutes: "31 januari en van de HLRT van 14 februari"."""
_OWN = re.compile(
    r"\s*(?:van|d\.?d\.?)?\s*(?:de|het)?\s*(?:vorige|laatste)?\s*(?:vergadering|overleg|bijeenkomst)?\s*(?:van|d\.?d\.?|op)?\s*\Z",
    re.I,
)
_COMING = re.compile(
    r"\b(?:volgt|volgen|plaatsvind\w*|vind(?:t|en)\b.*\bplaats|gepland|geagendeerd|agenderen|bespreken|besproken|bespreekt"
    r"|behandelen|behandeld|behandelt|volgende?|eerstvolgende|zal|zullen|wordt|worden|gaat|gaan|ligt|liggen|komt|komen|start"
    r"|starten|begint|spreekt|spreken|bezoekt|bezoeken|debatteert|stemt|stemmen|verwacht|nadert|naderen|ten\s+behoeve\s+van"
    r"|(?:in|ter)\s+voorbereiding\s+(?:op|van))\b",
    re.I,
)
_PAST = re.compile(
    r"\b(?:jl\.?|j\.l\.|l\.l\.|afgelopen|vorige?|heeft|hebben|had|hadden|was|waren|werd|werden|moest|moesten|kon|konden|bleek|bleken|vond|vonden|stond|gestuurd"
    r"|geweest|is\s+op|zijn\s+op)(?!\w)",
    re.I,
)
_EVENT_BEFORE = re.compile(
    r"(?:\b[Oo]p|\b[Vv]oor|:|\bnaar\s+[A-Z]+|\b(?:[A-Z]{2,6}|vergadering|overleg|BO|LRT)(?:\s+(?:is|van))?|dag,?"
    r"|\b(?:[Ee]inddatum|[Dd]eadline|[Tt]ermijn|[Pp]eildatum|[Vv]eiligheidsberaad|[Bb]eraad|[Dd]ebat|[Ss]essie|[Bb]ijeenkomst|[Rr]egietafel)"
    r"\s+van)\s*\Z"
)
_SCHEDULED = re.compile(r"\b(?:gepland|geagendeerd|ingepland|geprikt|gereserveerd)\b", re.I)
_NEXT = re.compile(r"\b(?:eerst)?volgende?\b", re.I)
_ANNOUNCED = re.compile(r"\s*(?:,\s*)?(?:a\.?s\.?|aanstaande)(?!\w)", re.I)
_DEADLINE_BEFORE = re.compile(r"\b(?:uiterlijk|v[oó]ó?r)(?:\s+op)?\s*\Z", re.I)
_OUTCOME = re.compile(r"\b(?:actie|afspraak|toezegging|besluit)\b", re.I)
_SUBJECT = frozenset({"betreft", "onderwerp"})
_TOLD = re.compile(
    r"(?:(?:concept-?\s?)?verslag|notulen|besluitenlijst|terugkoppeling|samenvatting|impressie|weergave|aantekeningen|gespreksverslag)\b",
    re.I,
)
_OPENS_ON_DAY = re.compile(r"(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag\s+)?\d{1,2}\s+\w{3,9}\.?\s+20\d\d\b", re.I)
"""How a line begins that gives the day, the place and the time: "Dinsdag 23 augustus 2022 | raadhuis | 16.00 uur"."""
_BESIDE = 16
"""Characters between the day of a meeting and its time: "Middelburg, 19 september 2024, 10.00-11.45 uur"."""
_OF_REPORT = frozenset({"verslag", "verslag d.d."})
"""Labels whose date is the report's where it lies after the meeting's."""
_PARTNERS = re.compile(
    r"\b(?:overleg|gesprek|bijeenkomst|afstemming|sessie)\b[^.;:()]{0,60}?\b(?:met|tussen)\b[^.;:()]*\Z", re.I
)
"""Behind it stand those who take part: "bestuurlijk overleg SJenV met VNG, IPO en VB"."""
_VESTIBULE = re.compile(r"\bvoorportaal\b[^.;:]{0,20}\Z", re.I)
"""A meeting of officials before that of the body: "Ambtelijk voorportaal LRT"."""
_TITLED = 3
"""The least weight of a body that the title names."""
_MASTHEAD = 3
"""Blocks of the head in which the host of a meeting stands."""
_TOLD_LATER = 0.5
"""How much less a body in running text weighs than one in the title."""
_NEAR = 300
"""Characters around a date that tell what it is the date of."""


def read_meeting(document: Document, layout: Layout, gazetteer: Gazetteer) -> Meeting:
    """The meeting that a document reports on; what the document's metadata gives overrides the text.

    In: the document, its layout, and the gazetteer for the names of bodies. Out: dates ISO, times "HH:MM"; None
    where the text does not say it.
    """
    bodies = Bodies(gazetteer)
    head = [
        block
        for block in layout.blocks
        if (block.kind in HEAD and block.section != "signature") or (block.item is None and block.kind == "paragraph")
    ]
    values = list(read_values([block for block in head if block.kind in HEAD]))
    body = _body(document, layout, head, bodies)
    stated = _stated_date(document, head, values, bodies, layout)
    letters = [block for block in head if (day := dateline_day(block.text)) and stated and day != stated]
    head = [block for block in head if block not in letters]
    report = _report_date(values, head, stated) or next((dateline_day(block.text) for block in letters), None)
    report = report or _noted_date(layout, stated)
    minutes = list(_minutes(layout, bodies, stated or report))
    earliest = max((day for _, day, _ in minutes if stated is None or day < stated), default=None)
    start, end = read_times(head, values, layout)
    lines = [bodies.masked(line) for line in head_lines(document.text, head)]
    place = read_place(values, head, lines, lambda name: any(c.cls == "Place" for c in gazetteer.find(name)))
    approves = tuple(
        dict.fromkeys((who or body, day.isoformat()) for who, day, approved in minutes if approved and (who or body))
    )
    latest = _latest(layout, earliest, report) if stated is None else stated
    earliest = stated or earliest
    return Meeting(
        body, _iso(stated), _iso(earliest), _iso(latest), start, end, place, _iso(report),
        tuple((who, day) for who, day in approves if who),
    )  # fmt: skip


def _body(document: Document, layout: Layout, head: Sequence[Block], bodies: Bodies) -> str | None:
    """The body that met: from the metadata, the title, the minutes it approved, or "the next LRT"."""
    if document.metadata.body:
        return bodies.resolve(document.metadata.body) or document.metadata.body
    scored: dict[str, float] = {}
    for rank, block in enumerate(head):
        titled = bool(TITLE.search(block.text)) + bool(find_dates(block.text))
        for notation, start, end in bodies.find(block.text):
            if block.text[max(0, start - 1) : start] == "(" and block.text[end : end + 1] == ",":
                continue  # one of those who take part: "Stuurgroep Oekraïne (VB, VNG, IPO)"
            if _PARTNERS.search(block.text, 0, start) or _VESTIBULE.search(block.text, 0, start):
                continue
            weight = 3 + titled - min(rank, 20) / 20 if bodies.is_table(notation) else 0.5
            weight *= 1 if block.kind in HEAD else _TOLD_LATER
            scored[notation] = max(scored.get(notation, 0), weight)
    if not scored or max(scored.values()) < 1:
        for block in layout.blocks:
            if block.kind in HEAD or block.kind == "attendance":
                continue
            for notation, start, end in bodies.find(block.text):
                if bodies.is_table(notation):
                    before = block.text[max(0, start - 40) : start].lower()
                    weight = 1.0 if re.search(r"\bverslag (?:van )?(?:de |het )?\Z", before) else 0.0
                    weight += 0.5 * bool(re.search(r"\b(?:volgende|vorige|deze)\s\Z", before))
                    weight += 0.1 * (block.text[end : end + 6].lower() in ("-leden", " leden"))
                    scored[notation] = scored.get(notation, 0) + weight
    host = next((found for block in head[:_MASTHEAD] if (found := bodies.host(block.text))), None)
    if host is not None and max(scored.values(), default=0) < _TITLED:
        return host
    best = max(scored.items(), key=lambda pair: pair[1], default=(None, 0.0))
    return best[0] if best[1] > 0 else None


def _stated_date(
    document: Document, head: Sequence[Block], values: Sequence[Value], bodies: Bodies, layout: Layout
) -> date | None:
    """The meeting's own date: from the metadata, a label, the title, or the words that open the meeting."""
    if document.metadata.date:
        return date.fromisoformat(document.metadata.date[:10])
    for value in values:
        if value.field == "date" and (day := first_day(value.text) or _day_of_year(value, values)):
            return day
    for value in values:
        if value.form in _SUBJECT and (day := _of_subject(value.text, bodies)) is not None:
            return day
    timed = {value.titled for value in values if value.field in ("time", "place", "end") and value.text}
    for value in values:
        own = value.titled in timed or find_times(value.text)  # above the title it is the letter's date
        if value.field == "dated" and own and (day := first_day(value.text)):
            return day
    if (day := _under_title(document.text, head, values)) is not None:
        return day
    for block in head:
        labelled = label_pattern().match(block.text)
        if (
            labelled
            and labels().get(labelled["form"].lower()) != "date"
            and (labelled["sign"] or labelled["form"].lower() == "datum")
            and not _tells_subject(labelled["form"], block.text)
        ):
            continue
        headed = block.kind in HEAD
        words = title_words() if headed else TITLE
        named = bool(bodies.find(block.text) or words.search(block.text))
        opening = _OPENS_ON_DAY.match(block.text) if headed else None
        named = named or (opening is not None and bool(find_times(block.text)))
        clocks = [found.start for found in find_times(block.text)] if headed else []
        for found in find_dates(block.text):
            beside = any(0 <= at - found.end <= _BESIDE for at in clocks)
            before = block.text[max(0, found.start - _NEAR) : found.start]
            if (
                found.complete
                and (named or beside)
                and not _REPORT_CUE.search(before)
                and not _MINUTES_BEFORE.search(before)
            ):
                return found.resolve()
    for block in layout.blocks[:60]:
        for sentence in SENTENCE.split(block.text):
            opening = re.search(r"\bopent\b.*\b(?:vergadering|overleg|bijeenkomst)\b.*\b(?:van|op)\s", sentence, re.I)
            dates = [found for found in find_dates(sentence) if found.complete]
            if opening and dates and dates[0].start <= opening.end() + 12:
                return dates[0].resolve()
    return None


def _tells_subject(form: str, text: str) -> bool:
    """ "Betreft: verslag van de LRT van 4 april 2024" names the meeting."""
    return form.lower() in _SUBJECT and bool(_MINUTES.search(text))


def _of_subject(text: str, bodies: Bodies) -> date | None:
    """The day of a subject that is a meeting: "LRT 30 mei 2024", "terugkoppeling PRT Utrecht, 23 februari 2024"."""
    told = _TOLD.match(text)
    tables = [start for notation, start, _ in bodies.find(text) if bodies.is_table(notation)]
    if not tables or not (told or tables[0] == 0):
        return None
    return first_day(text)


def _day_of_year(value: Value, values: Sequence[Value]) -> date | None:
    """A date without a year is of the year of the report's: "Wanneer: 4 april", "Datum: 9 april 2024"."""
    report = next(
        (day for other in values if other.field in ("report", "dated") and (day := first_day(other.text))), None
    )
    found = next((found for found in find_dates(value.text) if found.day is not None), None)
    return found.resolve(report, "before") if found and report else None


def _under_title(text: str, head: Sequence[Block], values: Sequence[Value]) -> date | None:
    """The day right under the title, alone or behind "Datum:", without a report's letterhead and without another date.

    A tab behind the label, as in a table of labels, is as good as a colon.
    """
    if any((value.field in ("date", "report") and value.text) or value.form.endswith("kenmerk") for value in values):
        return None
    dated = [block for block in head if any(found.complete for found in find_dates(block.text))]
    dated = [block for block in dated if not _tells_other(block)]
    if len(dated) != 1 or sum(found.complete for found in find_dates(dated[0].text)) != 1:
        return None
    above = head[: head.index(dated[0])]
    titled = any(title_words().search(block.text) or TITLE.search(block.text) for block in above)
    match = label_pattern().match(dated[0].text)
    if titled and match and labels().get(match["form"].lower()) == "dated":
        offsets = dated[0].offsets
        between = text[offsets[match.end("form") - 1] : offsets[min(match.end(), len(offsets) - 1)]]
        if match["sign"] or "\t" in between or _PLACED.search(dated[0].text):
            return first_day(dated[0].text)
    return first_day(dated[0].text) if titled and len(above) <= 2 and _LONE_DAY.fullmatch(dated[0].text) else None


def _tells_other(block: Block) -> bool:
    """A label says that a date is neither the meeting's nor the letter's: "Status: vastgesteld op 29 juni 2022"."""
    match = label_pattern().match(block.text)
    return match is not None and bool(match["sign"]) and labels().get(match["form"].lower()) == "other"


_LONE_DAY = re.compile(
    r"(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag,?\s+)?\d{1,2}[ ./-](?:\d{1,2}|[a-z]{3,9}\.?)[ ./-]20\d\d", re.I
)
_PLACED = re.compile(r"\b20\d\d\s*[,|]\s*(?:[A-Z]|\d{1,2}[.:]\d\d)")
"""A place or a time behind a date: "Datum 29 augustus 2022, Den Haag"."""
_MINUTES_BEFORE = re.compile(r"\b(?:vaststell\w*|goedkeur\w*)\b.*\Z", re.I)


def _report_date(values: Sequence[Value], head: Sequence[Block], stated: date | None) -> date | None:
    """When the report was written: under a label, or in the head behind words such as "versie"."""
    for wanted in ("report", "dated"):
        for value in values:
            if value.field == wanted and (day := first_day(value.text)):
                if wanted == "dated" and day == stated and _is_meetings_own(values):
                    continue
                return day
    for value in values:
        day = first_day(value.text)
        if value.form in _OF_REPORT and stated and day and day > stated:
            return day
    for block in head:
        for found in find_dates(block.text):
            if found.complete and _WRITTEN.search(block.text[max(0, found.start - _NEAR) : found.start]):
                return found.resolve()
    return None


def _noted_date(layout: Layout, stated: date | None) -> date | None:
    """The day beside whoever took the minutes: "Verslag: secretariaat, 29 januari 2024"."""
    noted = (first_day(b.text) for b in layout.blocks if b.kind == "attendance" and b.section == "ondersteuning")
    return next((day for day in noted if day and stated and day > stated), None)


def _is_meetings_own(values: Sequence[Value]) -> bool:
    """ "Datum" beside a time or place is the meeting's, unless another label gives that."""
    return not any(value.field == "date" and find_dates(value.text) for value in values)


def _minutes(layout: Layout, bodies: Bodies, reference: date | None) -> Iterator[tuple[str | None, date, bool]]:
    """Minutes of earlier meetings that the text speaks of: their body if named, their date, and whether approved."""
    spoken = [block for block in layout.blocks if _MINUTES.search(block.text)]
    settled = {block.item for block in spoken if block.item is not None and _APPROVED.search(block.text)}
    for block in spoken:
        if block.kind in HEAD or block.kind == "attendance":
            continue
        approved = block.item in settled or bool(_APPROVED.search(block.text))
        for match in _MINUTES.finditer(block.text):
            sentence_end = SENTENCE.search(block.text, match.end(), match.end() + 142)
            stretch = block.text[
                match.end() : min(sentence_end.start() if sentence_end else len(block.text), match.end() + 140)
            ]
            at = 0
            for found in _listed_days(stretch):
                day = found.resolve(reference, "before")
                between, at = stretch[at : found.start], found.end
                if day is None or (reference and day > reference):
                    continue
                named = [notation for notation, _, _ in bodies.find(between) if bodies.is_table(notation)]
                own = bool(named) or bool(_OWN.match(between.removeprefix(" en")))
                yield named[0] if named else None, day, approved and own


def _listed_days(text: str) -> Iterator[FoundDate]:
    """The first day of a text and those that are joined to it: "de LRT van 31 januari en de HLRT van 14 februari"."""
    last = None
    for found in find_dates(text):
        if found.day is None or (last is not None and not _JOINED.fullmatch(text, last.end, found.start)):
            return
        yield found
        last = found


def _latest(layout: Layout, earliest: date | None, report: date | None) -> date | None:
    """The first day that must lie after the meeting: the report's date or an event still to come."""
    events = list(_coming(layout, earliest, report))
    sure = [day for day, deadline in events if not deadline]
    bounds = [*sure, *([report] if report else [])] or [day for day, _ in events]
    return min(bounds, default=None)


def _coming(layout: Layout, earliest: date | None, report: date | None) -> Iterator[tuple[date, bool]]:
    """Days of events spoken of as still to come; those that are the deadline of an action are marked."""
    for block in layout.blocks:
        if block.kind in HEAD or block.kind in ("attendance", "heading"):
            continue
        labelled = bool(_OUTCOME.match(block.text))
        for sentence in SENTENCE.split(block.text):
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


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
