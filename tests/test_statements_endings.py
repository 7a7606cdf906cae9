"""Acts that end: withdrawn objections, support that is taken back, kept promises; and predicates that name the act."""

from __future__ import annotations

from dataclasses import replace

import pytest
from minutes import read, read_item

from lrtgraph.extraction.statements.course.discussion import Discussion
from lrtgraph.extraction.statements.course.floor import Contribution
from lrtgraph.extraction.statements.course.wording import opinion


def told(sentence: str) -> list[tuple[str, str]]:
    return [(statement.speakers[0], statement.act) for statement in read_item(f"- {sentence}").statements]


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("VNG trekt haar bezwaar tegen de bonus in.", "steunt"),
        ("IPO heeft het bezwaar tegen de nieuwe termijn ingetrokken.", "steunt"),
        ("COA ziet af van zijn bezwaar tegen het kader.", "steunt"),
        ("VNG laat haar verzet tegen de HAR varen.", "steunt"),
        ("IPO geeft zijn weerstand tegen de ladder op.", "steunt"),
        ("Door VNG is het bezwaar tegen de ladder ingetrokken.", "steunt"),
        ("COA maakt niet langer bezwaar tegen de planning.", "steunt"),
        ("VNG laat haar kritiek op de bonus varen nu het bedrag naar € 8.500 gaat.", "steunt"),
        ("COA geeft aan dat zijn zorgen over de bonus zijn weggenomen.", "steunt"),
        ("COA geeft aan dat de zorgen over de bonus zijn weggenomen.", "informeert"),
        ("COA geeft aan dat zijn zorgen over de bonus niet zijn weggenomen.", "bezwaar"),
        ("VNG heeft haar bezwaren tegen de bonus heroverwogen.", "informeert"),
        ("VNG heroverweegt haar steun voor de bonus.", "informeert"),
        ("VNG verzoekt het besluit over de bonus te heroverwegen.", "verzoekt"),
        ("COA komt terug op zijn toezegging over de weekcijfers.", "informeert"),
        ("COA komt in mei terug op de planning.", "zegt_toe"),
        ("VNG trekt haar bezwaar tegen de bonus niet in.", "bezwaar"),
        ("IPO trekt zijn steun voor de bonus in.", "bezwaar"),
        ("VNG komt terug op haar eerdere steun voor de bonus.", "bezwaar"),
        ("COA steunt de planning niet meer.", "bezwaar"),
        ("VNG zegt haar steun aan de pilot op.", "bezwaar"),
        ("COA trekt zijn aanbod van 300 plekken in.", "informeert"),
        ("IPO trekt zijn verzoek om uitstel in.", "informeert"),
        ("COA heeft zijn toezegging over de weekcijfers nagekomen.", "informeert"),
        ("VNG vraagt niet om extra overleg.", "informeert"),
        ("VNG vraagt niet om extra overleg, maar om duidelijkheid.", "verzoekt"),
        ("IPO neemt de vraag over de bonus mee terug.", "zegt_toe"),
    ],
)
def test_what_is_left_of_an_act_that_ends(sentence: str, act: str) -> None:
    speaker = next(name for name in ("VNG", "IPO", "COA") if name in sentence)
    assert told(sentence) == [(speaker, act)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Het bezwaar van IPO is vervallen.",
        "Het bezwaar van de VNG is ingetrokken.",
        "De toezegging van COA is nagekomen.",
        "De kritiek van de VNG op de bonus is verstomd.",
        "De vraag van IPO is beantwoord.",
        "De vraag van IPO over de bonus is nog niet beantwoord.",
    ],
)
def test_of_what_is_over_nobody_contributes_anything(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    ["Dhr. Visser zegt toe dat de locatie op 3 juni opent.", "COA garandeert dat er geen locatie sluit."],
)
def test_a_predicate_that_names_the_act_is_trusted_more(sentence: str) -> None:
    assert told(sentence) == [("COA", "zegt_toe")]
    row = Contribution(("COA",), (), "zegt_toe", (), "subject", 0.9, [(0, 0, 9)], plain=False, item=None)
    named = opinion(sentence, replace(row, named="zegt_toe"), Discussion())
    assert named.sure > opinion(sentence, row, Discussion()).sure or named.act == "zegt_toe"


