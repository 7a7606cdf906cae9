"""Contributions by a verb and its subject: named, pointed back to, left out, or the chair."""

from __future__ import annotations

from dataclasses import replace

from lrtgraph.dutch.conjugation import plural
from lrtgraph.extraction.grammar.lexicon import DUTY, HEBBEN, MODAL, WORDEN, ZIJN, words
from lrtgraph.extraction.statements.sentence.groups import Group
from lrtgraph.extraction.statements.sentence.passage import Passage
from lrtgraph.extraction.statements.sentence.placement import Subject, main_subject, stands_for_name, subject
from lrtgraph.extraction.statements.sentence.syntax import MainClause, forms, main_clause, skip
from lrtgraph.extraction.statements.speakers.addressed import is_object, takes_person
from lrtgraph.extraction.statements.speakers.found import Find, Setting, Who
from lrtgraph.extraction.statements.speech.lexicon import VERDICTS, SpeechFrame
from lrtgraph.extraction.statements.stance.acts import predicate
from lrtgraph.extraction.statements.stance.spoken import SpokenAct

_FRONTED = frozenset({"ook", "en", "maar", "doch", "wel"})
_ARTICLES = frozenset({"de", "het", "een", "die", "dit", "deze"})
_ASKING = frozenset({"verzoekt", "stelt_voor", "bezwaar"})
_GOVERNED = frozenset({"object", "van"})  # addressees that stand beside the verb: "wil van COA weten wat de rol van …"
_PARTING = frozenset({":", ";", ","})
_ENDING = _PARTING | {".", "–"}
_OBLIQUE = frozenset({"aan", "met", "voor", "op", "over", "tot", "naar"})


def by_subject(passage: Passage, start: int, end: int, stop: int, setting: Setting) -> Find | None:
    """ "VNG dringt aan op …", "Dat vindt IPO te laat": `[start, end)` is the piece, `stop` the end of its sentence."""
    clause = main_clause(passage, start, end)
    for verb in range(clause.start, clause.end):
        if not passage.finite[verb] or (verb > start + 1 and passage.words[verb - 2 : verb] == (",", "zo")):
            continue
        here = _subject(passage, start, clause, verb, setting)
        if here is None or is_object(passage, clause, verb, here):
            continue
        first = verb == clause.start and not clause.led and passage.words[verb - 1] != ","
        left_out = setting.speaking or takes_person(passage, clause, verb)
        if here.inverted and first and left_out and passage.words[stop - 1] != "?":
            continue  # "Roept JenV op …": the speaker is left out, JenV is spoken to
        if here.inverted and passage.words[stop - 1] == "?" and passage.words[verb] in forms("auxiliary"):
            return None  # "Bij wie kunnen gemeenten terecht?": they are asked about
        if here.group and setting.absent(here.group) and "volgens" in passage.words[verb:end]:
            return None  # "Gemeenten vragen volgens VNG om tijd": VNG says so
        if here.group and _source(passage, clause, end, verb) not in (None, here.group):
            return None  # "Volgens VNG is IPO tegen de HAR"
        if here.noun and here.kind == "named" and setting.speaking:
            return None  # "COA schetst de stand. Men heeft haast.", "… De directie van het fonds is tegen."
        if here.noun in words("self") and not takes_person(passage, clause, verb):
            return None  # "We zullen meer moeten doen", but "Wij verzoeken BZK om geld"
        if here.kind == "anaphor" and setting.many and passage.words[verb] in ("hebben", "hadden"):
            return None  # "Aedes is trots op de corporaties. Zij hebben 11.400 woningen aangeboden."
        if here.kind == "anaphor" and setting.crowded:
            return None  # "De regio's kunnen dat, maar zij doen het niet uit zichzelf"
        told = tell(passage, clause, verb, start, end, here, setting)
        return told if told is None or told.group is None else _heard_from(passage, told, told.group, setting)
    return None


