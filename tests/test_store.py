"""The embedded store: whole graphs, readers beside a writer, and one sentence where it cannot be opened."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lrtgraph.errors import NoStoreError, QueryError, StoreError, StoreLockedError, StoreVersionError
from lrtgraph.store import Store, embedded, open_store, version
from lrtgraph.store.backup import backup, restore
from lrtgraph.store.embedded import EmbeddedStore
from lrtgraph.store.update import replacement

A, B = "urn:graph:a", "urn:graph:b"


def quads(graph: str, *values: str) -> list[ox.Quad]:
    name, subject, predicate = ox.NamedNode(graph), ox.NamedNode("urn:s"), ox.NamedNode("urn:p")
    return [ox.Quad(subject, predicate, ox.Literal(value), name) for value in values]


def values(store: Store) -> list[str]:
    found = store.query("SELECT ?o WHERE { ?s ?p ?o } ORDER BY ?o")
    assert isinstance(found, ox.QuerySolutions)
    return [row["o"].value for row in found]


@pytest.fixture
def where(tmp_path: Path) -> str:
    return os.fspath(tmp_path / "graph.db")


@pytest.fixture
def writer(where: str) -> Iterator[Store]:
    with open_store(where, write=True) as store:
        yield store


def test_what_is_written_is_there_after_reopening(where: str) -> None:
    with open_store(where, write=True) as store:
        store.replace([], quads(A, "een", "twee"))
    with open_store(where) as store:
        assert values(store) == ["een", "twee"]
        assert store.graphs() == [A]
        assert len(list(store.quads(A))) == 2


def test_queries_see_the_union_of_all_graphs(writer: Store) -> None:
    writer.replace([], [*quads(A, "een"), *quads(B, "twee")])
    assert values(writer) == ["een", "twee"]


def test_a_graph_is_replaced_and_no_other(writer: Store) -> None:
    writer.replace([], [*quads(A, "oud"), *quads(B, "blijft")])
    writer.replace([A], quads(A, "nieuw"))
    assert values(writer) == ["blijft", "nieuw"]
    writer.replace([A], [])
    assert writer.graphs() == [B]


@pytest.mark.parametrize("form", ["quads", "TriG"])
def test_many_quads_at_once_are_written_like_few(where: str, form: str) -> None:
    def written(found: list[ox.Quad]) -> list[ox.Quad] | bytes:
        return found if form == "quads" else ox.serialize(found, format=ox.RdfFormat.TRIG) or b""

    many = [f"waarde {number:0200}" for number in range(6_000)]
    with open_store(where, write=True) as store:
        store.replace([], written(quads(A, *many)))
        store.replace([], written(quads(B, "twee")))
    with open_store(where) as store:
        assert values(store) == ["twee", *many]
    with open_store(where, write=True) as store:
        store.replace([A], written(quads(A, "een")))
    with open_store(where) as store:
        assert values(store) == ["een", "twee"]


def test_a_subject_is_forgotten_in_one_graph(writer: Store) -> None:
    writer.replace([], [*quads(A, "weg"), *quads(B, "blijft")])
    writer.replace([], quads(A, "nieuw"), [(A, "urn:s")])
    assert values(writer) == ["blijft", "nieuw"]


@pytest.mark.parametrize("drop", [[], [A]])
def test_a_replacement_that_fails_changes_nothing(writer: Store, drop: list[str]) -> None:
    writer.replace([], quads(A, "oud"))
    with pytest.raises(ZeroDivisionError):
        writer.replace(drop, (quad for value in ("nieuw", "") for quad in quads(A, value) if value or 1 / 0))
    assert values(writer) == ["oud"]


QUADS = st.lists(
    st.builds(
        lambda s, o, g: ox.Quad(ox.NamedNode(f"urn:{s}"), ox.NamedNode("urn:p"), ox.Literal(o), ox.NamedNode(g)),
        st.sampled_from("st"), st.sampled_from(["een", "twee"]), st.sampled_from([A, B]),
    ), max_size=6, unique=True,
)  # fmt: skip
CHANGES = st.tuples(
    st.lists(st.sampled_from([A, B]), unique=True),
    QUADS,
    st.lists(st.tuples(st.sampled_from([A, B]), st.sampled_from(["urn:s", "urn:t"])), unique=True),
)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(CHANGES, max_size=4))
def test_replacing_drops_forgets_and_adds(
    writer: Store, changes: list[tuple[list[str], list[ox.Quad], list[tuple[str, str]]]]
) -> None:
    writer.replace(writer.graphs(), [])
    expected: set[ox.Quad] = set()
    for drop, add, forget in changes:
        writer.replace(drop, add, forget)
        expected = {
            quad
            for quad in expected
            if (graph := str(quad.graph_name)[1:-1]) not in drop and (graph, str(quad.subject)[1:-1]) not in forget
        } | set(add)
        assert set(writer.quads()) == expected
        assert not {graph for graph in drop if graph in writer.graphs()} - {str(quad.graph_name)[1:-1] for quad in add}


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30))
def test_any_text_goes_through_an_update(text: str) -> None:
    store = ox.Store()
    store.update(replacement([A], quads(A, text)))
    [quad] = list(store)
    assert quad.object == ox.Literal(text)


def test_readers_see_the_last_published_state_and_keep_it(where: str, writer: Store) -> None:
    writer.replace([], quads(A, "een"))
    writer.publish()
    with open_store(where) as early:
        writer.replace([A], quads(A, "twee"))
        with open_store(where) as between:
            assert values(between) == ["een"]
        for value in ("drie", "vier", "vijf"):
            writer.replace([A], quads(A, value))
            writer.publish()
        with open_store(where) as late:
            assert values(late) == ["vijf"]
        assert values(early) == ["een"]


def test_views_that_nobody_reads_are_deleted(where: str, writer: Store) -> None:
    for value in ("een", "twee", "drie"):
        writer.replace([A], quads(A, value))
        writer.publish()
    assert len(list(Path(where).glob("view-*"))) == 1


def test_nothing_is_published_where_nothing_changed(where: str) -> None:
    with open_store(where, write=True) as store:
        store.replace([], quads(A, "een"))
    before = (Path(where) / "current").read_text()
    with open_store(where, write=True):
        pass
    assert (Path(where) / "current").read_text() == before


class Watched:
    """A database that counts how often it is put in order."""

    def __init__(self, store: ox.Store) -> None:
        self._store, self.ordered = store, 0

    def optimize(self) -> None:
        self.ordered += 1
        self._store.optimize()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)


@pytest.mark.parametrize(("part", "times"), [(0.0, 1), (1e9, 0)])
def test_a_database_of_which_much_is_new_is_put_in_order_for_readers(
    where: str, monkeypatch: pytest.MonkeyPatch, part: float, times: int
) -> None:
    monkeypatch.setattr(embedded, "_MOVED_AFTER", 0)
    monkeypatch.setattr(embedded, "_NEW_PART", part)
    with EmbeddedStore(where, write=True) as store:
        watched = Watched(store._open)
        monkeypatch.setattr(store, "_store", watched)
        store.replace([], quads(A, "een"))
        store.replace([], quads(A, "twee"))
        store.publish()
        store.publish(always=True)  # nothing is new
    with open_store(where) as read:
        assert values(read) == ["een", "twee"]
    assert watched.ordered == times


def test_a_second_writer_is_told_to_wait(where: str, writer: Store) -> None:
    with pytest.raises(StoreLockedError, match="another process is writing"):
        open_store(where, write=True)
    program = "import sys; from lrtgraph.store import open_store; open_store(sys.argv[1], write=True)"
    done = subprocess.run([sys.executable, "-c", program, where], capture_output=True, text=True, check=False)
    assert "StoreLockedError: another process is writing" in done.stderr


def test_no_store_yet(where: str) -> None:
    with pytest.raises(NoStoreError, match="run `lrtgraph build DIR` first"):
        open_store(where)


@pytest.mark.parametrize(
    ("mark", "way_out"),
    [
        ("lrtgraph store 99\n", "newer version.*pip install --upgrade lrtgraph.*--store NEW"),
        ("lrtgraph store x\n", "another version.*lrtgraph build DIR --store NEW"),
        ("iets anders", "another version"),
        ("lrtgraph store 0.5\n", "another version"),
    ],
)
def test_a_store_of_another_version_is_refused_with_the_way_out(where: str, mark: str, way_out: str) -> None:
    open_store(where, write=True).close()
    (Path(where) / "lrtgraph-store").write_text(mark)
    before = sorted(path.name for path in Path(where).rglob("*"))
    for write in (False, True):
        with pytest.raises(StoreVersionError, match=way_out):
            open_store(where, write=write)
    assert (Path(where) / "lrtgraph-store").read_text() == mark
    assert sorted(path.name for path in Path(where).rglob("*")) == before


RENAMED = (
    "DELETE { GRAPH ?g { ?s <urn:p> ?o } } INSERT { GRAPH ?g { ?s <urn:q> ?o } } WHERE { GRAPH ?g { ?s <urn:p> ?o } }"
)


@pytest.fixture
def newer(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Makes this the next version of the package but one, in which a property has another name."""

    def become_newer() -> None:
        monkeypatch.setattr(version, "VERSION", version.VERSION + 2)
        monkeypatch.setitem(version.STEPS, version.VERSION - 2, RENAMED)
        monkeypatch.setitem(version.STEPS, version.VERSION - 1, "")

    return become_newer


