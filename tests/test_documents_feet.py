"""What stands at the foot of pages is told as such by the formats that know it, and settles nothing."""

from __future__ import annotations

import time
from collections.abc import Callable
from io import BytesIO

import pytest
from docx import Document as Word
from docx.document import Document as WordDocument
from minutes import reader
from office import document_of, paragraph
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen import canvas

from lrtgraph.documents import read
from lrtgraph.layout import read_layout
from lrtgraph.layout.furniture import take_furniture
from lrtgraph.layout.lines import split_lines
from lrtgraph.records import Document

BODY = (
    "Verslag Provinciale Regietafel",
    "Datum: 5 juni 2024",
    "Aanwezig: mw. Terpstra (CdK, voorzitter), dhr. Vos (gemeente Ede), dhr. Smit (COA)",
    "1. Opvang",
    "Ede maakt bezwaar tegen de taakstelling.",
    "Actielijst",
    "1. Locaties doorgeven, Ede, 1 juli 2024",
)
FEET = (
    "Kenmerk 2024/0045112",
    "Versie 0.3",
    "Vastgesteld in de vergadering van 1 juli 2024",
    "Provincie Gelderland, Postbus 9090, 6800 GX Arnhem",
)


def word(foot: str) -> Document:
    made: WordDocument = Word()
    for text in BODY:
        made.add_paragraph(text)
    made.sections[0].footer.paragraphs[0].text = foot
    out = BytesIO()
    made.save(out)
    return read("x.docx", out.getvalue())


def printed(foot: str, *, numbered: bool = False) -> Document:
    out = BytesIO()
    made = canvas.Canvas(out, pagesize=A4, invariant=1)
    for number, text in enumerate(BODY):
        made.drawString(70, 760 - 28 * number, text)
    made.drawString(70, 40, f"{foot}    Pagina 1 van 1" if numbered else foot)
    made.showPage()
    made.save()
    return read("x.pdf", out.getvalue())


def told(document: Document) -> list[str]:
    return [document.text[start:end].strip() for start, end in document.feet]


@pytest.mark.parametrize("foot", FEET)
@pytest.mark.parametrize("made", [word, printed, lambda foot: printed(foot, numbered=True)])
def test_a_foot_is_furniture_and_no_outcome(made: Callable[[str], Document], foot: str) -> None:
    document = made(foot)
    assert [text.split("    ")[0] for text in told(document)][-1].startswith(foot)
    blocks = read_layout(document).blocks
    assert blocks[-1].kind == "furniture"
    assert blocks[-1].text.startswith(foot)
    record = reader().read(document)
    assert [(one.owners, one.deadline_date) for one in record.outcomes] == [(("gemeente:Ede",), "2024-07-01")]
    assert record.meeting.date == "2024-06-05"


def test_the_last_paragraph_of_a_full_page_is_no_foot() -> None:
    out = BytesIO()
    made = canvas.Canvas(out, pagesize=A4, invariant=1)
    for number in range(50):
        made.drawString(70, 780 - 14 * number, f"Regel {number} van het verslag van deze vergadering.")
    made.drawString(70, 780 - 14 * 51, "De volgende vergadering is op 5 juni 2024.")
    made.showPage()
    made.save()
    assert not read("x.pdf", out.getvalue()).feet


def test_a_sentence_that_names_a_page_is_no_foot() -> None:
    out = BytesIO()
    made = canvas.Canvas(out, pagesize=A4, invariant=1)
    for number in range(51):
        text = f"Regel {number} van het verslag van deze vergadering, die doorloopt tot"
        if number == 49:
            text = "VNG maakt bezwaar tegen de verdeling, zie het kader op pagina 12"
        made.drawString(70, 780 - 14 * number, text)
    made.showPage()
    made.save()
    assert not read("x.pdf", out.getvalue()).feet


def test_an_opendocument_text_knows_its_footer() -> None:
    page = f"<style:master-page><style:footer>{paragraph('Vertrouwelijk')}</style:footer></style:master-page>"
    assert told(document_of(paragraph("Tekst"), page)) == ["Vertrouwelijk"]


def test_many_feet_take_time_in_proportion_and_only_their_own_lines() -> None:
    page, foot = "Ede maakt bezwaar tegen de taakstelling.\n\n" * 20, "Provincie Gelderland, Arnhem\n\n"
    text = (page + foot) * 1500
    size = len(page + foot)
    feet = [(at + len(page), at + size) for at in range(0, len(text), size)]
    lines = split_lines(text)
    began = time.process_time()
    _, found = take_furniture(text, lines, 0, feet[::-1])
    assert time.process_time() - began < 3
    assert [piece.start for piece in found if piece.kind == "foot"] == [start for start, _ in feet]
