"""Heads that are a table of four columns: two labels on a line, each with its value."""

from __future__ import annotations

from io import BytesIO

import pytest
from docx import Document as Word
from minutes import read, reader

from lrtgraph import documents
from lrtgraph.dutch.row_labels import are_pairs
from lrtgraph.layout.lines import split_lines
from lrtgraph.layout.paired_labels import part_pairs
from lrtgraph.records import Record

BODY = "\n\n1. Opvang\n\nEde maakt bezwaar tegen de taakstelling.\n"
ROWS = (
    ("Datum", "5 juni 2024", "Voorzitter", "mw. Terpstra (CdK)"),
    ("Locatie", "Arnhem", "Tijd", "10.00 - 11.30 uur"),
    ("Aanwezig", "dhr. Vos (gemeente Ede)\nmw. Jansen (gemeente Zutphen)", "Afwezig", "mw. Bos (JenV)\ndhr. Kok (VNG)"),
)
SPACED = """\
Datum        5 juni 2024                              Voorzitter  mw. Terpstra (CdK)
Locatie      Arnhem                                   Tijd        10.00 - 11.30 uur
Aanwezig     dhr. Vos (gemeente Ede)                  Afwezig     mw. Bos (JenV)
             mw. Jansen (gemeente Zutphen)                        dhr. Kok (VNG)
"""
PIPED = """\
| Datum | 5 juni 2024 | Voorzitter | mw. Terpstra (CdK) |
| Locatie | Arnhem | Tijd | 10.00 - 11.30 uur |
| Aanwezig | dhr. Vos (gemeente Ede), mw. Jansen (gemeente Zutphen) | Afwezig | mw. Bos (JenV), dhr. Kok (VNG) |
"""
PEOPLE = {
    "Vos": ("gemeente:Ede", "present"),
    "Jansen": ("gemeente:Zutphen", "present"),
    "Bos": ("JenV", "absent"),
    "Kok": ("VNG", "absent"),
}


def word() -> Record:
    made = Word()
    made.add_paragraph("Verslag Provinciale Regietafel Gelderland")
    table = made.add_table(len(ROWS), 4, "Table Grid")
    for cells, row in zip(ROWS, table.rows, strict=True):
        for text, box in zip(cells, row.cells, strict=True):
            first, *others = text.split("\n")
            box.text = first
            for other in others:
                box.add_paragraph(other)
    for text in BODY.split("\n\n"):
        made.add_paragraph(text.strip())
    out = BytesIO()
    made.save(out)
    return reader().read(documents.read("x.docx", out.getvalue()))


@pytest.mark.parametrize(
    ("head", "people"),
    [(SPACED, PEOPLE), (PIPED, PEOPLE), ("\n".join("\t".join(row) for row in ROWS[:2]), {}), (None, PEOPLE)],
)
def test_each_label_has_its_own_value(head: str | None, people: dict[str, tuple[str, str]]) -> None:
    record = word() if head is None else read(f"Verslag Provinciale Regietafel Gelderland\n\n{head}{BODY}")
    found = {one.name: (one.concept, one.status) for one in record.participants}
    assert found.pop("Terpstra") == ("CdK", "present")
    assert found == people
    assert (record.meeting.date, record.meeting.start, record.meeting.place) == ("2024-06-05", "10:00", "Arnhem")


@pytest.mark.parametrize(
    "cells",
    [
        ["Datum", "Actie", "Wie", "Gereed"],
        ["Naam", "Organisatie", "Aanwezig", "Afwezig"],
        ["Datum", "5 juni 2024"],
        ["Aanwezig:", "Dhr. Mol", "adviseur", "RVB"],
        ["Aanwezig:", "Dhr. Mol", "Voorzitter", "RVB"],
        ["Aanwezig", "", "Afwezig", ""],
        ["1", "Locaties doorgeven", "Ede", "1 juli 2024"],
    ],
)
def test_rows_of_other_tables_are_no_pairs(cells: list[str]) -> None:
    assert not are_pairs(cells)


def test_a_place_may_be_one_word() -> None:
    assert are_pairs(["Datum", "5 juni 2024", "Plaats", "Arnhem"])


def parted(text: str) -> list[str]:
    return [text[line.start : line.end] for line in part_pairs(text, split_lines(text))]


def test_a_day_below_its_label_beside_the_title_is_its_value() -> None:
    text = "Verslag\tDatum\nRegietafel\t5 juni 2024\nAanwezig\tdhr. Kok"
    assert parted(text) == ["Verslag", "Regietafel", "Datum", "5 juni 2024", "Aanwezig\tdhr. Kok"]


@pytest.mark.parametrize(
    "table",
    [
        "Actie\tDatum\nCijfers aanleveren\t1 mei 2024",
        "Te doen\tDatum\nCijfers aanleveren\t1 mei 2024\nBrief sturen\t1 juni 2024",
        "| Actie | Datum |\n| Cijfers aanleveren | 1 mei 2024 |\n| Brief sturen | 1 juni 2024 |",
    ],
)
def test_the_rows_of_a_table_with_days_stay_whole(table: str) -> None:
    assert parted(table) == table.split("\n")
