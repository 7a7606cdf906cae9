"""Contributions whose speaker is no subject: agents of passives, sources, names in asides."""

from __future__ import annotations

from dataclasses import replace

from lrtgraph.extraction.statements.acts import Predicate, is_denied, predicate
from lrtgraph.extraction.statements.content import content
from lrtgraph.extraction.statements.contribution import Find, Setting, Who
from lrtgraph.extraction.statements.lexicon import Sighting, noun_frames, sightings
from lrtgraph.extraction.statements.passage import Group, Passage, words
from lrtgraph.extraction.statements.placement import Subject, attribution, noun_aside, subject
from lrtgraph.extraction.statements.subjects import make
from lrtgraph.extraction.statements.syntax import Clause, forms, main_clause, main_level, skip
from lrtgraph.extraction.verbs import FUTURE, MODAL, WORDEN, ZIJN
from lrtgraph.records import Act

_PLANNED = frozenset({"wordt", "worden", "vervalt", "vervallen"})
_SIDES = frozenset({"zijde", "kant", "hoek", "gelederen", "kring", "kringen"})
_OF_SIDE = ("-zijde", "-kant", "-hoek")
_FOR = frozenset({"vanuit", "namens", "bij", "onder", "binnen"})
_HELD_BY = frozenset({"van", "bij", "door", "onder", "vanuit"})
_TOPIC_FIRST = frozenset({"bij", "er", "daarover", "hierover"})


def by_agent(passage: Passage, start: int, end: int, setting: Setting) -> Find | None:
    """ "wordt door de VNG afgewezen", "Namens JenV wordt verzocht", "Van de zijde van SZW klinkt kritiek"."""
    main = main_clause(passage, start, end)
    clause = Clause(start, end if passage.words[start] == "dat" else main.end, main.opener, False)
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
        if marker not in _FOR | {"door"} and not side:
            continue
        sounding = passage.words[verb] in forms("sounding")
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


def _clipped(passage: Passage, clause: Clause, start: int, end: int, setting: Setting) -> Find | None:
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
    passage: Passage, clause: Clause, verb: int, group: Group, start: int, end: int, setting: Setting
) -> Find | None:
    """ "Dat verzoek zal door SJenV worden overgebracht": who will do it promises it."""
    lower = passage.words
    agent = group.start > start and lower[group.start - 1] == "door" and not setting.absent(group)
    if not agent or "worden" not in lower[verb:end] or participle(passage, clause, verb) is not None:
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
    passage: Passage, clause: Clause, verb: int, start: int, end: int, group: Group, setting: Setting, *, heard: bool
) -> Find | None:
    """The act of a participle that somebody is the agent of, or of a noun that is there from his side."""
    found = participle(passage, clause, verb)
    if found is None:
        act = _noun_there(passage, clause, verb) if heard else None
        return Find(start, end, "named", group, act, "delegate", 0.82) if act else None
    frame = found.frame
    own = frozenset(range(group.start, group.end))
    denied = is_denied(passage, clause.start, clause.end, found.used | {verb} | own)
    act = frame.denied if denied else frame.act
    if frame.open:
        act = content(passage, verb + 1, end, own | found.used, clause.opener) or act
    if frame.head in words("coloured"):
        act = _feeling(passage, clause, own) or act
    if act == "informeert" and (setting.absent(group) or frame.head in words("evaluating")):
        return None  # "De verslagen worden door DGM beoordeeld": no judgement is told
    towards: tuple[str, ...] = ()
    if frame.addressee == "object":
        towards = tuple(
            c for g in passage.within(start, end) if g.start in (verb + 1, start) and g != group for c in g.concepts
        )
    plain = frame.open and act == frame.act
    return Find(
        start, end, "named", group, act, "agent", 0.75, towards, plain=plain, manner=frame.manner, denied=denied
    )


def _feeling(passage: Passage, clause: Clause, own: frozenset[int]) -> Act | None:
    """ "wordt met instemming gereageerd": the stance of the noun that goes with a reaction."""
    lower = passage.words
    for k in range(clause.start, clause.end):
        frame = noun_frames().get(lower[k]) if k not in own else None
        before = k - 1 - (passage.doc[k - 1].pos_ in ("ADJ", "DET"))
        if frame is not None and frame.act in ("steunt", "bezwaar") and lower[before] in ("met", "zonder"):
            return frame.reverse if lower[before] == "zonder" else frame.act
    return None


