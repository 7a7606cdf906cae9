"""Contributions that an aside attributes: "…, aldus de VNG", "…, zo is de klacht van VNG"."""

from __future__ import annotations

from lrtgraph.extraction.grammar.lexicon import WORDEN, words
from lrtgraph.extraction.grammar.tokens import VERBAL, first_finite
from lrtgraph.extraction.statements.sentence.passage import Passage
from lrtgraph.extraction.statements.sentence.placement import Subject, attribution, noun_aside, subject
from lrtgraph.extraction.statements.sentence.syntax import MainClause, forms, skip
from lrtgraph.extraction.statements.speakers.found import Find, Setting, Who
from lrtgraph.extraction.statements.speech.lexicon import noun_frames
from lrtgraph.extraction.statements.stance.acts import predicate
from lrtgraph.extraction.statements.stance.content import content
from lrtgraph.extraction.statements.stance.evaluation import JUDGEMENT, verdicts
from lrtgraph.extraction.statements.stance.reported import of_another
from lrtgraph.extraction.statements.stance.spoken import SpokenAct
from lrtgraph.records import Act

_NAMING = frozenset({"aldus", "dixit"})
_PARTING = frozenset({",", "(", "–", "-"})


def in_aside(passage: Passage, start: int, end: int, setting: Setting) -> Find | None:
    """ "…, aldus de VNG.", "…, zo betoogt hij, …", "…, becijfert mevrouw Steenuil"."""
    lower = passage.words
    for k in range(start, end):
        if lower[k] not in _NAMING and (k == start or lower[k - 1] not in _PARTING):
            continue
        if (agent := _agent_aside(passage, start, k, end)) is not None:
            return agent
        here = _teller(passage, start, k, end, setting)
        if here is None:
            own_act = _own_aside(passage, start, k, end) if setting.speaking else None
            if (named := _named_aside(passage, start, k, end) or own_act) is not None:
                return named
            continue
        own = frozenset(range(here.group.start, here.group.end)) if here.group else frozenset()
        stop = next((n for n in range(max(k, *own) if own else k, end) if passage.words[n] in (",", ".", ";")), end)
        told = _attributed(passage, k, stop, own)
        fixed = told is not None and told.frame is not None and (told.act == "vraagt" or not told.frame.open)
        act = None if fixed else _judged(passage, start, k, told) or content(passage, start, end, own, start)
        if told is not None and told.act != "informeert":
            act = act or told.act
        who: Who = "named" if here.kind == "named" else "chair" if here.kind == "chair" else "same"
        if k > start and of_another(passage, start, k - 1, here.group, setting.chair, predicate):
            return Find(start, end, who, here.group, "informeert", "aside", 0.85, named="informeert", final=True)
        asked = "?" in passage.words[end - 1 : end + 1] or _asks(passage, start, k, end)
        act = "vraagt" if asked else act
        again, plain = who == "same", act is None
        return Find(
            start, end, who, here.group, act or "informeert", "aside", 0.85, again=again, plain=plain, told=not fixed
        )
    return None


def _judged(passage: Passage, start: int, end: int, told: SpokenAct | None) -> Act | None:
    """ "Goed plan, vindt SZW": what comes before a verb of judgement is for or against."""
    if told is None or told.frame is None or told.frame.head not in words("evaluating"):
        return None
    if any(passage.finite[start:end]):
        return None  # "De gemeenten hebben genoeg gedaan, vindt VNG"
    judged = next(iter(verdicts(passage, start, end, frozenset(), JUDGEMENT)), None)
    return None if judged is None else "steunt" if judged.favourable else "bezwaar"


def _agent_aside(passage: Passage, start: int, k: int, end: int) -> Find | None:
    """ "…, zo wordt door MVRO in herinnering gebracht", "…, zo werd door haar beklemtoond, …"."""
    lower = passage.words
    if k == start or k + 4 >= end or lower[k] != "zo" or lower[k + 1] not in WORDEN or lower[k + 2] != "door":
        return None
    group, same = passage.starting(k + 3), lower[k + 3] in words("object_pronoun")
    if group is None and not same:
        return None
    act = content(passage, start, k, frozenset(), start)
    who: Who = "named" if group else "same"
    told = act or "informeert"
    return Find(start, end, who, group, told, "aside", 0.8, plain=act is None, again=same, told=True)


def _named_aside(passage: Passage, start: int, k: int, end: int) -> Find | None:
    """ "…, zo is de klacht van VNG", "…, klinkt het bij Aedes": a noun tells the act, or the content does."""
    named = noun_aside(passage, k, end) if k > start and passage.words[k - 1] == "," else None
    if named is None:
        return None
    group, frame = named
    act = content(passage, start, k, frozenset(), start) if frame is None or frame.open else frame.act
    told = act or (frame.act if frame else "informeert")
    return Find(start, end, "named", group, told, "aside", 0.8, plain=act is None, told=frame is None)


def _own_aside(passage: Passage, start: int, k: int, end: int) -> Find | None:
    """ "…, luidt het dringende verzoek", "…, is zijn advies": a noun tells the act of whoever has the floor."""
    lower = passage.words
    if k <= start + 1 or lower[k - 1] != "," or lower[k] not in forms("equating") or not passage.finite[k]:
        return None
    noun = skip(passage, k + 1, min(end, k + 4), ("noun_opener", "possessive"))
    noun += noun < end and lower[noun] not in noun_frames()  # "het dringende verzoek"
    frame = noun_frames().get(lower[noun]) if k + 1 < noun < end else None
    if frame is None or any(word[:1].isalnum() for word in lower[noun + 1 : end]):
        return None
    act = (content(passage, start, k, frozenset(), start) if frame.open else None) or frame.act
    return Find(start, end, "same", None, act, "aside", 0.8, again=True, named=act if not frame.open else None)


def _asks(passage: Passage, start: int, aside: int, end: int) -> bool:
    """Whether what is told has the order of a question, its mark or not: "Kan COA dat garanderen, aldus VNG"."""
    opens = passage.finite[start] and passage.parts[start] in VERBAL and passage.words[start] != "mocht"
    return opens and "dan" not in passage.words[start:end] and not any(passage.finite[start + 1 : aside])


def _attributed(passage: Passage, start: int, end: int, own: frozenset[int]) -> SpokenAct | None:
    """The predicate of an aside: "zo wil VNG weten", "reageert DGM"; None for "aldus DGM"."""
    verb = first_finite(passage.finite, start, end)
    return None if verb is None else predicate(passage, MainClause(verb, end, end, True), verb, end, own)


def _teller(passage: Passage, start: int, k: int, end: int, setting: Setting) -> Subject | None:
    """Who is said to tell it, in an aside that begins at `k`."""
    lower = passage.words
    before = lower[k - 1] if k > start else ","
    so = k > start and lower[k] == "zo" and k + 1 < end and passage.finite[k + 1] and before in _PARTING
    if lower[k] in _NAMING or so:
        return _inverted(passage, k, k + 1 if so else k, end, setting)
    if before != "," or k <= start + 1 or not passage.finite[k]:
        return None
    here = attribution(passage, k, end, setting.chair)
    return None if here is None or (here.kind == "anaphor" and not setting.speaking) else here


def _inverted(passage: Passage, k: int, verb: int, end: int, setting: Setting) -> Subject | None:
    here = subject(passage, MainClause(k, end, end, True), verb, setting.chair)
    return here if here is not None and here.inverted else None
