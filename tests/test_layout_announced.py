"""An agenda that minutes announce as a list, and whose titles come back below as heads without numbers."""

from __future__ import annotations

import pytest
from layouts import as_document, gazetteer

from lrtgraph.extraction.meeting import read_meeting
from lrtgraph.layout import read_layout

TITLES = ("Opening", "Vaststellen verslag van het overleg van 3 mei", "Hoe staat het ermee?", "Overleg bewoners")
HEADS = ("Opening", "Vaststellen verslag van 3 mei", "Hoe staat het ermee?", "Overleg bewoners")


def _minutes(titles: tuple[str, ...], heads: tuple[str, ...], mark: str = "• ", label: str = "Agenda") -> str:
    listed = "\n".join(f"{mark.format(number)}{title}" for number, title in enumerate(titles, 1))
    body = "\n\n".join(f"{head}\n\nHet COA meldt dat de opvang vol is." for head in heads)
    return f"Verslag Landelijke Regietafel 20 mei 2024\n\n{label}\n\n{listed}\n\n{body}\n"


@pytest.mark.parametrize("mark", ["• ", "- ", "{}. "])
@pytest.mark.parametrize("label", ["Agenda", "AGENDA:", "Agendapunten"])
def test_titles_that_come_back_are_the_heads(mark: str, label: str) -> None:
    document = as_document(_minutes(TITLES, HEADS, mark, label))
    layout = read_layout(document)
    assert [(item.number, item.title) for item in layout.agenda] == [(None, head) for head in HEADS]
    listed = [block.text for block in layout.blocks if block.section == "contents"]
    assert len(listed) == 1 + len(TITLES)
    assert read_meeting(document, layout, gazetteer()).body == "LRT"


def test_a_sentence_is_no_head_although_it_says_the_title() -> None:
    heads = (*HEADS[:3], "Overleg bewoners.")
    layout = read_layout(as_document(_minutes(TITLES, heads)))
    assert [item.title for item in layout.agenda] == list(HEADS[:3])


@pytest.mark.parametrize(
    "heads",
    [
        tuple(f"{number}. {title}" for number, title in enumerate(TITLES, 1)),  # their numbers make them heads
        ("Opening", "Stand van zaken", "Wensen", "Rondvraag"),  # other titles
    ],
)
def test_other_heads_are_found_as_ever(heads: tuple[str, ...]) -> None:
    found = [item.title for item in read_layout(as_document(_minutes(TITLES, heads))).agenda]
    assert found == [head.partition(". ")[2] or head for head in heads]
