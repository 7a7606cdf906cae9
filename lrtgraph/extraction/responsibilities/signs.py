"""Signs of a part in an instrument: the actors of each clause with the instruments that are spoken of there."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, Final, TypeVar

from lrtgraph.extraction.arguments import BARE, Argument, instead
from lrtgraph.extraction.lexicon import words
from lrtgraph.extraction.responsibilities.actors import posed, subject_of
from lrtgraph.extraction.responsibilities.frames import Frame
from lrtgraph.extraction.responsibilities.polarity import Polarity, polarity
from lrtgraph.extraction.responsibilities.scene import concepts_of
from lrtgraph.extraction.verbs import Use
from lrtgraph.records import Outcome, Statement

if TYPE_CHECKING:
    from lrtgraph.extraction.clauses import Clause
    from lrtgraph.extraction.responsibilities.scene import Scene

_MOST: Final = 20
"""How many instruments can be spoken of at once; where more are named, those named nearest count."""
_LONGEST: Final = 60
"""Tokens of a clause; what is longer is a list or a table."""
_PERSONS: Final = frozenset({"hij", "zij", "ze", "hijzelf", "zijzelf"})
"""Pronouns for who was spoken of."""
_ANY: Final = Frame("likely", (), frozenset(), frozenset(), frozenset(), "execution", "", frozenset({"power"}))

Fact = TypeVar("Fact", Statement, Outcome)


@dataclass(frozen=True, slots=True, eq=False)
class Sign:
    """An actor in a clause and an instrument that is spoken of there.

    `level` says where the instrument is named: in the clause, its sentence, a sentence before it in the block, the
    title of the agenda item, or an earlier paragraph of it. `end` is the token behind the clause and the infinitive
    that it ends in ("… om tot een verdeling te komen").
    """

    scene: Scene
    clause: Clause
    end: int
    argument: Argument
    actor: str
    instrument: str
    level: str
    polarity: Polarity


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a document says around its signs: how often each pair of actor and instrument, each actor and each
    instrument is in a sign, and the statements and outcomes that share characters with each sentence.
    """

    pairs: Counter[tuple[str, str]]
    actors: Counter[str]
    instruments: Counter[str]
    statements: dict[Scene, list[Statement]]
    outcomes: dict[Scene, list[Outcome]]


def signs(scene: Scene) -> Iterator[Sign]:
    """The signs in the clauses that affirm what is; none of an actor who is set aside there ("in plaats van VNG")."""
    for clause in scene.clauses:
        if clause.end - clause.start > _LONGEST:
            continue
        acting = [a for a in _acting(scene, clause) if not (instead(a) or a.denied)]
        spoken_of = tuple(islice(_spoken_of(scene, clause), _MOST)) if acting else ()
        if not spoken_of:
            continue
        end = next((c.end for c in scene.clauses if c.start == clause.end and c.opener == "om"), clause.end)
        how = polarity(scene, clause, Use("finite", clause.start, ()), _ANY)
        if how.past or not how.affirmed:
            continue
        for argument in acting:
            for actor in argument.concepts:
                if not actor.startswith("person:"):
                    for instrument, level in spoken_of:
                        yield Sign(scene, clause, end, argument, actor, instrument, level, how)


def _acting(scene: Scene, clause: Clause) -> Iterator[Argument]:
    """The actors of a clause: its own, and the one that the pronoun in the place of its subject points to.

    What somebody acts as is no other actor: "brengt de commissaris als Rijksheer verslag uit".
    """
    own = [a for a in scene.inside(clause) if a.first < clause.end]
    named = [a for a in own if not posed(scene, a)]
    meant = None
    if _pronominal(scene, clause) or (_goes_on(scene, clause) and not any(a.marker == BARE for a in named)):
        meant = subject_of(scene, clause, Use("finite", clause.start, ()))
    yield from named if named or meant else own
    if meant is not None:
        yield replace(meant, marker=BARE)


def _pronominal(scene: Scene, clause: Clause) -> bool:
    """Whether the clause has a pronoun for who was spoken of."""
    return any(scene.tokens[k] in _PERSONS and scene.parts[k] == "PRON" for k in range(clause.start, clause.end))


def _goes_on(scene: Scene, clause: Clause) -> bool:
    """Whether the clause shares the subject of the main clause before it: "COA steunt dit en past … aan"."""
    verb = any(scene.finite[clause.start + 1 : clause.start + 2])
    shared = verb and scene.tokens[clause.start] in words("coordinator")
    return shared and any(c.end == clause.start and c.main for c in scene.clauses)


def _spoken_of(scene: Scene, clause: Clause) -> Iterator[tuple[str, str]]:
    """The instruments spoken of in a clause with where they are named, those named nearest first, each once."""
    levels = (
        ("clause", concepts_of(scene.instruments_in(clause))),
        ("sentence", concepts_of(scene.instruments)),
        ("before", scene.named_before),
        ("title", (scene.named.title(scene.block),)),
        ("earlier", (scene.named.lately(scene.block),)),
    )
    told: set[str] = set()
    for level, concepts in levels:
        for concept in concepts:
            if concept is not None and concept not in told:
                told.add(concept)
                yield concept, level


def surroundings(signs: Sequence[Sign], statements: Sequence[Statement], outcomes: Sequence[Outcome]) -> Surroundings:
    """What the document says around its signs. In: all of them, all its statements and outcomes."""
    told = enumerate(dict.fromkeys(sign.scene for sign in signs))
    places = sorted((scene.span.start, scene.span.end, number, scene) for number, scene in told)
    return Surroundings(
        Counter((sign.actor, sign.instrument) for sign in signs),
        Counter(sign.actor for sign in signs),
        Counter(sign.instrument for sign in signs),
        _within(places, statements),
        _within(places, outcomes),
    )


def _within(places: Sequence[tuple[int, int, int, Scene]], facts: Sequence[Fact]) -> dict[Scene, list[Fact]]:
    """The facts that share characters with each sentence; `places` are where sentences start and end, in order."""
    starts = [start for start, *_ in places]
    found: dict[Scene, list[Fact]] = {}
    for fact in facts:
        first = max(0, bisect_right(starts, fact.evidence.start) - 1)
        for start, end, _, scene in map(places.__getitem__, range(first, len(places))):
            if start >= fact.evidence.end:
                break
            if end > fact.evidence.start:
                found.setdefault(scene, []).append(fact)
    return found
