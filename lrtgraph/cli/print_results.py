"""How the result of a SPARQL query is printed: rows, triples, or yes and no."""

from __future__ import annotations

import json
import sys
from collections.abc import Collection, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

import typer

from lrtgraph.answers.origins import cite
from lrtgraph.cli.output import FOR_PEOPLE, emit
from lrtgraph.cli.print_answers import finish
from lrtgraph.errors import QueryError
from lrtgraph.vocabulary import ID, LRT, NAMESPACES, SCHEMES, concept_iri, local_id, prefixed

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
# What has a label that people read in place of its id: meetings, and the members of our own schemes.
_LABELLED: Final = tuple(f"{each}/" for each in (ID + "meeting", *SCHEMES))
_HEADS: Final = {"abouts": "about", "unders": "under"}
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
    people = form in FOR_PEOPLE
    found = list(rows)
    called = _names_of(source, found, language) if people else {}
    found = [{name: _plain(value, called, people) for name, value in row.items()} for row in found]
    if people and (proofs := _proofs(columns)):
        for row in found:
            parts = [{name: row.pop(column) for name, column in proof.items()} for proof in proofs]
            known = row.pop("source", None)  # of curated knowledge, which no document proves
            quoted = [part | {"text": part["quote"]} for part in parts if part["quote"] is not None]
            row["evidence"] = quoted or ([{"document": known}] if known else [])
        taken = {column for proof in proofs for column in proof.values()}
        columns = [*(name for name in columns if name not in (*taken, "source")), "evidence"]
        cite(source, found)
    if people:
        for row in found:
            for words, day in _IN_WORDS.items():
                if words in row and row.get(day, row) is None:
                    row[day] = row[words]
        hidden = {*hidden, *(words for words, day in _IN_WORDS.items() if day in columns)}
        columns = [name for name in columns if name not in hidden]
        columns = [name for name in columns if any(row[name] not in (None, "", []) for row in found)]
    heads = {name: _HEADS.get(name, name.replace("_", " ")) for name in columns}
    finish(emit(found, columns, form, heads=heads))


def _proofs(columns: Sequence[str]) -> list[dict[str, str]]:
    """The columns that prove a row, by what they hold; a row may have several proofs, told apart by a prefix.

    >>> _proofs(["who", "later_document", "later_line", "later_quote"])
    [{'document': 'later_document', 'line': 'later_line', 'quote': 'later_quote'}]
    """
    prefixes = [name.removesuffix("quote") for name in columns if name.endswith("quote")]
    return [
        {name: prefix + name for name in _PROOF if prefix + name in columns}
        for prefix in prefixes
        if {prefix + "document", prefix + "line"} <= set(columns)
    ]


def _print_triples(triples: Iterable[Any], form: ResultFormat) -> None:
    import pyoxigraph

    from lrtgraph.exports.rdf import SYNTAXES

    if form not in _TRIPLES:
        raise QueryError(f"this query gives triples, not rows; use --format {', '.join(_TRIPLES)}")
    found = sorted(set(triples), key=str)
    text = pyoxigraph.serialize(found, format=SYNTAXES[_TRIPLES[form]], prefixes=NAMESPACES)
    sys.stdout.write((text or b"").decode("utf-8"))
    finish(len(found))


def _names_of(source: Store, rows: Iterable[dict[str, Any]], language: str) -> dict[str, str]:
    """What to call the concepts and meetings whose IRIs stand in rows, and the acts and kinds by their ids."""
    from lrtgraph import names

    values = {
        part for row in rows for value in row.values() for part in (value if isinstance(value, list) else [value])
    }
    ours = {value for value in values if isinstance(value, str) and value.startswith(ID) and " " not in value}
    ids = {iri: local_id(iri) for iri in ours if concept_iri(local_id(iri)) == iri}
    short = names.short(source, ids.values(), language) if ids else {}
    kinds = {row["kind"] for row in rows if str(row.get("kind")).startswith(LRT)}
    terms = names.terms(source, {row["what"] for row in rows if isinstance(row.get("what"), str)}, language)
    others = {iri for iri in ours - ids.keys() if iri.startswith(_LABELLED)} | kinds
    labels = names.labels(source, others, language) if others else {}
    return {iri: short[notation] for iri, notation in ids.items()} | labels | terms


def _plain(value: Any, called: Mapping[str, str], people: bool) -> Any:
    if isinstance(value, list):
        parts = [_plain(part, called, people) for part in value]
        return sorted(parts, key=_in_order) if people else parts
    if people and isinstance(value, str) and " " not in value:
        if value in called or value.startswith(ID):
            return called.get(value) or local_id(value)
        return prefixed(value)
    return value if value is None or isinstance(value, str | int | float) else str(value)


def _in_order(name: Any) -> str:
    """What names are sorted by: any case alike, and a meeting between two days, in brackets, by the first of them."""
    return str(name).replace("(", "").casefold()
