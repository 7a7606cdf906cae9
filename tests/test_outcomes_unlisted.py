"""Who must do what was settled, where no gazetteer lists him: units, seats, initials, given names; and everybody."""

from __future__ import annotations

import pytest
from minutes import read

from lrtgraph.extraction.outcomes.labels import is_ticked, label_at

HEAD = """Verslag Kernteam Sluizen

Datum: 12 februari 2024

Aanwezig: Tess Wildschut (Kompas), Bas Roelofs (VNG), Ingrid van den Akker (Meetbureau), Olaf Hermsen (Kompas)
Afwezig: Marja Vink

1. Voortgang

"""


def owners(text: str) -> list[tuple[str, ...]]:
    return [outcome.owners for outcome in read(HEAD + text).outcomes]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Actie: het secretariaat stuurt de stukken rond.", ("secretariaat",)),
        ("Actie secretariaat: zaal boeken.", ("secretariaat",)),
        ("Actie de griffier: zaal boeken.", ("griffier",)),
        ("Actie eenieder: cijfers sturen.", ("Kernteam_Sluizen",)),
        ("Actie: Bureau Havenzicht levert een planning.", ("Bureau_Havenzicht",)),
        ("Actie: de werkgroep Techniek bespreekt de varianten.", ("werkgroep_Techniek",)),
        ("Afspraak: het kernteam komt in mei bijeen.", ("Kernteam_Sluizen",)),
        ("Actie Olaf: bestand delen.", ("Kompas",)),
        ("Actie IvdA: kosten ramen.", ("Meetbureau",)),
        ("Actie BR/OH: overleg plannen.", ("VNG", "Kompas")),
        ("Actie MV: memo schrijven.", ("person:Vink",)),
        ("Actie: Meetbureau levert de cijfers.", ("Meetbureau",)),
        ("Actie: iedereen stuurt zijn cijfers.", ("leden",)),
        ("Afgesproken wordt dat er een werkgroep komt.", ("Kernteam_Sluizen",)),
    ],
)
def test_who_is_named_must_do_it(text: str, owner: tuple[str, ...]) -> None:
    assert owners(text) == [owner]


@pytest.mark.parametrize(
    "text",
    [
        "Afgesproken wordt dat een extern bureau de kosten raamt.",
        "Afspraak: Bas Roelofs laat de kosten door een onafhankelijk bureau ramen.",
        "Afspraak: Bas Roelofs vraagt hun secretariaat om de stukken.",
        "Er is een bureau gevraagd.\n\nAfgesproken wordt dat het bureau voor mei bericht.",
    ],
)
def test_a_unit_of_somebody_else_has_nothing_to_do(text: str) -> None:
    named = {name for outcome in read(HEAD + text).outcomes for name in (*outcome.owners, *outcome.partners)}
    assert named <= {"VNG", "Kernteam_Sluizen"}


@pytest.mark.parametrize(
    ("cell", "owner"),
    [
        ("Olaf", ("Kompas",)),
        ("IvdA", ("Meetbureau",)),
        ("secretariaat", ("secretariaat",)),
        ("allen", ("Kernteam_Sluizen",)),
        ("Kompas, Meetbureau", ("Kompas", "Meetbureau")),
        ("voorzitter", ("voorzitter",)),
    ],
)
def test_a_cell_names_people_in_many_ways(cell: str, owner: tuple[str, ...]) -> None:
    assert owners(f"| Actie | Wie |\n| --- | --- |\n| Planning maken | {cell} |\n") == [owner]


def test_the_first_field_of_a_line_names_who_must_do_it() -> None:
    assert owners("Actielijst\n\n- VNG - Kompas bellen over de sluis - 1 maart 2024\n") == [("VNG",)]


def test_what_is_found_for_outcomes_is_no_mention_of_the_record() -> None:
    record = read(f"{HEAD}Actie: het secretariaat stuurt de stukken rond.")
    assert "secretariaat" not in {mention.text for mention in record.mentions}


def test_labels_on_lines_of_their_own_within_a_paragraph() -> None:
    assert owners("Bas vertelt over de sluis.\n\nActie: Bas maakt een opzet\nActie: Olaf test die\n") == [
        ("VNG",),
        ("Kompas",),
    ]


def test_boxes_to_tick_are_tasks_until_they_are_ticked() -> None:
    box = label_at("[ ] Kaart bijwerken", 0, 19)
    assert box is not None
    assert (box.kind, box.content) == ("actie", 4)
    assert is_ticked("[x] Kaart bijwerken")
    assert not is_ticked("[ ] Kaart bijwerken")
