"""The contributions in one sentence: who is named or pointed to as saying what, and in which words.

Each pattern is a function that looks at a piece of the sentence and gives what it finds; the first that fits wins.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from lrtgraph.extraction.statements.acts import Predicate, content, is_denied, predicate, running, state
from lrtgraph.extraction.statements.lexicon import Frame, noun_frames, sightings
from lrtgraph.extraction.statements.passage import Group, Passage, words
from lrtgraph.extraction.statements.syntax import Clause, Subject, forms, main_clause, pieces, skip, subject
from lrtgraph.extraction.verbs import MODAL, WORDEN, ZIJN
from lrtgraph.records import Act

Who = Literal["named", "same", "chair"]


@dataclass(frozen=True, slots=True)
class Setting:
    """What a sentence stands in: is somebody speaking already, who sits at the table, who presides.

    `listed` says that there is an attendance list. `label` is the outcome label before the sentence ("actie"), `current` the act that is going on, `question` whether
    the block is marked as a question.
    """

    speaking: bool = False
    table: frozenset[str] = frozenset()
    chair: str | None = None
    listed: bool = False
    label: str | None = None
    current: Act = "informeert"
    question: bool = False
    silent: frozenset[str] = frozenset()
    """Concepts that never speak: the meeting's own body."""


@dataclass(frozen=True, slots=True)
class Find:
    """One contribution: tokens `[start, end)`, who speaks, the act, whom it is towards, by which rule and how sure.

    `denied` says that the speaker denied the predicate. `quotable` says that a verb names the speaking itself, so that it may be a report inside another's contribution.
    `plain` says that the verb left the act open and the content did not tell more; `aside` that it is a report inside
    another's contribution; `again` that the speaker is not named anew.
    """

    start: int
    end: int
    who: Who
    group: Group | None
    act: Act
    rule: str
    confidence: float
    towards: tuple[str, ...] = ()
    plain: bool = False
    aside: bool = False
    again: bool = False
    manner: str = "saying"
    quotable: bool = False
    denied: bool = False


def find(passage: Passage, start: int, end: int, setting: Setting) -> list[Find]:
    """The contributions of the sentence `[start, end)`, in order; none where nobody is found to speak."""
    while start < end and passage.words[start] in ("?", "-", "–", "•", "*"):
        start += 1
    if start >= end:
        return []
    for pattern in (_labelled, _nominal):
        whole = pattern(passage, start, end, setting)
        if whole:
            return [one for one in whole if _allowed(one, setting)]
    found: list[Find] = []
    parts = pieces(passage, start, end)
    first = passage.starting(skip(passage, start, end, ("aanhef",)))
    for index, (a, b) in enumerate(parts):
        here = _piece(passage, a, b, end, setting, bool(found), index)
        if not here and not found and index and first is not None:
            omitted = _omitted(passage, a, b, end)
            here = [replace(omitted, who="named", group=first, again=False, confidence=0.8)] if omitted else []
        comma = index > 0 and passage.words[parts[index - 1][1]] == "," and parts[index - 1][1] + 1 == a
        for one in here:
            if found and (_same_breath(found[-1], one) or (comma and _adds_nothing(found[-1], one))):
                found[-1] = replace(found[-1], end=one.end)
            else:
                found.append(one)
    colon = next((k for k in range(start, end - 1) if passage.words[k] == ":"), None)
    if not found and colon is not None and not setting.speaking:
        found = find(passage, colon + 1, end, setting)  # "Niet iedereen is blij: VNG noemt …"
    found = [part for one in found for part in _contrast(passage, one)]
    reacting = passage.words[start : start + 2] in (("in", "reactie"), ("in", "antwoord"))
    if found and (reacting or passage.words[start] in words("asked")) and found[0].plain:
        found[0] = replace(found[0], act="antwoordt", plain=False)
    found = _asides(passage, found, start, end, setting)
    return [one for one in found if _allowed(one, setting)]


def _contrast(passage: Passage, one: Find) -> list[Find]:
    """ "deelt de analyse, niet de oplossing", "vallen VNG bij …, doch niet wat de bonus aangaat"."""
    opposite: Act = "bezwaar" if one.act == "steunt" else "steunt"
    if one.act not in ("steunt", "bezwaar"):
        return [one]
    lower = passage.words
    for k in range(one.start + 1, one.end - 2):
        if lower[k] == ":":
            break
        n = k + 2 if lower[k + 1] in ("doch", "maar") else k + 1
        if lower[k] != "," or lower[n] not in ("niet", "wel"):
            continue
        stop = next((j for j in range(n, one.end) if lower[j] in (":", ";")), one.end)
        if (lower[n] == "niet") != (opposite == "bezwaar") or any(passage.finite[n:stop]) and n == k + 1:
            continue
        after = replace(one, start=k + 1, act=opposite, rule="contrast", confidence=0.75, again=True)
        return [replace(one, end=k), after]
    return [one]


