"""Targets: what must be there, is proposed or was refused is not there; parts, former figures and money."""

from __future__ import annotations

import pytest
from minutes import read_item

from lrtgraph.records import Target


def read(sentence: str) -> tuple[Target, ...]:
    """The figures of a sentence in minutes of 12 February 2024."""
    return read_item(f"- {sentence}", "Opvang").targets


MEANT = {
    "De capaciteitsopgave voor 1 januari 2026 bedraagt 88.000 plekken.": ["88000 target"],
    "De winteropgave is 4.000 plekken.": ["4000 target"],
    "De opvangopgave voor 2026 komt uit op 88.000 plekken.": ["88000 target"],
    "De opgave is 96.000 en het COA komt uit op 84.000.": ["96000 target", "84000 forecast"],
    "De opgaveverdeling is besproken; er zijn 300 plekken.": ["300 realised"],
    "De halfjaartaakstelling is 18.750.": ["18750 target"],
    "De restopgave is 1.400 plekken.": ["1400 gap"],
    "De opgave voor 2026 gaat naar 88.000 plekken (raming herijkt).": ["88000 target"],
    "Overijssel krijgt 6.482 plekken, Drenthe 2.100.": ["6482 target", "2100 target"],
    "Zo krijgt Overijssel 6.482 plekken.": ["6482 target"],
    "Ede krijgt er 60 plekken bij.": ["60 forecast"],
    "Ede krijgt naar verwachting 300 plekken.": ["300 forecast"],
    "Ede kreeg 300 plekken opgelegd.": ["300 target"],
    "Het college heeft 150 plekken goedgekeurd.": ["150 target"],
    "De raad keurde 150 plekken goed.": ["150 target"],
    "VNG vindt een reserve van 10.000 plekken te hoog.": ["10000 target"],
    "IPO vindt 10.000 plekken inmiddels te veel.": ["10000 target"],
    "IPO vindt dat er 300 plekken leeg staan.": ["300 realised"],
    "Het IPO steunt het idee van een vaste reserve van 10.000 plekken.": ["10000 target"],
    "Er is nog een reserve van 35 plekken in Ede.": ["35 realised"],
    "COA gebruikt de reserve van 300 plekken.": ["300 realised"],
    "VNG vindt de minimumgrootte van 60 plekken te hoog.": ["60 limit"],
    "COA vraagt gemeenten om op korte termijn 1.500 extra plekken beschikbaar te stellen.": ["1500 need"],
    "COA vraagt gemeenten de 8.000 plekken tot 1 oktober aan te houden.": ["8000 realised"],
    "Er moeten nog ruim 300 plekken bij.": ["300 target"],
    "Dat betekent dat er nog ruim 29.000 plekken moeten worden gevonden.": ["29000 gap"],
    "Ter Apel zit onder 2.000 mensen.": ["2000 limit"],
    "Op die datum verbleven er 2.240 mensen.": ["2240 realised"],
    "Van de 550 resterende flexwoningen zijn er 300 verkocht.": ["550 gap", "300 realised"],
    "Er zijn 2.000 flexwoningen besteld, waarvan er 640 een locatie hebben.": ["2000 forecast", "640 realised"],
    "De taakstelling bedraagt 21.800 en de achterstand 6.100.": ["21800 target", "6100 gap"],
    "De taakstelling voor dit halfjaar 21.800 bedraagt en de achterstand is 6.100.": ["21800 target", "6100 gap"],
    "In Ede zijn 140 plekken en 60 bedden nodig.": ["140 need", "60 need"],
    "In de opvang wachten 18.900 vergunninghouders op een woning.": ["18900 realised"],
    "Bij de AVIM wachten 1.400 asielzoekers.": ["1400 gap"],
    "Per 1 juli zijn naar verwachting 97.000 plekken nodig.": ["97000 need"],
    "Het RVB koopt 2.000 flexwoningen in.": ["2000 forecast"],
    "Doorstroomlocaties bieden nu 2.650 plekken.": ["2650 realised"],
    "Er zijn nu 300 plekken nodig.": ["300 need"],
    "Plafond 3.500 personen; stand 2.850.": ["3500 limit", "2850 realised"],
    "Taakstelling 645, stand 1 november 371.": ["645 target", "371 realised"],
    "COA: tekort nu 3.200 plekken.": ["3200 gap"],
    "Er moeten 6.020 plekken komen, 4.385 staan er.": ["6020 target", "4385 realised"],
    "MVRO houdt vast aan 18.750 vergunninghouders.": ["18750 target"],
    "VNG hield nog vast aan de 2.400 plekken.": ["2400 target"],
    "COA houdt 300 plekken vast.": ["300 realised"],
    "VB had 2.000 plekken gewild.": ["2000 target"],
    "VB had liever 2.000 plekken gezien.": ["2000 target"],
    "Breda oppert dat zij samen 300 plekken overnemen.": ["300 forecast"],
    "Breda oppert dat er 300 plekken leeg staan.": ["300 forecast"],
    "Het voorstel dat AenM voorbereidt: 1.250 plekken.": ["1250 forecast"],
    "Ede bereidt een locatie met 300 plekken voor.": ["300 forecast"],
    "De bereidwillige gemeente Ede heeft 300 plekken.": ["300 realised"],
    "COA heeft 300 plekken gerealiseerd en bereidt er 200 voor.": ["300 realised", "200 forecast"],
    "COA bereidt een brief voor, er zijn 300 plekken.": ["300 realised"],
    "VB had 300 plekken liever niet gesloten.": ["300 realised"],
    "Pas met 3.310 plekken is de opgave gehaald.": ["3310 target"],
    "Ede haalt de opgave van 340 plekken niet.": ["340 target"],
    "Voor 1.200 mensen is de termijn overschreden.": ["1200 realised"],
    "COA beschikt niet over 300 plekken.": ["300 realised"],
    "De bezetting komt niet over de 2.000.": ["2000 limit"],
    "Ter Apel zit deze week onder de 2.000 (1.960).": ["2000 limit", "1960 realised"],
    "Ter Apel (1.960) zit onder de 2.000.": ["1960 realised", "2000 limit"],
    "De grens (2.000) is gehaald.": ["2000 limit"],
    "De 2.000 wordt sinds drie weken niet overschreden.": ["2000 limit"],
    "Ter Apel mag nimmer boven de 2.000 komen.": ["2000 limit"],
    "De bezetting overschrijdt de 2.000.": ["2000 limit"],
    "Het concept telt op tot 3.310 plekken en daarmee wordt de opgave (3.256) gehaald.": [
        "3310 forecast",
        "3256 target",
    ],
    "Het bod bevat 3.310 plekken.": ["3310 forecast"],
    "Het gebouw bevat 3.310 plekken.": ["3310 realised"],
    "Er moeten 438 huizen komen, op 1 januari waren dat er ruim 121.": ["438 target", "121 realised"],
    "Het tekort (300 plekken) is geregeld.": ["300 gap"],
    "Met 3.310 plekken is de opgave gehaald.": ["3310 realised"],
    "Ede haalt haar opgave met 340 plekken.": ["340 realised"],
    "De opgave van 3.310 plekken is gehaald.": ["3310 target"],
    "Ede is bereid van 500 naar 650 plekken te gaan.": ["500 forecast", "650 forecast"],
    "Er zijn nog 650 plekken te gaan.": ["650 gap"],
    "COA geeft aan dat 34.000 plekken nog gevonden moeten worden.": ["34000 gap"],
    "Voor de winter moeten 1.500 plekken worden gevonden.": ["1500 target"],
    "COA heeft 1.300 plekken geopend; meer moeten gevonden worden.": ["1300 realised"],
    "In Ede zijn 800 plekken gevonden die nog ingericht moeten worden.": ["800 realised"],
    "De ontbrekende 8.400 plekken zijn toebedeeld aan 71 gemeenten.": ["8400 gap"],
    "De nog te vinden 6.000 plekken liggen in het westen.": ["6000 gap"],
    "De nog te verwachten 6.000 personen komen in mei.": ["6000 forecast"],
    "Aedes bood woningen aan. De teller bleef steken op 1.350 woningen.": ["1350 realised"],
    "In 2019 is 1.500 plekken afgesproken, het zijn er nu 1.870.": ["1500 target", "1870 realised"],
    "Er zijn nu 300 plekken, er moeten er 500 komen.": ["300 realised", "500 target"],
    "Van de 92.000 plekken die nodig zijn, staan er 74.600.": ["92000 need", "74600 realised"],
    "In Ede zijn plekken; daar staan er 740 in de planning.": ["740 forecast"],
    "Er moeten 438 huizen komen, op 1 januari waren dat er 121.": ["438 target", "121 realised"],
    "Van de 37.500 beloofde flexwoningen staan er 2.100.": ["37500 target", "2100 realised"],
    "Veertien gemeenten liggen achter, waarvan vier meer dan honderd procent van hun opgave.": ["100 gap"],
}


