"""Where the docstring of a package says that its modules build on those above them, they do."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import lrtgraph

ROOT = Path(lrtgraph.__file__).parent
PACKAGES = sorted(path.parent for path in ROOT.rglob("__init__.py"))


def modules(package: Path) -> dict[str, list[Path]]:
    """The modules and packages in a package, with their files."""
    found = {path.stem: [path] for path in package.glob("*.py") if path.stem != "__init__"}
    return found | {path.parent.name: list(path.parent.rglob("*.py")) for path in package.glob("*/__init__.py")}


def told(package: Path) -> str:
    return ast.get_docstring(ast.parse((package / "__init__.py").read_text())) or ""


def imported(package: Path, path: Path) -> set[str]:
    """What of a package one of its files imports when it runs."""
    name = ".".join(package.relative_to(ROOT.parent).parts)
    source = re.sub(r"\nif TYPE_CHECKING:\n(?:    .*\n|\n)+", "\n", path.read_text())
    return set(re.findall(rf"^ *from {re.escape(name)}\.(\w+)", source, re.MULTILINE))


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: str(package.relative_to(ROOT)))
def test_modules_build_on_those_listed_above_them(package: Path) -> None:
    text, inside = told(package), modules(package)
    if not re.search(r"builds? on those\s+above", text):
        return
    listed = [match[1] for match in re.finditer(r"^(\w+)  +\S", text, re.MULTILINE)]

    assert sorted(listed) == sorted(inside)
    for place, name in enumerate(listed):
        above = {*listed[: place + 1]}
        assert {other for path in inside[name] for other in imported(package, path) & inside.keys()} <= above, name
