"""Contributions of the agent of a passive, or of whom an act is heard from: "wordt door VNG afgewezen"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from lrtgraph.extraction.grammar.lexicon import FUTURE, MODAL, WORDEN, ZIJN, words
from lrtgraph.extraction.statements.sentence.groups import Group
from lrtgraph.extraction.statements.sentence.passage import Passage
from lrtgraph.extraction.statements.sentence.placement import Subject, subject
from lrtgraph.extraction.statements.sentence.syntax import MainClause, forms, main_clause, main_level, skip
from lrtgraph.extraction.statements.speakers.found import Find, Setting
from lrtgraph.extraction.statements.speakers.subjects import make
from lrtgraph.extraction.statements.speech.lexicon import VERDICTS, Sighting, noun_frames, sightings
from lrtgraph.extraction.statements.stance.acts import predicate
from lrtgraph.extraction.statements.stance.content import content
from lrtgraph.extraction.statements.stance.denial import is_denied, left_of_promise
from lrtgraph.extraction.statements.stance.endings import after_ending
from lrtgraph.extraction.statements.stance.evaluation import JUDGEMENT, verdicts
from lrtgraph.records import Act

_SIDES = frozenset({"zijde", "kant", "hoek", "gelederen", "kring", "kringen"})
_OF_SIDE = ("-zijde", "-kant", "-hoek")
_FOR = frozenset({"vanuit", "namens", "zijdens", "bij", "onder", "binnen"})
_OF_VERBS = ("ing", "ingen", "toezicht", "gebruik", "inzet", "bezoek", "beheer")
_TOPIC_FIRST = frozenset({"bij", "er", "daarover", "hierover"})


def by_agent(passage: Passage, start: int, end: int, setting: Setting) -> Find | None:
    """ "wordt door de VNG afgewezen", "Namens JenV wordt verzocht", "Van de zijde van SZW klinkt kritiek"."""
    main = main_clause(passage, start, end)
    clause = MainClause(start, end if passage.words[start] == "dat" else main.end, main.opener, False)
    first = next((k for k in main_level(passage, clause.start, clause.end) if passage.finite[k]), None)
    if first is None:
        return _clipped(passage, clause, start, end, setting)
    promised = _promised(passage, start, end, first)
    if promised is not None:
        return promised
    for group in passage.within(start, clause.end):
        if passage.words[first] in FUTURE and (made := _undertaken(passage, clause, first, group, start, end, setting)):
            return made
        verb = _auxiliary(passage, first, group)
        marker = passage.words[group.start - 1] if group.start > start else ""
        named = passage.words[group.start : group.end]
        side = any(word in _SIDES or word.endswith(_OF_SIDE) for word in named)  # "Van VNG-zijde"
        sounding = passage.words[verb] in forms("sounding")
        fronted = marker == "van" and group.start - 1 == skip(passage, start, end, ("aanhef",))
        coming = fronted and sounding and group.end == verb  # "Van VNG komt het verzoek om …"
        if marker not in _FOR | {"door"} and not side and not coming:
            continue
        if marker == "bij" and (landed := _landed(passage, clause, verb, start, end, group)) is not None:
            return landed
        if (
            marker == "bij"
            and not sounding
            and passage.words[skip(passage, start, end, ("aanhef",))] not in _TOPIC_FIRST
        ):
            continue
        if passage.words[verb] in WORDEN | ZIJN:
            one = _passive(passage, clause, verb, start, end, group, setting, heard=marker != "door")
        else:
            one = None if marker == "door" else _voiced(passage, clause, verb, start, end, group, setting)
        if one is not None:
            return one
    return None


def by_second_agent(passage: Passage, k: int, end: int, setting: Setting) -> Find | None:
    """ "wordt door IPO gesteund en door COA afgewezen": the agent behind a coordinator at `k`."""
    group = passage.starting(k + 2) if k + 2 < end and passage.words[k + 1] == "door" else None
    if group is None:
        return None
    stop = next((n for n in range(group.end, end) if passage.words[n] in (",", ";", ".")), end)
    clause = MainClause(group.end, stop, stop, False)
    verb = next((n for n in range(group.end, stop) if passage.words[n] in WORDEN), k)
    return _passive(passage, clause, verb, k + 1, end, group, setting, heard=False)


def _clipped(passage: Passage, clause: MainClause, start: int, end: int, setting: Setting) -> Find | None:
    """ "Aandacht gevraagd door Nidos voor …": a passive without its auxiliary."""
    if any(word in WORDEN | ZIJN for word in passage.words[start:end]):
        return None
    group = next(
        (g for g in passage.within(start, end) if g.start > start and passage.words[g.start - 1] == "door"), None
    )
    found = None if group is None else participle(passage, clause, start - 1)
    if group is None or found is None or found.token > group.start:
        return None
    return _passive(passage, clause, start - 1, start, end, group, setting, heard=False)


def _promised(passage: Passage, start: int, end: int, verb: int) -> Find | None:
    """ "Toegezegd wordt dat JenV de tekst deelt": who will do it promises it."""
    if passage.words[verb] not in WORDEN | ZIJN or verb + 2 >= end or passage.words[verb + 1] != "dat":
        return None
    found = sightings(passage.words, start, verb + 1, verb - 1) if verb > start else []
    group = passage.starting(verb + 2)
    if group is None or not found or found[0].form != "participle" or found[0].frame.act != "zegt_toe":
        return None
    return Find(start, end, "named", group, "zegt_toe", "agent", 0.8)


def _undertaken(
    passage: Passage, clause: MainClause, verb: int, group: Group, start: int, end: int, setting: Setting
) -> Find | None:
    """ "Dat verzoek zal door SJenV worden overgebracht": who will do it promises it."""
    lower = passage.words
    agent = group.start > start and lower[group.start - 1] == "door" and not setting.absent(group)
    if not agent or "worden" not in lower[verb:end]:
        return None
    found = participle(passage, clause, verb)
    told = clause.opener < end and lower[clause.opener] == "dat" and lower[clause.opener - 1] not in (",", "het")
    if found is not None and (found.frame.act != "informeert" or told):
        return None
    denied = is_denied(passage, clause.start, clause.end, {verb, *range(group.start, group.end)})
    return None if denied else Find(start, end, "named", group, "zegt_toe", "agent", 0.7, manner="action")


def _auxiliary(passage: Passage, first: int, group: Group) -> int:
    """The finite verb that an agent goes with: the last "wordt" or "is" before it, else the first of the clause."""
    for k in range(group.start - 1, first, -1):
        word = passage.words[k]
        infinitive = word in ("worden", "zijn") and passage.words[first] in MODAL  # "moet worden goedgekeurd door"
        if passage.finite[k] and word in WORDEN | ZIJN and not infinitive:
            return k
    return first


def _passive(
    passage: Passage,
    clause: MainClause,
    verb: int,
    start: int,
    end: int,
    group: Group,
    setting: Setting,
    *,
    heard: bool,
) -> Find | None:
    """The act of a participle that somebody is the agent of, or of a noun that is there from his side."""
    found, own = participle(passage, clause, verb), passage.naming(group)
    if found is None:
        act = _noun_there(passage, clause, verb) if heard else _feeling(passage, clause, own)
        return Find(start, end, "named", group, act, "delegate" if heard else "agent", 0.8) if act else None
    frame = found.frame
    if _is_anothers(passage, verb, group, found) or _says_nothing(passage, verb, group, found, heard=heard):
        return None
    denied = is_denied(passage, clause.start, clause.end, found.used | {verb} | own)
    if denied and passage.words[verb] in ZIJN and ("nog", "niet") in pairwise(passage.words[verb : clause.end]):
        return None  # "De datum is nog niet bevestigd door BZK": who has not done it yet objects to nothing
    ended = after_ending(passage, clause, found)
    act = ended or _act_of(passage, clause, found, denied=denied)
    if frame.open:
        act = content(passage, verb + 1, end, own | found.used, clause.opener) or act
    if frame.head in words("coloured"):
        act = _feeling(passage, clause, own) or act
    if act == "informeert" and (setting.absent(group) or frame.head in words("evaluating")):
        return None  # "De verslagen worden door DGM beoordeeld": no judgement is told
    beside = (g for g in passage.within(start, end) if g.start in (verb + 1, start) and g != group)
    towards = tuple(c for g in beside for c in g.concepts) if frame.addressee in ("object", "party") else ()
    plain = frame.open and act == frame.act
    named = act if frame.content == "named" and not denied else None
    return Find(
        start,
        end,
        "named",
        group,
        act,
        "agent",
        0.75,
        towards,
        plain=plain,
        manner=frame.manner,
        denied=denied,
        named=ended or named,
        final=ended is not None,
    )


def _act_of(passage: Passage, clause: MainClause, found: Sighting, *, denied: bool) -> Act:
    """The act of a participle's frame, or of its denial."""
    if not denied:
        return found.frame.act
    return left_of_promise(passage, found.frame, clause.start, clause.end) or found.frame.denied


