"""Tables whose columns a conversion has lost: the head's names behind each other, or every cell on a line of its own.

The head still tells which columns there are. A row starts at its number; its deadline and its owner are cut from the
end, where they stand in a form of their own, and what is left is its text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from lrtgraph.dutch.column_heads import column_roles, roles_of
from lrtgraph.dutch.dates import find_dates
from lrtgraph.layout.lines import Line, Span
from lrtgraph.layout.tables.cells import gapped_cells, semicolon_cells
from lrtgraph.layout.tables.groups import is_group_line
from lrtgraph.layout.tables.rows import NUMBERED, Row, Table

_NUMBER = re.compile(rf"{NUMBERED}(?=\s|\Z)")
_DUE = re.compile(
    r"(?:(?:v[oó]ó?r|uiterlijk|eind|begin|medio|half|per|na)\s+.{2,40}|z\.?s\.?m\.?|asap|doorlopend|continu|n\.?t\.?b\.?|p\.?m\.?|n\.?v\.?t\.?"
    r"|(?:volgende|komende|eerstvolgende)\s+\S+(?:\s+\S+)?|Q[1-4](?:\s+\d{4})?"
    r"|(?:\d\w+|eerste|tweede|derde|vierde)\s+kwartaal(?:\s+\d{4})?"
    r"|(?:voor|na|over)?jaar\s+\d{4}|(?:zomer|winter|herfst|lente|voorjaar|najaar)(?:reces)?(?:\s+\d{4})?|week\s+\d+|-|–)",
    re.IGNORECASE,
)
_STATE = re.compile(
    r"(?:open|gereed|loopt|lopend|afgerond|afgehandeld|gesloten|vervallen|in behandeling|on hold)", re.IGNORECASE
)
_ACTOR = (
    r"(?:[A-Z][\w&]*[A-Z&][\w&]*(?:['’´]s)?|[A-Z][a-zé]+(?:-[A-Z][a-z]+)?"
    r"|leden|allen|gemeenten|provincies|partijen|secretariaat)"
)
_ACRONYMS = re.compile(r"[A-Z][\w&]*[A-Z&][\w&]*(?:\s*(?:,|/|&|\+|\ben\b)\s*[A-Z][\w&]*[A-Z&][\w&]*)*")
_OWNER = re.compile(rf"{_ACTOR}(?:\s*(?:,|/|&|\+|\ben\b)\s*{_ACTOR})*")
_GAP = re.compile(r"\s{2,}|\t+")
_LEAST_ROWS = 2
"""Rows of a table without a head; one alone may be anything."""
_LEAST_CELLS = 3
"""Cells of such a row: a number, a text, and what tells that it is a row."""
_ALONE = re.compile(r"(?P<value>\d{1,2})[.)]?")
"""A row's number on a line of its own."""
_WIDTHS = (2, 3, 4)
"""Cells of a row without a head and its number, each on a line of its own."""
_MOST_LINES = 12
"""Lines of one row at most."""


def find_lost_tables(text: str, lines: Sequence[Line], taken: set[int], subheads: set[int]) -> list[Table]:
    """The tables without columns on lines that are not taken, in order.

    `subheads` are lines that look like subheads: the name of a column on its own may ("Actie"), a row may not.
    """
    tables: list[Table] = []
    headed = taken | subheads
    at = 0
    while at < len(lines):
        table = (
            None
            if at in taken or lines[at].blank
            else _stacked(text, lines, at, taken, headed)
            or _flat(text, lines, at, headed)
            or _headless(text, lines, at, headed)
            or _cell_a_line(text, lines, at, headed)
        )
        if table:
            tables.append(table)
        at = table.last + 1 if table else at + 1
    return tables


@cache
def _flat_head() -> re.Pattern[str]:
    return re.compile(rf"(?:{_name().pattern}){{3,7}}\Z", re.IGNORECASE)


@cache
def _name() -> re.Pattern[str]:
    names = "|".join(re.escape(name).replace("\\ ", r"\s+") for name in sorted(column_roles(), key=len, reverse=True))
    return re.compile(rf"({names})(?:\s+|\Z)", re.IGNORECASE)


