"""Concepts of ours that everyday words name in passing: found when asked for, not looked for in documents."""

from __future__ import annotations

import csv
from functools import cache

from lrtgraph.resources import resource


@cache
def passing() -> frozenset[str]:
    """The ids of `data/linking/passing.tsv`; one that a user's own list has too is looked for all the same.

    >>> "wethouders" in passing(), "COA" in passing()
    (True, False)

    Raises ResourceError where the table is missing.
    """
    with resource("data", "linking", "passing.tsv").open(encoding="utf-8", newline="") as rows:
        return frozenset(row["concept"] for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE))
