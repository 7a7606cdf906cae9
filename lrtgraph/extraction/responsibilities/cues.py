"""Whether the words of a cue are one where they stand: the same words make a noun, an auxiliary or another verb too."""

from __future__ import annotations

from lrtgraph.dutch.conjugation import conjugation, third_person
from lrtgraph.extraction.grammar.arguments import BARE, GENITIVE
from lrtgraph.extraction.grammar.clauses import Clause, is_noun_use
from lrtgraph.extraction.grammar.lexicon import HEBBEN, MODAL, ZIJN, words
from lrtgraph.extraction.grammar.predicates import Use
from lrtgraph.extraction.responsibilities.frames import CLASSES, Frame
from lrtgraph.extraction.responsibilities.phrases import subject_infinitive, told_of
from lrtgraph.extraction.responsibilities.scene import Scene

_GOING = conjugation("gaan").finite
_TAKING_BACK = ("trek", "trok", "intrek", "introk", "ingetrok")
_PLACES = frozenset({"aan", "bij", "door", "naar"})
_SOURCES = frozenset({"volgens", "blijkens"})
"""Prepositions before what is only quoted: "volgens de opgave van MVRO zijn er …"."""


def is_cue(scene: Scene, clause: Clause, frame: Frame, use: Use) -> bool:
    """Whether what looks like the cue of a frame in a clause is one."""
    return not any(other(scene, clause, frame, use) for other in _OTHERWISE)


def _nominal(scene: Scene, clause: Clause, frame: Frame, use: Use) -> bool:
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


def _is_stem(scene: Scene, clause: Clause, frame: Frame, use: Use) -> bool:
    """Whether the form is the verb's stem, which only an "ik" has with it: "open" is a status, "de afbouw" a noun."""
    word = scene.tokens[use.verb]
    if use.form != "finite" or "ik" in scene.tokens[max(0, use.verb - 3) : use.verb + 3]:
        return False
    verbs = [(predicate.particle, third_person(predicate.verb)) for predicate in frame.predicates]
    thirds = {form for particle, third in verbs for form in (third, particle + third)}
    return word not in thirds and f"{word}t" in thirds


def _other_noun(scene: Scene, clause: Clause, frame: Frame, use: Use) -> bool:
    """Whether what should be a verb is a noun."""
    return bool(frame.predicates) and is_noun_use(scene.doc, use) and not scene.closes(clause, use.verb)


def _of_title(scene: Scene, clause: Clause, frame: Frame, use: Use) -> bool:
    """Whether a word of the cue stands in the title of a document: the "regie" of the Wet regie volkshuisvesting."""
    return any(
        instrument.first < k <= instrument.last
        and scene.cls(instrument.concepts[0]) in CLASSES["document"]
        and any(part in ("NOUN", "PROPN") for part in scene.parts[instrument.first : k])
        for k in use.words
        for instrument in scene.instruments
    )


def _of_noun(scene: Scene, clause: Clause, frame: Frame, use: Use) -> bool:
    """Whether the cue's preposition belongs to a noun: "gaat akkoord met de notitie over de HAR" is no "gaat over"."""
    prepositions = {word for p in frame.predicates for group in p.companions for word in group & words("stranded")}
    return any(
        scene.tokens[k] in prepositions and k > use.verb + 1 and scene.parts[k - 1] == "NOUN" and not scene.acts(k - 1)
        for k in use.words
    )


def _aside(scene: Scene, clause: Clause, frame: Frame, use: Use) -> bool:
    """Whether a cue's noun is no predicate, as a preposition governs it: "bij welk loket zij moeten zijn".

    Who has money or needs staff for a task has not that task for it: "hebben 14 miljoen nodig voor toezicht".
    """
    apart = _SOURCES | _PLACES if "role" in frame.flags else _SOURCES
    bought = {"voor"} if "subject" in frame.actor and scene.tokens[use.verb] in HEBBEN else frozenset()
    return any(scene.marker(k) in apart | bought for k in use.words)


