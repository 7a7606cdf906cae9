"""The help of every command: one line that says what it is for, and an example that runs."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path
from typing import Any

import pytest
import typer
from commands import Run

from lrtgraph.build import Report
from lrtgraph.cli.app import COMMANDS, make_app
from lrtgraph.resources import Settings

ROOT = Path(__file__).parent.parent
OF_NAMES = ("list", "show", "check", "add", "import", "candidates")
NAMES = [
    *([one.name] for one in COMMANDS if one.name != "gazetteer"),
    *(["gazetteer", name] for name in OF_NAMES),
]


def example(name: list[str], command: Run) -> str:
    result = command(*name, "--help")
    assert result.code == 0
    text = " ".join(result.out.split())
    found = re.search(r"Example: lrtgraph (.*?) (?:Arguments|Options):", text)
    assert found, text
    return found[1]


@pytest.fixture
def desk(example_build: tuple[Settings, Report], tmp_path: Path, command: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command line in a folder as the examples suppose it: with those of the checkout, a graph, a list of names."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    for folder in ("examples", "tests"):
        (tmp_path / folder).symlink_to(ROOT / folder)
    shutil.copytree(example_build[0].store, "lrtgraph.db")
    Path("names.csv").write_text("id,kind,label\nRegiodeal_Noord,instrument,Regiodeal Noord\n", encoding="utf-8")
    return command


@pytest.mark.parametrize("name", NAMES, ids=" ".join)
def test_the_example_in_the_help_runs(name: list[str], desk: Run) -> None:
    if name == ["restore"]:
        assert desk(*shlex.split(example(["backup"], desk))).code == 0
    arguments = shlex.split(example(name, desk))

    assert arguments[: len(name)] == name
    assert desk(*arguments).code == 0


def test_every_command_is_told_in_one_line(command: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TERMINAL_WIDTH", "80")
    code, out, _ = command("--help")
    assert code == 0
    told = dict(re.findall(r"^│ ([a-z][a-z-]+) +(\S.*?) *│$", out, re.MULTILINE))

    assert {one.name for one in COMMANDS} <= told.keys()
    for name in told:
        assert told[name].endswith("."), name
    for panel in ("Build", "Ask", "Look", "Share", "Maintain"):
        assert f"╭─ {panel} ─" in out


@pytest.mark.parametrize("name", OF_NAMES)
def test_the_commands_about_names_too(name: str, command: Run) -> None:
    code, out, _ = command("gazetteer", "--help")
    assert code == 0
    found = re.search(rf"^  {name} +(\S.*)$", out, re.MULTILINE)

    assert found
    assert found[1].endswith(".")
    assert not found[1].endswith("...")


def test_every_option_says_what_it_does_and_what_it_takes() -> None:
    group: Any = typer.main.get_command(make_app())
    for command in group.commands.values():
        for each in getattr(command, "commands", {"": command}).values():
            for parameter in each.params:
                assert parameter.help, f"{each.name} {parameter.name}"
                if parameter.type.name not in ("boolean", "choice"):
                    assert parameter.metavar, f"{each.name} {parameter.name} has no word for its value"
