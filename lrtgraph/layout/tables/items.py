"""Minutes that are a table, "Nr | Onderwerp | Besluit/actie | Wie": each topic is an item with its cells below it.

Its columns may go without names, and the talk may stand in the rows below the topic, in the same column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lrtgraph.dutch.column_heads import column_roles
from lrtgraph.layout.head_words import names_opening
from lrtgraph.layout.lines import Line, Span
from lrtgraph.layout.tables.cells import cells_of
from lrtgraph.layout.tables.rows import Row, Table

_OUTCOMES = re.compile(r"besluit|actie|afspra|toezegg|conclusie")
_TALK = re.compile(r"besprek|besproken|bespreking|discussie|toelichting|verslag|inbreng")
"""A column of talk holds running text, whatever was settled in it: "Bespreking / besluit"."""
_FIRST_TALK = re.compile(r"besprek|besproken|bespreking|discussie|verslag|inbreng")
"""The first column of minutes that have the topic before the talk in the same cell; what is parted by no sign in a
cell's text stays one paragraph."""
_BESIDE = ("owner", "deadline", "status", "kind")
_NUMBERED = re.compile(r"\d{1,2}\s?[.):]\s+(?=\S)")
_POINT = re.compile(r"(?P<sign>[-–*•])\s+(?=[A-Z])")
_LEAST_POINT = 3
"""Words of a point that another follows on its line."""
_LEAST = 2
_MOST_WORDS = 15
"""Words of a topic."""
_ENDED = re.compile(r"[.?!:][\"'”’)]*\Z")


@dataclass(frozen=True, slots=True)
class Part:
    """What one row says about a topic: the topic (empty where it goes on), its number, running text, and outcomes."""

    topic: tuple[Span, ...]
    number: str | None
    said: tuple[tuple[Span, ...], ...]
    settled: tuple[tuple[Row, tuple[str, ...]], ...]


def opens_items(text: str, line: Line) -> bool:
    """Whether a line is the first row of such a table without names of columns: "1 | Opening | De voorzitter …"."""
    cells = [text[start:end].strip() for start, end in cells_of(text, line) if text[start:end].strip()]
    if len(cells) < _LEAST or cells[0].strip(" .)") not in ("1", "01"):
        return False
    return _opens(cells[1])


def _opens(topic: str) -> bool:
    """Whether a topic is one of those that an agenda begins with."""
    return names_opening(topic) and len(topic.split()) <= _MOST_WORDS


def topic_column(text: str, table: Table) -> int | None:
    """The column of a table's topics, where it has another for what was said or settled about them."""
    if not table.columns:
        first = next((row.cells[0][0] for row in table.rows if row.cells[0]), (0, 0))
        return 0 if _is_numbered(text, table) and _opens(text[slice(*first)]) else None
    if _is_talk(table):
        return 0
    roles = [column_roles().get(name) for name in table.columns]
    if roles[0] == "number" and "topic" not in roles:
        roles[0] = "topic"  # of a number that stands with its topic
    if roles == ["topic"]:
        return 0 if _is_numbered(text, table) else None
    if "topic" not in roles or not any(
        role == "text" or _OUTCOMES.search(n) or _TALK.search(n) for role, n in zip(roles, table.columns, strict=True)
    ):
        return None
    column = roles.index("topic")
    return column if _is_short(text, [row.cells[column] for row in table.rows if row.cells[column]]) else None


def _is_talk(table: Table) -> bool:
    """Whether a table of numbered rows has no column for topics, and the talk first: "Nr | Bespreking | Actie"."""
    return bool(table.columns) and _FIRST_TALK.match(table.columns[0]) is not None and _rises(table)


def _rises(table: Table) -> bool:
    """Whether the numbers of a table's rows rise from 1."""
    numbers = [row.marker.strip(" .)").lstrip("0") for row in table.rows if row.marker]
    return len(numbers) >= _LEAST and numbers == [str(n + 1) for n in range(len(numbers))]


def _is_short(text: str, topics: Sequence[tuple[Span, ...]]) -> bool:
    short = all(sum(len(text[start:end].split()) for start, end in cell) <= _MOST_WORDS for cell in topics)
    return len(topics) >= _LEAST and short


def _is_numbered(text: str, table: Table) -> bool:
    """Rows whose numbers rise from 1 have a topic in their first cell, and none that ends as a sentence does."""
    topics = [row.cells[0] for row in table.rows if row.marker and row.cells[0]]
    ended = any(_ENDED.search(text[cell[-1][0] : cell[-1][1]]) for cell in topics)
    beside = any(any(row.cells[1:]) for row in table.rows) or any(not row.marker for row in table.rows)
    return _rises(table) and beside and not ended and _is_short(text, topics)


