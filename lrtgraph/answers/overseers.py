"""Whom a later meeting names as supervisor, where an earlier one named another: an instrument has one at a time.

What was said stays a row: whether it fell or was only overtaken is told by the quotes of both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode

from lrtgraph.sparql import Source, bind, select, with_prefixes
from lrtgraph.vocabulary import concept_iri, local_id

if TYPE_CHECKING:
    from lrtgraph.answers.ownership import Ownership

_ROLES: Final = frozenset({"toezicht", "toezichthouder", "krijgt toezicht"})
_WHOLES: Final = """SELECT DISTINCT ?actor ?whole WHERE {
  #@bind actor
  ?actor (org:postIn|skos:broader)* ?whole
}"""


def oversees(row: Ownership) -> bool:
    """Whether a document says that the actor of a row supervises; to check, follow or guard something is less."""
    return row.basis == "tekst" and row.role.partition(",")[0] in _ROLES


def named_later(source: Source, told: Iterable[Ownership]) -> dict[str, tuple[str, tuple[str, ...]]]:
    """For the facts that a later meeting says something else than, its day and whom it names as supervisors.

    It is the last meeting that states of anybody that he supervises the instrument, and does so of somebody without a
    condition or a day. It names neither the fact's own actor nor another of his government ("Rijk", "SJenV").
    """
    days: dict[str, dict[str, list[Ownership]]] = defaultdict(lambda: defaultdict(list))
    for row in told:
        if oversees(row) and row.latest is not None:
            days[row.instrument][row.latest].append(row)
    pairs = []
    for by_day in days.values():
        last = max((day for day, rows in by_day.items() if any(_states(row) for row in rows)), default="")
        named = [row for row in by_day.get(last, ()) if _states(row)]
        holders = tuple(dict.fromkeys(r.actor for r in named if r.since is r.until is r.condition is None))
        earlier = (row for day, rows in by_day.items() if day < last for row in rows)
        actors = {row.actor for row in named}
        pairs += [(row, last, actors, holders) for row in earlier if holders and row.actor not in actors]
    if not pairs:
        return {}
    wholes = _wholes(source, sorted({actor for row, _, actors, _ in pairs for actor in (row.actor, *actors)}))
    return {
        row.fact: (day, holders)
        for row, day, actors, holders in pairs
        if row.fact is not None and all(wholes[row.actor].isdisjoint(wholes[actor]) for actor in actors)
    }


def _states(row: Ownership) -> bool:
    """Whether it is stated, not only likely, and not of who hands it over."""
    return not row.likely and row.polarity != "ended"


def _wholes(source: Source, actors: Sequence[str]) -> dict[str, frozenset[str]]:
    """Each of the actors with all that it is a part of: a minister with his ministry and the state."""
    found = {actor: {actor} for actor in actors}
    asked = bind(_WHOLES, {"actor": [NamedNode(concept_iri(actor)) for actor in actors]})
    for row in select(source, with_prefixes(asked)):
        found[local_id(row["actor"])].add(local_id(row["whole"]))
    return {actor: frozenset(wholes) for actor, wholes in found.items()}
