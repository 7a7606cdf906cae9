"""From a store to a map on disk, and a map in a notebook."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from lrtgraph.errors import InputError
from lrtgraph.files import written_whole
from lrtgraph.mapview.rendering import positions_of, render
from lrtgraph.names import Name, with_administration
from lrtgraph.network.facts import read_facts
from lrtgraph.network.projection import EDGE_KINDS, Selection, project
from lrtgraph.queries.arguments import period
from lrtgraph.sparql import Day, select
from lrtgraph.store import Store, open_store
from lrtgraph.vocabulary import ROLE_ORDER, local_id

if TYPE_CHECKING:
    import networkx as nx


def write_map(
    store: str,
    output: Path,
    *,
    language: Literal["nl", "en"] = "nl",
    focus: str | None = None,
    hops: int = 1,
    kinds: Sequence[str] | None = None,
    since: Day | None = None,
    until: Day | None = None,
    max_nodes: int = 1500,
    keep: str = "keep",
    with_persons: bool = True,
) -> tuple[int, int]:
    """Write the map of a store to `output`; return how many nodes it has and how many lighter ones were left out.

    `focus` is a name as a person types it, `kinds` are kinds of edges, `since` and `until` ISO dates. With `keep` set
    to "keep", nodes on the map that is overwritten stay where they are; with "new" all positions are computed anew.
    Raises QueryError for a wrong date, InputError where another argument is not of its form or nothing is left to
    draw, UnknownNameError and StoreError as they come.
    """
    first, last = period(since, until)
    selection = Selection(since=first, until=last, kinds=_kinds(kinds), with_persons=with_persons, with_outcomes=True)
    if keep not in ("keep", "new"):
        raise InputError(f"unknown layout '{keep}': choose keep or new")
    if not output.parent.is_dir():
        raise InputError(f"there is no folder {output.parent} to write the map in")
    if output.is_dir():
        raise InputError(f"{output} is a folder: name the file to write the map to")
    with open_store(store) as graph_store:
        focused = with_administration(graph_store, focus, language) if focus else ()
        facts = read_facts(graph_store)
        ranks = role_ranks(graph_store)
    graph = project(facts, selection)
    if not len(graph):
        raise InputError("there is nothing to draw: no fact in the graph passes these options")
    name = on_map(focused, graph)
    earlier = _earlier(output) if keep == "keep" else None
    page = render(
        graph, facts, language=language, focus=name, hops=hops, max_nodes=max_nodes, earlier=earlier, ranks=ranks
    )
    _write(page, output)
    drawn = len(positions_of(page))
    return drawn, max(0, len(graph) - drawn) if name is None else 0


def on_map(named: Iterable[Name | None], graph: nx.MultiDiGraph[str]) -> str | None:
    """The id that a map opens on: of a place and its administration the last that is on it, else the place's."""
    known = [one.id for one in named if one]
    return next((one for one in reversed(known) if one in graph), known[0] if known else None)


def role_ranks(store: Store) -> dict[str, int]:
    """The place of each responsibility on a card, by its IRI: in the order of roles that `who-owns` has."""
    rows = select(store, "SELECT ?fact ?kind WHERE { ?fact lrt:roleKind ?kind }")
    return {row["fact"]: ROLE_ORDER.index(local_id(row["kind"])) for row in rows}


class Map:
    """The HTML of a map: `save` it, or let a notebook show it."""

    def __init__(self, html: str) -> None:
        self.html = html

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the map as one HTML file, which any browser opens without a network.

        Raises InputError where it cannot be written.
        """
        _write(self.html, Path(path))

    def _repr_html_(self) -> str:
        from html import escape

        # The map is a page of its own, with its own security policy: it must not become part of the notebook's.
        return f'<iframe srcdoc="{escape(self.html)}" width="100%" height="640" style="border:0"></iframe>'


def _write(page: str, output: Path) -> None:
    try:
        with written_whole(output) as part:
            part.write_text(page, encoding="utf-8")
    except OSError as error:
        raise InputError(f"the map cannot be written to {output}: {error.strerror}") from None


def _earlier(output: Path) -> dict[str, tuple[float, float]] | None:
    """The positions on the map that is about to be overwritten; none where it cannot be read as one."""
    try:
        return positions_of(output.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return None


def _kinds(names: Sequence[str] | None) -> frozenset[str]:
    unknown = sorted(set(names or ()) - set(EDGE_KINDS))
    if unknown:
        raise InputError(f"unknown kind of edge '{unknown[0]}': choose from {', '.join(EDGE_KINDS)}")
    return frozenset(names or EDGE_KINDS)
