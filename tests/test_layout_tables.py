"""Tables: pipes, tabs and columns that line up, on invented text."""

from __future__ import annotations

from pathlib import Path

import pytest
from layouts import as_document

from lrtgraph.layout import read_layout
from lrtgraph.records import Block


def rows(text: str) -> list[Block]:
    layout = read_layout(as_document("1. Opening\nWelkom.\n\n2. Acties\n\n" + text))
    return [block for block in layout.blocks if block.kind == "row"]


def cells(row: Block) -> list[str]:
    return [row.text[start:end] for start, end in row.cells]


ALIGNED = """\
Nr   Actie                                 Actiehouder        Termijn
A1   Brief sturen aan alle gemeenten       JenV, BZK          vóór het
     in de regio                                              zomerreces
A2   Cijfers leveren                       COA                -
"""


def test_cells_that_wrap_are_put_together_and_the_number_is_the_marker() -> None:
    first, second = rows(ALIGNED)
    assert (first.marker, cells(first)) == (
        "A1",
        ["Brief sturen aan alle gemeenten in de regio", "JenV, BZK", "vóór het zomerreces"],
    )
    assert first.columns == ("actie", "actiehouder", "termijn")
    assert (second.marker, cells(second)) == ("A2", ["Cijfers leveren", "COA", ""])


def test_a_number_as_wide_as_its_column_is_parted_from_the_text_one_space_behind_it() -> None:
    table = (
        "Nr.   Actie                                 Wie           Wanneer\n"
        "23-31 Raming opstellen van de kosten bij    DGM, DGOBDR   20 juni 2023\n"
        "      opvang\n"
        "23-32 Notitie over de termijnen             IPO           juli 2023\n"
    )
    first, second = rows(table)
    assert (first.marker, cells(first)) == (
        "23-31",
        ["Raming opstellen van de kosten bij opvang", "DGM, DGOBDR", "20 juni 2023"],
    )
    assert (second.marker, cells(second)) == ("23-32", ["Notitie over de termijnen", "IPO", "juli 2023"])


def test_a_row_runs_from_its_text_to_its_last_filled_cell() -> None:
    text = "1. Opening\nWelkom.\n\n2. Acties\n\n" + ALIGNED
    first, second = rows(ALIGNED)
    assert text[first.start : first.end].startswith("Brief sturen")
    assert text[first.start : first.end].endswith("zomerreces")
    assert text[second.start : second.end] == "Cijfers leveren                       COA"
    start, end = first.raw(*first.cells[2])
    assert text[start:end].startswith("vóór het")
    assert text[start:end].endswith("zomerreces")


@pytest.mark.parametrize(
    "text",
    [
        (
            "| Nr | Actie | Wie | Wanneer |\n|----|-------|-----|---|\n"
            "| 1 | Brief sturen | COA | 1 mei |\n| 2 | Bellen | VNG | 2 mei |\n"
        ),
        "Nr | Actie | Wie | Wanneer\n1 | Brief sturen | COA | 1 mei\n2 | Bellen | VNG | 2 mei\n",
        "Nr\tActie\tWie\tWanneer\n1\tBrief sturen\tCOA\t1 mei\n2\tBellen\tVNG\t2 mei\n",
        "Nr   Actie          Wie   Wanneer\n1    Brief sturen   COA   1 mei\n\n2    Bellen         VNG   2 mei\n",
        "| Nr | Actie | Wie | Wanneer |\n| 1 | Brief\nsturen | COA | 1 mei |\n| 2 | Bellen | VNG | 2 mei |\n",
    ],
)
def test_a_table_by_pipes_tabs_or_columns(text: str) -> None:
    found = rows(text)
    assert [(row.marker, *cells(row)) for row in found] == [
        ("1", "Brief sturen", "COA", "1 mei"),
        ("2", "Bellen", "VNG", "2 mei"),
    ]
    assert found[0].columns == ("actie", "wie", "wanneer")


def test_cells_may_drift_from_their_heads_and_datum_is_no_letterhead_there() -> None:
    first, second = rows(
        "Nr.  Actie                          Trekker      Datum\n"
        "1    Gesprek met vier gemeenten       BZK          1 mei 2025\n"
        "2    Handreiking kleinschalige opvang    VNG, IPO  juni 2025\n"
    )
    assert first.columns == ("actie", "trekker", "datum")
    assert cells(first) == ["Gesprek met vier gemeenten", "BZK", "1 mei 2025"]
    assert cells(second) == ["Handreiking kleinschalige opvang", "VNG, IPO", "juni 2025"]


