"""Responsibilities that a clause states: a cue of the table with its actor and its instrument."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lrtgraph.extraction.arguments import BARE, GENITIVE, Argument, instead
from lrtgraph.extraction.clauses import Clause, is_finite, is_noun_use
from lrtgraph.extraction.lexicon import words
from lrtgraph.extraction.responsibilities.bodies import decides_on
from lrtgraph.extraction.responsibilities.frames import CLASSES, Frame, likely
from lrtgraph.extraction.responsibilities.polarity import Polarity, polarity
from lrtgraph.extraction.responsibilities.scene import Instrument, Scene
from lrtgraph.extraction.verbs import HEBBEN, WORDEN, ZIJN, Use

if TYPE_CHECKING:
    from spacy.tokens import Token

_PRONOUNS = frozenset({"hij", "zij", "ze", "het", "men", "deze", "dit"})
PARTS = words("instrument_part")
"""Nouns for a part or side of an instrument: who answers for the part answers for the instrument in that role."""

SHARING = ("in overleg met", "in afstemming met", "in samenspraak met", "i.o.m.", "iom", "samen met", "ism", "i.s.m.")
"""Prepositions before those who are consulted."""

_CIRCUMSTANCE = frozenset({"vóór", "na", "sinds", "per", "tijdens", "zonder", "conform", "volgens", "namens", "naast"})
_SURE = 0.9


@dataclass(frozen=True, slots=True)
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
    for clause in scene.clauses:
        for frame in likely(scene.tokens[clause.start : clause.end]):
            for use in frame.uses(scene.tokens, clause.start, clause.end):
                if is_noun_use(scene.doc, use):
                    continue
                yield from _one(scene, clause, frame, use)


def _one(scene: Scene, clause: Clause, frame: Frame, use: Use) -> Iterator[Stated]:
    turn = _turn(scene, clause, use)
    if turn is not None:
        yield from _succeeding(scene, clause, frame, use, turn)
        clause = Clause(clause.start, turn, clause.opener)
    how = polarity(scene, clause, use, frame)
    if "ahead" in frame.flags and _done(scene, clause):
        return
    if "coordination" in frame.flags and "afstemming" not in scene.tokens[clause.start : clause.end]:
        return
    actors, sure = _actors(scene, clause, frame, use)
    instruments, certain = _instruments(scene, clause, frame, use)
    if not actors or not how.affirmed:
        # Denied or without an actor: no fact, but the next clause may say who it is ("…; die berust bij BZK").
        how, actors = replace(how, affirmed=False), [("", "")]
    role = frame.phrase(scene.tokens, use)
    for actor, part in actors:
        for instrument in instruments:
            if actor != instrument and not (frame.name == "liggen" and decides_on(actor) is not None):
                yield Stated(
                    scene, instrument, actor, frame.name, frame.kind, part or role, how, sure * certain, clause.start
                )


def _turn(scene: Scene, clause: Clause, use: Use) -> int | None:
    """Where a verbless continuation begins that names a successor: "…, daarna de provincies"."""
    for k in range(use.last + 1, clause.end - 2):
        if scene.tokens[k] != ",":
            continue
        opening = k + 2 if scene.tokens[k + 1] in words("coordinator") else k + 1
        if scene.tokens[opening] in words("succession"):
            verbless = not any(is_finite(token) for token in scene.doc[opening : clause.end])
            return k if verbless else None
    return None


def _succeeding(scene: Scene, clause: Clause, frame: Frame, use: Use, turn: int) -> Iterator[Stated]:
    """The responsibility of the successor: the frame and its instrument are understood."""
    later = Clause(turn, clause.end, clause.opener)
    heirs = [a for a in scene.inside(later) if not instead(a) and (a.marker == BARE or a.marker in frame.actor)]
    how = polarity(scene, clause, use, frame)
    if not heirs or not how.affirmed:
        return
    instruments, certain = _instruments(scene, Clause(clause.start, turn, clause.opener), frame, use)
    since = scene.doc[turn + 1 : heirs[0].first].text.strip(" ,") or None
    turned = Polarity(True, how.condition, since, None)
    for concept in heirs[0].concepts:
        for instrument in instruments:
            role = frame.phrase(scene.tokens, use)
            yield Stated(
                scene, instrument, concept, frame.name, frame.kind, role, turned, (_SURE - 0.05) * certain, turn
            )


def _done(scene: Scene, clause: Clause) -> bool:
    """Whether the clause tells what has been ("RvS heeft advies gegeven")."""
    return any(word in HEBBEN or word in ("gegeven", "uitgebracht") for word in scene.tokens[clause.start : clause.end])


# --- actors ---------------------------------------------------------------------------------------------------------


def _actors(scene: Scene, clause: Clause, frame: Frame, use: Use) -> tuple[list[tuple[str, str]], float]:
    """The actors with a role of their own where it is not the frame's, and how sure the reading is (0 to 1)."""
    inside = [a for a in scene.inside(clause) if not instead(a) or "presupposes" in frame.flags]
    found: list[tuple[str, str]] = []
    sure = _SURE
    if "ward" in frame.actor:
        found = [(c, "") for a in inside if a.marker in (BARE, "aan") for c in a.concepts]
    elif frame.actor & {"subject", "subject-passive"}:
        doers, sure = _subjects(scene, clause, frame, use, inside)
        for argument in doers:
            found += [(concept, "") for concept in argument.concepts]
        if found and frame.kind == "drafting":
            found += _sharing(frame, inside)
    if not found:
        for argument in _placed(scene, clause, frame, use, inside):
            found += [(concept, "") for concept in argument.concepts]
    if "handover" in frame.flags and found:
        found += [(concept, "draagt over") for concept in _giving(frame, use, inside)]
    return list(dict.fromkeys(found)), sure


