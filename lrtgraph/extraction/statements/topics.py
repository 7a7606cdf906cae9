"""What contributions are about: the concepts in their words, and what their pointing words take from before.

"de wet" and "dit plan" stand for the law or plan named last in the agenda item or its title; a reaction without a name
of its own takes over what it reacts to; an item whose title is a plan or law is about that.
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
_WORD = re.compile(r"[^\W\d_]+")
_TITLE_SHARE = 0.5  # of an item's title that a name must make up for the whole item to be about it
_REACTIONS = frozenset({"steunt", "bezwaar", "antwoordt", "zegt_toe"})
_BRIEF = 14  # words of a reaction that names nothing and so takes over what it reacts to


@dataclass(slots=True)
class _Item:
    """What an agenda item has named so far: the concept its title consists of, and the latest first."""

    subject: str | None = None
    latest: list[str] = field(default_factory=list)

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
        for concept in _pointed(reading, row, item):
            if concept not in named:
                named.append(concept)
        if last is not None and last.item == row.item and not any(reading.is_instrument(c) for c in named):
            named += [c for c in _carried(reading, row, last, found[-1], bool(named)) if c not in named]
        if item.subject and row.act not in ("zegt_toe", "vraagt") and all(map(reading.is_actor, named)):
            named.append(item.subject)
        for concept in named:
            item.name(concept)
        about = tuple(c for c in named if c not in row.towards)
        found.append(about)
        if not row.aside:
            last = row
    return found


def _titles(reading: Reading) -> dict[int | None, _Item]:
    """Each agenda item with what its title names."""
    items: dict[int | None, _Item] = {}
    for index, block in enumerate(reading.layout.blocks):
        if block.kind != "heading":
            continue
        item = items.setdefault(block.item, _Item())
        for mention in reading.mentions_in(index):
            item.name(mention.concept)
            whole = len("".join(_WORD.findall(block.text)))
            share = len("".join(_WORD.findall(mention.text))) / max(whole, 1)
            if reading.is_instrument(mention.concept) and share >= _TITLE_SHARE:
                item.subject = mention.concept
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


def _carried(reading: Reading, row: Row, last: Row, about: tuple[str, ...], named: bool) -> list[str]:
    """What a row takes over from the one before it."""
    things = [c for c in about if not reading.is_actor(c) and not c.startswith("place:")]
    if row.rule.startswith("nominal-"):
        return things if named else [c for c in about if c not in row.speakers]
    if row.rule in ("ellipsis", "continuation", "agentless", "anaphor", "contrast") and row.speakers == last.speakers:
        return [] if named else things
    if named:
        return []
    if row.act in _REACTIONS and _length(reading, row) <= _BRIEF:
        return things
    return things if row.act in _REACTIONS and _points_back(reading, row) else []


def _length(reading: Reading, row: Row) -> int:
    """How many words a row has."""
    return sum(len(reading.layout.blocks[block].text[start:end].split()) for block, start, end in row.places)


def _points_back(reading: Reading, row: Row) -> bool:
    block, start, end = row.places[0]
    opening = _WORD.findall(reading.layout.blocks[block].text[start:end].lower())[:12]
    return any(word in words("back_reference") for word in opening)
