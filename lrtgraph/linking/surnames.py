"""Dutch personal names: which words are the surname, with its particles and without initials and given names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from lrtgraph.linking.lexicon import listed
from lrtgraph.linking.words import Words
from lrtgraph.redaction import PARTICLES, REDACTED

_CAPITAL = re.compile(r"[A-ZÀ-ÖØ-Þ][\w'’]*[a-zß-öø-ÿ][\w'’]*\Z")
_INITIAL = re.compile(r"(?:[A-ZÀ-ÖØ-Þ]|Th|Ch|IJ|Ph|Chr|Fr|Joh|Wm)\Z")
_WITHIN = re.compile(r"(?:in ['’]t|op (?:['’]t|den)) (?=[A-ZÀ-Þ])")
"""What joins two halves of a surname: "Scholte in 't Veld", "Meijer op den Camp"; before "van" stands a given name."""
_MOST_PARTICLES = 3
_LEAST_GIVEN = 2
"""Known given names in a list, at the least, for it to be a list of full names."""
_HALVES = frozenset(("Groot", "Groote", "Grote", "Klein", "Kleine", "Oude", "Nieuwe", "Lange", "Korte"))
"""First halves of surnames of two words: "Groot Wassink", "Oude Elferink"."""


@dataclass(frozen=True, slots=True)
class Surname:
    """The words `[first, last)` of a text that are a surname; `full` says that initials or a given name precede it."""

    first: int
    last: int
    full: bool


IsOther = Callable[[Words, int], bool]
"""Whether a word begins a title, or a name of something that is no person and no place."""


@cache
def given_names() -> frozenset[str]:
    """Common given names."""
    return listed("given_names")


def surname(name: str) -> str:
    """The surname of a written name as an id has it: its first letter a capital.

    >>> surname("J.H. ter Horst"), surname("van der Burg"), surname("Groot Wassink"), surname("Klaas Bakker")
    ('Ter Horst', 'Van der Burg', 'Groot Wassink', 'Bakker')
    >>> surname("Scholte in 't Veld"), surname("Henk in 't Veld")
    ("Scholte in 't Veld", "In 't Veld")
    """
    words = name.split()
    while len(words) > 1 and (words[0].endswith(".") or _INITIAL.match(words[0])):
        words.pop(0)
    if words and words[0].lower() not in PARTICLES:  # "Eric van der Burg"
        first = next((i for i, word in enumerate(words[:-1]) if word in PARTICLES), 0)
        if words[0] in given_names() or not _WITHIN.match(" ".join(words[1:])):
            words = words[first:]
        while not first and len(words) > 1 and words[0] in given_names():  # "Jan Jaap Bakker"
            words.pop(0)
    kept = " ".join(words)
    return kept[:1].upper() + kept[1:]


def surnames(names: Sequence[str]) -> Iterator[tuple[str, str | None]]:
    """The surname of each name in one list, and the given name where the list has those.

    Where most names begin with a known given name, all begin with one.

    >>> list(surnames(["Antoon Bijen", "Klaas Bakker", "Anna Bos"]))
    [('Bijen', 'Antoon'), ('Bakker', 'Klaas'), ('Bos', 'Anna')]
    >>> list(surnames(["Voorn, Sebastiaan van", "Groot Wassink"]))
    [('Van Voorn', 'Sebastiaan'), ('Groot Wassink', None)]
    """
    plain = [_in_order(name) for name in names]
    firsts = [words[0] for name in plain if len(words := name.split()) > 1 and words[1].lower() not in PARTICLES]
    known = sum(first in given_names() for first in firsts)
    full = known >= _LEAST_GIVEN and 2 * known >= len(firsts)
    for name, ordered in zip(names, plain, strict=True):
        first, _, rest = ordered.partition(" ")
        is_given = first in given_names() or name != ordered or (full and first not in _HALVES and first[-1:].isalpha())
        if rest and is_given and first[0].isupper() and first.lower() not in PARTICLES and not _INITIAL.match(first):
            yield surname(rest), first
        else:
            yield surname(ordered), None


def _in_order(name: str) -> str:
    """A name as it is spoken: "Bijen, Antoon" is "Antoon Bijen", "Voorn, Sebastiaan van" "Sebastiaan van Voorn"."""
    last, comma, given = name.partition(", ")
    words = given.split()
    if not comma or not all(word in PARTICLES or word[0].isupper() for word in words) or "," in given:
        return name
    return " ".join((*words, last))


def read_surname(words: Words, i: int, is_other: IsOther, *, small_first: bool) -> Surname | None:
    """The surname of the personal name that begins at the i-th word; None where none does.

    `small_first` says whether its first particle may be in lower case ("dhr. van Rijn", but "burgemeester van Epe").
    """
    first = i
    while first + 1 < len(words) and _INITIAL.match(words.word(first)) and words.folded[first + 1] == ".":
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
    if last < len(words) and _WITHIN.match(words.text, words.starts[last]):
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