def _giving(frame: Frame, use: Use, inside: list[Argument]) -> Iterator[str]:
    """Who hands over: behind "van", and the subject of a verb whose receiver stands behind "aan"."""
    subject = "aan" in frame.actor and not frame.nouns
    for argument in inside:
        if (argument.marker == GENITIVE and argument.first > use.first) or (subject and argument.marker == BARE):
            yield from argument.concepts


def _sharing(frame: Frame, inside: list[Argument]) -> Iterator[tuple[str, str]]:
    """Those with whom something is drafted, and those who are consulted on it."""
    for argument in inside:
        if "with" in frame.flags and argument.marker in ("met", "samen met", "in samenwerking met"):
            yield from ((concept, "") for concept in argument.concepts)
        elif argument.marker in SHARING:
            yield from ((concept, "overlegpartner") for concept in argument.concepts)


def _placed(scene: Scene, clause: Clause, frame: Frame, use: Use, inside: list[Argument]) -> list[Argument]:
    """The actors behind the frame's prepositions."""
    fitting = [a for a in inside if a.marker in frame.actor]
    if frame.nouns:
        if frame.actor == {"onder"}:
            return [
                a
                for a in inside
                if a.marker == GENITIVE and a.first == use.verb + 1 and scene.tokens[use.verb - 1] == "onder"
            ][:1]
        if "around" not in frame.flags or any(use.verb < a.first <= use.verb + 14 for a in fitting):
            fitting = [a for a in fitting if use.verb < a.first <= use.verb + 14]
        if "handover" in frame.flags:
            gained = [a for a in fitting if a.marker != GENITIVE]
            return gained or []
        return fitting[:1] if "in" not in frame.actor else fitting[:2]
    if frame.actor == {GENITIVE} and not use.words:
        return [a for a in fitting if _predicative(scene, clause, use, a)][:1]
    if frame.actor == {GENITIVE}:
        word = max(use.words, default=use.verb)
        return [a for a in fitting if word < a.first <= word + 3][:1]
    if frame.actor == {"aan"} and not use.words:
        return [a for a in fitting if _predicative(scene, clause, use, a)][:1]
    return fitting


def _predicative(scene: Scene, clause: Clause, use: Use, argument: Argument) -> bool:
    """Whether "is aan X" is the predicate: no other verb in the clause, and the phrase next to the verb or last."""
    others = [t for t in scene.doc[clause.start : clause.end] if t.pos_ == "VERB" and t.i != use.verb]
    between = scene.doc[use.verb + 1 : argument.first]
    return not others and all(token.pos_ in ("ADV", "PART", "PUNCT", "CCONJ", "AUX") for token in between)


