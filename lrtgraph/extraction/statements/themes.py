"""What a contribution may be about: each concept that it names or could go on about, with what speaks for and against.

A contribution is about most of what it names, but not about whom it is addressed to or who only comes in by the way.
And it goes on about what its agenda item is on, or what was said before, without naming that again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from lrtgraph.extraction.statements.floor import Row
from lrtgraph.extraction.statements.naming import PLACES, named, pointed
from lrtgraph.extraction.tokens import tokens_of

if TYPE_CHECKING:
    from lrtgraph.extraction.context import Reading
    from lrtgraph.extraction.tokens import Tokens
    from lrtgraph.records import Mention

_PERSON: Final = "person:"
_LATEST: Final = 8
"""How many of the concepts that an agenda item or its title named a contribution may go on about."""
_JUST_BEFORE: Final = 400
"""Characters before a contribution in which what is named stands beside it."""
_LENGTHS: Final = (1, 2, 4, 8, 14, 22, 35, 60)
_OPENING: Final = 6
_PREFIX: Final = 5
_LONGEST: Final = 60
_CONTENT: Final = frozenset({"NOUN", "VERB", "ADJ", "PROPN"})
_POINTING: Final = re.compile(
    r"\b(?:hier\w*|daar\w*|er(?:over|aan|bij|van|mee|voor|op|toe|tegen|in|uit)|dit|dat|deze|die)\b", re.IGNORECASE
)
_DETERMINERS: Final = frozenset(
    {"de", "het", "een", "die", "deze", "dit", "dat", "alle", "eigen", "zijn", "haar", "hun"}
)
_OPENERS: Final = frozenset(
    {
        "dat",
        "omdat",
        "als",
        "wanneer",
        "indien",
        "waar",
        "waarbij",
        "zodat",
        "om",
        "terwijl",
        "hoewel",
        "zolang",
        "zodra",
    }
    | {"tot", "nu", "mits", "die", "tenzij", "voordat", "nadat", "sinds", ".", ";", ","}
)
_STOPS: Final = frozenset(".;!?")
_THINGS: Final = ("instrument", "group")
_PUT_TO: Final = frozenset({"verzoekt", "vraagt", "zegt_toe"})
"""Acts towards somebody, whether he spoke before or not."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A concept that a contribution may be about, and the features of that, each once."""

    concept: str
    features: tuple[str, ...]


@dataclass(slots=True)
class _Item:
    """What an agenda item has named so far."""

    titled: list[str] = field(default_factory=list)
    """What its title names."""
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
    before: Row | None = None
    """The last of them, that named `own`."""
    own: list[str] = field(default_factory=list)
    spoken: set[str] = field(default_factory=set)
    """Who spoke."""


@dataclass(frozen=True, slots=True)
class _Named:
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


@dataclass(frozen=True, slots=True)
class _Turn:
    """A contribution as its candidates are weighed: what it names by its words (`inside`), what counts of that by the
    rules (`own`), what bare nouns stand for (`bare`), and how it opens.
    """

    reading: Reading
    row: Row
    item: _Item
    own: list[str]
    bare: list[str]
    inside: dict[str, list[_Named]]
    others: list[str]
    things: list[str]
    times: Counter[str]
    opening: list[str]
    beginnings: list[str]
    pointing: list[str]
    length: str

    def kind(self, concept: str) -> str:
        """Whether a concept is an actor, an instrument, a group or a place."""
        return "place" if concept.startswith(PLACES) else self.reading.gazetteer.kind(concept) or "unknown"

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

    def spoken_to(self, concept: str) -> bool:
        """Whether somebody is spoken to and not of, unless he had not spoken before ("COA dankt de gemeenten")."""
        return concept in self.row.towards and (self.row.act in _PUT_TO or concept in self.item.spoken)


