"""The abbreviations of Dutch minutes: behind which a full stop ends no sentence."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from lrtgraph.resources import word_list


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """Abbreviations with their period, in lower case: after `inner` a sentence goes on, `final` may end it.

    `words` are none in minutes, though law reports use them: "al.", "best.".
    """

    inner: frozenset[str]
    final: frozenset[str]
    words: frozenset[str]

    @property
    def all(self) -> frozenset[str]:
        """The abbreviations of both kinds."""
        return self.inner | self.final


@cache
def abbreviations() -> Abbreviations:
    """Read the list: one or more a line, ``#`` comments, sections ``[inner]``, ``[final]`` and ``[word]``.

    >>> "m.b.t." in abbreviations().inner, "etc." in abbreviations().final
    (True, True)
    """
    sections = (word_list("abbreviations.txt", section=name) for name in ("inner", "final", "word"))
    return Abbreviations(*(frozenset(map(str.lower, words)) for words in sections))