@pytest.mark.parametrize("sentence", MEANT)
def test_what_must_be_there_is_not_there(sentence: str) -> None:
    assert [f"{one.value:.0f} {one.status}" for one in read(sentence)] == MEANT[sentence]


PROMISED = {
    "Van de 600 toegezegde corporatiewoningen zijn er 310 gerealiseerd.": ["600 target", "310 realised"],
    "Van de 500 toegezegde woningen zijn er 120 opgeleverd.": ["500 target", "120 realised"],
    "Van de 90 afgesproken opvangplekken zijn er 12 gerealiseerd.": ["90 target", "12 realised"],
    "Aedes meldt dat van de toegezegde 12.000 woningen er 1.900 zijn toegewezen.": ["12000 target", "1900 realised"],
    "Aedes meldt dat van de 12.000 woningen er in mei 1.900 zijn toegewezen.": ["12000 target", "1900 realised"],
    "Van de 300 plekken die er in mei 2023 zijn geopend is niets over.": ["300 realised"],
    "Er zijn 310 van de 600 beloofde woningen gerealiseerd.": ["310 realised", "600 target"],
    "Er zijn 40 van de 90 afgesproken plekken gerealiseerd.": ["40 realised", "90 target"],
    "Van de 3.700 flexwoningen is het overgrote deel nog niet geplaatst.": ["3700 target"],
    "Van de 300 bewoners is de helft vertrokken.": ["300 realised"],
    "Gemeenten hebben 300 plekken toegezegd.": ["300 forecast"],
    "62% van de indicatieve opgave is ingevuld.": ["62 realised"],
    "Er zijn op dit moment 1.200 plekken te weinig.": ["1200 gap"],
    "Er zijn op dit moment 1.200 plekken bezet.": ["1200 realised"],
    "Nog eens 1.100 plekken zitten in de pijplijn.": ["1100 forecast"],
    "Per 1 januari zijn 77.000 plekken nodig. Bestaande capaciteit: 62.500.": ["77000 need", "62500 realised"],
    "Het RVB koopt op voorraad 2.000 flexwoningen in.": ["2000 forecast"],
    "Er zijn momenteel 1.200 plekken te weinig.": ["1200 gap"],
    "Het verzoek om 500 plekken per regio blijft van kracht.": ["500 target"],
    "Het verzoek om een brief over de 500 plekken is gedaan.": ["500 realised"],
    "Resteert een opgave van 2.376 plekken.": ["2376 gap"],
    "De resterende opgave is 2.376 plekken.": ["2376 gap"],
    "De opgave is 2.376 plekken, waarvan nog niets resteert.": ["2376 target"],
    "Van de 3.000 plekken zijn er 1.200 concreet ingevuld.": ["3000 target", "1200 realised"],
    "62% van de indicatieve opgave moet zijn ingevuld.": ["62 target"],
    "De opgave van 3.000 plekken is nog niet ingevuld.": ["3000 target"],
    "De veiligheidsregio's hebben zich gecommitteerd aan 225 plekken per regio.": ["225 target"],
    "VB verbindt zich aan 225 plekken.": ["225 target"],
    "Er zijn 310 plekken verbonden aan het azc, dat 225 bewoners telt.": ["310 realised", "225 realised"],
    "Gemeenten hebben een inspanningsverplichting voor 225 plekken.": ["225 target"],
    "De regio's staan garant voor 225 plekken.": ["225 forecast"],
    "Het Rijk staat garant voor de huur van de 300 plekken.": ["300 realised"],
    "In 2023 zijn 3.000 statushouders gehuisvest van de 4.100.": ["3000 realised", "4100 target"],
    "Er zijn 3.000 statushouders gehuisvest in de 4.100 woningen.": ["3000 realised", "4100 realised"],
    "COA is de toezegging over 800 plekken nooit nagekomen.": ["800 forecast"],
    "Er zijn 120 gezinnen in Ede.": ["120 realised"],
    "165 van 600 woningen opgeleverd.": ["165 realised", "600 target"],
    "12 van 25 regio's zijn gereed.": ["12 realised", "25 target"],
    "De corporaties hebben 140 woningen opgeleverd.": ["140 realised"],
    "De oproep leverde 140 plekken op.": ["140 realised"],
    "In mei worden 140 woningen opgeleverd.": ["140 forecast"],
    "Breda polst of de 180 woningen dit jaar worden opgeleverd.": ["180 forecast"],
    "Aedes levert 140 woningen op.": ["140 forecast"],
    "De 140 woningen zijn nog niet opgeleverd.": ["140 gap"],
    "Er zijn 300 plekken niet gerealiseerd.": ["300 gap"],
    "Er zijn 300 plekken die niet bezet zijn.": ["300 realised"],
    "Deurne krijgt er 210 toegewezen.": ["210 target"],
    "In mei kregen 300 statushouders een woning toegewezen.": ["300 realised"],
    "Er zijn 210 woningen toegewezen aan statushouders.": ["210 realised"],
    "Ede krijgt van Rijkswege 150 flexwoningen.": ["150 target"],
    "Ede krijgt hulp en heeft 150 woningen.": ["150 realised"],
    "De minister wijst Ede aan voor 300 plekken.": ["300 target"],
    "Ede is aangewezen voor 300 plekken.": ["300 target"],
    "De minister wijst erop dat er 300 plekken zijn.": ["300 realised"],
    "Het COA wijst op een locatie in Ede voor 300 plekken.": ["300 realised"],
    "De gemeenten hebben nu raadsbesluiten liggen voor 31.000 plekken.": ["31000 forecast"],
    "In Ede ligt een voorstel voor 300 plekken in de raad.": ["300 forecast"],
    "Er is grond voor 300 woningen.": ["300 forecast"],
    "Met de bouw van 300 woningen is begonnen.": ["300 forecast"],
    "De bouw is klaar, er zijn 300 woningen.": ["300 realised"],
    "VNG vraagt wanneer de 300 plekken er zijn.": ["300 forecast"],
    "VNG vraagt of 300 plekken genoeg zijn.": ["300 realised"],
    "Het contract voor 300 plekken is getekend.": ["300 realised"],
    "Na het raadsbesluit zijn er 300 plekken geopend.": ["300 realised"],
    "De raad nam een besluit, er zijn 300 plekken.": ["300 realised"],
    "Ede (schriftelijk): 40 woningen klaar voor kerst.": ["40 forecast"],
    "Ede heeft 40 woningen gereed in mei.": ["40 forecast"],
    "Er waren 40 woningen klaar voor kerst.": ["40 realised"],
    "Er zijn 40 woningen klaar voor bewoning.": ["40 realised"],
    "De 40 woningen zijn al gereed voor de zomer.": ["40 realised"],
    "Ede had in januari 40 woningen gereed.": ["40 realised"],
    "Ede gaat terug naar 1.200 plekken.": ["1200 forecast"],
    "Ede ging terug naar 1.200 plekken.": ["1200 realised"],
    "Het aandeel dat naar deze groep gaat is gezakt naar 9%.": ["9 realised"],
    "Wie gaat die 5.400 plekken vervangen?": ["5400 gap"],
    "VNG vraagt wie de 5.400 plekken gaat vervangen.": ["5400 gap"],
    "Wie vervangt de lampen in de 5.400 plekken?": ["5400 realised"],
    "Het Rijk had op 1 februari 700 bedden zullen leveren.": ["700 target"],
    "Het Rijk had de locatie in Ede zullen leveren, 700 bedden.": ["700 target"],
    "Het Rijk had op 1 februari 700 bedden.": ["700 realised"],
    "Er moesten op 1 februari 300 plekken zijn.": ["300 target"],
    "COA moest op 1 februari 300 mensen weigeren.": ["300 realised"],
    "Op 1 mei gaat een pand open met 180 plaatsen.": ["180 forecast"],
    "Op 1 januari ging een pand open met 180 plaatsen.": ["180 realised"],
    "VB mist een antwoord op de brief over een reserve met 4.000 bedden.": ["4000 realised"],
    "COA mist nog zeker 300 plekken.": ["300 gap"],
    "MVRO: achterst. 9.800.": ["9800 gap"],
    "De overige 1.700 mensen zijn ondergebracht in hotels.": ["1700 realised"],
}