def predicates(where: str) -> list[str]:
    with open_store(where) as store:
        return sorted(quad.predicate.value for quad in store.quads())


def test_an_older_store_is_brought_up_to_date_when_it_is_written_to(where: str, newer: Callable[[], None]) -> None:
    with open_store(where, write=True) as store:
        store.replace([], quads(A, "een", "twee"))
    newer()
    with pytest.raises(StoreVersionError, match=f"older version.*lrtgraph build DIR --store {where}"):
        open_store(where)
    open_store(where, write=True).close()
    assert predicates(where) == ["urn:q", "urn:q"]
    open_store(where, write=True).close()
    assert predicates(where) == ["urn:q", "urn:q"]


def test_an_older_backup_is_brought_up_to_date_when_it_is_restored(
    where: str, tmp_path: Path, newer: Callable[[], None]
) -> None:
    with open_store(where, write=True) as store:
        store.replace([], quads(A, "een"))
    backup(where, tmp_path / "backup")
    newer()
    restore(tmp_path / "backup", os.fspath(tmp_path / "again.db"))
    assert predicates(os.fspath(tmp_path / "again.db")) == ["urn:q"]


def test_a_backup_of_a_newer_version_is_refused(
    where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, newer: Callable[[], None]
) -> None:
    newer()
    open_store(where, write=True).close()
    backup(where, tmp_path / "backup")
    monkeypatch.undo()
    with pytest.raises(StoreVersionError, match="newer version"):
        restore(tmp_path / "backup", os.fspath(tmp_path / "again.db"))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["backup", "graph.db"]


