"""What a law or agreement itself puts on an actor: "Volgens de wet moeten gemeenten …", "De wet bepaalt dat …"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from lrtgraph.extraction.grammar.arguments import BARE, Argument, instead
from lrtgraph.extraction.grammar.clauses import Clause
from lrtgraph.extraction.grammar.predicates import Predicate, Use, uses_of
from lrtgraph.extraction.responsibilities.frames import CLASSES, Frame
from lrtgraph.extraction.responsibilities.polarity import polarity
from lrtgraph.extraction.responsibilities.stated import Stated

if TYPE_CHECKING:
    from lrtgraph.extraction.responsibilities.scene import Scene

_LAWS = CLASSES["law"] | {"Agreement"}
_BY = frozenset({"volgens", "op grond van", "krachtens", "ingevolge", "conform", "onder", "uit hoofde van"})
_DUTY = frozenset({"moet", "moeten", "dient", "dienen", "verplicht", "gehouden"})
_LAYING_DOWN = tuple(
    Predicate.parse(verb)
    for verb in (
        "vast|leggen", "regelen", "bepalen", "voor|schrijven", "verplichten", "staan", "stellen", "voorzien",
        "af|spreken", "op|nemen", "eisen",
    )
)  # fmt: skip
_SURE = 0.75


def obliged(scene: Scene) -> Iterator[Stated]:
    """ "Volgens de Spreidingswet moeten gemeenten plekken realiseren": a duty by a law that the clause names."""
    for clause in scene.clauses:
        if _DUTY.isdisjoint(scene.vocabulary(clause)):
            continue
        duty = [k for k in range(clause.start, clause.end) if scene.tokens[k] in _DUTY]
        law = next((i for i in scene.instruments_in(clause) if i.marker in _BY and _is_law(scene, i.concepts)), None)
        if law is not None and duty:
            yield from _bound(scene, clause, law.concepts, duty[0])


def provided(scene: Scene) -> Iterator[Stated]:
    """ "De wet bepaalt dat de provincie …", "In het BAK OEK is afgesproken dat …": what it says that someone does."""
    for clause in scene.clauses:
        if clause.opener != "dat":
            continue
        main = next((c for c in scene.clauses if c.end == clause.start), None)
        if main is None or next(uses_of(_LAYING_DOWN, scene.tokens, main.start, main.end), None) is None:
            continue
        for law in scene.instruments_in(main):
            alone = law.marker == BARE and not any(a.marker == BARE for a in scene.inside(main))
            if (law.marker in _BY | {"in", "bij"} or alone) and _is_law(scene, law.concepts):
                yield from _bound(scene, clause, law.concepts, clause.start)


def _bound(scene: Scene, clause: Clause, laws: tuple[str, ...], at: int) -> Iterator[Stated]:
    subject = _subject(scene, clause)
    how = polarity(scene, clause, Use("finite", at, ()), _frame())
    if subject is None or not how.affirmed:
        return
    for actor in subject.concepts:
        yield Stated(scene, laws[0], actor, "by law", "task", "wettelijke plicht", how, _SURE, clause.start)


def _subject(scene: Scene, clause: Clause) -> Argument | None:
    return next((a for a in scene.inside(clause) if a.marker == BARE and not instead(a)), None)


def _is_law(scene: Scene, concepts: tuple[str, ...]) -> bool:
    return any(scene.cls(concept) in _LAWS for concept in concepts)


@cache
def _frame() -> Frame:
    return Frame("by law", (), frozenset(), frozenset(), frozenset(), "task", "", frozenset())
