"""Responsibilities that follow from what was settled: who approves an instrument, and who is given its drafting."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from lrtgraph.extraction.grammar.arguments import BARE, GENITIVE
from lrtgraph.extraction.grammar.lexicon import NEGATION, words
from lrtgraph.extraction.outcomes.kinds import decides
from lrtgraph.extraction.outcomes.rows.tasks import Places
from lrtgraph.extraction.responsibilities.actors import SHARING
from lrtgraph.extraction.responsibilities.frames import CLASSES, WRITTEN
from lrtgraph.extraction.responsibilities.named import Instrument
from lrtgraph.extraction.responsibilities.phrases import governors, product_for
from lrtgraph.extraction.responsibilities.polarity import PLAIN
from lrtgraph.extraction.responsibilities.scene import Scene
from lrtgraph.extraction.responsibilities.slots import PARTS
from lrtgraph.extraction.responsibilities.stated import Stated
from lrtgraph.records import Outcome

if TYPE_CHECKING:
    from lrtgraph.extraction.context import Reading

_MINUTES = words("minutes_word")
_DRAFTS = words("draft_head")
_APPROVED = CLASSES["document"]
_ADOPTED = frozenset({"Procedure", "PolicyTarget"})
"""What is worked with rather than signed: only words of approval and not any decision say who answers for it."""
_CHANGED = frozenset({"Facility"})
"""What is there rather than signed: a decision is on it where it says what becomes of it."""
_WRITTEN = frozenset({"Letter", "Plan", "Agreement", "Bill", "Decree"})


_DECIDES = "besluit"


def settled(reading: Reading, scenes: dict[int, tuple[Scene, ...]], outcomes: tuple[Outcome, ...]) -> Iterator[Stated]:
    """Who decides on an instrument answers for the decision; who is given its making, for that."""
    places = Places(reading)
    for outcome in outcomes:
        place = places.of(outcome.evidence)
        if place is None:
            continue
        block, start, end = place
        inside = scenes.get(block, ())
        first = bisect_right(inside, start, key=lambda scene: scene.sentence.end_char)
        for scene in inside[first:]:
            if scene.sentence.start_char >= end:
                break
            yield from _approved(scene, outcome) if outcome.kind == "besluit" else _assigned(scene, outcome)


def _approved(scene: Scene, outcome: Outcome) -> Iterator[Stated]:
    if not decides(scene.reading, scene.block, scene.sentence) or any(
        token in _MINUTES for token in scene.tokens[scene.sentence.start : scene.sentence.end]
    ):
        return
    denied = not NEGATION.isdisjoint(scene.tokens[_content(scene) : scene.sentence.end])
    if denied and _decision(scene) != _DECIDES:
        return  # "Besluit: de LRT gaat niet akkoord met de aanpak flexwoningen."
    approvable = [i for i in scene.instruments if _approvable(scene, i)]
    deciding = _deciding(scene)
    direct = ([i for i in approvable if i.first >= deciding] or approvable)[:1]
    concepts = [concept for instrument in direct for concept in instrument.concepts]
    sure = 0.9
    if not scene.instruments:
        noun = scene.bare_noun(_content(scene), scene.sentence.end)
        if noun and any(governing in words("telling_noun") for _, governing in governors(scene, noun.at)):
            return  # "De reactie op het wetsvoorstel wordt vastgesteld."
        topic = scene.meant(noun) if noun else None
        if not noun and any(_changed(scene, k) for k in range(_content(scene), scene.sentence.end)):
            topic = scene.topic(_APPROVED)  # "Akkoord met toezending aan de Raad van State."
        if topic is not None:
            concepts, sure = [topic[0]], 0.85
    for concept in concepts:
        for owner in outcome.owners:
            yield Stated(scene, concept, owner, "approval", "decision", _decision(scene), PLAIN, sure)


def _deciding(scene: Scene) -> int:
    """Where the first main clause begins that tells a decision: "JenV schrijft de MPP en | de LRT stemt in met …"."""
    starts = [clause.start for clause in scene.clauses if clause.main and clause.start > scene.sentence.start]
    told = pairwise([scene.sentence.start, *starts, scene.sentence.end])
    first = (start for start, end in told if decides(scene.reading, scene.block, scene.doc[start:end]))
    return next(first, scene.sentence.start)


def _changed(scene: Scene, k: int) -> bool:
    """Whether token `k` says what is done with an instrument, and is itself what is approved."""
    if scene.tokens[k] not in words("instrument_change"):
        return False
    return scene.marker(k) in (BARE, "met")


def _decision(scene: Scene) -> str:
    """The role in the words of the sentence: "stelt vast", "accordeert", else "besluit"."""
    text = scene.sentence.text.lower()
    for stem, role in (("vastgesteld", "stelt vast"), ("goedgekeurd", "keurt goed"), ("stem", "stemt in")):
        if stem in text:
            return role
    return "accordeert" if "accord" in text or "akkoord" in text else _DECIDES


def _content(scene: Scene) -> int:
    """The token behind the sentence's label ("Besluit: …")."""
    head = scene.tokens[scene.sentence.start : scene.sentence.start + 6]
    return scene.sentence.start + (head.index(":") + 1 if ":" in head else 0)


