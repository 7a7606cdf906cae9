"""Contributions without a word of speech: who is heard, and who is not."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from minutes import read_item, reader

from lrtgraph.extraction.grammar.weights import BIAS, weights
from lrtgraph.extraction.statements import contributed
from lrtgraph.extraction.statements.speakers.found import Find
from lrtgraph.extraction.statements.speakers.likely import HEARD, LIKELY, RULE, PossibleSpeaker, features, unheard
from lrtgraph.records import Document

MINUTES = """Verslag LRT 12 februari 2024

Aanwezig: dhr. Kuipers (VNG), mw. Blaak (IPO), dhr. Visser (COA)

1. Opvang

- COA heeft nog 460 gezinnen van acht of meer.
- Voor IPO is die nul onverteerbaar.
- In mei lopen 5.400 plekken in hotels af.

Besluit: COA stelt een overzicht op.
"""


def met(text: str) -> list[PossibleSpeaker]:
    """The candidates of minutes, in the order of the text."""
    found: list[PossibleSpeaker] = []

    def hear(candidates: Iterable[PossibleSpeaker]) -> Find | None:
        found.extend(candidates)
        return None

    contributed(reader().analyse(Document("x.txt", "0" * 64, "text/plain", text)), hear)
    return found


def test_those_are_candidates_whom_a_sentence_names_and_no_rule_hears() -> None:
    assert [one.group.concepts for one in met(MINUTES)] == [("COA",), ("IPO",)]


def test_where_something_is_settled_nobody_is_a_candidate() -> None:
    assert not any("overzicht" in one.passage.words for one in met(MINUTES))


@pytest.mark.parametrize(
    ("sentence", "count"),
    [("COA en IPO waren daarbij aanwezig.", 0), ("Op de locatie is COA elke dag aanwezig.", 1)],
)
def test_who_is_only_told_to_have_come_is_no_candidate(sentence: str, count: int) -> None:
    assert len(met(f"Verslag LRT 12 februari 2024\n\n1. Opvang\n\n- {sentence}\n")) == count


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("COA heeft nog 460 gezinnen van acht of meer.", "COA"),
        ("Voor IPO is die nul onverteerbaar.", "IPO"),
    ],
)
def test_who_contributes_without_a_word_of_speech_is_heard(sentence: str, speaker: str) -> None:
    (one,) = read_item(f"- {sentence}").statements
    assert (one.speakers, one.rule) == ((speaker,), RULE)
    assert one.evidence.text == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "In mei lopen 5.400 plekken in hotels af.",
        "De brief aan VNG is op 3 mei verzonden.",
        "Zie de bijlage van het COA.",
    ],
)
def test_who_is_only_named_or_nobody_is_not_heard(sentence: str) -> None:
    assert read_item(f"- {sentence}").statements == ()


def test_the_likeliest_is_heard_and_none_below_the_threshold() -> None:
    found = met(MINUTES)
    one = unheard(found)
    assert one is not None
    assert one.confidence >= LIKELY
    assert one.group is not None
    assert one.group.concepts in [candidate.group.concepts for candidate in found]
    assert unheard([]) is None


def test_features_come_once_and_the_table_knows_most_of_them() -> None:
    table = weights("unheard_words")
    assert table.classes == (HEARD,)
    assert BIAS in table.rows
    for one in met(MINUTES):
        told = list(features(one))
        assert len(told) == len(set(told))
        assert any(feature in table.rows for feature in told)


@pytest.mark.parametrize(
    ("sentence", "speakers"),
    [
        ("Het bezwaar van IPO is dat de toezegging is vervallen.", [("IPO",)]),
        ("De kritiek van VNG is dat het toezicht is vervallen.", [("VNG",)]),
        ("Het bezwaar van IPO is vervallen.", []),
        ("De bezwaren van IPO tegen de HAR vervallen.", []),
    ],
)
def test_an_objection_is_over_only_where_its_own_clause_says_so(sentence: str, speakers: list[tuple[str, ...]]) -> None:
    assert [one.speakers for one in read_item(f"- {sentence}").statements] == speakers
