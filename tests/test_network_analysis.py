"""Measures of the network, on graphs small enough to check by hand and on the gold records."""

from __future__ import annotations

import subprocess
import sys
from typing import get_args

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lrtgraph.answers.centrality import centrality
from lrtgraph.errors import InputError
from lrtgraph.network.analysis import METRICS, RELATIONS, measure, merged
from lrtgraph.network.counting import count_edges
from lrtgraph.network.facts import read_facts
from lrtgraph.network.projection import ACT_EDGES, EDGE_KINDS, Selection, edges
from lrtgraph.records import Act
from lrtgraph.store import Store
from lrtgraph.vocabulary import meeting_named


def weights_of(*edges: tuple[str, str, str, int], relation: str = "all") -> dict[tuple[str, str], int]:
    return merged({(source, target, kind): weight for source, target, kind, weight in edges}, relation)


def test_degree_counts_facts_on_edges_of_all_kinds() -> None:
    found = measure(weights_of(("a", "b", "asks", 2), ("a", "b", "about", 1), ("c", "a", "asks", 4)))

    assert found == {"a": 7, "b": 3, "c": 4}


def test_only_the_edges_of_the_relation_count() -> None:
    edges = (("a", "b", "owns", 1), ("b", "c", "asks", 1), ("d", "a", "seat", 9))

    assert weights_of(*edges, relation="owns") == {("a", "b"): 1}
    assert "d" not in measure(weights_of(*edges))


def test_who_stands_between_others() -> None:
    path = weights_of(("a", "b", "asks", 1), ("b", "c", "asks", 1))

    assert measure(path, "betweenness") == {
        "a": 0,
        "b": 0.5,
        "c": 0,
    }  # one of the two ordered pairs b could lie between


def test_attention_flows_along_the_edges() -> None:
    values = measure(weights_of(("a", "b", "asks", 1), ("c", "b", "asks", 1)), "pagerank")

    assert values["b"] > values["a"] == values["c"]
    assert sum(values.values()) == pytest.approx(1, abs=1e-5)


@settings(deadline=None)  # the first run imports SciPy
@given(
    st.dictionaries(
        st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")).filter(lambda edge: edge[0] != edge[1]),
        st.integers(1, 9),
        min_size=1,
    )
)
def test_pagerank_is_that_of_networkx(weights: dict[tuple[str, str], int]) -> None:
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_edges_from((*edge, {"weight": weight}) for edge, weight in weights.items())

    assert measure(weights, "pagerank") == pytest.approx(nx.pagerank(graph, tol=1e-10, max_iter=1000), abs=2e-6)


def test_what_belongs_together_and_the_largest_first() -> None:
    triangle = [("a", "b", "asks", 5), ("b", "c", "asks", 5), ("c", "a", "asks", 5)]
    pair = [("x", "y", "asks", 5), ("c", "x", "asks", 1)]

    assert measure(weights_of(*triangle, *pair), "community") == {"a": 1, "b": 1, "c": 1, "x": 2, "y": 2}


@pytest.mark.parametrize("metric", METRICS)
@pytest.mark.parametrize("relation", RELATIONS)
def test_every_measure_of_every_relation_is_the_same_twice(gold_store: Store, relation: str, metric: str) -> None:
    weights = merged(count_edges(gold_store).edges, relation)

    assert measure(weights, metric) == measure(weights, metric)
    assert set(measure(weights, metric)) == {name for edge in weights for name in edge}


def test_what_has_many_facts_comes_first_and_the_largest_community_is_number_one(gold_store: Store) -> None:
    degrees = centrality(gold_store)
    groups = centrality(gold_store, metric="community")

    assert [row.value for row in degrees] == sorted((row.value for row in degrees), reverse=True)
    assert all(row.value == row.incoming + row.outgoing for row in degrees)
    assert [row.value for row in groups] == sorted(row.value for row in groups)
    assert groups[0].value == 1


@pytest.mark.parametrize("metric", METRICS)
def test_an_empty_network_measures_nothing(metric: str) -> None:
    assert measure({}, metric) == {}


def test_an_unknown_relation_or_metric_is_an_error() -> None:
    with pytest.raises(InputError, match="choose from speaks-about"):
        merged({}, "loves")
    with pytest.raises(InputError, match="choose from degree"):
        measure({}, "fame")


@pytest.mark.parametrize(("metric", "needs"), [("degree", False), ("pagerank", False), ("betweenness", True)])
def test_networkx_is_imported_only_where_one_of_its_algorithms_is_asked_for(metric: str, needs: bool) -> None:
    script = (
        "import sys\nfrom lrtgraph.network.analysis import measure\n"
        f"measure({{('a', 'b'): 1}}, '{metric}')\nprint('networkx' in sys.modules, 'scipy' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)

    assert ran.stdout.split() == [str(needs), "False"]


def test_who_was_absent_sat_for_nobody(gold_store: Store) -> None:
    facts = read_facts(gold_store)
    there = {row.who for row in facts.rows if row.kind == "attendance" and row.status in ("present", "replacement")}
    away = {row.who for row in facts.rows if row.kind == "attendance"} - there
    seated = {source for source, _, kind in edges(facts) if kind == "seat"}

    assert any(away)
    assert seated == {facts.things[iri].id for who in there for iri in who}


def test_a_meeting_without_a_day_counts_where_it_can_have_been_held(gold_store: Store) -> None:
    facts = read_facts(gold_store)
    held = {
        sitting.label for sitting in facts.meetings.values() if Selection("2023-08-01", "2023-08-31").takes(sitting)
    }

    assert held == {"LRT (2023-07-10 – 2023-09-25)"}


@pytest.mark.parametrize(
    "selection",
    [
        Selection(),
        Selection("2023-01-01"),
        Selection(until="2023-06-30"),
        Selection("2023-08-01", "2023-08-31"),
        Selection("2030-01-01"),
        Selection(meeting=meeting_named("lrt-2022-11-09")),
        Selection(with_persons=False),
        *(Selection(kinds=frozenset((kind,))) for kind in EDGE_KINDS),
    ],
)
def test_the_engine_counts_the_facts_of_the_edges(gold_store: Store, selection: Selection) -> None:
    counted = count_edges(gold_store, selection)

    assert counted.edges == {edge: len(facts) for edge, facts in edges(read_facts(gold_store), selection).items()}
    assert list(counted.edges) == sorted(counted.edges)
    assert {name for *ends, _ in counted.edges for name in ends} <= counted.things.keys()


def test_edges_of_some_kind_are_there_to_be_counted(gold_store: Store) -> None:
    assert {kind for *_, kind in count_edges(gold_store).edges} == set(EDGE_KINDS)


def test_each_act_makes_an_edge() -> None:
    assert set(ACT_EDGES) == set(get_args(Act))
