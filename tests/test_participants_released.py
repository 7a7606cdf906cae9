"""Attendance lists of minutes released under the Woo: blanks between, regions, provinces in letters, sentences."""

from __future__ import annotations

import pytest
from layouts import people

BODY = "\n\n1. Opening\nWelkom.\n\n2. Sluiting\nNiets.\n"


def _present(listed: str) -> list[str]:
    """Who was there, with the seat."""
    found = people(f"Verslag PRT Gelderland 14 mei 2024\n\n{listed}{BODY}")
    return [f"{name or '-'} {concept or '-'}" for name, concept, status in found if status == "present"]


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        ("Aanwezig\t• Ministerie van VRO: M. Bos (voorzitter), XXXXX\n\t• IPO: H. Kok\n\t• VNG: M. Vos, S. Mulder",
         ["M. Bos VRO", "- VRO", "H. Kok IPO", "M. Vos VNG", "S. Mulder VNG"]),
        ("Deelnemers\nVoorzitter          : Ina Bos, CdK\n"
         "Noordoost           : Jan Kok (Epe), Piet Vos (Heerde), [5.1.2e] (Hattem)\nCOA                 : [5.1.2e]",
         ["Ina Bos CdK", "Jan Kok gemeente:Epe", "Piet Vos gemeente:Heerde", "- gemeente:Hattem", "- COA"]),
        ("Deelnemers\nAchterhoek   : Jan Kok (Doetinchem), Piet Vos (Winterswijk), XXX (Aalten)\n"
         "Noord-Veluwe : Kees Bos (Epe), Truus Blom (Heerde)",
         ["Jan Kok gemeente:Doetinchem", "Piet Vos gemeente:Winterswijk", "- gemeente:Aalten",
          "Kees Bos gemeente:Epe", "Truus Blom gemeente:Heerde"]),
        ("Present: CdK NB (Bos) + CdK GR (Kok), gedeputeerde UT (Vos), IPO (Mulder), VNG",
         ["Bos CdK", "Kok CdK", "Vos provincie:Utrecht", "Mulder IPO", "- VNG"]),
        ("Aanwezig: J. Bos (CdK, voorzitter), H. Kok (Nijmegen, tevens voorzitter VR Gelderland-Zuid), mw. Vos (COA)",
         ["J. Bos CdK", "H. Kok gemeente:Nijmegen", "Vos COA"]),
        ("Aanwezig: J. Bos (St.-Michielsgestel), K. Vis (wethouder St. Michielsgestel), mw. Vos (COA)",
         ["J. Bos gemeente:Sint-Michielsgestel", "K. Vis gemeente:Sint-Michielsgestel", "Vos COA"]),
    ],
)  # fmt: skip
def test_seats_of_lists(listed: str, expected: list[str]) -> None:
    assert _present(listed) == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Tilburg, stadhuis. Aanvang 10.00 uur. Onder voorzitterschap van mevrouw Bos zijn bijeen: gedeputeerde Kok,\n"
         "de burgemeesters Vos, Van Kessel en Mulder, wethouder Blom van Ede als gast, de heer [   ] namens het COA.",
         ["Bos -", "Kok gedeputeerden", "Vos burgemeesters", "Van Kessel burgemeesters", "Mulder burgemeesters",
          "Blom gemeente:Ede", "- COA"]),
        ("Bijeen waren onder leiding van minister Bos: mevrouw Kok namens de CdK’s, de heer Vos voor het\n"
         "Veiligheidsberaad en mevrouw Mulder (Aedes).",
         ["Bos -", "Kok CdK", "Vos VB", "Mulder Aedes"]),
    ],
)  # fmt: skip
def test_seats_told_with_the_chair_in_front(told: str, expected: list[str]) -> None:
    assert _present(told) == expected


def test_who_is_away_though_more_is_said_of_him() -> None:
    text = (
        "Bijeen waren mevrouw Bos (IPO) en de heer Vos (VNG). Mevrouw Kok (COA) is verhinderd; zij schreef een brief."
    )
    found = people(f"Verslag LRT 14 mei 2024\n\n{text}{BODY}")
    assert ("Kok", "COA", "absent") in found


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        ("Aanwezig: dhr. Bos (burgemeester Ede, tevens lid VB), mw. Kok (Aedes, tevens voorzitter)",
         ["Bos VB", "Kok Aedes"]),
        ("Deelnemers\nVNG     : Jan Kok (Epe), Piet Vos (Heerde)\nCOA     : Kees Bos",
         ["Jan Kok VNG", "Piet Vos VNG", "Kees Bos COA"]),
        ("Aanwezig: wethouder Bos (Ede), mw. Kok (provincie Utrecht), dhr. Vos (OV-bureau)",
         ["Bos gemeente:Ede", "Kok provincie:Utrecht", "Vos OV-bureau"]),
    ],
)  # fmt: skip
def test_near_misses(listed: str, expected: list[str]) -> None:
    assert _present(listed) == expected
