"""Who probably has a part in an instrument: a linear model over the words and places of a clause.

Minutes seldom say outright who answers for what everybody at the table knows ("Het COA neemt de locaties over."). The
rules know only what is stated. This model has seen annotated minutes, in which people said of every pair whether a
sentence shows it (`training/ownership.py`). It weighs who the actor is and what the instrument, where they stand or how
they are told of, what else could be meant, the words around them, who says it and what is settled. It speaks second: of
a pair that the document states, or that the sentence denies, it finds no sign; only where a rule rests on a verb that
may mean less ("X bouwt", "X begeleidt") it may object.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, get_args

from lrtgraph.extraction.grammar.arguments import BARE, GENITIVE
from lrtgraph.extraction.grammar.lexicon import DUTY, NEGATION
from lrtgraph.extraction.grammar.lexicon import words as closed
from lrtgraph.extraction.grammar.predicates import Predicate, uses_of
from lrtgraph.extraction.grammar.weights import probability, weights
from lrtgraph.extraction.responsibilities.actors import CONSULTING
from lrtgraph.extraction.responsibilities.candidates import Sign, Surroundings
from lrtgraph.extraction.responsibilities.features import seen
from lrtgraph.extraction.responsibilities.frames import CLASSES, decides_on
from lrtgraph.extraction.responsibilities.phrases import done, told_of
from lrtgraph.extraction.responsibilities.polarity import ended
from lrtgraph.extraction.responsibilities.scene import Scene
from lrtgraph.extraction.responsibilities.stated import Stated
from lrtgraph.extraction.responsibilities.transfer import given_up, loses, stops, unpassed
from lrtgraph.records import GIVES, RoleKind

KINDS: Final = tuple(sorted(get_args(RoleKind)))
LIKELY: Final = 0.5
"""From which probability on a sign counts: it shows the part rather than not."""
BESIDE: Final = 0.7
"""The same where the sentence shows that the actor has a part in another instrument: one clause seldom tells of two."""
OUTRIGHT: Final = 0.9
"""The confidence of a rule that a document states a part outright: the model is not asked."""
DENIED: Final = 0.05
"""The probability below which the model denies what a rule of less confidence has found."""
_PART: Final = frozenset({"rol", "taak", "bevoegdheid", "zeggenschap", "verantwoordelijkheid"})
_ENDING: Final = Predicate.of_class("refraining")
_LAWS: Final = CLASSES["law"]
_REPORTED: Final = frozenset({"dat", "of"})
_STANCES: Final = frozenset({"bezwaar", "steunt", "vraagt"})
_HEARD: Final = 0.75
"""The confidence of an act from which it tells what the actor does."""
_HANDING: Final = Predicate.of_class("handing_in")
_REPORTING: Final = Predicate.of_class("accounting")
_SENT_IN: Final = Predicate.of_class("report_sent_in")
_CEASED: Final = Predicate.of_class("ceasing")
_IDLE: Final = Predicate.of_class("idle")
_CONSULTED: Final = "overlegpartner"
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
        (sign, probability(shown.odds_of(seen(sign, around))[0]))
        for sign in signs
        if (sign.instrument, sign.actor) not in told or (sign.scene, sign.instrument, sign.actor) in open_to_doubt
    ]


def _stands(item: Stated) -> bool:
    """Whether what a rule has found stands whatever the model says."""
    return item.confidence >= OUTRIGHT or not item.polarity.affirmed


def believed(stated: Iterable[Stated], signs: Sequence[Weighed]) -> Iterator[Stated]:
    """What is stated, but for what rests on a verb that may mean less and in which the model sees no part at all.

    Who takes over from another who is named has it, however new that is: "VNG neemt de coördinatie over van het COA".
    """
    stated = list(stated)
    passed = {(i.scene, i.instrument, i.at) for i in stated if i.role == GIVES and i.polarity.affirmed}
    best: dict[tuple[Scene, str, str], float] = {}
    for sign, sure in signs:
        key = (sign.scene, sign.instrument, sign.actor)
        best[key] = max(best.get(key, 0.0), sure)
    for item in stated:
        taken = (item.scene, item.instrument, item.at) in passed
        if taken or _stands(item) or best.get((item.scene, item.instrument, item.actor), 1.0) >= DENIED:
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
        if sure >= LIKELY and (pair not in best or sure > best[pair][0]):
            best[pair] = (sure, sign)
    shown: dict[tuple[Scene, str], set[str]] = {}
    for item in stated:
        if item.polarity.affirmed and item.confidence >= LIKELY:
            shown.setdefault((item.scene, item.actor), set()).add(item.instrument)
    for sure, sign in sorted(best.values(), key=lambda found: -found[0]):
        found = _stated(sign, around, sure)
        apart = (found.kind == "execution" and _undone(sign)) or _circumstance(sign) or _advised(sign)
        if apart or _only_tells(sign) or _addressed(sign) or _reports(sign, around) or _lapsed(sign):
            continue
        others = shown.setdefault((sign.scene, sign.actor), set())
        if sure >= BESIDE or others <= {sign.instrument}:
            others.add(sign.instrument)
            yield found


def _undone(sign: Sign) -> bool:
    """Whether the clause tells that the instrument is to end, or is not used: who wants to withdraw a law, or "ziet af
    van indeplaatsstelling", does not carry it out.
    """
    scene, clause = sign.scene, sign.clause
    refrained = next(uses_of(_ENDING, scene.tokens, clause.start, clause.end), None) is not None
    return refrained or not closed("withdrawing").isdisjoint(scene.tokens[clause.start : clause.end])


def _advised(sign: Sign) -> bool:
    """Whether a body before which laws come has done its part, or anybody has sent in what the law asks for: "de Raad
    van State heeft advies uitgebracht", "de PRT heeft haar verslag ingediend".
    """
    scene, clause = sign.scene, sign.clause
    reported = next(uses_of(_SENT_IN, scene.tokens, clause.start, clause.end), None) is not None
    reported = reported and DUTY.isdisjoint(scene.vocabulary(clause))  # not "moeten hebben ingeleverd"
    return sign.argument.marker == BARE and done(scene, clause) and (reported or decides_on(sign.actor) is not None)


def _circumstance(sign: Sign) -> bool:
    """Whether the sentence names an instrument only to say by what, and another thing that it is about: "de uitvoering
    van de GOO gaat met de Wet OEK over naar de colleges".
    """
    cls = sign.scene.cls(sign.instrument)
    if cls not in _LAWS | {"PolicyTarget"}:
        return False
    named = [i for i in sign.scene.instruments if sign.instrument in i.concepts]
    return 0 < len(named) < len(sign.scene.instruments) and all(map(sign.scene.circumstantial, named))


def _lapsed(sign: Sign) -> bool:
    """Whether the clause tells that a part is there no more, or that the actor has none: "daarmee vervalt het toezicht
    van de provincies", "COA heeft geen rol bij de HAR".
    """
    scene, clause, argument = sign.scene, sign.clause, sign.argument
    if _has_no_part(sign) or _not_of(sign) or _ceased(sign):
        return True
    if unpassed(scene, clause, argument):
        return True
    return not sign.polarity.until and (ended(scene, clause) or stops(scene, clause, argument))


def _has_no_part(sign: Sign) -> bool:
    """Whether the clause says that the actor has no part, or is not involved; not one that ends ("geen rol meer")."""
    if sign.argument.marker != BARE:
        return False
    inside = [*sign.scene.tokens[sign.clause.start : sign.clause.end], ""]
    return any(
        (one, two) == ("niet", "betrokken") or (one == "geen" and two in _PART and three not in closed("ended"))
        for one, two, three in zip(inside, inside[1:], inside[2:], strict=False)
    )


def _ceased(sign: Sign) -> bool:
    """Whether the clause tells that the actor has stopped or got rid of it: "zijn gestopt met de crisisnoodopvang"."""
    scene, clause = sign.scene, sign.clause
    uses = uses_of(_CEASED, scene.tokens, clause.start, clause.end)
    done_with = any(use.form == "participle" and use.verb > sign.argument.last for use in uses)
    return sign.argument.marker == BARE and done_with and NEGATION.isdisjoint(scene.vocabulary(clause))


def _not_of(sign: Sign) -> bool:
    """Whether the clause denies that a task is the actor's: "niet langer een zaak van BZK"."""
    first = sign.argument.first
    before = sign.scene.tokens[max(sign.clause.start, first - 4) : first]
    if sign.argument.marker != GENITIVE or not before or not closed("only").isdisjoint(before):
        return False  # "is niet alleen een taak van COA"
    return before[-1] in _PART | {"zaak", "aangelegenheid"} and not NEGATION.isdisjoint(before)


