"""Linear models over named features: what is found in a text speaks for or against each class, by a table of weights.

The tables are made by the scripts in `training/` and hold whole numbers, hundredths of the natural logarithm of odds.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from lrtgraph.resources import resource

SCALE: Final = 100
"""The tables have weights in hundredths."""
BIAS: Final = "bias"
"""The name of what counts always."""
_BITS: Final = 32
_HALF: Final = 1 << _BITS - 1


@dataclass(frozen=True, slots=True)
class Weights:
    """A table of weights: the classes, and for each feature how it speaks for each of them, in hundredths.

    What a feature says of all classes is one whole number, in which each class has bits of its own: numbers are added
    at once, whatever the number of classes.
    """

    classes: tuple[str, ...]
    rows: dict[str, int]

    @staticmethod
    def of(classes: Iterable[str], rows: Iterable[tuple[str, Sequence[int]]]) -> Weights:
        """The table with these classes and, for each feature, a weight for each class."""
        return Weights(tuple(classes), {feature: _packed(row) for feature, row in rows})

    def odds(self, features: Iterable[str]) -> list[int]:
        """How likely each class is with these features, as the logarithm of odds in hundredths.

        >>> Weights.of(["yes", "no"], [("bias", [0, 10]), ("rain", [50, -20])]).odds(["rain", "snow"])
        [50, -10]
        """
        total = sum(filter(None, map(self.rows.get, features)), self.rows[BIAS])
        found = []
        for _ in self.classes:
            found.append((total + _HALF) % (2 * _HALF) - _HALF)
            total = (total - found[-1]) >> _BITS
        return found


def _packed(row: Sequence[int]) -> int:
    return sum(weight << _BITS * k for k, weight in enumerate(row))


@cache
def weights(name: str) -> Weights:
    """The table `data/<name>.csv`. Raises ResourceError where it is missing.

    >>> weights("act_words").classes[0]
    'antwoordt'
    """
    with resource("data", f"{name}.csv").open(encoding="utf-8", newline="") as file:
        (_, *classes), *table = csv.reader(file)
    return Weights.of(classes, ((feature, [int(weight or 0) for weight in row]) for feature, *row in table))


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
