"""Targets: which numbers count, and as what, on hand-made blocks."""

from __future__ import annotations

from functools import cache

import pytest
import spacy
from blocks import document, layout
from hypothesis import given, settings
from hypothesis import strategies as st
from minutes import read_item
from spacy.language import Language

from lrtgraph.extraction.context import Reading
from lrtgraph.extraction.targets import targets
from lrtgraph.extraction.targets.numbers import find_numbers
from lrtgraph.gazetteer import load
from lrtgraph.language import SENTENCES
from lrtgraph.linking import Linker
from lrtgraph.records import Meeting, Target

GAZETTEER = load()
LINKER = Linker(GAZETTEER)


@cache
def sentences() -> Language:
    """A pipeline of tokens and sentence starts alone: targets ask for no more than that, and for nouns of no list."""
    nlp = spacy.blank("nl")
    nlp.add_pipe(SENTENCES)
    return nlp


def read(text: str) -> tuple[Target, ...]:
    blocks = layout(text)
    links = LINKER.link(document(text), blocks, ())
    docs = tuple(sentences().pipe(block.text for block in blocks.blocks))
    meeting = Meeting(date="2024-03-07", earliest="2024-03-07", latest="2024-03-07")
    return targets(Reading(document(text), blocks, docs, links.mentions, GAZETTEER, meeting, ()))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Er is een achterstand van ongeveer 5100 plekken.", "5100 plekken gap"),
        ("Er verblijven 2.140 personen, terwijl 2.000 de grens is.", "2140 personen realised, 2000 personen limit"),
        ("Van de 96.000 benodigde plekken zijn er 71.250 geregeld.", "96000 plekken need, 71250 plekken realised"),
        ("Minimaal 12 en maximaal 25 colleges van B&W doen mee.", "12 colleges limit, 25 colleges limit"),
        ("De opgave om 61.200 asielopvangplekken gerealiseerd te hebben.", "61200 plekken target"),
        ("MPP gaat uit van 49.500 nieuwe asielzoekers.", "49500 personen forecast"),
        ("Rond de 11% gaat naar statushouders, waar 12 procent nodig is.", "11 procent realised, 12 procent need"),
        ("COA koppelt meer dan 90% binnen twee weken.", "90 procent realised, 2 weken limit"),
        ("Het streven is koppeling binnen twee weken.", "2 weken limit"),
        ("Van de meldingen is 94 procent binnen twee weken geregistreerd.", "94 procent realised, 2 weken limit"),
        ("AVIM zet 45 man extra in.", "45 personen forecast"),
        ("Vorig jaar zijn 29.000 inburgeraars gestart.", "29000 personen realised"),
        ("Aedes maakte vijftig studio's vrij.", "50 woningen realised"),
        ("Van de 15 beoogde flexwoningen zijn er 9 open.", "15 flexwoningen target, 9 flexwoningen realised"),
        ("De doelstelling van 20.000 blijft.", "20000 vergunninghouders target"),
        ("De capaciteitsraming bedraagt 96.000 plekken.", "96000 plekken forecast"),
        ("De capaciteitsraming was op 1 maart bekendgemaakt: 96.000 plekken.", "96000 plekken forecast"),
        ("COA raamt 96.000 plekken.", "96000 plekken forecast"),
        ("COA schat 4.000 plekken nodig te hebben.", "4000 plekken need"),
        ("Geraamd waren 40.000 plekken, het werden er 45.000.", "40000 plekken forecast, 45000 plekken realised"),
        ("Er is zicht op 9.800 plekken.", "9800 plekken forecast"),
        ("Aedes stelt in 2025 14.000 woningen beschikbaar.", "14000 woningen forecast"),
        ("Ede stelde 300 plekken beschikbaar.", "300 plekken realised"),
        ("Er zijn 200 plekken beschikbaar.", "200 plekken realised"),
        (
            "Opgave 18.560, gerealiseerd 8.720, in voorbereiding 5.900, tekort 3.940.",
            "18560 None target, 8720 None realised, 5900 None forecast, 3940 None gap",
        ),
        ("Er is een tekort van 3.750 plekken ten opzichte van de 5.000.", "3750 plekken gap, 5000 plekken target"),
        ("VNG vraagt 96.000 plekken te spreiden.", "96000 plekken need"),
        ("VNG vraagt of 300 plekken genoeg zijn.", "300 plekken realised"),
        (
            "Er zijn 4.350 crisisnoodopvangplekken, vorig jaar 8.100 CNO-plekken.",
            "4350 plekken realised, 8100 plekken realised",
        ),
        ("Het aantal plekken in de crisisnoodopvang is 3.150.", "3150 plekken realised"),
        ("Het aantal CNO-plekken bedraagt nu 4.600.", "4600 plekken realised"),
        ("Nu hebben 118 van de 342 gemeenten een besluit genomen.", "118 gemeenten realised, 342 gemeenten target"),
        (
            "Er zijn 14 colleges van B&W aangesloten, dat moeten er 20 worden.",
            "14 colleges realised, 20 colleges target",
        ),
        ("De koppeling duurt soms zes weken, terwijl twee weken is afgesproken.", "6 weken realised, 2 weken limit"),
        ("Elke PRT krijgt minimaal 2 fte.", "2 fte limit"),
        ("Ede wil 200 plekken openen.", "200 plekken forecast"),
        ("In Ede komen 400 plekken.", "400 plekken forecast"),
        ("Wij gaan uit van 49.500 asielzoekers.", "49500 personen forecast"),
        ("Er worden in Ede 1.500 plekken gebouwd.", "1500 plekken forecast"),
        ("Deze zomer sluiten 4.300 plekken.", "4300 plekken forecast"),
        ("Er zijn nog 3.000 plekken te gaan.", "3000 plekken gap"),
        ("COA zoekt 2.000 plekken.", "2000 plekken need"),
        ("COA zoekt: 2.000 plekken.", "2000 plekken need"),
        ("Ede wil, zodra dat kan, 200 plekken openen.", "200 plekken forecast"),
        ("Er zijn 300 amv te veel in Ter Apel.", "300 personen gap"),
        ("Er zijn 85 amv in Limburg zonder passende plek.", "85 personen gap"),
        ("Er zijn 2.315 van de 2.600 plekken bezet.", "2315 plekken realised, 2600 plekken realised"),
        ("Van de 11.870 plekken zijn er 8.240 gerealiseerd.", "11870 plekken target, 8240 plekken realised"),
        ("Er staan 5.930 van de 13.800 woningen.", "5930 woningen realised, 13800 woningen target"),
        ("Er zijn veertien bedden nodig.", "14 bedden need"),
        ("De wachttijd is 14 maanden.", "14 maanden realised"),
        ("In Goes slapen sinds vorige week 140 personen in een hal.", "140 personen realised"),
        ("Dertien van de zestig flexwoningen zijn geopend.", "13 flexwoningen realised, 60 flexwoningen realised"),
        ("De tafel stemt in met de locatie Ede voor 150 plekken.", "150 plekken target"),
        ("De tafel besluit tot de uitruil van 60 plekken.", "60 plekken target"),
        ("Besloten is tot 120 in plaats van 150 plekken.", "120 plekken target"),
        ("Er komen 500 plekken beschikbaar.", "500 plekken forecast"),
        ("Ede heeft al 900 plekken en zou er 350 bij krijgen.", "900 plekken realised, 350 plekken forecast"),
        ("Er zijn acht doorstroomlocaties nodig.", "8 doorstroomlocaties need"),
        ("Daarvoor heeft het COA acht doorstroomlocaties nodig.", "8 doorstroomlocaties need"),
        ("Er zijn al 300 plekken nodig.", "300 plekken need"),
        ("Er zijn al 300 plekken tekort.", "300 plekken gap"),
        ("Er moeten al 500 plekken bij.", "500 plekken target"),
        ("Zoals afgesproken zijn 350 plekken gerealiseerd in Ede.", "350 plekken realised"),
        ("COA heeft zoals afgesproken 300 plekken geopend.", "300 plekken realised"),
        ("COA meldt dat 400 plekken zijn verschoven naar Ede.", "400 plekken realised"),
        ("Er ontbreekt anderhalf procent.", "1.5 procent gap"),
        ("Er ontbreken tweehonderdvijftig bedden.", "250 bedden gap"),
        ("Er zijn vijftien duizend plekken nodig.", "15000 plekken need"),
        ("Op 9 mei hebben 23 gemeenten de hele taakstelling voor dit jaar gehaald.", "23 gemeenten realised"),
        ("De wachttijd is nu 9 dagen, bij een norm van 4 dagen.", "9 dagen realised, 4 dagen limit"),
        ("De doorlooptijd moet onder de acht weken blijven.", "8 weken limit"),
        ("Nidos wil dat amv binnen zes dagen op een vaste plek zitten.", "6 dagen limit"),
        ("In Emmen is het aantal vergunninghouders onder de 2000 gebleven.", "2000 vergunninghouders limit"),
        ("De achterstand bedraagt nu 9.450 vergunninghouders.", "9450 vergunninghouders gap"),
        ("De taakstelling voor dit halfjaar telt 18.750 plekken.", "18750 plekken target"),
        ("Voor de zomer zijn er 6.000 extra plekken nodig.", "6000 plekken need"),
        ("Per 1 juli vervallen 1.900 plekken.", "1900 plekken gap"),
        ("De MPP voorziet in juli 5.100 asielzoekers.", "5100 personen forecast"),
        ("In januari 1900 vergunninghouders gehuisvest.", "1900 vergunninghouders realised"),
        ("Een taakstelling in de tweede helft van 2023 van 27.300.", "27300 vergunninghouders target"),
        ("In Ter Apel is twee keer de grens van 2000 overschreden.", "2000 None limit"),
        ("Nog maar 6 van de beoogde 25 locaties zijn open.", "6 locaties realised, 25 locaties target"),
        ("VB meldt dat 21 van de 25 regio's een verband hebben gevormd.", "21 regio's realised, 25 regio's target"),
        ("Het COA koppelt negen van de tien mensen binnen twee weken.", "90 procent realised, 2 weken limit"),
        ("Acht van de tien inwoners steunen de opvang.", "80 procent realised"),
        ("De bezetting gaat van 14 naar 5 fte.", "14 fte realised, 5 fte realised"),
        ("Er zijn 41 locaties met nieuwe bewoners geopend.", "41 locaties realised"),
        ("De tijd tussen koppeling en huisvesting is opgelopen tot 29 weken.", "29 weken realised"),
        ("De afhandeling van een melding duurt gemiddeld zestien dagen.", "16 dagen realised"),
        ("Aanmelden van derdelanders gebeurt straks in groepen van maximaal 50 per dag.", "50 personen limit"),
        ("Er is 98,5% van de 25 duizend plekken bezet.", "98.5 procent realised, 25000 plekken realised"),
        ("De locatie in Goes opent op 1 februari 2025 met 120 plekken.", "120 plekken forecast"),
        ("In Goes worden begin 2025 60 woningen geplaatst.", "60 woningen forecast"),
        ("In Goes zijn begin 2024 60 woningen geplaatst.", "60 woningen realised"),
        ("De tafel stemt in met 5.470 plekken.", "5470 plekken target"),
        ("De verdeling van 5.470 plekken is besproken.", "5470 plekken target"),
        ("Locaties vanaf 20 plekken tellen mee.", "20 plekken limit"),
        ("Goes krijgt er 60 plekken bij.", "60 plekken forecast"),
        ("Eind januari waren er 2.604 plekken in gebruik.", "2604 plekken realised"),
        ("In oktober moeten de eerste 120 flexwoningen in gebruik worden genomen.", "120 flexwoningen target"),
        ("De achterstand op de taakstelling bedraagt 11.200.", "11200 vergunninghouders gap"),
        ("Goes telt 90 plekken; Tholen moet er 145 realiseren.", "90 plekken realised, 145 plekken target"),
        ("Er zijn 6.200 plekken meer dan nu in beeld.", "6200 plekken gap"),
        ("Het doel voor 2030 is 0,75 TWh.", "0.75 TWh target"),
    ],
)
def test_numbers_that_count(text: str, expected: str) -> None:
    found = (f"{t.value:g} {str(t.unit).split()[0]} {t.status}" for t in read(text))
    assert ", ".join(found) == expected


