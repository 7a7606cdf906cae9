"""The end of a letter, mail or list of decisions: "Met vriendelijke groet,", "Aldus vastgesteld op 2 april 2026", and
who signs, with address and telephone number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lrtgraph.dutch.dates import find_dates
from lrtgraph.layout.bullets import read_marker
from lrtgraph.layout.head_words import head_words, plain_form
from lrtgraph.layout.lines import Line

_GREETING = re.compile(
    r"(?:(?:met\s+)?(?:vriendelijke|hartelijke|beste|collegiale)\s+groet(?:en|jes)?|(?:veel\s+)?groet(?:en|jes)?"
    r"|hoogachtend|m\.?v\.?g\.?|namens\s+de\s+voorzitter)"
    r"\s*(?:[,.!]|,(?:\s+(?:van|de|der|den|(?-i:[A-Z])[\w'’.-]*)){1,4})?",
    re.IGNORECASE,
)
_ALDUS = re.compile(r"aldus\s+(?:vastgesteld|besloten|goedgekeurd|opgemaakt|gedaan)\b", re.IGNORECASE)
_OFFICE = r"(?:(?:de|het)\s+)?(?:(?:plv|wnd)\.?\s+|ambtelijk\s+)?(?:voorzitter|secretaris|griffier|notulist)"
_OFFICES = re.compile(rf"{_OFFICE}\s*,?(?:\s+{_OFFICE})?\s*,?", re.IGNORECASE)
_DATELINE = re.compile(r"[A-Z][\w'’-]+(?:\s[\w'’-]+){0,3},\s+")
_NO_NAME = re.compile(r"(?<![\w.@/:-])[^\W\d_A-Z][^\W\d_]{2,}(?![\w.@/:-])")
_IN_NAMES = frozenset(
    {
        "van", "den", "der", "het", "ter", "ten", "von", "dhr", "mevr", "mevrouw", "heer", "drs", "ing", "prof", "plv",
        "wnd", "ambtelijk", "ambtelijke", "namens", "voorzitter", "secretaris", "griffier", "notulist", "tel",
        "telefoon",
    }
)  # fmt: skip
"""Words in small letters with names, offices and addresses."""
_CLOSING = 12
"""Lines with text among which who signs a list stands at the end of it."""
_ITEM = re.compile(r"\d{1,2}\s?[.)]\s+[A-Z]", re.IGNORECASE)
_ATTENDANCE = re.compile(r"(?:aanwezig|deelnemers|afwezig)\b", re.IGNORECASE)
"""What lines begin with in minutes, above the mails that they were sent in answer to."""
_SENT = re.compile(r"(?:Van|From)\s*:\s+\S")
_SENT_BELOW = re.compile(r"(?:Verzonden|Verstuurd|Sent|Datum|Date|Aan|To|Cc|Onderwerp|Subject)(?:\s+op)?\s*:\s+\S")
_SENT_FOR_SURE = re.compile(
    r"(?:Verzonden|Verstuurd|Sent)(?:\s+op)?\s*:|(?:Onderwerp|Subject)\s*:\s*(?:RE|FW|FWD)\s*:", re.I
)
"""What the head of a mail says and that of a memo does not."""
_LEAST_SENT = 2
"""Further lines of the head of a mail."""
_MOST_LINES = 14
_MOST_WORDS = 9
_OPENS_MINUTES = re.compile(
    r"(?:(?:kort\s+)?(?:concept-?\s?)?(?:verslag|notulen|besluitenlijst|gespreksverslag)(?:\s+\w|\s*\Z)|aanwezig\b)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^\W\d_]{3,}[.?!]\Z")


def signature_lines(text: str, lines: Sequence[Line], front: int = 0) -> set[int]:
    """The lines of greetings, or of who signs at the end of what stands below `front`, and of what stands below them,
    up to text again.

    >>> from lrtgraph.layout.lines import split_lines
    >>> text = "COA levert cijfers.\\n\\nMet vriendelijke groet,\\n\\nK. de Vries\\nSecretaris LRT"
    >>> sorted(signature_lines(text, split_lines(text)))
    [2, 4, 5]
    """
    found: set[int] = set()
    below, items, attendance, mail = 0, False, False, False
    closing = set([index for index, line in enumerate(lines) if not line.blank and index >= front][1:][-_CLOSING:])
    for index, line in enumerate(lines):
        if line.blank:
            continue
        body = text[line.start : min(line.end, line.start + 200)]
        items = items or _ITEM.match(body) is not None
        attendance = attendance or _ATTENDANCE.match(body) is not None
        # Between who attended and the first item may stand the head of a memo, with the minutes below it.
        if (items or attendance) and _is_mail(text, lines, index, sure=not items):
            mail, below = True, len(lines)  # what was answered stands below
        elif mail and not _OPENS_MINUTES.match(body):
            pass
        elif _GREETING.fullmatch(body) or (index in closing and _signs(body) and not _tells(text, lines, index)):
            below = _MOST_LINES
        elif below and ((line.page and not mail and below < _MOST_LINES - 1) or _is_text(text, line, body)):
            mail, below = False, 0  # who signs a letter before the minutes stands on its page
        if below:
            found.add(index)
            below -= 1
    return found


def _is_mail(text: str, lines: Sequence[Line], index: int, *, sure: bool) -> bool:
    """Whether the head of an older mail begins on a line: "Van: …", "Verzonden: …", "Aan: …"; where it must be `sure`,
    one that is no memo's."""
    if not _SENT.match(text, lines[index].start, lines[index].end):
        return False
    below = [line for line in lines[index + 1 : index + 6] if not line.blank][: _LEAST_SENT + 1]
    if sure and not any(_SENT_FOR_SURE.match(text, line.start, line.end) for line in below):
        return False
    return sum(_SENT_BELOW.match(text, line.start, line.end) is not None for line in below) >= _LEAST_SENT