def _source(passage: Passage, clause: MainClause, end: int, verb: int) -> Group | None:
    """Who is named in a main clause as the source of what it tells: "volgens VNG".

    Not in a question before its `verb`: "Wat volgens VNG kan vervallen laat IPO weten".
    """
    places = (k for k in range(clause.start, min(clause.end, end - 1)) if passage.words[k] == "volgens")
    if passage.words[clause.start] in words("wh"):
        places = (k for k in places if not any(passage.finite[k:verb]))
    return next((group for k in places if (group := passage.starting(k + 1)) is not None), None)


def _subject(passage: Passage, start: int, clause: MainClause, verb: int, setting: Setting) -> Subject | None:
    here = subject(passage, clause, verb, setting.chair)
    sender = passage.starting(clause.start + 1) if passage.words[clause.start] == "namens" else None
    if here is not None and here.group is not None and sender is not None and setting.absent(here.group):
        return Subject("named", sender, True)  # "Namens IPO uit gedeputeerde Wagelaar …"
    if here is not None and here.kind == "anaphor" and clause.led:
        named = next(iter(passage.within(start, clause.start)), None)
        if named is not None and (not named.start or passage.words[named.start - 1] not in words("via")):
            return Subject("named", named, True)  # "Hoewel VNG dit steunt, vreest zij …"
    return here


def _heard_from(passage: Passage, told: Find, group: Group, setting: Setting) -> Find | None:
    """Who is not at the table is spoken about while another speaks, unless he is quoted or reacts to what was said."""
    if setting.speaking and told.manner == "condition":
        return None  # "Nidos heeft onvoldoende voogden", says who has the floor
    if setting.speaking and told.act == "informeert" and words("crowd").issuperset(group.concepts):
        return None  # "Gemeenten horen soms weken niets"
    if not setting.absent(group) or (setting.guest and told.act != "informeert" and told.who == "named"):
        return told  # "Lelystad maakt bezwaar. Noordoostpolder steunt dat.", neither of them in the list
    if setting.listed and told.act == "informeert" and not told.plain:
        return None
    if not setting.speaking or _reacts(passage, told, group):
        return told
    return replace(told, aside=True, confidence=0.7) if told.manner == "saying" and told.quotable else None


def _reacts(passage: Passage, told: Find, group: Group) -> bool:
    """Whether one, and not many, answers in a sentence of his own, and does no more: "VNG wil geld. BZK is tegen."."""
    if told.act == "informeert" or told.manner == "action" or not words("crowd").isdisjoint(group.concepts):
        return False
    taking_up = not (words("back_reference") | {"daarentegen"}).isdisjoint(passage.words[group.end : told.end])
    return (taking_up or told.act in VERDICTS) and any(told.start == start for start, _ in passage.sentences)


def by_nobody(passage: Passage, start: int, end: int, stop: int, *, heard: bool = True) -> Find | None:
    """ "Eist eerst cijfers.", "… en tekent aan dat …": a verb up front whose subject is whoever speaks already.

    `heard`: that he does was found in the same sentence.
    """
    lower = passage.words
    verb = start + 1 if lower[start] in _FRONTED and start + 1 < end else start
    if not passage.finite[verb] or lower[stop - 1] == "?":
        return None
    main = main_clause(passage, verb, end)
    if main.led or _has_relative(passage, verb):
        return None  # "Mocht dat zo zijn, dan …", "…: wie huisvest, moet ook opvangen"
    clause = MainClause(verb, main.end, main.opener, False)
    pronoun = verb == start and verb + 1 < end and stands_for_name(passage, verb + 1)  # "Is het eens met VNG."
    if lower[verb] in ZIJN | WORDEN and lower[verb + 1 : verb + 2] and lower[verb + 1] in _ARTICLES and not pronoun:
        return None  # "… en is de rol van de provincie verduidelijkt": it has a subject of its own
    if words("noun_opener") & set(lower[verb + 1 : verb + 2]) and words("chair") & set(lower[verb + 2 : verb + 3]):
        return None  # "…, laat de voorzitter in het midden"
    named = passage.starting(verb + 1) is not None
    joined = heard and verb == start and start > 0 and lower[start - 1] in words("coordinating")
    if named and (verb > start or lower[start - 1] == "," or (lower[verb] in forms("auxiliary") and not joined)):
        return None  # "Wel zal voorzitter VB …", but "bekijkt dit en zal Aedes berichten"
    follows = subject(passage, clause, verb, None)
    if follows is not None and follows.kind != "named":
        return None
    what = predicate(passage, clause, verb, end, frozenset())
    if (
        what is None
        or _passive(passage, clause, verb, what)
        or (what.frame is not None and what.frame.manner == "procedure")
    ):
        return None
    if what.answering is not None:
        what = replace(what, act=what.answering)  # "vindt dat te vroeg en houdt vast aan 1 juli"
    made = make(passage, start, end, Subject("omitted", None, False), what)
    return replace(made, rule="ellipsis", confidence=0.75)


