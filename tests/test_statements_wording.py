"""The act of a contribution by lexicon, words and turn: what the model sees, and what it makes of it."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from minutes import reader

from lrtgraph.extraction.grammar.weights import BIAS, weights
from lrtgraph.extraction.statements import contributed, statements
from lrtgraph.extraction.statements.course.discussion import Discussion
from lrtgraph.extraction.statements.course.floor import Contribution
from lrtgraph.extraction.statements.course.wording import ACTS, features, opinion
from lrtgraph.records import Act, Document


def row(act: str, speaker: str = "VNG", towards: tuple[str, ...] = ()) -> Contribution:
    return Contribution((speaker,), (), cast("Act", act), towards, "subject", 0.9, [(0, 0, 9)], plain=True, item=None)


def test_names_and_numbers_are_hidden() -> None:
    seen = list(features("VNG meldt 12 plekken aan COA"))
    assert not any("vng" in feature or "12" in feature for feature in seen)
    assert seen == list(features("IPO meldt 340 plekken aan BZK"))


@settings(deadline=None)  # the first text loads the table
@given(st.text(), st.sampled_from(ACTS))
def test_an_act_is_one_of_the_eight_and_at_least_as_likely_as_chance(text: str, act: str) -> None:
    meant = opinion(text, row(act), Discussion())
    assert meant.act in ACTS
    assert 1 / len(ACTS) <= meant.sure <= 1


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("VNG vreest dat gemeenten dit niet kunnen dragen.", "bezwaar"),
        ("IPO vraagt wanneer de brief komt.", "vraagt"),
        ("COA roept gemeenten op om locaties aan te dragen.", "verzoekt"),
        ("SJenV zegt toe de leden hierover te informeren.", "zegt_toe"),
    ],
)
def test_where_words_and_lexicon_agree_the_act_is_sure_and_else_it_is_less(text: str, act: str) -> None:
    agreed = opinion(text, row(act), Discussion())
    assert agreed.act == act
    assert agreed.sure > 0.9
    doubted = opinion(text, row("steunt"), Discussion())
    assert doubted.sure < agreed.sure


@pytest.mark.parametrize(
    ("text", "act", "meant"),
    [
        ("Aedes is niet blij met het besluit.", "bezwaar", "bezwaar"),
        ("VNG heeft wel bezwaren tegen het plan.", "bezwaar", "bezwaar"),
        ("COA zegt dat zij bezwaar maakt.", "bezwaar", "bezwaar"),
        ("Nidos is daar blij mee.", "informeert", "steunt"),
        ("VB vraagt zich af wie dit betaalt.", "bezwaar", "vraagt"),
    ],
)
def test_words_make_nobody_a_supporter_who_is_against_it_by_the_lexicon(text: str, act: str, meant: str) -> None:
    assert opinion(text, row(act), Discussion()).act == meant


def test_an_objection_that_the_lexicon_finds_outweighs_plain_words() -> None:
    text = "VNG geeft aan dat dit tot rechtszaken leidt."
    assert opinion(text, row("bezwaar"), Discussion()).act == "bezwaar"
    assert opinion(text, row("informeert"), Discussion()).act == "informeert"


@pytest.mark.parametrize("rule", ["aside", "label", "unknown-verb"])
def test_where_no_known_verb_tells_that_somebody_informs_his_words_alone_decide(rule: str) -> None:
    text = "VNG: drie raden hebben nog niets besloten, en dat wordt krap."
    told, labelled = row("informeert"), replace(row("informeert"), rule=rule)
    assert opinion(text, labelled, Discussion()).sure < opinion(text, told, Discussion()).sure
    objecting = opinion(text, row("bezwaar"), Discussion())
    assert objecting == opinion(text, replace(row("bezwaar"), rule=rule), Discussion())


def test_what_was_asked_before_makes_an_answer() -> None:
    text = "Dat zal na de zomer zijn."
    asked, unasked = Discussion(), Discussion()
    asked.add(row("vraagt", "VNG", ("COA",)), "VNG vraagt COA wanneer dat is.")
    unasked.add(row("informeert", "VNG"), "VNG meldt dat de raad nog vergadert.")
    after, alone = opinion(text, row("antwoordt", "COA"), asked), opinion(text, row("antwoordt", "COA"), unasked)
    assert after.act == "antwoordt"
    assert alone.act != "antwoordt"


def test_the_table_has_a_column_an_act_and_knows_what_the_lexicon_says() -> None:
    table = weights("act_words")
    assert table.classes == ACTS
    assert BIAS in table.rows
    alone = table.odds([])
    assert all(table.odds([f"lexicon {act}"])[k] > alone[k] for k, act in enumerate(ACTS))


def test_a_statement_is_no_surer_than_its_act() -> None:
    body = "- VNG meldt dat het overleg loopt.\n- IPO ligt daar niet dwars.\n- COA kan er mee uit.\n"
    text = f"Verslag LRT\n\n1. Opvang\n\n{body}"
    reading = reader().analyse(Document("x.txt", "0" * 64, "text/plain", text))
    found = contributed(reading)
    assert len(found) > 1
    so_far = Discussion()
    for one, statement in zip(found, statements(reading), strict=True):
        meant = opinion(one.text, one.row, so_far)
        assert statement.act == meant.act
        assert statement.confidence <= round(meant.sure, 2)
        so_far.add(replace(one.row, act=meant.act), one.text)


def test_the_words_of_a_contribution_are_cleaned() -> None:
    text = (
        "Verslag LRT\n\n1. Opvang\n\n- VNG spreekt haar waardering uit voor de mededel-\n\nPagina 2 van 4\n\n"
        "ingen die er dit jaar zijn.\n- COA meldt dat de opvang vol is.\n"
    )
    found = contributed(reader().analyse(Document("x.txt", "0" * 64, "text/plain", text)))
    assert [one.text for one in found] == [
        "VNG spreekt haar waardering uit voor de mededelingen die er dit jaar zijn.",
        "COA meldt dat de opvang vol is.",
    ]
    assert all(text[one.span.start : one.span.end] == one.span.text for one in found)
    assert found[0].row.act == "steunt"
