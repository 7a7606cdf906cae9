"""What somebody is for or against by its name: "maakt bezwaar tegen de HAR", "steunt het BAK OEK", "is voor uitruil".

Whose verb or preposition has its object there says so himself, so that nothing of the item or of what was said before
is meant with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from lrtgraph.extraction.grammar.exceptions import exceptions
from lrtgraph.extraction.grammar.lexicon import words
from lrtgraph.extraction.grammar.tokens import phrase_start, tokens_of
from lrtgraph.extraction.statements.speech.lexicon import VERDICTS, noun_frames, sightings, state_frames
from lrtgraph.extraction.statements.subject.judged.elsewhere import in_beside
from lrtgraph.extraction.statements.subject.termination import instruments
from lrtgraph.extraction.statements.subject.themes import Named, Turn, mentioned

if TYPE_CHECKING:
    from lrtgraph.extraction.context import Reading
    from lrtgraph.extraction.grammar.tokens import Tokens
    from lrtgraph.extraction.statements.course.floor import Contribution

_GAPPED: Final = frozenset({"gapping", "contrast"})
_PHRASE: Final = 4
"""Tokens before a name of a phrase that tells with what in view: "met het oog op het BAK OEK"."""


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
        and any(one.mention.text.lower() not in known[concept].ordinary and _held(one, turn.row.rule) for one in places)
    )


def beside(reading: Reading, row: Contribution, about: Sequence[str]) -> tuple[str, ...]:
    """Those instruments that a contribution for or against something has beside that, and not as that.

    "steunt de HAR als het BAK OEK wordt verlengd", "vindt de HAR beter dan het BAK OEK", "met het oog op …"; and where
    it names what it is for or against, of the item's what it does not name: "is tegen de bonus", under the HAR.
    """
    named = [concept for concept in about if reading.is_instrument(concept)] if row.act in VERDICTS else []
    if len(named) < 2:
        return ()
    places: dict[str, list[Named]] = {concept: [] for concept in named}
    for one in mentioned(reading, row.places[0]):
        if one.mention.concept in places:
            places[one.mention.concept].append(one)
    held = [c for c, found in places.items() if any(_held(one, row.rule) and not _is_excepted(one) for one in found)]
    block, start, end = row.places[0]
    bare = {one[2] for one in instruments(reading, block, *tokens_of(reading.docs[block]).at(start, end), about)}
    return tuple(
        concept
        for concept, found in places.items()
        if (not found and held and concept not in bare)
        or (found and set(held) - {concept} and all(map(_in_condition, found)))
        or (found and all(map(_in_comparison, found)))
    )


def _is_excepted(one: Named) -> bool:
    """ "stemt in, met uitzondering van de bonus"."""
    return any(one.first in phrase for phrase in exceptions(one.tokens, [(one.first, one.last)]))


def _in_condition(one: Named) -> bool:
    """Whether a name stands in a clause or phrase that says under which condition, or with what in view."""
    before = one.tokens.lower[one.start : one.first]
    return in_beside(one.tokens, one.first, one.start) or not words("viewing").isdisjoint(before[-_PHRASE:])


def _in_comparison(one: Named) -> bool:
    """Whether something else is compared to a name: "beter dan het BAK OEK"."""
    k = phrase_start(one.tokens, one.first, one.start) - 1
    return k > one.start and one.tokens.lower[k] == "dan" and one.tokens.parts[k - 1] in ("ADJ", "ADV")


def _held(one: Named, rule: str) -> bool:
    """Whether a name is what a contribution found by a rule is for or against.

    Where the verb is that of the clause before ("…, IPO het BAK OEK", "…, niet bij de HAR"), nothing else is named.
    """
    begin = _begin(one)
    if rule in _GAPPED and one.verb is None:
        return True
    return _is_object(one, begin) and _sided(one, begin)


def _begin(one: Named) -> int:
    """Where the main clause begins, behind a clause that leads up to it: "Hoewel VNG dit steunt, is zij tegen …"."""
    tokens = one.tokens
    if words("topic_opener").isdisjoint(tokens.lower[one.start : one.start + 1]):
        return one.start
    joints = (k + 1 for k in range(one.start, one.first) if tokens.lower[k] == "," and tokens.finite[k + 1])
    return next(joints, one.start)


def _is_object(one: Named, begin: int) -> bool:
    """Whether a name stands in the main clause as the object of what is said: of its verb, or of an act noun."""
    lower = one.tokens.lower
    between = lower[begin : one.first]
    if one.sentence or not (words("topic_opener") - {","}).isdisjoint(between) or ":" in between[2:]:
        return False
    if not any(one.tokens.finite[begin : one.first]) and one.verb is not None:
        return False
    k = phrase_start(one.tokens, one.first, begin) - 1
    if k > begin and lower[k] == "van" and one.tokens.parts[k - 1] == "NOUN":
        k = phrase_start(one.tokens, k - 1, begin) - 1  # "de verlenging van de HAR"
    return k >= begin and _governs(one.tokens, k, begin)


def _governs(tokens: Tokens, k: int, start: int) -> bool:
    """Whether a word is a verb, one that goes with it, its subject behind it ("dan steunt VNG de HAR"), or a
    preposition of that or of an act noun.
    """
    word, part = tokens.lower[k], tokens.parts[k]
    if part in ("PROPN", "NOUN"):
        verb = phrase_start(tokens, k, start) - 1
        return verb >= start and tokens.finite[verb]
    if word in words("object_preposition"):
        noun = tokens.lower[k - 1] if k > start else ""
        return tokens.parts[k - 1] != "NOUN" or noun in noun_frames() or noun in words("misgiving")
    return tokens.finite[k] or part in ("VERB", "AUX", "ADV") or word in words("between", "denying")


def _sided(one: Named, begin: int) -> bool:
    """Whether the clause around a name tells by a word of its own that somebody is for or against something."""
    lower = one.tokens.lower
    parting = words("topic_opener")
    stop = next((k for k in range(one.last, one.end) if lower[k] in parting), one.end)
    for k in range(begin, stop):
        noun, states = noun_frames().get(lower[k]), state_frames().get(lower[k], ())
        if (noun is not None and noun.act in VERDICTS) or any(state.act in VERDICTS for state in states):
            return True
        found = sightings(lower, begin, stop, k)
        if found and found[0].frame.act in VERDICTS:
            return True
    return False
