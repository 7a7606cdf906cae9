"""Commitments that only grant what was asked before them: "VNG vraagt om een brief vóór 1 mei. JenV zegt dit toe."."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from lrtgraph.extraction.grammar.arguments import BARE, arguments
from lrtgraph.extraction.grammar.lexicon import WORDEN, words
from lrtgraph.extraction.grammar.tokens import first_finite, tokens_of

if TYPE_CHECKING:
    from spacy.tokens import Span

    from lrtgraph.extraction.context import Reading

_POINTING = frozenset({"dit", "dat", "deze", "die", "daarmee", "hiermee"})
_PROPOSING = frozenset({("stelt", "voor"), ("stellen", "voor"), ("stelde", "voor"), ("stelden", "voor")})
"""Only side by side: "stelt dat de brief voor 1 mei komt" asks for nothing."""
_LONGEST = 12
"""Words of a sentence that only grants something."""
_BARE = 5
"""Words of one that does not even point to it: "JenV zegt toe."."""


def request_before(reading: Reading, block: int, stretch: Span) -> Span | None:
    """The sentence right before a commitment that says what is committed to; None where the commitment says it itself.

    In: a block and the tokens of the commitment in it. Out: a sentence with a word of asking.
    """
    if not _only_grants(reading, block, stretch):
        return None
    doc = stretch.doc
    sentences = list(doc.sents)
    place = next((k for k, sentence in enumerate(sentences) if sentence.end > stretch.start), 0)
    if place == 0:
        return None
    before = sentences[place - 1]
    asking = words("requesting", "opinion_noun")
    inside = tokens_of(doc).lower[before.start : before.end]
    proposes = any(pair in _PROPOSING for pair in pairwise(inside))
    return before if proposes or not asking.isdisjoint(inside) else None


def asked_of(reading: Reading, block: int, asked: Span) -> tuple[str, ...]:
    """Whom a sentence asks, who is the subject of what is granted then: "VNG verzoekt SJenV om een brief".

    In: a block and the sentence in it that `request_before` found. Out: the actors; empty where it asks nobody by name.
    """
    tokens = tokens_of(asked.doc)
    found = arguments(reading, block, asked.start_char, asked.end_char)
    verb = first_finite(tokens.finite, asked.start, asked.end)
    if verb is None:
        return ()
    if tokens.lower[verb] in WORDEN and not words("requesting").isdisjoint(tokens.lower[verb : asked.end]):
        return next((a.concepts for a in found if a.marker == BARE and a.last == verb - 1), ())
    if tokens.lower[verb] not in words("requesting"):
        return ()
    behind = [a for a in found if a.first == verb + 1 and a.marker in (BARE, "aan")]
    return behind[0].concepts if behind and any(a.last == verb - 1 for a in found) else ()


def _only_grants(reading: Reading, block: int, stretch: Span) -> bool:
    """Whether a commitment points to what was said before, and neither "te" nor "dat" opens what it would be."""
    told = [token for token in stretch if not token.is_punct]
    lower = [token.lower_ for token in told]
    if len(told) > _LONGEST or "te" in lower:
        return False
    points = any(
        word in _POINTING and (k + 1 == len(told) or told[k + 1].pos_ != "NOUN") and told[k].pos_ != "SCONJ"
        for k, word in enumerate(lower)
    )
    return points or (len(told) <= _BARE and not _names_thing(reading, block, stretch))


def _names_thing(reading: Reading, block: int, stretch: Span) -> bool:
    """Whether a noun that is no actor says what it is: "COA zegt een brief toe", but not "zegt die brief toe"."""
    actors = words("title", "body_word")
    mentions = reading.mentions_in(block, stretch.start_char, stretch.end_char)
    named = [(m.block_start, m.block_end) for m in mentions if reading.is_actor(m.concept)]
    return any(
        token.pos_ == "NOUN"
        and token.lower_ not in actors
        and not (token.i > stretch.start and token.nbor(-1).lower_ in _POINTING)
        and not any(start <= token.idx < end for start, end in named)
        for token in stretch
    )
