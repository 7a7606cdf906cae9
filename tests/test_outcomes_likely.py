"""What probably is settled although nothing marks it: the model's features, its table and how sure it is."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from minutes import HEAD, document, read_item, reader

from lrtgraph.extraction.grammar.weights import shares, weights
from lrtgraph.extraction.outcomes import outcomes
from lrtgraph.extraction.outcomes.prose.likely import KINDS, LIKELY, NOTHING, Unmarked, features


def met(text: str, title: str = "Opvang") -> list[Unmarked]:
    """The sentences of an item in which the rules find no outcome."""
    found: list[Unmarked] = []
    outcomes(reader().analyse(document(f"{HEAD}2. {title}\n\n{text}\n")), judge=found.append)
    return [one for one in found if "mededelingen" not in one.sentence.text]


def test_the_table_has_the_kinds_of_the_model() -> None:
    assert weights("outcome_words").classes == KINDS
    assert NOTHING in KINDS


def test_what_a_sentence_without_names_and_verbs_tells() -> None:
    (one,) = met("- Conform voorstel.")
    assert list(features(one)) == [
        *("w confo", "w voors", "b ^ confor", "b confor voorst", "b voorst $", "o conform voorstel", "finite 0"),
        *("length 0", "named 0", "kind bullet", "level 0", "bullet True", "place 0 True", "last of 1 True"),
        *("ends item True", "section none", "title opvan"),
    ]


def test_names_are_hidden_but_where_they_stand() -> None:
    told = [set(features(met(f"- {name} pakt dit samen met de gemeenten op.")[0])) for name in ("VNG", "IPO")]
    assert told[0] == told[1]
    assert {"w @", "first bare actor 0", "named 2", "verb pakt"} <= told[0]
    assert "first bare body 1" in set(features(met("- De LRT heeft het stuk gezien.")[0]))


MINUTES = "Verslag vorige vergadering"


@pytest.mark.parametrize(
    "sentence",
    [
        "Geen opmerkingen, met dank aan de opstellers.",
        "Het verslag wordt conform uitgegeven.",
        "Er zijn geen op- of aanmerkingen; het verslag staat.",
    ],
)
def test_minutes_are_approved_in_many_words(sentence: str) -> None:
    (outcome,) = read_item(f"- {sentence}", MINUTES).outcomes
    assert (outcome.kind, outcome.owners, outcome.evidence.text) == ("besluit", ("LRT",), sentence)
    assert outcome.rule == "outcome.likely"


@pytest.mark.parametrize(
    "sentence",
    [
        "COA meldt dat de bezetting op 98 procent ligt.",
        "VNG vraagt wanneer de brief komt.",
        "Gemeenten hebben zorgen over de doorstroom.",
        "Wie pakt dit op?",
        "De LRT komt in mei terug op de toezegging van JenV.",
        "VNG komt terug op de toezegging van JenV over de HAR.",
        "De toezegging van JenV komt terug in de volgende LRT.",
    ],
)
def test_what_is_only_said_settles_nothing(sentence: str) -> None:
    assert read_item(f"- {sentence}").outcomes == ()


def test_it_is_as_sure_as_it_is_probable() -> None:
    text = "- Het verslag wordt conform uitgegeven."
    (one,) = met(text, MINUTES)
    sure = 1 - shares(weights("outcome_words").odds(features(one)))[KINDS.index(NOTHING)]
    (outcome,) = read_item(text, MINUTES).outcomes
    assert LIKELY <= sure < 1
    assert outcome.confidence == pytest.approx(sure, abs=0.01)


@settings(max_examples=50)
@given(st.lists(st.integers(-2_000, 2_000), min_size=2, max_size=6))
def test_shares_are_probabilities_in_the_order_of_the_odds(odds: list[int]) -> None:
    told = shares(odds)
    assert sum(told) == pytest.approx(1)
    assert sorted(range(len(odds)), key=lambda k: (odds[k], k)) == sorted(
        range(len(odds)), key=lambda k: (told[k], odds[k], k)
    )


def test_a_table_without_what_is_asked_has_its_bias() -> None:
    assert weights("outcome_words").odds(["no such feature"]) == weights("outcome_words").odds([])


def test_what_introduces_the_minutes_settles_nothing() -> None:
    foreword = "Hieronder volgt het verslag van het overleg van 9 oktober 2023, over de opvang in Almere."
    title, people = "Verslag overleg 9 oktober 2023", "Aanwezig: VNG, COA"
    above = f"{title}\n\n{foreword}\n\n{people}\n\n1. Opening\n\nVNG meldt een tekort.\n\n2. Sluiting\n\nNiets.\n"
    assert outcomes(reader().analyse(document(above))) == ()
    below = f"{title}\n\n{people}\n\n1. {MINUTES}\n\nHet verslag wordt conform uitgegeven.\n\n2. Sluiting\n\nNiets.\n"
    assert [one.rule for one in outcomes(reader().analyse(document(below)))] == ["outcome.likely"]
