"""What contributions are about: candidates, their features, and what is likely."""

from __future__ import annotations

import pytest
from graphs import MINUTES as MINUTES_FOLDER
from minutes import HEAD, document, read_item, reader

from lrtgraph.extraction.grammar.weights import BIAS, probability, weights
from lrtgraph.extraction.statements import discussed
from lrtgraph.extraction.statements.subject.themes import themes
from lrtgraph.extraction.statements.subject.topics import LIKELY, TOPIC, seen, topics

MINUTES = f"""{HEAD}2. Spreidingswet

- COA licht het capaciteitsbesluit toe. VNG verzoekt gemeenten om spoed.
- IPO verwijst naar de PRT van 3 april en vraagt wat artikel 5 voor provincies betekent.
- COA: de HAR loopt in Zwolle op 1 mei af; het plan van aanpak derdelanders volgt.
"""


def found(text: str) -> list[dict[str, list[str]]]:
    """For each contribution of minutes what it may be about, with the features of that."""
    reading = reader().analyse(document(text))
    rows = [one.row for one in discussed(reading)]
    return [{one.concept: list(known.features()) for one, known in seen(told)} for told in themes(reading, rows)]


def test_features_come_once_and_the_table_knows_most_of_them() -> None:
    table = weights("topic_words")
    assert table.classes == (TOPIC,)
    assert BIAS in table.rows
    for known in (known for told in found(MINUTES) for known in told.values()):
        assert len(known) == len(set(known))
        assert 2 * sum(feature in table.rows for feature in known) > len(known)


def test_no_feature_is_counted_twice() -> None:
    text = (MINUTES_FOLDER / "001_b02e470687c8b965.txt").read_text(encoding="utf-8")
    reading = reader().analyse(document(text))
    table = weights("topic_words")
    for told in themes(reading, [one.row for one in discussed(reading)]):
        for _, known in seen(told):
            assert table.odds_of(known) == table.odds(known.features())


def test_candidates_are_what_is_named_then_what_the_item_named() -> None:
    told = [list(named) for named in found(MINUTES)]
    assert told[0] == ["capaciteitsbesluit", "Spreidingswet"]
    assert [known[0] for known in found(MINUTES)[0].values()] == ["in", "out"]
    assert "gemeenten" not in told[1]  # they are spoken to
    assert set(told[1]) >= {"capaciteitsbesluit", "Spreidingswet"}
    assert not any("COA" in names for names in (told[0], told[-1]))  # its speaker


def test_topics_are_the_likely_candidates() -> None:
    reading = reader().analyse(document(MINUTES))
    rows = [one.row for one in discussed(reading)]
    table = weights("topic_words")
    likely = [
        tuple(concept for concept, known in told.items() if probability(table.odds(known)[0]) >= LIKELY)
        for told in found(MINUTES)
    ]
    assert topics(reading, rows) == likely
    assert topics(reading, []) == []


def test_an_item_knows_nothing_of_the_topics_of_another() -> None:
    text = MINUTES + "\n3. Rondvraag\n\n- VNG dankt de voorzitter.\n"
    assert found(text)[-1] == {}


def test_a_bare_noun_stands_for_what_another_item_named() -> None:
    text = MINUTES + "\n3. Rondvraag\n\n- VNG vraagt of de wet al in werking is getreden.\n"
    ((concept, known),) = found(text)[-1].items()
    assert concept == "Spreidingswet"
    assert "out bare document" in known


@pytest.mark.parametrize("agreement", ["VNG is het daarmee eens.", "VNG steunt dit voorstel.", "VNG sluit zich aan."])
def test_who_agrees_agrees_on_what_was_proposed(agreement: str) -> None:
    told = read_item(f"- IPO stelt een bonus voor. {agreement}").statements
    assert [one.about for one in told] == [("bonus",), ("bonus",)]


def test_what_nobody_in_particular_named_right_before_may_be_gone_on_about() -> None:
    text = f"{HEAD}2. Huisvesting\n\n- HAR: 290 plaatsingen, dat valt tegen. VNG pleit voor een langere looptijd.\n"
    known = found(text)[-1]["HAR"]
    assert "out aired 0 instrument" in known
    assert "out opened instrument" in known
    assert read_item("- HAR: 290 plaatsingen, dat valt tegen. VNG pleit voor verlenging.").statements[-1].about == (
        "HAR",
    )


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("CdK vraagt wat de intrekking betekent.", "Spreidingswet"),
        ("CdK vraagt wanneer het verdeelbesluit valt.", "Spreidingswet"),
        ("IPO vreest dat zonder wettelijke taak niets verandert.", "Spreidingswet"),
        ("IPO vraagt hoe de ladder wordt toegepast.", "interventieladder"),
    ],
)
def test_a_bare_noun_may_stand_for_what_nobody_named(said: str, meant: str) -> None:
    assert "out unnamed" in found(f"{HEAD}2. Rondvraag\n\n- {said}\n")[-1][meant]


def test_a_bare_noun_stands_for_what_was_named_rather_than_for_what_it_mostly_means() -> None:
    known = found(f"{HEAD}2. Wet regie\n\n- IPO licht de Wet regie toe.\n- VNG vraagt wanneer de wet ingaat.\n")[-1]
    assert "Spreidingswet" not in known


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Besluit: de taakstelling wordt 12.500.\n- VNG kan hiermee leven.", ("taakstelling",)),
        ("De taakstelling wordt vastgesteld.\n- VNG is hiertegen.", ("taakstelling",)),
        ("Besluit: de taakstelling wordt 12.500. VNG laat aantekenen hier niet mee in te stemmen.", ("taakstelling",)),
        ("De taakstelling wordt vastgesteld.\n- VNG kan hiermee leven al had het lager gemogen.", ("taakstelling",)),
        ("De taakstelling stijgt naar 12.500.\n- VNG kan hiermee leven.", ()),
        ("Besluit: de taakstelling wordt 12.500.\n- VNG is blij met de zaal.", ()),
        ("Besluit: de taakstelling wordt 12.500.\n- COA meldt 300 bedden. VNG is daar blij mee.", ()),
    ],
)
def test_who_points_to_the_decision_right_before_is_for_or_against_what_that_is_about(
    text: str, expected: tuple[str, ...]
) -> None:
    assert read_item(f"- {text}", "Huisvesting").statements[-1].about == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MVRO wil meer.\n- Besluit: het worden er 12.500. VNG stemt hier niet mee in.", ()),
        ("MVRO wil meer. De lijst wordt vastgesteld. VNG stemt hier niet mee in.", ()),
        ("MVRO wil meer. VNG stemt hier niet mee in.", ("MVRO",)),
    ],
)
def test_who_reacts_to_a_decision_speaks_to_nobody(text: str, expected: tuple[str, ...]) -> None:
    assert read_item(f"- {text}", "Huisvesting").statements[-1].addressees == expected
