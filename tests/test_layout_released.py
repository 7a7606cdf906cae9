"""Papers as a release gives them: grounds in words, misread labels, numbers in the margin, mails below the minutes."""

from __future__ import annotations

from io import BytesIO

import pytest
from docx import Document as Word
from layouts import as_document
from minutes import read

from lrtgraph import documents
from lrtgraph.layout import read_layout
from lrtgraph.layout.lines import split_lines
from lrtgraph.layout.margins import without_margin_numbers

HEAD = "Verslag Landelijke Regietafel (LRT)\n\nVergaderdatum: 12 februari 2024\n\n"
BODY = "\n\n1. Opvang\n\nVNG steunt de Spreidingswet.\n"


@pytest.mark.parametrize(
    "ground",
    [
        "[5.1, tweede lid, onder e]",
        "5.1, tweede lid, sub e",
        "[art. 5.1, tweede lid, onder e, Woo]",
        "[artikel 10, tweede lid, onder e]",
        "artikel 5.1.2.e",
        "Woo 5.1.2.e",
        "Wob 10.2.e",
        "5.l.2.e",
        "S.1.2.e",
        "5.1.2.e",
        "(5.1.2.e)",
        "(5)(1)(2e)",
        "(10)(2)(e)",
    ],
)
def test_a_ground_in_place_of_a_name_is_nobody_by_that_name(ground: str) -> None:
    record = read(
        f"{HEAD}Aanwezig: dhr. Kuipers (VNG), {ground} (IPO), mw. Otten (COA)\nAfwezig: {ground} (JenV){BODY}"
    )
    found = [(one.name, one.concept, one.status) for one in record.participants]
    assert found == [
        ("Kuipers", "VNG", "present"),
        (None, "IPO", "present"),
        ("Otten", "COA", "present"),
        (None, "JenV", "absent"),
    ]


@pytest.mark.parametrize("label", ["Aanwezlg", "Aanwez1g", "Aanweziq", "AANWEZ1G", "Dee1nemers"])
def test_a_label_of_which_a_letter_was_misread_is_one(label: str) -> None:
    record = read(f"{HEAD}{label}: dhr. Kuipers (VNG), mw. Otten (COA)\nAfwezig: mw. Bos (JenV){BODY}")
    assert [(one.concept, one.status) for one in record.participants] == [
        ("VNG", "present"),
        ("COA", "present"),
        ("JenV", "absent"),
    ]


def test_numbers_in_the_margin_are_no_text() -> None:
    text = (
        f"{HEAD}Aanwezig: dhr. Kuipers (VNG),\nmw. Otten (COA){BODY}\nActie: COA stuurt de cijfers vóór\n1 mei 2024.\n"
    )
    numbered = "\n".join(f"{at:3}  {line}".rstrip() for at, line in enumerate(text.split("\n"), start=1))
    plain, found = (read_layout(as_document(each)) for each in (text, numbered))
    assert [(block.kind, block.text) for block in found.blocks] == [(block.kind, block.text) for block in plain.blocks]
    assert [item.title for item in found.agenda] == ["Opvang"]


def test_a_numbered_list_of_actions_is_no_margin() -> None:
    rows = "\n".join(f"{at}. COA stuurt lijst {at}." for at in range(1, 12))
    blocks = read_layout(as_document(f"Actielijst\n\n{rows}\n")).blocks
    assert [block.marker for block in blocks if block.marker] == [f"{at}." for at in range(1, 12)]


@pytest.mark.parametrize(
    ("head", "gap"),
    [
        ("", "\t"),
        ("", " | "),
        ("Actielijst\n", "\t"),
        ("Actielijst\n", " | "),
        ("Actielijst\n", "   "),
        ("Nr   Actie   Wie   Termijn\n", "   "),
    ],
)
def test_the_numbers_of_rows_are_no_margin(head: str, gap: str) -> None:
    rows = [gap.join((str(at), f"Lijst {at} maken", "COA", "1 mei 2024")) for at in range(1, 21)]
    text = head + "\n".join(rows)
    lines = split_lines(text)
    assert without_margin_numbers(text, lines) == lines


THREAD = "\nVan: secretariaat\nVerzonden: dinsdag 2 juli 2024 09:14\nOnderwerp: RE: extra LRT\n\nVNG is akkoord.\n"


def test_the_mails_below_minutes_are_none_of_the_meeting() -> None:
    head = f"{HEAD}Aanwezig: dhr. Kuipers (VNG)"
    assert read(head + BODY + THREAD).statements == read(head + BODY).statements


def test_minutes_below_the_head_of_a_memo_are_read() -> None:
    memo = "\n\nVan: secretariaat\nAan: de leden\nDatum: 13 februari 2024\nOnderwerp: verslag"
    record = read(f"{HEAD}Aanwezig: dhr. Kuipers (VNG){memo}{BODY}")
    assert [one.act for one in record.statements] == ["steunt"]


def test_minutes_below_the_head_of_a_mail_are_read() -> None:
    record = read(f"Ter informatie.{THREAD}\nMet groet,\nA. Bos\n\n{HEAD}Aanwezig: dhr. Kuipers (VNG){BODY}")
    assert record.meeting.date == "2024-02-12"
    assert [one.act for one in record.statements] == ["steunt"]


def furniture(text: str) -> list[str]:
    blocks = read_layout(as_document(text)).blocks
    return [block.text for block in blocks if block.kind == "furniture"]


@pytest.mark.parametrize(
    "end",
    [
        "2. Volgende vergadering\n\nUtrecht, 14 april 2025\n\nCOA levert cijfers\n\nIPO levert een kaart\n",
        "2. Volgende vergadering\n\nUtrecht, 14 april 2025\n",
        "VNG is akkoord.\n\nUtrecht, 14 april 2025\n\nCOA levert cijfers\n\nIPO levert een kaart\n",
    ],
)
def test_a_place_and_day_near_the_end_are_no_signature(end: str) -> None:
    assert furniture(f"{HEAD}Aanwezig: dhr. Kuipers (VNG){BODY}\n{end}") == []


@pytest.mark.parametrize("names", ["", "mw. K. van der Berg\nDe voorzitter,\n", "A. Bos\nPostbus 20011\n"])
def test_a_place_and_day_above_names_sign(names: str) -> None:
    signed = f"Zwolle, 14 april 2025\n{names}"
    found = furniture(f"{HEAD}Aanwezig: dhr. Kuipers (VNG){BODY}\nVNG is akkoord.\n\n{signed}")
    assert " ".join(found).split() == signed.split()


def test_what_is_struck_out_in_word_is_not_read() -> None:
    made = Word()
    paragraph = made.add_paragraph("COA steunt ")
    paragraph.add_run("geen enkele ").font.strike = True
    paragraph.add_run("de ").font.double_strike = True
    paragraph.add_run("doorstroomlocaties.")
    out = BytesIO()
    made.save(out)
    assert documents.read("x.docx", out.getvalue()).text.strip() == "COA steunt doorstroomlocaties."
