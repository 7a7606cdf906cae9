"""What outcomes and figures are about: of what they name, and of what is spoken of around them, what is likely.

People give what was settled, and what is counted, a subject as they do a contribution to the discussion: not everything
that its words name ("terug in de volgende LRT"), and often what its agenda item is on, or what was said before, without
a word of it ("Actie: COA en Nidos komen in januari met één uitvraag", under "AMV"). So the candidates, and most of what
speaks for and against them, are those of contributions; beside that speaks what the rules of each family take from its
own words, and what is settled or counted, by a table for outcomes and one for figures (`training/subjects.py`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeVar

from lrtgraph.extraction.grammar.weights import Group, Seen, general, probability, weights
from lrtgraph.extraction.outcomes import adopts_minutes, told_until
from lrtgraph.extraction.outcomes.rows.tasks import Places
from lrtgraph.extraction.statements.course.floor import Contribution
from lrtgraph.extraction.statements.subject.themes import Theme, themes
from lrtgraph.extraction.statements.subject.topics import TOPIC_WORDS, seen
from lrtgraph.extraction.targets.places import says_of_all
from lrtgraph.notations import PLACES
from lrtgraph.records import Act, Outcome, OutcomeKind, Target

if TYPE_CHECKING:
    from lrtgraph.extraction.context import Reading

F = TypeVar("F", Outcome, Target)
_Place = tuple[int, int, int]

OUTCOME_WORDS: Final = "outcome_topic_words"
TARGET_WORDS: Final = "target_topic_words"
"""The tables of weights."""
LIKELY: Final = {OUTCOME_WORDS: 0.4, TARGET_WORDS: 0.5}
"""From which probability on a concept is a subject; chosen by leaving out folders, for more right and fewer wrong."""
_ACTS: Final[dict[OutcomeKind, Act]] = {
    "besluit": "stelt_voor",
    "afspraak": "stelt_voor",
    "actie": "verzoekt",
    "toezegging": "zegt_toe",
}
"""The act of a contribution that comes nearest to what was settled."""
_STEP: Final = 75
_FAR: Final = 6
_LETTERS: Final = 15
"""Odds go by such steps, and characters between a figure and a name by these; beyond so many steps all is alike."""
_PARTING: Final = frozenset(",;:(")
_BY_HEADS: Final = frozenset({"table"})
"""The rule of figures in cells: what they are about their heads and labels say."""


def with_subjects(reading: Reading, said: Iterable[Contribution], facts: Sequence[F]) -> tuple[F, ...]:
    """Outcomes or figures with what they are about: what they name in order of appearance, then what else.

    In: the contributions of the document with their acts, and facts with what rules took from their words, both in the
    order of the text. Raises ResourceError where a table of weights is missing.
    """
    abouts = {
        fact: tuple(one.concept for one, told in known if _is_subject(fact, one, told))
        for fact, known in themed(reading, said, facts)
    }
    return tuple(replace(fact, about=abouts[fact]) if fact in abouts else fact for fact in facts)


def _is_subject(fact: Outcome | Target, one: Theme, told: Seen) -> bool:
    """Whether a fact is about a concept.

    Of a place named before the rules know that it goes on ("Daar …"), and that nothing "landelijk" is of it. The
    minutes of a day go on about nothing that was spoken of before them.
    """
    if not one.named:
        goes_on = _goes_on(fact, one)
        if goes_on is not None:
            return goes_on
    table = table_of(fact)
    return probability(weights(table).odds_of(told)[0]) >= LIKELY[table]


def _goes_on(fact: Outcome | Target, one: Theme) -> bool | None:
    """Whether a fact is about what it does not name, where the rules know; None where they do not."""
    if one.concept.startswith(PLACES):
        block, start, end = one.turn.row.places[0]
        national = says_of_all(one.turn.reading.layout.blocks[block].text[start:end])
        return True if one.concept in fact.about else False if national else None
    return False if isinstance(fact, Outcome) and adopts_minutes(fact) else None


def table_of(fact: Outcome | Target) -> str:
    """The table that a fact is weighed by."""
    return OUTCOME_WORDS if isinstance(fact, Outcome) else TARGET_WORDS


def themed(
    reading: Reading, said: Iterable[Contribution], facts: Iterable[F]
) -> Iterator[tuple[F, list[tuple[Theme, Seen]]]]:
    """Each fact with what it may be about, and what speaks for and against that."""
    places = Places(reading)
    sentences = _Sentences(reading)
    found = ((fact, places.of(fact.evidence)) for fact in facts if fact.rule not in _BY_HEADS)
    rows: list[tuple[Contribution, F | None, _Place | None]] = [(row, None, None) for row in said]
    rows += ((_row(reading, sentences, fact, place), fact, place) for fact, place in found if place is not None)
    rows.sort(key=lambda one: (one[0].places[0][:2], one[1] is None))
    for (_, fact, place), told in zip(rows, themes(reading, [row for row, *_ in rows]), strict=True):
        if fact is not None and place is not None:
            yield fact, [(one, _seen(fact, place, one, known)) for one, known in seen(told)]


class _Sentences(dict[int, list[tuple[int, int]]]):
    """Where the sentences of each block stand: a block can hold a hundred thousand, with a figure each."""

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self._docs = reading.docs

    def __missing__(self, block: int) -> list[tuple[int, int]]:
        self[block] = [(one.start_char, one.end_char) for one in self._docs[block].sents]
        return self[block]

    def around(self, block: int, at: int) -> tuple[int, int]:
        """The sentence of a block that holds the character at an offset."""
        return self[block][max(0, bisect_right(self[block], at, key=lambda one: one[0]) - 1)]


def _row(reading: Reading, sentences: _Sentences, fact: Outcome | Target, place: _Place) -> Contribution:
    """A fact as a contribution that nobody makes: an outcome its words, a figure its sentence."""
    block, start, end = place
    outcome = fact if isinstance(fact, Outcome) else None
    if outcome is not None:
        end = max(start + 1, told_until(reading, block, start, end, outcome.owners + outcome.partners))
    else:
        start, end = sentences.around(block, start)
    return Contribution(
        speakers=outcome.owners if outcome else (),
        persons=(),
        act=_ACTS[outcome.kind] if outcome else "informeert",
        towards=outcome.partners if outcome else (),
        rule=fact.rule,
        confidence=fact.confidence,
        places=[(block, start, end)],
        plain=False,
        item=reading.layout.blocks[block].item,
        unsaid=True,
    )


def _seen(fact: Outcome | Target, place: _Place, one: Theme, known: Seen) -> Seen:
    """What speaks for and against one concept that a fact may be about."""
    where, kind = "in" if one.named else "out", one.turn.kind(one.concept)
    odds = weights(TOPIC_WORDS).odds_of(known)[0] // _STEP
    groups: list[Group] = [(_contributed, max(-_FAR, min(_FAR, odds)), where, kind)]
    groups.append((_told, one.concept in fact.about, where, kind))
    if isinstance(fact, Outcome):
        groups.append((_settled, fact.kind, where, kind))
    else:
        own = "thing" if one.turn.things else "none"
        groups.append((_counted, fact.unit, fact.status, where, kind, general(one.concept), own))
        if one.named:
            groups.append((_beside, *_nearest(one, place), kind))
    return Seen((*known.groups, *groups), known.words)


def _nearest(one: Theme, place: _Place) -> tuple[int, str, bool, bool]:
    """How far from a figure the nearest name stands, on which side, in a part of its own, behind another figure."""
    block, start, end = place
    names = (near.mention for near in one.named)
    name = min(names, key=lambda name: max(name.block_start - end, start - name.block_end))
    distance = max(name.block_start - end, start - name.block_end, 0)
    side = "before" if name.block_end <= start else "behind" if name.block_start >= end else "inside"
    between = one.turn.reading.layout.blocks[block].text[min(name.block_end, end) : max(name.block_start, start)]
    apart, counted = not _PARTING.isdisjoint(between), any(map(str.isdigit, between))
    return min(distance // _LETTERS, _FAR), side, apart, counted


def _contributed(odds: int, where: str, kind: str) -> Iterator[str]:
    """How likely a contribution there would be about it."""
    yield from (f"odds {odds}", f"odds {odds} {where}", f"odds {odds} {kind}")


def _told(told: bool, where: str, kind: str) -> Iterator[str]:
    """Whether the rules take it from the words of the fact."""
    yield from (f"told {told}", f"told {told} {where}", f"told {told} {where} {kind}")


def _settled(outcome: str, where: str, kind: str) -> Iterator[str]:
    """What kind of outcome it is."""
    yield from (f"settled {outcome} {where}", f"settled {outcome} {where} {kind}")


def _counted(unit: str | None, status: str, where: str, kind: str, concept: str, own: str) -> Iterator[str]:
    """What is counted, and as what."""
    yield from (f"unit {unit} {where} {kind}", f"unit {unit} {concept}", f"unit {unit} {where} {kind} {own}")
    yield from (f"status {status} {where} {kind}", f"status {status} {concept}", f"counted {unit} {status} {concept}")


def _beside(distance: int, side: str, apart: bool, counted: bool, kind: str) -> Iterator[str]:
    """Where it is named, seen from the figure."""
    yield from (f"side {side} {kind}", f"side {side} {apart} {kind}", f"side {side} {apart} {counted} {kind}")
    yield f"distance {distance} {side} {kind}"
