"""The words of a text that carry its wording."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from lrtgraph.resources import word_list

WORD: Final = re.compile(r"[^\W_]+(?:[-–][^\W_]+)*")
_STRESSED = str.maketrans("áéíóú", "aeiou")
"""Vowels that are only said with stress: "vóór"."""
_SHORTEST = 4
"""Letters of a word that carries a wording, if it is no number or acronym."""


def words_in(text: str) -> tuple[str, ...]:
    """The words of a text that carry its wording, each once.

    >>> words_in("de brief aan het COA over de brief van 3 maart")
    ('3', 'brief', 'coa', 'maart')
    """
    return carrying(word[0] for word in WORD.finditer(text))


def carrying(found: Iterable[str]) -> tuple[str, ...]:
    """Those of the words that carry a wording, in lower case and each once, in alphabetical order."""
    return tuple(sorted({word.lower() for word in found if _carries(word)}))


def _carries(word: str) -> bool:
    acronym = len(word) > 1 and (word.isupper() or "&" in word)
    short = len(word) < _SHORTEST and not word[0].isdigit() and not acronym
    return not short and word.lower().translate(_STRESSED) not in word_list("search_stopwords.txt")
