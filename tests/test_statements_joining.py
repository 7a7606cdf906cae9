"""How contributions stand to their subjects where their act does not say it: joined objections, and what is to end."""

from __future__ import annotations

import pytest
from minutes import read_item

from lrtgraph.rdf.stands import stands


def positions(sentences: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """Who stands how to what, as the facts of a graph have it."""
    told = read_item(f"- {sentences}").statements
    return [(one.speakers[0], one.act, one.about) for statement in told for one in stands(statement) if one.about]


@pytest.mark.parametrize(
    "reaction",
    [
        "VNG sluit zich hierbij aan.",
        "VNG sluit zich aan bij IPO.",
        "VNG valt IPO bij.",
        "VNG deelt deze zorgen.",
        "VNG is het daarmee eens.",
        "VNG onderschrijft dit.",
        "VNG eveneens.",
    ],
)
def test_who_joins_an_objection_supports_who_made_it_and_objects_to_the_same(reaction: str) -> None:
    text = f"IPO maakt bezwaar tegen de HAR. {reaction}"
    assert positions(text) == [("IPO", "bezwaar", ("HAR",)), ("VNG", "bezwaar", ("HAR",))]
    joined = read_item(f"- {text}").statements[1]
    assert (joined.act, joined.about, joined.apart) == ("steunt", ("HAR",), ("HAR",))


@pytest.mark.parametrize("reaction", ["VNG herkent dit.", "VNG is het daar niet mee eens.", "VNG deelt die zorg niet."])
def test_who_grants_or_contradicts_an_objection_only_answers(reaction: str) -> None:
    assert positions(f"IPO maakt bezwaar tegen de HAR. {reaction}")[1] == ("VNG", "antwoordt", ("HAR",))


@pytest.mark.parametrize("reaction", ["VNG begrijpt dat, maar steunt de HAR.", "In reactie daarop steunt VNG de HAR."])
def test_who_supports_the_subject_by_its_name_supports_it(reaction: str) -> None:
    assert positions(f"IPO maakt bezwaar tegen de HAR. {reaction}")[1] == ("VNG", "steunt", ("HAR",))


def test_the_end_of_one_thing_is_not_that_of_another() -> None:
    for sentence in (
        "VNG steunt de Spreidingswet zonder de HAR af te schaffen.",
        "VNG steunt de Spreidingswet door de HAR te schrappen.",
    ):
        assert ("VNG", "bezwaar", ("Spreidingswet",)) not in positions(sentence)
    assert positions("VNG steunt de Spreidingswet, ook na de intrekking ervan.") == [
        ("VNG", "steunt", ("Spreidingswet",))
    ]


def test_support_for_support_and_for_a_proposal_stays() -> None:
    assert positions("IPO steunt de HAR. VNG sluit zich hierbij aan.")[1] == ("VNG", "steunt", ("HAR",))
    assert positions("IPO stelt voor de HAR te verlengen. VNG sluit zich hierbij aan.")[1][1] == "steunt"


def test_an_objection_that_was_never_told_can_be_shared() -> None:
    assert positions("VNG deelt de zorgen over de HAR.") == [("VNG", "bezwaar", ("HAR",))]
    assert positions("VNG begrijpt de bezwaren tegen de HAR.") == [("VNG", "antwoordt", ("HAR",))]


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("VNG is tegen het intrekken van de Spreidingswet.", "steunt"),
        ("VNG maakt bezwaar tegen uitstel van de Spreidingswet.", "steunt"),
        ("VNG steunt de intrekking van de Spreidingswet.", "bezwaar"),
        ("VNG stemt in met het schrappen van de Spreidingswet.", "bezwaar"),
        ("VNG betreurt dat de Spreidingswet wordt ingetrokken.", "steunt"),
        ("VNG is blij dat de Spreidingswet niet wordt ingetrokken.", "steunt"),
        ("VNG is tegen de Spreidingswet.", "bezwaar"),
    ],
)
def test_who_is_against_the_end_of_something_supports_it(sentence: str, act: str) -> None:
    assert positions(sentence) == [("VNG", act, ("Spreidingswet",))]


def test_who_joins_an_objection_to_the_end_of_something_supports_it_too() -> None:
    text = "VNG is tegen het intrekken van de Spreidingswet. IPO sluit zich aan bij VNG."
    assert positions(text) == [("VNG", "steunt", ("Spreidingswet",)), ("IPO", "steunt", ("Spreidingswet",))]
