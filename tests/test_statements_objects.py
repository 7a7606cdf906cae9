"""What somebody names as what he is for or against leaves no room for the topic of the item or of another clause."""

from __future__ import annotations

import pytest
from minutes import read_item


def abouts(body: str, title: str = "Spreidingswet") -> list[tuple[str, tuple[str, ...]]]:
    """The act of each contribution, and what it is about."""
    return [(one.act, one.about) for one in read_item(body, title).statements]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("- IPO maakt bezwaar tegen de HAR.", [("bezwaar", ("HAR",))]),
        (
            "- VNG steunt de HAR, maar maakt bezwaar tegen indeplaatsstelling.",
            [("steunt", ("HAR",)), ("bezwaar", ("indeplaatsstelling",))],
        ),
        (
            "- COA heeft zorgen over de HAR en stemt in met het BAK OEK.",
            [("bezwaar", ("HAR",)), ("steunt", ("BAK_OEK",))],
        ),
        ("- COA is tegen verlenging van de HAR.", [("bezwaar", ("HAR",))]),
        ("- VNG is kritisch op de crisisnoodopvang.", [("bezwaar", ("CNO",))]),
        ("- VNG is voor.", [("steunt", ("Spreidingswet",))]),  # names nothing: the item is meant
        (
            "- VNG heeft moeite met de bonus.",
            [("bezwaar", ("bonus", "Spreidingswet"))],
        ),  # a part of what the item is on
    ],
)
def test_what_is_named_as_the_object_of_a_stance_is_what_it_is_about(
    body: str, expected: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert abouts(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("- IPO is tegen de HAR en voor het BAK OEK.", [("bezwaar", ("HAR",)), ("steunt", ("BAK_OEK",))]),
        (
            "- VNG is niet tegen de HAR, maar wel tegen het BAK OEK.",
            [("steunt", ("HAR",)), ("bezwaar", ("BAK_OEK",))],
        ),
        (
            "- VNG heeft bedenkingen bij de HAR, niet bij het BAK OEK.",
            [("bezwaar", ("HAR",)), ("steunt", ("BAK_OEK",))],
        ),
        ("- VNG steunt de HAR, IPO het BAK OEK.", [("steunt", ("HAR",)), ("steunt", ("BAK_OEK",))]),
    ],
)
def test_two_sides_in_one_sentence_are_two_stances(body: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    assert abouts(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "- VNG kan de HAR steunen als het BAK OEK wordt verlengd.",
        "- VNG steunt de HAR niet, tenzij het BAK OEK wordt verlengd.",
        "- Met het oog op het BAK OEK maakt VNG bezwaar tegen de HAR.",
        "- VNG vindt de HAR beter dan het BAK OEK.",
        "- Hoewel VNG het BAK OEK steunt, is zij tegen de HAR.",
        "- VNG steunt de HAR, mits wordt vastgehouden aan het BAK OEK.",
        "- VNG steunt de HAR, mits met verlenging van het BAK OEK.",
        "- Mocht het BAK OEK vervallen, dan steunt VNG de HAR.",
        "- VNG steunt de HAR als het BAK OEK wordt afgeschaft.",
        "- VNG is tegen de HAR, aangezien het BAK OEK al bestaat.",
        "- VNG is voorstander van de HAR, omdat het BAK OEK tekortschiet.",
        "- VNG staat weer achter de HAR, nu het BAK OEK is verlengd.",
        "- VNG stemt in met de HAR nu het BAK OEK is verlengd.",
        "- Nu het BAK OEK is verlengd, steunt VNG de HAR.",
        "- VNG heeft bezwaar tegen de HAR, want het BAK OEK bestaat al.",
    ],
)
def test_what_stands_in_a_condition_or_comparison_is_not_what_somebody_is_for_or_against(body: str) -> None:
    (said,) = read_item(body, "Voortgang").statements
    assert "HAR" in said.about
    assert (said.apart, said.stance) == (("BAK_OEK",), "informeert")


@pytest.mark.parametrize(
    "body",
    [
        "- IPO steunt de HAR en, indien nodig, het BAK OEK.",
        "- COA maakt bezwaar tegen de HAR en, indien nodig, tegen het BAK OEK.",
        "- VNG is nu voor de HAR en het BAK OEK.",
        "- VNG is tegen de HAR en tegen het BAK OEK, omdat beide te duur zijn.",
        "- VNG maakt bezwaar, omdat het BAK OEK en de HAR te duur zijn.",
        "- VNG staat achter de HAR en het BAK OEK.",
    ],
)
def test_a_condition_word_without_a_clause_around_the_name_sets_nothing_apart(body: str) -> None:
    said = read_item(body, "Voortgang").statements
    assert {concept for one in said for concept in one.about} == {"HAR", "BAK_OEK"}
    assert not any(one.apart for one in said)


