"""Tables in text: by pipes, by tabs, or by columns that line up, with cells that wrap over lines."""

from __future__ import annotations

from collections.abc import Sequence, Set

from lrtgraph.dutch.column_heads import roles_of
from lrtgraph.layout.lines import Line
from lrtgraph.layout.tables.aligned import aligned_table
from lrtgraph.layout.tables.cells import head_names
from lrtgraph.layout.tables.exchanges import with_exchanges
from lrtgraph.layout.tables.piped import piped_table
from lrtgraph.layout.tables.rows import Table


def find_tables(
    text: str, lines: Sequence[Line], stops: Set[int] = frozenset(), fresh: Set[int] = frozenset()
) -> list[Table]:
    """The tables of a document, in order.

    None runs over a line of `stops` (indexes), where heads stand, or goes on at one of `fresh`, where one may begin.
    """
    tables: list[Table] = []
    ends = stops | fresh
    at = 0
    while at < len(lines):
        table = None if at in stops else piped_table(text, lines, at, ends) or aligned_table(text, lines, at, ends)
        if table:
            tables.append(table)
            at = table.last + 1
        else:
            at += 1
    return with_exchanges(text, tables)


def opens_body(text: str, line: Line) -> bool:
    """Whether a line is the head of a table of what was said or settled, not of who was there."""
    roles = roles_of(head_names(text, line))
    return "text" in roles and not {"person", "office"} & set(roles)
