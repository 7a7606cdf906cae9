"""Concepts of ours that everyday words name in passing: found when asked for, not looked for in documents."""

from __future__ import annotations

from functools import cache

from lrtgraph.resources import table


@cache
def passing() -> frozenset[str]:
    """The ids of `data/linking/passing.tsv`; one that a user's own list has too is looked for all the same.

    >>> "wethouders" in passing(), "COA" in passing()
    (True, False)

    Raises ResourceError where the table is missing.
    """
    return frozenset(row["concept"] for row in table("linking", "passing.tsv"))
