"""RDF syntaxes. Those with named graphs keep them; the others hold the union of all graphs, each triple once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from lrtgraph.store import Store
from lrtgraph.vocabulary import NAMESPACES

SYNTAXES: Final[dict[str, ox.RdfFormat]] = {
    "ttl": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "nq": ox.RdfFormat.N_QUADS,
    "nt": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdfxml": ox.RdfFormat.RDF_XML,
}


def write(store: Store, syntax: str, path: Path) -> int:
    """Write the whole graph in an RDF syntax, always in the same order; return the number of statements."""
    form = SYNTAXES[syntax]
    items: list[ox.Quad] | list[ox.Triple] = list(_quads(store)) if form.supports_datasets else _triples(store)
    with path.open("wb") as file:
        ox.serialize(items, output=file, format=form, prefixes=NAMESPACES)
    return len(items)


def _quads(store: Store) -> Iterator[ox.Quad]:
    for graph in store.graphs():
        yield from sorted(store.quads(graph), key=_key)


def _triples(store: Store) -> list[ox.Triple]:
    return sorted({quad.triple for quad in store.quads()}, key=_key)


def _key(item: ox.Quad | ox.Triple) -> tuple[str, str, str]:
    # A node's type comes first, as a person would write it.
    predicate = str(item.predicate)
    return (str(item.subject), "" if predicate.endswith("#type>") else predicate, str(item.object))
