"""Multinomial logistic regression (scikit-learn, L2) over named features, written as a table of weights."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from annotated import ROOT
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from lrtgraph.extraction.grammar.weights import BIAS, SCALE

SMALL: Final = 5
"""A feature whose weights are all as small as this, in hundredths, is left out."""


@dataclass(frozen=True, slots=True)
class Case:
    """What is known of one case: its features, the class that people gave it, and how much it counts."""

    features: tuple[str, ...]
    answer: str
    weight: float = 1.0


def train(cases: Sequence[Case], classes: Sequence[str], name: str, *, strength: float, seen: int) -> None:
    """Train on the cases and write `lrtgraph/data/<name>.csv`.

    `strength` is the inverse of the regularisation (C); a feature counts that `seen` cases have. The result depends on
    the cases alone.
    """
    count = Counter(feature for case in cases for feature in case.features)
    vectors = DictVectorizer()
    found = vectors.fit_transform([{f: 1 for f in case.features if count[f] >= seen} for case in cases])
    model = LogisticRegression(C=strength, max_iter=5_000)
    model.fit(found, [case.answer for case in cases], sample_weight=[case.weight for case in cases])
    if len(classes) == 1:  # of two classes the odds of one are enough
        first, sign = model.classes_[0], -1 if model.classes_[0] == classes[0] else 1
        assert first == classes[0] or model.classes_[1] == classes[0]
        intercept, coefficients = sign * model.intercept_, sign * model.coef_
    else:
        assert tuple(model.classes_) == tuple(classes)
        intercept, coefficients = model.intercept_, model.coef_
    columns = zip((BIAS, *vectors.get_feature_names_out()), np.vstack([intercept, coefficients.T]), strict=True)
    _write(name, classes, columns)
    print(f"{name}: {len(cases)} cases, {len(vectors.get_feature_names_out())} features")


def _write(name: str, classes: Sequence[str], columns: Iterable[tuple[str, Iterable[float]]]) -> None:
    with (ROOT / "lrtgraph" / "data" / f"{name}.csv").open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["feature", *classes])
        for feature, weights in columns:
            whole = [round(float(weight) * SCALE) for weight in weights]
            if feature == BIAS or max(map(abs, whole)) > SMALL:
                writer.writerow([feature, *(number or "" for number in whole)])
