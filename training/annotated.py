"""The annotated minutes that weights are trained on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).parent.parent
GOLD: Final = ("real", "made", "invented", "further", "kept", "sober", "reconciled", "fresh")
"""Folders of `tests/gold`; not those that measure, `unseen` and `held_out`."""
FOLDERS: Final = (*(ROOT / "tests" / "gold" / name for name in GOLD), ROOT / "training" / "minutes")
EXAMPLES: Final = ROOT / "examples" / "minutes"


@dataclass(frozen=True, slots=True)
class Annotated:
    """Minutes with what people found in them: a record as `lrtgraph extract` prints it."""

    name: str
    text: str
    record: dict[str, Any]


def annotated() -> Iterator[Annotated]:
    """All of them, in the order of folders and names."""
    for folder in FOLDERS:
        for path in sorted(folder.glob("*.json")):
            beside = path.with_suffix(".txt")
            text = (beside if beside.exists() else EXAMPLES / beside.name).read_bytes().decode("utf-8")
            yield Annotated(beside.name, text, json.loads(path.read_text(encoding="utf-8")))
