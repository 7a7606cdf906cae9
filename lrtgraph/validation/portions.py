"""A store or a file in portions, each held against the shapes.

A portion is a document's graph with what the gazetteer says of the concepts it names, so that time grows in
proportion to the number of documents and memory does not grow at all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from lrtgraph import vocabulary as v
from lrtgraph.errors import InputError
from lrtgraph.store import Store
from lrtgraph.validation.checking import Finding, check

_PORTION: Final = 20_000  # quads of a graph that is no document's, in one go; its nodes are never cut in two
_OUTSIDE: Final = frozenset({v.PROVENANCE_GRAPH, v.ONTOLOGY_GRAPH})


def validate(store: Store) -> Iterator[Finding]:
    """Everything that the shapes find in a store, graph by graph, the gravest of each graph first.

    Raises StoreError where the store cannot be read.
    """
    graphs = [graph for graph in store.graphs() if graph not in _OUTSIDE]
    listed = _by_subject(store.quads(v.GAZETTEER_GRAPH))
    for graph in graphs:
        if graph == v.GAZETTEER_GRAPH:
            continue
        if graph == v.DERIVED_GRAPH:
            for portion in _portions(_by_subject(store.quads(graph)), _PORTION):
                yield from check(portion, graph=graph)
        else:
            yield from check((_triple(quad) for quad in store.quads(graph)), listed, graph=graph)
    for portion in _portions(listed, _PORTION):
        yield from check(portion, listed, graph=v.GAZETTEER_GRAPH)


def validate_file(path: Path) -> Iterator[Finding]:
    """Everything that the shapes find in an RDF file; what it says of no concept is taken from the gazetteer.

    The name's ending gives the format (ttl, nt, nq, trig, rdf, jsonld).

    Raises InputError where the file cannot be read as RDF.
    """
    from lrtgraph.gazetteer import quads

    form = ox.RdfFormat.from_extension(path.suffix.lstrip("."))
    if form is None:
        raise InputError(
            f"{path} is no RDF file that can be told by its name: use .ttl, .nt, .nq, .trig, .rdf, .jsonld"
        )
    graphs: defaultdict[str, list[ox.Triple]] = defaultdict(list)
    try:
        for quad in ox.parse(path=str(path), format=form):
            name = quad.graph_name
            graphs[name.value if isinstance(name, ox.NamedNode) else path.name].append(_triple(quad))
    except SyntaxError as error:
        raise InputError(f"{path} cannot be read as RDF: {error.msg}") from error
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror}") from error
    listed = _by_subject(quads())
    for graph in sorted(graphs.keys() - _OUTSIDE):
        yield from check(graphs[graph], listed, graph=graph)


def _triple(quad: ox.Quad | ox.Triple) -> ox.Triple:
    return ox.Triple(quad.subject, quad.predicate, quad.object)


def _by_subject(quads: Iterable[ox.Quad]) -> dict[ox.NamedNode, list[ox.Triple]]:
    """Triples by the node they describe, nodes in order."""
    found: defaultdict[ox.NamedNode, list[ox.Triple]] = defaultdict(list)
    for quad in quads:
        if isinstance(quad.subject, ox.NamedNode):
            found[quad.subject].append(_triple(quad))
    return dict(sorted(found.items(), key=lambda item: item[0].value))


def _portions(nodes: Mapping[ox.NamedNode, list[ox.Triple]], size: int) -> Iterator[list[ox.Triple]]:
    portion: list[ox.Triple] = []
    for triples in nodes.values():
        portion += triples
        if len(portion) >= size:
            yield portion
            portion = []
    if portion:
        yield portion
