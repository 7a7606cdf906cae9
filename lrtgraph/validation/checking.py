"""What the shapes find in some triples: SHACL by pySHACL, their SPARQL constraints by the engine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final, Literal, TypeGuard

import pyoxigraph as ox

from lrtgraph import vocabulary as v
from lrtgraph.errors import InputError
from lrtgraph.resources import resource

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

Severity = Literal["violation", "warning", "info"]
SEVERITIES: Final[tuple[Severity, ...]] = ("violation", "warning", "info")
TYPE: Final = ox.NamedNode(v.iri("rdf:type"))
NAMING: Final = frozenset({TYPE, *(ox.NamedNode(v.iri(f"skos:{name}")) for name in ("prefLabel", "notation"))})


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong or missing: at which node (`focus`), along which property, and what is there.

    `graph` is the IRI of the named graph, `document` the name of the document where the graph is one's, `messages`
    the sentence by language ("nl", "en"), `shape` the class it is about.
    """

    severity: Severity
    focus: str
    path: str | None
    value: str | None
    messages: Mapping[str, str]
    shape: str
    graph: str
    document: str | None


def check(
    triples: Iterable[ox.Triple],
    listed: Mapping[ox.NamedNode, list[ox.Triple]] | None = None,
    *,
    graph: str = "",
) -> Iterator[Finding]:
    """What the shapes find in some triples; `listed` tells more of the nodes they name."""
    from pyshacl import validate as run
    from rdflib import Graph

    known = listed or {}
    own = list(triples)
    described = {triple.subject for triple in own if triple.predicate == TYPE}
    named = {t.object for t in own if _is_node(t.object)} | described
    asked = {triple.subject for triple in own if triple.predicate == TYPE and triple.object in _asked_classes()}
    data = Graph()
    for triple in own:
        if triple.subject not in asked:
            data.add(_as_rdflib(triple))
    for node in named:
        for triple in known.get(node, ()) if _is_node(node) else ():
            if triple.predicate in NAMING:
                data.add(_as_rdflib(triple))
    classes = frozenset(t.object.value for t in own if t.predicate == TYPE and _is_node(t.object))
    _, report, _ = run(data, shacl_graph=_shapes(classes), inplace=True, allow_infos=True, allow_warnings=True)
    document = _document_name(own)
    inside = {_node(subject) for subject in described}
    found = [_finding(report, result, graph, document) for result in _results(report, inside)]
    found += (replace(finding, graph=graph, document=document) for finding in _asked(own))
    yield from sorted(
        found, key=lambda f: (SEVERITIES.index(f.severity), f.shape, f.path or "", f.focus, f.value or "")
    )


@lru_cache(maxsize=32)
def _shapes(classes: frozenset[str]) -> Graph:
    """The shapes about these classes, without their SPARQL constraints: those are answered by `_asked`, since
    pySHACL would take as long for these few as for all the rest."""
    from rdflib import SH, Graph

    shapes = Graph()
    for triple in _all_shapes():
        is_about_others = triple[1] == SH.targetClass and str(triple[2]) not in classes
        if triple[1] != SH.sparql and not is_about_others:
            shapes.add(triple)
    return shapes


@cache
def _all_shapes() -> Graph:
    from rdflib import Graph

    shapes = Graph()
    for path in sorted(resource("ontology", "shapes").glob("*.ttl")):
        shapes.parse(path, format="turtle")
    return shapes


@dataclass(frozen=True, slots=True)
class _Question:
    """A SPARQL constraint: the shape it belongs to, its query, and what it says, by language."""

    shape: str
    severity: Severity
    select: str
    messages: Mapping[str, str]


@cache
def _questions() -> tuple[_Question, ...]:
    from rdflib import RDFS, SH

    shapes = _all_shapes()
    found = []
    for shape, constraint in shapes.subject_objects(SH.sparql):
        declared = [d for owner in shapes.objects(constraint, SH.prefixes) for d in shapes.objects(owner, SH.declare)]
        prefixes = (f"PREFIX {shapes.value(d, SH.prefix)}: <{shapes.value(d, SH.namespace)}>\n" for d in declared)
        found.append(
            _Question(
                shape=_said(shapes, shape, RDFS.label)["nl"],
                severity=_severity(shapes.value(shape, SH.severity)),
                select="".join(prefixes) + str(shapes.value(constraint, SH.select)),
                messages=_said(shapes, constraint, SH.message),
            )
        )
    return tuple(sorted(found, key=lambda question: question.select))


@cache
def _asked_classes() -> frozenset[ox.NamedNode]:
    """The classes whose shapes hold nothing but SPARQL constraints: pySHACL need not see their nodes."""
    from rdflib import RDF, RDFS, SH

    shapes = _all_shapes()
    plain = {RDF.type, RDFS.label, SH.targetClass, SH.sparql}
    found = set()
    for shape, target in shapes.subject_objects(SH.targetClass):
        if (shape, SH.sparql, None) in shapes and set(shapes.predicates(shape)) <= plain:
            found.add(ox.NamedNode(str(target)))
    return frozenset(found)


