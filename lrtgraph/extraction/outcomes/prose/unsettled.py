"""Sentences in which nothing is settled, and those that go on with what was settled before them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from lrtgraph.dutch.conjugation import conjugation
from lrtgraph.dutch.redaction import is_withheld
from lrtgraph.extraction.grammar.clauses import is_finite
from lrtgraph.extraction.grammar.lexicon import WORDEN, words
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
        or is_course(sentence)
    )


def is_course(sentence: Span) -> bool:
    """Whether a sentence only tells that the meeting is opened, suspended or closed: "De vergadering sluit om 12 uur",
    "De bijeenkomst wordt om kwart voor twaalf gesloten", "De voorzitter sluit de vergadering".

    Not that one over something is ("Het overleg met COA wordt gesloten"), nor that it fits ("Het overleg sluit aan").
    """
    tokens = [token for token in sentence if token.text[:1].isalnum()]
    lower = [token.lower_ for token in tokens]
    verb = next((k for k, token in enumerate(tokens) if is_finite(token)), len(lower))
    subject = [word for word in lower[:verb] if word not in words("determiner")]
    if lower[:1] and lower[0] in words("course_noun"):
        return verb == len(lower)  # "Sluiting om 16.40 uur."
    if len(subject) != 1 or sum(map(is_finite, tokens)) != 1:
        return False
    done, behind = _course_forms(), lower[verb + 1 :]
    if subject[0] in words("chair"):
        return lower[verb] in done and not words("sitting").isdisjoint(behind[:2])
    if subject[0] not in words("sitting"):
        return False
    closed = lower[verb] in done and behind[:1] in ([], ["om"])
    return closed or (lower[verb] in WORDEN and behind[-1:] != [] and behind[-1] in done)


@cache
def _course_forms() -> frozenset[str]:
    """The finite forms and participles of the verbs for what is done with a meeting."""
    found = [conjugation(verb) for verb in words("presiding")]
    return frozenset(form for one in found for form in one.finite | one.participles)


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


def is_more(sentence: Span) -> bool:
    """Whether a sentence only adds to what was agreed or decided in the one before: "En ook om VNG te betrekken."."""
    opening = [token.lower_ for token in sentence[:_OPENS_MORE]]
    if "om" not in opening or "ook" not in opening[: opening.index("om")]:
        return False
    joined = all(word in _MORE for word in opening[: opening.index("om")])
    rest = [token.lower_ for token in sentence[opening.index("om") + 1 :]]
    return joined and "te" in rest and "," not in rest[: rest.index("te")] and not any(map(is_finite, sentence))


_MORE = frozenset({"en", "ook", "daarnaast", "verder", "tevens"})
_OPENS_MORE = 4
"""Words in which "en daarnaast ook om" stands."""