def test_running_text_with_a_tab_or_a_pipe_is_no_table() -> None:
    assert rows("•\tVNG stemt in.\n•\tCOA ook.\n\nDe ratio | is hoog.\nEn dat blijft zo.\n") == []


@pytest.mark.parametrize(
    "text",
    [
        (
            "Nr. Actie Actiehouder Termijn\n1 Brief sturen over de wet JenV 1 april 2024\n"
            "2 Cijfers leveren COA, VNG z.s.m.\n"
        ),
        (
            "Nr. Actie Actiehouder Termijn\n1. Brief sturen\nover de wet JenV 1 april 2024\n"
            "2. Cijfers leveren COA, VNG z.s.m.\n"
        ),
        (
            "Nr\nActie\nActiehouder\nTermijn\n1\nBrief sturen over de wet\nJenV\n1 april 2024\n"
            "2\nCijfers leveren\nCOA, VNG\nz.s.m.\n"
        ),
        (
            "Nr\n\nActie\n\nActiehouder\n\nTermijn\n\n1\n\nBrief sturen\nover de wet\n\nJenV\n\n1 april 2024\n\n"
            "2\n\nCijfers leveren\n\nCOA, VNG\n\nz.s.m.\n"
        ),
        (
            "Nr.  Actie  Actiehouder  Termijn\n1  Brief sturen over de wet  JenV  1 april 2024\n"
            "2  Cijfers leveren  COA, VNG  z.s.m.\n"
        ),
    ],
)
def test_a_table_whose_columns_are_lost(text: str) -> None:
    found = rows(text)
    assert [(row.marker.rstrip(".") if row.marker else None, *cells(row)) for row in found] == [
        ("1", "Brief sturen over de wet", "JenV", "1 april 2024"),
        ("2", "Cijfers leveren", "COA, VNG", "z.s.m."),
    ]
    assert found[0].columns == ("actie", "actiehouder", "termijn")


def test_text_behind_a_table_is_text_again() -> None:
    text = "Nr. Actie Actiehouder Termijn\n1 Brief sturen JenV 1 april 2024\n\n\nDe vergadering sluit om 16.00 uur.\n"
    assert len(rows(text)) == 1


def grouped() -> list[str]:
    """One table in several forms, with a head over its rows and another among them."""
    return (Path(__file__).parent / "lists" / "table_heads.txt").read_text(encoding="utf-8").split("~~~~\n")


@pytest.mark.parametrize("text", grouped())
def test_a_head_inside_a_table_ends_no_table_and_is_no_part_of_a_row(text: str) -> None:
    found = rows(text)
    assert [(row.marker, *cells(row)) for row in found] == [
        ("1", "Brief sturen aan gemeenten", "JenV", "1 mei"),
        ("2", "Locaties zoeken", "COA", "2 mei"),
        ("3", "Woningdelen uitwerken", "BZK", "3 mei"),
    ]
    layout = read_layout(as_document("1. Opening\nWelkom.\n\n2. Acties\n\n" + text))
    heads = [block.text for block in layout.blocks if block.kind == "subheading"]
    assert heads[-2:] == ["Opvang", "Huisvesting"]


def test_the_wrapped_end_of_a_cell_is_no_head_over_the_next_row() -> None:
    first, second = rows(
        "Nr   Actie                        Wie     Wanneer\n"
        "1    Brief sturen over de vraag in Noord-    JenV    1 mei\n     Brabant\n"
        "2    Locaties zoeken met de gemeente         COA     2 mei\n     Groningen\n"
    )
    assert cells(first)[0] == "Brief sturen over de vraag in Noord-Brabant"
    assert cells(second)[0] == "Locaties zoeken met de gemeente Groningen"


@pytest.mark.parametrize(
    "text",
    [
        "A1; COA; overzicht van de plekken leveren; 1 mei\nA2; VNG; gemeenten informeren; 2 mei\n",
        "A1    overzicht van de plekken leveren    COA    1 mei\nA2    gemeenten informeren    VNG    2 mei\n",
        "Nr; Actie; Wie\nA1; overzicht van de\nplekken leveren; COA\nA2; gemeenten informeren; VNG\n",
    ],
)
def test_cells_between_semicolons_or_wide_gaps_are_told_by_their_form(text: str) -> None:
    assert [(row.marker, *cells(row)[:2]) for row in rows(text)] == [
        ("A1", "overzicht van de plekken leveren", "COA"),
        ("A2", "gemeenten informeren", "VNG"),
    ]


