"""Items and heads named after outcomes: what is settled there, and what is only said about it."""

from __future__ import annotations

import pytest
from minutes import read_item

TALK = [
    "Aedes herinnert JenV aan de toezegging om een brief te sturen.",
    "IPO wijst op de toezegging van het COA.",
    "IPO houdt JenV aan de toezegging over de bekostiging.",
    "VNG rekent op de toezegging van de minister.",
    "VNG vraagt JenV of de toezegging nog staat.",
    "De toezegging van COA aan de VNG is nog niet nagekomen.",
    "Het COA heeft het overzicht op 14 januari verstuurd.",
    "JenV heeft de brief over de bekostiging nog niet gestuurd.",
    "COA leverde het overzicht op 14 januari.",
    "VNG steunt de Spreidingswet.",
    "VNG is teleurgesteld over de brief.",
]
PROMISED = [
    ("COA stuurt vóór 1 april een overzicht.", "COA"),
    ("JenV heeft een brief toegezegd.", "JenV"),
    ("JenV informeert de VNG over de uitkomst.", "JenV"),
    ("IPO is bereid de provincies te bellen.", "IPO"),
]


@pytest.mark.parametrize("sentence", TALK)
@pytest.mark.parametrize("bullet", ["", "- "])
def test_what_is_said_about_commitments_is_none(sentence: str, bullet: str) -> None:
    assert [o.evidence.text for o in read_item(f"{bullet}{sentence}", "Toezeggingen").outcomes] == []


@pytest.mark.parametrize(("sentence", "owner"), PROMISED)
def test_what_is_promised_there_is_a_commitment(sentence: str, owner: str) -> None:
    (outcome,) = read_item(f"- {sentence}", "Toezeggingen").outcomes
    assert (outcome.kind, outcome.owners) == ("toezegging", (owner,))


def test_opinions_under_decisions_are_none_and_what_the_table_supports_is_one() -> None:
    body = (
        "- VNG maakt bezwaar tegen het kader.\n- De tafel steunt de lijn van JenV.\n- De start is uitgesteld tot 1 mei."
    )
    found = read_item(body, "Besluiten").outcomes
    assert [(o.kind, o.owners) for o in found] == [("besluit", ("LRT",)), ("besluit", ("LRT",))]


def test_an_action_may_be_to_ask_another() -> None:
    (outcome,) = read_item("- VNG vraagt het COA om een overzicht.", "Acties").outcomes
    assert (outcome.kind, outcome.owners) == ("actie", ("VNG",))


def test_what_is_not_done_yet_counts_with_a_new_term() -> None:
    (outcome,) = read_item("- JenV heeft de brief nog niet gestuurd; dat volgt vóór 1 april.", "Toezeggingen").outcomes
    assert (outcome.owners, outcome.deadline) == (("JenV",), "2024-04-01")


def test_who_is_given_a_task_has_not_done_it() -> None:
    found = read_item("- VNG is verzocht een overzicht te sturen.", "Actiepunten").outcomes
    assert [(one.kind, one.owners) for one in found] == [("actie", ("VNG",))]
