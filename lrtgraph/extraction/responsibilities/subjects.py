"""Who the subject of a clause is: of a passive its agent, of a relative clause its antecedent, of a pronoun whom it
points to.
"""

from __future__ import annotations

from lrtgraph.dutch.conjugation import plural
from lrtgraph.extraction.grammar.arguments import BARE, GENITIVE, Argument, instead
from lrtgraph.extraction.grammar.clauses import Clause
from lrtgraph.extraction.grammar.lexicon import HEBBEN, WORDEN, words
from lrtgraph.extraction.grammar.predicates import Use
from lrtgraph.extraction.responsibilities.frames import Frame
from lrtgraph.extraction.responsibilities.phrases import has_own_subject
from lrtgraph.extraction.responsibilities.polarity import opines
from lrtgraph.extraction.responsibilities.scene import Scene

SURE = 0.9
"""How sure a reading is whose every part stands where the cue wants it."""

JOINT = frozenset({"samen met", "in samenwerking met"})
"""Prepositions before those who do it as well."""

_PRONOUNS = frozenset({"hij", "zij", "ze", "het", "men", "deze", "dit"})


_PERSONS = _PRONOUNS - {"het", "deze", "dit"}
_US = words("self")
_THEY = frozenset({"zij", "ze"})
_HIMSELF = frozenset({"hijzelf", "zijzelf"})
_CLITICS = frozenset({"'s", "´s", "’s", "`s"})
_NOUNS = frozenset({"NOUN", "ADJ"})
_NAMES = frozenset({"NOUN", "PROPN"})
_THAT_ONE = frozenset({"die", "deze"})
_PLAIN = frozenset({BARE, GENITIVE})
_BY_HIM = frozenset({"hem", "haar", "hemzelf", "haarzelf"})


Found = tuple[list[Argument], float]
"""Who the subject is, and how sure that is; nobody where the clause has one that is none of the actors."""


def subjects(scene: Scene, clause: Clause, frame: Frame, use: Use, inside: list[Argument]) -> Found:
    """The subject: of a passive the agent, of a relative clause its antecedent, of a pronoun what it points to."""
    bare = [a for a in inside if a.marker == BARE]
    passive = use.form == "participle" and not frame.nouns and _passive(scene, clause)
    charged = "subject-passive" in frame.actor
    if charged and not passive:
        return _charged(scene, clause, use, bare), SURE
    if passive and not charged:
        return _agents(scene, clause, frame, use, inside)
    if _is_postmodified(scene, use):
        return _agents(scene, clause, frame, use, inside)
    us = (k for k in range(clause.start, clause.end) if scene.tokens[k] in _US)
    if any(True in scene.finite[max(0, k - 1) : k + 2] for k in us):
        return _labelled(scene, clause), SURE - 0.05
    relative = _relative(scene, clause)
    if bare and not (relative and bare[0].first > use.verb):
        return bare[:1], SURE
    if relative and (meant := antecedent(scene, clause)) is not None:
        return [meant], SURE
    if (shown := _shown(scene, clause)) is not None:
        return [shown], SURE - 0.05
    if not _HIMSELF.isdisjoint(scene.vocabulary(clause)):
        return _only(_teller_of(scene, clause)), SURE - 0.05
    continued = use.form == "infinitive" and clause.opener is None and "gevraagd" not in scene.vocabulary(clause)
    if _has_pronoun(scene, clause) or clause.opener == "om" or continued or _coordinated(scene, clause):
        earlier = _earlier_subject(scene, clause)
        if earlier is not None:
            return [earlier], SURE - (0.3 if clause.opener == "om" else 0.05)
    if "ellipsis" in frame.flags:  # the block's first subject is who has the floor
        floor = next((a for other in scene.before for a in other.actors if a.marker == BARE), None)
        if floor is not None:
            return [floor], SURE - 0.1
    beside = [a for a in inside if a.marker in ("vanuit", "namens", "volgens") and a.first < use.verb]
    return beside[:1], SURE - 0.1


