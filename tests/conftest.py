"""What many tests share: stores that were made once, of gold records, of the example minutes, of a module's own."""

from __future__ import annotations

import io
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from commands import Result, Run, run
from graphs import MINUTES, fill, gold_records
from hypothesis import HealthCheck, settings
from workers import KeptWorker, end_waiting

from lrtgraph.build import Report, build, pool
from lrtgraph.resources import Settings
from lrtgraph.store import Store, open_store

# However busy the machine is: to draw an example or to run one may take any time. A commit passes or fails whenever
# it is tested; `pytest -m hypothesis --hypothesis-profile exploring` draws anew.
settings.register_profile("exploring", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("repeatable", settings.get_profile("exploring"), derandomize=True)
settings.load_profile("repeatable")


@pytest.fixture(scope="session", autouse=True)
def kept_workers() -> Iterator[None]:
    """Builds in this process leave their reader process to the next one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pool, "_Worker", KeptWorker)
        yield
    end_waiting()


@pytest.fixture(scope="session")
def gold_store_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a store with the three gold records and the packaged gazetteer; not to be written to."""
    where = tmp_path_factory.mktemp("gold") / "gold.db"
    with open_store(os.fspath(where), write=True) as store:
        fill(store, gold_records())
    return where


@pytest.fixture
def gold_copy(gold_store_path: Path, tmp_path: Path) -> str:
    """A copy of the store of `gold_store_path` that may be written to, without the search index of whoever searched."""
    return os.fspath(
        shutil.copytree(gold_store_path, tmp_path / "gold.db", ignore=shutil.ignore_patterns("search.sqlite*"))
    )


@pytest.fixture
def gold_store(gold_store_path: Path) -> Iterator[Store]:
    """The store of `gold_store_path`, open for reading."""
    with open_store(os.fspath(gold_store_path)) as store:
        yield store


@pytest.fixture(scope="session")
def example_build(tmp_path_factory: pytest.TempPathFactory) -> tuple[Settings, Report]:
    """The example minutes built once; the store is not to be changed."""
    chosen = Settings(store=os.fspath(tmp_path_factory.mktemp("examples") / "graph.db"))
    return chosen, build([MINUTES], chosen)


@pytest.fixture(scope="module")
def whole(minutes: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of an undisturbed build, in one process, of the folder that the module's fixture `minutes` writes; to
    be copied before it is written to."""
    store = tmp_path_factory.mktemp("whole") / "graph.db"
    build([minutes], Settings(store=os.fspath(store)))
    return store


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an Oxigraph server with nothing in it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    program = Path(sys.executable).with_name("oxigraph")
    where = tmp_path_factory.mktemp("server")
    process = subprocess.Popen(
        [program, "serve", "--location", where, "--bind", f"127.0.0.1:{port}"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    for _ in range(200):
        try:
            urllib.request.urlopen(address).close()
            break
        except OSError:
            time.sleep(0.05)
    yield address
    process.terminate()
    process.wait()


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command line as in a pipe, without what the surroundings of the tests say of it."""
    for name in ("LRTGRAPH_STORE", "LRTGRAPH_GAZETTEER", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)

    def call(*arguments: str, stdin: str | None = None) -> Result:
        if stdin is not None:
            monkeypatch.setattr(sys, "stdin", io.StringIO(stdin))
        return run(capsys, arguments)

    return call
