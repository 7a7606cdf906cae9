"""Responsibilities that a clause states: a cue of the table with its actor and its instrument."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lrtgraph.dutch.conjugation import conjugation, third_person
from lrtgraph.extraction.grammar.arguments import BARE, GENITIVE, Argument, instead
from lrtgraph.extraction.grammar.clauses import Clause, is_finite, is_noun_use
from lrtgraph.extraction.grammar.lexicon import HEBBEN, MODAL, ZIJN, words
from lrtgraph.extraction.grammar.predicates import Use
from lrtgraph.extraction.responsibilities.actors import actors_of
from lrtgraph.extraction.responsibilities.frames import CLASSES, Frame, decides_on, used
from lrtgraph.extraction.responsibilities.gapping import Gap, gaps, spliced
from lrtgraph.extraction.responsibilities.instruments import instruments_of
from lrtgraph.extraction.responsibilities.named import concepts_of
from lrtgraph.extraction.responsibilities.phrases import done, governors, subject_infinitive, told_of
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
        uses = [
            (frame, use)
            for frame, use in used(scene.tokens, clause.start, clause.end)
            if not (_other_noun(scene, clause, frame, use) or _inserted(scene, use) or _nominal(scene, clause, use))
            and not _is_stem(scene, frame, use)
            and not (_of_title(scene, use) or _of_noun(scene, frame, use) or _aside(scene, frame, use))
            and not (_auxiliary(scene, clause, frame, use) or _of_paper(scene, frame, use))
            and not (use.form != "participle" and subject_infinitive(scene, clause, use.verb))
            and not (_torn(scene, clause, use) or _taken_back(scene, clause, frame, use))
        ]
        best: dict[tuple[int, str, str], tuple[int, Stated]] = {}
        for frame, use in uses:
            for item in list(_again(scene, clause, frame, use, told)) or _one(scene, clause, frame, use):
                # "het toezicht op de taak ligt bij": of two cues with the same verb the head noun's counts.
                key = (use.verb, item.instrument, item.actor)
                if key not in best or use.first < best[key][0]:
                    best[key] = (use.first, item)
        told += [item for _, item in best.values()]
    yield from told


def _nominal(scene: Scene, clause: Clause, use: Use) -> bool:
    """Whether the form is no verb here: the pronoun "zij", the noun in "VNG vindt stoppen met de bonus verkeerd"."""
    word, token = scene.tokens[use.verb], scene.doc[use.verb]
    if scene.tokens[use.verb - 1] == "te" and use.verb + 1 < clause.end and scene.parts[use.verb + 1] == "NOUN":
        return True  # "een lijst met te sluiten locaties"
    if (token.idx, token.idx + len(token)) in scene.reading.layout.blocks[scene.block].cells:
        return True  # the status "Open" of a row
    if word in ("zij", "zijn"):
        return scene.parts[use.verb] in ("PRON", "DET")
    if use.form != "finite" or not word.endswith("en") or word in MODAL or any(k > use.verb for k in use.words):
        return False
    return any(scene.finite[k] and scene.parts[k] != "PRON" for k in range(clause.start, use.verb))


def _is_stem(scene: Scene, frame: Frame, use: Use) -> bool:
    """Whether the form is the verb's stem, which only an "ik" has with it: "open" is a status, "de afbouw" a noun."""
    word = scene.tokens[use.verb]
    if use.form != "finite" or "ik" in scene.tokens[max(0, use.verb - 3) : use.verb + 3]:
        return False
    thirds = [predicate.particle + third_person(predicate.verb) for predicate in frame.predicates]
    thirds += [third_person(predicate.verb) for predicate in frame.predicates]
    return word not in thirds and f"{word}t" in thirds


def _other_noun(scene: Scene, clause: Clause, frame: Frame, use: Use) -> bool:
    """Whether what should be a verb is a noun."""
    return bool(frame.predicates) and is_noun_use(scene.doc, use) and not scene.closes(clause, use.verb)


def _of_title(scene: Scene, use: Use) -> bool:
    """Whether a word of the cue stands in the title of a document: the "regie" of the Wet regie volkshuisvesting."""
    return any(
        instrument.first < k <= instrument.last
        and scene.cls(instrument.concepts[0]) in CLASSES["document"]
        and any(part in ("NOUN", "PROPN") for part in scene.parts[instrument.first : k])
        for k in use.words
        for instrument in scene.instruments
    )


