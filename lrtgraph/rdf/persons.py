"""The persons of a record: every form in which it names one, and who sits in a slot of the attendance list."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from lrtgraph.notations import PERSON, is_person
from lrtgraph.records import Mention, Participant, Record

_NAME: Final = re.compile(r"(?<!\w)[A-ZÀ-ÖØ-Þ](?=\w*[a-zß-öø-ÿ])\w+")
"""A word of a name: with a capital, and no acronym; given names and surnames may stand in columns of their own."""


def names_in(record: Record) -> re.Pattern[str] | None:
    """Every form in which the record names a person, and each word of it that is a name by itself, longest first."""
    forms = {mention.text for mention in record.mentions if is_person(mention.concept)}
    forms |= {participant.name for participant in record.participants if participant.name}
    others = {mention.text for mention in record.mentions if not is_person(mention.concept)}
    forms |= {word for form in forms for word in _NAME.findall(form)} - others
    alternatives = "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)) if form)
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)") if alternatives else None


def person_of(slot: Participant, persons: Iterable[Mention]) -> str:
    """The person in a slot: the one of `persons` mentioned there by (part of) that name, else the name itself."""
    name = slot.name or ""
    for mention in persons:
        inside = slot.evidence.start <= mention.start and mention.end <= slot.evidence.end
        if inside and (mention.text in name or name in mention.text):
            return mention.concept
    return PERSON + name.replace(" ", "_")