def _noun_there(passage: Passage, clause: Clause, verb: int) -> Act | None:
    """ "Vanuit de VNG is er zorg": the act of a noun behind "zijn"."""
    for k in range(verb + 1, clause.end):
        frame = noun_frames().get(passage.words[k])
        if frame is not None and passage.at(k) is None:
            return frame.reverse if is_denied(passage, clause.start, clause.end, {k, verb}) else frame.act
    return None


def _voiced(
    passage: Passage, clause: Clause, verb: int, start: int, end: int, group: Group, setting: Setting
) -> Find | None:
    """ "Van de zijde van SZW klinkt kritiek", unless somebody else is the subject."""
    here = subject(passage, clause, verb, setting.chair)
    if here is not None and here.kind == "named":
        return None
    what = predicate(passage, clause, verb, end, frozenset(range(group.start, group.end)))
    act = _noun_there(passage, clause, verb) if passage.words[verb] in forms("sounding") else None
    if act is not None and (what is None or what.act == "informeert"):
        return Find(start, end, "named", group, act, "delegate", 0.82)  # "Bij de provincies leeft de wens om …"
    if what is None:
        return None
    made = make(passage, start, end, Subject("named", group, False), what)
    return replace(made, rule="delegate", confidence=0.82)


def participle(passage: Passage, clause: Clause, verb: int) -> Sighting | None:
    """The frame of the first participle behind the verb, else before it in a clause."""
    for k in (*range(verb + 1, max(clause.end, verb + 1)), *range(clause.start, verb)):
        if passage.at(k) is not None or (passage.doc[k].pos_ == "NOUN" and passage.words[k - 1] in words("determiner")):
            continue  # "De verslagen worden …" is no form of "verslaan"
        for found in sightings(passage.words, clause.start, clause.end, k):
            if found.form == "participle":
                return found
    return None


def by_reception(passage: Passage, start: int, end: int, setting: Setting) -> Find | None:
    """ "kan niet op instemming van mw. Ottersloot rekenen", "stuit op verzet van VNG", "roept bij IPO vragen op"."""
    lower = passage.words
    if not any(receives(word) for word in lower[start:end]):
        return None
    for k in range(start, end):
        ill = lower[k] in words("received_ill")
        group = (
            (_holder(passage, k, end) or _fronted(passage, start, k)) if ill or lower[k] in words("received") else None
        )
        if group is None:
            continue
        frame = noun_frames().get(lower[k])
        act: Act = "bezwaar" if ill else frame.act if frame else "steunt"
        if is_denied(passage, start, main_clause(passage, start, end).end, {k}):
            act = "bezwaar" if act == "steunt" else "steunt"
        return Find(start, end, "named", group, act, "reception", 0.85)
    return None


def _holder(passage: Passage, k: int, end: int) -> Group | None:
    """Who meets something with the noun at `k`: "verzet van VNG", "bij VNG op veel weerstand", "bij VNG vragen"."""
    lower = passage.words
    if k + 2 < end and lower[k + 1] in _HELD_BY:
        return passage.starting(k + 2)
    while k > 1 and passage.ending(k) is None and passage.doc[k - 1].pos_ in ("ADJ", "DET", "NUM"):
        k -= 1
    group = passage.ending(k - 1) if lower[k - 1] in ("op", "tot") else passage.ending(k)
    return group if group is not None and lower[group.start - 1 : group.start] == ("bij",) else None


def _fronted(passage: Passage, start: int, k: int) -> Group | None:
    """Who meets something, up front: "Bij mw. Spierings wekt die becijfering verbazing"."""
    first = skip(passage, start, k, ("aanhef",))
    group = passage.starting(first + 1) if passage.words[first] == "bij" and first + 1 < k else None
    return group if group is not None and group.end < k and receives(passage.words[group.end]) else None


def receives(word: str) -> bool:
    """Whether a verb says what something meets with.

    >>> receives("stuit"), receives("meldt")
    (True, False)
    """
    return word in forms("receiving") or word in words("receiving")


