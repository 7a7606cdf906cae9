"""Settings of the surroundings, and the files of the package."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lrtgraph import resources
from lrtgraph.errors import ResourceError
from lrtgraph.resources import Settings, bundled_model, resource, table, word_list


def test_the_store_is_the_named_one_or_the_one_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LRTGRAPH_STORE", "elders.db")
    assert Settings.default_store() == "elders.db"
    for unset in (lambda: monkeypatch.setenv("LRTGRAPH_STORE", ""), lambda: monkeypatch.delenv("LRTGRAPH_STORE")):
        unset()
        assert Settings.default_store() == "lrtgraph.db"


def test_the_lists_of_names_are_the_named_ones_or_those_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LRTGRAPH_GAZETTEER", raising=False)
    assert Settings.default_gazetteers() == ()
    Path("gazetteer.ttl").touch()
    Path("gazetteer.csv").mkdir()  # no file
    assert Settings.default_gazetteers() == (Path("gazetteer.ttl"),)
    monkeypatch.setenv("LRTGRAPH_GAZETTEER", os.pathsep.join(("a.csv", "", "b.ttl")))
    assert Settings.default_gazetteers() == (Path("a.csv"), Path("b.ttl"))


def test_what_an_installed_package_holds_comes_before_the_checkout(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "lrtgraph"
    monkeypatch.setattr(resources, "_PACKAGE", package)
    places = [tmp_path / "queries" / "x.rq", package / "queries" / "x.rq", package / "_data" / "queries" / "x.rq"]
    for place in places:
        place.parent.mkdir(parents=True)
        place.touch()
        assert resource("queries", "x.rq") == place


def test_what_is_missing_is_told_by_its_name() -> None:
    with pytest.raises(
        ResourceError, match=r"^data/none\.csv is missing from the installation; install lrtgraph again$"
    ):
        table("none.csv")
    with pytest.raises(ResourceError, match=r"data/none\.txt is missing"):
        word_list("none.txt")


def test_the_model_comes_with_the_package() -> None:
    assert (bundled_model() / "config.cfg").is_file()


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data of a package with nothing in it."""
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path / "lrtgraph")
    folder = tmp_path / "lrtgraph" / "data"
    folder.mkdir(parents=True)
    return folder


def test_tables_are_divided_by_commas_or_tabs(data: Path) -> None:
    (data / "test-of-tables.csv").write_text('a,b\n"1,2",é\n', encoding="utf-8")
    (data / "test-of-tables.tsv").write_text('a\tb\n"1\t,é\n', encoding="utf-8")
    assert table("test-of-tables.csv") == ({"a": "1,2", "b": "é"},)
    assert table("test-of-tables.tsv") == ({"a": '"1', "b": ",é"},)


def test_words_are_those_of_a_list_or_of_one_section(data: Path) -> None:
    text = "voor  af # een opmerking\n\n[een]\nhet de\n# niets\n[twee]\nop\n[een]\nook\n"
    (data / "test-of-words.txt").write_text(text, encoding="utf-8")
    assert word_list("test-of-words.txt") == {"voor", "af", "het", "de", "op", "ook"}
    assert word_list("test-of-words.txt", section="een") == {"het", "de", "ook"}
    assert word_list("test-of-words.txt", section="drie") == frozenset()
