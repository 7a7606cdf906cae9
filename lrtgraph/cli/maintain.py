"""The commands that keep the graph: status, backup, restore."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lrtgraph.cli import options, output
from lrtgraph.cli.output import counted
from lrtgraph.cli.print_answers import finish
from lrtgraph.errors import InputError

if TYPE_CHECKING:
    from lrtgraph.answers.inventory import DocumentRow, Status

_SHOWN = 10  # documents that a gap names


def status(
    store: options.Store = options.STORE_DEFAULT,
    documents: Annotated[bool, typer.Option("--documents", help="List the documents of the graph.")] = False,
    refused: Annotated[bool, typer.Option("--refused", help="List what was refused, why, and what to do.")] = False,
    form: options.Rows = options.Format.TABLE,
) -> None:
    """Show what the graph holds, and where it has gaps.

    Example: lrtgraph status --documents
    """
    from lrtgraph.answers import inventory
    from lrtgraph.store import open_store

    if documents and refused:
        raise InputError("give --documents or --refused, not both")
    with open_store(store) as graph:
        if documents:
            _documents(inventory.documents(graph), form)
        elif refused:
            rows = [asdict(row) for row in inventory.sources(graph) if row.error is not None]
            if form in output.FOR_PEOPLE:
                rows = [row | {"read": _minute(row["read"])} for row in rows]
            finish(
                output.emit(rows, ["path", "error", "read"], form, heads={"error": "why, and what to do"}),
                "nothing was refused",
            )
        elif form == options.Format.TABLE:
            for line in _told(inventory.status(graph)):
                typer.echo(line)
        else:
            _figures(asdict(inventory.status(graph)), form)


def _documents(found: Iterable[DocumentRow], form: str) -> None:
    """Documents row by row: whole for machines; for people with one date or period, and a title where one has it."""
    rows = [asdict(row) for row in found]
    columns = ["name", "kind", "body", "date", "earliest", "latest", "statements", "outcomes", "title", "sha256"]
    if form in output.FOR_PEOPLE:
        for row in rows:
            period = [day for day in (row["earliest"], row["latest"]) if day]
            row["date"] = row["date"] or " – ".join(dict.fromkeys(period))
        shown = ["name", "title", "kind", "body", "date", "statements", "outcomes"]
        told = {name for name in shown if any(row[name] is not None for row in rows)}
        told -= {"kind"} if all(row["kind"] == "verslag" for row in rows) else set()
        columns = [name for name in shown if name in told]
    finish(output.emit(rows, columns, form), "there are no documents in the graph")


def _figures(found: dict[str, Any], form: str) -> None:
    """The figures for machines: JSON as it is, elsewhere with a column for each kind of fact."""
    found |= {"alike": [", ".join(names) for names in found["alike"]]} if form == options.Format.CSV else {}
    if form in (options.Format.CSV, options.Format.MD):
        found |= found.pop("facts")
        found["papers"] = [f"{kind}: {', '.join(names)}" for kind, names in found["papers"].items()]
    output.emit([found], list(found), form)


def _minute(moment: str) -> str:
    """A moment of the provenance graph, to the minute."""
    return moment[:16].replace("T", " ")


def _told(found: Status) -> Iterator[str]:
    mentioned = found.meetings - found.reported
    others = f", which mention {counted(mentioned, 'other meeting')}" if mentioned else ""
    if found.documents:
        yield f"{counted(found.documents, 'document')} about {counted(found.reported, 'meeting')}{others}"
    else:
        yield "no documents yet; run `lrtgraph build DIR`"
    yield f"facts: {output.facts(found.facts)}"
    if found.last_build:
        yield f"last read: {_minute(found.last_build)} UTC"
    if found.papers:
        told = "; ".join(f"{kind}: {output.listed(names, _SHOWN)}" for kind, names in found.papers.items())
        count = sum(map(len, found.papers.values()))
        are = "is" if count == 1 else "are"
        yield f"{counted(count, 'document')} {are} no minutes: names, agenda, figures and owners only ({told})"
    for gap, names, remedy in (
        ("without a date", found.without_date, "`NAME.json` or `manifest.csv` beside the documents can give it"),
        ("without a recognised speaker", found.without_speaker, "`lrtgraph extract` shows what was read"),
    ):
        if names:
            yield f"{counted(len(names), 'document')} {gap} ({remedy}): {output.listed(names, _SHOWN)}"
    for names in found.alike:
        yield (
            f"{len(names)} documents say nearly the same, and their facts count {len(names)} times: "
            f"{output.clean(', '.join(names))} (`lrtgraph remove` takes one out)"
        )
    if found.refused:
        yield f"{counted(found.refused, 'document')} refused; `lrtgraph status --refused` says why, and what to do"


def backup(
    folder: Annotated[str, typer.Argument(metavar="DIR", help="A new folder for the backup.")],
    store: options.Store = options.STORE_DEFAULT,
) -> None:
    """Write the whole graph to a folder, for any version to restore.

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
    from lrtgraph.derivation import derive
    from lrtgraph.store import open_store
    from lrtgraph.store.backup import restore as run

    quads = run(folder, store)
    with open_store(store, write=True) as restored:
        derive(restored)  # what waited for it when the backup was made, or since another version made it
    typer.echo(f"{quads} quads in {output.clean(store)}")
