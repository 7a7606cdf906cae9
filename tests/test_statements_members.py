"""Names behind the word for what they are: those named speak, not all of their kind."""

from __future__ import annotations

import pytest
from minutes import read_item


@pytest.mark.parametrize(
    ("sentence", "speakers"),
    [
        ("De gemeenten Ede en Zutphen maken bezwaar tegen de HAR.", "gemeente:Ede gemeente:Zutphen"),
        (
            "De gemeenten Almelo, Hengelo en Enschede steunen de HAR.",
            "gemeente:Almelo gemeente:Hengelo gemeente:Enschede",
        ),
        ("De provincies Gelderland en Utrecht vragen JenV om geld.", "provincie:Gelderland provincie:Utrecht"),
        ("De burgemeesters van Ede en Zutphen zijn tegen de HAR.", "gemeente:Ede gemeente:Zutphen"),
        ("De wethouders van Soest en Zeist steunen de HAR.", "gemeente:Soest gemeente:Zeist"),
        ("De gemeenten in Utrecht maken bezwaar tegen de HAR.", "gemeenten"),
        ("De gemeenten en VNG maken bezwaar tegen de HAR.", "gemeenten VNG"),
        ("De burgemeesters van Drenthe maken bezwaar tegen de HAR.", "burgemeesters"),
    ],
)
def test_who_is_named_behind_the_word_for_what_he_is_speaks(sentence: str, speakers: str) -> None:
    assert read_item(f"- {sentence}").statements[0].speakers == tuple(speakers.split())


@pytest.mark.parametrize(
    "sentence",
    [
        "De gemeenten Ede en Zutphen maken bezwaar tegen de HAR.",
        "De burgemeesters van Ede en Zutphen zijn tegen de HAR.",
        "De wethouders van Soest en Zeist steunen de HAR.",
        "VNG vraagt de gemeenten Ede en Zutphen om haast met de HAR.",
    ],
)
def test_who_takes_part_is_not_what_it_is_about(sentence: str) -> None:
    assert read_item(f"- {sentence}").statements[0].about == ("HAR",)
