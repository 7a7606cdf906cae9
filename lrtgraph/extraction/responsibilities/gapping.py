"""Gapping: the parts of a clause that leave out its verb: "Het COA beheert de doorstroomlocaties, de gemeente de hal".

Such a part has an actor and one phrase more, both as they stand in the part with the verb, and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lrtgraph.extraction.grammar.arguments import BARE, Argument, instead
from lrtgraph.extraction.grammar.clauses import Clause
from lrtgraph.extraction.grammar.lexicon import words
from lrtgraph.extraction.responsibilities.frames import Frame
from lrtgraph.extraction.responsibilities.transfer import is_time
from lrtgraph.value import value

if TYPE_CHECKING:
    from lrtgraph.extraction.grammar.predicates import Use
    from lrtgraph.extraction.responsibilities.scene import Scene

_JOINING = frozenset({",", "en", "maar"})
_DATING = frozenset({"op", "per", "uiterlijk", "vanaf", "voor", "vóór"})
_NOMINAL = frozenset({"DET", "ADJ", "NUM", "NOUN", "PROPN", "ADP", "SYM"})
_NOUNS = frozenset({"NOUN", "PROPN"})


@value
class Gap:
    """A part without a verb: where it is, its actor, and the head noun of what it is about."""

    clause: Clause
    actor: Argument
    noun: int


def gaps(scene: Scene, clause: Clause, frame: Frame, use: Use) -> list[Gap]:
    """The parts of a clause behind a cue that leave out its verb; none where the cue is a noun."""
    if frame.nouns:
        return []
    cuts = [k for k in range(use.last + 1, clause.end) if scene.tokens[k] in _JOINING]
    found: list[Gap] = []
    for k, stop in zip(cuts, [*cuts[1:], clause.end], strict=False):
        whole = Clause(clause.start, found[0].clause.start if found else k, clause.opener)
        found += _gap(scene, whole, Clause(k, stop, clause.opener), frame)
    return found


def _gap(scene: Scene, whole: Clause, part: Clause, frame: Frame) -> Iterator[Gap]:
    """The gap in a part that follows on a clause with the cue, if its two phrases stand as they do there."""
    inside = [k for k in range(part.start + 1, part.end) if scene.parts[k] != "PUNCT"]
    actors = [a for a in scene.actors if inside and inside[0] <= a.first <= inside[-1]]
    if len(actors) != 1 or instead(actors[0]) or not _as_there(scene, whole, actors[0], frame):
        return
    rest = [k for k in inside if not actors[0].first <= k <= actors[0].last]
    nouns = [k for k in rest if scene.parts[k] in _NOUNS]
    if (
        not nouns
        or any(is_time(scene.tokens[k]) for k in nouns)
        or rest != list(range(rest[0], rest[-1] + 1))
        or any(scene.parts[k] not in _NOMINAL for k in rest)
    ):
        return
    like = scene.marker(nouns[0])
    there = (k for k in range(whole.start, whole.end) if scene.parts[k] in _NOUNS and not scene.acts(k))
    if any(scene.marker(k) == like for k in there):
        yield Gap(part, actors[0], nouns[0])


def _as_there(scene: Scene, whole: Clause, actor: Argument, frame: Frame) -> bool:
    """Whether an actor stands as one of the clause does, in the place that the cue gives it."""
    places = frame.actor | (words("agent_marker") | {BARE} if "subject" in frame.actor else frozenset())
    return actor.marker in places and any(a.marker == actor.marker for a in scene.inside(whole))


def spliced(scene: Scene, clause: Clause, use: Use) -> Clause:
    """The part of a clause in which a cue stands, where a comma joins two clauses, the latter with a day of its own.

    "Op 1 november leveren de PRT's hun verslag in, op 31 december neemt SJenV het verdeelbesluit".
    """
    commas = (k for k in range(clause.start, clause.end - 2) if scene.tokens[k] == ",")
    cut = next((k for k in commas if scene.tokens[k + 1] in _DATING and scene.tokens[k + 2].isdigit()), None)
    if cut is None:
        return clause
    parts = (Clause(clause.start, cut, clause.opener), Clause(cut + 1, clause.end, clause.opener))
    own = all(any(scene.finite[p.start : p.end]) and any(a.marker == BARE for a in scene.inside(p)) for p in parts)
    return next((p for p in parts if p.start <= use.first and use.last < p.end), clause) if own else clause