def _is_postmodified(scene: Scene, use: Use) -> bool:
    """Whether a verb tells who does what stands before it: "een opgave, te verdelen door de gemeenten"; not, in a cell
    of its own, "nog te bepalen door VNG".
    """
    by = use.form == "infinitive" and scene.tokens[use.verb + 1 : use.verb + 2] == ["door"]
    return by and scene.parts[use.verb - 2] != "ADV"


def _only(argument: Argument | None) -> list[Argument]:
    return [] if argument is None else [argument]


def _agents(scene: Scene, clause: Clause, frame: Frame, use: Use, inside: list[Argument]) -> Found:
    """Who does what a passive tells."""
    agents = [a for a in inside if a.marker in words("agent_marker")]
    if not agents and _by_him(scene, clause):
        return _only(_earlier_subject(scene, clause)), SURE - 0.1
    if not agents and "with" in frame.flags:
        return _together(scene, clause, inside), SURE - 0.05
    behind = [a for a in agents if a.first == use.verb + 1]  # "gefinancierd door het Rijk en uitgevoerd door …"
    before = [a for a in agents if a.first < use.verb]
    return behind or before[-1:] or agents[:1], SURE


def _charged(scene: Scene, clause: Clause, use: Use, bare: list[Argument]) -> list[Argument]:
    """Whom the subject of an active verb charges: "VNG houdt MVRO verantwoordelijk", "De wet belast gemeenten met"."""
    if clause.opener in words("relative"):
        return []  # "VNG, die MVRO verantwoordelijk houdt", "het COA, dat JenV met de HAR belast"
    if "zich" in scene.vocabulary(clause):
        return bare if len(bare) == 1 else []  # "SJenV houdt zich verantwoordelijk"
    if len(bare) > 1 or not bare or bare[0].first < use.verb:
        return bare[1:2]
    named = any(part in ("NOUN", "PROPN", "PRON") for part in scene.parts[clause.start : use.verb])
    adjunct = scene.parts[clause.start] in ("ADP", "ADV")
    return bare[:1] if named and not adjunct else []


def _labelled(scene: Scene, clause: Clause) -> list[Argument]:
    """Who says "wij": the one before the colon that opens the sentence ("JenV: wij stellen de brief op")."""
    return [a for a in scene.actors if a.last + 1 < clause.start and scene.tokens[a.last + 1] == ":"][:1]


def _teller_of(scene: Scene, clause: Clause) -> Argument | None:
    """To whom "zijzelf" points: the subject of its sentence, or that of the sentences before it.

    Nobody where another speaks in between: "VNG meldt dat COA zelf zegt dat hijzelf …", "… dat volgens COA hijzelf …".
    """
    main = scene.clauses[0]
    for sentence in (scene, *reversed(scene.before)):
        inside = sentence.inside(sentence.clauses[0]) if sentence is scene else sentence.actors
        found = next((a for a in inside if a.marker == BARE and not instead(a)), None)
        if found is not None:
            return None if sentence is scene and _other_teller(scene, clause, found) else found
        if sentence is scene and not any(_points_back(scene, k) for k in range(main.start, main.end)):
            return None
    return None


def _other_teller(scene: Scene, clause: Clause, teller: Argument) -> bool:
    """Whether between a teller and a clause, or in that, stands another who says it."""
    between = (a for a in scene.actors if teller.last < a.first < clause.end and not instead(a))
    return any(a.marker == "volgens" or (a.marker == BARE and a.first < clause.start) for a in between)


def _by_him(scene: Scene, clause: Clause) -> bool:
    """Whether a pronoun is the agent of a passive: "is door hem vastgesteld"."""
    return any(
        scene.tokens[k] == "door" and scene.tokens[k + 1] in _BY_HIM and scene.parts[k + 1] == "PRON"
        for k in range(clause.start, clause.end - 1)
    )