def _same_breath(before: Find, one: Find) -> bool:
    """A second verb that adds no act of its own stays with the first ("…, komt daarop terug")."""
    return one.again and not one.aside and one.act == before.act


def _adds_nothing(before: Find, one: Find) -> bool:
    """Behind a bare comma a second verb of the same speaker goes on with what the first did."""
    return one.rule == "ellipsis" and (one.act in ("informeert", "zegt_toe", "antwoordt") or before.act == "zegt_toe")


def _allowed(one: Find, setting: Setting) -> bool:
    """What an outcome's label leaves to be a statement, and who can speak at all."""
    if one.group is not None and set(one.group.concepts) <= setting.silent:
        return False
    if setting.label is None or setting.label.startswith("toezegging"):
        return True
    return one.act not in ("informeert", "stelt_voor") and (one.act != "zegt_toe" or one.rule == "concluded")


# --- labels: "MBZK: …", "Het IPO - onderschrijft …" -----------------------------------------------------------------


def _labelled(passage: Passage, start: int, end: int, setting: Setting) -> list[Find]:
    lower = passage.words
    first = skip(passage, start, end, ("aanhef",))
    group = passage.starting(first)
    if group is None or group.end >= end - 1:
        return []
    mark = lower[group.end]
    if mark != ":" and not (
        mark in ("-", "–", "—") and (passage.finite[group.end + 1] or passage.doc[group.end + 1].text[:1].isupper())
    ):
        return []
    body = group.end + 1
    found: list[Find] = []
    for index, (a, b) in enumerate(pieces(passage, body, end)):
        one = _body(passage, a, b, end, group, setting, index)
        if one is None:
            if found:
                found[-1] = replace(found[-1], end=b)
            continue
        if found and _same_breath(found[-1], one):
            found[-1] = replace(found[-1], end=one.end)
        else:
            found.append(one)
    if not found:
        return []
    found[0] = replace(found[0], start=first, who="named", group=group, again=False, rule="label")
    return [one if one.who != "same" else replace(one, who="named", group=group) for one in found]


def _body(passage: Passage, a: int, b: int, end: int, group: Group, setting: Setting, index: int) -> Find | None:
    """What follows a label: a verb whose subject is the label, a question, or a remark with cues."""
    lower = passage.words
    if index == 0 and (setting.question or lower[end - 1] == "?" or lower[a] in words("wh")):
        return Find(a, b, "same", None, "vraagt", "label", 0.9)
    own = _regular(passage, a, b, end, setting)
    if own is not None and own.who == "named" and own.group is not None and own.group.concepts != group.concepts:
        own = None  # "zonder grond staan de corporaties machteloos": what is said, not who says it
    if own is not None:
        return own
    omitted = _omitted(passage, a, b, end)
    if omitted is not None:
        return omitted
    if index and passage.finite[a:b].count(True) == 0:
        return None
    if lower[a] in ("nee", "ja", "neen", "klopt", "akkoord") and lower[a] != "akkoord":
        return Find(a, b, "same", None, "antwoordt", "label", 0.9)
    told = state(passage, a, b, None) if not passage.finite[a:b].count(True) else None
    if told is not None:
        return Find(a, b, "same", None, told.act, "label", 0.85)
    if index:
        return None
    act = content(passage, a, b, frozenset(), b) or running(passage, a, b, "informeert")
    return Find(a, b, "same", None, act or "informeert", "label", 0.8, plain=act in (None, "bezwaar", "zegt_toe"))


# --- nouns: "Oproep CdK om …", "De suggestie van DGM om … wordt door VNG omarmd" --------------------------------------


