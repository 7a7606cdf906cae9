"""Heads and the agenda, on invented text."""

from __future__ import annotations

import pytest
from layouts import as_document, cases

from lrtgraph.layout import read_layout
from lrtgraph.records import Layout


def read(text: str) -> Layout:
    return read_layout(as_document(text))


def agenda(text: str) -> list[tuple[str | None, str]]:
    return [(item.number, item.title) for item in read(text).agenda]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. Opening\nWelkom.\n\n2. Opvang\nNiets.\n", [("1", "Opening"), ("2", "Opvang")]),
        ("1 . Opening\nWelkom.\n\n2 . Opvang\nNiets.\n", [("1", "Opening"), ("2", "Opvang")]),
        ("I. OPENING\n\nWelkom.\n\nII. OPVANG\n\nNiets.\n", [("I", "OPENING"), ("II", "OPVANG")]),
        ("A. Opening\n\nWelkom.\n\nB. Opvang\n\nNiets.\n", [("A", "Opening"), ("B", "Opvang")]),
        ("Agendapunt 1: Opening\nWelkom.\n\nAgendapunt 2: Opvang\nNiets.\n", [("1", "Opening"), ("2", "Opvang")]),
        ("1 Opening\n\nWelkom.\n\n2 Opvang\n\nNiets.\n", [("1", "Opening"), ("2", "Opvang")]),
        ("1) Opening\nWelkom.\n\n2) Opvang\nNiets.\n", [("1", "Opening"), ("2", "Opvang")]),
        ("l. Opening\nWelkom.\n\n2. Opvang\nNiets.\n", [("1", "Opening"), ("2", "Opvang")]),
        ("1.\tOpening\n\nWelkom.\n\n2.\tOpvang\n\nNiets.\n", [("1", "Opening"), ("2", "Opvang")]),
        ("Thema 1 · Opening\nWelkom.\n\nThema 2 · Opvang\nNiets.\n", [("1", "Opening"), ("2", "Opvang")]),
        ("3. Opvang\nNiets.\n\n4. Rondvraag\nGeen.\n", [("3", "Opvang"), ("4", "Rondvraag")]),
        (
            "[a] opening\nWelkom.\n\n[b] opvang\nNiets.\n\n[c] rondvraag\nGeen.\n",
            [("a", "opening"), ("b", "opvang"), ("c", "rondvraag")],
        ),
        (
            "[1] opening\nWelkom.\n\n[2] opvang\nNiets.\n\n[3] slot\nGeen.\n",
            [("1", "opening"), ("2", "opvang"), ("3", "slot")],
        ),
        (
            "[a] opening\nWelkom.\n\n[b] stand in\nnoodopvang: kort\nprov: is 96%.\n\n[c] slot\nrijk: brief is uit.\n",
            [("a", "opening"), ("b", "stand in noodopvang: kort"), ("c", "slot")],
        ),
    ],
)
def test_numbered_heads(text: str, expected: list[tuple[str, str]]) -> None:
    assert agenda(text) == expected


# Minutes as secretaries part them, and their items as "number title"; "-" is a head without a number.
@pytest.mark.parametrize(("minutes", "items"), cases("agendas.txt"))
def test_an_agenda_as_secretaries_write_it(minutes: str, items: list[str]) -> None:
    found = agenda(f"Verslag LRT 4 april 2024\n\nAanwezig: mw. Klein (VNG), dhr. Groot (IPO)\n\n{minutes}\n")
    assert [f"{number or '-'} {title}" for number, title in found] == items


def test_a_numbered_list_inside_an_item_is_no_agenda() -> None:
    text = (
        "1. Opening\nWelkom.\n\n2. Actiepunten\n11. Brief aan gemeenten - JenV - afgerond\n"
        "12. Analyse - BZK - loopt\n\n"
        "3. Opvang\n\nVNG noemt:\n1. meer geld voor gemeenten;\n2. meer tijd;\n3. minder regels.\n\n"
        "4. Sluiting\nGeen.\n"
    )
    assert agenda(text) == [("1", "Opening"), ("2", "Actiepunten"), ("3", "Opvang"), ("4", "Sluiting")]