@pytest.mark.parametrize(
    "text",
    [
        "De LRT van 9 november 2022 en de 2 vergaderingen daarna.",
        "Er is € 2.500 per jaar en 3,5 miljoen euro beschikbaar.",
        "Zie artikel 12 lid 3, bijlage 4, agendapunt 5 en trede 0.",
        "Er zijn 8 VR's bezig en 83 colleges van B&W stoppen.",
        "In week 23 komt er tweehonderd duizend euro, en in lid 120 personen.",
        "JenV stuurt binnen twee weken een brief.",
        "Elke gemeente met 50.000 inwoners opent een loket.",
        "In een wijk van 2.400 inwoners zijn 12 van de 40 inwoners gereed met de cursus.",
        "Uiterlijk in 2025 volgt 2023-II; alles op 1 plek.",
        "De vergadering duurt van 13.30 tot 15.15 uur.",
        "RVB heeft 3 locaties in aanbod.",
        "COA en gemeenten nemen eerst twintig dossiers door.",
        "De regio blijft hiervoor twee medewerkers leveren.",
        "Gemeenten hebben in 2023 meer mensen gehuisvest dan ooit.",
        "Bij twee van de drie gemeenten loopt het gesprek stroef.",
        "Zij mogen maximaal zes maanden in een hotel verblijven.",
        "Met zeven van de twaalf gemeenten is gesproken.",
        "LCSV spreekt de vijf regio's met de grootste afwijking aan.",
        "De notitie is binnen twee weken gereed, de brief met maximaal tien dagen uitstel.",
        "De vergadering duurt langer dan twee uur. De contracten lopen tot 12 maanden na de verkiezingen.",
        "VNG overlegt drie keer per week.",
        "Dat is 1.260 meer dan de opgave voor 2023.",
        "VB acht doorstroomlocaties niet nodig, en men acht woningen schaars.",
        "In ten minste zes regio's begint het werk nog; de plekken zijn verdeeld over 14 locaties.",
        "Begin mei moeten 40 gemeente Budel en 12 Spreidingswet gerealiseerd zijn.",
    ],
)
def test_numbers_that_do_not_count(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Per 1 januari 2025 moeten er 300 plekken zijn.", "2025-01-01"),
        ("Vóór 1 juli moeten er 300 plekken zijn.", "2024-07-01"),
        ("Tot het einde van het jaar ontbreken 300 plekken.", "einde van het jaar"),
        ("Er zijn 300 plekken nodig.", None),
        ("In de 1e helft van 2025 komen er 300 plekken.", "1e helft van 2025"),
        ("Het doel tot en met 2030 is 300 plekken.", "2030"),
    ],
)
def test_the_date_by_which_it_holds(text: str, by: str | None) -> None:
    assert [t.by for t in read(text)] == [by]


