"""Tables of attendance: which column holds the names, and the marks that say who was there."""

from __future__ import annotations

import pytest
from layouts import gazetteer, lexicon

from lrtgraph.extraction.participants import read_participants
from lrtgraph.layout import read_layout
from lrtgraph.records import Document

THERE, AWAY = "present", "absent"
ITEMS = "\n\n## 1. Opening\n\nDe voorzitter opent.\n\n## 2. HAR\n\nHet COA licht de HAR toe.\n"


def seats(*rows: str) -> list[tuple[str | None, str | None, str]]:
    head, *below = rows
    lines = [f"| {head} |", f"|{'---|' * (head.count('|') + 1)}", *(f"| {row} |" for row in below)]
    listed = "\n".join(lines)
    text = f"# Verslag Provinciale Regietafel Utrecht\n\nDatum: 3 juli 2025\n\n## Presentielijst\n\n{listed}{ITEMS}"
    document = Document("x.md", "", "text/markdown", text)
    found = read_participants(document, read_layout(document, lexicon()), gazetteer())
    return [(seat.name, seat.concept, seat.status) for seat in found]


@pytest.mark.parametrize(
    "head",
    [
        "Gemeente | Bestuurder | Aanwezig",
        "Gemeente | Burgemeester | Aanwezig",
        "Organisatie | Bestuurder | Aanwezigheid",
        "Organisatie | Afgevaardigde | Presentie",
    ],
)
def test_the_column_of_names_is_known_by_its_head(head: str) -> None:
    found = seats(head, "Woerden | De Graaf | ja", "Soest | Kats | nee", "COA | Brouwer | ja")
    assert found == [
        ("De Graaf", "gemeente:Woerden", THERE),
        ("Kats", "gemeente:Soest", AWAY),
        ("Brouwer", "COA", THERE),
    ]


def test_the_office_may_stand_behind_the_place() -> None:
    found = seats(
        "Organisatie | Naam | Functie", "Woerden | mw. Bos | burgemeester", "Utrecht | dhr. Kok | gedeputeerde"
    )
    assert [concept for _, concept, _ in found] == ["gemeente:Woerden", "provincie:Utrecht"]


@pytest.mark.parametrize(
    ("here", "away"),
    [("ja", "afw."), ("x", "-"), ("+", "-"), ("1", "0"), ("p", "a"), ("aanw.", "afw."), ("ja", "met kennisgeving"),
     ("x", "m.k."), ("aanwezig", ""), ("v", "verh.")],
)  # fmt: skip
def test_a_mark_says_who_was_there(here: str, away: str) -> None:
    found = seats(
        "Organisatie | Naam | Aanwezig", f"Ede | Bos | {here}", f"Soest | Kok | {away}", f"COA | Vos | {here}"
    )
    assert [status for _, _, status in found] == [THERE, AWAY, THERE]


@pytest.mark.parametrize("mark", ["online", "tot 16.00 uur", "Teams"])
def test_other_words_say_how_somebody_was_there(mark: str) -> None:
    found = seats("Organisatie | Naam | Aanwezig", "Ede | Bos | ja", f"Soest | Kok | {mark}", "COA | Vos | ja")
    assert [status for _, _, status in found] == [THERE, THERE, THERE]


def test_a_name_with_its_office_and_a_mark_make_a_row() -> None:
    found = seats("Naam | Aanwezig", "mw. Bos (Woerden) | x", "dhr. Kok (Soest) | ", "dhr. Vos, COA | x")
    assert found == [
        ("Bos", "gemeente:Woerden", THERE),
        ("Kok", "gemeente:Soest", AWAY),
        ("Vos", "COA", THERE),
    ]