def _nominal(passage: Passage, start: int, end: int, setting: Setting) -> list[Find]:
    lower = passage.words
    first = skip(passage, start, min(end, start + 6), ("aanhef", "determiner", "possessive"))
    while first < end and lower[first] in (
        "op",
        "na",
        "naar",
        "in",
        "conform",
        "aanleiding",
        "van",
        "ook",
        "nadere",
        "mede",
    ):
        first = skip(passage, first + 1, min(end, first + 5), ("determiner", "possessive"))
    while first < end - 1 and passage.doc[first].pos_ == "ADJ" and lower[first] not in noun_frames():
        first += 1
    frame = noun_frames().get(lower[first]) if first < end else None
    if frame is None:
        return []
    owner, behind = _owner(passage, start, first, end)
    if owner is None and behind < 0:
        return []
    prepositional = lower[skip(passage, start, end, ("aanhef",))] in ("op", "na", "naar", "in", "conform", "mede")
    rest = _elsewhere(passage, behind, end, setting, owner)
    stop = rest[0].start if rest else end
    while stop > start + 1 and lower[stop - 1] in (",", "en", "maar"):
        stop -= 1
    denied = not rest and not prepositional and is_denied(passage, behind, main_clause(passage, behind, end).end, ())
    act = frame.denied if denied and frame.act == "steunt" else frame.act
    if frame.open:
        act = content(passage, behind, stop, frozenset(), behind) or act
    if prepositional and not rest and frame.act in ("antwoordt",):
        return []
    towards = _answered(rest)
    one = Find(
        start,
        stop,
        "named" if owner else "same",
        owner,
        act,
        "nominal",
        0.88,
        towards,
        manner="saying",
        again=owner is None,
    )
    asker = owner.concepts if owner else ()
    return [one, *(replace(other, towards=other.towards or asker) for other in rest)]


def _answered(rest: list[Find]) -> tuple[str, ...]:
    return rest[0].group.concepts if rest and rest[0].group and rest[0].act == "antwoordt" else ()


def _owner(passage: Passage, start: int, noun: int, end: int) -> tuple[Group | None, int]:
    """Whose the act noun is, and where its name ends; (None, n) for a possessive, (None, -1) for nobody's."""
    lower = passage.words
    if any(word in words("possessive") for word in lower[start:noun]):
        return None, noun + 1
    at = noun + 1
    if at < end and passage.finite[at] and lower[at] in forms("sounding"):
        at = skip(passage, at + 1, min(end, at + 5), ("between", "negation"))
    if at < end and lower[at] in words("via"):
        at += 1
    elif at + 2 < end and lower[at : at + 3] == ("van", "de", "zijde"):
        at += 4
    group = passage.at(at) if at < end else None
    if group is None or group.start > at or group.name < at:
        return None, -1
    return group, group.end


def _elsewhere(passage: Passage, start: int, end: int, setting: Setting, owner: Group | None) -> list[Find]:
    """A second speaker's reaction in the same sentence, from its finite verb on."""
    for k in range(start, end):
        if not passage.finite[k] and not _receives(passage.words[k]):
            continue
        begin = k
        for pattern in (_received, _by_agent, _after_noun):
            other = pattern(passage, begin, end, setting)
            if (
                other is not None
                and other.group is not None
                and (owner is None or other.group.concepts != owner.concepts)
            ):
                return [replace(other, start=begin, rule=f"nominal-{other.rule}")]
    return []


def _after_noun(passage: Passage, verb: int, end: int, setting: Setting) -> Find | None:
    """ "… deelt de VNG niet", "antwoordt SJenV dat …", "moet COA het antwoord schuldig blijven"."""
    clause = main_clause(passage, verb, end)
    here = subject(passage, clause, verb, setting.chair)
    if here is None or here.group is None:
        return None
    return _told(passage, clause, verb, end, verb, end, here, "inversion", setting)


# --- verbs with their subject ---------------------------------------------------------------------------------------


def _piece(passage: Passage, a: int, b: int, end: int, setting: Setting, found: bool, index: int) -> list[Find]:
    patterns: tuple[Callable[[], Find | None], ...] = (
        lambda: _omitted(passage, a, b, end) if setting.speaking or found else None,
        lambda: _regular(passage, a, b, end, setting),
        lambda: _received(passage, a, b, setting),
        lambda: _by_agent(passage, a, b, setting),
        lambda: _according_to(passage, a, b, setting),
        lambda: _parenthetical(passage, a, b, setting),
        lambda: _verbless(passage, a, b, setting, found),
        lambda: _agentless(passage, a, b) if setting.speaking or found else None,
        lambda: _unknown(passage, a, b, setting) if index == 0 else None,
        lambda: _embedded(passage, a, b) if not setting.speaking and index == 0 and not found else None,
    )
    for pattern in patterns:
        one = pattern()
        if one is not None:
            return [one]
    return []


