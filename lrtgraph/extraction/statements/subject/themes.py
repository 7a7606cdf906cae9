"""What a contribution may be about: each concept that it names, or that it could go on about without naming it again.

The latter is what its agenda item is on, what was the topic, and what was named last.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Final

from lrtgraph.extraction.context import NO_STATEMENTS, Part
from lrtgraph.extraction.grammar.tokens import STOPS, first_finite, tokens_of
from lrtgraph.extraction.statements.course.floor import Contribution
from lrtgraph.extraction.statements.subject.anaphora import pointed
from lrtgraph.extraction.statements.subject.judged.hidden import hides
from lrtgraph.extraction.statements.subject.naming import NEVER, is_holder, named, taking_part
from lrtgraph.notations import PLACES, is_person
from lrtgraph.value import value

if TYPE_CHECKING:
    from lrtgraph.extraction.context import Reading
    from lrtgraph.extraction.grammar.tokens import Tokens
    from lrtgraph.records import Mention

_LATEST: Final = 8
"""How many of the concepts that an agenda item or its title named a contribution may go on about."""
_LENGTHS: Final = (1, 2, 4, 8, 14, 22, 35, 60)
_BUCKETS: Final = (*map(str, _LENGTHS), "more")
_AIRED: Final = 4
"""How many of the concepts that the text right before a contribution named it may go on about."""
_NEAR: Final = 2
"""How many blocks before a contribution that text begins."""
_FIRST: Final = 4
"""Characters before what the first words of a block name: an article at most."""
_PREFIX: Final = 5
_LONGEST: Final = 60
_CONTENT: Final = frozenset({"NOUN", "VERB", "ADJ", "PROPN"})
_POINTING: Final = re.compile(
    r"\b(?:hier\w*|daar\w*|er(?:over|aan|bij|van|mee|voor|op|toe|tegen|in|uit)|dit|dat|deze|die)\b", re.IGNORECASE
)
THINGS: Final = ("instrument", "group")
"""Kinds of concepts that are spoken of and do not speak."""
_PUT_TO: Final = frozenset({"verzoekt", "vraagt", "zegt_toe"})
"""Acts towards somebody, whether he spoke before or not."""


@dataclass(slots=True)
class Item:
    """What an agenda item, or a part of it under a subhead, has named so far."""

    titled: list[str] = field(default_factory=list)
    """What its title names; of a part its own first."""
    latest: list[str] = field(default_factory=list)
    """All concepts, the latest first."""
    topic: str | None = None
    """The thing that was named first in the last contribution that named one."""
    topics: list[str] = field(default_factory=list)
    """All that were the topic, the latest first."""
    turns: int = 0
    """How many contributions there were."""
    turn: dict[str, int] = field(default_factory=dict)
    """In which of them a concept was named last."""
    before: Contribution | None = None
    """The last of them, that named `own`."""
    own: list[str] = field(default_factory=list)
    spoken: set[str] = field(default_factory=set)
    """Who spoke."""
    aired: dict[str, int] = field(default_factory=dict)
    """In which block a concept was named last, whoever did, the latest at the end."""
    opened: dict[int, str] = field(default_factory=dict)
    """What the first words of a block name."""
    hidden: bool = False
    """Whether what the last contribution is about is blanked out."""


@value
class Named:
    """A mention in a contribution's words, by tokens: those `[start, end)` of its place, and `[first, last)` of its
    own; the finite verb of the place, and the sentence of it, from 0.
    """

    mention: Mention
    tokens: Tokens
    start: int
    end: int
    first: int
    last: int
    verb: int | None
    sentence: int


@value
class Turn:
    """A contribution as its candidates are weighed: what it names by its words (`inside`), what counts of that by the
    rules (`own`), what bare nouns stand for (`bare`, and `unnamed` where nothing of the kind was named).
    """

    reading: Reading
    row: Contribution
    item: Item
    own: list[str]
    bare: list[str]
    unnamed: list[str]
    inside: dict[str, list[Named]]
    others: list[str]
    things: list[str]
    times: Counter[str]
    beginnings: list[str]
    pointing: list[str]
    length: str

    def kind(self, concept: str) -> str:
        """Whether a concept is an actor, an instrument, a group or a place."""
        return _kind(self.reading, concept)

    def cls(self, concept: str) -> str:
        """The class of a concept, or the prefix of one that the gazetteer need not list."""
        known = self.reading.gazetteer.concepts.get(concept)
        return concept.partition(":")[0] if known is None else known.cls

    def part(self, concept: str) -> str:
        """What part a concept has in the conversation."""
        if concept in self.row.speakers:
            return "speaker"
        if concept in self.row.towards:
            return "answered" if concept in self.item.spoken else "addressed"
        return "spoken" if concept in self.item.spoken else "none"

    def named(self) -> Iterator[str]:
        """What it names that it may be about: not its speaker, unless it says something of it."""
        for concept in self.inside:
            speaks = concept in self.row.speakers and concept not in self.own
            if concept not in NEVER and not speaks and not self.spoken_to(concept):
                yield concept

    def spoken_to(self, concept: str) -> bool:
        """Whether somebody is spoken to and not of, unless he had not spoken before ("COA dankt de gemeenten")."""
        return concept in self.row.towards and (self.row.act in _PUT_TO or concept in self.item.spoken)


@value
class Theme:
    """A concept that a contribution may be about, and where the contribution names it, if it does."""

    turn: Turn
    concept: str
    named: Sequence[Named]


def themes(reading: Reading, rows: Iterable[Contribution]) -> Iterator[list[Theme]]:
    """What each contribution may be about: what it names in order of appearance, then what else.

    In: the contributions of a document in the order of the text. Each list is to be weighed before the next is asked
    for, which adds to what the agenda item has named.
    """
    items = _titles(reading)
    times = Counter(mention.concept for mention in reading.mentions)
    latest: list[str] = []  # in the whole document
    ahead = iter(reading.mentions)
    following = next(ahead, None)
    for row in rows:
        item = items[reading.part(row.places[0][0])]
        while following is not None and (following.block, following.block_start) < row.places[0][:2]:
            _air(reading, items[reading.part(following.block)], following)
            following = next(ahead, None)
        turn = _turn(reading, row, item, latest, times)
        inside = [Theme(turn, concept, turn.inside[concept]) for concept in turn.named()]
        hidden = not (turn.things or turn.bare) and hides(reading, row, before=item.hidden)
        yield inside if hidden else [*inside, *(Theme(turn, concept, ()) for concept in _unnamed(turn))]
        if not row.unsaid:
            item.hidden = hidden
            _go_on(turn, latest)


def _unnamed(turn: Turn) -> Iterator[str]:
    """What a contribution may go on about: by a bare noun, the title, what was the topic or named."""
    item = turn.item
    known = (*item.titled[:_LATEST], *item.topics[:_LATEST], *item.latest[:_LATEST])
    pool = dict.fromkeys((*turn.bare, *turn.unnamed, *known, *_aired(turn)))
    return (concept for concept in pool if concept not in turn.inside)


def _aired(turn: Turn) -> Iterator[str]:
    """What was named right before a contribution by anybody or nobody: "HAR: 290 plaatsingen. VNG pleit voor meer."."""
    block, aired = turn.row.places[0][0], turn.item.aired
    return (concept for concept in islice(reversed(aired), _AIRED) if block - aired[concept] <= _NEAR)


def _air(reading: Reading, item: Item, mention: Mention) -> None:
    """Remember a mention in its agenda item, whoever names it there."""
    block = reading.layout.blocks[mention.block]
    if block.kind in NO_STATEMENTS or block.kind == "heading" or is_person(mention.concept):
        return
    item.aired.pop(mention.concept, None)
    item.aired[mention.concept] = mention.block
    if mention.block_start <= _FIRST:
        item.opened.setdefault(mention.block, mention.concept)


def _titles(reading: Reading) -> defaultdict[Part, Item]:
    """Each agenda item with what its title names, and each part of one with what its own does before that."""
    items: defaultdict[Part, Item] = defaultdict(Item)
    for index, block in enumerate(reading.layout.blocks):
        parted = reading.opens_part(index)
        if block.kind == "heading" or parted:
            item, told = items[reading.part(index)], reading.topics(index)
            above = items[(block.item, None)].titled if parted else []
            for concept in (*reversed(above), *told):
                _to_front(item.latest, concept)
            item.titled.extend(concept for concept in (*told, *above) if concept not in item.titled)
    return items


def _to_front(latest: list[str], concept: str) -> None:
    if concept in latest:
        latest.remove(concept)
    latest.insert(0, concept)


def _turn(reading: Reading, row: Contribution, item: Item, latest: Sequence[str], times: Counter[str]) -> Turn:
    inside: dict[str, list[Named]] = {}
    beginnings: dict[str, None] = {}
    pointing: dict[str, None] = {}
    length = 0
    for number, (block, start, end) in enumerate(row.places):
        tokens = tokens_of(reading.docs[block])
        first, last = tokens.at(start, end)
        length += last - first
        for k in range(first, min(last, first + _LONGEST)):
            if tokens.parts[k] in _CONTENT and len(tokens.lower[k]) >= _PREFIX - 1:
                beginnings[tokens.lower[k][:_PREFIX]] = None
        for found in _POINTING.finditer(tokens.text, start, end):
            pointing[found[0].lower()] = None
        behind_kind = taking_part(reading, block, reading.mentions_in(block, start, end), row)
        for one in mentioned(reading, (block, start, end), number):
            if one.mention.block_start in behind_kind:
                continue
            inside.setdefault(one.mention.concept, []).append(one)
    own = named(reading, row)
    meant, unnamed = pointed(reading, row.places, [*item.latest, *latest])
    bare = [concept for concept in meant if concept not in own]
    others = [concept for concept in inside if concept not in row.speakers]
    things = [concept for concept in inside if _kind(reading, concept) in THINGS]
    return Turn(
        reading, row, item, own, bare, unnamed, inside, others, things, times, list(beginnings), list(pointing),
        bucket(length),
    )  # fmt: skip


def _kind(reading: Reading, concept: str) -> str:
    return "place" if concept.startswith(PLACES) else reading.gazetteer.kind(concept) or "unknown"


def mentioned(reading: Reading, place: tuple[int, int, int], number: int = 0) -> Iterator[Named]:
    """The mentions in the `number`th place of a contribution but for persons, in order."""
    tokens = tokens_of(reading.docs[place[0]])
    start, end = tokens.at(*place[1:])
    verb = first_finite(tokens.finite, start, end)
    sentence, at = number, start
    for mention in reading.mentions_in(*place):
        first, last = tokens.at(mention.block_start, mention.block_end)
        sentence += sum(tokens.lower[k] in STOPS for k in range(at, first))
        at = max(at, first)
        if not is_person(mention.concept) and not is_holder(mention):
            yield Named(mention, tokens, start, end, first, last, verb, sentence)


def bucket(count: int) -> str:
    """A length as the least of some that it does not exceed.

    >>> bucket(3), bucket(99)
    ('4', 'more')
    """
    return _BUCKETS[bisect_left(_LENGTHS, count)]


def _go_on(turn: Turn, latest: list[str]) -> None:
    """Remember what a contribution named, in its agenda item and in the document."""
    item, row, spoken_of = turn.item, turn.row, [*turn.own, *turn.bare, *turn.unnamed]
    thing = next((concept for concept in spoken_of if turn.kind(concept) in THINGS), None)
    if thing is not None:
        item.topic = thing
        _to_front(item.topics, thing)
    if not row.aside:
        item.turns += 1
        item.before, item.own = row, spoken_of
    for concept in spoken_of:
        item.turn[concept] = item.turns
        _to_front(item.latest, concept)
        _to_front(latest, concept)
    item.spoken.update(row.speakers)
