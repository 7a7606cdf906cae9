"""Parts of an item that letters count: their heads, and what is spoken of under each."""

from __future__ import annotations

import pytest
from layouts import as_document
from minutes import read, read_item

from lrtgraph.layout import read_layout

PARTS = """a. Uitvoering Spreidingswet
IPO laat weten dat het werk vordert en dat er meer tijd nodig is.
VNG is teleurgesteld over de gang van zaken in de regio.
b. Doorstroomlocaties
Het COA pleit voor een langere termijn, want de bouw duurt lang.
"""
POINTS = {
    "a list": "a. VNG stuurt de cijfers\nb. COA maakt een lijst\nc. IPO volgt\n",
    "points with a full stop": "a. VNG stuurt de cijfers.\nHet COA leest mee met wat er wordt gestuurd.\nb. COA ook.\n",
    "one alone": "a. Uitvoering Spreidingswet\nIPO laat weten dat het werk in alle provincies vordert.\n",
    "wrapped points": "a. Afspraken over opvang van\nmensen in de regio blijven.\nb. Het plan van\nhet IPO is klaar.\n",
}


def kinds(body: str) -> list[str]:
    """The kinds of the blocks under the last of two numbered items."""
    text = f"Verslag LRT\n\n1. Opening\n\nDe voorzitter opent.\n\n2. Voorbereiding\n\n{body}\n3. Rondvraag\n\nGeen.\n"
    return [block.kind for block in read_layout(as_document(text)).blocks if block.item == 1][1:]


def test_a_lettered_title_over_text_is_a_subhead() -> None:
    assert kinds(PARTS) == ["subheading", "paragraph", "paragraph", "subheading", "paragraph"]


@pytest.mark.parametrize("points", POINTS)
def test_points_of_a_list_are_none(points: str) -> None:
    assert "subheading" not in kinds(POINTS[points])


def test_what_is_said_is_about_its_part_of_the_item() -> None:
    said = read_item(PARTS, "Voorbereiding").statements
    assert [(one.speakers, one.about) for one in said] == [
        (("IPO",), ("Spreidingswet",)),
        (("VNG",), ("Spreidingswet",)),
        (("COA",), ("doorstroomlocaties",)),
    ]


def test_what_is_owned_is_no_instrument_of_another_part() -> None:
    text = (
        "2. Voorbereiding\n\na. Uitvoering Spreidingswet\nIPO laat weten dat het werk goed vordert.\nb. Toekomst LCSV\n"
    )
    text += "Het toezicht op het plan ligt bij de provincies, zegt het IPO.\n"
    head = "Verslag Landelijke Regietafel (LRT)\n\nVergaderdatum: 12 februari 2024\n\n1. Opening\n\n- Geen.\n\n"
    assert "Spreidingswet" not in {row.instrument for row in read(head + text).ownership}
