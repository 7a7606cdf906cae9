"""RDF terms from Python values: IRIs, literals, and text that no serialisation can break on."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Final

from pyoxigraph import Literal, NamedNode

from lrtgraph.vocabulary import iri

# What XML 1.0 (and so RDF/XML and xsd:string) cannot hold: most controls, surrogates, and two non-characters.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d")
MASK: Final = "█"


@lru_cache(maxsize=65536)
def node(value: str) -> NamedNode:
    """An IRI from `vocabulary`, as a term."""
    return NamedNode(value)


@lru_cache(maxsize=1024)
def term(name: str) -> NamedNode:
    """A prefixed name of the vocabulary, as a term.

    >>> term("rdf:type").value
    'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'
    """
    return NamedNode(iri(name))


def clean(text: str) -> str:
    """Text with every character that RDF syntaxes cannot hold replaced, one for one, so that offsets stay right.

    A form feed or vertical tab becomes a line feed, anything else U+FFFD.

    >>> clean("blz. 1\\fblz. 2\\x00")
    'blz. 1\\nblz. 2�'
    """
    return _FORBIDDEN.sub(lambda match: "\n" if match[0] in "\x0b\x0c" else "\ufffd", text)


def string(text: str) -> Literal:
    """A plain string literal of any text."""
    return Literal(clean(text))


def dutch(text: str) -> Literal:
    """A literal in Dutch."""
    return Literal(clean(text), language="nl")


@lru_cache(maxsize=4096)
def whole(number: int) -> Literal:
    """An xsd:integer."""
    return Literal(str(number), datatype=term("xsd:integer"))


@lru_cache(maxsize=4096)
def decimal(number: float) -> Literal:
    """An xsd:decimal in its canonical form, at most six places.

    >>> decimal(75500.0).value, decimal(0.95).value
    ('75500', '0.95')
    """
    text = f"{Decimal(repr(float(number))):.6f}".rstrip("0").rstrip(".")
    return Literal("0" if text == "-0" else text, datatype=term("xsd:decimal"))


def is_date(text: str) -> bool:
    """Whether the text is a day of the calendar in ISO form."""
    if not _ISO_DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def day(text: str) -> Literal:
    """An xsd:date from an ISO date (see `is_date`)."""
    return Literal(text, datatype=term("xsd:date"))
