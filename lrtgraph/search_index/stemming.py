"""Words and their stems, of the texts that are indexed and of the questions put to them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Final

from lrtgraph.dutch.word_forms import listed, plain

WORD: Final = re.compile(r"\w*\d\w*(?:[.,/-]\w*\d\w*)*|\w+(?:['’´]\w+)?")
"""A number, date or code is one word with its marks: "6.250" asks for these figures side by side, "A25-04" too."""
_APOSTROPHE: Final = re.compile(r"['’´]")


def stems_of(text: str) -> list[str]:
    """The stems of a text's words, in their order.

    >>> stems_of("De gemeenten huisvesten")
    ['de', 'gemeent', 'huisvest']
    >>> stems_of("6.250 plekken (A25-04)")
    ['6.250', 'plek', 'a25-04']
    """
    return list(map(stem, WORD.findall(text)))


@lru_cache(maxsize=100_000)
def bare(word: str) -> str:
    """A word without accents and what follows an apostrophe, in lower case.

    >>> bare("Regio's"), bare("geëvalueerd")
    ('regio', 'geevalueerd')
    """
    return _APOSTROPHE.split(plain(word))[0]


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The stem of one word, without accents and in lower case."""
    base = bare(word)
    if base in listed("no_stem"):
        return base
    # Snowball leaves the plural of "locatie" as it is.
    return str(_stemmer().stemWord(base[:-1] if base.endswith("ies") and len(base) > 5 else base))


@lru_cache(maxsize=1)
def _stemmer() -> Any:
    import snowballstemmer

    # The other Dutch stemmer takes ge- off, and so makes "gemeente" a form of "meent".
    return snowballstemmer.stemmer("dutch_porter")
