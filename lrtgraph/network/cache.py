"""What NetworkX measures on the whole network, kept in a file beside the graph: its import takes longer than questions.

The file says which state of the store it was made from; of another state it counts for nothing, and neither does one
that cannot be read. An endpoint has none.
"""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from lrtgraph.errors import NoStoreError
from lrtgraph.files import written_whole
from lrtgraph.network.analysis import BY_NETWORKX, RELATIONS, measure, merged
from lrtgraph.network.counting import count_edges
from lrtgraph.network.projection import Selection
from lrtgraph.store import Store, is_endpoint, newest_view, open_store

FILE: Final = "network.json"
_MOST: Final = 1000
"""Nodes of a network that is measured beforehand: a larger one takes longer than those who never ask would wait."""


def kept(store: Store, relation: str, metric: str) -> dict[str, float] | None:
    """The value of each node by a metric over one relation in all meetings, as `analysis.measure` gives it.

    None where it is not kept for what the store holds now.
    """
    view = newest_view(store.where)
    known = _read(Path(store.where) / FILE) if view else {}
    if known.get("view") != view:
        return None
    found: dict[str, float] | None = known["measures"].get(f"{relation} {metric}")
    return found


def keep_at(where: str) -> None:
    """Measure the network of the store at `where`, if there is one in a folder, unless that is done for what it holds.

    Where the folder cannot be written to nothing is kept, and a question measures for itself.
    """
    view = newest_view(where)  # before it is opened: what was written since is measured again
    if is_endpoint(where) or _read(Path(where) / FILE).get("view") == view:
        return
    with suppress(NoStoreError, OSError), open_store(where) as store:
        edges = count_edges(store, Selection()).edges
        small = len({name for edge in edges for name in edge[:2]}) <= _MOST
        measures = {
            f"{relation} {metric}": measure(merged(edges, relation), metric)
            for relation in RELATIONS
            for metric in BY_NETWORKX
            if small
        }
        with written_whole(Path(where) / FILE) as file:
            file.write_text(json.dumps({"view": view, "measures": measures}), encoding="utf-8")


def _read(file: Path) -> dict[str, Any]:
    try:
        known = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) and isinstance(known.get("measures"), dict) else {}
