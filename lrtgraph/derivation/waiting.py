"""The waiting list: what has changed since edges were derived. It stands in the provenance graph.

On it stand documents whose every edge is to be made again (they were replaced or taken out), threads in which a new
document, whose own edges came in with it, has an outcome or a position, and those of things that one which went had.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

import pyoxigraph as ox

from lrtgraph import vocabulary as v

PLACE: Final = (v.PROVENANCE_GRAPH, v.DERIVED_GRAPH)
"""The graph and the subject of the list's quads."""

LISTED: Final = f"SELECT ?value WHERE {{ GRAPH <{PLACE[0]}> {{ <{PLACE[1]}> <{v.AWAITS}> ?value }} }}"
"""The query for what is on the list."""


def marked(iris: Iterable[str]) -> Iterator[ox.Quad]:
    """The quads that put documents and threads on the list, in a fixed order."""
    graph, subject = map(ox.NamedNode, PLACE)
    awaits = ox.NamedNode(v.AWAITS)
    return (ox.Quad(subject, awaits, ox.NamedNode(iri), graph) for iri in sorted(iris))


def as_listed(iris: Iterable[str]) -> bytes:
    """The same quads as TriG."""
    return ox.serialize(marked(iris), format=ox.RdfFormat.TRIG) or b""


def is_thread(iri: str) -> bool:
    """Whether what stands on the list is a thread, and not a document."""
    return iri.startswith(v.THREADS)