HEAD = "Verslag Landelijke Regietafel (LRT)\n\nVergaderdatum: 12 februari 2024\n\n1. Opvang\n\n"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("De staatssecretaris antwoordt dat het loopt. De minister verzoekt om geduld.", ["SJenV antwoordt"]),
        (
            "De staatssecretaris licht de brief toe. De bewindspersoon verzoekt om geduld.",
            ["SJenV informeert", "SJenV verzoekt"],
        ),
        ("COA licht de cijfers toe. De voorzitter vraagt het ministerie om uitleg.", ["COA informeert"]),
        (
            "JenV licht de wet toe. Het ministerie verzoekt de gemeenten om geduld.",
            ["JenV informeert", "JenV verzoekt"],
        ),
    ],
)
def test_a_title_stands_for_who_holds_it(body: str, expected: list[str]) -> None:
    found = [f"{statement.speakers[0]} {statement.act}" for statement in read(f"{HEAD}- {body}\n").statements]
    assert found == expected


SEATED = (
    "Verslag overleg opvang\n\nVergaderdatum: 12 februari 2024\n\nAanwezig: gedeputeerde Smit (provincie Overijssel), "
    "wethouder Ten Dam (gemeente Ede), dijkgraaf Vos (waterschap Vechtstromen), mw. Nijboer-Pots (VNG), "
    "mw. Bos (COA)\n\n1. Opvang\n\n"
)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Gedeputeerde Smit maakt bezwaar.", ["provincie:Overijssel bezwaar"]),
        ("De gedeputeerde vraagt om uitstel.", ["provincie:Overijssel verzoekt"]),
        ("De gedeputeerde van Drenthe vraagt om uitstel.", ["provincie:Drenthe verzoekt"]),
        ("COA vraagt om uitstel. De wethouder steunt dat.", ["COA verzoekt", "gemeente:Ede steunt"]),
        ("Dijkgraaf Vos maakt bezwaar.", ["waterschap:Vechtstromen bezwaar"]),
        ("Mw. Nijboer maakt bezwaar.", ["VNG bezwaar"]),
        (
            "Lelystad maakt bezwaar tegen de noodopvang. Noordoostpolder steunt dat.",
            ["gemeente:Lelystad bezwaar", "gemeente:Noordoostpolder steunt"],
        ),
    ],
)
def test_an_office_and_half_a_name_stand_for_who_sits_at_the_table(body: str, expected: list[str]) -> None:
    found = [f"{statement.speakers[0]} {statement.act}" for statement in read(f"{SEATED}- {body}\n").statements]
    assert found == expected


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("IPO deelt mee dat het zijn steun voor de HAR intrekt.", "bezwaar"),
        ("Mevrouw Blaak meldt dat het IPO zijn steun voor de HAR intrekt zolang het Rijk niets betaalt.", "bezwaar"),
        ("IPO meldt dat het zijn bezwaar tegen de HAR intrekt.", "steunt"),
        ("IPO laat weten dat het indeplaatsstelling niet langer steunt.", "bezwaar"),
        ("IPO meldt dat het niet langer tegen de HAR is.", "steunt"),
        ("IPO geeft aan niet langer tegen de HAR te zijn.", "steunt"),
        ("IPO is niet langer voor de HAR.", "bezwaar"),
        ("IPO is niet meer voor de HAR.", "bezwaar"),
        ("IPO ziet de HAR inmiddels wel als een nuttig sluitstuk.", "steunt"),
        ("Ede kan zich nu in de HAR vinden, omdat het aandeel van Ede van 900 naar 780 plekken is gegaan.", "steunt"),
        ("IPO ziet, anders dan in maart, nut in de HAR.", "steunt"),
        ("IPO ziet dat anders.", "bezwaar"),
        ("IPO stelt zijn standpunt over de HAR bij: het is nu voor.", "steunt"),
        ("De VNG heeft haar positie gewijzigd: zij is tegen de HAR.", "bezwaar"),
        ("De VNG is van mening veranderd: zij steunt de HAR.", "steunt"),
        ("De VNG stelt haar standpunt niet bij.", "informeert"),
        ("COA stelt de raming bij.", "informeert"),
        ("De VNG is nu voor de HAR.", "steunt"),
        ("Inmiddels is de VNG voor de HAR.", "steunt"),
        ("Anders dan in januari is de VNG nu voor de HAR.", "steunt"),
        ("De VNG meldt dat zij nu voor de HAR is.", "steunt"),
        ("De VNG is nog niet voor de HAR.", "bezwaar"),
        ("Waar VNG eerder tegen de HAR was, is zij nu voor.", "steunt"),
        ("VNG was eerder tegen de HAR.", "informeert"),
        ("VNG was eerder tegen de HAR die nog steeds loopt.", "informeert"),
        ("VNG was eerder tegen de HAR, maar de HAR bestaat nog steeds.", "informeert"),
        ("VNG was tegen de HAR.", "bezwaar"),
        ("VNG was blij met de HAR.", "steunt"),
        ("VNG zou tegen de HAR zijn als het bedrag daalt.", "informeert"),
        ("VNG zou voorstander zijn van een pilot.", "stelt_voor"),
        ("VNG steunt dat niet zolang het geld ontbreekt.", "bezwaar"),
        ("VNG meldt dat niet alle gemeenten meedoen.", "informeert"),
        ("VNG stemt in met verlenging tot 1 februari 2025 en niet langer.", "steunt"),
        ("VNG steunt de HAR niet langer.", "bezwaar"),
        ("VNG is tegen de HAR en niet langer voor.", "bezwaar"),
        ("IPO onthoudt zich.", "informeert"),
        ("IPO onthoudt zich van steun.", "bezwaar"),
    ],
)
def test_who_says_that_his_position_has_changed_has_the_new_one(sentence: str, act: str) -> None:
    assert [one for _, one in told(sentence)] == [act]


