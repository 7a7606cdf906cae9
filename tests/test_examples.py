"""The examples and the README run as they stand."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import nbformat
import pytest
from commands import Run
from nbclient import NotebookClient

from lrtgraph.build import Report
from lrtgraph.documents import FORMATS
from lrtgraph.resources import Settings

EXAMPLES = Path(__file__).parent.parent / "examples"
README = (EXAMPLES.parent / "README.md").read_text(encoding="utf-8")


def test_the_library_example_runs(gold_store_path: Path) -> None:
    command = [sys.executable, EXAMPLES / "library.py", EXAMPLES / "minutes", gold_store_path]
    done = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8")

    assert "toezicht op de uitvoering van de wettelijke taak" in done.stdout
    assert "did you mean Spreidingswet" in done.stdout


@pytest.mark.filterwarnings("ignore")  # Jupyter's own, about its event loop and its sockets
def test_the_notebook_runs(gold_store_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LRTGRAPH_STORE", str(gold_store_path))
    notebook = nbformat.read(EXAMPLES / "analyse.ipynb", as_version=4)  # type: ignore[no-untyped-call]

    NotebookClient(notebook, timeout=120, kernel_name="python3").execute()

    questions = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert len(questions) >= 7
    assert all(cell.outputs for cell in questions)
    assert "<iframe" in questions[-1].outputs[0]["data"]["text/html"]


# The README


def test_the_graph_of_the_demo_is_named_from_any_folder() -> None:
    """A notebook runs in its own folder, where a path from here would lead nowhere."""
    assert "export LRTGRAPH_STORE=$PWD/" in README
    assert "export LRTGRAPH_STORE=$(CURDIR)/" in (EXAMPLES.parent / "Makefile").read_text(encoding="utf-8")


@pytest.fixture
def newcomer(
    example_build: tuple[Settings, Report], tmp_path: Path, command: Run, monkeypatch: pytest.MonkeyPatch
) -> Run:
    """The command line in a folder with what the README speaks of: the graph of the demo, minutes, a list of names."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("LRTGRAPH_STORE", "demo.db")
    shutil.copytree(example_build[0].store, "demo.db")
    Path("minutes").mkdir()
    shutil.copy(EXAMPLES / "minutes" / "001_b02e470687c8b965.txt", "minutes")
    names = re.search(r"^    (id,kind,.*\n)    (.*\n)", README, re.MULTILINE)
    assert names
    Path("names.csv").write_text(names[1] + names[2], encoding="utf-8")
    return command


def test_the_answer_in_the_readme_is_the_real_one(newcomer: Run) -> None:
    asked = newcomer("who-owns", "Spreidingswet")
    assert asked.code == 0
    answer = textwrap.indent(asked.out, "    ")

    assert f"    $ lrtgraph who-owns Spreidingswet\n\n{answer}\n" in README


def test_the_commands_in_the_readme_run(newcomer: Run) -> None:
    lines = re.findall(r"^    lrtgraph (.*?)(?:\s+#.*)?$", README, re.MULTILINE)

    assert len(lines) >= 15
    for line in lines:
        expected = (0, 1) if "--refused" in line else (0,)
        done = newcomer(*shlex.split(line))
        assert done.code in expected, f"{line}: {done.err}"
    assert Path("kaart.html").is_file()
    assert Path("graph.gexf").is_file()


def test_the_python_in_the_readme_runs(newcomer: Run, capsys: pytest.CaptureFixture[str]) -> None:
    block = re.search(r"^```python\n(.*?)^```", README, re.DOTALL | re.MULTILINE)

    assert block
    exec(compile(block[1], "README.md", "exec"), {})
    assert "staatssecretaris van Justitie en Veiligheid toezicht" in capsys.readouterr().out


def test_the_readme_names_the_formats_that_are_read() -> None:
    formats = re.search(r"# (txt, .*), zip, folders", README)

    assert formats
    assert {f".{name}" for name in formats[1].split(", ")} <= FORMATS.keys()