def _of_noun(scene: Scene, frame: Frame, use: Use) -> bool:
    """Whether the cue's preposition belongs to a noun: "gaat akkoord met de notitie over de HAR" is no "gaat over"."""
    prepositions = {word for p in frame.predicates for group in p.companions for word in group & words("stranded")}
    return any(
        scene.tokens[k] in prepositions
        and k > use.verb + 1
        and scene.parts[k - 1] == "NOUN"
        and not any(argument.first <= k - 1 <= argument.last for argument in scene.actors)
        for k in use.words
    )


def _aside(scene: Scene, frame: Frame, use: Use) -> bool:
    """Whether a cue's noun is no predicate, as a preposition governs it: "bij welk loket zij moeten zijn".

    Who has money or needs staff for a task has not that task for it: "hebben 14 miljoen nodig voor toezicht".
    """
    apart = _SOURCES | _PLACES if "role" in frame.flags else _SOURCES
    bought = {"voor"} if "subject" in frame.actor and scene.tokens[use.verb] in HEBBEN else frozenset()
    return any(scene.marker(k) in apart | bought for k in use.words)


def _of_paper(scene: Scene, frame: Frame, use: Use) -> bool:
    """Whether a cue's noun is only what a paper is about: "de brief over de bekostiging gaat naar de gemeenten"."""
    moved = (use.verb,) if "handover" in frame.flags and frame.nouns else ()
    return any(scene.parts[k] == "NOUN" and told_of(scene, k) for k in (*use.words, *moved))


def _torn(scene: Scene, clause: Clause, use: Use) -> bool:
    """Whether a particle makes the verb another than the cue's: "trekt de handtekening in vanwege het plan"."""
    if use.form != "finite" or use.words:
        return False
    return any(
        scene.tokens[k] == "gelijk"  # "trekt de bekostiging gelijk"
        or (scene.tokens[k] in words("particle_preposition") - {GENITIVE, "tot"} and scene.parts[k + 1] == "ADP")
        for k in range(use.verb + 1, clause.end - 1)
    )


def _taken_back(scene: Scene, clause: Clause, frame: Frame, use: Use) -> bool:
    """Whether only words are taken back, which decides nothing: "trekt zijn bezwaar tegen de wet in"."""
    if frame.kind != "decision" or not scene.tokens[use.verb].startswith(_TAKING_BACK):
        return False
    inside = range(clause.start, max(use.last + 1, use.verb + 1))
    return any(scene.tokens[k] in words("act_noun") and scene.marker(k) == BARE for k in inside)


_JOINING = frozenset({",", "en", "maar"})
_OVERSIGHT = "toezicht"
_PARTS = {"toezicht": "supervision", "uitvoering": "execution", "besluitvorming": "decision"}
"""Parts in an instrument that are no plain tasks."""
_CARRYING = frozenset({"uitvoering", "uitoefening", "uitvoeren", "uitoefenen"})
"""Nouns of which supervision is what is done."""
_LATE = frozenset({"pas", "eerst", "dan"})
"""Words before a turning point that only say that it is not sooner: "en pas daarna bij de provincies"."""
_GOING = conjugation("gaan").finite
_TAKING_BACK = ("trek", "trok", "intrek", "introk", "ingetrok")
_PLACES = frozenset({"aan", "bij", "door", "naar"})
_SOURCES = frozenset({"volgens", "blijkens"})
"""Prepositions before what is only quoted: "volgens de opgave van MVRO zijn er …"."""


def _auxiliary(scene: Scene, clause: Clause, frame: Frame, use: Use) -> bool:
    """Whether the verb only helps a participle: "heeft over het toezicht gesproken", "is tot toezicht overgegaan"."""
    if scene.tokens[use.verb] in _GOING and use.words:
        adverb = scene.tokens[use.words[-1]] in words("pronominal_adverb")  # "gaat daarover in gesprek", "… met VNG"
        behind = (k for k in _behind(clause, use) if _bare_infinitive(scene, k) or (adverb and _apart(scene, k)))
        if any(k != use.words[-1] for k in behind):
            return True
    helping = HEBBEN | ZIJN if use.words and {"bij", "aan"} & frame.actor else HEBBEN
    return scene.tokens[use.verb] in helping and any(
        token.pos_ == "VERB" and "Part" in token.morph.get("VerbForm", []) and token.i not in use.words
        for token in scene.doc[clause.start : clause.end]
    )


def _behind(clause: Clause, use: Use) -> range:
    return range(use.verb + 1, clause.end)


def _bare_infinitive(scene: Scene, k: int) -> bool:
    """Whether token `k` is what someone goes to do: "gaan bij elkaar zitten over een uitruil"."""
    return (
        scene.parts[k] == "VERB" and scene.tokens[k].endswith("en") and scene.tokens[k - 1] not in ("te", "het", "om")
    )


