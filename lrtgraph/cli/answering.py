"""How every command that asks prints its rows and ends: found is 0, nothing found is 1."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any, Final

import typer

from lrtgraph import names
from lrtgraph.answers.rows import Row, Rows
from lrtgraph.cli.output import emit, note
from lrtgraph.store import Store, open_store

HEADS: Final[Mapping[str, str]] = {
    "actor_label": "who",
    "actors": "who",
    "addressees": "to",
    "item": "agenda item",
    "label": "name",
    "meeting_label": "meeting",
    "owners": "who",
    "speakers": "who",
}
"""What people read over a column that machines know by another name."""


# Columns that hold lists of ids.
_ID_COLUMNS: Final = frozenset({"owners", "partners", "about", "actors", "speakers", "addressees"})


def answer(
    store: str,
    ask: Callable[[Store], Rows[Any]],
    form: str,
    *,
    language: str = "nl",
    explain: bool = False,
    without: Callable[[Store], str] | None = None,
) -> None:
    """Open the store, put the question, print the rows; exit with 1 where there are none, as `without` tells."""
    with open_store(store) as source:
        rows = ask(source)
        called = short_names(source, rows, language) if form in ("table", "md") else {}
        nothing = without(source) if without and not rows else "nothing found"
    print_rows(rows, form, explain=explain, called=called, nothing=nothing)


def short_names(source: Store, rows: Rows[Any], language: str) -> dict[str, str]:
    """What to call, for people, the concepts that rows hold by their ids."""
    columns = _ID_COLUMNS & {each.name for each in fields(rows.kind)}
    ids = {notation for row in rows for column in columns for notation in getattr(row, column)}
    return names.short(source, ids, language) if ids else {}


def print_rows(
    rows: Rows[Any],
    form: str,
    *,
    explain: bool = False,
    called: Mapping[str, str] | None = None,
    nothing: str = "nothing found",
) -> None:
    """Print typed rows: JSON and CSV in their published shape, the other forms by their columns for people.

    `called` has names for people in place of ids.
    """
    machine = form in ("json", "jsonl")
    columns = _published(rows.kind, explain) if form == "csv" else _for_people(rows.kind, explain)
    found = [row.as_json(explain=explain or not machine) for row in rows]
    if not machine:
        for row in found:
            for column in _ID_COLUMNS & row.keys() if called else ():
                row[column] = [(called or {}).get(notation, notation) for notation in row[column]]
            if not row.get("evidence") and row.get("source"):
                row["evidence"] = [{"document": row["source"]}]  # curated knowledge is proved by its source
    finish(emit(found, columns, form, heads=HEADS), nothing)


def finish(count: int, without: str = "nothing found") -> None:
    """End a command that looked for something: nothing found is told, and is exit code 1."""
    if not count:
        note(without)
        raise typer.Exit(1)


def _published(kind: type[Row], explain: bool) -> list[str]:
    """The fields of the published shape, which a spreadsheet wants all of."""
    return [each.name for each in fields(kind) if explain or not each.metadata.get("explain")]


def _for_people(kind: type[Row], explain: bool) -> list[str]:
    named = {each.name for each in fields(kind)}
    return [*kind.columns, *(name for name in ("confidence", "rule") if explain and name in named)]
