"""Words in a contribution's content that tell a plain remark from a request or a concern (`data/act_cues.csv`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import cast

from lrtgraph.extraction.grammar.lexicon import table
from lrtgraph.extraction.statements.speech.patterns import Index, Word, fits
from lrtgraph.records import Act


@dataclass(frozen=True, slots=True)
class Cue:
    """Words in the content that say what it is, one behind the other; a tilde among them leaves room for others.

    `reach` is "opening" where they must open a sentence, "complement" where they count only inside what a verb of
    speech governs, "anywhere" where both.
    """

    pattern: tuple[Word, ...]
    act: Act
    reach: str


@cache
def _cues() -> Index[Cue]:
    """The rows of the table by their first word."""
    rows = [(tuple(Word.parse(word) for word in row["cue"].split()), row) for row in table("act_cues")]
    return Index((pattern, Cue(pattern, cast("Act", row["act"]), row["reach"])) for pattern, row in rows)


def cues(tokens: Sequence[str], start: int, end: int, reaches: frozenset[str]) -> list[tuple[int, Cue]]:
    """The cues in `tokens[start:end]` (lower case) whose reach is one of `reaches`, with their place.

    >>> found = cues("nu is er behoefte aan".split(), 0, 5, frozenset({"anywhere"}))
    >>> sorted({(place, cue.act) for place, cue in found})
    [(3, 'verzoekt')]
    """
    index = _cues()
    found = []
    for k in range(start, end):
        for cue in index.at(tokens[k]):
            if cue.reach not in reaches:
                continue
            if fits(tokens, k, end, cue.pattern):
                found.append((k, cue))
    return found
