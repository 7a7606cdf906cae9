"""Agenda, attendance and meeting of the annotated minutes, exactly as two people read them."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from layouts import gazetteer, lexicon

from lrtgraph.extraction.meeting import read_meeting
from lrtgraph.extraction.participants import read_participants
from lrtgraph.layout import read_layout
from lrtgraph.records import Document, Layout

HERE = Path(__file__).parent
GOLD = [
    path
    for folder in ("real", "made", "invented")
    for path in sorted((HERE / "gold" / folder).glob("*.json"))
    if json.loads(path.read_text(encoding="utf-8"))["agenda"]  # some are annotated in the other layers only
]

EXAMPLES = HERE.parent / "examples" / "minutes"


@cache
def read(path: Path) -> tuple[dict[str, Any], Document, Layout]:
    beside = path.with_suffix(".txt")
    source = beside if beside.exists() else EXAMPLES / beside.name
    text = source.read_bytes().decode("utf-8")
    document = Document(path.stem + ".txt", "", "text/plain", text)
    return json.loads(path.read_text(encoding="utf-8")), document, read_layout(document, lexicon())


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_the_agenda(path: Path) -> None:
    gold, _, layout = read(path)
    assert [
        {"number": item.number, "title": item.title, "start": item.start, "end": item.end} for item in layout.agenda
    ] == gold["agenda"]


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_the_attendance_list(path: Path) -> None:
    gold, document, layout = read(path)
    found = Counter((p.name, p.concept, p.status) for p in read_participants(document, layout, gazetteer()))
    assert found == Counter((row["name"], row["concept"], row["status"]) for row in gold["participants"])


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_the_meeting(path: Path) -> None:
    gold, document, layout = read(path)
    meeting = read_meeting(document, layout, gazetteer())
    assert {field: getattr(meeting, field) for field in gold["meeting"]} == gold["meeting"]
