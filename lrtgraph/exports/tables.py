"""Tables: nodes, edges and facts with their evidence, as CSV or as one Excel workbook."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

from lrtgraph.answers.quotes import no_formula
from lrtgraph.errors import InputError
from lrtgraph.exports.networks import network
from lrtgraph.network.facts import Facts, read_facts
from lrtgraph.store import Store
from lrtgraph.vocabulary import local_id

NODES: Final = ("id", "label", "kind", "class", "weight", "iri", "aliases")
EDGES: Final = ("source", "target", "kind", "weight", "first", "last", "evidence")
FACTS: Final = (
    "fact", "kind", "act", "role", "who", "to", "about", "deadline", "status", "value", "unit", "by", "meeting",
    "meeting_label", "date", "latest", "document", "line", "page", "start", "end", "text", "confidence",
)  # fmt: skip
_WIDTHS: Final = {
    "text": 80,
    "evidence": 60,
    "aliases": 40,
    "label": 40,
    "role": 30,
    "document": 30,
    "meeting_label": 30,
}
_WIDTH: Final = 14
"""Characters that a column of a workbook shows: those that people read show most."""
_DATES: Final = frozenset(("first", "last", "deadline", "by", "date", "latest"))
"""Columns with dates, which a workbook sorts and filters as such; "voor de zomer" stays a text."""
_FIRST_YEAR: Final = 1901  # of the dates that every Excel knows
Sheet = tuple[str, Sequence[str], Iterable[Sequence[Any]]]


def write_folder(store: Store, folder: Path) -> int:
    """Write nodes.csv, edges.csv and facts.csv (UTF-8 with a byte order mark, as Excel wants); count the facts.

    No text becomes a formula: see `quotes.no_formula`.
    """
    count = 0  # in the end that of the last table, the facts
    for name, columns, rows in sheets(store):
        with (folder / f"{name}.csv").open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(columns)
            table = [[no_formula(cell) if isinstance(cell, str) else cell for cell in row] for row in rows]
            writer.writerows(table)
            count = len(table)
    return count


def write_workbook(store: Store, path: Path) -> int:
    """Write one workbook with a sheet each for nodes, edges and facts; return the number of facts.

    Every text is a text: what a document says never becomes a formula; a date is a date. The heads stay in sight and
    filter. Raises InputError where openpyxl is missing.
    """
    try:
        from openpyxl import Workbook
        from openpyxl.cell import WriteOnlyCell
        from openpyxl.styles import Alignment, Font
        from openpyxl.utils import get_column_letter
    except ImportError:
        raise InputError("for Excel install openpyxl: pip install 'lrtgraph[pandas]'") from None
    book = Workbook(write_only=True)
    wrapped, above = Alignment(wrap_text=True, vertical="top"), Alignment(vertical="top")
    count = 0
    for name, columns, rows in sheets(store):
        sheet = book.create_sheet(name)
        sheet.freeze_panes = "A2"
        for place, column in enumerate(columns, 1):
            sheet.column_dimensions[get_column_letter(place)].width = _WIDTHS.get(column, _WIDTH)
        heads = [WriteOnlyCell(sheet, column) for column in columns]
        for head in heads:
            head.font = Font(bold=True)
        sheet.append(heads)
        count = 0
        for row in rows:
            values = [_dated(value) if column in _DATES else value for column, value in zip(columns, row, strict=True)]
            cells = [WriteOnlyCell(sheet, value) for value in values]
            for cell, value, column in zip(cells, values, columns, strict=True):
                cell.alignment = wrapped if column in _WIDTHS else above
                if isinstance(value, str):
                    cell.data_type = "s"
                elif isinstance(value, date):
                    cell.number_format = "yyyy-mm-dd"
            sheet.append(cells)
            count += 1
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{count + 1}"
    book.save(path)
    return count


def _dated(value: Any) -> Any:
    """A day as a date; anything else, also a day before those that Excel knows, as it is."""
    try:
        day = date.fromisoformat(value) if isinstance(value, str) and len(value) == len("2024-01-31") else None
    except ValueError:
        day = None
    return day if day and day.year >= _FIRST_YEAR else value


def sheets(store: Store) -> Iterator[Sheet]:
    """The three tables as (name, columns, rows), facts last."""
    graph = network(store)
    yield (
        "nodes",
        NODES,
        (
            (name, data["label"], data["kind"], data["cls"], data["weight"], data["iri"], data["aliases"])
            for name, data in graph.nodes(data=True)
        ),
    )
    yield (
        "edges",
        EDGES,
        (
            (source, target, kind, data["weight"], data.get("first"), data.get("last"), data["evidence"])
            for source, target, kind, data in graph.edges(keys=True, data=True)
        ),
    )
    yield "facts", FACTS, _facts(read_facts(store))


def _facts(facts: Facts) -> Iterator[Sequence[Any]]:
    def named(iris: Iterable[str]) -> str:
        return "; ".join(facts.things[iri].id for iri in iris)

    for row in facts.rows:
        meeting = facts.meetings.get(row.meeting)
        yield (
            row.iri, row.kind, row.act, row.role, named(row.who), named(row.to), named(row.about), row.deadline,
            row.status, row.value, row.unit, row.by, local_id(row.meeting), meeting.label if meeting else None,
            meeting.date if meeting else None, meeting.latest if meeting else None,
            facts.documents.get(row.document, row.document), row.line, row.page, row.start, row.end, row.quote,
            row.confidence,
        )  # fmt: skip
