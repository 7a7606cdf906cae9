"""The layout by phenomenon, on invented text."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest
from layouts import as_document

from lrtgraph.layout import Lexicon, read_layout
from lrtgraph.layout.lines import split_lines
from lrtgraph.records import Block, Layout

NAMES = [
    "VNG",
    "IPO",
    "COA",
    "SJenV",
    "JenV",
    "MBZK",
    "AVIM",
    "IND",
    "CdK",
    "PRT",
    "BAK OEK",
    "I&R",
    "provincie Flevoland",
]


def read(text: str, *words: str) -> Layout:
    return read_layout(as_document(text), Lexicon.of(words, NAMES))


def block(text: str, kind: str, *words: str) -> Block:
    found = [b for b in read(text, *words).blocks if b.kind == kind]
    assert len(found) == 1, [(b.kind, b.text) for b in read(text, *words).blocks]
    return found[0]


def texts(layout: Layout, *kinds: str) -> list[str]:
    return [b.text for b in layout.blocks if b.kind in kinds]


COLUMN = """\
1. OPENING

De instroom van dit jaar is naar verwachting hoger dan die in de Directoraat-Generaal
Jaarlijkse raming van het ministerie die vorige maand is toegestuurd en Migratie
waarover de leden nu spreken. Ook de uitstroom blijft achter bij wat is Datum
afgesproken, en dat leidt tot een tekort aan plekken in het hele land. De 3 mei 2024
leden vragen daarom om een nieuwe raming die rekening houdt met de winter
en die voor de zomer wordt gedeeld met alle partijen aan tafel.
Wat de gevolgen zijn voor de komende periode is op dit moment nog niet te Directoraat-Generaal
zeggen, maar de verwachting is dat de druk op de opvang verder toeneemt en Migratie
dat er in het najaar opnieuw noodlocaties nodig zijn om iedereen een plek Datum
te geven. De minister wil daar geen vooruitzicht op bieden zolang er nog geen 3 mei 2024
nieuwe cijfers zijn.
"""


def test_a_letterhead_column_is_cut_out_of_the_sentences_it_was_mixed_into() -> None:
    layout = read(COLUMN)
    body = " ".join(texts(layout, "paragraph"))
    assert "hoger dan die in de Jaarlijkse raming van het ministerie" in body
    assert "bij wat is afgesproken" in body
    assert "het hele land. De leden vragen" in body
    assert texts(layout, "furniture") == ["Directoraat-Generaal", "Migratie", "Datum", "3 mei 2024"] * 2
    first = next(b for b in layout.blocks if b.kind == "paragraph")
    at = first.text.index("die in de Jaarlijkse")
    start, end = first.raw(at, at + len("die in de Jaarlijkse"))
    assert COLUMN[start:end] == "die in de Directoraat-Generaal\nJaarlijkse"


def test_the_number_of_a_file_stands_in_the_column_too() -> None:
    filed = COLUMN.replace(" Datum", "").replace("3 mei 2024", "4823764")
    assert "4823764" not in " ".join(texts(read(filed), "paragraph"))
    figure = COLUMN.replace(" Datum", "").replace("3 mei 2024", "4.823")
    assert "4.823" in " ".join(texts(read(figure), "paragraph"))


def test_a_line_of_the_letterhead_may_be_the_head_of_a_table() -> None:
    heads = (Path(__file__).parent / "lists" / "heads.txt").read_text(encoding="utf-8")
    assert "Datum" in texts(read(heads), "furniture")  # "Verslag       Datum", in a text with a column besides


def test_a_letterhead_column_may_begin_behind_the_end_of_a_sentence() -> None:
    layout = read(
        COLUMN.replace("in de Directoraat-Generaal\nJaarlijkse", "in de raming. Directoraat-Generaal\nDe Jaarlijkse")
    )
    assert texts(layout, "furniture") == ["Directoraat-Generaal", "Migratie", "Datum", "3 mei 2024"] * 2
    assert "in de raming. De Jaarlijkse raming" in " ".join(texts(layout, "paragraph"))


def test_a_word_of_the_letterhead_that_did_not_fit_behind_its_line_opens_the_column_too() -> None:
    text = COLUMN.replace("voorzien in de Directoraat", "voorzien in de\nDirectoraat").replace(
        "nog niet te Directoraat-Generaal", "nog niet te\nDirectoraat-Generaal\n"
    )
    layout = read(text)
    assert texts(layout, "furniture") == ["Directoraat-Generaal", "Migratie", "Datum", "3 mei 2024"] * 2
    assert texts(layout, "paragraph") == texts(read(COLUMN), "paragraph")


def test_one_name_of_a_directorate_at_a_line_end_is_no_furniture() -> None:
    text = "1. Opening\n\nDe brief is gestuurd namens het Directoraat-Generaal\nMigratie en wordt besproken.\n"
    assert texts(read(text), "furniture") == []


@pytest.mark.parametrize(
    "line",
    [
        "Pagina 2 van 3",
        "- 2 -",
        "2/7",
        "blz. 2",
        "pag. 2",
        "Pagina 2",
        "[2]",
        "VERTROUWELIJK",
        "CONCEPT",
        "STG. GEHEIM",
    ],
)
def test_a_page_number_or_stamp_does_not_end_a_sentence(line: str) -> None:
    text = f"1. Opening\n\n• VNG vraagt of de plekken op tijd worden\n\n{line}\n\nopgeleverd door het COA.\n"
    layout = read(text)
    assert texts(layout, "bullet") == ["VNG vraagt of de plekken op tijd worden opgeleverd door het COA."]
    assert texts(layout, "furniture") == [line]


def test_a_running_head_that_comes_back_on_each_page_is_furniture() -> None:
    page = "Verslag overleg regiotafel {n}\n\n{text}\n\n\f"
    text = "Kop\n\n1. Opening\n\n" + "".join(
        page.format(n=n, text=f"• VNG vraagt aandacht voor punt {n} van deze lijst.") for n in range(1, 5)
    )
    assert texts(read(text), "furniture") == [f"Verslag overleg regiotafel {n}" for n in range(1, 5)]


def test_a_page_number_behind_a_wide_gap_is_cut_off_the_line() -> None:
    layout = read(
        "HLRT 7 mrt 2024 - verslag             Pagina 1 van 3\n\n1. Opening\nVNG opent.\n\n2. Sluiting\nNiets.\n"
    )
    assert texts(layout, "letterhead") == ["HLRT 7 mrt 2024 - verslag"]
    assert texts(layout, "furniture") == ["Pagina 1 van 3"]


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("de mededel\xadingen zijn gedaan", "de mededelingen zijn gedaan"),
        ("de oﬃciële ﬁnanciering van ﬂexwoningen", "de officiële financiering van flexwoningen"),
        ("op l4 mei 2O24 zijn er 3OO van de l.4OO plekken", "op 14 mei 2024 zijn er 300 van de 1.400 plekken"),
        ("rond de l1% en 7l.25O", "rond de 11% en 71.250"),
        ("lPO, lND en C0A en AV1M", "IPO, IND en COA en AVIM"),
        ("S JenV en V NG en C OA", "SJenV en VNG en COA"),
        ("het BAK 0EK en de l&R per l april", "het BAK OEK en de I&R per 1 april"),
        ("de taakstelling 2023-I1", "de taakstelling 2023-II"),
        ('PRT \'s, CdK"s, VR´s en scenario "s', "PRT's, CdK's, VR's en scenario's"),
        ("van de VR s naar de regio s wordt", "van de VR's naar de regio's wordt"),
        ("de potentiéle locaties", "de potentiële locaties"),
        ("komende week .", "komende week."),
        ("de CNO\u2011plekken in 2024\u20101", "de CNO-plekken in 2024-1"),
        ("'s avonds in 's-Hertogenbosch", "'s avonds in 's-Hertogenbosch"),
        ("één plek en dhr. El Amrani in de A4-lijst, art. 4b", "één plek en dhr. El Amrani in de A4-lijst, art. 4b"),
        ("in 2O24\u200b en\u00a0later", "in 2024 en later"),
        ("de Oekrai\u0308ners en een u\u0301\u0302 voor e\u0301\u00e9n", "de Oekraïners en een ú\u0302 voor één"),
    ],
)
def test_characters_are_mended_where_that_is_sure(raw: str, clean: str) -> None:
    text = f"1. Opening\n\n• VNG meldt {raw}\n"
    found = block(text, "bullet")
    assert found.text == f"VNG meldt {clean}"
    assert text[slice(*found.raw(0, len(found.text)))] == f"VNG meldt {raw}"


def test_a_mended_name_keeps_its_raw_span() -> None:
    text = "1. Opening\n\n• Vandaag meldt V NG dat C0A stopt.\n"
    found = block(text, "bullet")
    at = found.text.index("VNG")
    assert text[slice(*found.raw(at, at + 3))] == "V NG"
    at = found.text.index("COA")
    assert text[slice(*found.raw(at, at + 3))] == "C0A"


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("de mededel-\ningen van het COA", "de mededelingen van het COA"),
        ("de escalatie- en\ninterventieladder", "de escalatie- en interventieladder"),
        ("de doorstroom-\nen voorportaallocaties", "de doorstroom- en voorportaallocaties"),
        ("de COA-\nlocaties", "de COA-locaties"),
        ("de regio Noord-\nBrabant", "de regio Noord-Brabant"),
        ("de provincie Flevo\nland", "de provincie Flevoland"),
        ("Ver\ntegenwoordigers zijn er", "Vertegenwoordigers zijn er"),
        ("de samenwerkings\nverbanden zijn er", "de samenwerkingsverbanden zijn er"),
        ("voor\ndat besluit een brief", "voor dat besluit een brief"),
        ("met\neen brief van de\ngemeenten", "met een brief van de gemeenten"),
        ("in het over\nleg", "in het overleg"),
        ("de PRT\n´s en de AMvB\n's", "de PRT's en de AMvB's"),
        ("de datum 1-4-\n2024", "de datum 1-4-2024"),
    ],
)
def test_words_broken_over_lines_are_joined_and_others_are_not(raw: str, clean: str) -> None:
    text = f"1. Opening\n\n• VNG spreekt over {raw}.\n"
    assert block(text, "bullet").text == f"VNG spreekt over {clean}."


def test_where_words_break_without_hyphens_two_words_may_be_one() -> None:
    text = "1. Opening\n\n• De regis\ntratie en de asiel\nzoekers zijn vast\ngesteld door de Ver\ntegenwoordigers.\n"
    assert (
        block(text, "bullet").text == "De registratie en de asielzoekers zijn vastgesteld door de Vertegenwoordigers."
    )


def test_wrapped_lines_and_blank_lines_inside_a_sentence_make_one_block() -> None:
    text = dedent(
        """\
        1. Opening

        • De leden spreken over het beschikken van voldoende opvang

        vanaf mid juli als de fasering begint, en over de positie van

        Oekraïense kinderen in het onderwijs, waarover ook dhr.

        Jansen spreekt.
        • Een tweede punt.
        """
    )
    assert texts(read(text), "bullet") == [
        "De leden spreken over het beschikken van voldoende opvang vanaf mid juli als de "
        "fasering begint, en over de positie "
        "van Oekraïense kinderen in het onderwijs, waarover ook dhr. Jansen spreekt.",
        "Een tweede punt.",
    ]


def test_paragraphs_without_blank_lines_part_where_a_line_ends_early() -> None:
    text = dedent(
        """\
        1. Opening

        De voorzitter heet iedereen welkom en meldt dat de agenda ongewijzigd wordt
        gevolgd door de leden.
        VNG vraagt aandacht voor de positie van gemeenten die nu al veel doen en die
        graag duidelijkheid willen. Die duidelijkheid komt er volgens de minister op
        korte termijn.
        IPO sluit zich aan.
        """
    )
    found = texts(read(text), "paragraph")
    assert [t.split()[0] for t in found] == ["De", "VNG", "IPO"]


def test_a_line_that_ends_in_what_opens_a_clause_goes_on_below() -> None:
    text = dedent(
        """\
        De provincies houden toezicht op de uitvoering door gemeenten en kunnen ingrijpen.
        De aantallen komen uit de meerjarenprognose, die
        JenV opstelt. De provincies houden toezicht op de uitvoering door gemeenten en de
        tafel bespreekt dat in mei. De aantallen komen dan opnieuw aan de orde, zegt IPO.
        """
    )
    assert "meerjarenprognose, die JenV opstelt." in " ".join(b.text for b in read(text).blocks if "JenV" in b.text)


def test_text_that_is_not_wrapped_has_a_paragraph_a_line() -> None:
    lines = [
        f"{name} vraagt aandacht voor {'de positie van gemeenten en provincies ' * n}."
        for n, name in enumerate(("VNG", "IPO", "COA", "IND"), 5)
    ]
    assert texts(read("1. Opening\n" + "\n".join(lines) + "\n"), "paragraph") == [
        " ".join(line.split()).replace(" .", ".") for line in lines
    ]


def test_bullets_nest_by_indent_and_by_marker() -> None:
    text = dedent(
        """\
        1. Opening

        • VNG noemt drie punten:
        o de eerste;
        ▪ met een toevoeging
        o de tweede;
        • COA reageert.
          - Er komen plekken bij.
            - Dat zijn er tien.
          - Later meer.
        """
    )
    layout = read(text)
    bullets = [b for b in layout.blocks if b.kind == "bullet"]
    assert [(b.level, b.marker) for b in bullets] == [
        (0, "•"),
        (1, "o"),
        (2, "▪"),
        (1, "o"),
        (0, "•"),
        (1, "-"),
        (2, "-"),
        (1, "-"),
    ]
    parents = [layout.blocks[b.parent].text.split()[0] if b.parent is not None else None for b in bullets]
    assert parents == [None, "VNG", "de", "VNG", None, "COA", "Er", "COA"]


@pytest.mark.parametrize(
    "marker", ["•", "-", "–", "*", "»", "▪", "=>", "->", "→", "?", "1.", "1)", "a.", "(a)", "1.1", "o", "§"]
)
def test_markers(marker: str) -> None:
    layout = read(
        f"I. OPENING\n\n{marker} VNG stemt in.\n{marker.replace('1', '2').replace('a', 'b')} "
        f"COA ook.\n\nII. SLUITING\n\nNiets.\n"
    )
    assert texts(layout, "bullet") == ["VNG stemt in.", "COA ook."]
    assert next(b.marker for b in layout.blocks if b.kind == "bullet") == marker


@pytest.mark.parametrize("marker", ["•", "-", "–", "o", "\uf0b7"])
def test_a_bullet_on_a_line_of_its_own_opens_the_line_below(marker: str) -> None:
    text = (
        f"1. Opening\n\n{marker}\nVNG stemt in met het plan dat\nnu voorligt.\n{marker}\nCOA stemt ook in.\n"
        f"{marker}\n\nIPO stemt niet in.\n"
    )
    layout = read(text)
    assert texts(layout, "bullet") == [
        "VNG stemt in met het plan dat nu voorligt.",
        "COA stemt ook in.",
        "IPO stemt niet in.",
    ]
    first = next(b for b in layout.blocks if b.kind == "bullet")
    assert text[slice(*first.raw(0, 3))] == "VNG"


def test_an_empty_cell_on_a_line_of_its_own_is_no_bullet() -> None:
    assert texts(read("1. Acties\n\nBrief sturen.\n-\nCOA\nCijfers delen.\n-\nVNG\n"), "bullet") == []


@pytest.mark.parametrize("label", ["Actie:", "Afspraak:", "Actie COA:"])
def test_a_label_that_is_all_of_a_bullet_leads_to_the_line_below(label: str) -> None:
    text = f"1. Opening\n\nVNG is tevreden.\no {label}\nCOA levert cijfers aan.\n\nIPO is dat ook.\n"
    assert block(text, "bullet").text == f"{label} COA levert cijfers aan."


def test_a_bullet_that_announces_others_is_no_label() -> None:
    text = "1. Opening\n\n• VNG noemt drie punten:\nCOA levert cijfers aan.\n"
    assert block(text, "bullet").text == "VNG noemt drie punten:"


PAGE = "\n\nPagina 2 van 4\n\n"


def test_a_bullet_goes_on_with_a_new_sentence_behind_a_page() -> None:
    text = (
        "1. Opening\n\n• VNG is tevreden met het plan dat nu op de tafel\n  voorligt en dat in het voorjaar klaar is.\n"
        f"• COA meldt dat er in het hele land te weinig\n  plekken zijn.{PAGE}  Daarnaast loopt de instroom op in de "
        "zomer,\n  en dat gaat gauw.\n• IPO sluit zich aan bij wat er is gezegd door COA\n  en VNG.\n"
    )
    told = "COA meldt dat er in het hele land te weinig plekken zijn."
    assert texts(read(text), "bullet")[1] == f"{told} Daarnaast loopt de instroom op in de zomer, en dat gaat gauw."
    outdented = text.replace("  Daarnaast", "Daarnaast").replace("  en dat gaat", "en dat gaat")
    assert texts(read(outdented), "bullet")[1] == told


def test_a_numbered_paragraph_that_a_page_cuts_before_a_bracket_is_no_head() -> None:
    text = (
        "1. Opening\n\n1.1 De voorzitter opent de vergadering en heet eenieder welkom.\n\n2. Opvang\n\n"
        f"2.1 De regio deelt mee dat de veiligheidsregio's{PAGE}(VR's) de opvang per 1 juni beëindigen.\n"
    )
    assert texts(read(text), "bullet")[1:] == [
        "De regio deelt mee dat de veiligheidsregio's (VR's) de opvang per 1 juni beëindigen."
    ]
    assert texts(read(text), "subheading") == []


def test_badly_scanned_bullets_are_bullets_of_one_level() -> None:
    text = "1. Opening\n\n* VNG stemt in.\n» COA ook.\ne SJenV reageert.\n* IPO niet.\n"
    bullets = [b for b in read(text).blocks if b.kind == "bullet"]
    assert [(b.level, b.parent) for b in bullets] == [(0, None)] * 4


def test_a_dash_inside_a_sentence_is_no_bullet() -> None:
    text = (
        "1. Opening\n\nDe handreiking voor de gemeenten over de flexwoningen van het Rijk is "
        "klaar\n- zij het in concept - en gaat rond.\n"
        "De tweede regel van dit stuk tekst loopt ook door tot aan de kantlijn ervan\n"
        "en eindigt hier.\nDe derde regel van dit stuk tekst loopt eveneens door tot aan de "
        "kantlijn\nen eindigt daar.\n"
    )
    assert texts(read(text), "bullet") == []


def test_bullets_under_a_paragraph_that_announces_them_hang_under_it() -> None:
    layout = read("1. Opening\n\nVNG vraagt om:\n- geld;\n- tijd.\n")
    paragraph = next(i for i, b in enumerate(layout.blocks) if b.kind == "paragraph")
    assert [b.parent for b in layout.blocks if b.kind == "bullet"] == [paragraph, paragraph]


def test_a_labelled_line_inside_a_numbered_paragraph_is_a_block_of_its_own() -> None:
    text = (
        "1. Opening\n\n1.1  VNG vraagt hoe het staat met de locatie.\n"
        "     Actie: COA meldt dit vóór 1 februari.\n1.2  Niets meer.\n\n2. Sluiting\n\n"
        "2.1  Niets.\n"
    )
    layout = read(text)
    assert "Actie: COA meldt dit vóór 1 februari." in texts(layout, "paragraph")
    action = next(b for b in layout.blocks if b.text.startswith("Actie"))
    assert action.parent is not None
    assert layout.blocks[action.parent].marker == "1.1"


def test_decisions_with_a_code_are_bullets_with_the_code_as_marker() -> None:
    text = (
        "Besluiten\n2024-03-B1  Het verslag is vastgesteld.\nActies\n"
        "2024-03-A4  JenV stuurt een brief\n            naar de gemeenten.\n"
    )
    bullets = [b for b in read(text).blocks if b.kind == "bullet"]
    assert [(b.marker, b.text, b.section) for b in bullets] == [
        ("2024-03-B1", "Het verslag is vastgesteld.", "besluiten"),
        ("2024-03-A4", "JenV stuurt een brief naar de gemeenten.", "acties"),
    ]


@pytest.mark.parametrize(
    "body",
    [
        "OPENING EN VERSLAG\n1.  De voorzitter opent het overleg en heet mevrouw Snel welkom.\n",
        "1.  De voorzitter opent het overleg en heet mevrouw Snel welkom, die\n    voor het eerst aanschuift.\n",
        "Punt 1   Vorige besluitenlijst\n  De lijst is vastgesteld.\n",
        "-----------------------\nDe voorzitter opent het overleg.\n",
        "Verslag van 19 januari\nZonder beraadslaging keurt het beraad het verslag van 19 januari goed.\n",
    ],
)
def test_without_blank_lines_the_attendance_list_ends_where_the_text_begins(body: str) -> None:
    text = (
        "Verslag regietafel\nAanwezig: de heer Prins (VNG), mevrouw Ten Cate (COA)\nAfwezig: de heer Mol (BZK)\n" + body
    )
    assert texts(read(text), "attendance") == ["de heer Prins (VNG), mevrouw Ten Cate (COA)", "de heer Mol (BZK)"]


def test_a_running_head_that_stands_once_right_above_a_page_number_is_furniture() -> None:
    text = (
        "1. Opening\n\nDe voorzitter opent de vergadering en licht toe wat er sinds de vorige keer is\n"
        "\fVerslag regietafel oost\n\nPagina 2 van 2\n\ngebeurd in de regio.\n"
    )
    layout = read(text)
    assert texts(layout, "furniture") == ["Verslag regietafel oost", "Pagina 2 van 2"]
    assert texts(layout, "paragraph")[0].endswith("wat er sinds de vorige keer is gebeurd in de regio.")


def test_a_letterhead_with_a_blank_line_behind_every_line_is_that_without() -> None:
    text = (
        "Aan       deelnemers\nDatum     12 september 2024\nBetreft   verslag van het overleg\n"
        "          d.d. 9 september 2024, Den Haag\n\n\nAd 1  Verslag\n\nHet verslag is vastgesteld.\n"
        "\nAd 2  Opvang\n\nCOA meldt iets.\nVNG vraagt iets.\n\nAd 3  Sluiting\n\nDe voorzitter sluit.\n"
    )
    assert texts(read(text.replace("\n", "\n\n")), "letterhead") == texts(read(text), "letterhead")


def test_many_blank_lines_are_as_many_as_some_and_keep_the_break_of_a_page() -> None:
    text = "VNG" + "\n" * 5_000 + "\f" + "\n" * 5_000 + "IPO\n"
    lines = split_lines(text)
    assert len(lines) < 60
    first, last = (line for line in lines if not line.blank)
    assert (text[first.start : first.end], text[last.start : last.end], last.page) == ("VNG", "IPO", True)


LISTED = "Verslag stuurgroep, 14 november 2024\n\nDeelnemers: mw. Snel (JenV), de heer Prins (VNG)\n\n"


def test_without_a_known_head_the_body_begins_apart_from_the_list_at_the_line_over_text() -> None:
    body = (
        "~ de brief\nVNG aan JenV: wij hadden die liever van u dan van de krant.\n>>> act VNG: brief sturen\n\n"
        "~ de cijfers\nCOA: de achterstand is 900.\n"
    )
    found = read(LISTED + body)
    assert texts(found, "letterhead") == ["Verslag stuurgroep, 14 november 2024"]
    assert texts(found, "bullet") == ["act VNG: brief sturen"]
    assert texts(read(LISTED + "(ingelast)\n\nniet geautoriseerd\n"), "paragraph") == []


def test_much_text_above_the_first_known_head_is_the_body() -> None:
    part = "Hoe vol is het?\n\nPrins vroeg of er nog plekken over waren.\n\n- actie JenV: lijst delen\n\n"
    closing = "Wat verder ter tafel kwam\n\nNiets meer.\n"
    assert texts(read(LISTED + 3 * part + closing), "bullet") == 3 * ["actie JenV: lijst delen"]
    assert texts(read(LISTED + "Prins heet allen welkom.\n\n" + closing), "heading") == ["Wat verder ter tafel kwam"]
