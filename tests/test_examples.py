"""The examples run as they stand."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

EXAMPLES = Path(__file__).parent.parent / "examples"


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
