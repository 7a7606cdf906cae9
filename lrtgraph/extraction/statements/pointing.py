"""What bare nouns stand for ("de wet", "het plan", "de ladder"): something named before, or what is always meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from lrtgraph.extraction.lexicon import table
from lrtgraph.value import value

if TYPE_CHECKING:
    from lrtgraph.extraction.context import Reading

_WORD: Final = re.compile(r"[^\W\d_]+")


@value
class Bare:
    """What a bare noun can stand for: concepts of some classes, some concepts, and what it is if none was named."""

    classes: frozenset[str]
    concepts: frozenset[str]
    unnamed: tuple[str, ...]


@cache
def _bare() -> dict[str, Bare]:
    """Bare nouns, and two words joined by "_", with what they can stand for."""
    return {
        word: Bare(
            frozenset(row["classes"].split()),
            frozenset((*row["concepts"].split(), *row["unnamed"].split())),
            tuple(row["unnamed"].split()),
        )
        for row in table("bare_topics")
        for word in row["words"].split()
    }


def pointed(
    reading: Reading, places: Iterable[tuple[int, int, int]], latest: Sequence[str]
) -> tuple[list[str], list[str]]:
    """What bare nouns in `places` stand for, in order of appearance: of what was named, and of what was not.

    In: `latest`, what was named before, the latest first: the first of the noun's kind is meant. If none was, the
    noun may go by what it stands for in all minutes of our field: "het verdeelbesluit" is one of the Spreidingswet.
    """
    found: dict[str, None] = {}
    unnamed: dict[str, None] = {}
    for block, start, end in places:
        for meant in _nouns(reading, block, start, end):
            concept = next((concept for concept in latest if _fits(reading, concept, meant)), None)
            if concept is not None:
                found[concept] = None
            elif not reading.other_field:
                unnamed.update(dict.fromkeys(meant.unnamed))
    return list(found), [concept for concept in unnamed if concept not in found]


def _nouns(reading: Reading, block: int, start: int, end: int) -> Iterable[Bare]:
    """The bare nouns in a stretch of a block that are no part of a name."""
    bare, text = _bare(), reading.layout.blocks[block].text
    words = [(match.start(), match[0].lower()) for match in _WORD.finditer(text, start, end)]
    spelt = [word for _, word in words]
    pairs = [f"{word}_{after}" for word, after in pairwise(spelt)]
    if bare.keys().isdisjoint(spelt) and bare.keys().isdisjoint(pairs):
        return
    inside = [(m.block_start, m.block_end) for m in reading.mentions_in(block, start, end)]
    for (at, word), pair in zip(words, [*pairs, ""], strict=False):
        meant = bare.get(pair) or bare.get(word)
        if meant is not None and not any(first <= at < last for first, last in inside):
            yield meant


def _fits(reading: Reading, concept: str, meant: Bare) -> bool:
    known = reading.gazetteer.concepts.get(concept)
    return concept in meant.concepts or (known is not None and known.cls in meant.classes)
