"""Contributions by a noun that names the act: "Oproep CdK om …", "De suggestie van DGM … wordt door VNG omarmd"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from lrtgraph.extraction.grammar.lexicon import WORDEN, words
from lrtgraph.extraction.statements.sentence.groups import Group
from lrtgraph.extraction.statements.sentence.passage import Passage
from lrtgraph.extraction.statements.sentence.placement import subject
from lrtgraph.extraction.statements.sentence.syntax import forms, main_clause, skip
from lrtgraph.extraction.statements.speakers.agents import by_agent
from lrtgraph.extraction.statements.speakers.found import Find, Setting, Who
from lrtgraph.extraction.statements.speakers.sources import by_reception, receives
from lrtgraph.extraction.statements.speakers.subjects import by_subject, tell
from lrtgraph.extraction.statements.speakers.subjects import towards as addressed
from lrtgraph.extraction.statements.speech.lexicon import VERDICTS, SpeechFrame, noun_frames, state_frames
from lrtgraph.extraction.statements.stance.content import content
from lrtgraph.extraction.statements.stance.denial import is_denied
from lrtgraph.extraction.statements.stance.endings import is_past
from lrtgraph.extraction.statements.stance.spoken import SpokenAct
from lrtgraph.records import Act

_BEFORE_NOUN = words("noun_leader")
_OPENS = frozenset({"om", "dat", "of"})
_OWN_ACTS = frozenset({"vraagt", "verzoekt", "bezwaar", "stelt_voor"})
_OCCASION = words("occasion")
_PARTED = ((), (".",), (",",), (";",))
SIDES: Final[dict[str, Act]] = {"tegen": "bezwaar", "voor": "steunt"}


def by_noun(passage: Passage, start: int, end: int, setting: Setting) -> list[Find]:
    """The contribution that an act noun at the head of a sentence names, and another's reaction to it."""
    noun = _noun(passage, start, end)
    if noun is None:
        return []
    frame = noun_frames()[passage.words[noun]]
    if setting.speaking and noun == start and frame.act == "bezwaar" and _is_verb(passage, start, end):
        return []
    owned = _owner(passage, start, noun, end) or _going_on(passage, start, noun, end, setting)
    if owned is None:
        return []
    owner, behind = owned
    told = main_clause(passage, behind, end).opener if behind < end else end
    if is_past(passage, noun, behind, told):
        return []  # "Het bezwaar van IPO is vervallen": it is spoken of
    if frame.act == "zegt_toe" and not words("comes_up").isdisjoint(passage.words[behind:told]):
        return []  # "De toezegging van JenV komt terug in de volgende LRT"
    occasion = passage.words[skip(passage, start, end, ("aanhef",))] in _OCCASION
    titled = behind < end and passage.words[behind] == ":"  # "Zijn smeekbede: …"
    reaction = None if titled else _reaction(passage, behind, end, setting, owner)
    if reaction is None and occasion and frame.act == "antwoordt":
        return []  # "In reactie op VNG …" only leads up to who answers
    if _judges_it(passage, behind, end) or (reaction is None and not occasion and _does(passage, frame, behind, end)):
        return []
    stop = end if reaction is None else reaction.start
    while reaction is not None and stop > start + 1 and passage.words[stop - 1] in (",", "en", "maar"):
        stop -= 1
    act = frame.act
    if reaction is None and not occasion and frame.act == "steunt" and behind < end:
        clause = main_clause(passage, behind, end)
        act = frame.denied if is_denied(passage, behind, clause.end, ()) else act
    act = _coloured(passage, frame, act, range(start, noun), range(behind, stop))
    asked = reaction is not None and reaction.act == "antwoordt" and reaction.group is not None
    towards = reaction.group.concepts if asked and reaction and reaction.group else ()
    who: Who = "named" if owner else "same"
    if owner is not None and not asked:
        own = frozenset({noun, *range(owner.start, owner.end)})
        towards = addressed(passage, start, stop, owner.concepts, SpokenAct(act, frame, own, False))
    one = Find(start, stop, who, owner, act, "nominal", 0.88, towards, again=owner is None)
    if reaction is None:
        return [one]
    return [one, replace(reaction, towards=reaction.towards or (owner.concepts if owner else ()))]


