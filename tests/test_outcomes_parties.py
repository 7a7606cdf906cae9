"""Who owns what is settled where its subject is blanked out, left out, or the one who receives it."""

from __future__ import annotations

import pytest
from minutes import read, read_item

PROMISED = [
    ("5.1.2.e heeft het COA toegezegd een brief te sturen.", ()),
    ("[geanonimiseerd] zegt de VNG toe dat de brief komt.", ()),
    ("█████ zegt de VNG toe dat de brief komt.", ()),
    ("Mevrouw 5.1.2.e van de VNG zegt toe een brief te sturen.", ("VNG",)),
    ("Mw. XXXX van het IPO zegt toe een brief te sturen.", ("IPO",)),
    ("5.1.2.e (COA) zegt toe een brief te sturen.", ("COA",)),
    ("Ik zeg de VNG toe een brief te sturen.", ()),
    ("De gemeenten is toegezegd dat de kosten worden vergoed.", ()),
    ("Door JenV is toegezegd dat de brief komt.", ("JenV",)),
    ("Toegezegd is dat MBZK de leden informeert.", ("MBZK",)),
    ("JenV heeft de VNG toegezegd een brief te sturen.", ("JenV",)),
]


@pytest.mark.parametrize(("sentence", "owners"), PROMISED)
def test_who_is_promised_something_does_not_promise_it(sentence: str, owners: tuple[str, ...]) -> None:
    (outcome,) = read_item(f"- {sentence}").outcomes
    assert (outcome.kind, outcome.owners) == ("toezegging", owners)


INFINITIVES = {
    "COA laat aan VNG en IPO weten welke locaties sluiten.": (("COA",), ("VNG", "IPO")),
    "COA zal aan VNG en IPO melden welke locaties sluiten.": (("COA",), ("VNG", "IPO")),
    "COA gaat met VNG en IPO bespreken welke locaties sluiten.": (("COA",), ("VNG", "IPO")),
    "BZK laat VNG en IPO zien hoe de monitor werkt.": (("BZK",), ("VNG", "IPO")),
    "COA laat VNG weten welke locaties sluiten en IPO stuurt de brief.": (("COA", "IPO"), ("VNG",)),
    "COA en IPO laten aan VNG weten welke locaties sluiten.": (("COA", "IPO"), ("VNG",)),
    "COA kan de lijst leveren en gemeenten sturen de brief.": (("COA", "gemeenten"), ()),
}


@pytest.mark.parametrize("task", INFINITIVES)
def test_an_infinitive_behind_and_and_a_name_is_not_done_by_it(task: str) -> None:
    (outcome,) = read_item(f"- Actie: {task}").outcomes
    assert (outcome.owners, outcome.partners) == INFINITIVES[task]


def test_for_whom_a_blanked_out_name_does_a_task_is_not_its_owner() -> None:
    (outcome,) = read_item("- Actie: 5.1.2.e stuurt de VNG een brief.").outcomes
    assert (outcome.owners, outcome.partners) == ((), ("VNG",))


PRT = """Provinciale Regietafel Utrecht

Verslag van de vergadering van 22 mei 2025

Aanwezig: mevrouw De Graaf (burgemeester Woerden), mevrouw Kuipers (burgemeester Zeist), de heer Brouwer (COA)

1. Opvang

{}
"""

BRACKETS = {
    "planning delen (Woerden).": (("gemeente:Woerden",), (), None),
    "bijeenkomst plannen (Woerden).": ((), ("place:Woerden",), None),
    "werkbezoek voorbereiden aan de locatie in Zeist (Zeist).": ((), ("place:Zeist",), None),
    "opening van de nieuwe locatie voorbereiden (Woerden, 1 oktober 2025).": ((), ("place:Woerden",), "2025-10-01"),
    "planning delen over de locatie in Zeist (Zeist, 1 oktober 2025).": ((), ("place:Zeist",), "2025-10-01"),
    "brief schrijven (Woerden en Zeist, 1 oktober 2025)": (("gemeente:Woerden", "gemeente:Zeist"), (), "2025-10-01"),
    "locatie in Zeist zoeken (Woerden)": (("gemeente:Woerden",), ("place:Zeist",), None),
    "locatie bezoeken (Houten)": ((), ("place:Houten",), None),
    "brief sturen (burgemeester van Woerden)": (("gemeente:Woerden",), (), None),
}


@pytest.mark.parametrize("task", BRACKETS)
def test_a_municipality_at_the_table_alone_in_a_bracket_must_do_it(task: str) -> None:
    (outcome,) = read(PRT.format(f"Actie: {task}")).outcomes
    assert (outcome.owners, outcome.about, outcome.deadline) == BRACKETS[task]


def test_who_is_promised_something_is_a_partner_also_as_the_first_word() -> None:
    (outcome,) = read(PRT.format("Woerden is door het COA een overleg toegezegd.")).outcomes
    assert (outcome.owners, outcome.partners, outcome.about) == (("COA",), ("gemeente:Woerden",), ())


def test_what_a_decision_in_one_word_has_in_brackets_is_not_all_of_it() -> None:
    (outcome,) = read_item("- Besluit: akkoord (VNG tegen).").outcomes
    assert (outcome.evidence.text, outcome.owners) == ("akkoord (VNG tegen).", ("LRT",))


@pytest.mark.parametrize("sentence", ["De leden stemmen in met het tijdpad.", "Alle leden zijn akkoord met de brief."])
def test_the_members_are_no_partner_of_their_own_table(sentence: str) -> None:
    (outcome,) = read_item(f"- {sentence}").outcomes
    assert (outcome.owners, outcome.partners) == (("LRT",), ())


@pytest.mark.parametrize(
    ("sentence", "partners"),
    [
        ("Het verslag wordt vastgesteld, met dank aan VNG.", ()),
        ("Actie: COA stuurt een woord van dank aan VNG.", ("VNG",)),
    ],
)
def test_who_is_thanked_for_it_has_no_part_in_what_is_settled(sentence: str, partners: tuple[str, ...]) -> None:
    (outcome,) = read_item(f"- {sentence}").outcomes
    assert outcome.partners == partners
