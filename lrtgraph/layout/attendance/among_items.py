"""Attendance lists among the items: under the first of them, or "PRESENTIELIJST" below the last."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from lrtgraph.layout.attendance.entries import Entry
from lrtgraph.layout.attendance.labels import labels, read_label
from lrtgraph.layout.attendance.tables import is_attendance
from lrtgraph.layout.attendance.words import PERSON, only_names, split_cells, unmarked
from lrtgraph.layout.lines import Line
from lrtgraph.layout.page import Heading
from lrtgraph.layout.tables.rows import Table

_NAMES_BETWEEN = re.compile(r"[A-Z][\w'’-]+(?:,|\sen)\s(?=(?:[Vv]an\s|[Dd]e[rn]?\s)*[A-Z])")
"""A name and what parts it from the next."""
_MANY = 3
"""So many names on the line of a label are a list wherever it stands."""
_OFFICERS = frozenset({"voorzitter", "vz", "griffier", "secretaris", "notulist"})
_NAMED = re.compile(r"(?P<name>[^\s,(][^,(]{2,50}?)\s*[,(]")


def list_among_items(
    text: str, lines: Sequence[Line], heads: Mapping[int, Sequence[Heading]], tables: Sequence[Table]
) -> tuple[int, int] | None:
    """The line with the label of such a list, right before people, and the line at which the next item begins."""
    people = {table.first for table in tables if is_attendance(table)}
    items = [index for index, (head, *_) in heads.items() if head.kind == "heading"]
    for index, line in enumerate(lines):
        label = None if line.blank else read_label(text, line)
        if label is None or labels()[label.form] != "present":
            continue
        above, below = ([item for item in items if item < index], [item for item in items if item > index])
        run_on = len(_NAMES_BETWEEN.findall(text, label.rest, line.end)) >= _MANY
        if not above or (below and len(above) > 1 and not run_on):
            continue
        after = next((at for at in range(index + 1, len(lines)) if not lines[at].blank), None)
        if label.rest < line.end or after is None:
            found = _is_entry(text, label.rest, line.end)
        else:
            found = after in people or _is_entry(text, lines[after].start, lines[after].end)
        if found:
            return index, min(below, default=len(lines))
    return None


def only_officers(entries: Sequence[Entry]) -> bool:
    """Whether a head tells only who presided and who wrote: those present may be on a list further on."""
    return all(entry.label in _OFFICERS for entry in entries)


def without_list(
    heads: Mapping[int, tuple[Heading, ...]], at: int, text: str, line: Line
) -> dict[int, tuple[Heading, ...]]:
    """The heads with the label of a list behind all items, where it stands alone, as one that closes the agenda."""
    label = read_label(text, line)
    behind = any(index > at and head.kind == "heading" for index, (head, *_) in heads.items())
    if label is None or label.rest < line.end or behind:
        return dict(heads)
    return {**heads, at: (Heading("closing", None, ((line.start, line.end),), at),)}


def _is_entry(text: str, start: int, end: int) -> bool:
    """A person, or an office beside one in a column of its own, or a name before a comma or bracket."""
    named = _NAMED.match(text, unmarked(text, start, end)[0], end)
    cells = split_cells(text, start, end) if start < end else []
    return (named is not None and only_names(named["name"])) or any(PERSON.match(text, *cell) for cell in cells)
