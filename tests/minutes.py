"""Invented minutes for tests of the rules: a head with a table of people, one item, and the sentences under test."""

from __future__ import annotations

import csv
import hashlib
from functools import cache
from pathlib import Path

from lrtgraph.build.reading import Reader
from lrtgraph.records import Document, Record
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


def read(text: str) -> Record:
    """The record of a whole text."""
    return reader().read(Document("x.txt", hashlib.sha256(text.encode()).hexdigest(), "text/plain", text))


@cache
def read_item(body: str, title: str = "Stand van zaken") -> Record:
    """The record of minutes of the LRT whose second item has this title and body."""
    return read(f"{HEAD}2. {title}\n\n{body}\n")


def sentences(name: str) -> list[tuple[str, ...]]:
    """The rows of `tests/sentences/NAME.csv` without its head."""
    with (Path(__file__).parent / "sentences" / f"{name}.csv").open(encoding="utf-8", newline="") as rows:
        return [tuple(row) for row in csv.reader(rows)][1:]