def _asked(triples: Iterable[ox.Triple]) -> Iterator[Finding]:
    """What the SPARQL constraints find; each row of theirs names the node (`$this`) and the `?value` at fault."""
    store = ox.Store()
    store.extend(ox.Quad(triple.subject, triple.predicate, triple.object) for triple in triples)
    for question in _questions():
        rows = store.query(question.select)
        assert isinstance(rows, ox.QuerySolutions)
        names = {variable.value for variable in rows.variables}
        for row in rows:
            value = row["value"].value if "value" in names else None
            said = {code: text.replace("{?value}", str(value)) for code, text in question.messages.items()}
            yield Finding(question.severity, row["this"].value, None, value, said, question.shape, "", None)


def _results(report: Graph, inside: set[Node]) -> list[Node]:
    """The results about nodes of the portion itself; the gazetteer's own are found in its own graph."""
    from rdflib import SH

    return [result for result in report.objects(None, SH.result) if report.value(result, SH.focusNode) in inside]


def _finding(report: Graph, result: Node, graph: str, document: str | None) -> Finding:
    from rdflib import RDFS, SH

    def one(predicate: Node) -> str | None:
        value = report.value(result, predicate)
        return None if value is None else str(value)

    shapes = _all_shapes()
    source = report.value(result, SH.sourceShape)
    owner = next(shapes.subjects(SH.property, source), source)
    return Finding(
        severity=_severity(report.value(result, SH.resultSeverity)),
        focus=one(SH.focusNode) or "",
        path=one(SH.resultPath),
        value=one(SH.value),
        messages=_said(report, result, SH.resultMessage),
        shape=_said(shapes, owner, RDFS.label).get("nl", ""),
        graph=graph,
        document=document,
    )


def _said(graph: Graph, node: Node | None, predicate: Node) -> dict[str, str]:
    """What a node says with a property, by language."""
    texts = {getattr(text, "language", None) or "en": str(text) for text in graph.objects(node, predicate)}
    return dict(sorted(texts.items()))


def _severity(node: Node | None) -> Severity:
    """A SHACL severity by our name; a shape that gives none means a violation."""
    name = "violation" if node is None else str(node).removeprefix(v.NAMESPACES["sh"]).lower()
    return next(known for known in SEVERITIES if known == name)


def _document_name(triples: Iterable[ox.Triple]) -> str | None:
    """The name of the document that a portion describes, where it is one."""
    document, label = ox.NamedNode(v.DOCUMENT), ox.NamedNode(v.iri("rdfs:label"))
    known = list(triples)
    subjects = [t.subject for t in known if t.predicate == TYPE and t.object == document]
    if len(subjects) != 1:
        return None
    names = (t.object for t in known if t.subject == subjects[0] and t.predicate == label)
    return next((name.value for name in names if isinstance(name, ox.Literal)), None)


def _is_node(term: object) -> TypeGuard[ox.NamedNode]:
    return isinstance(term, ox.NamedNode)


def _as_rdflib(triple: ox.Triple) -> tuple[Node, Node, Node]:
    return _node(triple.subject), _node(triple.predicate), _node(triple.object)


@lru_cache(maxsize=100_000)
def _node(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> Node:
    """A term of pyoxigraph as one of rdflib."""
    from rdflib import BNode, Literal, URIRef

    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return BNode(term.value)
    if isinstance(term, ox.Literal):
        if term.language:
            return Literal(term.value, lang=term.language)
        is_string = term.datatype.value == v.iri("xsd:string")
        return Literal(term.value, datatype=None if is_string else URIRef(term.datatype.value))
    raise InputError("a quoted triple has no place in this graph")


def report_graph(findings: Iterable[Finding]) -> str:
    """Findings as one `sh:ValidationReport` in Turtle."""
    sh = v.NAMESPACES["sh"]
    report = ox.BlankNode("report")
    triples: list[ox.Triple] = [ox.Triple(report, TYPE, ox.NamedNode(sh + "ValidationReport"))]
    conforms = True
    for number, finding in enumerate(findings, start=1):
        result = ox.BlankNode(f"result{number}")
        conforms = conforms and finding.severity != "violation"
        triples.append(ox.Triple(report, ox.NamedNode(sh + "result"), result))
        triples.append(ox.Triple(result, TYPE, ox.NamedNode(sh + "ValidationResult")))
        parts: list[tuple[str, ox.NamedNode | ox.Literal]] = [
            ("resultSeverity", ox.NamedNode(sh + finding.severity.capitalize())),
            ("focusNode", _term(finding.focus)),
            *(("resultMessage", ox.Literal(text, language=code)) for code, text in finding.messages.items()),
        ]
        if finding.path:
            parts.append(("resultPath", _term(finding.path)))
        if finding.value:
            parts.append(("value", _term(finding.value)))
        triples += [ox.Triple(result, ox.NamedNode(sh + name), value) for name, value in parts]
    answer = ox.Literal("true" if conforms else "false", datatype=ox.NamedNode(v.iri("xsd:boolean")))
    triples.append(ox.Triple(report, ox.NamedNode(sh + "conforms"), answer))
    text = ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes={"sh": sh, "lrt": v.LRT})
    return (text or b"").decode()


def _term(text: str) -> ox.NamedNode | ox.Literal:
    return ox.NamedNode(text) if text.startswith(("http://", "https://", "urn:")) else ox.Literal(text)