def test_marks_in_boxes_that_open_sentences_are_no_heads() -> None:
    text = "1. Opening\nWelkom.\n\n2. Opvang\n\n[a] VNG wil geld.\n[b] COA niet.\n[c] IPO wel.\n\n3. Sluiting\nGeen.\n"
    assert agenda(text) == [("1", "Opening"), ("2", "Opvang"), ("3", "Sluiting")]
    assert agenda("VNG vraagt om geld.\n\n[a] Zie bijlage.\n[b] Zie brief.\n[c] Zie kader.\n") == []


@pytest.mark.parametrize("named", ["Actielijst", "Besluitenlijst", "Actiepunten:"])
def test_a_closing_list_that_leaves_out_what_is_done_goes_on_with_no_agenda(named: str) -> None:
    items = "1. Opening\nWelkom.\n\n2. Opvang\nNiets.\n\n3. Rondvraag\nGeen.\n\n"
    kept = "2. Brief - JenV - 1 mei\n4. Draaiboek - politie - 1 juni\n5. Onderzoek - COA - 1 juli\n"
    assert agenda(f"{items}{named}\n{kept}") == [("1", "Opening"), ("2", "Opvang"), ("3", "Rondvraag")]


def test_heads_right_under_each_other_below_a_part_of_an_item_are_no_list() -> None:
    text = "1. Opening\nWelkom.\n\n2. Opvang\nNiets.\n\nToelichting\n3. Rondvraag\n4. Sluiting\nGeen.\n"
    assert ("4", "Sluiting") in agenda(text)


def test_numbered_heads_without_blank_lines_under_a_name_are_an_agenda() -> None:
    text = "Besproken\n1. Opening\nWelkom.\n2. Opvang\nNiets.\n4. Rondvraag\nGeen.\n"
    assert [number for number, _ in agenda(text)] == ["1", "2", "4"]


def test_numbered_paragraphs_are_no_heads() -> None:
    text = "1. Opening\n\n1.1 De voorzitter opent.\n1.2 Er is een bericht.\n\n2. Opvang\n\n2.1 VNG vraagt iets.\n"
    layout = read(text)
    assert [item.number for item in layout.agenda] == ["1", "2"]
    assert [block.marker for block in layout.blocks if block.kind == "bullet"] == ["1.1", "1.2", "2.1"]


def test_fused_heads_give_an_item_each_with_the_same_end() -> None:
    text = (
        "1. Opening\nWelkom.\n\n2. Mededelingen 3. Verslag 4. Actielijst\n\nGeen opmerkingen.\n\n5. Sluiting\nGeen.\n"
    )
    layout = read(text)
    assert [(item.number, item.title) for item in layout.agenda] == [
        ("1", "Opening"),
        ("2", "Mededelingen"),
        ("3", "Verslag"),
        ("4", "Actielijst"),
        ("5", "Sluiting"),
    ]
    fused = layout.agenda[1:4]
    assert len({item.end for item in fused}) == 1
    assert text[fused[0].start : fused[0].end].endswith("Geen opmerkingen.")
    assert [text[item.start :].startswith(item.title) for item in fused] == [True] * 3


def test_titles_run_over_lines_and_blank_lines() -> None:
    text = (
        "1. OPENING\n\nWelkom.\n\n2. PLAN VAN AANPAK VERSTERKING VAN DE REGIETAFELS EN\n\n"
        "UITGANGSPUNTEN VOOR DE AFSTEMMING IN DE REGIO\n\n• Akkoord.\n\n"
        "3. Voortgang van de uitvoering van de agenda voor\nflexibilisering\n\n• Niets.\n"
    )
    assert [title for _, title in agenda(text)] == [
        "OPENING",
        "PLAN VAN AANPAK VERSTERKING VAN DE REGIETAFELS EN UITGANGSPUNTEN VOOR DE AFSTEMMING IN DE REGIO",
        "Voortgang van de uitvoering van de agenda voor flexibilisering",
    ]


