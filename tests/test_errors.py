"""Every reason for which a document is refused says what to do about it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import lrtgraph
from lrtgraph.documents import read
from lrtgraph.errors import DocumentError

ROOT = Path(lrtgraph.__file__).parent
# Words that hand a remedy on: "split it", "save it as", "what can be read is", "make text of it with `ocrmypdf`".
REMEDY = re.compile(
    r"[;:] .*\b(add|build|check|copy|get|give|leave|make|mend|need|open|print|read|save|split|unpack|write)\b"
)


def reasons() -> Iterator[tuple[str, str]]:
    """Where a document is refused, and the words, with … for what they are filled with."""
    for path in sorted([*ROOT.glob("documents/*.py"), *ROOT.glob("build/*.py")]):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            called = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id
            if called in ("DocumentError", "Failed") and isinstance(node, ast.Call) and node.args:
                text = written(node.args[0])
                if text.strip("… "):
                    yield f"{path.name}:{node.lineno}", text


def written(node: ast.expr) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(written(part) for part in node.values)
    if isinstance(node, ast.FormattedValue) and isinstance(node.value, ast.Name) and node.value.id == "hint":
        return "read something else"  # the remedy itself, which the next test looks at
    return "…"


@pytest.mark.parametrize(("place", "reason"), [pytest.param(*each, id=each[0]) for each in reasons()])
def test_a_refusal_says_what_to_do(place: str, reason: str) -> None:
    assert REMEDY.search(reason), f"{place} says only '{reason}'"
    assert len(reason) < 150


@pytest.mark.parametrize("name", ["a.doc", "a.xlsx", "a.rar", "a.jpg", "a.xyz", "a"])
def test_what_is_no_format_is_told_with_a_way_out(name: str) -> None:
    with pytest.raises(DocumentError, match=r": (save|unpack|what can be read is|make|read)\b"):
        read(name, b"tekst")


def test_refusals_are_found() -> None:
    assert len(list(reasons())) > 30
