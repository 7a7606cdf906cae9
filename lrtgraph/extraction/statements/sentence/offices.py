"""Titles of office that stand for a speaker: "de minister", "de wethouder"; an office is no pronoun."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from lrtgraph.extraction.grammar.lexicon import table, words
from lrtgraph.extraction.participants import speaks_for
from lrtgraph.notations import is_person
from lrtgraph.value import value

if TYPE_CHECKING:
    from lrtgraph.extraction.context import Reading


@value
class _Meant:
    """Whom a noun can mean: by the first word of their names, the prefix of their ids, or their ids."""

    titles: frozenset[str]
    prefixes: frozenset[str]
    concepts: frozenset[str]


@cache
def _meant() -> dict[str, _Meant]:
    return {
        noun: _Meant(*(frozenset(row[column].split()) for column in ("titles", "prefixes", "concepts")))
        for row in table("stand_ins")
        for noun in row["nouns"].split()
    }


def is_functionary(noun: str) -> bool:
    """Whether a noun means who works for somebody unnamed, alone or in a compound: "de gemeentesecretaris".

    >>> is_functionary("projectleider"), is_functionary("staatssecretaris")
    (True, False)
    """
    return noun.endswith(tuple(sorted(words("functionary")))) and noun not in words("other_party", "speaker_title")


class Offices:
    """Who holds an office at the table of a document, and for whom a title or another noun can stand."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._titled: dict[str, frozenset[str]] = {}

    def mean(self, noun: str, speakers: Sequence[str]) -> bool:
        """Whether a noun can point back to who spoke: "de minister" is no DG, "de directeur" no burgemeester.

        A pronoun, and a noun that says nothing of whom it means, can point to anybody; a person may hold any office.
        "De secretaris" and "de projectleider" are somebody else, unless the attendance list says who they are.
        """
        if is_functionary(noun):
            return not self._listed(noun).isdisjoint(speakers)
        return any(is_person(concept) or self._fits(noun, concept) for concept in speakers)

    def visit(self, speakers: Sequence[str]) -> bool:
        """Whether the attendance list has none of those who speak."""
        listed = {p.concept for p in self._reading.participants}
        return not any(one in listed or one == "leden" or is_person(one) for one in speakers)

    def away(self, speakers: Sequence[str]) -> bool:
        """Whether the attendance list has none of those who speak, by seat or by name."""
        listed = {speaks_for(p) for p in self._reading.participants}
        return not any(one in listed or one == "leden" for one in speakers)

    def held_by(self, title: str, concept: str) -> bool:
        """Whether who speaks for a concept holds an office of this title, so far as that is known."""
        return title in _meant() and self._fits(title, concept)

    def is_office(self, concept: str) -> bool:
        """Whether a concept is an office, and no body that it stands for."""
        known = self._reading.gazetteer.concepts.get(concept)
        return known is not None and known.cls == "Office"

    def only(self, title: str) -> str | None:
        """The seat of the only one at the table whom the attendance list gives a title."""
        return next(iter(self._listed(title))) if len(self._listed(title)) == 1 else None

    def presiding(self, title: str) -> str | None:
        """The seat of whoever presides, where the attendance list gives him a title: of two ministers the host."""
        return self._reading.chair if self._reading.chair in self._listed(title) else None

    def _listed(self, title: str) -> frozenset[str]:
        """The seats of those at the table whom the attendance list gives a title."""
        if title not in self._titled:
            listed = re.compile(rf"\b{re.escape(title)}\b", re.IGNORECASE)
            seated = (p for p in self._reading.participants if p.status != "absent")
            found = (speaks_for(p) for p in seated if listed.search(f"{p.evidence.text} {p.role or ''}"))
            self._titled[title] = frozenset(concept for concept in found if concept) if title else frozenset()
        return self._titled[title]

    def _fits(self, noun: str, concept: str) -> bool:
        known = self._reading.gazetteer.concepts.get(concept)
        title = known.pref_label.split()[0].lower() if known is not None else ""
        meant = _meant().get(noun)
        if meant is not None:
            prefix = concept.partition(":")[0] if ":" in concept else ""
            return title in meant.titles or prefix in meant.prefixes or concept in meant.concepts
        if noun in words("organisation"):
            return known is None or (known.cls != "Office" and ":" not in concept)
        return True
