"""What a text has of a letter: who it is to, salutation, closing, and somebody who writes "ik" to "u"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from lrtgraph.extraction.letterhead import ACCOUNT_WORD

HEAD_LINES: Final = 30
"""Lines with text among which the title and the head of a document stand."""
_SALUTATION = re.compile(
    r"(?:(?:zeer\s+)?(?:hoog)?geachte?|beste|excellentie|hooggeachte?|waarde)\b[^.;]{0,90}[,:]?", re.IGNORECASE
)
_MOST_GREETED = 12
"""Words of a salutation."""
_CLOSING = re.compile(
    r"(?:hoogachtend|(?:met\s+)?(?:de\s+meeste\s+hoogachting|(?:vriendelijke|hartelijke|collegiale)\s+groet(?:en)?)|namens\s+de\s+voorzitter)"
    r"\s*[,.]?(?:\s.{0,60})?",
    re.IGNORECASE,
)
ADDRESSEE = re.compile(r"(?:aan|t\.a\.v\.)\b\s*[:|]?(?:\s+\S|\Z)", re.IGNORECASE)
_PERSONAL = re.compile(r"(?<![\w.])(?:(?:ik|uw|wij|jullie|mijn|ons|onze)(?!\w)|u(?![\w.]))", re.IGNORECASE)
_LEAST_PERSONAL = 2
_OFFICIAL = re.compile(
    r"(?:aan\s*:?\s+)?(?:de\s+)?(?:voorzitter|leden)\s+(?:van\s+)?(?:de\s+|het\s+)?(?:tweede\s+kamer|eerste\s+kamer|staten-generaal"
    r"|provinciale\s+staten|gemeenteraad)",
    re.IGNORECASE,
)
"""Whom a letter is to that is never minutes."""
_SIGNED = re.compile(
    r"(?:de|het)\s+(?:minister|staatssecretaris|college|commissaris|voorzitter|burgemeester)\b[^.;:]{0,90},",
    re.IGNORECASE,
)
_FORMAL = re.compile(r"hoogachtend|geachte|excellentie", re.IGNORECASE)
INVITES = re.compile(
    r"\bnodig(?:en)?\s+(?:ik|wij|we)?\s*(?:u|jullie|je)\b.{0,60}?\buit\b|\b(?:u|jullie)\b.{0,40}\b(?:van\s+harte\s+)?uitgenodigd\b",
    re.IGNORECASE,
)
_ENCLOSES_MINUTES = re.compile(
    r"\b(?:hierbij|bijgaand|bijgevoegd|onderstaand|hieronder|bij\s+deze)\b[^.:]{0,60}\b"
    rf"(?:{ACCOUNT_WORD}|actielijst)",
    re.IGNORECASE,
)
_MET = re.compile(
    r"\b(?:we|wij)\b.{0,60}\b(?:bij\s?elkaar|bijeen|samen|elkaar)\b|\b(?:zaten|kwamen|troffen|spraken)\s+(?:we|wij)\b",
    re.IGNORECASE,
)
"""What a letter says that reports a meeting."""
_WAS_HELD = re.compile(
    r"\b(?:vergader(?:de|den|d)|bijeengekomen|kwam(?:en)?\s+bijeen)\b|\b(?:is|zijn|werd(?:en)?)\b[^.:]{0,60}\bbesproken\b"
    r"|\bbesproken\s+(?:is|zijn|werd(?:en)?)\b|\b(?:kwam(?:en)?|waren)\b[^.:]{0,60}\baan\s+(?:de\s+orde|bod)\b"
    r"|\baan\s+(?:de\s+orde|bod)\s+(?:(?:is|zijn)\s+)?(?:kwam(?:en)?|waren|was|gekomen|geweest)\b",
    re.IGNORECASE,
)
"""What says of a meeting that it was held: "Op 9 november vergaderde de LRT", "Daar is het volgende besproken"."""


@dataclass(frozen=True, slots=True)
class Letter:
    """What a text has of a letter."""

    greeting: str | None
    closing: str | None
    addressed: bool
    to_parliament: bool
    personal: int

    @classmethod
    def of(cls, text: str, lines: Sequence[str]) -> Letter:
        """What a text, given with its lines, has of a letter."""
        greeting = next((line for line in lines[: 2 * HEAD_LINES] if _is_salutation(line)), None)
        signed = (line for line in lines[-HEAD_LINES // 2 :] if _SIGNED.fullmatch(line))
        closing = next((line for line in lines if _CLOSING.fullmatch(line)), None) or next(signed, None)
        head = lines[:HEAD_LINES]
        addressed = any(ADDRESSEE.match(line) for line in head)
        to_parliament = any(_OFFICIAL.match(line) for line in head)
        return cls(greeting, closing, addressed, to_parliament, len(_PERSONAL.findall(text)))

    @property
    def is_one(self) -> bool:
        """Two of addressee, salutation and closing, and somebody who writes to somebody."""
        missing = (self.greeting is None) + (self.closing is None) + (not self.addressed)
        least = 1 if self.to_parliament or not missing else _LEAST_PERSONAL
        return missing <= 1 and self.personal >= least

    @property
    def official(self) -> bool:
        """To a parliament, or all three in the forms of office: no cover of minutes for those who were there."""
        formal = any(_FORMAL.search(line) for line in (self.greeting, self.closing) if line)
        whole = formal and None not in (self.greeting, self.closing) and self.addressed
        return self.is_one and (self.to_parliament or whole)


def encloses_minutes(lines: Sequence[str]) -> bool:
    """Whether the first lines say that minutes follow: "Hierbij het verslag van de LRT"."""
    opening = " ".join(lines[:HEAD_LINES])
    return _ENCLOSES_MINUTES.search(opening) is not None or _MET.search(opening) is not None


def reports_meeting(lines: Sequence[str]) -> bool:
    """Whether the first lines say of a meeting that it was held; a letter that only mentions it may say so too."""
    return _WAS_HELD.search(" ".join(lines[:HEAD_LINES])) is not None


def _is_salutation(line: str) -> bool:
    return len(line.split()) <= _MOST_GREETED and _SALUTATION.fullmatch(line) is not None
