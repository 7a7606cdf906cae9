"""How contributions stand to their subjects where their act does not say it: joined objections, and what is to end."""

from __future__ import annotations

from pathlib import Path

import pytest
from minutes import read_item

from lrtgraph import gazetteer, rdf
from lrtgraph.answers.positions import positions as asked
from lrtgraph.rdf.stands import stands
from lrtgraph.store import open_store


def positions(sentences: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """Who stands how to what, as the facts of a graph have it."""
    told = read_item(f"- {sentences}").statements
    return [(one.speakers[0], one.act, one.about) for statement in told for one in stands(statement) if one.about]


@pytest.mark.parametrize(
    "reaction",
    [
        "VNG sluit zich hierbij aan.",
        "VNG sluit zich aan bij IPO.",
        "VNG valt IPO bij.",
        "VNG deelt deze zorgen.",
        "VNG is het daarmee eens.",
        "VNG onderschrijft dit.",
        "VNG eveneens.",
        "VNG kiest de kant van IPO.",
        "VNG staat aan de zijde van het IPO.",
        "VNG deelt de opvatting van IPO.",
        "VNG volgt IPO daarin.",
        "VNG denkt er net zo over.",
        "VNG ziet dat ook zo.",
        "VNG vindt dat ook.",
        "VNG is dezelfde mening toegedaan.",
        "VNG is solidair met IPO.",
        "VNG staat achter IPO.",
        "VNG zit op één lijn met IPO.",
        "VNG geeft IPO gelijk.",
        "VNG doet hetzelfde.",
        "Ook VNG.",
        "Dat geldt ook voor VNG.",
        "Voor VNG geldt hetzelfde.",
        "IPO wordt daarin gesteund door VNG.",
    ],
)
def test_who_joins_an_objection_supports_who_made_it_and_objects_to_the_same(reaction: str) -> None:
    text = f"IPO maakt bezwaar tegen de HAR. {reaction}"
    assert positions(text) == [("IPO", "bezwaar", ("HAR",)), ("VNG", "bezwaar", ("HAR",))]
    joined = read_item(f"- {text}").statements[1]
    assert (joined.act, joined.about, joined.apart) == ("steunt", ("HAR",), ("HAR",))


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("VNG is tegen de HAR en krijgt bijval van IPO.", [("IPO", "bezwaar", ("HAR",))]),
        ("VNG steunt de HAR en krijgt bijval van IPO.", [("IPO", "steunt", ("HAR",))]),
        ("VNG wordt in haar bezwaar tegen de HAR gesteund door IPO.", [("IPO", "bezwaar", ("HAR",))]),
        ("IPO steunt VNG in haar bezwaar tegen de HAR.", [("IPO", "bezwaar", ("HAR",))]),
        ("VNG is tegen de HAR. VNG krijgt bijval van IPO.", [("IPO", "bezwaar", ("HAR",))]),
        ("VNG is tegen de HAR. De HAR krijgt steun van COA.", [("COA", "steunt", ("HAR",))]),
        ("De HAR wordt gesteund door COA.", [("COA", "steunt", ("HAR",))]),
        ("VNG is tegen de HAR. De regeling geldt ook voor COA.", []),
        ("VNG is tegen de HAR. Dit geldt niet voor COA.", []),
        ("COA licht de HAR toe. Dat geldt ook voor VB.", []),
    ],
)
def test_whose_support_somebody_gets_stands_where_he_stands(
    text: str, others: list[tuple[str, str, tuple[str]]]
) -> None:
    told = read_item(f"- {text}", "HAR").statements
    facts = [(one.speakers[0], one.act, one.about) for statement in told for one in stands(statement)]
    found = [(who, act, ("HAR",)) for who, act, about in facts if who != "VNG" and "HAR" in about]
    assert [fact for fact in found if fact[1] in ("steunt", "bezwaar")] == others


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("VNG steunt de HAR, evenals IPO.", [("VNG+IPO", "steunt")]),
        ("VNG steunt de HAR, net als het IPO.", [("VNG+IPO", "steunt")]),
        ("Evenals IPO is VNG tegen de HAR.", [("VNG+IPO", "bezwaar")]),
        ("IPO steunt de HAR; de VNG doet hetzelfde.", [("IPO", "steunt"), ("VNG", "steunt")]),
        ("IPO is voor de HAR; VNG ook.", [("IPO", "steunt"), ("VNG", "steunt")]),
        ("IPO is voor de HAR; VNG niet.", [("IPO", "steunt"), ("VNG", "bezwaar")]),
        ("VNG steunt de HAR, net als het BAK OEK.", [("VNG", "steunt")]),
        ("VNG is tegen de HAR, net als in maart.", [("VNG", "bezwaar")]),
        ("VNG is tegen de HAR, evenals tegen de bonus.", [("VNG", "bezwaar")]),
        ("Net als in maart steunt VNG de HAR.", [("VNG", "steunt")]),
        ("VNG vraagt COA om een plan, net als IPO.", [("VNG", "verzoekt")]),
        ("VNG meldt dat de HAR vol zit, net als COA.", [("VNG", "informeert")]),
    ],
)
def test_companions_speak_together(sentence: str, expected: list[tuple[str, str]]) -> None:
    told = read_item(f"- {sentence}").statements
    assert [("+".join(one.speakers), one.act) for one in told] == expected


