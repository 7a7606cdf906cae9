"""A letterhead that comes back on a page leaves the text as it was, however a conversion mixed it in."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from layouts import texts

TEXT = """\
Verslag LRT 4 april 2024

1. Opening

De voorzitter opent de vergadering en heet alle leden van de regietafel welkom.

2. Opvang

COA meldt dat er in het najaar nog vierduizend plekken nodig zijn en vraagt de
provincies om daar samen met de gemeenten op korte termijn locaties voor te
zoeken. In de meeste provincies ligt er al een begin van een gezamenlijk plan.

• IND bevestigt dat de doorlooptijden in de eerste maanden van dit jaar zijn
  opgelopen en dat er meer medewerkers nodig zijn om de achterstand in te lopen.
• VNG vraagt om een brief aan alle gemeenten waarin staat wat er van hen wordt
  verwacht, zodat colleges van burgemeester en wethouders daarover op tijd een
  besluit kunnen nemen.

3. Huisvesting

BZK licht toe dat de taakstelling voor de tweede helft van het jaar binnenkort
wordt vastgesteld. Gemeenten die achterlopen op hun taakstelling kunnen op
ondersteuning rekenen van het aanjaagteam, zegt BZK. Aedes wijst erop dat de
bouw van flexwoningen op veel plaatsen stokt door bezwaren van omwonenden.
"""
LINES = TEXT.split("\n")
LETTERHEADS = {
    "directorate": ("Directoraat-Generaal", "Migratie", "Datum", "25 september 2023", "Ons kenmerk", "4925631"),
    "programme": ("Programmadirectie", "Opvang Ontheemden", "Datum", "4 april 2024"),
    "addresses": (
        "Directie", "Regie Migratieketen", "Turfmarkt 147", "2511 DP Den Haag", "Postbus 20301", "Contactpersoon",
        "mr. A. Jansen", "Senior beleidsadviseur", "T 070 370 79 11", "Ons kenmerk", "DRM/3846423",
    ),
}  # fmt: skip
SINGLE = (8, 9, 12, 13)
"""Lines in front of which a page begins."""


def on_lines_of_its_own(lines: list[str], at: int, words: Sequence[str]) -> list[str]:
    return [*lines[:at], *words, *lines[at:]]


def with_blank_lines(lines: list[str], at: int, words: Sequence[str]) -> list[str]:
    return [*lines[:at], "", *(line for word in words for line in (word, "")), *lines[at:]]


def beside(lines: list[str], at: int, words: Sequence[str], *, column: int) -> list[str]:
    found, left = list(lines), list(words)
    for index in range(at, len(found)):
        if found[index] and left:
            found[index] = found[index].ljust(column) + " " + left.pop(0)
    return found


def in_a_column(lines: list[str], at: int, words: Sequence[str]) -> list[str]:
    return beside(lines, at, words, column=85)


def behind_the_lines(lines: list[str], at: int, words: Sequence[str]) -> list[str]:
    return beside(lines, at, words, column=0)


MIXED = [
    (letterhead, mixed)
    for letterhead in LETTERHEADS
    for mixed in (on_lines_of_its_own, with_blank_lines, in_a_column, behind_the_lines)
    if (letterhead, mixed) != ("addresses", behind_the_lines)  # without its column a street may be the sentence's
]


@pytest.mark.parametrize(("letterhead", "mixed"), MIXED)
@pytest.mark.parametrize("at", SINGLE)
def test_a_letterhead_inside_the_text_is_taken_out_of_it(
    letterhead: str, mixed: Callable[[list[str], int, Sequence[str]], list[str]], at: int
) -> None:
    assert texts(mixed(LINES, at, LETTERHEADS[letterhead])) == texts(LINES)


@pytest.mark.parametrize("line", ["Migratie", "Programma Verbinding Migratieketen"])
def test_a_line_that_comes_back_inside_sentences_is_no_part_of_them(line: str) -> None:
    paged = [*LINES[:9], line, *LINES[9:21], line, *LINES[21:]]
    assert texts(paged) == texts(LINES)


def test_what_belongs_to_a_letterhead_stays_where_there_is_none() -> None:
    lines = [*LINES[:10], "zoeken, te beginnen aan de", "Turfmarkt 147", "in Den Haag. Daar is het rustig."]
    assert "Turfmarkt 147 in Den Haag" in " ".join(texts(lines))


def test_a_sentence_that_begins_before_a_letterhead_keeps_its_first_word() -> None:
    lines = [
        "1. Opvang", "", "JenV licht toe dat hierover met de burgemeester wordt gesproken en Directoraat-Generaal",
        "dat er deze maand een nieuwe locatie bij komt, in Assen. Hij Migratie",
        "vraagt de provincies om op korte termijn nog meer locaties te zoeken. Datum", "Dat is nodig. 4 april 2024",
    ]  # fmt: skip
    assert "in Assen. Hij vraagt de provincies om" in " ".join(texts(lines))


def test_a_name_and_an_amount_at_a_line_end_beside_a_letterhead_are_the_sentences() -> None:
    lines = [
        "1. Opvang", "", "COA meldt dat de ruimte vol is en dat er op zeer korte termijn nog Directoraat-Generaal", "",
        "extra plekken nodig zijn, waarvoor in het land naar locaties wordt gezocht. Migratie", "",
        "Het is daarom blij met het aanbod van de gemeente Stadskanaal van 250",
        "plekken. Een deel van de bewoners kan daar al in december terecht. Datum",
        "De voorbereiding is begonnen. 4 april 2024",
    ]  # fmt: skip
    assert "het aanbod van de gemeente Stadskanaal van 250 plekken" in " ".join(texts(lines))


@pytest.mark.parametrize("name", ["Ministerie van Financiën", "Ministerie van Justitie en Veiligheid"])
def test_the_name_of_a_ministry_is_a_letterhead_but_not_the_end_of_a_sentence_that_begins_with_it(name: str) -> None:
    sentence = ["Over het bedrag kan nog niets worden gezegd, omdat het overleg daarover met het", f"{name} nog loopt."]
    assert " ".join(sentence) in texts([*LINES, "", *sentence, "", "COA meldt dat er plek is."])
    assert name not in texts([*LINES, "", name, "", "COA meldt dat er plek is."])