def test_sentences_with_semicolons_are_no_table() -> None:
    assert rows("VNG vraagt om geld; IPO steunt dat; COA ook.\nBZK zegt dat toe; JenV niet; de rest zwijgt.\n") == []


def test_a_table_of_actions_may_open_minutes_and_one_of_the_agenda_is_none() -> None:
    actions = "Nr  Actie           Wie  Gereed\n1   Brief sturen    VNG  1 juli\n2   Cijfers tellen  RVB  1 juni\n"
    agenda = "Tijd    Nr   Onderwerp\n13.00   1    Opening\n13.10   2    Opvang\n"
    text = "Verslag LRT 23 mei 2024\n\n{}\nAanwezig: mw. Pol (VNG)\n\n1. Opening\nWelkom.\n\n2. Opvang\nGeen.\n"

    def found(table: str) -> list[str]:
        layout = read_layout(as_document(text.format(table)))
        return [block.text for block in layout.blocks if block.kind == "row"]

    assert found(actions) == ["Brief sturen | VNG | 1 juli", "Cijfers tellen | RVB | 1 juni"]
    assert found(agenda) == []


REMARKS = """\
VNG | Vindt dit te laat. Wie betaalt het?
COA | Het Rijk.
VNG | Wil dat op schrift.
COA | Zegt een brief toe met bedragen.
VNG | Akkoord.
"""
BESIDE = """\
VNG             Vindt dit te laat. Wie betaalt
                het?
COA             Het Rijk.
gedeputeerde    Wil dat op schrift.

COA             Zegt een brief toe.
VNG             Akkoord.
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            REMARKS,
            [
                "VNG | Vindt dit te laat. Wie betaalt het?",
                "COA | Het Rijk.",
                "VNG | Wil dat op schrift.",
                "COA | Zegt een brief toe met bedragen.",
                "VNG | Akkoord.",
            ],
        ),
        (
            BESIDE,
            [
                "VNG | Vindt dit te laat. Wie betaalt het?",
                "COA | Het Rijk.",
                "gedeputeerde | Wil dat op schrift.",
                "COA | Zegt een brief toe.",
                "VNG | Akkoord.",
            ],
        ),
    ],
)
def test_remarks_beside_who_speaks_are_paragraphs_and_no_rows(text: str, expected: list[str]) -> None:
    layout = read_layout(as_document("1. Opening\nWelkom.\n\n2. Opvang\n\n" + text + "\n3. Sluiting\nTot ziens.\n"))
    blocks = [block for block in layout.blocks if block.item == 1 and block.kind != "heading"]
    assert [(block.kind, block.text) for block in blocks] == [("paragraph", remark) for remark in expected]


@pytest.mark.parametrize(
    "text",
    [
        "VNG | levert de cijfers\nCOA | stuurt een brief\nVNG | belt het IPO\nCOA | telt de bedden\n",
        "VNG | Levert de cijfers.\nCOA | Stuurt een brief.\nIPO | Belt de VNG.\n",
        "2024 | Het plan is klaar.\n2025 | De bouw begint.\n2024 | De wet is er.\n2025 | De wet werkt.\n",
        "Actie | Wie\nCijfers leveren. | VNG\nBrief sturen. | COA\nCijfers leveren. | VNG\n",
    ],
)
def test_rows_of_tasks_and_years_are_no_remarks(text: str) -> None:
    assert rows(text)


def test_a_label_or_bullet_beside_who_speaks_is_no_part_of_the_remark_above_it() -> None:
    text = "1. Opening\nWelkom.\n\n2. Opvang\n\n" + BESIDE.replace(
        "Wil dat op schrift.\n",
        "Wil dat op schrift.\n                Actie: COA schrijft.\n                - en telt\n",
    )
    told = [block.text for block in read_layout(as_document(text)).blocks if block.item == 1]
    assert told[3:6] == ["gedeputeerde | Wil dat op schrift.", "Actie: COA schrijft.", "en telt"]


def test_wide_gaps_in_running_text_part_no_speakers() -> None:
    text = (
        "VNG wil dit.   COA niet.\nIPO ziet de bezwaren.\nVNG wil dit.   COA niet.\nHet Rijk betaalt.\nVNG stemt in.\n"
    )
    layout = read_layout(as_document("1. Opening\nWelkom.\n\n2. Opvang\n\n" + text))
    assert not any("|" in block.text for block in layout.blocks)
