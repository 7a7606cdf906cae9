"""The chair who is told by a label of his own, and what "de voorzitter" says: whose contribution it is."""

from __future__ import annotations

import pytest
from minutes import read

BODY = """
1. Opening
De voorzitter opent de vergadering.

2. Stand van zaken
Het COA licht de cijfers toe. De voorzitter stelt voor om in de provincie uit te gaan van drie samenwerkingsverbanden.
"""


@pytest.mark.parametrize(
    "attendance",
    [
        "Voorzitter       dhr. Klein (CdK)\nAanwezig         mw. Groot (gemeente Ede), dhr. Kamp (COA)\n",
        "Voorzitter: dhr. Klein (CdK)\nAanwezig: dhr. Klein (CdK), mw. Groot (gemeente Ede), dhr. Kamp (COA)\n",
        "Voorzitter:\ndhr. Klein (CdK)\nOverige aanwezigen:\nmw. Groot (gemeente Ede)\ndhr. Kamp (COA)\n",
        "Onder voorzitterschap van: dhr. Klein (CdK)\nAanwezig: mw. Groot (gemeente Ede), dhr. Kamp (COA)\n",
        "**Voorzitter:** dhr. Klein (CdK)\n\n**Aanwezig:** mw. Groot (gemeente Ede), dhr. Kamp (COA)\n",
        "**Voorzitter**: dhr. Klein (CdK)\n\n**Aanwezig**: mw. Groot (gemeente Ede), dhr. Kamp (COA)\n",
        "- Voorzitter: dhr. Klein (CdK)\n- Aanwezig: mw. Groot (gemeente Ede), dhr. Kamp (COA)\n",
        "Aanwezig: A. Klein (CdK, vz.), mw. B. Groot (gemeente Ede), C. Kamp (COA)\n",
    ],
)
def test_the_chair_speaks_for_his_seat(attendance: str) -> None:
    found = read(f"Verslag Provinciale Regietafel Gelderland 4 april 2024\n\n{attendance}{BODY}")
    assert [row.speakers for row in found.statements if "stelt voor" in row.evidence.text] == [("CdK",)]


def test_a_vice_chair_is_no_chair() -> None:
    listed = "Vice-voorzitter: dhr. Klein (CdK)\nAanwezig: mw. Groot (gemeente Ede), dhr. Kamp (COA)\n"
    found = read(f"Verslag Provinciale Regietafel Gelderland 4 april 2024\n\n{listed}{BODY}")
    assert [row.speakers for row in found.statements] == [("COA",)]


@pytest.mark.parametrize(
    ("listed", "speaker"),
    [
        ("Aanwezig: dhr. Klein (voorzitter), mw. Groot, dhr. Kamp\n", "person:Klein"),
        ("Aanwezig: dhr. Klein, vz., mw. Groot (COA, voorzitter)\n", "COA"),
        ("Aanwezig: Jan van Dam (vz), Mies Groot, Wim Kamp\n", "person:Van Dam"),
    ],
)
def test_a_chair_without_a_seat_speaks_for_himself(listed: str, speaker: str) -> None:
    found = read(f"Verslag Stuurgroep Havens 4 april 2024\n\n{listed}{BODY}")
    assert [row.speakers for row in found.statements if "stelt voor" in row.evidence.text] == [(speaker,)]


LISTED = "Voorzitter: mw. Klein (CdK)\nAanwezig: dhr. Groot (gemeente Ede), dhr. Kamp (COA)\n"


@pytest.mark.parametrize(
    ("body", "speakers"),
    [
        ("De voorzitter heet dhr. Groot welkom. Zij deelt mee dat het verslag klaar is.", [("CdK",)]),
        ("De voorzitter opent de vergadering. Zij meldt dat het verslag klaar is.", [("CdK",)]),
        ("De voorzitter heet dhr. Groot welkom. COA deelt mee dat het verslag klaar is.", [("COA",)]),
        ("COA meldt een tekort. De voorzitter opent een punt. Zij vreest een tekort.", [("COA",), ("CdK",)]),
    ],
)
def test_a_pronoun_behind_what_the_chair_does_is_the_chair(body: str, speakers: list[tuple[str]]) -> None:
    found = read(f"Verslag Provinciale Regietafel Gelderland 4 april 2024\n\n{LISTED}\n1. Opvang\n- {body}\n")
    assert [row.speakers for row in found.statements] == speakers


FOOT = "\n\nverslag PRT Gelderland, 04-04-2024          blad {}\n\n\n"


def pages(first: str, behind: str) -> str:
    head = f"Verslag Provinciale Regietafel Gelderland 4 april 2024\n\n{LISTED}\n1   Opvang\n\n"
    told = f"1.1 Het COA meldt een tekort.\n{FOOT.format(1)}1.2 De brief is klaar.\n1.3 {first}\n"
    return f"{head}{told}{FOOT.format(2)}{behind}\n1.4 De brief is op tijd.\n{FOOT.format(3)}"


def test_a_numbered_paragraph_goes_on_over_the_foot_of_a_page() -> None:
    (*_, last) = read(pages("Dhr. Groot is het daarmee oneens.", "De kosten lopen door.")).statements
    assert (last.speakers, last.evidence.text[-21:]) == (("gemeente:Ede",), "De kosten lopen door.")
    found = read(pages("Dhr. Groot is het daarmee oneens.", "Besluit: de brief gaat uit.")).statements
    assert found[-1].evidence.text == "Dhr. Groot is het daarmee oneens."


def test_what_falls_badly_with_a_municipality_is_its_objection() -> None:
    body = "- COA laat weten dat er geen bod is. Dat valt verkeerd bij {}.\n"
    head = f"Verslag Provinciale Regietafel Gelderland 4 april 2024\n\n{LISTED}\n1. Opvang\n"
    assert [row.speakers for row in read(head + body.format("Ede")).statements] == [("COA",), ("gemeente:Ede",)]
    near = "- COA meldt dat de locatie bij Ede vol zit.\n"
    assert [row.speakers for row in read(head + near).statements] == [("COA",)]
