"""Tests of `lrtgraph.extraction.grammar.weights`: the odds of classes are sums of what features say."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lrtgraph.extraction.grammar.weights import BIAS, Seen, Weights

WEIGHT = st.integers(-(10**6), 10**6)
TABLES = st.integers(1, 12).flatmap(
    lambda count: st.lists(st.lists(WEIGHT, min_size=count, max_size=count), min_size=1)
)


@given(TABLES)
def test_the_odds_of_each_class_are_the_sum_of_its_own_weights(rows: list[list[int]]) -> None:
    names = [BIAS, *(str(k) for k in range(1, len(rows)))]
    table = Weights(map(str, rows[0]), zip(names, rows, strict=True))
    assert table.odds([*names[1:], "no such feature"]) == [sum(weights) for weights in zip(*rows, strict=True)]
    assert table.odds([]) == rows[0]


PARTS = st.sampled_from(["COA", "IPO", "bouwt", "opvang"])


@given(st.dictionaries(st.tuples(PARTS, PARTS).map(" ".join) | PARTS, WEIGHT), st.sets(PARTS), st.sets(PARTS), PARTS)
def test_what_is_seen_comes_to_the_same_as_its_features(
    rows: dict[str, int], grouped: set[str], words: set[str], head: str
) -> None:
    def group(names: frozenset[str]) -> list[str]:
        return [*(f"{name} {name}" for name in names), *(f"{name} {name}" for name in names)]

    table = Weights(["yes"], [(BIAS, [3]), *((feature, [weight]) for feature, weight in rows.items())])
    seen = Seen(((group, frozenset(grouped - {head})),), {head: sorted(words), "": sorted(words)})
    assert table.odds_of(seen) == table.odds(seen.features()) == table.odds_of(seen)