@pytest.mark.parametrize("sentence", PROMISED)
def test_what_was_promised_is_not_shown_as_delivered(sentence: str) -> None:
    assert [f"{one.value:.0f} {one.status}" for one in read(sentence)] == PROMISED[sentence]


def test_what_a_row_of_tasks_names_is_to_be_done() -> None:
    head = "| Nr. | Actie | Eigenaar | Gereed |\n|---|---|---|---|\n"
    tasks = "| 1 | 1.200 plekken realiseren | COA | 1 mei |\n| 2 | Overzicht: 300 plekken gevonden | COA | 1 mei |\n"
    found = read_item(head + tasks, "Acties").targets
    assert [f"{one.value:.0f} {one.status}" for one in found] == ["1200 target", "300 realised"]


NOT_YET = {
    "Hengelo is in gesprek met het COA over 200 plekken.": "forecast False",
    "Er lopen gesprekken over verlenging van 1.200 plekken.": "forecast False",
    "Het COA is in gesprek over de 300 plekken die leeg staan.": "realised False",
    "Almelo onderzoekt een locatie voor 150 bewoners.": "forecast False",
    "COA onderzoekt waarom in een pand 300 plekken leeg staan.": "realised False",
    "Hengelo biedt 200 plekken aan.": "forecast False",
    "De raad ziet niet af van 300 plekken.": "realised False",
    "Er komt een reserve van 400 plekken.": "forecast False",
    "De IND heeft 200 aanvragen goedgekeurd.": "realised False",
    "De bezetting ligt boven 2.000 personen.": "realised False",
    "Hengelo trekt het aanbod van 200 plekken in.": "forecast True",
    "De eerder genoemde 800 plekken zijn van tafel.": "forecast True",
    "De eerder genoemde 800 plekken zijn per 1 mei van tafel.": "forecast True",
    "De 800 plekken zijn niet van tafel.": "realised False",
    "Er zijn 800 plekken; een boete is van tafel.": "realised False",
    "Aedes herroept de belofte van 600 woningen.": "forecast True",
    "Aedes herhaalt de belofte van 600 woningen.": "forecast False",
    "Hengelo trekt 200 plekken terug wegens gebrek aan draagvlak.": "forecast True",
    "Het aanbod van het kantoor (80 plekken) vervalt.": "forecast True",
    "Het aanbod van 80 plekken staat nog.": "forecast False",
    "Per 1 juli vervallen 1.900 plekken.": "gap False",
    "Het plan voor 120 plekken in Ede gaat niet door.": "forecast True",
    "Ede meldt dat de locatie aan de Laan (250 plekken) niet doorgaat.": "forecast True",
    "De opvang van 250 mensen gaat niet door de gemeente betaald worden.": "realised False",
    "De raad heeft de 150 plekken in december verworpen.": "forecast True",
    "De raad heeft het bezwaar tegen de 150 plekken verworpen.": "realised False",
    "De raad wees de locatie met 150 plekken af.": "forecast True",
    "De raad wijst op 150 plekken die leeg staan.": "realised False",
    "De raad stemde tegen 150 plekken.": "forecast True",
    "Ede ziet af van 300 plekken.": "forecast True",
    "In januari zijn 200 aanvragen afgewezen.": "realised False",
    "De corporaties bevriezen nu 700 woningen.": "forecast True",
    "De bouw van 350 woningen is bevroren.": "forecast True",
    "Er zijn 350 woningen bevroren.": "forecast True",
    "Ede zegt 400 plekken toe, mits de raad instemt.": "forecast False",
    "Ede zegt dat er 400 plekken zijn.": "realised False",
    "Utrecht belooft 600 plekken.": "forecast False",
    "VNG kan meedoen, mits er 6.000 plekken tegenover staan.": "target False",
    "VNG doet mee, mits de 6.000 plekken die leeg staan meetellen.": "realised False",
    "Aedes houdt het op 1.400 woningen.": "forecast False",
    "Aedes houdt er 1.400 woningen op na.": "realised False",
    "Het RVB zoekt gemeenten: er zijn 800 woningen op voorraad.": "realised False",
}