def _subjects(
    scene: Scene, clause: Clause, frame: Frame, use: Use, inside: list[Argument]
) -> tuple[list[Argument], float]:
    """The subject: of a passive the agent, of a relative clause its antecedent, of a pronoun what it points to."""
    bare = [a for a in inside if a.marker == BARE]
    if use.form == "participle" and not frame.nouns:
        passive = _passive(scene, clause, use)
        if passive and "subject-passive" not in frame.actor:
            agents = [a for a in inside if a.marker in ("door", "vanuit", "namens")]
            before = [a for a in agents if a.first < use.verb]
            return before[-1:] or agents[:1], _SURE
        if not passive and "subject-passive" in frame.actor:
            return [], _SURE
    relative = clause.opener in words("relative") - {"dat"}
    if bare and not (relative and bare[0].first > use.verb):
        return bare[:1], _SURE
    agents = [a for a in inside if a.marker in ("vanuit", "namens", "volgens") and a.first < use.verb]
    if relative and (antecedent := _antecedent(scene, clause)) is not None:
        return [antecedent], _SURE
    if _has_pronoun(scene, clause) or clause.opener == "om" or use.form == "infinitive" or _coordinated(scene, clause):
        earlier = _earlier_subject(scene, clause)
        if earlier is not None:
            return [earlier], _SURE - 0.05
    if "ellipsis" in frame.flags and not _other_subject(scene, clause):
        for other in scene.before:  # the block's first subject is who has the floor
            subject = next((a for a in other.actors if a.marker == BARE), None)
            if subject is not None:
                return [subject], _SURE - 0.1
    return agents[:1], _SURE - 0.1


def subject_of(scene: Scene, clause: Clause, use: Use) -> Argument | None:
    """The subject of a finite verb: an actor, the antecedent of a relative clause, or what a pronoun points to."""
    inside = [a for a in scene.inside(clause) if not instead(a)]
    found, _ = _subjects(scene, clause, _PLAIN_SUBJECT, use, inside)
    return found[0] if found else None


_PLAIN_SUBJECT = Frame("", (), frozenset(), frozenset({"subject"}), frozenset(), "task", "", frozenset())


def _passive(scene: Scene, clause: Clause, use: Use) -> bool:
    tokens = scene.tokens[clause.start : clause.end]
    if any(word in HEBBEN for word in tokens):
        return False
    return any(word in WORDEN or word in ZIJN for word in tokens) or use.form == "participle"


def _antecedent(scene: Scene, clause: Clause) -> Argument | None:
    """The actor right before a relative clause."""
    for argument in reversed(scene.actors):
        if argument.last < clause.start and clause.start - argument.last <= 4:
            return argument
    return None


def _has_pronoun(scene: Scene, clause: Clause) -> bool:
    return any(word in _PRONOUNS for word in scene.tokens[clause.start : clause.end])


def _coordinated(scene: Scene, clause: Clause) -> bool:
    return scene.tokens[clause.start] in words("coordinator") or (
        clause.start > scene.sentence.start and scene.tokens[clause.start - 1] == ","
    )


def _earlier_subject(scene: Scene, clause: Clause) -> Argument | None:
    """The first subject before the clause in the sentence, else of the sentences before it in the block."""
    for other in scene.clauses:
        if other.start >= clause.start:
            break
        found = next((a for a in scene.inside(other) if a.marker == BARE and not instead(a)), None)
        if found is not None:
            return found
    for earlier in reversed(scene.before):
        found = next((a for a in earlier.actors if a.marker == BARE and not instead(a)), None)
        if found is not None:
            return found
    return None


def _other_subject(scene: Scene, clause: Clause) -> bool:
    return any(
        token.dep_ in ("nsubj", "nsubj:pass") and token.pos_ == "NOUN" for token in scene.doc[clause.start : clause.end]
    )


# --- instruments ----------------------------------------------------------------------------------------------------