def _says_nothing(passage: Passage, verb: int, group: Group, found: Sighting, *, heard: bool) -> bool:
    """Whether somebody only does something, or has it done to him: "Er wordt veel bij de PRT neergelegd"."""
    if found.frame.manner == "action" and passage.words[verb] in WORDEN:
        return True  # "Voor 2024 wordt een regeling uitgewerkt door BZK": what is done, and no promise
    if found.frame.head in words("signing") and passage.words[verb] in ZIJN:
        return True  # "BAK OEK is ondertekend door VNG en IPO": what is told to be done already
    return (heard and passage.words[group.start - 1] == found.frame.addressee) or _of_noun(passage, group, found.token)


def _is_anothers(passage: Passage, verb: int, group: Group, found: Sighting) -> bool:
    """Whether somebody is the agent of an earlier participle: "wordt gemaakt door IND en vastgesteld door JenV"."""
    before = group.start - 2
    done = before > verb and passage.is_participle(before)
    return done and passage.words[before + 1] == "door" and found.token > group.end


def _of_noun(passage: Passage, group: Group, participle: int) -> bool:
    """Whether somebody does what a noun behind the participle says: "gepleit voor verlenging door het Rijk"."""
    noun = group.start - 2
    named = noun > participle and passage.parts[noun] == "NOUN" and passage.words[noun].endswith(_OF_VERBS)
    return named and passage.words[group.start - 1] == "door"


