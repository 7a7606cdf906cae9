"""Targets: the day of a figure, what is planned or held before, and the places that one is not of."""

from __future__ import annotations

from datetime import date
from time import perf_counter

import pytest
from minutes import read_item

from lrtgraph.extraction.targets.days import day_of, is_after, last_day
from lrtgraph.extraction.targets.numbers import Figure, find_numbers
from lrtgraph.records import Target


def read(sentence: str) -> list[Target]:
    """The figures of a sentence in minutes of 12 February 2024."""
    return list(read_item(f"- {sentence}", "Crisisnoodopvang").targets)


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("Het doel is 5.000 plekken eind 2024.", ["eind 2024"]),
        ("Voor eind 2025 geldt een doel van 6.000 plekken.", ["eind 2025"]),
        ("Eind dit jaar moeten er 4.000 plekken zijn.", ["eind 2024"]),
        ("Eind van het jaar moeten er 4.000 plekken zijn.", ["eind van het jaar"]),
        ("De opgave voor 2024 is 3.000 plekken.", ["2024"]),
        ("Er zijn nog 840 plekken; in 2021 waren dat er 1.100.", [None, "2021"]),
        ("In 2021 waren er 1.100 plekken, nu zijn het er 840.", ["2021", None]),
        ("Er zijn 3.150 plekken, tegenover 2.700 in mei.", [None, "mei 2023"]),
        ("Er zijn 3.150 plekken bezet, tegen 2.700 vorig jaar.", [None, "2023"]),
        ("In januari zijn 400 plekken geopend.", ["januari 2024"]),
        ("In december waren er 400 plekken.", ["december 2023"]),
        ("Het aantal plekken bedroeg op 1 december 2.400.", ["2023-12-01"]),
        ("Per 1 februari zijn er 2.400 plekken.", ["2024-02-01"]),
        ("Er zijn 2.650 plekken gerealiseerd, meer dan in 2021.", [None]),
        ("Het aantal van 2.650 plekken ligt onder dat van vorig jaar.", [None]),
        ("In januari kunnen 400 plekken geplaatst worden.", [None]),
        ("In januari waren er 68.000 en in februari 69.000 bewoners.", ["januari 2024", "februari 2024"]),
        ("Per 1 februari zijn er 400 plekken en 200 woningen.", ["2024-02-01", "2024-02-01"]),
        ("Er waren 400 plekken in november en in december.", ["november 2023"]),
        ("In januari is gemeld dat er 3.150 plekken zijn.", [None]),
        ("De opgave is 96.000 plekken per 1 juli 2025; 75.000 plekken zijn gerealiseerd.", ["2025-07-01", None]),
        ("Per 1 februari loopt men 8.100 vergunninghouders achter.", ["2024-02-01"]),
        ("Op 1 januari was de achterstand 7.900 vergunninghouders.", ["2024-01-01"]),
        ("Op 1 september was het tekort 900 plekken.", ["2023-09-01"]),
        ("Per 15 januari is er een tekort van 400 plekken.", ["2024-01-15"]),
        ("Per 1 april ontbreken 400 plekken.", ["2024-04-01"]),
        ("Per 1 oktober is er een tekort van 400 plekken.", ["2024-10-01"]),
        ("De raad heeft op 23 januari ingestemd met 350 plekken, open per 1 mei.", ["2024-05-01"]),
        ("Het college heeft op 3 januari besloten tot 200 plekken.", [None]),
        ("Op 1 juli moeten er 350 plekken zijn, zo is besloten.", ["2024-07-01"]),
        ("Het Rijk had op 1 juli 700 bedden zullen leveren.", ["2023-07-01"]),
        ("Het Rijk had op 1 juli een pand zullen leveren, 700 bedden.", ["2023-07-01"]),
        ("Het Rijk had op 1 juli 700 bedden zullen leveren, per 1 juni komen er 300.", ["2023-07-01", "2024-06-01"]),
        ("Het Rijk zal op 1 juli 700 bedden leveren.", ["2024-07-01"]),
        ("Er moesten op 1 februari 300 plekken zijn.", ["2024-02-01"]),
        ("Er moeten op 1 februari 300 plekken zijn.", ["2025-02-01"]),
        ("Het COA wilde op 1 februari 300 plekken openen.", ["2024-02-01"]),
        ("Het COA wil op 1 februari 300 plekken openen.", ["2025-02-01"]),
        ("Per 1 juli waren 300 plekken gepland.", ["2024-07-01"]),
        ("De afspraak was 225 plekken per regio tot 1 oktober.", ["2024-10-01"]),
        ("Gemeenten werden gevraagd per 1 juli 300 plekken te leveren.", ["2024-07-01"]),
        ("Op 1 februari waren 300 plekken open en per 1 juli komen er 400.", ["2024-02-01", "2024-07-01"]),
        ("De wet is op 1 februari in werking getreden, de opgave is 96.000 plekken.", [None]),
        ("De wet is op 1 februari in werking getreden en de opgave is 96.000 plekken.", [None]),
        ("Gemeenten hebben tot 1 juli om dit te bereiken, er zijn 3.700 plekken nodig.", ["2024-07-01"]),
        ("Op 1 mei is het pand klaar, er komen 300 plekken.", ["2024-05-01"]),
        ("Eind 2023 is er minder gebouwd en het aandeel is al boven de 10%.", [None]),
        ("Er zitten 1.200 mensen waar de brandweer vorig jaar heeft gezegd dat dit niet kan.", [None]),
        ("Corporaties hebben vorig jaar 300 woningen verhuurd.", ["2023"]),
        ("Van de 3.000 flexwoningen die voor eind 2025 zijn afgesproken, staan er 1.120.", ["eind 2025", None]),
        ("Per 1 juli 2026 gaat Ede naar 1.200 plekken; de eerder genoemde 800 zijn van tafel.", ["2026-07-01", None]),
    ],
)
def test_each_figure_has_the_day_that_it_stands_with(sentence: str, days: list[str | None]) -> None:
    assert [one.by for one in read(sentence)] == days