def test_what_a_sentence_leaves_open_is_as_in_the_one_before() -> None:
    first, second = read(
        "In Ter Apel zijn 2000 plekken nodig tot het einde van het jaar. Twee locaties van 1000 plekken."
    )
    assert (second.status, second.by, second.about) == (first.status, first.by, first.about) == (
        "need", "einde van het jaar", ("place:Ter_Apel",),
    )  # fmt: skip


def test_the_span_holds_qualifier_and_noun() -> None:
    (target,) = read("Een tekort van ruim 1.200 extra plekken dreigt.")
    assert target.evidence.text == "ruim 1.200 extra plekken"


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="0123456789.,% -€enmaxplekjuliw()", max_size=40))
def test_numbers_slice_back(text: str) -> None:
    for number in find_numbers(text):
        assert 0 <= number.first <= number.start < number.end <= len(text)
        assert number.value >= 0
    for target in read(text):
        assert target.evidence.text == text[target.evidence.start : target.evidence.end]


ELLIPTIC = {
    "Er zijn 3.150 plekken in gebruik. Voor het einde van het jaar vallen er 480 weg.": [3150, 480],
    "Corporaties klagen over flexwoningen. Zij hebben er 400 op voorraad.": [400],
    "Voor de regio zijn samenwerkingsverbanden bedacht, minimaal 12 en maximaal 25.": [12, 25],
    "Het aantal samenwerkingsverbanden is op ten hoogste 25 gesteld.": [25],
    "Van de beoogde doorstroomlocaties zijn er 12 open.": [12],
    "De vergadering duurt lang. Er zijn er 12 aanwezig.": [],
    "Er zijn nu 1.380 plekken. 410 daarvan zijn tijdelijk.": [1380, 410],
    "Er zijn nu 1.380 plekken. Daarvan is in 410 weken niets gemeld.": [1380],
    "Van de wet is weinig bekend. 410 daarvan zijn tijdelijk.": [],
    "17 samenwerkingsverbanden operationeel, 4 in oprichting.": [17, 4],
    "17 samenwerkingsverbanden operationeel, in bijlage 4 de namen.": [17],
    "Er zijn 3 wetten, 4 in voorbereiding.": [],
    "Er zijn 8 VR's bezig met de opvang.": [],
    "Een locatie is in bespreking. De vergunning geldt maximaal 10.": [],
    "Van de gemeenten doen er 30 mee. Van hen hebben er 7 gereageerd.": [],
    "Op 4 maart komt er een brief. Dan zijn er 3 mogelijkheden.": [],
}


