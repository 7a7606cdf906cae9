"""Who a cue says it is: the actor in the slot that the cue gives it."""

from __future__ import annotations

from collections.abc import Iterator

from lrtgraph.extraction.grammar.arguments import BARE, GENITIVE, Argument, instead
from lrtgraph.extraction.grammar.clauses import Clause
from lrtgraph.extraction.grammar.lexicon import NEGATION, ZIJN, words
from lrtgraph.extraction.grammar.predicates import Use
from lrtgraph.extraction.responsibilities.frames import Frame
from lrtgraph.extraction.responsibilities.phrases import subject_infinitive
from lrtgraph.extraction.responsibilities.scene import Scene
from lrtgraph.extraction.responsibilities.subjects import JOINT, SURE, antecedent, posed, subjects
from lrtgraph.extraction.responsibilities.transfer import givers, heirs, passes
from lrtgraph.records import GIVES

CONSULTING = ("in overleg met", "in afstemming met", "i.o.m.", "iom", "na overleg met", "na afstemming met")
"""Prepositions before those who are only consulted."""
SHARING = (*CONSULTING, "in samenspraak met", "samen met", "ism", "i.s.m.")
"""Prepositions before those who are consulted."""

_ITS_OWN = frozenset({"uitvoering", "toepassing", "naleving", "huisvesting", "opvang"})
"""Nouns with an agent of their own: "toezicht op de uitvoering van de wet door gemeenten"."""


def actors_of(scene: Scene, clause: Clause, frame: Frame, use: Use) -> tuple[list[tuple[str, str]], float]:
    """The actors with a role of their own where it is not the frame's, and how sure the reading is (0 to 1)."""
    inside = [a for a in scene.inside(clause) if not instead(a) or "presupposes" in frame.flags]
    inside = [a for a in inside if not (_either(scene, a) or posed(scene, a) or _set_against(scene, clause, a))]
    found: list[tuple[str, str]] = []
    sure = SURE
    agent = [a for a in inside if a.marker == "door" and a.first == use.verb + 1]
    if agent and scene.tokens[use.verb - 1] == "te" and scene.tokens[use.verb - 2] != "nog":
        found = [(c, "") for a in agent for c in a.concepts]  # "te beheren door COA", not "nog te bepalen door VNG"
    elif "ward" in frame.actor:
        found = [(c, "") for a in inside if a.marker in (BARE, "aan") for c in a.concepts]
    elif frame.actor & {"subject", "subject-passive"}:
        doers, sure = subjects(scene, clause, frame, use, inside)
        for argument in doers:
            found += [(concept, "") for concept in argument.concepts]
        if found and frame.kind == "drafting":
            found += _sharing(frame, use, inside)
    if not found:
        for argument in _placed(scene, clause, frame, use, inside):
            found += [(concept, "") for concept in argument.concepts]
    if not found and clause.opener == "waar":
        found = [(concept, "") for concept in _where(scene, clause, frame, use)]
    if passes(frame) and not found:
        found = [(concept, "") for argument in heirs(scene, clause, use) for concept in argument.concepts]
    if passes(frame) and (found or not frame.nouns):  # "de verantwoordelijkheid van BZK" passes to nobody
        getting = [concept for concept, _ in found]
        losing = (concept for a in givers(scene, clause, frame, use) for concept in a.concepts)
        found += [(concept, GIVES) for concept in losing if concept not in getting]
    elif found and frame.actor & {"subject"} and frame.kind != "drafting":
        found += [(concept, "") for a in inside if a.marker in JOINT for concept in a.concepts]
    return list(dict.fromkeys(found)), sure


def _where(scene: Scene, clause: Clause, frame: Frame, use: Use) -> tuple[str, ...]:
    """The organisation before "waar": "bij het COA, waar de uitvoering berust", "OCW, waar de wet wordt geschreven".

    What is carried out or overseen in a place is not that place's task.
    """
    resting = "bij" in frame.actor and scene.tokens[use.verb] not in ZIJN
    made = use.form == "participle" and frame.kind in ("drafting", "decision")
    place = antecedent(scene, clause) if resting or made else None
    return place.concepts if place is not None else ()


def _either(scene: Scene, argument: Argument) -> bool:
    """Whether it is left open who of several: "aan gemeenten of het COA"."""
    return len(argument.concepts) > 1 and "of" in scene.tokens[argument.first : argument.last]


def _set_against(scene: Scene, clause: Clause, argument: Argument) -> bool:
    """Whether an actor is who it is not: "is niet langer een zaak van BZK, maar van het RVB"."""
    if argument.marker == BARE or NEGATION.isdisjoint(scene.tokens[clause.start : argument.first]):
        return False
    later = (a for a in scene.inside(clause) if a.first > argument.last and a.marker == argument.marker)
    return any(scene.tokens[a.first - 1] == "maar" for a in later)