def _regular(passage: Passage, a: int, b: int, end: int, setting: Setting) -> Find | None:
    clause = main_clause(passage, a, b)
    for verb in range(clause.start, clause.end):
        if not passage.finite[verb]:
            continue
        here = subject(passage, clause, verb, setting.chair)
        if here is None:
            continue
        if here.kind == "anaphor" and clause.led:
            named = next(iter(passage.within(a, clause.start)), None)
            if named is not None and passage.words[named.start - 1] not in words("via"):
                here = Subject("named", named, True)  # "Hoewel VNG dit steunt, vreest zij …"
        if here.inverted and here.kind == "named" and _is_object(passage, clause, verb, here, setting):
            continue
        if here.inverted and verb == clause.start and not clause.led:
            if setting.speaking and passage.words[end - 1] != "?":
                continue  # "Roept JenV op …": the speaker is left out, JenV is spoken to
        told = _told(passage, clause, verb, b, a, b, here, "inversion" if here.inverted else "subject", setting)
        if told is None:
            return None
        absent = here.group is not None and setting.listed and not set(here.group.concepts) & setting.table
        if absent and told.act == "informeert" and not told.plain:
            return None
        if _spoken_of(here, setting):
            return replace(told, aside=True, confidence=0.7) if told.manner == "saying" and told.quotable else None
        return told
    return None


def _spoken_of(here: Subject, setting: Setting) -> bool:
    """Who is not at the table and is named while another speaks is spoken about, unless he is quoted."""
    if here.group is None or not setting.speaking or not setting.table:
        return False
    return not any(concept in setting.table for concept in here.group.concepts)


def _is_object(passage: Passage, clause: Clause, verb: int, here: Subject, setting: Setting) -> bool:
    """ "De brief verzoekt gemeenten …": a noun phrase before a verb that takes a person as its object is its subject."""
    found = sightings(passage.words, clause.start, clause.end, verb)
    if not found or found[0].frame.addressee != "object" or here.group is None:
        return False
    first = passage.words[clause.start]
    if clause.led or first in words("preposition") | words("between") | words("aanhef"):
        return False
    name = passage.doc[here.group.name]
    if name.dep_ in ("nsubj", "nsubj:pass"):
        return False
    return any(passage.doc[k].pos_ in ("NOUN", "PROPN") and passage.at(k) is None for k in range(clause.start, verb))


def _told(
    passage: Passage,
    clause: Clause,
    verb: int,
    end: int,
    start: int,
    stop: int,
    here: Subject,
    rule: str,
    setting: Setting,
) -> Find | None:
    """The find of a subject with its verb, where the lexicon has the predicate."""
    own = frozenset(range(here.group.start, here.group.end)) if here.group else frozenset()
    what = predicate(passage, clause, verb, end, own)
    if setting.label and setting.label.startswith("toezegging"):
        what = what if what and what.act == "zegt_toe" else Predicate("zegt_toe", None, frozenset({verb}), False)
    if what is None:
        return None
    if (
        setting.label
        and setting.label.startswith("actie")
        and what.frame
        and what.frame.open
        and _future(passage, clause.opener, end)
    ):
        made = _made(passage, start, stop, here, replace(what, act="zegt_toe"), rule)
        return replace(made, rule="concluded", confidence=0.75)
    if _passive(passage, clause, verb, what) or _not_promised(passage, clause, verb, what):
        return None
    return _made(passage, start, stop, here, what, rule)


def _future(passage: Passage, start: int, end: int) -> bool:
    return any(word in ("zal", "zullen") for word in passage.words[start:end])


def _not_promised(passage: Passage, clause: Clause, verb: int, what: Predicate) -> bool:
    """An action is a promise only if the speaker will do it: not if he may or must, or will have it done to him."""
    if what.frame is None or what.frame.manner != "action":
        return False
    lower = passage.words
    if lower[verb] in MODAL and lower[verb] not in forms("willing"):
        return True
    if clause.led or clause.opener < len(lower) and lower[clause.opener] in ("als", "indien", "wanneer", "mits"):
        return clause.led
    done_to = "worden" in lower[verb + 1 : clause.end]
    return done_to and any(lower[k] in WORDEN for k in range(verb + 1, clause.end))


def _passive(passage: Passage, clause: Clause, verb: int, what: Predicate) -> bool:
    """ "VNG wordt verzocht …": the subject of a passive does not speak."""
    if passage.words[verb] not in WORDEN or what.frame is None or what.frame.kind != "verb":
        return False
    return all(k != verb for k in what.used) or what.frame.head == "worden"


