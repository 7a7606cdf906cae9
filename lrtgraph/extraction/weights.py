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


@dataclass(frozen=True, slots=True)
class Weights:
    """A table of weights: the classes, and for each feature how it speaks for each of them, in hundredths."""

    classes: tuple[str, ...]
    rows: dict[str, tuple[int, ...]]

    def odds(self, features: Iterable[str]) -> list[int]:
        """How likely each class is with these features, as the logarithm of odds in hundredths.

        >>> Weights(("yes", "no"), {"bias": (0, 10), "rain": (50, -20)}).odds(["rain", "snow"])
        [50, -10]
        """
        known = filter(None, map(self.rows.get, features))
        return list(map(sum, zip(self.rows[BIAS], *known, strict=True)))


@cache
def weights(name: str) -> Weights:
    """The table `data/<name>.csv`. Raises ResourceError where it is missing.

    >>> weights("act_words").classes[0]
    'antwoordt'
    """
    with resource("data", f"{name}.csv").open(encoding="utf-8", newline="") as file:
        (_, *classes), *table = csv.reader(file)
    rows = {feature: tuple(int(weight or 0) for weight in row) for feature, *row in table}
    return Weights(tuple(classes), rows)


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
