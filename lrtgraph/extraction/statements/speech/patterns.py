"""Patterns of words: what a row of a lexicon asks for, one word behind the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from lrtgraph.extraction.grammar.lexicon import words
from lrtgraph.extraction.grammar.tokens import MARKS

Item = TypeVar("Item")
_KEY = 3  # letters of the beginning of a word by which it is looked up


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


class Index(Generic[Item]):
    """Items by the first word of their pattern, so that few are tried at a token.

    >>> index = Index([((Word.parse("zorg*"),), 1), ((Word.parse("zorgen"),), 2), ((Word.parse("goed"),), 3)])
    >>> index.at("zorgen"), index.at("zorg"), index.at("slecht")
    ([1, 2], [1], [])
    """

    def __init__(self, rows: Iterable[tuple[Sequence[Word], Item]]) -> None:
        self._exact: dict[str, list[tuple[int, Item]]] = {}
        self._begun: dict[str, list[tuple[int, Item, tuple[str, ...]]]] = {}
        for number, (pattern, item) in enumerate(rows):
            first = pattern[0]
            for form in first.forms:
                self._exact.setdefault(form, []).append((number, item))
            for key in {beginning[:_KEY] for beginning in first.beginnings}:
                self._begun.setdefault(key, []).append((number, item, first.beginnings))

    def at(self, word: str) -> list[Item]:
        """The items, in order, whose pattern may begin with a lower-case token."""
        exact, begun = self._exact.get(word, ()), self._begun.get(word[:_KEY], ())
        if not begun:
            return [item for _, item in exact]
        found = dict(exact)
        found.update((number, item) for number, item, beginnings in begun if word.startswith(beginnings))
        return [found[number] for number in sorted(found)]


_GAP = Word(frozenset({"~"}))


def fits(tokens: Sequence[str], at: int, end: int, pattern: Sequence[Word]) -> bool:
    """Whether a pattern begins at a token; a tilde in it stands for up to four words within a part of the sentence.

    >>> fits("er is weinig ruimte".split(), 1, 4, (Word.parse("is"), Word.parse("~"), Word.parse("ruimte")))
    True
    """
    for place, wanted in enumerate(pattern):
        if wanted is _GAP:
            stop = next((n + 1 for n in range(at, min(at + 5, end)) if tokens[n] in MARKS), min(at + 5, end))
            return any(fits(tokens, n, end, pattern[place + 1 :]) for n in range(at, stop))
        if at >= end or not wanted.fits(tokens[at]):
            return False
        at += 1
    return True