def _made(passage: Passage, start: int, stop: int, here: Subject, what: Predicate, rule: str) -> Find:
    who: Who = "named" if here.kind == "named" else "chair" if here.kind == "chair" else "same"
    frame = what.frame
    plain = frame is not None and frame.open and what.act == frame.act
    sure = 0.93 if frame is None or not frame.open else 0.9
    if who != "named":
        rule, sure = ("chair", 0.85) if who == "chair" else ("anaphor", 0.85)
    if frame is not None and frame.manner == "action":
        sure -= 0.15
    own = here.group.concepts if here.group else ()
    return Find(
        start,
        stop,
        who,
        here.group,
        what.act,
        rule,
        sure,
        _towards(passage, start, stop, frame, own, what),
        plain=plain,
        again=who == "same",
        manner=frame.manner if frame else "saying",
        quotable=frame is not None and frame.kind == "verb",
        denied=what.denied,
    )


def _towards(
    passage: Passage, start: int, stop: int, frame: Frame | None, own: tuple[str, ...], what: Predicate
) -> tuple[str, ...]:
    """Whom the frame says it is directed to, or whose words it takes up."""
    for group in passage.within(start, stop):
        k = group.start - 1
        if k > start and passage.words[k] in words("via"):
            k -= 1
        if what.act in ("steunt", "bezwaar") and group.concepts != own and passage.words[k] in words("utterance"):
            return group.concepts
    if frame is None or not frame.addressee:
        return ()
    verb = min(what.used, default=start)
    governed = main_clause(passage, start, stop).end
    for group in passage.within(start, stop):
        if group.concepts == own:
            continue
        before = passage.words[group.start - 1] if group.start else ""
        if frame.addressee == "object":
            spoken_to = before not in words("via") | {"aan", "met", "voor", "op", "over", "tot", "naar"}
            if group.start >= verb and group.end <= governed and spoken_to:
                return group.concepts
        elif frame.addressee in passage.words[max(verb, group.start - 4) : group.start]:
            return group.concepts
    return ()


def _omitted(passage: Passage, a: int, b: int, end: int) -> Find | None:
    """ "Eist eerst cijfers.", "… en tekent aan dat …": a verb up front whose subject is whoever speaks already."""
    lower = passage.words
    verb = a + 1 if lower[a] in ("ook", "en", "maar", "doch", "wel") and a + 1 < b else a
    if verb >= b or not passage.finite[verb] or lower[end - 1] == "?":
        return None
    clause = Clause(verb, main_clause(passage, verb, b).end, main_clause(passage, verb, b).opener, False)
    group = passage.starting(verb + 1)
    if verb > a and group is not None:
        return None  # "Wel zal voorzitter VB …"
    follows = subject(passage, clause, verb, None)
    if follows is not None and follows.kind != "named":
        return None
    if group is not None and lower[verb] in forms("auxiliary"):
        return None
    what = predicate(passage, clause, verb, b, frozenset())
    if what is None or _passive(passage, clause, verb, what):
        return None
    made = _made(passage, a, b, Subject("omitted", None, False), what, "ellipsis")
    return replace(made, rule="ellipsis", confidence=0.85)


# --- passives, sources, asides --------------------------------------------------------------------------------------


def _by_agent(passage: Passage, a: int, b: int, setting: Setting) -> Find | None:
    """ "wordt door de VNG van de hand gewezen", "Namens JenV wordt verzocht", "Van de zijde van SZW klinkt kritiek"."""
    lower = passage.words
    clause = Clause(a, main_clause(passage, a, b).end, main_clause(passage, a, b).opener, False)
    for group in passage.within(a, b):
        if group.start >= clause.end:
            break
        marker = lower[group.start - 1] if group.start > a else ""
        delegated = any(word in ("zijde", "kant") for word in lower[group.start : group.name]) or marker in (
            "vanuit",
            "namens",
            "bij",
        )
        if marker not in ("door", "vanuit", "namens", "bij") and not delegated:
            continue
        opening = lower[skip(passage, a, b, ("aanhef",))]
        if marker == "bij" and opening not in ("bij", "er", "daarover", "hierover"):
            continue
        verbs = [k for k in range(clause.start, clause.end) if passage.finite[k]]
        for verb in verbs[:1]:
            passive = lower[verb] in WORDEN or lower[verb] in ZIJN
            if marker == "door" and not passive:
                continue
            own = frozenset(range(group.start, group.end))
            if passive:
                found = _participle(passage, clause, verb)
                if found is None:
                    heard = _heard(passage, clause, verb, group) if marker in ("vanuit", "bij") or delegated else None
                    if heard is not None:
                        return Find(a, b, "named", group, heard, "delegate", 0.82)
                    continue
                used = found.used | {verb}
                denied = is_denied(passage, clause.start, clause.end, used | own)
                act = found.frame.denied if denied else found.frame.act
                if found.frame.open:
                    act = content(passage, verb + 1, b, own | used, clause.opener) or act
                if act == "informeert" and setting.table and not set(group.concepts) & setting.table:
                    return None
                towards = (
                    tuple(
                        c
                        for g in passage.within(a, b)
                        if g.start in (verb + 1, a) and g is not group
                        for c in g.concepts
                    )
                    if found.frame.addressee == "object"
                    else ()
                )
                return Find(
                    a,
                    b,
                    "named",
                    group,
                    act,
                    "agent",
                    0.88,
                    towards,
                    plain=found.frame.open and act == found.frame.act,
                    manner=found.frame.manner,
                )
            if delegated or marker == "bij":
                here = subject(passage, clause, verb, setting.chair)
                if here is not None and here.kind == "named":
                    continue
                what = predicate(passage, clause, verb, b, own)
                if what is not None:
                    return replace(
                        _made(passage, a, b, Subject("named", group, False), what, "delegate"), confidence=0.82
                    )
    return None


