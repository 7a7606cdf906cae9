"""The catalogue of questions: `queries/*.rq`, each a SPARQL query with a `#+` YAML header that describes it.

A parameter's place in the query is a line `#@bind name`, or `#@limit name` for how many rows there are at most; to
others it is a comment, so that every file is plain SPARQL that any tool can run, for all rows. The header is read only
when somebody asks for it: a question that a command puts needs the text alone, and no default limits its answer.

`arguments` makes the terms that a query is given of values as people type them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from lrtgraph.errors import QueryError
from lrtgraph.resources import resource
from lrtgraph.sparql import Source, Term, bind, marks, select, variables

PARAMETER_TYPES: Final = frozenset(
    {
        "concept",
        "meeting",
        "document",
        "date",
        "integer",
        "number",
        "text",
        "flag",
        "iri",
        "act",
        "outcome",
        "role",
        "target-status",
        "attendance",
    }
)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that a query may be given: a name resolved in the graph, a date, a choice, ...; see PARAMETER_TYPES."""

    name: str
    type: str
    description: str
    example: str
    default: str | None = None
    required: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """One question of the catalogue: what it asks in two languages, its parameters, columns and SPARQL.

    `lists` are the columns that hold several values, joined by spaces in the SPARQL result; `explain` those that a
    table shows only to who asks for an explanation, such as the rule, offsets and IRIs.
    """

    name: str
    summary: Mapping[str, str]
    description: str
    tags: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    columns: tuple[str, ...]
    lists: tuple[str, ...]
    explain: tuple[str, ...]
    text: str

    def limit(self, given: Mapping[str, str]) -> int:
        """How many rows the query gives at most: the parameter `limit` as given, or its default; 0 for no limit."""
        return next((int(given.get("limit", each.default or 0)) for each in self.parameters if each.name == "limit"), 0)


def text(name: str) -> str:
    """The SPARQL of a question of the catalogue, header and all.

    Raises QueryError where there is no such question.
    """
    path = _folder() / f"{name}.rq"
    if not name.replace("-", "").isalnum() or not path.is_file():
        raise QueryError(f"there is no query '{name}'; `lrtgraph queries` lists them")
    return path.read_text(encoding="utf-8")


def names() -> tuple[str, ...]:
    """The names of all questions, sorted."""
    return tuple(sorted(path.stem for path in _folder().glob("*.rq")))


def catalogue() -> tuple[Query, ...]:
    """All questions with their headers read."""
    return tuple(load(name) for name in names())


@lru_cache(maxsize=256)
def load(name: str) -> Query:
    """One question of the catalogue with its header read.

    Raises QueryError where there is none or its header is wrong.
    """
    return parse(name, text(name))


def ask(
    source: Source, name: str, values: Mapping[str, Term | Iterable[Term]] | None = None
) -> Iterator[dict[str, Any]]:
    """Put a question of the catalogue to a graph; the rows hold Python values, in the query's order."""
    return select(source, bind(text(name), values or {}))


def rows(source: Source, query: Query, values: Mapping[str, Term] | None = None) -> Iterator[dict[str, Any]]:
    """Put a question with its header to a graph: as `ask`, with its list columns as sorted lists."""
    for row in select(source, bind(query.text, values or {})):
        for column in query.lists:
            row[column] = sorted((row[column] or "").split())
        yield row


def parse(name: str, sparql: str) -> Query:
    """Read the `#+` header of a query file and hold it against the query below it.

    Raises QueryError that names the file and what is wrong with it.
    """
    header = _header(name, sparql)
    try:
        query = Query(
            name=name,
            summary=_texts(header.pop("summary")),
            description=_text(header.pop("description")),
            tags=tuple(_text(tag) for tag in header.pop("tags")),
            parameters=tuple(_parameter(key, value) for key, value in (header.pop("parameters", None) or {}).items()),
            columns=tuple(_text(column) for column in header.pop("columns")),
            lists=tuple(_text(column) for column in header.pop("lists", ())),
            explain=tuple(_text(column) for column in header.pop("explain", ())),
            text=sparql,
        )
    except KeyError as error:
        raise QueryError(f"query {name}: the header lacks {error.args[0]}") from None
    except (TypeError, ValueError, AttributeError) as error:
        raise QueryError(f"query {name}: the header is not right: {error}") from None
    if header:
        raise QueryError(f"query {name}: the header has unknown keys: {', '.join(sorted(header))}")
    _agree(query)
    return query


def _folder() -> Path:
    return resource("queries", "who-owns.rq").parent


def _header(name: str, sparql: str) -> dict[str, Any]:
    import yaml  # only who reads headers pays for it

    lines = [line[2:] for line in sparql.splitlines() if line.startswith("#+")]
    try:
        header = yaml.load("\n".join(lines), getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError as error:
        raise QueryError(f"query {name}: the header is not YAML: {error}") from None
    if not isinstance(header, dict):
        raise QueryError(f"query {name}: a header of lines `#+ key: value` is missing")
    return header


def _agree(query: Query) -> None:
    """A header that says something else than its query is an error."""
    declared = {parameter.name for parameter in query.parameters}
    if declared != marks(query.text):
        odd = ", ".join(sorted(declared ^ marks(query.text)))
        raise QueryError(f"query {query.name}: parameters and `#@` marks differ: {odd}")
    if query.columns != variables(query.text):
        raise QueryError(f"query {query.name}: its columns are {', '.join(variables(query.text))}")
    for key, named in (("lists", query.lists), ("explain", query.explain)):
        if not set(named) <= set(query.columns):
            raise QueryError(f"query {query.name}: {key} names what is no column")
    if not query.tags or set(query.summary) != {"nl", "en"}:
        raise QueryError(f"query {query.name}: it needs a summary in nl and en, and a tag")


def _parameter(name: str, about: Mapping[str, Any]) -> Parameter:
    values = {key: _text(value) for key, value in about.items() if key != "required"}
    parameter = Parameter(name=name, required=about.get("required", False) is True, **values)
    if parameter.type not in PARAMETER_TYPES:
        raise ValueError(f"parameter {name} has the unknown type {parameter.type}")
    return parameter


def _texts(value: Mapping[str, Any]) -> dict[str, str]:
    return {language: _text(words) for language, words in value.items()}


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"expected words, not {value!r}")
    return value.strip()
