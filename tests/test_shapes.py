"""For each shape a graph that passes and one that fails; findings in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest
from graphs import gold_records

from lrtgraph import gazetteer, rdf
from lrtgraph import vocabulary as v
from lrtgraph.derivation import rules
from lrtgraph.records import Record, StatusReport, Task, Unowned
from lrtgraph.validation import Finding, check

ROOT = Path(__file__).parent.parent
Triples = list[ox.Triple]
TASK = Task("A1", ("brief", "gemeenten", "sturen"))
LISTED = ("SJenV", "JenV", "Spreidingswet")


def whole(record: Record) -> Record:
    """The record with a report on a task, and with what nobody owns, which the gold has none of."""
    proof = record.outcomes[0].evidence
    reports = (StatusReport("done", TASK, (), proof, "report.row", 0.9),)
    return replace(record, reports=reports, unowned=(Unowned("Spreidingswet", proof, "responsibility.nobody", 0.8),))


def short(record: Record) -> Record:
    """The same with the first few facts of each kind."""
    return replace(
        whole(record),
        participants=record.participants[:5],
        mentions=record.mentions[:5],
        outcomes=tuple(replace(one, task=TASK) for one in {one.kind: one for one in record.outcomes}.values()),
        statements=record.statements[:5],
    )


def graph(records: Iterable[Record]) -> tuple[ox.Triple, ...]:
    """Documents with the edges that rules make of them, and three concepts of the gazetteer."""
    names = gazetteer.load()
    store = ox.Store()
    store.extend(quad for record in records for quad in rdf.quads(record, names))
    wanted = {ox.NamedNode(v.concept_iri(notation)) for notation in LISTED}
    triples = {quad.triple for quad in store} | {quad.triple for quad in gazetteer.quads() if quad.subject in wanted}
    for rule in rules():
        for triple in store.query(rule.construct, use_default_graph_as_union=True):
            triples.add(triple)
    return tuple(sorted(triples, key=str))


@cache
def good() -> tuple[ox.Triple, ...]:
    """Small, for every change is held against all shapes."""
    return graph(map(short, gold_records()))


@cache
def listed() -> dict[ox.NamedNode, Triples]:
    """What the gazetteer says of each concept that the graph itself does not describe."""
    found: dict[ox.NamedNode, Triples] = {}
    described = {ox.NamedNode(v.concept_iri(notation)) for notation in LISTED}
    for quad in gazetteer.quads():
        if quad.subject in described:
            continue
        found.setdefault(quad.subject, []).append(quad.triple)  # type: ignore[arg-type]
    return found


def findings(triples: Triples) -> list[Finding]:
    return list(check(triples, listed()))


def first(triples: Triples, cls: str) -> ox.NamedNode | ox.BlankNode:
    kind = ox.NamedNode(v.iri(cls))
    return next(t.subject for t in triples if t.object == kind and t.predicate == ox.NamedNode(v.iri("rdf:type")))


def without(cls: str, predicate: str) -> Callable[[Triples], Triples]:
    """The graph less what one node of a class says with a property."""

    def change(triples: Triples) -> Triples:
        node, said = first(triples, cls), ox.NamedNode(v.iri(predicate))
        left = [t for t in triples if t.subject != node or t.predicate != said]
        assert len(left) < len(triples)
        return left

    return change


def with_(cls: str, predicate: str, value: ox.NamedNode | ox.Literal) -> Callable[[Triples], Triples]:
    """The graph and one thing more that a node of a class says."""
    return lambda triples: [*triples, ox.Triple(first(triples, cls), ox.NamedNode(v.iri(predicate)), value)]


def instead(cls: str, predicate: str, value: ox.NamedNode | ox.Literal) -> Callable[[Triples], Triples]:
    """The graph with another value of a property of a node of a class."""
    return lambda triples: [
        *without(cls, predicate)(triples),
        ox.Triple(first(triples, cls), ox.NamedNode(v.iri(predicate)), value),
    ]


def moved_quote(triples: Triples) -> Triples:
    exact = ox.NamedNode(v.iri("oa:exact"))
    quote = next(t for t in triples if t.predicate == exact)
    return [t for t in triples if t != quote] + [ox.Triple(quote.subject, exact, ox.Literal("wat er niet staat"))]


def moved_mention(triples: Triples) -> Triples:
    return instead("lrt:Mention", "nif:anchorOf", ox.Literal("niet hier"))(triples)


def number(text: str, datatype: str = "xsd:decimal") -> ox.Literal:
    return ox.Literal(text, datatype=ox.NamedNode(v.iri(datatype)))


OTHER = ox.NamedNode("urn:other")

# Shape → the changes that each break it, with a word of the sentence and the severity that they must give.
BROKEN: dict[str, list[tuple[Callable[[Triples], Triples], str, str]]] = {
    "Document": [
        (without("lrt:Document", "nif:isString"), "bewaart zijn tekst", "violation"),
        (moved_quote, "staat niet op die plaats", "violation"),
        (moved_mention, "De naam van", "violation"),
    ],
    "Meeting": [
        (with_("lrt:Meeting", "lrt:startTime", ox.Literal("25:00")), "begintijd", "violation"),
        (with_("lrt:Meeting", "rdfs:label", ox.Literal("nog een naam")), "één naam", "violation"),
        (without("lrt:Meeting", "lrt:body"), "geen gremium", "warning"),
    ],
    "AgendaItem": [(without("lrt:AgendaItem", "dct:title"), "één titel", "violation")],
    "Attendance": [
        (instead("lrt:Attendance", "lrt:attendanceStatus", OTHER), "aanwezig, afwezig", "violation"),
        (without("lrt:Attendance", "lrt:evidence"), "één bewijsplaats", "violation"),
    ],
    "Outcome": [
        (without("lrt:Outcome", "lrt:owner"), "geen eigenaar", "warning"),
        (instead("lrt:Outcome", "lrt:owner", OTHER), "De eigenaar van een uitkomst is", "violation"),
        (instead("lrt:Outcome", "lrt:confidence", number("1.2")), "tussen 0 en 1", "violation"),
    ],
    **{
        name: [(lambda triples, name=name: _untyped(triples, name), "ook een lrt:Outcome", "violation")]
        for name in ("Besluit", "Afspraak", "Actie", "Toezegging")
    },
    "Statement": [
        (without("lrt:Statement", "lrt:speaker"), "heeft een spreker", "violation"),
        (instead("lrt:Statement", "lrt:act", OTHER), "taalhandeling", "violation"),
        (without("lrt:Statement", "lrt:rule"), "noemt de regel", "violation"),
    ],
    "StatusReport": [
        (instead("lrt:StatusReport", "lrt:reportedStatus", OTHER), "één stand uit de lijst", "violation"),
        (without("lrt:StatusReport", "lrt:evidence"), "heeft één bewijsplaats", "violation"),
    ],
    "Unowned": [(without("lrt:Unowned", "lrt:withoutOwner"), "geldt één instrument", "violation")],
    "Target": [(instead("lrt:Target", "lrt:value", ox.Literal("veel")), "één waarde", "violation")],
    "Responsibility": [
        (without("lrt:Responsibility", "lrt:evidence"), "bewijsplaats, een uit kennis heeft een bron", "violation"),
        (without("lrt:Responsibility", "lrt:polarity"), "zonder meer of onder voorwaarde", "violation"),
    ],
    "Mention": [(without("lrt:Mention", "lrt:concept"), "één concept", "violation")],
    "Evidence": [(without("oa:SpecificResource", "oa:hasSource"), "staat in één document", "violation")],
    "Person": [(without("lrt:Person", "skos:prefLabel"), "heeft een naam", "violation")],
    "DerivedEdge": [(without("lrt:DerivedEdge", "lrt:derivedFrom"), "uit welke feiten", "violation")],
    "Actor": [(without("lrt:Office", "skos:notation"), "heeft een id", "violation")],
    "Office": [(without("lrt:Office", "org:postIn"), "bij welke organisatie", "info")],
    "Instrument": [
        (with_("lrt:Law", "skos:prefLabel", ox.Literal("Nog een", language="nl")), "één per taal", "violation")
    ],
    "Concept": [(with_("lrt:Law", "skos:broader", ox.Literal("geen IRI")), "is een IRI", "violation")],
}


def _untyped(triples: Triples, name: str) -> Triples:
    node = first(triples, f"lrt:{name}")
    gone = ox.Triple(node, ox.NamedNode(v.iri("rdf:type")), ox.NamedNode(v.OUTCOME))
    assert gone in triples
    return [triple for triple in triples if triple != gone]


def shapes() -> dict[str, str]:
    """Shape → the class it is about."""
    found = {}
    for path in (ROOT / "ontology" / "shapes").glob("*.ttl"):
        for triple in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
            if triple.predicate.value == v.iri("sh:targetClass"):
                found[triple.subject.value.rsplit("/", 1)[-1]] = triple.object.value
    return found


def test_every_shape_has_a_graph_that_fails() -> None:
    assert BROKEN.keys() == shapes().keys()


@pytest.mark.parametrize("cut", [whole, short], ids=["whole", "short"])
def test_a_good_graph_passes_and_has_every_class_in_it(cut: Callable[[Record], Record]) -> None:
    triples = list(graph(map(cut, gold_records())))
    classes = {t.object.value for t in triples if t.predicate.value == v.iri("rdf:type")}
    assert set(shapes().values()) <= classes
    assert [f for f in findings(triples) if f.severity != "info"] == []


@pytest.mark.parametrize(
    ("change", "words", "severity"),
    [pytest.param(*case, id=f"{shape}-{case[1]}") for shape, cases in BROKEN.items() for case in cases],
)
def test_a_broken_graph_fails(change: Callable[[Triples], Triples], words: str, severity: str) -> None:
    found = [f for f in findings(change(list(good()))) if words in f.messages["nl"]]
    assert found
    assert {f.severity for f in found} == {severity}
    for finding in found:
        assert finding.messages["en"]
        assert finding.shape
        assert finding.focus
