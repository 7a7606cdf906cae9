"""Tables of contents: titles that dots lead from to the number of a page, and that come back below as heads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from lrtgraph.layout.lines import Line

_ENTRY = re.compile(
    r"(?:(?:\d{1,2}|[IVX]{1,5})[.)]?\s+)?(?P<title>\S[^\n]{1,300}?)\s*(?:\.\s?){4,}\s*(?P<page>\d{1,3})"
)
_HEAD = re.compile(r"inhoud(?:sopgave)?\s*:?", re.IGNORECASE)
_LEAST = 3
"""Lines of a table of contents; fewer may be anything with dots."""


def contents_lines(text: str, lines: Sequence[Line]) -> list[int]:
    """The indexes of the lines that are a table of contents, its head among them.

    The pages do not fall and most titles come back: figures behind dots ("Arnhem ........ 300") are none.

    >>> from lrtgraph.layout.lines import split_lines
    >>> heads = ("1. Opening", "2. Opvang", "3. Sluiting")
    >>> text = "Inhoud\\n" + "\\n".join(f"{head} ..... 2" for head in heads) + "\\n\\n" + "\\nJa.\\n".join(heads)
    >>> contents_lines(text, split_lines(text))
    [0, 1, 2, 3]
    """
    filled = [index for index, line in enumerate(lines) if not line.blank]
    entries = {
        index: entry
        for index in filled
        if "...." in text[lines[index].start : lines[index].end].replace(" ", "")
        and (entry := _ENTRY.fullmatch(text, lines[index].start, lines[index].end))
    }
    pages = [int(entry["page"]) for entry in entries.values()]
    if len(entries) < _LEAST or any(later < earlier for earlier, later in pairwise(pages)):
        return []
    below = lines[max(entries)].end
    again = sum(text.find(entry["title"], below) >= 0 for entry in entries.values())
    if 2 * again <= len(entries):
        return []
    above = filled[: filled.index(min(entries))][-1:]
    return [index for index in above if _HEAD.fullmatch(text, lines[index].start, lines[index].end)] + list(entries)