@pytest.mark.parametrize("text", ELLIPTIC)
def test_a_number_without_a_noun_counts_what_was_named(text: str) -> None:
    assert [target.value for target in read(f"1. Opvang\n\n- {text}\n")] == ELLIPTIC[text]


def test_the_time_that_a_coupling_takes() -> None:
    assert [t.value for t in read("1. X\n\n- De koppeling wordt binnen twee weken tot stand gebracht.\n")] == [2]
    assert read("1. X\n\n- COA stuurt binnen twee weken een notitie over de koppeling.\n") == ()


def test_what_has_been_reached_has_no_date_to_come() -> None:
    reached, meant = read("Er zijn 3.020 plekken gerealiseerd; de opgave is 4.310 plekken per 1 juli 2025.")
    assert (reached.status, reached.by) == ("realised", None)
    assert (meant.status, meant.by) == ("target", "2025-07-01")


def test_megawatts_are_no_ladies() -> None:
    assert [t.unit for t in read("1. X\n\n- Er is 3 MW beschikbaar.\n")] == ["MW"]
    assert read("1. X\n\n- Beschikbaar zijn dhr. Bos en 12 mw. Kok.\n") == ()


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("In Gelderland zijn 140 plekken gereed en in Utrecht 95.", ["140 place:Gelderland", "95 place:Utrecht"]),
        ("Er zijn 140 plekken in Gelderland en 95 plekken in Utrecht.", ["140 place:Gelderland", "95 place:Utrecht"]),
        ("Ede levert 40 plekken in 2025, Zutphen 60 in 2026.", ["40 gemeente:Ede", "60 place:Zutphen"]),
        ("Locaties met minder dan 100 plekken vallen af.", ["100 "]),
        ("Er zijn 140 plekken in Gelderland, in Utrecht 95.", ["140 place:Gelderland", "95 place:Utrecht"]),
        ("Er zijn plekken in Ede (600) en Zutphen (120).", ["600 place:Ede", "120 place:Zutphen"]),
        ("In Ede en Zutphen, samen goed voor 800 plekken, zijn 2 panden.", ["800 place:Ede place:Zutphen"]),
        ("Er zijn niet 75.500 maar 77.100 plekken nodig.", ["77100 "]),
    ],
)
def test_each_figure_of_a_list_has_its_own_place(sentence: str, expected: list[str]) -> None:
    found = [
        f"{one.value:.0f} {' '.join(c for c in one.about if c.startswith(('place:', 'gemeente:')))}"
        for one in read(sentence)
    ]
    assert found == expected


