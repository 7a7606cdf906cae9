"""Whether a name means its concept here: an ordered table of contexts, each with its reason in words.

The table is `data/linking/disambiguation.tsv`. The first row that fits decides; where none fits, the name stands.
"""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass, replace
from functools import cache

from lrtgraph.linking.lexicon import table
from lrtgraph.linking.matcher import Match

_BEFORE = 60  # characters that a row may look back
_AFTER = 90  # characters that a row may look ahead
_ANY = re.compile("")
KEEP, DROP = "=", "-"


@dataclass(frozen=True, slots=True)
class Context:
    """One row of the table.

    It fits a name of `concept` that is spelled as `name` says, with `before` ending just before it and `after`
    beginning just behind it (regular expressions, case ignored; empty: anything), in a document that surely names
    all concepts in `given` (empty: any; with `!` in front: does not; `other_field` stands for one of another field).
    `verdict` is `=` (it is the concept), `-` (it is
    none) or the concept that it is.
    """

    concept: str
    name: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    given: tuple[str, ...]
    verdict: str
    confidence: float
    reason: str
    example: str

    def fits(self, text: str, start: int, end: int, known: Set[str]) -> bool:
        """Whether the row speaks of the name at `[start, end)` of a text, in a document that surely names `known`."""
        if any((one.lstrip("!") in known) == one.startswith("!") for one in self.given):
            return False
        return (
            self.name.fullmatch(text, start, end) is not None
            and self.after.match(text, end, end + _AFTER) is not None
            and self.before.search(text, max(0, start - _BEFORE), start) is not None
        )


@cache
def contexts() -> dict[str, tuple[Context, ...]]:
    """The table's rows by concept, in their order."""
    rows: dict[str, list[Context]] = {}
    for row in table("disambiguation"):
        for concept in row["concept"].split():
            rows.setdefault(concept, []).append(_context(concept, row))
    return {concept: tuple(found) for concept, found in rows.items()}


def _context(concept: str, row: dict[str, str]) -> Context:
    return Context(
        concept=concept,
        name=re.compile(row["name"] or r".*"),
        before=re.compile(f"(?:{row['before']})\\Z", re.I) if row["before"] else _ANY,
        after=re.compile(row["after"], re.I) if row["after"] else _ANY,
        given=tuple(row["given"].split()),
        verdict=row["verdict"],
        confidence=float(row["confidence"]),
        reason=row["reason"],
        example=row["example"],
    )


def decide(match: Match, text: str, known: Set[str]) -> Match | None:
    """A match as the table's first fitting row leaves it: kept, turned into another concept, or None.

    `known` holds the concepts that the document surely names, and those of a user's own list.
    """
    for row in contexts().get(match.concept, ()):
        if row.fits(text, match.start, match.end, known):
            if row.verdict == DROP:
                return None
            concept = match.concept if row.verdict == KEEP else row.verdict
            return replace(match, concept=concept, confidence=min(match.confidence, row.confidence), reason=row.reason)
    return match
