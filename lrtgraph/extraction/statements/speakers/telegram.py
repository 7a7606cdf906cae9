"""Contributions in the clipped style of minutes: labels, no verb, no agent; and guesses where the lexicon is silent."""

from __future__ import annotations

from dataclasses import replace

from lrtgraph.extraction.grammar.lexicon import HEBBEN, WORDEN, ZIJN, words
from lrtgraph.extraction.grammar.tokens import first_finite
from lrtgraph.extraction.statements.sentence.groups import NOBODY, Group
from lrtgraph.extraction.statements.sentence.joints import pieces
from lrtgraph.extraction.statements.sentence.passage import ARROWS, Passage
from lrtgraph.extraction.statements.sentence.placement import subject
from lrtgraph.extraction.statements.sentence.syntax import forms, is_acted_on, main_clause, skip
from lrtgraph.extraction.statements.speakers.agents import participle
from lrtgraph.extraction.statements.speakers.found import Find, Setting, Who
from lrtgraph.extraction.statements.speakers.subjects import by_nobody, by_subject, towards
from lrtgraph.extraction.statements.speech.lexicon import Sighting, noun_frames
from lrtgraph.extraction.statements.stance.content import bids, content, running
from lrtgraph.extraction.statements.stance.denial import is_denied
from lrtgraph.extraction.statements.stance.endings import dropped
from lrtgraph.extraction.statements.stance.spoken import SpokenAct
from lrtgraph.extraction.statements.stance.states import state
from lrtgraph.records import Act

_DASHES = frozenset({"-", "–", "—"})
_PARTING = frozenset({":", "|"})
_RELATIVE = frozenset({"die", "waar", "wie"})
_SOFT = frozenset({None, "bezwaar", "zegt_toe"})  # acts that the words behind a label leave open: they may answer
_JUDGED = 3  # the weight of words that judge: a shortage behind an unknown verb may be its object
_BESIDE = 7  # tokens between a speaker and the colon of his label
_SUBJECT = 12  # tokens of the subject in a label
_REACTING = frozenset({"steunt", "antwoordt", "zegt_toe"})
_ASKING = frozenset({"vraagt", "verzoekt", "bezwaar"})
_CALLING = frozenset({"verzoekt", "stelt_voor"})  # acts that may go on with whom they are put to
_TURNS = frozenset({"antwoordt", "informeert"})  # what a noun before a speaker may call all that he says
_AGENTLESS = frozenset({"wordt", "worden", "werd", "werden"})


def by_label(passage: Passage, start: int, end: int, setting: Setting) -> list[Find]:
    """ "MBZK: …", "Het IPO - onderschrijft …", "COA over de HAR: …": all that follows is the label's."""
    first = skip(passage, start, end, ("aanhef",))
    turn, speaker = _turn(passage, first, end)
    group = passage.starting(speaker)
    mark = _mark(passage, group.end, end - 1) if group is not None else None
    if group is None or mark is None or (turn is not None and mark > group.end):
        return []
    if setting.stance is not None and passage.words[mark - 1] in words("verdict") - words("label_adverb"):
        return []  # "VNG is tegen. IPO wel: …"
    found: list[Find] = []
    parts = pieces(passage, mark + 1, end)
    others = _others(passage, parts, end, group, setting)
    for index, (a, b) in enumerate(parts):
        if a in others:
            found.append(others[a])
            continue
        told_by = next((one.group for one in reversed(found) if one in others.values()), None) or group
        one = _remark(passage, a, b, end, told_by, setting, first=index == 0)
        if one is not None and one.who == "same":
            one = replace(one, who="named", group=told_by)
        if found and (one is None or (one.again and one.act == found[-1].act)):
            found[-1] = replace(found[-1], end=b)
        elif one is not None:
            found.append(one)
    if len(found) == 1 and found[0].plain and found[0].act == "informeert":
        act = content(passage, mark + 1, end, frozenset(), end)
        found[0] = replace(found[0], act=act or turn or "informeert", plain=act in _SOFT)
    if found and turn == "antwoordt" and found[0].plain and found[0].act == "zegt_toe":
        found[0] = replace(found[0], act=turn)  # "Reactie BZK: dit wordt meegenomen"
    if found:
        found[0] = replace(found[0], start=first, again=False, rule="label")
    return [replace(one, who="named", group=group) if one is found[0] else one for one in found]


