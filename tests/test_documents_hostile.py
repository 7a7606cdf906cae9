"""Files that were made to do harm: loops, bombs, references to elsewhere, and texts that no secretary ever typed."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pyoxigraph as ox
import pytest
from formats import packed
from minutes import reader
from office import word_xml, writer_xml

from lrtgraph import rdf
from lrtgraph.documents import read
from lrtgraph.errors import DocumentError

# Runs apart, so that a hang or a crash is one of another process; says nothing but what it read or why not.
_READ = (
    "import sys; from pathlib import Path\n"
    "from lrtgraph.documents import read; from lrtgraph.errors import DocumentError\n"
    "try: print('text', len(read(sys.argv[1], Path(sys.argv[1]).read_bytes()).text))\n"
    "except DocumentError as error: print('refused', error)"
)


def read_apart(path: Path) -> str:
    """What another process says of a file; it may take a minute and a gigabyte."""
    limits = "import resource; resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))\n"
    command = [sys.executable, "-c", limits + _READ, os.fspath(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    return done.stdout


# PDF


def pdf(*objects: str, trailer: str = "/Root 1 0 R", previous: int | None = None) -> bytes:
    """A PDF of objects numbered from 1, with their table; `previous` is where it says that an older table is."""
    out = bytearray(b"%PDF-1.5\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    more = "" if previous is None else f" /Prev {table if previous < 0 else previous}"
    out += f"trailer\n<< /Size {len(objects) + 1} {trailer}{more} >>\nstartxref\n{table}\n%%EOF\n".encode()
    return bytes(out)


CATALOG = "<< /Type /Catalog /Pages 2 0 R >>"
PAGE = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>"
WORDS = "BT /F 12 Tf 60 700 Td (Besluit van de LRT) Tj ET"
FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
FORM = "<< /Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /XObject << /X 6 0 R >> >> /Length 5 >>"


def stream(body: str) -> str:
    return f"<< /Length {len(body)} >>\nstream\n{body}\nendstream"


def whole(
    *, pages: str = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", words: str = WORDS, more: str = "null"
) -> list[str]:
    return [CATALOG, pages, PAGE, stream(words), FONT, more]


PDFS: Mapping[str, bytes] = {
    "page tree holds itself": pdf(*whole(pages="<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>")),
    "page tree holds the catalogue": pdf(*whole(pages="<< /Type /Pages /Kids [1 0 R 2 0 R] /Count 99999999 >>")),
    "page tree a thousand deep": pdf(
        CATALOG,
        *(f"<< /Type /Pages /Kids [{number} 0 R] /Count 1 >>" for number in range(3, 1003)),
        "<< /Type /Pages >>",
    ),
    "table before itself": pdf(*whole(), previous=-1),
    "table before the head": pdf(*whole(), previous=0),
    "two tables before each other": pdf(*whole(), previous=9) + pdf(*whole(), previous=-1),
    "table beyond the end": pdf(*whole(), previous=10**9),
    "object that is itself": pdf(CATALOG, "2 0 R"),
    "objects that are each other": pdf("2 0 R", "1 0 R"),
    "length that is itself": pdf(*whole()[:3], f"<< /Length 4 0 R >>\nstream\n{WORDS}\nendstream", FONT),
    "form that draws itself": pdf(
        *whole(words=WORDS + " /X Do", more=FORM.replace("/Length 5 >>", "/Length 5 >>\nstream\n/X Do\nendstream"))
    ),
    "contents a million times": pdf(*[*whole()[:2], PAGE.replace("4 0 R", f"[{'4 0 R ' * 20_000}]"), *whole()[3:]]),
    "a million pages said": pdf(*whole(pages="<< /Type /Pages /Kids [3 0 R] /Count 1000000 >>")),
    "brackets without end": pdf(*whole(words="[" * 200_000)),
    "dictionaries without end": pdf(*whole(more="<< /A " * 50_000)),
    "no page": pdf(CATALOG, "<< /Type /Pages /Kids [] /Count 0 >>"),
    "nothing": b"%PDF-1.7\n%%EOF",
}


@pytest.mark.parametrize("name", PDFS)
def test_pdfs_that_run_in_a_circle_are_read_or_refused(name: str, tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(PDFS[name])
    assert read_apart(path).startswith(("text ", "refused "))


def test_the_pdf_that_these_were_made_of_is_read() -> None:
    assert read("x.pdf", pdf(*whole())).text.strip() == "Besluit van de LRT"


# Office files and pages of the web


OFFICE = {
    "x.docx": ("word/document.xml", word_xml, "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"),
    "x.odt": ("content.xml", writer_xml, "<text:p>{}</text:p>"),
}
BILLION = "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12))
DECLARED = {
    "a billion laughs": (f"<!DOCTYPE x [<!ENTITY a0 'ha'>{BILLION}]>", "&a11;"),
    "one long entity many times": (f"<!DOCTYPE x [<!ENTITY a '{'ha' * 50_000}'>]>", "&a;" * 50_000),
    "a file": ("<!DOCTYPE x [<!ENTITY a SYSTEM 'file://{}'>]>", "&a;"),
    "an address": ("<!DOCTYPE x [<!ENTITY a SYSTEM 'http://127.0.0.1:9/x'>]>", "&a;"),
    "a parameter": ("<!DOCTYPE x [<!ENTITY % a SYSTEM 'file://{}'> %a;]>", "x"),
    "a document type elsewhere": ("<!DOCTYPE x SYSTEM 'file://{}'>", "x"),
}


@pytest.mark.parametrize("kind", DECLARED)
@pytest.mark.parametrize("name", OFFICE)
def test_office_files_with_entities_are_refused(name: str, kind: str, tmp_path: Path) -> None:
    (tmp_path / "geheim.txt").write_text("zeer geheim")
    part, make, paragraph = OFFICE[name]
    declared, body = DECLARED[kind]
    xml = make(
        paragraph.format("Besluit van de LRT " + body), declared.replace("{}", os.fspath(tmp_path / "geheim.txt"))
    )
    (tmp_path / name).write_bytes(packed({part: xml}))
    said = read_apart(tmp_path / name)
    assert said.startswith("refused ")
    assert "geheim" not in said.replace(os.fspath(tmp_path), "")


@pytest.mark.parametrize("name", OFFICE)
def test_office_files_without_entities_are_read(name: str) -> None:
    part, make, paragraph = OFFICE[name]
    assert read(name, packed({part: make(paragraph.format("Besluit van de LRT"))})).text.strip() == "Besluit van de LRT"


FRAME = "<text:p><d:text-box xmlns:d='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0'>"
EMARF = "</d:text-box></text:p>"
DEEP: Mapping[str, tuple[str, Callable[[], bytes]]] = {
    "paragraphs in paragraphs": (
        "x.docx",
        lambda: packed({"word/document.xml": word_xml("<w:p>" * 100_000 + "x" + "</w:p>" * 100_000)}),
    ),
    "tables in tables": (
        "x.docx",
        lambda: packed(
            {"word/document.xml": word_xml("<w:tbl><w:tr><w:tc>" * 80 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 80)}
        ),
    ),
    "lists in lists": (
        "x.odt",
        lambda: packed(
            {"content.xml": writer_xml("<text:list><text:list-item>" * 120 + "</text:list-item></text:list>" * 120)}
        ),
    ),
    "frames in frames": ("x.odt", lambda: packed({"content.xml": writer_xml(FRAME * 60 + "x" + EMARF * 60)})),
    "divisions in divisions": ("x.html", lambda: b"<div>" * 100_000 + b"Besluit"),
    "tables in tables of the web": ("x.html", lambda: b"<table><tr><td>a<td>" * 5_000 + b"Besluit"),
    "lists in lists of the web": ("x.html", lambda: b"<ul><li>a" * 5_000),
    "cells over all rows": (
        "x.html",
        lambda: b"<table><tr>" + b"<td rowspan=99999>COA" * 2_000 + b"<tr><td>x" * 20_000,
    ),
    "cells over all columns": ("x.html", lambda: b"<table>" + b"<tr><td colspan=99999>COA<td>x" * 20_000),
    "attributes": ("x.html", lambda: b"<p " + b"a=b " * 200_000 + b">Besluit"),
    "quotes in mails": ("x.eml", lambda: b"From: a\nSubject: b\n\n" + b">" * 500_000 + b" Besluit"),
    "a long subject": ("x.eml", lambda: b"From: a\nSubject: " + b"=?utf-8?q?" * 200_000 + b"\n\nBesluit"),
    "a long name": ("x.eml", lambda: b"From: a\nContent-Type: text/plain; name*0*=" + b"%" * 500_000 + b"\n\nBesluit"),
    "marks": ("x.md", lambda: b"**_[" * 100_000 + b" Besluit"),
    "links": ("x.md", lambda: b"[a](" * 100_000 + b" Besluit"),
    "comments": ("x.md", lambda: b"<!-- " * 100_000 + b" Besluit"),
    "ticks": ("x.md", lambda: b"x " + b"`" * 100_000 + b" Besluit"),
    "a head of spaces": ("x.md", lambda: b"# Besluit" + b" " * 200_000 + b"x\n"),
    "a title of spaces": ("x.md", lambda: b"---\ntitle: a" + b" " * 200_000 + b"x\n---\nBesluit"),
    "a rule of spaces": ("x.md", lambda: b"-" + b" -" * 100_000 + b" " * 100_000 + b"x\n"),
    "a table without end": ("x.md", lambda: b"| a " * 100_000 + b"\n|---" * 100_000),
}


@pytest.mark.parametrize("kind", DEEP)
def test_what_is_nested_without_end_is_read_or_refused(kind: str, tmp_path: Path) -> None:
    name, make = DEEP[kind]
    (tmp_path / name).write_bytes(make())
    assert read_apart(tmp_path / name).startswith(("text ", "refused "))


def test_what_stands_in_a_table_in_a_table_stands_once_in_the_text() -> None:
    row = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p>{}</w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>"
    data = packed({"word/document.xml": word_xml(row.format("een", row.format("twee", row.format("drie", ""))))})
    assert read("x.docx", data).text.split() == ["een", "twee", "drie"]
    table = "<table><tr><td>{}<td>x</table>"
    page = table.format("een " + table.format("twee " + table.format("drie")))
    assert read("x.html", page.encode()).text.split() == ["een", "twee", "drie", "x", "x", "x"]


def test_what_stands_in_a_frame_in_a_frame_stands_once_in_the_text() -> None:
    body = "<text:p>een</text:p>" + FRAME + "<text:p>twee</text:p>" + FRAME + "<text:p>drie</text:p>" + EMARF * 2
    assert read("x.odt", packed({"content.xml": writer_xml(body)})).text.split() == ["een", "twee", "drie"]


# Texts


START = "Verslag LRT 3 november 2023\n\n1. Opening\n\n"
TEXTS = {
    "colons": "a: " * 2000,
    "labels": "Besluit: " * 300,
    "brackets": "(" * 3000 + "COA" + ")" * 3000,
    "brackets and names": "(COA [VNG " * 500,
    "bullets": "• COA vraagt\n" * 500,
    "deeper and deeper": "".join(" " * n + "• COA vraagt VNG om een plan.\n" for n in range(150)),
    "numbers": "".join(f"{'1.' * n} Titel\n" for n in range(1, 120)),
    "clauses": "COA vindt " + "dat VNG vindt " * 600 + "dat het kan.",
    "conjuncts": "COA" + ", VNG en IPO" * 600 + " vragen om een plan.",
    "quotes": "“‘" * 1500 + "COA",
    "right to left": "\u202eCOA vraagt VNG om een plan.\u202c \u05d0\u05d1 • COA\u200f meldt.\n" * 60,
    "zero width": "C\u200bO\u200dA vraagt V\u2060NG om een p\u00adlan.\ufeff\n" * 60,
    "combining": "C" + "\u0301" * 4000 + "OA vraagt VNG om een plan.\n",
    "accents alone": "COA \u0301 vraagt \uff9eVNG \u20dd om een plan.\n\n\uff9e\n\n(\u0301)\n" * 60,
    "heads of columns": "Nr Actie Wie\n\nDe Het Een\n\nCOA vraagt VNG om een plan.\n\n" * 60,
    "astral": "😀𝔘 COA vraagt VNG om een plan \U000e0041.\n" * 60,
    "controls": "COA\x0b vraagt\x1b[31m VNG\x85 om\u2028 een\u2029 plan.\n" * 100,
    "tabs": "COA\tvraagt\tVNG\t" * 400,
    "no space": "COAvraagtVNG" * 600,
    "dates": "3 november 2023 " * 500 + "31 februari 0000 99-99-9999 " * 100,
    "numbers too large": "9" * 5000
    + " plekken in 2024. "
    + "1e999 plekken, 1.000.000.000.000.000.000 plekken, 0,0,0,0 plekken.",
    "turtle": '<urn:a> <urn:b> "c" . """ \\u0000 \\ } GRAPH <x> { DROP ALL } • COA vraagt VNG om "een" plan.\n' * 30,
    "html": "<script>alert(1)</script> • COA vraagt VNG om een <b>plan</b> &amp; &lt;\n" * 60,
}


@pytest.mark.parametrize("kind", TEXTS)
def test_odd_texts_give_facts_that_stand_in_them_or_are_refused(kind: str) -> None:
    document = read("x.txt", (START + TEXTS[kind]).encode())
    try:
        record = reader().read(document)
    except DocumentError:
        return
    facts = (*record.outcomes, *record.statements, *record.targets, *record.ownership)
    for span in (*record.mentions, *(fact.evidence for fact in facts)):
        assert document.text[span.start : span.end] == span.text
    made = set(rdf.quads(record, reader().gazetteer))
    written = ox.serialize(made, format=ox.RdfFormat.N_QUADS)
    assert set(ox.parse(written, format=ox.RdfFormat.N_QUADS)) == made
