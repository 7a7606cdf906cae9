"""That a task is closed: by the head above it, a field or bracket of it, the end of its line, or what is said of it."""

from __future__ import annotations

import re
from functools import cache

from lrtgraph.extraction.outcomes.status import only_done, pattern, standing, status_of, told_words
from lrtgraph.records import Meeting, ReportedStatus

_SIGN = re.compile(r"(?<!\s)\s*+:\s+|:\s+|(?<!\s)\s++[–—-]\s+|;\s+|\.\s+(?=[A-Z])|\s→\s")
"""What may part a task from how it stands."""
_LONGEST_TAIL = 12
_LATER = re.compile(
    r"\b(?:nog|niet (?!meer|langer|nodig gebleken)|bijna|deels|gedeeltelijk|zal|zullen|moet|moeten|dient|dienen|gaat"
    r"|gaan|zou|hoopt|naar verwachting|allesbehalve|nauwelijks|ten\s+onrechte|(?:eerste|tweede|een)\s+deel"
    r"|pas(?=.*\b(?:als|wanneer|na)\b))\b"
    r"|\bword(?:t|en)\b(?=.*\b(?:afgerond|afgehandeld|afgedaan|voltooid|voldaan|uitgevoerd|gereed)\b)",
    re.IGNORECASE,
)
_BEEN_DONE = re.compile(
    r"\W*+(?:(?!(?:of|dat|als|indien|wanneer|zodra|nadat|tot|totdat|wat|hoe|welke?)\s)[^\s.;,:]++\s++){0,4}?(?:is|zijn|heeft|hebben)\s++(?:[^\s.;,:]++\s++){0,6}?(?P<done>[^\W\d]++)\b(?=\W*+\Z|[,;.]|\s+en\b)",
    re.IGNORECASE,
)
"""What has been done to it: "is door JenV verstuurd", "de brief is op 3 mei ontvangen"."""
_TICKED_LINE = re.compile(r"\s*(?:\[[xX✓]\]|[✓✔☑✅])\s+(?=\w)")
_BRACKET = re.compile(r"\A\s*[(\[]([^()\[\]]{1,80})[)\]]|[(\[]([^()\[\]]{1,80})[)\]]\s*+(?:\.\s*+)?\Z")


def closing_head(text: str) -> ReportedStatus | None:
    """What a head says came of all tasks under it; None where it says nothing of that.

    >>> [closing_head(told) for told in ("Afgeronde acties", "3. Vervallen actiepunten", "AFGEROND", "Open")]
    ['done', 'dropped', 'done', None]
    """
    found = _closed_tasks().match(text)
    if found is None:
        return reported(text) if pattern("closed").fullmatch(text.strip(" :*_")) else None
    return "dropped" if found["dropped"] else "done"


def has_closing_field(text: str, meeting: Meeting) -> bool:
    """Whether a bracket before or behind a task, or its last field behind a sign, says that it is closed.

    >>> has_closing_field("(provincie, gereed) Brief sturen", Meeting())
    True
    >>> [has_closing_field(told, Meeting()) for told in ("Brief sturen - COA - gereed", "Brief sturen (COA, 1 mei)")]
    [True, False]
    """
    pieces = [piece for found in _BRACKET.finditer(text) for piece in re.split(r"[,;/]", found[1] or found[2])]
    pieces += re.split(r"\s[–—-]\s|;\s", text)[1:][-1:]
    pieces += (piece for piece in re.split(r"[,:]\s", text)[1:][-1:] if only_done().fullmatch(piece))
    return any(status_of(piece) == "closed" and standing(piece, meeting, taken=False).closed for piece in pieces)


def reported(text: str) -> ReportedStatus:
    """What came of a task that is closed, by the words that say so: what was done may leave the list as well.

    >>> [reported(told) for told in ("afgerond, kan van de lijst", "wordt niet meer uitgevoerd", "afgevoerd", "Ja")]
    ['done', 'dropped', 'removed', 'done']
    """
    first = pattern("closed").search(text)
    if first is not None and pattern("dropped").fullmatch(first[0]):
        return "dropped"
    done = any(pattern(status).search(text) for status in ("finished", "ready", "done"))
    return "done" if done or first is None else "removed"


def closes(text: str, meeting: Meeting) -> bool:
    """Whether what is said of a task by its number tells that it is closed, outright and not for later.

    >>> said = ("is door JenV verstuurd", "kan van de lijst", "is nog niet afgerond", "wordt in mei afgerond")
    >>> [closes(told, Meeting(date="2024-03-12")) for told in said]
    [True, True, False, False]
    """
    if _LATER.search(text):
        return False
    found = _BEEN_DONE.match(text)
    been = found is not None and pattern("done").search(found["done"]) and not pattern("open").search(text)
    return bool(been) or standing(text, meeting).closed


def closing_tail(text: str, meeting: Meeting) -> int | None:
    """Where the end of a line begins that says that its task is closed, behind a sign: "Brief sturen: is verstuurd".

    >>> text = "Cijfers per gemeente (JenV): binnen, van de lijst"
    >>> text[: closing_tail(text, Meeting())], closing_tail("Brief: nog niet verstuurd", Meeting())
    ('Cijfers per gemeente (JenV)', None)
    """
    told = [word.start() for word in re.finditer(r"\S+", text)]
    first = re.search(r"\w", text)
    for sign in _SIGN.finditer(text, told[-_LONGEST_TAIL - 2] if len(told) > _LONGEST_TAIL + 1 else 0):
        tail = text[sign.end() :]
        if len(tail.split()) <= _LONGEST_TAIL and first and first.start() < sign.start() and closes(tail, meeting):
            return sign.start()
    return None


def is_ticked_line(text: str) -> int:
    """Where the task begins on a line whose box is ticked; 0 where there is none.

    >>> is_ticked_line("[x] Kaart bijwerken"), is_ticked_line("[ ] Kaart bijwerken")
    (4, 0)
    """
    found = _TICKED_LINE.match(text)
    return found.end() if found else 0


def may_report(text: str) -> bool:
    """Whether a text holds a word or sign at all by which a task may be closed."""
    return _TICKED_LINE.match(text) is not None or _reporting().search(text.lower()) is not None


@cache
def _reporting() -> re.Pattern[str]:
    """For texts in lower case, which takes a third of the time of a pattern for any."""
    told = "|".join(told_words(status) for status in ("closed", "close", "ready", "done", "moved", "open", "waiting"))
    return re.compile(rf"(?<!\w)(?:{told})(?!\w)|~~")


@cache
def _closed_tasks() -> re.Pattern[str]:
    told = rf"(?:{told_words('finished_tasks')}|(?P<dropped>{told_words('dropped_tasks')}))"
    tasks = r"(?:acties|actiepunten|actielijst|toezeggingen|afspraken|taken|actie-\s?en)"
    return re.compile(rf"[\W\d]*{told}\s+(?:en\s+\w+\s+)?{tasks}\b", re.IGNORECASE)
