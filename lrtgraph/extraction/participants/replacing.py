"""Who replaces whom, by what a seat says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lrtgraph.extraction.participants.naming import person_name
from lrtgraph.extraction.seats import Seats
from lrtgraph.records import ParticipantStatus

REPLACED = re.compile(
    r",?\s*\b(?:(?:zij|hij|die|deze)\s+)?(?:(?:wordt|werd|is)\s+)?(?:vervangen\s+door|vervanging\s+door|vertegenwoordigd\s+door|vervanger(?!\s+(?:van|voor)\b):?|vervanging:"
    r"|waargenomen\s+door)(?:\s+|(?=\s*[),]|\s*\Z))",
    re.IGNORECASE,
)
REPLACES = re.compile(
    r",?\s*\b(?:vervangt|ter\s+vervanging\s+van|als\s+vervang(?:er|ster)\s+(?:van|voor)|vervang(?:er|ster)\s+(?:van|voor)"
    r"|i\.?p\.?v\.?|in\s+plaats\s+van|plv\.?\s+(?:van|voor)|plaatsvervang(?:er|end)\s+(?:van|voor)|waarnemend\s+voor"
    r"|neemt\s+waar\s+voor|voor(?=\s+(?:dhr|mw|mevr|de\s+heer)\b)|namens(?=\s+(?:dhr|mw|mevr|de\s+heer)\b))\s+",
    re.IGNORECASE,
)
_INSTEAD = re.compile(r"[,;\s]*\bnamens\s+(?P<other>[A-Z'][\w' -]+)\Z")


@dataclass(frozen=True, slots=True)
class Seat:
    """A seat as read from a stretch of a block's text."""

    start: int
    end: int
    name: str | None
    office: str | None
    concept: str | None
    status: ParticipantStatus


def with_replacement(
    name: str, office: str, start: int, end: int, status: ParticipantStatus, seats: Seats
) -> Iterator[Seat]:
    """One seat, or two where the text says that somebody replaces somebody."""
    other = None
    other_status: ParticipantStatus = "replacement"
    for pattern, own, theirs in ((REPLACED, "replaced", "replacement"), (REPLACES, "replacement", "replaced")):
        for text in (office, name):
            if match := pattern.search(text):
                status, other_status = own, theirs  # type: ignore[assignment]
                other = text[match.end() :].strip()
                rest = text[: match.start()].strip(" ,(")
                bracketed = re.search(r"\(([^)]*)", other)
                other, more = re.sub(r"\(.*", "", other).strip(" )"), bracketed[1] if bracketed else ""
                if text is office:
                    office = rest or more
                else:
                    name, office = rest, office or more
                break
        if other is not None:
            break
    instead = _INSTEAD.search(office)
    if other is None and instead and instead.start() and seats.concept(instead["other"]) is None:
        status, other_status, other, office = "replacement", "replaced", instead["other"], office[: instead.start()]
    concept = seats.concept(office) if office else None
    cleaned = person_name(name)
    if cleaned is None and concept is None and not office:
        return
    yield Seat(start, end, cleaned, office or None, concept, status)
    if other is not None and other.lower() not in ("haar", "hem", "hen"):
        yield Seat(start, end, person_name(other), office or None, concept, other_status)
