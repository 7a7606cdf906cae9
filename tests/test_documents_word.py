"""Word documents as people leave them: tracked changes, controls, notes, margins, merged cells, lists begun anew."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pytest
from docx import Document as Word
from docx.document import Document as WordDocument
from formats import packed
from office import word_xml

from lrtgraph.documents import read

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(inner: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def cell(*texts: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(paragraph(run(text)) for text in texts)}</w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def text_of(body: str, **parts: str) -> str:
    """The text of a document with this body; other parts by the last word of their kind."""
    related = "".join(
        f"<Relationship Id='r{number}' Type='{KINDS}/{kind}' Target='{kind}.xml'/>" for number, kind in enumerate(parts)
    )
    files = {f"word/{kind}.xml": f"<w:{kind} {SPACE}>{xml}</w:{kind}>".encode() for kind, xml in parts.items()}
    files["word/_rels/document.xml.rels"] = f"<Relationships xmlns='{RELATIONS}'>{related}</Relationships>".encode()
    return read("x.docx", packed({"word/document.xml": word_xml(body), **files})).text


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (paragraph(f"<w:moveFrom>{run('weg')}</w:moveFrom><w:moveTo>{run('hier')}</w:moveTo>"), ["hier"]),
        (paragraph(run("een "), "<w:rPr><w:del/></w:rPr>") + paragraph(run("alinea")), ["een alinea"]),
        (paragraph(run("aan het eind"), "<w:rPr><w:del/></w:rPr>"), ["aan het eind"]),
        (paragraph(run("a") + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>verborgen</w:t></w:r>"), ["a"]),
        (paragraph(run("a") + '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>b</w:t></w:r>'), ["ab"]),
        (paragraph(run("a") + "<w:r><w:ptab/></w:r>" + run("b")), ["a\tb"]),
        (
            paragraph(f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('Typ')}</w:sdtContent></w:sdt>")
            + f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph(run('ingevuld'))}</w:sdtContent></w:sdt>",
            ["ingevuld"],
        ),
        (
            "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr>"
            f"<w:sdtContent>{paragraph(run('1. Opening') + '<w:r><w:tab/></w:r>' + run('3'))}</w:sdtContent></w:sdt>"
            + paragraph(run("1. Opening")),
            ["1. Opening"],
        ),
        (
            paragraph(
                run("op ") + '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>'
                '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("3 november") + "<w:hyperlink>" + run(" jl.")
                + "</w:hyperlink><w:fldSimple w:instr='PAGE'>" + run(" 7") + "</w:fldSimple>"
            ),
            ["op 3 november jl. 7"],
        ),
    ],
)  # fmt: skip
def test_what_is_shown_is_read_and_nothing_else(body: str, lines: list[str]) -> None:
    assert text_of(body).strip().split("\n") == lines


def test_a_row_that_was_deleted_is_none() -> None:
    deleted = f"<w:tr><w:trPr><w:del/></w:trPr>{cell('weg')}{cell('weg')}</w:tr>"
    assert text_of(f"<w:tbl>{deleted}<w:tr>{cell('a')}{cell('b')}</w:tr></w:tbl>").split() == ["a", "b"]


def test_merged_cells_keep_columns_and_what_is_short_counts_for_each_row() -> None:
    first, again = (f"<w:vMerge{value}/>" for value in (' w:val="restart"', ""))
    long = "Een brief aan alle gemeenten over de huisvesting"
    made = table(
        cell("Actie") + cell("Wie", properties='<w:gridSpan w:val="2"/>') + cell("Wanneer"),
        cell(long, properties=first) + cell("COA", properties=first) + cell("x") + cell("1 mei"),
        cell("", properties=again) + cell("", properties=again) + cell("y") + cell("2 mei"),
    )
    assert text_of(made) == f"Actie\tWie\t\tWanneer\n{long}\tCOA\tx\t1 mei\n\tCOA\ty\t2 mei\n"


def test_what_stands_behind_a_label_keeps_its_lines() -> None:
    made = table(cell("Aanwezig") + cell("Jansen (VNG)", "Pietersen (COA)"), cell("Afwezig") + cell("Smit"))
    assert text_of(made) == "Aanwezig\tJansen (VNG)\n\tPietersen (COA)\nAfwezig\tSmit\n"


def test_a_table_that_lays_out_text_is_that_text() -> None:
    said = [f"De VNG vraagt het COA om een plan voor de opvang in de regio, nummer {number}." for number in range(8)]
    made = table(cell("Nr") + cell("Onderwerp"), cell("1.") + cell("Opvang", *said) + cell("COA"))
    lines = [line for line in text_of(made).split("\n") if line]
    assert lines == ["Nr\tOnderwerp", "1. Opvang", *said, "COA"]
    assert text_of(table(cell("een", "twee"))).split("\n")[:2] == ["een", "twee"]


def numbered(key: int, depth: int | None = 0) -> str:
    level = "" if depth is None else f'<w:ilvl w:val="{depth}"/>'
    return f'<w:numPr>{level}<w:numId w:val="{key}"/></w:numPr>'


def test_a_list_begun_anew_counts_from_its_start_once_and_a_list_style_is_followed() -> None:
    level = '<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    numbering = (
        f'<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="L"/>{level}</w:abstractNum>'
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
        '</w:lvlOverride></w:num><w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>'
    )
    items = [(1, "a"), (1, "b"), (2, "c"), (2, "d"), (3, "e")]
    body = "".join(paragraph(run(text), numbered(key)) for key, text in items)
    assert text_of(body, numbering=numbering).split("\n")[:5] == ["1. a", "2. b", "1. c", "2. d", "1. e"]


def test_a_paragraph_takes_from_its_style_what_it_does_not_say_of_its_list() -> None:
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:numFmt w:val="decimal"/><w:lvlText w:val="{text}"/></w:lvl>'
        for n, text in enumerate(("%1.", "%1.%2"))
    )
    numbering = f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
    numbering += '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    styles = f'<w:style w:styleId="S"><w:name w:val="x"/><w:pPr>{numbered(1, None)}</w:pPr></w:style>'
    own = '<w:pStyle w:val="S"/><w:numPr><w:ilvl w:val="1"/></w:numPr>'
    body = paragraph(run("a"), '<w:pStyle w:val="S"/>') + paragraph(run("b"), own)
    assert [line.strip() for line in text_of(body, numbering=numbering, styles=styles).split("\n")[:2]] == [
        "1. a",
        "1.1 b",
    ]


def test_notes_stand_at_the_end_with_the_numbers_that_are_shown() -> None:
    def note(kind: str, key: int, text: str) -> str:
        return f'<w:{kind} w:id="{key}">{paragraph(run(text))}</w:{kind}>'

    body = "".join(
        paragraph(run(text) + f'<w:r><w:{kind}Reference w:id="{key}"/></w:r>')
        for text, kind, key in (("a", "footnote", 5), ("b", "endnote", 2), ("c", "footnote", 4))
    )
    footnotes = note("footnote", 4, "vier") + note("footnote", 5, "vijf") + note("footnote", 6, "nergens genoemd")
    text = text_of(body, footnotes=footnotes, endnotes=note("endnote", 2, "eind"))
    assert text.split() == ["a[1]", "b[i]", "c[2]", "[1]", "vijf", "[2]", "vier", "[i]", "eind"]


def saved(fill: Callable[[WordDocument], None]) -> list[str]:
    made = Word()
    fill(made)
    out = BytesIO()
    made.save(out)
    return [line for line in read("x.docx", out.getvalue()).text.split("\n") if line.strip()]


def test_headers_and_footers_are_read_once_those_of_the_first_page_too() -> None:
    def fill(made: WordDocument) -> None:
        made.add_paragraph("Tekst")
        section = made.sections[0]
        section.different_first_page_header_footer = True
        section.first_page_header.paragraphs[0].text = "Ministerie van BZK"
        section.header.paragraphs[0].text = "Verslag LRT"
        section.footer.paragraphs[0].text = "Vertrouwelijk"
        other = made.add_section()
        other.header.is_linked_to_previous = False
        other.header.paragraphs[0].text = "Verslag LRT"

    assert saved(fill) == ["Ministerie van BZK", "Verslag LRT", "Tekst", "Vertrouwelijk"]


def test_a_header_that_no_page_shows_is_not_read() -> None:
    def fill(made: WordDocument) -> None:
        made.add_paragraph("Tekst")
        made.sections[0].first_page_header.paragraphs[0].text = "Van een sjabloon"
        made.sections[0].different_first_page_header_footer = False

    assert saved(fill) == ["Tekst"]


def test_a_document_of_which_the_main_part_is_called_otherwise_is_read() -> None:
    related = f"<Relationship Id='a' Type='{KINDS}/officeDocument' Target='/word/document2.xml'/>"
    rels = f"<Relationships xmlns='{RELATIONS}'>{related}</Relationships>"
    parts = {"_rels/.rels": rels.encode(), "word/document2.xml": word_xml(paragraph(run("Besluit")))}
    assert read("x.docx", packed(parts)).text == "Besluit\n"


def test_text_boxes_of_either_kind_are_read() -> None:
    inner = f"<w:txbxContent>{paragraph(run('in het kader'))}</w:txbxContent>"
    old = f'<w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox>{inner}</v:textbox></v:shape></w:pict>'
    assert text_of(paragraph(run("a") + f"<w:r>{old}</w:r>")).split("\n")[:2] == ["a", "in het kader"]
