"""Words and their stems: of the texts that are indexed, and of the questions put to them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Any, Final

from lrtgraph.resources import word_list

_WORD: Final = re.compile(r"\w*\d\w*(?:[.,/-]\w*\d\w*)*|\w+(?:['’´]\w+)?")
"""A number, date or code is one word with its marks: "6.250" asks for these figures side by side, "A25-04" too."""
_MARKS: Final = re.compile(r"[.,/-]")


def stems_of(text: str) -> list[str]:
    """The stems of a text's words, in their order.

    >>> stems_of("De gemeenten huisvesten")
    ['de', 'gemeent', 'huisvest']
    >>> stems_of("6.250 plekken (A25-04)")
    ['6.250', 'plek', 'a25-04']
    """
    return list(map(stem, _WORD.findall(text)))


def asked(question: str) -> list[str]:
    """The stems that a question asks for: without function words, unless it has no other words.

    >>> asked("tekort aan woningen"), asked("aan")
    (['tekort', 'woning'], ['aan'])
    """
    words = _WORD.findall(question)
    return [stem(word) for word in words if word.casefold() not in word_list("search_stopwords.txt")] or [
        stem(word) for word in words
    ]


def highlight(text: str, question: str, on: str = "«", off: str = "»") -> str:
    """The text with the words that the question found between marks.

    >>> highlight("Gemeenten zijn aan zet.", "gemeente")
    '«Gemeenten» zijn aan zet.'
    """
    wanted = set(asked(question))

    def is_wanted(word: str) -> bool:
        # The index parts a number or code at its marks: "2024" finds "2024-03-05".
        return stem(word) in wanted or not wanted.isdisjoint(map(stem, _MARKS.split(word)))

    return _WORD.sub(lambda match: f"{on}{match[0]}{off}" if is_wanted(match[0]) else match[0], text)


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The stem of one word, without accents and in lower case."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(c))
    base = re.split(r"['’´]", plain)[0]
    # Snowball leaves the plural of "locatie" as it is.
    return str(_stemmer().stemWord(base[:-1] if base.endswith("ies") and len(base) > 5 else base))


@lru_cache(maxsize=1)
def _stemmer() -> Any:
    import snowballstemmer

    # The other Dutch stemmer takes ge- off, and so makes "gemeente" a form of "meent".
    return snowballstemmer.stemmer("dutch_porter")