@pytest.mark.parametrize(
    "reaction",
    [
        "COA volgt hierin de planning.",
        "COA staat aan de kant.",
        "COA kiest geen partij.",
        "COA steunt hetzelfde plan als in maart.",
        "COA steunt de HAR om dezelfde reden als in maart.",
        "COA is blij met hetzelfde bedrag.",
        "COA deelt de opvatting van VB.",
        "COA vindt de zorgen van IPO terecht.",
    ],
)
def test_who_sides_with_nobody_or_another_does_not_share_an_objection(reaction: str) -> None:
    assert ("COA", "bezwaar", ("HAR",)) not in positions(f"IPO maakt bezwaar tegen de HAR. {reaction}")


@pytest.mark.parametrize(
    "reaction",
    [
        "VNG herkent dit.",
        "VNG is het daar niet mee eens.",
        "VNG deelt die zorg niet.",
        "VNG denkt er niet zo over.",
        "VNG ziet dat niet zo.",
        "VNG volgt IPO daarin niet.",
        "VNG vindt de zorgen van IPO terecht.",
    ],
)
def test_who_grants_or_contradicts_an_objection_only_answers(reaction: str) -> None:
    assert positions(f"IPO maakt bezwaar tegen de HAR. {reaction}")[1] == ("VNG", "antwoordt", ("HAR",))


def test_the_end_of_one_thing_is_not_that_of_another() -> None:
    for sentence in (
        "VNG steunt de Spreidingswet zonder de HAR af te schaffen.",
        "VNG steunt de Spreidingswet door de HAR te schrappen.",
    ):
        assert ("VNG", "bezwaar", ("Spreidingswet",)) not in positions(sentence)
    assert positions("VNG steunt de Spreidingswet, ook na de intrekking ervan.") == [
        ("VNG", "steunt", ("Spreidingswet",))
    ]


def test_support_for_support_and_for_a_proposal_stays() -> None:
    assert positions("IPO steunt de HAR. VNG sluit zich hierbij aan.")[1] == ("VNG", "steunt", ("HAR",))
    assert positions("IPO stelt voor de HAR te verlengen. VNG sluit zich hierbij aan.")[1][1] == "steunt"


def test_an_objection_that_was_never_told_can_be_shared() -> None:
    assert positions("VNG deelt de zorgen over de HAR.") == [("VNG", "bezwaar", ("HAR",))]
    assert positions("VNG begrijpt de bezwaren tegen de HAR.") == [("VNG", "antwoordt", ("HAR",))]


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("VNG is tegen het intrekken van de Spreidingswet.", "steunt"),
        ("VNG maakt bezwaar tegen uitstel van de Spreidingswet.", "steunt"),
        ("VNG steunt de intrekking van de Spreidingswet.", "bezwaar"),
        ("VNG stemt in met het schrappen van de Spreidingswet.", "bezwaar"),
        ("VNG betreurt dat de Spreidingswet wordt ingetrokken.", "steunt"),
        ("VNG is blij dat de Spreidingswet niet wordt ingetrokken.", "steunt"),
        ("VNG is tegen de Spreidingswet.", "bezwaar"),
        ("VNG is geen voorstander van intrekking van de Spreidingswet.", "steunt"),
        ("VNG is niet voor intrekking van de Spreidingswet.", "steunt"),
        ("VNG ziet niets in afschaffing van de Spreidingswet.", "steunt"),
        ("VNG heeft geen behoefte aan beëindiging van de Spreidingswet.", "steunt"),
        ("VNG wil niet dat de Spreidingswet wordt ingetrokken.", "steunt"),
        ("VNG is geen voorstander van het einde van de Spreidingswet.", "steunt"),
        ("VNG kan zich vinden in het einde van de Spreidingswet.", "bezwaar"),
        ("VNG heeft geen bezwaar tegen intrekking van de Spreidingswet.", "bezwaar"),
        ("VNG betreurt het niet intrekken van de Spreidingswet.", "bezwaar"),
        ("VNG is geen voorstander van de Spreidingswet.", "bezwaar"),
    ],
)
def test_who_is_against_the_end_of_something_supports_it(sentence: str, act: str) -> None:
    assert positions(sentence) == [("VNG", act, ("Spreidingswet",))]