def by_source(passage: Passage, start: int, end: int, setting: Setting) -> Find | None:
    """ "Volgens dhr. Lubberding verandert er niets", "Wat IPO betreft volstaat het toezicht"."""
    lower = passage.words
    first = skip(passage, start, end, ("aanhef",))
    for k in range(first, end - 2):
        group = None
        if lower[k] == "volgens":
            group = passage.starting(k + 1) or _reported_by(passage, k + 1, end)
        elif lower[k] == "wat" and k == first:
            group = passage.starting(k + 1)
            group = group if group and group.end < end and lower[group.end] in ("betreft", "aangaat") else None
        elif lower[k : k + 3] == ("als", "het", "aan") and k == first:
            group = passage.starting(k + 3)
            group = group if group and group.end < end and lower[group.end] == "ligt" else None
        elif lower[k] == "voor" and k == first + 1 and passage.doc[first].pos_ in ("ADJ", "ADV"):
            if weighed := _weighed(passage, k, end, setting, start):
                return replace(weighed, start=start)
        elif lower[k] == "voor" and k == first:
            if weighed := _weighed(passage, k, end, setting):
                return replace(weighed, start=start)
            return None
        elif lower[k] == "voor" and lower[k - 1] in forms("copula"):
            if weighed := _held(passage, start, k, end, setting):
                return weighed
        elif lower[k] == "uit" and k == first:
            group = _presented(passage, k + 1, end)
        elif lower[k] in words("view") and lower[k + 1] == "van" and any(w in ("naar", "in") for w in lower[k - 2 : k]):
            group = passage.starting(k + 2)  # "naar het oordeel van", "in de ogen van"
        own = group is None and _own_view(passage, k)
        if group is not None or (own and setting.speaking):
            begin = start if own or group is None or k > first else group.end
            act = content(passage, begin, end, frozenset(), end)
            if act is None and lower[k] == "als":
                act = "stelt_voor"  # "Als het aan VB ligt, gaat …"
            if act is None and lower[k] == "wat" and any(w in _PLANNED for w in lower[begin : begin + 2]):
                act = "stelt_voor"  # "Wat VNG betreft wordt de bonus omgezet"
            who: Who = "same" if own else "named"
            if act is None and _is_question(passage, start, k):
                act = "vraagt"
            plain = act is None
            return Find(
                start,
                end,
                who,
                group,
                act or "informeert",
                "according-to",
                0.75,
                plain=plain,
                again=own,
                manner="attitude",
                told=True,
            )
    return None


def _is_question(passage: Passage, start: int, end: int) -> bool:
    """ "Die vraag leeft volgens VNG bij menige wethouder": the subject is a question."""
    noun = skip(passage, start, end, ("aanhef", "determiner"))
    return noun > start and noun + 1 < end and passage.words[noun] == "vraag" and passage.finite[noun + 1]


def _reported_by(passage: Passage, start: int, end: int) -> Group | None:
    """ "Volgens de cijfers van de provincie …": whose figures they are."""
    noun = skip(passage, start, min(end, start + 3), ("determiner",))
    figures = noun + 2 < end and passage.words[noun] in words("figures") and passage.words[noun + 1] in words("via")
    return passage.starting(noun + 2) if figures else None


def _weighed(passage: Passage, k: int, end: int, setting: Setting, start: int | None = None) -> Find | None:
    """ "Voor VNG is dit onacceptabel", "Belangrijk voor Aedes is dat …": only where it is judged, from `start` on."""
    group = passage.starting(k + 1)
    if group is None or group.end >= end or passage.words[group.end] not in forms("weighing"):
        return None
    if setting.absent(group) or words("crowd").intersection(group.concepts):
        return None
    act = content(passage, group.end if start is None else start, end, frozenset(), end)
    return None if act is None else Find(k, end, "named", group, act, "according-to", 0.8, manner="attitude")


def _held(passage: Passage, start: int, k: int, end: int, setting: Setting) -> Find | None:
    """ "Die termijn is voor VNG onaanvaardbaar", "Wie betaalt, is voor Aedes de vraag": a judgement right behind."""
    group = passage.starting(k + 1)
    if group is None or group.end >= end or setting.absent(group) or words("crowd").intersection(group.concepts):
        return None
    last = main_clause(passage, start, end).end
    behind = range(group.end, last if last > group.end else end)
    frame = next((noun_frames()[passage.words[n]] for n in behind if passage.words[n] in noun_frames()), None)
    act = content(passage, group.end, end, frozenset(), end) or (frame.act if frame else None)
    return None if act is None else Find(start, end, "named", group, act, "according-to", 0.75, manner="attitude")


def _presented(passage: Passage, start: int, end: int) -> Group | None:
    """ "Uit de door COA gepresenteerde cijfers blijkt dat …", "Uit de cijfers van IPO volgt …": whose they are."""
    lower = passage.words
    verb = next((k for k in range(start, end) if lower[k] in forms("showing")), start)
    if words("figures").isdisjoint(lower[start:verb]):
        return None
    owned = words("via") | words("relative_link")
    return next((g for g in passage.within(start, verb) if lower[g.start - 1] in owned), None)


