"""What passes from one actor to another: who loses it, who gets it where no name stands for him, and what it is.

The table's cues of handing over and of passing on (`handover`, `shift`) say where the receiver stands.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lrtgraph.dutch.dates import months
from lrtgraph.extraction.anaphora import bare_nouns
from lrtgraph.extraction.grammar.arguments import BARE, GENITIVE, Argument, instead
from lrtgraph.extraction.grammar.lexicon import HEBBEN, NEGATION, words
from lrtgraph.extraction.responsibilities.frames import Frame, used
from lrtgraph.extraction.responsibilities.phrases import told_before
from lrtgraph.extraction.responsibilities.polarity import Polarity, keeps, last_day, no_more, polarity
from lrtgraph.extraction.responsibilities.scene import Scene, once
from lrtgraph.extraction.responsibilities.slots import PARTS
from lrtgraph.extraction.responsibilities.spoken import telling

if TYPE_CHECKING:
    from lrtgraph.extraction.grammar.clauses import Clause
    from lrtgraph.extraction.grammar.predicates import Use

_PASSING = frozenset({"handover", "shift"})
_THITHER = frozenset({"daarheen", "hierheen"})
_WHITHER = frozenset({"naar", "op", "aan", "bij"})
_HIS = frozenset({"zijn", "haar", "hun", "ons", "mijn"})
_NEEDING = frozenset({"hoeft", "hoeven", "hoefde", "hoefden"})
_CONSULTING = frozenset({"afstemming", "overleg", "bespreking", "behandeling"})
"""What moves from table to table without being anybody's."""
_SEASONS = frozenset({"jaar", "najaar", "voorjaar", "zomer", "herfst", "winter", "maand", "week", "kwartaal", "half"})
_ENDED = "tot de overdracht"
"""Until when who has handed over had it, where no day is named."""


def passes(frame: Frame) -> bool:
    """Whether what a cue is about passes from one actor to another."""
    return not _PASSING.isdisjoint(frame.flags)


def given_up(how: Polarity) -> Polarity:
    """How long who hands over has had it: until the day on which the other gets it."""
    return replace(how, since=None, until=last_day(how.since) or how.until or _ENDED)


def givers(scene: Scene, clause: Clause, frame: Frame, use: Use) -> list[Argument]:
    """Who loses what passes on: behind "van", and who hands it to another.

    "is van BZK naar JenV gegaan", "de taken van JenV gaan over naar BZK", "BZK draagt de HAR over aan JenV".
    """
    if not _CONSULTING.isdisjoint(scene.vocabulary(clause)):
        return []
    inside = [a for a in scene.inside(clause) if not instead(a)]
    losing = [
        a for a in inside if a.marker == GENITIVE and _loses(scene, a) and (a.first > use.first or not frame.nouns)
    ]
    if frame.nouns and not losing and not _WHITHER.isdisjoint(a.marker for a in inside):
        return [a for a in inside if a.marker == GENITIVE and a.first == use.verb + 1]  # "de overdracht van X naar Y"
    if losing or frame.nouns or "aan" not in frame.actor or "shift" in frame.flags:
        return losing
    agents = use.form == "participle" and HEBBEN.isdisjoint(scene.vocabulary(clause))
    return [a for a in inside if a.marker == ("door" if agents else BARE)]


def _loses(scene: Scene, argument: Argument) -> bool:
    """Whether "van X" is where something comes from, or whose task it was: not "op verzoek van X"."""
    if scene.tokens[argument.first] not in (GENITIVE, "v."):
        return False
    k = argument.first - 1
    if k < scene.sentence.start or scene.parts[k] != "NOUN" or scene.acts(k) or is_time(scene.tokens[k]):
        return True
    return scene.is_named(k) or _is_part(scene.tokens[k])


def is_time(noun: str) -> bool:
    """Whether a noun is a time: "januari", "jaar"."""
    return noun in months() or noun in _SEASONS


def heirs(scene: Scene, clause: Clause, use: Use) -> list[Argument]:
    """Who gets what passes on where no name stands in the clause: "daarheen", "naar haar ministerie", "is overgekomen".

    What comes over comes to who tells it.
    """
    tokens = scene.tokens[clause.start : clause.end]
    if not _THITHER.isdisjoint(tokens):
        named = [a for a in scene.actors if a.first < clause.start] or [a for s in scene.before[-1:] for a in s.actors]
        return named[-1:]
    houses = words("own_house")
    own = any(
        a in _WHITHER and b in _HIS and c in houses for a, b, c in zip(tokens, tokens[1:], tokens[2:], strict=False)
    )
    comes = scene.tokens[use.verb] in ("overgekomen", "overkomt", "overkomen", "overkwam")
    if not (own or comes) or not _WHITHER.isdisjoint(a.marker for a in scene.inside(clause)):
        return []
    teller = [a for a in scene.inside(scene.clauses[0]) if a.marker == BARE and not instead(a)]
    return teller[:1] if clause.start > scene.clauses[0].start else []


