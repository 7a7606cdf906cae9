"""CSV that `neo4j-admin database import` takes: the network's nodes and relationships, and the command to run."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any, Final

from lrtgraph.exports.networks import network
from lrtgraph.store import Store

NODES: Final = ("id:ID", "label", "kind", "weight:int", "iri", "aliases:string[]", ":LABEL")
RELATIONSHIPS: Final = (":START_ID", ":END_ID", "weight:int", "first:date", "last:date", "evidence", ":TYPE")
_COMMAND: Final = """#!/bin/sh
# Run this in the folder it lies in, with the Neo4j server stopped.
neo4j-admin database import full --overwrite-destination --multiline-fields=true \\
  --nodes=nodes.csv --relationships=relationships.csv neo4j
"""


def write(store: Store, folder: Path) -> int:
    """Write nodes.csv, relationships.csv and import.sh; return the number of relationships."""
    graph = network(store)
    nodes = [
        (name, data["label"], data["kind"], data["weight"], data["iri"], data["aliases"].replace("; ", ";"),
         ";".join(dict.fromkeys((data["kind"].capitalize(), data["cls"]))))
        for name, data in graph.nodes(data=True)
    ]  # fmt: skip
    edges = [
        (source, target, data["weight"], data.get("first"), data.get("last"), data["evidence"], kind.upper())
        for source, target, kind, data in graph.edges(keys=True, data=True)
    ]
    _write(folder / "nodes.csv", NODES, nodes)
    _write(folder / "relationships.csv", RELATIONSHIPS, edges)
    (folder / "import.sh").write_text(_COMMAND, encoding="utf-8")
    return len(edges)


def _write(path: Path, columns: tuple[str, ...], rows: list[tuple[Any, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)