def _settles(name: str) -> bool:
    return _OUTCOMES.search(name) is not None and _TALK.search(name) is None


def parts(text: str, table: Table, column: int) -> Iterator[Part]:
    """The rows of such a table; a topic that is told again in the row below is told once."""
    before, number = "", None
    talk = _is_talk(table)
    for row in table.rows:
        if talk:
            cell = (row.cells[column],) if row.cells[column] else ()
            yield Part((), row.marker, cell, tuple(_settled(text, table, row)))
            continue
        if len(row.cells) == 1 and not row.marker:
            yield Part((), None, (row.cells[column],), ())
            continue
        topic, told = _parted(text, row.cells[column])
        marker = row.marker or told
        words = " ".join(" ".join(text[start:end] for start, end in topic).split())
        again = not words or (words == before and marker in (None, number))
        before, number = words or before, marker
        said, settled = tuple(_said(text, table, row, column)), tuple(_settled(text, table, row))
        yield Part(() if again else topic, marker, said, settled)


def _parted(text: str, topic: tuple[Span, ...]) -> tuple[tuple[Span, ...], str | None]:
    """A topic without its number, and that number, where both stand in one cell: "2. Opvang"."""
    match = _NUMBERED.match(text, *topic[0]) if topic else None
    return (topic, None) if match is None else (((match.end(), topic[0][1]), *topic[1:]), match[0].strip())


def _said(text: str, table: Table, row: Row, column: int) -> Iterator[tuple[Span, ...]]:
    """The cells with running text, in the order of the columns; what a new row of tabs adds is a new paragraph."""
    for position, cell in enumerate(row.cells):
        if cell and position != column and _tells(table, position):
            start = 0
            for at in range(1, len(cell)):
                (_, end), (begin, _) = cell[at - 1], cell[at]
                if "\t" in text[end:begin] and _ENDED.search(text[max(0, end - 4) : end]):
                    yield cell[start:at]
                    start = at
            yield cell[start:]


def _tells(table: Table, position: int) -> bool:
    """Whether a column holds running text; one without a name does."""
    name = table.columns[position] if table.columns else ""
    talk = column_roles().get(name) in ("text", None) or _TALK.search(name) is not None
    return talk and not _settles(name)


def _settled(text: str, table: Table, row: Row) -> Iterator[tuple[Row, tuple[str, ...]]]:
    """A row for each cell with outcomes, or each point of a list in it; owner and deadline go with the last cell, which
    an action is."""
    named = list(zip(table.columns or [""] * len(row.cells), row.cells, strict=True))
    outcomes = [(name, cell) for name, cell in named if cell and _settles(name)]
    beside = [(name, cell) for name, cell in named if column_roles().get(name) in _BESIDE and not _TALK.search(name)]
    for position, (name, cell) in enumerate(outcomes):
        others = [one for one in beside if one[1]] if position == len(outcomes) - 1 else []
        if others:
            yield Row((cell, *(one[1] for one in beside))), (name, *(one[0] for one in beside))
        else:
            yield from ((Row((point,)), (name,)) for point in _points(text, cell))


def _points(text: str, cell: tuple[Span, ...]) -> Iterator[tuple[Span, ...]]:
    """The points of a list in a cell that opens with the sign before each: "- Ede meldt locaties - COA bezoekt ze"."""
    opening = _POINT.match(text, *cell[0])
    sign = re.compile(rf"(?:\A|(?<=\s)){re.escape(opening['sign'])}\s+(?=[A-Z])") if opening else None
    point: list[Span] = []
    for start, end in cell:
        at = start
        for mark in sign.finditer(text[start:end]) if sign else ():
            if not _parts(text[at : start + mark.start()], text[start + mark.end() : end]):
                continue
            if at < start + mark.start():
                point.append((at, start + len(text[start : start + mark.start()].rstrip())))
            if point:
                yield tuple(point)
            point, at = [], start + mark.end()
        point.append((at, end))
    yield tuple(point)


def _parts(before: str, behind: str) -> bool:
    """Whether a sign within a line parts two points: not that between two names, nor behind a word or two.

    >>> _parts("Ede meldt locaties ", "COA bezoekt ze"), _parts("Overleg Arnhem ", "Nijmegen wordt voorbereid")
    (True, False)
    """
    words = before.split()
    if not words or _ENDED.search(words[-1]) or words[-1][-1] in ";,":
        return True
    return len(words) >= _LEAST_POINT and not (words[-1][0].isupper() and behind[:1].isupper())
