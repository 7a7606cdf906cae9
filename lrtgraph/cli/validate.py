"""The command that holds a graph against the shapes: validate."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from lrtgraph.cli import options, output
from lrtgraph.cli.output import counted
from lrtgraph.errors import InputError
from lrtgraph.vocabulary import ID, prefixed

if TYPE_CHECKING:
    from lrtgraph.validation import Finding


_NOUNS: Final = {"violation": "violation", "warning": "warning", "info": "remark"}


class ReportFormat(StrEnum):
    """How findings are printed: rows, or one SHACL report in Turtle."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    MD = "md"
    TTL = "ttl"


class Level(StrEnum):
    """How grave a finding must be to be shown."""

    VIOLATION = "violation"
    WARNING = "warning"
    INFO = "info"


def validate(
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="[FILE]...", help="RDF files instead of the store.")
    ] = None,
    store: options.Store = options.STORE_DEFAULT,
    form: Annotated[ReportFormat, typer.Option("--format", help="How to print what was found.")] = ReportFormat.TABLE,
    level: Annotated[Level, typer.Option("--level", help="The least grave findings to show.")] = Level.WARNING,
    lang: Annotated[options.Language, typer.Option("--lang", help="The language of the messages.")] = (
        options.Language.EN
    ),
) -> None:
    """Find what is wrong or missing in the graph.

    Holds it against the SHACL shapes, and every quote against its text. Exits with 1 where a shape is violated;
    warnings do not count.

    Example: lrtgraph validate --level info
    """
    from lrtgraph.validation import SEVERITIES, report_graph

    found = list(_found(files or [], store))
    shown = [f for f in found if SEVERITIES.index(f.severity) <= SEVERITIES.index(level.value)]
    columns = ["severity", "document", "shape", "message", "path", "node", "value"]
    if form == ReportFormat.TTL:
        typer.echo(report_graph(shown), nl=False)
    elif shown or form != ReportFormat.TABLE:
        rows = [_row(finding, lang) for finding in shown]
        if form in output.FOR_PEOPLE:
            rows = [{column: _short(value) for column, value in row.items()} for row in rows]
            columns = [column for column in columns if any(row[column] for row in rows)]
        output.emit(rows, columns, form)
    counts = Counter(finding.severity for finding in found)
    told = ", ".join(counted(counts[severity], _NOUNS[severity]) for severity in SEVERITIES)
    hidden = len(found) - len(shown)
    output.note(told + (f"; `--level info` shows the {hidden} that are not listed" if hidden else ""))
    if counts["violation"]:
        raise typer.Exit(1)


def _found(files: list[Path], store: str) -> list[Finding]:
    from lrtgraph.store import open_store
    from lrtgraph.validation import validate as run
    from lrtgraph.validation import validate_file

    for path in files:
        if not path.is_file():
            raise InputError(f"there is no file '{path}'")
    if files:
        return [finding for path in files for finding in validate_file(path)]
    with open_store(store) as graph:
        return list(run(graph))


def _row(finding: Finding, language: str) -> dict[str, str | None]:
    return {
        "severity": finding.severity,
        "document": finding.document or finding.graph,
        "shape": finding.shape,
        "message": finding.messages.get(language) or next(iter(finding.messages.values()), ""),
        "path": finding.path,
        "node": finding.focus,
        "value": finding.value,
    }


def _short(value: str | None) -> str | None:
    """An IRI as people read it: with a prefix, or from its kind on."""
    if value is None or not value.startswith("http"):
        return value
    return value.removeprefix(ID) if value.startswith(ID) else prefixed(value)