def _addressed(sign: Sign) -> bool:
    """Whether the actor only gets or tells something: "de vragenlijst over het toezicht gaat naar de provincies",
    "gemeenten dienen hun planning bij de provincie in".
    """
    if sign.argument.marker == "volgens":
        return True  # "Volgens COA wordt 92% gekoppeld"
    if sign.argument.marker not in ("naar", "aan", "bij"):
        return False
    scene, clause = sign.scene, sign.clause
    handed = uses_of(_HANDING, scene.tokens, clause.start, clause.end)
    if decides_on(sign.actor) is None and any(scene.parts[use.verb] == "VERB" for use in handed):
        return True
    reported = next(uses_of(_REPORTING, scene.tokens, clause.start, clause.end), None)
    if scene.cls(sign.actor) != "Body" and reported is not None:
        return True
    return sign.argument.marker != "bij" and any(
        sign.instrument in named.concepts and told_of(sign.scene, named.last)
        for named in sign.scene.instruments_in(sign.clause)
    )


def _only_tells(sign: Sign) -> bool:
    """Whether nothing is done in the clause but to tell or be told: "SJenV benadrukt het belang van de wet", "de
    provincie wordt geïnformeerd". What is told may be a part ("SJenV zegt dat hij toezicht houdt").
    """
    if sign.argument.marker == GENITIVE:
        return False  # "De uitvoeringstoets van COA wordt in mei verwacht"
    scene, inside = sign.scene, range(sign.clause.start, sign.clause.end)
    idle = uses_of(_IDLE, scene.tokens, inside.start, inside.stop)
    telling = [k for k in inside if scene.tokens[k] in closed("only_telling")]
    telling += [k for use in idle for k in (use.verb, *use.words)]
    near = (k for k in (sign.argument.first - 1, sign.argument.first) if k in telling)
    if sign.argument.marker == BARE and any(scene.tokens[k - 1] == "," for k in near):
        return True  # "Het volgt uit de MPP, licht JenV toe."
    if "eigen" in scene.vocabulary(sign.clause):
        return False  # "JenV licht het eigen concept toe"
    doing = any(scene.parts[k] == "VERB" and k not in telling for k in inside)
    return bool(telling) and not doing and _REPORTED.isdisjoint(scene.vocabulary(sign.clause))