def _columns(names: Sequence[str]) -> tuple[str, ...] | None:
    """The head's names, where it has numbers, text, and an owner or a deadline, each once."""
    roles = roles_of(names)
    if len(names) < 3 or roles[0] != "number" or "text" not in roles or not {"owner", "deadline"} & set(roles):
        return None
    return tuple(names) if len(set(roles)) == len(roles) else None


def _flat(text: str, lines: Sequence[Line], at: int, taken: set[int]) -> Table | None:
    """A head on one line, with rows that run over a line or more."""
    body = text[lines[at].start : min(lines[at].end, lines[at].start + 120)]
    if not _flat_head().match(body):
        return None
    names = tuple(" ".join(match[1].lower().split()) for match in _name().finditer(body))
    head = ((lines[at].start, lines[at].end),)
    if columns := _columns(names):
        return _rows(text, lines, at, at + 1, columns, head, taken)
    return _closed_rows(text, lines, at, names, head, taken) if _is_numberless(names) else None


def _is_numberless(names: Sequence[str]) -> bool:
    """A head of text and owner, each once, whose rows can be told apart by how they end."""
    roles = roles_of(names)
    return roles[0] == "text" and roles[-1] in ("owner", "deadline", "status") and len(set(roles)) == len(roles) > 2


def _closed_rows(
    text: str, lines: Sequence[Line], at: int, names: tuple[str, ...], head: tuple[Span, ...], taken: set[int]
) -> Table | None:
    """Rows without numbers: each ends with the line that ends in a deadline, a status or an acronym of an owner."""
    groups: list[list[Span]] = [[]]
    last = at
    for index in range(at + 1, len(lines)):
        line = lines[index]
        if line.blank:
            continue
        if index in taken or line.gap > 1 or len(groups[-1]) >= _MOST_LINES:
            break
        groups[-1].append((line.start, line.end))
        if _ends_row(text, line.start, line.end):
            groups.append([])
            last = index
    columns = ("", *names)
    rows = [Row(_cells(text, spans, columns)) for spans in groups[:-1]]
    return Table(at, last, names, tuple(rows), head) if rows else None


def _stacked(text: str, lines: Sequence[Line], at: int, taken: set[int], headed: set[int]) -> Table | None:
    """A head with every name on a line of its own, and cells likewise; its names may be `headed`, its rows may not."""
    names: list[str] = []
    head: list[Span] = []
    index = at
    while index < len(lines) and len(names) < 8:
        line = lines[index]
        if not line.blank:
            name = " ".join(text[line.start : min(line.end, line.start + 40)].lower().split())
            if index in taken or name not in column_roles():
                break
            names.append(name)
            head.append((line.start, line.end))
        index += 1
    columns = _columns(names)
    return _rows(text, lines, at, index, columns, tuple(head), headed) if columns else None


def _headless(text: str, lines: Sequence[Line], at: int, taken: set[int]) -> Table | None:
    """Numbered rows in columns that no head names: what the cells beside the text are is told by their form."""
    rows: list[Row] = []
    roles: tuple[str, ...] = ()
    group: Span | None = None
    last = at
    for index in range(at, len(lines)):
        line = lines[index]
        if line.blank:
            continue
        cells = _parted(text, line)
        by_role = _by_role(text, cells)
        if index in taken or (rows and line.gap > 1):
            break
        if rows and group is None and is_group_line(text, lines, index, cells):
            group = cells[0]
            continue
        if by_role is None or not set(by_role) <= {"text", *(roles or by_role)}:
            break
        roles = roles or tuple(role for role in by_role if role != "text")
        if not {"owner", "deadline"} & set(roles):
            return None
        kept = tuple((by_role[role],) if role in by_role else () for role in ("text", *roles))
        rows.append(Row(kept, text[slice(*cells[0])], group))
        group, last = None, index
    if len(rows) < _LEAST_ROWS:
        return None
    names = {"owner": "wie", "deadline": "wanneer", "status": "status"}
    return Table(at, last, ("wat", *(names[role] for role in roles)), tuple(rows))


