"""Signs of a part in an instrument: the actors of each clause with the instruments that are spoken of there."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

from lrtgraph.extraction.grammar.arguments import BARE, Argument, instead
from lrtgraph.extraction.grammar.lexicon import words
from lrtgraph.extraction.grammar.predicates import Use
from lrtgraph.extraction.responsibilities.frames import Frame
from lrtgraph.extraction.responsibilities.polarity import Polarity, polarity
from lrtgraph.extraction.responsibilities.spoken import NAMING, Spoken
from lrtgraph.extraction.responsibilities.subjects import subject_of
from lrtgraph.notations import is_person
from lrtgraph.records import Outcome, Statement
from lrtgraph.value import value

if TYPE_CHECKING:
    from lrtgraph.extraction.grammar.clauses import Clause
    from lrtgraph.extraction.responsibilities.scene import Scene

_LONGEST: Final = 60
"""Tokens of a clause; what is longer is a list or a table."""
_WORDS: Final = 60
"""Tokens of a clause that are weighed."""
_PREFIXES: Final = (4, 6)
_PERSONS: Final = frozenset({"hij", "zij", "ze", "hijzelf", "zijzelf"})
"""Pronouns for who was spoken of."""
_ANY: Final = Frame(name="likely", kind="execution", flags=frozenset({"power"}))

Fact = TypeVar("Fact", Statement, Outcome)


@value
class Sign:
    """An actor in a clause and an instrument that is spoken of there.

    `level` says where the instrument is named or how it is told of (`Spoken.of`), `rank` how many are named nearer;
    `among` counts what competes. `firm` says whether the clause affirms what is. `beside` are the words of the clause,
    and of the infinitive that it ends in ("… om tot een verdeling te komen").
    """

    scene: Scene
    clause: Clause
    beside: Beside
    argument: Argument
    actor: str
    instrument: str
    level: str
    rank: int
    among: Among
    polarity: Polarity
    firm: bool


class Beside(NamedTuple):
    """The words beside an actor: the beginnings of those of its clause, each once, and the two before and behind it."""

    beginnings: tuple[str, ...]
    before: tuple[str, str]
    behind: tuple[str, str]


class Among(NamedTuple):
    """What competes in a clause: the instruments that it names, all that are named near it, and its actors."""

    inside: int
    named: int
    actors: int


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a document says around its signs: how often each pair of actor and instrument, each actor and each
    instrument is in a sign of what is named, the instrument that is in most, and the statements and outcomes that
    share characters with each sentence.
    """

    pairs: Counter[tuple[str, str]]
    actors: Counter[str]
    instruments: Counter[str]
    main: str | None
    statements: dict[Scene, list[Statement]]
    outcomes: dict[Scene, list[Outcome]]


def signs(scene: Scene, spoken: Spoken) -> Iterator[Sign]:
    """The signs in the clauses of a sentence; none of an actor who is set aside there ("in plaats van VNG").

    What is wished, asked, past or denied of somebody may still show whose part it is: "de provincies kunnen het
    toezicht niet aan". The signs are as they would be if it were affirmed, and say that they are not `firm`.
    """
    for clause in scene.clauses:
        if clause.end - clause.start > _LONGEST:
            continue
        acting = [a for a in _acting(scene, clause) if not (instead(a) or a.denied)]
        spoken_of = spoken.of(scene, clause) if acting else ()
        if not spoken_of:
            continue
        end = next((c.end for c in scene.clauses if c.start == clause.end and c.opener == "om"), clause.end)
        how = polarity(scene, clause, Use("finite", clause.start, ()), _ANY)
        firm = how.affirmed and not how.past
        meant = how if firm else replace(how, affirmed=True, past=False)
        pairs = [(a, c) for a in acting for c in a.concepts if not is_person(c)]
        levels = [level for _, level in spoken_of]
        named = sum(level in NAMING for level in levels)
        among = Among(levels.count("clause"), named, len({actor for _, actor in pairs}))
        for argument, actor in pairs:
            beside = _beside(scene.tokens[clause.start : min(end, clause.start + _WORDS)], clause.start, argument)
            for rank, (instrument, level) in enumerate(spoken_of):
                yield Sign(scene, clause, beside, argument, actor, instrument, level, rank, among, meant, firm)


def _beside(tokens: Sequence[str], start: int, argument: Argument) -> Beside:
    """The words beside an actor among tokens, the first of which is the `start`th."""
    first, last = argument.first, argument.last
    others = (word for k, word in enumerate(tokens, start) if not first <= k <= last)
    before, behind = ["^", "^", *tokens[: max(0, first - start)]], [*tokens[max(0, last + 1 - start) :], "$", "$"]
    beginnings = dict.fromkeys(chain.from_iterable(map(_beginnings, others)))
    return Beside(tuple(beginnings), (before[-1], before[-2]), (behind[0], behind[1]))


@lru_cache(maxsize=16384)
def _beginnings(word: str) -> tuple[str, ...]:
    """The beginnings of a word; what is no word has none."""
    short, long = _PREFIXES
    return () if not word.isalpha() else (word[:short], word[:long]) if len(word) >= long else (word[:short],)


def _acting(scene: Scene, clause: Clause) -> Iterator[Argument]:
    """The actors of a clause: its own, and the one that the pronoun in the place of its subject points to."""
    own = [a for a in scene.inside(clause) if a.first < clause.end]
    meant = None
    if _pronominal(scene, clause) or (_goes_on(scene, clause) and not any(a.marker == BARE for a in own)):
        meant = subject_of(scene, clause, Use("finite", clause.start, ()))
    yield from own
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


def surroundings(signs: Sequence[Sign], statements: Sequence[Statement], outcomes: Sequence[Outcome]) -> Surroundings:
    """What the document says around its signs. In: all of them, all its statements and outcomes."""
    told = enumerate(dict.fromkeys(sign.scene for sign in signs))
    places = sorted((scene.span.start, scene.span.end, number, scene) for number, scene in told)
    named = [sign for sign in signs if sign.level in NAMING]
    instruments = Counter(sign.instrument for sign in named)
    return Surroundings(
        Counter((sign.actor, sign.instrument) for sign in named),
        Counter(sign.actor for sign in named),
        instruments,
        next((instrument for instrument, _ in instruments.most_common(1)), None),
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