@pytest.mark.parametrize(
    ("sentence", "statuses"),
    [
        ("Er zijn nog 3.150 plekken bezet, tegen 1.500 volgens het afbouwplan.", "realised forecast"),
        ("Er zijn nog 3.150 plekken bezet, terwijl het plan uitging van 1.500.", "realised forecast"),
        ("Het afbouwplan ging uit van 1.500 plekken; er zijn er 3.150.", "forecast realised"),
        ("Volgens de planning zijn er 1.500 plekken, in werkelijkheid 3.150.", "forecast realised"),
        ("Volgens het plan zijn 1.500 plekken gerealiseerd.", "realised"),
        ("Volgens COA zijn er 3.150 plekken bezet.", "realised"),
        ("De verdeelplannen tellen op tot 75.000 plekken.", "forecast"),
        ("In de plannen staan 75.000 plekken.", "forecast"),
        ("De locaties tellen samen 800 plekken.", "realised"),
        ("MAenM ondertekent het verdeelbesluit. Het omvat 80.000 plekken.", "target"),
        ("Er is een verdeelbesluit. De opvang omvat 80.000 plekken.", "realised"),
        ("Samen komen de provincies tot 61.000 plekken.", "forecast"),
        ("De doorlooptijd moet van 14 naar 8 maanden.", "realised target"),
        ("De doorlooptijd ging van 14 naar 8 maanden.", "realised realised"),
        ("Het in mei genoemde aantal van 2.650 plekken was onjuist; het moet 2.450 zijn.", "realised realised"),
        ("Er zijn 2.650 plekken; het moeten er 2.950 zijn.", "realised target"),
        ("Er zijn 2.650 plekken (+250).", "realised"),
    ],
)
def test_what_is_planned_or_divided_is_not_reached(sentence: str, statuses: str) -> None:
    assert " ".join(one.status for one in read(sentence)) == statuses


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("Het doel is verlaagd van 5.000 naar 4.000 plekken.", [5000]),
        ("In plaats van 5.000 plekken geldt nu een doel van 4.000 plekken.", [5000]),
        ("Het oorspronkelijke doel was 5.000 plekken; dat is losgelaten.", [5000]),
        ("Er zijn 2.650 plekken (was: 2.400).", [2400]),
        ("Het aantal van 2.650 plekken klopt niet; het zijn er 2.450.", [2650]),
        ("Er zijn nog 840 plekken; in januari waren dat er 1.100.", [1100]),
        ("Per 1 september waren er 2.400 plekken, per 1 februari 2.650.", [2400]),
        ("Op 1 oktober waren er 1.250 plekken.", [1250]),
        ("Op 1 februari waren er 1.250 plekken.", []),
        ("Van de 5.000 plekken zijn er 4.000 gerealiseerd.", []),
        ("Het aantal van 2.650 plekken klopt.", []),
        ("Het doel van 5.000 plekken is onveranderd.", []),
        ("VNG zegt dat het aantal van 2.650 plekken onjuist is.", [2650]),
        ("VNG zegt dat 2.400 plekken niet juist verdeeld zijn.", []),
        ("VNG vindt 2.400 plekken een verkeerd aantal.", []),
        ("Het oorspronkelijke doel van 5.000 plekken is verlaagd naar 4.000.", [5000]),
        ("Het oorspronkelijke doel van 5.000 plekken blijft staan.", []),
        ("Het eerdere besluit van 300 plekken geldt nog.", []),
        ("De vorige locatie van 300 plekken wordt heropend.", []),
    ],
)
def test_what_held_before_is_no_figure_of_the_meeting(sentence: str, values: list[float]) -> None:
    assert [one.value for one in read(sentence) if one.rule == "former"] == values


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        ("Zonder Zeeland komen de provincies tot 61.000 plekken.", [[]]),
        ("Zonder Ede zijn er in Gelderland 300 plekken.", [["Gelderland"]]),
        ("Alleen Flevoland ontbreekt; de opgave is 96.000 plekken.", [[]]),
        ("In Flevoland ontbreken 300 plekken.", [["Flevoland"]]),
        ("In Ede zijn 300 plekken zonder keuken.", [["Ede"]]),
        ("In Ter Apel verblijven 2.200 mensen. De landelijke bezetting bedraagt 64.000.", [["Ter_Apel"], []]),
        ("Landelijk zijn er 64.000 plekken, in Ter Apel 2.200.", [[], ["Ter_Apel"]]),
        ("In Ter Apel zijn 2.000 plekken. Daarvan zijn er 300 vrij.", [["Ter_Apel"], ["Ter_Apel"]]),
        ("In Ter Apel sliepen 2.117 mensen. Tot de zomer ontbreken 1.200 plekken.", [["Ter_Apel"], []]),
        ("In Ter Apel zijn 2.000 plekken. De bezetting is 2.100.", [["Ter_Apel"], ["Ter_Apel"]]),
        ("In Ter Apel zijn 2.000 plekken. Daar ontbreken 300 plekken.", [["Ter_Apel"], ["Ter_Apel"]]),
        ("In Ede gaan we van 500 naar 650 plekken omdat in Zwolle alles vol is.", [["Ede"], ["Ede"]]),
        ("In Ede komen 650 plekken omdat in Zwolle niets kan.", [["Ede"]]),
        ("Ede krijgt 300 plekken zodra in Ede is gebouwd.", [["Ede"]]),
        ("In Ede komen 650 plekken en in Zwolle niets.", [["Ede", "Zwolle"]]),
        ("De bezetting is 101% en in Ter Apel verblijven 2.090 mensen.", [[], ["Ter_Apel"]]),
        ("De bezetting is 98%, Ter Apel zit boven de 2.000 mensen.", [[], ["Ter_Apel"]]),
        ("Er zijn 1.000 plekken, waarvan 400 in Ede.", [[], ["Ede"]]),
        ("In Ede zijn 1.000 plekken, waarvan 400 bezet.", [["Ede"], ["Ede"]]),
        ("Er zijn 300 plekken vrij, vooral in Ede.", [["Ede"]]),
        ("In Ede verblijven 290 mensen. Voor juni zijn er 630 plekken nodig.", [["Ede"], []]),
        ("In Ede verblijven 290 mensen. Dat aantal moet naar 200.", [["Ede"], ["Ede"]]),
        ("In Ede komen 600 mensen. Die 600 plekken zijn er nog niet.", [["Ede"], ["Ede"]]),
        ("In Ede is een azc met 600 mensen. In het azc zijn 40 kamers vrij.", [["Ede"], ["Ede"]]),
        ("De opgave in Overijssel is 6.480 plekken. Er zijn 5.100 plekken gevonden.", [["Overijssel"], ["Overijssel"]]),
        ("In Ede zijn 800 plekken. De raad van Zwolle is tegen. Hij trekt de 300 plekken in.", [["Ede"], []]),
        ("In Ede zijn 800 plekken. De raad van Ede is tegen. Hij trekt de 300 plekken in.", [["Ede"], ["Ede"]]),
    ],
)
def test_a_figure_is_not_of_a_place_that_is_left_out(sentence: str, places: list[list[str]]) -> None:
    found = [
        [c.partition(":")[2] for c in one.about if c.startswith(("place:", "provincie:"))] for one in read(sentence)
    ]
    assert found == places


def test_a_sentence_of_figures_and_days_without_end_is_read_in_bounded_time() -> None:
    def seconds(clause: str) -> float:
        text = clause * 150
        numbers = find_numbers(text)
        begin = perf_counter()
        for number in numbers:
            day_of(Figure(text, (0, len(text)), number), date(2024, 2, 12), "before")
        return perf_counter() - begin

    assert seconds("in januari waren er 400 plekken en ") < 20 * seconds("in die tijd waren er 400 plekken en ") + 0.2


def test_parts_of_years_have_an_end() -> None:
    assert (str(last_day("medio 2024")), str(last_day("2024-05-03")), last_day("dit jaar")) == (
        "2024-07-31", "2024-05-03", None,
    )  # fmt: skip
    assert is_after("begin 2025", "2024-12-31")
    assert not is_after("begin 2024", "2024-06-12")