def _cell_a_line(text: str, lines: Sequence[Line], at: int, taken: set[int]) -> Table | None:
    """Rows that no head names, with the number and every cell on a line of its own; the text may run over several.

    The last cell is a deadline in most rows, and what stands between it and the text is who does it.
    """
    rows = list(_counted_rows(text, lines, at, taken))
    if len(rows) < _LEAST_ROWS:
        return None
    width = min(len(row) for row in rows[:-1])
    rows[-1] = rows[-1][:width]
    ends = [[lines[index] for index in row[-1:]] for row in rows]
    dated = sum(_cell_role(text, line.start, line.end) == "deadline" for end in ends for line in end)
    if width not in _WIDTHS or len(rows[-1]) < width or 2 * dated <= len(rows):
        return None
    columns = ("wat", "wie", "status", "wanneer") if width > 3 else ("wat", "wie", "wanneer")[-width:]
    columns = ("wat", "wanneer") if width == 2 else columns
    spans = [[(lines[index].start, lines[index].end) for index in row] for row in rows]
    cells = ((tuple(row[: 1 - width]), *((cell,) for cell in row[1 - width :])) for row in spans)
    made = tuple(Row(tuple(row), str(number)) for number, row in enumerate(cells, 1))
    return Table(at, rows[-1][-1], columns, made)


def _counted_rows(text: str, lines: Sequence[Line], at: int, taken: set[int]) -> Iterator[list[int]]:
    """The lines below each of the numbers 1, 2, 3 that stand alone, without blank lines, up to what ends the list."""
    row: list[int] = []
    number = 0
    for index in range(at, len(lines)):
        line = lines[index]
        if line.blank:
            continue
        if index in taken or (number and line.gap > 1) or len(row) > _MOST_LINES:
            break
        counted = _ALONE.fullmatch(text, line.start, line.end)
        if counted and int(counted["value"]) == number + 1:
            if number:
                yield row
            row, number = [], number + 1
        elif not number:
            return
        else:
            row.append(index)
    if number:
        yield row


def _by_role(text: str, cells: Sequence[Span]) -> dict[str, Span] | None:
    """The cells behind a row's number by what they are, the one of no form of its own as its text."""
    if len(cells) < _LEAST_CELLS or not _NUMBER.fullmatch(text, *cells[0]):
        return None
    found: dict[str, Span] = {}
    for position, cell in enumerate(cells[1:]):
        role = _cell_role(text, *cell) or "text"
        role = "text" if position == 0 and any(_cell_role(text, *other) == role for other in cells[2:]) else role
        if role in found:
            return None
        found[role] = cell
    if "text" not in found:
        found = {role: cell for role, cell in found.items() if cell != cells[1]} | {"text": cells[1]}
    return found


def is_row(text: str, line: Line) -> bool:
    """Whether a line is a row of a table in columns: a number, a text, and two cells with a form of their own.

    >>> text = "3.   Brief sturen    COA    1 mei"
    >>> is_row(text, Line(0, len(text), 0)), is_row(text, Line(0, 17, 0))
    (True, False)
    """
    found = _by_role(text, _parted(text, line)) if _GAP.search(text, line.start, line.end) else None
    return found is not None and len(found) > _LEAST_ROWS


def _parted(text: str, line: Line) -> list[Span]:
    """A line's cells between wide gaps, or else between semicolons."""
    gapped = gapped_cells(text, line).spans
    few = text.count(";", line.start, line.end) < _LEAST_CELLS - 1
    return gapped if len(gapped) > 1 or few else list(semicolon_cells(text, line))


