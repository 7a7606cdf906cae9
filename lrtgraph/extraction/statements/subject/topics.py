"""What contributions are about: of what they name, and of what they may go on about, what is likely: a linear model.

It has learnt from annotated minutes (`training/topics.py`) what people take a contribution to be about: not everybody
whom it names, and often what its agenda item is on or what was said before, without a word of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from lrtgraph.extraction.grammar.lexicon import words
from lrtgraph.extraction.grammar.tokens import tokens_of
from lrtgraph.extraction.grammar.weights import Group, Seen, general, probability, weights
from lrtgraph.extraction.statements.course.bounds import label_of
from lrtgraph.extraction.statements.course.floor import Contribution
from lrtgraph.extraction.statements.speech.lexicon import VERDICTS
from lrtgraph.extraction.statements.subject.judged.elsewhere import points_back, sentence_before
from lrtgraph.extraction.statements.subject.judged.objects import objects
from lrtgraph.extraction.statements.subject.themes import THINGS, Item, Named, Theme, Turn, bucket, themes

if TYPE_CHECKING:
    from lrtgraph.extraction.context import Reading

TOPIC_WORDS: Final = "topic_words"
TOPIC: Final = "topic"
"""The table of weights, and its class."""
LIKELY: Final = 0.38
"""From which probability on a concept is a topic: below a half, as F1 is best there; chosen by leaving out folders."""
_JUST_BEFORE: Final = 400
"""Characters before a contribution in which what is named stands beside it."""


def topics(reading: Reading, rows: Iterable[Contribution]) -> list[tuple[str, ...]]:
    """The concepts that each row concerns: those it names in order of appearance, then others.

    In: the rows in the order of the text. Raises ResourceError where the table of weights is missing.
    """
    table = weights(TOPIC_WORDS)
    return [
        _settled(found)
        or tuple(one.concept for one, told in seen(_meant(found)) if probability(table.odds_of(told)[0]) >= LIKELY)
        for found in themes(reading, rows)
    ]


def _settled(found: Sequence[Theme]) -> tuple[str, ...]:
    """The one instrument of a decision to which who speaks right behind it points: "Besluit: de taakstelling wordt
    12.500. VNG kan hiermee leven."; nothing where he names something himself, or what comes before is another's.
    """
    turn = found[0].turn if found else None
    if turn is None or turn.row.act not in VERDICTS or turn.inside.keys() - {*turn.row.speakers} or turn.bare:
        return ()
    reading, before = turn.reading, turn.item.before
    place = sentence_before(reading, turn.row) if points_back(reading, turn.row) else None
    if place is None:
        return ()
    block, start, end = place
    if before is not None and any(one == block and a < end and start < b for one, a, b in before.places):
        return ()
    tokens = tokens_of(reading.docs[block])
    first, last = tokens.at(start, end)
    if words("collective", "deciding").isdisjoint(tokens.lower[first:last]) and not label_of(tokens.text):
        return ()
    named = dict.fromkeys(one.concept for one in reading.mentions_in(*place) if reading.is_instrument(one.concept))
    return tuple(named) if len(named) == 1 else ()


def _meant(found: Sequence[Theme]) -> Sequence[Theme]:
    """What a contribution may be about, without what else was spoken of where it names what it is for or against.

    What it points to by a bare noun may be meant beside that.
    """
    turn = found[0].turn if found else None
    if turn is None or not objects(turn):
        return found
    meant = {*turn.bare, *turn.unnamed}
    return [one for one in found if one.named or one.concept in meant or turn.kind(one.concept) not in THINGS]


def seen(found: Iterable[Theme]) -> Iterator[tuple[Theme, Seen]]:
    """What speaks for and against each concept that one contribution may be about: "in …" of what is named, "out …" of
    what is gone on about.
    """
    following: _Following | None = None
    for one in found:
        if one.named:
            yield one, Seen(tuple(_of_named(one)))
        else:
            following = following or _Following(one.turn)
            yield one, following.seen(one.concept)


def _of_named(one: Theme) -> Iterator[Group]:
    turn, concept, item = one.turn, one.concept, one.turn.item
    at = one.named[-1] if concept in turn.row.speakers else one.named[0]
    kind, cls, part, act = turn.kind(concept), turn.cls(concept), turn.part(concept), turn.row.act
    titled, topic, before = concept in item.titled, concept == item.topic, concept in item.own
    counts = "spoken to" if turn.spoken_to(concept) else concept in turn.own
    yield _part, kind, cls, general(concept), part, act, titled, topic, before, counts, not turn.things
    rank, thing = _rank(concept, turn.others, 4), _rank(concept, turn.things, 3)
    others, things, times = min(len(turn.others), 5), min(len(turn.things), 3), min(len(one.named), 3)
    yield _count, kind, part, rank, times, others, things, turn.length
    yield _place, kind, min(at.sentence, 3), bucket(turn.times[concept]), thing if kind in THINGS else None
    yield _neighbours, kind, part, *_beside(at)


def _part(
    kind: str, cls: str, general: str, part: str, act: str, titled: bool, topic: bool, before: bool, counts: bool | str,
    alone: bool,
) -> Iterator[str]:  # fmt: skip
    """Who or what is named, and what part it has in the conversation."""
    yield from ("in", f"in {kind}", f"in class {cls}", f"in is {general}")
    yield from (f"in {part}", f"in {part} {kind}", f"in {part} {act}", f"in {act} {kind}")
    yield from (f"in titled {titled} {kind}", f"in topic {topic} {kind}", f"in before {before} {kind}")
    yield from (f"in counts {counts}", f"in counts {counts} {part}", f"in counts {counts} {part} {kind} {act}")
    if alone:
        yield from (f"in no thing {kind}", f"in no thing {cls}")


def _count(kind: str, part: str, rank: str, times: int, others: int, things: int, length: str) -> Iterator[str]:
    """Beside how much else it is named."""
    yield from (f"in rank {rank}", f"in rank {rank} {kind}", f"in times {times} {part}")
    yield from (f"in of {others}", f"in of {others} {kind}")
    yield from (f"in things {things} {kind}", f"in length {length} {kind}")


def _place(kind: str, sentence: int, times: str, thing: str | None) -> Iterator[str]:
    """Where it is named, how often in the document, and as which of the things."""
    yield from (f"in sentence {sentence}", f"in sentence {sentence} {kind}", f"in document {times} {kind}")
    if thing is not None:
        yield f"in thing {thing}"


def _neighbours(kind: str, part: str, marker: str, side: str, opener: str, before: str, behind: str) -> Iterator[str]:
    """The preposition before it, its side of the verb, what opens its clause, and the words beside it."""
    yield from (f"in {marker}", f"in {marker} {kind}", f"in {marker} {part}")
    yield from (f"in {side} {kind}", f"in {side} {marker} {kind}", f"in behind {opener} {kind}")
    yield from (f"in -1 {before} {kind}", f"in +1 {behind}", f"in +1 {behind} {kind}")


def _beside(one: Named) -> tuple[str, str, str, str, str]:
    lower = one.tokens.lower
    before = lower[one.first - 1] if one.first > one.start else "^"
    behind = lower[one.last] if one.last < one.end else "$"
    side = "bare" if one.verb is None else "before" if one.first < one.verb else "after"
    opener = next(
        (lower[k] for k in range(one.first - 1, one.start - 1, -1) if lower[k] in words("topic_opener")), "none"
    )
    return _marker(one), side, opener, before, behind


def _marker(one: Named) -> str:
    """What stands before the name and its article: a preposition, conjunction or sign, else the part of speech."""
    lower, at = one.tokens.lower, one.first - 1
    if at >= one.start and lower[at] in words("topic_determiner"):
        at -= 1
    if at < one.start:
        return "^"
    part = one.tokens.parts[at]
    return lower[at] if part in ("ADP", "CCONJ", "SCONJ", "PUNCT") else part


def _rank(concept: str, among: Sequence[str], last: int) -> str:
    """The place of a concept among others, from 0; `last` if it comes behind that many, or is not among them."""
    first = among[:last]
    return str(first.index(concept) if concept in first else last)


class _Following:
    """A contribution as what it may go on about is weighed: what is the same for all its candidates, found once."""

    def __init__(self, turn: Turn) -> None:
        item, row = turn.item, turn.row
        self._turn = turn
        self._own, self._relation = _own(turn), _relation(turn)
        block, start, _ = row.places[0]
        self._block = block
        self._here = frozenset(turn.reading.concepts_in(block, max(0, start - _JUST_BEFORE), start))
        self._things = [other for other in item.own if turn.kind(other) in THINGS]
        self._is_only = sum(turn.kind(other) in THINGS for other in item.titled) <= 1
        self._untitled = [other for other in item.topics if other not in item.titled]
        self._before = None if item.before is None else item.before.act
        self._pointing, self._beginnings = tuple(turn.pointing), tuple(turn.beginnings)

    def seen(self, concept: str) -> Seen:
        """What speaks for and against a concept."""
        return Seen(tuple(self._groups(concept)), {} if ":" in concept else {concept: self._beginnings})

    def _groups(self, concept: str) -> Iterator[Group]:
        turn, item, own, relation = self._turn, self._turn.item, self._own, self._relation
        kind, cls = turn.kind(concept), turn.cls(concept)
        title, topic, age = self._title(concept), _topic(item, concept), _age(item, concept)
        rank = _rank(concept, self._things, 2) if concept in self._things else "none"
        here = "here" if concept in self._here else "elsewhere"
        rival = any(other != concept for other in self._untitled)
        aired = str(min(self._block - item.aired[concept], 3)) if concept in item.aired else "none"
        yield _concept, kind, cls, general(concept)
        yield _standing, kind, turn.part(concept), own, title, topic, age, relation
        yield _rivalry, kind, own, title, topic, age, relation, rival
        yield _act, kind, own, age, turn.row.act, self._before
        yield _nearness, kind, own, relation, rank, here, aired, concept not in item.turn
        yield _length, kind, own, age, turn.length, bool(self._pointing)
        yield _times, kind, title, age, min(item.turns, 4), min(len(self._things), 3), bucket(turn.times[concept])
        if self._pointing:
            yield _points, kind, concept in item.own, self._pointing
        if item.opened.get(self._block) == concept:
            yield _opened, kind, cls, own
        if concept in turn.unnamed:
            yield _unnamed, own, concept
        if concept in turn.bare:
            yield _bare, own, cls, "item" if concept in item.latest else "document"

    def _title(self, concept: str) -> str:
        """Whether the item's title names a concept, alone or not."""
        return "untitled" if concept not in self._turn.item.titled else "alone" if self._is_only else "titled"


