"""SPARQL text: checked on its syntax before it runs, and parameters bound as terms at marked places.

A query that comes from outside may read this graph and nothing else. Whether it calls another host (`SERVICE`)
is decided by the engine's own parser, so that the word may stand in a string, a comment or an IRI and cannot be
hidden in one: with every such word respelled the query still parses if, and only if, none of them is a keyword.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any, Final, Literal, Protocol

import pyoxigraph

from lrtgraph.errors import QueryError
from lrtgraph.vocabulary import NAMESPACES, SHORT

Term = pyoxigraph.NamedNode | pyoxigraph.Literal
Day = str | date
"""A day as a person or a program gives it: ISO text, or a date."""
Form = Literal["select", "ask", "graph"]
Result = pyoxigraph.QuerySolutions | pyoxigraph.QueryBoolean | pyoxigraph.QueryTriples

ALL: Final = 1_000_000
"""How many rows "all" are: more than anybody reads. Oxigraph begins with a part that has a limit."""

_DECLARED: Final = NAMESPACES | SHORT
"""The prefixes that a query need not declare."""

# Patterns as text: `re` compiles and keeps them when they are first needed, and a command needs only one or two.
_MARK: Final = r"(?m)^([ \t]*)#@(bind|limit) (\w+)(.*)$"
_VARIABLE: Final = r"[?$](\w+)"
_FOUND: Final = r"(?ms)^([ \t]*)#@rows (\w+)((?: \?\w+)+)\n.*?^[ \t]*#@end\n"
_SERVICE: Final = r"(?i)(servic)e"
_FROM: Final = r"(?i)\b(fro)m\b"
_CODE_POINT: Final = r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})"
_PROLOGUE: Final = r"(?i)(?:\s|#[^\n]*\n|(?:PREFIX|BASE)\b[^>]*>)*"
_UPDATE: Final = _PROLOGUE + r"(INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY|WITH)\b"
_SELECT_ALL: Final = _PROLOGUE + r"SELECT\s*(?:\b(?:DISTINCT|REDUCED)\b\s*)?\*"
_RESPELLED: Final = r"\1ë"  # still a name wherever a name may stand, and no keyword
_PLACE: Final = r"error at (\d+):(\d+): "


def check(text: str) -> Form:
    """Check that `text` is one SPARQL 1.1 query that reads only this graph; return what its result is.

    >>> check("SELECT ?s WHERE { ?s ?p 'SERVICE' }")
    'select'

    Raises QueryError for a syntax error, an update, a `SERVICE` clause, or a dataset of its own (`FROM`).
    """
    result = _parse(text)
    if _names_graphs(text):
        raise QueryError(
            "a query is put to all graphs as one: take FROM out, or write GRAPH <...> { ... } in the pattern"
        )
    if isinstance(result, pyoxigraph.QuerySolutions):
        return "select"
    return "ask" if isinstance(result, pyoxigraph.QueryBoolean) else "graph"


def variables(text: str) -> tuple[str, ...]:
    """The names that a SELECT gives, in their order.

    >>> variables("SELECT ?actor (COUNT(*) AS ?n) WHERE { ?s lrt:owner ?actor } GROUP BY ?actor")
    ('actor', 'n')

    Raises QueryError where `text` is no SELECT.
    """
    result = _parse(text)
    if not isinstance(result, pyoxigraph.QuerySolutions):
        raise QueryError("this query is no SELECT, so it has no columns")
    return columns(text, result)


def columns(text: str, result: pyoxigraph.QuerySolutions) -> tuple[str, ...]:
    """The columns of a SELECT's result; those of `SELECT *` in the order in which the query first has them.

    >>> variables("SELECT * WHERE { ?later lrt:followsUp ?earlier }")
    ('later', 'earlier')
    """
    names = [variable.value for variable in result.variables]
    start = re.match(_SELECT_ALL, text) if "*" in text else None
    if start is None:
        return tuple(names)
    written = {found: place for place, found in enumerate(dict.fromkeys(re.findall(_VARIABLE, text[start.end() :])))}
    return tuple(sorted(names, key=lambda name: written.get(name, len(written))))


def marks(text: str) -> frozenset[str]:
    """The names of the parameters that `text` has a place for: its lines `#@bind name`, `#@bind name PATTERN` or
    `#@limit name ORDER`, where the order may stand before it.

    >>> sorted(marks("SELECT * WHERE {\\n  #@bind actor\\n  ?s lrt:owner ?actor }\\n#@limit most    ORDER BY ?s"))
    ['actor', 'most']
    """
    return frozenset(match[3] for match in re.finditer(_MARK, text))


def bind(text: str, values: Mapping[str, Term | Iterable[Term]]) -> str:
    """Put `VALUES` in the marked places of those parameters that have a value; leave the others free.

    A pattern behind the name in the mark counts only where the parameter has a value. A `#@limit` mark becomes the
    order behind its name, if any, and a `LIMIT`; without a value or of 0 it is ALL rows, which tells the engine that
    the part is bounded and comes first. The engine writes the terms, and so escapes them; no text of the user's is
    pasted in.

    >>> print(bind("#@bind n", {"n": pyoxigraph.Literal('a" } DROP ALL')}))
    VALUES ?n { "a\\" } DROP ALL" }
    >>> print(bind("#@limit most    ORDER BY ?day", {"most": pyoxigraph.Literal(20)}))
    ORDER BY ?day LIMIT 20

    Raises QueryError for a value that no place is marked for, and for a limit that is no number of rows.
    """
    unplaced = set(values)

    def place(match: re.Match[str]) -> str:
        unplaced.discard(match[3])
        value = values.get(match[3])
        if value is None:
            return match[0] if match[2] == "bind" else f"{match[1]}LIMIT {ALL}"
        terms = (value,) if isinstance(value, pyoxigraph.NamedNode | pyoxigraph.Literal) else tuple(value)
        if match[2] == "limit":
            most = _rows(match[3], terms)
            return match[1] + (f"{match[4]} LIMIT {most}".strip() if most else f"LIMIT {ALL}")
        return f"{match[1]}VALUES ?{match[3]} {{ {' '.join(str(term) for term in terms)} }}{match[4]}"

    bound = re.sub(_MARK, place, text)
    if unplaced:
        raise QueryError(f"the query has no parameter {', '.join(sorted(unplaced))}")
    return bound


def given(text: str, name: str, rows: Iterable[Sequence[Term]]) -> str:
    """Put rows in the place of the part of a query that would find them: its lines from `#@rows name ?a ?b` to `#@end`.

    >>> text = "SELECT * WHERE {\\n#@rows pair ?a ?b\\n{ ?a lrt:owns ?b }\\n#@end\\n}"
    >>> print(given(text, "pair", [(pyoxigraph.Literal(1), pyoxigraph.Literal("x"))]).splitlines()[1])
    VALUES ( ?a ?b) { ("1"^^<http://www.w3.org/2001/XMLSchema#integer> "x") }

    Raises QueryError where the query has no such part.
    """
    listed = " ".join(f"({' '.join(map(str, row))})" for row in rows)
    found = next((match for match in re.finditer(_FOUND, text) if match[2] == name), None)
    if found is None:
        raise QueryError(f"the query has no rows {name}")
    return f"{text[: found.start()]}{found[1]}VALUES ({found[3]}) {{ {listed} }}\n{text[found.end() :]}"


def _rows(name: str, terms: Sequence[Term]) -> int:
    """The number of rows that a limit allows."""
    if len(terms) != 1 or not terms[0].value.isdecimal():
        raise QueryError(
            f"{name} must be a number of rows, or 0 for all, not {', '.join(term.value for term in terms)}"
        )
    return int(terms[0].value)


def with_prefixes(text: str) -> str:
    """The query with the prefixes of the vocabulary and of the graph's own things declared on a line before it; its own
    declarations still win.

    >>> with_prefixes("ASK { ?s a lrt:Meeting }").splitlines()[1]
    'ASK { ?s a lrt:Meeting }'
    """
    return _prefixes() + text


@cache
def _prefixes() -> str:
    return " ".join(f"PREFIX {name}: <{iri}>" for name, iri in _DECLARED.items()) + "\n"


def _parse(text: str) -> Result:
    """Parse by putting the query to an empty graph, with no keyword left in it that could call a host."""
    readings = [text]
    plain = _undone(text)
    if plain != text and re.search(_SERVICE, plain):
        # SPARQL lets an engine undo code point escapes before it parses: what it then reads must be safe as well.
        readings.append(plain)
    try:
        results = [
            pyoxigraph.Store().query(re.sub(_SERVICE, _RESPELLED, reading), prefixes=_DECLARED) for reading in readings
        ]
    except SyntaxError as error:
        raise QueryError(_complaint(readings[-1], str(error))) from None
    except (ValueError, OverflowError) as error:
        raise QueryError(f"the query is not SPARQL 1.1: {error}") from None
    return results[0]


def _names_graphs(text: str) -> bool:
    """Whether a query that parses has a FROM clause: respelled, that alone parses no more."""
    respelled = re.sub(_FROM, _RESPELLED, _undone(text))
    if respelled == _undone(text):
        return False
    try:
        _parse(respelled)
    except QueryError:
        return True
    return False


def _undone(text: str) -> str:
    """The text with its code point escapes undone."""
    return re.sub(_CODE_POINT, lambda match: chr(int(match[1] or match[2], 16)), text)


def _complaint(text: str, message: str) -> str:
    """One sentence on why `text` does not parse."""
    if not text.strip():
        return "the query is empty; write one, such as SELECT ?s WHERE { ?s a lrt:Besluit }"
    update = re.match(_UPDATE, text)
    if update:
        return f"{update[1].upper()} would change the graph; only SELECT, ASK, CONSTRUCT and DESCRIBE are run"
    place = re.match(_PLACE, message)
    if not place:
        return f"the query is not SPARQL 1.1: {message}"
    line, column = int(place[1]), int(place[2])
    lines = text.split("\n")
    before = "\n".join([*lines[: line - 1], lines[line - 1][: column - 1]])
    if re.search(r"service\S*\s*$", before, re.IGNORECASE):
        return "a query may not call another host: take the SERVICE clause out"
    undeclared = "Prefix not found" in message
    why = "a prefix is not declared" if undeclared else "it cannot be read"
    near = " ".join(text[max(0, len(before) - 12) : len(before) + 12].split())
    known = f"; these need no declaration: {', '.join(sorted(_DECLARED))}" if undeclared else ""
    near = f" (“{near}”)" if near else ""
    return f"the query is not SPARQL 1.1: {why} at line {line}, column {column}{near}{known}"


class Source(Protocol):
    """What a question is put to: a store of any kind that answers SPARQL over the union of its graphs."""

    def query(self, sparql: str, /) -> Result:
        """Answer one query."""


def solutions(source: Source, text: str) -> pyoxigraph.QuerySolutions:
    """Put a SELECT to a source; each row holds terms, None where a variable is unbound.

    Raises QueryError where `text` is no SELECT.
    """
    result = source.query(with_prefixes(text))
    if not isinstance(result, pyoxigraph.QuerySolutions):
        raise QueryError("this query is no SELECT, so it has no rows")
    return result


def select(source: Source, text: str) -> Iterator[dict[str, Any]]:
    """Put a SELECT to a source; each row maps a column to a Python value, None where it is unbound.

    Raises QueryError where `text` is no SELECT.
    """
    result = solutions(source, text)
    names = [variable.value for variable in result.variables]
    written = columns(text, result)
    as_written = written == tuple(names)
    for solution in result:
        row = dict(zip(names, map(value, solution), strict=True))
        yield row if as_written else {name: row[name] for name in written}


def value(term: Any) -> Any:
    """A term as a Python value: IRIs and plain text as str, numbers, truth values and dates as what they are.

    >>> value(pyoxigraph.Literal(3)), value(pyoxigraph.NamedNode("http://a/b"))
    (3, 'http://a/b')

    A literal that is not what its datatype says stays text.
    """
    if isinstance(term, pyoxigraph.NamedNode):
        return term.value
    if not isinstance(term, pyoxigraph.Literal):
        return None if term is None else str(term)
    make = _DATATYPES.get(term.datatype.value)
    if make is None:
        return term.value
    try:
        return make(term.value)
    except ValueError:
        return term.value


_DATATYPES: Final[dict[str, Callable[[str], Any]]] = {
    NAMESPACES["xsd"] + "integer": int,
    NAMESPACES["xsd"] + "decimal": float,
    NAMESPACES["xsd"] + "double": float,
    NAMESPACES["xsd"] + "float": float,
    NAMESPACES["xsd"] + "boolean": lambda text: text in ("true", "1"),
    NAMESPACES["xsd"] + "date": date.fromisoformat,
}
