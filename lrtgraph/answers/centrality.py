"""Who is central in the network of the facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Set
from dataclasses import dataclass
from typing import ClassVar

from lrtgraph import names
from lrtgraph.answers.rows import Row, Rows, explained
from lrtgraph.network.analysis import RELATIONS, Weights, kinds_of, measure, merged
from lrtgraph.network.cache import kept
from lrtgraph.network.counting import count_edges
from lrtgraph.network.projection import Edge, Selection
from lrtgraph.queries.arguments import terms
from lrtgraph.sparql import Day, Term
from lrtgraph.store import Store
from lrtgraph.vocabulary import concept_iri


@dataclass(frozen=True, slots=True)
class Central(Row):
    """One node of the network: `value` is the metric's; `incoming` and `outgoing` count the facts on its edges.

    `made_of` counts these facts by the kind of edge, such as ("asks 12", "owns 3"); see `network.projection`.
    """

    columns: ClassVar = ("id", "label", "kind", "value", "incoming", "outgoing")

    id: str
    label: str
    kind: str
    value: float
    incoming: int
    outgoing: int
    made_of: tuple[str, ...] = explained(())


def centrality(
    store: Store,
    kind: str = "all",
    metric: str = "degree",
    *,
    since: Day | None = None,
    until: Day | None = None,
    meeting: str | None = None,
    limit: int | None = None,
    language: str = "nl",
) -> Rows[Central]:
    """The nodes of the network by a metric over one relation, the greatest first; see `network.analysis.measure`.

    `since` and `until` are ISO dates of meetings, `meeting` is named as everywhere.

    Raises InputError for another relation or metric, UnknownNameError for an unknown meeting, QueryError for a wrong
    date.
    """
    given = terms(store, {"since": since, "until": until, "meeting": meeting}, language)
    first, last, at = (_text(given.get(name)) for name in ("since", "until", "meeting"))
    counted = count_edges(store, Selection(first, last, frozenset(kinds_of(kind)), meeting=at))
    weights = merged(counted.edges, kind)
    known = None if given else kept(store, kind, metric)
    values = measure(weights, metric) if known is None else known
    sign = 1 if metric == "community" else -1  # the largest community is number 1
    incoming, outgoing = _sums(weights)
    ordered = sorted(values, key=lambda name: (sign * values[name], -incoming[name] - outgoing[name], name))[:limit]
    labels = names.labels(store, map(concept_iri, ordered), language)
    parts = _parts(counted.edges, set(ordered))
    return Rows(
        (
            Central(
                id=name,
                label=labels[concept_iri(name)],
                kind=counted.things[name].kind,
                value=values[name],
                incoming=incoming[name],
                outgoing=outgoing[name],
                made_of=tuple(f"{each} {parts[name, each]}" for each in RELATIONS[kind] if parts[name, each]),
            )
            for name in ordered
        ),
        Central,
    )


def _sums(weights: Weights) -> tuple[Counter[str], Counter[str]]:
    """How many facts run to each node, and how many from it."""
    incoming: Counter[str] = Counter()
    outgoing: Counter[str] = Counter()
    for (source, target), weight in weights.items():
        outgoing[source] += weight
        incoming[target] += weight
    return incoming, outgoing


def _parts(found: Mapping[Edge, int], wanted: Set[str]) -> Counter[tuple[str, str]]:
    """How many facts the edges of each wanted node have, by kind of edge."""
    counted: Counter[tuple[str, str]] = Counter()
    for (source, target, kind), facts in found.items():
        if source in wanted:
            counted[source, kind] += facts
        if target in wanted:
            counted[target, kind] += facts
    return counted


def _text(term: Term | None) -> str | None:
    return term.value if term else None