@pytest.mark.parametrize(
    "sentence",
    [
        "COA is nu voor de opvang verantwoordelijk.",
        "COA is nu voor 80% vol.",
        "COA is inmiddels voor de zomer gevuld.",
        "Nu is COA voor de plannen aan zet.",
        "De VNG is nu voor een gesprek bij de minister.",
    ],
)
def test_what_somebody_is_for_something_else_is_no_support(sentence: str) -> None:
    assert "steunt" not in {act for _, act in told(sentence)}


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("De vraag van IPO is of dit al is gedaan.", "vraagt"),
        ("De vraag van IPO is wanneer de zorgen zijn opgelost.", "vraagt"),
        ("De zorgen van IPO zijn nog niet weggenomen.", "bezwaar"),
    ],
)
def test_what_is_asked_or_still_held_is_not_over(sentence: str, act: str) -> None:
    assert told(sentence) == [("IPO", act)]


def test_what_somebody_was_before_he_changed_is_told() -> None:
    assert told("VNG was tegen de HAR, maar is inmiddels voor.") == [("VNG", "informeert"), ("VNG", "steunt")]
    assert told("VNG was tegen de HAR, maar COA was voor.") == [("VNG", "bezwaar"), ("COA", "steunt")]
    assert told("VNG was eerst tegen de HAR en COA is dat nog steeds.")[0] == ("VNG", "informeert")
    for turned in ("was aanvankelijk tegen de HAR maar is nu voor", "was tegen de HAR maar steunt die nu"):
        assert told(f"VNG {turned}.") == [("VNG", "informeert"), ("VNG", "steunt")]


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("VNG was eerst tegen de HAR en is dat nu niet meer.", "informeert"),
        ("VNG was eerder tegen de HAR.", "informeert"),
        ("VNG was eerder tegen de HAR die nog steeds loopt.", "informeert"),
        ("VNG was eerder tegen de HAR, maar de HAR bestaat nog steeds.", "informeert"),
        ("VNG heeft haar bezwaar heroverwogen maar blijft tegen de HAR.", "bezwaar"),
        ("VNG heeft haar bezwaar heroverwogen en handhaaft de planning.", "informeert"),
        ("VNG heeft haar bezwaar heroverwogen.", "informeert"),
        ("VNG komt in mei terug op haar toezegging om de HAR te verlengen.", "zegt_toe"),
        ("VNG komt volgende keer terug op de toezegging aan COA.", "zegt_toe"),
        ("VNG komt terug op haar toezegging.", "informeert"),
        ("VNG komt terug op haar steun voor de HAR.", "bezwaar"),
        ("VNG komt terug op haar toezegging van maart.", "informeert"),
    ],
)
def test_what_is_kept_up_or_spoken_of_again_is_not_over(sentence: str, act: str) -> None:
    assert told(sentence) == [("VNG", act)]