@pytest.mark.parametrize("measured", ["strijdig met", "tegenstrijdig met"])
def test_who_measures_something_by_an_end_does_not_judge_that(measured: str) -> None:
    (found,) = positions(f"VNG acht aanwijzen {measured} de aangekondigde intrekking van de Spreidingswet.")
    assert found[1] == "bezwaar"


@pytest.mark.parametrize(
    ("request_", "act"),
    [
        ("IPO pleit voor afschaffing van de Spreidingswet.", "bezwaar"),
        ("IPO dringt aan op intrekking van de Spreidingswet.", "bezwaar"),
        ("IPO vraagt om beëindiging van de Spreidingswet.", "bezwaar"),
        ("IPO wil de Spreidingswet afschaffen.", "bezwaar"),
        ("IPO verzoekt COA de Spreidingswet in te trekken.", "bezwaar"),
        ("IPO verzoekt COA de Spreidingswet niet in te trekken.", "steunt"),
        ("IPO wil dat de Spreidingswet eindigt.", "bezwaar"),
        ("IPO dringt erop aan dat de Spreidingswet niet stopt.", "steunt"),
        ("IPO wil van de Spreidingswet af.", "bezwaar"),
        ("IPO wil zo snel mogelijk af van de Spreidingswet.", "bezwaar"),
        ("Van de Spreidingswet wil IPO af.", "bezwaar"),
        ("IPO vraagt te stoppen met de Spreidingswet.", "bezwaar"),
        ("IPO bepleit afschaffing van de Spreidingswet.", "bezwaar"),
        ("IPO bepleit behoud van de Spreidingswet.", "steunt"),
        ("IPO pleit voor het behoud van de Spreidingswet.", "steunt"),
        ("Door IPO wordt gepleit voor behoud van de Spreidingswet.", "steunt"),
    ],
)
def test_who_asks_for_the_end_of_something_objects_to_it(request_: str, act: str) -> None:
    assert positions(request_) == [("IPO", "verzoekt", ("Spreidingswet",)), ("IPO", act, ("Spreidingswet",))]


@pytest.mark.parametrize(
    "request_",
    [
        "IPO vraagt om een plan voor beëindiging van de HAR.",
        "VNG vraagt COA duidelijk te maken hoe de HAR wordt beëindigd.",
        "VNG verzoekt MVRO het besluit om de HAR te beëindigen te heroverwegen.",
        "VNG vraagt om compensatie bij beëindiging van de HAR.",
        "VNG verzoekt om uitstel van de HAR.",
        "VNG wil van de nadelen van de HAR af.",
        "VNG wil de uitwerking van de HAR in mei af hebben.",
        "VNG wil dat JenV meldt dat de HAR stopt.",
        "VNG vraagt aandacht voor het feit dat de HAR eindigt.",
        "VNG pleit voor behoud van de hoogte van de HAR.",
        "VNG pleit voor een plan voor behoud van de HAR.",
    ],
)
def test_who_asks_for_something_else_about_an_end_does_not_ask_for_it(request_: str) -> None:
    assert {act for _, act, _ in positions(request_)} == {"verzoekt"}