def loses(scene: Scene, clause: Clause, argument: Argument) -> bool:
    """Whether the clause says that an actor hands on what he has."""
    return argument in _partners(scene, clause)[0]


def unpassed(scene: Scene, clause: Clause, argument: Argument) -> bool:
    """Whether a clause of passing on gives an actor nothing: it passes no part on, or that is only wished or denied."""
    return argument in _partners(scene, clause)[1]


def stops(scene: Scene, clause: Clause, argument: Argument) -> bool:
    """Whether the subject does it no more, or need not: "verzorgen geen opvang meer", "hoeven geen toezicht te houden".

    Who will have no part any more has one now.
    """
    inside = scene.vocabulary(clause)
    if argument.marker != BARE or NEGATION.isdisjoint(inside) or not inside.isdisjoint(words("able")):
        return False
    return not inside.isdisjoint(_NEEDING) or (inside.isdisjoint(words("held")) and no_more(scene, clause))


@once
def _partners(scene: Scene, clause: Clause) -> tuple[list[Argument], list[Argument]]:
    """Who hands on, and who has or gets nothing: where what passes on is no part, or is only wished or denied to."""
    losing: list[Argument] = []
    nothing: list[Argument] = []
    for frame, use in _passings(scene, clause):
        may_be = clause.opener in words("condition") and NEGATION.isdisjoint(scene.vocabulary(clause))
        affirmed = polarity(scene, clause, use, frame).affirmed
        alien = apart(scene, clause, use)
        if alien:
            nothing += givers(scene, clause, frame, use)
        elif affirmed:
            losing += givers(scene, clause, frame, use)
        if alien or not (may_be or affirmed):
            nothing += [a for a in scene.inside(clause) if _may_get(frame, a)]
    return losing, nothing


def _may_get(frame: Frame, argument: Argument) -> bool:
    """Whether an argument stands where a cue wants who gets it."""
    if argument.marker == BARE:
        return "subject" in frame.actor
    return argument.marker != GENITIVE and argument.marker in frame.actor | {"naar"}


@once
def _passings(scene: Scene, clause: Clause) -> tuple[tuple[Frame, Use], ...]:
    """The cues in a clause by which something passes on."""
    return tuple(
        (frame, use)
        for frame, use in used(scene.tokens, clause.start, clause.end)
        if passes(frame) and not frame.nouns
        if givers(scene, clause, frame, use)
        or keeps(scene, clause)
        or {"handover", "aan"} <= frame.flags | frame.actor
        or told_before(scene, clause)
    )


def apart(scene: Scene, clause: Clause, use: Use) -> bool:
    """Whether what passes on is no part in an instrument: "de brief over de HAR", "het voorzitterschap van de LRT"."""
    if use.form != "finite" and not any(scene.finite[clause.start : clause.end]):
        return False  # in telegram style a noun stands for much
    end = max((use.last, *(a.last for a in scene.inside(clause))))  # "… overgaat zonder dat duidelijk is hoe"
    themes = [k for k in range(clause.start, min(end + 1, clause.end)) if k != use.verb and _is_theme(scene, clause, k)]
    if not themes:
        places = (k for a in scene.inside(clause) if a.marker == BARE for k in range(a.first, min(a.first + 2, a.last)))
        # "het secretariaat van de LRT" is one actor
        return told_before(scene, clause) or any(_is_part(scene.tokens[k]) for k in places)
    own = next((k for k in themes if k in use.words or _may_pass(scene.tokens[k])), None)
    return own is None or (own not in use.words and _of_body(scene, own))


def _of_body(scene: Scene, k: int) -> bool:
    """Whether a noun is of a table: "het secretariaat van de LRT"."""
    behind = [a for a in scene.actors if a.first == k + 1 and a.marker == GENITIVE]
    return any(scene.cls(concept) == "Body" for a in behind for concept in a.concepts)


def _may_pass(noun: str) -> bool:
    """Whether a noun may stand for an instrument, or a part in one: no letter about it."""
    return noun not in words("telling_noun") and (_is_part(noun) or noun in bare_nouns() or bool(telling(noun)))


def _is_theme(scene: Scene, clause: Clause, k: int) -> bool:
    """Whether token `k` is a noun without a preposition that is no actor and no instrument."""
    opens = k == clause.start or scene.parts[k - 1] in ("DET", "ADJ", "NUM") or scene.finite[k - 1]
    if not (opens or scene.tokens[k] in words("task_noun")) or scene.tokens[k] in words("no_thing"):
        return False  # "uiterlijk"
    if scene.parts[k] != "NOUN" or scene.acts(k) or is_time(scene.tokens[k]):
        return False
    if scene.is_named(k):
        return False
    return scene.marker(k) == BARE


def _is_part(noun: str) -> bool:
    """Whether a noun stands for a part in an instrument that one can hand to another."""
    return noun in PARTS or noun in words("task_noun") or noun in words("held", "facility_part")
