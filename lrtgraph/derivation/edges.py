"""Edges: the nodes that a rule's answer describes, named by what they say, and their quads."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import pyoxigraph as ox

from lrtgraph import vocabulary as v

GRAPH: Final = ox.NamedNode(v.DERIVED_GRAPH)
SUBJECT, PREDICATE, OBJECT = (ox.NamedNode(v.iri(f"rdf:{name}")) for name in ("subject", "predicate", "object"))
RULE, DOCUMENT = ox.NamedNode(v.RULE), ox.NamedNode(v.SOURCE_DOCUMENT)
CHANGED_FROM: Final = ox.NamedNode(v.CHANGED_FROM)
OTHER: Final = ox.NamedNode(v.iri("prov:wasDerivedFrom"))

Edge = tuple[ox.Triple, ...]
"""The triples of one edge's node, sorted."""


def named(triples: Iterable[ox.Triple]) -> dict[str, Edge]:
    """The edges of a rule's answer by the IRI of their nodes; nodes that say the same become one.

    A node's IRI is a hash of the edge, its rule and its document.
    """
    nodes: defaultdict[ox.BlankNode, list[ox.Triple]] = defaultdict(list)
    for triple in triples:
        if isinstance(triple.subject, ox.BlankNode):
            nodes[triple.subject].append(triple)
    merged: defaultdict[str, set[ox.Triple]] = defaultdict(set)
    for properties in nodes.values():
        key = sorted(str(t) for t in properties if t.predicate in (SUBJECT, PREDICATE, OBJECT, RULE, DOCUMENT))
        iri = f"{v.ID}edge/{hashlib.sha256(chr(10).join(_without_subject(key)).encode()).hexdigest()[:24]}"
        merged[iri].update(ox.Triple(ox.NamedNode(iri), t.predicate, t.object) for t in properties)
    return {iri: tuple(sorted(found, key=str)) for iri, found in merged.items()}


def _without_subject(lines: Iterable[str]) -> Iterator[str]:
    return (line.partition(" ")[2] for line in lines)


def plain(edge: Edge) -> ox.Triple:
    """The short edge that a node stands for."""
    parts = {triple.predicate: triple.object for triple in edge}
    return ox.Triple(parts[SUBJECT], parts[PREDICATE], parts[OBJECT])  # type: ignore[arg-type]


def subject(edge: Edge) -> str:
    """The IRI of the fact or actor that an edge goes out from."""
    value = plain(edge).subject
    assert isinstance(value, ox.NamedNode)
    return value.value


def as_quads(edges: Mapping[str, Edge]) -> list[ox.Quad]:
    """The quads of edges, plain and as nodes, each once."""
    triples = {plain(edge): None for edge in edges.values()}
    triples.update((triple, None) for edge in edges.values() for triple in edge)
    return [ox.Quad(t.subject, t.predicate, t.object, GRAPH) for t in triples]
