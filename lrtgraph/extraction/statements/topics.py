"""What contributions are about: the concepts in their words, and else the topic that their agenda item is at.

The topic is the law, plan, facility or group that a contribution named first. One that names none is about it too:
about what the contribution before it named, in the same bullet or as a reaction to that, and about what the item's
title names as long as no other topic came up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lrtgraph.extraction.statements.floor import Row
from lrtgraph.extraction.statements.naming import PLACES, named, pointed
from lrtgraph.extraction.statements.passage import words

if TYPE_CHECKING:
    from lrtgraph.extraction.context import Reading

_HERE = re.compile(r"\b(?:hier\w*|dit)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_REACTIONS = frozenset({"steunt", "antwoordt"})
_CALLS = frozenset({"verzoekt", "stelt_voor"})
_PUT_TO = frozenset({"verzoekt", "vraagt", "zegt_toe"})  # acts towards somebody, whether he spoke before or not
_BRIEF = 8  # words of a reaction that goes by without leading away from the topic


@dataclass(slots=True)
class _Item:
    """What an agenda item has named so far."""

    titled: set[str] = field(default_factory=set)
    """The things in its title."""
    latest: list[str] = field(default_factory=list)
    """All concepts, the latest first."""
    topic: str | None = None
    row: Row | None = None
    """The contribution that named the topic, or the brief one that last took it up."""
    before: Row | None = None
    """The contribution before, that named `own`."""
    own: list[str] = field(default_factory=list)
    spoken: set[str] = field(default_factory=set)
    """Who spoke: somebody else whom a contribution goes towards is spoken of ("COA dankt de gemeenten")."""

    def name(self, concept: str) -> None:
        if concept in self.latest:
            self.latest.remove(concept)
        self.latest.insert(0, concept)


def topics(reading: Reading, rows: Sequence[Row]) -> list[tuple[str, ...]]:
    """The concepts that each row concerns, in order of appearance; the rows in the order of the text."""
    items = _titles(reading)
    found: list[tuple[str, ...]] = []
    for row in rows:
        item = items.setdefault(row.item, _Item())
        own = named(reading, row)
        own += [concept for concept in pointed(reading, row, item.latest) if concept not in own]
        taken_up: list[str] = []
        thing = next((concept for concept in own if _is_thing(reading, concept)), None)
        if thing is not None:
            item.topic, item.row = thing, row
        else:
            taken_up = [concept for concept in _taken_up(reading, row, item, own) if concept not in own]
        for concept in own + taken_up:
            item.name(concept)
        spoken_to = [c for c in row.towards if c not in own or row.act in _PUT_TO or c in item.spoken]
        found.append(tuple(concept for concept in dict.fromkeys(own + taken_up) if concept not in spoken_to))
        item.spoken.update(row.speakers)
        if not row.aside:
            item.before, item.own = row, own
    return found


def _is_thing(reading: Reading, concept: str) -> bool:
    """Whether a concept can be the topic: an instrument or a group; not an actor, nor a place."""
    return not reading.is_actor(concept) and not concept.startswith(PLACES)


def _titles(reading: Reading) -> dict[int | None, _Item]:
    """Each agenda item with what its title names."""
    items: dict[int | None, _Item] = {}
    for index, block in enumerate(reading.layout.blocks):
        if block.kind == "heading":
            item = items.setdefault(block.item, _Item())
            for concept in reading.concepts_in(index):
                item.name(concept)
                if _is_thing(reading, concept):
                    item.titled.add(concept)
    return items


def _taken_up(reading: Reading, row: Row, item: _Item, own: Sequence[str]) -> Iterator[str]:
    """What a row that names no thing is about as well."""
    if item.topic is None:
        yield from (concept for concept in item.titled if len(item.titled) == 1 and reading.is_instrument(concept))
        return
    alone = all(concept in row.towards for concept in own)
    if item.topic in item.titled or _goes_on(reading, row, item, alone):
        yield item.topic
        if alone and _length(reading, row) < _BRIEF:
            item.row = row
    if item.before is not None and _answers_or_calls(item.before, row):
        yield from (concept for concept in item.own if reading.is_instrument(concept))


def _answers_or_calls(before: Row, row: Row) -> bool:
    """Whether a row reacts to the one before, or asks or offers something in the same block."""
    reacts = row.act in _REACTIONS and not set(before.speakers).isdisjoint(row.towards)
    return reacts or (row.act in _CALLS and _in_one_block(before, row))


def _goes_on(reading: Reading, row: Row, item: _Item, alone: bool) -> bool:
    """Whether a row goes on about the topic.

    In the block that named it it does right behind that, where it points there ("hierover"), where it agrees, and all
    through a bullet; in another one where it reacts.
    """
    at_once = item.row is item.before
    if item.row is not None and _in_one_block(item.row, row):
        bullet = reading.layout.blocks[row.places[0][0]].kind == "bullet"
        return at_once or bullet or row.act == "steunt" or _points_here(reading, row)
    return at_once and alone and row.act in _REACTIONS and _points_back(reading, row)


def _in_one_block(before: Row, row: Row) -> bool:
    """Whether a row begins in the block in which the one before ends."""
    return before.places[-1][0] == row.places[0][0]


def _length(reading: Reading, row: Row) -> int:
    """How many words a row has."""
    return sum(len(reading.layout.blocks[block].text[start:end].split()) for block, start, end in row.places)


def _points_here(reading: Reading, row: Row) -> bool:
    return any(_HERE.search(reading.layout.blocks[block].text, start, end) for block, start, end in row.places)


def _points_back(reading: Reading, row: Row) -> bool:
    block, start, end = row.places[0]
    opening = _WORD.findall(reading.layout.blocks[block].text[start:end].lower())[:12]
    return any(word in words("back_reference") for word in opening)