def _approvable(scene: Scene, instrument: Instrument) -> bool:
    """What a decision is on, and not where it goes: "akkoord met het BAK OEK", not "toevoegen aan de agenda"."""
    classes = _APPROVED if _decision(scene) == _DECIDES else _APPROVED | _ADOPTED
    if not words("changed").isdisjoint(_inside(scene)):
        classes |= _CHANGED
    approvable = any(scene.cls(concept) in classes for concept in instrument.concepts)
    if instrument.head in words("instrument_plan") and instrument.marker in (GENITIVE, "voor", "bij"):
        return instrument.outer in (BARE, "met", "voor")
    if instrument.marker == GENITIVE and instrument.head is not None:  # of "gebruik van de MPP" the use is approved
        if instrument.outer not in (BARE, "met"):
            return False  # "akkoord met de notitie over de verlenging van de RTB"
        own = instrument.head in PARTS | _DRAFTS
        return instrument.head in words("instrument_change") or (approvable and own)
    ahead = scene.tokens[_content(scene) : instrument.first]
    if instrument.marker == "over" and any(one == "een" and noun in words("paper") for one, noun in pairwise(ahead)):
        return False  # "besluit een brief te sturen over de Spreidingswet"
    return approvable and instrument.marker in (BARE, "met", "over", GENITIVE)


def _assigned(scene: Scene, outcome: Outcome) -> Iterator[Stated]:
    if any(token in words("reaction") or token in words("discussing") for token in _inside(scene)):
        return
    made = [i for i in scene.instruments if _made(scene, i)]
    sharing = [c for a in scene.actors if a.marker in SHARING for c in a.concepts]
    body = scene.reading.meeting.body
    for instrument in made:
        for concept in instrument.concepts:
            for owner in outcome.owners:
                if owner != body:
                    yield Stated(scene, concept, owner, "assignment", "drafting", _task(scene, instrument), PLAIN, 0.6)
            for partner in sharing:
                yield Stated(scene, concept, partner, "assignment", "drafting", "overlegpartner", PLAIN, 0.6)


def _inside(scene: Scene) -> list[str]:
    return scene.tokens[scene.sentence.start : scene.sentence.end]


def _made(scene: Scene, instrument: Instrument) -> bool:
    """Whether the task is to make or mend the instrument: it is the object, or what a draft is of."""
    clause = scene.clause_at(instrument.first)
    if clause.opener in words("condition"):
        return False
    if product_for(scene, instrument) is not None:
        return scene.tokens[instrument.last + 1 : instrument.last + 2] != ["("]  # who stands there makes it
    if not any(scene.cls(concept) in WRITTEN for concept in instrument.concepts):
        return instrument.head in ("voorstel", "voorstellen")
    if instrument.marker in (GENITIVE, "over", "voor", "tot"):
        return instrument.head in _DRAFTS
    written = any(scene.cls(concept) in _WRITTEN for concept in instrument.concepts)
    return written and instrument.marker == BARE and instrument.head is None


def _task(scene: Scene, instrument: Instrument) -> str:
    made = instrument.head if instrument.head in PARTS | _DRAFTS else product_for(scene, instrument)
    return f"opstellen {made}" if made else "opstellen"
