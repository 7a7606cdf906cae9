"""Tables in PDFs: cells that wrap are told apart, with lines around them or not, and give the same facts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from typing import Final

import pytest
from docx import Document as Word
from facts import facts, lines
from formats import converted, pdf
from minutes import reader
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen import canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table

from lrtgraph.documents import read
from lrtgraph.records import Document

TEXT: Final = ParagraphStyle("text", fontName="Helvetica", fontSize=10, leading=13)
HEAD: Final = ParagraphStyle("head", TEXT, fontName="Helvetica-Bold", spaceBefore=12, spaceAfter=6)
ABOVE: Final = (
    "Verslag Landelijke Regietafel Migratie en Integratie",
    "Datum: 3 juli 2024",
    "Aanwezig: J. Bosman (JenV), L. Smit (IPO), P. van den Akker (COA)",
    "1. Opvang",
    "De VNG steunt de Spreidingswet, mits het Rijk de kosten draagt die gemeenten nu al jaren zelf moeten betalen.",
    "Het COA meldt dat de locatie aan de haven op 1 september opengaat en dat de gemeente daarover is ingelicht.",
    "2. Huisvesting",
    "Het IPO vraagt het ministerie van JenV om een planning, omdat provincies anders niet weten waar zij aan toe zijn.",
    "Actielijst",
)
ACTIONS: Final = (
    ("Nr", "Actie", "Actiehouder", "Termijn"),
    (
        "1",
        "Een overzicht maken van alle locaties waar de komende maanden extra plekken voor alleenstaande minderjarige "
        "vreemdelingen beschikbaar komen",
        "COA en VNG",
        "30 augustus 2024",
    ),
    ("2", "Brief over de bekostiging van de noodopvang aan de gemeenten sturen", "JenV", "volgende vergadering"),
    ("3", "Reactie op de verdeelsleutel op papier zetten", "IPO", "10 september 2024"),
)
WIDTHS: Final = (25, 190, 75, 70)

Style = Sequence[tuple[object, ...]]
EVERYWHERE: Final = ((0, 0), (-1, -1))
STYLES: Final[dict[str, Style]] = {
    "lines around every cell": [("GRID", *EVERYWHERE, 0.5, colors.black)],
    "text in the middle of its cell": [("GRID", *EVERYWHERE, 0.5, colors.black), ("VALIGN", *EVERYWHERE, "MIDDLE")],
    "no lines at the sides": [
        ("LINEABOVE", *EVERYWHERE, 0.5, colors.black),
        ("LINEBELOW", *EVERYWHERE, 0.5, colors.black),
        ("LINEAFTER", (0, 0), (-2, -1), 0.5, colors.black),
    ],
    "rows of a colour": [("BACKGROUND", (0, row), (-1, row), colors.lightblue) for row in (0, 2)]
    + [("VALIGN", *EVERYWHERE, "TOP"), ("BOTTOMPADDING", *EVERYWHERE, 6)],
    "white space alone": [("VALIGN", *EVERYWHERE, "TOP"), ("BOTTOMPADDING", *EVERYWHERE, 6)],
    "numbers alone": [
        ("VALIGN", *EVERYWHERE, "TOP"),
        ("TOPPADDING", *EVERYWHERE, 0),
        ("BOTTOMPADDING", *EVERYWHERE, 0),
    ],
}


def word(rows: Sequence[Sequence[str]], style: str | None) -> bytes:
    document = Word()
    for text in ABOVE:
        document.add_paragraph(text)
    table = document.add_table(len(rows), len(rows[0]), style)
    for cells, made in zip(rows, table.rows, strict=True):
        for cell, box in zip(cells, made.cells, strict=True):
            box.text = cell
    document.add_paragraph("De volgende vergadering is op 4 september 2024.")
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def printed(*parts: Flowable) -> Document:
    out = BytesIO()
    SimpleDocTemplate(out, pagesize=A4, invariant=1).build(list(parts))
    return read("x.pdf", out.getvalue())


def table(rows: Sequence[Sequence[str]], style: Style, widths: Sequence[float] = WIDTHS) -> Table:
    return Table([[Paragraph(cell, TEXT) for cell in row] for row in rows], colWidths=widths, style=style)


def minutes(style: Style) -> Document:
    above = [Paragraph(text, HEAD if number in (0, 3, 6, 8) else TEXT) for number, text in enumerate(ABOVE)]
    below = Paragraph("De volgende vergadering is op 4 september 2024.", TEXT)
    return printed(*above, table(ACTIONS, style), Spacer(1, 20), below)


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_a_table_gives_the_same_facts_in_word_and_in_pdf(style: Style) -> None:
    expected = reader().read(read("x.docx", word(ACTIONS, "Table Grid")))
    assert [(o.owners, o.deadline_date) for o in expected.outcomes if o.kind == "actie"] == [
        (("COA", "VNG"), "2024-08-30"),
        (("JenV",), None),
        (("IPO",), "2024-09-10"),
    ]
    record = reader().read(minutes(style))
    assert facts(record) == facts(expected)
    assert len(record.statements) > 1


@pytest.mark.parametrize("style", ["Table Grid", None])
def test_a_table_of_word_printed_by_libreoffice_gives_the_same_facts(style: str | None, tmp_path: Path) -> None:
    original = tmp_path / "verslag.docx"
    original.write_bytes(word(ACTIONS, style))
    [path] = converted(tmp_path, "pdf", original)
    expected = reader().read(read(original.name, original.read_bytes()))
    record = reader().read(read(path.name, path.read_bytes()))
    assert facts(record) == facts(expected)


def test_a_cell_that_spans_others_stands_where_it_begins() -> None:
    rows = [["Naam", "Organisatie", "Taak"], ["Rijk", "", ""], ["J. Bosman", "JenV", "lid"], ["L. Smit", "", "lid"]]
    style = [("GRID", *EVERYWHERE, 0.5, colors.black), ("SPAN", (0, 1), (2, 1)), ("SPAN", (1, 2), (1, 3))]
    assert lines(printed(table(rows, style, (90, 90, 60)))) == [
        "Naam\tOrganisatie\tTaak", "Rijk\t\t", "J. Bosman\tJenV\tlid", "L. Smit\tJenV\tlid",
    ]  # fmt: skip


def test_words_broken_at_the_edge_of_a_cell_are_whole_and_others_stay_apart() -> None:
    def draw(made: canvas.Canvas) -> None:
        made.setFont("Courier", 10)  # letters of 6 points
        for x in (60, 140, 232):
            made.line(x, 700, x, 580)
        for y in (700, 680, 640, 600, 580):
            made.line(60, y, 232, y)
        for y, left, right in (
            (685, "Wie", "Wat"),
            (665, "COA", "omgevingsdialo"),  # 14 letters fill the cell of 84 points and its padding
            (653, "", "og voorberei-"),
            (641, "", "den"),
            (625, "VNG en", "Rijks- en zorg-"),
            (613, "gemeenten", "plan"),
            (585, "IPO", "notitie"),
        ):
            made.drawString(64, y, left)
            made.drawString(144, y, right)

    assert lines(pdf(draw))[1:] == [
        "COA\tomgevingsdialoog voorbereiden", "VNG en gemeenten\tRijks- en zorgplan", "IPO\tnotitie",
    ]  # fmt: skip


def test_each_person_of_a_cell_is_on_a_line_of_its_own() -> None:
    people = "dhr. Vos, burgemeester van Ede<br/>mw. Pol, gedeputeerde<br/>de heer El Amrani, ministerie van Justitie"
    rows = [["Voorzitter", "mw. Terpstra (CdK)"], ["Aanwezig", people], ["Afwezig", "mw. Bos, vervangen door mw. Kok"]]
    assert lines(printed(table(rows, STYLES["lines around every cell"], (80, 130)))) == [
        "Voorzitter\tmw. Terpstra (CdK)",
        "Aanwezig\tdhr. Vos, burgemeester van Ede",
        "\tmw. Pol, gedeputeerde",
        "\tde heer El Amrani, ministerie van Justitie",
        "Afwezig\tmw. Bos, vervangen door mw. Kok",
    ]


def frame(made: canvas.Canvas) -> None:
    made.rect(50, 600, 400, 200)
    for number, text in enumerate(("De tafel stelt het plan vast.", "Het COA   levert cijfers.")):
        made.drawString(60, 760 - 14 * number, text)


def underlined(made: canvas.Canvas) -> None:
    for number, text in enumerate(("Besluiten", "De tafel stelt het plan vast.", "Acties", "Het COA levert cijfers.")):
        made.drawString(60, 760 - 14 * number, text)
        made.line(60, 758 - 14 * number, 160, 758 - 14 * number)


def chart(made: canvas.Canvas) -> None:
    made.grid([60, 120, 180, 240], [500, 540, 580])
    made.drawString(60, 700, "De instroom stijgt, zie de figuur.")


@pytest.mark.parametrize("draw", [frame, underlined, chart])
def test_lines_that_are_no_table_leave_the_text_as_it_was(draw: Callable[[canvas.Canvas], None]) -> None:
    class Bare(canvas.Canvas):
        """A canvas on which no line is drawn."""

        def line(self, *_: object) -> None: ...

        def rect(self, *_: object) -> None: ...

        def grid(self, *_: object) -> None: ...

    out = BytesIO()
    made = Bare(out, pagesize=A4, invariant=1)
    draw(made)
    made.showPage()
    made.save()
    assert pdf(draw).text == read("x.pdf", out.getvalue()).text


@pytest.mark.parametrize("repeated", [0, 1])
def test_a_table_goes_on_on_the_next_page_with_its_head_or_without(repeated: int) -> None:
    rows = [ACTIONS[0], *((str(number + 1), *ACTIONS[1 + number % 3][1:]) for number in range(40))]
    cells = [[Paragraph(cell, TEXT) for cell in row] for row in rows]
    style = STYLES["lines around every cell"]
    document = printed(
        *(Paragraph(text, TEXT) for text in ABOVE), Table(cells, colWidths=WIDTHS, style=style, repeatRows=repeated)
    )
    outcomes = [one for one in reader().read(document).outcomes if one.kind == "actie"]
    assert len(document.pages) > 2
    assert [one.owners for one in outcomes] == ([("COA", "VNG"), ("JenV",), ("IPO",)] * 14)[:40]
