"""What is seen of a sign that an actor has a part in an instrument: what the linear models weigh."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING, Final

from lrtgraph.extraction.grammar.weights import Group, Seen, general

if TYPE_CHECKING:
    from lrtgraph.extraction.responsibilities.candidates import Sign, Surroundings

_FEW: Final = 4
_MANY: Final = 5


def seen(sign: Sign, around: Surroundings) -> Seen:
    """What is seen of a sign: who and what, where, the words of the clause, and what is said around it."""
    words = sign.beside.beginnings
    return Seen(
        (
            (_pair, general(sign.actor), sign.instrument, sign.scene.cls(sign.actor), sign.scene.cls(sign.instrument)),
            (_place, sign.level, sign.argument.marker, sign.clause.opener, sign.clause.main, sign.firm),
            _of_rivals(sign, around),
            (_neighbours, sign.beside.before, sign.beside.behind),
            _of_counts(sign, around),
            _of_facts(sign, around),
            (_beginnings, words),  # the same for all signs of a clause
        ),
        {general(sign.actor): words, sign.instrument: words},
    )


def _beginnings(words: Iterable[str]) -> Iterable[str]:
    """The words of the clause, by their beginnings."""
    return words


def _pair(actor: str, instrument: str, actors: str, instruments: str) -> Iterator[str]:
    """Who and what, each by name and by class."""
    yield f"pair {actor} {instrument}"
    yield f"pair {actor} {instruments}"
    yield f"pair {actors} {instrument}"
    yield f"pair {actors} {instruments}"
    yield from (f"actor {actor}", f"actor {actors}", f"instrument {instrument}", f"instrument {instruments}")


def _place(level: str, marker: str, opener: str | None, is_main: bool, is_firm: bool) -> Iterator[str]:
    """Where they stand, and in what clause."""
    yield f"level {level}"
    yield f"place {marker}"
    yield f"place {marker} {level}"
    yield f"opener {opener}"
    if is_main:
        yield "main clause"
    yield f"firm {is_firm}"
    yield f"firm {is_firm} {level}"


def _of_rivals(sign: Sign, around: Surroundings) -> Group:
    inside, named, actors = sign.among
    counts = min(sign.rank, _FEW), min(inside, _FEW), min(named, _MANY), min(actors, _FEW)
    title = sign.scene.named.title(sign.scene.block)
    titled = "none" if title is None else "same" if title == sign.instrument else "other"
    return _rivals, sign.level, *counts, titled, sign.instrument == around.main


def _rivals(level: str, rank: int, inside: int, named: int, actors: int, titled: str, is_main: bool) -> Iterator[str]:
    """What else could be meant: nearer instruments, that of the title, the document's own, and other actors."""
    yield f"rank {rank}"
    yield f"rank {rank} {level}"
    yield f"inside {inside} {level}"
    yield f"named {named}"
    yield f"actors {actors}"
    yield f"title {titled} {level}"
    yield f"main {is_main}"


def _neighbours(before: Iterable[str], behind: Iterable[str]) -> Iterator[str]:
    """The actor's neighbours."""
    yield from (f"-{k} {word}" for k, word in enumerate(before, start=1))
    yield from (f"+{k} {word}" for k, word in enumerate(behind, start=1))


def _of_counts(sign: Sign, around: Surroundings) -> Group:
    actor, instrument = around.actors[sign.actor] // 4, around.instruments[sign.instrument] // 4
    return _counts, min(around.pairs[sign.actor, sign.instrument], _MANY), min(actor, _MANY), min(instrument, _MANY)


def _counts(pair: int, actor: int, instrument: int) -> Iterator[str]:
    """How often the document brings them together."""
    yield from (f"times {pair}", f"actor times {actor}", f"instrument times {instrument}")


def _of_facts(sign: Sign, around: Surroundings) -> Group:
    said = tuple(
        (statement.act, _part(sign.actor, statement.speakers, statement.addressees))
        for statement in around.statements.get(sign.scene, ())
    )
    settled = tuple(
        (outcome.kind, _part(sign.actor, outcome.owners, outcome.partners), sign.instrument in outcome.about)
        for outcome in around.outcomes.get(sign.scene, ())
    )
    return _facts, said, settled


def _facts(said: Iterable[tuple[str, str]], settled: Iterable[tuple[str, str, bool]]) -> Iterator[str]:
    """Who says the sentence, and what it settles."""
    for act, part in said:
        yield from (f"act {act}", f"act {act} {part}", f"said {part}")
    for kind, part, is_about in settled:
        yield from (f"settled {kind} {part}", f"settled {part}", f"settled {part} {is_about}")


def _part(actor: str, doers: Collection[str], others: Collection[str]) -> str:
    return "does" if actor in doers else "meant" if actor in others else "none"
