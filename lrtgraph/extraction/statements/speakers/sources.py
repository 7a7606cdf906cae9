"""Contributions whose speaker is the source of what is told, or whom something meets with: "Volgens VNG …"."""

from __future__ import annotations

from dataclasses import replace

from lrtgraph.extraction.grammar.lexicon import words
from lrtgraph.extraction.statements.sentence.groups import Group
from lrtgraph.extraction.statements.sentence.passage import Passage
from lrtgraph.extraction.statements.sentence.syntax import forms, main_clause, skip
from lrtgraph.extraction.statements.speakers.found import Find, Setting
from lrtgraph.extraction.statements.speech.lexicon import noun_frames
from lrtgraph.extraction.statements.stance.acts import predicate
from lrtgraph.extraction.statements.stance.content import content
from lrtgraph.extraction.statements.stance.denial import is_denied
from lrtgraph.extraction.statements.stance.reported import of_another
from lrtgraph.records import Act

_SOURCES = frozenset({"volgens", "blijkens"})
_PLANNED = frozenset({"wordt", "worden", "vervalt", "vervallen"})
_LIES, _CONCERNS = frozenset({"ligt"}), frozenset({"betreft", "aangaat"})
_HELD_BY = frozenset({"van", "bij", "door", "onder", "vanuit"})


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
    behind = k + 1 + (lower[k + 1 : k + 2] == ("op",))  # "roept verzet op bij VNG"
    if behind + 1 < end and lower[behind] in _HELD_BY:
        return passage.starting(behind + 1)
    while k > 1 and passage.ending(k) is None and passage.parts[k - 1] in ("ADJ", "DET", "NUM"):
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
    first = skip(passage, start, end, ("aanhef",))
    for k in range(first, end - 2):
        if passage.words[k] == "voor":
            judged = _judged(passage, start, first, k, end, setting)
            if judged is not None or k == first:
                return judged
            continue
        group = _source(passage, first, k, end)
        if group is not None and of_another(passage, start, end, group, setting.chair, predicate):
            return Find(start, end, "named", group, "informeert", "according-to", 0.75, named="informeert", final=True)
        if group is not None or (setting.speaking and _own_view(passage, k)):
            return _according(passage, start, first, k, end, group)
    return None


def _source(passage: Passage, first: int, k: int, end: int) -> Group | None:
    """Who is the source that a word at `k` introduces, in a sentence that begins at `first`."""
    lower = passage.words
    if lower[k] in _SOURCES:
        return passage.starting(k + 1) or _reported_by(passage, k + 1, end)
    if lower[k] == "uit" and k == first:
        return _presented(passage, k + 1, end)
    if lower[k] in words("view") and lower[k + 1] == "van" and any(w in ("naar", "in") for w in lower[k - 2 : k]):
        return passage.starting(k + 2)  # "naar het oordeel van", "in de ogen van"
    if lower[k : k + 3] == ("als", "het", "aan") and k == first:
        group, closing = passage.starting(k + 3), _LIES
    elif lower[k] == "wat":
        group, closing = passage.starting(k + 1), _CONCERNS
        if group is not None and k > first and words("crowd").intersection(group.concepts):
            return None  # "moet er wat gemeenten betreft …"
    else:
        return None
    return group if group is not None and group.end < end and lower[group.end] in closing else None


def _according(passage: Passage, start: int, first: int, k: int, end: int, group: Group | None) -> Find:
    """What is so according to a source, or to whoever spoke before: by what is told of it."""
    lower = passage.words
    begin = start if group is None or k > first else group.end
    act = content(passage, begin, end, frozenset(), end)
    if act is None and lower[k] == "als":
        act = "stelt_voor"  # "Als het aan VB ligt, gaat …"
    if act is None and lower[k] == "wat" and any(w in _PLANNED for w in lower[begin : begin + 2]):
        act = "stelt_voor"  # "Wat VNG betreft wordt de bonus omgezet"
    return Find(
        start,
        end,
        "named" if group is not None else "same",
        group,
        act or "informeert",
        "according-to",
        0.75,
        plain=act is None,
        again=group is None,
        manner="attitude",
        told=True,
    )


def _judged(passage: Passage, start: int, first: int, k: int, end: int, setting: Setting) -> Find | None:
    """For whom, behind "voor" at `k`, something is so as it is judged."""
    opens = k == first or (k == first + 1 and passage.parts[first] in ("ADJ", "ADV"))
    if opens:
        weighed = _weighed(passage, k, end, setting, None if k == first else start)
        return weighed and replace(weighed, start=start)
    return _held(passage, start, k, end, setting) if passage.words[k - 1] in forms("copula") else None


def _reported_by(passage: Passage, start: int, end: int) -> Group | None:
    """ "Volgens de cijfers van de provincie …", "Blijkens een mededeling van JenV …": whose figures they are."""
    noun = skip(passage, start, min(end, start + 3), ("noun_opener",))
    if noun + 2 >= end or passage.words[noun + 1] not in words("via"):
        return None
    told = passage.words[noun] in words("figures") | noun_frames().keys() or passage.words[start - 1] == "blijkens"
    return passage.starting(noun + 2) if told else None


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
    owned = words("via", "relative_link")
    return next((g for g in passage.within(start, verb) if lower[g.start - 1] in owned), None)


def _own_view(passage: Passage, k: int) -> bool:
    """ "volgens haar", "naar zijn oordeel": whoever spoke before thinks so."""
    lower = passage.words
    if lower[k] == "wat":
        return lower[k + 1] in words("object_pronoun") and lower[k + 2] in _CONCERNS
    if lower[k] == "volgens":
        return lower[k + 1] in words("object_pronoun") and passage.parts[k + 2] not in ("NOUN", "ADJ")
    return lower[k] in ("naar", "in") and lower[k + 1] in words("possessive") and lower[k + 2] in words("view")


def meets(passage: Passage, start: int, end: int) -> bool:
    """ "Stuit op verzet van VNG", "Kan op steun van VNG rekenen": a verb up front for what a proposal meets with."""
    lower = passage.words
    return lower[start] in forms("met_with") or (lower[start] in words("able") and "rekenen" in lower[start:end])