def by_side(passage: Passage, start: int, end: int) -> list[Find]:
    """Who takes which side, as a list of votes has it: "Tegen: VNG.", "Voor: IPO en VB, tegen: Aedes"."""
    found: list[Find] = []
    while start < end and passage.words[start] != ".":
        act = _side(passage.words[start])
        group = passage.starting(start + 2) if passage.words[start + 1 : start + 2] == (":",) else None
        if act is None or group is None or passage.words[group.end : group.end + 1] not in _PARTED:
            return []
        found.append(
            Find(start, group.end, "named", group, act, "verbless", 0.85, manner="attitude", named=act, final=True)
        )
        start = group.end + 1
    return found


def _side(word: str) -> Act | None:
    frames = (noun_frames().get(word), *state_frames().get(word, ())[:1])
    return SIDES.get(word) or next((one.act for one in frames if one is not None and one.act in VERDICTS), None)


def _is_verb(passage: Passage, start: int, end: int) -> bool:
    """ "Verwijt het kabinet dat …": a verb up front, of whoever has the floor; not "Verwijt van VNG dat …"."""
    opener = main_clause(passage, start, end).opener
    named = passage.starting(start + 1)
    return passage.finite[start] and named is not None and passage.words[opener : opener + 1] == ("dat",)


def _judges_it(passage: Passage, behind: int, end: int) -> bool:
    """ "Het aanbod van Aedes is hem zeer welkom": whoever has the floor judges it."""
    being = behind + 1 < end and passage.finite[behind]
    return being and passage.words[behind + 1] in words("object_pronoun")


def _does(passage: Passage, frame: SpeechFrame, behind: int, end: int) -> bool:
    """ "Het aanbod van de gemeenten telt op tot 5.100 plekken": what is named does something, it is spoken of."""
    if behind >= end or not passage.finite[behind] or _names_content(passage.words[behind]):
        return False
    return frame.act not in VERDICTS or passage.words[behind] not in forms("standing")


def _coloured(passage: Passage, frame: SpeechFrame, act: Act, before: range, behind: range) -> Act:
    """The act of a noun by the words before it, and where it is open by those behind: "Positief geluid van CdK"."""
    leading = passage.words[before.start : before.stop]
    if frame.open:
        coloured = next((state_frames()[word][0].act for word in leading if word in state_frames()), None)
        act = coloured or content(passage, behind.start, behind.stop, frozenset(), behind.start) or act
    return act if words("denying").isdisjoint(leading) else frame.reverse  # "Geen bezwaar bij VNG"


def _going_on(passage: Passage, start: int, noun: int, end: int, setting: Setting) -> tuple[None, int] | None:
    """ "De vraag is wie …", "Verzoek is om …": whoever has the floor asks it."""
    frame, lower = noun_frames()[passage.words[noun]], passage.words
    at = skip(passage, noun + 1, min(end, noun + 4), ("between",))
    if not setting.speaking or frame.act not in _OWN_ACTS or at + 1 >= end or lower[at] not in forms("equating"):
        return None
    behind = skip(passage, at + 1, min(end, at + 4), ("between",))
    if frame.act == "stelt_voor" and lower[at + 1] == "dat":
        return None  # "De gedachte is dat …": how a plan is meant
    bare = noun == start
    return (None, at + 1) if bare or lower[behind] in _OPENS | words("wh") | {":"} else None


def _names_content(verb: str) -> bool:
    """Whether a verb behind an act noun leaves the act to it: "De vraag van IPO is wie betaalt", "… wordt herhaald"."""
    return verb in forms("equating") | forms("sounding") | WORDEN


def _agent(passage: Passage, start: int, end: int) -> tuple[Group, int] | None:
    """ "De door IPO opgeworpen vraag": whose it is, and the noun."""
    lower = passage.words
    k = skip(passage, start, min(end, start + 4), ("aanhef", "noun_opener"))
    group = passage.starting(k + 1) if k + 1 < end and lower[k] in ("door", "vanuit") else None
    if group is None:
        return None
    noun = next((n for n in range(group.end, min(end, group.end + 4)) if lower[n] in noun_frames()), None)
    return None if noun is None or any(passage.finite[group.end : noun]) else (group, noun)