def _heard(passage: Passage, clause: Clause, verb: int, group: Group) -> Act | None:
    """ "Vanuit de VNG is er zorg": the act of a noun behind "zijn"."""
    for k in range(verb + 1, clause.end):
        frame = noun_frames().get(passage.words[k])
        if frame is not None and passage.at(k) is None:
            denied = is_denied(passage, clause.start, clause.end, {k, verb})
            return frame.denied if denied else frame.act
    return None


def _participle(passage: Passage, clause: Clause, verb: int):  # type: ignore[no-untyped-def]
    for k in range(clause.start, clause.end):
        if k == verb or passage.at(k) is not None:
            continue
        found = [s for s in sightings(passage.words, clause.start, clause.end, k) if s.form == "participle"]
        if found:
            return found[0]
    return None


def _received(passage: Passage, a: int, b: int, setting: Setting) -> Find | None:
    """ "kan niet op instemming van mw. Ottersloot rekenen", "stuit op verzet van VNG"."""
    lower = passage.words
    for k in range(a, b - 2):
        if lower[k] not in words("received"):
            continue
        before = passage.ending(k)
        if lower[k + 1] in ("van", "bij", "door", "onder", "vanuit"):
            group = passage.starting(k + 2)
        else:
            group = before if before and lower[before.start - 1] == "bij" else None
        if group is None or not any(_receives(word) for word in lower[a:b]):
            continue
        frame = noun_frames().get(lower[k])
        act: Act = frame.act if frame else "bezwaar" if lower[k] in ("tegenstand", "weerzin") else "steunt"
        if is_denied(passage, a, main_clause(passage, a, b).end, {k}):
            act = "bezwaar" if act == "steunt" else "steunt"
        return Find(a, b, "named", group, act, "reception", 0.85)
    return None


def _receives(word: str) -> bool:
    """Whether a verb says what something meets with."""
    return word in forms("receiving") or word in words("receiving")


def _according_to(passage: Passage, a: int, b: int, setting: Setting) -> Find | None:
    """ "Volgens dhr. Lubberding verandert er niets"."""
    lower = passage.words
    first = skip(passage, a, b, ("aanhef",))
    if lower[first] == "wat" and first + 2 < b:
        group = passage.starting(first + 1)
        if group is not None and group.end < b and lower[group.end] in ("betreft", "aangaat"):
            act = content(passage, group.end, b, frozenset(), b)
            return Find(a, b, "named", group, act or "informeert", "according-to", 0.75, plain=act is None)
    for k in range(first, b - 1):
        if lower[k] == "volgens" or (lower[k] in ("opzichte", "mening", "oordeel") and lower[k - 1 : k] == ("naar",)):
            group = passage.starting(k + 1) or (passage.starting(k + 2) if lower[k + 1] == "van" else None)
            if group is None:
                continue
            if k > first and lower[k - 1] in ("dat", "die"):
                continue
            act = content(passage, group.end, b, frozenset(), b)
            return Find(a, b, "named", group, act or "informeert", "according-to", 0.82, plain=act is None)
    return None


