"""Bare nouns that stand for the instrument spoken of: "het plan", "de wet" under an item that is about one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from lrtgraph.extraction.context import NO_STATEMENTS
from lrtgraph.extraction.grammar.lexicon import table

if TYPE_CHECKING:
    from lrtgraph.extraction.context import Reading


_FAR = 400
"""How many blocks back a bare noun can point."""


@cache
def bare_nouns() -> dict[str, frozenset[str]]:
    """Each noun (lower case) with the gazetteer's classes of what it can stand for.

    >>> sorted(bare_nouns()["wet"])
    ['Bill', 'Law']
    """
    return {row["noun"]: frozenset(row["classes"].split()) for row in table("bare_nouns")}


def class_of(reading: Reading, concept: str) -> str:
    """The gazetteer's class of a concept, empty for one that it lacks."""
    known = reading.gazetteer.concepts.get(concept)
    return known.cls if known is not None else ""


def titled(reading: Reading, block: int, classes: frozenset[str] = frozenset(), noun: str = "") -> str | None:
    """The instrument in the title of the part of an item, or of the item, of one of `classes` (none given: any).

    A title that holds the bare noun itself says what that is of, whatever its class: "het kader" under the title
    "Kader doorstroomlocaties".
    """
    for index in _titles(reading, block):
        held = noun != "" and noun in reading.layout.blocks[index].text.lower().split()
        for concept in reading.concepts_in(index):
            fits = held or not classes or class_of(reading, concept) in classes
            if fits and reading.is_instrument(concept):
                return concept
    return None


def _titles(reading: Reading, block: int) -> Iterator[int]:
    """The blocks with the titles of a block's part of an agenda item and of the item, the nearest first."""
    if reading.layout.blocks[block].item is not None:
        parted = False
        for index in _before(reading, block):
            if reading.layout.blocks[index].kind == "heading" or (not parted and reading.opens_part(index)):
                parted = True
                yield index


def _before(reading: Reading, block: int, reach: int = _FAR) -> Iterator[int]:
    """The blocks before a block in its agenda item, the nearest first, without what stands on every page."""
    item = reading.layout.blocks[block].item
    for index in range(block - 1, max(-1, block - reach), -1):
        if reading.layout.blocks[index].kind in NO_STATEMENTS:
            continue
        if reading.layout.blocks[index].item != item:
            return
        yield index


def recent(reading: Reading, block: int, classes: frozenset[str] = frozenset(), reach: int = _FAR) -> str | None:
    """The last instrument of `classes` that the `reach` blocks before this one in the same item name."""
    for index in _before(reading, block, reach):
        if reading.layout.blocks[index].kind == "heading" or reading.opens_part(index):
            return None
        for mention in reversed(reading.mentions_in(index)):
            concept = mention.concept
            if reading.is_instrument(concept) and (not classes or class_of(reading, concept) in classes):
                return concept
    return None
