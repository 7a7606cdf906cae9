"""What stands in a table: in its columns, by the names at their head ("Nr", "Besluit / actie", "Wie"), and behind the
labels of its rows ("Datum", "Aanwezig")."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import permutations

from lrtgraph.resources import resource

_OUTCOME = "{uitkomst}"
_OUTCOMES = (
    ("actie", "besluit", "afspraak", "toezegging", "conclusie"),
    ("acties", "actiepunten", "besluiten", "afspraken", "toezeggingen", "conclusies"),
)
"""What is settled, one and several, of which two may share a column."""


_LEAST = 4
"""Cells of a row with two labels."""


@cache
def column_roles() -> dict[str, str]:
    """The names of columns in lower case and what each holds: number, topic, text, owner, deadline, status, ...

    >>> column_roles()["wie"], column_roles()["besluiten en acties"], column_roles()["toezegging / actie"]
    ('owner', 'text', 'text')

    Raises ResourceError where the list is missing.
    """
    with resource("data", "columns.csv").open(encoding="utf-8", newline="") as file:
        return {form: row["role"] for row in csv.DictReader(file) for form in _spelled(row["form"])}


def _spelled(form: str) -> Iterator[str]:
    """A form for each two things that may be settled: "{uitkomst} en {uitkomst}"."""
    if _OUTCOME not in form:
        yield form
        return
    for nouns in _OUTCOMES:
        for one, other in permutations(nouns, 2):
            yield form.replace(_OUTCOME, one, 1).replace(_OUTCOME, other, 1)


@cache
def row_labels() -> frozenset[str]:
    """What stands before the value in the tables and letterheads above minutes, in lower case: "datum", "aanwezig".

    Raises ResourceError where a list is missing.
    """
    return _forms("attendance.csv") | _forms("letterhead.csv") | _forms("meeting_labels.csv")


@cache
def _forms(name: str) -> frozenset[str]:
    with resource("data", name).open(encoding="utf-8", newline="") as file:
        return frozenset(row["form"] for row in csv.DictReader(file))


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
