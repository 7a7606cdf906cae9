"""Whole reactions in a word or two, to what was said before: "IPO juist wel.", "VNG evenmin.", "…, Breda niet"."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from lrtgraph.extraction.grammar.lexicon import words
from lrtgraph.extraction.statements.sentence.groups import Group
from lrtgraph.extraction.statements.sentence.passage import Passage
from lrtgraph.extraction.statements.sentence.syntax import skip, subordinates
from lrtgraph.extraction.statements.speakers.found import Find, Setting
from lrtgraph.extraction.statements.speech.lexicon import OPPOSITE
from lrtgraph.records import Act

_VERDICT = 5  # tokens of a whole reaction
_TURNING = frozenset({"niet", "wel", "allerminst", "geenszins"})  # verdicts that alone say the opposite
_TOO = (("ook",), ("evenals",), ("net", "als"))


def in_two_words(passage: Passage, start: int, end: int, setting: Setting) -> list[Find]:
    """ "IPO juist wel.", "Nidos niet.", "VNG evenmin.": a whole sentence that agrees or disagrees with the last one."""
    lower = passage.words
    also = _echo(passage, start, end) if setting.stance in OPPOSITE else None
    if also is not None:
        return [
            Find(start, end, "named", also, "steunt", "gapping", 0.8, manner="attitude", named="steunt", final=True)
        ]
    group = passage.starting(skip(passage, start, end, ("aanhef",)))
    if group is None or setting.stance is None:
        return []
    gladly = [k for k in range(group.end, end) if lower[k][:1].isalnum()]
    if gladly and setting.stance == "stelt_voor" and all(lower[k] in words("gladly") for k in gladly):
        return [Find(start, end, "named", group, "steunt", "gapping", 0.8, manner="attitude", named="steunt")]
    last = verdict(passage, group.end, end)
    if last is None or not closes(passage, last + 1, end):
        return []
    act = _reaction(setting.stance, lower[group.end : last + 1])
    return [Find(start, end, "named", group, act, "gapping", 0.8, manner="attitude", named=act, final=True)]


def _echo(passage: Passage, start: int, end: int) -> Group | None:
    """Who thinks so too by a whole sentence: "Ook VB.", "Dat geldt ook voor VB.", "Voor de VNG geldt hetzelfde."."""
    lower = tuple(word for word in passage.words[start:end] if word[:1].isalnum())
    groups = passage.within(start, end)
    if len(groups) != 1:
        return None
    group = groups[0]
    before, behind = passage.words[start : group.start], passage.words[group.end : end]
    behind = tuple(word for word in behind if word[:1].isalnum())
    if not behind and (before in _TOO or (len(before) > 1 and before[-1] == "voor" and _holds_too(before[:-1]))):
        return group
    return group if before == ("voor",) and _holds_too(behind) and len(lower) > len(behind) else None


def _holds_too(said: tuple[str, ...]) -> bool:
    """ "dat geldt ook", "geldt hetzelfde", "hetzelfde geldt"."""
    rest = [word for word in said if word not in ("geldt", "dat", "dit")]
    return "geldt" in said and bool(rest) and set(rest) <= words("verdict") - _TURNING


def _reaction(before: Act, said: tuple[str, ...]) -> Act:
    """What words that are a whole reaction say to the act before: "ook niet", "evenmin", "juist wel", "eveneens"."""
    denied = said[-1] in words("denying")
    if before not in OPPOSITE:
        return "bezwaar" if denied else "steunt"
    if agrees(said):
        return before if denied else "steunt"
    return OPPOSITE[before]


def agrees(said: Iterable[str]) -> bool:
    """Whether words that are a whole reaction agree with what came before.

    >>> agrees(["ook", "niet"]), agrees(["juist", "niet"])
    (True, False)
    """
    return not (words("verdict") - _TURNING).isdisjoint(said)


def verdict(passage: Passage, start: int, end: int) -> int | None:
    """Where the word stands that is all a speaker says whose name ends at `start`: "ook", "juist wel", "eveneens"."""
    last, k = None, start
    while k < min(end, start + _VERDICT):
        strong = next((phrase for phrase in _emphases() if passage.words[k : k + len(phrase)] == phrase), ())
        if passage.words[k] in words("verdict"):
            last = k
        elif not strong and passage.words[k] not in words("between", "pro_verb") and passage.parts[k] != "ADV":
            break
        k += len(strong) or 1
    return last


@cache
def _emphases() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split("_")) for phrase in sorted(words("emphasis")))


def closes(passage: Passage, k: int, end: int) -> bool:
    """Whether nothing follows a verdict but what it depends on or its reason: "Assen ook, als …", "DGVB niet: …"."""
    if k < end and passage.words[k] == ",":
        k += 1
    opens = k < end and (passage.words[k] == ":" or subordinates(passage, k, k))
    return opens or not any(word[:1].isalnum() for word in passage.words[k:end])
