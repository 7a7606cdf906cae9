"""What a release or a printer puts between the lines of a sentence is taken out of it, wherever it stands."""

from __future__ import annotations

import pytest
from layouts import as_document, texts
from minutes import read

from lrtgraph.layout import read_layout

LINES = [
    "Verslag LRT 4 april 2024",
    "",
    "1. Opening",
    "De voorzitter opent de vergadering en heet alle leden van de regietafel welkom.",
    "",
    "2. Opvang",
    "COA meldt dat er in het najaar nog vierduizend plekken nodig zijn en vraagt de",
    "provincies om daar samen met de gemeenten op korte termijn locaties voor te zoeken.",
    "In de meeste provincies ligt er al een begin van een gezamenlijk plan.",
]
SENTENCE = 7
"""The line that something is put in front of."""


@pytest.mark.parametrize(
    "mark",
    [
        "Pagina 3 van 7",
        "Blad 3 van 7",
        "0045",
        "5.1.2.e",
        "5.1.2e  5.1.2e",
        "art. 5.1.2.i",
        "10.2.e",
        "(5)(1)(2e)",
        "(10)(2)(e)",
        "5 1 2 e",
        "Buiten verzoek",
        "buiten reikwijdte",
        "VERTROUWELIJK",
        "Woo-verzoek 2024-0123",
        "Document 12",
        "> Retouradres Postbus 20301 2500 EH Den Haag",
        "Retouradres\nPostbus 20301 2500 EH Den Haag",
        "www.rijksoverheid.nl",
    ],
)
@pytest.mark.parametrize("line", [SENTENCE, SENTENCE + 1])
def test_a_mark_between_two_lines_leaves_the_text_as_it_was(mark: str, line: int) -> None:
    assert texts([*LINES[:line], mark, *LINES[line:]]) == texts(LINES)


@pytest.mark.parametrize("mark", ["5.1.2.e", "5.1.2e", "(5)(1)(2e)", "0045", "buiten verzoek", "Pagina 3 van 7"])
def test_a_stamp_in_the_margin_is_no_part_of_its_line(mark: str) -> None:
    stamped = [*LINES[:SENTENCE], f"{LINES[SENTENCE]}      {mark}", *LINES[SENTENCE + 1 :]]
    assert texts(stamped) == texts(LINES)


SIGNED = """\
Beste allen,

Hierbij een korte terugkoppeling van de LRT van 2 oktober 2023.

1. Opvang
- COA geeft aan dat er 4.000 plekken nodig zijn.

Acties:
- JenV: brief aan gemeenten (voor 15 oktober)

{greeting}

Karin de Vries
Secretaris LRT
Turfmarkt 147, Den Haag
06 12345678
"""


@pytest.mark.parametrize(
    "greeting",
    ["Met vriendelijke groet,", "Hartelijke groeten,", "Mvg", "Groet!", "Hoogachtend,", "Groeten, Ilse de Wit"],
)
def test_who_signs_a_mail_takes_no_part_in_the_meeting(greeting: str) -> None:
    record = read(SIGNED.format(greeting=greeting))
    assert [(outcome.kind, outcome.owners) for outcome in record.outcomes] == [("actie", ("JenV",))]
    assert record.meeting.place is None
    assert texts(SIGNED.format(greeting=greeting).splitlines())[-1] == "JenV: brief aan gemeenten (voor 15 oktober)"


COVER = """\
Aan de genodigden

Hierbij ontvangt u het verslag van het overleg van de tafel.

Met vriendelijke groet,

het secretariaat
{between}Vergaderdatum: 4 maart 2024
Aanwezig: mw. Bos (VNG), dhr. Vos (COA)

1. Opening
VNG steunt het plan.
"""


@pytest.mark.parametrize("between", ["\x0c", "\nVERSLAG\n", "\nKort verslag\n"])
def test_below_who_signs_a_letter_minutes_may_follow(between: str) -> None:
    record = read(COVER.format(between=between))
    assert record.meeting.date == "2024-03-04"
    assert [one.concept for one in record.participants] == ["VNG", "COA"]


def test_a_page_may_part_a_greeting_from_who_signs() -> None:
    signed = SIGNED.format(greeting="Met vriendelijke groet,").replace("\nKarin", "\x0cKarin")
    assert texts(signed.split("\n"))[-1] == "JenV: brief aan gemeenten (voor 15 oktober)"


