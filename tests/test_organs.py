"""The organs of whom these are the minutes, by their bare names: "het college", "de raad", "het bestuur"."""

from __future__ import annotations

import pytest
from minutes import read

from lrtgraph.records import Record

COLLEGE = "Besluitenlijst B&W 22 maart 2022"
OF_MEPPEL = "Besluitenlijst college van burgemeester en wethouders van Meppel, 22 maart 2022"
COUNCIL = "Verslag gemeenteraad Zwolle, 22 maart 2022"
PROVINCE = "Besluitenlijst Gedeputeerde Staten van Zeeland, 22 maart 2022"
BOARD = "Terugblik VNG-bestuursvergadering 22 maart 2022"
BERAAD = "Veiligheidsberaad bijeen, 4 april 2022"
TABLE = "Verslag Landelijke Regietafel 22 maart 2022"


def minutes(title: str, text: str) -> Record:
    return read(f"{title}\n\n1. Opening\n\nDe voorzitter opent de vergadering.\n\n2. Opvang\n\n{text}\n")


def said(record: Record) -> list[tuple[tuple[str, ...], str]]:
    return [(one.speakers, one.act) for one in record.statements]


def organs(record: Record) -> list[tuple[str, str]]:
    return [(one.text, one.concept) for one in record.mentions if one.rule == "own-organ"]


@pytest.mark.parametrize(
    ("title", "text", "who", "act"),
    [
        (COLLEGE, "Het college vraagt aandacht voor de kosten van de opvang.", "colleges_BenW", "verzoekt"),
        (COLLEGE, "Het college stelt de raad voor het plan vast te stellen.", "colleges_BenW", "stelt_voor"),
        (OF_MEPPEL, "Het college is van mening dat de opvang te duur is.", "colleges_BenW", "bezwaar"),
        (OF_MEPPEL, "De raad vraagt het college om een overzicht.", "gemeenteraden", "verzoekt"),
        (COUNCIL, "Het college antwoordt dat de opvang vol is.", "colleges_BenW", "antwoordt"),
        (COUNCIL, "College: We moeten aan de slag met de opvang.", "colleges_BenW", "verzoekt"),
        (PROVINCE, "Het college vraagt aandacht voor de kosten.", "GedeputeerdeStaten", "verzoekt"),
        (PROVINCE, "Gedeputeerde Staten vragen de gemeenten om plekken.", "GedeputeerdeStaten", "verzoekt"),
        (COUNCIL, "De wethouder antwoordt dat de opvang vol is.", "wethouders", "antwoordt"),
        (
            "Forumverslag\n\nGriffier: M. Bos",
            "De gemeente is klein. Het college stelt uitstel voor.",
            "colleges_BenW",
            "stelt_voor",
        ),
        ("Raadsvergadering 22 maart 2022", "Het college stelt voor te wachten.", "colleges_BenW", "stelt_voor"),
        ("Raadsvergadering gemeente Meppel", "Het college stelt voor te wachten.", "colleges_BenW", "stelt_voor"),
        ("Verslag raadscommissie Wonen", "De raad vraagt het college om een brief.", "gemeenteraden", "verzoekt"),
        ("Forumverslag\n\nGriffier: M. Bos", "De wethouder zegt dat het college wacht.", "wethouders", "informeert"),
        ("Verslag Statenvergadering", "Het college stelt voor te wachten.", "GedeputeerdeStaten", "stelt_voor"),
        (BOARD, "Het bestuur vraagt aandacht voor de kosten van de opvang.", "VNG", "verzoekt"),
        (BOARD, "Het bestuur vindt het belangrijk dat gemeenten meedoen.", "VNG", "verzoekt"),
    ],
)
def test_an_organ_speaks_by_its_bare_name(title: str, text: str, who: str, act: str) -> None:
    assert ((who,), act) in said(minutes(title, text))


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (TABLE, "Het college vraagt aandacht voor de kosten van de opvang."),
        (TABLE, "Het bestuur vraagt aandacht voor de kosten van de opvang."),
        ("Verslag Stuurgroep Havens", "Het college vraagt aandacht voor de kosten van de opvang."),
        ("Verslag LCSV-overleg", "De voorzitter komt daar in het algemeen bestuur op terug."),
        ("Verslag overleg AZC", "Het college en de wethouder vragen aandacht voor de kosten van de opvang."),
        ("Verslag overleg AZC\n\nGriffier: M. Bos", "Het college vraagt aandacht voor de kosten van de opvang."),
        ("Statencommissie\n\nGriffier: M. Bos", "De gedeputeerde sprak de wethouder. Het college wacht."),
        ("Collegevergadering van bestuur", "Het college vraagt aandacht voor de kosten van de opvang."),
        (COUNCIL, "Wethouder Bos antwoordt dat de opvang vol is."),
        (COUNCIL, "De wethouder Bos antwoordt dat de opvang vol is."),
        (COUNCIL, "Wethouder Bos antwoordt dat de opvang vol is. De wethouder vindt dat te duur."),
        (COLLEGE, "Het college van bestuur vraagt aandacht voor de kosten."),
        (COLLEGE, "Een nieuw college vraagt aandacht voor de kosten."),
        (COLLEGE, "De colleges vragen aandacht voor de kosten."),
        (COUNCIL, "De Raad van State vraagt aandacht voor de kosten."),
        (BOARD, "Het bestuur van de school vraagt aandacht voor de kosten."),
        (BOARD, "Het college vraagt aandacht voor de kosten."),
    ],
)
def test_no_organ_is_guessed(title: str, text: str) -> None:
    assert organs(minutes(title, text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Het bestuur bespreekt de moties.",
        "Tenslotte bespreekt het bestuur de moties.",
        "Het bestuur bespreekt de gevolgen voor de komende jaren.",
        "Het bestuur spreekt over de moties.",
        "Het bestuur vergadert elke week op dinsdag over de opvang.",
        "Het bestuur behandelt de begroting.",
        "Het bestuur kijkt terug op een goed congres.",
    ],
)
def test_that_an_organ_sits_is_no_contribution(text: str) -> None:
    assert said(minutes(BOARD, text)) == []
    assert said(minutes(BOARD, f"COA meldt dat de opvang vol is. {text}")) == [(("COA",), "informeert")]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Het bestuur constateert dat de gemeenten hard werken.", "informeert"),
        ("Het bestuur informeert de leden over de moties.", "informeert"),
        ("Volgens het bestuur is de opvang vol.", "informeert"),
        ("Het bestuur stemt in met de brief.", "steunt"),
    ],
)
def test_what_it_says_or_takes_a_stand_on_is_one(text: str, act: str) -> None:
    assert said(minutes(BOARD, text)) == [(("VNG",), act)]


