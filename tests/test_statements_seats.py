"""Who speaks, and to whom: names only of the attendance list, titles that several hold, reasons and second halves."""

from __future__ import annotations

from functools import cache

import pytest
from minutes import read

HEAD = """Verslag Landelijke Regietafel (LRT)

Vergaderdatum: 12 februari 2025

Aanwezig: mw. Smit (minister van AenM, voorzitter), mw. Bruin (minister van VRO), dhr. Jansen (VNG), mw. Wiersema (IPO),
dhr. Verbrugge (COA), mw. De Boer (Aedes), mw. Brandsma (SVRO), dhr. Postma (KGG), dhr. Kok (Mercator)

"""
# The text of an item, and its statements in order as "speaker:act" or "speaker:act>addressee".
SEATS = [
    ("SVRO belooft VNG een brief.", ["SVRO:zegt_toe"]),
    ("SVRO vraagt gemeenten om hulp.", ["SVRO:verzoekt>gemeenten"]),
    ("KGG verzoekt IPO om een lijst.", ["KGG:verzoekt>IPO"]),
    ("VNG steunt de wet. SVRO is tegen de wet.", ["VNG:steunt", "SVRO:bezwaar"]),
    ("VNG steunt de wet. Mercator maakt bezwaar.", ["VNG:steunt", "Mercator:bezwaar"]),
    ("VNG vraagt Mercator om een lijst.", ["VNG:verzoekt>Mercator"]),
    ("KGG-regelingen vindt VNG te duur.", ["VNG:bezwaar"]),
]
ADDRESSED = [
    ("IPO is voorstander van de wet: COA heeft rust nodig.", ["IPO:steunt"]),
    ("VNG is blij met de wet, gemeenten weten waar zij aan toe zijn.", ["VNG:steunt"]),
    ("VNG is blij met de brief van COA: die kwam op tijd.", ["VNG:steunt>COA"]),
    ("COA heeft 5.000 plekken nodig en doet een beroep op gemeenten.", ["COA:verzoekt>gemeenten"]),
    ("IPO heeft begrip, maar vraagt VNG om een plan.", ["IPO:verzoekt>VNG"]),
    ("VNG wil van COA weten wat de rol van IPO is.", ["VNG:vraagt>COA"]),
    ("VNG wil weten wat de rol van COA is.", ["VNG:vraagt"]),
    ("COA verwacht van gemeenten dat zij 5.000 plekken leveren.", ["COA:verzoekt>gemeenten"]),
]
TITLES = [
    ("VNG mist de brief. De bewindsvrouw biedt excuses aan en belooft verzending deze week.", ["VNG:bezwaar"]),
    ("VNG wil een brief. De bewindspersoon luistert hiernaar en zegt een brief toe.", ["VNG:verzoekt"]),
    ("VNG vraagt om geld. De bewindsman zal dit onderzoeken en maakt bezwaar tegen het bedrag.", ["VNG:verzoekt"]),
    ("VNG vraagt om geld. De bewindsman is tegen. Hij wil eerst cijfers.", ["VNG:verzoekt"]),
    ("VNG vraagt om geld. De bewindsman luistert. Hij wil eerst cijfers.", ["VNG:verzoekt"]),
    ("VNG is voor de wet. De directie van het fonds maakt bezwaar.", ["VNG:steunt"]),
    ("De directeur van het fonds zegt VNG een bijdrage toe.", []),
    ("VNG vraagt om geld. Beide bewindspersonen zijn tegen.", ["VNG:verzoekt"]),
    (
        "De minister van VRO licht toe. De minister luistert en zegt een brief toe.",
        ["MVRO:informeert", "MVRO:zegt_toe"],
    ),
    ("MVRO licht toe. VNG vraagt om geld. De minister weigert.", ["MVRO:informeert", "VNG:verzoekt", "MVRO:bezwaar"]),
    ("VNG vraagt om geld. De minister luistert. Zij wil eerst cijfers.", ["VNG:verzoekt", "MAenM:verzoekt"]),
    (
        "De minister van VRO licht toe. Mevrouw Smit zegt een brief toe. VNG vraagt om geld. De minister weigert.",
        ["MVRO:informeert", "MAenM:zegt_toe", "VNG:verzoekt", "MVRO:bezwaar"],
    ),
    (
        "Mevrouw Bruin licht toe. VRO maakt zich zorgen. VNG vraagt om geld. De minister weigert.",
        ["MVRO:informeert", "VRO:bezwaar", "VNG:verzoekt", "MVRO:bezwaar"],
    ),
    (
        "De minister van VRO licht toe. De minister van AenM zegt toe. VNG vraagt om geld. De minister weigert.",
        ["MVRO:informeert", "MAenM:zegt_toe", "VNG:verzoekt", "MAenM:bezwaar"],
    ),
    ("De minister zegt de gemeente Ede een brief toe.", ["MAenM:zegt_toe"]),
    ("VNG meldt dit. De brief is af en vraagt gemeenten om hulp.", ["VNG:informeert"]),
    ("VNG licht dit toe. Hij heeft begrip, maar vraagt om geld.", ["VNG:informeert", "VNG:verzoekt"]),
    ("VNG heeft zorgen. De vereniging luistert en zegt een brief toe.", ["VNG:bezwaar", "VNG:zegt_toe"]),
    ("VNG licht dit toe. De raad praat er morgen over. Zij vraagt om geld.", ["VNG:informeert", "VNG:verzoekt"]),
    ("Of de minister dat kan, wil VNG weten.", ["VNG:vraagt"]),
]