def test_a_figure_that_names_nothing_is_about_what_the_one_before_it_counts_or_its_title_names() -> None:
    first, goal = read_item("- Er zijn 320 plekken in doorstroomlocaties. Doel is 5.000 plekken.").targets
    assert first.about == goal.about == ("doorstroomlocaties",)
    assert [one.about for one in read_item("- De opgave blijft 96.000 plekken.", "Spreidingswet").targets] == [
        ("Spreidingswet",)
    ]
    assert [one.about for one in read_item("- De opgave blijft 96.000 plekken.", "HAR en flexwoningen").targets] == [()]


def test_the_day_of_a_new_figure_is_not_that_of_the_old_one() -> None:
    old, new = read("De opgave is verhoogd van 9.100 naar 11.870 plekken per 1 juli 2025.")
    assert (old.by, new.by) == (None, "2025-07-01")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("In de locatie Ede wonen 200 statushouders die zelf kunnen koken.", ["200 realised"]),
        ("De bewoners komen uit 40 landen; er zijn 300 bewoners.", ["300 realised"]),
        ("De bewoners komen uit 40 landen, er zijn 300 bewoners.", ["300 realised"]),
        ("De vergadering sluit om 16.00 uur; er zijn 1.200 plekken.", ["1200 realised"]),
        ("Er is te veel onrust rond de 300 plekken in Ede.", ["300 realised"]),
        ("Te veel regels: 200 plekken staan leeg.", ["200 realised"]),
        ("300 plekken in Ede is te veel.", ["300 realised"]),
        ("Zonder geschikte locatie blijven 300 plekken leeg.", ["300 realised"]),
        ("In Ede staan 85 woningen zonder geschikte keuken.", ["85 realised"]),
        (
            "Locaties met minder dan 100 plekken worden gesloten: het gaat om 3.200 plekken.",
            ["100 limit", "3200 realised"],
        ),
        (
            "Er zijn 5.930 van 13.800 plekken; in Ede zijn het 200 plekken.",
            ["5930 realised", "13800 target", "200 realised"],
        ),
        ("De tafel bespreekt agendapunt 4 van 12 en de 1.200 plekken die gereed zijn.", ["1200 realised"]),
    ],
)
def test_words_of_another_clause_or_another_figure_give_no_status(sentence: str, expected: list[str]) -> None:
    assert [f"{one.value:.0f} {one.status}" for one in read(sentence)] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Het aantal gaat van 9.100 naar 11.870 plekken per 1 juli 2025.", ["realised None", "forecast 2025-07-01"]),
        ("Gezinnen verhuizen van 200 naar 300 plekken per 1 mei.", ["realised None", "forecast 2024-05-01"]),
        (
            "Het aantal ging van 9.100 naar 11.870 plekken per 1 februari 2024.",
            ["realised None", "realised 2024-02-01"],
        ),
        ("De opgave gaat van 9.100 naar 11.870 plekken per 1 juli 2025.", ["target None", "target 2025-07-01"]),
    ],
)
def test_a_figure_of_a_day_to_come_is_not_reached_because_the_one_before_it_is(
    sentence: str, expected: list[str]
) -> None:
    assert [f"{one.status} {one.by}" for one in read(sentence)] == expected


