"""What a build tells: facts as they are in the graph, and readings that were to be of documents that it has already."""

from __future__ import annotations

from pathlib import Path

import minutes
import pytest

from lrtgraph.answers import inventory
from lrtgraph.build import build
from lrtgraph.resources import Settings
from lrtgraph.store import open_store

TEXT = (
    minutes.HEAD + "2. Wet\n\n- VNG steunt de Spreidingswet.\n- Mw. Vreemdeling maakt bezwaar tegen de Spreidingswet.\n"
)


@pytest.mark.parametrize("with_persons", [True, False])
def test_facts_are_counted_as_they_are_in_the_graph(tmp_path: Path, with_persons: bool) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    where = Settings(store=str(tmp_path / "my.db"), with_persons=with_persons)
    report = build([tmp_path / "a.txt"], where)
    with open_store(where.store) as graph:
        assert report.facts == inventory.status(graph).facts


def test_metadata_that_cannot_be_read_is_told_of_a_document_in_the_graph_until_it_is_mended(tmp_path: Path) -> None:
    folder, where = tmp_path / "docs", Settings(store=str(tmp_path / "my.db"))
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    build([folder], where)

    (folder / "a.json").write_text("{", encoding="utf-8")
    for _ in range(2):
        assert len(build([folder], where).refused) == 1
        with open_store(where.store) as graph:
            assert inventory.status(graph).refused == 1
            assert inventory.status(graph).documents == 1
            assert [row.path for row in inventory.sources(graph) if row.error] == [str(folder / "a.txt")]

    (folder / "a.json").write_text('{"title": "Verslag"}', encoding="utf-8")
    assert build([folder], where).refused == ()
    with open_store(where.store) as graph:
        assert inventory.status(graph).refused == 0
