"""The names of columns and what each of them holds."""

from __future__ import annotations

import pytest

from lrtgraph.dutch.column_heads import column_roles
from lrtgraph.resources import table


def test_every_form_is_in_lower_case_and_has_one_role() -> None:
    roles: dict[str, set[str]] = {}
    for row in table("columns.csv"):
        assert row["form"] == row["form"].strip().lower(), row
        roles.setdefault(row["form"], set()).add(row["role"])
    assert {form: found for form, found in roles.items() if len(found) > 1} == {}


def test_the_example_of_a_form_has_it_at_the_head_of_a_column() -> None:
    for row in table("columns.csv"):
        heads = [head.strip().lower() for head in row["example"].split("|")]
        assert any(column_roles().get(head) == row["role"] for head in heads), row


@pytest.mark.parametrize(
    ("head", "role"),
    [
        ("nr", "number"),
        ("wie", "owner"),
        ("actie / besluit", "text"),
        ("toezeggingen en afspraken", "text"),
        ("besluiten en acties", "text"),
    ],
)
def test_what_a_column_holds(head: str, role: str) -> None:
    assert column_roles()[head] == role


@pytest.mark.parametrize("head", ["", "besluiten en besluiten", "actie en besluiten", "{uitkomst} en {uitkomst}"])
def test_what_is_no_name_of_a_column(head: str) -> None:
    assert head not in column_roles()
