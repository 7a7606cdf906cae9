"""What many tests share: a store that holds the gold records of the three example minutes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from graphs import MINUTES, fill, gold_records

from lrtgraph.build import Report, build
from lrtgraph.resources import Settings
from lrtgraph.store import Store, open_store


@pytest.fixture(scope="session")
def gold_store_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a store with the three gold records and the packaged gazetteer; not to be written to."""
    where = tmp_path_factory.mktemp("gold") / "gold.db"
    with open_store(os.fspath(where), write=True) as store:
        fill(store, gold_records())
    return where


@pytest.fixture
def gold_store(gold_store_path: Path) -> Iterator[Store]:
    """The store of `gold_store_path`, open for reading."""
    with open_store(os.fspath(gold_store_path)) as store:
        yield store


@pytest.fixture(scope="session")
def example_build(tmp_path_factory: pytest.TempPathFactory) -> tuple[Settings, Report]:
    """The example minutes built once; the store is not to be changed."""
    settings = Settings(store=os.fspath(tmp_path_factory.mktemp("examples") / "graph.db"))
    return settings, build([MINUTES], settings)
