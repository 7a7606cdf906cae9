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
