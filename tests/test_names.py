"""Names as people type them, on the gold records with the packaged gazetteer and on the small graph."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from world import World

from lrtgraph import names
from lrtgraph import vocabulary as v
from lrtgraph.errors import InputError, UnknownNameError
from lrtgraph.store import Store


@pytest.fixture
def world() -> World:
    return World()


@pytest.mark.parametrize(
    "typed",
    [
        "BAK_OEK", "BAK OEK", "bak oek", "bak_oek", " Bak-Oek ", "bestuurlijk afsprakenkader",
        "Bestuurlijk Afsprakenkader opvang Oekraiense ontheemden",
        "https://w3id.org/lrtgraph/id/concept/BAK_OEK", "afsprakenkader opvang",
        "het BAK OEK", "Het bestuurlijk afsprakenkader",
    ],
)  # fmt: skip
def test_one_concept_by_all_its_names(world: World, typed: str) -> None:
    assert names.resolve(world, typed).id == "BAK_OEK"


@pytest.mark.parametrize(("typed", "meant"), [("De Jonge", "person:De_Jonge"), ("het COA", "COA"), ("de VNG", "VNG")])
def test_an_article_may_be_typed_and_is_part_of_some_names(gold_store: Store, typed: str, meant: str) -> None:
    assert names.resolve(gold_store, typed).id == meant


@pytest.mark.parametrize("typed", ["de", "het", "de zeppelin"])
def test_an_article_alone_means_nothing(gold_store: Store, typed: str) -> None:
    with pytest.raises(UnknownNameError):
        names.resolve(gold_store, typed)


def test_the_label_comes_in_the_language_asked_for(gold_store: Store) -> None:
    assert names.resolve(gold_store, "COA").label == "Centraal Orgaan opvang asielzoekers"
    assert names.resolve(gold_store, "COA", "en").label == "Central Agency for the Reception of Asylum Seekers"


def test_persons_and_places_have_names(gold_store: Store) -> None:
    assert names.resolve(gold_store, "person:Klijnsma").id == "person:Klijnsma"
    assert names.resolve(gold_store, "klijnsma").id == "person:Klijnsma"
    assert names.resolve(gold_store, "ter apel").id == "place:Ter_Apel"


@pytest.mark.parametrize(
    ("typed", "near"), [("Spredingswet", "Spreidingswet"), ("Veiligheidsbraad", "Veiligheidsberaad")]
)
def test_a_slip_is_an_error_with_what_was_meant(gold_store: Store, typed: str, near: str) -> None:
    with pytest.raises(UnknownNameError) as error:
        names.resolve(gold_store, typed)

    assert near in error.value.suggestions
    assert "did you mean" in str(error.value)


@pytest.mark.parametrize("typed", ["", "   ", "--", "qqqqzzzz", "x> } DROP ALL", "http://not an iri", 'a"b\\c\n'])
def test_what_nothing_has_is_an_error_without_guesses(gold_store: Store, typed: str) -> None:
    with pytest.raises(UnknownNameError) as error:
        names.resolve(gold_store, typed)

    assert error.value.suggestions == ()


def test_an_id_wins_over_an_alias_and_an_alias_over_a_misspelling(world: World) -> None:
    graph = ox.NamedNode(v.GAZETTEER_GRAPH)
    vng, ipo = (ox.NamedNode(v.concept_iri(name)) for name in ("VNG", "IPO"))
    world.store.add(ox.Quad(ipo, ox.NamedNode(v.iri("skos:altLabel")), ox.Literal("vng", language="nl"), graph))
    world.store.add(ox.Quad(vng, ox.NamedNode(v.iri("skos:altLabel")), ox.Literal("De Bond", language="nl"), graph))
    world.store.add(ox.Quad(ipo, ox.NamedNode(v.iri("skos:hiddenLabel")), ox.Literal("de bond", language="nl"), graph))

    assert names.resolve(world, "vng").id == "VNG"
    assert names.resolve(world, "DE BOND").id == "VNG"


def test_a_name_of_several_names_them(world: World) -> None:
    graph = ox.NamedNode(v.GAZETTEER_GRAPH)
    for name in ("VNG", "IPO"):
        label = ox.Quad(
            ox.NamedNode(v.concept_iri(name)), ox.NamedNode(v.iri("skos:altLabel")), ox.Literal("koepel"), graph
        )
        world.store.add(label)

    with pytest.raises(InputError, match="several: IPO, VNG"):
        names.resolve(world, "Koepel")


def test_terms_of_our_schemes_are_no_names(world: World) -> None:
    act = ox.NamedNode(v.scheme_member(v.ACT_SCHEME, "bezwaar"))
    world.store.add(
        ox.Quad(act, ox.NamedNode(v.iri("skos:prefLabel")), ox.Literal("bezwaar"), ox.NamedNode(v.ONTOLOGY_GRAPH))
    )

    with pytest.raises(UnknownNameError):
        names.resolve(world, "bezwaar")


@pytest.mark.parametrize(
    "typed",
    [
        "lrt-2024-01-10", "LRT 2024-01-10", "lrt 2024 01 10", "2024-01-10", " 2024-01-10 ", "d1.txt", "D1",
        "10 januari 2024", "10-1-2024", "LRT 10 januari 2024", "lrt 10-01-2024",
        v.meeting_named("lrt-2024-01-10"),
    ],
)  # fmt: skip
def test_a_meeting_by_all_its_names(world: World, typed: str) -> None:
    assert names.meeting(world, typed).id == "lrt-2024-01-10"


def test_a_day_on_which_two_tables_met_is_the_name_of_both(world: World) -> None:
    other, graph = ox.NamedNode(v.meeting_named("prt-2024-01-10")), ox.NamedNode(v.ONTOLOGY_GRAPH)
    day = ox.Literal("2024-01-10", datatype=ox.NamedNode(v.NAMESPACES["xsd"] + "date"))
    for prop, value in (("rdf:type", ox.NamedNode(v.MEETING)), ("rdfs:label", ox.Literal("PRT")), ("lrt:date", day)):
        world.store.add(ox.Quad(other, ox.NamedNode(v.iri(prop)), value, graph))

    assert names.meeting(world, "prt-2024-01-10").label == "PRT"
    with pytest.raises(InputError, match="lrt-2024-01-10, prt-2024-01-10; give the id"):
        names.meeting(world, "2024-01-10")


def test_a_meeting_without_a_date_by_its_document(world: World) -> None:
    found = names.meeting(world, "d3.txt")

    assert found.label == "HLRT (2024-04-01 – 2024-05-01)"
    with pytest.raises(UnknownNameError):
        names.meeting(world, "2019-01-01")


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("2024-04-20", ("HLRT (2024-04-01 – 2024-05-01)",)),  # it may have been that day
        ("20 april 2024", ("HLRT (2024-04-01 – 2024-05-01)",)),
        ("2024-01", ("LRT 2024-01-10",)),
        ("LRT 2024-01-12", ("LRT 2024-01-10",)),
        ("2031-01-01", ()),  # no label that only looks like it
    ],
)
def test_where_no_meeting_was_that_day_those_about_that_time_may_be_meant(
    world: World, typed: str, near: tuple[str, ...]
) -> None:
    with pytest.raises(UnknownNameError) as error:
        names.meeting(world, typed)

    assert error.value.suggestions == near


def test_a_document_by_its_name(world: World) -> None:
    assert names.document(world, "d2").label == "d2.txt"
    with pytest.raises(UnknownNameError):
        names.document(world, "d9.txt")


def test_what_officials_call_a_concept(world: World) -> None:
    assert names.short(world, ["BAK_OEK", "HAR", "taakstelling", "place:Ter_Apel", "VNG"]) == {
        "BAK_OEK": "BAK OEK",
        "HAR": "HAR",
        "taakstelling": "taakstelling huisvesting vergunninghouders",
        "place:Ter_Apel": "Ter Apel",
        "VNG": "Vereniging van Nederlandse Gemeenten",
    }


def test_a_label_goes_before_an_alias_that_differs_by_a_mark_only(gold_store: Store) -> None:
    province = "provincie:Noord-Holland"
    assert names.short(gold_store, [province]) == {province: "provincie Noord-Holland"}


def test_labels_fall_back_on_the_id(world: World) -> None:
    iri = v.concept_iri("place:Den_Haag")

    assert names.labels(world, [iri]) == {iri: "place:Den Haag"}


def test_who_acts(world: World) -> None:
    assert names.is_actor(world, v.concept_iri("VNG"))
    assert not names.is_actor(world, v.concept_iri("HAR"))


def test_acts_kinds_and_statuses_have_names_for_people(gold_store: Store) -> None:
    ids = ["zegt_toe", "bezwaar", "besluit", "absent", "tekst", "niets van dat al"]

    assert names.terms(gold_store, ids) == {
        "zegt_toe": "zegt toe", "bezwaar": "maakt bezwaar", "besluit": "besluit", "absent": "afwezig", "tekst": "tekst"
    }  # fmt: skip
    assert names.terms(gold_store, ids, "en")["zegt_toe"] == "commits"
    assert names.terms(gold_store, []) == {}


def test_a_meeting_is_known_by_its_id_as_it_is_written_and_a_day_is_one(world: World) -> None:
    assert all(names.is_meeting(world, name) for name in ("lrt-2024-01-10", "2024-01-10", " 2031-01-01"))
    assert not any(names.is_meeting(world, other) for other in ("lrt-2024-01-11", "2024", "Spreidingswet", ""))
