"""Who owns or answers for an instrument, as the document says: task, supervision, drafting, decision, execution.

Default to no edge. A fact needs a cue (a predicate, a noun or a label of the table), an actor and an instrument in the
places that the cue gives them, and a clause that affirms it; that they stand together is not enough.

Each module builds on those above it:

frames        the tables of cues (data/responsibility_cues.csv, deciding_bodies.csv)
named         which instruments the blocks of a document name
phrases       on which nouns a phrase hangs, and whether it is only a yardstick
scene         one sentence as these rules see it: clauses, actors, instruments
polarity      whether a clause affirms what it says, and since or until when
spoken        which instruments a clause may speak of
slots         which instruments stand in the slot of a frame
instruments   what a cue is about
transfer      who loses and who gets what passes from one to another
gapping       parts of a clause that leave out its verb
subjects      who the subject of a clause is
actors        who a cue says it is
candidates    signs of a part in an instrument
features      what is seen of a sign, for the linear models
cues          whether the words of a cue are one where they stand
stated        what a clause states, by a cue of the table
implied       what a phrase implies: whose instrument it is, where it is treated, whose it is next
roles         roles that are named beside an actor
table_rows    what rows of tables and titles tell
settled       what follows from what was settled
nobody        clauses that say that nobody owns an instrument
likely        who probably has a part in an instrument: a linear model
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from lrtgraph.extraction.grammar.lexicon import words
from lrtgraph.extraction.responsibilities.candidates import Sign, signs, surroundings
from lrtgraph.extraction.responsibilities.implied import (
    acted,
    bracketed,
    carried,
    performed,
    possessed,
    treated,
)
from lrtgraph.extraction.responsibilities.likely import believed, likely, weighed
from lrtgraph.extraction.responsibilities.phrases import governors
from lrtgraph.extraction.responsibilities.polarity import following, preceding
from lrtgraph.extraction.responsibilities.roles import apposed, labelled, noted, posing, styled
from lrtgraph.extraction.responsibilities.scene import Scene, scenes
from lrtgraph.extraction.responsibilities.settled import settled
from lrtgraph.extraction.responsibilities.spoken import Spoken
from lrtgraph.extraction.responsibilities.stated import Stated, stated
from lrtgraph.extraction.responsibilities.table_rows import tabled
from lrtgraph.extraction.responsibilities.transfer import given_up
from lrtgraph.notations import is_person
from lrtgraph.records import LOSING, Outcome, Responsibility, RoleKind, Statement

if TYPE_CHECKING:
    from lrtgraph.extraction.context import Reading

__all__ = ["responsibilities", "survey"]

_REMEMBERED = 20
"""How many facts back a pronoun can point."""


def responsibilities(
    reading: Reading, outcomes: tuple[Outcome, ...], statements: tuple[Statement, ...]
) -> tuple[Responsibility, ...]:
    """The responsibilities that one document states, in the order of its text; one a sentence,
    instrument, actor and kind of role, by its most certain rule. Of a pair that no sentence states, the surest sign.
    """
    stated, shown = survey(reading, outcomes)
    around = surroundings(shown, statements, outcomes)
    sure = weighed(shown, stated, around)
    found = [*believed(stated, sure), *likely(sure, stated, around)]
    return _facts(item for item in found if item.polarity.affirmed and not is_person(item.actor))


def survey(reading: Reading, outcomes: tuple[Outcome, ...]) -> tuple[list[Stated], list[Sign]]:
    """What the sentences of a document and its outcomes state or deny, and the signs of what they do not state."""
    inside = scenes(reading)
    found: list[Stated] = []
    shown: list[Sign] = []
    spoken = Spoken(reading)
    for scene in _acting(reading, inside):
        found.extend(_in_sentence(scene, found[-_REMEMBERED:]))
        shown.extend(signs(scene, spoken))
    found.extend(tabled(reading))
    found.extend(settled(reading, inside, outcomes))
    return found, shown


def _acting(reading: Reading, inside: dict[int, tuple[Scene, ...]]) -> Iterator[Scene]:
    """The sentences of the blocks that name an actor: where nobody is named, nobody answers."""
    for index, told in inside.items():
        if reading.names_actor(index):
            yield from told


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
        *acted(scene),
    ]
    here += performed(scene)
    here += carried(scene, found + here)
    here = [_in_turn(item, here) for item in here]
    for item in here:
        if _handed_on(item, here):
            continue
        if not item.polarity.past or not item.polarity.affirmed:
            yield item
        elif (after := _successor(item, here)) is not None:
            until = item.polarity.until or given_up(after.polarity).until
            yield replace(item, polarity=replace(item.polarity, until=until))
        elif _alone(scene):
            yield replace(item, polarity=replace(item.polarity, affirmed=False))  # nor does the model see a part of his


def _in_turn(item: Stated, here: list[Stated]) -> Stated:
    """A responsibility with the days of those that come before and behind it in the sentence, in the same role."""
    how = item.polarity
    for other in here:
        if (other.instrument, other.frame, other.role) != (item.instrument, item.frame, item.role):
            continue
        if other.actor and other.actor != item.actor and other.polarity.affirmed and other.at != item.at:
            how = following(how, other.polarity) if other.at < item.at else preceding(how, other.polarity)
    return replace(item, polarity=how)


def _alone(scene: Scene) -> bool:
    """Whether a sentence names one actor only, so that nobody can have taken over from him."""
    return len({concept for argument in scene.actors for concept in argument.concepts}) == 1


def _handed_on(item: Stated, here: list[Stated]) -> bool:
    """Whether another cue of the same clause says that the actor hands on what this one says to be his."""
    return item.role not in LOSING and any(
        other.role in LOSING
        and other.polarity.affirmed
        and (other.instrument, other.actor) == (item.instrument, item.actor)
        and item.at in (other.at, -1)
        for other in here
    )


def _successor(item: Stated, here: list[Stated]) -> Stated | None:
    """Who answers in the same sentence for what another answered for in the past."""
    return next(
        (
            other
            for other in here
            if other.polarity.affirmed
            and other.instrument == item.instrument
            and other.actor != item.actor
            and not other.polarity.past
        ),
        None,
    )


def _facts(found: Iterable[Stated]) -> tuple[Responsibility, ...]:
    """What is stated as facts: of an actor in an instrument one of each kind, and one of each role in words."""
    facts = [_fact(item) for item in found]
    for what in ("role_kind", "role"):
        best: dict[tuple[int, str, str, str], Responsibility] = {}
        for fact in facts:
            key = (fact.evidence.start, fact.instrument, fact.actor, getattr(fact, what))
            if key not in best or fact.confidence > best[key].confidence:
                best[key] = fact
        facts = list(best.values())
    return tuple(sorted(facts, key=lambda f: (f.evidence.start, f.evidence.end, f.instrument, f.actor, f.role_kind)))


def _role(item: Stated) -> str:
    """The role in words; who drafts only a paper about a thing drafts that: "opstellen tijdpad"."""
    if item.kind != "drafting" or item.role != "opstellen":
        return item.role
    for named in item.scene.instruments:
        if item.instrument in named.concepts and named.first >= item.at:
            papers = [noun for _, noun in governors(item.scene, named.first) if noun in words("paper")]
            return f"{item.role} {papers[-1]}" if papers else item.role
    return item.role


def _fact(item: Stated) -> Responsibility:
    scene, how = item.scene, item.polarity
    since = how.since
    until = how.until
    details = [part for part in (until, since, how.condition) if part]
    return Responsibility(
        instrument=item.instrument,
        actor=item.actor,
        role=", ".join(dict.fromkeys((_role(item), *(detail[0].lower() + detail[1:] for detail in details)))),
        role_kind=cast("RoleKind", item.kind),
        evidence=scene.span,
        rule=f"responsibility.{item.frame}",
        confidence=round(item.confidence, 2),
        condition=how.condition,
        since=since,
        until=until,
        item=scene.reading.layout.blocks[scene.block].item,
    )
