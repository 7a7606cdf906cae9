"""The commands that keep the graph: status, backup, restore."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from lrtgraph.cli import options, output
from lrtgraph.errors import InputError

if TYPE_CHECKING:
    from lrtgraph.inventory import Status

_SHOWN = 10  # documents that a gap names


def status(
    store: options.Store = options.STORE_DEFAULT,
    documents: Annotated[bool, typer.Option("--documents", help="List the documents of the graph.")] = False,
    refused: Annotated[bool, typer.Option("--refused", help="List what was refused, and why.")] = False,
    form: options.Rows = options.Format.TABLE,
) -> None:
    """Show what the graph holds, and where it has gaps.

    Example: lrtgraph status --documents
    """
    from lrtgraph import inventory
    from lrtgraph.store import open_store

    if documents and refused:
        raise InputError("give --documents or --refused, not both")
    with open_store(store) as graph:
        if documents:
            rows = [asdict(row) for row in inventory.documents(graph)]
            columns = ["name", "body", "date", "earliest", "latest", "statements", "outcomes", "title", "sha256"]
        elif refused:
            rows = [asdict(row) for row in inventory.sources(graph) if row.error is not None]
            columns = ["path", "error", "read"]
        else:
            found = inventory.status(graph)
            if form != options.Format.TABLE:
                columns = ["documents", "meetings", "refused", "last_build", "without_date", "without_speaker"]
                output.emit([asdict(found)], columns, form)
                return
            for line in _told(found):
                typer.echo(line)
            return
    if form == options.Format.TABLE:
        columns = [column for column in columns if column != "sha256"]
    if not output.emit(rows, columns, form):
        raise typer.Exit(1)


def _told(found: Status) -> Iterator[str]:
    yield f"documents: {found.documents}, meetings: {found.meetings}, refused: {found.refused}"
    yield "facts: " + ", ".join(f"{count} {kind}" for kind, count in found.facts.items())
    if found.last_build:
        yield f"last read: {found.last_build}"
    for gap, names in (
        ("without a date", found.without_date),
        ("without a recognised speaker", found.without_speaker),
    ):
        if names:
            more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
            yield f"{len(names)} {gap}: {output.clean(', '.join(names[:_SHOWN]))}{more}"
    if found.refused:
        yield "lrtgraph status --refused says why documents were refused"


def backup(
    folder: Annotated[str, typer.Argument(metavar="DIR", help="A new folder for the backup.")],
    store: options.Store = options.STORE_DEFAULT,
) -> None:
    """Write the whole graph to a folder, in a form that any version can restore.

    Example: lrtgraph backup backup-2024-01-31
    """
    from lrtgraph.store.backup import backup as run

    typer.echo(f"{run(store, folder)} quads in {output.clean(folder)}")


def restore(
    folder: Annotated[str, typer.Argument(metavar="DIR", help="A folder that `lrtgraph backup` wrote.")],
    store: options.Store = options.STORE_DEFAULT,
) -> None:
    """Make the graph again from a backup.

    Example: lrtgraph restore backup-2024-01-31 --store restored.db
    """
    from lrtgraph.store.backup import restore as run

    typer.echo(f"{run(folder, store)} quads in {output.clean(store)}")
