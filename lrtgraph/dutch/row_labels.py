"""What stands before a value in the tables and letterheads above minutes: "Datum", "Aanwezig"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from lrtgraph.dutch.column_heads import column_roles
from lrtgraph.resources import table

_LEAST = 4
"""Cells of a row with two labels."""


@cache
def row_labels() -> frozenset[str]:
    """What stands before the value in the tables and letterheads above minutes, in lower case: "datum", "aanwezig".

    Raises ResourceError where a list is missing.
    """
    return _forms("attendance.csv") | _forms("letterhead.csv") | _forms("meeting_labels.csv")


@cache
def _forms(name: str) -> frozenset[str]:
    return frozenset(row["form"] for row in table(name))


def are_pairs(cells: Sequence[str]) -> bool:
    """Whether the cells of a row are two labels or more, each with its value behind it.

    A function in small letters, or before one word alone, is no label: "Aanwezig: | Dhr. Mol | adviseur | RVB".

    >>> are_pairs(["Datum", "5 juni 2024", "Voorzitter:", "mw. Bos"]), are_pairs(["Datum", "Actie", "Wie", "Gereed"])
    (True, False)
    """
    names = [" ".join(cell.split()).rstrip(" :").lower() for cell in cells]
    labels, values = names[::2], names[1::2]
    if len(names) < _LEAST or len(labels) != len(values) or not any(values):
        return False
    if not all(cell.strip()[:1].isupper() for cell in cells[::2]) or not row_labels().issuperset(labels):
        return False
    people = _forms("attendance.csv")
    alone = any(label in people and len(value.split()) == 1 for label, value in zip(labels, values, strict=True))
    return not alone and (column_roles().keys() | row_labels()).isdisjoint(values)
