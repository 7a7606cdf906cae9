"""Tests of `lrtgraph.value`: values are equal and hashed by what they hold, small, and frozen for the type checker."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lrtgraph.value import value


@value
class Place:
    """Where something stands."""

    start: int
    end: int = 2


def test_values_are_equal_and_hashed_by_their_fields() -> None:
    assert Place(1) == Place(1, 2)
    assert hash(Place(1)) == hash(Place(1, 2))
    assert replace(Place(1), end=3) == Place(1, 3)


def test_values_have_their_fields_and_no_others() -> None:
    with pytest.raises(AttributeError):
        Place(1).line = 3  # type: ignore[attr-defined]


def test_the_type_checker_is_told_that_values_are_frozen() -> None:
    told = value.__dataclass_transform__  # type: ignore[attr-defined]
    assert {**told["kwargs"], **told}["frozen_default"]  # Python 3.11 keeps what it does not know itself apart