@pytest.mark.parametrize("sentence", NOT_YET)
def test_what_is_under_talk_or_refused_is_not_there(sentence: str) -> None:
    assert [f"{one.status} {one.rule == 'former'}" for one in read(sentence)] == [NOT_YET[sentence]]


PARTS = {
    "De bezetting bedraagt 70.900, waaronder 17.800 statushouders.": [
        "70900 personen ", "17800 vergunninghouders vergunninghouders",
    ],
    "Het COA vangt 2.000 mensen op, onder wie 400 amv en 200 statushouders.": [
        "2000 personen COA", "400 personen amv", "200 vergunninghouders vergunninghouders",
    ],
    "Er zijn 7.120 plekken in de GOO, waarvan 97 procent bezet.": ["7120 plekken GOO", "97 procent GOO"],
    "In de GOO staan 400 plekken, waarvan 100 bezet.": ["400 plekken GOO", "100 plekken GOO"],
    "De bezetting is gestegen tot 64.000 en de capaciteit tot 66.000.": ["64000 personen ", "66000 plekken "],
    "COA meldt: 66.600 bezet; opgave 96.000.": ["66600 personen COA", "96000 None "],
    "Er zijn 1.240 kleinschalige amv-plekken, en 300 amv wachten.": ["1240 plekken amv", "300 personen amv"],
    "De taakstelling is 18.750. Van de 2.000 flexwoningen staan er 640.": [
        "18750 vergunninghouders taakstelling", "2000 flexwoningen flexwoningen", "640 flexwoningen flexwoningen",
    ],
    "De taakstelling is 18.750. De achterstand is 4.900 vergunninghouders.": [
        "18750 vergunninghouders taakstelling", "4900 vergunninghouders vergunninghouders,taakstelling",
    ],
    "Er zijn 6.500 cno-plekken en 40 werkplekken.": ["6500 plekken CNO"],
    "Er zijn in Ede 310 extra voogden nodig.": ["310 voogden place:Ede"],
    "De corporaties zeggen 600 woningen toe.": ["600 woningen corporaties"],
    "VNG zegt 600 woningen toe.": ["600 woningen "],
    "Het RVB heeft 640 flexwoningen op voorraad.": ["640 flexwoningen RVB,flexwoningen"],
    "Er staan 300 flexwoningen. Het RVB heeft 640 flexwoningen.": [
        "300 flexwoningen flexwoningen", "640 flexwoningen RVB,flexwoningen",
    ],
    "IPO: de achterstand in Gelderland is 390; Ede (120) en Zutphen (95) hebben de grootste achterstand.": [
        "390 None place:Gelderland", "120 None place:Ede", "95 None place:Zutphen",
    ],
    "De achterstand is 390; Ede (120) en Zutphen (95) hebben de grootste achterstand.": [
        "390 None ", "120 None place:Ede", "95 None place:Zutphen",
    ],
}  # fmt: skip


