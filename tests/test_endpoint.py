"""A SPARQL endpoint as the store: the same graph in a real Oxigraph server as in a folder."""

from __future__ import annotations

import http.server
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from graphs import fill, gold_records

from lrtgraph import vocabulary as v
from lrtgraph.answers.inventory import documents, status
from lrtgraph.build import build, remove
from lrtgraph.errors import NoStoreError, QueryError, StoreError, StoreVersionError
from lrtgraph.resources import Settings
from lrtgraph.store import Store, is_endpoint, open_store, version
from lrtgraph.store.backup import backup, restore
from lrtgraph.store.endpoint import EndpointStore

MINUTES = Path(__file__).parent.parent / "examples" / "minutes"


@pytest.fixture
def store(server: str) -> Iterator[Store]:
    """The server's store, emptied."""
    with EndpointStore(server) as opened:
        opened._post(opened._update, "update", "DROP ALL", "*/*")
        yield opened


def lines(store: Store) -> list[str]:
    return sorted(str(quad) for quad in store.quads() if quad.graph_name.value != v.PROVENANCE_GRAPH)  # type: ignore[union-attr]


def test_the_gold_graph_is_the_same_as_in_a_folder(store: Store, gold_store: Store) -> None:
    fill(store, gold_records())
    assert lines(store) == lines(gold_store)
    assert store.graphs() == gold_store.graphs()
    assert status(store) == status(gold_store)
    assert documents(store) == documents(gold_store)


def test_queries_see_the_union_of_graphs_and_give_every_kind_of_answer(store: Store) -> None:
    graph = ox.NamedNode(v.ID + "graph/test")
    triple = (ox.NamedNode("urn:s"), ox.NamedNode("urn:p"), ox.Literal('a "quote"\n\\ é 😀', language="nl"))
    store.replace([], [ox.Quad(*triple, graph)])
    rows = store.query("SELECT ?o WHERE { <urn:s> ?p ?o }")
    assert isinstance(rows, ox.QuerySolutions)
    assert [row["o"] for row in rows] == [triple[2]]
    assert bool(store.query("ASK { <urn:s> ?p ?o }")) is True
    found = store.query("CONSTRUCT WHERE { <urn:s> ?p ?o }")
    assert isinstance(found, ox.QueryTriples)
    assert list(found) == [ox.Triple(*triple)]


def test_a_graph_is_replaced_and_a_subject_forgotten(store: Store) -> None:
    one, two = v.ID + "graph/one", v.ID + "graph/two"
    store.replace([], [ox.Quad(ox.NamedNode("urn:s"), ox.NamedNode("urn:p"), ox.Literal("oud"), ox.NamedNode(one))])
    line = f'<{two}> {{ <urn:t> <urn:p> "nieuw" }}'.encode()
    store.replace([one], line)
    assert [quad.object.value for quad in store.quads()] == ["nieuw"]  # type: ignore[union-attr]
    store.replace([], b"", [(two, "urn:t")])
    assert store.graphs() == []


def test_building_into_a_server_goes_as_into_a_folder(server: str, store: Store, tmp_path: Path) -> None:
    path = MINUTES / "001_b02e470687c8b965.txt"
    settings = Settings(store=server)
    assert len(build([path], settings).new) == 1
    assert len(build([path], settings).unchanged) == 1
    folder = Settings(store=os.fspath(tmp_path / "graph.db"))
    build([path], folder)
    with open_store(folder.store) as embedded:
        assert lines(store) == lines(embedded)
    remove([path.name], settings)
    assert documents(store) == ()


def test_a_backup_goes_from_a_folder_to_a_server_and_back(store: Store, gold_store_path: Path, tmp_path: Path) -> None:
    count = backup(os.fspath(gold_store_path), tmp_path / "one")
    assert restore(tmp_path / "one", store.where) == count
    assert backup(store.where, tmp_path / "two") == count
    assert restore(tmp_path / "two", os.fspath(tmp_path / "graph.db")) == count
    with open_store(os.fspath(tmp_path / "graph.db")) as last, open_store(os.fspath(gold_store_path)) as first:
        assert lines(last) == lines(first)
    with pytest.raises(StoreError, match="there is a graph"):
        restore(tmp_path / "one", store.where)


def _marks(server: str) -> list[str]:
    """The versions that an endpoint says it has, asked past our store."""
    query = f"SELECT ?version WHERE {{ GRAPH <{v.STORE_GRAPH}> {{ ?s ?p ?version }} }}"
    found = EndpointStore(server)._answer(query)
    assert isinstance(found, ox.QuerySolutions)
    return [row["version"].value for row in found]


def _quad(predicate: str = "urn:p") -> ox.Quad:
    graph = ox.NamedNode(v.ID + "graph/test")
    return ox.Quad(ox.NamedNode("urn:s"), ox.NamedNode(predicate), ox.Literal("o"), graph)


def test_an_endpoint_is_marked_when_it_is_first_written_to(server: str, store: Store) -> None:
    assert open_store(server).graphs() == []
    assert _marks(server) == []
    open_store(server, write=True).replace([], [_quad()])
    assert _marks(server) == [str(version.VERSION)]
    assert store.graphs() == [v.ID + "graph/test"]
    assert list(store.quads()) == [_quad()]


