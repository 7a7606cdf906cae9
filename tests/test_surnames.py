"""Written names of people, on invented ones."""

from __future__ import annotations

import pytest

from lrtgraph.dutch.surnames import in_order, is_inverted, same_person, surname, surnames


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("J. (Jan) Bos", "Bos"),
        ("J.A. (Jan) van der Bos", "Van der Bos"),
        ("Bos, Jan van der", "Van der Bos"),
        ("Bos, J.", "Bos"),
        ("Jan Jaap Bakker", "Bakker"),
        ("Klein Bos", "Klein Bos"),
    ],
)
def test_a_surname_stands_without_initials_and_given_names(name: str, found: str) -> None:
    assert surname(name) == found


@pytest.mark.parametrize("text", ["Bos, VNG", "Bos, de gemeente", "Bos", "Klein, Bos en Kok", "Bos, Jan, Kok"])
def test_other_things_behind_a_comma_are_no_given_names(text: str) -> None:
    assert not is_inverted(text)
    assert in_order(text) == text


def test_a_given_name_in_brackets_is_none_of_the_surname() -> None:
    assert list(surnames(["J. (Jan) Bos", "K. Kok"])) == [("Bos", None), ("Kok", None)]
    assert same_person("J. (Jan) Bos", "Bos")


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (
            ["Bakker Schut", "Peters Sengers", "Jansen Steur", "Visser Mol"],
            ["Bakker Schut", "Peters Sengers", "Jansen Steur", "Visser Mol"],
        ),
        (["Öykü Yıldız", "Nguyen Lan", "Anna Bos"], ["Yıldız", "Lan", "Bos"]),
        (["Öykü Yıldız", "Nguyen Lan", "Ludo de Wit"], ["Yıldız", "Lan", "De Wit"]),
    ],
)
def test_names_of_two_words_begin_with_a_given_name_where_one_shows_it(names: list[str], found: list[str]) -> None:
    assert [one for one, _ in surnames(names)] == found