def _of_paper(scene: Scene, clause: Clause, frame: Frame, use: Use) -> bool:
    """Whether a cue's noun is only what a paper is about: "de brief over de bekostiging gaat naar de gemeenten"."""
    moved = (use.verb,) if "handover" in frame.flags and frame.nouns else ()
    return any(scene.parts[k] == "NOUN" and told_of(scene, k) for k in (*use.words, *moved))


def _subject(scene: Scene, clause: Clause, frame: Frame, use: Use) -> bool:
    """Whether the form is an infinitive that the clause is about: "de taakstelling halen blijft een taak van"."""
    return use.form != "participle" and subject_infinitive(scene, clause, use.verb)


def _torn(scene: Scene, clause: Clause, frame: Frame, use: Use) -> bool:
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
    inside = range(clause.start, use.last + 1)
    return any(scene.tokens[k] in words("act_noun") and scene.marker(k) == BARE for k in inside)


def _auxiliary(scene: Scene, clause: Clause, frame: Frame, use: Use) -> bool:
    """Whether the verb only helps a participle: "heeft over het toezicht gesproken", "is tot toezicht overgegaan"."""
    if scene.tokens[use.verb] in _GOING and use.words:
        adverb = scene.tokens[use.words[-1]] in words("pronominal_adverb")  # "gaat daarover in gesprek", "… met VNG"
        behind = (k for k in range(use.verb + 1, clause.end) if k != use.words[-1])
        if any(_bare_infinitive(scene, k) or (adverb and _apart(scene, k)) for k in behind):
            return True
    helping = HEBBEN | ZIJN if use.words and {"bij", "aan"} & frame.actor else HEBBEN
    return scene.tokens[use.verb] in helping and any(
        token.pos_ == "VERB" and "Part" in token.morph.get("VerbForm", []) and token.i not in use.words
        for token in scene.doc[clause.start : clause.end]
    )


def _bare_infinitive(scene: Scene, k: int) -> bool:
    """Whether token `k` is what someone goes to do: "gaan bij elkaar zitten over een uitruil"."""
    return (
        scene.parts[k] == "VERB" and scene.tokens[k].endswith("en") and scene.tokens[k - 1] not in ("te", "het", "om")
    )


def _apart(scene: Scene, k: int) -> bool:
    """Whether a phrase begins at token `k` that no actor stands bare in."""
    return scene.parts[k] == "ADP" and not any(a.marker == BARE and a.first <= k <= a.last for a in scene.actors)


def _inserted(scene: Scene, clause: Clause, frame: Frame, use: Use) -> bool:
    """Whether the verb only tells who says so: "…, stelt de provincie vast, …", "…, zo stelt de provincie vast, …"."""
    opening = use.verb - 2 if scene.tokens[use.verb - 1] == "zo" else use.verb - 1
    if use.form != "finite" or opening <= scene.sentence.start or scene.tokens[opening] != ",":
        return False
    if not any(c.main and c.start < opening and not scene.finite[c.start] for c in scene.clauses):
        return False  # "Zolang de wet er niet is, blijft de burgemeester …", "Wordt de HAR te duur, betaalt BZK."
    closing = next((k for k in range(use.verb, scene.sentence.end) if scene.tokens[k] in (",", ".")), None)
    if closing is None or closing > use.verb + 8:
        return False
    speaker = [a for a in scene.actors if a.first == use.verb + 1 and a.marker == BARE]
    return bool(speaker) and all(k == use.last for k in range(speaker[0].last + 1, closing))


_OTHERWISE = (
    _other_noun,
    _inserted,
    _nominal,
    _is_stem,
    _of_title,
    _of_noun,
    _aside,
    _auxiliary,
    _of_paper,
    _subject,
    _torn,
    _taken_back,
)
"""What else the words may be."""
