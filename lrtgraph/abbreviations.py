"""The abbreviations of Dutch minutes: behind which a full stop ends no sentence."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from lrtgraph.resources import resource


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
    sections: dict[str, set[str]] = {"inner": set(), "final": set(), "word": set()}
    current = "inner"
    for raw in resource("data", "abbreviations.txt").read_text(encoding="utf-8").splitlines():
        line = raw.partition("#")[0].strip()
        if line.startswith("["):
            current = line.strip("[]")
            continue
        sections[current].update(word.lower() for word in line.split())
    return Abbreviations(*(frozenset(sections[name]) for name in ("inner", "final", "word")))
