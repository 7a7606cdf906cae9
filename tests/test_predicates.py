"""Where a verb stands: particles together and apart, companions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lrtgraph.extraction.grammar.predicates import Predicate


@pytest.mark.parametrize(
    ("predicate", "text", "form"),
    [
        ("vast|stellen", "de tafel stelt het plan vast", "finite"),
        ("vast|stellen", "dat de tafel het plan vaststelt", "finite"),
        ("vast|stellen", "het plan wordt vastgesteld", "participle"),
        ("vast|stellen", "het verslag is vast gesteld", "participle"),
        ("vast|stellen", "om het plan vast te stellen", "infinitive"),
        ("vast|stellen", "de tafel zal het plan vaststellen", "infinitive"),
        ("toe|zien", "zij zien toe op de wet", "finite"),
        ("akkoord gaan", "de leden gaan akkoord met het plan", "finite"),
        ("beslissen", "het kabinet beslist over de wet", "finite"),
        ("beslissen", "er is beslist over de wet", "participle"),
    ],
)
def test_a_predicate_is_found_in_each_of_its_forms(predicate: str, text: str, form: str) -> None:
    tokens = text.split()
    uses = list(Predicate.parse(predicate).uses(tokens, 0, len(tokens)))
    assert [use.form for use in uses] == [form]


@pytest.mark.parametrize(
    ("predicate", "text"),
    [
        ("koppelen", "sjenv koppelt terug dat dit loopt"),
        ("trekken", "om de wet in te trekken"),
        ("op|stellen", "de minister stelt zich op het standpunt dat dit kan"),
        ("akkoord gaan", "de leden gaan naar huis"),
        ("vast|stellen", "het besluit staat vast"),
    ],
)
def test_another_verb_is_not_taken_for_it(predicate: str, text: str) -> None:
    tokens = text.split()
    assert list(Predicate.parse(predicate).uses(tokens, 0, len(tokens))) == []


def test_alternatives_of_verb_and_companions() -> None:
    found = list(Predicate.alternatives("toezicht/controle houden/uit|oefenen"))
    assert [(predicate.particle, predicate.verb) for predicate in found] == [("", "houden"), ("uit", "oefenen")]
    assert found[0].companions == (frozenset({"toezicht", "controle"}),)


WORDS = ["de", "tafel", "stelt", "het", "plan", "vast", "te", "stellen", "wordt", "vastgesteld", "en", ",", "niet"]


@given(st.lists(st.sampled_from(WORDS), max_size=14))
def test_uses_lie_within_the_tokens(tokens: list[str]) -> None:
    for use in Predicate.parse("vast|stellen").uses(tokens, 0, len(tokens)):
        assert 0 <= use.first <= use.last < len(tokens)
