"""The word lists of linking: tables with a definition and an example a row, and plain lists of words."""

from __future__ import annotations

import csv
from functools import cache

from lrtgraph.resources import resource


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a packaged table (`lrtgraph/data/linking/NAME.tsv`). Raises ResourceError where it is missing.

    >>> sorted(table("titles")[0])
    ['definition', 'example', 'kind', 'title']
    """
    with resource("data", "linking", f"{name}.tsv").open(encoding="utf-8", newline="") as rows:
        return tuple(csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def listed(name: str) -> frozenset[str]:
    """The words of a packaged list (`lrtgraph/data/linking/NAME.txt`), as they stand there.

    >>> "Agenda" in listed("no_candidates")
    True
    """
    lines = resource("data", "linking", f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