def _others(
    passage: Passage, parts: list[tuple[int, int]], end: int, group: Group, setting: Setting
) -> dict[int, Find]:
    """What others say behind the semicolons of a label, by where it begins: "VNG: te laat; IPO herkent dat; COA …".

    One alone may be spoken of ("VNG: wij leveren; COA wil niet"), unless his verb is one of saying.
    """
    found: dict[int, Find] = {}
    for a, b in parts[1:]:
        other = passage.starting(a) if passage.words[a - 1] == ";" else None
        if other is None or other.concepts == group.concepts or is_crowd(other):
            continue
        if setting.listed and not _can_speak(other, setting):
            continue
        if passage.finite[other.end : other.end + 1] == (True,):
            told = by_subject(passage, a, b, end, replace(setting, speaking=False))
            found[a] = told or Find(a, b, "named", other, "informeert", "label", 0.6, plain=True)
    said = any(one.manner == "saying" and one.rule == "subject" for one in found.values())
    return found if said or len(found) > 1 else {}


def _turn(passage: Passage, first: int, end: int) -> tuple[Act | None, int]:
    """ "Reactie van IPO: …": what a noun calls a label that leaves open how its speaker stands, and where he begins."""
    frame = noun_frames().get(passage.words[first]) if first + 2 < end else None
    if frame is None or frame.act not in _TURNS:
        return None, first
    return frame.act, first + 1 + (passage.words[first + 1] in words("via"))


def in_brackets(passage: Passage, start: int, end: int, setting: Setting) -> Find | None:
    """A speaker behind a remark: "Wie bewaakt dat? (Aedes)", "Het tempo blijft te laag (DGM).", "Ja, mits (BZK).".

    Of the many that it speaks for it may tell: "Gemeenten willen best (VNG)."
    """
    lower = passage.words
    last = next((k for k in range(end - 1, start, -1) if lower[k] not in (".", "?", ";")), start)
    group = passage.ending(last) or passage.ending(last + 1)
    if lower[last] != ")" or group is None or group.start <= start + 1 or not _can_speak(group, setting):
        return None
    if "(" not in lower[group.start - 1 : group.start + 1] or setting.label is not None or setting.concluded:
        return None
    asks, answers = "?" in lower[max(start, group.start - 2) : end], lower[start] in words("yes_or_no")
    told = range(start, group.start)
    task = not words("listed_task").isdisjoint(lower[start:end])  # "Actie 4 loopt nog (BZK)": whose task it is
    said = answers or any(passage.finite[k] for k in told)
    others = (other for other in passage.within(start, group.start - 1) if is_crowd(group) or not is_crowd(other))
    if not asks and (task or not said or any(others)):
        return None
    act = "vraagt" if asks else "antwoordt" if answers else content(passage, start, group.start, frozenset(), start)
    return Find(start, end, "named", group, act or "informeert", "label", 0.7, plain=act is None)


def labels_all(passage: Passage, setting: Setting) -> Group | None:
    """Whose label is all there is of a paragraph, over what stands nested below it: "COA:", "COA, vooruitblik:"."""
    end = len(passage.words)
    group = passage.starting(skip(passage, 0, end, ("aanhef",)))
    if group is None or not _can_speak(group, setting) or passage.words[-1] != ":":
        return None
    beside = passage.words[group.end] == "," and end - group.end <= _BESIDE and not any(passage.finite[group.end : end])
    return group if beside or _mark(passage, group.end, end) == end - 1 else None


def heads_all(passage: Passage, setting: Setting) -> Group | None:
    """Whose name is all there is of a head, over what he says: "VNG"; without a list he is at the table."""
    end = len(passage.words)
    group = passage.starting(skip(passage, 0, end, ("aanhef",))) if end else None
    if group is None or group.end < end:
        return None
    unlisted = not setting.listed and not is_crowd(group)
    return group if unlisted or _can_speak(group, setting) else None