@cache
def found() -> dict[str, list[str]]:
    minutes, spans = HEAD, {}
    for number, (text, _) in enumerate([*SEATS, *ADDRESSED, *TITLES], start=1):
        minutes += f"{number}. Stand van zaken\n\n- "
        spans[text] = range(len(minutes), len(minutes) + len(text))
        minutes += f"{text}\n\n"
    told = read(minutes).statements
    return {
        text: [
            f"{'+'.join(one.speakers)}:{one.act}{''.join(f'>{to}' for to in one.addressees)}"
            for one in told
            if one.evidence.start in span
        ]
        for text, span in spans.items()
    }


@pytest.mark.parametrize(("text", "expected"), SEATS)
def test_the_label_of_a_seat_is_a_name_in_its_document(text: str, expected: list[str]) -> None:
    assert found()[text] == expected


@pytest.mark.parametrize(("text", "expected"), TITLES)
def test_who_cannot_be_placed_hands_his_act_to_nobody(text: str, expected: list[str]) -> None:
    assert found()[text] == expected


@pytest.mark.parametrize(("text", "expected"), ADDRESSED)
def test_a_reason_is_no_addressee_and_the_second_half_keeps_its_own(text: str, expected: list[str]) -> None:
    assert found()[text] == expected


INITIALS = """Verslag overleg opvang

3 mei 2024

Aanwezig: Peter de Pater (PP, wethouder Ede), Els Kok (EK, VNG), Rik Boer (COA)

"""
BOXED = "Verslag van de Regietafel\n\n3 mei 2024\n\n"


def spoken(head: str, body: str) -> list[str]:
    return [f"{'+'.join(one.speakers)}:{one.act}" for one in read(f"{head}1. Opening\n\n{body}\n").statements]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("PP: vindt dit te laat.\n\nEK: wil een brief.", ["gemeente:Ede:bezwaar", "VNG:verzoekt"]),
        ("De EK stemt in mei.\n\nPP: vraagt om geld.", ["gemeente:Ede:verzoekt"]),
        ("RB: vindt dit te laat.\n\nPP: vraagt om geld.", ["gemeente:Ede:verzoekt"]),
    ],
)
def test_people_by_the_initials_that_the_list_gives(body: str, expected: list[str]) -> None:
    assert spoken(INITIALS, body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Ede vindt dit te laat. Ede gunt Tiel de woningen.", ["gemeente:Ede:bezwaar", "gemeente:Ede:steunt"]),
        ("VNG vindt dit te laat. In Ede gunt men Tiel de woningen.", ["VNG:bezwaar"]),
        ("VNG: te laat; IPO herkent dat; COA waarschuwt voor mei.", ["VNG:bezwaar", "IPO:steunt", "COA:bezwaar"]),
        ("VNG: wij leveren; COA doet dat niet.", ["VNG:informeert"]),
        ("VNG: te laat; gemeenten wachten; burgemeesters ook.", ["VNG:bezwaar"]),
        ("COA, CdK, VNG: elk bed telt.", ["COA+CdK+VNG:informeert"]),
        ("- COA, vooruitblik:\n  - in mei zijn er 400 plekken;\n  - in juni meer.", ["COA:informeert"]),
        ("VNG | Er zijn in mei 400 plekken.", ["VNG:informeert"]),
        ("Daarvan is 80 procent gehaald, aldus BZK, die de gemeenten prijst.", ["BZK:informeert", "BZK:steunt"]),
        ("BZK, de gemeenten en VNG vragen om geld.", ["BZK+gemeenten+VNG:verzoekt"]),
    ],
)
def test_who_speaks_where_nothing_lists_the_table(body: str, expected: list[str]) -> None:
    assert spoken(BOXED, body) == expected


TOWNS = """Verslag overleg opvang

3 mei 2024

Aanwezig: mw. Bos (Ede, voorzitter), dhr. Kok (Tiel), mw. Mol (VNG), VRK (directie), JenV (DGM)

"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Begrip daarvoor bij Ede en Tiel.", ["gemeente:Ede+gemeente:Tiel:steunt"]),
        ("Waardering van Tiel voor VNG.", ["gemeente:Tiel:steunt"]),
        ("De boot bij Ede blijft. De bewoners van Tiel wachten.", []),
        (
            "Voorzitter | Er zijn zes boten.\nVNG | Wil een brief.\nVoorzitter | Er is geld.\nVNG | Is tegen.",
            ["gemeente:Ede:informeert", "VNG:verzoekt", "gemeente:Ede:antwoordt", "VNG:bezwaar"],
        ),
        ("VRK wil een brief.", ["VR:verzoekt"]),
        ("JenV wil een brief.", ["JenV:verzoekt"]),
        ("VNG wil een gesprek.\n\nAfspr.: VNG levert de lijst.", ["VNG:verzoekt"]),
        ("VNG wil een gesprek.\n\nUitkomst: VNG levert de lijst.", ["VNG:verzoekt"]),
        ("VNG wil een gesprek.\n\nToez.: VNG levert de lijst.", ["VNG:verzoekt", "VNG:zegt_toe"]),
    ],
)
def test_towns_acronyms_and_labels_of_the_list(body: str, expected: list[str]) -> None:
    assert spoken(TOWNS, body) == expected