def candidates(reading: Reading, rows: Iterable[Row]) -> Iterator[list[Candidate]]:
    """What each contribution may be about: what it names in order of appearance, then what else.

    In: the contributions of a document in the order of the text.
    """
    items = _titles(reading)
    times = Counter(mention.concept for mention in reading.mentions)
    latest: list[str] = []  # in the whole document
    for row in rows:
        item = items.setdefault(row.item, _Item())
        turn = _turn(reading, row, item, latest, times)
        yield [*_inside(turn), *_outside(turn)]
        _go_on(turn, latest)


def _titles(reading: Reading) -> dict[int | None, _Item]:
    """Each agenda item with what its title names."""
    items: dict[int | None, _Item] = {}
    for index, block in enumerate(reading.layout.blocks):
        if block.kind == "heading":
            item = items.setdefault(block.item, _Item())
            for concept in reading.topics(index):
                _to_front(item.latest, concept)
                if concept not in item.titled:
                    item.titled.append(concept)
    return items


def _to_front(latest: list[str], concept: str) -> None:
    if concept in latest:
        latest.remove(concept)
    latest.insert(0, concept)


def _turn(reading: Reading, row: Row, item: _Item, latest: Sequence[str], times: Counter[str]) -> _Turn:
    inside: dict[str, list[_Named]] = {}
    opening: list[str] = []
    beginnings: dict[str, None] = {}
    pointing: dict[str, None] = {}
    length = 0
    for number, (block, start, end) in enumerate(row.places):
        tokens = tokens_of(reading.docs[block])
        first, last = tokens.at(start, end)
        length += last - first
        opening += tokens.lower[first : min(last, first + _OPENING - len(opening))]
        for k in range(first, min(last, first + _LONGEST)):
            if tokens.parts[k] in _CONTENT and len(tokens.lower[k]) >= _PREFIX - 1:
                beginnings[tokens.lower[k][:_PREFIX]] = None
        for found in _POINTING.finditer(tokens.text, start, end):
            pointing[found[0].lower()] = None
        for one in _mentioned(reading, tokens, (block, start, end), (first, last), number):
            inside.setdefault(one.mention.concept, []).append(one)
    own = named(reading, row)
    bare = [concept for concept in pointed(reading, row, [*item.latest, *latest]) if concept not in own]
    others = [concept for concept in inside if concept not in row.speakers]
    turn = _Turn(
        reading, row, item, own, bare, inside, others, [], times, opening, list(beginnings), list(pointing), ""
    )
    things = [concept for concept in inside if turn.kind(concept) in _THINGS]
    return replace(turn, things=things, length=_bucket(length))


def _mentioned(
    reading: Reading, tokens: Tokens, place: tuple[int, int, int], within: tuple[int, int], number: int
) -> Iterator[_Named]:
    """The mentions in the `number`th place of a contribution but for persons, in order."""
    start, end = within
    verb = next((k for k in range(start, end) if tokens.finite[k]), None)
    sentence, at = number, start
    for mention in reading.mentions_in(*place):
        first, last = tokens.at(mention.block_start, mention.block_end)
        sentence += sum(tokens.lower[k] in _STOPS for k in range(at, first))
        at = max(at, first)
        if not mention.concept.startswith(_PERSON):
            yield _Named(mention, tokens, start, end, first, last, verb, sentence)


def _rank(concept: str, among: Sequence[str], last: int) -> str:
    """The place of a concept among others, from 0; `last` if it comes behind that many, or is not among them."""
    first = among[:last]
    return str(first.index(concept) if concept in first else last)


def _bucket(count: int) -> str:
    """A length as the least of some that it does not exceed."""
    return next((str(length) for length in _LENGTHS if count <= length), "more")


def _go_on(turn: _Turn, latest: list[str]) -> None:
    """Remember what a contribution named, in its agenda item and in the document."""
    item, row, spoken_of = turn.item, turn.row, [*turn.own, *turn.bare]
    thing = next((concept for concept in spoken_of if turn.kind(concept) in _THINGS), None)
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


