"""The small graph made by hand, as a source that answers like a store."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyoxigraph as ox


class World:
    """`tests/queries/world.trig`: three short meetings with one of every kind of fact."""

    def __init__(self) -> None:
        self.store = ox.Store()
        self.store.load(path=Path(__file__).parent / "queries" / "world.trig", format=ox.RdfFormat.TRIG)

    def query(self, sparql: str, /) -> Any:
        """Answer a query over the union of all graphs."""
        return self.store.query(sparql, use_default_graph_as_union=True)
