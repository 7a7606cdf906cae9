"""What kind of document it is: minutes, or a paper around a meeting (agenda, note, invitation, letter), by its form.

Minutes are what is read unless the form says otherwise: minutes that are taken for a paper lose all they hold, the
worse error. A title of minutes, who attended, or more that was said and settled than a paper recounts speak against
every other form. A paper is known from its title ("Oplegnotitie", "Geannoteerde agenda"), from what a letter is made of
(addressee, salutation, closing, "ik" and "u"), or from what is asked of a meeting to come.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING, Final, cast

from lrtgraph.extraction.grammar.lexicon import table
from lrtgraph.extraction.papers.letters import (
    ADDRESSEE,
    HEAD_LINES,
    INVITES,
    Letter,
    encloses_minutes,
    reports_meeting,
)
from lrtgraph.records import DocumentKind

if TYPE_CHECKING:
    from lrtgraph.extraction.context import Reading

__all__ = ["MINUTES", "Titled", "kind_of", "titled"]

MINUTES: Final = "verslag"
_LONGEST_TITLE = 18
"""Words of a title."""
_TITLE_LINES = 5
"""Lines among which the title of a paper stands; further down the same word may head an item."""
_LEAST_SENTENCE = 5
"""Words of running text."""
_MARKUP = re.compile(r"\A[\s#*_>|=~`\[\]]+|[\s#*_|=~`\[\]]+\Z")
_NUMBERED = re.compile(r"(?:\d{1,2}|[a-z])\s?[.):]\s+\S|[•▪◦‣–-]\s+\S")
_SENTENCE = re.compile(r"\w{3,}[.?!]\Z")
_BEFORE = (
    r"(?:(?:document|bijlage|stuk|nr\.?|versie)\s*\d[\d.]*\w?\s*[:.–-]?\s*)?"
    r"(?:\(?(?:concept|definitieve?|voorlopige?|(?:departementaal\s+)?vertrouwelijk|intern)\b\)?\s*[-–:]?\s*)*"
)
"""What may stand before the word for a document: "Bijlage 3: concept oplegnotitie"."""
_BEHIND = (
    r"(?=\s*(?:\Z|[-–—:|,(/]|\d|[A-Z'\"“‘]|\b(?:van|voor|ten|aan|bij|over|tbv|t\.b\.v|d\.d|overleg|vergadering|bijeenkomst"
    r"|bestuurlijk|ambtelijk|landelijke|provinciale|agendapunt|gemeente|provincie|college)\b))"
)
_NAME_BEFORE = re.compile(
    r"(?:(?:van|de|het|en|voor|der|den|d\.d\.|[A-Z\d(][\w'’.,:)–-]*|[-–—:|/]|[a-z]{2,6}dag|(?:jan|feb|mrt|maa|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]*\.?)\s+)*\Z"
)
"""The name of a meeting and its day before the word: "PRT Overijssel 6 juni 2024 - agenda"."""
SUBJECT = re.compile(r"(?:betreft|onderwerp|subject|titel|document)\s*[:|]?\s+(?=\S)", re.IGNORECASE)
_ENCLOSED = re.compile(r"(?:bijlagen?|stukken|bijgevoegd|kopie|cc)\b\s*[:|]", re.IGNORECASE)
_BUNDLED = re.compile(
    r"bijlage\s*\d*\w?\s*[:.–-]\s*(?:(?:besluiten-\s+en\s+)?actielijst|besluitenlijst|afsprakenlijst)\b[^(]*",
    re.IGNORECASE,
)
"""The title of a list of what was settled that is in the same file behind an agenda."""
_PRESENT = "aanwezig"
_SETTLED = re.compile(
    r"(?im)^[^\w\n]*(?:\d[\d.]*[^\S\n]*)?(?:besluit(?:en)?|acties?|actiepunt|afspra(?:ak|ken)|toezegging(?:en)?|conclusie)"
    r"[^\w\n]{0,4}:(?:[^\w\n]*\n){0,2}[^\w\n]*\w+[^\S\n]+\w+"
)
"""A label of what was settled, with words behind it or on the next line."""
_SENDER = re.compile(r"(?:van|afzender|opsteller|steller|betreft|onderwerp|ter bespreking|ter besluitvorming)\b", re.I)
ASKED = re.compile(
    r"\b(?:gevraagde?|gewenste?|voorgestelde?)\s+(?:besluit|beslissing|advies|actie|inbreng)(?:en)?\b|\bbeslispunt(?:en)?\b"
    r"|\bkernboodschap\b|\bspreek(?:lijn|punten|tekst)\b|\bdoel\s+van\s+de\s+(?:bespreking|agendering)\b"
    r"|\b(?:wordt|worden)\s+gevraagd\s+(?:om\s+)?(?:in\s+te\s+stemmen|kennis\s+te\s+nemen|te\s+besluiten|akkoord\s+te\s+gaan)\b",
    re.IGNORECASE,
)
"""What is asked of a meeting that is still to come."""
_LEAST_ASKED = 2
_LEAST_TOLD = 3
"""Contributions and outcomes that are reporting, below a title such as "Agenda"; fewer may be announced."""
_MOST_RECOUNTED = 5
"""Contributions and outcomes that a note or a letter of office recounts; more are reporting, whatever the title."""


@dataclass(frozen=True, slots=True)
class Titled:
    """What a title says: the kind of document, whether the word is used of nothing else, and its line among the head's.

    `subject` says that it stands behind a label ("Betreft: verslag LRT"): a letter may be about another document.
    """

    kind: str
    strong: bool
    line: int
    subject: bool = False


def kind_of(reading: Reading, told: int) -> DocumentKind:
    """The kind of a document.

    In: its reading, and how many contributions and outcomes were found in it. Out: "verslag" for minutes, and whatever
    the form does not say to be another paper: "agenda", "notitie", "uitnodiging" or "brief".
    """
    text = reading.document.text
    lines = _lines(text)
    titles = list(titled(lines))
    attended = any(block.kind == "attendance" and block.section == _PRESENT for block in reading.layout.blocks)
    return cast("DocumentKind", _kind(text, lines, titles, attended=attended, told=told))


def _kind(text: str, lines: Sequence[str], titles: Sequence[Titled], *, attended: bool, told: int) -> str:
    """The kind, from the title first, then from the form of a letter, then from what is asked of the meeting."""
    own = next((title for title in titles if not title.subject), None)
    if told > _MOST_RECOUNTED or (own is not None and own.kind == MINUTES):
        return MINUTES
    settled = _SETTLED.search(_without_asked(text)) is not None
    if attended:
        lists_only = own is not None and own.kind == "agenda" and not told and not settled
        return "agenda" if lists_only else MINUTES
    if told and any(_BUNDLED.fullmatch(line) for line in lines):
        return MINUTES
    if own is not None and own.strong:
        return MINUTES if settled and own.kind != "notitie" else own.kind
    if encloses_minutes(lines):
        return MINUTES
    form = Letter.of(text, lines)
    if any(title.kind == MINUTES for title in titles) and not form.official:
        return MINUTES  # a cover with the minutes below it
    own_business = form.official and told <= form.personal and not reports_meeting(lines)
    if form.is_one and (told < _LEAST_TOLD or form.to_parliament or own_business):
        return _in_letter(text, titles)
    subject = titles[0] if titles else None
    if subject is not None and subject.strong and _is_memo(lines) and not settled:
        return subject.kind
    if settled or told >= _LEAST_TOLD:
        return MINUTES
    if subject is not None and (subject.kind == "agenda" or subject.strong or _is_memo(lines)):
        return subject.kind
    return "notitie" if not told and len(ASKED.findall(text)) >= _LEAST_ASKED else MINUTES


def titled(lines: Sequence[str]) -> Iterator[Titled]:
    """The words for a kind of document in the titles among the first lines, in their order; one a line, minutes first.

    Those of minutes count above the first numbered item, those of a paper above any running text: below it a head such
    as "Kamerbrief Spreidingswet" is that of an item.

    >>> [(one.kind, one.strong) for one in titled(["LRT 9 november 2023", "Geannoteerde agenda"])]
    [('agenda', True)]
    """
    running = False
    for at, line in enumerate(_head(lines)):
        running = running or _is_running(line)
        label = SUBJECT.match(line)
        body = line[label.end() :] if label else line
        if len(body.split()) > _LONGEST_TITLE or _SENTENCE.search(body) or _ENCLOSED.match(line):
            continue
        found = [title for title in _forms() if _names(title.pattern, body)]
        if found:
            best = min(found, key=lambda title: (title.kind != MINUTES, not title.strong))
            if best.kind == MINUTES or not (running or (at >= _TITLE_LINES and label is None)):
                yield Titled(best.kind, best.strong, at, label is not None)


@dataclass(frozen=True, slots=True)
class _Form:
    kind: str
    strong: bool
    pattern: re.Pattern[str]


@cache
def _forms() -> tuple[_Form, ...]:
    """The kinds of documents with the words that title them; of minutes they count anywhere in a title."""
    found: dict[tuple[str, bool], list[str]] = {}
    for row in table("papers"):
        found.setdefault((row["kind"], row["strength"] == "strong"), []).append(re.escape(row["form"]))
    forms = []
    for (kind, strong), words in found.items():
        either = "|".join(sorted(words, key=len, reverse=True))
        pattern = rf"(?<![\w-])(?i:{either})(?![\w-])"
        forms.append(_Form(kind, strong, re.compile(pattern if kind == MINUTES else pattern + _BEHIND)))
    return tuple(forms)


def _names(pattern: re.Pattern[str], body: str) -> bool:
    """Whether a title is that of such a document: the word opens it, or stands behind the name and day of a meeting."""
    return any(
        re.fullmatch(_BEFORE, body[: match.start()], re.IGNORECASE) or _NAME_BEFORE.match(body[: match.start()])
        for match in pattern.finditer(body)
    )


def _lines(text: str) -> list[str]:
    """The lines with text, without signs of markup and with single spaces."""
    stripped = (" ".join(_MARKUP.sub("", line).split()) for line in text.splitlines())
    return [line for line in stripped if line]


def _head(lines: Sequence[str]) -> Iterator[str]:
    """The lines above the first item, list or long sentence."""
    return takewhile(
        lambda line: not (_NUMBERED.match(line) or (len(line.split()) > _LONGEST_TITLE and _SENTENCE.search(line))),
        lines[:HEAD_LINES],
    )


def _is_running(line: str) -> bool:
    return len(line.split()) >= _LEAST_SENTENCE and _SENTENCE.search(line) is not None


def _without_asked(text: str) -> str:
    """The text without "Gevraagd besluit: …", which settles nothing."""
    return ASKED.sub("", text)


def _in_letter(text: str, titles: Iterable[Titled]) -> str:
    if INVITES.search(text):
        return "uitnodiging"
    return next((title.kind for title in titles if title.kind in ("agenda", "uitnodiging")), "brief")


def _is_memo(lines: Sequence[str]) -> bool:
    """Whether the head says to whom and by whom: "Aan: …", "Van: …"."""
    head = lines[:HEAD_LINES]
    return any(ADDRESSEE.match(line) for line in head) and any(_SENDER.match(line) for line in head)