def _rows(
    text: str,
    lines: Sequence[Line],
    first: int,
    start: int,
    columns: tuple[str, ...],
    head: tuple[Span, ...],
    taken: set[int],
) -> Table | None:
    groups: list[tuple[str, list[Span]]] = []
    last = first
    for index in range(start, len(lines)):
        line = lines[index]
        if line.blank:
            continue
        if index in taken or (line.gap > 3 and groups):
            break
        number = _NUMBER.match(text, line.start, line.end)
        if number and _next(groups[-1][0] if groups else None, number[0]) and not _dated(text, line):
            rest = number.end() + len(text[number.end() : line.end]) - len(text[number.end() : line.end].lstrip())
            groups.append((number[0], [(rest, line.end)] if rest < line.end else []))
        elif not groups or len(groups[-1][1]) >= _MOST_LINES or (line.gap > 1 and _complete(text, groups[-1][1])):
            break
        else:
            groups[-1][1].append((line.start, line.end))
        last = index
    rows = [Row(_cells(text, spans, columns), marker) for marker, spans in groups if spans]
    return Table(first, last, columns[1:], tuple(rows), head) if rows else None


def _next(previous: str | None, number: str) -> bool:
    """A row's number has the form of the one before and is higher."""
    if previous is None:
        return True
    (before, *_), (here, *_) = (re.findall(r"(\D*)(\d+)\D*\Z", value) or [("", "0")] for value in (previous, number))
    return before[0].rstrip("123456789") == here[0].rstrip("123456789") and int(here[1]) > int(before[1])


def _dated(text: str, line: Line) -> bool:
    """The line begins with a date, not with a row's number."""
    dates = find_dates(text[line.start : min(line.end, line.start + 40)])
    return bool(dates) and dates[0].start == 0


def _complete(text: str, spans: Sequence[Span]) -> bool:
    """A row that ends with a deadline has all its cells: what follows after blank lines is no part of it."""
    return bool(spans) and _due(text, *spans[-1]) is not None


def _cells(text: str, spans: Sequence[Span], columns: tuple[str, ...]) -> tuple[tuple[Span, ...], ...]:
    """Part a row's lines into the cells of its columns but the number's."""
    roles = roles_of(columns[1:])
    if len(spans) == len(roles):
        return tuple((span,) for span in spans)
    found: dict[str, list[Span]] = {}
    rest = list(spans)
    for role, pattern in (("status", _state), ("deadline", _due), ("owner", _owner)):
        if role not in roles or not rest:
            continue
        start, end = rest[-1]
        cut = pattern(text, start, end)
        if cut is not None:
            found[role] = [(cut, end)]
            head = text[start:cut].rstrip()
            rest[-1:] = [(start, start + len(head))] if head else []
    found["text"] = rest
    return tuple(tuple(found.get(role, ())) for role in roles)


def _ends_row(text: str, start: int, end: int) -> bool:
    """Whether a line ends as a row does: with a deadline, a status, or acronyms of owners."""
    owner = _owner(text, start, end)
    acronym = owner is not None and _ACRONYMS.fullmatch(text, owner, end) is not None
    return acronym or _due(text, start, end) is not None or _state(text, start, end) is not None


def _cell_role(text: str, start: int, end: int) -> str | None:
    """The role of a cell by its form alone: "deadline", "status", "owner"; None for any other text."""
    for role, found in (("status", _state), ("deadline", _due), ("owner", _owner)):
        if found(text, start, end) == start:
            return role
    return None


def _due(text: str, start: int, end: int) -> int | None:
    """Where the deadline begins that a line ends with."""
    line = text[start:end]
    dates = [found for found in find_dates(line) if found.end >= len(line) - 1]
    at = start + dates[-1].start if dates else None
    before = _last(_DUE, text, start, end)
    return before if before is not None and (at is None or before < at) else at


def _state(text: str, start: int, end: int) -> int | None:
    return _last(_STATE, text, start, end)


def _owner(text: str, start: int, end: int) -> int | None:
    return _last(_OWNER, text, start, end)


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> int | None:
    """The first word of a line from which the pattern matches up to the line's end."""
    for word in re.finditer(r"\S+", text[max(start, end - 80) : end]):
        at = max(start, end - 80) + word.start()
        if pattern.fullmatch(text, at, end):
            return at
    return None