def _apart(scene: Scene, k: int) -> bool:
    """Whether a phrase begins at token `k` that no actor stands bare in."""
    return scene.parts[k] == "ADP" and not any(a.marker == BARE and a.first <= k <= a.last for a in scene.actors)


def _inserted(scene: Scene, use: Use) -> bool:
    """Whether the verb only tells who says so: "…, stelt de provincie vast, …"."""
    if use.form != "finite" or use.verb == scene.sentence.start or scene.tokens[use.verb - 1] != ",":
        return False
    if not any(c.main and c.start < use.verb for c in scene.clauses if c.end <= use.verb or c.start < use.verb - 1):
        return False  # "Zolang de wet er niet is, blijft de burgemeester verantwoordelijk."
    closing = next((k for k in range(use.verb, scene.sentence.end) if scene.tokens[k] in (",", ".")), None)
    if closing is None or closing > use.verb + 8:
        return False
    speaker = [a for a in scene.actors if a.first == use.verb + 1 and a.marker == BARE]
    return bool(speaker) and all(k == use.last for k in range(speaker[0].last + 1, closing))


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
    whole = clause
    turn = None if "verbless" in frame.flags else _turn(scene, clause, frame, use)
    final = turn is not None and turn < use.verb
    if turn is not None:
        yield from _succeeding(scene, clause, frame, use, turn)
        clause = Clause(clause.start, turn, clause.opener)
    if "ahead" in frame.flags and clause.opener not in ("totdat", "voordat", "alvorens") and done(scene, clause):
        return
    if "some" in frame.flags and clause.opener == "die" and scene.tokens[clause.start - 1] != ",":
        return  # "in gesprek met gemeenten die achterlopen": some of them
    if frame.role == "voorzitter" and _of_table(scene, clause, use):
        return
    if "coordination" in frame.flags and "afstemming" not in scene.tokens[clause.start : clause.end]:
        return
    passing = passes(frame) or "ending" in frame.flags
    if passing and not frame.nouns and apart(scene, clause, use):
        return
    instruments, certain = instruments_of(scene, clause, frame, use)
    if not instruments:
        return
    how = polarity(scene, whole if final else clause, use, frame)
    if final:
        until, since = turning(scene, clause)
        how = replace(how, until=until, since=since)
    actors, sure = actors_of(scene, clause, frame, use)
    if "verbless" in frame.flags and not _telegram(scene, clause, use):
        return
    if "both" in frame.flags and {part == GIVES for _, part in actors} != {True, False}:
        return
    if "work" in frame.instrument and any(decides_on(actor) is not None for actor, _ in actors):
        return  # "de wet gaat van de Tweede naar de Eerste Kamer": it only comes before them
    if not actors or not how.affirmed:
        # Denied or without an actor: no fact, but the next clause may say who it is ("…; die berust bij BZK").
        plain = "," not in scene.tokens[scene.sentence.start : scene.sentence.end] and len(scene.clauses) == 1
        flatly = plain and frame.predicates and negated(scene, clause, use) and not limits(scene, clause)
        denied = actors if flatly else []  # nor does the model see a part of theirs
        how, actors = replace(how, affirmed=False), [("", ""), *denied]
    role, kind = frame.phrase(scene.tokens, use), frame.kind
    if kind in ("task", "execution") and (overseeing := _overseeing(scene, clause, role)) is not None:
        role, kind = overseeing, "supervision"
    if "ending" in frame.flags or _stops(scene, clause, frame, use):
        role = frame.role if "ending" in frame.flags else "stopt met de uitvoering"
        how = given_up(how) if "bij" in frame.actor else replace(how, since=None, until=how.until or how.since)
    able = frame.kind == "execution" and not words("able").isdisjoint(scene.tokens[clause.start : clause.end])
    for actor, part in actors:
        for instrument in instruments:
            if frame.kind == "drafting" and scene.proposed(instrument):
                continue
            if "parliament" in frame.flags and decides_on(actor) is None:
                continue
            if "table" in frame.flags and (scene.cls(actor) != "Body" or decides_on(actor) is not None):
                continue
            if actor != instrument and not (frame.name == "liggen" and decides_on(actor) is not None):
                surety = sure * certain * (_WEAK if "weak" in frame.flags else 1) * (_ABLE if able else 1)
                then = given_up(how) if part == GIVES else how
                yield Stated(scene, instrument, actor, frame.name, kind, part or role, then, surety, clause.start)


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
    return f"krijgt {_OVERSIGHT}" if role.startswith("krijgt") else _OVERSIGHT


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
