"""Responsibilities in a phrase, not a predicate: whose instrument it is, where it is treated, who succeeds whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from lrtgraph.extraction.anaphora import bare_nouns
from lrtgraph.extraction.grammar.arguments import BARE, GENITIVE, instead
from lrtgraph.extraction.grammar.clauses import Clause
from lrtgraph.extraction.grammar.lexicon import HEBBEN, table, words
from lrtgraph.extraction.grammar.predicates import Predicate, Predicates, Use
from lrtgraph.extraction.responsibilities.frames import CLASSES, Frame, decides_on
from lrtgraph.extraction.responsibilities.phrases import product_for, reported_done, told_of
from lrtgraph.extraction.responsibilities.polarity import PLAIN, polarity
from lrtgraph.extraction.responsibilities.slots import PARTS
from lrtgraph.extraction.responsibilities.stated import Stated
from lrtgraph.extraction.responsibilities.subjects import subject_of
from lrtgraph.notations import MUNICIPALITY, PROVINCE

if TYPE_CHECKING:
    from lrtgraph.extraction.responsibilities.named import Instrument
    from lrtgraph.extraction.responsibilities.scene import Scene

_OWNED = frozenset({"Plan", "Letter", "Facility", "Scheme", "Agreement", "Bill", "Decree"})
_TREATED = frozenset({"Law", "Bill", "Decree", "Agreement", "Plan"})
_ROUTE = Predicate.of_class("route")
_ROUTED = Frame(name="route", kind="decision")
_ACTED = Frame(name="act", kind="execution", flags=frozenset({"power"}))
_PERFORMED = Frame(name="agent", kind="execution", nouns=frozenset({"-"}))
"""A procedure's noun is a cue of itself: what the clause denies of it does not deny whose it is."""
_DEMONSTRATIVE = words("demonstrative")
_HEIRS = frozenset({BARE, "bij", "aan", "onder", "door", GENITIVE})
_ASKED = words("opinion_participle") | {"gevraagd"}
"""Participles whose infinitive is another's: "VNG heeft gemeenten gevraagd meer mensen te huisvesten"."""
_STANDING = words("resting", "pro_verb", "past_verb")
_ROUTE_MARKERS = frozenset({"in", "naar", "aan", "bij", "door", "voor", "op", "langs"})


def possessed(scene: Scene) -> Iterator[Stated]:
    """ "de flexwoningen van het RVB", "de prognose van het ministerie van JenV": the instrument is theirs."""
    for argument in scene.actors:
        if argument.marker != GENITIVE or instead(argument) or scene.tokens[argument.first] != GENITIVE:
            continue
        if scene.tokens[argument.last + 1 : argument.last + 2] == ["naar"]:
            continue  # "gaat met de Wet OEK van burgemeesters naar de colleges"
        for instrument in scene.instruments:
            if instrument.last == argument.first - 1 and _owned(scene, instrument.concepts):
                kind, role = _possession(scene, instrument.concepts[-1])
                yield Stated(scene, instrument.concepts[-1], argument.concepts[0], "genitive", kind, role, PLAIN, 0.75)


def bracketed(scene: Scene) -> Iterator[Stated]:
    """ "uitvoeringstoets (VNG + IPO) loopt": who stands in brackets right behind a procedure or document does it."""
    for argument in scene.actors:
        opens = argument.first if scene.tokens[argument.first] == "(" else argument.first - 1
        if argument.marker != BARE or instead(argument) or scene.tokens[opens] != "(":
            continue
        if scene.tokens[argument.last + 1 : argument.last + 2] != [")"] or reported_done(scene, argument.last + 2):
            continue
        for instrument in scene.instruments:
            concept = instrument.concepts[-1]
            product = product_for(scene, instrument)
            if instrument.last == opens - 1 and (product or scene.cls(concept) in _OWNED | {"Procedure"}):
                kind, role = ("drafting", f"opstellen {product}") if product else _possession(scene, concept)
                for actor in argument.concepts:
                    yield Stated(scene, concept, actor, "brackets", kind, role, PLAIN, 0.7)


def _owned(scene: Scene, concepts: tuple[str, ...]) -> bool:
    return scene.cls(concepts[-1]) in _OWNED


def _possession(scene: Scene, instrument: str) -> tuple[str, str]:
    cls = scene.cls(instrument)
    if cls in ("Plan", "Letter", "Agreement", "Bill"):
        return "drafting", "opsteller"
    if cls == "Decree":
        return "decision", "besluit"
    return "execution", "aanbieder" if cls == "Facility" else "uitvoerder"


