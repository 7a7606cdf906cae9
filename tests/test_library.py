"""The public surface, and the graph as the library gives it."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

import lrtgraph
from lrtgraph import queries
from lrtgraph.errors import NoStoreError, QueryError


@pytest.fixture(scope="module")
def graph(gold_store_path: Path) -> lrtgraph.Graph:
    return lrtgraph.open(gold_store_path)


def test_the_public_surface_is_one_sorted_list() -> None:
    assert lrtgraph.__all__ == sorted(lrtgraph.__all__)
    assert len(lrtgraph.__all__) <= 14
    assert set(lrtgraph.__all__) == set(lrtgraph._PLACES)
    assert all(getattr(lrtgraph, name) is not None for name in lrtgraph.__all__)
    assert set(dir(lrtgraph)) == {*lrtgraph.__all__, "__version__"}
    with pytest.raises(AttributeError):
        _ = lrtgraph.no_such_name


def test_type_checkers_of_others_read_our_types() -> None:
    assert (Path(lrtgraph.__file__).parent / "py.typed").is_file()


def test_building_is_a_function_whatever_was_imported_before() -> None:
    script = "import lrtgraph.build, lrtgraph; assert callable(lrtgraph.build); assert callable(lrtgraph.extract)"

    subprocess.run([sys.executable, "-c", script], check=True)


def test_a_question_pays_for_nothing_heavy(gold_store_path: Path) -> None:
    script = (
        "import sys, lrtgraph\n"
        f"with lrtgraph.open({str(gold_store_path)!r}) as g: assert g.who_owns('Spreidingswet')\n"
        "heavy = {'spacy', 'rdflib', 'networkx', 'pyvis', 'pandas', 'rich', 'yaml', 'jinja2', 'rapidfuzz'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)"
    )

    subprocess.run([sys.executable, "-c", script], check=True)


def test_without_pandas_one_sentence_says_what_to_install(gold_store_path: Path) -> None:
    script = (
        "import sys; sys.modules['pandas'] = None\n"
        "import lrtgraph\n"
        f"graph = lrtgraph.open({str(gold_store_path)!r})\n"
        "for table in (graph.actions(), graph.query('meetings'), graph.show('VNG')):\n"
        "    assert table._repr_html_().startswith('<table>')\n"
        "    try: table.to_pandas()\n"
        "    except lrtgraph.LrtgraphError as error: assert 'lrtgraph[pandas]' in str(error)\n"
        "    else: raise SystemExit('no error')"
    )

    subprocess.run([sys.executable, "-c", script], check=True)


def test_a_notebook_shows_acts_in_words(graph: lrtgraph.Graph) -> None:
    shown = graph.positions("flexwoningen")._repr_html_()

    assert ">stelt voor</td>" in shown
    assert "stelt_voor" not in shown


def test_a_wrong_date_is_a_sentence_everywhere(graph: lrtgraph.Graph) -> None:
    for ask in (graph.to_networkx, graph.network, graph.map):
        with pytest.raises(QueryError, match="YYYY-MM-DD"):
            ask(since="vorig jaar")


@pytest.mark.parametrize("since", [date(2022, 11, 9), datetime(2022, 11, 9, 13, 30), "2022-11-09"])
def test_a_day_is_a_date_or_its_iso_text(graph: lrtgraph.Graph, since: date | str) -> None:
    until = date(2022, 12, 31)
    held = {"since": since, "until": until}

    assert {row.date for row in graph.actions(**held)} == {"2022-11-09"}
    assert {row.date for row in graph.decisions(**held)} == {"2022-11-09"}
    assert graph.who_owns("Spreidingswet", **held)[0].date == "2022-11-09"
    assert graph.owned_by("SJenV", **held)
    assert graph.positions("taakstelling", **held)
    assert graph.timeline("Spreidingswet", **held)
    assert graph.show("VNG", **held).owns is not None
    assert {row.date for row in graph.search("opvang", **held)} == {"2022-11-09"}
    assert {row.meeting for row in graph.summary(**held)} == {"lrt-2022-11-09"}
    assert graph.network(**held)
    assert graph.to_networkx(**held).number_of_edges()
    assert graph.map(**held)
    assert graph.actions(due_before=until) == graph.actions(due_before="2022-12-31")
    assert len(graph.query("overdue-actions", day=until)) == len(graph.query("overdue-actions", day="2022-12-31"))


def test_a_time_that_ends_before_it_begins_is_a_sentence_everywhere(graph: lrtgraph.Graph) -> None:
    crossed = {"since": date(2023, 12, 31), "until": date(2023, 1, 1)}
    asks = (graph.actions, graph.summary, graph.network, graph.map, graph.to_networkx)
    told = "since 2023-12-31 is later than until 2023-01-01"

    for ask in (*asks, lambda **held: graph.search("opvang", **held), lambda **held: graph.show("VNG", **held)):
        with pytest.raises(QueryError, match=told):
            ask(**crossed)
    with pytest.raises(QueryError, match=told):
        graph.query("actions", **crossed)


def test_a_map_that_cannot_be_saved_is_a_sentence(graph: lrtgraph.Graph, tmp_path: Path) -> None:
    with pytest.raises(lrtgraph.LrtgraphError, match="cannot be written"):
        graph.map("Spreidingswet").save(tmp_path / "no" / "folder" / "kaart.html")


def test_every_question_is_a_method(graph: lrtgraph.Graph) -> None:
    assert graph.who_owns("Spreidingswet")[0].actor == "SJenV"
    assert graph.owned_by("SJenV")
    assert graph.actions(owner="JenV", open=True)
    assert graph.decisions()
    assert graph.positions("taakstelling", act="bezwaar")
    assert graph.timeline("LCSV")
    assert graph.show("VNG").label == "Vereniging van Nederlandse Gemeenten"
    assert graph.search("dwingend karakter")
    assert graph.summary("2022-11-09")
    assert graph.compare("2022-11-09", "003_1202948651acc853.txt")


def test_a_query_gives_python_values(graph: lrtgraph.Graph) -> None:
    table = graph.query("SELECT ?date (COUNT(?f) AS ?n) { ?f lrt:meeting/lrt:date ?date } GROUP BY ?date")
    catalogue = graph.query("positions-by-actor", about="taakstelling")

    assert isinstance(table, lrtgraph.Table)
    assert table.columns == ("date", "n")
    assert (type(table[0]["date"]).__name__, type(table[0]["n"])) == ("date", int)
    assert isinstance(catalogue, lrtgraph.Table)
    assert catalogue[0]["statements"] >= 1
    assert graph.query("ASK { ?s lrt:owner ?o }") is True
    triples = graph.query("CONSTRUCT { ?s lrt:owner ?o } WHERE { ?s lrt:owner ?o }")
    assert isinstance(triples, list)
    assert triples == sorted(triples, key=str)
    assert triples


def test_a_query_gives_all_rows_unless_a_limit_is_given(graph: lrtgraph.Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    known = queries.load("positions")
    short = tuple(replace(each, default="3") if each.name == "limit" else each for each in known.parameters)
    monkeypatch.setattr(queries, "load", lambda name: replace(known, parameters=short))
    everything, some = graph.query("positions"), graph.query("positions", limit="2")

    assert isinstance(everything, lrtgraph.Table)
    assert isinstance(some, lrtgraph.Table)
    assert (len(everything) > 3, len(some)) == (True, 2)


def test_a_query_that_may_not_run_is_an_error(graph: lrtgraph.Graph) -> None:
    for wrong in ("DROP ALL", "SELECT * { SERVICE <http://x/> { ?s ?p ?o } }", "no-such-query"):
        with pytest.raises(QueryError):
            graph.query(wrong)
    with pytest.raises(QueryError, match="only a question of the catalogue"):
        graph.query("ASK { ?s ?p ?o }", about="VNG")


def test_other_forms(graph: lrtgraph.Graph, tmp_path: Path) -> None:
    network = graph.to_networkx()
    dataset = graph.to_rdflib()

    assert network.number_of_edges() > 100
    assert graph.to_networkx(since="2030-01-01").number_of_edges() == 0
    assert sum(1 for _ in dataset.quads((None, None, None, None))) == len(list(graph.store.quads()))
    assert graph.export("nq", tmp_path / "graph.nq") > 1000


def test_a_summary_of_a_time_is_that_of_its_meetings(graph: lrtgraph.Graph) -> None:
    of_one = graph.summary("2022-11-09")
    of_time = graph.summary(since="2022-01-01", until="2022-12-31")

    assert [point.fact for point in of_time] == [point.fact for point in of_one]
    assert {point.meeting_label for point in of_time} == {"LRT 2022-11-09"}
    assert {point.meeting_label for point in of_one} == {None}
    assert len({point.meeting for point in graph.summary(since="2022-01-01")}) == 3
    with pytest.raises(lrtgraph.LrtgraphError, match="which meeting, or which time"):
        graph.summary()


def test_the_network_is_rows_like_any_answer(graph: lrtgraph.Graph) -> None:
    owners = graph.network(kind="owns")
    one = graph.network(meeting="2022-11-09")

    assert list(owners.to_pandas()["id"]) == [row.id for row in owners]
    assert [row.value for row in owners] == sorted((row.value for row in owners), reverse=True)
    assert 0 < len(one) < len(graph.network())
    assert all(sum(int(part.split()[-1]) for part in row.made_of) == row.value for row in graph.network())
    with pytest.raises(lrtgraph.LrtgraphError, match="no metric 'fame'"):
        graph.network(metric="fame")  # type: ignore[arg-type]


def test_the_map_is_a_page_of_its_own_in_a_notebook(graph: lrtgraph.Graph, tmp_path: Path) -> None:
    drawn = graph.map("Spreidingswet")
    drawn.save(tmp_path / "map.html")

    assert (tmp_path / "map.html").read_text(encoding="utf-8").startswith("<!")
    assert drawn._repr_html_().startswith("<iframe srcdoc=")
    assert "<script" not in drawn._repr_html_()


def test_labels_in_english(gold_store_path: Path) -> None:
    with lrtgraph.open(gold_store_path, language="en") as graph:
        assert graph.show("COA").label == "Central Agency for the Reception of Asylum Seekers"
        assert repr(graph) == f"Graph({str(gold_store_path)!r})"


def test_no_graph_yet_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LRTGRAPH_STORE", raising=False)

    with pytest.raises(NoStoreError, match="lrtgraph build"):
        lrtgraph.open()
