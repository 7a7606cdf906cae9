"""The command that draws the graph: map."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from lrtgraph.cli import options
from lrtgraph.cli.completion import things
from lrtgraph.cli.output import counted, note

Kinds = Annotated[
    list[str] | None,
    typer.Option(
        "--kind",
        metavar="KIND",
        help="Only this kind of edge: owns, decided, promised, asks, supports, objects, about, seat. Repeatable.",
    ),
]


def draw_map(
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FILE", help="The HTML file to write.")] = Path(
        "kaart.html"
    ),
    store: options.Store = options.STORE_DEFAULT,
    focus: Annotated[
        str | None,
        typer.Option(
            "--focus",
            metavar="NAME",
            help="Only what is around this actor, instrument or person.",
            autocompletion=things,
        ),
    ] = None,
    hops: Annotated[
        int, typer.Option("--hops", min=1, max=3, metavar="N", help="With --focus: how many steps around it.")
    ] = 1,
    kind: Kinds = None,
    since: options.Since = None,
    until: options.Until = None,
    max_nodes: Annotated[
        int, typer.Option("--max-nodes", min=1, metavar="N", help="Keep this many of the strongest nodes.")
    ] = 1500,
    layout: Annotated[
        str,
        typer.Option(
            "--layout", metavar="keep|new", help="keep: positions of the map that is overwritten; new: all anew."
        ),
    ] = "keep",
    without_persons: options.WithoutPersons = False,
    lang: options.Lang = options.Language.NL,
) -> None:
    """Draw the graph as one HTML file, with the proof of every edge.

    It opens in any browser, without a network.

    Example: lrtgraph map --focus Spreidingswet -o kaart.html
    """
    from lrtgraph.mapview.writing import write_map

    count, left_out = write_map(
        store, output, language=lang.value, focus=focus, hops=hops, kinds=kind, since=since, until=until,
        max_nodes=max_nodes, keep=layout, with_persons=not without_persons,
    )  # fmt: skip
    note(
        f"wrote {output}: {counted(count, 'node')}"
        + (f", {left_out} lighter ones left out (--max-nodes)" if left_out else "")
    )
