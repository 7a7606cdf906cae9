"""Tests of `lrtgraph.extraction.weights`: the odds of classes are sums of what features say."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lrtgraph.extraction.weights import BIAS, Weights

WEIGHT = st.integers(-(10**6), 10**6)
TABLES = st.integers(1, 12).flatmap(
    lambda count: st.lists(st.lists(WEIGHT, min_size=count, max_size=count), min_size=1)
)


@given(TABLES)
def test_the_odds_of_each_class_are_the_sum_of_its_own_weights(rows: list[list[int]]) -> None:
    names = [BIAS, *(str(k) for k in range(1, len(rows)))]
    table = Weights.of(map(str, rows[0]), zip(names, rows, strict=True))
    assert table.odds([*names[1:], "no such feature"]) == [sum(weights) for weights in zip(*rows, strict=True)]
    assert table.odds([]) == rows[0]
