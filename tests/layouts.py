"""What tests of layouts and heads read, and the gazetteer and the lexicon that they read with, made once."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from lrtgraph.extraction.participants import read_participants
from lrtgraph.gazetteer import Gazetteer, load
from lrtgraph.layout import read_layout
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


def texts(lines: list[str]) -> list[str]:
    """The texts of the blocks that these lines make, without what is furniture or letterhead."""
    layout = read_layout(as_document("\n".join(lines)), Lexicon.of())
    return [block.text for block in layout.blocks if block.kind not in ("furniture", "letterhead")]


def people(text: str) -> list[tuple[str | None, str | None, str]]:
    """Who attended by a text: name, concept and status of each."""
    document = as_document(text)
    found = read_participants(document, read_layout(document, lexicon()), gazetteer())
    return [(one.name, one.concept, one.status) for one in found]


def cases(pattern: str) -> list[tuple[str, list[str]]]:
    """The pieces of minutes in the files of `tests/lists` with such a name, each with the lines behind its `=>`."""
    files = sorted((Path(__file__).parent / "lists").glob(pattern))
    parted = [
        case.strip("\n").split("\n=>\n")
        for file in files
        for case in file.read_text(encoding="utf-8").split("\n~~~~\n")
    ]
    assert parted
    return [(piece, expected.splitlines()) for piece, expected in parted]
