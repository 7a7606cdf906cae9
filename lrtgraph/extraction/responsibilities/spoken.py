"""Which instruments a clause may speak of: those named in it and around it, and those that it only tells of.

Minutes name an instrument once, in a title if at all, and go on about what belongs to it: its target group
("ontheemden"), a decision or report under it ("het verdeelbesluit"), or what is done in its name ("huisvesten").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Final

from lrtgraph.extraction.grammar.lexicon import table
from lrtgraph.extraction.responsibilities.named import concepts_of

if TYPE_CHECKING:
    from lrtgraph.extraction.context import Reading
    from lrtgraph.extraction.grammar.clauses import Clause
    from lrtgraph.extraction.responsibilities.scene import Scene
    from lrtgraph.gazetteer import Gazetteer

NAMING: Final = frozenset({"clause", "sentence", "before", "title", "earlier"})
"""The levels of what is named; all others are of what is only told of."""
_MOST: Final = 20
"""How many instruments can be spoken of at once; where more are named, those named nearest count."""


class Spoken:
    """The instruments that the clauses of a document speak of; what titles and blocks tell is looked up once."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        blocks = reading.layout.blocks
        headings = (index for index in range(len(blocks) - 1, -1, -1) if blocks[index].kind == "heading")
        self._headings = {blocks[index].item: index for index in headings}
        self._titles: dict[int | None, tuple[tuple[str, tuple[str, ...]], ...]] = {}
        self._served: dict[int, tuple[str, ...]] = {}

    def of(self, scene: Scene, clause: Clause) -> tuple[tuple[str, str], ...]:
        """The instruments with where they are named or how they are told of, the nearest first, each once."""
        tokens = scene.tokens[clause.start : clause.end]
        levels = (
            ("clause", concepts_of(scene.instruments_in(clause))),
            ("sentence", concepts_of(scene.instruments)),
            ("before", scene.named_before),
            ("title", (scene.named.title(scene.block),)),
            *self._of_title(scene.block)[:1],
            ("earlier", (scene.named.lately(scene.block),)),
            ("told", () if self._reading.other_field else _told(tokens)),
            ("served", self._of_block(scene.block)),
            *self._of_title(scene.block)[1:],
        )
        first: dict[str, str] = {}
        for level, concepts in levels:
            for concept in concepts:
                if concept is not None:
                    first.setdefault(concept, level)
        return tuple(islice(first.items(), _MOST))

    def _of_title(self, block: int) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """What the title of a block's item names, what that is there for, and what its words tell of."""
        item = self._reading.layout.blocks[block].item
        if item not in self._titles:
            index = self._headings.get(item)
            concepts = self._reading.concepts_in(index) if index is not None else ()
            text = self._reading.layout.blocks[index].text.lower() if index is not None else ""
            named = tuple(concept for concept in concepts if self._reading.is_instrument(concept))
            served = tuple(_served(self._reading.gazetteer, concepts))
            told = () if self._reading.other_field else tuple(_told(re.findall(r"\w+", text)))
            self._titles[item] = (("title", named), ("title serves", served), ("title tells", told))
        return self._titles[item]

    def _of_block(self, block: int) -> tuple[str, ...]:
        """What the instruments and target groups that a block names are there for."""
        if block not in self._served:
            concepts = self._reading.concepts_in(block)
            self._served[block] = tuple(dict.fromkeys(_served(self._reading.gazetteer, concepts)))
        return self._served[block]


def _served(gazetteer: Gazetteer, concepts: Iterable[str]) -> Iterator[str]:
    """The instruments that those named belong to or are there for, and the instruments for the target groups named."""
    serving = _serving(gazetteer)
    for concept in concepts:
        yield from serving.get(concept, ())


@lru_cache(maxsize=8)
def _serving(gazetteer: Gazetteer) -> dict[str, tuple[str, ...]]:
    """Which instruments each instrument and each target group of the gazetteer leads to."""
    found: dict[str, list[str]] = {}
    for name, known in gazetteer.concepts.items():
        for other in (*known.broader, *known.related) if gazetteer.is_instrument(name) else ():
            if gazetteer.is_instrument(other):
                found.setdefault(name, []).append(other)
            elif other in gazetteer.concepts and gazetteer.concepts[other].cls == "TargetGroup":
                found.setdefault(other, []).append(name)
    return {concept: tuple(others) for concept, others in found.items()}


def _told(tokens: Iterable[str]) -> Iterator[str]:
    """The instruments that words (lower case) tell of.

    >>> list(_told(["de", "ontheemdenopvang", "en", "het", "verdeelbesluit"]))[-1]
    'Spreidingswet'
    """
    for token in tokens:
        yield from telling(token)


@lru_cache(maxsize=16384)
def telling(word: str) -> tuple[str, ...]:
    """The instruments that a word (lower case) tells of, or none."""
    return next((told for beginning, told in _beginnings() if word.startswith(beginning)), ())


@cache
def _beginnings() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Beginnings of words with the instruments that they tell of, the longest first."""
    rows = ((row["words"].split(), tuple(row["instruments"].split())) for row in table("telling_words"))
    return tuple(sorted(((word, told) for words, told in rows for word in words), key=lambda row: -len(row[0])))
