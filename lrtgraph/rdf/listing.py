"""Which row of the list of tasks has again what the running text of the same minutes tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from lrtgraph.rdf.names import GazetteerLike
from lrtgraph.rdf.tasks import ROWS
from lrtgraph.records import Outcome

_STEM: Final = 5
"""First letters by which a word is known in another form ("inventariseert", "inventarisatie"); of a word that has no
more, and of a compound's last part, one less or more."""
_SEVERAL: Final = 3
"""Words of a row that may have one that the text lacks."""
_LONG: Final = 8
"""Letters of a word that is enough by itself."""


def listed_again(outcomes: Sequence[Outcome], gazetteer: GazetteerLike) -> dict[int, int]:
    """For each outcome of running text, by its place, the row of a list that has it again; none where two may be meant.

    What no row has in its own words may be one with those that it leaves to what was told before: then it is the only
    one for a row that nothing else is.

    >>> from lrtgraph.gazetteer import load
    >>> from lrtgraph.records import Span, Task
    >>> def one(rule, *words, meant=()):
    ...     task = Task(None, words, meant=meant)
    ...     return Outcome("actie", Span(0, 1, "x"), ("IPO",), (), (), None, rule, 0.9, task=task)
    >>> said = one("outcome.label", "inventariseert", "knelpunten")
    >>> listed_again((said, one("outcome.list", "inventarisatie", "knelpunten"), one("outcome.list", "brief")), load())
    {0: 1}
    >>> row = one("outcome.list", "bijdrage", "uitzoeken")
    >>> listed_again((one("subject", "uitzoeken", meant=("bijdraagt",)), row), load())
    {0: 1}
    """
    rows = [place for place, one in enumerate(outcomes) if one.rule in ROWS]
    texts = [place for place, one in enumerate(outcomes) if one.rule not in ROWS]
    found: dict[int, int] = {}
    for with_meant in (False, True):
        taken = set(found.values())
        left = [row for row in rows if not (with_meant and row in taken)]
        more: dict[int, int] = {}
        for place in (text for text in texts if text not in found):
            same = [row for row in left if _is_same(outcomes[place], outcomes[row], gazetteer, with_meant=with_meant)]
            if len(same) == 1:
                more[place] = same[0]
        times = Counter(more.values())
        found |= {place: row for place, row in more.items() if not with_meant or times[row] == 1}
    return found


def _is_same(said: Outcome, row: Outcome, gazetteer: GazetteerLike, *, with_meant: bool) -> bool:
    """Whether both have an owner in common and the row abbreviates what is said."""
    if (
        "besluit" in (said.kind, row.kind)
        or said.task is None
        or row.task is None
        or _houses(said.owners, gazetteer).isdisjoint(_houses(row.owners, gazetteer))
    ):
        return False
    if said.task.number is not None and row.task.number is not None:
        return said.task.number == row.task.number
    own = (*said.task.words, *(act.partition(" ")[0] for act in said.task.acts)) if with_meant else said.task.words
    told, kept = (*own, *said.task.meant) if with_meant else own, row.task.words
    missing = sum(not _is_among(word, told) for word in kept)
    if with_meant and not any(_is_among(word, own) for word in kept):
        return False
    if len(kept) == 1:
        return not missing and len(kept[0]) >= _LONG
    return len(kept) > 1 and missing <= (len(kept) >= _SEVERAL)


def _houses(owners: Iterable[str], gazetteer: GazetteerLike) -> set[str]:
    """Owners with the organisations that their offices belong to: the minister of housing is in the list as VRO."""
    found = set(owners)
    for one in (gazetteer.concepts[owner] for owner in owners if owner in gazetteer.concepts):
        found.update(one.post_in, one.related if one.cls == "Organisation" else ())
    return found


def _is_among(word: str, others: Iterable[str]) -> bool:
    """Whether one of the words is the same in some form."""
    return any(_is_alike(word, other) for other in others)


def _is_alike(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if short == long or (len(short) > _STEM and long.endswith(short)):
        return True
    return (
        one[:_STEM] == other[:_STEM]
        if len(short) > _STEM
        else short[: _STEM - 1] == long[: _STEM - 1] and len(short) == _STEM
    )