def _mark(passage: Passage, k: int, end: int) -> int | None:
    """Where the colon or dash stands that closes a label whose speaker ends at `k`; it may name the subject first."""
    lower = passage.words
    if (beside := _beside(passage, k, end)) is not None:
        return beside
    if k < end and lower[k] in words("subject_marker"):
        colon = next((n for n in range(k + 1, min(end, k + _SUBJECT)) if lower[n] == ":" or passage.finite[n]), None)
        return colon if colon is not None and lower[colon] == ":" else None
    if k < end and lower[k] in _DASHES:
        return k if _opens_remark(passage, k, end) else None
    return k if k < end and (lower[k] in _PARTING or lower[k] in ARROWS) else None


def _beside(passage: Passage, k: int, end: int) -> int | None:
    """The colon behind how or to whom somebody speaks: "COA hierop: …", "VNG aan VB: …", "IND per mail: …"."""
    lower = passage.words
    colon = next((n for n in range(k, min(end, k + _BESIDE)) if lower[n] == ":"), None)
    if colon is None or colon == k or any(passage.finite[k:colon]):
        return None
    if lower[k] in ("aan", "tegen"):
        spoken_to = passage.starting(k + 1)
        return colon if spoken_to is not None and spoken_to.end == colon else None
    return colon if all(lower[n] in words("label_adverb", "between") for n in range(k, colon)) else None


def _opens_remark(passage: Passage, dash: int, end: int) -> bool:
    """Whether a dash closes a label: "VNG - vindt dit laat", "VNG – en wanneer komt dat?"; one of two sets apart."""
    if passage.finite[dash + 1] or passage.doc[dash + 1].text[:1].isupper():
        return True
    paired = any(word in _DASHES for word in passage.words[dash + 1 : end + 1])
    return not paired and passage.starting(dash + 1) is None


def _remark(
    passage: Passage, start: int, end: int, stop: int, group: Group, setting: Setting, *, first: bool
) -> Find | None:
    """What follows a label: a question, a verb whose subject is the label, or a remark with cues."""
    lower = passage.words
    if first and (setting.question or lower[stop - 1] == "?" or lower[start] in words("wh")):
        return Find(start, end, "same", None, "vraagt", "label", 0.9, again=True)
    left = dropped(passage, start, end)
    if left is not None:
        return Find(start, end, "same", None, left, "label", 0.85, again=True, named=left, final=True)
    own = by_subject(passage, start, end, stop, setting)
    if own is not None and (own.group is None or own.group.concepts == group.concepts):
        return own
    omitted = by_nobody(passage, start, end, stop)
    if omitted is not None:
        return omitted
    if first and lower[start] in words("yes_or_no"):
        return Find(start, end, "same", None, "antwoordt", "label", 0.9, again=True)
    if first and all(word in words("gladly") for word in lower[start:end] if word[:1].isalnum()):
        return Find(start, end, "same", None, "steunt", "label", 0.8, again=True)  # "COA: heel graag."
    if first and _supports_first(passage, start, end):
        return Find(start, end, "same", None, "steunt", "label", 0.85, again=True, named="steunt", final=True)
    told = None if any(passage.finite[start:end]) else state(passage, start, end, None)
    if told is not None:
        return Find(start, end, "same", None, told.act, "label", 0.85, again=True)
    if not first:
        return None
    asked: Act | None = "verzoekt" if setting.label is None and bids(passage, start, end) else None
    act = asked or content(passage, start, end, frozenset(), end) or running(passage, start, end, "informeert")
    plain = act in _SOFT
    return Find(start, end, "same", None, act or "informeert", "label", 0.7, plain=plain, again=True)


