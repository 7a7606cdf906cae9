"""What contributions are about: of what they name, and of what they may go on about, what is likely: a linear model.

It has learnt from annotated minutes (`training/topics.py`) what people take a contribution to be about: not everybody
whom it names, and often what its agenda item is on or what was said before, without a word of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from lrtgraph.extraction.lexicon import words
from lrtgraph.extraction.statements.floor import Row
from lrtgraph.extraction.statements.themes import THINGS, Named, Theme, Turn, bucket, themes
from lrtgraph.extraction.weights import probability, weights

if TYPE_CHECKING:
    from lrtgraph.extraction.context import Reading

TOPIC: Final = "topic"
"""The class of the table."""
LIKELY: Final = 0.38
"""From which probability on a concept is a topic: below a half, as F1 is best there; chosen by leaving out folders."""
_JUST_BEFORE: Final = 400
"""Characters before a contribution in which what is named stands beside it."""


def topics(reading: Reading, rows: Iterable[Row]) -> list[tuple[str, ...]]:
    """The concepts that each row concerns: those it names in order of appearance, then others.

    In: the rows in the order of the text. Raises ResourceError where the table of weights is missing.
    """
    table = weights("topic_words")
    return [
        tuple(one.concept for one in found if probability(table.odds(features(one))[0]) >= LIKELY)
        for found in themes(reading, rows)
    ]


def features(one: Theme) -> Iterable[str]:
    """What speaks for and against a concept, each once: "in …" of what is named, "out …" of what is gone on about."""
    turn, concept = one.turn, one.concept
    if not one.named:
        own, relation = _own(turn), _relation(turn)
        return dict.fromkeys(
            (
                *_of_source(turn, concept, own, relation),
                *_of_text(turn, concept, own, relation),
                *_of_words(turn, concept),
            )
        )
    at = one.named[-1] if concept in turn.row.speakers else one.named[0]
    return dict.fromkeys(
        (*_of_part(turn, concept), *_of_place(turn, concept, at, len(one.named)), *_of_neighbours(turn, at))
    )


def _of_part(turn: Turn, concept: str) -> Iterator[str]:
    """Who or what is named, and what part it has in the conversation."""
    kind, part, item, act = turn.kind(concept), turn.part(concept), turn.item, turn.row.act
    yield from ("in", f"in {kind}", f"in class {turn.cls(concept)}", f"in is {_general(concept)}")
    yield from (f"in {part}", f"in {part} {kind}", f"in {part} {act}", f"in {act} {kind}")
    yield f"in titled {concept in item.titled} {kind}"
    yield f"in topic {concept == item.topic} {kind}"
    yield f"in before {concept in item.own} {kind}"
    counts = "spoken to" if turn.spoken_to(concept) else concept in turn.own
    yield from (f"in counts {counts}", f"in counts {counts} {part}", f"in counts {counts} {part} {kind} {act}")
    if not turn.things:
        yield from (f"in no thing {kind}", f"in no thing {turn.cls(concept)}")


def _of_place(turn: Turn, concept: str, one: Named, times: int) -> Iterator[str]:
    """Where it is named, and beside how much else."""
    kind, part = turn.kind(concept), turn.part(concept)
    rank = _rank(concept, turn.others, 4)
    yield from (f"in rank {rank}", f"in rank {rank} {kind}", f"in times {min(times, 3)} {part}")
    yield from (f"in of {min(len(turn.others), 5)}", f"in of {min(len(turn.others), 5)} {kind}")
    yield from (f"in things {min(len(turn.things), 3)} {kind}", f"in length {turn.length} {kind}")
    yield from (f"in sentence {min(one.sentence, 3)}", f"in sentence {min(one.sentence, 3)} {kind}")
    yield f"in document {bucket(turn.times[concept])} {kind}"
    if kind in THINGS:
        yield f"in thing {_rank(concept, turn.things, 3)}"


def _of_neighbours(turn: Turn, one: Named) -> Iterator[str]:
    """The words beside it, the preposition before it, its side of the verb, and what opens its clause."""
    kind, part = turn.kind(one.mention.concept), turn.part(one.mention.concept)
    lower = one.tokens.lower
    before = lower[one.first - 1] if one.first > one.start else "^"
    behind = lower[one.last] if one.last < one.end else "$"
    marker = _marker(one)
    side = "bare" if one.verb is None else "before" if one.first < one.verb else "after"
    opener = next(
        (lower[k] for k in range(one.first - 1, one.start - 1, -1) if lower[k] in words("topic_opener")), "none"
    )
    yield from (f"in {marker}", f"in {marker} {kind}", f"in {marker} {part}")
    yield from (f"in {side} {kind}", f"in {side} {marker} {kind}", f"in behind {opener} {kind}")
    yield from (f"in -1 {before} {kind}", f"in +1 {behind}", f"in +1 {behind} {kind}")


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


def _of_source(turn: Turn, concept: str, own: str, relation: str) -> Iterator[str]:
    """Where a concept comes from: the title, how long ago, as what; with what the contribution itself names."""
    kind, item, row = turn.kind(concept), turn.item, turn.row
    title, topic, age = _standing(turn, concept)
    things = [other for other in item.own if turn.kind(other) in THINGS]
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
    yield f"out document {bucket(turn.times[concept])} {kind}"
    if item.before is not None:
        yield f"out after {item.before.act} {row.act} {kind} {age}"


def _standing(turn: Turn, concept: str) -> tuple[str, str, str]:
    """Whether the item's title names it, alone or not; whether it was the topic; how many contributions ago."""
    item = turn.item
    titled = sum(turn.kind(other) in THINGS for other in item.titled)
    title = "untitled" if concept not in item.titled else "alone" if titled <= 1 else "titled"
    topic = "topic" if concept == item.topic else "once" if concept in item.topics else "never"
    return title, topic, str(min(item.turns - item.turn[concept], 3)) if concept in item.turn else "new"


