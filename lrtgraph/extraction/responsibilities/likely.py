"""Who probably has a part in an instrument: a linear model over the words and places of a clause.

Minutes seldom say outright who answers for what everybody at the table knows ("Het COA neemt de locaties over."). The
rules know only what is stated. This model has seen annotated minutes, in which people said of every pair whether a
sentence shows it (`training/ownership.py`). It weighs who the actor is and what the instrument, where they stand or how
they are told of, what else could be meant, the words around them, who says it and what is settled. It speaks second: of
a pair that the document states, or that the sentence denies, it finds no sign; only where a rule rests on a verb that
may mean less ("X bouwt", "X begeleidt") it may object.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import Final, get_args

from lrtgraph.extraction.responsibilities.scene import Scene
from lrtgraph.extraction.responsibilities.signs import Sign, Surroundings
from lrtgraph.extraction.responsibilities.stated import Stated
from lrtgraph.extraction.weights import probability, weights
from lrtgraph.records import RoleKind

KINDS: Final = tuple(sorted(get_args(RoleKind)))
LIKELY: Final = 0.5
"""From which probability on a sign counts: it shows the part rather than not."""
DOUBTED: Final = 0.55
"""The same for a clause that does not affirm what is: a wish, a question, the past, a denial."""
OUTRIGHT: Final = 0.9
"""The confidence of a rule that a document states a part outright: the model is not asked."""
DENIED: Final = 0.05
"""The probability below which the model denies what a rule of less confidence has found."""
_WORDS: Final = 60
_PREFIXES: Final = (4, 6)
_FEW: Final = 4
_MANY: Final = 5
_ROLES: Final = {
    "task": "taak",
    "supervision": "toezicht",
    "drafting": "opstellen",
    "decision": "besluitvorming",
    "execution": "uitvoering",
}


Weighed = tuple[Sign, float]
"""A sign with the probability that it shows a part."""


def weighed(signs: Sequence[Sign], stated: Sequence[Stated], around: Surroundings) -> list[Weighed]:
    """The signs of a document on which something depends, with their probabilities: those of pairs that nothing states,
    and those beside a statement that the model may object to.

    Raises ResourceError where the table of weights is missing.
    """
    shown = weights("ownership_words")
    told = {(item.instrument, item.actor) for item in stated if item.polarity.affirmed}
    open_to_doubt = {(item.scene, item.instrument, item.actor) for item in stated if not _stands(item)}
    return [
        (sign, probability(shown.odds(features(sign, around))[0]))
        for sign in signs
        if (sign.instrument, sign.actor) not in told or (sign.scene, sign.instrument, sign.actor) in open_to_doubt
    ]


def _stands(item: Stated) -> bool:
    """Whether what a rule has found stands whatever the model says."""
    return item.confidence >= OUTRIGHT or not item.polarity.affirmed


def believed(stated: Iterable[Stated], signs: Sequence[Weighed]) -> Iterator[Stated]:
    """What is stated, but for what rests on a verb that may mean less and in which the model sees no part at all."""
    best: dict[tuple[Scene, str, str], float] = {}
    for sign, sure in signs:
        key = (sign.scene, sign.instrument, sign.actor)
        best[key] = max(best.get(key, 0.0), sure)
    for item in stated:
        if _stands(item) or best.get((item.scene, item.instrument, item.actor), 1.0) >= DENIED:
            yield item


def likely(signs: Sequence[Weighed], stated: Sequence[Stated], around: Surroundings) -> Iterator[Stated]:
    """The surest sign of each pair of actor and instrument that a document probably shows.

    In: the signs of all sentences of a document, what its sentences state or deny, and what surrounds the signs. Raises
    ResourceError where the table of kinds is missing.
    """
    told = {(item.instrument, item.actor) for item in stated if item.polarity.affirmed}
    denied = {(item.scene, item.instrument, item.actor) for item in stated if not item.polarity.affirmed}
    best: dict[tuple[str, str], tuple[float, Sign]] = {}
    for sign, sure in signs:
        pair = (sign.instrument, sign.actor)
        if pair in told or (sign.scene, *pair) in denied:
            continue
        if sure >= (LIKELY if sign.firm else DOUBTED) and (pair not in best or sure > best[pair][0]):
            best[pair] = (sure, sign)
    for sure, sign in best.values():
        yield _stated(sign, around, sure)


def _stated(sign: Sign, around: Surroundings, sure: float) -> Stated:
    odds = weights("role_words").odds(features(sign, around))
    kind = KINDS[max(range(len(KINDS)), key=odds.__getitem__)]
    return Stated(
        sign.scene, sign.instrument, sign.actor, "likely", kind, _ROLES[kind], sign.polarity, sure, sign.clause.start
    )


def features(sign: Sign, around: Surroundings) -> Iterable[str]:
    """The features of a sign, each once: who and what, where, the words of the clause, and what is said around it."""
    told = (_of_pair(sign), _of_place(sign), _of_rivals(sign, around), _of_words(sign), _of_surroundings(sign, around))
    return dict.fromkeys(chain.from_iterable(told))


def _of_pair(sign: Sign) -> Iterator[str]:
    actor, instrument = _general(sign.actor), sign.instrument
    actors, instruments = sign.scene.cls(sign.actor), sign.scene.cls(instrument)
    yield f"pair {actor} {instrument}"
    yield f"pair {actor} {instruments}"
    yield f"pair {actors} {instrument}"
    yield f"pair {actors} {instruments}"
    yield from (f"actor {actor}", f"actor {actors}", f"instrument {instrument}", f"instrument {instruments}")


def _general(concept: str) -> str:
    """A concept, or what kind it is where it is one of many: "gemeente:Sluis" is some municipality."""
    return concept.partition(":")[0]


def _of_place(sign: Sign) -> Iterator[str]:
    clause, marker = sign.clause, sign.argument.marker
    yield f"level {sign.level}"
    yield f"place {marker}"
    yield f"place {marker} {sign.level}"
    yield f"opener {clause.opener}"
    if clause.main:
        yield "main clause"
    yield f"firm {sign.firm}"
    yield f"firm {sign.firm} {sign.level}"


def _of_rivals(sign: Sign, around: Surroundings) -> Iterator[str]:
    """What else could be meant: nearer instruments, that of the title, the document's own, and other actors."""
    level, rank = sign.level, min(sign.rank, _FEW)
    yield f"rank {rank}"
    yield f"rank {rank} {level}"
    yield f"inside {min(sign.among.inside, _FEW)} {level}"
    yield f"named {min(sign.among.named, _MANY)}"
    yield f"actors {min(sign.among.actors, _FEW)}"
    title = sign.scene.named.title(sign.scene.block)
    yield f"title {'none' if title is None else 'same' if title == sign.instrument else 'other'} {level}"
    yield f"main {sign.instrument == around.main}"