def _supports_first(passage: Passage, start: int, end: int) -> bool:
    """ "VNG: steun, maar de termijn is te kort": support that a clause behind "maar" takes something off."""
    turn = next((k for k in range(start, end) if passage.words[k] in words("contrast")), end)
    told_behind = any(passage.finite[k] and passage.words[k] not in noun_frames() for k in range(turn, end))
    if not told_behind or any(passage.finite[start:turn]):
        return False
    noun = next((k for k in range(start, turn) if passage.words[k] in words("act_noun")), turn)
    named = noun + 1 >= turn or passage.parts[noun + 1] in ("ADP", "PUNCT")
    told = state(passage, start, turn, None) or (_noun(passage, start, noun + 1) if noun < turn and named else None)
    return told is not None and told.act == "steunt"


def without_verb(passage: Passage, start: int, end: int, setting: Setting, follows: bool) -> Find | None:
    """ "VNG faliekant tegen HAR", "COA somberder: …"; for whoever has the floor also "Pleidooi voor …".

    `follows`: something was found before it in the sentence.
    """
    lower = passage.words
    first = skip(passage, start, end, ("aanhef",))
    group = passage.starting(first)
    sent = passage.starting(first + 1) if first < end - 1 and lower[first] in words("via") else None
    if sent is not None:
        return _sent(passage, start, end, sent)
    if group is None and not (follows or setting.speaking):
        return None
    if group is not None and ((setting.speaking and setting.absent(group)) or is_acted_on(passage, group.end, end)):
        return None  # who is not at the table is spoken about
    begin = group.end if group is not None else start
    stop = next((k for k in range(begin, end) if lower[k] in (":", ".", "(", ",") or lower[k] in words("wh")), end)
    if begin >= end or any(passage.finite[begin:stop]):
        return None
    what = state(passage, begin, min(stop, begin + 6), None)
    if what is None:
        what = _noun(passage, begin, min(stop, begin + (5 if group else 3)))
    if what is None:
        return None
    who: Who = "named" if group is not None else "same"
    sure = 0.85 if group is not None else 0.7
    aimed = towards(passage, start, end, group.concepts if group else (), what)
    return Find(
        start,
        end,
        who,
        group,
        what.act,
        "verbless",
        sure,
        aimed,
        again=group is None,
        manner="attitude",
    )


def _sent(passage: Passage, start: int, end: int, group: Group) -> Find | None:
    """ "Vanuit IPO de oproep om …": an act noun right behind from whose side it comes."""
    noun = next((k for k in range(group.end, min(end, group.end + 4)) if passage.words[k] in noun_frames()), None)
    if noun is None or any(passage.finite[group.end : noun + 2]):
        return None
    frame = noun_frames()[passage.words[noun]]
    return Find(start, end, "named", group, frame.act, "delegate", 0.82, manner="attitude")


def _noun(passage: Passage, start: int, end: int) -> SpokenAct | None:
    for k in range(start, end):
        frame = noun_frames().get(passage.words[k])
        if frame is not None:
            denied = is_denied(passage, start, k, ())
            if denied and frame.act == "antwoordt":
                return None  # "Geen antwoord.": who is silent says nothing
            return SpokenAct(frame.denied if denied else frame.act, frame, frozenset({k}), denied)
    return None