def _parenthetical(passage: Passage, a: int, b: int, setting: Setting) -> Find | None:
    """ "…, aldus de VNG.", "…, zo betoogt hij, …", "…, becijfert mevrouw Steenuil"."""
    lower = passage.words
    for k in range(a, b):
        before = lower[k - 1] if k > a else ","
        if lower[k] in ("aldus", "dixit") or (
            lower[k] == "zo" and k + 1 < b and passage.finite[k + 1] and before in (",", "(", "–", "-")
        ):
            verb = k + 1 if lower[k] == "zo" else k
            clause = Clause(k, b, b, True)
            here = _aside_subject(passage, clause, verb, setting)
            if here is None:
                continue
        elif before == "," and k > a + 1 and passage.finite[k]:
            clause = Clause(k, b, b, True)
            here = _aside_subject(passage, clause, k, setting)
            found = sightings(lower, k, b, k)
            if here is None or here.group is None or not found or found[0].frame.manner != "saying":
                continue
            behind = skip(passage, here.group.end, b, ("between",))
            if (
                behind < b
                and lower[behind] not in (",", ".", ";", ")")
                and behind + 1 < b
                and lower[behind + 1] not in (".", ",")
            ):
                continue
        else:
            continue
        own = frozenset(range(here.group.start, here.group.end)) if here.group else frozenset()
        act = content(passage, a, b, own, a)
        who: Who = "named" if here.kind == "named" else "chair" if here.kind == "chair" else "same"
        plain = act is None
        return Find(a, b, who, here.group, act or "informeert", "parenthetical", 0.85, plain=plain, again=who == "same")
    return None


def _aside_subject(passage: Passage, clause: Clause, verb: int, setting: Setting) -> Subject | None:
    here = subject(passage, clause, verb, setting.chair)
    return here if here is not None and here.inverted else None


# --- telegram style -------------------------------------------------------------------------------------------------


def _verbless(passage: Passage, a: int, b: int, setting: Setting, found: bool) -> Find | None:
    """ "VNG faliekant tegen HAR", "COA somberder: …", and behind a speaker "wel voorstander kleinschalig"."""
    lower = passage.words
    first = skip(passage, a, b, ("aanhef",))
    group = passage.starting(first)
    contrast = found and first < b and (lower[a] in ("niet", "wel", "geen") or lower[first] in noun_frames())
    if group is None and not contrast and not (found or setting.speaking):
        return None
    begin = group.end if group is not None else a
    stop = next((k for k in range(begin, b) if lower[k] in (":", ".", "(", ",")), b)
    if any(passage.finite[begin:stop]) or begin >= b:
        return None
    what = state(passage, begin, min(stop, begin + 6), None)
    rule = "verbless"
    if what is None:
        for k in range(begin, min(stop, begin + 5)):
            frame = noun_frames().get(lower[k])
            if frame is not None and (group is not None or k <= begin + 2):
                denied = is_denied(passage, begin, k, ())
                what = Predicate(frame.denied if denied else frame.act, frame, frozenset({k}), denied)
                break
    if what is None:
        return None
    who: Who = "named" if group is not None else "same"
    towards = _towards(passage, a, b, what.frame, group.concepts if group else (), what)
    return Find(
        a, b, who, group, what.act, rule, 0.85 if group else 0.7, towards, again=group is None, manner="attitude"
    )


def _agentless(passage: Passage, a: int, b: int) -> Find | None:
    """ "Dringend wordt verzocht …" in somebody's contribution: he does it."""
    lower = passage.words
    clause = main_clause(passage, a, b)
    if passage.within(clause.start, clause.end) and lower[clause.start] != "er":
        pass
    for verb in range(clause.start, clause.end):
        if not passage.finite[verb] or lower[verb] not in ("wordt", "worden", "werd", "werden"):
            continue
        found = _participle(passage, clause, verb)
        if (
            found is None
            or found.frame.manner != "saying"
            or (found.frame.open and found.frame.act == "informeert" and clause.opener >= b)
        ):
            return None
        if any(word in words("collective") for word in lower[clause.start : clause.end]):
            return None
        act = found.frame.act
        if found.frame.open:
            act = content(passage, verb + 1, b, found.used, clause.opener) or act
        return Find(
            a, b, "same", None, act, "agentless", 0.75, again=True, plain=found.frame.open and act == found.frame.act
        )
    return None


