"""The command that measures the network."""

from __future__ import annotations

from dataclasses import asdict
from enum import StrEnum
from typing import Annotated

import typer

from lrtgraph.cli import options
from lrtgraph.cli.answering import finish
from lrtgraph.cli.output import emit


class Relation(StrEnum):
    """Which edges count."""

    ALL = "all"
    SPEAKS_ABOUT = "speaks-about"
    ASKS = "asks"
    OWNS = "owns"
    AGREES = "agrees"
    OBJECTS = "objects"


class Metric(StrEnum):
    """What is measured of each node."""

    DEGREE = "degree"
    BETWEENNESS = "betweenness"
    PAGERANK = "pagerank"
    COMMUNITY = "community"


def network(
    kind: Annotated[Relation, typer.Option("--kind", help="Which relation.")] = Relation.ALL,
    metric: Annotated[Metric, typer.Option("--metric", help="What to measure.")] = Metric.DEGREE,
    limit: options.Limit = 25,
    since: options.Since = None,
    until: options.Until = None,
    store: options.Store = options.STORE_DEFAULT,
    form: options.Rows = options.Format.TABLE,
    lang: options.Lang = options.Language.NL,
) -> None:
    """Who is central, who stands between others, who belongs together.

    Example: lrtgraph network --kind asks --metric pagerank
    """
    from lrtgraph.arguments import day
    from lrtgraph.network import Selection, project, read_facts
    from lrtgraph.network.analysis import measure
    from lrtgraph.store import open_store

    first, last = (day(each).value if each else None for each in (since, until))
    with open_store(store) as source:
        facts = read_facts(source)
    rows = [asdict(each) for each in measure(project(facts, Selection(first, last)), kind, metric)[:limit]]
    heads = {"label": "name", "kind": "kind", "value": metric.value, "incoming": "in", "outgoing": "out"}
    finish(emit(rows, ("id", *heads), form, heads=heads))