def _instruments(scene: Scene, clause: Clause, frame: Frame, use: Use) -> tuple[tuple[str, ...], float]:
    """The instruments that the frame takes, and how sure the reading is (0 to 1)."""
    inside = [i for i in scene.instruments_in(clause) if i.marker not in _CIRCUMSTANCE]
    own = next((i for i in inside for k in (use.verb, *use.words) if i.first <= k <= i.last), None)
    if own is not None:
        return own.concepts, 1.0
    fitting = [i for i in inside if _fits(scene, frame, i)]
    if frame.nouns:
        behind = [i for i in fitting if use.verb < i.first <= use.verb + 14]
        if not behind and (classes := scene.bare_noun(use.verb, min(use.verb + 10, clause.end))):
            topic = scene.topic(classes, use.verb)
            return ((topic[0],), topic[1]) if topic else ((), 0)
        fitting = behind or fitting
    if fitting:
        return _preferred(fitting, frame, use).concepts, 1.0
    demonstrated = _demonstrated(scene, clause, use)
    if demonstrated is not None:
        return (demonstrated,), 0.9
    classes = _classes(frame)
    antecedent = _instrument_before(scene, clause, frame)
    if antecedent is not None:
        return antecedent, 0.95
    if "object" in frame.instrument and _pronoun_object(scene, clause):
        topic = scene.topic(classes, use.verb)
        if topic is not None:
            return (topic[0],), topic[1]
    shared = _shared(scene, clause, frame, use)
    if shared is not None:
        return shared, 0.95
    echoed = scene.echo(clause.start, clause.end, classes)
    if echoed is not None:
        return (echoed,), 0.85
    noun = scene.bare_noun(clause.start, clause.end)
    if noun and frame.instrument & {"object", "any", "document", "op", "letter"}:
        topic = scene.topic(noun, use.verb)
        if topic is not None and (not classes or scene.cls(topic[0]) in classes):
            return (topic[0],), topic[1]
    if "sentence" in frame.flags and scene.instruments:
        later = [i for i in scene.instruments if i.first > use.verb]
        return (later[0].concepts, 0.9) if later else ((), 0.0)
    if "topic" in frame.flags and not _about_else(scene, clause, use):
        topic = scene.topic(classes or _answerable(frame), use.verb)
        if topic is not None:
            return (topic[0],), topic[1]
    return (), 0.0


def _shared(scene: Scene, clause: Clause, frame: Frame, use: Use) -> tuple[str, ...] | None:
    """The subject that a coordinated passive shares ("de AMvB ligt bij X en moet door Y worden goedgekeurd")."""
    if use.form != "participle" or not frame.predicates or scene.tokens[clause.start] not in words("coordinator"):
        return None
    earlier = [i for i in scene.instruments if i.first < clause.start and i.marker == BARE]
    if earlier:
        return earlier[-1].concepts if _class_fits(scene, frame, earlier[-1].concepts) else None
    echoed = scene.echo(scene.sentence.start, clause.start, _classes(frame))
    return (echoed,) if echoed is not None else None


def _about_else(scene: Scene, clause: Clause, use: Use) -> bool:
    """Whether the cue names what it is about, and that is no instrument ("verantwoordelijk voor goed bestuur")."""
    for k in use.words:
        if k + 1 < clause.end and scene.tokens[k + 1] in ("voor", "op", "over"):
            phrase = scene.doc[k + 2 : min(clause.end, k + 10)]
            nouns = [token for token in phrase if token.pos_ in ("NOUN", "PRON", "PROPN", "VERB")][:1]
            return bool(nouns) and not _points(scene, nouns[0])
    return False


def _points(scene: Scene, token: Token) -> bool:
    """Whether a noun can stand for the instrument spoken of: a part of one, a pronoun, an actor who is overseen."""
    if token.lower_ in PARTS | words("matter") or token.lower_.endswith("opgave") or token.pos_ == "PRON":
        return True
    return scene.reading.mention_at(scene.block, token.idx) is not None


