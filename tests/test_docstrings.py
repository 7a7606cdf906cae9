"""Every example in a docstring runs."""

from __future__ import annotations

import doctest
import pkgutil
import re
import shutil
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

import lrtgraph
from lrtgraph.build import Report
from lrtgraph.resources import Settings

MODULES = sorted(
    module.name
    for module in pkgutil.walk_packages(lrtgraph.__path__, "lrtgraph.")
    if module.name != "lrtgraph.__main__" and not module.name.startswith("lrtgraph.model")
)
ROOT = Path(__file__).parent.parent
OF_THE_GRAPH = ("lrtgraph", "lrtgraph.graph", "lrtgraph.graph.questions", "lrtgraph.graph.forms",
                "lrtgraph.build.running", "lrtgraph.build.extracting")  # fmt: skip


@pytest.mark.parametrize("name", [name for name in MODULES if name not in OF_THE_GRAPH])
def test_the_examples_run(name: str) -> None:
    failed, _ = doctest.testmod(import_module(name), optionflags=doctest.NORMALIZE_WHITESPACE)

    assert failed == 0


@pytest.mark.parametrize("name", OF_THE_GRAPH)
def test_the_examples_of_the_library_run_on_the_example_minutes(
    name: str, example_build: tuple[Settings, Report], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    shutil.copytree(example_build[0].store, "lrtgraph.db")
    with lrtgraph.open("lrtgraph.db") as graph:
        flags = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS
        failed, tried = doctest.testmod(import_module(name), optionflags=flags, extraglobs={"graph": graph})

    assert failed == 0
    assert tried


def test_all_that_is_public_is_told_with_an_example() -> None:
    told = {name: getattr(lrtgraph, name) for name in lrtgraph.__all__}
    methods = ((name, getattr(lrtgraph.Graph, name)) for name in dir(lrtgraph.Graph) if not name.startswith("_"))
    told |= {name: each for name, each in methods if name != "close"}
    for name, each in told.items():
        text = (each.build if isinstance(each, ModuleType) else each).__doc__ or ""
        assert text, name
        assert ">>>" in text or isinstance(each, type), f"{name} has no example"


def test_a_folder_that_lists_its_modules_lists_all_and_no_other() -> None:
    listing = []
    for name in MODULES:
        module = import_module(name)
        inside = {found.name for found in pkgutil.iter_modules(getattr(module, "__path__", ()))}
        opening = re.findall(r"^ *([a-z_]+) ( *)", module.__doc__ or "", re.MULTILINE)
        if len(inside.intersection(word for word, _ in opening)) > 1:
            listing.append(name)
            assert {word for word, gap in opening if gap or word in inside} == inside, name
    assert len(listing) > 10


def test_there_are_examples() -> None:
    finder = doctest.DocTestFinder(exclude_empty=True)
    examples = [test for name in MODULES for test in finder.find(import_module(name)) if test.examples]

    assert len(examples) >= 40
