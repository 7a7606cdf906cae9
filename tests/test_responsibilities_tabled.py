"""Who has which part by the columns of a table, by notes on an item and in its title; and what says no such thing."""

from __future__ import annotations

import pytest
from minutes import read_item

TABLES = {
    "| Spoor | Trekker | Stand |\n|---|---|---|\n| HAR | MVRO | loopt |": {("HAR", "MVRO", "trekker")},
    "| Onderdeel | Trekker |\n|---|---|\n| HAR | COA en VNG |": {("HAR", "COA", "trekker"), ("HAR", "VNG", "trekker")},
    "| Instrument | Verantwoordelijke | Uitvoerder | Toezicht |\n|---|---|---|---|\n| HAR | MVRO | COA | IPO |": {
        ("HAR", "MVRO", "verantwoordelijk"),
        ("HAR", "COA", "uitvoering"),
        ("HAR", "IPO", "toezicht"),
    },
    "| Maatregel | Eigenaar | Status |\n|---|---|---|\n| Uitbreiding doorstroomlocaties | VNG | groen |": {
        ("doorstroomlocaties", "VNG", "eigenaar")
    },
    "| Onderwerp | Verantwoordelijk | Planning |\n|---|---|---|\n| HAR | MVRO | 1 juli 2025 |": {
        ("HAR", "MVRO", "verantwoordelijk")
    },
    "Onderdeel       Trekker     Stand\nHAR             MVRO        loopt\nSpreidingswet   IPO         loopt": {
        ("HAR", "MVRO", "trekker"),
        ("Spreidingswet", "IPO", "trekker"),
    },
}
OTHERS = (
    "| Actie | Trekker |\n|---|---|\n| Evaluatie HAR | MBZK |",
    "| Risico | Eigenaar | Maatregel |\n|---|---|---|\n| Einde HAR | MVRO | overgang |",
    "| Onderwerp | Actie | Trekker |\n|---|---|---|\n| HAR | Lijst van panden | MBZK |",
    "| Onderwerp | Trekker |\n|---|---|\n| Notitie HAR | MVRO |",
    "| Spoor | Trekker | Stand |\n|---|---|---|\n| HAR | nog te bepalen door VNG | open |",
    "| Spoor | Trekker | Stand |\n|---|---|---|\n| De HAR wordt verlengd | VNG | loopt |",
    "| Spoor | Inbreng | Stand |\n|---|---|---|\n| HAR | VNG | loopt |",
)
NOTES = {
    "Trekker: VNG": {("HAR", "VNG", "trekker")},
    "Eigenaar van dit dossier: MVRO.": {("HAR", "MVRO", "eigenaar")},
    "Eigenaar: MVRO. Uitvoerder: COA. Toezichthouder: IPO.": {
        ("HAR", "MVRO", "eigenaar"),
        ("HAR", "COA", "uitvoering"),
        ("HAR", "IPO", "toezichthouder"),
    },
    "Trekker VNG, in samenwerking met COA.": {("HAR", "VNG", "trekker")},
    "Spreidingswet: trekker is IPO.": {("Spreidingswet", "IPO", "trekker")},
    "Actie: COA maakt een lijst.\n\nTrekker: VNG": set(),
    "JenV stuurt een brief.\n\nTrekker: VNG": set(),
    "Trekker: nog niet bekend bij VNG.": set(),
    "Eigenaar: MVRO vraagt om tijd.": set(),
    "De vraag is of de trekker VNG is.": set(),
    "Wie trekker is, bepaalt VNG.": set(),
    "Actiehouder: VNG": set(),
}


def told(body: str, title: str = "Stand van zaken") -> set[tuple[str, str, str]]:
    sure = (one for one in read_item(body, title).ownership if one.rule != "responsibility.likely")
    return {(one.instrument, one.actor, one.role) for one in sure}


@pytest.mark.parametrize("table", TABLES)
def test_a_column_names_who_has_a_part_in_what_its_row_is_about(table: str) -> None:
    assert told(table) == TABLES[table]
    assert read_item(table).outcomes == ()


@pytest.mark.parametrize("table", OTHERS)
def test_other_columns_tell_no_part(table: str) -> None:
    assert told(table) == set()


def test_a_list_of_actions_tells_who_must_act() -> None:
    assert told("| Onderwerp | Trekker | Termijn |\n|---|---|---|\n| HAR | VNG | 1 mei 2024 |", "Acties") == set()


@pytest.mark.parametrize("note", NOTES)
def test_a_note_tells_it_of_the_item(note: str) -> None:
    assert told(note, "HAR") == NOTES[note]


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("HAR (trekker: VNG)", {("HAR", "VNG", "trekker")}),
        ("HAR (inbreng VNG)", set()),
        ("HAR (trekker: nog onbekend, wellicht VNG)", set()),
    ],
)
def test_a_title_tells_it_in_brackets(title: str, found: set[tuple[str, str, str]]) -> None:
    assert told("Er zijn geen opmerkingen.", title) == found
