"""Boxes drawn around a decision: read as the lines inside, to the end of the box and no further."""

from __future__ import annotations

import pytest
from layouts import as_document

from lrtgraph.layout import Lexicon, read_layout
from lrtgraph.records import Layout

WIDE = 70
HEAD = "Verslag Landelijke Regietafel 12 februari 2024\n\n1. Opvang\n\nCOA licht de stand toe.\n\n"
INSIDE = (
    "Besluit",
    "De LRT stelt het plan vast. Het COA maakt voor de volgende vergadering",
    "van de regietafel een overzicht.",
)


def box(side: str, above: str, below: str) -> str:
    inside = "".join(f"{side}{line:<{WIDE}}{side}\n" for line in INSIDE)
    rule = above[1] * WIDE
    return f"{above[0]}{rule}{above[2]}\n{inside}{below[0]}{rule}{below[2]}\n"


def layout_of(text: str) -> Layout:
    return read_layout(as_document(text), Lexicon.of())


@pytest.mark.parametrize("framed", [box("|", "+-+", "+-+"), box("│", "┌─┐", "└─┘")])
def test_what_is_in_a_frame_reads_as_lines_under_its_head(framed: str) -> None:
    text = HEAD + framed + "\nVNG vraagt om meer tijd.\n\n2. Rondvraag\n\nGeen.\n"
    layout = layout_of(text)
    assert [item.title for item in layout.agenda] == ["Opvang", "Rondvraag"]
    told = [(block.section, block.text) for block in layout.blocks if block.item == 0 and block.kind == "paragraph"]
    assert told == [
        (None, "COA licht de stand toe."),
        ("besluit", " ".join(INSIDE[1:])),
        (None, "VNG vraagt om meer tijd."),
    ]
    for block in layout.blocks:
        for char, at in zip(block.text, block.offsets, strict=True):
            assert char in (text[at], " ")


def test_a_table_between_rules_stays_a_table() -> None:
    rule = "+----+------------+-----+\n"
    rows = f"{rule}| Nr | Actie      | Wie |\n{rule}| 1  | Plan maken | COA |\n{rule}"
    layout = layout_of(f"{HEAD}Actielijst\n\n{rows}")
    assert [block.kind for block in layout.blocks if "Plan maken" in block.text] == ["row"]
