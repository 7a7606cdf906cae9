"""The command that hands the graph on in another form: export."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from lrtgraph.cli import options
from lrtgraph.cli.completion import forms
from lrtgraph.cli.output import note
from lrtgraph.errors import InputError

if TYPE_CHECKING:
    from lrtgraph.exports import Form

Target = Annotated[
    Path | None,
    typer.Option(
        "-o",
        "--output",
        metavar="PATH",
        help="The file or folder to write, - for standard output; here without it: lrtgraph.ttl, lrtgraph-csv, …",
    ),
]


def export(
    form: Annotated[
        str,
        typer.Argument(
            metavar="FORMAT",
            help="ttl, trig, nq, nt, jsonld, rdfxml; graphml, gexf, cytoscape; csv, xlsx, neo4j.",
            autocompletion=forms,
        ),
    ],
    output: Target = None,
    store: options.Store = options.STORE_DEFAULT,
) -> None:
    """Write the graph in another form: RDF, network, tables, Neo4j.

    What is there already is written over; a form that is one text file also goes to standard output.

    Example: lrtgraph export ttl -o graph.ttl
    """
    from lrtgraph.exports import FORMS
    from lrtgraph.exports import export as write
    from lrtgraph.store import open_store

    form_of = FORMS.get(form)
    path = output or Path("lrtgraph" + (form_of.suffix or "-" + form) if form_of else "lrtgraph")
    to_output = path == Path("-")
    if to_output and form_of and not form_of.is_text:
        raise InputError(f"{form} is no text for standard output; give -o the name of a {_place(form_of)}")
    with open_store(store) as source, TemporaryDirectory() as folder:
        target = Path(folder, "graph") if to_output else path
        count = write(source, form, target)
        if to_output:
            sys.stdout.write(target.read_text(encoding="utf-8"))
    note(f"wrote {'to standard output' if to_output else path}: {count} {FORMS[form].unit}")


def _place(form: Form) -> str:
    return "file" if form.suffix else "folder"
