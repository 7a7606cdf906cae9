"""Edges: the nodes that a rule's answer describes, named by what they say, and their TriG.

They stay text from the answer to the store: as objects, term by term, they took four times the work.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Final

import pyoxigraph as ox

from lrtgraph import vocabulary as v

GRAPH: Final = f"<{v.DERIVED_GRAPH}>"
SUBJECT, PREDICATE, OBJECT = (f"<{v.iri(f'rdf:{name}')}>" for name in ("subject", "predicate", "object"))
RULE, DOCUMENT, CHANGED_FROM = (f"<{iri}>" for iri in (v.RULE, v.SOURCE_DOCUMENT, v.CHANGED_FROM))
OTHER: Final = f"<{v.iri('prov:wasDerivedFrom')}>"
_NAMING: Final = tuple(f"{one} " for one in (SUBJECT, PREDICATE, OBJECT, RULE, DOCUMENT))
"""With which the lines of predicate and object begin that name an edge."""

_BASE: Final = v.ID.removesuffix("id/")

Edge = tuple[str, ...]
"""What the node of an edge says: a line of predicate and object for each triple, as N-Triples has them, sorted."""


def named(answer: ox.QueryTriples) -> dict[str, Edge]:
    """The edges of a rule's answer by the IRI of their nodes; nodes that say the same become one.

    A node's IRI is a hash of the edge, its rule and its document.
    """
    found: defaultdict[str, set[str]] = defaultdict(set)
    for triple in (answer.serialize(format=ox.RdfFormat.N_TRIPLES) or b"").decode().split("\n"):
        if triple.startswith("_:"):
            node, _, line = triple.removesuffix(" .").partition(" ")
            found[node].add(line)
    merged: defaultdict[str, set[str]] = defaultdict(set)
    for lines in found.values():
        key = sorted(line for line in lines if line.startswith(_NAMING))
        iri = f"{v.ID}edge/{hashlib.sha256(chr(10).join(key).encode()).hexdigest()[:24]}"
        merged[iri] |= lines
    return {iri: tuple(sorted(lines)) for iri, lines in merged.items()}


def values(edge: Edge, predicate: str) -> Iterator[str]:
    """The objects that an edge's node has by a predicate."""
    start = f"{predicate} "
    return (line.removeprefix(start) for line in edge if line.startswith(start))


def plain(edge: Edge) -> str:
    """The short edge that a node stands for."""
    said = dict(line.split(" ", 1) for line in edge)
    return f"{said[SUBJECT]} {said[PREDICATE]} {said[OBJECT]}"


def nodes(edges: Mapping[str, Edge]) -> set[str]:
    """The triples of the nodes of edges."""
    return {f"<{iri}> {line}" for iri, edge in edges.items() for line in edge}


def in_graph(triples: Iterable[str]) -> bytes:
    """Triples in the derived graph, as TriG; several of one subject may share it.

    Most IRIs are our own, and are written without what they all begin with: that is half of the text. Each is encoded
    by itself, so that a text of many edges is in memory twice and not five times.
    """
    start, own = f"@base <{_BASE}> .\nGRAPH {GRAPH} {{\n", f"<{_BASE}"
    return b"".join((start.encode(), *(f"{one.replace(own, '<')} .\n".encode() for one in triples), b"}\n"))


def as_trig(edges: Mapping[str, Edge]) -> bytes:
    """The edges in the derived graph, plain and as nodes, each once."""
    short = dict.fromkeys(plain(edge) for edge in edges.values())
    return in_graph(chain(short, (f"<{iri}> {' ; '.join(edge)}" for iri, edge in edges.items())))