def _noun(passage: Passage, start: int, end: int) -> int | None:
    """The act noun that heads a sentence, behind articles, adjectives and the words of an occasion."""
    lower = passage.words
    by = _agent(passage, start, end)
    if by is not None:
        return by[1]
    k = skip(passage, start, min(end, start + 6), ("aanhef", "noun_opener", "possessive", "denying"))
    if k + 2 < end and lower[k] in words("asked") and lower[k + 1] in forms("equating"):
        k = skip(passage, k + 2, min(end, k + 5), ("noun_opener",))  # "Hierop is het antwoord van SJenV dat …"
    while k < end and lower[k] in _BEFORE_NOUN:
        k = skip(passage, k + 1, min(end, k + 5), ("noun_opener", "possessive"))
    while k < end - 1 and passage.parts[k] == "ADJ" and lower[k] not in noun_frames():
        k += 1
    return k if k < end and lower[k] in noun_frames() else None


def _owner(passage: Passage, start: int, noun: int, end: int) -> tuple[Group | None, int] | None:
    """Whose the act noun is (None for a possessive) and where what follows begins; None where it is nobody's."""
    lower = passage.words
    by = _agent(passage, start, end)
    if by is not None:
        return by[0], noun + 1
    if not words("possessive").isdisjoint(lower[start:noun]):
        return None, noun + 1
    at = noun + 1
    if at < end and passage.finite[at] and lower[at] in forms("sounding"):
        at = skip(passage, at + 1, min(end, at + 5), ("between", "denying"))  # "Kritiek komt er van het IPO"
        if lower[at : at + 1] == ("door",):
            return None  # "Dat voorstel is door de VNG verworpen"
    if at + 1 < end and lower[at] in words("back_reference") and lower[at + 1] in words("via"):
        at += 1  # "Instemming hiermee van MBZK"
    if at < end and lower[at] in words("via"):
        at += 1
    group = passage.starting(at) if at < end else None
    return None if group is None else (group, group.end)


def _reaction(passage: Passage, start: int, end: int, setting: Setting, owner: Group | None) -> Find | None:
    """A second speaker's reaction in the same sentence: behind a colon, or from its finite verb on."""
    colon = next((k for k in range(start, end) if passage.words[k] == ":"), None)
    other = None if colon is None else by_subject(passage, colon + 1, end, end, setting)
    if other is not None and other.group is not None and (owner is None or other.group.concepts != owner.concepts):
        return replace(other, start=other.group.start, rule=f"nominal-{other.rule}")
    for verb in range(start, end):
        if (answer := _answer(passage, verb, end)) is not None:
            return answer
        if not passage.finite[verb] and not receives(passage.words[verb]):
            continue
        for pattern in (by_reception, by_agent, _inverted):
            other = pattern(passage, verb, end, setting)
            if other is None or other.group is None or (owner and other.group.concepts == owner.concepts):
                continue
            return replace(other, start=verb, rule=f"nominal-{other.rule}")
    return None


def _answer(passage: Passage, verb: int, end: int) -> Find | None:
    """ "…, is het antwoord van SJenV dat …": a second act noun, with whose it is."""
    lower = passage.words
    noun = skip(passage, verb + 1, min(end, verb + 3), ("noun_opener",))
    if not passage.finite[verb] or lower[verb] not in forms("equating") | forms("sounding") or noun == verb + 1:
        return None
    frame = noun_frames().get(lower[noun]) if noun + 2 < end and lower[noun + 1] in words("via") else None
    group = passage.starting(noun + 2) if frame is not None else None
    if frame is None or group is None:
        return None
    act = (content(passage, group.end, end, frozenset(), group.end) if frame.open else None) or frame.act
    return Find(verb, end, "named", group, act, "nominal", 0.82, manner="attitude")


def _inverted(passage: Passage, verb: int, end: int, setting: Setting) -> Find | None:
    """ "… deelt de VNG niet", "antwoordt SJenV dat …", "moet COA het antwoord schuldig blijven"."""
    clause = main_clause(passage, verb, end)
    here = subject(passage, clause, verb, setting.chair)
    if here is None or here.group is None:
        return None
    return tell(passage, clause, verb, verb, end, here, setting)