def _pronoun_object(scene: Scene, clause: Clause) -> bool:
    """Whether the object is a pronoun for what was named ("het COA voert die uit")."""
    opening = 1 if clause.opener is not None else 0
    return any(
        token.pos_ == "PRON" and token.lower_ in ("die", "deze", "dit", "dat", "haar", "hem")
        for token in scene.doc[clause.start + opening : clause.end]
    )


def _fits(scene: Scene, frame: Frame, instrument: Instrument) -> bool:
    """Whether an instrument stands in a slot of the frame and is of a class that it takes."""
    classes = _classes(frame)
    if classes and not any(scene.cls(concept) in classes for concept in instrument.concepts):
        return False
    if "any" in frame.instrument:
        return True
    if instrument.marker in frame.instrument or instrument.outer in frame.instrument - {BARE}:
        return True
    partly = instrument.marker in (GENITIVE, "voor", "over", "tot") and instrument.head in PARTS
    if frame.instrument & ({"object"} | set(CLASSES)):
        if "letter" in frame.instrument and instrument.marker == "in":
            return True
        return instrument.marker == BARE or partly
    if "genitive" in frame.instrument:
        return instrument.marker == GENITIVE
    return instrument.marker == GENITIVE and instrument.head in PARTS and instrument.outer in frame.instrument


def _classes(frame: Frame) -> frozenset[str]:
    named = frame.instrument & CLASSES.keys()
    return frozenset().union(*(CLASSES[name] for name in named)) if named else frozenset()


def _answerable(frame: Frame) -> frozenset[str]:
    """The classes that an understood instrument can have: a task is not a letter, a handover no plan."""
    if "handover" in frame.flags or "shift" in frame.flags:
        return frozenset({"Law", "Bill", "Decree", "Agreement", "Scheme", "Procedure", "Facility"})
    if frame.kind in ("task", "supervision") and "tafel" in frame.role:
        return frozenset({"Law", "Bill", "Decree", "Agreement", "Scheme", "Procedure", "Facility"})
    return frozenset({"Law", "Bill", "Decree", "Agreement", "Scheme", "Procedure", "Facility", "Plan", "PolicyTarget"})


def _preferred(fitting: list[Instrument], frame: Frame, use: Use) -> Instrument:
    """The one behind a preposition of the frame or a fitting one, else the nearest to the cue."""

    def rank(instrument: Instrument) -> tuple[int, int]:
        wanted = instrument.marker in frame.instrument or instrument.marker in (
            "op",
            "voor",
            "onder",
            "van",
            "over",
            "tot",
        )
        return (0 if wanted else 1, min(abs(instrument.first - k) for k in (use.verb, *use.words)))

    return min(fitting, key=rank)


def _demonstrated(scene: Scene, clause: Clause, use: Use) -> str | None:
    """What "dat toezicht" points to: the last instrument whose name holds the noun."""
    for k in use.words:
        if k > clause.start and scene.tokens[k - 1] in ("dat", "dit", "die", "deze"):
            noun = scene.tokens[k]
            for index in range(scene.block, max(-1, scene.block - 6), -1):
                for mention in reversed(scene.reading.mentions_in(index)):
                    if noun in mention.text.lower() and scene.reading.is_instrument(mention.concept):
                        return mention.concept
    return None


def _instrument_before(scene: Scene, clause: Clause, frame: Frame) -> tuple[str, ...] | None:
    """The antecedent of a relative clause: the instrument, or the bare noun for one, right before it."""
    if clause.opener not in words("relative") or clause.start == scene.sentence.start:
        return None
    for instrument in reversed(scene.instruments):
        if instrument.last < clause.start and clause.start - instrument.last <= 3:
            return instrument.concepts if _class_fits(scene, frame, instrument.concepts) else None
    noun = scene.bare_noun(max(scene.sentence.start, clause.start - 6), clause.start)
    topic = scene.topic(noun) if noun else None
    return (topic[0],) if topic is not None and _class_fits(scene, frame, (topic[0],)) else None


def _class_fits(scene: Scene, frame: Frame, concepts: tuple[str, ...]) -> bool:
    classes = _classes(frame)
    return not classes or any(scene.cls(concept) in classes for concept in concepts)
