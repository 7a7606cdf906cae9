"""Linear models over named features: what is found in a text speaks for or against each class, by a table of weights.

The tables are made by the scripts in `training/` and hold whole numbers, hundredths of the natural logarithm of odds.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, cached_property
from itertools import chain
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from lrtgraph.resources import resource

SCALE: Final = 100
"""The tables have weights in hundredths."""
BIAS: Final = "bias"
"""The name of what counts always."""
_BITS: Final = 32
_HALF: Final = 1 << _BITS - 1
_REMEMBERED: Final = 16_384
"""How many groups of features a table remembers what they come to."""

Group = tuple[Callable[..., Iterable[str]], *tuple[Any, ...]]
"""Features that depend on few facts: a function that makes them, and what it makes them of. What is alike is hashable
and equal: most cases have most of their groups in common with others.
"""


def general(concept: str) -> str:
    """A concept, or what kind it is where it is one of many: "gemeente:Sluis" is some municipality.

    >>> general("gemeente:Sluis"), general("COA")
    ('gemeente', 'COA')
    """
    return concept.partition(":")[0]


class Seen(NamedTuple):
    """What is seen of a case: groups of features, no feature in two of them, and by their heads words, each once, that
    are features with the head before them ("COA opvang"; without a head by themselves).
    """

    groups: tuple[Group, ...]
    words: Mapping[str, Sequence[str]] = MappingProxyType({})

    def features(self) -> Iterable[str]:
        """All features by their names, each once.

        >>> list(Seen(((lambda who: [f"who {who}"], "COA"),), {"COA": ["bouwt"], "": ["bouwt"]}).features())
        ['who COA', 'COA bouwt', 'bouwt']
        """
        grouped = chain.from_iterable(make(*facts) for make, *facts in self.groups)
        behind = (f"{head} {word}" if head else word for head, words in self.words.items() for word in words)
        return dict.fromkeys(chain(grouped, behind))


class _Sums(dict[Group, int]):
    """What groups of features come to: added up when one is first met, and all forgotten where there are too many."""

    def __init__(self, rows: Mapping[str, int]) -> None:
        super().__init__()
        self._rows = rows

    def __missing__(self, group: Group) -> int:
        if len(self) >= _REMEMBERED:
            self.clear()
        make, *facts = group
        self[group] = total = sum(filter(None, map(self._rows.get, dict.fromkeys(make(*facts)))))
        return total


class Weights:
    """A table of weights: the classes, and for each feature how it speaks for each of them, in hundredths.

    What a feature says of all classes is one whole number, in which each class has bits of its own: numbers are added
    at once, whatever the number of classes.
    """

    def __init__(self, classes: Iterable[str], rows: Iterable[tuple[str, Sequence[int]]]) -> None:
        self.classes = tuple(classes)
        self.rows = {feature: _packed(row) for feature, row in rows}
        self._sums = _Sums(self.rows)

    def odds(self, features: Iterable[str]) -> list[int]:
        """How likely each class is with these features, as the logarithm of odds in hundredths.

        >>> Weights(["yes", "no"], [("bias", [0, 10]), ("rain", [50, -20])]).odds(["rain", "snow"])
        [50, -10]
        """
        return self._by_class(sum(filter(None, map(self.rows.get, features)), self.rows[BIAS]))

    def odds_of(self, seen: Seen) -> list[int]:
        """The same for what is seen of a case: as of its features, in less time."""
        total = sum(map(self._sums.__getitem__, seen.groups), self.rows[BIAS])
        for head, words in seen.words.items():
            if head in self._behind:
                total = sum(filter(None, map(self._behind[head].get, words)), total)
        return self._by_class(total)

    @cached_property
    def _behind(self) -> dict[str, dict[str, int]]:
        """The rows by the head before their last word."""
        found: dict[str, dict[str, int]] = {}
        for feature, weight in self.rows.items():
            head, _, word = feature.rpartition(" ")
            found.setdefault(head, {})[word] = weight
        return found

    def _by_class(self, total: int) -> list[int]:
        found = []
        for _ in self.classes:
            found.append((total + _HALF) % (2 * _HALF) - _HALF)
            total = (total - found[-1]) >> _BITS
        return found


def _packed(row: Sequence[int]) -> int:
    packed = 0
    for weight in reversed(row):
        packed = (packed << _BITS) + weight
    return packed


@cache
def weights(name: str) -> Weights:
    """The table `data/<name>.csv`. Raises ResourceError where it is missing.

    >>> weights("act_words").classes[0]
    'antwoordt'
    """
    with resource("data", f"{name}.csv").open(encoding="utf-8", newline="") as file:
        (_, *classes), *table = csv.reader(file)
    return Weights(classes, ((feature, [int(weight or 0) for weight in row]) for feature, *row in table))


def probability(odds: int) -> float:
    """The probability that belongs to the logarithm of odds in hundredths.

    >>> probability(0)
    0.5
    """
    return 1 / (1 + math.exp(-odds / SCALE))


def shares(odds: Sequence[int]) -> list[float]:
    """The probability of each of several classes, from their logarithms of odds in hundredths.

    >>> shares([0, 0])
    [0.5, 0.5]
    """
    most = max(odds)
    chances = [math.exp((one - most) / SCALE) for one in odds]
    return [chance / sum(chances) for chance in chances]
