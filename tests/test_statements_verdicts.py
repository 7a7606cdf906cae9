"""Who judges something of his own under an item takes no side for or against the item's instrument."""

from __future__ import annotations

import pytest
from minutes import read_item

from lrtgraph.rdf.stands import stands


def side(text: str, title: str = "Spreidingswet", concept: str = "Spreidingswet") -> set[str]:
    """How the last who speaks stands to a concept, as the facts of a graph have it."""
    told = read_item(f"- {text}", title).statements[-1]
    return {one.act for one in stands(told) if concept in one.about} - {"informeert", "antwoordt"}


@pytest.mark.parametrize(
    "sentence",
    [
        "VNG voelt niets voor verlenging van de looptijd.",
        "VNG voelt niets voor uitstel.",
        "IPO ziet niets in afstel.",
        "IPO heeft moeite met de voorgestelde indeling van de zaal.",
        "VNG vindt de regiobijeenkomsten te talrijk.",
        "VNG is verheugd over de nieuwe website.",
        "COA betreurt de berichtgeving in de krant.",
        "IPO verzet zich tegen een nieuwe werkgroep.",
        "IPO heeft begrip voor de wethouders.",
        "VNG maakt een voorbehoud bij de passage over veiligheid.",
        "VNG vreest dat burgemeesters worden bedreigd.",
        "IPO waarschuwt voor leegstand.",
        "De toon van de brief stoort VNG.",
        "VNG vindt het jammer dat de zaal zo klein is.",
        "IPO is het oneens met de keuze van de locatie.",
        "VNG had 2.000 gewild.",
        "Landelijke buffer: MVRO is om.",
        "SJenV wijst het verzoek om uitstel af.",
        "SJenV verleent VNG uitstel.",
        "IPO kan zich niet vinden in de lezing. Volgens de wet houdt SJenV toezicht.",
        "VNG heeft zorgen over de raden. Zolang de wet er niet is, wachten zij.",
        "IPO betreurt de toon: de wet vraagt daar niet om.",
    ],
)
def test_a_noun_of_its_own_is_what_is_judged(sentence: str) -> None:
    assert side(sentence) == set()


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("VNG is tegen.", "bezwaar"),
        ("Reactie: VNG is tegen.", "bezwaar"),
        ("Besluit: de wet blijft.\n- VNG kan hiermee leven.", "steunt"),
        ("VNG is tegen de Spreidingswet.", "bezwaar"),
        ("IPO steunt dit.", "steunt"),
        ("IPO vindt dit een slecht idee.", "bezwaar"),
        ("IPO noemt het onhaalbaar.", "bezwaar"),
        ("VNG kan zich vinden in het voorstel.", "steunt"),
        ("IPO ziet niets in het plan.", "bezwaar"),
        ("VNG stemt in met de opzet en de planning.", "steunt"),
        ("IPO vindt de zaal te klein en is tegen.", "bezwaar"),
        ("VNG stemt namens de leden in.", "steunt"),
        ("VNG steunt dit van harte.", "steunt"),
        ("IPO is op dit punt tegen.", "bezwaar"),
        ("IPO is tegen omdat de zaal te klein is.", "bezwaar"),
        ("IPO is tegen, de zaal is te klein.", "bezwaar"),
        ("VNG voelt niets voor intrekking.", "steunt"),
        ("VNG heeft zorgen: de wet komt te vroeg.", "bezwaar"),
        ("VNG heeft het voorstel gelezen en kan zich daarin vinden.", "steunt"),
    ],
)
def test_without_such_a_noun_the_thing_of_the_item_is_judged(sentence: str, act: str) -> None:
    assert side(sentence) == {act}


@pytest.mark.parametrize(
    "text",
    [
        "Een raadslid noemde de provincies laf. IPO maakt daartegen bezwaar.",
        "Enkele raden geven geen plekken. VNG tekent hiertegen bezwaar aan.",
        "COA wil een eigen registratie beginnen. IPO is hier fel op tegen.",
        "VNG vindt de zaal te klein. IPO sluit zich hierbij aan.",
        "VNG heeft zorgen over de brief. IPO deelt die zorgen.",
    ],
)
def test_what_points_to_something_else_said_before_judges_that(text: str) -> None:
    assert side(text) == set()


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("SJenV stelt voor de Spreidingswet door te zetten. IPO steunt dit.", "steunt"),
        ("SJenV licht het voorstel toe. IPO is hiertegen.", "bezwaar"),
        ("Besluit: de verdeling gaat naar rato. VNG is hiertegen.", "bezwaar"),
        ("VNG steunt de wet. IPO steunt dit ook.", "steunt"),
        ("VNG vindt de zaal te klein. IPO is tegen.", "bezwaar"),
    ],
)
def test_what_points_to_the_thing_or_a_decision_judges_the_thing(text: str, act: str) -> None:
    assert side(text) == {act}


def test_another_item_has_its_own_instrument() -> None:
    assert side("Aedes is blij met de extra medewerkers.", "HAR", "HAR") == set()
    assert side("VNG is blij met de regeling.", "HAR", "HAR") == {"steunt"}