def test_a_part_says_nothing_of_its_whole() -> None:
    whole, part = read("In de opvang verblijven 64.300 bewoners, van wie 16.100 vergunninghouders.")
    assert (whole.about, part.about) == ((), ("vergunninghouders",))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Regio Foodvalley komt 600 plekken tekort, regio Achterhoek 450.", ["FoodValley", "Achterhoek"]),
        ("Arnhem biedt 300 plekken, Nijmegen 150 en Ede 75.", ["Arnhem", "Nijmegen", "Ede"]),
    ],
)
def test_each_region_has_its_own_figure(sentence: str, expected: list[str]) -> None:
    assert [" ".join(one.about).rpartition(":")[2].rpartition("_")[2] for one in read(sentence)] == expected


def test_the_day_on_which_a_figure_was_told_is_not_its_day() -> None:
    assert [one.by for one in read("De raming van 300 plekken is op 1 maart gepubliceerd.")] == [None]


TABLES = {
    "| Gemeente | Opgave | Gerealiseerd | Tekort |\n|---|---|---|---|\n"
    "| Ede | 1.150 | 900 | 250 |\n| Totaal | 3.000 | 2.100 | 900 |\n": [
        "1150 None target None place:Ede", "900 None realised None place:Ede", "250 None gap None place:Ede",
        "3000 None target None", "2100 None realised None", "900 None gap None",
    ],
    "| Peildatum | Opvangplekken | Doorstroomlocaties |\n|---|---|---|\n| 1 januari 2024 | 75.500 | 32 |\n": [
        "75500 plekken realised 2024-01-01", "32 doorstroomlocaties realised 2024-01-01 doorstroomlocaties",
    ],
    "Stand van de opvangplekken:\n\n| Provincie | 2023 | 2025 |\n|---|---|---|\n| Drenthe | 900 | 1.200 |\n": [
        "900 plekken realised 2023 place:Drenthe", "1200 plekken forecast 2025 place:Drenthe",
    ],
    "| Post | Bedrag | Kosten |\n|---|---|---|\n| Zaalhuur | 1.200 | 300 |\n": [],
    "| Agendapunt | Tijd in minuten | Pagina |\n|---|---|---|\n| HAR | 30 | 4 |\n": [],
    "| Verzuim | 2022 | 2023 |\n|---|---|---|\n| Ziek | 4,1 | 5,2 |\n": [],
    "| Onderwerp | 2023 | 2024 |\n|---|---|---|\n| Overhead | 40 | 45 |\n": [],
    "| Regio | Bezoeken | Doel |\n|---|---|---|\n| Noord | 12 | 15 |\n": [],
}  # fmt: skip