def test_heads_in_capitals_without_a_number_stand_between_numbered_ones() -> None:
    text = (
        "1. OPENING\n\nWelkom.\n\nHUISVESTING EN TAAKSTELLING\n\nVNG vraagt iets.\n\nW.V.T.T.K. EN SLUITING\n\nGeen.\n"
    )
    assert agenda(text) == [("1", "OPENING"), (None, "HUISVESTING EN TAAKSTELLING"), (None, "W.V.T.T.K. EN SLUITING")]


def test_a_full_line_of_capitals_goes_on_over_a_blank_line() -> None:
    words = ("wanneer", "waarom", "hoe", "met wie", "voor wie", "waarvoor", "tot wanneer", "sinds wanneer")
    said = "".join(f"VNG vraagt {word} de nieuwe wet in werking treedt en wie het toezicht\n" for word in words)
    said += "houdt.\n\n"
    title = "2. UITBREIDING VAN DE OPVANG EN EEN BETERE REGIE\n\nVOLKSHUISVESTING\n\n"
    assert agenda(f"1. OPENING\n\n{said}{title}{said}3. SLUITING\n\n{said}") == [
        ("1", "OPENING"),
        ("2", "UITBREIDING VAN DE OPVANG EN EEN BETERE REGIE VOLKSHUISVESTING"),
        ("3", "SLUITING"),
    ]


def test_heads_without_any_numbers() -> None:
    text = (
        "Verslag regietafel\n\nOpening\n\nDe voorzitter opent de vergadering en heet iedereen welkom.\n\n"
        "Spreidingswet\n\nVNG vraagt wanneer de wet in werking treedt en wie het toezicht heeft.\n\n"
        "Rondvraag en sluiting\n\nNiemand heeft iets.\n"
    )
    assert agenda(text) == [(None, "Opening"), (None, "Spreidingswet"), (None, "Rondvraag en sluiting")]


def test_letters_of_an_abbreviation_are_no_number() -> None:
    text = "OPENING\n\nVNG stemt in.\n\nSTAND VAN ZAKEN\n\nCOA ook.\n\nW.V.T.T.K. EN SLUITING\n\nGeen.\n"
    assert agenda(text) == [(None, "OPENING"), (None, "STAND VAN ZAKEN"), (None, "W.V.T.T.K. EN SLUITING")]


def test_lists_that_begin_again_with_another_sign_are_no_items() -> None:
    said = "".join(f"\n{n}) COA meldt dat er in regio {n} een tekort aan\nplekken is.\n" for n in range(1, 9))
    text = f"1. OPENING\n{said}\n2. OPVANG\n{said}\n3. SLUITING\n\nGeen.\n"
    assert agenda(text) == [("1", "OPENING"), ("2", "OPVANG"), ("3", "SLUITING")]


def test_paragraphs_with_the_numbers_of_heads_are_none_where_their_lines_are_full() -> None:
    said = "".join(
        f"\n{n}. COA meldt dat er in de regio {'en het rijk ' * (n % 2)}te weinig\nopvangplekken zijn in deze winter.\n"
        for n in range(1, 16)
    )
    text = f"1. OPENING\n{said}\n2. OPVANG\n{said}\n3. SLUITING\n\nDe vergadering wordt om 12 uur gesloten.\n"
    assert agenda(text) == [("1", "OPENING"), ("2", "OPVANG"), ("3", "SLUITING")]


def test_a_title_that_fills_its_line_goes_on_below() -> None:
    said = "COA meldt dat er in de regio te weinig plekken\nzijn, en dat dit in de winter niet anders wordt.\n\n" * 3
    title = "Stand van zaken van de opvang en de crisis-\nnoodopvang"
    text = f"1. Opening\n\n{said}2. {title}\n\n{said}3. Sluiting\n\nGeen.\n"
    assert [number for number, _ in agenda(text)] == ["1", "2", "3"]


