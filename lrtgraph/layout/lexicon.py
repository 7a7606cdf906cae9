"""What the layout must know of words: whether a string is one, or a name, to decide on joins and on scanning errors."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from lrtgraph.resources import word_list

_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\w+")
_LINKS = ("", "s", "en", "e", "n")
_ENDINGS = ("en", "n", "s", "e", "'s", "er", "de", "te", "d", "t")


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Known words (lower case) and names (as written, such as "SJenV", "IPO", "Aedes").

    Build one with `Lexicon.of`; `with_words` adds what a document itself shows.
    """

    words: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    more: frozenset[str] = frozenset()
    """Further words, kept apart so that adding a document's does not copy all."""

    @classmethod
    def of(cls, words: Iterable[str] = (), names: Iterable[str] = ()) -> Lexicon:
        """A lexicon of single words and of names; the packaged Dutch word list is always part of it.

        Each name is taken apart into its words: a name of lower-case words is no more than those words.

        >>> lexicon = Lexicon.of(["opvang"], ["BAK OEK", "Ter Apel"])
        >>> lexicon.is_name("OEK"), lexicon.known("Opvang"), lexicon.known("opv")
        (True, True, False)
        """
        tokens = [token for name in names for token in _TOKEN.findall(name)]
        written = frozenset(
            token for token in tokens if len(token) > 1 and token[0].isalpha() and token != token.lower()
        )
        known = {word.lower() for word in words if len(word) > 1 and word.replace("-", "").replace("'", "").isalpha()}
        known.update(token.lower() for token in tokens if len(token) > 2)
        return cls(frozenset(known | word_list("words.txt")), written)

    def with_words(self, words: Iterable[str]) -> Lexicon:
        """The same with more words (lower case)."""
        return Lexicon(self.words, self.names, self.more | frozenset(words))

    def listed(self, low: str) -> bool:
        """Whether a lower-case word stands in the list exactly so."""
        return low in self.words or low in self.more

    def is_name(self, token: str) -> bool:
        """Whether the token is a known name, exactly as written."""
        return token in self.names

    def known(self, token: str) -> bool:
        """Whether the token is a known word or name, in whatever case, or an inflected form of one."""
        return token in self.names or self._word(token.lower())

    def compound(self, token: str) -> bool:
        """Whether the token is a word or is made of two known words of four letters or more.

        >>> Lexicon.of(["samenwerking", "verbanden"]).compound("samenwerkingsverbanden")
        True
        """
        low = token.lower()
        if self._word(low):
            return True
        if len(low) > 40:
            return False
        for cut in range(4, len(low) - 3):
            tail = low[cut:]
            if not self._word(tail):
                continue
            head = low[:cut]
            if any(head.endswith(link) and len(head) - len(link) >= 3 and self._word(head[: len(head) - len(link)])
                   for link in _LINKS):  # fmt: skip
                return True
        return False

    def _word(self, low: str) -> bool:
        if low in self.words or low in self.more:
            return True
        stems = [low.removesuffix(end) for end in _ENDINGS if low.endswith(end)]
        return any(len(stem) >= 4 and self.listed(stem) for stem in stems)