def _reports(sign: Sign, around: Surroundings) -> bool:
    """Whether the actor only says something of it: "JenV kondigt aan dat de HAR stopt", "VNG is tegen de HAR".

    Of what he himself does there, his pronoun is a sign of its own: "SJenV antwoordt dat hij tot indeplaatsstelling …".
    """
    clause, scene = sign.clause, sign.scene
    if not clause.main or sign.argument.marker != BARE:
        return False
    reported = sign.level != "clause" and any(c.start == clause.end and c.opener in _REPORTED for c in scene.clauses)
    first, last = scene.doc[clause.start], scene.doc[clause.end - 1]
    here = scene.reading.span(scene.block, first.idx, last.idx + len(last))
    return any(
        sign.actor in statement.speakers
        and (
            (reported and statement.act != "zegt_toe")
            or (
                statement.act in _STANCES
                and statement.confidence >= _HEARD
                and here.start <= statement.evidence.start < here.end
                and sign.instrument in statement.about
            )
        )
        for statement in around.statements.get(scene, ())
    )


def _stated(sign: Sign, around: Surroundings, sure: float) -> Stated:
    odds = weights("role_words").odds_of(seen(sign, around))
    kind = KINDS[max(range(len(KINDS)), key=odds.__getitem__)]
    gone = loses(sign.scene, sign.clause, sign.argument)
    consulted = sign.argument.marker in CONSULTING  # "in overleg met JenV"
    role, how = (_CONSULTED if consulted else _ROLES[kind]), sign.polarity
    if gone:
        role, how = GIVES, given_up(how)
    return Stated(sign.scene, sign.instrument, sign.actor, "likely", kind, role, how, sure, sign.clause.start)
