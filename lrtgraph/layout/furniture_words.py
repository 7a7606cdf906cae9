"""What a whole line of page furniture is by its words alone: a page number, a stamp, a mark, a letterhead's word."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from lrtgraph.layout.repair import PLAIN
from lrtgraph.resources import table

SENTENCE_END = re.compile(r"[.?!:;][\"'”’)\]]*\Z")
PIECE = "piece"
"""What stands on a line of its own only below a letterhead's word: an address, a telephone number, a reference."""
_ANY_CASE = frozenset({"page", "mark"})
"""Kinds that may begin with a small letter or a sign."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """A stretch of raw text that is furniture; `kind` is "page", "stamp", "mark", "letterhead", "signature", "foot",
    "contents" or "running".

    A mark is what a release puts on a page: a ground for blanking out, a document's number, a return address.
    """

    start: int
    end: int
    kind: str


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """What lines of furniture look like, by their kind. Raises ResourceError where the table is missing."""
    rows: dict[str, list[str]] = defaultdict(list)
    for row in table("furniture.csv"):
        rows[row["kind"]].append(row["pattern"])
    return {kind: re.compile("|".join(f"(?:{p})" for p in patterns), re.IGNORECASE) for kind, patterns in rows.items()}


def whole_line(body: str) -> str | None:
    """The kind of furniture that a whole line is, by its words alone."""
    if len(body) > 80:
        return None
    body = body.translate(PLAIN)
    for kind, pattern in patterns().items():
        match = pattern.fullmatch(body) if kind != PIECE else None
        if match and (kind in _ANY_CASE or body[0].isupper()) and (kind != "stamp" or _stamped(body)):
            return kind
    return None


def is_letterhead(body: str) -> bool:
    """Whether a whole line is one of a letterhead that comes back on each page: "Directoraat-Generaal", "Datum"."""
    return whole_line(body) == "letterhead"


def _stamped(body: str) -> bool:
    """A stamp is in capitals or a single word; "Concept versie" in running text is not."""
    return body.isupper() or " " not in body
