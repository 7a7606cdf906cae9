"""The words of a text with their places, and the one spelling under which variants of a word meet.

Linking reads words, not spaCy tokens: it runs before the parser, so that only blocks that need it are parsed.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from functools import cache, lru_cache

from lrtgraph.resources import word_list
from lrtgraph.value import value

_WORD = re.compile(r"[^\W_]+|[^\w\s]|_")
_HYPHENS = frozenset("-\u2010\u2011")
_ENDS = frozenset(".!?:;•»")
INSIDE = frozenset({"van", "voor", "de", "den", "der", "het", "en", "in", "op", "aan", "te", "tot"})
"""Small words inside names."""


@value
class Words:
    """A text cut into words and signs: the i-th is `surfaces[i]`, `text[starts[i]:ends[i]]`; its key is `folded[i]`."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    surfaces: tuple[str, ...]
    folded: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.starts)

    def word(self, i: int) -> str:
        """The i-th word as it stands."""
        return self.surfaces[i]

    def at(self, offset: int) -> int:
        """The first word that begins at an offset of the text or behind it."""
        return bisect_left(self.starts, offset)

    def is_hyphen(self, i: int) -> bool:
        """Whether the i-th word is a hyphen with no space on either side."""
        return (
            self.folded[i] in _HYPHENS
            and 0 < i < len(self) - 1
            and self.ends[i - 1] == self.starts[i]
            and self.ends[i] == self.starts[i + 1]
        )

    def opens_sentence(self, i: int) -> bool:
        """Whether the i-th word stands where a capital says nothing: first of all, or behind a sign that ends."""
        j = i - 1
        while j >= 0 and self.folded[j] in "\"'“‘”’(»":
            j -= 1
        return j < 0 or self.folded[j] in _ENDS


@cache
def common_words() -> frozenset[str]:
    """Words of minutes at large, folded: a string that is one of them is neither a slip nor a name by itself."""
    return frozenset(map(fold, word_list("words.txt")))


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """The key of a word: lower case, without diacritics, ligatures apart; never empty, even of an accent alone.

    >>> fold("Oekraïense"), fold("ﬂexwoningen")
    ('oekraiense', 'flexwoningen')
    """
    if word.isascii():
        return word.lower()
    parts = unicodedata.normalize("NFKD", word)
    return "".join(c for c in parts if not unicodedata.combining(c)).casefold() or word


def read_words(text: str) -> Words:
    """Cut a text into runs of letters and digits, and single signs.

    >>> words = read_words("CNO-plekken en B&W")
    >>> [words.word(i) for i in range(len(words))]
    ['CNO', '-', 'plekken', 'en', 'B', '&', 'W']
    """
    hits = list(_WORD.finditer(text))
    surfaces = tuple([hit[0] for hit in hits])
    starts, ends = tuple([hit.start() for hit in hits]), tuple([hit.end() for hit in hits])
    return Words(text, starts, ends, surfaces, tuple(map(fold, surfaces)))