def _inside(turn: _Turn) -> Iterator[Candidate]:
    """What a contribution names and speaks of."""
    for concept in turn.own:
        if turn.spoken_to(concept):
            continue
        found = turn.inside[concept]
        one = found[-1] if concept in turn.row.speakers else found[0]
        told = (*_of_part(turn, concept), *_of_place(turn, concept, one, len(found)), *_of_neighbours(turn, one))
        yield Candidate(concept, tuple(dict.fromkeys(told)))


def _of_part(turn: _Turn, concept: str) -> Iterator[str]:
    """Who or what is named, and what part it has in the conversation."""
    kind, part, item, act = turn.kind(concept), turn.part(concept), turn.item, turn.row.act
    yield from ("in", f"in {kind}", f"in class {turn.cls(concept)}", f"in is {_general(concept)}")
    yield from (f"in {part}", f"in {part} {kind}", f"in {part} {act}", f"in {act} {kind}")
    yield f"in titled {concept in item.titled} {kind}"
    yield f"in topic {concept == item.topic} {kind}"
    yield f"in before {concept in item.own} {kind}"
    if not turn.things:
        yield from (f"in no thing {kind}", f"in no thing {turn.cls(concept)}")


def _of_place(turn: _Turn, concept: str, one: _Named, times: int) -> Iterator[str]:
    """Where it is named, and beside how much else."""
    kind, part = turn.kind(concept), turn.part(concept)
    rank = _rank(concept, turn.others, 4)
    yield from (f"in rank {rank}", f"in rank {rank} {kind}", f"in times {min(times, 3)} {part}")
    yield from (f"in of {min(len(turn.others), 5)}", f"in of {min(len(turn.others), 5)} {kind}")
    yield from (f"in things {min(len(turn.things), 3)} {kind}", f"in length {turn.length} {kind}")
    yield from (f"in sentence {min(one.sentence, 3)}", f"in sentence {min(one.sentence, 3)} {kind}")
    yield f"in document {_bucket(turn.times[concept])} {kind}"
    if kind in _THINGS:
        yield f"in thing {_rank(concept, turn.things, 3)}"


def _of_neighbours(turn: _Turn, one: _Named) -> Iterator[str]:
    """The words beside it, the preposition before it, its side of the verb, and what opens its clause."""
    kind, part = turn.kind(one.mention.concept), turn.part(one.mention.concept)
    words = one.tokens.lower
    before = words[one.first - 1] if one.first > one.start else "^"
    behind = words[one.last] if one.last < one.end else "$"
    marker = _marker(one)
    side = "bare" if one.verb is None else "before" if one.first < one.verb else "after"
    opener = next((words[k] for k in range(one.first - 1, one.start - 1, -1) if words[k] in _OPENERS), "none")
    yield from (f"in {marker}", f"in {marker} {kind}", f"in {marker} {part}")
    yield from (f"in {side} {kind}", f"in {side} {marker} {kind}", f"in behind {opener} {kind}")
    yield from (f"in -1 {before} {kind}", f"in +1 {behind}", f"in +1 {behind} {kind}")


def _marker(one: _Named) -> str:
    """What stands before the name and its article: a preposition, conjunction or sign, else the part of speech."""
    words, at = one.tokens.lower, one.first - 1
    if at >= one.start and words[at] in _DETERMINERS:
        at -= 1
    if at < one.start:
        return "^"
    part = one.tokens.parts[at]
    return words[at] if part in ("ADP", "CCONJ", "SCONJ", "PUNCT") else part


def _outside(turn: _Turn) -> Iterator[Candidate]:
    """What a contribution does not name but may go on about: by a bare noun, the title, what was the topic or named."""
    item = turn.item
    pool = dict.fromkeys((*turn.bare, *item.titled[:_LATEST], *item.topics[:_LATEST], *item.latest[:_LATEST]))
    own = "thing" if len(turn.things) == 1 else "things" if turn.things else "none"
    if not set(turn.others) <= {*turn.things, *turn.row.towards}:
        own += "+"
    relation = _relation(turn)
    for concept in pool:
        if concept not in turn.inside:
            told = (*_of_source(turn, concept, own, relation), *_of_words(turn, concept))
            yield Candidate(concept, tuple(dict.fromkeys(told)))


