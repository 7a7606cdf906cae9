"""A second opinion on the act of a contribution: a linear model over its words.

The lexicon knows what a verb does, and cannot know every turn of phrase. This model knows no grammar, but has seen a
few thousand contributions with the act that people gave them, and the lexicon's own examples (`training/acts.py`). It
speaks second: it overrules the lexicon only where it holds another act for e**TRUST times as likely, and where it does
not agree the act is less sure. That something is an answer shows from what came before it, of which the words know
nothing: it stands. Names are hidden from the model, so that no act is anybody's habit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, get_args

from lrtgraph.extraction.weights import SCALE, weights
from lrtgraph.records import Act

ACTS: Final = tuple(sorted(get_args(Act)))
TRUST: Final = 3.5
"""How far the lexicon is trusted over the words, in natural logarithms of odds; chosen on minutes not trained on."""
DOUBTED: Final = 0.5
"""How often a statement is right, speaker and act, of which the words alone would have made another act."""
_WORDS: Final = 60
_OPENING: Final = 12
_TOKEN: Final = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")
_PREFIXES: Final = (4, 6)


@dataclass(frozen=True, slots=True)
class Opinion:
    """The act that words and lexicon come to together, and by how much the words alone prefer another.

    `against` is the logarithm of the odds of the act that the words hold for likeliest over the lexicon's: 0 where the
    two agree.
    """

    act: Act
    against: float


def features(text: str) -> Iterator[str]:
    """The features of a text: its words, pairs of words, beginnings of words, and words of its opening, each once.

    Numbers are one word, and so are names in capitals.

    >>> list(features("COA meldt: 12"))
    ['w @', 'e @', 'w meldt', 'e meldt', 'b @ meldt', '4 meld', 'w :', 'e :', 'b meldt :', 'w #', 'e #', 'b : #']
    """
    words = [_plain(word) for word in _TOKEN.findall(text)[:_WORDS]]
    told: dict[str, None] = {}
    for place, word in enumerate(words):
        told[f"w {word}"] = None
        if place < _OPENING:
            told[f"e {word}"] = None
        if place:
            told[f"b {words[place - 1]} {word}"] = None
        for size in _PREFIXES:
            if len(word) > size:
                told[f"{size} {word[:size]}"] = None
    yield from told


def _plain(word: str) -> str:
    if word.isdigit():
        return "#"
    return "@" if len(word) > 1 and word.isupper() else word.lower()


def opinion(text: str, act: Act) -> Opinion:
    """What the act of a contribution is, if the lexicon says `act`.

    In: the words of the contribution. Out: the act and how far the words speak against the lexicon's. Raises
    ResourceError where the table of weights is missing.

    >>> opinion("COA meldt dat de locatie op 1 mei opent.", "informeert").act
    'informeert'
    """
    odds = weights("act_words").odds(features(text))
    said = ACTS.index(act)
    best = max(range(len(ACTS)), key=odds.__getitem__)
    against = (odds[best] - odds[said]) / SCALE
    return Opinion(ACTS[best] if against > TRUST and act != "antwoordt" else act, against)
