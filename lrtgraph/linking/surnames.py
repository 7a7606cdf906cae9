"""Dutch personal names: which words are the surname, with its particles and without initials and given names."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from lrtgraph.dutch.redaction import PARTICLES, REDACTED
from lrtgraph.dutch.surnames import INITIAL, WITHIN, given_names
from lrtgraph.linking.words import Words

_CAPITAL = re.compile(r"[A-ZÀ-ÖØ-Þ][\w'’]*[a-zß-öø-ÿ][\w'’]*\Z")
_MOST_PARTICLES = 3


@dataclass(frozen=True, slots=True)
class Surname:
    """The words `[first, last)` of a text that are a surname; `full` says that initials or a given name precede it."""

    first: int
    last: int
    full: bool


IsOther = Callable[[Words, int], bool]
"""Whether a word begins a title, or a name of something that is no person and no place."""


def read_surname(words: Words, i: int, is_other: IsOther, *, small_first: bool) -> Surname | None:
    """The surname of the personal name that begins at the i-th word; None where none does.

    `small_first` says whether its first particle may be in lower case ("dhr. van Rijn", but "burgemeester van Epe").
    """
    first = i
    while first + 1 < len(words) and INITIAL.match(words.word(first)) and words.folded[first + 1] == ".":
        first += 2
    while first + 1 < len(words) and words.word(first) in given_names() and _may_begin(words, first + 1, is_other):
        first += 1
    full = first > i
    core = past_particles(words, first)
    if core >= len(words) or not _is_core(words, core, is_other):
        return None
    if core > first and words.word(first)[0].islower() and not (small_first or full):
        return None
    last = core + 1
    if last < len(words) and _is_core(words, last, is_other) and words.folded[last - 1] not in PARTICLES:
        last += 1  # "Groot Wassink"
    if last < len(words) and WITHIN.match(words.text, words.starts[last]):
        last = past_particles(words, last) + 1  # "Scholte in 't Veld"
    while last < len(words) and words.is_hyphen(last):
        other = past_particles(words, last + 1)
        if other >= len(words) or not _is_core(words, other, is_other):
            break
        last = other + 1
    return Surname(first, last, full)


def past_particles(words: Words, i: int) -> int:
    """The first word from the i-th on that is no particle of a name."""
    first = i
    while i < len(words) and i - first < _MOST_PARTICLES and words.folded[i] in PARTICLES:
        i += 1
    return i


def _may_begin(words: Words, i: int, is_other: IsOther) -> bool:
    return words.folded[i] in PARTICLES or _is_core(words, i, is_other)


def _is_core(words: Words, i: int, is_other: IsOther) -> bool:
    word = words.folded[i]
    if word in PARTICLES or word in REDACTED or set(word) == {"x"}:
        return False
    return _CAPITAL.match(words.word(i)) is not None and not is_other(words, i)
