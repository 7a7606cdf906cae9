"""A table's name that goes on with words that are none of its own is another table's: "Landelijke Regietafel Jeugd"."""

from __future__ import annotations

import re
from functools import cache

from lrtgraph.dutch.document_titles import title_words
from lrtgraph.resources import table

_TABLE = re.compile(r"\b(?:landelijke|(?:hoog[- ]?)?ambtelijke)\s+regietafel\Z", re.IGNORECASE)
_LOOKS_BACK = 40
_BEHIND = re.compile(r"[ ]+(?P<word>[A-ZÀ-Þ][a-zà-ÿ]{3,}[\w-]*|[a-zà-ÿ]{4,})")

_DAY = re.compile(r",?\s+(?:\d|(?:maan|dins|woens|donder|vrij|zater|zon)dag\b)", re.IGNORECASE)
"""Before a day a capitalised word may be the place of the meeting: "Landelijke Regietafel Soesterberg, 4 april"."""


def goes_on(text: str, end: int) -> bool:
    """Whether the full name of a table that ends at `end` of a text goes on as that of another table.

    A capitalised word behind it does so, but for one that may stand in the table's own name or in a title behind it;
    a word in small letters, or before the day, only where it names a field of others.

    >>> goes_on("Verslag Landelijke Regietafel Jeugd", 29), goes_on("Landelijke Regietafel Migratie", 21)
    (True, False)
    >>> goes_on("De Landelijke Regietafel besluit hierover.", 24), goes_on("Landelijke regietafel wonen", 21)
    (False, True)
    """
    if text[max(0, end - 5) : end].lower() != "tafel" or _TABLE.search(text, max(0, end - _LOOKS_BACK), end) is None:
        return False
    behind = _BEHIND.match(text, end)
    if behind is None or title_words().match(text, behind.start("word")):
        return False
    word, known = behind["word"], _words()
    if word.islower() or _DAY.match(text, behind.end()):
        return word.lower() in known["other"]
    return not word.lower().startswith(known["own"]) and word.lower() not in known["aside"]


@cache
def _words() -> dict[str, tuple[str, ...]]:
    """The words that tell it, by their kind. Raises ResourceError where the table is missing."""
    kinds: dict[str, tuple[str, ...]] = {}
    for row in table("linking", "behind_tables.tsv"):
        kinds[row["kind"]] = tuple(row["words"].split())
    return kinds
