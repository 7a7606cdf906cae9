"""Who comes first and who after: of several in one role each has his own days."""

from __future__ import annotations

import pytest
from minutes import read_item

ROWS = (
    (
        "Het toezicht ligt tot 1 februari 2027 bij de staatssecretaris en pas daarna bij gedeputeerde staten.",
        {"SJenV": ("tot 1 februari 2027", None), "GedeputeerdeStaten": (None, "vanaf 1 februari 2027")},
    ),
    (
        "De minister meldt dat het toezicht tot 2027 bij het Rijk en daarna bij de provincies ligt.",
        {"Rijk": ("tot 2027", None), "provincies": (None, "vanaf 2027")},
    ),
    (
        "Het toezicht ligt nu bij het Rijk en vanaf 1 januari 2027 bij de provincies.",
        {"Rijk": ("tot 1 januari 2027", None), "provincies": (None, "vanaf 1 januari 2027")},
    ),
    (
        "Vanaf 1 februari ligt het toezicht bij de provincies, tot die tijd bij het Rijk.",
        {"provincies": (None, "Vanaf 1 februari"), "Rijk": ("tot 1 februari", None)},
    ),
    (
        "De eerste vier jaar ligt het toezicht bij SJenV en daarna bij de provincies.",
        {"SJenV": ("De eerste vier jaar", None), "provincies": (None, "daarna")},
    ),
    # Neighbours: who have it together, and a continuation that names no other.
    (
        "Het toezicht blijft tot 1 juli 2025 bij SJenV en het IPO.",
        {"SJenV": ("tot 1 juli 2025", None), "IPO": ("tot 1 juli 2025", None)},
    ),
    (
        "Het toezicht ligt vanaf 1 mei bij de provincies en bij het Rijk.",
        {"provincies": (None, "vanaf 1 mei"), "Rijk": (None, "vanaf 1 mei")},
    ),
    (
        "Tot 2026 houdt de staatssecretaris toezicht en vanaf dan de provincie.",
        {"SJenV": ("Tot 2026", None), "provincies": (None, "vanaf 2026")},
    ),
    ("De provincies houden vanaf 1 okt 2027 toezicht.", {"provincies": (None, "vanaf 1 okt 2027")}),
    ("De provincies houden toezicht per 1 apr. 2026.", {"provincies": (None, "per 1 apr. 2026")}),
    ("De provincies houden per maand toezicht.", {"provincies": (None, None)}),
    ("Het toezicht ligt bij de provincies en vanaf 2026 bij grotere teams.", {"provincies": (None, "vanaf 2026")}),
)


@pytest.mark.parametrize(("sentence", "days"), ROWS, ids=[sentence for sentence, _ in ROWS])
def test_each_has_his_own_days(sentence: str, days: dict[str, tuple[str | None, str | None]]) -> None:
    found = read_item(f"- {sentence}", "Spreidingswet").ownership
    assert {fact.actor: (fact.until, fact.since) for fact in found} == days


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("De uitvoering van het toezicht is opgedragen aan de Inspectie Justitie en Veiligheid.", ["supervision"]),
        ("De uitvoering van het toezicht op de wet is in handen van de provincies.", ["supervision"]),
        ("Het toezicht gaat in 2027 over naar de provincies.", ["supervision"]),
        ("De uitvoering van de wet is in handen van de provincies.", ["execution"]),
        ("De bekostiging van het toezicht ligt bij de provincies.", ["execution"]),
        ("De artikel 2-toets laat zien dat provincies 14 miljoen nodig hebben voor toezicht.", []),
        ("De provincies hebben toezicht op de uitvoering van de wet.", ["supervision"]),
        ("De provincies hebben geen geld voor het toezicht.", []),
    ],
)
def test_who_carries_out_supervision_supervises_and_who_needs_money_for_it_not_yet(
    sentence: str, kinds: list[str]
) -> None:
    found = read_item(f"- {sentence}", "Spreidingswet").ownership
    assert [fact.role_kind for fact in found if not fact.rule.endswith("likely")] == kinds
