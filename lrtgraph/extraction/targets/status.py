"""Whether a number is a target, a result, a forecast, a need, a gap or a limit: by the nearest words that say so."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache

from lrtgraph.records import TargetStatus
from lrtgraph.resources import resource

_STATUSES: dict[str, TargetStatus] = {
    "target": "target", "realised": "realised", "forecast": "forecast", "need": "need", "gap": "gap", "limit": "limit",
}  # fmt: skip
_CROSSING = 30  # characters that a comma or semicolon between a number and a cue counts for
_BEHIND = 6  # a cue behind the number is a little further off than one before it


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that give a number its status, and how far from it they stand."""

    status: TargetStatus
    words: str
    distance: int


@cache
def _pattern() -> re.Pattern[str]:
    with resource("data", "targets", "status.tsv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    groups: dict[str, list[str]] = {}
    for row in rows:
        groups.setdefault(row["status"], []).append(row["pattern"])
    return re.compile(
        "|".join(rf"(?P<{status}>(?<![\w-])(?:{'|'.join(ps)})(?!\w))" for status, ps in groups.items()), re.I
    )


def cue_for(text: str, sentence: tuple[int, int], start: int, end: int) -> Cue | None:
    """The nearest cue in the sentence to the number (with its qualifier) at `[start, end)`; None where it has none."""
    cues = []
    for hit in _pattern().finditer(text, *sentence):
        if hit.lastgroup is None:
            continue
        before = hit.end() <= start
        gap = text[hit.end() : start] if before else text[end : hit.start()]
        if not before and hit.start() < end:
            gap = ""
        distance = len(gap) + _CROSSING * len(re.findall(r"[,;:]\s", gap)) + (0 if before else _BEHIND)
        cues.append(Cue(_STATUSES[hit.lastgroup], hit[0].lower(), distance))
    return min(cues, key=lambda cue: cue.distance, default=None)
