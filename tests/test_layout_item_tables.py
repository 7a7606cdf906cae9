"""Minutes that are one table of topics: items, running text and outcomes come out of its rows."""

from __future__ import annotations

import pytest
from layouts import as_document
from minutes import read

from lrtgraph.layout import read_layout

HEAD = "Besluitenlijst LRT 22 mei 2024\n\nAanwezig: SJenV (vz), MBZK, VNG, IPO, COA\n\n"
ALIGNED = """\
Nr.   Onderwerp                 Besluit/actie                              Wie     Wanneer
1.    Opening en mededelingen   De agenda wordt vastgesteld.               LRT     -
2.    Uitvoering Spreidingswet  De LRT stemt in met de planning.           LRT     -
                                COA levert een overzicht van de plekken.   COA     15 juni 2024
3.    Doorstroomlocaties        VNG informeert de gemeenten over het       VNG     1 juni 2024
                                kader van de minister.
4.    Rondvraag                 Geen.
"""
PIPED = """\
| Nr | Agendapunt | Bespreking | Besluit | Actie | Wie | Wanneer |
|----|------------|------------|---------|-------|-----|---------|
| 1 | Opening en mededelingen | | De agenda wordt vastgesteld. | | | |
| 2 | Uitvoering Spreidingswet | VNG vraagt om tijd. | De LRT stemt in met de planning. | Overzicht leveren | COA | 15 juni 2024 |
| 3 | Doorstroomlocaties | COA steunt dat. | | Gemeenten informeren | VNG | 1 juni 2024 |
| 4 | Rondvraag | Geen. | | | | |
"""  # noqa: E501
TABBED = """\
Agendapunt\tConclusie\tWie\tWanneer
Opening en mededelingen\tDe agenda wordt vastgesteld.\t\t
Uitvoering Spreidingswet\tDe LRT stemt in met de planning.\t\t
Uitvoering Spreidingswet\tCOA levert een overzicht.\tCOA\t15 juni 2024
Doorstroomlocaties\tVNG informeert de gemeenten.\tVNG\t1 juni 2024
Rondvraag\tGeen bijzonderheden.\t\t
"""
TITLES = ["Opening en mededelingen", "Uitvoering Spreidingswet", "Doorstroomlocaties", "Rondvraag"]
SETTLED = [
    ("besluit", "LRT", None),
    ("besluit", "LRT", None),
    ("actie", "COA", "2024-06-15"),
    ("actie", "VNG", "2024-06-01"),
]


@pytest.mark.parametrize("table", [ALIGNED, PIPED, TABBED])
def test_each_topic_is_an_item_and_its_cells_are_outcomes(table: str) -> None:
    record = read(HEAD + table)
    assert [item.title for item in record.agenda] == TITLES
    found = sorted(record.outcomes, key=lambda outcome: outcome.evidence.start)
    assert [(outcome.kind, ",".join(outcome.owners), outcome.deadline) for outcome in found] == SETTLED


def test_a_row_on_the_same_topic_is_of_the_same_item() -> None:
    layout = read_layout(as_document(HEAD + ALIGNED))
    assert [block.item for block in layout.blocks if block.kind == "row"] == [0, 1, 1, 2, 3]
    text = HEAD + ALIGNED
    assert [text[item.start : item.end].count("\n") for item in layout.agenda] == [0, 1, 1, 0]


def test_what_was_said_in_a_cell_is_running_text() -> None:
    record = read(HEAD + PIPED)
    said = [(",".join(one.speakers), one.act) for one in record.statements]
    assert said == [("VNG", "verzoekt"), ("COA", "steunt")]


def test_a_list_of_actions_behind_numbered_items_is_no_agenda() -> None:
    record = read(f"{HEAD}1. Opening\n\nWelkom aan allen.\n\n2. Acties\n\n{ALIGNED}")
    assert [item.title for item in record.agenda] == ["Opening", "Acties"]


def _items(text: str) -> list[tuple[str | None, str, list[str]]]:
    layout = read_layout(as_document(text))
    return [
        (item.number, item.title, [b.text for b in layout.blocks if b.item == at and b.kind == "paragraph"])
        for at, item in enumerate(layout.agenda)
    ]


@pytest.mark.parametrize(
    "rows",
    [
        "1 | Opening | Geen mededelingen.\n2 | Opvang | COA zoekt een locatie. VNG helpt.\n",
        "|1|Opening|Geen mededelingen.|\n|2|Opvang|COA zoekt een locatie. VNG helpt.|\n",
        "Agendapunt | Verslag\n1. Opening | Geen mededelingen.\n2. Opvang | COA zoekt een locatie. VNG helpt.\n",
        "Onderwerp\tVerslag\tActie\n1) Opening\tGeen mededelingen.\t\n2) Opvang\tCOA zoekt een locatie. VNG helpt.\t\n",
        "| Nr. | Onderwerp en bespreking |\n| 1. | Opening |\n| | Geen mededelingen. |\n"
        "| 2. | Opvang |\n| | COA zoekt een locatie. VNG helpt. |\n",
    ],
)
def test_a_table_without_heads_of_columns_or_with_one_column_has_items(rows: str) -> None:
    head = "LRT 17 april 2023\n\nAanwezig | SJenV (vz), VNG, COA\nAfwezig | IPO\n\n"
    said = [("1", "Opening", ["Geen mededelingen."]), ("2", "Opvang", ["COA zoekt een locatie. VNG helpt."])]
    assert _items(head + rows) == said


