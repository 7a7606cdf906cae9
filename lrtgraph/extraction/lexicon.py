"""The word lists of the rules: closed classes of Dutch words, and tables of cues, each row defined and exemplified."""

from __future__ import annotations

from functools import cache

from lrtgraph import resources


def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a packaged table (`lrtgraph/data/NAME.csv`). Raises ResourceError where it is missing.

    >>> sorted(table("word_classes")[0])
    ['class', 'definition', 'example', 'words']
    """
    return resources.table(f"{name}.csv")


@cache
def words(word_class: str) -> frozenset[str]:
    """The words of a closed class, in lower case. Raises KeyError for a class that the table lacks.

    >>> "tenzij" in words("condition")
    True
    """
    return frozenset(classes("word_classes")[word_class].split())


@cache
def classes(name: str) -> dict[str, str]:
    """The classes of a table of closed classes with their words as they stand there, white space between them."""
    return {row["class"]: row["words"] for row in table(name)}
