"""What a cue is about: the instrument in the slot that the cue gives it, or the one that is spoken of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lrtgraph.extraction.grammar.arguments import BARE, GENITIVE, phrase
from lrtgraph.extraction.grammar.clauses import Clause, is_finite
from lrtgraph.extraction.grammar.lexicon import words
from lrtgraph.extraction.grammar.predicates import Use
from lrtgraph.extraction.responsibilities.frames import CLASSES, Frame
from lrtgraph.extraction.responsibilities.scene import Instrument, Scene, once
from lrtgraph.extraction.responsibilities.spoken import telling

if TYPE_CHECKING:
    from spacy.tokens import Token

PARTS = words("instrument_part")
"""Nouns for a part or side of an instrument: who answers for the part answers for the instrument in that role."""

_CIRCUMSTANCE = words("circumstance")


_MUCH = frozenset({"veel", "weinig", "meer", "minder", "genoeg", "niets", "alles"})
"""Pronouns that are an object of their own."""
_GOVERNED = words("held_preposition")
"""Prepositions that a relative adverb can hold for a cue: "de wet, waarvoor MVRO tekent"."""


def instruments_of(scene: Scene, clause: Clause, frame: Frame, use: Use) -> tuple[tuple[str, ...], float]:
    """The instruments that the frame takes, and how sure the reading is (0 to 1)."""
    here = (i for i in scene.instruments_in(clause) if i.marker not in _CIRCUMSTANCE)
    inside = [i for i in here if not scene.circumstantial(i)]
    own = next((i for i in inside for k in (use.verb, *use.words) if i.first <= k <= i.last), None)
    if own is not None:
        overseen = [i for i in inside if i.marker == "op" and i.first == own.last + 1]  # "het IBT op de taakstelling"
        return (*own.concepts, *(c for i in overseen for c in i.concepts)), 1.0
    fitting = [i for i in inside if _fits(scene, frame, i)]
    if "beside" in frame.flags:
        fitting = [i for i in fitting if not _parted(scene, i, use)]
    if frame.nouns:
        behind = [i for i in fitting if use.verb < i.first <= use.verb + 14]
        if not behind and (noun := scene.bare_noun(use.verb, min(use.verb + 10, clause.end))):
            topic = scene.meant(noun, use.verb)
            return ((topic[0],), topic[1]) if topic else ((), 0)
        fitting = behind or fitting
    if fitting:
        return _preferred(scene, fitting, frame, use).concepts, 1.0
    if "draft" in frame.instrument:
        return (), 0.0
    if "complement" in frame.flags:
        named = _complement_clause(scene, clause)
        if named is not None:
            return named, 0.95
    demonstrated = _demonstrated(scene, clause, use)
    if demonstrated is not None:
        return (demonstrated,), 0.9
    classes = frame.classes
    antecedent = _instrument_before(scene, clause, frame)
    if antecedent is not None:
        return antecedent, 0.95
    if frame.kind != "execution" and _adverb(scene, clause, frame):
        spoken = _last_before(scene, clause)
        if spoken is not None and _class_fits(scene, frame, (spoken,)):
            return (spoken,), 0.85
    counted = frame.kind == "execution" and _counted_object(scene, clause)
    pronoun = _pronoun_object(scene, clause) or _pronoun_subject(scene, clause, use)
    if counted or (pronoun and frame.instrument & {"object", "facility", "target"}):
        limited = "handover" in frame.flags or frame.kind == "drafting"  # nobody drafts a facility
        topic = scene.topic(classes or (frame.answerable if limited else classes), use.verb)
        if topic is not None:
            return (topic[0],), topic[1]
    shared = _shared(scene, clause, frame, use)
    if shared is not None:
        return shared, 0.95
    echoed = scene.echo(clause.start, clause.end, classes)
    if echoed is not None:
        return (echoed,), 0.85
    noun = scene.bare_noun(clause.start, clause.end, _CIRCUMSTANCE | (words("preposition_apart") - frame.instrument))
    described = scene.described(clause.start, clause.end)
    if described is not None and (not classes or scene.cls(described) in classes):
        return (described,), 0.85
    if noun and frame.instrument & {"object", "any", "document", "letter", "op", "aan"}:
        topic = scene.meant(noun, use.verb)
        if topic is not None and (not classes or scene.cls(topic[0]) in classes):
            return (topic[0],), topic[1]
        if topic is None and frame.kind == "drafting" and noun.word == "voorstel":
            topic = scene.topic(near=use.verb)  # what is worked out may be about anything
            return ((topic[0],), 0.9 * topic[1]) if topic is not None else ((), 0.0)
        if topic is None:
            return (), 0.0  # "VNG ondertekent het kader" where none was spoken of
    if frame.kind == "execution" and _part_of_it(scene, clause, frame, words("facility_part")):
        topic = scene.topic(CLASSES["facility"], use.verb)
        return ((topic[0],), topic[1]) if topic is not None else ((), 0.0)
    if _part_of_it(scene, clause, frame, words("draft_text") if frame.kind == "drafting" else PARTS):
        topic = _served(scene, clause, frame, use)
        if topic is not None:
            return (topic[0],), topic[1]
    if "sentence" in frame.flags and scene.instruments:
        told = [i for i in scene.instruments if _class_fits(scene, frame, i.concepts)]
        later = [i for i in told if i.first > use.verb]
        meant = later or (told if "ahead" in frame.flags else [])
        return (meant[0].concepts, 0.9) if meant else ((), 0.0)
    noun_of = _complement(scene, clause, use) if frame.kind == "supervision" else None
    if noun_of is not None and len(own_one := telling(noun_of.lower_)) == 1 and not scene.reading.other_field:
        return own_one, 0.8  # "houdt toezicht op de huisvesting van vergunninghouders" under the title of another law
    if _understood(scene, clause, frame, use) or _objectless(scene, clause, frame):
        topic = _served(scene, clause, frame, use)
        if topic is not None:
            return (topic[0],), topic[1]
    if "law" in frame.instrument and "topic" in frame.flags and not scene.reading.other_field:
        under = [concept for k in use.words for concept in telling(scene.tokens[k])]
        meant_by = next(((concept,) for concept in under if _class_fits(scene, frame, (concept,))), ())
        return meant_by, 0.8
    return (), 0.0


def _served(scene: Scene, clause: Clause, frame: Frame, use: Use) -> tuple[str, float] | None:
    """The instrument spoken of, or the one that it serves: who writes a plan writes the plan, who acts does so for
    what is planned.
    """
    classes = frame.classes or frame.answerable
    topic = scene.topic(classes, use.verb)
    told_in = next((c.end for c in scene.clauses if c.start == clause.end and c.opener == "waar"), clause.end)
    words_here = (scene.tokens[k] for k in range(clause.start, told_in) if not scene.acts(k))
    told = {one for word in words_here if len(one := telling(word)) == 1}  # "verdeling": no CNO is divided
    if topic is not None and len(told) == 1 and (topic[0],) not in told:
        named = {mention.concept for mention in scene.reading.mentions}
        return next(((c, topic[1]) for (c,) in told if scene.cls(c) in classes and c in named), topic)
    return topic if topic is None or frame.kind == "drafting" else (scene.served(topic[0], classes), topic[1])


def _complement_clause(scene: Scene, clause: Clause) -> tuple[str, ...] | None:
    """The first instrument of the clause behind that says what the noun is of: "de bevoegdheid om … toe te passen"."""
    behind = next((c for c in scene.clauses if c.start == clause.end and c.opener in ("om", "dat")), None)
    named = scene.instruments_in(behind) if behind is not None else ()
    return named[0].concepts if named else None


def _adverb(scene: Scene, clause: Clause, frame: Frame) -> bool:
    """Whether an adverb with a preposition of the frame stands for what was named: "daarover beslist …", "er … mee"."""
    if _ADVERBS.isdisjoint(scene.vocabulary(clause)):
        return False
    tokens = scene.tokens[clause.start : clause.end]
    wanted = frame.instrument if "any" not in frame.instrument else words("stranded")
    wanted = wanted | ({"mee"} if "met" in wanted else frozenset())
    for word in tokens:
        if word in words("pronominal_adverb") and any(word.endswith(end) for end in wanted):
            return True
    places = [k for k, word in enumerate(tokens) if word in ("er", "daar", "hier")][:1]
    return any(
        word in wanted & words("stranded") and _stranded(scene, clause.start + k)
        for opening in places
        for k, word in enumerate(tokens)
        if k > opening
    )


_ADVERBS = words("pronominal_adverb") | {"er", "daar", "hier"}


def _stranded(scene: Scene, k: int) -> bool:
    """Whether a preposition has nothing behind it that it could govern: "er … mee belast", "geen rol in."."""
    following = scene.doc[k + 1] if k + 1 < scene.sentence.end else None
    return following is None or following.pos_ in ("VERB", "AUX", "PUNCT", "ADJ", "CCONJ") or following.i < k


def _last_before(scene: Scene, clause: Clause) -> str | None:
    """The instrument that the sentence names last before the clause, else the sentence before."""
    for earlier in (scene, *reversed(scene.before[-2:])):
        stop = clause.start if earlier is scene else earlier.sentence.end
        described = earlier.described(earlier.sentence.start, stop)
        if described is not None:
            return described
        named = [i for i in earlier.instruments if i.last < stop]
        if named:
            return named[-1].concepts[-1]
    topic = scene.topic(near=clause.start)
    return topic[0] if topic is not None else None


def _shared(scene: Scene, clause: Clause, frame: Frame, use: Use) -> tuple[str, ...] | None:
    """The subject that a coordinated passive shares ("de AMvB ligt bij X en moet door Y worden goedgekeurd")."""
    if use.form != "participle" or not frame.predicates:
        return None
    telegram = not any(is_finite(token) for token in scene.doc[clause.start : clause.end])
    if not telegram and scene.tokens[clause.start] not in words("coordinator"):
        return None
    earlier = [i for i in scene.instruments if i.first < clause.start and i.marker == BARE]
    if earlier:
        return earlier[-1].concepts if _class_fits(scene, frame, earlier[-1].concepts) else None
    echoed = scene.echo(scene.sentence.start, clause.start, frame.classes)
    return (echoed,) if echoed is not None else None


def _complement(scene: Scene, clause: Clause, use: Use) -> Token | None:
    """The noun of what the cue is about ("verantwoordelijk voor goed bestuur", "een besluit over de opgave")."""
    for k in use.words:
        if k + 1 < clause.end and scene.tokens[k + 1] in ("voor", "op", "over", "naar"):
            phrase = scene.doc[k + 2 : min(clause.end, k + 10)]
            return next((token for token in phrase if token.pos_ in ("NOUN", "PRON", "PROPN", "VERB")), None)
    return None


def _part_of_it(scene: Scene, clause: Clause, frame: Frame, parts: frozenset[str]) -> bool:
    """Whether what the cue takes is a part of the instrument spoken of: "JenV past de tekst aan", "neemt de locaties
    over", "besluit over verlenging".
    """
    if not frame.predicates or any(p.companions for p in frame.predicates):
        return False
    if not frame.instrument & {"object", "over", "voor", "aan", "facility"}:
        return False
    if parts.isdisjoint(scene.vocabulary(clause)):
        return False
    for k in range(clause.start, clause.end):
        named = any(i.first <= k <= i.last for i in scene.instruments)
        if scene.tokens[k] in parts and not named and scene.parts[k] == "NOUN":
            marker, _ = phrase(scene.doc, k, scene.sentence.start_char)
            following = scene.tokens[k + 1] if k + 1 < clause.end else ""
            if marker in frame.instrument | {BARE} and following not in ("van", "voor", "over"):
                return True
    return False


def _understood(scene: Scene, clause: Clause, frame: Frame, use: Use) -> bool:
    """Whether what is spoken of may be meant: the cue names nothing else, or a noun that stands for it."""
    about = _complement(scene, clause, use)
    if about is None:
        return "topic" in frame.flags
    return bool({"topic", "matter"} & frame.flags) and _points(scene, about)


def _objectless(scene: Scene, clause: Clause, frame: Frame) -> bool:
    """Whether a verb that takes an object has none, and shares that of the clause before: "…, en het RVB voert uit"."""
    if any(p.companions for p in frame.predicates) or "object" not in frame.instrument or "subject" not in frame.actor:
        return False
    if clause.start == scene.sentence.start or not any(i.last < clause.start for i in scene.instruments):
        return False
    if not _MUCH.isdisjoint(scene.vocabulary(clause)):
        return False  # "VNG is tegen de HAR: gemeenten betalen te veel"
    nouns = [k for k in range(clause.start, clause.end) if scene.parts[k] in ("NOUN", "PROPN")]
    return all(any(a.first <= k <= a.last for a in scene.actors) for k in nouns)


def _points(scene: Scene, token: Token) -> bool:
    """Whether a noun can stand for the instrument spoken of: a part of one, a pronoun, an actor who is overseen."""
    if token.lower_ in PARTS | words("matter") or token.lower_.endswith("opgave") or token.pos_ == "PRON":
        return True
    return scene.reading.mention_at(scene.block, token.idx) is not None


@once
def _pronoun_object(scene: Scene, clause: Clause) -> bool:
    """Whether the object is a pronoun for what was named ("het COA voert die uit")."""
    if _POINTERS.isdisjoint(scene.vocabulary(clause)):
        return False
    opening = 1 if clause.opener is not None else 0
    particles = words("particle") | words("particle_preposition")
    for k in range(clause.start + 1, clause.end - 1):
        closing = k + 2 >= clause.end or not scene.tokens[k + 2][:1].isalnum()
        if scene.tokens[k] == "het" and scene.tokens[k + 1] in particles and closing:
            return True  # "daarna nemen de PRT's het over"
    return any(
        scene.tokens[k] in _OBJECTS or _object_haar(scene.doc[k]) or _object_ze(scene, clause, scene.doc[k])
        for k in range(clause.start + opening, clause.end)
        if scene.parts[k] == "PRON" and scene.tokens[k + 1 : k + 2] != ["betreft"]  # "wat hem betreft"
    )


_OBJECTS = frozenset({"die", "deze", "dit", "dat", "hem"})
_POINTERS = _OBJECTS | {"haar", "ze", "het"}


@once
def _counted_object(scene: Scene, clause: Clause) -> bool:
    """Whether the object is so many of what was named: "De corporaties hebben er dit jaar 3.200 geplaatst"."""
    places = [k for k in range(clause.start + 1, clause.end) if scene.tokens[k] == "er"][:1]
    return any(token.pos_ == "NUM" for k in places for token in scene.doc[k + 1 : clause.end])


def _object_ze(scene: Scene, clause: Clause, token: Token) -> bool:
    """Whether "ze" is the object: who does it stands before ("het COA beheert ze")."""
    return token.lower_ == "ze" and any(a.marker == BARE and a.last < token.i for a in scene.inside(clause))


def _object_haar(token: Token) -> bool:
    """Whether "haar" is the object and not a possessive ("voor haar rekening")."""
    if token.lower_ != "haar" or token.i + 1 >= len(token.doc):
        return False
    following = [other for other in token.doc[token.i + 1 : token.i + 3] if other.pos_ != "ADJ"][:1]
    return not following or following[0].pos_ not in ("NOUN", "PROPN")


def _pronoun_subject(scene: Scene, clause: Clause, use: Use) -> bool:
    """Whether a passive has a pronoun for its subject ("Het is door JenV en VB samen opgesteld")."""
    if use.form != "participle":
        return False
    front = scene.doc[clause.start : clause.start + 2]
    return any(t.lower_ in ("het", "dit", "dat", "deze", "die") and t.pos_ == "PRON" for t in front)


def _fits(scene: Scene, frame: Frame, instrument: Instrument) -> bool:
    """Whether an instrument stands in a slot of the frame and is of a class that it takes."""
    classes = frame.classes
    if classes and not any(scene.cls(concept) in classes for concept in instrument.concepts):
        return False
    if "any" in frame.instrument:
        return True
    if "draft" in frame.instrument:
        return instrument.marker == GENITIVE and instrument.head in words("draft_text")
    if instrument.marker in frame.instrument or instrument.outer in frame.instrument - {BARE}:
        return True
    partly = instrument.marker in (GENITIVE, "voor", "over", "tot") and instrument.head in PARTS
    if instrument.head in words("draft_head") and frame.name == "liggen":
        return False  # "bij BZK ligt een voorstel over de bonus": the paper lies there
    partly = partly and "decree" not in frame.instrument  # "neemt kennis van het concept van de AMvB"
    if frame.instrument & ({"object"} | set(CLASSES)):
        if "letter" in frame.instrument and instrument.marker == "in":
            return True
        by_law = instrument.marker in ("op grond van", "krachtens", "ingevolge", "onder")
        lawful = by_law and any(scene.cls(concept) in CLASSES["law"] | {"Agreement"} for concept in instrument.concepts)
        return instrument.marker == BARE or partly or lawful
    if "genitive" in frame.instrument:
        return instrument.marker == GENITIVE
    return instrument.marker == GENITIVE and instrument.head in PARTS and instrument.outer in frame.instrument


def _parted(scene: Scene, instrument: Instrument, use: Use) -> bool:
    """Whether another noun stands between the verb and an instrument: "trekt in twijfel of de wet"."""
    return any(
        scene.parts[k] == "NOUN" and scene.tokens[k] != instrument.head and not scene.acts(k)
        for k in range(use.verb + 1, instrument.first)
    )


_USUAL = frozenset({"op", "voor", "onder", "van", "over", "tot"})


def _preferred(scene: Scene, fitting: list[Instrument], frame: Frame, use: Use) -> Instrument:
    """The one behind a preposition of the frame or a fitting one, else the nearest to the cue."""

    def rank(instrument: Instrument) -> tuple[int, int, int]:
        apart = instrument.first > use.last and "," in scene.tokens[use.last : instrument.first]
        wanted = instrument.marker in frame.instrument or instrument.marker in _USUAL
        return (int(apart), 0 if wanted else 1, min(abs(instrument.first - k) for k in (use.verb, *use.words)))

    return min(fitting, key=rank)


def _demonstrated(scene: Scene, clause: Clause, use: Use) -> str | None:
    """What "dat toezicht" points to: the last instrument whose name holds the noun."""
    for k in use.words:
        if k > clause.start and scene.tokens[k - 1] in ("dat", "dit", "die", "deze"):
            noun = scene.tokens[k]
            for index in range(scene.block, max(-1, scene.block - 6), -1):
                for mention in reversed(scene.reading.mentions_in(index)):
                    named = any(word.endswith(noun) for word in mention.text.lower().split())
                    if named and scene.reading.is_instrument(mention.concept):
                        return mention.concept
    return None


def _instrument_before(scene: Scene, clause: Clause, frame: Frame) -> tuple[str, ...] | None:
    """The antecedent of a relative clause: the instrument, or the bare noun for one, right before it."""
    opener = clause.opener or ""
    related = opener in words("relative") or (opener.startswith("waar") and opener.removeprefix("waar") in _GOVERNED)
    if not related or clause.start == scene.sentence.start:
        return None
    if opener in ("die", "dat") and any(0 < clause.start - a.last <= 2 for a in scene.actors):
        return None  # "een bonus voor gemeenten die al voldoen"
    for instrument in reversed(scene.instruments):
        if instrument.last < clause.start and _beside(scene, instrument.last, clause.start):
            return instrument.concepts if _class_fits(scene, frame, instrument.concepts) else None
    noun = scene.bare_noun(max(scene.sentence.start, clause.start - 6), clause.start)
    topic = scene.meant(noun, clause.start) if noun else None
    if not noun and any(word in words("task_noun") for word in scene.tokens[max(0, clause.start - 2) : clause.start]):
        topic = scene.topic(frame.answerable, clause.start)  # "de uitvoering, die aan gemeenten is"
    return (topic[0],) if topic is not None and _class_fits(scene, frame, (topic[0],)) else None


def _beside(scene: Scene, last: int, start: int) -> bool:
    """Whether a relative clause at `start` belongs to the phrase that ends at `last`, which may have a complement:
    "de taakstelling van 18.400 vergunninghouders, waaraan gemeenten moeten voldoen".
    """
    between = scene.doc[last + 1 : start]
    if len(between) <= 2:
        return True
    nominal = ("NOUN", "PROPN", "ADJ", "NUM", "DET", "SYM", "PUNCT")
    return between[0].lower_ in ("van", "voor") and all(token.pos_ in nominal for token in between[1:])


def _class_fits(scene: Scene, frame: Frame, concepts: tuple[str, ...]) -> bool:
    classes = frame.classes
    return not classes or any(scene.cls(concept) in classes for concept in concepts)