@pytest.mark.parametrize("when", ["in mei", "volgende keer"])
def test_who_is_not_at_the_table_promises_to_come_back_to_something(when: str) -> None:
    assert told(f"JenV komt {when} terug op zijn toezegging om de HAR te verlengen.") == [("JenV", "zegt_toe")]
    assert told("JenV komt terug op zijn toezegging.") == []


@pytest.mark.parametrize(
    ("sentence", "towards"),
    [
        ("De vraag van VNG aan COA of de HAR wordt verlengd is nog niet beantwoord.", ("COA",)),
        ("De vraag van VNG aan COA wanneer de HAR stopt is nog niet beantwoord.", ("COA",)),
        ("De vraag van VNG of de HAR wordt verlengd is nog niet beantwoord.", ()),
    ],
)
def test_a_question_that_waits_is_told_with_what_was_asked(sentence: str, towards: tuple[str, ...]) -> None:
    assert [(one.act, one.addressees) for one in read_item(f"- {sentence}", "HAR").statements] == [("vraagt", towards)]


@pytest.mark.parametrize(
    "sentence", ["Net als IPO is VNG niet tegen de HAR.", "VNG is niet tegen de HAR, net als IPO."]
)
def test_who_is_not_against_a_thing_like_another_is_for_it_with_him(sentence: str) -> None:
    assert [(one.speakers, one.act) for one in read_item(f"- {sentence}", "HAR").statements] == [
        (("VNG", "IPO"), "steunt")
    ]


def test_who_tells_that_another_changes_position_only_tells_it() -> None:
    assert told("IPO meldt dat de VNG haar steun voor de HAR intrekt.") == [("IPO", "informeert")]
    assert told("De bezwaren van IPO zijn weggenomen.") == []


@pytest.mark.parametrize(
    ("task", "acts"), [("IPO rapporteert", ["verzoekt"]), ("IPO zegt toe te rapporteren", ["verzoekt", "zegt_toe"])]
)
def test_what_is_announced_as_settled_is_nobodys_promise(task: str, acts: list[str]) -> None:
    body = "VNG vraagt om cijfers.\n\nAfgesproken wordt:\n- SJenV stuurt een brief.\n- {} in juni over de voortgang.\n"
    assert [one.act for one in read_item(body.format(task)).statements] == acts


@pytest.mark.parametrize(
    ("said", "acts"),
    [
        ("COA heeft 77.000 plekken nodig. Bestaande capaciteit: 62.500.", ["informeert"]),
        ("COA schetst de stand. Bestaande capaciteit: 62.500.", ["informeert"]),
        ("COA schetst de stand. Dat is onaanvaardbaar.", ["informeert", "bezwaar"]),
    ],
)
def test_what_is_after_all_the_same_act_goes_on(said: str, acts: list[str]) -> None:
    assert [one.act for one in read_item(f"- {said}", "Opvang").statements] == acts
