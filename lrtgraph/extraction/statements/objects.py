"""What somebody is for or against by its name: "maakt bezwaar tegen de HAR", "steunt het BAK OEK", "is voor uitruil".

Whose verb or preposition has its object there says so himself, so that nothing of the item or of what was said before
is meant with it.
"""

from __future__ import annotations

from typing import Final

from lrtgraph.extraction.lexicon import words
from lrtgraph.extraction.statements.lexicon import VERDICTS, noun_frames, sightings, state_frames
from lrtgraph.extraction.statements.passage import words as speaking
from lrtgraph.extraction.statements.themes import Named, Turn
from lrtgraph.extraction.tokens import Tokens

_WITHIN: Final = frozenset({"DET", "ADJ", "NUM", "PRON"})
_STOPS: Final = frozenset({".", ";", ":", "?", "!"})


def objects(turn: Turn) -> frozenset[str]:
    """The instruments that a contribution for or against something names as what it is for or against.

    A word that is mostly another thing's ("de bonus") names it no more than that does.
    """
    if turn.row.act not in VERDICTS:
        return frozenset()
    known = turn.reading.gazetteer.concepts
    return frozenset(
        concept
        for concept, places in turn.inside.items()
        if turn.kind(concept) == "instrument"
        and any(
            one.mention.text.lower() not in known[concept].ordinary and is_object(one) and _sided(one) for one in places
        )
    )


def is_object(one: Named) -> bool:
    """Whether a name stands in the first clause as the object of what is said: of its verb, or of an act noun."""
    lower = one.tokens.lower
    between = lower[one.start : one.first]
    if one.sentence or not (words("topic_opener") - {","}).isdisjoint(between) or ":" in between[2:]:
        return False
    if one.verb is not None and one.first < one.verb:
        return False
    k = _before(one.tokens, one.first, one.start)
    if k > one.start and lower[k] == "van" and one.tokens.parts[k - 1] == "NOUN":
        k = _before(one.tokens, k - 1, one.start)  # "de verlenging van de HAR"
    return k >= one.start and _governs(one.tokens, k, one.start)


def _before(tokens: Tokens, first: int, start: int) -> int:
    """The word before a name and its article and adjectives."""
    k = first - 1
    while k >= start and tokens.parts[k] in _WITHIN and not tokens.finite[k]:
        k -= 1
    return k


def _governs(tokens: Tokens, k: int, start: int) -> bool:
    """Whether a word is a verb, one that goes with it, or a preposition of that or of an act noun."""
    word, part = tokens.lower[k], tokens.parts[k]
    if word in speaking("object_preposition"):
        noun = tokens.lower[k - 1] if k > start else ""
        return tokens.parts[k - 1] != "NOUN" or noun in noun_frames() or noun in speaking("misgiving")
    return tokens.finite[k] or part in ("VERB", "AUX", "ADV") or word in speaking("between") | speaking("negation")


def _sided(one: Named) -> bool:
    """Whether what stands before a name tells by itself that somebody is for or against something."""
    lower = one.tokens.lower
    for k in range(one.start, one.first):
        noun, states = noun_frames().get(lower[k]), state_frames().get(lower[k], ())
        if (noun is not None and noun.act in VERDICTS) or any(state.act in VERDICTS for state in states):
            return True
        found = sightings(lower, one.start, one.end, k)
        if found and found[0].frame.act in VERDICTS:
            return True
    return False