def treated(scene: Scene) -> Iterator[Stated]:
    """Where a law or agreement is treated: "gaat de AMvB naar de ministerraad en daarna naar de Tweede Kamer"."""
    for clause in scene.clauses:
        for argument in scene.inside(clause):
            onward = argument.marker == "naar" and scene.tokens[max(0, argument.first - 1)] == "door"
            bodies = [c for c in argument.concepts if decides_on(c) or (onward and scene.cls(c) == "Body")]
            then = argument.marker == BARE and scene.tokens[max(0, argument.first - 1)] in ("daarna", "vervolgens")
            if not bodies or not (then or argument.marker in _ROUTE_MARKERS) or instead(argument):
                continue
            use = _route(scene, clause)
            if use is None:
                continue
            how = polarity(scene, clause, use, _ROUTED)
            found = _treated_here(scene, clause, argument.first)
            if found is not None and not scene.instruments_in(clause) and _own_subject(scene, clause, use):
                continue
            if found is None or not how.affirmed:
                continue
            for body in bodies:
                yield Stated(
                    scene, found[0], body, "route", "decision", decides_on(body) or "behandeling", how, 0.9 * found[1]
                )


def _treated_here(scene: Scene, clause: Clause, near: int) -> tuple[str, float] | None:
    """The law or agreement that the clause is about: its own, else the one spoken of."""
    for instrument in scene.instruments_in(clause):
        named = next((concept for concept in instrument.concepts if scene.cls(concept) in _TREATED), None)
        if named is not None and told_of(scene, instrument.last):
            return None  # "De evaluatie van de Spreidingswet gaat naar de Tweede Kamer."
        if named is not None and instrument.marker not in ("over", "op"):
            return named, 1.0
    return scene.topic(frozenset({"Law", "Bill", "Decree", "Agreement"}), near)


def _own_subject(scene: Scene, clause: Clause, use: Use) -> bool:
    """Whether the clause names what goes, and that is no instrument: "De uitkomsten gaan naar de Tweede Kamer"."""
    return clause.main and any(_names_other(scene, token.i) for token in scene.doc[clause.start : use.verb])


def _names_other(scene: Scene, k: int) -> bool:
    """Whether token `k` is a noun with its article that neither stands for an instrument nor for an actor."""
    spoken_of = PARTS - words("telling_noun") | bare_nouns().keys()
    if scene.doc[k].pos_ != "NOUN" or scene.tokens[k] in spoken_of:
        return False
    marker, first = scene.phrase(k)
    return marker == BARE and scene.tokens[first] in words("article") and not scene.acts(k)


def _route(scene: Scene, clause: Clause) -> Use | None:
    """The verb of a route, or none at all in telegram style; a finished course ("is behandeld") is no route."""
    tokens = scene.tokens[clause.start : clause.end]
    for predicate in _ROUTE:
        for use in predicate.uses(scene.tokens, clause.start, clause.end):
            return None if any(word in HEBBEN for word in tokens) else use
    return None if any(scene.finite[clause.start : clause.end]) else Use("finite", clause.start, ())


@dataclass(frozen=True, slots=True)
class _Act:
    """A verb that is the act of an instrument; `objects` are the words of which its object must be one, if any."""

    predicate: Predicate
    instrument: str
    objects: frozenset[str]
    role: str


@cache
def _acts() -> tuple[_Act, ...]:
    return tuple(
        _Act(Predicate.parse(row["predicate"]), row["instrument"], frozenset(row["object"].split()), row["role"])
        for row in table("instrument_verbs")
    )


def acted(scene: Scene) -> Iterator[Stated]:
    """A verb that is the act of an instrument: "COA koppelt binnen twee weken"."""
    for clause in scene.clauses:
        tokens = scene.vocabulary(clause)
        for act in [_acts()[k] for k in _acting_verbs().fitting(tokens)]:
            if act.objects and act.objects.isdisjoint(tokens):
                continue
            for use in act.predicate.uses(scene.tokens, clause.start, clause.end):
                if "plaats" in tokens and ("voor" in tokens or _succeeds(scene, clause, use)):
                    continue
                named = scene.is_named(use.verb)
                bound = use.form == "infinitive" and (clause.opener == "om" or not _ASKED.isdisjoint(tokens))
                if bound or named or (scene.parts[use.verb] == "NOUN" and not scene.closes(clause, use.verb)):
                    continue
                how = polarity(scene, clause, use, _ACTED)
                actor = subject_of(scene, clause, use)
                sure = 0.6 if words("able") & tokens else 0.8
                if actor is not None and how.affirmed:
                    for concept in actor.concepts:
                        yield Stated(scene, act.instrument, concept, "act", "execution", act.role, how, sure)


@cache
def _acting_verbs() -> Predicates:
    return Predicates((k, act.predicate) for k, act in enumerate(_acts()))


def performed(scene: Scene) -> Iterator[Stated]:
    """ "indeplaatsstelling door de minister": who stands as the agent right behind a procedure carries it out."""
    for argument in scene.actors:
        if argument.marker != "door" or argument.denied:
            continue
        for instrument in scene.instruments:
            carried_out = scene.cls(instrument.concepts[-1]) in ("Procedure", "Facility", "Scheme")
            if instrument.last == argument.first - 1 and carried_out:
                clause = scene.clause_at(instrument.first)
                how = polarity(scene, clause, Use("participle", instrument.last, ()), _PERFORMED)
                if how.affirmed:
                    for actor in argument.concepts:
                        role = "uitvoering"
                        yield Stated(scene, instrument.concepts[-1], actor, "agent", "execution", role, how, 0.8)


