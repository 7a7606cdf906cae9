"""Favourable and unfavourable words in what somebody says: "onhaalbaar", "onder druk", "niet toegerust".

`data/evaluations.csv` holds them with a weight: 3 for what is a judgement wherever it stands, 2 for what a figure makes
a plain fact ("een tekort van 300 plekken"), 1 for what says something only behind a verb of judgement ("vindt dat
lastig"). Denied, a favourable word is unfavourable, and an unfavourable one says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from lrtgraph.extraction.grammar.clauses import SUBORDINATORS
from lrtgraph.extraction.grammar.lexicon import table, words
from lrtgraph.extraction.statements.sentence.passage import Passage
from lrtgraph.extraction.statements.speech.patterns import Index, Word, fits

ANYWHERE = frozenset({"anywhere"})
"""The reach of words that tell a concern also where a speaker goes on."""
COMPLEMENT = ANYWHERE | {"complement"}
"""The reach of words that count in what a verb of speech governs."""
JUDGEMENT = COMPLEMENT | {"judgement"}
"""The reach of words that count behind a verb of judgement."""

_BOUNDARIES = (
    frozenset({",", ";", ":", ".", "en", "maar", "doch", "terwijl", "–", "("}) | SUBORDINATORS | words("condition")
)
_BACK = 9  # tokens before a word among which its denial may stand
_NEAR = 2  # tokens before a word among which "zonder" denies it
_ENTAILED = 3  # tokens before "dat" among which it is denied that something follows
_AHEAD = 4  # tokens behind a finite verb among which its denial may stand
_FACTUAL = 2  # the weight that a figure lessens
LIMITING = words("only") | {"zozeer"}


@dataclass(frozen=True, slots=True)
class Verdict:
    """A word that evaluates, at a token: whether in favour, its weight, and whether it is one of judgement alone."""

    place: int
    favourable: bool
    weight: int
    judging: bool


@dataclass(frozen=True, slots=True)
class _Evaluation:
    pattern: tuple[Word, ...]
    favourable: bool
    weight: int
    reach: str


@cache
def _evaluations() -> Index[_Evaluation]:
    """The rows of the table by their first word."""
    rows = [(tuple(Word.parse(word) for word in row["words"].split()), row) for row in table("evaluations")]
    return Index(
        (pattern, _Evaluation(pattern, row["polarity"] == "positive", int(row["weight"]), row["reach"]))
        for pattern, row in rows
    )


def verdicts(passage: Passage, start: int, end: int, taken: frozenset[int], reaches: frozenset[str]) -> list[Verdict]:
    """What evaluates in `[start, end)`, tokens in `taken` and names apart, in the order of the text.

    A favourable word that is denied comes out as unfavourable; an unfavourable one that is denied does not come out.
    """
    found = []
    for k, one in _sighted(passage, start, end, taken, reaches):
        verdict = _verdict(passage, start, k, end, one)
        if verdict is not None:
            found.append(verdict)
    return found


def litotes(passage: Passage, start: int, end: int, taken: frozenset[int]) -> bool:
    """Whether something unfavourable is denied: "geen slecht idee", "niet onredelijk"."""
    sighted = _sighted(passage, start, end, taken, JUDGEMENT)
    return any(not one.favourable and _denied(passage, start, k, end, one) for k, one in sighted)


def _sighted(
    passage: Passage, start: int, end: int, taken: frozenset[int], reaches: frozenset[str]
) -> Iterator[tuple[int, _Evaluation]]:
    """The words that evaluate, with their place."""
    index, lower = _evaluations(), passage.words
    for k in range(start, end):
        for one in index.at(lower[k]):
            known = one.reach in reaches and k not in taken and passage.at(k) is None
            if known and fits(lower, k, end, one.pattern):
                yield k, one


def concern(
    passage: Passage,
    start: int,
    end: int,
    taken: frozenset[int],
    reaches: frozenset[str] = COMPLEMENT,
    least: int = _FACTUAL,
) -> int | None:
    """Where a concern begins in what is said; None where all that is unfavourable weighs less than `least`."""
    against = [one for one in verdicts(passage, start, end, taken, reaches) if not one.favourable]
    if not against or sum(one.weight for one in against) < least:
        return None
    return against[0].place


def _verdict(passage: Passage, start: int, k: int, end: int, one: _Evaluation) -> Verdict | None:
    lower = passage.words
    if _conditional(passage, start, k):
        return None
    if lower[k] == "zorgen" and k + 1 < end and lower[k + 1] in ("ervoor", "voor"):
        return None  # the verb
    denied = _denied(passage, start, k, end, one)
    if one.favourable:
        return Verdict(k, not denied, one.weight, one.reach == "judgement")
    if denied:
        return None
    weight = one.weight - 1 if one.weight <= _FACTUAL and _has_figure(passage, start, k, end) else one.weight
    return Verdict(k, False, weight, one.reach == "judgement")


def _conditional(passage: Passage, start: int, k: int) -> bool:
    """Whether the word stands in a condition: "als de grens dreigt te worden overschreden"."""
    first = next((n for n in range(k, start - 1, -1) if passage.words[n] in _BOUNDARIES), k)
    if sum(passage.finite[first:k]) > 1:
        return False  # "Als dat zo is bestaat het risico": the condition is over
    if passage.words[first] == "als":
        return any(passage.finite[first : min(len(passage.words), k + _BACK)])  # and no "ervaart dat als knellend"
    return passage.words[first] in words("condition")


def _denied(passage: Passage, start: int, k: int, end: int, one: _Evaluation) -> bool:
    """Whether a negation stands before the word in its part of the clause, or behind it where it is the verb."""
    lower = passage.words
    for n in range(k - 1, max(start, k - _BACK) - 1, -1):
        if _denies(lower, n) or _without(passage, n, k) or _follows_not(lower, n):
            return True
        if lower[n] in _BOUNDARIES:
            break
    if not (one.favourable and passage.finite[k]):
        return False
    for n in range(k + 1, min(end, k + 1 + _AHEAD)):
        if lower[n] in _BOUNDARIES:
            return False
        if _denies(lower, n):
            return True
    return False


def _follows_not(lower: tuple[str, ...], n: int) -> bool:
    """ "betekent niet dat de taak verschuift", "wil niet zeggen dat": what is denied to follow is denied itself."""
    before = lower[max(0, n - _ENTAILED) : n]
    return lower[n] == "dat" and not any(words(one).isdisjoint(before) for one in ("denying", "entailing"))


def _without(passage: Passage, n: int, k: int) -> bool:
    """Whether "zonder" denies a word: no "ook zonder", and no "zonder woningen weinig", whose noun it takes."""
    if passage.words[n] != "zonder" or k - n > _NEAR or passage.words[n - 1] == "ook":
        return False
    return k - n == 1 or passage.parts[n + 1] not in ("NOUN", "PROPN")


def _denies(lower: tuple[str, ...], n: int) -> bool:
    negative = lower[n] in words("denying") or lower[n] == "onvoldoende"
    return negative and (n + 1 >= len(lower) or lower[n + 1] not in LIMITING)


def _has_figure(passage: Passage, start: int, k: int, end: int) -> bool:
    """Whether a number that measures stands in the same part of the clause: no day of a month, no year."""
    lower = passage.words
    first, last = k, k
    while first > start and lower[first - 1] not in _BOUNDARIES:
        first -= 1
    while last < end and lower[last] not in _BOUNDARIES:
        last += 1
    return any(_measures(lower[n]) for n in range(first, last))


def _measures(word: str) -> bool:
    bare = word.replace(".", "").replace(",", "").rstrip("%")
    if not bare.isdigit():
        return False
    year = len(word) == 4 and word.startswith(("19", "20"))
    return not year and (int(bare[:9]) > 31 or word != bare)
