"""Minutes of Dutch governance tables as an evidence-backed graph.

>>> import lrtgraph
>>> report = lrtgraph.build(["examples/minutes"], lrtgraph.Settings(store="lrtgraph.db"))
>>> report.documents
3
>>> with lrtgraph.open("lrtgraph.db") as graph:
...     for row in graph.who_owns("Spreidingswet")[:2]:
...         print(row.actor_label, "|", row.role[:24], "|", row.evidence[0].place)
staatssecretaris van Justitie en Veiligheid | toezicht, de eerste vier | 001_b02e470687c8b965.txt:47
provincies | toezicht, na vier jaar,  | 001_b02e470687c8b965.txt:49

`build` and `extract` read documents, `open` gives a Graph to ask, Settings says with what and where. All errors are
LrtgraphError; their tree is in `lrtgraph.errors`. Nothing is imported before it is used: asking the graph never
loads spaCy.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from lrtgraph.answers.rows import Evidence, Rows, Table
    from lrtgraph.build import Report, build, extract
    from lrtgraph.errors import LrtgraphError, UnknownNameError
    from lrtgraph.graph import Graph
    from lrtgraph.graph import open_graph as open
    from lrtgraph.resources import Settings

__version__ = "0.1.0"

_PLACES: Final = {
    "Evidence": "answers.rows:Evidence",
    "Graph": "graph:Graph",
    "LrtgraphError": "errors:LrtgraphError",
    "Report": "build:Report",
    "Rows": "answers.rows:Rows",
    "Settings": "resources:Settings",
    "Table": "answers.rows:Table",
    "UnknownNameError": "errors:UnknownNameError",
    "build": "build:build",
    "extract": "build:extract",
    "open": "graph:open_graph",
}

__all__ = [
    "Evidence",
    "Graph",
    "LrtgraphError",
    "Report",
    "Rows",
    "Settings",
    "Table",
    "UnknownNameError",
    "build",
    "extract",
    "open",
]


def __getattr__(name: str) -> Any:
    try:
        module, _, attribute = _PLACES[name].partition(":")
    except KeyError:
        raise AttributeError(f"module 'lrtgraph' has no attribute '{name}'") from None
    return getattr(import_module(f"lrtgraph.{module}"), attribute)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
