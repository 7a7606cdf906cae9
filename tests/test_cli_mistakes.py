"""A command line that cannot be taken: one sentence that says what to do, and exit code 2."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from commands import Run

from lrtgraph.cli.app import COMMANDS


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["build"], "`lrtgraph build` needs PATH..., such as `lrtgraph build examples/minutes`"),
        (["who-owns"], "`lrtgraph who-owns` needs NAME, such as `lrtgraph who-owns Spreidingswet`"),
        (["compare", "2022-11-09"], "`lrtgraph compare` needs MEETING, such as `lrtgraph compare 2022-11-09 "),
        (["query"], "`lrtgraph query` needs NAME|FILE|-, such as `lrtgraph query who-asks-whom"),
        (["gazetteer"], "`lrtgraph gazetteer` needs a command: list, show, check, add, import, candidates"),
        (["gazetteer", "show"], "`lrtgraph gazetteer show` needs NAME, such as `lrtgraph gazetteer show spreidings"),
        (["bild", "minutes"], "`lrtgraph` has no command 'bild'; did you mean build?"),
        (["places"], "places is a question, no command: `lrtgraph query places`"),
        (["zwijg"], "`lrtgraph` has no command 'zwijg'; `lrtgraph --help` lists them"),
        (["gazetteer", "lst"], "`lrtgraph gazetteer` has no command 'lst'; did you mean list?"),
        (["--versio"], "`lrtgraph` has no option --versio; did you mean --version?"),
        (["actions", "--ownr", "VNG"], "`lrtgraph actions` has no option --ownr; did you mean --owner?"),
        (["actions", "--colour=red"], "`lrtgraph actions` has no option --colour; see `lrtgraph actions --help`"),
        (["who-owns", "X", "--store"], "--store needs a value; see `lrtgraph who-owns --help`"),
        (["who-owns", "X", "--format", "pdf"], "--format is one of table, json, jsonl, csv, md, not 'pdf'"),
        (["extract", "x.txt", "--format", "csv"], "--format is one of table, jsonl, not 'csv'"),
        (["positions", "X", "--act", "beswaar"], "zegt_toe, not 'beswaar'; did you mean bezwaar?"),
        (["search", "x", "--limit", "-1"], "--limit is a whole number from 0 on, not '-1'"),
        (["map", "--hops", "4"], "--hops is a whole number from 1 to 3, not '4'"),
        (["build", "x", "--jobs", "two"], "--jobs is a whole number from 1 on, not 'two'"),
        (["who-owns", "opvang", "asiel"], "takes no 'asiel' there; put a name of several words in quotes"),
        (["query", "who-asks-whom", "speaker=VNG"], "takes no 'speaker=VNG' there; write --param speaker=VNG"),
        (["query", "who-asks-whom", "VNG"], "takes no 'VNG' there; put a name of several words in quotes"),
        (["who-owns", "opvang", "a=b"], "takes no 'a=b' there; put a name of several words in quotes"),
        (["status", "--documents", "--refused"], "give --documents or --refused, not both"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_use_is_one_sentence(
    arguments: list[str], message: str, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")  # neither a box nor colours, whatever the terminal
    code, out, err = command(*arguments)

    assert (code, out) == (2, "")
    assert err.startswith("lrtgraph: ")
    assert message in err
    assert err.count("\n") == 1


@pytest.mark.parametrize("name", [command.name for command in COMMANDS])
def test_an_unknown_option_is_told_for_every_command(name: str, command: Run) -> None:
    code, _, err = command(name, "--no-such-option")

    assert code == 2
    assert err == (f"lrtgraph: `lrtgraph {name}` has no option --no-such-option; see `lrtgraph {name} --help`\n")


def test_without_a_command_the_help_is_shown(command: Run) -> None:
    code, out, _ = command()

    assert code == 0
    assert "who-owns" in out


@pytest.mark.parametrize(
    ("arguments", "code", "lines"),
    [
        (["query", "timeline", "--param", "concept=VNG"], 0, 30),
        (["decisions", "--about", "HAR"], 1, 0),
        (["nope"], 2, 0),
    ],
)
def test_a_process_prints_all_and_tells_how_it_ended(
    arguments: list[str], code: int, lines: int, gold_store_path: Path
) -> None:
    command = [sys.executable, "-m", "lrtgraph", *arguments]
    environment = os.environ | {"LRTGRAPH_STORE": str(gold_store_path)}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)

    assert done.returncode == code
    assert len(done.stdout.splitlines()) >= lines
    assert done.stdout.endswith("\n") == bool(lines)
    assert len(done.stderr.splitlines()) == bool(code)


def test_a_question_that_is_profiled_ends_as_its_profiler_needs() -> None:
    command = [sys.executable, "-m", "cProfile", "-m", "lrtgraph", "queries", "--tag", "tijd"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert done.returncode == 0
    assert "function calls" in done.stdout


def test_a_reader_that_goes_away_is_no_mistake(gold_store_path: Path) -> None:
    command = [sys.executable, "-m", "lrtgraph", "query", "mentions", "--param", "concept=VNG", "--format", "json"]
    asked = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | {"LRTGRAPH_STORE": str(gold_store_path)},
    )
    assert asked.stdout is not None
    assert asked.stderr is not None
    asked.stdout.close()

    assert (asked.wait(60), asked.stderr.read()) == (0, b"")
    asked.stderr.close()


def test_an_answer_that_cannot_be_written_is_told_in_a_sentence() -> None:
    command = [sys.executable, "-m", "lrtgraph", "queries", "--format", "json"]
    with open("/dev/full", "w", encoding="utf-8") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (2, "lrtgraph: the answer cannot be written: No space left on device\n")
