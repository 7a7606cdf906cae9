"""RDF terms from Python values, for what is no record."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode

from lrtgraph.rdf.written import clean
from lrtgraph.vocabulary import iri


def node(value: str) -> NamedNode:
    """An IRI from `vocabulary`, as a term."""
    return NamedNode(value)


def term(name: str) -> NamedNode:
    """A prefixed name of the vocabulary, as a term.

    >>> term("rdf:type").value
    'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'
    """
    return NamedNode(iri(name))


def string(text: str) -> Literal:
    """A plain string literal of any text, cleaned as `written.clean` does."""
    return Literal(clean(text))
