"""The map as a file: what it holds, that it is the same each time, that no text of a document is ever markup."""

from __future__ import annotations

import json
import re
from pathlib import Path

import networkx as nx
import pytest

from lrtgraph import mapview
from lrtgraph.errors import InputError, NoStoreError, QueryError, UnknownNameError
from lrtgraph.mapview.positions import positions
from lrtgraph.mapview.writing import write_map
from lrtgraph.network.facts import FactRow, Facts, read_facts
from lrtgraph.network.projection import Selection, project
from lrtgraph.network.things import MeetingRow, Thing
from lrtgraph.store import Store

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'javascript:alert(3)"


def made(count: int) -> Facts:
    """Facts of `count` actors, each supporting the next one's instrument."""
    actors = {f"a{i}": Thing(f"a{i}", f"a{i}", "actor", "Organisation", f"Actor {i}") for i in range(count)}
    instruments = {f"i{i}": Thing(f"i{i}", f"i{i}", "instrument", "Law", f"Wet {i}") for i in range(count)}
    rows = tuple(
        FactRow(
            f"f{i}", "statement", "steunt", "m", "d", i + 1, None, i, f"Zin {i}", 0.9,
            who=(f"a{i}",), about=(f"i{(i + step) % count}",),
        )
        for i in range(count)
        for step in (1,)
    )  # fmt: skip
    return Facts(rows, actors | instruments, {"m": MeetingRow("m", "LRT", "2024-01-01", "2024-01-01")}, {"d": "a.txt"})


def data_of(page: str) -> dict[str, object]:
    match = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert match
    found: dict[str, object] = json.loads(match[1])
    return found


def test_the_same_graph_gives_the_same_file(gold_store: Store) -> None:
    facts = read_facts(gold_store)
    graph = project(facts, Selection(with_outcomes=True))
    assert mapview.render(graph, facts) == mapview.render(graph, facts)


def test_the_page_asks_no_host_and_forbids_it(gold_store: Store) -> None:
    facts = read_facts(gold_store)
    page = mapview.render(project(facts), facts)
    assert "default-src 'none'" in page
    assert not re.findall(r"<(?:link|script|img|iframe)[^>]+(?:src|href)=[\"']?(?:https?:)?//", page)


@pytest.mark.parametrize("where", ["label", "quote", "alias", "role", "document", "meeting"])
def test_hostile_text_stays_data(where: str) -> None:
    def text(name: str) -> str:
        return HOSTILE if name == where else name

    things = {
        "a": Thing("a", "a", "actor", "Organisation", text("label"), (text("alias"),), text("definition")),
        "i": Thing("i", "i", "instrument", "Law", "wet"),
    }
    row = FactRow(
        "f", "responsibility", None, "m", "d", 1, None, 0, text("quote"), 0.9, text("role"), None, ("a",), (), ("i",)
    )
    facts = Facts((row,), things, {"m": MeetingRow("m", text("meeting"), None, None)}, {"d": text("document")})
    page = mapview.render(project(facts), facts)
    assert "<img src=x" not in page
    assert "<script>alert" not in page
    assert page.count("</script>") == 2 + 8  # the data, the facts, vis-network and our seven scripts


def test_nodes_keep_their_place_from_map_to_map() -> None:
    few, more = made(12), made(15)
    before = mapview.positions_of(mapview.render(project(few), few))
    after = mapview.positions_of(mapview.render(project(more), more, earlier=before))
    assert {name: after[name] for name in before} == before
    assert len(after) == 30


def test_no_two_nodes_stand_on_each_other() -> None:
    found = list(positions(project(made(150))).values())
    nearest = min(((x - u) ** 2 + (y - w) ** 2) ** 0.5 for i, (x, y) in enumerate(found) for u, w in found[i + 1 :])
    assert nearest > 48  # two of the largest nodes touch at this distance


def test_positions_are_the_same_whatever_the_order_of_nodes() -> None:
    graph = project(made(20))
    turned: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    turned.add_nodes_from(reversed(list(graph.nodes(data=True))))
    turned.add_edges_from(reversed(list(graph.edges(keys=True, data=True))))
    assert positions(graph) == positions(turned)


def test_a_large_map_keeps_the_strongest_and_says_what_is_left_out() -> None:
    facts = made(40)
    page = mapview.render(project(facts), facts, max_nodes=30)
    data = data_of(page)
    assert len(data["nodes"]) == 30  # type: ignore[arg-type]
    assert data["omitted"]["nodes"] == 50  # type: ignore[index]
    assert data["omitted"]["all"] == 80  # type: ignore[index]


def test_focus_holds_only_what_is_near(gold_store: Store) -> None:
    facts = read_facts(gold_store)
    page = mapview.render(project(facts), facts, focus="Spreidingswet", hops=1)
    names = {node["id"] for node in data_of(page)["nodes"]}  # type: ignore[attr-defined]
    assert {"Spreidingswet", "SJenV", "provincies", "TweedeKamer"} <= names
    assert "HAR" not in names


def test_facts_are_packed_when_there_are_many() -> None:
    facts = made(1500)
    page = mapview.render(project(facts), facts)
    assert 'data-encoding="gzip"' in page
    assert "Zin 1499" not in page


def test_without_persons_no_name_is_in_the_file(gold_store_path: Path, tmp_path: Path) -> None:
    out = tmp_path / "kaart.html"
    write_map(str(gold_store_path), out, with_persons=False)
    ids = {node["id"] for node in data_of(out.read_text(encoding="utf-8"))["nodes"]}  # type: ignore[attr-defined]
    assert not [name for name in ids if name.startswith("person:")]


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"kinds": ["haat"]}, InputError),
        ({"since": "gisteren"}, QueryError),
        ({"since": "2024-01-01", "until": "2023-01-01"}, QueryError),
        ({"keep": "mooi"}, InputError),
        ({"until": "1999-01-01"}, InputError),
        ({"focus": "Spreidngswet"}, UnknownNameError),
    ],
)
def test_wrong_words_get_a_sentence(
    gold_store_path: Path, tmp_path: Path, options: dict[str, object], error: type[Exception]
) -> None:
    with pytest.raises(error):
        write_map(str(gold_store_path), tmp_path / "kaart.html", **options)  # type: ignore[arg-type]
    assert not list(tmp_path.iterdir())


def test_no_store_and_no_folder_are_sentences(gold_store_path: Path, tmp_path: Path) -> None:
    with pytest.raises(NoStoreError):
        write_map(str(tmp_path / "none.db"), tmp_path / "kaart.html")
    with pytest.raises(InputError):
        write_map(str(gold_store_path), tmp_path / "none" / "kaart.html")
    with pytest.raises(InputError, match="is a folder"):
        write_map(str(gold_store_path), tmp_path)
    assert not list(tmp_path.parent.glob("*.part*"))