def test_who_joins_an_objection_to_the_end_of_something_supports_it_too() -> None:
    text = "VNG is tegen het intrekken van de Spreidingswet. IPO sluit zich aan bij VNG."
    assert positions(text) == [("VNG", "steunt", ("Spreidingswet",)), ("IPO", "steunt", ("Spreidingswet",))]


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("VNG verzet zich tegen het intrekken van de wet.", "steunt"),
        ("VNG vindt het schrappen van de wet onverstandig.", "steunt"),
        ("VNG maakt bezwaar tegen het voornemen om de Spreidingswet in te trekken.", "steunt"),
        ("VNG maakt bezwaar tegen het plan de wet in te trekken.", "steunt"),
        ("VNG betreurt dat de wet met ingang van 1 mei vervalt.", "steunt"),
        ("VNG vindt dat intrekking te vroeg komt.", "steunt"),
        ("VNG kan leven met het vervallen van de wet.", "bezwaar"),
        ("VNG steunt de beëindiging.", "bezwaar"),
        ("VNG steunt de Spreidingswet, die eind dit jaar afloopt.", "steunt"),
        ("VNG is tegen het schrappen van de passage over de wet.", "informeert"),
    ],
)
def test_what_ends_may_be_meant_by_a_noun_a_plan_or_a_verb(sentence: str, act: str) -> None:
    assert read_item(f"- {sentence}", "Spreidingswet").statements[0].about == ("Spreidingswet",)
    told = read_item(f"- {sentence}", "Spreidingswet").statements
    assert [one.act for statement in told for one in stands(statement) if one.about] == [act]


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("VNG heeft ernstige bezwaren tegen de afbouw van de HAR.", "steunt"),
        ("VNG is tegen het stoppen met de HAR.", "steunt"),
        ("VNG vindt het stoppen van de HAR begrijpelijk.", "bezwaar"),
        ("VNG kan met het stoppen van de HAR leven.", "bezwaar"),
        ("VNG maakt zich zorgen over de HAR die eind dit jaar klaar is.", "bezwaar"),
    ],
)
def test_stopping_and_phasing_out_are_ends(sentence: str, act: str) -> None:
    assert positions(sentence) == [("VNG", act, ("HAR",))]


@pytest.mark.parametrize(
    "announcement",
    [
        "SJenV deelt mee dat de HAR op 1 januari 2025 eindigt.",
        "SJenV kondigt aan dat hij de HAR per 1 mei beëindigt.",
        "De HAR loopt op 1 mei af.",
        "SJenV stelt voor de HAR te beëindigen.",
    ],
)
@pytest.mark.parametrize(
    ("reaction", "act"),
    [
        ("VNG maakt hier bezwaar tegen.", "steunt"),
        ("VNG maakt bezwaar.", "steunt"),
        ("VNG is tegen.", "steunt"),
        ("VNG vindt dit onverstandig.", "steunt"),
        ("VNG is voor.", "bezwaar"),
        ("VNG kan hiermee leven.", "bezwaar"),
        ("VNG steunt dit besluit.", "bezwaar"),
        ("VNG steunt de beëindiging.", "bezwaar"),
        ("VNG steunt de HAR.", "steunt"),
    ],
)
def test_who_reacts_to_an_announced_end_stands_to_that(announcement: str, reaction: str, act: str) -> None:
    assert ("VNG", act, ("HAR",)) in positions(f"{announcement} {reaction}")
    assert ("VNG", "steunt" if act == "bezwaar" else "bezwaar", ("HAR",)) not in positions(f"{announcement} {reaction}")


@pytest.mark.parametrize(
    "before",
    [
        "SJenV meldt dat de HAR niet eindigt.",
        "SJenV meldt dat de HAR eindigt. IPO verzoekt om verlenging van de HAR.",
    ],
)
def test_an_end_that_is_denied_or_behind_something_else_is_not_reacted_to(before: str) -> None:
    assert positions(f"{before} VNG steunt dit.")[-1] == ("VNG", "steunt", ("HAR",))


def test_an_end_may_be_announced_by_the_title_of_the_item() -> None:
    told = read_item("- VNG is tegen.", "Afbouw HAR").statements
    assert [(one.act, one.about) for one in stands(told[0])] == [("bezwaar", ()), ("steunt", ("HAR",))]


def test_who_ends_something_himself_does_not_support_it() -> None:
    assert positions("VNG wil de Spreidingswet intrekken.") == [("VNG", "informeert", ("Spreidingswet",))]