def _landed(passage: Passage, clause: MainClause, verb: int, start: int, end: int, group: Group) -> Find | None:
    """ "Dat ligt bij VNG gevoelig", "gaat er bij COA niet in": how somebody takes a proposal."""
    if passage.words[verb] not in forms("landing"):
        return None
    own = frozenset(range(group.start, group.end))
    if passage.words[verb] in ("gaat", "gaan", "ging", "gingen"):
        inside = passage.words[clause.end - 1 : clause.end + 1] if passage.words[verb + 1] == "er" else ()
        denied = is_denied(passage, clause.start, clause.end, {verb} | own)
        act: Act | None = None if "in" not in inside else "bezwaar" if denied else "steunt"
    else:
        told = verdicts(passage, clause.start, clause.end, own, JUDGEMENT)
        favourable = bool(told) and told[0].favourable
        lies = passage.words[verb] in ("ligt", "liggen", "lag", "lagen")  # "ligt volledig bij COA" is no praise
        act = None if not told or (favourable and lies) else "steunt" if favourable else "bezwaar"
    return None if act is None else Find(start, end, "named", group, act, "reception", 0.8, manner="attitude")


def _feeling(passage: Passage, clause: MainClause, own: frozenset[int]) -> Act | None:
    """ "wordt met instemming gereageerd": the stance of the noun that goes with a reaction."""
    lower = passage.words
    for k in range(clause.start, clause.end):
        frame = noun_frames().get(lower[k]) if k not in own else None
        before = k - 1 - (passage.parts[k - 1] in ("ADJ", "DET"))
        if frame is not None and frame.act in VERDICTS and lower[before] in ("met", "zonder"):
            return frame.reverse if lower[before] == "zonder" else frame.act
    return None


def _noun_there(passage: Passage, clause: MainClause, verb: int) -> Act | None:
    """ "Vanuit de VNG is er zorg": the act of a noun behind "zijn"."""
    for k in range(verb + 1, clause.end):
        frame = noun_frames().get(passage.words[k])
        if frame is not None and passage.at(k) is None:
            return frame.reverse if is_denied(passage, clause.start, clause.end, {k, verb}) else frame.act
    return None


def _voiced(
    passage: Passage, clause: MainClause, verb: int, start: int, end: int, group: Group, setting: Setting
) -> Find | None:
    """ "Van de zijde van SZW klinkt kritiek", unless somebody else is the subject."""
    here = subject(passage, clause, verb, setting.chair)
    if here is not None and here.kind == "named":
        return None
    what = predicate(passage, clause, verb, end, frozenset(range(group.start, group.end)))
    sounding = passage.words[verb] in forms("sounding")
    act = _noun_there(passage, clause, verb) if sounding else None
    near = sounding and not noun_frames().keys().isdisjoint(passage.words[verb + 1 : verb + 3])
    if act is not None and (near or what is None or what.act == "informeert"):
        return Find(start, end, "named", group, act, "delegate", 0.82)  # "Bij de provincies leeft de wens om …"
    if what is None:
        return None
    made = make(passage, start, end, Subject("named", group, False), what)
    return replace(made, rule="delegate", confidence=0.82)


def participle(passage: Passage, clause: MainClause, verb: int) -> Sighting | None:
    """The frame of the first participle behind the verb, else before it in a clause."""
    for k in (*range(verb + 1, max(clause.end, verb + 1)), *range(clause.start, verb)):
        if passage.at(k) is not None or (passage.parts[k] == "NOUN" and passage.words[k - 1] in words("noun_opener")):
            continue  # "De verslagen worden …" is no form of "verslaan"
        for found in sightings(passage.words, clause.start, clause.end, k):
            if found.form == "participle":
                return found
        if k > verb and passage.words[k + 1 : k + 2] == ("en",) and passage.is_participle(k):
            return None  # "wordt door BZK opgesteld en door MBZK ondertekend": he does not sign it
    return None
