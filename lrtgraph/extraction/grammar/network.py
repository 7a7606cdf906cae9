"""A small network over the words of a text: unlike a linear model it knows their order, and what goes with what.

Each feature has a row of numbers, and a word is the sum of the rows of its features, made of even size. Detectors look
at every word with two on either side. How much each of them sees at most and on average, with the row of what else is
known, speaks by way of a hidden layer for and against each class.

The files, made by `training/network.py`, hold whole numbers, parts of a power of two, and what is made of them is
rounded to such parts. Their products and sums are exact, whatever their order: in single precision what detectors see,
for there no partial sum takes more than 24 bits, and all else in double. So a text means the same in any company and on
any processor.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, Final

import numpy as np

from lrtgraph.extraction.grammar.weights import SCALE
from lrtgraph.resources import resource

WINDOW: Final = 2
"""Words on either side of the one that a detector looks at."""
PIECES: Final = 2
"""Sights of each detector, of which the stronger counts."""
ROUGH: Final = 64
"""The rows of features and words are in such parts of one."""
FINE: Final = 1024
"""All else is in such parts."""
_LEAST: Final = 1e-8
_REMEMBERED: Final = 8_192


class Network:
    """A network, from the arrays of its file: `features`, their names, a line each, and their `rows`; `scale` and
    `shift` of words; weights and bias of the layers `detect`, `hide` and `speak`.
    """

    def __init__(self, arrays: Mapping[str, Any]) -> None:
        names = arrays["features"].tobytes().decode("utf-8").split("\n")
        self._places = {name: place for place, name in enumerate(names)}
        self._rows = arrays["rows"]
        self._fine = {name: array / float(FINE) for name, array in arrays.items() if name not in {"features", "rows"}}
        # In this order it is multiplied twice as fast.
        self._detect = np.ascontiguousarray(self._fine["detect"].T, dtype=np.float32)
        self._bias = self._fine["detect bias"].astype(np.float32)
        self._word = lru_cache(_REMEMBERED)(self._even)

    def odds(self, words: Sequence[tuple[str, ...]], known: Iterable[str]) -> list[int]:
        """How likely each class is, as the logarithm of odds in hundredths.

        In: the features of each word, in their order, and of what else is known. Those that it never saw do not count.
        """
        seen = np.concatenate([*self._seen(words or [()]), self._row(known)])
        hidden = np.maximum(self._layer("hide", seen), 0)
        return [round(one * SCALE) for one in self._layer("speak", hidden).tolist()]

    def _seen(self, words: Sequence[tuple[str, ...]]) -> tuple[Any, Any]:
        """What the detectors see at most, and on average."""
        count = len(words)
        rows = np.zeros((count + 2 * WINDOW, self._rows.shape[1]), dtype=np.float32)
        rows[WINDOW : count + WINDOW] = [*map(self._word, words)]
        windows = np.concatenate([rows[start : start + count] for start in range(2 * WINDOW + 1)], axis=1)
        sights = windows @ self._detect + self._bias
        stronger = sights.reshape(count, PIECES, -1).max(axis=1)
        return _parts(stronger.max(axis=0), FINE), _parts(stronger.sum(axis=0, dtype=float) / count, FINE)

    def _even(self, word: tuple[str, ...]) -> Any:
        """The row of a word, of mean 0 and size 1 before it is scaled and shifted."""
        row = self._row(word)
        row -= row.sum() / row.size
        row = _parts(row / np.sqrt((row * row).sum() / row.size + _LEAST), FINE)
        return _parts(row * self._fine["scale"] + self._fine["shift"], ROUGH)

    def _row(self, features: Iterable[str]) -> Any:
        return self._rows[[self._places[one] for one in features if one in self._places]].sum(axis=0) / ROUGH

    def _layer(self, name: str, given: Any) -> Any:
        return self._fine[name] @ given + self._fine[f"{name} bias"]


def _parts(numbers: Any, part: int) -> Any:
    return np.rint(numbers * part) / part


@cache
def network(name: str) -> Network:
    """The network `model/<name>.npz`. Raises ResourceError where it is missing.

    >>> odds = network("acts").odds([("w vraagt",), ("w wanneer",)], ["lexicon vraagt"])
    >>> len(odds), max(odds) == odds[-2]
    (8, True)
    """
    with np.load(resource("model", f"{name}.npz")) as arrays:
        return Network(dict(arrays))