def _of_words(sign: Sign) -> Iterator[str]:
    """The beginnings of the clause's words, alone, with the actor and with the instrument; the actor's neighbours."""
    start, first, last = sign.clause.start, sign.argument.first, sign.argument.last
    tokens = sign.scene.tokens[start : min(sign.end, start + _WORDS)]
    actor, instrument = _general(sign.actor), sign.instrument
    others = (word for k, word in enumerate(tokens, start) if not first <= k <= last)
    for beginning in dict.fromkeys(chain.from_iterable(map(_beginnings, others))):
        yield from (beginning, f"{actor} {beginning}", f"{instrument} {beginning}")
    before, behind = ["^", "^", *tokens[: max(0, first - start)]], [*tokens[max(0, last + 1 - start) :], "$", "$"]
    yield from (f"-1 {before[-1]}", f"-2 {before[-2]}", f"+1 {behind[0]}", f"+2 {behind[1]}")


@lru_cache(maxsize=16384)
def _beginnings(word: str) -> tuple[str, ...]:
    """The beginnings of a word; what is no word has none."""
    short, long = _PREFIXES
    return () if not word.isalpha() else (word[:short], word[:long]) if len(word) >= long else (word[:short],)


def _of_surroundings(sign: Sign, around: Surroundings) -> Iterator[str]:
    """How often the document brings them together, who says the sentence, and what it settles."""
    pair = around.pairs[sign.actor, sign.instrument]
    yield f"times {min(pair, _MANY)}"
    yield f"actor times {min(around.actors[sign.actor] // 4, _MANY)}"
    yield f"instrument times {min(around.instruments[sign.instrument] // 4, _MANY)}"
    for statement in around.statements.get(sign.scene, ()):
        part = _part(sign.actor, statement.speakers, statement.addressees)
        yield from (f"act {statement.act}", f"act {statement.act} {part}", f"said {part}")
    for outcome in around.outcomes.get(sign.scene, ()):
        part = _part(sign.actor, outcome.owners, outcome.partners)
        yield from (f"settled {outcome.kind} {part}", f"settled {part}")
        yield f"settled {part} {sign.instrument in outcome.about}"


def _part(actor: str, doers: Collection[str], others: Collection[str]) -> str:
    return "does" if actor in doers else "meant" if actor in others else "none"
