"""Options that many commands share, so that they read and work the same everywhere."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from lrtgraph.resources import DEFAULT_STORE, STORE_VARIABLE


class Format(StrEnum):
    """How rows are printed: a table for people, the rest for machines."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    MD = "md"


class Language(StrEnum):
    """The language of labels and column heads."""

    NL = "nl"
    EN = "en"


Store = Annotated[
    str,
    typer.Option(
        "--store", envvar=STORE_VARIABLE, metavar="PATH|URL", help="The graph: a folder, or a SPARQL 1.1 endpoint."
    ),
]
Rows = Annotated[Format, typer.Option("--format", help="How to print the rows.")]
Lang = Annotated[Language, typer.Option("--lang", help="The language of labels.")]
Explain = Annotated[bool, typer.Option("--explain", help="Say which rule found each row, on which words.")]

STORE_DEFAULT = DEFAULT_STORE
