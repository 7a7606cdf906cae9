"""What is measured beforehand: the same as when it is asked for, of what the store holds, and never in the way."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from graphs import MINUTES

from lrtgraph.answers.centrality import centrality
from lrtgraph.build import build
from lrtgraph.build.removing import remove
from lrtgraph.network.analysis import BY_NETWORKX, METRICS, RELATIONS, measure, merged
from lrtgraph.network.cache import FILE, keep_at, kept
from lrtgraph.network.counting import count_edges
from lrtgraph.network.projection import Selection
from lrtgraph.resources import Settings
from lrtgraph.store import open_store


@pytest.fixture
def folder(gold_copy: str) -> str:
    keep_at(gold_copy)
    return gold_copy


@pytest.mark.parametrize("relation", RELATIONS)
@pytest.mark.parametrize("metric", METRICS)
def test_what_is_kept_is_what_a_question_measures(relation: str, metric: str, folder: str) -> None:
    with open_store(folder) as store:
        found = kept(store, relation, metric)
        told = centrality(store, relation, metric)
        measured = measure(merged(count_edges(store, Selection()).edges, relation), metric)

        assert found == (measured if metric in BY_NETWORKX else None)
        assert {row.id: row.value for row in told} == measured
        Path(folder, FILE).unlink()
        assert centrality(store, relation, metric) == told


def test_no_question_about_all_meetings_imports_networkx(folder: str) -> None:
    asked = f"""
import sys
from lrtgraph.answers.centrality import centrality
from lrtgraph.store import open_store
with open_store({folder!r}) as store:
    rows = [centrality(store, metric=metric) for metric in {METRICS!r}]
    print(all(rows), "networkx" in sys.modules)
    print(bool(centrality(store, metric="community", since="2022-01-01")), "networkx" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)

    assert done.stdout.split() == ["True", "False", "True", "True"]


def test_a_build_keeps_it_and_whatever_changes_the_store_renews_it(tmp_path: Path) -> None:
    settings = Settings(store=str(tmp_path / "graph.db"))
    build([MINUTES], settings)
    with open_store(settings.store) as store:
        before = kept(store, "all", "community")
    first = (tmp_path / "graph.db" / FILE).stat().st_mtime_ns
    build([MINUTES], settings)
    same = (tmp_path / "graph.db" / FILE).stat().st_mtime_ns
    remove([sorted(path.name for path in MINUTES.glob("*.txt"))[0]], settings)
    with open_store(settings.store) as store:
        after = kept(store, "all", "community")

        assert before
        assert after
        assert before != after
        assert first == same
        assert {row.id: row.value for row in centrality(store, metric="community")} == after


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"view": "view-1", "measures": 3}', "\x00"])
def test_a_file_of_another_state_or_of_none_counts_for_nothing(content: str, folder: str) -> None:
    with open_store(folder) as store:
        right = centrality(store, metric="betweenness")
        Path(folder, FILE).write_text(content, encoding="utf-8")

        assert kept(store, "all", "betweenness") is None
        assert centrality(store, metric="betweenness") == right
    keep_at(folder)
    with open_store(folder) as store:
        assert kept(store, "all", "betweenness") is not None


def test_where_there_is_no_folder_nothing_is_kept(tmp_path: Path) -> None:
    keep_at(str(tmp_path / "none.db"))
    keep_at("http://localhost:1")

    assert not (tmp_path / "none.db").exists()
