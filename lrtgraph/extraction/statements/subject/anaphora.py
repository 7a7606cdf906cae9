"""What bare nouns stand for ("de wet", "het plan", "de ladder"): something named before, or what is always meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from lrtgraph.extraction.grammar.lexicon import table
from lrtgraph.value import value

if TYPE_CHECKING:
    from lrtgraph.extraction.context import Reading

_WORD: Final = re.compile(r"[^\W\d_]+")


@value
class Bare:
    """What a bare noun can stand for: concepts of some classes, some concepts, and what it is if none was named.

    Before one of its `complements` it is not bare: "de richtlijn voor warmtenetten".
    """

    classes: frozenset[str]
    concepts: frozenset[str]
    unnamed: tuple[str, ...]
    complements: frozenset[str]


@value
class Noun:
    """A bare noun in a text: the word, lower case, where it begins in the document, and what it can stand for."""

    word: str
    at: int
    meant: Bare


@cache
def _bare() -> dict[str, Bare]:
    """Bare nouns, and two words joined by "_", with what they can stand for."""
    return {
        word: Bare(
            frozenset(row["classes"].split()),
            frozenset((*row["concepts"].split(), *row["unnamed"].split())),
            tuple(row["unnamed"].split()),
            frozenset(row["complements"].split()),
        )
        for row in table("bare_topics")
        for word in row["words"].split()
    }


@cache
def _first_words() -> frozenset[str]:
    """The bare nouns, and the first words of two: without one of these there is none."""
    return frozenset(word.partition("_")[0] for word in _bare())


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
        for noun in _nouns(reading, block, start, end):
            concept = next((concept for concept in latest if _fits(reading, concept, noun)), None)
            if _is_unlisted(reading, block, noun, concept):
                continue
            if concept is not None:
                found[concept] = None
            elif not reading.other_field:
                unnamed.update(dict.fromkeys(noun.meant.unnamed))
    return list(found), [concept for concept in unnamed if concept not in found]


def _nouns(reading: Reading, block: int, start: int, end: int) -> Iterable[Noun]:
    """The bare nouns in a stretch of a block that are no part of a name."""
    bare, text = _bare(), reading.layout.blocks[block].text
    if _first_words().isdisjoint(map(str.lower, _WORD.findall(text, start, end))):
        return
    words = [(match.start(), match[0].lower()) for match in _WORD.finditer(text, start, end)]
    spelt = [word for _, word in words]
    pairs = [f"{word}_{after}" for word, after in pairwise(spelt)]
    inside = [(m.block_start, m.block_end) for m in reading.mentions_in(block, start, end)]
    for (at, word), pair, after in zip(words, [*pairs, ""], [*spelt[1:], ""], strict=True):
        meant = bare.get(pair) or bare.get(word)
        if meant is None or after in meant.complements or any(first <= at < last for first, last in inside):
            continue
        yield Noun(word, reading.layout.blocks[block].raw(at, at + 1)[0], meant)


def _fits(reading: Reading, concept: str, noun: Noun) -> bool:
    known = reading.gazetteer.concepts.get(concept)
    if known is None or concept in noun.meant.concepts:
        return known is not None
    own = known.cls == "Instrument" and _is_named(noun.word, known.pref_label)  # of a user's list, without a class
    return own or known.cls in noun.meant.classes


def _is_named(noun: str, name: str) -> bool:
    """Whether a name is that of a thing by its noun: "Wet collectieve warmte" and "Warmtewet" of a law.

    >>> _is_named("wet", "Wet collectieve warmte"), _is_named("wet", "Warmtewet"), _is_named("wet", "Wetterskip")
    (True, True, False)
    """
    words = name.lower().split()
    return bool(words) and (words[0] == noun or words[-1].endswith(noun))


def _is_unlisted(reading: Reading, block: int, noun: Noun, concept: str | None) -> bool:
    """Whether the agenda item named something of the noun's kind that no gazetteer lists, and `concept` not since."""
    if not noun.meant.classes:
        return False
    item = reading.layout.blocks[block].item
    begins = reading.layout.agenda[item].start if item is not None else 0
    named = reading.candidates_in(begins, noun.at)
    rivals = [one for one in named if _is_named(noun.word, one.text)]
    if not rivals:
        return False
    return not any(m.concept == concept and rivals[-1].start < m.start < noun.at for m in reading.mentions)
