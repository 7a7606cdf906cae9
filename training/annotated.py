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
UNREAD: Final = ROOT / "training" / "minutes"
"""Minutes that no rule was made from."""
EXAMPLES: Final = ROOT / "examples" / "minutes"


@dataclass(frozen=True, slots=True)
class Annotated:
    """Minutes with what people found in them: a record as `lrtgraph extract` prints it. `unread` if no rule was made
    from them.
    """

    name: str
    text: str
    record: dict[str, Any]
    unread: bool


def annotated() -> Iterator[Annotated]:
    """All of them, in the order of folders and names."""
    for folder in (*(ROOT / "tests" / "gold" / name for name in GOLD), UNREAD):
        for path in sorted(folder.glob("*.json")):
            beside = path.with_suffix(".txt")
            text = (beside if beside.exists() else EXAMPLES / beside.name).read_bytes().decode("utf-8")
            yield Annotated(beside.name, text, json.loads(path.read_text(encoding="utf-8")), folder == UNREAD)
