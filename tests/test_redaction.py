"""What stands where a name was, in minutes that were released: grounds of the act, bars, crosses, brackets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lrtgraph.dutch.redaction import (
    _BARS,
    _GROUND,
    _IN_BRACKETS,
    _MARK,
    _OUTSIDE,
    _SIGN,
    is_redacted,
    is_withheld,
    without_grounds,
)


@pytest.mark.parametrize(
    "name",
    ["5.1.2.e", "5.1.2 e", "5.1.2e", "10.2.e", "art. 5.1, tweede lid, onder e", "[geanonimiseerd]", "[zwart]", "gelakt",
     "XXX", "██", "X. van der X", "van 5.1.2.e", "Naam"],
)  # fmt: skip
def test_what_stands_in_place_of_a_name(name: str) -> None:
    assert is_redacted(name)


@pytest.mark.parametrize("name", ["Bakker", "Ten Xyl", "zwart", "Zwart", "Bakker 5.1.2.e", "van der Xanten", "[a] Bos"])
def test_what_is_a_name(name: str) -> None:
    assert not is_redacted(name)


@pytest.mark.parametrize(
    "text",
    ["5.1.2.i", "10.2.g", "Buiten reikwijdte verzoek", "(buiten de scope van het verzoek)", "██", "XXX", "[gelakt]"],
)
def test_what_stands_in_place_of_words(text: str) -> None:
    assert is_withheld(text)


@pytest.mark.parametrize(
    "text",
    ["", "van", "naam", "12-3-2024", "COA belt 5.1.2.e", "valt buiten de reikwijdte", "X stuurt een brief", "5.1"],
)
def test_what_is_said_all_the_same(text: str) -> None:
    assert not is_withheld(text)


@pytest.mark.parametrize(
    ("text", "crossed"),
    [
        ("mw. artikel 5.1.2.e (VNG)", "mw. XXXXXXXXXXXXXXX (VNG)"),
        ("Woo 5.1.2.e (BZK)", "XXXXXXXXXXX (BZK)"),
        ("5.1, tweede lid, onder e (IPO)", "XXXXXXXXXXXXXXXXXXXXXXXX (IPO)"),
        ("(5.1.2.e) (COA)", "XXXXXXXXX (COA)"),
        ("S.1.2.e (COA)", "XXXXXXX (COA)"),
        ("5.1.2.e (VNG)", "5.1.2.e (VNG)"),
        ("agendapunt 5.1 en 10.2", "agendapunt 5.1 en 10.2"),
    ],
)
def test_grounds_in_more_than_a_number_become_crosses_of_their_length(text: str, crossed: str) -> None:
    found = without_grounds(text)
    assert len(found) == len(text)
    assert found == crossed


@given(st.one_of(*(st.from_regex(pattern) for pattern in (_BARS, _GROUND, _IN_BRACKETS, _MARK, _OUTSIDE))))
def test_nothing_is_withheld_without_a_sign(text: str) -> None:
    assert _SIGN.search(text)
