"""The command that measures the network."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from lrtgraph.cli import options
from lrtgraph.cli.print_answers import answer, one_more
from lrtgraph.cli.question_options import Asked, question


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


@question
def network(
    asked: Asked,
    kind: Annotated[Relation, typer.Option("--kind", help="Which relation counts.")] = Relation.ALL,
    metric: Annotated[Metric, typer.Option("--metric", help="What to measure of each node.")] = Metric.DEGREE,
    limit: options.Limit = 25,
) -> None:
    """Who is central, who stands between others, who belongs together.

    Every relation runs from an actor to what it concerns, and weighs as much as it has facts. speaks-about: whatever
    is said about a subject or to somebody; asks: questions and requests; agrees, objects: support and objection; owns:
    responsibilities, decisions and what was promised; all: these together.

    degree: how many facts its edges have, a fact with two ends counted for each; betweenness: the share of shortest
    ways between others that lead over it (more facts make a shorter way); pagerank: how much attention flows to it;
    community: the number of the group, from 1 for the largest, that is closer to each other than to the rest.

    Example: lrtgraph network --kind asks --metric pagerank
    """
    from lrtgraph.answers.centrality import centrality

    heads = {"label": "name", "value": metric.value, "incoming": "in", "outgoing": "out"}
    answer(
        asked,
        lambda source: centrality(source, kind, metric, **asked.held, limit=one_more(limit), language=asked.lang),
        most=limit,
        heads=lambda _: heads,
    )
