"""The same minutes out of another conversion read the same: other line ends, indents, blank lines, pages."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from layouts import as_document, gazetteer, lexicon

from lrtgraph.extraction.meeting import read_meeting
from lrtgraph.extraction.participants import read_participants
from lrtgraph.layout import read_layout
from lrtgraph.records import Document, Layout, Meeting

HERE = Path(__file__).parent
FOLDERS = (HERE / "gold" / "made", HERE / "gold" / "invented", HERE.parent / "examples" / "minutes")
MEASURED = ("unseen", "held_out", "apart")
OF_FORM = ("heads", "layouts")  # minutes whose form is what they are there for
APART = {
    "m2",
    "n1",
    "n4",
    "lrt-gewoon-5",
    "pen-1",
    "pen-3",
    "tafel-3",
    "tafels-levensecht-3",
    "zaal-1",
    "hlrt-2",
    "lrt-18",
    "prt-10",
}  # without a blank line above and below them, some of their heads, or their place, are not told from the text
GOLD = sorted(
    path
    for path in (HERE / "gold").glob("*/*.txt")
    if path.parent.name not in (*MEASURED, *OF_FORM) and path.stem not in APART
)
TEXTS = sorted(path for folder in FOLDERS for path in folder.glob("*.txt"))


def paged(text: str) -> str:
    """Pages of 35 lines with a running head and a page number."""
    lines: list[str] = []
    for number, line in enumerate(text.split("\n")):
        if number and number % 35 == 0:
            page = number // 35 + 1
            lines.append(f"\n\x0cVerslag overleg tafel {page}\n\nPagina {page} van 9\n")
        lines.append(line)
    return "\n".join(lines)


LETTER = """\
Aan de genodigden

Betreft: verslag

Geachte genodigden,

Hierbij ontvangt u het verslag van het overleg. Eventuele opmerkingen kunt u aan het secretariaat doorgeven.

Met vriendelijke groet,

het secretariaat
\x0c"""


CONVERSIONS: dict[str, Callable[[str], str]] = {
    "no white space at line ends": lambda text: re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t]+\n", "\n", text)),
    "Windows line ends": lambda text: text.replace("\n", "\r\n"),
    "indented": lambda text: re.sub(r"(?m)^(?=.)", "    ", text),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "with pages": paged,
    "a blank line behind every line": lambda text: text.replace("\n", "\n\n"),
    "below a letter": lambda text: LETTER + text,
    "bullets on lines of their own": lambda text: re.sub(r"(?m)^([ \t]*[•●▪]) +(?=\w)", r"\1\n", text),
    "no blank lines": lambda text: re.sub(r"\n\s*\n", "\n", text),
}


@cache
def read(text: str) -> tuple[Layout, list[tuple[str | None, str | None, str]], Meeting]:
    document = as_document(text)
    layout = read_layout(document, lexicon())
    seats = [(p.name, p.concept, p.status) for p in read_participants(document, layout, gazetteer())]
    return layout, seats, read_meeting(document, layout, gazetteer())


def body(layout: Layout) -> set[str]:
    return {block.text for block in layout.blocks if block.kind in ("paragraph", "bullet", "row")}


@pytest.mark.parametrize("conversion", CONVERSIONS)
@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_another_conversion_reads_the_same(path: Path, conversion: str) -> None:
    text = path.read_text(encoding="utf-8")
    layout, seats, meeting = read(text)
    other, other_seats, other_meeting = read(CONVERSIONS[conversion](text))
    assert [(i.number, i.title) for i in other.agenda] == [(i.number, i.title) for i in layout.agenda]
    assert other_seats == seats
    assert other_meeting == meeting
    blocks = body(layout)
    kept = len(blocks & body(other)) / len(blocks)
    assert kept >= (0.75 if "blank line" in conversion else 0.9)


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_without_blank_lines_the_agenda_and_the_list_stay(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    layout, seats, meeting = read(text)
    other, other_seats, other_meeting = read(CONVERSIONS["no blank lines"](text))
    assert [(i.number, i.title) for i in other.agenda] == [(i.number, i.title) for i in layout.agenda]
    assert (other_seats, other_meeting) == (seats, meeting)


def test_what_stands_beside_a_page_number_on_a_line_alone_is_furniture() -> None:
    text = (
        "1. Opening\nDe voorzitter opent.\n\n2. Opvang\nCOA meldt een\n\nVeiligheidsberaad, verslag 3\t\tblad 2\n\n"
        "tekort aan plekken.\n"
    )
    layout = read_layout(Document("a.txt", "", "text/plain", text))
    said = [block.text for block in layout.blocks if block.kind == "paragraph"]
    assert said[-1] == "COA meldt een tekort aan plekken."
