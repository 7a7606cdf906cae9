"""The ontology and its alignments: complete, clean, and readable by the tools of others."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import owlready2
import pyoxigraph as ox
import pytest
import rdflib

from lrtgraph import reference
from lrtgraph import vocabulary as v

ROOT = Path(__file__).parent.parent
ONTOLOGY = ROOT / "ontology" / "lrtgraph.ttl"
TURTLE = sorted((ROOT / "ontology").glob("**/*.ttl"))
ALIGNMENTS = sorted((ROOT / "ontology" / "alignments").glob("*.ttl"))


def load(path: Path) -> rdflib.Graph:
    return rdflib.Graph().parse(path, format="turtle")


def test_there_is_exactly_one_ontology() -> None:
    found = [(path, s) for path in TURTLE for s in load(path).subjects(rdflib.RDF.type, rdflib.OWL.Ontology)]
    assert found == [(ONTOLOGY, rdflib.URIRef(v.LRT.rstrip("#")))]
    graph = load(ONTOLOGY)
    for predicate in (rdflib.OWL.versionInfo, rdflib.DCTERMS.license, rdflib.DCTERMS.title):
        assert (found[0][1], predicate, None) in graph


def test_every_term_has_label_and_definition_in_two_languages() -> None:
    for term in reference.terms():
        assert all(term.label), term.name
        assert all(term.definition), term.name


def test_no_term_is_of_two_kinds() -> None:
    names = [term.name for term in reference.terms()]
    assert len(names) == len(set(names))


def test_classes_named_in_domains_and_ranges_are_declared() -> None:
    graph = load(ONTOLOGY)
    declared = set(graph.subjects(rdflib.RDF.type, rdflib.OWL.Class))
    for predicate in (rdflib.RDFS.domain, rdflib.RDFS.range, rdflib.RDFS.subClassOf):
        for value in graph.objects(None, predicate):
            assert value in declared or str(value).startswith((str(rdflib.XSD), str(rdflib.RDF))), value


def test_every_scheme_and_member_is_described() -> None:
    graph = load(ONTOLOGY)
    nodes = [
        *graph.subjects(rdflib.RDF.type, rdflib.SKOS.Concept),
        *graph.subjects(rdflib.RDF.type, rdflib.SKOS.ConceptScheme),
    ]
    assert len(nodes) > 30
    for node in nodes:
        for predicate in (rdflib.SKOS.prefLabel, rdflib.SKOS.definition):
            assert {getattr(o, "language", None) for o in graph.objects(node, predicate)} == {"nl", "en"}, node


@pytest.mark.parametrize("path", TURTLE, ids=lambda path: path.name)
def test_rdflib_and_pyoxigraph_read_the_same(path: Path) -> None:
    triples = list(ox.parse(path=str(path), format=ox.RdfFormat.TURTLE))
    assert len(load(path)) == len(set(map(str, triples)))


@pytest.mark.parametrize("form", ["TURTLE", "N_TRIPLES", "RDF_XML", "JSON_LD", "TRIG", "N_QUADS", "N3"])
def test_the_ontology_survives_every_syntax(form: str) -> None:
    syntax = getattr(ox.RdfFormat, form)

    def canonical(quads: Iterable[ox.Quad]) -> set[ox.Quad]:
        dataset = ox.Dataset(quads)
        dataset.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
        return set(dataset)

    known = list(ox.parse(path=str(ONTOLOGY), format=ox.RdfFormat.TURTLE))
    data = ox.serialize((quad.triple for quad in known), format=syntax)
    assert data
    assert canonical(ox.parse(data, format=syntax)) == canonical(known)


def test_it_parses_as_owl_2() -> None:
    data = load(ONTOLOGY).serialize(format="xml").encode()
    world = owlready2.World()
    ontology = world.get_ontology("https://w3id.org/lrtgraph/def#").load(fileobj=io.BytesIO(data))
    by_kind = defaultdict(set)
    for term in reference.terms():
        by_kind[term.kind].add(term.name)
    mine = {"class": ontology.classes(), "object property": ontology.object_properties()}
    mine["datatype property"] = ontology.data_properties()
    for kind, found in mine.items():
        assert by_kind[kind] <= {entity.name for entity in found}, kind
    assert {cls.name for cls in ontology.Outcome.subclasses()} == {"Besluit", "Afspraak", "Actie", "Toezegging"}


@pytest.mark.parametrize("path", ALIGNMENTS, ids=lambda path: path.stem)
def test_alignments_go_from_our_terms_to_others(path: Path) -> None:
    ours = {v.LRT + term.name for term in reference.terms()}
    allowed = {*reference.ALIGNING}
    triples = list(ox.parse(path=str(path), format=ox.RdfFormat.TURTLE))
    assert triples
    for triple in triples:
        assert triple.subject.value in ours
        assert triple.predicate.value in allowed
        assert not triple.object.value.startswith(v.LRT)


def test_an_afspraak_is_no_besluit() -> None:
    aligned = {term.name: [what for _, what in term.aligned] for term in reference.terms()}
    for name in ("Afspraak", "Actie", "Toezegging", "Outcome"):
        assert not any(what.startswith("besluit:") for what in aligned[name])
