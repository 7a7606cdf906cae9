"""Which outcomes of one document are the same task: a row of the list at the end has again what stands under its item,
and a label there what was said before it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from lrtgraph.rdf.names import GazetteerLike
from lrtgraph.rdf.tasks import LISTED, ROWS
from lrtgraph.records import Outcome

_STEM: Final = 5
"""First letters by which a word is known in another form ("inventariseert", "inventarisatie"); of a word that has no
more, and of a compound's last part, one less or more."""
_SEVERAL: Final = 3
"""Words of a row that may have one that the text lacks."""
_LONG: Final = 8
"""Letters of a word that is enough by itself."""
_LABELLED: Final = ("outcome.label", "outcome.arrow", "outcome.note")
"""With what the rules begin by which a label or note marks an outcome."""
_TERM: Final = re.compile(r"[^\W\d]+|\d{1,2}(?!\d)")
"""A word or number of a term; its year is often left out."""
_WORD: Final = re.compile(r"\w{3,}")
"""A word of a concept's name."""
_AROUND: Final = frozenset({"voor", "vóór", "de", "het", "in", "op", "uiterlijk", "van", "per", "na"})
"""Words of a term that tell nothing beside the others."""


def listed_again(outcomes: Sequence[Outcome], gazetteer: GazetteerLike) -> tuple[tuple[int, int], ...]:
    """The pairs of places of an outcome and of what has it again: for one of running text a line under a head of
    tasks, for both a row of a list, and for what somebody said a label behind it. None where two may be meant.

    What has no row in its own words may be one with those that it leaves to what was told before, or that has the same
    term: then it is the only one for a row that nothing else is.

    >>> from lrtgraph.gazetteer import load
    >>> from lrtgraph.records import Span, Task
    >>> def one(rule, *words, meant=(), term=None):
    ...     task = Task(None, words, meant=meant)
    ...     return Outcome("actie", Span(0, 1, "x"), ("IPO",), (), (), term, rule, 0.9, task=task)
    >>> said = one("outcome.label", "inventariseert", "knelpunten")
    >>> listed_again((said, one("outcome.list", "inventarisatie", "knelpunten"), one("outcome.list", "brief")), load())
    ((0, 1),)
    >>> row = one("outcome.list", "bijdrage", "uitzoeken")
    >>> listed_again((one("subject", "uitzoeken", meant=("bijdraagt",)), row), load())
    ((0, 1),)
    >>> row = one("outcome.list", "loket", "voorstel", term="mei 2025")
    >>> [listed_again((one("x", "legt", "voorstel", term=term), row), load()) for term in ("in mei", "in juni")]
    [((0, 1),), ()]
    """
    places = range(len(outcomes))
    heads, lists = ([k for k in places if outcomes[k].rule in rules] for rules in (ROWS - LISTED, LISTED))
    texts = [k for k in places if outcomes[k].rule not in ROWS]
    labels = [k for k in texts if not _is_spoken(outcomes[k])]
    steps = ((texts, heads), ([*texts, *heads], lists), ([k for k in texts if k not in labels], labels))
    return tuple(sorted({pair for said, rows in steps for pair in _pairs(outcomes, gazetteer, said, rows)}))


def _pairs(
    outcomes: Sequence[Outcome], gazetteer: GazetteerLike, said: Sequence[int], rows: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """What was said with the row of these that has it again."""
    found: dict[int, int] = {}
    for with_meant in (False, True):
        taken = set(found.values())
        left = [row for row in rows if not (with_meant and row in taken)]
        more: dict[int, int] = {}
        for place in (one for one in said if one not in found):
            beside = tuple(_beside(outcomes[place], gazetteer)) if with_meant else None
            same = [row for row in left if _is_same(outcomes[place], outcomes[row], gazetteer, beside)]
            if len(same) == 1:
                more[place] = same[0]
        times = Counter(more.values())
        found |= {place: row for place, row in more.items() if not with_meant or times[row] == 1}
    yield from found.items()


def _is_spoken(outcome: Outcome) -> bool:
    """Whether somebody says it in running text, and no label marks it."""
    return not outcome.rule.startswith(_LABELLED)


def _is_same(said: Outcome, row: Outcome, gazetteer: GazetteerLike, beside: tuple[str, ...] | None) -> bool:
    """Whether both have an owner in common and the row abbreviates what is said, with the words `beside` its own."""
    if (
        "besluit" in (said.kind, row.kind)
        or said.task is None
        or row.task is None
        or _houses(said.owners, gazetteer).isdisjoint(_houses(row.owners, gazetteer))
        or not (row.rule in ROWS or said.evidence.end <= row.evidence.start)
    ):
        return False
    if said.task.number is not None and row.task.number is not None:
        return said.task.number == row.task.number
    own, kept = said.task.words, row.task.words
    if beside is not None:
        own = (*own, *(act.partition(" ")[0] for act in said.task.acts))
    told = (*own, *(beside or ()))
    missing = sum(not _is_among(word, told) for word in kept)
    if beside is not None and _same_term(said, row):
        return missing < len(kept) and missing <= 1
    if beside is not None and not any(_is_among(word, own) for word in kept):
        return False
    if len(kept) == 1:
        return not missing and len(kept[0]) >= _LONG
    return len(kept) > 1 and missing <= (len(kept) >= _SEVERAL)


def _beside(said: Outcome, gazetteer: GazetteerLike) -> Iterator[str]:
    """What the words of an outcome leave out: what was told before, and the names of what it is about.

    Under "Toekomst CNO" a plan is that of the row "Transitieplan CNO".
    """
    yield from said.task.meant if said.task is not None else ()
    for concept in (gazetteer.concepts[one] for one in said.about if one in gazetteer.concepts):
        for name in (concept.pref_label, *concept.alt_labels):
            yield from (word.lower() for word in _WORD.findall(name))


def _same_term(one: Outcome, other: Outcome) -> bool:
    """Whether both must be done by the same day, or are so in the same words ("vóór de zomer", "zomer 2025")."""
    if one.deadline_date and other.deadline_date:
        return one.deadline_date == other.deadline_date
    told, again = (frozenset(_TERM.findall((each.deadline or "").lower())) - _AROUND for each in (one, other))
    return bool(told and again) and (told <= again or again <= told)


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