def _own(turn: Turn) -> str:
    """What a contribution names itself: one thing, several, none; and whether others beside ("+")."""
    own = "thing" if len(turn.things) == 1 else "things" if turn.things else "none"
    return own if set(turn.others) <= {*turn.things, *turn.row.towards} else f"{own}+"


def _relation(turn: Turn) -> str:
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


def _topic(item: Item, concept: str) -> str:
    """Whether a concept was the topic."""
    return "topic" if concept == item.topic else "once" if concept in item.topics else "never"


def _age(item: Item, concept: str) -> str:
    """How many contributions ago a concept was named."""
    return str(min(item.turns - item.turn[concept], 3)) if concept in item.turn else "new"


def _concept(kind: str, cls: str, general: str) -> Iterator[str]:
    """What it is."""
    yield from ("out", f"out {kind}", f"out class {cls}", f"out is {general}")


def _standing(kind: str, part: str, own: str, title: str, topic: str, age: str, relation: str) -> Iterator[str]:
    """Where a concept comes from: the title, how long ago, as what; with what the contribution itself names."""
    yield from (f"out {part} {kind}", f"out {own} {kind}", f"out {own} {kind} {age}")
    yield from (f"out {title} {kind}", f"out {title} {kind} {own}", f"out {topic} {kind}", f"out {age} {kind}")
    yield from (f"out {topic} {title} {kind} {own}", f"out {topic} {title} {age} {kind}")
    yield f"out {relation} {kind} {age}"


