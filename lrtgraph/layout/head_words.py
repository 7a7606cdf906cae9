"""Standing heads of minutes ("Opening", "Conclusie", "Actielijst"), and the shape of a head's words."""

from __future__ import annotations

import csv
from collections import defaultdict
from functools import cache

from lrtgraph.resources import resource


@cache
def head_words() -> dict[str, frozenset[str]]:
    """Standing heads by role: "opening", "section", "closing"; lower case."""
    found: dict[str, set[str]] = defaultdict(set)
    with resource("data", "headings.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found[row["role"]].add(row["form"])
    return {role: frozenset(forms) for role, forms in found.items()}


def in_capitals(body: str) -> bool:
    """Whether a line is set in capitals, but for a letter here and there.

    >>> in_capitals("STAND VAN ZAKEN"), in_capitals("Stand van zaken"), in_capitals("1.2")
    (True, False, False)
    """
    letters = [char for char in body if char.isalpha()]
    return len(letters) >= 3 and sum(char.isupper() for char in letters) >= 0.9 * len(letters)


def plain_form(body: str) -> str:
    """A head as compared with the standing ones: lower case, without colon or marks around it.

    >>> plain_form("Conclusie: ")
    'conclusie'
    """
    return body.rstrip(" :").strip("*_ ").lower()
