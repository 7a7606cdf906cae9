"""The same questions give the same answers, whether the graph lies in a folder or behind an endpoint."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from graphs import fill, gold_records

from lrtgraph.graph import Graph, open_graph
from lrtgraph.store import Store, open_store

QUESTIONS: dict[str, Callable[[Graph], Any]] = {
    "who-owns": lambda graph: graph.who_owns("spreidingswet").as_json(explain=True),
    "actions": lambda graph: graph.actions(owner="JenV", open=True).as_json(),
    "decisions": lambda graph: graph.decisions(since="2023-01-01").as_json(),
    "positions": lambda graph: graph.positions("taakstelling").as_json(),
    "timeline": lambda graph: graph.timeline("BAK OEK").as_json(),
    "show": lambda graph: graph.show("SJenV").as_json(),
    "summary": lambda graph: graph.summary("2022-11-09").as_json(),
    "compare": lambda graph: graph.compare("2022-11-09", "003_1202948651acc853").as_json(),
    "search": lambda graph: graph.search("dwingend karakter").as_json(),
    "query": lambda graph: list(graph.query("who-asks-whom")),  # type: ignore[arg-type]
    "ask": lambda graph: graph.query("ASK { ?s lrt:owner ?o }"),
}


@pytest.fixture(scope="module")
def endpoint(server: str) -> Graph:
    with open_store(server, write=True) as store:
        fill(store, gold_records())
    return open_graph(server)


@pytest.mark.parametrize("question", QUESTIONS)
def test_an_endpoint_answers_like_a_folder(endpoint: Graph, gold_store: Store, question: str) -> None:
    ask = QUESTIONS[question]
    expected = ask(Graph(gold_store))

    assert expected
    assert ask(endpoint) == expected
