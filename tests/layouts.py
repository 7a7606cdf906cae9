"""What tests of layouts and heads read, and the gazetteer and the lexicon that they read with, made once."""

from __future__ import annotations

from functools import cache

from lrtgraph.gazetteer import Gazetteer, load
from lrtgraph.layout.lexicon import Lexicon
from lrtgraph.records import Document


@cache
def gazetteer() -> Gazetteer:
    return load()


@cache
def lexicon() -> Lexicon:
    return Lexicon.of((), (alias.text for alias in gazetteer().aliases() if not alias.hidden))


def as_document(text: str) -> Document:
    """A plain text as a document; for who reads its layout or its head it needs no hash."""
    return Document("x.txt", "", "text/plain", text)
