"""Organisations of an attendance list that no gazetteer lists: "mw. Bos (Wegwijs)", "Bos | Kern en Kade"."""

from __future__ import annotations

import re
from dataclasses import replace

from lrtgraph.dutch.redaction import is_redacted
from lrtgraph.extraction.offices_of_state import OF_FIELD
from lrtgraph.extraction.participants.naming import PERSON, is_function
from lrtgraph.extraction.participants.replacing import Seat
from lrtgraph.extraction.seats import Seats

_NAME = re.compile(r"[A-ZÀ-Þ][\w&'’+-]*(?:\s+(?:(?:en|van|de|der|het|voor|&)\s+)*[\w&'’+-]+){0,4}")
_PARTS = re.compile(r"\s*[,;/]\s*|\s+[-–—]\s+")
_LETTERS = 3
"""Letters of a name; fewer are initials or a sign."""


def with_organisation(seat: Seat, seats: Seats) -> Seat:
    """A named seat whose office is no known one, with the organisation that stands in its place.

    The name stands for itself, as an acronym that nobody knows does. What says how somebody sits, or in what function,
    is no organisation.
    """
    if seat.concept is not None or not seat.name or not seat.office or is_redacted(seat.office):
        return seat
    if OF_FIELD.match(seat.office):
        return seat  # what stands behind it is the field: "minister voor Natuur, Water en Stikstof"
    found = next((part for part in _PARTS.split(seat.office.strip(" .()")) if _is_organisation(part, seats)), None)
    return seat if found is None else replace(seat, concept="_".join(found.split()))


def _is_organisation(part: str, seats: Seats) -> bool:
    if _NAME.fullmatch(part) is None or sum(map(str.isalpha, part)) < _LETTERS:
        return False
    words = part.lower().split()
    functions = any(map(is_function, words))
    return not (functions or PERSON.match(part) or seats.is_side_note(part) or any(map(str.isdigit, part)))
