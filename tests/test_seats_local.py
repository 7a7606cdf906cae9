"""Seats of local government: an office and the municipality or province it is held at, however they are written."""

from __future__ import annotations

import pytest

from lrtgraph.extraction.seats import Seats
from lrtgraph.gazetteer import load


@pytest.fixture(scope="module")
def seats() -> Seats:
    return Seats(load())


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("burgemeester, Woerden", "gemeente:Woerden"),
        ("burgemeester / Woerden", "gemeente:Woerden"),
        ("burgemeester – Woerden", "gemeente:Woerden"),
        ("Woerden, burgemeester", "gemeente:Woerden"),
        ("Woerden burgemeester", "gemeente:Woerden"),
        ("De Bilt wethouder", "gemeente:De_Bilt"),
        ("loco-burgemeester, Woerden", "gemeente:Woerden"),
        ("locoburgemeester Woerden", "gemeente:Woerden"),
        ("bgm. Woerden", "gemeente:Woerden"),
        ("bgm, Woerden", "gemeente:Woerden"),
        ("wethouder Sociaal Domein, Zeist", "gemeente:Zeist"),
        ("wethouder asiel Zeist", "gemeente:Zeist"),
        ("gedeputeerde, Drenthe", "provincie:Drenthe"),
        ("wethouder Sociaal Domein", "wethouders"),
        ("gedeputeerde Asiel", "gedeputeerden"),
        ("burgemeester van Nijmegen, VNG", "VNG"),
        ("burgemeester", "burgemeesters"),
        ("portefeuillehouder, Woerden", "gemeente:Woerden"),
        ("Urk, bestuurder", "gemeente:Urk"),
    ],
)
def test_a_local_office_sits_for_the_administration_of_its_place(seats: Seats, text: str, concept: str) -> None:
    assert seats.concept(text) == concept


@pytest.mark.parametrize("text", ["De Alliantie, Hilversum", "Hogeschool, Zwolle", "CNO, Zwolle", "adviseur, Urk"])
def test_an_organisation_or_somebody_in_a_town_is_not_its_municipality(seats: Seats, text: str) -> None:
    assert not (seats.concept(text) or "").startswith("gemeente:")
