"""The page of a map, and the positions on one that was made before.

`render` is pure: the same projection gives the same file. vis-network comes from the installed pyvis; nothing in the
page asks another host for anything, and its Content-Security-Policy would not let it.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from lrtgraph.errors import InputError
from lrtgraph.mapview.payload import around, payload
from lrtgraph.mapview.positions import Point
from lrtgraph.network.facts import Facts
from lrtgraph.resources import resource

if TYPE_CHECKING:
    import networkx as nx

_COMPRESS: Final = 200_000  # characters of facts from which they are packed
_DATA: Final = re.compile(r'<script type="application/json" id="data">(.*?)</script>', re.DOTALL)
_SCRIPTS: Final = ("data", "state", "graph", "card", "search", "table", "page")


def render(
    graph: nx.MultiDiGraph[str],
    facts: Facts,
    *,
    language: str = "nl",
    title: str | None = None,
    focus: str | None = None,
    hops: int = 1,
    max_nodes: int = 1500,
    earlier: Mapping[str, Point] | None = None,
    ranks: Mapping[str, int] | None = None,
) -> str:
    """The HTML of a map of `graph`, a projection of `facts` (see `lrtgraph.network.project`).

    `focus` is a node's name: the map opens on it and holds only what is at most `hops` steps (1 to 3) away.
    `earlier` are positions to keep, as `positions_of` reads them from a map made before; `ranks` order
    owners on a card, by their facts (see `writing.role_ranks`). Raises InputError where `focus` is not in the graph.
    """
    from jinja2 import Environment, StrictUndefined

    if focus is not None:
        if focus not in graph:
            raise InputError(f"{focus} is not on this map: nothing in the graph connects it to anything")
        graph = around(graph, focus, hops)
    strings = json.loads(_page("strings.json"))[language]
    data, rows = payload(
        graph, facts, strings, class_labels(language),
        language=language, max_nodes=max_nodes, focus=focus, earlier=earlier, ranks=ranks,
    )  # fmt: skip
    data["focus"] = focus
    scripts = [_vis("vis-network.min.js"), *(_page(f"{name}.js") for name in _SCRIPTS)]
    packed, encoding = _packed(rows)
    template = Environment(autoescape=True, undefined=StrictUndefined).from_string(_page("map.html.j2"))
    from markupsafe import Markup

    return template.render(
        lang=language,
        title=title or f"lrtgraph · {strings['title']}",
        t=strings,
        styles=Markup(_vis("vis-network.css") + _page("map.css")),
        data=Markup(_json(data)),
        facts=Markup(packed),
        facts_encoding=encoding,
        scripts=[Markup(script) for script in scripts],
        script_hashes=Markup(" ".join(_hash(script) for script in scripts)),
    )


def positions_of(page: str) -> dict[str, Point]:
    """The positions on a map that `render` made, by node name; none where `page` is no such map.

    >>> positions_of("<p>no map</p>")
    {}
    """
    match = _DATA.search(page)
    try:
        nodes = json.loads(match[1])["nodes"] if match else []
        return {node["id"]: (float(node["x"]), float(node["y"])) for node in nodes}
    except (ValueError, KeyError, TypeError):
        return {}


@cache
def class_labels(language: str) -> dict[str, str]:
    """What the ontology calls its classes, by local name."""
    import pyoxigraph

    from lrtgraph import vocabulary as v

    label = pyoxigraph.NamedNode(v.iri("rdfs:label"))
    found = {}
    for triple in pyoxigraph.parse(path=str(resource("ontology", "lrtgraph.ttl"))):
        subject, value = triple.subject, triple.object
        if triple.predicate == label and isinstance(value, pyoxigraph.Literal) and value.language == language:
            found[str(getattr(subject, "value", "")).removeprefix(v.LRT)] = value.value
    return found


def _json(value: Any) -> str:
    """JSON that may stand inside a script element: no text in it can end the element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _packed(rows: list[dict[str, Any]]) -> tuple[str, str]:
    plain = _json(rows)
    if len(plain) < _COMPRESS:
        return plain, "plain"
    return base64.b64encode(gzip.compress(plain.encode(), 9, mtime=0)).decode(), "gzip"


def _hash(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def _page(name: str) -> str:
    return resource("mapview", "page", name).read_text(encoding="utf-8")


def _vis(name: str) -> str:
    """A file of the newest vis-network that the installed pyvis carries."""
    import pyvis

    folders = sorted((Path(pyvis.__file__).parent / "lib").glob("vis-*"))
    return (folders[-1] / name).read_text(encoding="utf-8")
