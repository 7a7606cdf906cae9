"""A table of contents tells nothing of the meeting; figures behind dots are text."""

from __future__ import annotations

import pytest
from layouts import as_document, gazetteer

from lrtgraph.extraction.meeting import read_meeting
from lrtgraph.layout import read_layout

HEADS = ("1. Opening", "2. Versterking provinciale regietafels", "3. Sluiting")
MINUTES = "Verslag LRT 4 april 2024\n\n" + "".join(f"{head}\n\nCOA meldt een tekort.\n\n" for head in HEADS)


def _contents(pages: tuple[int, ...] = (2, 3, 3), heads: tuple[str, ...] = HEADS) -> str:
    return "".join(f"{head} {'.' * (50 - len(head))} {page}\n" for head, page in zip(heads, pages, strict=True)) + "\n"


@pytest.mark.parametrize("named", ["Inhoudsopgave\n\n", "Inhoud:\n", ""])
def test_the_meeting_is_not_named_by_its_table_of_contents(named: str) -> None:
    document = as_document(named + _contents() + MINUTES)
    layout = read_layout(document)
    assert [(item.number, item.title) for item in layout.agenda] == [(head[0], head[3:]) for head in HEADS]
    assert read_meeting(document, layout, gazetteer()).body == "LRT"
    told = [block.text for block in layout.blocks if block.section == "contents"]
    assert len(told) == 3 + bool(named)


@pytest.mark.parametrize(
    "dotted",
    [
        _contents((300, 120, 250)),  # figures that fall
        _contents((100, 200, 300), ("Arnhem", "Breda", "Zwolle")),  # that are those of no heads
        _contents((2, 3), HEADS[:2]),
    ],
)
def test_figures_behind_dots_are_no_contents(dotted: str) -> None:
    layout = read_layout(as_document(f"{MINUTES}4. Plekken\n\n{dotted}{MINUTES}"))
    assert not [block for block in layout.blocks if block.section == "contents"]
