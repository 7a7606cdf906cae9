"""Contributions beside the first of a sentence: in subordinate clauses, together with it, or told or quoted in it."""

from __future__ import annotations

from dataclasses import replace

from lrtgraph.extraction.grammar.lexicon import words
from lrtgraph.extraction.statements.sentence.groups import Group
from lrtgraph.extraction.statements.sentence.passage import Passage
from lrtgraph.extraction.statements.sentence.placement import Subject
from lrtgraph.extraction.statements.sentence.syntax import MainClause, main_clause, skip
from lrtgraph.extraction.statements.speakers.agents import by_agent, by_second_agent
from lrtgraph.extraction.statements.speakers.found import Find, Setting
from lrtgraph.extraction.statements.speakers.subjects import by_subject, make
from lrtgraph.extraction.statements.speech.lexicon import OPPOSITE, noun_frames
from lrtgraph.extraction.statements.stance.acts import predicate
from lrtgraph.records import Act

_TELLING = words("joining_relative")
_RELATIVE = frozenset({"die", "wie"})
_WHO = frozenset({"die", "dat"})
_HOLDING = frozenset({"van", "bij"})
_APPOSED = words("relative") | {"waar", "waarvoor", "waarin", "waarmee", "waarover", "waaraan", "waarop"}
_SETTING_OFF = frozenset({"waar", "terwijl", "hoewel"})
_AS = (("evenals",), ("net", "als"), ("net", "zoals"))


def second_speakers(passage: Passage, found: list[Find], start: int, end: int, setting: Setting) -> list[Find]:
    """ "…, waarop SJenV toezegt dit op te nemen", "…, terwijl Aedes er voorstander van is", "aldus Otten, die vroeg …".

    In: what was found in the sentence so far. Out: the same in order with those that subordinate clauses hold.
    """
    more = []
    if (first := _after(passage, start, end, setting)) is not None:
        more.append(first)
        found = [replace(one, start=max(one.start, first.end)) for one in found if one.end > first.end]
    for k in range(start + 1, end - 2):
        if passage.words[k - 1] != ",":
            continue
        if (taker := _taken_up(passage, k, end, setting)) is not None:
            more.append(taker)
            continue
        group = None
        if passage.words[k] in _TELLING:
            group = passage.starting(skip(passage, k + 1, min(end, k + 4), ("between",)))
        elif passage.words[k] in _RELATIVE:
            group = _told(passage, found, k - 1, end, setting)
        one = None if group is None else _second(passage, group, k, end, setting)
        one = one or _of_holder(passage, k, end, setting)
        if one is not None and not any(other.start in range(k, one.end) for other in found):
            more.append(one)
    more += second_agents(passage, [*found, *more], start, end, setting)
    return sorted([*found, *more], key=lambda one: one.start) if more else found


def second_agents(passage: Passage, found: list[Find], start: int, end: int, setting: Setting) -> list[Find]:
    """ "De oproep wordt door IPO gesteund en door COA afgewezen": agents behind those that were found."""
    more: list[Find] = []
    for k in range(start + 1, end - 2) if found else ():
        if passage.words[k] == ";" or passage.words[k] in words("coordinating"):
            agent = by_second_agent(passage, k, end, setting)
            if agent is not None and all(one.group != agent.group for one in (*found, *more)):
                more.append(agent)
    return more


def _taken_up(passage: Passage, k: int, end: int, setting: Setting) -> Find | None:
    """ "…, een zorg die door CdK wordt gedeeld", "…, een gedachte waar VNG zich in kon vinden"."""
    lower = passage.words
    noun = next((n for n in range(k + 1, min(end, k + 4)) if passage.parts[n] == "NOUN"), None)
    if lower[k] != "een" or noun is None or noun + 3 >= end or lower[noun + 1] not in _APPOSED:
        return None
    relative = noun + 1
    if lower[relative + 1] in ("door", "bij"):
        group = passage.starting(relative + 2)
        one = None if group is None else _received(passage, group, relative, end, setting)
    else:
        group = passage.starting(skip(passage, relative + 1, min(end, relative + 4), ("between",)))
        one = None if group is None else _second(passage, group, relative, end, setting)
    stop = next((n for n in range(noun, end) if lower[n] in (";", ":")), end)
    return None if one is None else replace(one, start=k, end=stop)


