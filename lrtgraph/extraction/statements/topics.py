"""What contributions are about: the concepts in their words, and else the topic that their agenda item is at.

The topic is the law, plan, facility or group that a contribution named first. One that names none is about it too:
about what the contribution before it named, in the same bullet or as a reaction to that, and about what the item's
title names as long as no other topic came up. "de wet" and "dit plan" stand for the law or plan named last.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from lrtgraph.extraction.lexicon import table
from lrtgraph.extraction.statements.floor import Row
from lrtgraph.extraction.statements.passage import words

if TYPE_CHECKING:
    from lrtgraph.extraction.context import Reading
    from lrtgraph.records import Mention

_PLACES = ("place:", "gemeente:", "provincie:")
_NEVER = frozenset({"leden"})  # those at the table are spoken to, not of
_BEHIND_PREPOSITION = re.compile(
    r"\b(?:van|voor|bij|in|met|aan|naar|tussen)\s+(?:(?:de|het|een|eigen)\s+)?$", re.IGNORECASE
)
_OF_DATE = re.compile(r"[´'’]?s?\s+(?:(?:van|d\.?d\.?)\s+)?\d", re.IGNORECASE)
_HERE = re.compile(r"\b(?:hier\w*|dit)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_REACTIONS = frozenset({"steunt", "antwoordt"})
_BRIEF = 8  # words of a reaction that goes by without leading away from the topic


@dataclass(slots=True)
class _Item:
    """What an agenda item has named so far: the things in its title, all concepts, the latest first, and its topic."""

    titled: set[str] = field(default_factory=set)
    latest: list[str] = field(default_factory=list)
    topic: str | None = None
    row: Row | None = None
    """The contribution that named the topic, or the brief one that last took it up."""

    def name(self, concept: str) -> None:
        if concept in self.latest:
            self.latest.remove(concept)
        self.latest.insert(0, concept)


def topics(reading: Reading, rows: Sequence[Row]) -> list[tuple[str, ...]]:
    """The concepts that each row concerns, in order of appearance; the rows in the order of the text."""
    items = _titles(reading)
    found: list[tuple[str, ...]] = []
    last: Row | None = None
    for row in rows:
        item = items.setdefault(row.item, _Item())
        named = _named(reading, row)
        named += [concept for concept in _pointed(reading, row, item) if concept not in named]
        alone = all(concept in row.towards for concept in named)
        thing = next((concept for concept in named if _is_thing(reading, concept)), None)
        if thing is not None:
            item.topic, item.row = thing, row
        elif item.topic is None:
            named += [concept for concept in item.titled if len(item.titled) == 1 and reading.is_instrument(concept)]
        elif item.topic in item.titled or _takes_up(reading, row, last, item.row, alone):
            named.append(item.topic)
            if alone and _length(reading, row) < _BRIEF:
                item.row = row
        for concept in named:
            item.name(concept)
        found.append(tuple(concept for concept in named if concept not in row.towards))
        if not row.aside:
            last = row
    return found


def _is_thing(reading: Reading, concept: str) -> bool:
    """Whether a concept can be the topic: an instrument or a group; not an actor, nor a place."""
    return not reading.is_actor(concept) and not concept.startswith(_PLACES)


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


def _named(reading: Reading, row: Row) -> list[str]:
    """The concepts named in a row's words; the speaker itself only behind a preposition ("het bestuur van de VNG")."""
    found: list[str] = []
    for block, start, end in row.places:
        text = reading.layout.blocks[block].text
        speaker_end = None  # where the speaker's name ends that stands right before
        for number, mention in enumerate(reading.mentions_in(block, start, end)):
            concept, beside = mention.concept, speaker_end == mention.block_start - 1
            speaker_end = mention.block_end if concept in row.speakers else None
            if concept.startswith("person:") or concept in _NEVER or concept in found:
                continue
            if concept in row.speakers and not (
                number and _BEHIND_PREPOSITION.search(text[start : mention.block_start])
            ):
                continue
            if _is_meeting(reading, mention, text) or (beside and concept.startswith(_PLACES)):
                continue  # "de LRT van 23 april", "Kattenberg (VR Flevoland)"
            found.append(concept)
    return found


def _is_meeting(reading: Reading, mention: Mention, text: str) -> bool:
    """ "de LRT van 23 april" dates something; nothing is said of it."""
    body = mention.concept in ("LRT", "HLRT", reading.meeting.body)
    return body and _OF_DATE.match(text, mention.block_end) is not None


@cache
def _bare() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """Bare nouns with the classes and the concepts that they can stand for."""
    return {
        word: (frozenset(row["classes"].split()), frozenset(row["concepts"].split()))
        for row in table("bare_topics")
        for word in row["words"].split()
    }


def _pointed(reading: Reading, row: Row, item: _Item) -> list[str]:
    """What bare nouns stand for: the latest concept of their class in the agenda item."""
    found: list[str] = []
    for block, start, end in row.places:
        text = reading.layout.blocks[block].text
        inside = [(m.block_start, m.block_end) for m in reading.mentions_in(block, start, end)]
        bare = _bare()
        for match in _WORD.finditer(text, start, end):
            target = bare.get(match[0].lower())
            if target is None or any(a <= match.start() < b for a, b in inside):
                continue
            classes, concepts = target
            for concept in item.latest:
                known = reading.gazetteer.concepts.get(concept)
                if concept in concepts or (known is not None and known.cls in classes):
                    found.append(concept)
                    break
    return found


def _takes_up(reading: Reading, row: Row, last: Row | None, named: Row | None, alone: bool) -> bool:
    """Whether a row goes on about what the row `named` named.

    In the same block it does where it follows right behind that or points there ("hierover"), else where it reacts.
    """
    if named is not None and row.places[0][0] == named.places[-1][0]:
        return named is last or any(
            _HERE.search(reading.layout.blocks[b].text, start, end) for b, start, end in row.places
        )
    return named is last and alone and row.act in _REACTIONS and _points_back(reading, row)


def _length(reading: Reading, row: Row) -> int:
    """How many words a row has."""
    return sum(len(reading.layout.blocks[block].text[start:end].split()) for block, start, end in row.places)


def _points_back(reading: Reading, row: Row) -> bool:
    block, start, end = row.places[0]
    opening = _WORD.findall(reading.layout.blocks[block].text[start:end].lower())[:12]
    return any(word in words("back_reference") for word in opening)
