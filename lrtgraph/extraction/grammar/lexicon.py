"""The word lists of the rules: closed classes of Dutch words, tables of cues, each row defined and exemplified, and the
forms of auxiliaries.
"""

from __future__ import annotations

from functools import cache

from lrtgraph import resources
from lrtgraph.dutch.conjugation import conjugation


def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a packaged table (`lrtgraph/data/NAME.csv`). Raises ResourceError where it is missing.

    >>> sorted(table("word_classes")[0])
    ['class', 'definition', 'example', 'words']
    """
    return resources.table(f"{name}.csv")


@cache
def words(*word_classes: str) -> frozenset[str]:
    """The words of closed classes together, in lower case. Raises KeyError for a class that the tables lack.

    >>> "tenzij" in words("condition"), words("condition") < words("condition", "negation")
    (True, True)
    """
    return frozenset(word for name in word_classes for word in _classes()[name].split())


def listed(word_class: str) -> tuple[str, ...]:
    """The words of one closed class in the order of the table. Raises KeyError for a class that the tables lack."""
    return tuple(_classes()[word_class].split())


@cache
def _classes() -> dict[str, str]:
    """Each closed class with its words: `statement_word_classes.csv` has those that only statements ask for."""
    return {row["class"]: row["words"] for name in ("word_classes", "statement_word_classes") for row in table(name)}


WORDEN = conjugation("worden").finite | {"worden"}
ZIJN = conjugation("zijn").finite
HEBBEN = conjugation("hebben").finite
MODAL = words("modal")
DUTY = words("duty")
FUTURE = words("shall", "going")
NEGATION = words("negation")
