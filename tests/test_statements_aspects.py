"""Who judges something about a thing takes no side for or against it: its measure, papers about it, that it waits."""

from __future__ import annotations

import pytest
from minutes import read_item

from lrtgraph.rdf.stands import stands


def side(sentence: str, title: str, concept: str) -> set[str]:
    """How the first who speaks stands to a concept, as the facts of a graph have it."""
    told = read_item(f"- {sentence}", title).statements[0]
    return {one.act for one in stands(told) if concept in one.about}


@pytest.mark.parametrize(
    "sentence",
    [
        "IPO is voor verlaging van de taakstelling.",
        "IPO is tegen verlaging van de taakstelling.",
        "IPO juicht de verlaging van de taakstelling toe.",
        "IPO is geen voorstander van verhoging van de taakstelling.",
        "IPO is tegen een lagere taakstelling.",
        "IPO vindt het onverstandig om de taakstelling te verlagen.",
        "IPO is blij dat de taakstelling wordt verlaagd.",
    ],
)
def test_another_measure_of_a_thing_is_not_the_thing(sentence: str) -> None:
    assert side(sentence, "Taakstelling", "taakstelling") == {"informeert"}


@pytest.mark.parametrize(
    "sentence",
    [
        "VNG betreurt dat zij niet vooraf is geïnformeerd over de Spreidingswet.",
        "VNG betreurt dat zij dit uit de krant moest vernemen.",
        "VNG vindt het jammer dat de stukken zo laat zijn toegezonden.",
        "VNG maakt bezwaar tegen de late toezending van de stukken over de wet.",
        "VNG noemt de communicatie over de Spreidingswet onder de maat.",
        "VNG mist een toelichting op de Spreidingswet.",
        "VNG is blij dat de stukken over de Spreidingswet nu op tijd zijn.",
    ],
)
def test_papers_and_news_of_a_thing_are_not_the_thing(sentence: str) -> None:
    assert side(sentence, "Spreidingswet", "Spreidingswet") == {"informeert"}


@pytest.mark.parametrize(
    "sentence",
    [
        "VNG is teleurgesteld dat niet alle gemeenten de Spreidingswet uitvoeren.",
        "VNG maakt zich zorgen over gemeenten die de wet niet uitvoeren.",
        "VNG is kritisch over de uitvoering van de Spreidingswet door gemeenten.",
        "VNG vindt dat de invoering van de Spreidingswet te langzaam gaat.",
    ],
)
def test_who_regrets_that_a_thing_is_not_done_does_not_object_to_it(sentence: str) -> None:
    assert side(sentence, "Spreidingswet", "Spreidingswet") == {"informeert"}


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("VNG is tegen de Spreidingswet.", "bezwaar"),
        ("VNG heeft zorgen over de Spreidingswet.", "bezwaar"),
        ("VNG is tegen een nieuwe, langere Spreidingswet.", "bezwaar"),
        ("VNG is kritisch over de uitvoering van de Spreidingswet.", "bezwaar"),
        ("VNG heeft per brief over de Spreidingswet bezwaar gemaakt.", "bezwaar"),
        ("VNG waarschuwt dat zonder geld de Spreidingswet niet kan worden uitgevoerd.", "bezwaar"),
        ("VNG is tegen en wil worden geïnformeerd.", "bezwaar"),
        ("VNG steunt de uitvoering van de Spreidingswet.", "steunt"),
    ],
)
def test_who_judges_the_thing_itself_stands_to_it(sentence: str, act: str) -> None:
    assert side(sentence, "Spreidingswet", "Spreidingswet") == {act}
