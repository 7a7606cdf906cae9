"""OpenDocument texts as people leave them: merged cells, shapes, notes, headers and footers, contents."""

from __future__ import annotations

from office import document_of, paragraph


def text_of(body: str, styles: str = "") -> str:
    return document_of(body, styles).text


def cell(text: str, spans: str = "") -> str:
    return f"<table:table-cell {spans}>{paragraph(text)}</table:table-cell>"


def test_cells_below_one_that_spans_rows_stay_in_their_columns() -> None:
    covered = "<table:covered-table-cell/>"
    rows = (
        cell("COA", 'table:number-rows-spanned="2"') + cell("brief") + cell("1 mei"),
        covered + cell("plan") + cell("2 mei"),
        cell("VNG", 'table:number-columns-spanned="2"') + covered + cell("3 mei"),
    )
    table = f"<table:table>{''.join(f'<table:table-row>{row}</table:table-row>' for row in rows)}</table:table>"
    assert text_of(table) == "COA\tbrief\t1 mei\nCOA\tplan\t2 mei\nVNG\t\t3 mei\n"


def test_what_stands_in_a_shape_is_a_paragraph_of_its_own() -> None:
    shape = f"<d:custom-shape>{paragraph('in het kader')}</d:custom-shape>"
    assert text_of(paragraph(f"Tekst{shape}")) == "Tekst\nin het kader\n"


def test_notes_have_the_numbers_that_are_shown() -> None:
    def note(number: str, text: str) -> str:
        body = f"<text:note-body>{paragraph(text)}</text:note-body>"
        return f"<text:note><text:note-citation>{number}</text:note-citation>{body}</text:note>"

    assert text_of(paragraph(f"a{note('1', 'voet')} b{note('i', 'eind')}")) == "a[1] b[i]\n[1] voet\n[i] eind\n"


def test_headers_and_footers_are_read_once_those_of_the_first_page_before_others() -> None:
    margins = {"header": "Verslag LRT", "header-first": "Ministerie van BZK", "footer": "Vertrouwelijk"}
    page = "".join(f"<style:{kind}>{paragraph(text)}</style:{kind}>" for kind, text in margins.items())
    pages = f"<style:master-page>{page}</style:master-page>" * 2
    unseen = (
        f"<style:master-page><style:header style:display='false'>{paragraph('weg')}</style:header></style:master-page>"
    )
    found = text_of(paragraph("Tekst"), pages + unseen).split("\n\n")
    assert [part.strip() for part in found] == ["Ministerie van BZK", "Verslag LRT", "Tekst", "Vertrouwelijk"]


def test_a_table_of_contents_is_no_text() -> None:
    contents = (
        f"<text:table-of-content><text:index-body>{paragraph('1. Opening 3')}</text:index-body></text:table-of-content>"
    )
    assert text_of(contents + "<text:h>1. Opening</text:h>") == "1. Opening\n"
