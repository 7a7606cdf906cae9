"""Network files: the projection of the facts for Gephi, yEd, Cytoscape and whatever reads GraphML."""

from __future__ import annotations

import json
import math
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from lrtgraph.network import Facts, project, read_facts
from lrtgraph.store import Store

if TYPE_CHECKING:
    import networkx as nx

# Okabe and Ito's colours, which the colour-blind tell apart.
COLOURS: Final = {
    "actor": (0, 114, 178),
    "office": (86, 180, 233),
    "instrument": (230, 159, 0),
    "group": (0, 158, 115),
    "person": (204, 121, 167),
    "place": (240, 228, 66),
    "outcome": (213, 94, 0),
}
_GREY: Final = (128, 128, 128)
_TODAY: Final = re.compile(r' lastmodifieddate="[^"]*"')  # the same graph gives the same file


def network(store: Store) -> nx.MultiDiGraph[str]:
    """The projection with plain values only: what every network format can hold.

    Nodes have label, kind, class, weight, iri, aliases; edges kind, weight, the ISO dates `first` and `last` of the
    meetings behind them (absent where no meeting has one), and `evidence`: document, line and quote of the first fact.
    """
    import networkx as nx

    facts = read_facts(store)
    projected = project(facts)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for name, data in projected.nodes(data=True):
        graph.add_node(
            name, label=data["label"], kind=data["kind"], cls=data["cls"], weight=data["weight"], iri=data["iri"],
            aliases="; ".join(data["aliases"]),
        )  # fmt: skip
    for source, target, kind, data in projected.edges(keys=True, data=True):
        graph.add_edge(
            source, target, key=kind, kind=kind, weight=data["weight"], **_days(projected, facts, data["facts"]),
            evidence=_evidence(projected, facts, data["facts"][0]),
        )  # fmt: skip
    return graph


def write(store: Store, form: str, path: Path) -> int:
    """Write graphml, gexf or cytoscape; return the number of edges."""
    import networkx as nx

    graph = network(store)
    if form == "graphml":
        nx.write_graphml(_coloured(graph), path, named_key_ids=True)
    elif form == "gexf":
        text = "\n".join(nx.generate_gexf(_dressed(graph), version="1.2draft"))
        path.write_text(_TODAY.sub("", text), encoding="utf-8")
    else:
        path.write_text(json.dumps(nx.cytoscape_data(graph), ensure_ascii=False, indent=1), encoding="utf-8")
    return graph.number_of_edges()


def _days(graph: nx.MultiDiGraph[str], facts: Facts, iris: tuple[str, ...]) -> dict[str, str]:
    """The first and the last day on which the meetings behind an edge can have been."""
    found = [facts.meetings.get(graph.graph["facts"][iri].meeting) for iri in iris]
    meetings = [meeting for meeting in found if meeting]
    first = [day for meeting in meetings if (day := meeting.date or meeting.earliest or meeting.latest)]
    last = [day for meeting in meetings if (day := meeting.date or meeting.latest)]
    return ({"first": min(first)} if first else {}) | ({"last": max(last)} if last else {})


def _evidence(graph: nx.MultiDiGraph[str], facts: Facts, iri: str) -> str:
    row = graph.graph["facts"][iri]
    return f"{facts.documents.get(row.document, row.document)}:{row.line} {' '.join(row.quote.split())}"


def _coloured(graph: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    """Colours and sizes as plain values: `color` for yEd and Cytoscape, `r`, `g`, `b` and `size` for Gephi."""
    for _, data in graph.nodes(data=True):
        red, green, blue = COLOURS.get(data["kind"], _GREY)
        data.update(color=f"#{red:02x}{green:02x}{blue:02x}", r=red, g=green, b=blue, size=_size(data["weight"]))
    return graph


def _size(weight: int) -> float:
    return round(4 + 3 * math.sqrt(weight), 2)


def _dressed(graph: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    """Colours, sizes and dates as Gephi wants them."""
    for _, data in graph.nodes(data=True):
        red, green, blue = COLOURS.get(data["kind"], _GREY)
        colour = {"r": red, "g": green, "b": blue, "a": 1.0}
        data["viz"] = {"color": colour, "size": _size(data["weight"])}
    for _, _, data in graph.edges(data=True):
        times: dict[str, Any] = {"start": data.get("first"), "end": data.get("last")}
        data.update({name: day for name, day in times.items() if day})
    return graph