@pytest.mark.parametrize(
    "reaction",
    [
        "IPO ziet dat anders.",
        "IPO denkt daar anders over.",
        "IPO is een andere mening toegedaan.",
        "IPO bestrijdt dat.",
    ],
)
@pytest.mark.parametrize(
    "before",
    [
        "VNG is tegen de HAR.",
        "VNG pleit tegen de HAR.",
        "VNG wil dat de HAR niet wordt verlengd.",
        "VNG wil dat de Spreidingswet niet wordt ingetrokken.",
        "VNG is tegen intrekking van de Spreidingswet.",
    ],
)
def test_who_disagrees_with_an_objection_or_a_request_not_to_only_answers(before: str, reaction: str) -> None:
    stands_now = positions(f"{before} {reaction}")
    assert [act for speaker, act, _ in stands_now if speaker == "IPO"] == ["antwoordt"]


def test_who_joins_a_request_against_something_objects_to_it() -> None:
    text = "VNG wil dat de HAR niet wordt verlengd. IPO steunt dit verzoek."
    assert positions(text)[1] == ("IPO", "bezwaar", ("HAR",))


@pytest.mark.parametrize(
    "announcement",
    [
        "SJenV licht toe dat de HAR per 1 juli in werking treedt en dat de oude regeling vervalt.",
        "SJenV licht toe dat de vorige regeling vervalt en de HAR ervoor in de plaats komt.",
        "SJenV licht toe dat de HAR ingaat en dat de huidige regeling dan vervalt.",
    ],
)
def test_what_makes_room_for_something_new_is_not_its_end(announcement: str) -> None:
    assert positions(f"{announcement} VNG steunt dit.")[-1] == ("VNG", "steunt", ("HAR",))


def test_what_there_is_may_end_where_nothing_else_is_named() -> None:
    text = "SJenV licht de HAR toe. Hij meldt dat de huidige regeling vervalt. VNG steunt dit."
    assert positions(text)[-1] == ("VNG", "bezwaar", ("HAR",))


def test_what_ends_and_is_prolonged_goes_on() -> None:
    text = "SJenV meldt dat de HAR afloopt en daarom wordt verlengd. VNG steunt dit. IPO is tegen."
    assert positions(text)[1:] == [("VNG", "steunt", ("HAR",)), ("IPO", "bezwaar", ("HAR",))]
    text = "De HAR loopt af. VNG steunt een verlenging. IPO steunt dit."
    assert positions(text) == [("VNG", "steunt", ("HAR",)), ("IPO", "steunt", ("HAR",))]


@pytest.mark.parametrize(
    "announcement",
    [
        "SJenV meldt dat de HAR afloopt en niet wordt verlengd.",
        "SJenV meldt dat de HAR afloopt; een verlenging is niet mogelijk.",
        "SJenV meldt dat na de verlenging van vorig jaar de HAR per 1 mei afloopt.",
    ],
)
def test_what_is_not_prolonged_ends(announcement: str) -> None:
    assert positions(f"{announcement} VNG steunt dit.")[-1] == ("VNG", "bezwaar", ("HAR",))


@pytest.mark.parametrize(
    "request_",
    [
        "VNG vraagt de HAR niet alleen te verlengen, maar ook te verbreden.",
        "VNG stelt voor de HAR niet te wijzigen maar te behouden.",
        "VNG wil dat de HAR niet te laat wordt ingevoerd.",
    ],
)
def test_who_joins_a_wish_for_more_of_it_does_not_object_to_it(request_: str) -> None:
    assert ("IPO", "bezwaar", ("HAR",)) not in positions(f"{request_} IPO steunt dit verzoek.")


@pytest.mark.parametrize(
    "told",
    [
        "JenV meldt dat de Tweede Kamer de intrekking van de Spreidingswet heeft verworpen.",
        "JenV meldt dat de intrekking van de Spreidingswet van de baan is.",
        "JenV meldt dat de intrekking van de Spreidingswet wordt uitgesteld.",
    ],
)
def test_who_backs_that_an_end_does_not_come_does_not_back_the_end(told: str) -> None:
    assert ("VNG", "bezwaar", ("Spreidingswet",)) not in positions(f"{told} VNG steunt dit.")


