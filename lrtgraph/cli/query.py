"""Commands for questions in SPARQL: one of the catalogue, or the user's own."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lrtgraph.cli import completion, options
from lrtgraph.cli.mistakes import did_you_mean
from lrtgraph.cli.output import FOR_PEOPLE, cut, emit, note
from lrtgraph.cli.print_answers import finish
from lrtgraph.cli.print_results import ResultFormat, print_result, print_rows
from lrtgraph.errors import InputError, QueryError

if TYPE_CHECKING:
    from lrtgraph.queries import Query
    from lrtgraph.store import Store


def query(
    ctx: typer.Context,
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="NAME|FILE|-",
            help="A question of the catalogue, a file with SPARQL, or - for standard input.",
            autocompletion=completion.questions,
        ),
    ] = None,
    param: Annotated[
        list[str] | None,
        typer.Option(
            "--param",
            metavar="KEY=VALUE",
            help="A parameter of the question; names as you type them elsewhere. Repeatable.",
            autocompletion=completion.parameters,
        ),
    ] = None,
    limit: Annotated[
        int | None,
        typer.Option(
            "--limit",
            min=0,
            metavar="N",
            help="At most this many rows; 0: all.",
            show_default="200 in a table of what can be long, all for machines",
        ),
    ] = None,
    store: options.Store = options.STORE_DEFAULT,
    form: Annotated[ResultFormat, typer.Option("--format", help="How to print the result.")] = ResultFormat.TABLE,
    explain: options.Explain = False,
    lang: options.Lang = options.Language.NL,
    show_help: Annotated[bool, typer.Option("--help", help="Show this, or with NAME its text and parameters.")] = False,
) -> None:
    """Put a question of the catalogue, or one of your own in SPARQL.

    NAME is one that `lrtgraph queries` lists; `lrtgraph query --help NAME` shows its parameters and its text.

    Example: lrtgraph query who-asks-whom --param speaker=VNG
    """
    if show_help:
        print("\n".join(_described(name)) if name else ctx.get_help())
        return
    if name is None:
        raise InputError(
            "`lrtgraph query` needs NAME|FILE|-, such as `lrtgraph query who-asks-whom`; `lrtgraph queries` lists them"
        )
    from lrtgraph.store import open_store

    given = _given(param or [])
    question = _question(name)
    with open_store(store) as source:
        if isinstance(question, str):
            if given or limit is not None:
                raise QueryError("only a query with a `#+` header takes --param or --limit; write LIMIT in your own")
            _put_own(source, question, form, lang)
        else:
            _put(source, question, given, limit, form, lang, explain=explain)


def _put(
    source: Store,
    question: Query,
    given: dict[str, str],
    limit: int | None,
    form: ResultFormat,
    lang: options.Language,
    *,
    explain: bool,
) -> None:
    """Print the answer to a question of the catalogue, or from a file with a header, and say where there is more."""
    from lrtgraph.queries import rows
    from lrtgraph.queries.arguments import arguments

    if any(each.name == "limit" for each in question.parameters):
        # A program does not see that there is more.
        given = ({} if form in FOR_PEOPLE else {"limit": "0"}) | given
        given |= {} if limit is None else {"limit": str(limit)}
    found = list(rows(source, question, arguments(source, question, given, lang)))
    shown = found[:limit] if limit else found
    print_rows(source, shown, question.columns, form, lang, hidden=() if explain else question.explain)
    if len(shown) < len(found):
        note(cut(len(shown)))
    elif shown and len(shown) == question.limit(given):
        note(cut(len(shown), surely=False))


def _put_own(source: Store, text: str, form: ResultFormat, lang: options.Language) -> None:
    """Print the answer to a query of the user's own, with remarks on names in it that the graph does not know."""
    from lrtgraph.cli.hints import other_prefixes, unknown_terms
    from lrtgraph.sparql import check, with_prefixes

    kind = check(text)
    for remark in (*other_prefixes(text), *unknown_terms(source, text)):
        note(remark)
    print_result(source, text, source.query(with_prefixes(text)), kind, form, lang)


def queries_(
    tag: Annotated[
        str | None,
        typer.Option("--tag", metavar="TAG", help="Only the questions with this tag.", autocompletion=completion.tags),
    ] = None,
    form: options.Rows = options.Format.TABLE,
    lang: options.Lang = options.Language.NL,
) -> None:
    """List the questions of the catalogue.

    Example: lrtgraph queries --tag eigenaarschap
    """
    from lrtgraph.queries import catalogue

    found = catalogue()
    known = sorted({each for question in found for each in question.tags})
    if tag is not None and tag not in known:
        raise InputError(f"there is no tag '{tag}'{did_you_mean(tag, known) or '; the tags are ' + ', '.join(known)}")
    rows = [
        {
            "name": each.name,
            "summary": each.summary[lang],
            "tags": list(each.tags),
            "parameters": [parameter.name for parameter in each.parameters],
        }
        for each in found
        if tag is None or tag in each.tags
    ]
    finish(emit(rows, ("name", "summary", "tags", "parameters"), form, typed=("name",)))


def _question(name: str) -> Query | str:
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
    elif "{" in name:
        raise QueryError("a query of your own comes from a file or standard input: `lrtgraph query -`, or FILE")
    else:
        from rapidfuzz import process

        hits = [hit[0] for hit in process.extract(name, queries.names(), limit=3, score_cutoff=75)]
        meant = f"; did you mean {' or '.join(hits)}?" if hits else "; `lrtgraph queries` lists the catalogue"
        raise QueryError(f"there is no query and no file '{name}'{meant}")
    if any(line.startswith("#+") for line in text.splitlines()):
        return queries.parse(name, text)
    return text


def _given(params: list[str]) -> dict[str, str]:
    given = dict(param.partition("=")[::2] for param in params if "=" in param)
    if len(given) < len(params):
        raise QueryError("write each parameter as --param name=value, and each only once")
    return given


def _described(name: str) -> Iterator[str]:
    """What a question asks, what it takes and gives, and its SPARQL."""
    question = _question(name)
    if isinstance(question, str):
        yield question
        return
    yield f"{question.name}: {question.summary['nl']}"
    yield f"{' ' * len(question.name)}  {question.summary['en']}"
    yield ""
    yield from textwrap.wrap(question.description, 100)
    if question.parameters:
        yield "\nParameters:"
        yield from _parameters(question)
    yield ""
    yield from textwrap.wrap(f"Columns: {', '.join(question.columns)}", 100, subsequent_indent="  ")
    shown = [each for each in question.parameters if each.required] or question.parameters[:1]
    given = "".join(f" --param {each.name}={each.example}" for each in shown)
    yield f"\nExample: lrtgraph query {name}{given}\n"
    yield "\n".join(line for line in question.text.splitlines() if not line.startswith("#+")).strip()


def _parameters(question: Query) -> Iterator[str]:
    from lrtgraph.queries.arguments import choices

    side = max(len(f"{each.name}={each.example}") for each in question.parameters)
    for each in question.parameters:
        kind = f"one of {', '.join(known)}" if len(known := choices(each.type)) > 1 else each.type
        notes = [kind, *(["needed"] if each.required else []), *([f"default {each.default}"] if each.default else [])]
        yield f"  --param {f'{each.name}={each.example}':<{side}}  {each.description} ({'; '.join(notes)})"
