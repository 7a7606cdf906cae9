"""The gazetteer: every id, every name, users' lists on top, and the commands about names."""

from __future__ import annotations

import csv
import json
import re
import runpy
import time
from functools import partial
from pathlib import Path

import pyoxigraph as ox
import pytest
from commands import printed
from hypothesis import given
from hypothesis import strategies as st

from lrtgraph import names
from lrtgraph import vocabulary as v
from lrtgraph.build import build
from lrtgraph.errors import GazetteerError, UnknownNameError
from lrtgraph.gazetteer import Alias, Concept, Gazetteer, load, quads
from lrtgraph.gazetteer.check import check
from lrtgraph.gazetteer.concepts import KIND_OF_CLASS, fold
from lrtgraph.gazetteer.lists import Change, add, row
from lrtgraph.gazetteer.loading import merge, packaged_files, read_list
from lrtgraph.gazetteer.table import COLUMNS
from lrtgraph.resources import Settings
from lrtgraph.store import open_store

ROOT = Path(__file__).parent.parent
GAZETTEER = load()
HEAD = ",".join(COLUMNS) + "\n"


def listed(path: Path, rows: str) -> Path:
    path.write_text(HEAD + rows, encoding="utf-8")
    return path


# The packaged thesaurus


def expected() -> list[dict[str, str]]:
    with (ROOT / "tests" / "gold" / "concepts.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("wanted", expected(), ids=lambda wanted: wanted["id"])
def test_every_agreed_concept_is_there_with_its_names(wanted: dict[str, str]) -> None:
    concept = GAZETTEER[wanted["id"]]
    assert concept.kind == wanted["kind"]
    for alias in wanted["aliases"].split(";"):
        if alias and not re.search(r"not a mention|only where", alias):
            assert concept in GAZETTEER.find(alias), alias


def test_every_hand_written_concept_is_described_in_two_languages() -> None:
    for path in packaged_files()[:4]:
        for concept in read_list(path):
            assert concept.pref_label, concept.notation
            assert concept.pref_label_en, concept.notation
            assert concept.definition, concept.notation
            assert concept.definition_en, concept.notation


def test_offices_are_posts_of_organisations() -> None:
    offices = [concept for concept in GAZETTEER.concepts.values() if concept.cls == "Office"]
    assert len(offices) > 30
    for office in offices:
        assert office.post_in, office.notation
        assert all(GAZETTEER.is_actor(organisation) for organisation in office.post_in)


def test_an_identifier_from_elsewhere_has_a_source() -> None:
    for concept in GAZETTEER.concepts.values():
        assert not (concept.exact_match or concept.identifiers) or concept.source, concept.notation


def test_the_iri_of_a_concept_is_made_of_its_notation() -> None:
    skos = v.NAMESPACES["skos"] + "notation"
    for path in packaged_files():
        for triple in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
            if triple.predicate.value == skos:
                assert triple.subject.value == v.concept_iri(triple.object.value)


def test_labels_of_a_concept_do_not_repeat() -> None:
    for concept in GAZETTEER.concepts.values():
        names = [concept.pref_label, *concept.alt_labels, *concept.hidden_labels]
        assert len(names) == len(set(names)), concept.notation


def test_nothing_is_wrong_with_the_thesaurus() -> None:
    assert not [problem for problem in check(GAZETTEER) if problem.is_error]


def test_hand_written_names_mean_one_thing() -> None:
    ambiguous = [p for p in check(GAZETTEER) if p.kind == "ambiguous" and ":" not in p.notation]
    assert not ambiguous


def test_every_organisation_of_the_official_list_is_there() -> None:
    with (ROOT / "ontology" / "sources" / "organisations.csv").open(encoding="utf-8", newline="") as file:
        codes = {row["tooi"]: row["name"] for row in csv.DictReader(file)}
    known = {iri for concept in GAZETTEER.concepts.values() for iri in concept.exact_match}
    missing = {name for code, name in codes.items() if code not in known}
    assert missing == {"Afdeling bestuursrechtspraak van de Raad van State"}  # a name of RvS here


def test_the_generated_lists_are_what_the_generator_makes() -> None:
    made = runpy.run_path(str(ROOT / "ontology" / "generate_organisations.py"))["files"]()
    assert len(made) == 2
    for path, text in made.items():
        assert path.read_text(encoding="utf-8") == text, path.name


@pytest.mark.parametrize(
    ("typed", "notation"),
    [
        ("spreidingswet", "Spreidingswet"),
        ("SJENV", "SJenV"),
        ("de Wet OEK", "Wet_OEK"),
        ("bak-oek", "BAK_OEK"),
        ("oekrainers", "ontheemden_OEK"),
        ("veiligheidsregio’s", "VR"),
        ("gemeente den haag", "gemeente:Den_Haag"),
        ("Den Bosch", "place:'s-Hertogenbosch"),
        ("provincie friesland", "provincie:Fryslân"),
        ("Veiligheidsregio Gelderland-Midden", "veiligheidsregio:Gelderland-Midden"),
        ("state secretary of justice and security", "SJenV"),
        ("place:Ter_Apel", "place:Ter_Apel"),
    ],
)
def test_names_are_resolved_as_people_type_them(typed: str, notation: str) -> None:
    assert GAZETTEER.resolve(typed).notation == notation


def test_an_unknown_name_brings_near_misses() -> None:
    with pytest.raises(UnknownNameError, match="did you mean Spreidingswet") as caught:
        GAZETTEER.resolve("Spreidngswet")
    assert caught.value.suggestions[0] == "Spreidingswet"
    with pytest.raises(UnknownNameError) as caught:
        GAZETTEER.resolve("qqqqzzzz")
    assert caught.value.suggestions == ()


def test_acronyms_count_only_as_written() -> None:
    by_text = {alias.text: alias for alias in GAZETTEER.aliases()}
    assert all(GAZETTEER.match_case(by_text[text]) for text in ("VB", "HAR", "CdK", "SJenV", "I&R", "Rijk"))
    assert not any(GAZETTEER.match_case(by_text[text]) for text in ("Spreidingswet", "Veiligheidsberaad"))


def test_kinds_of_notations_outside_the_list() -> None:
    assert GAZETTEER.is_actor("person:De_Vries")
    assert GAZETTEER.is_actor("gemeente:Nergenshuizen")
    assert GAZETTEER.kind("place:Nergenshuizen") == "place"
    assert GAZETTEER.kind("onbekend") is None
    assert GAZETTEER.is_instrument("CNO")
    assert not GAZETTEER.is_instrument("COA")


def test_it_loads_fast_enough_for_a_question() -> None:
    seconds = min(_time_to_load() for _ in range(3))
    assert seconds < 0.5  # 0.05 on an idle machine


def _time_to_load() -> float:
    started = time.process_time()
    load()
    return time.process_time() - started


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_quads_have_the_class_of_the_kind_and_knowledge_with_its_source() -> None:
    store = ox.Store()
    store.extend(quads())
    ask = f"ASK {{ <{v.concept_iri('Spreidingswet')}> a <{v.INSTRUMENT}>, <{v.LRT}Law> }}"
    assert store.query(ask, use_default_graph_as_union=True)
    unsourced = f"""SELECT ?k WHERE {{ ?k a <{v.RESPONSIBILITY}>
        FILTER NOT EXISTS {{ ?k <{v.iri("dct:source")}> ?source ; <{v.BASIS}> <{v.BASIS_SCHEME}/kennis> }} }}"""
    assert not list(store.query(unsourced, use_default_graph_as_union=True))
    ends = f"SELECT ?x WHERE {{ ?k <{v.INSTRUMENT_OF}>|<{v.ACTOR_OF}> ?x }}"
    for found in store.query(ends, use_default_graph_as_union=True):
        assert v.notation_of(found["x"].value) in GAZETTEER


# Users' lists


def test_a_list_adds_concepts_and_names(tmp_path: Path) -> None:
    path = listed(
        tmp_path / "own.csv",
        'Proefwet,Bill,Proefwet asiel,"PWA;proefwet",Spreidingswet,urn:x:1\nCOA,actor,COA,Opvangdienst,,\n',
    )
    names = load([path])
    concept = names["Proefwet"]
    assert (concept.kind, concept.cls, concept.broader, concept.exact_match) == (
        "instrument",
        "Bill",
        ("Spreidingswet",),
        ("urn:x:1",),
    )
    assert names.resolve("pwa") is concept
    assert names.resolve("opvangdienst").notation == "COA"
    assert names["COA"].pref_label == "COA"
    assert "Centraal Orgaan opvang asielzoekers" in names["COA"].alt_labels
    assert names.hash != GAZETTEER.hash
    assert Alias("PWA", "Proefwet", False) in set(names.aliases())


def test_a_person_of_a_list_is_the_one_that_minutes_know(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text(
        "id,kind,label,aliases,broader\nFO,person,Fleur Otten,F. Otten,IPO\nA,person,Anna Bos,,\nB,person,Bas Bos,,\n",
        encoding="utf-8",
    )
    gazetteer = load([path])
    assert gazetteer["person:Otten"].broader == ("IPO",)
    assert [gazetteer.resolve(name).notation for name in ("FO", "Fleur Otten", "f otten")] == ["person:Otten"] * 3
    assert {"person:Anna Bos", "person:Bas Bos"} <= gazetteer.own
    assert "FO" not in gazetteer
    assert [concept.notation for concept in read_list(path)] == ["FO", "A", "B"]
    told = {
        (q.predicate.value.rpartition("#")[2], q.object.value)
        for q in quads([path])
        if q.subject.value.endswith("/person/Otten")
    }
    assert {("notation", "person:Otten"), ("hiddenLabel", "Otten"), ("hiddenLabel", "FO")} <= told
    assert not [q for q in quads([path]) if q.subject.value == v.concept_iri("FO")]


def test_people_of_two_lists_with_one_surname_are_two(tmp_path: Path) -> None:
    for name, rows in {
        "a": "FO,person,Fleur Otten,COA\nK,person,Kees Smit,IPO",
        "b": "JO,person,Jan Otten,VNG",
    }.items():
        (tmp_path / f"{name}.csv").write_text(f"id,kind,label,broader\n{rows}\n", encoding="utf-8")
    (tmp_path / "c.csv").write_text("id,kind,label,broader\nK,person,Kees Smit,IPO\n", encoding="utf-8")
    lists = [tmp_path / f"{name}.csv" for name in "abc"]
    people = {"person:Fleur Otten": ("COA",), "person:Jan Otten": ("VNG",), "person:Smit": ("IPO",)}
    known = load(lists)
    assert {notation: known[notation].broader for notation in known.own} == people
    told = {quad.object.value for quad in quads(lists) if quad.predicate.value.endswith("#notation")}
    assert set(people) <= told
    assert "person:Otten" not in told


def test_a_list_in_turtle(tmp_path: Path) -> None:
    path = tmp_path / "own.ttl"
    path.write_text(
        f"""@prefix skos: <{v.NAMESPACES["skos"]}> . @prefix lrt: <{v.LRT}> .
        <{v.concept_iri("Proef")}> a skos:Concept, lrt:Plan ; skos:notation "Proef" ; skos:prefLabel "Proefplan" .""",
        encoding="utf-8",
    )
    assert load([path]).resolve("proefplan").cls == "Plan"


def test_semicolons_may_divide_columns(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text('id;kind;label;aliases\nABC;actor;Alfa;"a1;a2"\n', encoding="utf-8-sig")
    assert read_list(path) == [Concept("ABC", "actor", "Actor", "Alfa", ("a1", "a2"))]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("naam\nx\n", "lacks the column id, kind, label"),
        (HEAD + "a b,actor,x,,,\n", "own.csv:2: an id is one word"),
        (HEAD + "ab,toestel,x,,,\n", "kind 'toestel'"),
        (HEAD + "ab,actor,,,,\n", "has no label"),
        (HEAD + "ab,actor,x,,,geen iri\n", "is no IRI"),
        (HEAD + "COA,instrument,x,,,\n", "COA is actor in the gazetteer"),
    ],
)
def test_a_bad_list_is_refused_in_one_sentence(tmp_path: Path, content: str, words: str) -> None:
    path = tmp_path / "own.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(GazetteerError, match=re.escape(words)):
        load([path])


def test_unreadable_lists_are_refused(tmp_path: Path) -> None:
    (tmp_path / "own.ttl").write_text("dit is geen turtle", encoding="utf-8")
    (tmp_path / "own.csv").write_bytes(b"id,kind,label\nx,actor,Oekra\xefne\n")
    for name, words in (("own.ttl", "no Turtle"), ("own.csv", "no UTF-8"), ("weg.csv", "cannot read")):
        with pytest.raises(GazetteerError, match=words):
            load([tmp_path / name])


def test_a_concept_survives_the_way_through_a_list(tmp_path: Path) -> None:
    made = Concept("Proef", "instrument", "Plan", "Proefplan", ('met "aanhaling"', "komma, punt"), broader=("Rijk",))
    path = tmp_path / "own.csv"
    assert add(path, [made]) == (Change("Proef", "new"),)
    assert read_list(path) == [made]
    more = Concept("Proef", "instrument", "Instrument", "Proefplan", ("nog een naam",))
    assert add(path, [more]) == (Change("Proef", "changed", ("also called 'nog een naam'",)),)
    assert add(path, [more]) == (Change("Proef", "unchanged"),)
    assert read_list(path)[0].alt_labels == (*made.alt_labels, "nog een naam")
    assert row(read_list(path)[0])["kind"] == "Plan"


def test_a_name_of_ones_own_is_taken_from_who_had_it(tmp_path: Path) -> None:
    path = listed(tmp_path / "own.csv", 'Regietafel_Noord,actor,Regietafel Noord,"PRT;Noordtafel",,\n')
    names = load([path])

    assert {concept.notation for concept in GAZETTEER.find("PRT")} == {"PRT"}
    assert "PRT" in GAZETTEER["PRT"].alt_labels
    assert "PRT" not in names["PRT"].alt_labels
    assert [alias.notation for alias in names.aliases() if alias.text == "PRT"] == ["Regietafel_Noord"]
    assert names.resolve("Provinciale Regietafel").notation == "PRT"

    store = ox.Store()
    store.extend(quads([path]))
    labelled = f'SELECT ?c WHERE {{ ?c <{v.iri("skos:altLabel")}>|<{v.iri("skos:prefLabel")}> "PRT"@nl }}'
    found = store.query(labelled, use_default_graph_as_union=True)
    assert isinstance(found, ox.QuerySolutions)
    assert [row["c"].value for row in found] == [v.concept_iri("Regietafel_Noord")]


def test_a_preferred_name_stays_with_who_has_it(tmp_path: Path) -> None:
    path = listed(tmp_path / "own.csv", "Beraad,actor,Ander beraad,Veiligheidsberaad,,\n")

    assert load([path]).resolve("veiligheidsberaad").notation == "VB"
    assert "Veiligheidsberaad" not in {alias.text for alias in load([path]).aliases() if alias.notation == "Beraad"}


def test_the_last_list_has_a_name_that_two_lists_want(tmp_path: Path) -> None:
    first = listed(tmp_path / "first.csv", "Een,actor,Eerste tafel,Tafeltje,,\n")
    second = listed(tmp_path / "second.csv", "Twee,actor,Tweede tafel,tafeltje,,\n")

    assert load([first, second]).resolve("tafeltje").notation == "Twee"
    assert load([second, first]).resolve("tafeltje").notation == "Een"


def test_a_concept_renamed_by_a_list_has_one_preferred_name_in_the_graph(tmp_path: Path) -> None:
    store = ox.Store()
    store.extend(quads([listed(tmp_path / "own.csv", "COA,actor,Opvangdienst,,,\n")]))
    for predicate, wanted in (("prefLabel", "Opvangdienst"), ("altLabel", "Centraal Orgaan opvang asielzoekers")):
        found = store.query(
            f'SELECT ?n WHERE {{ <{v.concept_iri("COA")}> <{v.iri("skos:" + predicate)}> ?n FILTER(LANG(?n) = "nl") }}',
            use_default_graph_as_union=True,
        )
        assert isinstance(found, ox.QuerySolutions)
        names = [row["n"].value for row in found]
        assert wanted in names
        assert predicate == "altLabel" or names == [wanted]


def test_merging_keeps_the_old_preferred_name() -> None:
    old = Concept("X", "actor", "Body", "Oude naam", ("X",), ("Oude naarn",))
    new = Concept("X", "actor", "Actor", "Nieuwe naam", ("Y",))
    merged = merge(old, new)
    assert (merged.cls, merged.pref_label, merged.alt_labels) == ("Body", "Nieuwe naam", ("Oude naam", "X", "Y"))


def test_problems_are_found() -> None:
    gazetteer = Gazetteer(
        [
            Concept("A", "actor", "Body", "Alfatafel", ("XYZ",), broader=("B",), exact_match=("urn:1",)),
            Concept("B", "actor", "Body", "Betatafel", ("XYZ",), broader=("A",), exact_match=("urn:1",)),
            Concept("C", "instrument", "Plan", "werk", related=("weg",)),
            Concept("D", "instrument", "Plan", "bedrag", ordinary=frozenset({"bedrag"})),
        ]
    )
    found = {(problem.kind, problem.notation) for problem in check(gazetteer)}
    assert found == {
        ("ambiguous", "A"),
        ("ambiguous", "B"),
        ("duplicate", "A"),
        ("duplicate", "B"),
        ("loop", "A"),
        ("loop", "B"),
        ("loose end", "C"),
        ("everyday word", "C"),
    }
    assert {problem.notation for problem in check(gazetteer, {"C"})} == {"C"}


def test_every_class_of_a_concept_is_in_the_ontology() -> None:
    ontology = (ROOT / "ontology" / "lrtgraph.ttl").read_text(encoding="utf-8")
    for cls in KIND_OF_CLASS:
        assert f"lrt:{cls} a owl:Class" in ontology


# The commands


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LRTGRAPH_GAZETTEER", raising=False)
    return tmp_path


run = partial(printed, "gazetteer")


def test_list_and_show(desk: Path) -> None:
    rows = json.loads(run("list", "Spreiding", "--kind", "instrument", "--format", "json"))
    assert "Spreidingswet" in [row["id"] for row in rows]
    assert {row["kind"] for row in rows} == {"instrument"}
    assert run("list", "bestaatniet", code=1) == ""
    (card,) = json.loads(run("show", "coa", "--format", "json"))
    assert card["same as"] == ["https://identifier.overheid.nl/tooi/id/zbo/zb000210"]
    assert "Wet die gemeenten" in run("show", "spreidingswet")
    with pytest.raises(UnknownNameError):
        run("show", "qqqqzzzz")


def test_an_added_name_is_used_from_then_on(desk: Path) -> None:
    run("add", "Proefwet", "--label", "Proefwet asiel", "--kind", "Bill", "--alias", "PWA")
    assert json.loads(run("show", "pwa", "--format", "json"))[0]["id"] == "Proefwet"
    run("add", "COA", "--alias", "Opvangdienst")
    assert json.loads(run("show", "opvangdienst", "--format", "json"))[0]["label"].startswith("Centraal Orgaan")
    run("check")
    with pytest.raises(GazetteerError, match="Naamloos has no label; give one"):
        run("add", "Naamloos")
    with pytest.raises(GazetteerError, match="COA is actor in the gazetteer and place in the added list"):
        run("add", "COA", "--kind", "place")


def test_import_takes_over_a_list_whole_or_not(desk: Path) -> None:
    listed(desk / "in.csv", "Lus,actor,Een lus,,Lus,\nGoed,actor,Iets goeds,,,\n")
    run("import", "in.csv")
    assert [concept.notation for concept in read_list(desk / "gazetteer.csv")] == ["Lus", "Goed"]
    assert "loop" in run("check", "--format", "csv", code=1)
    listed(desk / "bad.csv", "Nieuw,actor,Nieuw,,,\nCOA,place,x,,,\n")
    with pytest.raises(GazetteerError, match="COA is actor"):
        run("import", "bad.csv")
    assert len(read_list(desk / "gazetteer.csv")) == 2


def test_what_a_list_changes_is_told(desk: Path) -> None:
    listed(
        desk / "in.csv",
        "Proefwet,Bill,Proefwet asiel,PWA,,\nCOA,actor,Opvangdienst,,,\n"
        "Tafel,actor,Tafel Noord,PRT;Veiligheidsberaad,,\nVNG,actor,Vereniging van Nederlandse Gemeenten,,,\n",
    )
    rows = {row["id"]: row for row in json.loads(run("import", "in.csv", "--format", "json"))}

    assert {notation: row["change"] for notation, row in rows.items()} == {
        "Proefwet": "new", "COA": "changed", "Tafel": "new", "VNG": "unchanged", "PRT": "changed",
    }  # fmt: skip
    assert rows["COA"]["what"] == ["now called 'Opvangdienst', and 'Centraal Orgaan opvang asielzoekers' as well"]
    assert rows["PRT"]["what"] == ["no longer called 'PRT', 'PRT-tafel'"]
    assert rows["Tafel"]["what"] == [
        "not called 'Veiligheidsberaad', the preferred name of another",
        "'PRT' still asks for PRT, whose id it is",
    ]
    assert {row["change"] for row in json.loads(run("import", "in.csv", "--format", "json"))} == {"unchanged"}
    problems = list(csv.DictReader(run("check", "--format", "csv").splitlines()))
    assert [(problem["id"], problem["name"], problem["detail"]) for problem in problems] == [
        ("Tafel", "PRT", "taken over from PRT, which has this name no longer"),
        ("Tafel", "Veiligheidsberaad", "stays the preferred name of VB alone"),
    ]


def test_an_alias_of_ones_own_is_found_in_documents_and_in_the_graph(desk: Path) -> None:
    text = "LRT 9 november 2022\n\n1. Opening\n\n- VNG vraagt aandacht voor de PRT en de uitvoering daarvan.\n"
    (desk / "verslag.txt").write_text(text, encoding="utf-8")
    run("add", "Regietafel_Noord", "--label", "Regietafel Noord", "--kind", "actor", "--alias", "PRT")
    build(["verslag.txt"], Settings(store="graph.db", gazetteers=Settings.default_gazetteers()))

    with open_store("graph.db") as store:
        rows = store.query(f"SELECT ?concept WHERE {{ ?mention <{v.CONCEPT}> ?concept }}")
        assert isinstance(rows, ox.QuerySolutions)
        assert {v.notation_of(row["concept"].value) for row in rows} >= {"VNG", "Regietafel_Noord"}
        assert names.resolve(store, "Regietafel Noord").id == "Regietafel_Noord"
        assert names.resolve(store, "Provinciale Regietafel").id == "PRT"


def test_an_added_instrument_is_found_in_the_next_build(desk: Path) -> None:
    minutes = "LRT 9 november 2022\n\n1. Opening\n\n- VNG vraagt aandacht voor de Proefwet en de uitvoering daarvan.\n"
    (desk / "verslag.txt").write_text(minutes, encoding="utf-8")

    def mentions() -> set[str]:
        build(["verslag.txt"], Settings(store="graph.db", gazetteers=Settings.default_gazetteers()))
        with open_store("graph.db") as store:
            rows = store.query(f"SELECT ?concept WHERE {{ ?mention <{v.CONCEPT}> ?concept }}")
            assert isinstance(rows, ox.QuerySolutions)
            return {v.notation_of(row["concept"].value) for row in rows}

    assert "VNG" in mentions()
    assert "Proefwet" not in mentions()
    run("add", "Proefwet", "--label", "Proefwet", "--kind", "Bill")
    assert {"VNG", "Proefwet"} <= mentions()


def test_candidates_are_names_that_the_gazetteer_lacks(desk: Path) -> None:
    text = "LRT 9 november 2022\n\n1. Opening\n\n- VNG bespreekt het Convenant Proefopvang (CPO). Het CPO is af.\n"
    (desk / "verslag.txt").write_text(text, encoding="utf-8")
    rows = json.loads(run("candidates", "verslag.txt", "--format", "json"))
    assert any("Proefopvang" in row["name"] and row["kind"] == "instrument" for row in rows)
    assert all(row["documents"] == ["verslag.txt"] and row["name"] in row["context"] for row in rows)


def test_what_we_name_in_passing_is_in_nobodys_way(desk: Path) -> None:
    listed(desk / "in.csv", "mijn_schappen,actor,waterschappen,,,\n")
    problems = list(csv.DictReader(run("check", "in.csv", "--format", "csv").splitlines()))
    assert [(problem["kind"], problem["detail"]) for problem in problems] == [
        ("ambiguous", "also the preferred name of waterschappen, which is not looked for in documents")
    ]


def test_an_acronym_is_taken_with_all_that_is_made_of_it(tmp_path: Path) -> None:
    names = load([listed(tmp_path / "own.csv", "Kring,actor,Industriekring,IND;CNO,,\n")])
    assert not {"IND", "de IND"} & set(names["IND"].alt_labels)
    assert not {"CNO", "CNO's", "CNO-plekken"} & set(names["CNO"].alt_labels)
    assert "crisisopvang" in names["CNO"].alt_labels
    assert names.own == {"Kring"}


def test_a_group_of_actors_keeps_its_kind(desk: Path) -> None:
    first = run("add", "waterschappen", "--alias", "beide waterschappen")
    assert "looked for in documents from now on" in first
    assert "looked for" not in run("add", "waterschappen", "--alias", "de schappen")
    concept = load([desk / "gazetteer.csv"])["waterschappen"]
    assert (concept.kind, concept.cls) == ("actor", "Group")
    assert {"beide waterschappen", "de schappen"} <= set(concept.alt_labels)