def test_a_line_that_counts_the_pages_is_no_text() -> None:
    lines = [f"vanaf dag {number} vraagt de VNG" for number in range(1, 53)]
    foot = "Tafel Noord, verslag 3 mei 2024          {}\nCONCEPT, niet verspreiden\n\n"
    pages = ["\n".join(lines[start : start + 13]) for start in range(0, len(lines), 13)]
    text = "1. Opvang\n" + "".join(f"{page}\n{foot.format(number)}" for number, page in enumerate(pages, 1))
    assert "Tafel Noord" not in " ".join(texts(text.splitlines()))


def test_lines_that_count_up_near_each_other_stay() -> None:
    options = "".join(f"Optie VNG          {number}\n\nWij kiezen dit voor nu.\n\n" for number in (1, 2, 3))
    text = f"1. Opvang\n\nEr zijn drie wegen voor de tafel.\n\n{options}De tafel kiest later.\n\n2. Sluiting\n\nGeen.\n"
    assert " ".join(texts(text.splitlines())).count("Optie VNG") == 3


@pytest.mark.parametrize(
    "mark",
    [
        "Openbaar gemaakt op grond van de Woo",
        "Gedeeltelijk openbaar gemaakt onder de Wet open overheid",
        "TLP:AMBER",
        "TLP: Green",
        "Ons kenmerk\n5123456",
        "Kenmerk: 2024-0000123",
        "Dossier 2024-117",
        "Pagina | 3",
        "3 | Pagina",
        "Doc. 14 - p. 3/7",
        "Vertrouwelijk - concept",
        "VERTROUWELIJK - CONCEPT",
        "Concept, niet voor verspreiding",
        "Landelijke Regietafel 14 februari 2024 - Vertrouwelijk",
    ],
)
def test_what_stands_on_a_page_for_its_own_sake_breaks_no_sentence_even_once(mark: str) -> None:
    text = f"1. Opening\n\n• De voorzitter opent.\n\n2. HAR\n\n• VNG is tegen de\n{mark}\nHAR en wil een brief.\n"
    assert texts(text.splitlines())[-1] == "VNG is tegen de HAR en wil een brief."


@pytest.mark.parametrize(
    "line",
    [
        "Openbaar gemaakt worden de cijfers op grond van de Woo.",
        "Kenmerk 5123456 van de brief is onjuist.",
        "Niet verspreiden is de afspraak.",
        "Pagina 3 van de brief is onjuist.",
        "TLP: VNG vraagt wat dat is.",
        "Overleg met de regietafel - intern",
    ],
)
def test_a_line_that_says_more_is_text(line: str) -> None:
    lines = ["1. Opening", "", "De voorzitter opent.", "", "2. HAR", "", line]
    assert texts(lines)[-2:] == ["HAR", line]


ENDED = "".join(f"• VNG steunt voorstel {k}.\n" for k in "abcd")


@pytest.mark.parametrize(
    ("before", "behind", "joined"),
    [
        ("Aedes steunt het plan en vraagt", "COA om cijfers.", True),
        ("Aedes steunt het plan en vraagt", "IPO: de cijfers ontbreken.", False),
        ("Aedes steunt het plan.", "COA vraagt om cijfers.", False),
        ("Vervolg van overleg", "COA vraagt om cijfers.", False),
    ],
)
def test_a_sentence_without_an_end_goes_on_behind_a_page_where_all_others_end(
    before: str, behind: str, joined: bool
) -> None:
    lines = f"1. Opening\n\n{ENDED}\n2. HAR\n\n• {before}\nPagina 3\n{behind}".splitlines()
    found = texts(lines)[-1 if joined else -2 :]
    assert found == ([f"{before} {behind}"] if joined else [before, behind])


def test_a_line_without_an_end_never_goes_on_into_what_another_says() -> None:
    lines = ["1. Opening", "", "VNG verwacht veel van de", "", "COA: is tegen de HAR."]
    assert texts(lines)[-2:] == ["VNG verwacht veel van de", "COA: is tegen de HAR."]


COUNTED = ["De lijst:", "", "   7    Brief (JenV): klaar", "   8    Kaart (COA): loopt", "   9    Plan (VNG): vervalt"]


@pytest.mark.parametrize(
    ("lines", "listed"),
    [
        (COUNTED, ["7", "8", "9"]),
        (COUNTED[:4], []),  # two may be any two lines
        ([line.replace("    ", " ") for line in COUNTED], []),  # "12 mei is er overleg", line after line
        ([*COUNTED[:3], COUNTED[4], COUNTED[3]], []),
    ],
)
def test_lines_with_a_number_set_apart_that_count_on_are_a_list(lines: list[str], listed: list[str]) -> None:
    layout = read_layout(as_document("\n".join(lines)))
    assert [block.marker for block in layout.blocks if block.kind == "bullet"] == listed
