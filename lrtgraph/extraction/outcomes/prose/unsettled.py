"""Sentences in which nothing is settled, and those that go on with what was settled before them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lrtgraph.dutch.redaction import is_withheld
from lrtgraph.extraction.grammar.lexicon import words
from lrtgraph.extraction.outcomes.prose.actuality import disagrees
from lrtgraph.extraction.outcomes.status import is_closed

if TYPE_CHECKING:
    from spacy.tokens import Span


def settles_nothing(sentence: Span) -> bool:
    """Whether a sentence says that nothing was settled ("Over een bonus wordt geen besluit genomen"), or only asks."""
    return (
        is_withheld(sentence.text)
        or sentence.text.rstrip().endswith("?")
        or is_closed(sentence.text)
        or disagrees(sentence)
        or denies(sentence)
    )


def denies(sentence: Span, start: int = 0) -> bool:
    """Whether a sentence, from `start` in its text on, says that no decision was taken ("nog niet besloten")."""
    tokens = [token.lower_ for token in sentence if token.idx >= start]
    for k, word in enumerate(tokens):
        if word in words("outcome_noun"):
            before = tokens[max(0, k - 3) : k]
            if "geen" in before or (k and tokens[k - 1] == "niets"):
                return True
        put_off = {"niets", "later", "nog"} & set(tokens[:k])
        denied = put_off or (tokens[k - 1] == "niet" and word != "vastgesteld")  # not to adopt it is a decision
        if word in ("besloten", "afgesproken", "vastgesteld") and denied:
            return True
    return False


def continuation(sentences: list[Span], k: int) -> int:
    """The last sentence that goes on with the outcome of sentence `k` ("Hier zal ook … worden besproken")."""
    while k + 1 < len(sentences):
        tokens = [token.lower_ for token in sentences[k + 1][:3]]
        if not tokens or tokens[0] not in words("going_on"):
            break
        if not any(word in ("zal", "zullen", "wordt", "worden") for word in tokens[1:]):
            break
        k += 1
    return k
