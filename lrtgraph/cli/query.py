"""Commands for questions in SPARQL: one of the catalogue, or the user's own."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Final

import typer

from lrtgraph.cli import options
from lrtgraph.cli.answering import finish
from lrtgraph.cli.output import emit
from lrtgraph.errors import InputError, QueryError
from lrtgraph.vocabulary import ID, LRT, concept_iri, local_id


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


def query(
    ctx: typer.Context,
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="NAME|FILE|-",
            help="A question of the catalogue, a file with SPARQL, or - for standard input.",
            autocompletion=lambda: _names(),
        ),
    ] = None,
    param: Annotated[
        list[str] | None,
        typer.Option("--param", metavar="KEY=VALUE", help="A parameter; names are resolved as everywhere."),
    ] = None,
    store: options.Store = options.STORE_DEFAULT,
    form: Annotated[ResultFormat, typer.Option("--format", help="How to print the result.")] = ResultFormat.TABLE,
    lang: options.Lang = options.Language.NL,
    show_help: Annotated[bool, typer.Option("--help", help="Show this, or with NAME its text and parameters.")] = False,
) -> None:
    """Put a SPARQL query to the graph: one of the catalogue by its name, a file, or standard input.

    Example: lrtgraph query who-asks-whom --param topic=Spreidingswet
    """
    if show_help:
        print(_describe(name) if name else ctx.get_help())
        return
    if name is None:
        raise InputError(
            "`lrtgraph query` needs NAME|FILE|-, such as `lrtgraph query who-asks-whom`; `lrtgraph queries` lists them"
        )
    from lrtgraph import queries
    from lrtgraph.arguments import arguments
    from lrtgraph.sparql import check, with_prefixes
    from lrtgraph.store import open_store

    given = _given(param or [])
    question = _question(name)
    with open_store(store) as source:
        if isinstance(question, queries.Query):
            terms = arguments(source, question, given, lang)
            _print_rows(source, queries.rows(source, question, terms), question.columns, form, lang)
            return
        kind = check(question)
        if given:
            raise QueryError("only a query with a `#+` header takes --param")
        _print_result(source, source.query(with_prefixes(question)), kind, form, lang)


def queries_(
    tag: Annotated[str | None, typer.Option("--tag", help="Only the questions with this tag.")] = None,
    form: options.Rows = options.Format.TABLE,
    lang: options.Lang = options.Language.NL,
) -> None:
    """List the questions of the catalogue.

    Example: lrtgraph queries --tag eigenaarschap
    """
    from lrtgraph.queries import catalogue

    rows = [
        {
            "name": each.name,
            "summary": each.summary[lang],
            "tags": list(each.tags),
            "parameters": [parameter.name for parameter in each.parameters],
        }
        for each in catalogue()
        if tag is None or tag in each.tags
    ]
    finish(emit(rows, ("name", "summary", "tags", "parameters"), form))


def _question(name: str) -> Any:
    """A query of the catalogue, one with a header from a file, or the plain text of one."""
    from lrtgraph import queries

    if name == "-":
        text = sys.stdin.read()
    elif name in queries.names():
        return queries.load(name)
    elif Path(name).is_file():
        try:
            text = Path(name).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise QueryError(f"{name} cannot be read as text: {error}") from None
    else:
        from rapidfuzz import process

        hits = [hit[0] for hit in process.extract(name, queries.names(), limit=3, score_cutoff=60)]
        meant = f"; did you mean {' or '.join(hits)}?" if hits else "; `lrtgraph queries` lists the catalogue"
        raise QueryError(f"there is no query and no file '{name}'{meant}")
    if any(line.startswith("#+") for line in text.splitlines()):
        return queries.parse(name, text)
    return text


def _print_result(source: Any, result: Any, kind: str, form: ResultFormat, lang: str) -> None:
    from lrtgraph.sparql import value

    if kind == "ask":
        found = bool(result)
        print(json.dumps({"boolean": found}) if form in ("json", "jsonl") else ("yes" if found else "no"))
        raise typer.Exit(0 if found else 1)
    if kind == "graph":
        _print_triples(result, form)
        return
    columns = [variable.value for variable in result.variables]
    rows = ({name: value(solution[name]) for name in columns} for solution in result)
    _print_rows(source, rows, columns, form, lang)


_ROWS: Final = frozenset({"table", "json", "jsonl", "csv", "tsv", "md"})
_TRIPLES: Final = {
    "turtle": "ttl", "nt": "nt", "jsonld": "jsonld", "rdfxml": "rdfxml", "json": "jsonld", "table": "ttl"
}  # fmt: skip
_PROOF: Final = ("document", "line", "page", "start", "end", "quote")


def _print_triples(triples: Iterable[Any], form: ResultFormat) -> None:
    import pyoxigraph

    from lrtgraph.exports.rdf import SYNTAXES
    from lrtgraph.vocabulary import NAMESPACES

    if form not in _TRIPLES:
        raise QueryError(f"this query gives triples, not rows; use --format {', '.join(sorted(_TRIPLES))}")
    found = sorted(set(triples), key=str)
    text = pyoxigraph.serialize(found, format=SYNTAXES[_TRIPLES[form]], prefixes=NAMESPACES)
    sys.stdout.write((text or b"").decode("utf-8"))
    finish(len(found))


def _print_rows(
    source: Any, rows: Iterable[dict[str, Any]], columns: Sequence[str], form: ResultFormat, lang: str
) -> None:
    """Print a query's rows: whole for machines; for people with names, quotes below, and no empty columns."""
    if form not in _ROWS:
        raise QueryError(f"this query gives rows, not triples; use --format {', '.join(sorted(_ROWS))}")
    people = form in ("table", "md")
    found = list(rows)
    called = _names_of(source, found, lang) if people else {}
    found = [{name: _plain(value, called, people) for name, value in row.items()} for row in found]
    if people and set(_PROOF) <= set(columns):
        for row in found:
            proof = {name: row.pop(name) for name in _PROOF}
            row["evidence"] = [proof | {"text": proof["quote"]}] if proof["quote"] is not None else []
        columns = [*(name for name in columns if name not in (*_PROOF, "fact")), "evidence"]
    if people:
        columns = [name for name in columns if any(row[name] not in (None, "", []) for row in found)]
    finish(emit(found, columns, form))


