"""Real workers and their limits: a document that takes too long or too much is refused, and the rest goes in."""

from __future__ import annotations

import os
import signal
import threading
import time
from pathlib import Path

import pytest

from lrtgraph.answers.inventory import sources
from lrtgraph.build import Refused, Report, build, extract, pool
from lrtgraph.resources import Settings
from lrtgraph.store import open_store

LINE = "• COA vraagt VNG om een plan voor de opvang in gemeente {}.\n"
HEAD = "Verslag LRT 3 november 2023\n\n1. Opening\n\n"


@pytest.fixture
def minutes(tmp_path: Path) -> Path:
    """A folder with two short documents, and a long one between them."""
    folder = tmp_path / "minutes"
    folder.mkdir()
    for name, count in (("a.txt", 2), ("b.txt", 40_000), ("c.txt", 3)):
        (folder / name).write_text(HEAD + "".join(LINE.format(number % 300) for number in range(count)))
    return folder


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(store=os.fspath(tmp_path / "graph.db"))


def names(report: Report) -> list[str]:
    return [Path(path).name for path in report.new]


def reasons(report: Report) -> dict[str, str]:
    return {Path(one.path).name: one.reason for one in report.refused}


def test_a_document_that_takes_too_long_is_refused_and_the_rest_goes_in(
    minutes: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "_READING", 6.0)
    monkeypatch.setattr(pool, "_CHARACTERS_A_SECOND", 1e9)
    began = time.monotonic()
    report = build([minutes], settings)
    assert (names(report), list(reasons(report))) == (["a.txt", "c.txt"], ["b.txt"])
    assert "takes too long (stopped after 6 seconds)" in reasons(report)["b.txt"]
    assert time.monotonic() - began < 60
    with open_store(settings.store) as store:
        told = {Path(row.path).name: row.error for row in sources(store) if row.error}
    assert told == reasons(report)
    monkeypatch.undo()
    (minutes / "b.txt").write_text(HEAD + LINE.format("Assen"))
    assert names(build([minutes], settings)) == ["b.txt"]


def test_a_document_that_takes_too_much_memory_is_refused_and_the_rest_goes_in(
    minutes: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "_MEMORY", 150 * 1024**2)
    report = build([minutes], settings)
    assert (names(report), list(reasons(report))) == (["a.txt", "c.txt"], ["b.txt"])
    assert "takes more memory than a document may take" in reasons(report)["b.txt"]


def test_a_worker_that_is_ended_costs_one_document(
    minutes: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[int] = []
    start = pool._Worker._start

    def noted(worker: pool._Worker) -> object:
        process = start(worker)
        started.append(process.pid)
        if len(started) == 1:  # the first one dies while it reads the long document
            threading.Timer(6.0, os.kill, (process.pid, signal.SIGKILL)).start()
        return process

    monkeypatch.setattr(pool._Worker, "_start", noted)
    found = list(extract([minutes], settings))
    [refused] = [one for one in found if isinstance(one, Refused)]
    assert (Path(refused.path).name, len(found), len(started)) == ("b.txt", 3, 2)
    assert "the reader broke down on it (exit -9)" in refused.reason
