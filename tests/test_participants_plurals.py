"""Attendance lists that put a title in the plural before several: "de heren Bos, Kok en Vos en de dames De Wit"."""

from __future__ import annotations

import pytest
from layouts import people


def _present(listed: str) -> list[str]:
    """Who was there, with the office that is known."""
    found = people(
        f"Verslag regietafel 14 mei 2024\n\nAanwezig: {listed}\n\n1. Opening\nWelkom.\n\n2. Sluiting\nNiets.\n"
    )
    assert {status for *_, status in found} == {"present"}
    return [f"{name} {concept}" if concept else str(name) for name, concept, _ in found]


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        ("de heren Bos en Kok", ["Bos", "Kok"]),
        ("mevrouw Bos en de heren Kok en Vos", ["Bos", "Kok", "Vos"]),
        ("de heren Bos (voorzitter), Kok en Vos, Mulder en de dames De Wit, Van Dam en Blom (verslag)",
         ["Bos", "Kok", "Vos", "Mulder", "De Wit", "Van Dam"]),
        ("de heren A. Bos, drs. J. van den Kok en mevrouw P. Prins-Mulder",
         ["A. Bos", "J. van den Kok", "P. Prins-Mulder"]),
        ("de wethouders Kuiper en Van der Meer en burgemeester Kaal",
         ["Kuiper wethouders", "Van der Meer wethouders", "Kaal burgemeesters"]),
        ("wethouder Bos, gedeputeerde Kok en burgemeester Vos",
         ["Bos wethouders", "Kok gedeputeerden", "Vos burgemeesters"]),
    ],
)  # fmt: skip
def test_each_name_behind_a_plural_has_a_seat(listed: str, expected: list[str]) -> None:
    assert _present(listed) == expected


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        ("mw. Kok (COA), de heren Vos en Mulder (BZK)", ["Kok COA", "Vos BZK", "Mulder BZK"]),
        ("de dames Kok (COA) en Vos (IPO) en de heer Mulder (BZK)", ["Kok COA", "Vos IPO", "Mulder BZK"]),
        ("de burgemeesters Bos van Ede en Kok van Tiel", ["Bos gemeente:Ede", "Kok gemeente:Tiel"]),
        ("de burgemeesters Arnhem, Ede en Tiel", ["None gemeente:Arnhem", "None gemeente:Ede", "None gemeente:Tiel"]),
        ("de heer Bos en Lommer (COA)", ["Bos en Lommer COA"]),
    ],
)
def test_offices_and_towns_behind_names_stay_theirs(listed: str, expected: list[str]) -> None:
    assert _present(listed) == expected