def test_heads_with_a_bracket_are_items_though_lists_have_a_full_stop() -> None:
    said = "".join(f"{n}. COA meldt een tekort in regio {n}.\n" for n in range(1, 4))
    text = f"1) Opening\n\n{said}\n2) Opvang\n\n{said}\n3) Sluiting\n\nGeen.\n"
    assert agenda(text) == [("1", "Opening"), ("2", "Opvang"), ("3", "Sluiting")]


def test_a_standing_subhead_right_under_a_head_is_one() -> None:
    text = (
        "1. OPENING\nGevraagd\nHet verslag van 17 januari vast te stellen.\nConclusie\nVastgesteld.\n"
        "2. SLUITING\nGeen.\n"
    )
    assert [b.text for b in read(text).blocks if b.kind == "subheading"] == ["Gevraagd", "Conclusie"]


def test_a_line_that_goes_on_below_a_gap_is_no_head() -> None:
    text = (
        "OPENING\n\nVNG steunt het plan.\n\nOPVANG\n\nVNG ondersteunt de noodzaak van een\n\n"
        "vergunninghouders zo snel te huisvesten als dat kan.\n\nSLUITING\n\nGeen.\n"
    )
    assert [title for _, title in agenda(text)] == ["OPENING", "OPVANG", "SLUITING"]


def test_what_is_annexed_belongs_to_no_item() -> None:
    text = "1. Opening\n\nGeen.\n\n2. Sluiting\n\nGeen.\n\nBijlage 1: planning\n\nIn mei volgt de brief.\n"
    last = read(text).blocks[-1]
    assert (last.text, last.item, last.section) == ("In mei volgt de brief.", None, "bijlage 1: planning")


@pytest.mark.parametrize("named", ["Bijlage 1: planning", "Bijlage 1 wordt nog verzonden."])
def test_an_annex_that_an_item_names_is_no_head(named: str) -> None:
    text = f"1. Opening\n\n{named}\n\nDe leden stemmen in.\n\n2. Sluiting\n\nGeen.\n"
    told = [block for block in read(text).blocks if block.text == "De leden stemmen in."]
    assert [(block.item, block.section) for block in told] == [(0, None)]


def test_subheads_name_the_section_of_what_follows() -> None:
    text = (
        "1. Opening\n\nGevraagd\nIn te stemmen.\n\nBespreking\nVNG stemt in.\n\nConclusie\n"
        "De tafel stemt in.\n\n2. Sluiting\n\nBespreking\nGeen.\n"
    )
    layout = read(text)
    assert [(b.section, b.text) for b in layout.blocks if b.kind == "paragraph"] == [
        ("gevraagd", "In te stemmen."),
        ("bespreking", "VNG stemt in."),
        ("conclusie", "De tafel stemt in."),
        ("bespreking", "Geen."),
    ]
    assert len(layout.agenda) == 2


ONE_ITEM = "Verslag overleg\nDatum: 3 juli 2024\n\n1. Opvang\n\n- VNG steunt het plan.\n"
ACTIONS = "\nActielijst\n\nNr | Actie | Wie\n1 | Notitie delen | VNG\n"


@pytest.mark.parametrize("text", [ONE_ITEM, ONE_ITEM + ACTIONS, (ONE_ITEM + ACTIONS).replace("\n\n", "\n")])
def test_one_item_is_an_agenda_and_a_closing_list_is_no_title(text: str) -> None:
    layout = read(text)
    assert [(item.number, item.title) for item in layout.agenda] == [("1", "Opvang")]
    assert [(block.text, block.item) for block in layout.blocks if block.kind == "bullet"] == [
        ("VNG steunt het plan.", 0)
    ]


def test_what_is_said_above_a_closing_list_without_any_head_is_no_front_matter() -> None:
    text = "Verslag overleg\nDatum: 3 juli 2024\n\n- VNG steunt het plan.\n- IPO niet.\n" + ACTIONS
    layout = read(text)
    assert [block.text for block in layout.blocks if block.kind == "bullet"] == ["VNG steunt het plan.", "IPO niet."]


