"""Minutes of provincial tables: regions that sit there, functions before names, what is told of elsewhere, passives."""

from __future__ import annotations

from functools import cache

import pytest
from minutes import read

from lrtgraph.records import Record

_HEAD = """Verslag Provinciale Regietafel Zuid-Holland

Aanwezig
CdK Brand (voorzitter), bestuurlijk verkenner Van Leyden, kwartiermaker Smit, rijksvertegenwoordiger vanuit ministerie
AenM, rijksvertegenwoordiger Verhaar (ministerie van BZK), wethouder Oskamp (namens regio Haaglanden), wethouder De
Vlieger (namens regio Holland-Rijnland), mevrouw Mol (Regio Achterhoek), projectleider Kok, COA, directeur van Aedes,
gedeputeerde Wonen, mevrouw Rozema (COA) en ambtelijke ondersteuning vanuit de provincie.

"""
_SEATS = [
    ("Brand", "CdK"),
    ("Van Leyden", None),
    ("Smit", None),
    (None, "AenM"),
    ("Verhaar", "BZK"),
    ("Oskamp", "place:Haaglanden"),
    ("De Vlieger", "place:Holland_Rijnland"),
    ("Mol", "organisatie:Regio_Achterhoek"),
    ("Kok", "COA"),
    (None, "Aedes"),
    (None, "gedeputeerden"),
    ("Rozema", "COA"),
]
_TOLD: list[tuple[str, list[str]]] = [
    (
        "De CdK blikt terug op het overleg. De druk is besproken, minister Faber heeft een brief toegezegd. Ook de"
        " kosten zijn besproken.",
        [
            "CdK:informeert De CdK blikt terug op het overleg. De druk is besproken, minister Faber heeft een brief"
            " toegezegd. Ook de kosten zijn besproken."
        ],
    ),
    (
        "Het COA noemt de GOO vol. Nidos heeft eerder laten weten dat er plekken komen.",
        ["COA:bezwaar Het COA noemt de GOO vol. Nidos heeft eerder laten weten dat er plekken komen."],
    ),
    (
        "Wethouder Oskamp licht dit toe. Nidos heeft om een brief gevraagd.",
        [
            "place:Haaglanden:informeert Wethouder Oskamp licht dit toe. Nidos heeft om een brief gevraagd.",
            "Nidos:verzoekt Nidos heeft om een brief gevraagd.",
        ],
    ),
    (
        "Het COA licht dit toe. Er is gevraagd hoe lang dat duurt. Het COA verwacht in mei meer.",
        ["COA:informeert Het COA licht dit toe.", "COA:antwoordt Het COA verwacht in mei meer."],
    ),
    (
        "Het COA licht dit toe. De gemeenten zijn daarop gewezen.",
        ["COA:informeert Het COA licht dit toe. De gemeenten zijn daarop gewezen."],
    ),
    (
        "Vanuit de regio's wordt aangegeven dat de locaties op zijn.",
        ["leden:informeert Vanuit de regio's wordt aangegeven dat de locaties op zijn."],
    ),
    ("Door de veiligheidsregio's wordt aangegeven dat de locaties op zijn.", []),
    (
        "Bestuurlijk verkenner Van Leyden schetst zijn bevindingen. Hij heeft met Ede gesproken.",
        [
            "person:Van Leyden:informeert Bestuurlijk verkenner Van Leyden schetst zijn bevindingen. Hij heeft met Ede"
            " gesproken."
        ],
    ),
    (
        "Kwartiermaker Smit biedt aan voorbeelden te verzamelen.",
        ["person:Smit:stelt_voor Kwartiermaker Smit biedt aan voorbeelden te verzamelen."],
    ),
    (
        "Wethouder Oskamp vraagt wanneer dat komt. De verkenner antwoordt dat er een rapport komt.",
        [
            "place:Haaglanden:vraagt Wethouder Oskamp vraagt wanneer dat komt.",
            "person:Van Leyden:antwoordt De verkenner antwoordt dat er een rapport komt.",
        ],
    ),
    (
        "Wethouder Oskamp vraagt wanneer dat komt. De secretaris antwoordt dat er een rapport komt.",
        ["place:Haaglanden:vraagt Wethouder Oskamp vraagt wanneer dat komt."],
    ),
    (
        "Het COA vindt dit te laat, afgesproken wordt dat de provincie een brief stuurt.",
        [
            "COA:bezwaar Het COA vindt dit te laat",
            "provincie:Zuid-Holland:afspraak afgesproken wordt dat de provincie een brief stuurt.",
        ],
    ),
]
_LISTED = "Het COA meldt wat er is gedaan, afgesproken is en nog moet gebeuren."
"""Its second "is" goes on with the clause before it, and no sentence opens at the comma."""


@cache
def _read() -> tuple[Record, dict[str, range]]:
    minutes, spans = _HEAD, {}
    for number, text in enumerate([*(text for text, _ in _TOLD), _LISTED], start=1):
        minutes += f"{number}. Stand van zaken\n\n- "
        spans[text] = range(len(minutes), len(minutes) + len(text))
        minutes += f"{text}\n\n"
    return read(minutes), spans


def test_functions_before_names_regions_and_offices_have_their_seats() -> None:
    assert [(one.name, one.concept) for one in _read()[0].participants] == _SEATS


@pytest.mark.parametrize(("text", "expected"), _TOLD)
def test_who_is_told_to_say_or_settle_something(text: str, expected: list[str]) -> None:
    record, spans = _read()
    said = [(one.speakers, one.act, one.evidence) for one in record.statements]
    settled = [(one.owners, one.kind, one.evidence) for one in record.outcomes if one.kind == "afspraak"]
    assert expected == [
        f"{'+'.join(who)}:{what} {evidence.text}"
        for who, what, evidence in (*said, *settled)
        if evidence.start in spans[text]
    ]


def test_a_participle_in_a_list_of_clauses_opens_no_sentence() -> None:
    record, spans = _read()
    assert [one.evidence.text for one in record.statements if one.evidence.start in spans[_LISTED]] == [_LISTED]
