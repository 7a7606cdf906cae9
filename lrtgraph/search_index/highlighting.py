"""Which words of a passage were asked for: the offsets at which they stand, and the text with marks around them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final

from lrtgraph.dutch.word_forms import Verb, after_particle, finite
from lrtgraph.search_index.expansion import Sought
from lrtgraph.search_index.stemming import WORD, bare, stem

Place = tuple[int, int]
"""Start and end in a text."""
_MARKS: Final = re.compile(r"[.,/-]")
_OF: Final = re.compile(r"\s+(?:aan|bij|door|in|met|naar|om|op|over|per|tot|tussen|uit|van|voor)\s[^.,:;?!()]{0,30}")
"""What stands between the parts of a compound that is told in words: tekort aan (betaalbare) woningen."""


def places(text: str, sought: Sought) -> list[Place]:
    """Where in a text stands what was sought, in the order of the text, apart from its concepts.

    >>> places("Gemeenten zijn aan zet.", Sought(stems=frozenset({"gemeent"})))
    [(0, 9)]
    >>> places("VNG voert de wet in.", Sought(apart=(Verb("in", "voeren"),)))
    [(4, 9), (17, 19)]
    """
    words = list(WORD.finditer(text))
    found: list[Place] = []
    if sought.phrase:
        found += _phrases(words, sought.phrase)
    elif sought.prefix:
        found += [word.span() for word in words if bare(word[0]).startswith(sought.prefix)]
    else:
        found += [word.span() for word in words if _has_stem(word[0], sought.stems)]
    for verb in sought.apart:
        found += _apart(text, verb)
    if sought.halves:
        found += _halves(text, words, sought.halves)
    return sorted(set(found))


def highlight(text: str, marked: Iterable[Place], on: str = "«", off: str = "»") -> str:
    """The text with marks around places of it; those that touch or overlap become one.

    >>> highlight("Gemeenten zijn aan zet.", [(0, 9), (15, 18), (4, 9)])
    '«Gemeenten» zijn «aan» zet.'
    """
    pieces, at = [], 0
    for start, end in _merged(marked):
        pieces += [text[at:start], on, text[start:end], off]
        at = end
    return "".join((*pieces, text[at:]))


def _merged(marked: Iterable[Place]) -> list[Place]:
    found: list[Place] = []
    for start, end in sorted(marked):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _has_stem(word: str, stems: frozenset[str]) -> bool:
    # The index parts a number or code at its marks: "2024" finds "2024-03-05".
    return stem(word) in stems or (not word.isalpha() and not stems.isdisjoint(map(stem, _MARKS.split(word))))


def _phrases(words: Sequence[re.Match[str]], phrase: tuple[str, ...]) -> Iterator[Place]:
    for at in range(len(words) - len(phrase) + 1):
        row = words[at : at + len(phrase)]
        if tuple(bare(word[0]) for word in row) == phrase:
            yield row[0].start(), row[-1].end()


def _apart(text: str, verb: Verb) -> Iterator[Place]:
    """A finite verb with its particle at the end of the clause, and "in te voeren"."""
    for match in _pattern(verb).finditer(text):
        yield from (match.span(group) for group in ("verb", "particle", "whole") if match[group])


@lru_cache(maxsize=100)
def _pattern(verb: Verb) -> re.Pattern[str]:
    """Behind the particle the clause ends, or goes on with what follows a verb."""
    standing = "|".join(sorted(finite(verb)))
    following = "|".join(sorted(after_particle()))
    return re.compile(
        rf"\b(?P<verb>{standing})\b[^.;:?!•]*?\s(?P<particle>{verb.particle})\b(?=\s*(?:[.,;:?!)\]]|$|(?:{following})\b))"
        rf"|\b(?P<whole>{verb.particle}\s+te\s+{verb.infinitive})\b",
        re.IGNORECASE,
    )


def _halves(text: str, words: Sequence[re.Match[str]], halves: tuple[frozenset[str], ...]) -> Iterator[Place]:
    """The parts of a compound told in words, the head first: tekort aan woningen for woningtekort."""
    modifiers, heads = ([word.span() for word in words if stem(word[0]) in half] for half in halves)
    for head in heads:
        for modifier in modifiers:
            if _OF.fullmatch(text, head[1], max(head[1], modifier[0])):
                yield from (head, modifier)
