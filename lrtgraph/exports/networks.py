"""Network files: the projection of the facts for Gephi, yEd, Cytoscape and whatever reads GraphML."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from lrtgraph.answers.quotes import place
from lrtgraph.network.facts import Facts, read_facts
from lrtgraph.network.projection import project
from lrtgraph.store import Store

if TYPE_CHECKING:
    import networkx as nx

# The colours of the map: Okabe and Ito's for nodes, which the colour-blind tell apart.
NODES: Final = {
    "actor": "#0072b2",
    "office": "#56b4e9",
    "instrument": "#e69f00",
    "group": "#f0e442",
    "person": "#cc79a7",
    "place": "#8a8f98",
    "outcome": "#009e73",
}
EDGES: Final = {
    "owns": "#3b3b3b",
    "decided": "#8a3ea3",
    "promised": "#b85c00",
    "asks": "#0067b8",
    "supports": "#00795a",
    "objects": "#c4340a",
    "about": "#9a9a94",
    "seat": "#a8568a",
}
_TODAY: Final = re.compile(r' lastmodifieddate="[^"]*"')  # the same graph gives the same file
_EDGE_LABEL: Final = re.compile(r'(<edge [^>]*)label="([a-z]+)"')


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
    graph = network(store)
    path.write_text(_FORMS[form](graph), encoding="utf-8")
    return graph.number_of_edges()


def _graphml(graph: nx.MultiDiGraph[str]) -> str:
    """GraphML with colours and sizes as plain values: `color` for yEd, `r`, `g`, `b` and `size` for Gephi.

    Readers take an edge whose id they have seen for the same edge, and a key's id for the same in nodes and edges:
    all of them are unique here, which those that NetworkX writes are not.
    """
    from xml.etree import ElementTree

    import networkx as nx

    for _, data in graph.nodes(data=True):
        data |= dict(zip("rgb", _rgb(NODES[data["kind"]]), strict=True))
        data |= {"color": NODES[data["kind"]], "size": _size(data["weight"])}
    for number, (*_, data) in enumerate(graph.edges(data=True)):
        data |= {"id": f"e{number}", "label": data["kind"], "color": EDGES[data["kind"]]}
    lines = nx.generate_graphml(graph, named_key_ids=True, edge_id_from_attribute="id")
    space = "http://graphml.graphdrawing.org/xmlns"
    ElementTree.register_namespace("", space)
    root = ElementTree.fromstring("\n".join(lines))
    for key in root.iter(f"{{{space}}}key"):
        key.set("id", f"{key.get('for')}_{key.get('id')}")
    for part in ("node", "edge"):
        for value in root.iterfind(f".//{{{space}}}{part}/{{{space}}}data"):
            value.set("key", f"{part}_{value.get('key')}")
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def _gexf(graph: nx.MultiDiGraph[str]) -> str:
    """GEXF with colours, sizes and dates as Gephi wants them.

    Gephi keeps several edges between two nodes apart by an attribute `kind` of theirs, which NetworkX does not know.
    """
    import networkx as nx

    for _, data in graph.nodes(data=True):
        data["viz"] = {"color": _viz(NODES[data["kind"]]), "size": _size(data["weight"])}
    for *_, data in graph.edges(data=True):
        times: dict[str, Any] = {"start": data.get("first"), "end": data.get("last")}
        data |= {name: day for name, day in times.items() if day}
        data |= {"label": data["kind"], "viz": {"color": _viz(EDGES[data["kind"]])}}
    text = "\n".join(nx.generate_gexf(graph, version="1.2draft"))
    return _EDGE_LABEL.sub(r'\1label="\2" kind="\2"', _TODAY.sub("", text))


def _cytoscape(graph: nx.MultiDiGraph[str]) -> str:
    """Cytoscape JSON; `name` of a node and `interaction` of an edge are what Cytoscape itself shows of them."""
    import networkx as nx

    for _, data in graph.nodes(data=True):
        data |= {"name": data["label"], "color": NODES[data["kind"]], "size": _size(data["weight"])}
    for number, (*_, data) in enumerate(graph.edges(data=True)):
        data |= {"id": f"e{number}", "interaction": data["kind"], "color": EDGES[data["kind"]]}
    return json.dumps(nx.cytoscape_data(graph), ensure_ascii=False, indent=1)


_FORMS: Final[Mapping[str, Callable[[nx.MultiDiGraph[str]], str]]] = {
    "graphml": _graphml,
    "gexf": _gexf,
    "cytoscape": _cytoscape,
}


def _days(graph: nx.MultiDiGraph[str], facts: Facts, iris: tuple[str, ...]) -> dict[str, str]:
    """The first and the last day on which the meetings behind an edge can have been."""
    found = [facts.meetings.get(graph.graph["facts"][iri].meeting) for iri in iris]
    meetings = [meeting for meeting in found if meeting]
    first = [day for meeting in meetings if (day := meeting.date or meeting.earliest or meeting.latest)]
    last = [day for meeting in meetings if (day := meeting.date or meeting.latest)]
    return ({"first": min(first)} if first else {}) | ({"last": max(last)} if last else {})


def _evidence(graph: nx.MultiDiGraph[str], facts: Facts, iri: str) -> str:
    row = graph.graph["facts"][iri]
    where = place(facts.documents.get(row.document, row.document), row.line, row.page)
    return f"{where} {' '.join(row.quote.split())}"


def _size(weight: int) -> float:
    return round(4 + 3 * math.sqrt(weight), 2)


def _rgb(colour: str) -> tuple[int, int, int]:
    """The red, green and blue of a colour, each from 0 to 255.

    >>> _rgb("#e69f00")
    (230, 159, 0)
    """
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _viz(colour: str) -> dict[str, float]:
    return dict(zip("rgb", _rgb(colour), strict=True)) | {"a": 1.0}