@pytest.mark.parametrize(
    "sentence",
    [
        "VNG kan zich niet vinden in de kritiek op de HAR.",
        "VNG deelt de zorgen over de HAR niet.",
        "VNG verwerpt de kritiek van IPO op de HAR.",
        "VNG is het oneens met het bezwaar van IPO tegen de HAR.",
        "VNG vindt de bezwaren van IPO tegen de HAR onterecht.",
        "VNG vindt dat de kritiek op de HAR niet terecht is.",
        "VNG wuift de bezwaren tegen de HAR weg.",
        "VNG heeft geen begrip voor de bezwaren tegen de HAR.",
        "De bezwaren tegen de HAR zijn volgens VNG onterecht.",
        "VNG betreurt de kritiek op de HAR.",
        "VNG maakt zich zorgen over de weerstand tegen de HAR.",
    ],
)
def test_who_turns_down_the_critics_is_none_of_them(sentence: str) -> None:
    assert ("VNG", "bezwaar", ("HAR",)) not in positions(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "VNG deelt de kritiek op de HAR.",
        "VNG is het eens met de kritiek van IPO op de HAR.",
        "VNG handhaaft haar bezwaar tegen de HAR.",
        "VNG blijft bij de kritiek op de HAR.",
        "VNG verwerpt de HAR ondanks de kritiek van IPO.",
        "VNG kan zich door de bezwaren van gemeenten niet vinden in de HAR.",
        "VNG deelt de zorgen van IPO niet, maar is wel tegen de HAR.",
        "VNG is het niet eens met de HAR en deelt de kritiek van IPO.",
        "VNG wijst de HAR af vanwege de bezwaren van gemeenten.",
        "VNG heeft bezwaren tegen de HAR die IPO niet deelt.",
        "VNG vindt de zorgen over de HAR groot.",
        "VNG vindt de bezwaren tegen de HAR niet onterecht.",
    ],
)
def test_who_has_or_shares_criticism_is_a_critic(sentence: str) -> None:
    acts = {act for speaker, act, about in positions(sentence) if speaker == "VNG" and "HAR" in about}
    assert "steunt" not in acts
    assert "bezwaar" in acts or "onterecht" in sentence


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("IPO is tegen de HAR. VNG betreurt dat.", "antwoordt"),
        ("IPO maakt bezwaar tegen de HAR. VNG vindt dat onterecht.", "antwoordt"),
        ("IPO steunt de HAR niet. VNG vindt dat jammer.", "antwoordt"),
        ("IPO verwerpt de HAR. VNG is daar blij mee.", "antwoordt"),
        ("IPO steunt de HAR. VNG betreurt dat.", "bezwaar"),
        ("IPO steunt de HAR. VNG is daar blij mee.", "steunt"),
        ("IPO is tegen de HAR. VNG betreurt dat de HAR er komt.", "bezwaar"),
    ],
)
def test_who_regrets_an_objection_does_not_object(text: str, act: str) -> None:
    assert positions(text)[1] == ("VNG", act, ("HAR",))


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("De rechter heeft de HAR vernietigd. VNG betreurt dat.", "steunt"),
        ("De Eerste Kamer heeft de HAR verworpen. VNG is daar blij mee.", "bezwaar"),
        ("De HAR is geschorst. VNG vindt dat jammer.", "steunt"),
        ("VNG is blij dat de HAR is verworpen.", "bezwaar"),
        ("VNG vreest dat de HAR wordt vernietigd.", "steunt"),
        ("De HAR is verlengd. VNG is daar blij mee.", "steunt"),
        ("De HAR is ingevoerd. VNG betreurt dat.", "bezwaar"),
        ("SJenV meldt dat de HAR niet wordt geschorst. VNG is daar blij mee.", "steunt"),
        ("De schorsing van de HAR is opgeheven. VNG is daar blij mee.", "steunt"),
        ("IPO wijst de HAR af. VNG is tegen.", "bezwaar"),
        ("IPO verwerpt de HAR. VNG sluit zich daarbij aan.", "bezwaar"),
        ("VNG wijst de HAR af.", "bezwaar"),
        ("VNG vindt dat de HAR niet werkt.", "bezwaar"),
        ("SJenV meldt dat de HAR goed werkt. VNG is daar blij mee.", "steunt"),
        ("SJenV meldt dat de HAR niet alleen voor steden is. VNG is daar blij mee.", "steunt"),
    ],
)
def test_who_regrets_what_befell_something_is_for_it(text: str, act: str) -> None:
    assert {told for who, told, about in positions(text) if who == "VNG" and "HAR" in about} == {act}


