"""Responsibilities that a clause states: a cue of the table with its actor and its instrument."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lrtgraph.extraction.grammar.arguments import BARE, GENITIVE, Argument, instead
from lrtgraph.extraction.grammar.clauses import Clause, is_finite
from lrtgraph.extraction.grammar.lexicon import words
from lrtgraph.extraction.grammar.predicates import Use
from lrtgraph.extraction.responsibilities.actors import actors_of
from lrtgraph.extraction.responsibilities.cues import is_cue
from lrtgraph.extraction.responsibilities.frames import Frame, decides_on, used
from lrtgraph.extraction.responsibilities.gapping import Gap, gaps, spliced
from lrtgraph.extraction.responsibilities.instruments import instruments_of
from lrtgraph.extraction.responsibilities.named import concepts_of
from lrtgraph.extraction.responsibilities.phrases import done, governors
from lrtgraph.extraction.responsibilities.polarity import Polarity, limits, negated, polarity, turning
from lrtgraph.extraction.responsibilities.scene import Scene
from lrtgraph.extraction.responsibilities.slots import class_fits
from lrtgraph.extraction.responsibilities.subjects import SURE
from lrtgraph.extraction.responsibilities.transfer import apart, given_up, passes
from lrtgraph.records import GIVES
from lrtgraph.value import value

_WEAK = 0.6
"""What is left of the certainty of a cue that is right about half the time."""

_ABLE = 0.8
"""What is left where someone can carry out an instrument, and nobody says that he does."""


@value
class Stated:
    """A responsibility in a sentence: the parts of the fact, its scene, and how it was found."""

    scene: Scene
    instrument: str
    actor: str
    frame: str
    kind: str
    role: str
    polarity: Polarity
    confidence: float
    at: int = -1
    """The token at which its clause begins."""


def stated(scene: Scene) -> Iterator[Stated]:
    """All responsibilities that the clauses of a sentence state."""
    told: list[Stated] = []
    for clause in scene.clauses:
        best: dict[tuple[int, str, str], tuple[int, Stated]] = {}
        for frame, use in used(scene.tokens, clause.start, clause.end):
            if not is_cue(scene, clause, frame, use):
                continue
            for item in list(_again(scene, clause, frame, use, told)) or _one(scene, clause, frame, use):
                # "het toezicht op de taak ligt bij": of two cues with the same verb the head noun's counts.
                key = (use.verb, item.instrument, item.actor)
                if key not in best or use.first < best[key][0]:
                    best[key] = (use.first, item)
        told += [item for _, item in best.values()]
    yield from told


_JOINING = frozenset({",", "en", "maar"})
_OVERSIGHT = "toezicht"
_PARTS = {"toezicht": "supervision", "uitvoering": "execution", "besluitvorming": "decision"}
"""Parts in an instrument that are no plain tasks."""
_CARRYING = frozenset({"uitvoering", "uitoefening", "uitvoeren", "uitoefenen"})
"""Nouns of which supervision is what is done."""
_LATE = frozenset({"pas", "eerst", "dan"})
"""Words before a turning point that only say that it is not sooner: "en pas daarna bij de provincies"."""


def _again(scene: Scene, clause: Clause, frame: Frame, use: Use, told: list[Stated]) -> Iterator[Stated]:
    """A cue that comes back in the sentence with another actor: "… door SJenV ondertekend en voortaan tekent MBZK"."""
    before = [item for item in told if item.frame == frame.name]
    if not before or scene.instruments_in(clause) or clause.opener not in (None, before[-1].scene.clauses[0].opener):
        return
    how = polarity(scene, clause, use, frame)
    actors, sure = actors_of(scene, clause, frame, use)
    bare = {concept for a in scene.inside(clause) for concept in a.concepts}
    for actor, part in actors:
        if how.affirmed and actor in bare:
            role = part or frame.phrase(scene.tokens, use)
            last = before[-1]
            yield replace(last, actor=actor, role=role, polarity=how, confidence=sure * 0.85, at=clause.start)


def _one(scene: Scene, clause: Clause, frame: Frame, use: Use) -> Iterator[Stated]:
    clause = spliced(scene, clause, use)
    missing = gaps(scene, clause, frame, use)
    if not missing:
        yield from _whole(scene, clause, frame, use)
        return
    first = list(_whole(scene, Clause(clause.start, missing[0].clause.start, clause.opener), frame, use))
    yield from first
    for gap in missing:
        yield from _gapped(scene, gap, frame, use, first)


def _gapped(scene: Scene, gap: Gap, frame: Frame, use: Use, first: list[Stated]) -> Iterator[Stated]:
    """What a part without a verb states: the same of what it names, or the other part of the same that it names.

    Of the instrument of the part with the verb its actor is not said to have anything.
    """
    told = [item for item in first if item.actor and item.polarity.affirmed]
    named = [i for i in scene.instruments_in(gap.clause) if class_fits(scene, frame, i.concepts)]
    noun, at = scene.tokens[gap.noun], gap.clause.start
    for actor in gap.actor.concepts:
        for item in told:
            if not named and noun in words("task_noun", "bill"):
                yield replace(item, actor=actor, kind=_PARTS.get(noun, item.kind), role=noun, at=at)
            else:
                yield replace(item, actor=actor, polarity=replace(item.polarity, affirmed=False), at=at)
        for instrument in concepts_of(named):
            how, role = told[0].polarity if told else Polarity(True), frame.phrase(scene.tokens, use)
            yield Stated(scene, instrument, actor, frame.name, frame.kind, role, how, SURE, at)


def _whole(scene: Scene, clause: Clause, frame: Frame, use: Use) -> Iterator[Stated]:
    """What a cue states in a clause, or a part of one, that leaves nothing out."""
    turn = None if "verbless" in frame.flags else _turn(scene, clause, frame, use)
    whole = clause
    if turn is not None:
        yield from _succeeding(scene, whole, frame, use, turn)
        clause = Clause(whole.start, turn, whole.opener)
    if _tells_other(scene, clause, frame, use):
        return
    instruments, certain = instruments_of(scene, clause, frame, use)
    actors, sure = actors_of(scene, clause, frame, use)
    if not instruments or _lacks_party(frame, actors):
        return
    if turn is not None and turn < use.verb:  # the verb of both parts stands behind the second
        until, since = turning(scene, clause)
        how = replace(polarity(scene, whole, use, frame), until=until, since=since)
    else:
        how = polarity(scene, clause, use, frame)
    if not actors or not how.affirmed:
        # Denied or without an actor: no fact, but the next clause may say who it is ("…; die berust bij BZK").
        flatly = _flatly_denied(scene, clause, frame, use)
        how, actors = replace(how, affirmed=False), [("", ""), *(actors if flatly else [])]
    role, kind = frame.phrase(scene.tokens, use), frame.kind
    if kind in ("task", "execution") and (overseeing := _overseeing(scene, clause, role)) is not None:
        role, kind = overseeing, "supervision"
    if "ending" in frame.flags or _stops(scene, clause, frame, use):
        role = frame.role if "ending" in frame.flags else "stopt met de uitvoering"
        how = given_up(how) if "bij" in frame.actor else replace(how, since=None, until=how.until or how.since)
    able = frame.kind == "execution" and not words("able").isdisjoint(scene.vocabulary(clause))
    surety = sure * certain * (_WEAK if "weak" in frame.flags else 1) * (_ABLE if able else 1)
    for actor, part in actors:
        then = given_up(how) if part == GIVES else how
        for instrument in instruments if _may_act(scene, frame, actor) else ():
            if actor != instrument and not (frame.kind == "drafting" and scene.proposed(instrument)):
                yield Stated(scene, instrument, actor, frame.name, kind, part or role, then, surety, clause.start)


def _tells_other(scene: Scene, clause: Clause, frame: Frame, use: Use) -> bool:
    """Whether a clause tells by the cue of a frame something else than that somebody has a part in an instrument."""
    if "ahead" in frame.flags and clause.opener not in ("totdat", "voordat", "alvorens") and done(scene, clause):
        return True
    if "some" in frame.flags and clause.opener == "die" and scene.tokens[clause.start - 1] != ",":
        return True  # "in gesprek met gemeenten die achterlopen": some of them
    if frame.role == "voorzitter" and _of_table(scene, clause, use):
        return True
    if "coordination" in frame.flags and "afstemming" not in scene.vocabulary(clause):
        return True
    if "verbless" in frame.flags and not _telegram(scene, clause, use):
        return True
    passing = passes(frame) or "ending" in frame.flags
    return passing and not frame.nouns and apart(scene, clause, use)


def _lacks_party(frame: Frame, actors: list[tuple[str, str]]) -> bool:
    """Whether only one of the two is named where a frame wants who gives and who gets, or a law only comes before
    those who decide on it: "de wet gaat van de Tweede naar de Eerste Kamer".
    """
    if "both" in frame.flags and {part == GIVES for _, part in actors} != {True, False}:
        return True
    return "work" in frame.instrument and any(decides_on(actor) is not None for actor, _ in actors)


def _may_act(scene: Scene, frame: Frame, actor: str) -> bool:
    """Whether an actor is of the kind that a frame wants."""
    deciding = decides_on(actor) is not None
    if "parliament" in frame.flags:
        return deciding
    if "table" in frame.flags:
        return scene.cls(actor) == "Body" and not deciding
    return not (frame.name == "liggen" and deciding)


def _flatly_denied(scene: Scene, clause: Clause, frame: Frame, use: Use) -> bool:
    """Whether a sentence of one clause denies the part and nothing else: nor does the model see it there."""
    plain = "," not in scene.tokens[scene.sentence.start : scene.sentence.end] and len(scene.clauses) == 1
    return plain and bool(frame.predicates) and negated(scene, clause, use) and not limits(scene, clause)


def _stops(scene: Scene, clause: Clause, frame: Frame, use: Use) -> bool:
    """Whether somebody ends what he runs: no agreement is closed, and no other than what he keeps open."""
    ends = frame.kind == "execution" and scene.tokens[use.verb] in words("stopping")
    return ends and (words("deal") | {"open"}).isdisjoint(scene.tokens[clause.start : clause.end])


def _overseeing(scene: Scene, clause: Clause, role: str) -> str | None:
    """The role where supervision is carried out or passes on: "de uitvoering van het toezicht", "krijgt toezicht"."""
    if role.endswith(_OVERSIGHT):
        return role
    tokens = scene.tokens
    if _OVERSIGHT not in scene.vocabulary(clause):
        return None
    at = next(k for k in range(clause.start, clause.end) if tokens[k] == _OVERSIGHT)
    if next((noun for _, noun in governors(scene, at)), None) not in _CARRYING:
        return None
    return _OVERSIGHT


def _of_table(scene: Scene, clause: Clause, use: Use) -> bool:
    """Whether what somebody chairs is a table and no instrument: "zit de PRT voor", "is voorzitter van de PRT"."""
    behind = (a for a in scene.inside(clause) if a.first > use.verb and a.marker in (BARE, GENITIVE))
    return any(scene.cls(concept) == "Body" for a in behind for concept in a.concepts)


def _telegram(scene: Scene, clause: Clause, use: Use) -> bool:
    """Whether a clause tells without a verb what is, and nobody's proposal: not "Voorstel: regie van JenV naar COA"."""
    told = any(scene.finite[k] and not scene.is_named(k) for k in range(clause.start, clause.end))
    return not told and words("act_noun").isdisjoint(scene.tokens[scene.sentence.start : use.verb])


