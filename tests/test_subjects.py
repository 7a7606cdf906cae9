"""What outcomes and figures are about: candidates, their features, and what is likely."""

from __future__ import annotations

from dataclasses import replace

import pytest
from graphs import MINUTES
from minutes import HEAD, document, read, read_item, reader

from lrtgraph.extraction.grammar.weights import BIAS, Seen, weights
from lrtgraph.extraction.outcomes import outcomes
from lrtgraph.extraction.statements import discussed
from lrtgraph.extraction.statements.course.floor import Contribution
from lrtgraph.extraction.statements.subject.themes import Theme, themes
from lrtgraph.extraction.statements.subject.topics import TOPIC, seen
from lrtgraph.extraction.subjects import OUTCOME_WORDS, TARGET_WORDS, table_of, themed
from lrtgraph.extraction.targets import targets


def found(text: str) -> list[tuple[str, str, list[tuple[Theme, Seen]]]]:
    """Of each outcome and figure of minutes the table, the words, and what it may be about with what speaks for it."""
    reading = reader().analyse(document(text))
    said = [one.row for one in discussed(reading)]
    settled = [(table_of(one), one.evidence.text, known) for one, known in themed(reading, said, outcomes(reading))]
    counted = [(table_of(one), one.evidence.text, known) for one, known in themed(reading, said, targets(reading))]
    return settled + counted


def test_features_come_once_and_each_is_counted_once() -> None:
    told = found((MINUTES / "001_b02e470687c8b965.txt").read_text(encoding="utf-8"))
    assert {table for table, _, _ in told} == {OUTCOME_WORDS, TARGET_WORDS}
    for name, _, known in told:
        table = weights(name)
        assert table.classes == (TOPIC,)
        assert BIAS in table.rows
        for _, one in known:
            features = list(one.features())
            assert len(features) == len(set(features))
            assert table.odds_of(one) == table.odds(features)


AMV = "COA meldt dat er 1.200 plekken voor amv ontbreken. Nidos vraagt aandacht voor de voogdij."


@pytest.mark.parametrize(
    ("title", "body", "about"),
    [
        ("AMV", f"- {AMV}\n\nActie: COA en Nidos komen in januari met één uitvraag.", ("amv",)),
        ("AMV", f"- {AMV}\n\nActie: VNG brengt de flexwoningen in beeld.", ("flexwoningen",)),
        ("Flexwoningen", "- Aedes licht de flexwoningen toe.\n\nActie: IPO maakt een lijst.", ("flexwoningen",)),
        ("Rondvraag", "Actie: IPO maakt een lijst.", ()),
        ("HAR", "- COA licht de HAR toe.\n\nActie: COA werkt de HAR uit, terug in de volgende LRT.", ("HAR",)),
        ("BAK OEK en HAR", "Besluit: het voorstel wordt aangehouden.", ()),
        ("Opening", "Besluit: het verslag van 9 november 2023 wordt vastgesteld.", ()),
        ("AMV", f"- {AMV}\n\nBesluit: het verslag van 9 november 2023 wordt vastgesteld.", ()),
        ("AMV", f"- {AMV}\n\nBesluit: het plan van 9 november 2023 wordt vastgesteld.", ("amv",)),
    ],
)
def test_an_outcome_goes_on_about_what_its_item_is_on_unless_it_names_its_own(
    title: str, body: str, about: tuple[str, ...]
) -> None:
    (outcome,) = read_item(body, title).outcomes
    assert outcome.about == about


def test_an_outcome_knows_nothing_of_the_subject_of_another_item() -> None:
    text = f"{HEAD}2. AMV\n\n- {AMV}\n\n3. Rondvraag\n\nActie: IPO maakt een lijst.\n"
    assert [outcome.about for outcome in read(text).outcomes] == [()]


@pytest.mark.parametrize(
    ("title", "body", "about"),
    [
        ("Doorstroomlocaties", "- VNG meldt dat er nu 1.400 plekken zijn.", [("doorstroomlocaties",)]),
        ("Rondvraag", "- VNG meldt dat er nu 1.400 plekken zijn.", [()]),
        ("HAR en BAK OEK", "- VNG meldt dat er nu 1.400 plekken zijn.", [()]),
        ("Doorstroomlocaties", "- COA telt in Ter Apel 2.150 amv.", [("amv", "place:Ter_Apel")]),
    ],
)
def test_a_figure_counts_what_its_item_is_on_unless_its_sentence_says_what(
    title: str, body: str, about: list[tuple[str, ...]]
) -> None:
    assert [tuple(sorted(target.about)) for target in read_item(body, title).targets] == about


def test_what_a_cell_counts_its_head_says() -> None:
    table = "| Peildatum | Doorstroomlocaties |\n|---|---|\n| 1 januari 2024 | 32 |\n"
    assert [target.about for target in read_item(table, "Spreidingswet").targets] == [("doorstroomlocaties",)]


def test_the_discussion_goes_on_as_if_no_outcome_stood_in_it() -> None:
    body = "- VNG licht de HAR toe.\n- COA licht de Spreidingswet toe.\n- IPO vraagt om uitleg daarover."
    reading = reader().analyse(document(f"{HEAD}2. Opvang\n\n{body}\n"))
    first, second, third = (one.row for one in discussed(reading))

    def weighed(*rows: Contribution) -> list[tuple[str, tuple[str, ...]]]:
        *_, last = themes(reading, rows)
        return [(one.concept, tuple(told.features())) for one, told in seen(last)]

    assert weighed(first, replace(second, unsaid=True), third) == weighed(first, third) != weighed(first, second, third)
