"""Dutch verbs by their forms."""

from __future__ import annotations

import pytest

from lrtgraph.dutch.conjugation import conjugation
from lrtgraph.extraction.grammar.lexicon import table


@pytest.mark.parametrize(
    ("infinitive", "finite", "participle"),
    [
        ("stellen", "stelt", "gesteld"),
        ("maken", "maakte", "gemaakt"),
        ("koppelen", "koppelt", "gekoppeld"),
        ("accorderen", "accordeert", "geaccordeerd"),
        ("leveren", "levert", "geleverd"),
        ("verdelen", "verdeelt", "verdeeld"),
        ("beslissen", "beslist", "beslist"),
        ("nemen", "neemt", "genomen"),
        ("gaan", "ga", "gegaan"),
        ("besluiten", "besluit", "besloten"),
        ("voldoen", "voldoet", "voldaan"),
        ("evalueren", "evalueert", "geëvalueerd"),
        ("toetsen", "toetste", "getoetst"),
        ("verzenden", "verzendt", "verzonden"),
    ],
)
def test_weak_strong_and_derived_verbs(infinitive: str, finite: str, participle: str) -> None:
    forms = conjugation(infinitive)
    assert finite in forms.finite
    assert participle in forms.participles
    assert infinitive in forms.finite


def test_every_strong_verb_has_all_its_parts() -> None:
    for row in table("strong_verbs"):
        assert all(row.values()), row
        assert row["infinitive"].endswith("n")