def _turn(scene: Scene, clause: Clause, frame: Frame, use: Use) -> int | None:
    """Where a verbless continuation begins that names a successor: "…, daarna de provincies", "… en pas daarna bij".

    A coordination without a comma is one only where the successor stands as the cue's actor does, and so is one before
    the verb: "dat het toezicht tot 2027 bij het Rijk en daarna bij de provincies ligt".
    """
    for k in range(clause.start + 1, clause.end - 2):
        if scene.tokens[k] not in _JOINING or k == use.last:
            continue
        opening = next((j for j in range(k + 1, clause.end) if scene.tokens[j] not in _JOINING | _LATE), k)
        if scene.tokens[opening] not in words("succession"):
            continue
        if k > use.last and any(is_finite(token) for token in scene.doc[opening : clause.end]):
            return None
        heirs = _heirs(scene, Clause(k, clause.end, clause.opener), frame)
        if (k > use.last and scene.tokens[k] == ",") or (heirs and (k > use.last or _before_verb(use, heirs))):
            return k
    return None


def _before_verb(use: Use, heirs: list[Argument]) -> bool:
    """Whether a continuation ends with its successor right before the verb."""
    return heirs[0].marker != BARE and heirs[0].last + 1 == use.verb


def _heirs(scene: Scene, later: Clause, frame: Frame) -> list[Argument]:
    """Who stands in a continuation as the cue's actor does."""
    return [a for a in scene.inside(later) if not instead(a) and (a.marker == BARE or a.marker in frame.actor)]


def _succeeding(scene: Scene, clause: Clause, frame: Frame, use: Use, turn: int) -> Iterator[Stated]:
    """The responsibility of the successor: the frame and its instrument are understood."""
    later = Clause(turn, clause.end, clause.opener)
    heirs = _heirs(scene, later, frame)
    how = polarity(scene, clause, use, frame)
    if not heirs or not how.affirmed:
        return
    instruments, certain = instruments_of(scene, Clause(clause.start, turn, clause.opener), frame, use)
    opening = next(k for k in range(turn, clause.end) if scene.tokens[k] not in _JOINING | _LATE)
    when = scene.doc[opening : heirs[0].first].text.strip(" ,") or None
    ending = scene.tokens[opening] == "tot"
    turned = Polarity(True, how.condition, None if ending else when, when if ending else None)
    for concept in heirs[0].concepts:
        for instrument in instruments:
            role = frame.phrase(scene.tokens, use)
            yield Stated(
                scene, instrument, concept, frame.name, frame.kind, role, turned, (SURE - 0.05) * certain, turn
            )
