"""Labels in a margin beside their text."""

from __future__ import annotations

from lrtgraph.layout.lines import split_lines
from lrtgraph.layout.margins import part_margin_labels


def parted(text: str) -> list[str]:
    return [text[line.start : line.end] for line in part_margin_labels(text, split_lines(text), 0) if not line.blank]


def test_a_label_as_wide_as_the_margin_is_one_too() -> None:
    text = "Besluit    Akkoord.\nToezegging VNG stuurt\n           een lijst.\nActie      COA zoekt.\n"
    assert parted(text) == ["Besluit", "Akkoord.", "Toezegging", "VNG stuurt", "een lijst.", "Actie", "COA zoekt."]


def test_a_sentence_that_reaches_the_column_stays_whole() -> None:
    text = "Besluit    Akkoord.\nActie      COA zoekt.\nDe actie is af.\nActies van VNG lopen.\n"
    assert parted(text)[-2:] == ["De actie is af.", "Acties van VNG lopen."]
