"""What a cue is about: the instrument in the slot that the cue gives it, or the one that is spoken of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lrtgraph.extraction.grammar.arguments import BARE, GENITIVE
from lrtgraph.extraction.grammar.clauses import Clause, is_finite
from lrtgraph.extraction.grammar.lexicon import words
from lrtgraph.extraction.grammar.predicates import Use
from lrtgraph.extraction.responsibilities.frames import CLASSES, Frame
from lrtgraph.extraction.responsibilities.phrases import has_own_subject, of_another, remaining, told_before
from lrtgraph.extraction.responsibilities.scene import Scene, once
from lrtgraph.extraction.responsibilities.slots import PARTS, class_fits, fits, preferred
from lrtgraph.extraction.responsibilities.spoken import telling

if TYPE_CHECKING:
    from spacy.tokens import Token

Meant = tuple[tuple[str, ...], float]
"""Instruments, and how sure it is that they are meant."""
NOTHING: Meant = ((), 0.0)

_CIRCUMSTANCE = words("circumstance")


_MATTER = frozenset({"voor", "op", "over", "naar"})
"""Prepositions behind the noun of a cue before what it is about."""
_MUCH = frozenset({"veel", "weinig", "meer", "minder", "genoeg", "niets", "alles"})
"""Pronouns that are an object of their own."""
_GOVERNED = words("held_preposition")
"""Prepositions that a relative adverb can hold for a cue: "de wet, waarvoor MVRO tekent"."""


def instruments_of(scene: Scene, clause: Clause, frame: Frame, use: Use) -> Meant:
    """The instruments that the frame takes, and how sure the reading is (0 to 1)."""
    return next((meant for read in _READINGS if (meant := read(scene, clause, frame, use)) is not None), NOTHING)


def _named_here(scene: Scene, clause: Clause, frame: Frame, use: Use) -> Meant | None:
    """Those that the clause names in a slot of the frame."""
    here = (i for i in scene.instruments_in(clause) if i.marker not in _CIRCUMSTANCE)
    inside = [i for i in here if not scene.circumstantial(i)]
    own = next((i for i in inside for k in (use.verb, *use.words) if i.first <= k <= i.last), None)
    if own is not None:
        overseen = [i for i in inside if i.marker == "op" and i.first == own.last + 1]  # "het IBT op de taakstelling"
        return (*own.concepts, *(c for i in overseen for c in i.concepts)), 1.0
    fitting = [i for i in inside if fits(scene, frame, i)]
    if frame.nouns:
        behind = [i for i in fitting if use.verb < i.first <= use.verb + 14]
        if not behind and (noun := scene.bare_noun(use.verb, min(use.verb + 10, clause.end))):
            return _one(scene.meant(noun, use.verb)) or NOTHING
        fitting = behind or fitting
    if fitting:
        return preferred(scene, fitting, frame, use).concepts, 1.0
    return NOTHING if "draft" in frame.instrument else None


def _one(topic: tuple[str, float] | None) -> Meant | None:
    """An instrument spoken of as all that is meant."""
    return None if topic is None else ((topic[0],), topic[1])


def _in_complement(scene: Scene, clause: Clause, frame: Frame, use: Use) -> Meant | None:
    """The first of the clause behind that says what the noun is of: "de bevoegdheid om … toe te passen"; not one in
    which something stands: "het voorstel om dit te noemen in de toelichting van de wet".
    """
    if "complement" not in frame.flags:
        return None
    behind = next((c for c in scene.clauses if c.start == clause.end and c.opener in ("om", "dat")), None)
    named = [i for i in scene.instruments_in(behind) if i.marker != GENITIVE or i.head in PARTS] if behind else ()
    return (named[0].concepts, 0.95) if named else None


def _by_adverb(scene: Scene, clause: Clause, frame: Frame, use: Use) -> Meant | None:
    """The one named last, for which an adverb stands: "daarover beslist het kabinet"."""
    if frame.kind == "execution" or not _adverb(scene, clause, frame):
        return None
    spoken = _last_before(scene, clause)
    return ((spoken,), 0.85) if spoken is not None and class_fits(scene, frame, (spoken,)) else None


def _by_pronoun(scene: Scene, clause: Clause, frame: Frame, use: Use) -> Meant | None:
    """The one spoken of, for which a pronoun stands, or so many of it: "het COA voert die uit"."""
    counted = frame.kind == "execution" and _counted_object(scene, clause)
    pronoun = _pronoun_object(scene, clause) or _pronoun_subject(scene, clause, use)
    if not counted and not (pronoun and frame.instrument & {"object", "facility", "target"}):
        return None
    if told_before(scene, clause):
        return NOTHING
    limited = "handover" in frame.flags or frame.kind == "drafting"  # nobody drafts a facility
    return _one(scene.topic(frame.classes or (frame.answerable if limited else frame.classes), use.verb))


def _echoed(scene: Scene, clause: Clause, frame: Frame, use: Use) -> Meant | None:
    """One that the clause names by a part of its name, or describes."""
    echoed = scene.echo(clause.start, clause.end, frame.classes)
    if echoed is not None:
        return (echoed,), 0.85
    described = scene.described(clause.start, clause.end)
    return ((described,), 0.85) if described is not None and class_fits(scene, frame, (described,)) else None


def _by_noun(scene: Scene, clause: Clause, frame: Frame, use: Use) -> Meant | None:
    """The one for which a bare noun stands: "VNG ondertekent het kader"; none where none was spoken of."""
    apart = _CIRCUMSTANCE | (words("preposition_apart") - frame.instrument)
    noun = scene.bare_noun(clause.start, clause.end, apart)
    if not noun or not frame.instrument & {"object", "any", "document", "letter", "op", "aan"}:
        return None
    topic = scene.meant(noun, use.verb)
    if topic is not None:
        return _one(topic) if class_fits(scene, frame, (topic[0],)) else None
    if frame.kind != "drafting" or noun.word != "voorstel":
        return NOTHING
    worked_out = scene.topic(near=use.verb)  # may be about anything
    return NOTHING if worked_out is None else ((worked_out[0],), 0.9 * worked_out[1])


def _by_part(scene: Scene, clause: Clause, frame: Frame, use: Use) -> Meant | None:
    """The one spoken of, where what the cue takes is a part of it."""
    if frame.kind == "execution" and _part_of_it(scene, clause, frame, words("facility_part")):
        return _one(scene.topic(CLASSES["facility"], use.verb)) or NOTHING
    parts = words("draft_text") if frame.kind == "drafting" else PARTS
    return _one(_served(scene, clause, frame, use)) if _part_of_it(scene, clause, frame, parts) else None


def _in_sentence(scene: Scene, clause: Clause, frame: Frame, use: Use) -> Meant | None:
    """One that another clause of the sentence names, where the frame looks there."""
    if "sentence" not in frame.flags or not scene.instruments:
        return None
    told = [i for i in scene.instruments if class_fits(scene, frame, i.concepts)]
    later = [i for i in told if i.first > use.verb]
    meant = later or (told if "ahead" in frame.flags else [])
    return (meant[0].concepts, 0.9) if meant else NOTHING


def _overseen(scene: Scene, clause: Clause, frame: Frame, use: Use) -> Meant | None:
    """The one that is overseen by what its noun tells: "houdt toezicht op de huisvesting van vergunninghouders"."""
    noun = _complement(scene, clause, use) if frame.kind == "supervision" else None
    told = telling(noun.lower_) if noun is not None else ()
    return (told, 0.8) if len(told) == 1 and not scene.reading.other_field else None


def _left_out(scene: Scene, clause: Clause, frame: Frame, use: Use) -> Meant | None:
    """The one spoken of, where the cue names nothing else or shares the object of the clause before."""
    meant = _understood(scene, clause, frame, use) or _objectless(scene, clause, frame)
    return _one(_served(scene, clause, frame, use)) if meant else None


def _told_by_law(scene: Scene, clause: Clause, frame: Frame, use: Use) -> Meant | None:
    """The law that the words of the cue tell of."""
    if "law" not in frame.instrument or "topic" not in frame.flags or scene.reading.other_field:
        return None
    if any(remaining(scene, k) for k in use.words):
        return NOTHING
    under = [concept for k in use.words for concept in telling(scene.tokens[k])]
    return next(((concept,) for concept in under if class_fits(scene, frame, (concept,))), ()), 0.8


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
    places = [k for k, word in enumerate(tokens) if word in words("place_adverb")][:1]
    return any(
        word in wanted & words("stranded") and _stranded(scene, clause.start + k)
        for opening in places
        for k, word in enumerate(tokens)
        if k > opening
    )


_ADVERBS = words("pronominal_adverb", "place_adverb")


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


def _shared(scene: Scene, clause: Clause, frame: Frame, use: Use) -> Meant | None:
    """The subject that a coordinated passive shares ("de AMvB ligt bij X en moet door Y worden goedgekeurd")."""
    if use.form != "participle" or not frame.predicates:
        return None
    telegram = not any(is_finite(token) for token in scene.doc[clause.start : clause.end])
    if not telegram and (scene.tokens[clause.start] not in words("coordinator") or has_own_subject(scene, clause)):
        return None
    earlier = [i for i in scene.instruments if i.first < clause.start and i.marker == BARE]
    if earlier:
        return (earlier[-1].concepts, 0.95) if class_fits(scene, frame, earlier[-1].concepts) else None
    echoed = scene.echo(scene.sentence.start, clause.start, frame.classes)
    return ((echoed,), 0.95) if echoed is not None else None


def _complement(scene: Scene, clause: Clause, use: Use, markers: frozenset[str] = _MATTER) -> Token | None:
    """The noun of what the cue is about ("verantwoordelijk voor goed bestuur", "een besluit over de opgave")."""
    for k in use.words:
        if k + 1 < clause.end and scene.tokens[k + 1] in markers:
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
        if scene.tokens[k] in parts and scene.parts[k] == "NOUN" and not (scene.is_named(k) or of_another(scene, k)):
            complement = k + 1 < clause.end and scene.tokens[k + 1] in ("van", "voor", "over")
            if scene.marker(k) in frame.instrument | {BARE} and not complement:
                return True
    return False


def _understood(scene: Scene, clause: Clause, frame: Frame, use: Use) -> bool:
    """Whether what is spoken of may be meant: the cue names nothing else, or a noun that stands for it."""
    about = _complement(scene, clause, use, _MATTER | {GENITIVE} if "role" in frame.flags else _MATTER)
    if about is None:
        return "topic" in frame.flags and not any(remaining(scene, k) for k in use.words)
    behind = about.i + 1
    if behind < clause.end and scene.parts[behind] in ("NOUN", "PROPN", "VERB") and not scene.finite[behind]:
        return False  # "trekker van de werkgroep inburgering"
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
    return all(map(scene.acts, nouns))


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
    particles = words("particle", "particle_preposition")
    for k in range(clause.start + 1, clause.end - 1):
        closing = k + 2 >= clause.end or not scene.tokens[k + 2][:1].isalnum()
        if scene.tokens[k] == "het" and scene.tokens[k + 1] in particles and closing:
            return True  # "daarna nemen de PRT's het over"
    return any(
        scene.tokens[k] in _OBJECTS or _object_haar(scene.doc[k]) or _object_ze(scene, clause, scene.doc[k])
        for k in range(clause.start + opening, clause.end)
        if scene.parts[k] == "PRON" and scene.tokens[k + 1 : k + 2] != ["betreft"]  # "wat hem betreft"
    )


_OBJECTS = words("demonstrative") | {"hem"}
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
    return any(t.lower_ in words("demonstrative") | {"het"} and t.pos_ == "PRON" for t in front)


def _demonstrated(scene: Scene, clause: Clause, frame: Frame, use: Use) -> Meant | None:
    """What "dat toezicht" points to: the last instrument whose name holds the noun."""
    for k in use.words:
        if k > clause.start and scene.tokens[k - 1] in words("demonstrative"):
            noun = scene.tokens[k]
            for index in range(scene.block, max(-1, scene.block - 6), -1):
                for mention in reversed(scene.reading.mentions_in(index)):
                    named = any(word.endswith(noun) for word in mention.text.lower().split())
                    if named and scene.reading.is_instrument(mention.concept):
                        return (mention.concept,), 0.9
    return None


def _antecedent(scene: Scene, clause: Clause, frame: Frame, use: Use) -> Meant | None:
    """The antecedent of a relative clause: the instrument, or the bare noun for one, right before it."""
    opener = clause.opener or ""
    related = opener in words("relative") or (opener.startswith("waar") and opener.removeprefix("waar") in _GOVERNED)
    if not related or clause.start == scene.sentence.start:
        return None
    if opener in ("die", "dat") and any(0 < clause.start - a.last <= 2 for a in scene.actors):
        return None  # "een bonus voor gemeenten die al voldoen"
    for instrument in reversed(scene.instruments):
        if instrument.last < clause.start and _beside(scene, instrument.last, clause.start):
            return (instrument.concepts, 0.95) if class_fits(scene, frame, instrument.concepts) else None
    noun = scene.bare_noun(max(scene.sentence.start, clause.start - 6), clause.start)
    topic = scene.meant(noun, clause.start) if noun else None
    if not noun and any(word in words("task_noun") for word in scene.tokens[max(0, clause.start - 2) : clause.start]):
        topic = scene.topic(frame.answerable, clause.start)  # "de uitvoering, die aan gemeenten is"
    return ((topic[0],), 0.95) if topic is not None and class_fits(scene, frame, (topic[0],)) else None


def _beside(scene: Scene, last: int, start: int) -> bool:
    """Whether a relative clause at `start` belongs to the phrase that ends at `last`, which may have a complement:
    "de taakstelling van 18.400 vergunninghouders, waaraan gemeenten moeten voldoen".
    """
    between = scene.doc[last + 1 : start]
    if len(between) <= 2:
        return True
    nominal = ("NOUN", "PROPN", "ADJ", "NUM", "DET", "SYM", "PUNCT")
    return between[0].lower_ in ("van", "voor") and all(token.pos_ in nominal for token in between[1:])


_READINGS = (
    _named_here,
    _in_complement,
    _demonstrated,
    _antecedent,
    _by_adverb,
    _by_pronoun,
    _shared,
    _echoed,
    _by_noun,
    _by_part,
    _in_sentence,
    _overseen,
    _left_out,
    _told_by_law,
)
"""The ways in which a clause may tell what a cue is about, the surest first; NOTHING ends the search."""
