"""Invented minutes for tests of the rules: a head with a table of people, one item, and the sentences under test."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from lrtgraph.build.reader import Reader
from lrtgraph.records import Document, Outcome, Record, Responsibility
from lrtgraph.resources import Settings

HEAD = """Verslag Landelijke Regietafel (LRT)

Vergaderdatum: 12 februari 2024

Aanwezig: dhr. Jansma (SJenV), mw. Otten (MBZK), dhr. Kuipers (VNG), mw. Blaak (IPO), dhr. Visser (COA)

1. Opening

- Er zijn geen mededelingen.

"""


@cache
def reader() -> Reader:
    """One reader for all tests."""
    return Reader(Settings())


def document(text: str) -> Document:
    """A whole text as a document."""
    return Document("x.txt", hashlib.sha256(text.encode()).hexdigest(), "text/plain", text)


def read(text: str) -> Record:
    """The record of a whole text."""
    return reader().read(document(text))


@cache
def read_item(body: str, title: str = "Stand van zaken") -> Record:
    """The record of minutes of the LRT whose second item has this title and body."""
    return read(f"{HEAD}2. {title}\n\n{body}\n")


def sentences(name: str) -> list[tuple[str, ...]]:
    """The rows of `tests/sentences/NAME.csv` without its head."""
    with (Path(__file__).parent / "sentences" / f"{name}.csv").open(encoding="utf-8", newline="") as rows:
        return [tuple(row) for row in csv.reader(rows)][1:]


TOGETHER = 12  # sentences that are read as one document


def items(rows: tuple[tuple[str, str], ...]) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """Minutes with these (title, sentence) as items, several to a document, and where each sentence stands there."""
    for first in range(0, len(rows), TOGETHER):
        text, spans = HEAD, []
        for number, (title, sentence) in enumerate(rows[first : first + TOGETHER], start=2):
            text += f"{number}. {title}\n\n- "
            spans.append((len(text), len(text) + len(sentence)))
            text += f"{sentence}\n\n"
        yield text, spans


@cache
def read_items(rows: tuple[tuple[str, str], ...]) -> tuple[tuple[tuple[Outcome, ...], tuple[Responsibility, ...]], ...]:
    """For each (title, sentence) what is found in it; several are items of one document, which saves time."""
    found: list[tuple[tuple[Outcome, ...], tuple[Responsibility, ...]]] = []
    for text, spans in items(rows):
        record = read(text)
        for start, end in spans:
            inside = [fact for fact in record.outcomes if start <= fact.evidence.start < end]
            owned = [fact for fact in record.ownership if start <= fact.evidence.start < end]
            found.append((tuple(inside), tuple(owned)))
    return tuple(found)
