"""Patterns of words: what a row of a lexicon asks for, one word behind the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lrtgraph.extraction.lexicon import words


@dataclass(frozen=True, slots=True)
class Word:
    """A word that a frame asks for: exact forms, and beginnings of words."""

    forms: frozenset[str]
    beginnings: tuple[str, ...] = ()

    @staticmethod
    def parse(text: str) -> Word:
        """Read "risico*/gevaar"; behind an at-sign stands a class of `data/word_classes.csv`.

        >>> Word.parse("risico*/gevaar").fits("risico's"), Word.parse("@ahead").fits("binnenkort")
        (True, True)
        """
        if text == "~":
            return _GAP
        alternatives = [
            one for part in text.split("/") for one in (sorted(words(part[1:])) if part.startswith("@") else (part,))
        ]
        beginnings = tuple(a[:-1] for a in alternatives if a.endswith("*"))
        return Word(frozenset(a for a in alternatives if not a.endswith("*")), beginnings)

    def fits(self, word: str) -> bool:
        """Whether a lower-case token is one of the forms."""
        return word in self.forms or (bool(self.beginnings) and word.startswith(self.beginnings))


_GAP = Word(frozenset({"~"}))
_PARTS = frozenset({",", ";", ":", "."})


def fits(tokens: Sequence[str], at: int, end: int, pattern: Sequence[Word]) -> bool:
    """Whether a pattern begins at a token; a tilde in it stands for up to four words within a part of the sentence.

    >>> fits("er is weinig ruimte".split(), 1, 4, (Word.parse("is"), Word.parse("~"), Word.parse("ruimte")))
    True
    """
    for place, wanted in enumerate(pattern):
        if wanted is _GAP:
            stop = next((n + 1 for n in range(at, min(at + 5, end)) if tokens[n] in _PARTS), min(at + 5, end))
            return any(fits(tokens, n, end, pattern[place + 1 :]) for n in range(at, stop))
        if at >= end or not wanted.fits(tokens[at]):
            return False
        at += 1
    return True