@pytest.mark.parametrize("word", ["Aansluiting", "Uitsluiting", "Heropening", "Voorafgaand"])
def test_a_word_that_holds_a_standing_head_opens_no_table_of_items(word: str) -> None:
    assert not _items(f"LRT 17 april 2023\n\n1 | {word} van locaties | VNG\n2 | Opvang | COA zoekt een locatie.\n")


def test_what_stands_below_empty_cells_by_tabs_is_a_paragraph_of_the_item() -> None:
    rows = "Nr\tOnderwerp\tToelichting\n1\tOpening\tVNG opent.\n2\tOpvang\tCOA meldt.\n\t\tVNG wil meer weten.\n"
    said = [("1", "Opening", ["VNG opent."]), ("2", "Opvang", ["COA meldt.", "VNG wil meer weten."])]
    assert _items("LRT 17 april 2023\n\n" + rows) == said


SHARED = """\
| Agendapunt | Bespreking | {head} |
|----|------|-----|
| 1. Opening | De voorzitter opent. | |
| 2. Spreidingswet | VNG vraagt om tijd. | De LRT stemt in met de planning. Actie: COA levert vóór 15 juni 2024 een overzicht. |
| 3. Doorstroomlocaties | COA steunt dat. | - VNG informeert de gemeenten - IPO vraagt de provincies |
"""  # noqa: E501


@pytest.mark.parametrize(
    "head",
    [
        "Besluit / actie",
        "Besluit/actie",
        "Besluiten en acties",
        "Afspraken en acties",
        "Actie/afspraak",
        "Conclusie",
    ],
)
def test_a_column_of_several_kinds_is_read_as_text_under_a_head(head: str) -> None:
    record = read(HEAD + SHARED.format(head=head))
    assert [item.title for item in record.agenda] == ["Opening", "Spreidingswet", "Doorstroomlocaties"]
    found = [(one.kind, one.owners, one.deadline) for one in record.outcomes]
    assert found == [
        ("besluit", ("LRT",), None),
        ("actie", ("COA",), "2024-06-15"),
        ("actie", ("VNG",), None),
        ("actie", ("IPO",), None),
    ]


def test_a_column_of_portfolio_holders_is_no_text() -> None:
    rows = "| Agendapunt | Besluit / conclusie | Portefeuillehouder |\n| 1. Opening | Akkoord. | Bosman |\n"
    record = read(f"{HEAD}{rows}| 2. Spreidingswet | De LRT stemt in met de planning. | Otten |\n")
    assert [one.evidence.text for one in record.outcomes] == ["Akkoord.", "De LRT stemt in met de planning."]
    assert not record.statements


def test_a_topic_may_stand_with_its_number_in_the_column_of_numbers() -> None:
    record = read(HEAD + SHARED.format(head="Actie").replace("Agendapunt", "Nr."))
    assert [(item.number, item.title) for item in record.agenda] == [
        ("1", "Opening"),
        ("2", "Spreidingswet"),
        ("3", "Doorstroomlocaties"),
    ]


@pytest.mark.parametrize(
    ("cell", "points"),
    [
        ("- Overleg Arnhem - Nijmegen wordt voorbereid", ["Overleg Arnhem - Nijmegen wordt voorbereid"]),
        ("- Het overleg Arnhem - Nijmegen gaat door", ["Het overleg Arnhem - Nijmegen gaat door"]),
        ("- Ede meldt locaties - COA bezoekt ze", ["Ede meldt locaties", "COA bezoekt ze"]),
        ("- Brief aan JenV. - COA bezoekt Ede", ["Brief aan JenV.", "COA bezoekt Ede"]),
    ],
)
def test_a_dash_between_two_names_parts_no_point(cell: str, points: list[str]) -> None:
    assert _rows_of(cell) == points


def _rows_of(cell: str) -> list[str]:
    rows = ("Agendapunt | Bespreking | Besluiten", "--|--|--", "1. Opening | COA steunt dat. | Geen.")
    table = "\n".join(f"| {row} |" for row in (*rows, f"2. Opvang | VNG vraagt om tijd. | {cell}"))
    layout = read_layout(as_document(HEAD + table))
    return [block.text for block in layout.blocks if block.kind == "row" and block.item == 1]


def test_a_table_with_the_topic_in_the_cell_of_the_talk_is_running_text() -> None:
    rows = (
        "Nr.\tBespreking\tActie\n"
        "1\tOpening De voorzitter opent de vergadering.\t\n"
        "2\tOpvang Ede vraagt het COA om cijfers. Het COA zegt toe die te sturen.\tCOA, 1 mei 2025\n"
        "3\tRondvraag Niemand vraagt het woord.\t\n"
    )
    blocks = read_layout(as_document(f"Verslag PRT Gelderland\n\nDatum: 3 april 2025\n\n{rows}")).blocks
    said = [block.text for block in blocks if block.kind == "paragraph"]
    assert "Opvang Ede vraagt het COA om cijfers. Het COA zegt toe die te sturen." in said
    assert [block.text for block in blocks if block.kind == "row"] == ["COA, 1 mei 2025"]


def test_what_stands_below_the_table_is_not_in_its_last_row() -> None:
    layout = read_layout(as_document(HEAD + PIPED + "\nVNG maakt bezwaar tegen de gang van zaken.\n"))
    last = layout.blocks[-1]
    assert (last.text[:3], last.item) == ("VNG", None)
