"""Who probably contributes in a sentence in which no rule finds a contribution: a linear model.

The rules want a verb, noun or label of speech. Terse minutes do without: "COA heeft nog 460 gezinnen van acht of meer."
This model weighs each actor whom such a sentence names: where the name stands, what stands around it, whether its owner
sits at the table and who spoke before. It has learnt from minutes that no rule was made from (`training/unheard.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from lrtgraph.extraction.grammar.clauses import SUBORDINATORS
from lrtgraph.extraction.grammar.lexicon import words
from lrtgraph.extraction.grammar.tokens import first_finite
from lrtgraph.extraction.grammar.weights import probability, weights
from lrtgraph.extraction.statements.sentence.groups import Group
from lrtgraph.extraction.statements.sentence.passage import Passage
from lrtgraph.extraction.statements.sentence.syntax import forms, is_acted_on
from lrtgraph.extraction.statements.speakers.addressed import is_addressed
from lrtgraph.extraction.statements.speakers.found import Find, Setting
from lrtgraph.extraction.statements.speech.lexicon import noun_frames
from lrtgraph.extraction.statements.stance.acts import is_procedural
from lrtgraph.extraction.statements.stance.endings import is_past
from lrtgraph.extraction.statements.stance.reported import is_hearsay

RULE: Final = "likely"
HEARD: Final = "heard"
"""The class of the table."""
LIKELY: Final = 0.7
"""From which probability on a sentence is somebody's contribution. More than one half, for most minutes that the model
has seen say such things more often than ordinary ones; chosen on minutes not trained on."""
_NAMED: Final = 3
_WORDS: Final = 30
_LONGEST: Final = 80
_PREFIX: Final = 4


@dataclass(frozen=True, slots=True)
class PossibleSpeaker:
    """A group named in the tokens `[start, end)` of a passage, as the `rank`th there, from 0."""

    passage: Passage
    start: int
    end: int
    group: Group
    rank: int
    setting: Setting


Hear = Callable[[Iterable[PossibleSpeaker]], Find | None]
"""Decides among those who may contribute in a sentence in which no rule finds a contribution."""


def candidates(passage: Passage, start: int, end: int, setting: Setting) -> Iterator[PossibleSpeaker]:
    """Those who may contribute in a sentence; nobody in what is too long for one, or where something is settled."""
    if end - start > _LONGEST or setting.label is not None or setting.settled or setting.concluded:
        return
    named = [
        PossibleSpeaker(passage, start, end, group, rank, setting)
        for rank, group in enumerate(passage.within(start, end)[:_NAMED])
        if not set(group.concepts) <= setting.silent | setting.organ
        and not _is_answerable(passage, group, end)
        and not is_acted_on(passage, group.end, end)
        and not is_addressed(passage, start, end, group)
    ]
    untold = (_is_over, _was_there, is_hearsay, is_procedural)
    if named and not any(tells(passage, start, end) for tells in untold):
        yield from named


def _is_over(passage: Passage, start: int, end: int) -> bool:
    """Whether the sentence tells what became of what somebody said: "Het bezwaar van IPO is vervallen"."""
    nouns = (k for k in range(start, end) if passage.words[k] in noun_frames())
    return any(is_past(passage, k, k, _own_end(passage, k, end)) for k in nouns)


def _was_there(passage: Passage, start: int, end: int) -> bool:
    """Whether the sentence only tells who came: "Wethouder Bos was hierbij ook aanwezig."."""
    told = [word for word in passage.words[start:end] if word[:1].isalpha()]
    return told[-1:] == ["aanwezig"] and not {"was", "waren"}.isdisjoint(told)


def _own_end(passage: Passage, noun: int, end: int) -> int:
    """Where the clause of a noun ends: what is over behind it may be something else, "dat de toezegging vervalt"."""
    parts = SUBORDINATORS | {",", "of"}
    return next((k for k in range(noun + 1, end) if passage.words[k] in parts), end)


def _is_answerable(passage: Passage, group: Group, end: int) -> bool:
    """Whether a sentence tells of a group that it answers for something: "VNG is hiervoor aan zet"."""
    lower = passage.words
    if group.end >= end or lower[group.end] not in forms("copula"):
        return False
    stop = next((k for k in range(group.end + 1, end) if passage.finite[k] or not lower[k][:1].isalnum()), end)
    return not words("answerable").isdisjoint(lower[group.end + 1 : stop])


def unheard(found: Iterable[PossibleSpeaker]) -> Find | None:
    """The likeliest contribution among the candidates of one sentence, the first of equals, if it is likely at all.

    Raises ResourceError where the table of weights is missing.
    """
    best, sure = None, LIKELY
    for one in found:
        chance = probability(weights("unheard_words").odds(features(one))[0])
        if chance > sure:
            best, sure = one, chance
    if best is None:
        return None
    return Find(best.start, best.end, "named", best.group, "informeert", RULE, round(sure, 2))


def features(one: PossibleSpeaker) -> Iterable[str]:
    """The features of a candidate, each once: its place, its neighbours, and the words of the sentence."""
    return dict.fromkeys((*_of_place(one), *_of_words(one)))


def _of_place(one: PossibleSpeaker) -> Iterator[str]:
    passage, group, marker = one.passage, one.group, _marker(one)
    first = min(group.start - one.start, 3)
    seated = not one.setting.absent(group)
    yield from (f"rank {one.rank}", f"first {first}", f"first {first} {marker}", f"marker {marker}")
    yield from (f"seated {seated}", f"seated {seated} {marker}", f"listed {one.setting.listed}")
    yield from (f"follows {one.setting.speaking}", f"follows {one.setting.speaking} {marker}")
    yield f"actor {group.concepts[0].partition(':')[0]}"
    yield from (f"several {len(group.concepts) > 1}", f"length {min((one.end - one.start) // 6, 5)}")
    finite = first_finite(passage.finite, one.start, one.end)
    if finite is None:
        yield f"no verb {marker}"
    else:
        yield from (f"verb {passage.words[finite]}", f"verb {passage.words[finite][:_PREFIX]}")
        side = "before" if finite < group.start else "after"
        yield from (f"verb {side} {marker}", f"verb at {side} {min(abs(finite - group.end), 4)} {marker}")


def _marker(one: PossibleSpeaker) -> str:
    """The preposition before the group, else whether it opens the sentence."""
    if one.group.start == one.start:
        return "opening"
    before = one.passage.words[one.group.start - 1]
    return before if one.passage.parts[one.group.start - 1] == "ADP" else "bare"


def _of_words(one: PossibleSpeaker) -> Iterator[str]:
    group, lower = one.group, one.passage.words
    before = lower[max(one.start, group.start - 2) : group.start][::-1]
    behind = lower[group.end : min(one.end, group.end + 2)]
    yield from (f"-{k} {word}" for k, word in enumerate((*before, "^")[:2], start=1))
    yield from (f"+{k} {word}" for k, word in enumerate((*behind, "$")[:2], start=1))
    marker = _marker(one)
    for k in range(one.start, min(one.end, one.start + _WORDS)):
        if not group.start <= k < group.end:
            beginning = lower[k][:_PREFIX]
            yield beginning
            yield f"{marker} {beginning}"
