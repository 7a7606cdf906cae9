"""The edges that one document has by itself: made from its quads alone, wherever they are at the moment.

A rule on documents reads nothing but the facts of one document, so it gives the same on the quads of that document
as on a store of thousands, at a fraction of the cost; and it can be run by whoever has just read the document.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pyoxigraph as ox

from lrtgraph import vocabulary as v
from lrtgraph.derivation.edges import Edge, as_trig, named, values
from lrtgraph.derivation.rules import named_terms, rules
from lrtgraph.derivation.waiting import as_listed

_TYPE, _THREADS = v.iri("rdf:type"), (v.THREAD, v.TASK_THREAD, v.NUMBER_THREAD, v.THING_THREAD)


def own_edges(quads: Iterable[ox.Quad]) -> dict[str, Edge]:
    """The edges that the rules on documents give for a document's quads, by the IRI of their nodes."""
    terms = named_terms()
    store = ox.Store()
    store.extend(
        quad
        for quad in quads
        if quad.predicate.value in terms
        or (quad.predicate.value == _TYPE and isinstance(quad.object, ox.NamedNode) and quad.object.value in terms)
    )
    return _edges(store)


def _edges(store: ox.Store) -> dict[str, Edge]:
    """What the rules on documents give for all that a store holds."""
    found: dict[str, Edge] = {}
    for rule in rules("document"):
        answer = store.query(rule.construct, use_default_graph_as_union=True)
        assert isinstance(answer, ox.QueryTriples)
        found |= named(answer)
    return found


def threads(quads: Iterable[ox.Quad]) -> set[str]:
    """The IRIs of the threads that quads of facts name."""
    return {
        one.object.value for one in quads if one.predicate.value in _THREADS and isinstance(one.object, ox.NamedNode)
    }


def threads_of_edges(edges: Mapping[str, Edge]) -> set[str]:
    """The IRIs of the threads that edges are themselves in."""
    return {thread[1:-1] for edge in edges.values() for thread in values(edge, f"<{v.THREAD}>")}


def with_edges(facts: bytes) -> bytes:
    """What goes into the store together with the facts of a document that is not in it, both as TriG: the document's
    own edges, and its threads on the waiting list.
    """
    store = ox.Store()
    store.load(facts, format=ox.RdfFormat.TRIG, lenient=True)  # what was checked when it was made
    edges = _edges(store)
    in_threads = (quad for name in _THREADS for quad in store.quads_for_pattern(None, ox.NamedNode(name), None))
    return as_trig(edges) + as_listed(threads(in_threads) | threads_of_edges(edges))
