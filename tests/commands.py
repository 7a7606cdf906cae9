"""The command line as a person runs it, in this process; conftest.py has it as the fixture `command`."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import pytest
from typer.testing import CliRunner

from lrtgraph.cli.app import main, make_app


class Result(NamedTuple):
    """How a command ended, and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def rows(self) -> Any:
        """What it wrote as JSON."""
        return json.loads(self.out)


Run = Callable[..., Result]


def run(capsys: pytest.CaptureFixture[str], arguments: Sequence[str]) -> Result:
    """Run a command to its end."""
    capsys.readouterr()
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    code = ended.value.code or 0
    assert isinstance(code, int)
    return Result(code, *capsys.readouterr())


def printed(*arguments: str, code: int = 0) -> str:
    """What a command prints that ends with this code; an error of ours is raised, not told."""
    result = CliRunner().invoke(make_app([arguments[0]]), arguments)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code == code, result.output
    return result.stdout
