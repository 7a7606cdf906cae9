"""Nothing is lost: builds killed, interrupted, two at once, and readers beside them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import crash
import pytest
from generated import write

from lrtgraph.answers.inventory import documents
from lrtgraph.build import build
from lrtgraph.errors import StoreLockedError
from lrtgraph.resources import Settings
from lrtgraph.store import open_store


@pytest.fixture(scope="module")
def minutes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with thirty short documents."""
    folder = tmp_path_factory.mktemp("crash") / "minutes"
    write(folder, 30, items=2, bullets=2)
    return folder


INTERRUPTED = """
import os, signal, sys
from lrtgraph.build import running
from lrtgraph.cli.app import main

def read(run, pool, read=running._Run.read):
    for done, path in enumerate(read(run, pool), start=1):
        yield path
        if done == 3:
            os.kill(os.getpid(), signal.SIGINT)

signal.signal(signal.SIGINT, signal.default_int_handler)  # whatever started the tests
running._Run.read = read
main(sys.argv[1:])
"""
"""The command line, interrupted when three documents have been read."""


def until(condition: object, seconds: float = 60.0) -> None:
    """Wait until a condition holds."""
    end = time.monotonic() + seconds
    while not condition():  # type: ignore[operator]
        assert time.monotonic() < end, "waited too long"
        time.sleep(0.02)


def test_killed_builds_leave_whole_graphs_and_end_the_same(tmp_path: Path) -> None:
    assert crash.rehearse(tmp_path, documents=20, kills=3, seed=1)[0] == 3


def test_two_processes_give_the_same_graph_as_one(minutes: Path, whole: Path, tmp_path: Path) -> None:
    store = tmp_path / "two.db"
    crash.finish(minutes, store, jobs=2)
    assert crash.graphs(store) == crash.graphs(whole)


def test_a_killed_build_takes_its_workers_along(minutes: Path, tmp_path: Path) -> None:
    process = crash.start(minutes, tmp_path / "graph.db", jobs=2, force=True)
    until(lambda: _workers(process.pid))
    workers = _workers(process.pid)
    process.kill()
    process.wait()
    until(lambda: not [worker for worker in workers if Path(f"/proc/{worker}").exists()])


def _workers(parent: int) -> list[int]:
    """The child processes of a process."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == parent and fields[0] != "Z":
            found.append(int(stat.parent.name))
    return found


def test_interrupting_leaves_cleanly_with_what_was_finished(minutes: Path, whole: Path, tmp_path: Path) -> None:
    store = tmp_path / "graph.db"
    command = [sys.executable, "-c", INTERRUPTED, "build", minutes, "--store", store, "--jobs", "1"]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert (ended.returncode, ended.stdout) == (130, "")
    assert ended.stderr.startswith("what was read is kept; the same command goes on with the rest\n")
    assert "Traceback" not in ended.stderr
    kept = {name: lines for name, lines in crash.graphs(store).items() if crash.is_of_document(name)}
    expected = crash.graphs(whole)
    assert len(kept) == 3
    assert kept.items() <= expected.items()
    with open_store(os.fspath(store)) as reader:
        for graph in filter(crash.is_of_document, reader.graphs()):
            assert sorted(map(str, reader.quads(graph))) == expected[graph]
    build([minutes], Settings(store=os.fspath(store)))
    assert crash.graphs(store) == expected


def test_a_second_build_waits_and_readers_see_whole_documents(minutes: Path, whole: Path, tmp_path: Path) -> None:
    store = tmp_path / "graph.db"
    shutil.copytree(whole, store)
    process = crash.start(minutes, store, force=True)
    until(lambda: _workers(process.pid))
    with pytest.raises(StoreLockedError):
        open_store(os.fspath(store), write=True)
    reads = 0
    while process.poll() is None:
        with open_store(os.fspath(store)) as reader:
            assert len(documents(reader)) == 30
        reads += 1
        time.sleep(0.1)  # the build needs the processor too
    assert process.returncode == 0
    assert reads > 3
    assert crash.graphs(store) == crash.graphs(whole)