@pytest.mark.parametrize(
    "text",
    [
        "Verslag overleg\nDatum: 3 juli 2024\n\n- VNG steunt het plan.\n\nActies\n\n1. Notitie delen\n",
        "Verslag overleg\nDatum: 3 juli 2024\n\n1. De VNG steunt het plan van de provincies.\n\nNiets meer.\n",
    ],
)
def test_a_lone_number_inside_the_text_is_no_item(text: str) -> None:
    assert agenda(text) == []


def test_a_closing_list_belongs_to_no_item() -> None:
    text = (
        "1. Opening\nWelkom.\n\n2. Sluiting\nGeen.\n\nActielijst\n\n"
        "Nr   Actie            Wie    Wanneer\n1    Brief sturen     COA    1 mei\n"
    )
    layout = read(text)
    row = next(block for block in layout.blocks if block.kind == "row")
    assert (row.item, row.section, row.marker) == (None, "actielijst", "1")
    assert text[layout.agenda[1].start : layout.agenda[1].end] == "Sluiting\nGeen."


def test_an_item_ends_with_its_body_and_not_with_the_page() -> None:
    text = "1. Opening\nWelkom.\n\nPagina 1 van 2\n\n2. Sluiting\nGeen.\n\nPagina 2 van 2\n"
    assert [text[item.start : item.end] for item in read(text).agenda] == ["Opening\nWelkom.", "Sluiting\nGeen."]


def test_a_sentence_that_mentions_an_item_is_no_head() -> None:
    text = (
        "1. Opening\n\nHet tekort loopt op en de uitstroom blijft achter (zie ook\n\n"
        "agendapunt 3). VNG vindt dat zorgelijk.\n\n2. Opvang\n\nNiets.\n"
    )
    assert [number for number, _ in agenda(text)] == ["1", "2"]


def test_a_list_of_decisions_under_a_head_is_no_agenda() -> None:
    text = (
        "LRT 3 april 2023\n\nBesluitenlijst\n\n1. De LRT stemt in met het plan.\n"
        "2. VNG wordt betrokken.\n\nActielijst\n\n1. COA: cijfers\n2. VNG: reactie\n"
    )
    layout = read(text)
    assert layout.agenda == ()
    assert [(b.section, b.marker) for b in layout.blocks if b.kind == "bullet"] == [
        ("besluitenlijst", "1."),
        ("besluitenlijst", "2."),
        ("actielijst", "1."),
        ("actielijst", "2."),
    ]


def test_an_agenda_in_front_of_the_minutes_is_not_read_twice() -> None:
    items = "".join(f"{n}. {title}\n" for n, title in enumerate(("Opening", "Opvang", "Sluiting"), 1))
    text = f"LRT\n\nAgenda\n{items}\n1. Opening\nWelkom.\n\n2. Opvang\nCOA vraagt iets.\n\n3. Sluiting\nGeen.\n"
    assert agenda(text) == [("1", "Opening"), ("2", "Opvang"), ("3", "Sluiting")]
    assert text[read(text).agenda[1].start :].startswith("Opvang\nCOA")


def test_without_blank_lines_a_bare_number_over_a_sentence_is_a_head() -> None:
    text = (
        "Verslag LRT 4 april 2024\nAanwezig: mw. Klein (VNG), dhr. Groot (IPO)\n1 Aanleiding\n"
        "De voorzitter heeft de tafel bijeengeroepen omdat er plekken ontbreken.\n2 Opvang in de winter\n"
        "COA meldt dat er op korte termijn\n2.000 plekken nodig zijn.\n3 Afsluiting\nGeen vragen.\n"
    )
    assert agenda(text) == [("1", "Aanleiding"), ("2", "Opvang in de winter"), ("3", "Afsluiting")]


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("**2. Opvang**", "Opvang"),
        ("_2. Opvang_", "Opvang"),
        ("2. Opvang*", "Opvang"),
        ("2. Wet gemeentelijke taak**", "Wet gemeentelijke taak"),
        ("2. Stand van *zaken*", "Stand van *zaken*"),
    ],
)
def test_marks_of_type_and_of_footnotes_are_no_part_of_a_title(head: str, title: str) -> None:
    assert agenda(f"1. Opening\nWelkom.\n\n{head}\nEr zijn plekken nodig.\n\n3. Sluiting\nGeen.\n")[1] == ("2", title)


