"""Commands that hand the graph on: export."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from lrtgraph.cli import options
from lrtgraph.cli.completion import forms
from lrtgraph.cli.output import note

Target = Annotated[Path | None, typer.Option("-o", "--output", metavar="PATH", help="The file or folder to write.")]


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

    Example: lrtgraph export ttl -o graph.ttl
    """
    from lrtgraph.exports import FORMS
    from lrtgraph.exports import export as write
    from lrtgraph.store import open_store

    path = output or Path("lrtgraph" + (FORMS[form].suffix or "-" + form) if form in FORMS else "lrtgraph")
    with open_store(store) as source:
        count = write(source, form, path)
    note(f"wrote {path}: {count} {FORMS[form].unit}")
