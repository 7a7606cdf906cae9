"""Minutes that are a table, "Nr | Onderwerp | Besluit/actie | Wie": each topic is an item with its cells below it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lrtgraph.layout.tables import Row, Span, Table, column_roles

_OUTCOMES = re.compile(r"besluit|actie|afspra|toezegg|conclusie")
_TALK = re.compile(r"besprek|besproken|bespreking|discussie|toelichting|verslag")
"""A column of talk holds running text, whatever was settled in it: "Bespreking / besluit"."""
_BESIDE = ("owner", "deadline", "status", "kind")
_LEAST = 2
_MOST_WORDS = 15
"""Words of a topic."""


@dataclass(frozen=True, slots=True)
class Part:
    """What one row says about a topic: the topic (empty where it goes on), its number, running text, and outcomes."""

    topic: tuple[Span, ...]
    number: str | None
    said: tuple[tuple[Span, ...], ...]
    settled: tuple[tuple[Row, tuple[str, ...]], ...]


def topic_column(text: str, table: Table) -> int | None:
    """The column of a table's topics, where it has another for what was said or settled about them."""
    roles = [column_roles().get(name) for name in table.columns]
    if "topic" not in roles or not any(
        role == "text" or _OUTCOMES.search(n) for role, n in zip(roles, table.columns, strict=True)
    ):
        return None
    column = roles.index("topic")
    topics = [row.cells[column] for row in table.rows if row.cells[column]]
    short = all(sum(len(text[start:end].split()) for start, end in cell) <= _MOST_WORDS for cell in topics)
    return column if len(topics) >= _LEAST and short else None


def _settles(name: str) -> bool:
    return _OUTCOMES.search(name) is not None and _TALK.search(name) is None


def parts(text: str, table: Table, column: int) -> Iterator[Part]:
    """The rows of such a table; a topic that is told again in the row below is told once."""
    before, number = "", None
    for row in table.rows:
        topic = row.cells[column]
        words = " ".join(" ".join(text[start:end] for start, end in topic).split())
        again = not words or (words == before and row.marker in (None, number))
        before, number = words or before, row.marker
        yield Part(() if again else topic, row.marker, tuple(_said(table, row)), tuple(_settled(table, row)))


def _said(table: Table, row: Row) -> Iterator[tuple[Span, ...]]:
    """The cells with running text, in the order of the columns."""
    for name, cell in zip(table.columns, row.cells, strict=True):
        if cell and column_roles().get(name) in ("text", None) and not _settles(name):
            yield cell


def _settled(table: Table, row: Row) -> Iterator[tuple[Row, tuple[str, ...]]]:
    """A row for each cell with outcomes; owner and deadline go with the last, which an action is."""
    named = list(zip(table.columns, row.cells, strict=True))
    outcomes = [(name, cell) for name, cell in named if cell and _settles(name)]
    beside = [(name, cell) for name, cell in named if column_roles().get(name) in _BESIDE]
    for position, one in enumerate(outcomes):
        cells: Sequence[tuple[str, tuple[Span, ...]]] = [one, *(beside if position == len(outcomes) - 1 else ())]
        yield Row(tuple(cell for _, cell in cells)), tuple(name for name, _ in cells)