def _has_relative(passage: Passage, verb: int) -> bool:
    """Whether a verb behind a comma has a relative clause for its subject that opens what is said: "Wie …, moet …"."""
    lower = passage.words
    if lower[verb - 1 : verb] != (",",):
        return False
    first = next((k + 1 for k in range(verb - 2, -1, -1) if lower[k] in _ENDING), 0)
    return lower[first] == "wie" and any(passage.finite[first + 1 : verb - 1])


def tell(
    passage: Passage, clause: MainClause, verb: int, start: int, end: int, here: Subject, setting: Setting
) -> Find | None:
    """The find of a subject with its verb; None where the lexicon lacks the predicate or it is no contribution."""
    own = passage.naming(here.group) if here.group else frozenset()
    what = predicate(passage, clause, verb, end, own)
    if setting.promising and (what is None or what.act != "zegt_toe"):
        what = SpokenAct("zegt_toe", None, frozenset({verb}), False)
    if what is None or (what.frame is not None and what.frame.manner == "procedure"):
        return None
    if what.frame is not None and _expects_of(passage, verb, what):
        what = replace(what, act="verzoekt", standing="named", frame=replace(what.frame, addressee="van"))
    if what.answering is not None and setting.stance in _ASKING:
        what = replace(what, act=what.answering)
    if what.frame is not None and what.frame.head in words("greeting") and passage.starting(verb + 1) is not None:
        return None  # "De voorzitter verwelkomt mw. Reijntjes"
    if setting.label and setting.label.startswith("actie") and what.frame and what.frame.open:
        future = any(word in ("zal", "zullen") for word in passage.words[clause.opener : end])
        if future:  # "Actie: SJenV concludeert dat hij … zal kijken"
            made = make(passage, start, end, here, replace(what, act="zegt_toe"))
            return replace(made, rule="concluded", confidence=0.75)
    if here.group and words("crowd").intersection(here.group.concepts) and passage.words[verb] in forms("obliging"):
        return None  # "Gemeenten hoeven niets te vrezen": they are spoken of
    if _passive(passage, clause, verb, what) or _not_promised(passage, clause, verb, what):
        return None
    if setting.speaking and _still_to_say(passage, clause, verb, what):
        return None
    planned = here.kind == "named" and what.frame is not None and what.frame.manner == "action"
    if setting.telling and planned and plural(passage.words[verb]):
        return None  # "De CdK's leveren op 1 november het verslag in", says who tells of the procedure
    return make(passage, start, end, here, what)


def _expects_of(passage: Passage, verb: int, what: SpokenAct) -> bool:
    """Whether something is expected of somebody, which asks it of him: "IPO verwacht van VNG een plan"."""
    if what.act != "informeert" or what.denied or passage.words[verb] not in forms("expecting_of"):
        return False
    of = skip(passage, verb + 1, len(passage.words), ("between",))
    return passage.words[of : of + 1] == ("van",) and passage.starting(of + 1) is not None


