"""Measures of the network, on graphs small enough to check by hand and on the gold records."""

from __future__ import annotations

import networkx as nx
import pytest

from lrtgraph.errors import InputError
from lrtgraph.network import Selection, project, read_facts
from lrtgraph.network.analysis import METRICS, RELATIONS, measure, merged
from lrtgraph.store import Store


def graph_of(*edges: tuple[str, str, str, int]) -> nx.MultiDiGraph[str]:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for source, target, kind, weight in edges:
        for name in (source, target):
            graph.add_node(name, label=name.upper(), kind="actor")
        graph.add_edge(source, target, key=kind, kind=kind, weight=weight)
    return graph


def test_degree_counts_facts_in_and_out() -> None:
    found = measure(graph_of(("a", "b", "asks", 2), ("a", "b", "about", 1), ("c", "a", "asks", 4)))

    assert [(each.id, each.value, each.incoming, each.outgoing) for each in found] == [
        ("a", 7, 4, 3),
        ("c", 4, 0, 4),
        ("b", 3, 3, 0),
    ]


def test_only_the_edges_of_the_relation_count() -> None:
    graph = graph_of(("a", "b", "owns", 1), ("b", "c", "asks", 1), ("d", "a", "seat", 9))

    assert [each.id for each in measure(graph, "owns")] == ["a", "b"]
    assert "d" not in merged(graph, RELATIONS["all"])


def test_who_stands_between_others() -> None:
    path = graph_of(("a", "b", "asks", 1), ("b", "c", "asks", 1))
    values = {each.id: each.value for each in measure(path, "asks", "betweenness")}

    assert values == {"a": 0, "b": 0.5, "c": 0}  # one of the two ordered pairs that b could lie between


def test_attention_flows_along_the_edges() -> None:
    values = {
        each.id: each.value
        for each in measure(graph_of(("a", "b", "asks", 1), ("c", "b", "asks", 1)), "asks", "pagerank")
    }

    assert values["b"] > values["a"] == values["c"]
    assert sum(values.values()) == pytest.approx(1, abs=1e-5)


def test_what_belongs_together_and_the_largest_first() -> None:
    triangle = [("a", "b", "asks", 5), ("b", "c", "asks", 5), ("c", "a", "asks", 5)]
    pair = [("x", "y", "asks", 5), ("c", "x", "asks", 1)]
    values = {each.id: each.value for each in measure(graph_of(*triangle, *pair), "asks", "community")}

    assert values == {"a": 1, "b": 1, "c": 1, "x": 2, "y": 2}


@pytest.mark.parametrize("metric", METRICS)
@pytest.mark.parametrize("relation", RELATIONS)
def test_every_measure_of_every_relation_is_the_same_twice(gold_store: Store, relation: str, metric: str) -> None:
    graph = project(read_facts(gold_store))

    assert measure(graph, relation, metric) == measure(graph, relation, metric)


@pytest.mark.parametrize("metric", METRICS)
def test_an_empty_network_measures_nothing(metric: str) -> None:
    assert measure(nx.MultiDiGraph(), "all", metric) == []


def test_an_unknown_relation_or_metric_is_an_error() -> None:
    with pytest.raises(InputError, match="choose from speaks-about"):
        measure(nx.MultiDiGraph(), "loves")
    with pytest.raises(InputError, match="choose from degree"):
        measure(nx.MultiDiGraph(), "all", "fame")


def test_a_meeting_without_a_day_counts_where_it_can_have_been_held(gold_store: Store) -> None:
    facts = read_facts(gold_store)
    held = {
        sitting.label for sitting in facts.meetings.values() if Selection("2023-08-01", "2023-08-31").takes(sitting)
    }

    assert held == {"LRT (2023-07-10 – 2023-09-25)"}


def test_facts_without_their_proofs_make_the_same_network(gold_store: Store) -> None:
    whole, bare = (project(read_facts(gold_store, proofs=proofs)) for proofs in (True, False))

    assert dict(bare.nodes(data=True)) == dict(whole.nodes(data=True))
    assert {(*edge[:3], edge[3]["weight"]) for edge in bare.edges(keys=True, data=True)} == {
        (*edge[:3], edge[3]["weight"]) for edge in whole.edges(keys=True, data=True)
    }
