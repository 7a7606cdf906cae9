"""The contributions in one sentence, in the order of their words.

A sentence that a label or an act noun heads is read as a whole; any other is cut into its main clauses, and at each
the patterns are tried, from the surest to the least sure.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from lrtgraph.extraction.grammar.lexicon import words
from lrtgraph.extraction.statements.sentence.joints import behind_noun, by_chair, pieces
from lrtgraph.extraction.statements.sentence.passage import Passage
from lrtgraph.extraction.statements.sentence.placement import headed_by_thing, main_subject
from lrtgraph.extraction.statements.sentence.syntax import forms, main_clause, skip
from lrtgraph.extraction.statements.speakers.agents import by_agent
from lrtgraph.extraction.statements.speakers.asides import in_aside
from lrtgraph.extraction.statements.speakers.found import Find, Setting, Who
from lrtgraph.extraction.statements.speakers.joined import append, turn
from lrtgraph.extraction.statements.speakers.nouns import SIDES, by_noun, by_side
from lrtgraph.extraction.statements.speakers.reactions import agrees, closes, in_two_words, verdict
from lrtgraph.extraction.statements.speakers.sources import by_reception, by_source, meets
from lrtgraph.extraction.statements.speakers.subjects import by_nobody, by_subject
from lrtgraph.extraction.statements.speakers.subordinate import (
    accompanied,
    answered,
    in_subordinate,
    quoted,
    recalled,
    second_agents,
    second_speakers,
)
from lrtgraph.extraction.statements.speakers.telegram import (
    by_label,
    by_unknown_verb,
    in_brackets,
    is_crowd,
    without_agent,
    without_verb,
)
from lrtgraph.extraction.statements.speech.lexicon import OPPOSITE, noun_frames
from lrtgraph.extraction.statements.stance.acts import is_procedural
from lrtgraph.extraction.statements.stance.reported import is_hearsay

_COLONS = 8
_BUT, _NOT = frozenset({"wel"}), frozenset({"niet"})
_REPEATED = frozenset({"tegen", "bij", "over"})  # "waarschuwt niet voor", "twijfelt niet aan" is no support
_MARKS = frozenset({"?", "-", "–", "•", "*"})
_REACTING = frozenset({("in", "reactie"), ("in", "antwoord")})


def find(passage: Passage, start: int, end: int, setting: Setting, colons: int = _COLONS) -> list[Find]:
    """The contributions of the sentence `[start, end)`; none where nobody is found to speak.

    At most `colons` colons are taken for the end of an introduction: a run of thousands is no sentence.
    """
    while start < end and passage.words[start] in _MARKS:
        start += 1
    if start >= end:
        return []
    if is_hearsay(passage, start, end):
        return []
    if labelled := by_label(passage, start, end, setting):
        return setting.heard(labelled)
    if sided := by_side(passage, start, end):
        return setting.heard(sided)
    if headed := _headed_by_noun(passage, start, end, setting):
        return setting.heard(headed)
    if in_two := in_two_words(passage, start, end, setting):
        return setting.heard(in_two)
    found = _clause_by_clause(passage, start, end, setting)
    colon = next((k for k in range(start, end - 1) if passage.words[k] == ":"), None)
    if not found and colons and colon is not None and not setting.speaking:
        return find(passage, colon + 1, end, setting, colons - 1)  # "Niet iedereen is blij: VNG noemt …"
    if colons and colon is not None and _introduces(passage, start, colon, setting):
        behind = find(passage, colon + 1, end, setting, colons - 1)  # "De meningen zijn verdeeld: VNG is voor, IPO …"
        if len(behind) > sum(map(setting.allows, found)) and all(one.who == "named" for one in behind):
            return behind
    if not found or _are_of_many(found):
        amended = None if found else _amended(passage, start, end, setting)
        alone = amended or in_brackets(passage, start, end, setting)
        if alone is not None:
            return [alone]
    found = second_speakers(passage, found, start, end, setting)
    found = [part for one in found for part in _contrast(passage, _overtaken(passage, one))]
    found = [
        replace(one, act="antwoordt", plain=False, named="antwoordt", final=False)
        if (one.plain or one.told) and _answers(passage, start if one is found[0] else one.start, one.end)
        else one
        for one in found
    ]
    found = answered(passage, _asides(found, start, setting))
    others = (*quoted(passage, found, end, setting), *recalled(passage, found, setting))
    return setting.heard((*found, *others))


def _are_of_many(found: Sequence[Find]) -> bool:
    """Whether all is said of many, for whom another may speak: "Gemeenten willen best, maar lopen vast (VNG)"."""
    return all(
        (k and one.who == "same") or (one.group is not None and is_crowd(one.group)) for k, one in enumerate(found)
    )


def _introduces(passage: Passage, start: int, colon: int, setting: Setting) -> bool:
    """Whether a clause stands before a colon in which nobody but the meeting itself is named."""
    told = any(passage.finite[start:colon])  # not "Naar aanleiding van blz. 2: Ede meldt …"
    return told and all(set(group.concepts) <= setting.silent for group in passage.within(start, colon))


def _headed_by_noun(passage: Passage, start: int, end: int, setting: Setting) -> list[Find]:
    """What an act noun at the head names, and what another says behind it: "Bezwaar VNG tegen …; SZW steunt dit"."""
    for stop in behind_noun(passage, start, end):
        named = by_noun(passage, start, stop, setting)
        behind = _clause_by_clause(passage, stop + 1, end, replace(setting, speaking=True)) if named else []
        if behind and behind[0].who != "same" and behind[0].start <= stop + 2:
            return [*named, *behind]
    named = by_noun(passage, start, end, setting)
    return [*named, *second_agents(passage, named, start, end, setting)] if named else []


def _amended(passage: Passage, start: int, end: int, setting: Setting) -> Find | None:
    """ "Het verslag wordt op verzoek van VNG aangepast": what the meeting does with its papers, asked by one of it."""
    lower = passage.words
    if setting.label is not None or words("minutes_word").isdisjoint(lower[start:end]):
        return None
    for k in range(start, end - 3):
        group = passage.starting(k + 3) if lower[k : k + 3] == ("op", "verzoek", "van") else None
        if group is not None and not setting.absent(group):
            return Find(k, group.end, "named", group, "verzoekt", "in-passing", 0.7, aside=True)
    return None


def _answers(passage: Passage, start: int, end: int) -> bool:
    """ "Hierop …", "geeft desgevraagd aan", "geeft in reactie aan dat …"."""
    lower = passage.words
    clause = main_clause(passage, start, end)
    reacting = any(lower[k : k + 2] in _REACTING for k in range(start, clause.end))
    led = lower[start] == "op" and not {"vraag", "vragen"}.isdisjoint(lower[start + 1 : min(end, start + 4)])
    return led or lower[start] in words("asked") or reacting or "desgevraagd" in lower[start:end]


def _clause_by_clause(passage: Passage, start: int, end: int, setting: Setting) -> list[Find]:
    """What is contributed in the main clauses of a sentence, what goes on in the next clause with what went before."""
    parts = pieces(passage, start, end)
    if not parts:
        return []
    sentence = _Sentence(passage, start, end, setting, parts[0])
    found: list[Find] = []
    gaps: list[tuple[int, Find, bool | None]] = []
    for index, (a, whole) in enumerate(parts):
        gap = _gapped(passage, a, whole)
        b = gap[0].start - 1 if gap else whole
        if gap is not None:
            gaps.append((len(found), *gap))
        if index and (named := by_label(passage, a, b, setting)):
            found += named  # "MBZK vraagt hoeveel het er zijn; BZK: circa 40."
            continue
        joined = index > 0 and passage.finite[a] and passage.words[a - 1] in words("coordinating")
        shared = sentence.shared(a, b) if joined and not found else None
        one = shared or sentence.contributed(a, b, found, first=index == 0, joined=joined)
        joint = parts[index - 1][1] if index else start
        if one is None:
            turn(passage, found, joint, a, whole)
        else:
            comma = index > 0 and passage.words[joint] == "," and joint + 1 == a
            append(passage, found, one, joint, a, comma=comma)
    for place, second, same in reversed(gaps):
        if len(found) > place and (act := found[place].act) in OPPOSITE:
            told = second.act if same is None else act if same else OPPOSITE[act]
            found.insert(place + 1, replace(second, act=told, named=told, final=True))
    return accompanied(passage, start, end, found)


class _Sentence:
    """A sentence of several clauses, and who stands at its head."""

    def __init__(self, passage: Passage, start: int, end: int, setting: Setting, part: tuple[int, int]) -> None:
        self._passage, self._start, self._end, self._setting = passage, start, end, setting
        first = self._first = passage.starting(skip(passage, start, end, ("aanhef",)))
        self._presided = first is None and setting.chair is not None and by_chair(passage, start, end)
        self._subject = main_subject(passage, *part, None)[0]
        named = self._subject is None or self._subject.kind == "named"
        self._thing = headed_by_thing(passage, *part) and named
        self._lone = first is not None and not words("crowd").intersection(first.concepts)
        self._led = first is not None and self._lone and passage.finite[first.end : first.end + 1] == (True,)

    def shared(self, a: int, b: int) -> Find | None:
        """What a second verb of whoever stands at the head tells: "MVRO onderzoekt dit en zal Aedes berichten"."""
        one = by_nobody(self._passage, a, b, self._end) if self._led or self._presided else None
        who: Who = "chair" if self._presided else "named"
        return one and replace(one, who=who, group=self._first, again=False, confidence=0.8)

    def contributed(self, a: int, b: int, found: Sequence[Find], *, first: bool, joined: bool) -> Find | None:
        """What is contributed in a clause, behind what was `found` in those before it."""
        passage = self._passage
        # "Provincies houden toezicht en zien dat …", "De brief is af en vraagt gemeenten …"
        theirs = joined and not found and not self._lone and (self._first is not None or self._thing)
        heard = self._heard(
            a, found, theirs=theirs, crowded=not (first or found) and _has_crowd(passage, self._start, a)
        )
        one = None
        if joined and found and found[-1].rule == "inversion" and passage.starting(a + 1) is not None:
            # "… en oppert Otten een proef"
            one = by_subject(passage, a, b, self._end, replace(heard, speaking=False))
        one = one or _in_piece(passage, a, b, self._end, heard, bool(found), first)
        if one is None and not found and not first and self._first is not None and not theirs:
            # "RVB heeft panden in beeld en is bereid …": the first clause only gives the subject.
            omitted = by_nobody(passage, a, b, self._end)
            one = omitted and replace(omitted, who="named", group=self._first, again=False, confidence=0.8)
        if one is None:
            return None
        if joined and not found and one.rule == "ellipsis" and self._subject is not None:
            one = replace(one, noun=self._subject.noun)  # "De minister luistert en zegt een brief toe"
        backed = found[-1].group if found and passage.finite[a] else self._first if self._led else None
        if one.rule == "reception" and backed is not None and backed != one.group:
            one = replace(one, towards=backed.concepts)  # "VNG is tegen en krijgt bijval van IPO"
        return one

    def _heard(self, a: int, found: Sequence[Find], *, theirs: bool, crowded: bool) -> Setting:
        """What a clause stands in, behind what was `found` in those before it."""
        setting = self._setting
        if found and self._passage.words[a - 1] == ";":
            setting = replace(setting, stance=found[-1].act)
        if crowded or theirs:
            setting = replace(setting, crowded=crowded, speaking=setting.speaking and not theirs)
        return setting


def _has_crowd(passage: Passage, start: int, end: int) -> bool:
    """Whether many are spoken of before: "De veiligheidsregio's kunnen dat, maar zij …"."""
    return any(words("crowd").intersection(group.concepts) for group in passage.within(start, end))


def _gapped(passage: Passage, start: int, end: int) -> tuple[Find, bool | None] | None:
    """ "Daarmee stemt de VNG in, Breda niet.", "…, COA eveneens": a second speaker without a verb, and if he agrees.

    His act is set later: that of the first, or its opposite. Who is "tegen" or "voor" says so himself (None).
    """
    lower = passage.words
    for group in passage.within(start + 2, end):
        apart = lower[group.start - 1] == "," or lower[group.start - 1] in words("coordinating")
        side = SIDES.get(lower[group.end]) if apart and group.end < end else None
        if side is not None and closes(passage, group.end + 1, end):
            return Find(group.start, end, "named", group, side, "gapping", 0.8, manner="attitude"), None
        if apart and _has_object(passage, group.end, end):
            return Find(group.start, end, "named", group, "informeert", "gapping", 0.8, manner="attitude"), True
        last = verdict(passage, group.end, end) if apart else None
        if last is not None and closes(passage, last + 1, end):
            second = Find(group.start, end, "named", group, "informeert", "gapping", 0.8, manner="attitude")
            return second, agrees(lower[group.end : last + 1])
    return None


def _has_object(passage: Passage, k: int, end: int) -> bool:
    """ "VNG steunt de HAR, IPO het BAK OEK": nothing but what the second speaker is for or against."""
    rest = [n for n in range(k, end) if passage.words[n][:1].isalnum()]
    named = all(passage.parts[n] in ("DET", "ADJ", "NOUN", "PROPN") for n in rest)
    return len(rest) > 1 and named and passage.words[k] in words("noun_opener") and not passage.within(k, end)


def _in_piece(passage: Passage, a: int, b: int, end: int, setting: Setting, follows: bool, first: bool) -> Find | None:
    """The first pattern that fits a piece; `follows`: something was found before it, `first`: it opens the sentence."""
    heard = setting.speaking or follows
    patterns: tuple[tuple[bool, Callable[[], Find | None]], ...] = (
        (True, lambda: in_aside(passage, a, b, setting)),
        (heard and meets(passage, a, b), lambda: by_reception(passage, a, b, setting)),
        (heard, lambda: by_nobody(passage, a, b, end, heard=follows)),
        (True, lambda: by_subject(passage, a, b, end, setting)),
        (True, lambda: by_reception(passage, a, b, setting)),
        (True, lambda: by_agent(passage, a, b, setting)),
        (True, lambda: by_source(passage, a, b, setting)),
        (True, lambda: without_verb(passage, a, b, setting, follows)),
        (not first or end > b, lambda: next(iter(in_two_words(passage, a, b, setting)), None)),
        (heard, lambda: without_agent(passage, a, b, setting)),
        (first, lambda: None if is_procedural(passage, a, b) else by_unknown_verb(passage, a, b, setting)),
        (first and not heard, lambda: in_subordinate(passage, a, b)),
    )
    return next((one for fits, pattern in patterns if fits and (one := pattern()) is not None), None)


def _overtaken(passage: Passage, one: Find) -> Find:
    """ "Is altijd voor geweest, maar nu groeit de twijfel": who tells that he was for something is so no longer."""
    lower = passage.words
    turn = next((k for k in range(one.start + 1, one.end - 1) if lower[k] in words("contrast")), None)
    act = OPPOSITE.get(one.act)
    if (
        act is None
        or turn is None
        or "geweest" not in lower[one.start : turn]
        or lower[turn + 1] not in words("by_now")
    ):
        return one
    return replace(one, act=act, named=act, final=True)


def _contrast(passage: Passage, one: Find) -> list[Find]:
    """ "deelt de analyse, niet de oplossing", "vallen VNG bij …, doch niet wat de bonus aangaat"."""
    opposite = OPPOSITE.get(one.act)
    if opposite is None:
        return [one]
    lower = passage.words
    for k in range(one.start + 1, one.end - 2):
        if lower[k] == ":":
            break
        bare = lower[k] in words("contrast")
        if not bare and lower[k] not in (",", "en"):
            continue
        joined = bare or lower[k + 1] in words("contrast")
        n = k + 1 + (joined and not bare)
        stop = next((j for j in range(n, one.end) if lower[j] in (":", ";")), one.end)
        turned = lower[k] != "en" and lower[n] in _turns(passage, one, k, n)
        if _other_side(passage, one, k, n) or (turned and (joined or not any(passage.finite[n:stop]))):
            after = replace(one, start=k if bare else k + 1, act=opposite, rule="contrast", confidence=0.75, again=True)
            return [replace(one, end=k), after]
    return [one]


def _turns(passage: Passage, one: Find, k: int, n: int) -> frozenset[str]:
    """The words by which a stance behind a comma at `k` is the contrary of the one before it.

    "steunt de wet, niet de termijn", "is niet tegen de wet, maar wel tegen …", "heeft zorgen bij de wet, niet bij …".
    """
    if one.act == "steunt":
        return _BUT if one.denied else _NOT
    again = not one.denied and _is_main(passage, one, k) and _governs_again(passage, one, k, n)
    return _BUT | _NOT if again else _BUT


def _governs_again(passage: Passage, one: Find, k: int, n: int) -> bool:
    """Whether "niet" at `n` is followed by another thing, behind the preposition that the stance has.

    "bij de HAR, niet bij het BAK OEK"; not "in de regio, niet in de laatste plaats", and no place or time.
    """
    governing = next((w for w in passage.words[one.start : k] if w in words("object_preposition")), None)
    again = governing in _REPEATED and passage.words[n + 1] == governing
    return again and "ADJ" not in passage.parts[n + 2 : one.end] and _has_object(passage, n + 2, one.end)


def _other_side(passage: Passage, one: Find, k: int, n: int) -> bool:
    """ "is tegen de HAR en voor de wet": the other side at `n`, without a verb of its own."""
    lower = passage.words
    n += lower[n] == "wel"
    other = {"voor": "tegen", "tegen": "voor"}.get(lower[n])
    if other is None or n + 1 >= one.end or any(passage.finite[n : one.end]) or not _is_main(passage, one, k):
        return False
    before = range(one.start, k)
    taken = next((j for j in before if lower[j] == other and lower[j - 1] not in noun_frames()), None)
    being = any(lower[j] in forms("copula") and passage.finite[j] for j in before)
    return taken is not None and being and passage.parts[n + 1] in ("DET", "NOUN", "PROPN", "ADJ")


def _is_main(passage: Passage, one: Find, k: int) -> bool:
    """Whether a token stands in the main clause of a contribution, before anything that its verb governs."""
    return k <= main_clause(passage, one.start, one.end).opener


def _asides(found: list[Find], start: int, setting: Setting) -> list[Find]:
    """Mark what another is reported to say in the middle of somebody's sentence."""
    if not found or not setting.speaking or found[0].who != "named":
        return found
    by = found[0].group
    told_of = setting.telling and found[0].act == "informeert" and by is not None and not by.persons
    own = by is not None and by.start == start and not told_of  # "Bos heeft niets en vraagt om hulp"
    inside = found[0].start > start and not own and found[0].rule not in ("aside", "subordinate")
    return [replace(one, aside=True) for one in found] if inside else found
