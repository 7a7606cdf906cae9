"""Who owns or answers for an instrument, as the document says: task, supervision, drafting, decision, execution.

Default to no edge. A fact needs a cue (a predicate, a noun or a label of the table), an actor and an instrument in the
places that the cue gives them, and a clause that affirms it; that they stand together is not enough.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, cast

from lrtgraph.extraction.outcomes.parties import EVERYONE
from lrtgraph.extraction.responsibilities.competent import competent
from lrtgraph.extraction.responsibilities.implied import (
    acted,
    attributed,
    bracketed,
    carried,
    performed,
    possessed,
    succeeded,
    treated,
)
from lrtgraph.extraction.responsibilities.lawful import obliged, provided
from lrtgraph.extraction.responsibilities.roles import apposed, labelled, noted, posing, styled
from lrtgraph.extraction.responsibilities.scene import Named, Scene
from lrtgraph.extraction.responsibilities.settled import settled
from lrtgraph.extraction.responsibilities.stated import Stated, stated
from lrtgraph.records import Outcome, Responsibility, RoleKind

if TYPE_CHECKING:
    from lrtgraph.extraction.context import Reading

__all__ = ["responsibilities"]

_REMEMBERED = 20
"""How many sentences and facts back a pronoun can point; the block's first sentence is always remembered."""


def responsibilities(reading: Reading, outcomes: tuple[Outcome, ...]) -> tuple[Responsibility, ...]:
    """The responsibilities that one document states, in the order of its text; one a sentence,
    instrument, actor and kind of role, by its most certain rule.
    """
    scenes: dict[int, tuple[Scene, ...]] = {}
    found: list[Stated] = []
    shown: list[Stated] = []
    named = Named(reading)
    for index, block, doc in reading.blocks():
        if block.kind in ("heading", "subheading") or not block.text.strip():
            continue
        before: tuple[Scene, ...] = ()
        told: list[Scene] = []
        acting = any(reading.is_actor(mention.concept) for mention in reading.mentions_in(index))
        for sentence in doc.sents:
            scene = Scene(reading, index, sentence, before, named)
            before = (*before[:1], *before[1:][-_REMEMBERED:], scene)
            if acting:  # where nobody is named, nobody answers
                here = tuple(_in_sentence(scene, found[-_REMEMBERED:]))
                shown.extend(competent(scene, here))
                found.extend(here)
            told.append(scene)
        scenes[index] = tuple(told)
    found.extend(settled(reading, scenes, outcomes))
    found.extend(_untold(shown, found))
    return _facts(item for item in found if item.polarity.affirmed and not item.actor.startswith("person:"))


def _in_sentence(scene: Scene, found: list[Stated]) -> Iterator[Stated]:
    here = [
        *stated(scene),
        *treated(scene),
        *possessed(scene),
        *bracketed(scene),
        *labelled(scene),
        *styled(scene),
        *apposed(scene),
        *posing(scene),
        *noted(scene),
        *obliged(scene),
        *provided(scene),
        *attributed(scene),
        *acted(scene),
    ]
    here += performed(scene)
    here += carried(scene, found + here)
    here += succeeded(scene, found + here)
    for item in here:
        if not item.polarity.past or _succeeded(item, here) or not item.polarity.affirmed:
            yield item


def _untold(shown: list[Stated], found: list[Stated]) -> Iterator[Stated]:
    """The surest sign of each competence of which nothing is stated in the document."""
    told = {(item.instrument, item.actor) for item in found if item.polarity.affirmed}
    best: dict[tuple[str, str, str], Stated] = {}
    for item in shown:
        key = (item.instrument, item.actor, item.kind)
        if key[:2] not in told and (key not in best or item.confidence > best[key].confidence):
            best[key] = item
    yield from best.values()


def _succeeded(item: Stated, here: list[Stated]) -> bool:
    """Whether someone who answered in the past has a successor in the same sentence, and a turning point."""
    return any(
        other.polarity.affirmed
        and other.instrument == item.instrument
        and other.actor != item.actor
        and not other.polarity.past
        for other in here
    )


def _facts(found: Iterable[Stated]) -> tuple[Responsibility, ...]:
    best: dict[tuple[int, str, str, str], Responsibility] = {}
    for item in found:
        fact = _fact(item)
        key = (fact.evidence.start, fact.instrument, fact.actor, fact.role_kind)
        if key not in best or fact.confidence > best[key].confidence:
            best[key] = fact
    return tuple(
        sorted(best.values(), key=lambda f: (f.evidence.start, f.evidence.end, f.instrument, f.actor, f.role_kind))
    )


def _fact(item: Stated) -> Responsibility:
    scene, how = item.scene, item.polarity
    body = scene.reading.meeting.body
    actor = body if item.actor == EVERYONE and item.kind == "decision" and body else item.actor
    start, end = scene.sentence.start_char, scene.sentence.end_char
    since = how.since
    until = how.until
    details = [part for part in (until, since, how.condition) if part]
    return Responsibility(
        instrument=item.instrument,
        actor=actor,
        role=", ".join(dict.fromkeys((item.role, *(detail[0].lower() + detail[1:] for detail in details)))),
        role_kind=cast("RoleKind", item.kind),
        evidence=scene.reading.span(scene.block, start, end),
        rule=f"responsibility.{item.frame}",
        confidence=round(item.confidence, 2),
        condition=how.condition,
        since=since,
        until=until,
        item=scene.reading.layout.blocks[scene.block].item,
    )
