"""The day that a document gives as this meeting's own."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from lrtgraph.dutch.dates import FoundDate, find_dates
from lrtgraph.dutch.document_titles import title_words
from lrtgraph.dutch.times import find_times
from lrtgraph.extraction.bodies import Bodies
from lrtgraph.extraction.letterhead import (
    ACCOUNT_WORD,
    HEAD,
    MEETING_WORD,
    NEAR,
    TITLE,
    WEEKDAY,
    Value,
    first_day,
    label_pattern,
    labels,
)
from lrtgraph.extraction.meeting.approved import MINUTES
from lrtgraph.extraction.meeting.times import SENTENCE
from lrtgraph.extraction.table_names import KIND
from lrtgraph.records import Block, Document, Layout

_REPORT_CUE = re.compile(
    r"\b(?:concept\b[\s:,.(]{0,4}(?:d\.?d\.?\s*)?|(?:versie|opgesteld|opgemaakt|gereed|verzonden|verspreid|vastgesteld)\b[\w\s:,.]{0,20})\Z",
    re.I,
)
_SUBJECT = frozenset({"betreft", "onderwerp"})
_MINUTES = frozenset({"verslag"})
"""Labels that are a word for minutes, behind which the meeting may be named: "Verslag: klankbordoverleg 3 mei 2024"."""
_TOLD = re.compile(
    rf"(?:concept-?\s?verslag|{ACCOUNT_WORD}|gespreksverslag|opbrengst(?:en)?|uitkomst(?:en)?|hoofdpunten|hoofdlijnen)\b",
    re.I,
)
_OPENS_ON_DAY = re.compile(rf"(?:{WEEKDAY}\s+)?\d{{1,2}}\s+\w{{3,9}}\.?\s+20\d\d\b", re.I)
"""How a line begins that gives the day, the place and the time: "Dinsdag 23 augustus 2022 | raadhuis | 16.00 uur"."""
_TITLED_PAGES = frozenset({"text/markdown", "text/html"})
"""Formats in which whoever writes a text gives it its title."""
_BESIDE = 16
"""Characters between the day of a meeting and its time: "Middelburg, 19 september 2024, 10.00-11.45 uur"."""
_LONE_DAY = re.compile(
    rf"(?:{WEEKDAY},?\s+)?\d{{1,2}}[ ./-](?:\d{{1,2}}|[a-z]{{3,9}}\.?)[ ./-]20\d\d(?:\s+[|·]\s+[^\d|·]+)?", re.I
)
_GAP = re.compile(r"\w?[^\S\n]{2,}")
_SENDER = re.compile(r"\b(?:ministerie|directoraat)\b", re.I)
_PLACED = re.compile(r"\b20\d\d\s*[,|]\s*(?:[A-Z]|\d{1,2}[.:]\d\d)")
"""A place or a time behind a date: "Datum 29 augustus 2022, Den Haag"."""
_MINUTES_BEFORE = re.compile(r"\b(?:vaststell\w*|goedkeur\w*)\b.*\Z", re.I)
_IN_FORCE = re.compile(rf"\b(?:per|vanaf|sinds|uiterlijk|met\s+ingang\s+van|v[oó][oó]r)\s+(?:{WEEKDAY}\s+)?\Z", re.I)
"""What stands before the day from which or by which something is to be: "inwerkingtreding per 1 januari 2021"."""
_OPENS = re.compile(rf"\bopent\b.*\b(?:{MEETING_WORD})\b.*\b(?:van|op)\s", re.I)
_SAT = re.compile(
    r"\b(?:zaten|zat|kwamen|kwam|troffen|trof)\b.{0,60}\b(?:bij\s?elkaar|bijeen|samen|elkaar)\b"
    r"|\b(?:spraken|sprak)\b.{0,60}\belkaar\b|\b(?:waren|was)\b.{0,60}\b(?:bij\s?elkaar|bijeen)\b|\bvergaderden?\b",
    re.I,
)
_BEFORE_THIS = re.compile(r"\b(?:vorige|eerdere?|eerste|destijds|eerder)\b", re.I)
"""What a letter says of the meeting that it reports: "Op 9 april 2024 zaten we bij elkaar"."""
_BODY = frozenset({"heading", "subheading", "bullet", "row"})
_SENTENCE_END = re.compile(r"[.?!][\"'”’)]*\Z")
_FIRST_BLOCKS = 60
"""Blocks among which the words stand that open the meeting."""


@dataclass(frozen=True, slots=True)
class DocumentHead:
    """Where the day of a meeting may stand: the document, the blocks of its head, the values of their labels, the
    names of bodies, and the layout."""

    document: Document
    blocks: Sequence[Block]
    values: Sequence[Value]
    bodies: Bodies
    layout: Layout


def stated_day(head: DocumentHead) -> date | None:
    """The meeting's own day: from the metadata, a label, the title, or the words that open the meeting."""
    return next((day for way in _WAYS if (day := way(head)) is not None), None)


