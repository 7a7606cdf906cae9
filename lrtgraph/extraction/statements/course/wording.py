"""The act of a contribution, by the lexicon, its words and what was said before it: a linear model and a network.

The lexicon knows what a verb does, and cannot know every turn of phrase. These models know no grammar, but have seen
thousands of contributions with the act that people gave them (`training/acts.py`), and have learnt from minutes that no
rule was made from how far the lexicon can be trusted. They err in different places, so both have half a say. Names are
hidden from them, so that no act is anybody's habit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from operator import itemgetter
from typing import Final, get_args

from lrtgraph.extraction.grammar.network import network
from lrtgraph.extraction.grammar.weights import SCALE, shares, weights
from lrtgraph.extraction.statements.course.discussion import Discussion
from lrtgraph.extraction.statements.course.floor import Contribution
from lrtgraph.extraction.statements.speakers.likely import RULE
from lrtgraph.records import Act
from lrtgraph.value import value

ACTS: Final = tuple(sorted(get_args(Act)))
TRUST: Final[dict[Act, float]] = {"bezwaar": 2.0, "zegt_toe": 1.5, "verzoekt": 0.5}
"""How much more the lexicon is trusted than it deserved in training, in natural logarithms of odds, by the act that it
finds: there it met minutes that are richer in turns of phrase than real ones. Chosen on minutes not trained on."""
_TRUST: Final = 1.0
"""The same of all other acts."""
_SPEECHLESS: Final = frozenset({"aside", "label", "unknown-verb"})
"""Rules by which it is told who speaks, and by no verb that the lexicon knows what he does: that he tells something is
then no finding, and not trusted."""
NAMED: Final = 6.0
"""How much more again where the predicate is the very name of the act ("zegt toe")."""
_WORDS: Final = 60
_OPENING: Final = 12
_FIRST: Final = 5
_TOKEN: Final = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")
_PREFIXES: Final = (4, 6)
_SUFFIX: Final = 4
_LONG: Final = 6


@value
class Opinion:
    """An act, and how likely it is (0 to 1)."""

    act: Act
    sure: float


def opinion(text: str, row: Contribution, so_far: Discussion) -> Opinion:
    """What the act of a contribution is.

    In: its words, the contribution as the lexicon has it, and the discussion before it. Raises ResourceError where the
    table of weights or the network is missing. Who is against something by the lexicon is not for it by his words.

    >>> row = Contribution(("COA",), (), "informeert", (), "subject", 0.9, [(0, 0, 44)], True, None)
    >>> opinion("COA meldt dat de locatie op 1 mei opent.", row, Discussion()).act
    'informeert'
    """
    known = turn(row, so_far)
    by_table = weights("act_words").odds([*features(text), *known])
    by_network = network("acts").odds(words(text), known)
    odds = {act: (one + other) // 2 for act, one, other in zip(ACTS, by_table, by_network, strict=True)}
    if row.rule != RULE:
        odds[row.act] += round((_trust(row) + NAMED * row.explicit) * SCALE)
        if row.act == "bezwaar":
            del odds["steunt"]  # what the lexicon denies, words take for praise: "is niet blij", "heeft wel bezwaren"
    sure, act = max(zip(shares([*odds.values()]), odds, strict=True), key=itemgetter(0))
    return Opinion(act, sure)


def _trust(row: Contribution) -> float:
    unfound = row.act == "informeert" and row.rule in _SPEECHLESS
    return 0.0 if unfound else TRUST.get(row.act, _TRUST)


def turn(row: Contribution, so_far: Discussion) -> list[str]:
    """The features of a contribution beside its words: what the lexicon says where it was found by that, and the turn.

    >>> turn(Contribution(("COA",), (), "informeert", (), "subject", 0.9, [(0, 0, 44)], True, None), Discussion())[:2]
    ['lexicon informeert', 'before nothing']
    """
    if row.rule == RULE:
        return list(so_far.features(row, None))
    return [f"lexicon {row.act}", *so_far.features(row, row.act)]


def words(text: str) -> list[tuple[str, ...]]:
    """The features that each word of a text has wherever it stands, first the word itself.

    >>> words("COA meldt")
    [('w @',), ('w meldt', 'p meld')]
    """
    return [(alone, *parts) for _, alone, parts in _told(text)]


def features(text: str) -> Iterable[str]:
    """The features of a text: its words, pairs of words (also with one left out), beginnings and ends of words, words
    of its opening and its first words by their place, each once.

    Numbers are one word, and so are names in capitals.

    >>> list(features("COA meldt: 12"))[:9]
    ['w @', 'e @', '0 @', 'w meldt', 'e meldt', '1 meldt', 'b @ meldt', 'p meld', 'w :']
    """
    told: dict[str, None] = {}
    before = last = ""
    for place, (word, alone, parts) in enumerate(_told(text)):
        told[alone] = None
        if place < _OPENING:
            told[f"e {word}"] = None
        if place < _FIRST:
            told[f"{place} {word}"] = None
        if place:
            told[f"b {last} {word}"] = None
        if place > 1:
            told[f"s {before} {word}"] = None
        for part in parts:
            told[part] = None
        before, last = last, word
    return told


def _told(text: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    return map(_of_word, _TOKEN.findall(text)[:_WORDS])


@lru_cache(maxsize=16384)
def _of_word(token: str) -> tuple[str, str, tuple[str, ...]]:
    """What a word counts as, and the features that it has wherever it stands: itself, its beginnings and its end."""
    word = _plain(token)
    parts = [f"p {word[:size]}" for size in _PREFIXES if len(word) > size]
    if len(word) >= _LONG:
        parts.append(f"z {word[-_SUFFIX:]}")
    return word, f"w {word}", tuple(parts)


def _plain(word: str) -> str:
    if word.isdigit():
        return "#"
    return "@" if len(word) > 1 and word.isupper() else word.lower()