def _together(scene: Scene, clause: Clause, inside: list[Argument]) -> list[Argument]:
    """Who did it where a passive only says with whom: "de ladder die samen met BZK is opgesteld" is the speaker's."""
    partners = [a for a in inside if a.marker in JOINT]
    speaker = _earlier_subject(scene, clause) if partners else None
    return [speaker, *partners] if speaker is not None else []


def _relative(scene: Scene, clause: Clause) -> bool:
    """Whether the clause is about the actor before it: "het RVB, dat de regeling uitvoert", not "JenV meldt dat"."""
    if clause.opener != "dat":
        return clause.opener in words("relative")
    return any(a.last == clause.start - 2 and scene.tokens[a.last + 1] == "," for a in scene.actors)


def subject_of(scene: Scene, clause: Clause, use: Use) -> Argument | None:
    """The subject of a finite verb: an actor, the antecedent of a relative clause, or what a pronoun points to."""
    inside = [a for a in scene.inside(clause) if not (instead(a) or posed(scene, a))]
    found, _ = subjects(scene, clause, _PLAIN_SUBJECT, use, inside)
    return found[0] if found else None


_PLAIN_SUBJECT = Frame(name="", kind="task", actor=frozenset({"subject"}))


def _passive(scene: Scene, clause: Clause) -> bool:
    """Whether the participle of a clause is that of a passive, and of no perfect tense."""
    return HEBBEN.isdisjoint(scene.vocabulary(clause))


def antecedent(scene: Scene, clause: Clause) -> Argument | None:
    """The actor right before a relative clause."""
    for argument in reversed(scene.actors):
        if argument.last < clause.start and clause.start - argument.last <= 4:
            return argument
    return None


def _shown(scene: Scene, clause: Clause) -> Argument | None:
    """To whom "die" or "deze" at the head of a sentence points: the actor whom the sentence before names last, with
    nothing behind him: "De keuze is aan SJenV. Die stelt het besluit vast.", not "Er is een brief van BZK. Die …".
    """
    k = clause.start
    if scene.tokens[k] not in _THAT_ONE or k != scene.sentence.start or not scene.before:
        return None
    earlier, last = scene.before[-1], scene.before[-1].actors[-1:]
    if not last or instead(last[0]) or last[0].marker in _PLAIN or not any(scene.finite[k + 1 : k + 2]):
        return None
    behind = earlier.parts[last[0].last + 1 : earlier.sentence.end]
    agreeing = plural(scene.tokens[k + 1]) == _several(earlier, last[0])
    return last[0] if agreeing and _NAMES.isdisjoint(behind) else None


def _has_pronoun(scene: Scene, clause: Clause) -> bool:
    return any(_points_back(scene, k) for k in range(clause.start, clause.end))


def _points_back(scene: Scene, k: int) -> bool:
    """Whether a token is a pronoun for an actor: no article, and not the "het" of "het is aan de tafel"."""
    word = scene.tokens[k]
    if word not in _PRONOUNS or word in _PERSONS:
        return word in _PRONOUNS
    following = scene.doc[k + 1] if k + 1 < len(scene.doc) else None
    if following is None:
        return False
    if following.lower_ in words("role_noun"):
        return True  # "dat het trekker is van het plan"
    if word == "het" and "Plur" in following.morph.get("Number", []):
        return True  # "dat het vergunninghouders binnen twee weken koppelt": no article of a plural
    if scene.doc[k].pos_ != "PRON" or (following.pos_ in ("NOUN", "PROPN", "ADJ") and not _counted(scene, k + 1)):
        return False
    return not (word == "het" and following.lower_ in words("resting"))


def _counted(scene: Scene, k: int) -> bool:
    """Whether token `k` only says how nearly the number behind it is met: "dat het ruim 85% van hen koppelt"."""
    return scene.parts[k] == "ADJ" and scene.parts[k + 1 : k + 2] in (["NUM"], ["SYM"])