def _unknown(passage: Passage, a: int, b: int, setting: Setting) -> Find | None:
    """Somebody at the table opens the sentence with a verb the lexicon lacks: the content decides, with less certainty."""
    lower = passage.words
    if setting.label is not None:
        return None
    clause = main_clause(passage, a, b)
    for verb in range(clause.start, clause.end):
        if not passage.finite[verb]:
            continue
        here = subject(passage, clause, verb, setting.chair)
        if here is None or here.group is None or here.inverted:
            return None
        if setting.table and not all(concept in setting.table for concept in here.group.concepts):
            return None
        if not setting.table and here.group.concepts[0] in _PLURAL:
            return None
        act = content(passage, verb + 1, b, frozenset(), clause.opener)
        told = clause.opener < b or ":" in lower[verb:b]
        if act is None and not told:
            return None  # "De IND registreerde 3.400 aanvragen": what somebody does is no contribution
        if lower[verb] in forms("stative") or lower[verb] in forms("auxiliary"):
            if act is None or lower[verb] in ZIJN | WORDEN:
                return None
        return Find(
            a, b, "named", here.group, act or "informeert", "unknown-verb", 0.55, plain=act is None, manner="attitude"
        )
    return None


_PLURAL = frozenset(
    {
        "gemeenten",
        "provincies",
        "corporaties",
        "VR",
        "PRT",
        "burgemeesters",
        "colleges_BenW",
        "werkgevers",
        "asielzoekers",
        "samenwerkingsverbanden",
    }
)


def _embedded(passage: Passage, a: int, b: int) -> Find | None:
    """ "… heeft ertoe geleid dat SJenV een brief heeft gestuurd met een dringende oproep aan gemeenten"."""
    lower = passage.words
    for k in range(a, b - 1):
        if lower[k] != "dat":
            continue
        group = passage.starting(k + 1)
        if group is None:
            continue
        for n in range(group.end, b):
            frame = noun_frames().get(lower[n])
            if (
                frame is not None
                and frame.act in ("verzoekt", "bezwaar", "stelt_voor")
                and frame.head.split("/")[0] not in ("aandacht", "behoefte")
            ):
                target = next((g.concepts for g in passage.within(n, b) if lower[g.start - 1] == "aan"), ())
                return Find(a, b, "named", group, frame.act, "embedded", 0.6, target)
    return None


def _asides(passage: Passage, found: list[Find], start: int, end: int, setting: Setting) -> list[Find]:
    """Mark what is reported inside another's contribution, and add questions named in passing ("na vragen van IPO")."""
    if (
        found
        and setting.speaking
        and found[0].who == "named"
        and found[0].start > start
        and found[0].rule != "parenthetical"
    ):
        found = [replace(one, aside=True) for one in found]
    extra: list[Find] = []
    for one in found:
        inner = _in_passing(passage, one)
        if inner is not None:
            extra.append(inner)
        quoted = _quoted(passage, one, end, setting)
        if quoted is not None:
            extra.append(quoted)
    if extra and extra[0].rule == "in-passing" and found:
        asker = extra[0].group.concepts if extra[0].group else ()
        changed = replace(
            found[0],
            act="antwoordt" if found[0].plain else found[0].act,
            towards=found[0].towards or asker,
            plain=False,
        )
        extra[0] = replace(extra[0], towards=found[0].group.concepts if found[0].group else ())
        found = [changed, *found[1:]]
    return found + extra


def _in_passing(passage: Passage, one: Find) -> Find | None:
    lower = passage.words
    for k in range(one.start + 1, one.end - 2):
        if lower[k] not in ("vraag", "vragen") or lower[k + 1] not in ("van", "vanuit"):
            continue
        back = k - 1
        while back > one.start and lower[back] in words("determiner"):
            back -= 1
        group = passage.starting(k + 2)
        if group is None or lower[back] not in ("na", "op", "naar") or (one.group is not None and group == one.group):
            continue
        return Find(k, group.end, "named", group, "vraagt", "in-passing", 0.8, aside=True)
    return None


def _quoted(passage: Passage, one: Find, end: int, setting: Setting) -> Find | None:
    """ "DGSZI brengt in: werkgevers klagen over …": behind the colon somebody else is quoted."""
    lower = passage.words
    colon = next((k for k in range(one.start, one.end) if lower[k] == ":"), None)
    if colon is None or one.rule == "label" or colon + 2 >= one.end:
        return None
    inner = _regular(passage, colon + 1, one.end, end, replace(setting, speaking=True))
    if inner is None or inner.group is None or inner.manner != "saying" or inner.who != "named":
        return None
    if one.group is not None and set(inner.group.concepts) & set(one.group.concepts):
        return None
    return replace(inner, aside=True, rule="quoted", confidence=0.7)
