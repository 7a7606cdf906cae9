"""Tasks of running text that the list of the same minutes has again: "IPO inventariseert vóór 1 april de knelpunten bij
de vergunningverlening" and "Inventarisatie knelpunten vergunningverlening – IPO – 1 april 2024" are one.
"""

from __future__ import annotations

from collections.abc import Sequence

from lrtgraph.records import Outcome

LISTED = frozenset({"outcome.table", "outcome.list"})
"""Rules by which a task stands in a list, and is known by its number and wording."""
ROWS = LISTED | {"outcome.head"}
"""With those by which it stands under a head of tasks: "VB: enquête onder burgemeesters (15 januari)"."""
_STEM = 5
"""First letters by which a word is known in another form ("inventariseert", "inventarisatie"); of a word that has no
more, and of a compound's last part, one less or more."""
_SEVERAL = 3
"""Words of a row that may have one that the text lacks."""
_LONG = 8
"""Letters of a word that is enough by itself."""


def listed_again(outcomes: Sequence[Outcome]) -> dict[int, int]:
    """For each outcome of running text, by its place, the row of a list that has it again; none where two may be meant.

    >>> from lrtgraph.records import Span, Task
    >>> def one(rule, *words):
    ...     return Outcome("actie", Span(0, 1, "x"), ("IPO",), (), (), None, rule, 0.9, task=Task(None, words))
    >>> said = one("outcome.label", "inventariseert", "knelpunten")
    >>> listed_again((said, one("outcome.list", "inventarisatie", "knelpunten"), one("outcome.list", "brief")))
    {0: 1}
    """
    rows = [place for place, one in enumerate(outcomes) if one.rule in ROWS]
    found: dict[int, int] = {}
    for place, one in enumerate(outcomes):
        if one.rule in ROWS:
            continue
        same = [row for row in rows if _is_same(one, outcomes[row])]
        if len(same) == 1:
            found[place] = same[0]
    return found


def _is_same(said: Outcome, row: Outcome) -> bool:
    """Whether both have an owner in common and the row abbreviates what is said."""
    if said.task is None or row.task is None or not set(said.owners) & set(row.owners):
        return False
    if said.task.number is not None and row.task.number is not None:
        return said.task.number == row.task.number
    kept = row.task.words
    missing = sum(not any(_is_alike(word, other) for other in said.task.words) for word in kept)
    if len(kept) == 1:
        return not missing and len(kept[0]) >= _LONG
    return len(kept) > 1 and missing <= (len(kept) >= _SEVERAL)


def _is_alike(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if short == long or (len(short) > _STEM and long.endswith(short)):
        return True
    return (
        one[:_STEM] == other[:_STEM]
        if len(short) > _STEM
        else short[: _STEM - 1] == long[: _STEM - 1] and len(short) == _STEM
    )
