"""Persons: by a title before a name, by the attendance list, and by surname alone once they are known.

A person is `person:Surname` with the particles that belong to it, the first with a capital: `person:Van der Burg`.
The span is the surname without title and initials.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from lrtgraph.linking.matcher import Match
from lrtgraph.linking.words import Words, fold
from lrtgraph.records import Participant
from lrtgraph.resources import resource

PARTICLES = frozenset(
    ["van", "de", "den", "der", "het", "'t", "te", "ten", "ter", "in", "op", "'s", "aan", "bij", "uit"]
) | {"el", "al", "ben", "bin", "von", "la", "le", "du", "di", "da"}
_CAPITAL = re.compile(r"[A-ZÀ-ÖØ-Þ][\w'’]*[a-zß-öø-ÿ][\w'’]*\Z")
_INITIAL = re.compile(r"(?:[A-ZÀ-ÖØ-Þ]|Th|Ch|IJ|Ph|Chr|Fr|Joh|Wm)\Z")
_SEAT = re.compile(r"\s*\(")
_LONGEST = 6  # words in a surname, particles and hyphens included

IsName = Callable[[Words, int], bool]
"""Whether a name of the gazetteer that is no place begins at a word: such a word is no part of a surname."""


@cache
def titles() -> re.Pattern[str]:
    """The titles that come before a surname, with or without a period, whatever the case of their first letter."""
    with resource("data", "linking", "titles.tsv").open(encoding="utf-8", newline="") as lines:
        words = [row["title"] for row in csv.DictReader(lines, delimiter="\t")]
    ordered = sorted(words, key=lambda word: (-len(word), word))
    spelled = "|".join(f"[{word[0].upper()}{word[0]}]{re.escape(word[1:])}" for word in ordered)
    return re.compile(rf"(?<![\w-])(?P<title>{spelled})(?:\.\s*|\s+)(?=[\w'’])")


def surname(name: str) -> str:
    """The surname as an id has it: without initials, the first letter a capital.

    >>> surname("J.H. ter Horst"), surname("van der Burg"), surname("Groot Wassink")
    ('Ter Horst', 'Van der Burg', 'Groot Wassink')
    """
    words = name.split()
    while len(words) > 1 and (words[0].endswith(".") or _INITIAL.match(words[0])):
        words.pop(0)
    if words[0].lower() not in PARTICLES:  # "Eric van der Burg": what comes before a particle is a given name
        first = next((i for i, word in enumerate(words[:-1]) if word in PARTICLES), 0)
        words = words[first:]
    kept = " ".join(words)
    return kept[:1].upper() + kept[1:]


class Persons:
    """The people of one document, and where they are named."""

    def __init__(self, participants: Iterable[Participant], is_name: IsName) -> None:
        self._is_name = is_name
        self._listed = {fold(surname(p.name)): surname(p.name) for p in participants if p.name}
        self._known: dict[str, str] = dict(self._listed)  # folded surname → surname
        self._starts: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for name in self._listed.values():
            self._learn(name)

    def _learn(self, name: str) -> None:
        key = tuple(fold(word) for word in re.findall(r"[^\W_]+|[^\w\s]", name))
        found = self._starts.setdefault(key[0], [])
        if (key, name) not in found:
            found.append((key, name))
            found.sort(key=lambda item: -len(item[0]))
        self._known.setdefault(fold(name), name)

    def titled(self, words: Words) -> list[Match]:
        """The persons who are named with a title; from now on their surnames are known."""
        found: list[Match] = []
        starts = {start: i for i, start in enumerate(words.starts)} if titles().search(words.text) else {}
        for hit in titles().finditer(words.text):
            first = starts.get(hit.end())
            while first is not None:
                first, last = self._skip_initials(words, first), 0
                last = self._surname_end(words, first)
                if last <= first:
                    break
                found.append(
                    self._match(words, first, last, "titled-person", 0.97, f"'{hit['title']}' comes before it")
                )
                first = (
                    _next_in_list(words, last) if hit["title"].lower().endswith(("heren", "dames", "vrouwen")) else None
                )
        for match in found:
            self._learn(match.concept.partition(":")[2])
        return found

    def seated(self, words: Words) -> list[Match]:
        """Names before a seat in brackets, "Ten Doornwaard (VNG)": a person where the seat is an actor's name."""
        found: list[Match] = []
        for i in range(1, len(words)):
            if words.folded[i] != "(" or i + 1 >= len(words) or not self._is_name(words, i + 1):
                continue
            first = i
            while first > 0 and self._part(words, first - 1):
                first -= 1
            while first < i and words.folded[first] in PARTICLES and not words.word(first)[0].isupper():
                first += 1
            if first < i and not words.opens_sentence(first):
                found.append(self._match(words, first, i, "seated-person", 0.8, "a seat in brackets comes behind it"))
        return found

    def bare(self, words: Words) -> Iterator[Match]:
        """The surnames of people who are known by now."""
        for i, key in enumerate(words.folded):
            for parts, name in self._starts.get(key, ()) or self._starts.get(key.removesuffix("s"), ()):
                last = i + len(parts)
                genitive = len(parts) == 1 and key == parts[0] + "s"
                if not genitive and words.folded[i:last] != parts:
                    continue
                core = words.word(last - 1)
                if not core[0].isupper() or (i > 0 and words.is_hyphen(i - 1)):
                    continue
                start, end = words.starts[i], words.ends[last - 1] - genitive
                listed = fold(name) in self._listed
                reason = "the attendance list names them" if listed else "named with a title elsewhere"
                yield Match(start, end, f"person:{name}", "known-person", 0.95 if listed else 0.9, reason)
                break

    def _skip_initials(self, words: Words, i: int) -> int:
        while i + 1 < len(words) and _INITIAL.match(words.word(i)) and words.folded[i + 1] == ".":
            i += 2
        return i

    def _surname_end(self, words: Words, first: int) -> int:
        """The word just past the surname that begins at a word; not past it where there is none."""
        for parts, _ in self._starts.get(words.folded[first], ()) if first < len(words) else ():
            if words.folded[first : first + len(parts)] == parts:
                return first + len(parts)
        i, core = first, first
        while i < len(words) and i - first < _LONGEST:
            if words.folded[i] in PARTICLES and (
                core == first or words.folded[i] not in {"in", "op", "aan", "bij", "uit"}
            ):
                i += 1
            elif self._part(words, i):
                if (
                    core > first
                    and not words.is_hyphen(i - 1)
                    and words.folded[i - 1] in PARTICLES
                    and words.word(i - 1).islower()
                ):
                    break  # "dhr. Bakker van Aedes": the particle begins something else
                i += 1
                core = i
                if i < len(words) and words.is_hyphen(i):
                    i += 1
            else:
                break
        return core

    def _part(self, words: Words, i: int) -> bool:
        word = words.word(i)
        if words.folded[i] in PARTICLES:
            return word[0].isupper() and word[1:].islower()
        return (
            _CAPITAL.match(word) is not None
            and titles().match(words.text, words.starts[i]) is None
            and not self._is_name(words, i)
        )

    def _match(self, words: Words, first: int, last: int, rule: str, confidence: float, reason: str) -> Match:
        start, end = words.starts[first], words.ends[last - 1]
        name = surname(" ".join(words.text[start:end].split()))
        return Match(
            end - len(words.text[start:end]),
            end,
            f"person:{self._known.get(fold(name), name)}",
            rule,
            confidence,
            reason,
        )


def _next_in_list(words: Words, i: int) -> int | None:
    """The word behind "," or "en" where a list of names goes on."""
    return i + 1 if i + 1 < len(words) and words.folded[i] in {",", "en"} else None