def _relation(turn: _Turn) -> str:
    """How a contribution follows the one before: where, and who speaks to whom."""
    row, before = turn.row, turn.item.before
    if before is None:
        return "first"
    apart = row.places[0][0] - before.places[-1][0]
    where = "beside" if apart == 0 else "next" if apart == 1 else "far"
    if set(before.speakers) == set(row.speakers):
        return f"{where} same"
    if not set(before.speakers).isdisjoint(row.towards):
        return f"{where} reacts"
    return where if set(before.towards).isdisjoint(row.speakers) else f"{where} asked"


def _of_source(turn: _Turn, concept: str, own: str, relation: str) -> Iterator[str]:
    """Where a concept comes from: the title, how long ago, as what; with what the contribution itself names."""
    kind, item, row = turn.kind(concept), turn.item, turn.row
    titled = sum(turn.kind(other) in _THINGS for other in item.titled)
    title = "untitled" if concept not in item.titled else "alone" if titled <= 1 else "titled"
    topic = "topic" if concept == item.topic else "once" if concept in item.topics else "never"
    age = str(min(item.turns - item.turn[concept], 3)) if concept in item.turn else "new"
    things = [other for other in item.own if turn.kind(other) in _THINGS]
    rank = _rank(concept, things, 2) if concept in things else "none"
    block, start, _ = row.places[0]
    here = "here" if concept in turn.reading.concepts_in(block, max(0, start - _JUST_BEFORE), start) else "elsewhere"
    points, length = bool(turn.pointing), turn.length
    yield from ("out", f"out {kind}", f"out class {turn.cls(concept)}", f"out is {_general(concept)}")
    yield from (f"out {turn.part(concept)} {kind}", f"out {own} {kind}", f"out {own} {kind} {age}")
    yield from (f"out {title} {kind}", f"out {title} {kind} {own}", f"out {topic} {kind}", f"out {age} {kind}")
    yield from (f"out {topic} {title} {kind} {own}", f"out {topic} {title} {age} {kind}")
    yield from (f"out thing {rank} {kind} {relation}", f"out thing {rank} {relation} {own} {kind}")
    yield from (f"out {row.act} {kind}", f"out {row.act} {kind} {own}", f"out {row.act} {kind} {age}")
    yield from (f"out {relation} {kind} {age}", f"out {here} {kind} {own}", f"out {here} {kind} {relation}")
    yield from (f"out length {length} {kind}", f"out length {length} {own} {kind}")
    yield from (f"out points {points} {own} {kind}", f"out points {points} {kind} {age}")
    yield from (f"out turn {min(item.turns, 4)} {title} {kind}", f"out of {min(len(things), 3)} {kind} {age}")
    if concept in turn.bare:
        named = "item" if concept in item.latest else "document"
        yield from (f"out bare {named}", f"out bare {named} {own}", f"out bare {turn.cls(concept)}")
    yield f"out document {_bucket(turn.times[concept])} {kind}"
    if item.before is not None:
        yield f"out after {item.before.act} {row.act} {kind} {age}"


def _of_words(turn: _Turn, concept: str) -> Iterator[str]:
    """The words that open a contribution or point back, and those of its content with the concept."""
    fresh = concept in turn.item.own
    yield from (f"out opens {word} {fresh}" for word in turn.opening)
    yield from (f"out points {word} {turn.kind(concept)} {fresh}" for word in turn.pointing)
    if ":" not in concept:
        yield from (f"{concept} {beginning}" for beginning in turn.beginnings)


def _general(concept: str) -> str:
    """A concept, or what kind it is where it is one of many: "gemeente:Sluis" is some municipality."""
    return concept.partition(":")[0]