@pytest.mark.parametrize(
    ("reaction", "towards"),
    [
        ("IPO kan ermee leven als de termijn langer wordt.", ("COA",)),
        ("IPO kan hiermee instemmen, mits het kort is.", ("COA",)),
        ("IPO gaat daarmee akkoord.", ("COA",)),
        ("IPO wel: vrijblijvendheid heeft ons hier gebracht.", ("COA",)),
        ("IPO sluit zich daarbij aan.", ("VNG",)),
        ("IPO deelt dat bezwaar.", ("VNG",)),
        ("IPO kan met dat bezwaar leven.", ("VNG",)),
    ],
)
def test_who_accepts_behind_an_objection_accepts_what_was_proposed(reaction: str, towards: tuple[str, ...]) -> None:
    said = read_item(f"- COA wil een naar rato verdeling. VNG is daartegen. {reaction}").statements
    assert (said[-1].act, said[-1].addressees) == ("steunt", towards)


def test_what_is_accepted_where_nobody_proposed_it_is_nobodys() -> None:
    said = read_item("- VNG is daartegen. IPO kan ermee leven.").statements
    assert [one.addressees for one in said] == [(), ()]


@pytest.mark.parametrize(
    ("body", "towards"),
    [
        ("VNG stelt een pilot voor. COA reageert dat dit niet kan. IPO steunt dit voorstel.", ("VNG",)),
        ("VNG stelt een pilot voor. COA steunt dit voorstel. IPO is tegen het voorstel.", ("VNG",)),
        ("VNG uit zorgen over de HAR. COA herkent dit. IPO deelt deze zorg.", ("VNG",)),
        ("COA vraagt om haast. VNG heeft zorgen over de HAR. IPO ondersteunt het verzoek.", ("COA",)),
        ("VNG stelt een pilot voor. IPO steunt het voorstel om te wachten.", ()),  # another
        ("COA licht de HAR toe. IPO steunt het voorstel.", ()),  # nobody made one here
    ],
)
def test_what_is_called_by_its_act_is_that_of_who_did_so(body: str, towards: tuple[str, ...]) -> None:
    assert read_item(f"- {body}").statements[-1].addressees == towards


@pytest.mark.parametrize(
    ("body", "towards"),
    [
        ("- Het IPO steunt de VNG.", ("VNG",)),
        ("- IPO staat achter VNG.", ("VNG",)),
        ("- IPO schaart zich achter VNG.", ("VNG",)),
        ("- COA bestrijdt VNG.", ("VNG",)),
        ("- MBZK gaat niet mee met VNG.", ("VNG",)),
        ("- IPO steunt mevrouw Otten.", ("MBZK",)),
        ("- COA steunt gemeenten met geld.", ()),  # many who are helped
        ("- JenV steunt het COA met extra middelen.", ()),
    ],
)
def test_who_sides_with_a_party_does_so_towards_it(body: str, towards: tuple[str, ...]) -> None:
    (said,) = read_item(body).statements
    assert said.addressees == towards


@pytest.mark.parametrize(
    ("body", "act"),
    [
        ("- SJenV zegt dat het kabinet tegen de HAR is.", "bezwaar"),
        ("- Minister Faber geeft aan dat het kabinet tegen dit voorstel is.", "bezwaar"),
        ("- VNG zegt dat het kabinet de HAR steunt.", "informeert"),
        ("- COA houdt de afspraak aan.", "informeert"),  # it is put off, and nobody is held to it
        ("- VNG houdt MBZK aan de toezegging over het tijdpad.", "verzoekt"),
    ],
)
def test_whose_stance_is_told_and_whose_particle_a_word_is(body: str, act: str) -> None:
    (said,) = read_item(body, "HAR").statements
    assert said.act == act


@pytest.mark.parametrize(
    "body",
    [
        "- VNG waarschuwt voor tekorten, niet voor het eerst.",
        "- VNG heeft zorgen over de opvang in de regio, niet in de laatste plaats over de kosten.",
        "- VB heeft bezwaar tegen opening in januari, niet in maart.",
        "- VNG waarschuwt voor overlast in Ter Apel, niet in Budel.",
        "- VNG is bezorgd over de druk op gemeenten, niet op het COA.",
        "- VNG twijfelt aan de cijfers, niet aan de inzet.",
    ],
)
def test_what_is_denied_of_an_objection_is_no_support(body: str) -> None:
    assert [said.act for said in read_item(body).statements] == ["bezwaar"]


@pytest.mark.parametrize(
    "body",
    [
        "- Gemeenten kunnen de voortgang volgen in het dashboard.",
        "- COA kan de instroom per week volgen via het dashboard.",
        "- COA gaat mee met VNG op werkbezoek.",
    ],
)
def test_who_keeps_track_or_comes_along_is_not_for_it(body: str) -> None:
    assert "steunt" not in [said.act for said in read_item(body).statements]


def test_who_does_so_too_does_it_towards_the_same() -> None:
    said = read_item("- VNG steunt VB hierin. IPO ook.").statements
    assert [one.addressees for one in said] == [("VB",), ("VB",)]
    assert read_item("- VNG steunt IPO hierin. IPO ook.").statements[-1].addressees == ()