def _in_metadata(head: DocumentHead) -> date | None:
    told = head.document.metadata.date
    return date.fromisoformat(told[:10]) if told else None


def _under_label(head: DocumentHead) -> date | None:
    """ "Vergaderdatum: 4 april 2024"."""
    dated = (value for value in head.values if value.field == "date")
    return next((day for value in dated if (day := first_day(value.text) or _day_of_year(value, head.values))), None)


def _as_subject(head: DocumentHead) -> date | None:
    """ "Onderwerp: LRT 30 mei 2024"."""
    told = (value for value in head.values if value.form in _SUBJECT)
    return next((day for value in told if (day := _of_subject(value.text, head.bodies)) is not None), None)


def _beside_time(head: DocumentHead) -> date | None:
    """ "Datum" beside a time or place; above the title, without those, it is the letter's."""
    timed = {value.titled for value in head.values if value.field in ("time", "place", "end") and value.text}
    dated = (value for value in head.values if value.field == "dated")
    own = (value for value in dated if value.titled in timed or find_times(value.text))
    return next((day for value in own if (day := first_day(value.text))), None)


def _under_title(head: DocumentHead) -> date | None:
    """The day right under the title, alone or behind "Datum:", without a report's letterhead and without another date.

    A tab or a wide gap behind the label, as in a table of labels, is as good as a colon, but for a gap in a letterhead.
    """
    if any(
        (value.field == "date" and find_dates(value.text)) or value.form.endswith("kenmerk") for value in head.values
    ):
        return None
    blocks = _opening(head)
    dated = [block for block in blocks if any(found.complete for found in find_dates(block.text))]
    dated = [block for block in dated if not _tells_other(block) and not _tells_version(block)]
    if len(dated) != 1 or sum(found.complete for found in find_dates(dated[0].text)) != 1:
        return None
    above = blocks[: blocks.index(dated[0])]
    titled = any(
        title_words().search(block.text) or TITLE.search(block.text) or head.bodies.find(block.text) for block in above
    )
    sent = any(_SENDER.search(block.text) for block in above)
    match = label_pattern().match(dated[0].text)
    if titled and match and labels().get(match["form"].lower()) == "dated":
        offsets = dated[0].offsets
        between = head.document.text[offsets[match.end("form") - 1] : offsets[min(match.end(), len(offsets) - 1)]]
        if match["sign"] or "\t" in between or (_GAP.fullmatch(between) and not sent) or _PLACED.search(dated[0].text):
            return first_day(dated[0].text)
    return first_day(dated[0].text) if titled and len(above) <= 2 and _LONE_DAY.fullmatch(dated[0].text) else None


def _opening(head: DocumentHead) -> list[Block]:
    """The blocks of the head above the first head or list of the text, without sentences."""
    body = (k for k, block in enumerate(head.layout.blocks) if block.kind in _BODY)
    first = next(body, len(head.layout.blocks))
    opening = {id(block) for block in head.layout.blocks[:first]}
    told = (block for block in head.blocks if block.kind in HEAD or not _SENTENCE_END.search(block.text))
    return [block for block in told if block.kind == "furniture" or id(block) in opening]


def _in_title(head: DocumentHead) -> date | None:
    """ "LRT 9 november 2022", "Middelburg, 19 september 2024, 10.00-11.45 uur"."""
    for block in head.blocks:
        if _has_other_label(block):
            continue
        headed = block.kind in HEAD
        clocks = [found.start for found in find_times(block.text)] if headed else []
        named = bool(head.bodies.find(block.text) or (title_words() if headed else TITLE).search(block.text))
        named = named or (bool(clocks) and _OPENS_ON_DAY.match(block.text) is not None)
        told = [
            found
            for found in find_dates(block.text)
            if found.complete
            and (named or any(0 <= at - found.end <= _BESIDE for at in clocks))
            and not _is_of_other(block.text, found)
        ]
        if told:
            return _in_line(block.text, told).resolve()
    return None


