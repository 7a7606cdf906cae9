"""How every command that asks prints its rows and ends: found is 0, nothing found is 1."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any, Final

import typer

from lrtgraph import names
from lrtgraph.answers.facts import IMPLIED
from lrtgraph.answers.origins import cite
from lrtgraph.answers.rows import Row, Rows, published
from lrtgraph.cli.options import Format
from lrtgraph.cli.output import FOR_PEOPLE, cut, emit, note
from lrtgraph.cli.question_options import Printed
from lrtgraph.sparql import ALL
from lrtgraph.store import Store, open_store

HEADS: Final[dict[str, str]] = {
    "actor_label": "who",
    "actors": "who",
    "addressees": "to",
    "item": "agenda item",
    "label": "name",
    "made_of": "made of",
    "meeting_label": "meeting",
    "owners": "who",
    "partners": "with or for",
    "speakers": "who",
}
"""What people read over a column that machines know by another name."""


# Columns that hold ids: lists of those of concepts, and words of our own such as acts and kinds.
_CONCEPTS: Final = frozenset({"owners", "partners", "about", "under", "actors", "speakers", "addressees"})
_TERMS: Final = frozenset({"act", "basis", "first", "kind", "second", "status", "what"})
_DONE: Final = frozenset({"act", "what"})  # what somebody does by his words, which may only imply it

_PASSAGE: Final = 300  # characters of a passage that people see of a hit

Called = Mapping[str, Mapping[str, str]]
"""What people call the ids in a column, by its name."""


def answer(
    asked: Printed,
    ask: Callable[[Store], Rows[Any]],
    *,
    most: int = 0,
    shown: Callable[[Store, Rows[Any]], Rows[Any]] | None = None,
    heads: Callable[[Store], Mapping[str, str]] | None = None,
    without: Callable[[Store], str] | None = None,
    beside: Callable[[Store], str | None] | None = None,
) -> None:
    """Open the store, put the question, print the rows; exit with 1 where there are none, as `without` tells.

    `most` is how many rows are printed, the last ones where it is below 0, and 0 for all; a note says so where there
    are more. `shown` makes of the rows what people see of them, and `heads` gives column titles that only the graph
    knows. `beside` tells people in a note what else they may want to ask.
    """
    people = asked.form in FOR_PEOPLE
    with open_store(asked.store) as source:
        found = ask(source)
        found = shown(source, found) if people and shown else found
        rows = found[most:] if most < 0 else found[:most] if most else found
        called = for_people(source, rows, asked.lang) if people else {}
        titles = heads(source) if people and heads else {}
        nothing = without(source) if without and not rows else "nothing found"
        if people and beside and (also := beside(source)) and also not in nothing:
            note(also)
        print_rows(source, rows, asked, called=called, heads={**HEADS, **titles}, nothing=nothing)
        if len(found) > len(rows):
            note(cut(len(rows)))


def one_more(most: int) -> int:
    """How many rows to ask for, to know whether there are more than `most`; 0 stands for all."""
    return most + 1 if most else ALL


def for_people(source: Store, rows: Rows[Any], language: str) -> Called:
    """What to call, for people, the concepts, acts and kinds that rows hold by their ids."""
    columns = {each.name for each in fields(rows.kind)}
    called: dict[str, Mapping[str, str]] = {}
    if ids := {notation for row in rows for column in columns & _CONCEPTS for notation in getattr(row, column)}:
        called |= dict.fromkeys(_CONCEPTS, names.short(source, ids, language))
    values = {getattr(row, column) for row in rows for column in columns & _TERMS}
    if words := {word for value in values if isinstance(value, str) for word in value.split(", ")}:
        called |= dict.fromkeys(_TERMS, names.terms(source, words, language))
    return called


def print_rows(
    source: Store,
    rows: Rows[Any],
    asked: Printed,
    *,
    called: Called | None = None,
    heads: Mapping[str, str] = HEADS,
    nothing: str = "nothing found",
) -> None:
    """Print typed rows: JSON and CSV in their published shape, the other forms by their columns for people.

    `source` tells where the documents that prove them come from; `called` has names for people in place of ids, who
    also read which acts are only implied.
    """
    machine = asked.form in (Format.JSON, Format.JSONL)
    columns = list((published if asked.form == Format.CSV else _for_people)(rows.kind, asked.explain))
    found = [row.as_json(explain=asked.explain or not machine) for row in rows]
    cite(source, found)
    if not machine:
        for row in found:
            for column in (called or {}).keys() & row.keys():
                row[column] = _named(row[column], (called or {})[column])
            if not row.get("evidence") and row.get("source"):
                row["evidence"] = [{"document": row["source"]}]  # curated knowledge is proved by its source
    if asked.form in FOR_PEOPLE:
        for row in found:
            for column in _DONE & row.keys() if row.get("rule") == IMPLIED else ():
                row[column] += ", implied"
        columns = _found_below(found, columns)
        columns = [name for name in columns if any(row.get(name) not in (None, "", []) for row in found)]
    finish(emit(found, columns, asked.form, heads=heads), nothing)


def _found_below(rows: list[dict[str, Any]], columns: list[str]) -> list[str]:
    """For people a hit's text, with its marks, stands where the proof of other rows stands; return the columns left."""
    if "place" not in columns:
        return columns
    for row in rows:
        row["evidence"] = [{**proof, "text": _around(row["text"])} for proof in row["evidence"]]
    return [*(name for name in columns if name not in ("text", "place", "evidence")), "evidence"]


def _around(text: str) -> str:
    """What of a long passage stands around the first words that were found in it.

    >>> _around("Kort: «opvang».")
    'Kort: «opvang».'
    >>> _around("een twee " * 40 + "«opvang» " + "drie vier " * 40)[:30]
    '… een twee een twee een twee e'
    """
    if len(text) <= _PASSAGE:
        return text
    start = max(0, text.find("«") - _PASSAGE // 3)
    start = text.find(" ", start) + 1 if start else 0
    end = len(text) if start + _PASSAGE >= len(text) else text.rfind(" ", start, start + _PASSAGE)
    return "… " * bool(start) + text[start:end] + " …" * (end < len(text))


def _named(value: Any, called: Mapping[str, str]) -> Any:
    """A value with names in place of ids; text may hold several, set apart by commas."""
    if isinstance(value, list):
        return [called.get(part, part) for part in value]
    return ", ".join(called.get(part, part) for part in value.split(", ")) if isinstance(value, str) else value


def finish(count: int, without: str = "nothing found") -> None:
    """End a command that looked for something: where nothing was found, say so and exit with 1."""
    if not count:
        note(without)
        raise typer.Exit(1)


def _for_people(kind: type[Row], explain: bool) -> list[str]:
    named = {each.name for each in fields(kind)}
    more = [name for name in ("confidence", "rule", "score", "made_of", "evidence") if explain and name in named]
    return list(dict.fromkeys((*kind.columns, *more)))
