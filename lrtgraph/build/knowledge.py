"""What the graph knows without having read a document: the ontology and the gazetteer, each in its own graph."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Triple, parse

from lrtgraph import gazetteer
from lrtgraph import vocabulary as v
from lrtgraph.notations import PERSON
from lrtgraph.rdf.terms import node, string, term
from lrtgraph.resources import resource
from lrtgraph.sparql import solutions
from lrtgraph.store import Store

_IDENTIFIER = v.iri("dct:identifier")


def refresh_knowledge(store: Store, lists: Iterable[Path] = (), *, with_persons: bool = True) -> bool:
    """Write the ontology and the gazetteer (with the user's `lists`) where they are not what they were.

    Without persons those of the lists are left out: they only tell which names to black out. Returns whether anything
    was written. Raises GazetteerError where a list cannot be read.
    """
    lists = tuple(lists)
    files = sorted(resource("ontology").rglob("*.ttl"))
    digest = hashlib.sha256(b"".join(hashlib.sha256(path.read_bytes()).digest() for path in (*files, *lists)))
    mark = digest.hexdigest() + ("" if with_persons else " without persons")
    rows = solutions(
        store,
        f"SELECT ?mark WHERE {{ GRAPH <{v.PROVENANCE_GRAPH}> {{ <{v.GAZETTEER_GRAPH}> <{_IDENTIFIER}> ?mark }} }}",
    )
    if any(row["mark"].value == mark for row in rows):
        return False
    graph = node(v.ONTOLOGY_GRAPH)
    known = (quad for quad in gazetteer.quads(lists) if with_persons or not _is_of_person(quad))
    quads = [*known, *(quad for path in _ontology() for quad in _read(path, graph))]
    provenance = node(v.PROVENANCE_GRAPH)
    quads.append(Quad(node(v.GAZETTEER_GRAPH), term("dct:identifier"), string(mark), provenance))
    store.replace([v.GAZETTEER_GRAPH, v.ONTOLOGY_GRAPH], quads, [(v.PROVENANCE_GRAPH, v.GAZETTEER_GRAPH)])
    return True


def _is_of_person(quad: Quad) -> bool:
    """Whether a quad of the gazetteer tells of a person, who is in nobody's list but the user's."""
    people = v.concept_iri(PERSON)
    return any(isinstance(one, NamedNode) and one.value.startswith(people) for one in (quad.subject, quad.object))


def _ontology() -> list[Path]:
    """The ontology and its alignments."""
    folder = resource("ontology")
    return [*sorted(folder.glob("*.ttl")), *sorted(folder.glob("alignments/*.ttl"))]


def _read(path: Path, graph: NamedNode) -> Iterator[Quad]:
    """A Turtle file in a graph; blank nodes get IRIs by their number, so that the graph is the same in any store."""
    numbers: dict[BlankNode, NamedNode] = {}

    def named(value: NamedNode | BlankNode | Literal | Triple) -> NamedNode | Literal | Triple:
        if isinstance(value, BlankNode):
            return numbers.setdefault(value, node(f"{v.ID}node/{path.stem}{len(numbers)}"))
        return value

    for quad in parse(path=str(path), format=RdfFormat.TURTLE):
        yield Quad(named(quad.subject), quad.predicate, named(quad.object), graph)  # type: ignore[arg-type]
