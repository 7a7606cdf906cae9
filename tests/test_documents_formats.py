"""Every format: the same text gives the same facts, and structure becomes the text that a person would type."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from unicodedata import normalize

import pytest
from docx import Document as Word
from docx.oxml import OxmlElement
from facts import EXAMPLES, facts, facts_of_text, lines
from formats import FORMATS, compound, mail, packed, pdf, pdf_lines
from graphs import MINUTES
from minutes import reader
from reportlab.pdfgen import canvas

from lrtgraph import rdf
from lrtgraph.documents import read
from lrtgraph.errors import DocumentError
from lrtgraph.records import Document
from lrtgraph.search_index import prepared

# What a secretary types loses the lines of a letterhead and an attendance list; only the first example has neither.
CASES = [(name, path) for name in FORMATS for path in (EXAMPLES[:1] if "styled" in name else EXAMPLES)]


@pytest.mark.parametrize(("name", "path"), CASES, ids=lambda value: str(getattr(value, "stem", value))[:16])
def test_the_same_text_in_any_format_gives_the_same_facts(name: str, path: Path) -> None:
    file_name, make = FORMATS[name]
    record = reader().read(read(file_name, make(path.read_bytes().decode())))
    expected = facts_of_text(path)
    assert expected.total() > 100
    assert facts(record) == expected
    text = record.document.text
    for fact in (*record.outcomes, *record.statements, *record.targets, *record.ownership):
        assert text[fact.evidence.start : fact.evidence.end] == fact.evidence.text


def composed(found: Counter[object]) -> Counter[str]:
    return Counter(normalize("NFC", str(fact)) for fact in found.elements())


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem[:3])
def test_accents_that_are_characters_of_their_own_change_no_fact(path: Path) -> None:
    apart = normalize("NFD", path.read_text(encoding="utf-8"))
    assert composed(facts(reader().read(read("x.txt", apart.encode())))) == composed(facts_of_text(path))


# Word


def word(fill: Callable[..., None]) -> Document:
    made = Word()
    fill(made)
    out = BytesIO()
    made.save(out)
    return read("x.docx", out.getvalue())


def test_word_lists_keep_their_numbers_bullets_and_depth() -> None:
    def fill(made: object) -> None:
        for text, style in (
            ("eerste", "List Number"), ("tweede", "List Number"), ("punt", "List Bullet"),
            ("dieper", "List Bullet 2"), ("derde", "List Number"),
        ):  # fmt: skip
            made.add_paragraph(text, style=style)  # type: ignore[attr-defined]

    assert lines(word(fill)) == ["1. eerste", "2. tweede", "• punt", "• dieper", "3. derde"]


def test_word_tables_are_rows_with_tabs_apart_from_text() -> None:
    def fill(made: object) -> None:
        made.add_paragraph("Actielijst")  # type: ignore[attr-defined]
        table = made.add_table(rows=2, cols=3)  # type: ignore[attr-defined]
        for row, texts in zip(table.rows, (("Nr", "Actie", "Wie"), ("A1", "Brief\nsturen", "COA")), strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
        made.add_paragraph("Slot")  # type: ignore[attr-defined]

    assert word(fill).text == "Actielijst\n\nNr\tActie\tWie\nA1\tBrief sturen\tCOA\n\nSlot\n"


def test_word_leaves_out_what_was_deleted_and_reads_what_was_inserted() -> None:
    def fill(made: object) -> None:
        paragraph = made.add_paragraph("De LRT gaat ")  # type: ignore[attr-defined]
        for tag, inner, text in (("w:del", "w:delText", "niet "), ("w:ins", "w:t", "akkoord")):
            change, run, piece = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(inner)
            piece.text = text
            run.append(piece)
            change.append(run)
            paragraph._p.append(change)

    assert lines(word(fill)) == ["De LRT gaat akkoord"]


def test_word_reads_the_header_once_and_knows_pages() -> None:
    def fill(made: object) -> None:
        made.sections[0].header.paragraphs[0].text = "Ministerie van JenV"  # type: ignore[attr-defined]
        made.add_paragraph("Bladzijde een")  # type: ignore[attr-defined]
        made.add_page_break()  # type: ignore[attr-defined]
        made.add_paragraph("Bladzijde twee")  # type: ignore[attr-defined]

    document = word(fill)
    assert lines(document) == ["Ministerie van JenV", "Bladzijde een", "Bladzijde twee"]
    assert [page.number for page in document.pages] == [1, 2]
    assert document.text[document.pages[1].start :].strip() == "Bladzijde twee"


def test_word_text_boxes_are_read_behind_their_paragraph() -> None:
    def fill(made: object) -> None:
        paragraph = made.add_paragraph("Tekst")  # type: ignore[attr-defined]
        run = OxmlElement("w:r")
        box, inner, text_run, text = (OxmlElement(tag) for tag in ("w:txbxContent", "w:p", "w:r", "w:t"))
        text.text = "In het kader"
        text_run.append(text)
        inner.append(text_run)
        box.append(inner)
        run.append(box)
        paragraph._p.append(run)

    assert lines(word(fill)) == ["Tekst", "In het kader"]


# The web


def page(body: str, head: str = "") -> Document:
    return read("x.html", f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode())


def test_web_lists_nest_and_count() -> None:
    document = page(
        "<ol start=3><li>drie<ul><li>diep</li></ul></li><li value=7>zeven</li></ol><ol type=a><li>a</li></ol>"
    )
    assert lines(document) == ["3. drie", "   • diep", "7. zeven", "a. a"]


def test_web_tables_breaks_and_heads() -> None:
    document = page("<h2>Acties</h2><table><tr><th>Wie<th>Wat</tr><tr><td>COA<td>brief<br>sturen</tr></table><p>a<br>b")
    assert document.text == "Acties\n\nWie\tWat\nCOA\tbrief sturen\n\na\nb\n"


def test_web_captions_are_heads_and_links_that_fetch_files_no_text() -> None:
    table = "<table><caption>Actiepunten</caption><tr><th>Actie<th>Wie</tr><tr><td>brief<td>COA</tr></table>"
    links = "<p><span class='badge'>Openbaar</span> <a href='/8841'>Download alle stukken (3,2 MB)</a></p>"
    links += "<p><a href='/1'>Bijlage 1 (pdf, 340 kB)</a></p><p>Zie <a href='/2'>het kader</a>.</p>"
    document = page(f"<p>Tekst</p>{links}{table}")
    assert lines(document) == ["Tekst", "Zie het kader.", "Actiepunten", "Actie\tWie", "brief\tCOA"]


def test_web_leaves_out_navigation_scripts_and_what_is_hidden() -> None:
    document = page(
        "<header>kop</header><nav>menu</nav><main><p>Besluit van de LRT over de opvang en de huisvesting</p>"
        "<p hidden>weg</p><div style='display: none'>weg</div><script>weg()</script></main><footer>voet</footer>"
    )
    assert lines(document) == ["Besluit van de LRT over de opvang en de huisvesting"]


def test_web_leaves_out_what_stands_around_the_text_whatever_element_it_is() -> None:
    around = (
        '<div id="cookie-banner">weg</div><div role="navigation">weg</div><p class="skip-link">weg</p>'
        '<div class="page"><header>weg</header></div><div role="contentinfo">weg</div>'
    )
    document = page(
        f"{around}<div class='consent'>{'Besluit van de LRT. ' * 300}</div><p>a <del>weg</del><s>weg</s>b</p>"
    )
    assert "weg" not in document.text
    assert document.text.count("Besluit") == 300
    assert lines(page("<article><header>kop</header><p>tekst</p></article>")) == ["kop", "tekst"]


def test_web_cells_stand_in_their_columns_below_one_that_spans_rows() -> None:
    document = page(
        "<table><tr><td rowspan=2>COA<td>brief<td>1 mei</tr><tr><td>plan<td>2 mei</tr>"
        "<tr><td colspan=2>VNG<td>3 mei</tr><tr hidden><td>weg<td>weg</tr></table>"
    )
    assert document.text == "COA\tbrief\t1 mei\nCOA\tplan\t2 mei\nVNG\t\t3 mei\n"


def test_web_page_says_its_encoding_and_title() -> None:
    data = "<meta charset=iso-8859-1><title>Verslag LRT</title><p>één ministerie</p>".encode("latin-1")
    document = read("x.htm", data)
    assert (lines(document), document.metadata.title) == (["één ministerie"], "Verslag LRT")


# Markdown


def test_markdown_keeps_its_text_and_says_its_title() -> None:
    text = "---\ntitle: Verslag\n---\n# 1. Opening\r\n\n* De **LRT** gaat [akkoord](http://x)\n"
    document = read("x.md", text.encode())
    assert (document.text, document.metadata.title) == (text, "Verslag")
    assert read("x.md", b"# Opening\n").metadata.title is None


# Mail


def test_mail_gives_its_text_and_subject() -> None:
    document = read("x.eml", mail("Besluit: akkoord met de opvang in Coevorden, één locatie.\n"))
    assert lines(document) == ["Besluit: akkoord met de opvang in Coevorden, één locatie."]
    assert document.metadata.title == "Verslag"


def test_mail_that_is_answered_is_read_without_its_marks() -> None:
    text = "Akkoord.\n\n> De VNG vraagt het COA om een plan.\n>> Het IPO steunt dit.\n> > Het COA meldt dit.\n"
    assert lines(read("x.eml", mail(text))) == [
        "Akkoord.", "De VNG vraagt het COA om een plan.", "Het IPO steunt dit.", "Het COA meldt dit.",
    ]  # fmt: skip


# PDF


def test_pdf_columns_follow_each_other_below_a_head_over_both() -> None:
    def draw(made: canvas.Canvas) -> None:
        made.drawString(
            60, 800, "Verslag van het overleg over de opvang, de huisvesting en de integratie van nieuwkomers"
        )
        for number in range(12):
            made.drawString(60, 760 - 14 * number, f"links regel {number} met genoeg woorden erin")
            made.drawString(320, 760 - 14 * number, f"rechts regel {number} met genoeg woorden erin")

    found = lines(pdf(draw))
    assert found[0].startswith("Verslag")
    assert [line.split()[0] for line in found[1:]] == ["links"] * 12 + ["rechts"] * 12


def test_pdf_table_is_not_taken_for_columns() -> None:
    def draw(made: canvas.Canvas) -> None:
        for number, (left, right) in enumerate([("Actie", "Wie"), ("Brief", "COA"), ("Plan maken", "VNG")] * 3):
            made.drawString(60, 760 - 14 * number, left)
            made.drawString(320, 760 - 14 * number, right)

    assert [line.split() for line in lines(pdf(draw))][1] == ["Brief", "COA"]


def test_pdf_indentation_wide_gaps_and_blank_lines_stay() -> None:
    def draw(made: canvas.Canvas) -> None:
        made.setFont("Courier", 10)
        for y, x, text in (
            (700, 60, "buiten"),
            (686, 90, "binnen"),
            (672, 60, "a"),
            (672, 240, "b"),
            (630, 60, "onder"),
        ):
            made.drawString(x, y, text)

    first, second, third, blank, last = pdf(draw).text.rstrip("\n").split("\n")
    assert (first, second.strip(), blank, last) == ("buiten", "binnen", "", "onder")
    assert second.startswith("   ")
    assert (third[0], third[-1], third.count(" ") > 20) == ("a", "b", True)


def test_pdf_cells_below_each_other_begin_in_the_same_column() -> None:
    rows = [("Actie", "Wie", "Wanneer"), ("Een heel lange omschrijving van wat er moet gebeuren", "COA", "1 mei")]
    rows += [("Bellen", "VNG en IPO", "2 mei"), ("WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW", "BZK", "3 mei")]

    def draw(made: canvas.Canvas) -> None:
        made.setFont("Helvetica", 9)
        for number, cells in enumerate(rows):
            for x, cell in zip((60, 450, 520), cells, strict=True):
                made.drawString(x, 700 - 14 * number, cell)

    found = lines(pdf(draw))
    for cells in zip(*rows, strict=True):
        assert len({line.index(cell) for line, cell in zip(found, cells, strict=True)}) == 1


def test_pdf_heads_are_one_line_apart_from_text_whatever_their_letters_show_it() -> None:
    long = "Plan van aanpak versterking provinciale regietafels en uitgangspunten voor bestuurlijke"
    for font, size, change in (("Helvetica", 16, str), ("Helvetica-Bold", 11, str), ("Helvetica", 9, str.upper)):

        def draw(made: canvas.Canvas, font: str = font, size: int = size, change: Callable[..., str] = change) -> None:
            words, y = [change(word) for word in f"3. {long} afstemming in het najaar".split()], 700.0
            made.setFont(font, size)
            while words:  # as many words on a line as there is room for
                row = [words.pop(0)]
                while words and made.stringWidth(" ".join([*row, words[0]])) < 402:
                    row.append(words.pop(0))
                made.drawString(60, y, " ".join(row))
                y -= 1.2 * size
            made.setFont("Helvetica", 11)
            text = "de tafel bespreekt het plan en stelt het vast, na een toelichting van de minister aan"
            for number in range(6):
                made.drawString(60, y - 13 * number, text)

        found = pdf(draw).text.split("\n")
        assert found[0] == change(f"3. {long} afstemming in het najaar")
        if size > 12:
            assert found[1] == ""


def test_pdf_running_heads_and_feet_stand_once_and_pages_are_known() -> None:
    def numbered(number: int) -> Callable[[canvas.Canvas], None]:
        def draw(made: canvas.Canvas) -> None:
            made.drawString(60, 820, "Verslag LRT 3 november 2023")
            made.drawString(60, 500, f"Tekst van bladzijde {'abc'[number]}")
            made.drawString(60, 400, "Verslag LRT 3 november 2023")
            made.drawString(280, 20, f"Pagina {number + 1} van 3")

        return draw

    document = pdf(*(numbered(number) for number in range(3)))
    assert [line.strip() for line in lines(document)] == [
        "Verslag LRT 3 november 2023", "Tekst van bladzijde a", "Verslag LRT 3 november 2023",
        "Tekst van bladzijde b", "Verslag LRT 3 november 2023",
        "Tekst van bladzijde c", "Verslag LRT 3 november 2023", "Pagina 3 van 3",
    ]  # fmt: skip
    assert [page.number for page in document.pages] == [1, 2, 3]
    assert document.text[document.pages[1].start : document.pages[1].end].strip().startswith("Tekst van bladzijde b")


def test_pdf_what_is_found_by_its_words_has_the_page_on_which_it_stands() -> None:
    text = (MINUTES / "000_f18b6c50bbc24009.txt").read_text(encoding="utf-8")
    document = read("x.pdf", pdf_lines(text))
    passages = [one for one, *_ in prepared(rdf.trig(reader().read(document), reader().gazetteer).told)]
    pages = {page.number: page for page in document.pages}
    known = [one for one in passages if one.page is not None]
    assert len(pages) > 2
    assert all(pages[one.page].start <= one.start < pages[one.page].end for one in known if one.page is not None)
    assert {one.kind for one in known} > {"tekst", "verzoekt"}
    assert len(known) > 0.8 * len(passages)


@pytest.mark.parametrize(
    ("named", "title"),
    [("Verslag LRT", "Verslag LRT"), ("x", None), ("untitled", None), ("Document1", None), ("-", None)],
)
def test_pdf_title_of_its_maker_that_says_nothing_is_none(named: str, title: str | None) -> None:
    def draw(made: canvas.Canvas) -> None:
        made.setTitle(named)
        made.drawString(60, 700, "Besluit van de LRT")

    assert pdf(draw).metadata.title == title


def test_pdf_slanted_stamps_do_not_get_into_the_text() -> None:
    def draw(made: canvas.Canvas) -> None:
        made.drawString(60, 700, "Besluit van de LRT")
        made.translate(200, 400)
        made.rotate(45)
        made.drawString(0, 0, "CONCEPT")

    assert lines(pdf(draw)) == ["Besluit van de LRT"]


def test_pdf_page_of_which_most_is_turned_is_read_whole() -> None:
    def draw(made: canvas.Canvas) -> None:
        made.drawString(280, 20, "Pagina 1")
        made.translate(100, 100)
        made.rotate(90)
        made.drawString(0, 0, "De VNG vraagt het COA om een plan.")
        made.drawString(0, -14, "Het IPO steunt dat plan.")

    assert lines(pdf(draw)) == ["Pagina 1", "De VNG vraagt het COA om een plan.", "Het IPO steunt dat plan."]


def test_pdf_scan_without_text_is_refused_with_a_way_out(tmp_path: Path) -> None:
    from PIL import Image

    Image.new("L", (600, 800), 255).save(tmp_path / "scan.pdf")
    with pytest.raises(DocumentError, match="ocrmypdf"):
        read("scan.pdf", (tmp_path / "scan.pdf").read_bytes())


def test_pdf_with_a_password_is_refused() -> None:
    from reportlab.lib.pdfencrypt import StandardEncryption

    out = BytesIO()
    made = canvas.Canvas(out, encrypt=StandardEncryption("geheim"))
    made.drawString(60, 700, "tekst")
    made.save()
    with pytest.raises(DocumentError, match="password"):
        read("x.pdf", out.getvalue())


@pytest.mark.parametrize(
    ("name", "hint"),
    [("x.doc", "docx"), ("scan.tiff", "ocrmypdf"), ("x.rar", "unpack"), ("x", "read is")],
)
def test_formats_that_cannot_be_read_come_with_a_hint(name: str, hint: str) -> None:
    with pytest.raises(DocumentError, match=hint):
        read(name, b"\x00\x01")


@pytest.mark.parametrize("name", ["x.pdf", "x.docx", "x.odt", "x.html", "x.eml"])
@pytest.mark.parametrize("data", [b"\x00", b"PK\x03\x04", b"%PDF-1.7", b"<html>", b"tekst", bytes(range(256)) * 9])
def test_what_is_not_what_its_name_says_is_refused_or_read_as_text(name: str, data: bytes) -> None:
    with suppress(DocumentError):
        assert read(name, data).text.strip()


def test_office_files_with_a_password_and_of_old_are_told_apart_from_damaged_ones() -> None:
    protected = compound({"EncryptionInfo": b"x" * 100, "EncryptedPackage": b"y" * 5000})
    for name, data, reason in (
        ("x.docx", protected, "password"),
        ("x.docx", compound({"WordDocument": b"x" * 5000}), "older office program .* save it as .docx"),
        ("x.odt", packed({"META-INF/manifest.xml": b"<m:encryption-data/>", "content.xml": b"\x80"}), "password"),
        ("x.odt", packed({"META-INF/manifest.xml": b"<m/>", "content.xml": b"\x80"}), "damaged"),
    ):
        with pytest.raises(DocumentError, match=reason):
            read(name, data)
