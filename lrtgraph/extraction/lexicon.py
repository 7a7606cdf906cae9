"""The word lists of the rules: closed classes of Dutch words, and tables of cues, each row defined and exemplified."""

from __future__ import annotations

import csv
from functools import cache

from lrtgraph.resources import resource


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a packaged table (`lrtgraph/data/NAME.csv`). Raises ResourceError where it is missing.

    >>> sorted(table("word_classes")[0])
    ['class', 'definition', 'example', 'words']
    """
    with resource("data", f"{name}.csv").open(encoding="utf-8", newline="") as rows:
        return tuple(csv.DictReader(rows))


@cache
def words(word_class: str) -> frozenset[str]:
    """The words of a closed class, in lower case. Raises KeyError for a class that the table lacks.

    >>> "tenzij" in words("condition")
    True
    """
    found = {row["class"]: frozenset(row["words"].split()) for row in table("word_classes")}
    return found[word_class]
