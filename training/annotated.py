"""The annotated minutes that weights are trained on, and how what is read in them is held against what people found."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from lrtgraph.build.reader import Reader
from lrtgraph.extraction.context import Reading
from lrtgraph.records import Document, Span

ROOT: Final = Path(__file__).parent.parent
GOLD: Final = (
    "real",
    "made",
    "invented",
    "further",
    "kept",
    "sober",
    "reconciled",
    "fresh",
    "plain",
    "lifelike",
    "pens",
    "layouts",
    "near",
)
"""Folders of `tests/gold`; not those that measure, `unseen`, `held_out`, `apart`, `rooms`, `cousin`, `fellow`,
`provinces` and `terse`."""
NEAREST: Final = ("alike", "kin", "peer")
"""Those most like the real series, for the models that gain by them: that of ownership."""
UNREAD: Final = ROOT / "training" / "minutes"
"""Minutes that no rule was made from, but for some on layouts, lists and labels that one half of them gave."""
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


def annotated(*also: str) -> Iterator[Annotated]:
    """All of them, and those of more folders of `tests/gold`, in the order of folders and names."""
    for folder in (*(ROOT / "tests" / "gold" / name for name in (*GOLD, *also)), UNREAD):
        for path in sorted(folder.glob("*.json")):
            beside = path.with_suffix(".txt")
            text = (beside if beside.exists() else EXAMPLES / beside.name).read_bytes().decode("utf-8")
            yield Annotated(beside.name, text, json.loads(path.read_text(encoding="utf-8")), folder == UNREAD)


def analysed(reader: Reader, name: str, text: str) -> Reading:
    """A text, read but for its facts."""
    return reader.analyse(Document(name, hashlib.sha256(text.encode()).hexdigest(), "text/plain", text))


def shared(span: Span, row: dict[str, Any]) -> int:
    """How many characters a span shares with the row of a record; below 1 if none."""
    return int(min(span.end, row["end"]) - max(span.start, row["start"]))


def same_place(span: Span, row: dict[str, Any]) -> bool:
    """Whether they share more than half of the shorter of the two."""
    return shared(span, row) > 0.5 * min(span.end - span.start, row["end"] - row["start"])
