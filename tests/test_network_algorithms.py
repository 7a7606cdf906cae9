"""An algorithm of NetworkX that is imported alone is that of the whole."""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import pairwise

import networkx as nx
import pytest

from lrtgraph.network.algorithms import algorithm

# A ring of cliques with two ways across, directed, the weights uneven: every node stands between some others.
_CLIQUES = [[f"{clique}{node}" for node in range(4)] for clique in "abcdefgh"]
_EDGES = [
    *((first, second, 1 + (place + len(first)) % 3) for clique in _CLIQUES for place, first in enumerate(clique)
      for second in clique if first != second),
    *((first[0], second[1], 2) for first, second in pairwise([*_CLIQUES, _CLIQUES[0]])),
    ("a2", "e2", 1),
    ("g3", "c3", 5),
]  # fmt: skip
_ALONE = """
import json, sys
from lrtgraph.network.algorithms import algorithm
edges = json.loads(sys.argv[1])
between, groups = algorithm("centrality.betweenness"), algorithm("community.louvain")
directed, both = between.nx.DiGraph(), groups.nx.Graph()
directed.add_weighted_edges_from(edges)
both.add_weighted_edges_from(edges)
run = [name for name in sys.modules if name.startswith("networkx")]
print(json.dumps([
    between.betweenness_centrality(directed, weight="weight", seed=1),
    between.betweenness_centrality(directed, k=20, weight="weight", seed=1),
    [sorted(group) for group in groups.louvain_communities(both, weight="weight", seed=1)],
    run,
]))
"""


def test_an_algorithm_alone_finds_what_the_whole_finds() -> None:
    ran = subprocess.run([sys.executable, "-c", _ALONE, json.dumps(_EDGES)], check=True, capture_output=True, text=True)
    directed: nx.DiGraph[str] = nx.DiGraph()
    directed.add_weighted_edges_from(_EDGES)
    both: nx.Graph[str] = nx.Graph()
    both.add_weighted_edges_from(_EDGES)

    assert json.loads(ran.stdout) == [
        nx.betweenness_centrality(directed, weight="weight", seed=1),
        nx.betweenness_centrality(directed, k=20, weight="weight", seed=1),
        [sorted(group) for group in nx.community.louvain_communities(both, weight="weight", seed=1)],
        [],
    ]


def test_where_networkx_is_imported_the_algorithm_is_its_own() -> None:
    algorithm.cache_clear()

    assert algorithm("centrality.betweenness").nx is nx
    assert algorithm("community.louvain").louvain_communities is nx.community.louvain_communities


def test_an_algorithm_that_there_is_not() -> None:
    with pytest.raises(ImportError, match=r"centrality\.fame"):
        algorithm("centrality.fame")


def test_a_name_that_was_not_foreseen_comes_from_the_whole() -> None:
    script = (
        "from lrtgraph.network.algorithms import algorithm\n"
        "between = algorithm('centrality.betweenness')\nprint(len(between.nx.path_graph(3)))"
    )
    ran = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)

    assert ran.stdout.split() == ["3"]


def test_a_networkx_that_is_made_otherwise_is_imported_whole() -> None:
    script = (
        "import lrtgraph.network.algorithms as a\na._ENTERED.clear()\na._ENTERED['networkx'] = ()\n"
        "between = a.algorithm('centrality.betweenness')\nimport networkx\nprint(between.nx is networkx)"
    )
    ran = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)

    assert ran.stdout.split() == ["True"]