def test_divided_items() -> None:
    text = "1. Opening\n\nWelkom.\n\n2a. Wet\n\nVNG vraagt iets.\n\n2b. Uitvoering\n\nNiets.\n\n3. Sluiting\n\nGeen.\n"
    assert agenda(text) == [("1", "Opening"), ("2a", "Wet"), ("2b", "Uitvoering"), ("3", "Sluiting")]


def test_numbered_subheads_and_numbered_paragraphs() -> None:
    text = (
        "1. Opening\n\n1.1 Toelichting\n\nDGM licht toe.\n\n1.2 Reacties\n\nVNG steunt dat.\n"
        "\n2. Opvang\n\n2.1 VNG vraagt iets.\n\n2.2 COA ook.\n"
    )
    layout = read(text)
    assert [(b.marker, b.text) for b in layout.blocks if b.kind == "subheading"] == [
        ("1.1", "Toelichting"),
        ("1.2", "Reacties"),
    ]
    assert [b.section for b in layout.blocks if b.kind == "paragraph"] == ["toelichting", "reacties"]
    assert [b.marker for b in layout.blocks if b.kind == "bullet"] == ["2.1", "2.2"]


def test_short_heads_with_text_right_under_them() -> None:
    text = (
        "VERSLAG LRT\n\nWet en stand van zaken\nJenV licht toe dat de wet is ingediend. De Kamer behandelt die snel.\n"
        "VNG: zorgen over het tijdpad.\n\nOpvang in de winter\nCOA: 3.000 plekken tekort in het hele land.\n"
    )
    layout = read(text)
    assert [item.title for item in layout.agenda] == ["Wet en stand van zaken", "Opvang in de winter"]
    assert [b.text.split()[0] for b in layout.blocks if b.kind == "paragraph"] == ["JenV", "VNG:", "COA:"]


def test_a_closing_head_that_comes_first_leaves_the_body_where_it_begins() -> None:
    head = "Verslag overleg opvang, 12 februari 2024\n\nAanwezig: mevrouw Bos (VNG)\n"
    text = f"{head}\nActies:\n- COA maakt een lijst\n- VNG maakt een plan\n\nConclusie\n- het plan is goed\n"
    told = [b.text for b in read(text).blocks if b.kind == "bullet"]
    assert told == ["COA maakt een lijst", "VNG maakt een plan", "het plan is goed"]


@pytest.mark.parametrize("above", ["Afspraak:", "De tafel heeft lang over de opvang gesproken."])
def test_a_lone_number_below_text_is_no_item(above: str) -> None:
    text = f"VERSLAG LRT\n\nOpvang\n\n{above}\n\n1. Lijst maken\n\nBrief\n\nDe brief gaat uit.\n"
    assert ("1", "Lijst maken") not in [(item.number, item.title) for item in read(text).agenda]


@pytest.mark.parametrize(
    ("minutes", "titles"),
    [
        (
            "Verslag adviesraad 6 december 2023\n\n 1. Opening\n 1. Vaststelling agenda\n  Deze wordt vastgesteld.\n"
            " 1. Verslag 26 oktober\n  Er zijn geen opmerkingen.\n 1. Postlijst\n  Die is bijgewerkt.\n",
            ["Opening", "Vaststelling agenda", "Verslag 26 oktober", "Postlijst"],
        ),
        (
            "Verslag adviesraad 6 december 2023\n\n1. Opening\nDe voorzitter opent.\n\n2. Opvang\nBesproken zijn:\n"
            "1. Plekken in Ede\n1. Plekken in Tiel\n\n3. Rondvraag\n1. Geen vragen\n\n",
            ["Opening", "Opvang", "Rondvraag"],
        ),
    ],
)
def test_numbers_that_begin_anew_behind_each_text_are_those_of_items(minutes: str, titles: list[str]) -> None:
    assert [title for _, title in agenda(minutes)] == titles