def _not_promised(passage: Passage, clause: MainClause, verb: int, what: SpokenAct) -> bool:
    """An action is a promise only if the speaker will do it: not if he may, must, would, or has it done to him."""
    if what.frame is None or what.frame.manner == "saying":
        return False
    lower = passage.words
    if what.frame.manner != "action":
        return what.act == "zegt_toe" and what.frame.kind == "verb" and _perfect(passage, verb, what)
    if clause.led or _perfect(passage, verb, what) or (lower[verb] in MODAL and lower[verb] not in forms("willing")):
        return True
    return any(lower[k] in WORDEN for k in range(verb + 1, clause.end))


def _still_to_say(passage: Passage, clause: MainClause, verb: int, what: SpokenAct) -> bool:
    """What another must say he has not said: "BZK moet nog akkoord geven"; but "VNG moet vaststellen dat …".

    Nor is what one grants or refuses because one must still to come: "IND moet dat ontkennen".
    """
    governed = what.frame is not None and what.frame.kind == "verb" and verb not in what.used
    if not governed or passage.words[verb] not in DUTY or passage.words[clause.opener : clause.opener + 1] == ("dat",):
        return False
    yields = any(passage.words[k] in words("yielding") for k in what.used)
    return not yields or not words("still").isdisjoint(passage.words[clause.start : clause.end])


def _perfect(passage: Passage, verb: int, what: SpokenAct) -> bool:
    """ "hebben de taak op zich genomen": what was done is no promise."""
    return passage.words[verb] in HEBBEN | ZIJN and verb not in what.used


def _passive(passage: Passage, clause: MainClause, verb: int, what: SpokenAct) -> bool:
    """ "VNG wordt verzocht …": the subject of a passive does not speak."""
    if what.frame is None or what.frame.kind != "verb" or verb in what.used:
        return False
    if passage.words[verb] in WORDEN:
        return True
    promised = what.frame.act == "zegt_toe" and what.frame.manner == "saying"  # "VNG is een brief toegezegd"
    asked = what.frame.addressee == "object"  # "IPO is gevraagd …"
    done = passage.words[verb] in ZIJN
    return done and (promised or asked or _has_agent(passage, verb, clause.end))


def promised_by_other(passage: Passage, start: int, end: int, setting: Setting, going_on: tuple[str, ...]) -> bool:
    """Whether one who is not at the table does what was asked: "VNG vraagt om het plan. AenM stuurt het in mei."."""
    told = by_subject(passage, start, end, end, replace(setting, speaking=False))
    return told is not None and told.act == "zegt_toe" and told.group is not None and told.group.concepts != going_on


def patient(passage: Passage, start: int, end: int) -> Group | None:
    """Whom something is said to in a passive: "De VNG is een brief toegezegd", "Van VNG wordt verwacht dat …"."""
    clause = main_clause(passage, start, end)
    here, verb = main_subject(passage, start, end, None)
    fronted = passage.starting(clause.start + 1) if passage.words[clause.start] in ("aan", "van") else None
    group = here.group if here is not None else fronted
    if group is None or passage.words[verb] not in WORDEN | ZIJN:
        return None
    what = predicate(passage, clause, verb, end, frozenset(range(group.start, group.end)))
    return group if what is not None and _passive(passage, clause, verb, what) else None


def _has_agent(passage: Passage, start: int, end: int) -> bool:
    """Whether somebody stands in a stretch by whom something is done."""
    return any(passage.words[group.start - 1] == "door" for group in passage.within(start + 1, end))


def make(passage: Passage, start: int, end: int, here: Subject, what: SpokenAct) -> Find:
    """The find of a subject and what it does."""
    frame = what.frame
    if _gives_reason(passage, start, end, what):
        what = replace(what, standing="final")
    elif here.inverted and here.group is not None and _closes(passage, here.group, start, end, what):
        what = replace(what, standing="named")
    who: Who = "named" if here.kind == "named" else "chair" if here.kind == "chair" else "same"
    rule = {"named": "inversion" if here.inverted else "subject", "chair": "chair", "same": "anaphor"}[who]
    plain = frame is not None and frame.open and what.act == frame.act
    # As often as each was right on minutes that no rule was made for.
    sure = 0.8 if who != "named" else 0.93 if frame is None or not frame.open else 0.91 if plain else 0.77
    if rule == "inversion":
        sure -= 0.08
    if frame is not None and frame.manner == "action":
        sure -= 0.15
    return Find(
        start,
        end,
        who,
        here.group,
        what.act,
        rule,
        sure,
        towards(passage, start, end, here.group.concepts if here.group else (), what),
        plain=plain,
        again=who == "same",
        manner=frame.manner if frame else "saying",
        quotable=frame is not None and frame.kind == "verb",
        denied=what.denied,
        told=frame is not None and frame.open and frame.act == "informeert",
        named=None if what.standing == "weighed" else what.act,
        final=what.standing == "final",
        noun=here.noun,
    )


