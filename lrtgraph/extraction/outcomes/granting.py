"""Commitments that only grant what was asked before them: "VNG vraagt om een brief vóór 1 mei. JenV zegt dit toe."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lrtgraph.extraction.lexicon import words
from lrtgraph.extraction.tokens import tokens_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

_POINTING = frozenset({"dit", "dat", "deze", "die", "daarmee", "hiermee"})
_LONGEST = 12
"""Words of a sentence that only grants something."""
_BARE = 5
"""Words of one that does not even point to it: "JenV zegt toe."."""


def request_before(doc: Doc, stretch: Span) -> Span | None:
    """The sentence right before a commitment that says what is committed to; None where the commitment says it itself.

    In: a block and the tokens of the commitment in it. Out: a sentence with a word of asking.
    """
    if not _only_grants(stretch):
        return None
    sentences = list(doc.sents)
    place = next((k for k, sentence in enumerate(sentences) if sentence.end > stretch.start), 0)
    if place == 0:
        return None
    before = sentences[place - 1]
    asking = words("opinion_verb") | words("opinion_noun")
    inside = tokens_of(doc).lower[before.start : before.end]
    return before if not asking.isdisjoint(inside) else None


def _only_grants(stretch: Span) -> bool:
    """Whether a commitment points to what was said before, and neither "te" nor "dat" opens what it would be."""
    told = [token for token in stretch if not token.is_punct]
    lower = [token.lower_ for token in told]
    if len(told) > _LONGEST or "te" in lower:
        return False
    points = any(
        word in _POINTING and (k + 1 == len(told) or told[k + 1].pos_ != "NOUN") and told[k].pos_ != "SCONJ"
        for k, word in enumerate(lower)
    )
    return points or len(told) <= _BARE