@pytest.mark.parametrize(
    "text",
    [
        "Er maken weinig gemeenten gebruik van de HAR. VNG betreurt dat.",
        "De Kamer heeft een motie tegen de HAR aangenomen. VNG is daar blij mee.",
        "De HAR loopt vertraging op. VNG vindt dat jammer.",
        "SJenV zal de HAR niet handhaven. VNG vindt dat onacceptabel.",
        "SJenV trekt het budget voor de HAR in. VNG is daar tegen.",
        "SJenV meldt dat de HAR niet genoeg oplevert. VNG deelt dat beeld.",
        "VNG betreurt dat weinig gemeenten de HAR gebruiken.",
        "SJenV deelt mee dat de HAR stopt. COA vraagt om een overgangstermijn. VNG steunt dit verzoek.",
        "SJenV heeft de motie ontraden. VNG steunt de motie.",
    ],
)
def test_where_it_cannot_be_told_there_is_no_position(text: str) -> None:
    told = [one for statement in read_item(f"- {text}", "HAR").statements for one in stands(statement)]
    assert not any("HAR" in one.about and one.act in ("steunt", "bezwaar") for one in told if one.speakers == ("VNG",))


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("COA vraagt om een overgangstermijn. VNG kan zich vinden in het besluit.", "informeert"),
        ("COA vraagt om een overgangstermijn. VNG betreurt het besluit.", "informeert"),
        ("COA meldt dat er in de HAR nog 300 mensen zitten. VNG steunt het besluit.", "informeert"),
        ("COA is het eens met dit besluit. VNG heeft er moeite mee.", "steunt"),
        ("Later is besloten de HAR te verlengen. VNG steunt het besluit.", "steunt"),
        ("COA stelt voor de HAR te verbreden. VNG steunt het voorstel.", "steunt"),
        ("COA vraagt naar de planning. VNG vindt de HAR onwerkbaar.", "bezwaar"),
    ],
)
def test_an_announced_end_is_kept_in_mind(text: str, act: str) -> None:
    told = positions(f"SJenV deelt mee dat de HAR stopt. {text}")
    assert [one for who, one, about in told if who == "VNG" and about] == [act]


def test_an_objection_to_a_repeal_counts_for_what_it_repeals() -> None:
    told = positions("VNG is tegen de intrekkingswet.")
    assert ("VNG", "bezwaar", ("intrekkingswet_spreidingswet",)) in told
    assert ("VNG", "steunt", ("Spreidingswet",)) in told


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("VNG is geen tegenstander van de HAR.", "steunt"),
        ("VNG is geen voorstander van de HAR.", "bezwaar"),
        ("VNG is tegen de HAR en niet tevreden over de termijn.", "bezwaar"),
        ("VNG vindt de HAR niet slecht.", "steunt"),
        ("VNG vindt de HAR niet goed.", "bezwaar"),
        ("VNG vindt de HAR niet slecht maar te duur.", "bezwaar"),
        ("VNG vindt de HAR geen succes.", "bezwaar"),
        ("VNG kan niet anders dan de HAR steunen.", "steunt"),
        ("VNG kan niet anders dan de HAR afwijzen.", "bezwaar"),
        ("VNG wil de HAR niet beëindigen.", "steunt"),
        ("VNG wil de HAR niet uitvoeren.", "bezwaar"),
    ],
)
def test_who_denies_to_be_against_is_not(sentence: str, act: str) -> None:
    assert [one for who, one, about in positions(sentence) if about] == [act]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("IPO is tegen een boete.", [("bezwaar", (), ("HAR",))]),
        ("VNG is tegen de HAR.", [("bezwaar", ("HAR",), ())]),
        ("VNG licht de HAR toe.", [("informeert", ("HAR",), ())]),
    ],
)
def test_what_is_said_under_an_instrument_is_one_row_of_its_positions(
    tmp_path: Path, said: str, expected: list[tuple[str, tuple[str, ...], tuple[str, ...]]]
) -> None:
    listed = gazetteer.load()
    with open_store(str(tmp_path / "graph.db"), write=True) as store:
        store.replace([], [*gazetteer.quads(), *rdf.quads(read_item(f"- {said}", "HAR"), listed)])
        told = [(row.act, row.about, row.under) for row in asked(store, "HAR")]
        actor = said.split()[0]

        assert told == expected
        assert [(row.act, row.about, row.under) for row in asked(store, actor)] == expected
        for act in ("informeert", "bezwaar"):
            assert [row.act for row in asked(store, "HAR", act=act)] == [each for each, *_ in expected if each == act]
