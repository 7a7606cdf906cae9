"""The commands that read documents: build, extract, remove."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from lrtgraph.build.report import Progress, Refused, Report
from lrtgraph.cli import completion, options, output
from lrtgraph.cli.gazetteer import own_lists
from lrtgraph.errors import DocumentError, InputError
from lrtgraph.resources import Settings

_SHOWN = 20  # refused documents that the closing report names


class RecordFormat(StrEnum):
    """How extraction records are printed."""

    TABLE = "table"
    JSONL = "jsonl"


def build(
    paths: options.Paths,
    store: options.Store = options.STORE_DEFAULT,
    gazetteer: options.Gazetteers = None,
    model: options.Model = None,
    jobs: options.Jobs = None,
    without_persons: options.NamesBlanked = False,
    force: Annotated[bool, typer.Option("--force", help="Read documents again that have not changed.")] = False,
    prune: Annotated[
        bool, typer.Option("--prune", help="Take out documents that are no longer in these folders.")
    ] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 2 if any document was refused.")] = False,
) -> None:
    """Read new and changed minutes into the graph.

    What has not changed since the last time is not read again; what cannot be read is refused, and the rest goes in.

    Example: lrtgraph build examples/minutes
    """
    from lrtgraph.build import build as run

    settings = Settings(
        store=store,
        gazetteers=own_lists(gazetteer),
        model=model,
        jobs=_processes(jobs),
        with_persons=not without_persons,
    )
    try:
        with _progress() as progress:
            report = run(paths, settings, force=force, prune=prune, progress=progress)
    except KeyboardInterrupt:
        output.note("what was read is kept; the same command goes on with the rest")
        raise
    _warn(report.missing)
    if report.documents == len(report.removed) == 0:
        raise InputError(f"there are no documents in {', '.join(paths)}")
    if report.documents == len(report.refused) == 1 and not (report.missing or report.removed):
        raise DocumentError(f"{report.refused[0].path}: {report.refused[0].reason}")
    for line in _closing(report, store):
        typer.echo(line)
    for note in report.notes:
        output.note(note)
    _warn(report.refused)
    if report.missing or (strict and report.refused):
        raise typer.Exit(2)


def extract(
    paths: options.Paths,
    form: Annotated[RecordFormat, typer.Option("--format", help="A table for people, or JSON lines.")] = (
        RecordFormat.TABLE
    ),
    gazetteer: options.Gazetteers = None,
    model: options.Model = None,
    jobs: options.Jobs = None,
) -> None:
    """Show what is taken from each document, without a graph.

    Example: lrtgraph extract examples/minutes --format jsonl
    """
    import json

    from lrtgraph.build import extract as run

    settings = Settings(gazetteers=own_lists(gazetteer), model=model, jobs=_processes(jobs))
    refused: list[Refused] = []
    read = 0
    for record in run(paths, settings):
        if isinstance(record, Refused):
            refused.append(record)
        elif form == RecordFormat.JSONL:
            read += 1
            typer.echo(json.dumps(record, ensure_ascii=False))
        else:
            read += 1
            _show(record)
    missing = any(one.is_missing for one in refused)
    if not read and len(refused) == 1 and not missing:
        raise DocumentError(f"{refused[0].path}: {refused[0].reason}")
    if not read and not refused:
        raise InputError(f"there are no documents in {', '.join(paths)}")
    _warn(refused)
    if missing or not read:
        raise typer.Exit(2)


def remove(
    documents: Annotated[
        list[str],
        typer.Argument(
            metavar="DOC...",
            help="A document's path, file name or the start of its SHA-256.",
            autocompletion=completion.documents,
        ),
    ],
    store: options.Store = options.STORE_DEFAULT,
) -> None:
    """Take documents out of the graph.

    A build of their folder reads them again while they are in it.

    Example: lrtgraph remove 000_f18b6c50bbc24009.txt
    """
    from lrtgraph.build import remove as run

    for path in run(documents, Settings(store=store)):
        typer.echo(f"removed {output.clean(path)}")


def _processes(jobs: int | None) -> int:
    """How many processes to use: as many as asked for, else as there are processors for this program."""
    if jobs is not None:
        return jobs
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def _progress() -> Iterator[Progress | None]:
    """A progress bar on a terminal, nothing in a pipe."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None)

        def show(done: int, total: int, path: str) -> None:
            bar.update(task, completed=done, total=total, description=escape(output.clean(Path(path).name)[:40]))

        yield show


def _closing(report: Report, store: str) -> Iterator[str]:
    counts = {
        "new": len(report.new),
        "replaced": len(report.replaced),
        "unchanged": len(report.unchanged),
        "copies": len(report.duplicates),
        "removed": len(report.removed),
        "refused": len(report.refused),
    }
    told = ", ".join(
        output.counted(count, "copy") if name == "copies" else f"{count} {name}"
        for name, count in counts.items()
        if count or name == "new"
    )
    yield f"documents: {told} ({report.seconds:.1f} s) in {output.clean(store)}"
    if report.duplicates:
        names = [Path(path).name for path in report.duplicates]
        yield f"the same bytes as a document that is read already: {output.listed(names, _SHOWN)}"
    if report.facts:
        yield f"facts read: {output.facts(report.facts)}"


def _warn(refused: Iterable[Refused]) -> None:
    listed = list(refused)
    for one in listed[:_SHOWN]:
        output.note(f"refused {one.path}: {one.reason}")
    if len(listed) > _SHOWN:
        output.note(f"and {len(listed) - _SHOWN} more; see `lrtgraph status --refused`")


def _show(record: dict[str, Any]) -> None:
    """One record as tables: the meeting, then each kind of fact."""
    meeting = {key: value for key, value in record["meeting"].items() if value}
    typer.echo(f"\n{output.clean(record['source'])}")
    if meeting:
        output.emit([meeting], list(meeting), "table")
    for kind in ("participants", "agenda", "outcomes", "statements", "targets", "ownership"):
        if rows := record[kind]:
            typer.echo(f"\n{kind} ({len(rows)})")
            output.emit(rows, [name for name in rows[0] if name not in ("start", "end", "rule")], "table")
    concepts = sorted({mention["concept"] for mention in record["mentions"]})
    typer.echo(f"\nmentions ({len(record['mentions'])}): {output.clean(', '.join(concepts))}")