def _sharing(frame: Frame, use: Use, inside: list[Argument]) -> Iterator[tuple[str, str]]:
    """Those with whom something was drafted, and those who are consulted on it.

    With whom something is still to be drafted ("JenV werkt met VNG een voorstel uit") is a partner, not an author.
    """
    for argument in inside:
        if (
            "with" in frame.flags
            and use.form == "participle"
            and argument.marker in ("met", "samen met", "in samenwerking met")
        ):
            yield from ((concept, "") for concept in argument.concepts)
        elif argument.marker in SHARING:
            yield from ((concept, "overlegpartner") for concept in argument.concepts)


def _placed(scene: Scene, clause: Clause, frame: Frame, use: Use, inside: list[Argument]) -> list[Argument]:
    """The actors behind the frame's prepositions."""
    fitting = [a for a in inside if a.marker in frame.actor]
    if "ending" in frame.flags:
        return [a for a in fitting if a.last + 1 == use.verb]
    if frame.nouns:
        if "under" in frame.flags:
            return [a for a in inside if _governs(scene, frame, use, a)][:1]
        if "around" not in frame.flags or any(use.verb < a.first <= use.verb + 14 for a in fitting):
            fitting = [a for a in fitting if use.verb < a.first <= use.verb + 14]
        if "handover" in frame.flags:
            return [a for a in fitting if a.marker != GENITIVE]
        fitting = [a for a in fitting if a.marker != GENITIVE or a.first <= use.verb + 2]
        fitting = [
            a for a in fitting if a.marker != "door" or _ITS_OWN.isdisjoint(scene.tokens[use.verb + 1 : a.first])
        ]
        return fitting[:1] if "in" not in frame.actor else fitting[:2]
    if "bij" in frame.actor and not fitting and scene.tokens[use.verb] not in ZIJN:
        return _there(scene, clause)
    if frame.actor == {GENITIVE} and not use.words and frame.predicates[0].verb == "zijn":
        return [a for a in fitting if _predicative(scene, clause, use, a)][:1]
    if frame.actor == {GENITIVE} and not use.words:  # not "de bonus volgens de brief van BZK"
        return [a for a in fitting if scene.tokens[a.first - 1] not in words("telling_noun")][:1]
    if frame.actor == {GENITIVE}:
        word = max(use.words, default=use.verb)
        purse = 3 if not words("purse").isdisjoint(scene.tokens[word + 1 : word + 4]) else 0
        return [a for a in fitting if word < a.first <= word + 3 + purse][:1]
    if frame.actor == {"aan"} and not use.words:
        return [a for a in fitting if _predicative(scene, clause, use, a)][:1]
    return fitting


def _there(scene: Scene, clause: Clause) -> list[Argument]:
    """Who "daar" points to: the actor that the sentence before names last ("Vanaf 1 januari ligt de taak daar")."""
    places = [k for k in range(clause.start, clause.end) if scene.tokens[k] in ("daar", "hier")]
    following = [scene.tokens[k + 1] for k in places if k + 1 < clause.end]
    if not places or not scene.before or words("stranded") & set(following):
        return []
    return list(scene.before[-1].actors[-1:])


def _governs(scene: Scene, frame: Frame, use: Use, argument: Argument) -> bool:
    """Whether a phrase with the cue's noun puts an actor over it: "onder regie van het COA", "in opdracht van JenV"."""
    if argument.marker.endswith(" van"):
        return argument.first == use.verb - 1 and scene.tokens[argument.first] in frame.actor
    before = scene.tokens[max(scene.sentence.start, use.verb - 3) : use.verb]
    return argument.marker == GENITIVE and argument.first == use.verb + 1 and bool(frame.actor & set(before))


def _predicative(scene: Scene, clause: Clause, use: Use, argument: Argument) -> bool:
    """Whether "is aan X" is the predicate: no other verb in the clause, and the phrase next to the verb or last."""
    final = clause.opener is not None and argument.last + 1 == use.verb  # "die aan gemeenten is"
    if argument.first < use.verb and argument.first != clause.start and not final:
        return False
    others = [
        t
        for t in scene.doc[clause.start : clause.end]
        if t.pos_ == "VERB"
        and t.i != use.verb
        and not (t.i and scene.tokens[t.i - 1] == "het")
        and not subject_infinitive(scene, clause, t.i)
    ]
    between = scene.doc[use.verb + 1 : argument.first]
    return not others and all(token.pos_ in ("ADV", "PART", "PUNCT", "CCONJ", "AUX") for token in between)