def _received(passage: Passage, group: Group, relative: int, end: int, setting: Setting) -> Find | None:
    """ "die door CdK wordt gedeeld", "waarvoor bij IPO begrip bestaat"."""
    verb = next((n for n in range(group.end, end) if passage.finite[n]), None)
    if verb is None:
        return None
    return by_agent(passage, relative + 1, min(end, verb + 4), setting) or by_agent(passage, verb, end, setting)


def _after(passage: Passage, start: int, end: int, setting: Setting) -> Find | None:
    """ "Nadat IPO heeft toegelicht dat …, gaat de vergadering verder": what came first is a contribution too."""
    opener = skip(passage, start, end, ("aanhef",))
    word = passage.words[opener] if opener < end else ""
    group = passage.starting(opener + 1) if word in _SETTING_OFF | {"nadat"} else None
    main = main_clause(passage, start, end)
    if group is None or not main.led:
        return None
    other = passage.starting(main.start + 1)
    if word in _SETTING_OFF and (other is None or other.concepts == group.concepts):
        return None  # "Hoewel VNG dit steunt, vreest zij …"
    return _second(passage, group, opener, main.start, setting)


def _told(passage: Passage, found: list[Find], comma: int, end: int, setting: Setting) -> Group | None:
    """Whom a relative clause tells of that closes the sentence: who told what comes before, or sits at the table.

    "… merkt Otten op, die vroeg …", "Dat punt wordt gemaakt door IPO, die wil weten wanneer …".
    """
    group = passage.ending(comma)
    if group is None or any(passage.words[k] == "," and passage.finite[k + 1] for k in range(comma + 1, end - 1)):
        return None
    own = [one for one in found if one.group == group]
    told = any(one.rule == "aside" for one in own)
    agent = passage.words[group.start - 1 : group.start] == ("door",)
    return group if told or (agent and not setting.absent(group)) else None


def _of_holder(passage: Passage, k: int, end: int, setting: Setting) -> Find | None:
    """ "… de voorwaarde van VNG, die haar steun intrekt": for or against what whose thing it is stands.

    Where more follows behind a comma, the clause may only describe him.
    """
    group = passage.ending(k - 1)
    held = group is not None and passage.words[group.start - 1] in _HOLDING and passage.words[k] in _WHO
    if group is None or not held or setting.absent(group) or "," in passage.words[k:end]:
        return None
    one = _second(passage, group, k, end, setting)
    return one if one is not None and one.act in OPPOSITE else None


def _second(passage: Passage, group: Group, opener: int, end: int, setting: Setting) -> Find | None:
    """What the group does in the clause behind its opener, whose finite verb stands anywhere behind the name."""
    begin = max(group.end, opener + 1)
    stop = next((k for k in range(begin, end) if passage.words[k] in (";", ":")), end)
    inner = next((k for k in range(begin, stop) if passage.words[k] in ("dat", "of")), stop)
    own = frozenset(range(group.start, group.end))
    for verb in range(begin, stop):
        if not passage.finite[verb]:
            continue
        told = predicate(passage, MainClause(opener + 1, max(inner, verb + 1), inner, True), verb, stop, own)
        if told is None or told.frame is None or told.frame.manner == "action":
            continue
        if told.act == "informeert" and (told.frame.manner != "saying" or setting.absent(group)):
            continue
        one = make(passage, opener, end, Subject("named", group, True), told)
        return replace(one, rule="subordinate", confidence=0.75)
    return None


def in_subordinate(passage: Passage, start: int, end: int) -> Find | None:
    """ "… heeft ertoe geleid dat SJenV een brief heeft gestuurd met een dringende oproep aan gemeenten"."""
    lower = passage.words
    for k in range(start, end - 1):
        group = passage.starting(k + 1) if lower[k] == "dat" else None
        if group is None:
            continue
        for n in range(group.end, end):
            frame = noun_frames().get(lower[n])
            if frame is None or frame.act not in ("verzoekt", "bezwaar", "stelt_voor") or frame.head == "aandacht":
                continue
            target = next((g.concepts for g in passage.within(n, end) if lower[g.start - 1] == "aan"), ())
            return Find(start, end, "named", group, frame.act, "embedded", 0.6, target)
    return None