@pytest.mark.parametrize("table", TABLES)
def test_heads_and_labels_say_what_the_cells_of_a_table_count(table: str) -> None:
    found = [f"{t.value:.0f} {t.unit} {t.status} {t.by} {' '.join(t.about)}".strip() for t in read_item(table).targets]
    assert found == TABLES[table]


@pytest.mark.parametrize(
    ("told", "counted"),
    [
        ("Op 18 maart was er een omwonendenoverleg in Ede. Er waren 12 medewerkers van de gemeente.", []),
        ("Op de avond waren 15 medewerkers van de gemeente aanwezig.", []),
        ("Op de locatie werken 25 medewerkers van het COA.", [25]),
        ("Ten tijde van het vorige overleg waren 3.000 plekken beschikbaar.", [3000]),
    ],
)
def test_those_who_came_to_a_meeting_measure_nothing(told: str, counted: list[float]) -> None:
    assert [one.value for one in read_item(f"- {told}").targets] == counted


@pytest.mark.parametrize(
    ("told", "counted"),
    [
        ("Het college keert een toeslag uit bij een inkomen tot maximaal 120% van het sociaal minimum.", []),
        ("Wie minder dan 130% van de bijstandsnorm verdient, krijgt een toeslag.", []),
        ("Het doel is minimaal 30% sociale huur in de regio.", [30]),
        ("Van de statushouders heeft 40% een inkomen uit werk.", [40]),
    ],
)
def test_a_share_of_an_income_is_a_condition(told: str, counted: list[float]) -> None:
    assert [one.value for one in read_item(f"- {told}").targets] == counted
