"""What a question finds beside its own words, what it does not, and in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from lrtgraph import vocabulary as v
from lrtgraph.answers.searching import search, slips
from lrtgraph.store import Store, open_store

DOCUMENT = ox.NamedNode(v.document_iri("a" * 64))
GRAPH = ox.NamedNode(v.graph_iri("a" * 64))
MEETING = ox.NamedNode(v.meeting_named("lrt"))
COA = ox.NamedNode(v.concept_iri("COA"))

Written = Callable[..., Store]


@pytest.fixture
def written(tmp_path: Path) -> Iterator[Written]:
    """A store with one document of these paragraphs, in which these words mean the COA."""
    opened: list[Store] = []

    def make(*paragraphs: str, coa: tuple[str, ...] = ()) -> Store:
        text = "\n\n".join(paragraphs)
        said = [
            (DOCUMENT, "rdfs:label", ox.Literal("a.txt")),
            (DOCUMENT, "nif:isString", ox.Literal(text)),
            (DOCUMENT, v.REPORTS_ON, MEETING),
            (MEETING, "rdfs:label", ox.Literal("LRT")),
            (COA, "skos:notation", ox.Literal("COA")),
            (COA, "skos:prefLabel", ox.Literal("Centraal Orgaan opvang asielzoekers", language="nl")),
        ]
        for words in coa:
            mention = ox.NamedNode(v.ID + f"mention/{text.index(words)}")
            said += [
                (mention, v.CONCEPT, COA),
                (mention, "nif:beginIndex", ox.Literal(text.index(words))),
                (mention, "nif:endIndex", ox.Literal(text.index(words) + len(words))),
            ]
        iris = {name: ox.NamedNode(name if name.startswith("http") else v.iri(name)) for _, name, _ in said}
        quads = [ox.Quad(subject, iris[name], value, GRAPH) for subject, name, value in said]
        with open_store(str(tmp_path / "store"), write=True) as store:
            store.replace([GRAPH.value], quads)
        opened.append(open_store(str(tmp_path / "store")).__enter__())
        return opened[-1]

    yield make
    for store in opened:
        store.__exit__(None, None, None)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("woningen", "Er komen «flexwoningen» en «huurwoningen»."),
        ("opvang", "De «noodopvanglocaties» zijn vol."),
        ("verdeling", "De provincie «verdeelt» de plekken, nu zij «verdeeld» zijn."),
        ("verdelen", "De «verdeling» volgt."),
        ("besluiten", "De raad «besloot» dit, zo is «besloten»."),
        ("invoering", "JenV «voert» de maatregel per 1 mei «in»."),
        ("invoering", "De wet is «ingevoerd»."),
        ("invoering", "JenV is van plan dit «in te voeren»."),
        ("invoeren", "Na de «invoering» blijft dit zo."),
        ("miljoen", "Dit kost € 4,1 «mln», zegt hij."),
        ("miljoenen", "Dit kost € 4,1 «mln»."),
        ("mln", "Dit kost «miljoenen» euro's."),
        ("miljard", "Het Rijk trekt er 2 «mld» voor uit."),
        ("burgemeester", "De «bgm» van Ede is er."),
        ("maart", "Dit volgt in «mrt»."),
        ("kinderen", "Ieder «kind» gaat naar school."),
        ("leden", "Een «lid» vraagt dit, en een «raadslid» ook."),
        ("woningtekort", "Het «tekort» aan «woningen» groeit."),
        ("woningtekort", "Er is een groot «tekort» aan goede «woningen» voor hen."),
        ("spreidingwet", "De «Spreidingswet» geldt."),
        ("vergunninghoudrs", "De «vergunninghouders» wachten."),
        ("raadsbesluit", "Het «raadsbesluit» is er."),
        ('"korte termijn"', "Dit lukt op «korte termijn»."),
        ("gemeentel*", "De «gemeentelijke» lasten en de «gemeentelijk» betaalde."),
        ("“korte termijn”", "Dit lukt op «Korte  termijn»."),
    ],
)  # fmt: skip
def test_a_word_is_found_in_what_is_made_of_it(written: Written, question: str, text: str) -> None:
    store = written(text.replace("«", "").replace("»", ""), "De huur, de nood en de raad hebben een besluit en vragen.")

    assert " ".join(text.split()) in [hit.text for hit in search(store, question)]


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("miljoen", "Dit kost acht ton, of 2 mld."),
        ("gemeente", "Dat is gem. twaalf."),
        ("jan", "Dit volgt in januari."),
        ("december", "Dat is een decaan, dd. vandaag."),
        ("mln", "Er zijn er duizend."),
        ("stuur", "Het bestuur is er."),
        ("rijk", "Dit is belangrijk."),
        ("wet", "Zij willen dit weten, want zij zijn kwetsbaar."),
        ("woningen", "Zij wonen daar."),
        ("leden", "Het is een jaar geleden."),
        ("geld", "De regeling gold voor gemeenten."),
        ("stand", "Er is weerstand."),
        ("deel", "Zij willen deelnemen."),
        ("invoering", "Hij voert het woord in Utrecht."),
        ("invoering", "Zij voeren overleg met hem; dat valt in."),
        ("gemeente", "Hij meent dit."),
        ('"korte termijn"', "Op korte en lange termijn, in korte termijnen."),
        ("gemeentel*", "De gemeenten doen dit."),
        ("woningtekort", "Er zijn woningen. Over iets anders is daar toen lang gesproken, en niet over een tekort."),
        ("kosten", "De posten zijn bekend."),
        ("termij", "Dit is een terras."),
        ("COA", "Het orgaan speelt."),
        ("woningtekort", "Zij hebben woningen, een tekort is er niet."),
        ("wachtlijst", "Dit laat op zich wachten. Hij maakt een lijst."),
        ("raadsbesluit", "Het besluit valt, en de raad hoort het."),
    ],
)
def test_what_only_looks_alike_is_not_found(written: Written, question: str, text: str) -> None:
    assert not search(written(text), question)


def test_a_name_finds_what_is_called_otherwise(written: Written) -> None:
    store = written("Het Orgaan meldt dit.", "Het COA meldt dat.", "Een orgaan speelt.", coa=("Orgaan", "COA"))

    called = ["Het «COA» meldt dat.", "Het «Orgaan» meldt dit."]
    for question in ("COA", "coa", "Centraal Orgaan opvang asielzoekers"):
        assert sorted(hit.text for hit in search(store, question)) == called
    assert search(store, "COA")[0].text == called[0]


def test_the_word_itself_comes_before_its_compounds(written: Written) -> None:
    long = "en wat er verder nog over te zeggen is, dat volgt in een uitgebreide toelichting op een later moment"
    store = written(f"De flexwoningen {long}.", f"De woningen {long} {long} {long}.", f"De huurwoningen {long}.")

    assert "«woningen»" in search(store, "woning")[0].text
    assert len(search(store, "woning")) == 3


def test_a_slip_is_told(written: Written) -> None:
    store = written("De Spreidingswet geldt en de opvang is vol.")

    assert slips(store, "spreidinswet opvagn de") == {"spreidinswet": "spreidingswet", "opvagn": "opvang"}
    assert slips(store, '"spreidinswet" opvang zeppelin coa kosten opvag*') == {}


def test_what_holds_more_of_the_words_comes_first(written: Written) -> None:
    store = written("De zorg over het draagvlak.", "De zorg.", "Het draagvlak, het draagvlak, het draagvlak.")

    assert search(store, "zorg draagvlak zeppelin")[0].text == "De «zorg» over het «draagvlak»."
    assert len(search(store, "zorg draagvlak zeppelin")) == 3


@pytest.mark.parametrize(
    "question",
    ["ve*", "de*", '" de', '"op', "named : coa", "NEAR(a b)", "{stems}: x", "a" * 5000, "opvang" * 50, "woning " * 3000,
     " ".join(f"w{number}" for number in range(3000)), '"' + "de " * 3000 + '"', "-- de;", "ab*cd", "x\x00y"],
)  # fmt: skip
def test_nothing_in_a_question_is_syntax(written: Written, question: str) -> None:
    store = written("De opvang verloopt goed, veel ervan vergt de verdeling van de vele plekken over het land.")
    search(store, question)

    assert search(store, "opvang")
