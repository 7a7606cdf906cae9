"""The things of a task: what is to be made, sent or found out, and apart from it what that is about.

Whoever tells of the delay of a scheme, writes about a list or evaluates a plan does not make the scheme, the list or
the plan: such a noun is none, or one behind "over".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Final

from lrtgraph.extraction.grammar.clauses import Clause, clauses
from lrtgraph.extraction.grammar.lexicon import words
from lrtgraph.extraction.grammar.predicates import Predicate, Use
from lrtgraph.extraction.grammar.tokens import Tokens, phrase_start, tokens_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

ABOUT: Final = "over"
_TRANSPARENT: Final = frozenset({None, "dat", "om"})
"""Openers of clauses that tell the task itself: "zegt toe dat de brief er komt"."""


def things_of(doc: Doc, nouns: Iterable[int]) -> Iterator[str]:
    """The things that the tokens `nouns`, the nouns of a task's wording, tell; what it is about behind "over".

    >>> from lrtgraph.language import load
    >>> list(things_of(load()("COA stuurt een brief over de vertraging van het plan."), (3, 6, 9)))
    ['brief', 'over vertraging']
    >>> list(things_of(load()("COA evalueert het plan."), (3,)))
    ['over plan']
    """
    for noun in nouns:
        word = tokens_of(doc).lower[noun]
        if word in words("no_thing") or _belongs(doc, noun):
            continue
        yield f"{ABOUT} {word}" if _is_about(doc, noun) else word


def is_noun(tokens: Tokens, k: int) -> bool:
    """Whether a token is a noun, or behind "het" what else would be an adjective without one: "het regiobod is er".

    >>> from lrtgraph.language import load
    >>> tokens = tokens_of(load()("Het regiobod van Ede is groot."))
    >>> is_noun(tokens, 1), is_noun(tokens, 5)
    (True, False)
    """
    parts = tokens.parts
    bare = parts[k] == "ADJ" and tokens.lower[k][-1] != "e" and k > 0 and tokens.lower[k - 1] == "het"
    return parts[k] == "NOUN" or (bare and parts[k + 1 : k + 2] not in (["NOUN"], ["ADJ"], ["PROPN"]))


def _belongs(doc: Doc, noun: int) -> bool:
    """Whether the noun only belongs to another: "de vertraging van de regeling", but not "een concept van het plan" or
    "het toesturen van het plan".
    """
    tokens = tokens_of(doc)
    marker = phrase_start(tokens, noun, 0) - 1
    if marker < 1 or tokens.lower[marker] not in words("complement_marker"):
        return False
    head = marker - 1
    bare = tokens.lower[head].endswith("en") and phrase_start(tokens, head, 0) == head  # may be an infinitive
    if bare or tokens.parts[head] == "VERB" or tokens.lower[head] in words("whole_noun"):
        return _belongs(doc, head) or _is_about(doc, head)
    return tokens.lower[marker] == "van" or tokens.parts[head] == "NOUN"


def _is_about(doc: Doc, noun: int) -> bool:
    """Whether it is what is only told of, asked or looked at: "over het plan", "of het plan er is", "evalueert het
    plan".
    """
    tokens = tokens_of(doc)
    before = phrase_start(tokens, noun, 0) - 1
    asks = before >= 0 and tokens.lower[before] == "of" and tokens.parts[before] == "SCONJ"
    if asks or (before >= 0 and tokens.lower[before] in words("subject_marker")):
        return True
    clause = next(one for one in clauses(doc[noun].sent) if one.start <= noun < one.end)
    return clause.opener not in _TRANSPARENT or _is_examined(doc, clause, noun)


def _is_examined(doc: Doc, clause: Clause, noun: int) -> bool:
    uses = (use for verb in _examining() for use in verb.uses(tokens_of(doc).lower, clause.start, clause.end))
    return any(_governs(doc, use, noun) for use in uses)


def _governs(doc: Doc, use: Use, noun: int) -> bool:
    """Whether the noun stands behind the finite verb, or before the verb with no other in between."""
    if use.verb < noun:
        return use.form == "finite"
    return "VERB" not in tokens_of(doc).parts[noun : use.verb]


@cache
def _examining() -> tuple[Predicate, ...]:
    return tuple(map(Predicate.parse, sorted(words("examining"))))