def carried(scene: Scene, earlier: list[Stated]) -> Iterator[Stated]:
    """ "…; sindsdien is dat de IND", "die berust bij het ministerie": what the clause before was about goes on."""
    for clause in scene.clauses:
        use = _pronominal(scene, clause)
        inside = [i for i in scene.instruments_in(clause) if not _by_law(scene, i)]
        here = {s.instrument for s in earlier if s.scene is scene and s.at == clause.start}
        laws = {concept for i in scene.instruments_in(clause) if i not in inside for concept in i.concepts}
        if use is None or any(i.marker not in ("voor", "bij", "van") for i in inside) or not here <= laws:
            continue
        before = _spoken_of(scene, clause, earlier)
        told = [a for a in scene.inside(clause) if not instead(a) and a.marker in _HEIRS]
        heirs = [a for a in told if not _inserted(scene, a.first - 1)]
        how = polarity(scene, clause, use, _ROUTED)
        if before is None or not heirs or not how.affirmed:
            continue
        for concept in heirs[0].concepts:
            if concept != before.actor:
                named = inside or [i for i in scene.instruments if i.last < clause.start]
                instrument = named[-1].concepts[-1] if named else before.instrument
                sure = before.confidence - 0.05
                yield replace(
                    before,
                    scene=scene,
                    instrument=instrument,
                    actor=concept,
                    polarity=how,
                    confidence=sure,
                    at=clause.start,
                )


def _by_law(scene: Scene, instrument: Instrument) -> bool:
    """Whether a law is only that by which something becomes so: "Onder de Wet OEK wordt dat de gemeente"."""
    by = instrument.marker in words("yardstick") | {"met", "onder"}
    return by and all(scene.cls(concept) in CLASSES["law"] for concept in instrument.concepts)


def _succeeds(scene: Scene, clause: Clause, use: Use) -> bool:
    """Whether who steps into another's place succeeds him: "Zutphen treedt in de plaats van Ede als trekker".

    An authority steps in for a government of a lower level that fails.
    """
    stepping = subject_of(scene, clause, use)
    if stepping is not None and stepping.concepts[0].startswith(_LOWEST):
        return True
    replaced = [c for a in scene.inside(clause) if a.marker == GENITIVE and a.first > use.first for c in a.concepts]
    return bool(replaced) and not any(concept.startswith(_LOWER) for concept in replaced)


_LOWEST = (MUNICIPALITY, "gemeenten", "colleges_BenW", "burgemeesters", "wethouders")
_LOWER = (*_LOWEST, "gemeenteraden", PROVINCE, "provincies", "GedeputeerdeStaten", "ProvincialeStaten")


def _pronominal(scene: Scene, clause: Clause) -> Use | None:
    """The verb of a short clause whose subject is a pronoun for a task, or of none ("daarna de provincies")."""
    inside = range(clause.start, clause.end)
    laws = sum(i.last + 1 - i.first for i in scene.instruments_in(clause) if _by_law(scene, i))
    if len(inside) - laws > 14 or clause.opener not in (None, "die", "dat"):
        return None
    standing = [k for k in inside if scene.tokens[k] in _STANDING]
    if standing and any(_pronoun(scene, k, clause) for k in inside):
        others = (k for k in inside if scene.parts[k] == "VERB" and k not in standing)
        if all(_inserted(scene, k) for k in others):
            return Use("finite", standing[0], ())
    if scene.tokens[clause.start] not in words("succession") or any(scene.finite[clause.start : clause.end]):
        return None
    return Use("finite", clause.start, ())


def _inserted(scene: Scene, k: int) -> bool:
    """Whether token `k` opens who says it: ", meldt JenV"."""
    return k > scene.sentence.start and scene.tokens[k - 1] == "," and scene.finite[k]


def _pronoun(scene: Scene, k: int, clause: Clause) -> bool:
    """Whether token `k` points to what was told, and does not only open its clause."""
    return scene.tokens[k] in _DEMONSTRATIVE and (k > clause.start or scene.parts[k] != "SCONJ")


def _spoken_of(scene: Scene, clause: Clause, earlier: list[Stated]) -> Stated | None:
    """The last responsibility spoken of before the clause, affirmed or denied, here or in the sentence before."""
    pronoun = any(_pronoun(scene, k, clause) for k in range(clause.start, clause.end))
    sentences = (scene, *scene.before[-1:]) if pronoun else (scene,)
    near = [s for s in earlier if s.scene in sentences and (s.scene is not scene or s.at < clause.start)]
    return near[-1] if near else None
