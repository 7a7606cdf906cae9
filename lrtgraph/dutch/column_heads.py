"""What stands in the columns of a table, by the names at their head: "Nr", "Besluit / actie", "Wie"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import permutations

from lrtgraph.resources import table

_OUTCOME = "{uitkomst}"
_OUTCOMES = (
    ("actie", "besluit", "afspraak", "toezegging", "conclusie"),
    ("acties", "actiepunten", "besluiten", "afspraken", "toezeggingen", "conclusies"),
)
"""What is settled, one and several, of which two may share a column."""


@cache
def column_roles() -> dict[str, str]:
    """The names of columns in lower case and what each holds: number, topic, text, owner, deadline, status, ...

    >>> column_roles()["wie"], column_roles()["besluiten en acties"], column_roles()["toezegging / actie"]
    ('owner', 'text', 'text')

    Raises ResourceError where the list is missing.
    """
    return {form: row["role"] for row in table("columns.csv") for form in _spelled(row["form"])}


def roles_of(columns: Sequence[str]) -> list[str]:
    """What each column holds, empty where its name is not known; a topic is text where no other column has that.

    >>> roles_of(("nr", "onderwerp", "wie")), roles_of(("onderwerp", "besluit"))
    (['number', 'text', 'owner'], ['topic', 'text'])
    """
    return with_text([column_roles().get(name, "") for name in columns])


def with_text(roles: list[str]) -> list[str]:
    """The roles of the columns of a table, in which a topic is text where no other column has that."""
    return roles if "text" in roles else ["text" if role == "topic" else role for role in roles]


def _spelled(form: str) -> Iterator[str]:
    """A form for each two things that may be settled: "{uitkomst} en {uitkomst}"."""
    if _OUTCOME not in form:
        yield form
        return
    for nouns in _OUTCOMES:
        for one, other in permutations(nouns, 2):
            yield form.replace(_OUTCOME, one, 1).replace(_OUTCOME, other, 1)
