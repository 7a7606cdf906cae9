"""Slips of one letter: the known word that a long unknown word is meant to be.

Only words of names are known here, so a slip is mended only where the whole name then stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

_SHORTEST = 8  # letters of a word that is mended, at least and at most
LONGEST = 40
_REMEMBERED = 20_000  # words whose mending is kept, so that memory does not grow with the documents


class Spelling:
    """Known words, and what a word that differs from one of them by one letter is meant to be.

    `others` are words of the language, which are no slips.

    >>> spelling = Spelling(["ministerie", "vergunninghouders"])
    >>> spelling.mend("ministere"), spelling.mend("vergunnighouders"), spelling.mend("misere")
    ('ministerie', 'vergunninghouders', 'misere')
    """

    def __init__(self, words: Iterable[str], others: frozenset[str] = frozenset()) -> None:
        self._words = frozenset(words)
        self._others = others
        self._shortened: dict[str, str] = {}
        for word in sorted(self._words):
            if len(word) >= _SHORTEST and word.isalpha():
                for short in _shortened(word):
                    self._shortened.setdefault(short, word)
        self.mend: Callable[[str], str] = lru_cache(maxsize=_REMEMBERED)(self._find)
        """The known word that a folded word stands for; itself where it is known, short, or like none."""

    def _find(self, word: str) -> str:
        if not _SHORTEST - 1 <= len(word) <= LONGEST or word in self._words:
            return word
        if not word.isalpha() or word in self._others:
            return word
        if word in self._shortened:  # a letter is missing
            return self._shortened[word]
        for short in _shortened(word):
            if short in self._words and len(short) >= _SHORTEST:  # a letter too many
                return short
            found = self._shortened.get(short)
            if found is not None and len(found) == len(word):  # another letter, or two that changed places
                return found
        return word


def _shortened(word: str) -> Iterator[str]:
    """A word with each of its letters but the first left out in turn."""
    return (word[:i] + word[i + 1 :] for i in range(1, len(word)))
