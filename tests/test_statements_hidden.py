"""What somebody is for or against where that is blanked out: nothing of the agenda item is filled in."""

from __future__ import annotations

import pytest
from minutes import HEAD, document, reader

Told = list[tuple[str, str, tuple[str, ...]]]


def told(said: str) -> Told:
    record = reader().read(document(f"{HEAD}2. HAR\n\n{said}\n"))
    return [("+".join(row.speakers), row.act, row.about) for row in record.statements]


@pytest.mark.parametrize(
    "said",
    ["VNG is tegen [5.1.2.i].", "VNG maakt bezwaar tegen ████.", "VNG is tegen 5.1.2.i.", "VNG is tegen ■■■■.",
     "VNG stelt dat 5.1.2.i", "VNG is tegen de verlenging van [buiten verzoek].", "VNG steunt [geanonimiseerd].",
     "VNG is tegen [5.1.2.e]."],
)  # fmt: skip
def test_an_object_that_is_blanked_out_is_not_the_instrument_of_the_item(said: str) -> None:
    (row,) = told(said)
    assert (row[0], row[2]) == ("VNG", ())


@pytest.mark.parametrize(
    "said",
    ["VNG vindt [buiten verzoek]. IPO is het daarmee eens. COA is tegen.",
     "[buiten verzoek]\n\nIPO is het daarmee eens. COA is tegen."],
)  # fmt: skip
def test_who_agrees_with_it_is_about_nothing_either(said: str) -> None:
    assert told(said)[-2:] == [("IPO", "steunt", ()), ("COA", "bezwaar", ())]


@pytest.mark.parametrize(
    "said",
    ["VNG is tegen verlenging, zoals [5.1.2.e] heeft verzocht.", "VNG, bij monde van [5.1.2.e], is tegen verlenging.",
     "VNG is tegen [1].", "VNG is tegen verlenging op grond van artikel 5.1.2.i.", "[5.1.2.e] (VNG) is tegen.",
     "VNG is tegen [5.1.2.i].\n\nVNG is tegen de HAR.", "VNG ([5.1.2.e]) is daar tegen.",
     "VNG is tegen [5.1.2.i].\n\nCOA licht de cijfers toe. VNG is tegen verlenging."],
)  # fmt: skip
def test_a_name_that_is_blanked_out_beside_it_changes_nothing(said: str) -> None:
    assert told(said)[-1] == ("VNG", "bezwaar", ("HAR",))


def test_who_speaks_before_words_that_are_blanked_out_does_not_say_them() -> None:
    assert told("VNG steunt de HAR. [5.1.2.i] [5.1.2.i]\n\n[buiten reikwijdte]") == [("VNG", "steunt", ("HAR",))]


@pytest.mark.parametrize(
    "said",
    ["De gemeente [5.1.2.e] is tegen de HAR.", "Gemeente ████ steunt de HAR.", "De provincie ■■■■ steunt de HAR.",
     "De burgemeester van 5.1.2.i steunt de HAR."],
)  # fmt: skip
def test_one_government_that_is_blanked_out_is_not_all_of_them(said: str) -> None:
    assert told(said) == []


def test_all_of_them_are_still_named() -> None:
    assert told("De gemeenten [5.1.2.i] zijn tegen de HAR.")[0][0] == "gemeenten"
    assert told("De gemeente is tegen de HAR.")[0][0] == "gemeenten"
    assert told("Gemeente Ede [5.1.2.e] is tegen de HAR.")[0][0] == "gemeente:Ede"


def test_what_is_settled_in_words_that_are_blanked_out_is_about_nothing() -> None:
    record = reader().read(document(f"{HEAD}2. HAR\n\nVNG zegt toe aan COA [buiten verzoek].\n"))
    assert [(row.kind, row.about) for row in record.outcomes] == [("toezegging", ())]