def _rivalry(kind: str, own: str, title: str, topic: str, age: str, relation: str, is_rivalled: bool) -> Iterator[str]:
    """Whether the item had a topic beside it that its title does not name."""
    rival = f"out rival {is_rivalled} {title}"
    yield from (f"{rival} {topic} {kind}", f"{rival} {own} {topic} {kind}")
    yield from (f"{rival} {topic} {age} {kind}", f"{rival} {relation} {own} {kind}")


def _act(kind: str, own: str, age: str, act: str, before: str | None) -> Iterator[str]:
    """With which act the contribution would go on about it, behind which other."""
    yield from (f"out {act} {kind}", f"out {act} {kind} {own}", f"out {act} {kind} {age}")
    if before is not None:
        yield f"out after {before} {act} {kind} {age}"


def _nearness(kind: str, own: str, relation: str, rank: str, here: str, aired: str, fresh: bool) -> Iterator[str]:
    """As which of the things before it was named, whether right before, and how near the item's text, whoever spoke."""
    yield from (f"out thing {rank} {kind} {relation}", f"out thing {rank} {relation} {own} {kind}")
    yield from (f"out {here} {kind} {own}", f"out {here} {kind} {relation}")
    yield from (f"out aired {aired} {kind}", f"out aired {aired} {fresh} {kind}", f"out aired {aired} {own} {kind}")
    yield f"out aired {aired} {relation} {kind} {fresh}"


def _length(kind: str, own: str, age: str, length: str, points: bool) -> Iterator[str]:
    """How long the contribution is, and whether words in it point back."""
    yield from (f"out length {length} {kind}", f"out length {length} {own} {kind}")
    yield from (f"out points {points} {own} {kind}", f"out points {points} {kind} {age}")


def _times(kind: str, title: str, age: str, turns: int, things: int, times: str) -> Iterator[str]:
    """How many contributions there were, how much the one before named, and how often the document names it."""
    yield from (f"out turn {turns} {title} {kind}", f"out of {things} {kind} {age}", f"out document {times} {kind}")


def _points(kind: str, fresh: bool, pointing: Iterable[str]) -> Iterator[str]:
    """The words that point back."""
    return (f"out points {word} {kind} {fresh}" for word in pointing)


def _opened(kind: str, cls: str, own: str) -> Iterator[str]:
    """That the paragraph opens with it."""
    yield from (f"out opened {kind}", f"out opened {own} {kind}", f"out opened {cls}")


def _unnamed(own: str, concept: str) -> Iterator[str]:
    """By what it is meant though nobody named it."""
    yield from ("out unnamed", f"out unnamed {own}", f"out unnamed {concept}")


def _bare(own: str, cls: str, named: str) -> Iterator[str]:
    """That a bare noun means it, and where it was named."""
    yield from (f"out bare {named}", f"out bare {named} {own}", f"out bare {cls}")
