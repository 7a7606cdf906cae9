"""How the result of a SPARQL query is printed: rows, triples, or yes and no."""

from __future__ import annotations

import json
import sys
from collections.abc import Collection, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

import typer

from lrtgraph.cli.answering import finish
from lrtgraph.cli.output import emit
from lrtgraph.errors import QueryError
from lrtgraph.vocabulary import ID, LRT, concept_iri, local_id

if TYPE_CHECKING:
    from lrtgraph.store import Store


class ResultFormat(StrEnum):
    """How a query's result is printed: rows, or triples."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    TSV = "tsv"
    MD = "md"
    TURTLE = "turtle"
    NT = "nt"
    JSONLD = "jsonld"
    RDFXML = "rdfxml"


_ROWS: Final = ("table", "json", "jsonl", "csv", "tsv", "md")
_TRIPLES: Final = {
    "turtle": "ttl", "nt": "nt", "jsonld": "jsonld", "rdfxml": "rdfxml", "json": "jsonld", "table": "ttl"
}  # fmt: skip
_PROOF: Final = ("document", "line", "page", "start", "end", "quote")
_IN_WORDS: Final = {"deadline_text": "deadline", "by_text": "by_date"}  # shown in place of a date that is not told


def print_result(source: Store, text: str, result: Any, kind: str, form: ResultFormat, language: str) -> None:
    """Print the result of a query of the user's own; exit with 1 for none or no.

    `text` is its SPARQL and `kind` what `sparql.check` says of it.

    Raises QueryError where a result of this kind has no such form.
    """
    from lrtgraph.sparql import columns as columns_of
    from lrtgraph.sparql import value

    if kind == "ask":
        found = bool(result)
        print(json.dumps({"boolean": found}) if form in ("json", "jsonl") else ("yes" if found else "no"))
        raise typer.Exit(0 if found else 1)
    if kind == "graph":
        _print_triples(result, form)
        return
    columns = columns_of(text, result)
    rows = ({name: value(solution[name]) for name in columns} for solution in result)
    print_rows(source, rows, columns, form, language)


def print_rows(
    source: Store,
    rows: Iterable[dict[str, Any]],
    columns: Sequence[str],
    form: ResultFormat,
    language: str,
    *,
    hidden: Collection[str] = (),
) -> None:
    """Print a query's rows: whole for machines; for people with names, quotes below, and no empty or hidden columns.

    Raises QueryError where rows have no such form.
    """
    if form not in _ROWS:
        raise QueryError(f"this query gives rows, not triples; use --format {', '.join(_ROWS)}")
    people = form in ("table", "md")
    found = list(rows)
    called = _names_of(source, found, language) if people else {}
    found = [{name: _plain(value, called, people) for name, value in row.items()} for row in found]
    if people and set(_PROOF) <= set(columns):
        for row in found:
            proof = {name: row.pop(name) for name in _PROOF}
            source = row.pop("source", None)  # of curated knowledge, which no document proves
            quoted = [proof | {"text": proof["quote"]}] if proof["quote"] is not None else []
            row["evidence"] = quoted or ([{"document": source}] if source else [])
        columns = [*(name for name in columns if name not in (*_PROOF, "source")), "evidence"]
    if people:
        for row in found:
            for words, day in _IN_WORDS.items():
                if words in row and row.get(day, row) is None:
                    row[day] = row[words]
        hidden = {*hidden, *(words for words, day in _IN_WORDS.items() if day in columns)}
        columns = [name for name in columns if name not in hidden]
        columns = [name for name in columns if any(row[name] not in (None, "", []) for row in found)]
    heads = {name: "about" if name == "abouts" else name.replace("_", " ") for name in columns}
    finish(emit(found, columns, form, heads=heads))


def _print_triples(triples: Iterable[Any], form: ResultFormat) -> None:
    import pyoxigraph

    from lrtgraph.exports.rdf import SYNTAXES
    from lrtgraph.vocabulary import NAMESPACES

    if form not in _TRIPLES:
        raise QueryError(f"this query gives triples, not rows; use --format {', '.join(_TRIPLES)}")
    found = sorted(set(triples), key=str)
    text = pyoxigraph.serialize(found, format=SYNTAXES[_TRIPLES[form]], prefixes=NAMESPACES)
    sys.stdout.write((text or b"").decode("utf-8"))
    finish(len(found))


def _names_of(source: Store, rows: Iterable[dict[str, Any]], language: str) -> dict[str, str]:
    """What to call the concepts and meetings whose IRIs stand in rows."""
    from lrtgraph import names

    values = {
        part for row in rows for value in row.values() for part in (value if isinstance(value, list) else [value])
    }
    ours = {value for value in values if isinstance(value, str) and value.startswith(ID) and " " not in value}
    ids = {iri: local_id(iri) for iri in ours if concept_iri(local_id(iri)) == iri}
    short = names.short(source, ids.values(), language) if ids else {}
    meetings = names.labels(source, {iri for iri in ours if iri.startswith(ID + "meeting/")}, language)
    return {iri: short[notation] for iri, notation in ids.items()} | meetings


def _plain(value: Any, called: Mapping[str, str], people: bool) -> Any:
    if isinstance(value, list):
        return [_plain(part, called, people) for part in value]
    if people and isinstance(value, str) and value.startswith((ID, LRT)) and " " not in value:
        return called.get(value) or local_id(value)
    return value if value is None or isinstance(value, str | int | float) else str(value)
