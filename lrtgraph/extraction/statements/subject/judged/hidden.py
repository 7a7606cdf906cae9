"""Whether what a contribution is for or against is blanked out: "VNG is tegen [5.1.2.i]", "IPO vindt [buiten verzoek]".

Nothing of its agenda item is filled in there, nor for who agrees or disagrees with it without naming anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lrtgraph.dutch.redaction import blanks, ends_withheld, is_blanked_name
from lrtgraph.dutch.surnames import person_titles
from lrtgraph.extraction.grammar.lexicon import words
from lrtgraph.extraction.grammar.tokens import tokens_of
from lrtgraph.extraction.statements.speech.lexicon import VERDICTS

if TYPE_CHECKING:
    from lrtgraph.extraction.context import Reading
    from lrtgraph.extraction.grammar.tokens import Tokens
    from lrtgraph.extraction.statements.course.floor import Contribution

_REACTING: Final = VERDICTS | {"antwoordt"}
_SIDING: Final = frozenset({"tegen", "voor", "met", "bij", "achter"})
_SPEAKING: Final = (["namens"], ["door"], ["("], ["monde", "van"])
_CLOSING: Final = frozenset({"", ".", ",", ";", ":", "en", "maar", "!", "?"})


def hides(reading: Reading, row: Contribution, *, before: bool) -> bool:
    """Whether a contribution that names no thing itself is about what is blanked out, or what came `before` it is."""
    if any(_has_hidden_object(reading, row, place) for place in row.places):
        return True
    return row.act in _REACTING and (before or _follows_blank(reading, row))


def _has_hidden_object(reading: Reading, row: Contribution, place: tuple[int, int, int]) -> bool:
    """Whether something blanked out stands behind the verb and is not just somebody's name."""
    block, start, end = place
    tokens = tokens_of(reading.docs[block])
    first = tokens.at(start, end)[0]
    for mark in blanks(tokens.text[:end]):
        at, behind = tokens.at(*mark)
        if mark[0] >= start and any(tokens.finite[first:at]) and _is_object(tokens, row, first, (at, behind)):
            return True
    return False


def _is_object(tokens: Tokens, row: Contribution, first: int, mark: tuple[int, int]) -> bool:
    """ "is tegen [5.1.2.e]", "deelt mee dat ████."; not "vraagt ████ om cijfers", "bij monde van de heer ████"."""
    at, behind = mark
    lower = tokens.lower
    while at > first and (lower[at - 1] in person_titles() or lower[at - 1] in words("determiner")):
        at -= 1
    if any(lower[at - len(one) : at] == one for one in _SPEAKING):
        return False
    held = lower[at - 1] in _SIDING or tokens.finite[at - 1]
    if is_blanked_name(tokens.text[tokens.starts[mark[0]] :]):
        return held and row.act in VERDICTS
    closes = (lower[behind] if behind < len(lower) else "") in _CLOSING
    return closes or row.act in VERDICTS


def _follows_blank(reading: Reading, row: Contribution) -> bool:
    """Whether what stands right before a contribution in its agenda item ends in words that are blanked out."""
    block, start, _ = row.places[0]
    text = reading.layout.blocks[block].text[:start]
    above = reading.layout.blocks[block - 1] if block and not text.strip() else None
    if above is not None:
        text = above.text if above.item == row.item else ""
    return ends_withheld(text)
