"""The docstring of a package lists its modules, and where it says so in the order in which they build on each other."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import lrtgraph

ROOT = Path(lrtgraph.__file__).parent
PLAIN = {"dutch", "evaluation", "exports"}
"""Packages of few modules, or of modules that have nothing to do with each other: their names tell all."""
PACKAGES = sorted(
    path.parent for path in ROOT.rglob("__init__.py") if path.parent != ROOT and path.parent.name not in PLAIN
)


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
def test_a_package_tells_of_all_its_modules(package: Path) -> None:
    text = told(package)

    assert [name for name in modules(package) if not re.search(rf"\b{name}\b", text)] == []


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
