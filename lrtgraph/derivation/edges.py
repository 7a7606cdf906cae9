"""Edges: the nodes that a rule's answer describes, named by what they say, and their quads."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

import pyoxigraph as ox

from lrtgraph import vocabulary as v

GRAPH: Final = ox.NamedNode(v.DERIVED_GRAPH)
SUBJECT, PREDICATE, OBJECT = (ox.NamedNode(v.iri(f"rdf:{name}")) for name in ("subject", "predicate", "object"))
RULE, DOCUMENT = ox.NamedNode(v.RULE), ox.NamedNode(v.SOURCE_DOCUMENT)
CHANGED_FROM: Final = ox.NamedNode(v.CHANGED_FROM)
_NAMING: Final = tuple(f"{one} " for one in (SUBJECT, PREDICATE, OBJECT, RULE, DOCUMENT))
"""With which the lines of predicate and object begin that name an edge."""
OTHER: Final = ox.NamedNode(v.iri("prov:wasDerivedFrom"))

Edge = tuple[ox.Triple, ...]
"""The triples of one edge's node, sorted."""


def named(triples: Iterable[ox.Triple]) -> dict[str, Edge]:
    """The edges of a rule's answer by the IRI of their nodes; nodes that say the same become one.

    A node's IRI is a hash of the edge, its rule and its document.
    """
    nodes: defaultdict[ox.BlankNode, dict[str, ox.Triple]] = defaultdict(dict)
    for triple in triples:
        node = triple.subject
        if isinstance(node, ox.BlankNode):
            nodes[node][f"{triple.predicate} {triple.object}"] = triple
    merged: defaultdict[str, dict[str, ox.Triple]] = defaultdict(dict)
    for properties in nodes.values():
        key = sorted(line for line in properties if line.startswith(_NAMING))
        iri = f"{v.ID}edge/{hashlib.sha256(chr(10).join(key).encode()).hexdigest()[:24]}"
        merged[iri] |= properties
    return {iri: _edge(ox.NamedNode(iri), properties) for iri, properties in merged.items()}


def _edge(node: ox.NamedNode, properties: Mapping[str, ox.Triple]) -> Edge:
    """What an edge's node says, in the order of its lines of predicate and object."""
    return tuple(ox.Triple(node, t.predicate, t.object) for _, t in sorted(properties.items()))


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