def _closes(passage: Passage, group: Group, start: int, end: int, what: SpokenAct) -> bool:
    """ "Derdelanders na maart naar COA, wil VNG.": the verb names the act of all that comes before it."""
    last = not any(word[:1].isalnum() for word in passage.words[group.end : end])
    closed = what.frame is not None and not what.frame.open and what.act == what.frame.act == "verzoekt"
    return last and closed and "," in passage.words[start : min(what.used, default=start)][-1:]


def _gives_reason(passage: Passage, start: int, end: int, what: SpokenAct) -> bool:
    """Whether who is for or against says behind a colon why: "VNG is voor de wet: gemeenten hebben rust nodig"."""
    frame, stop = what.frame, main_clause(passage, start, end).end
    told = frame is not None and frame.manner == "attitude" and not frame.open and what.act in VERDICTS
    turned = frame is not None and frame.kind == "verb" and what.denied  # "wil dat niet verbloemen: …"
    return told and not turned and max(what.used, default=end) < stop < end and passage.words[stop] == ":"


def towards(passage: Passage, start: int, end: int, own: tuple[str, ...], what: SpokenAct) -> tuple[str, ...]:
    """Whom a predicate is directed to, or whose words it takes up ("deelt de analyse van COA")."""
    lower = passage.words
    others = [group for group in passage.within(start, end) if group.concepts != own]
    if what.act in VERDICTS:
        for group in others:
            noun = (
                group.start - 2
                if group.start > start + 1 and lower[group.start - 1] in words("via")
                else group.start - 1
            )
            if noun >= start and lower[noun] in words("utterance"):
                return group.concepts
    if what.frame is None or not what.frame.addressee:
        return ()
    verb = min(what.used, default=start)
    governed = main_clause(passage, start, end).end
    for group in others:
        if _addressed(passage, group.start, verb, what.frame) and (
            what.frame.addressee not in _GOVERNED or group.end <= governed
        ):
            return group.concepts
    return ()


def _addressed(passage: Passage, name: int, verb: int, frame: SpeechFrame) -> bool:
    """Whether a name stands where the frame has the person it is directed to."""
    lower = passage.words
    if frame.addressee == "object":
        before = lower[name - 1] if name else ""
        return name >= verb and before not in words("via") | _OBLIQUE
    if frame.addressee == "party":
        return _beside(passage, verb, name)
    party = frame.addressee != "achter" or _is_party(passage, name)
    parted = next((k for k in range(name - 1, verb, -1) if lower[k] in _PARTING), verb)  # "is blij met de wet: COA …"
    return party and frame.addressee in lower[max(parted, name - 4) : name]


def _beside(passage: Passage, verb: int, name: int) -> bool:
    """Whether one party stands right behind a verb as its object: "steunt VNG", but not "steunt gemeenten met geld"."""
    group = passage.at(name)
    helped = group is not None and passage.words[group.end : group.end + 1] == ("met",)  # "steunt COA met geld"
    light = all(passage.words[k] in words("between") for k in range(verb + 1, name))
    return verb < name and not helped and _is_party(passage, name) and light


def _is_party(passage: Passage, name: int) -> bool:
    """Whether at a token somebody is named who may be joined, and not many who are helped."""
    group = passage.at(name)
    return group is not None and words("crowd").isdisjoint(group.concepts)