def _of_text(turn: Turn, concept: str, own: str, relation: str) -> Iterator[str]:
    """What else the agenda item is on, where its text named a concept, whoever spoke, and by what noun it is meant."""
    kind, item, block = turn.kind(concept), turn.item, turn.row.places[0][0]
    title, topic, age = _standing(turn, concept)
    rival = f"out rival {any(other != concept and other not in item.titled for other in item.topics)} {title}"
    yield from (f"{rival} {topic} {kind}", f"{rival} {own} {topic} {kind}")
    yield from (f"{rival} {topic} {age} {kind}", f"{rival} {relation} {own} {kind}")
    aired = str(min(block - item.aired[concept], 3)) if concept in item.aired else "none"
    fresh = concept not in item.turn
    yield from (f"out aired {aired} {kind}", f"out aired {aired} {fresh} {kind}", f"out aired {aired} {own} {kind}")
    yield f"out aired {aired} {relation} {kind} {fresh}"
    if item.opened.get(block) == concept:
        yield from (f"out opened {kind}", f"out opened {own} {kind}", f"out opened {turn.cls(concept)}")
    if concept in turn.unnamed:
        yield from ("out unnamed", f"out unnamed {own}", f"out unnamed {concept}")
    if concept in turn.bare:
        named = "item" if concept in item.latest else "document"
        yield from (f"out bare {named}", f"out bare {named} {own}", f"out bare {turn.cls(concept)}")


def _of_words(turn: Turn, concept: str) -> Iterator[str]:
    """The words that point back, and those of its content with the concept."""
    fresh = concept in turn.item.own
    yield from (f"out points {word} {turn.kind(concept)} {fresh}" for word in turn.pointing)
    if ":" not in concept:
        yield from (f"{concept} {beginning}" for beginning in turn.beginnings)


def _general(concept: str) -> str:
    """A concept, or what kind it is where it is one of many: "gemeente:Sluis" is some municipality."""
    return concept.partition(":")[0]
