"""When a meeting began and ended: from its head, else from the words that open and close it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lrtgraph.dutch.times import find_times
from lrtgraph.extraction.letterhead import HEAD, MEETING_WORD, Value
from lrtgraph.records import Block, Layout

_OPENS = re.compile(r"\b(?:opent|opende|geopend|opening|aanvang|begint|start|welkom|verwelkom\w+)\b", re.I)
_CLOSED = r"sluit|sloot|gesloten|beëindigd|beëindigt|eindigt|eindigde|afgesloten"
_CLOSES = re.compile(rf"\b(?:{_CLOSED}|sluiting|einde)\b", re.I)
_ENDS = re.compile(
    rf"\b(?:{_CLOSED})\b.*\b(?:{MEETING_WORD}|zitting)\b"
    rf"|\b(?:{MEETING_WORD}|zitting|voorzitter)\b.*\b(?:{_CLOSED})\b",
    re.I,
)
_HELD = re.compile(
    r"\b(?:gehouden|vond\b.*\bplaats|vindt\b.*\bplaats|plaatsgevonden|bijeen(?:gekomen)?|bij\s+elkaar|samengekomen|vergaderden)\b",
    re.I,
)
_OPENING = re.compile(r"opening\b", re.I)
_SENDER = {"van": "time", "tot": "end"}
"""Labels that stand for the sender as well; only a time counts."""
_OPENED = re.compile(rf"\b(?:{MEETING_WORD}|voorzitter|aanwezigen|(?:opent|opende)\s+(?:om|te)\s+\d)", re.I)
_SITTING = re.compile(rf"\b(?:{MEETING_WORD}|voorzitter|zitting|om)\b", re.I)
SENTENCE = re.compile(r"(?<=[.?!;])\s+(?=[A-ZÀ-Þ(])")


def read_times(head: Sequence[Block], values: Sequence[Value], layout: Layout) -> tuple[str | None, str | None]:
    """When the meeting began and ended: from the letterhead and the words that open and close it."""
    start = end = None
    texts = [(_SENDER.get(value.form, value.field), value.text) for value in values]
    texts = [(field, text) for field, text in texts if field != "other"]
    texts += [("date", block.text) for block in head if block.kind in HEAD or _HELD.search(block.text)]
    for name, text in texts:
        times = [found.clock for found in find_times(text)] or _bare_clocks(name, text)
        if name == "end":
            end = end or (times[0] if times else None)
        elif times:
            start = start or times[0]
            end = end or (times[1] if len(times) > 1 else None)
    for block in layout.blocks:
        if block.kind in HEAD or block.kind == "attendance":
            continue
        if block.kind == "heading" and start is None and _OPENING.match(block.text):
            start = next((found.clock for found in find_times(block.text)), None)  # "1. Opening 13.35 uur"
        for sentence in SENTENCE.split(block.text):
            if not _SITTING.search(sentence):
                continue
            times = [found.clock for found in find_times(sentence)]
            if len(times) != 1:
                continue
            if _CLOSES.search(sentence) and (end is None or (_ENDS.search(sentence) and times[0] > (start or ""))):
                end = times[0]  # when it did end comes before when it was to
            elif _OPENS.search(sentence) and start is None and _OPENED.search(sentence):
                start = times[0]
    return start, end


def _bare_clocks(field: str, text: str) -> list[str]:
    """Under a label of time the word "uur" may be missing."""
    if field not in ("time", "end"):
        return []
    return [f"{int(hours):02d}:{minutes}" for hours, minutes in re.findall(r"\b([01]?\d|2[0-3])[.:]([0-5]\d)\b", text)]
