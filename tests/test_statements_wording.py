"""The second opinion on acts: what it sees of a text, and when it overrules."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from minutes import read_item

from lrtgraph.extraction.statements.wording import ACTS, DOUBTED, TRUST, features, opinion


def test_names_and_numbers_are_hidden() -> None:
    told = list(features("VNG meldt 12 plekken aan COA"))
    assert not any("vng" in feature or "12" in feature for feature in told)
    assert told == list(features("IPO meldt 340 plekken aan BZK"))


@given(st.text(), st.sampled_from(ACTS))
def test_it_overrules_only_where_the_odds_are_beyond_trust_and_no_answer(text: str, act: str) -> None:
    told = opinion(text, act)  # type: ignore[arg-type]
    assert told.against >= 0
    assert (told.act != act) == (told.against > TRUST and act != "antwoordt")


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("VNG vreest dat gemeenten dit niet kunnen dragen.", "bezwaar"),
        ("IPO vraagt wanneer de brief komt.", "vraagt"),
        ("COA roept gemeenten op om locaties aan te dragen.", "verzoekt"),
        ("SJenV zegt toe de leden hierover te informeren.", "zegt_toe"),
    ],
)
def test_words_that_tell_an_act_agree_with_it_and_not_with_another(text: str, act: str) -> None:
    assert opinion(text, act).against == 0  # type: ignore[arg-type]
    assert opinion(text, "steunt").against > 1


def test_a_statement_that_the_words_do_not_agree_with_is_less_sure() -> None:
    body = "- VNG meldt dat het overleg loopt.\n- VNG ligt niet dwars.\n"
    agreed, doubted = read_item(body).statements
    assert agreed.confidence > DOUBTED >= doubted.confidence