def accompanied(passage: Passage, start: int, end: int, found: list[Find]) -> list[Find]:
    """ "Evenals IPO steunt VNG de HAR", "VNG steunt de HAR, net als IPO": who is for or against it together."""
    own = [one for one in found if one.group is not None]
    if len(own) != 1 or own[0].act not in OPPOSITE or own[0].group is None:
        return found
    lower, speaker = passage.words, own[0].group
    for group in passage.within(start, end):
        first = next(
            (group.start - len(one) for one in _AS if lower[group.start - len(one) : group.start] == one), None
        )
        if first is None or group == speaker:
            continue
        leads = first == start and passage.finite[group.end : group.end + 1] == (True,)
        closes = lower[first - 1] == "," and not any(word[:1].isalnum() for word in lower[group.end : end])
        if leads or closes:
            both, persons = (*speaker.concepts, *group.concepts), (*speaker.persons, *group.persons)
            together = replace(speaker, concepts=both, persons=persons)
            return [replace(one, group=together) if one is own[0] else one for one in found]
    return found


def answered(passage: Passage, found: list[Find]) -> list[Find]:
    """Add a question that is named on the way ("geeft na vragen van IPO aan …"): the contribution answers it."""
    lower = passage.words
    for n, one in enumerate(found):
        for k in range(one.start + 1, one.end - 2):
            asking = lower[k] in ("vraag", "vragen", "verzoek") and lower[k + 1] in words("via")
            asker = passage.starting(k + 2) if asking else None
            if asker is None or asker == one.group:
                continue
            back = k - 1
            while back > one.start and lower[back] in words("noun_opener"):
                back -= 1
            if lower[back] not in ("na", "op", "naar"):
                continue
            if lower[back - 1] == "antwoord" and not words("denying").isdisjoint(lower[one.start : one.end]):
                continue  # "weet het antwoord op de vraag van VNG niet": it is not answered, nor asked again
            asked = one.group.concepts if one.group else ()
            requested = lower[k] == "verzoek"
            told: Act = "verzoekt" if requested else "vraagt"
            question = Find(k, asker.end, "named", asker, told, "in-passing", 0.8, asked, aside=True)
            act: Act = "antwoordt" if one.plain and not requested else one.act
            answer = replace(one, act=act, towards=one.towards or asker.concepts, plain=False)
            return [*found[:n], answer, *found[n + 1 :], question]
    return found


def recalled(passage: Passage, found: list[Find], setting: Setting) -> list[Find]:
    """ "ziet niets in het voorstel van IPO om …": what another asked or proposed, taken up by who reacts to it."""
    lower = passage.words
    more = []
    for one in found:
        for k in range(one.start + 1, one.end - 3):
            group = passage.starting(k + 2) if lower[k + 1] == "van" and lower[k] in words("utterance") else None
            if group is None or group == one.group or setting.absent(group) or lower[group.end] != "om":
                continue
            stop = next((n + 2 for n in range(group.end, one.end - 1) if lower[n] == "te"), None)
            frame = noun_frames().get(lower[k])
            if stop is not None and frame is not None and frame.act in ("stelt_voor", "verzoekt"):
                first = k - (lower[k - 1] in words("noun_opener"))
                more.append(Find(first, stop, "named", group, frame.act, "recalled", 0.75, aside=True))
    return more


def quoted(passage: Passage, found: list[Find], end: int, setting: Setting) -> list[Find]:
    """ "DGSZI brengt in: werkgevers klagen over …": behind the colon somebody else is quoted."""
    more = []
    for one in found:
        colon = next((k for k in range(one.start, one.end) if passage.words[k] == ":"), None)
        if colon is None or colon + 2 >= one.end:
            continue
        inner = by_subject(passage, colon + 1, one.end, end, replace(setting, speaking=True))
        if inner is None or inner.group is None or inner.manner != "saying":
            continue
        if one.group is None or not set(inner.group.concepts) & set(one.group.concepts):
            more.append(replace(inner, aside=True, rule="quoted", confidence=0.7))
    return more
