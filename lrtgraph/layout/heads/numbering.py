"""Numbers in front of heads: how they may be read, and the best chain of rising ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

_ROMAN = {"I": 1, "V": 5, "X": 10}
_MOST_ITEMS = 60
_STYLE = 3
"""Heads with a word before their number that make it the style of the document."""

_AGAIN = 3
_FAIR = 1.0
"""Heads with a 1 that make it the number of each, and what such a head scores at least."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that may be a numbered head: its index, its number by style and value, and how good a head it would be."""

    index: int
    style: str
    value: int
    score: float
    number: str
    title: int
    """Raw offset where the title begins."""
    part: str = ""
    """The letter of a divided item ("2b")."""
    sign: str = ""
    """What stands behind the number: "." or ")", if anything."""


def rising(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The chain of candidates with rising values that has the best score; a number left out costs one point.

    In: candidates of one style in the order of their lines. Out: the chain in that order, possibly empty.
    """
    scores: list[float] = [0.0] * (_MOST_ITEMS + 1)
    ends: list[int | None] = [None] * (_MOST_ITEMS + 1)
    previous: list[int | None] = []
    for at, candidate in enumerate(candidates):
        value = candidate.value
        if not 1 <= value <= _MOST_ITEMS:
            previous.append(None)
            continue
        total, origin = candidate.score - 1.0 * (value - 1), None
        for lower in range(1, value + bool(candidate.part)):
            end = ends[lower]
            if end is None or candidates[end].index >= candidate.index:
                continue
            if lower < value or candidates[end].part < candidate.part:
                gain = scores[lower] + candidate.score - 1.0 * max(0, value - lower - 1)
                if gain > total:
                    total, origin = gain, end
        previous.append(origin)
        if ends[value] is None or total > scores[value]:
            scores[value], ends[value] = total, at
    top = max((v for v in range(1, _MOST_ITEMS + 1) if ends[v] is not None), key=lambda v: scores[v], default=None)
    chain: list[Candidate] = []
    at_end = ends[top] if top is not None else None
    while at_end is not None:
        chain.append(candidates[at_end])
        at_end = previous[at_end]
    return chain[::-1]


def begun_again(candidates: Sequence[Candidate], text: str) -> list[Candidate]:
    """The heads of a page whose numbering begins anew behind the text under each, as lists in a web page do.

    Of "1. Opening", "1. Verslag", "1. Rondvraag" the first opens the meeting, and three or more have a 1.

    >>> text = "1. Opening 1. Verslag 1. Rondvraag"
    >>> found = [Candidate(at, "arabic", 1, 2.0, "1", title) for at, title in enumerate((3, 14, 25))]
    >>> len(begun_again(found, text)), begun_again(found[1:], text)
    (3, [])
    """
    found: list[Candidate] = []
    for one in candidates:
        if one.score >= _FAIR and (one.value == 1 or (found and one.value == found[-1].value + 1)):
            found.append(one)
    opened = bool(found) and text.lower().startswith("opening", found[0].title)
    return found if opened and sum(one.value == 1 for one in found) >= _AGAIN else []


def readings(number: str) -> list[tuple[str, int, str]]:
    """The readings of a number: style, value, and the number as it should be written."""
    found: list[tuple[str, int, str]] = []
    digits = number.replace("l", "1").replace("O", "0").replace("I", "1") if len(number) <= 2 else number
    if digits.isascii() and digits.isdigit():
        found.append(("arabic", int(digits), digits))
    roman = number.replace("l", "I").replace("1", "I")
    if roman and all(char in _ROMAN for char in roman):
        found.append(("roman", _roman(roman), roman))
    if len(number) == 1 and number.isascii() and number.isalpha() and number.isupper():
        found.append(("letter", ord(number) - 64, number))
    return found


def _roman(text: str) -> int:
    values = [_ROMAN[char] for char in text]
    return sum(-v if any(v < w for w in values[i + 1 :]) else v for i, v in enumerate(values))


def of_one_style(candidates: Sequence[Candidate], worded: Set[int]) -> list[Candidate]:
    """The candidates without bare numbers where heads say what they are ("Punt 3", "Ad 3").

    `worded` are the indexes of those lines. A bare number is then a head only where it fills a gap between them.
    """
    values = {one.value for one in candidates if one.index in worded}
    if len(worded) < _STYLE:
        return list(candidates)
    missing = set(range(min(values), max(values))) - values
    return [one for one in candidates if one.index in worded or one.value in missing]


def without_lists(candidates: Sequence[Candidate], begun: Mapping[str, int]) -> list[Candidate]:
    """The candidates without those whose sign numbers lists: "1)" begins again and again, "1." only once.

    `begun`: how many lines open with a 1 and such a sign.

    >>> lines = [(1, "."), (1, ")"), (2, ")"), (2, "."), (1, ")"), (2, ")")]
    >>> found = [Candidate(at, "arabic", value, 2.0, str(value), 0, "", sign) for at, (value, sign) in enumerate(lines)]
    >>> [one.index for one in without_lists(found, {".": 1, ")": 2})], len(without_lists(found, {".": 1, ")": 1}))
    ([0, 3], 6)
    """
    once = {one.sign for one in candidates if one.value > 1 and begun.get(one.sign) == 1}
    return [one for one in candidates if not once or one.sign in once or begun.get(one.sign, 0) <= 1]