@pytest.mark.parametrize("sentence", PARTS)
def test_a_whole_is_not_of_what_its_part_is(sentence: str) -> None:
    assert [f"{one.value:.0f} {one.unit} {','.join(one.about)}" for one in read(sentence)] == PARTS[sentence]


HELD = {
    "De opgave voor 1 januari 2026 is 88.000 plekken; in november was dat nog 96.000.": [
        "target 2026-01-01 False", "target 2026-01-01 True",
    ],
    "Er zijn 88.000 plekken; in november waren dat er nog 96.000.": [
        "realised None False", "realised november 2023 True",
    ],
    "De taakstelling is 18.750; vorig jaar was dat 17.100.": ["target None False", "target None True"],
    "De belofte om per 1 november onder de 2.000 mensen te komen is niet waargemaakt.": ["limit 2023-11-01 False"],
    "De opgave van 96.000 plekken wordt per 1 november niet gehaald.": ["target 2024-11-01 False"],
    "COA: opgave 1/1/25 96.000 plekken.": ["target 2025-01-01 False"],
    "Op 1 juli zouden er 300 plekken zijn; dat is niet gelukt.": ["forecast 2023-07-01 False"],
}  # fmt: skip


@pytest.mark.parametrize("sentence", HELD)
def test_a_figure_of_before_is_as_the_one_of_now(sentence: str) -> None:
    assert [f"{one.status} {one.by} {one.rule == 'former'}" for one in read(sentence)] == HELD[sentence]


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("De gemeente is in gesprek met 300 omwonenden.", []),
        ("COA meldt een tekort van 140 miljoen op de begroting.", []),
        ("COA heeft ca. 4 mln nodig.", []),
        ("Er is maximaal vier miljoen nodig voor 200 plekken.", [200]),
        ("Er zijn 1,2 miljoen ontheemden.", [1_200_000]),
        ("VRO verhoogt het bedrag van 30.000 naar 38.000 euro.", []),
        ("VRO verhoogt het bedrag van € 30.000 naar 38.000.", []),
        ("De bijdrage per plek daalt van 25.000 tot ruim 20.000 euro.", []),
        ("Ede gaat van 250 naar 380 plekken en betaalt 300 euro.", [250, 380]),
        ("COA krijgt 30.000 euro voor 200 plekken.", [200]),
        ("Er zijn tweeduizend vijfhonderd plekken.", [2500]),
        ("Er is tweeduizend vijfhonderd euro voor 200 plekken.", [200]),
        ("In Ede zijn tweeduizend plekken en in Elst vijfhonderd plekken.", [2000, 500]),
    ],
)
def test_money_and_those_talked_with_are_no_figures(sentence: str, values: list[float]) -> None:
    assert [one.value for one in read(sentence)] == values
