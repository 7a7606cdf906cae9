"""Who is central in the network of the facts."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, ClassVar

from lrtgraph import names
from lrtgraph.answers.reading import terms
from lrtgraph.answers.rows import Row, Rows, explained
from lrtgraph.network import Selection, project, read_facts
from lrtgraph.network.analysis import RELATIONS, measure
from lrtgraph.sparql import Term
from lrtgraph.store import Store
from lrtgraph.vocabulary import concept_iri

if TYPE_CHECKING:
    import networkx as nx


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
    since: str | None = None,
    until: str | None = None,
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
    graph = project(read_facts(store, proofs=False), Selection(first, last, meeting=at))
    found = measure(graph, kind, metric)[:limit]
    labels = names.labels(store, (concept_iri(each.id) for each in found), language)
    return Rows(
        (
            Central(**asdict(each) | {"label": labels[concept_iri(each.id)]}, made_of=_made_of(graph, each.id, kind))
            for each in found
        ),
        Central,
    )


def _made_of(graph: nx.MultiDiGraph[str], name: str, relation: str) -> tuple[str, ...]:
    """How many facts a node's edges of this relation have, by kind of edge."""
    counted: Counter[str] = Counter()
    for _, _, data in (*graph.in_edges(name, data=True), *graph.out_edges(name, data=True)):
        counted[data["kind"]] += data["weight"]
    return tuple(f"{kind} {counted[kind]}" for kind in RELATIONS[relation] if counted[kind])


def _text(term: Term | None) -> str | None:
    return term.value if term else None