def _in_line(text: str, days: Sequence[FoundDate]) -> FoundDate:
    """Which of the days of a title is the meeting's: one that its line opens with may be the letter's above it.

    "20 mei 2024 Verslag van de bijeenkomst op dinsdag 15 april 2024"
    """
    title = MINUTES.search(text) if _OPENS_ON_DAY.match(text) else None
    behind = (found for found in days if title is not None and found.start > title.start())
    return next(behind, days[0])


def _has_other_label(block: Block) -> bool:
    """Whether a block's label is one of another field than the meeting's date, and does not tell of the meeting."""
    label = label_pattern().match(block.text)
    if label is None or labels().get(label["form"].lower()) == "date":
        return False
    return bool(label["sign"] or label["form"].lower() == "datum") and not _tells_subject(label["form"], block.text)


def _is_of_other(text: str, found: FoundDate) -> bool:
    """Whether the words before a date make it the report's, that of minutes to be approved, or a term."""
    before = text[max(0, found.start - NEAR) : found.start]
    return any(cue.search(before) for cue in (_REPORT_CUE, _MINUTES_BEFORE, _IN_FORCE))


def _in_opening(head: DocumentHead) -> date | None:
    """ "De voorzitter opent de vergadering van 9 november 2022"."""
    for block in head.layout.blocks[:_FIRST_BLOCKS]:
        for sentence in SENTENCE.split(block.text):
            opening = _OPENS.search(sentence)
            dates = [found for found in find_dates(sentence) if found.complete]
            if opening and dates and dates[0].start <= opening.end() + 12:
                return dates[0].resolve()
    return None


def _in_letter(head: DocumentHead) -> date | None:
    """ "Op 9 april 2024 zaten we in Utrecht bij elkaar", above the first item."""
    for block in head.layout.blocks[:_FIRST_BLOCKS]:
        for sentence in SENTENCE.split(block.text) if block.item is None else ():
            dates = [found for found in find_dates(sentence) if found.complete]
            if len(dates) == 1 and _SAT.search(sentence) and not _BEFORE_THIS.search(sentence):
                return dates[0].resolve()
    return None


def _in_front_matter(head: DocumentHead) -> date | None:
    """The only day in the title that a page has beside its text, if it is one of minutes: "Notulen van 16 mei 2024".

    Not that of a Word file, which may be its template's.
    """
    title = head.document.metadata.title or ""
    if head.document.media_type not in _TITLED_PAGES or not title_words().search(title):
        return None
    days = [found for found in find_dates(title) if found.complete and not _is_of_other(title, found)]
    return days[0].resolve() if len(days) == 1 else None


_WAYS: Final[tuple[Callable[[DocumentHead], date | None], ...]] = (
    _in_metadata,
    _under_label,
    _as_subject,
    _beside_time,
    _under_title,
    _in_title,
    _in_opening,
    _in_letter,
    _in_front_matter,
)
"""The layouts in which minutes give their day, the surest first."""


def _tells_subject(form: str, text: str) -> bool:
    """ "Betreft: verslag van de LRT van 4 april 2024", "Verslag: klankbordoverleg 4 april 2024" name the meeting."""
    if form.lower() in _MINUTES:
        return bool(KIND.search(text, len(form)) or title_words().search(text, len(form)))
    return form.lower() in _SUBJECT and bool(MINUTES.search(text))


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


def _tells_version(block: Block) -> bool:
    """The only day is that of a version of the report: "CONCEPT d.d. 9 juli 2024", "Vastgesteld op 9 juli 2024"."""
    days = [found for found in find_dates(block.text) if found.complete]
    return all(_REPORT_CUE.search(block.text[: found.start]) for found in days)


def _tells_other(block: Block) -> bool:
    """A label says that a date is neither the meeting's nor the letter's: "Status: vastgesteld op 29 juni 2022"."""
    match = label_pattern().match(block.text)
    return match is not None and bool(match["sign"]) and labels().get(match["form"].lower()) == "other"