def without_agent(passage: Passage, start: int, end: int, setting: Setting) -> Find | None:
    """ "Dringend wordt verzocht …" in somebody's contribution: he does it."""
    lower = passage.words
    clause = main_clause(passage, start, end)
    impersonal = lower[clause.start] == "er" or passage.is_participle(clause.start)  # not "De provincie is gevraagd …"
    passive = _AGENTLESS | ZIJN if impersonal else _AGENTLESS
    verb = next((k for k in range(clause.start, clause.end) if passage.finite[k] and lower[k] in passive), None)
    found = None if verb is None else participle(passage, clause, verb)
    if verb is None or found is None:
        return None
    frame = found.frame
    placed = "ADP" in passage.parts[clause.start : verb + 2]
    felt = (frame.manner, frame.act) == ("attitude", "bezwaar") and not placed
    if frame.manner != "saying" and not felt:
        return None  # "In Ede wordt geprotesteerd": what happens; but "Ook wordt de toets gemist"
    told = frame.head in words("light") and frame.act != "bezwaar"  # "Er wordt geen beroep gedaan op …"
    if frame.act in _ASKING and not told and _by_no_one(passage, clause.start, found):
        nobody = Group(verb, verb + 1, verb, (NOBODY,))
        return Find(start, end, "named", nobody, frame.act, "agentless", 0.75)
    if lower[verb] in ZIJN:
        return None  # "Er is gewezen op de termijn": what was done before
    asked = passage.starting(clause.start)
    if frame.act == "verzoekt" and setting.stance not in _CALLING and asked is not None and not is_crowd(asked):
        return None  # "COA wordt gevraagd een lijst te maken": nobody says by whom
    if any(lower[k] in words("noun_opener") for k in range(clause.start, verb)) or frame.act in _REACTING:
        return None  # "De resultaten worden in mei aangeboden", "Die vraag wordt schriftelijk beantwoord"
    if frame.head in words("light"):
        return None  # "Er wordt een beroep gedaan op de regio": what happens
    bare = frame.open and frame.act == "informeert" and clause.opener >= end
    if bare or not words("collective").isdisjoint(lower[clause.start : clause.end]):
        return None
    act = content(passage, verb + 1, end, found.used, clause.opener) if frame.open else None
    plain = frame.open and act in (None, frame.act)
    return Find(start, end, "same", None, act or frame.act, "agentless", 0.75, again=True, plain=plain)


def is_crowd(group: Group) -> bool:
    return not words("crowd").isdisjoint(group.concepts)


def _by_no_one(passage: Passage, start: int, asked: Sighting) -> bool:
    """ "Er wordt gevraagd of …", "Gevraagd wordt …", "Aan JenV wordt gevraagd …": nobody says who asks.

    Who has the floor does where it is no question: "Er wordt op aangedrongen dat …", "… gevraagd om geld".
    """
    word = passage.words[start]
    question = passage.words[asked.token + 1 : asked.token + 2]
    put = asked.frame.act == "vraagt" or (bool(question) and question[0] in words("question_word") | {"naar"})
    to = word == "aan" and start + 1 < len(passage.words) and passage.starting(start + 1) is not None
    return to or word == "gevraagd" or (word == "er" and put)


def by_unknown_verb(passage: Passage, start: int, end: int, setting: Setting) -> Find | None:
    """Somebody at the table opens with a verb that the lexicon lacks: what it governs decides, with less certainty."""
    clause = main_clause(passage, start, end)
    verb = first_finite(passage.finite, clause.start, clause.end)
    if verb is None or setting.label is not None:
        return None
    here = subject(passage, clause, verb, setting.chair)
    if here is None or here.group is None or here.inverted or not _can_speak(here.group, setting):
        return None
    word = passage.words[verb]
    told_of = clause.opener < end and passage.words[clause.opener] in _RELATIVE  # "vervangt SJenV, die weg moet"
    act = content(passage, verb + 1, clause.opener if told_of else end, frozenset(), clause.opener, _JUDGED)
    done = setting.listed and not setting.speaking and len(here.group.concepts) == 1 and _reports(passage, verb, end)
    if act is None and clause.opener >= end and ":" not in passage.words[verb:end] and not done:
        return None  # "De IND registreerde 3.400 aanvragen": what somebody does is no contribution
    acting = word in forms("no_contribution") or word in forms("auxiliary")
    if acting and not done and (act is None or word in ZIJN | WORDEN):
        return None
    plain = act is None
    told = act or "informeert"
    return Find(start, end, "named", here.group, told, "unknown-verb", 0.55, plain=plain, manner="attitude")


def _reports(passage: Passage, verb: int, end: int) -> bool:
    """ "COA heeft in oktober 3.400 vergunninghouders gekoppeld": who has done something tells the table of it."""
    done = any(passage.is_participle(k) for k in range(verb + 1, end))
    whole = passage.words[end : end + 1] not in (("en",), ("maar",))  # else it leads up to what he says
    return passage.words[verb] in HEBBEN and done and whole


def _can_speak(group: Group, setting: Setting) -> bool:
    """Whether all of a group sit at the table; where that is unknown, whether they are no crowd."""
    if setting.table:
        return setting.table.issuperset(group.concepts)
    return not is_crowd(group)