def test_an_endpoint_of_before_the_mark_is_brought_up_to_date_and_marked(server: str, store: Store) -> None:
    store.update(
        f"CLEAR SILENT GRAPH <{v.STORE_GRAPH}> ; INSERT DATA {{ GRAPH {_quad().graph_name} {{ {_quad().triple} }} }}"
    )
    assert _marks(server) == []
    with pytest.raises(StoreVersionError, match="older version"):
        open_store(server).graphs()
    open_store(server, write=True).replace([], [_quad("urn:q")])
    assert set(open_store(server).quads()) == {_quad(), _quad("urn:q")}
    assert _marks(server) == [str(version.VERSION)]


@pytest.mark.parametrize(("mark", "way_out"), [("99", "newer version.*--store NEW"), ("x", "another version")])
def test_an_endpoint_of_another_version_is_refused(server: str, store: Store, mark: str, way_out: str) -> None:
    triple = f'<{v.STORE_GRAPH}> <{v.iri("owl:versionInfo")}> "{mark}"'
    store.update(f"CLEAR SILENT GRAPH <{v.STORE_GRAPH}> ; INSERT DATA {{ GRAPH <{v.STORE_GRAPH}> {{ {triple} }} }}")
    with pytest.raises(StoreVersionError, match=way_out):
        open_store(server).query("ASK {}")
    with pytest.raises(StoreVersionError, match=way_out):
        open_store(server, write=True).replace([], [_quad()])
    assert _marks(server) == [mark]


def test_an_older_endpoint_is_brought_up_to_date_when_it_is_written_to(
    server: str, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.replace([], [_quad()])
    old = version.VERSION
    old_triple, new_triple = (f"GRAPH ?g {{ ?s <urn:{name}> ?o }}" for name in "pq")
    renamed = f"DELETE {{ {old_triple} }} INSERT {{ {new_triple} }} WHERE {{ {old_triple} }}"
    monkeypatch.setattr(version, "VERSION", old + 1)
    monkeypatch.setitem(version.STEPS, old, renamed)
    with pytest.raises(StoreVersionError, match="older version"):
        open_store(server).query("ASK {}")
    with open_store(server, write=True) as opened:
        assert [quad.predicate.value for quad in opened.quads()] == ["urn:q"]  # a build reads before it writes
        opened.replace([], [_quad("urn:r")])
        assert sorted(quad.predicate.value for quad in opened.quads()) == ["urn:q", "urn:r"]
    assert _marks(server) == [str(old + 1)]


@pytest.mark.parametrize("text", ["SELECT", "SELECT * { ?s ?p", "NONSENSE"])
def test_a_wrong_query_is_told(store: Store, text: str) -> None:
    with pytest.raises(QueryError, match="cannot read the query"):
        store.query(text)


@pytest.mark.parametrize(
    ("address", "query", "update"),
    [
        ("http://h:7878", "http://h:7878/query?union-default-graph=true", "http://h:7878/update"),
        ("http://h/ds/", "http://h/ds/query?union-default-graph=true", "http://h/ds/update"),
        ("http://h/ds/query", "http://h/ds/query?union-default-graph=true", "http://h/ds/update"),
        ("https://u:p@h/sparql", "https://h/sparql?union-default-graph=true", "https://h/sparql"),
        ("http://h/sparql?x=1", "http://h/sparql?x=1", "http://h/sparql?x=1"),
    ],
)
def test_addresses_of_common_servers(address: str, query: str, update: str) -> None:
    store = EndpointStore(address)
    assert is_endpoint(address)
    assert (store._query, store._update) == (query, update)
    assert "u:p" not in store.where


def test_nobody_there() -> None:
    with pytest.raises(StoreError, match="cannot be reached"):
        open_store("http://127.0.0.1:9").query("ASK {}")
    with pytest.raises(StoreError, match="no address"):
        open_store("http://")


class _Odd(http.server.BaseHTTPRequestHandler):
    """A server that is no SPARQL endpoint."""

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        status = int(self.path.partition("status=")[2][:3])
        body = b"<html>\xff\x1b[31m</html>"
        self.send_response(status)
        self.send_header("Content-Type", "text/html" if "html" in self.path else "application/sparql-results+json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.mark.parametrize(
    ("path", "error", "words"),
    [
        ("status=404", NoStoreError, "no SPARQL endpoint"),
        ("status=500", StoreError, "refused the query"),
        ("status=403", StoreError, "refused the query"),
        ("status=200", StoreError, "cannot be read"),
        ("html&status=200", StoreError, "unknown format"),
    ],
)
def test_servers_that_answer_oddly(path: str, error: type[Exception], words: str) -> None:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Odd) as odd:
        threading.Thread(target=odd.serve_forever, daemon=True).start()
        with pytest.raises(error, match=words):
            open_store(f"http://127.0.0.1:{odd.server_port}/sparql?{path}").query("ASK {}")
        odd.shutdown()
