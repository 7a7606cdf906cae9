"""What somebody names as what he is for or against leaves no room for the topic of the item or of another clause."""

from __future__ import annotations

import pytest
from minutes import read_item


def abouts(body: str, title: str = "Spreidingswet") -> list[tuple[str, tuple[str, ...]]]:
    """The act of each contribution, and what it is about."""
    return [(one.act, one.about) for one in read_item(body, title).statements]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("- IPO maakt bezwaar tegen de HAR.", [("bezwaar", ("HAR",))]),
        (
            "- VNG steunt de HAR, maar maakt bezwaar tegen indeplaatsstelling.",
            [("steunt", ("HAR",)), ("bezwaar", ("indeplaatsstelling",))],
        ),
        (
            "- COA heeft zorgen over de HAR en stemt in met het BAK OEK.",
            [("bezwaar", ("HAR",)), ("steunt", ("BAK_OEK",))],
        ),
        ("- COA is tegen verlenging van de HAR.", [("bezwaar", ("HAR",))]),
        ("- VNG is kritisch op de crisisnoodopvang.", [("bezwaar", ("CNO",))]),
        ("- VNG is voor.", [("steunt", ("Spreidingswet",))]),  # names nothing: the item is meant
        (
            "- VNG heeft moeite met de bonus.",
            [("bezwaar", ("bonus", "Spreidingswet"))],
        ),  # a part of what the item is on
    ],
)
def test_what_is_named_as_the_object_of_a_stance_is_what_it_is_about(
    body: str, expected: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert abouts(body) == expected
