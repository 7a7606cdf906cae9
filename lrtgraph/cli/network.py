"""The command that measures the network."""

from __future__ import annotations

from dataclasses import asdict
from enum import StrEnum
from typing import Annotated

import typer

from lrtgraph import names
from lrtgraph.cli import options
from lrtgraph.cli.answering import finish
from lrtgraph.cli.output import emit
from lrtgraph.vocabulary import concept_iri


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
    kind: Annotated[Relation, typer.Option("--kind", help="Which relation counts.")] = Relation.ALL,
    metric: Annotated[Metric, typer.Option("--metric", help="What to measure of each node.")] = Metric.DEGREE,
    limit: options.Limit = 25,
    since: options.Since = None,
    until: options.Until = None,
    store: options.Store = options.STORE_DEFAULT,
    form: options.Rows = options.Format.TABLE,
    lang: options.Lang = options.Language.NL,
) -> None:
    """Who is central, who stands between others, who belongs together.

    Every relation runs from an actor to what it concerns, and weighs as much as it has facts. speaks-about: whatever
    is said about a subject or to somebody; asks: questions and requests; agrees, objects: support and objection; owns:
    responsibilities, decisions and what was promised; all: these together.

    degree: how many facts; betweenness: the share of shortest ways between others that lead over it (more facts make
    a shorter way); pagerank: how much attention flows to it; community: the number of the group, from 1 for the
    largest, that is closer to each other than to the rest.

    Example: lrtgraph network --kind asks --metric pagerank
    """
    from lrtgraph.arguments import day
    from lrtgraph.network import Selection, project, read_facts
    from lrtgraph.network.analysis import measure
    from lrtgraph.store import open_store

    first, last = (day(each).value if each else None for each in (since, until))
    with open_store(store) as source:
        found = measure(project(read_facts(source, proofs=False), Selection(first, last)), kind, metric)[:limit]
        labels = names.labels(source, (concept_iri(each.id) for each in found), lang)
    rows = [asdict(each) | {"label": labels[concept_iri(each.id)]} for each in found]
    heads = {"label": "name", "kind": "kind", "value": metric.value, "incoming": "in", "outgoing": "out"}
    finish(emit(rows, ("id", *heads), form, heads=heads))