def _signs(body: str) -> bool:
    """Whether a line at the end tells when, or as what, somebody signs.

    >>> _signs("Zwolle, 14 april 2025"), _signs("De voorzitter, de secretaris,"), _signs("Aldus besloten.")
    (True, True, False)
    """
    dates = find_dates(body)
    if not dates:
        return _OFFICES.fullmatch(body) is not None and body[-1] == ","
    place = _DATELINE.match(body)
    whole = dates[0].complete and len(body.rstrip(" .")) == dates[0].end
    return _ALDUS.match(body) is not None or (place is not None and whole and place.end() == dates[0].start)


def _tells(text: str, lines: Sequence[Line], index: int) -> bool:
    """Whether a line with no more than a place and a day tells when something is, and does not sign: it stands below a
    head, or above other lines than names, offices and addresses."""
    line = lines[index]
    if (
        not _DATELINE.match(text, line.start, line.end)
        or _OFFICES.fullmatch(text, line.start, line.end)
        or _ALDUS.match(text, line.start, line.end)
    ):
        return False
    above = next((line for line in reversed(lines[:index]) if not line.blank), None)
    if above is not None:
        head = text[above.start : above.end].rstrip()
        if head.endswith(":") or (
            head[-1] not in ".;?!" and len(head.split()) <= _MOST_WORDS and _is_text(text, above, head)
        ):
            return True
    below = [text[line.start : line.end] for line in lines[index + 1 :] if not line.blank][:_MOST_LINES]
    return any(word not in _IN_NAMES for body in below for word in _NO_NAME.findall(body))


def _is_text(text: str, line: Line, body: str) -> bool:
    """Something begins again: a bullet or number, a standing head, or a line of running text."""
    if _OPENS_MINUTES.match(body):
        return True
    marker = read_marker(text, line.start, line.end)
    plain = plain_form(body)
    standing = any(plain.startswith(word) for word in head_words()["closing"]) or plain in head_words()["section"]
    return marker is not None or standing or len(body.split()) > _MOST_WORDS or bool(_SENTENCE.search(body))