def _names_of(source: Any, rows: Iterable[dict[str, Any]], lang: str) -> dict[str, str]:
    """What to call the concepts and meetings whose IRIs stand in rows."""
    from lrtgraph import names

    values = {
        part for row in rows for value in row.values() for part in (value if isinstance(value, list) else [value])
    }
    ours = {value for value in values if isinstance(value, str) and value.startswith(ID) and " " not in value}
    ids = {iri: local_id(iri) for iri in ours if concept_iri(local_id(iri)) == iri}
    short = names.short(source, ids.values(), lang) if ids else {}
    meetings = names.labels(source, {iri for iri in ours if iri.startswith(ID + "meeting/")}, lang)
    return {iri: short[notation] for iri, notation in ids.items()} | meetings


def _plain(value: Any, called: Mapping[str, str], people: bool) -> Any:
    if isinstance(value, list):
        return [_plain(part, called, people) for part in value]
    if people and isinstance(value, str) and value.startswith((ID, LRT)) and " " not in value:
        return called.get(value) or local_id(value)
    return value if value is None or isinstance(value, str | int | float) else str(value)


def _given(params: list[str]) -> dict[str, str]:
    given = dict(param.partition("=")[::2] for param in params if "=" in param)
    if len(given) < len(params):
        raise QueryError("write each parameter as --param name=value, and each only once")
    return given


def _names() -> list[str]:
    from lrtgraph.queries import names

    return list(names())


def _describe(name: str) -> str:
    """What a question asks, what it takes, and its SPARQL."""
    from lrtgraph import queries

    question = _question(name)
    if not isinstance(question, queries.Query):
        return str(question)
    lines = [f"{question.name}: {question.summary['nl']} / {question.summary['en']}", "", question.description, ""]
    for each in question.parameters:
        kind = ", ".join((each.type, *(["needed"] if each.required else [])))
        default = f"; default {each.default}" if each.default else ""
        lines.append(f"  --param {each.name}={each.example}   {each.description} ({kind}{default})")
    body = "\n".join(line for line in question.text.splitlines() if not line.startswith("#+"))
    return "\n".join([*lines, "", body.strip()])