def _coordinated(scene: Scene, clause: Clause) -> bool:
    if clause.opener in words("subordinator") or has_own_subject(scene, clause):
        return False  # "…, mits de raden ermee instemmen", "… en de wet maakt het een taak van gemeenten"
    return scene.tokens[clause.start] in words("coordinator") or (
        clause.start > scene.sentence.start and scene.tokens[clause.start - 1] == ","
    )


def _earlier_subject(scene: Scene, clause: Clause) -> Argument | None:
    """The nearest subject before the clause in the sentence, else of the sentences before it in the block.

    Of "is het aan de provincies om" and "verzoekt X om" the infinitive's subject is X.
    """
    they = [k for k in range(clause.start, clause.end) if scene.tokens[k] in _THEY and scene.parts[k] == "PRON"]
    several = any(_is_plural(scene, k + 1, clause) for k in they)
    single = bool(they) and not several  # "Zij zal het besluit nemen" is none of "VNG, IPO en CdK's"
    for other in reversed([c for c in scene.clauses if c.start < clause.start]):
        inside = [a for a in scene.inside(other) if not (instead(a) or posed(scene, a))]
        if clause.opener == "om" and other.end == clause.start:
            assigned = [a for a in inside if a.marker == "aan"]
            if assigned:
                return assigned[-1]
            if any(opines(scene, k) for k in range(other.start, other.end)):
                return None  # "VB vraagt om snel duidelijkheid te geven": from others
        if other.opener in words("relative") - {"dat"}:
            continue
        found = next((a for a in inside if a.marker == BARE), None) or _teller(scene, other, inside)
        if several and not (found is not None and _several(scene, found)):
            # "IPO meldt dat het toezicht bij de provincies ligt en dat zij de ladder volgen"
            found = next((a for a in reversed(inside) if _several(scene, a)), found)
        if found is not None and not (single and _several(scene, found)):
            return found
    for earlier in reversed(scene.before if clause.opener != "om" else ()):
        found = next((a for a in earlier.actors if a.marker == BARE and not instead(a)), None)
        if several and not (found is not None and _several(earlier, found)):
            # "VB meldt dat de VR's afbouwen. Zij zijn tot 1 juli verantwoordelijk."
            found = next((a for a in reversed(earlier.actors) if a.marker == BARE and _several(earlier, a)), found)
        if found is not None:
            return None if single and _several(earlier, found) else found
    return None


def _is_plural(scene: Scene, start: int, clause: Clause) -> bool:
    """Whether the verb behind a pronoun is plural."""
    verbs = [k for k in range(start, clause.end) if scene.finite[k] or scene.parts[k] == "VERB"]
    verb = next((k for k in verbs if scene.finite[k]), verbs[-1] if verbs else None)
    return verb is not None and plural(scene.tokens[verb])


def _several(scene: Scene, argument: Argument) -> bool:
    """Whether an argument is several, by the form of its noun or as a coordination."""
    if len(argument.concepts) > 1 or scene.doc[argument.last].morph.get("Number", []) == ["Plur"]:
        return True
    signed = not _CLITICS.isdisjoint(scene.tokens[argument.last + 1 : argument.last + 2])
    return signed and _NOUNS.isdisjoint(scene.parts[argument.last + 2 : argument.last + 3])  # not "VNG's standpunt"


def _teller(scene: Scene, clause: Clause, inside: list[Argument]) -> Argument | None:
    """The agent of a passive that tells something: "Door de CdK's wordt opgemerkt dat zij …"."""
    if WORDEN.isdisjoint(scene.vocabulary(clause)):
        return None
    return next((a for a in inside if a.marker in ("door", "namens")), None)


def posed(scene: Scene, argument: Argument) -> bool:
    """Whether an actor is only what another acts as: "als Rijksheer brengt hij verslag uit"."""
    k = argument.first
    return scene.tokens[k] == "als" and not any(c.start == k and c.opener == "als" for c in scene.clauses)
