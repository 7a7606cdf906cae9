"""A small network over the words of a text and what else is known: trained with thinc, written in whole numbers.

What it computes, and from what file, stands in `lrtgraph/extraction/grammar/network.py`. The layers here are the same,
in single precision. At random, words are hidden from it, whole or but for their beginnings and ends: so it learns what
can be told without them.
"""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, Final

import numpy as np
import thinc.api as thinc
from annotated import ROOT
from thinc.api import Model, Ragged

from lrtgraph.extraction.grammar.network import FINE, PIECES, ROUGH, WINDOW

WIDTH: Final = 64
"""Numbers of each feature and detectors; a power of two, so that means are exact."""
HIDDEN: Final = 128
SEEN: Final = 2
"""Cases that must have a feature for it to count."""
PASSES: Final = 4
BATCH: Final = 64
RATE: Final = 0.002
WARM: Final = 200
"""Steps in which the rate of learning rises; from then on it falls along a cosine."""
DROPOUT: Final = 0.2
HIDE: Final = 0.15
"""Share of words that are hidden, half of them whole."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of one text: the features of each word and of what else is known, its class, how much it counts."""

    words: tuple[tuple[str, ...], ...]
    known: tuple[str, ...]
    answer: str
    weight: float = 1.0


class Layers:
    """The layers: a row for each feature, detectors over the words, and from all of it the classes."""

    def __init__(self, features: int, classes: int) -> None:
        self.normal = thinc.LayerNorm(WIDTH)
        self.detectors = thinc.Maxout(WIDTH, (2 * WINDOW + 1) * WIDTH, nP=PIECES)
        self.embedding = thinc.Embed(WIDTH, features)
        self.hidden = thinc.Relu(HIDDEN, 3 * WIDTH)
        self.speaking = thinc.Softmax_v2(classes, HIDDEN)
        self.rows = thinc.chain(thinc.with_array(self.embedding), thinc.reduce_sum())
        self.text = thinc.chain(
            thinc.with_array(thinc.chain(self.normal, thinc.Dropout(DROPOUT))),
            thinc.expand_window(WINDOW),
            thinc.with_array(self.detectors),
            thinc.concatenate(thinc.reduce_max(), thinc.reduce_mean()),
        )
        self.head = thinc.chain(thinc.Dropout(DROPOUT), self.hidden, thinc.Dropout(DROPOUT), self.speaking)
        self.parts: tuple[Model[Any, Any], ...] = (self.rows, self.text, self.head)
        for part in self.parts:
            part.initialize()

    def learn(self, texts: Sequence[Sequence[Sequence[int]]], known: Iterable[Sequence[int]], wanted: Any) -> None:
        """Take in a batch: the features of each word of each text, of what else is known, and the class, 1 for each
        text times its weight.
        """
        words, back_words = self.rows.begin_update(_ragged(chain.from_iterable(texts)))
        seen, back_seen = self.text.begin_update(Ragged(words, _lengths(texts)))
        beside, back_beside = self.rows.begin_update(_ragged(known))
        chances, back_head = self.head.begin_update(np.hstack([seen, beside]))
        error = back_head((chances * wanted.sum(axis=1, keepdims=True) - wanted) / len(wanted))
        back_words(back_seen(np.ascontiguousarray(error[:, : seen.shape[1]])).dataXd)
        back_beside(np.ascontiguousarray(error[:, seen.shape[1] :]))

    def arrays(self) -> dict[str, Any]:
        """The weights in whole parts."""
        sights = np.concatenate(self.detectors.get_param("W").swapaxes(0, 1))
        whole = {
            "scale": self.normal.get_param("G"),
            "shift": self.normal.get_param("b"),
            "detect": sights,
            "detect bias": np.concatenate(self.detectors.get_param("b").T),
            "hide": self.hidden.get_param("W"),
            "hide bias": self.hidden.get_param("b"),
            "speak": self.speaking.get_param("W"),
            "speak bias": self.speaking.get_param("b"),
        }
        rows = _whole(self.embedding.get_param("E"), ROUGH, np.int8)
        return {"rows": rows} | {name: _whole(array, FINE, np.int16) for name, array in whole.items()}


def train(cases: Sequence[Told], classes: Sequence[str], name: str) -> None:
    """Train on the cases and write `lrtgraph/model/<name>.npz`. The result depends on the cases alone."""
    arrays = trained(cases, classes)
    np.savez_compressed(ROOT / "lrtgraph" / "model" / f"{name}.npz", **arrays)
    print(f"{name}: {len(cases)} cases, {len(arrays['rows'])} features")


def trained(cases: Sequence[Told], classes: Sequence[str]) -> dict[str, Any]:
    """The arrays of the file: the features by name, and the weights."""
    thinc.fix_random_seed(0)
    count = Counter(chain.from_iterable({*chain.from_iterable(case.words), *case.known} for case in cases))
    places = {feature: place for place, feature in enumerate(sorted(one for one in count if count[one] >= SEEN))}
    layers = Layers(len(places), len(classes))
    optimiser = thinc.Adam(RATE, L2=0.01, L2_is_weight_decay=True, grad_clip=1.0)
    even = sum(case.weight for case in cases) / len(cases)
    rates = _rates(PASSES * math.ceil(len(cases) / BATCH))
    for batch in _batches(cases):
        texts = [[[places[one] for one in word if one in places] for word in _hiding(case.words)] for case in batch]
        known = [[places[one] for one in case.known if one in places] for case in batch]
        wanted = np.array([[(one == case.answer) * case.weight / even for one in classes] for case in batch], dtype="f")
        layers.learn(texts, known, wanted)
        optimiser.learn_rate = next(rates)
        for part in layers.parts:
            part.finish_update(optimiser)
        optimiser.step_schedules()
    return {"features": np.frombuffer("\n".join(places).encode("utf-8"), dtype=np.uint8)} | layers.arrays()


def _batches(cases: Sequence[Told]) -> Iterator[Sequence[Told]]:
    for _ in range(PASSES):
        mixed = random.sample(cases, len(cases))
        yield from (mixed[start : start + BATCH] for start in range(0, len(mixed), BATCH))


def _rates(steps: int) -> Iterator[float]:
    for step in range(steps):
        yield RATE * min(1, (step + 1) / WARM) * (1 + math.cos(math.pi * step / steps)) / 2


def _hiding(words: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The words, some without the feature that is the word itself (the first), some without any."""
    chances = ((random.random(), word) for word in words)
    return [word if at > HIDE else word[1:] if at > HIDE / 2 else () for at, word in chances] or [()]


def _ragged(groups: Iterable[Sequence[int]]) -> Ragged:
    told = list(groups)
    return Ragged(np.array([*chain.from_iterable(told)], dtype="int32"), _lengths(told))


def _lengths(groups: Sequence[Sequence[Any]]) -> Any:
    return np.array([len(group) for group in groups], dtype="int32")


def _whole(array: Any, part: int, kind: type) -> Any:
    most = np.iinfo(kind).max
    return np.rint(array * part).clip(-most, most).astype(kind)