def test_a_store_from_which_no_way_is_known_is_left_alone(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    open_store(where, write=True).close()
    monkeypatch.setattr(version, "VERSION", version.VERSION + 1)
    for write in (False, True):
        with pytest.raises(StoreVersionError, match="build it anew in another place"):
            open_store(where, write=write)


def test_a_folder_with_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "brief.docx").write_text("x")
    with pytest.raises(StoreError, match="holds other things"):
        open_store(os.fspath(tmp_path), write=True)
    assert [path.name for path in tmp_path.iterdir()] == ["brief.docx"]


@pytest.mark.parametrize("write", [False, True])
def test_a_file_is_no_store(tmp_path: Path, write: bool) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError):
        open_store(os.fspath(tmp_path / "file"), write=write)


def test_a_damaged_store_is_told(where: str) -> None:
    open_store(where, write=True).close()
    (Path(where) / "current").write_text("view-999999\n")
    with pytest.raises(StoreError, match="damaged"):
        open_store(where)
    for path in (Path(where) / "data").glob("MANIFEST*"):
        path.write_bytes(b"\x00garbage")
    with pytest.raises(StoreError, match="damaged"):
        open_store(where, write=True)


@pytest.mark.parametrize("query", ["SELECT", "SELECT * WHERE { ?s ?p", "DROP ALL", ""])
def test_a_wrong_query_is_told(writer: Store, query: str) -> None:
    with pytest.raises(QueryError, match="cannot be read"):
        writer.query(query)


def test_a_wrong_update_is_told_and_changes_nothing(writer: Store) -> None:
    writer.replace([], quads(A, "een"))
    with pytest.raises(QueryError):
        writer.update("DROP ALL ; NONSENSE")
    assert values(writer) == ["een"]


def test_a_closed_store_says_so(where: str) -> None:
    store = open_store(where, write=True)
    store.close()
    store.close()
    with pytest.raises(StoreError, match="is closed"):
        store.query("ASK {}")


def _as_nobody(program: str, where: str) -> subprocess.CompletedProcess[str]:
    """Run a program as a user who may not write here: root may write anywhere."""
    become = "import os, sys, lrtgraph.store.embedded; from lrtgraph.store import open_store; os.setuid(65534); "
    if os.getuid() != 0:
        become = become.replace("os.setuid(65534); ", "")
    command = [sys.executable, "-c", become + program, where]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_a_store_that_may_only_be_read_is_read_and_not_written(tmp_path: Path) -> None:
    where = tmp_path / "graph.db"
    with open_store(os.fspath(where), write=True) as store:
        store.replace([], quads(A, "een"))
    for folder in (*tmp_path.resolve().parents, tmp_path)[:-1]:
        if folder.stat().st_uid == os.getuid() and folder != Path("/") and os.getuid() == 0:
            folder.chmod(folder.stat().st_mode | 0o055)
    tmp_path.chmod(0o755)
    for path in (where, *where.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        read = _as_nobody("print(len(list(open_store(sys.argv[1]).quads())))", os.fspath(where))
        assert read.stdout == "1\n", read.stderr
        write = _as_nobody("open_store(sys.argv[1], write=True)", os.fspath(where))
        assert "StoreError: the graph in" in write.stderr
        assert "no permission" in write.stderr
    finally:
        for path in (where, *where.rglob("*")):
            path.chmod(0o755 if path.is_dir() else 0o644)


def test_what_a_killed_writer_left_is_swept_away(where: str) -> None:
    with open_store(where, write=True) as store:
        store.replace([], quads(A, "een"))
    (Path(where) / "view-000099.partial").mkdir()
    (Path(where) / "view-000098").mkdir()
    (Path(where) / "data" / "bulk-1.sst").touch()
    with open_store(where, write=True) as store:
        assert isinstance(store, EmbeddedStore)
        assert len(list(Path(where).glob("view-*"))) == 1
        assert not list(Path(where).glob("data/bulk-*"))
        store.replace([], quads(B, "twee"))
    with open_store(where) as store:
        assert values(store) == ["een", "twee"]