def test_what_others_tell_that_an_organ_did_is_none_of_its_own() -> None:
    told = "IPO meldt dat de opvang vol is. Het stuk werd ondertekend door het VB."
    assert [(one.speakers, one.evidence.text) for one in minutes(BERAAD, told).statements] == [(("IPO",), told)]


def test_a_beraad_speaks_for_itself_and_a_table_does_not() -> None:
    text = "heeft zorgen over de opvang en pleitte vanavond ook voor meer steun."
    assert said(minutes(BERAAD, f"Het Veiligheidsberaad {text}")) == [(("VB",), "bezwaar"), (("VB",), "verzoekt")]
    assert said(minutes(TABLE, f"De LRT {text}")) == []


def test_the_organ_that_met_still_decides() -> None:
    for title, text, who in (
        (BOARD, "Het bestuur besluit een brief te sturen.", "VNG"),
        (BOARD, "Het bestuur stemt er ook mee in de leden een brief toe te sturen.", "VNG"),
        (TABLE, "De tafel stemt ermee in de brief te sturen.", "LRT"),
        (OF_MEPPEL, "Het college stemt in met de nota.", "colleges_BenW"),
        (COUNCIL, "De raad besluit het plan vast te stellen.", "gemeenteraden"),
        ("Raadsvergadering 22 maart 2022", "De raad besluit het plan vast te stellen.", "gemeenteraden"),
        ("Raadsvergadering gemeente Meppel", "De raad besluit het plan vast te stellen.", "Raad_gemeente_Meppel"),
        ("Besluitenlijst collegevergadering", "Het college besluit het plan vast te stellen.", "colleges_BenW"),
    ):
        assert [(one.kind, one.owners) for one in minutes(title, text).outcomes] == [("besluit", (who,))]


def test_a_preposition_before_an_infinitive_is_no_particle_by_itself() -> None:
    for text in ("De tafel komt daarmee in de problemen te zitten.", "De tafel stemt in de zaal te veel."):
        assert minutes(TABLE, text).outcomes == ()


def test_the_place_behind_the_organ_in_the_title_tells_which_government_is_meant() -> None:
    text = "De gemeente vraagt COA om een brief. De provincie vraagt COA om een brief."
    for title, governments in (
        (OF_MEPPEL, ["gemeente:Meppel", "provincies"]),
        (PROVINCE, ["gemeenten", "provincie:Zeeland"]),
        (COLLEGE, ["gemeenten", "provincies"]),
        ("Besluitenlijst B&W over de opvang in Meppel", ["gemeenten", "provincies"]),
    ):
        named = [one.concept for one in minutes(title, text).mentions if one.text in ("gemeente", "provincie")]
        assert named == governments, title


def test_the_board_of_an_organisation_that_met_is_that_organisation() -> None:
    for title, body in ((BOARD, "VNG"), ("Verslag Havenbestuur", None), ("Verslag dagelijks bestuur", None)):
        assert minutes(title, "Het COA meldt dat de opvang vol is.").meeting.body == body


def test_who_speaks_in_a_council_goes_on_where_he_tells_of_it() -> None:
    told = "De heer Bos zegt dat de opvang vol is. De raad krijgt weinig informatie."
    assert [one.evidence.text for one in minutes(COUNCIL, told).statements] == [told]
    house = "VNG vertelt over de opvang. De Tweede Kamer steunt dit."
    assert [one.evidence.text for one in minutes("Verslag Tweede Kamer", house).statements] == [house]