def _own_view(passage: Passage, k: int) -> bool:
    """ "volgens haar", "naar zijn oordeel": whoever spoke before thinks so."""
    lower = passage.words
    if lower[k] == "wat":
        return lower[k + 1] in words("object_pronoun") and lower[k + 2] in ("betreft", "aangaat")
    if lower[k] == "volgens":
        return lower[k + 1] in words("object_pronoun") and passage.doc[k + 2].pos_ not in ("NOUN", "ADJ")
    return lower[k] in ("naar", "in") and lower[k + 1] in words("possessive") and lower[k + 2] in words("view")


def in_aside(passage: Passage, start: int, end: int, setting: Setting) -> Find | None:
    """ "…, aldus de VNG.", "…, zo betoogt hij, …", "…, becijfert mevrouw Steenuil"."""
    for k in range(start, end):
        here = _teller(passage, start, k, end, setting)
        if here is None:
            if (named := _named_aside(passage, start, k, end)) is not None:
                return named
            continue
        own = frozenset(range(here.group.start, here.group.end)) if here.group else frozenset()
        stop = next((n for n in range(max(k, *own) if own else k, end) if passage.words[n] in (",", ".", ";")), end)
        told = _attributed(passage, k, stop, own)
        fixed = told is not None and told.frame is not None and (told.act == "vraagt" or not told.frame.open)
        act = None if fixed else content(passage, start, end, own, start)
        if told is not None and told.act != "informeert":
            act = act or told.act
        asked = "?" in passage.words[end - 1 : end + 1] or _asks(passage, start, k, end)
        act = "vraagt" if asked else act
        who: Who = "named" if here.kind == "named" else "chair" if here.kind == "chair" else "same"
        again, plain = who == "same", act is None
        return Find(
            start, end, who, here.group, act or "informeert", "aside", 0.85, again=again, plain=plain, told=not fixed
        )
    return None


def _named_aside(passage: Passage, start: int, k: int, end: int) -> Find | None:
    """ "…, zo is de klacht van VNG", "…, klinkt het bij Aedes": a noun tells the act, or the content does."""
    named = noun_aside(passage, k, end) if k > start and passage.words[k - 1] == "," else None
    if named is None:
        return None
    group, frame = named
    act = content(passage, start, k, frozenset(), start) if frame is None or frame.open else frame.act
    told = act or (frame.act if frame else "informeert")
    return Find(start, end, "named", group, told, "aside", 0.8, plain=act is None, told=frame is None)


def _asks(passage: Passage, start: int, aside: int, end: int) -> bool:
    """Whether what is told has the order of a question, its mark or not: "Kan COA dat garanderen, aldus VNG"."""
    opens = passage.finite[start] and passage.doc[start].pos_ in ("AUX", "VERB") and passage.words[start] != "mocht"
    return opens and "dan" not in passage.words[start:end] and not any(passage.finite[start + 1 : aside])


def _attributed(passage: Passage, start: int, end: int, own: frozenset[int]) -> Predicate | None:
    """The predicate of an aside: "zo wil VNG weten", "reageert DGM"; None for "aldus DGM"."""
    verb = next((k for k in range(start, end) if passage.finite[k]), None)
    return None if verb is None else predicate(passage, Clause(verb, end, end, True), verb, end, own)


def _teller(passage: Passage, start: int, k: int, end: int, setting: Setting) -> Subject | None:
    """Who is said to tell it, in an aside that begins at `k`."""
    lower = passage.words
    before = lower[k - 1] if k > start else ","
    so = k > start and lower[k] == "zo" and k + 1 < end and passage.finite[k + 1] and before in (",", "(", "–", "-")
    if lower[k] in ("aldus", "dixit") or so:
        return _inverted(passage, k, k + 1 if so else k, end, setting)
    if before != "," or k <= start + 1 or not passage.finite[k]:
        return None
    here = attribution(passage, k, end, setting.chair)
    return None if here is None or (here.kind == "anaphor" and not setting.speaking) else here


def _inverted(passage: Passage, k: int, verb: int, end: int, setting: Setting) -> Subject | None:
    here = subject(passage, Clause(k, end, end, True), verb, setting.chair)
    return here if here is not None and here.inverted else None
