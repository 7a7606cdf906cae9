"""A short line in bold among lines that are not is set apart as a head is, in Word and on web pages."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pytest
from docx import Document as Word
from docx.enum.style import WD_STYLE_TYPE

from lrtgraph.documents import read
from lrtgraph.layout import read_layout

Lines = tuple[tuple[str, bool], ...]


def _word(lines: Lines) -> str:
    made, data = Word(), BytesIO()
    for text, bold in lines:
        made.add_paragraph().add_run(text).bold = bold
    made.save(data)
    return read("x.docx", data.getvalue()).text


def _page(lines: Lines) -> str:
    told = "".join(f"<p><b>{text}</b></p>" if bold else f"<p>{text}</p>" for text, bold in lines)
    return read("x.html", f"<title>x</title><body>{told}</body>".encode()).text


SAID = (("Welkom.", False), ("COA meldt een tekort.", False))


@pytest.mark.parametrize("made", [_word, _page])
def test_a_line_in_bold_is_set_apart(made: Callable[[Lines], str]) -> None:
    text = made((*SAID, ("Huisvesting", True), *SAID))
    assert text == "Welkom.\nCOA meldt een tekort.\n\nHuisvesting\n\nWelkom.\nCOA meldt een tekort.\n"


@pytest.mark.parametrize("made", [_word, _page])
@pytest.mark.parametrize(
    "bold",
    [
        (("Verslag LRT", True), ("4 april 2024", True)),  # a title of lines
        (("VNG stemt niet in.", True),),  # a sentence that is stressed
        (("mw. Bos (COA),", True),),
        (("Huisvesting", False),),
    ],
)
def test_other_lines_in_bold_are_not(made: Callable[[Lines], str], bold: Lines) -> None:
    assert "\n\n" not in made((*SAID, *bold, *SAID))


def test_the_weight_of_letters_is_their_own_before_that_of_their_style() -> None:
    made, data = Word(), BytesIO()
    made.styles.add_style("Kopje", WD_STYLE_TYPE.PARAGRAPH).font.bold = True
    for text in ("Welkom.", "Opvang", "Er is een tekort.", "Slot", "Dank."):
        run = made.add_paragraph(style="Kopje" if text in ("Opvang", "Slot") else None).add_run(text)
        run.bold = False if text == "Slot" else None
    part = made.add_paragraph()
    part.add_run("Actie:").bold = True
    part.add_run(" COA levert cijfers")
    made.save(data)
    expected = "Welkom.\n\nOpvang\n\nEr is een tekort.\nSlot\nDank.\nActie: COA levert cijfers\n"
    assert read("x.docx", data.getvalue()).text == expected


@pytest.mark.parametrize("made", ["<p style='font-weight: 700'>Slot</p>", "<div><strong><i>Slot</i></strong></div>"])
def test_web_pages_write_bold_in_many_ways(made: str) -> None:
    assert "\n\nSlot\n\n" in read("x.html", f"<body><p>Welkom.</p>{made}<p>Dank.</p></body>".encode()).text


def test_heads_in_bold_are_the_items_of_short_minutes() -> None:
    lines: list[tuple[str, bool]] = [("Verslag LRT 4 april 2024", True), ("Aanwezig: mw. Bos (COA)", False)]
    for head in ("Opening", "Opvang van asielzoekers", "Sluiting"):
        lines += [(head, True), ("De voorzitter deelt mee dat er niets te melden is.", False)]
    made, data = Word(), BytesIO()
    for text, bold in lines:
        made.add_paragraph().add_run(text).bold = bold
    made.save(data)
    agenda = read_layout(read("x.docx", data.getvalue())).agenda
    assert [item.title for item in agenda] == ["Opening", "Opvang van asielzoekers", "Sluiting"]
