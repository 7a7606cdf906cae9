"""Arguments and options that commands share, so that they read and work the same everywhere."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from lrtgraph.cli.completion import actors, cards, meetings, things
from lrtgraph.resources import DEFAULT_STORE, STORE_VARIABLE


class Format(StrEnum):
    """How rows are printed: a table for people, the rest for machines."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    MD = "md"


class Language(StrEnum):
    """The language of labels."""

    NL = "nl"
    EN = "en"


# The graph, and how its answers are printed

STORE_DEFAULT = DEFAULT_STORE
Store = Annotated[
    str,
    typer.Option(
        "--store", envvar=STORE_VARIABLE, metavar="PATH|URL", help="The graph: a folder, or a SPARQL 1.1 endpoint."
    ),
]
Rows = Annotated[Format, typer.Option("--format", help="How to print the rows.")]
Lang = Annotated[Language, typer.Option("--lang", help="The language of names and labels.")]
Explain = Annotated[bool, typer.Option("--explain", help="Say which rule found each row, and how sure it is.")]
Limit = Annotated[int, typer.Option("--limit", min=0, metavar="N", help="At most this many rows; 0: all.")]
Newest = Annotated[int, typer.Option("--limit", min=0, metavar="N", help="At most this many rows, the newest; 0: all.")]

# What is asked about

Name = Annotated[str, typer.Argument(metavar="NAME", help="An id, label or alias, in any case.", autocompletion=things)]
CardName = Annotated[
    str,
    typer.Argument(metavar="NAME", help="An id, label or alias, in any case; a meeting's date.", autocompletion=cards),
]
MeetingName = Annotated[
    str, typer.Argument(metavar="MEETING", help="A meeting: its id, label, date or document.", autocompletion=meetings)
]
SomeMeeting = Annotated[
    str | None,
    typer.Argument(
        metavar="[MEETING]",
        help="A meeting: its id, label, date or document.",
        autocompletion=meetings,
        show_default=False,
    ),
]
About = Annotated[
    str | None, typer.Option("--about", metavar="NAME", help="Only what concerns this.", autocompletion=things)
]
Owner = Annotated[
    str | None, typer.Option("--owner", metavar="NAME", help="Only what is this actor's.", autocompletion=actors)
]
Partner = Annotated[
    str | None,
    typer.Option(
        "--partner",
        "--to",
        metavar="NAME",
        help="Only what is done with or for this actor, or was promised to it.",
        autocompletion=actors,
    ),
]
Actor = Annotated[
    str | None, typer.Option("--actor", metavar="NAME", help="Only what this actor said.", autocompletion=actors)
]
Meeting = Annotated[
    str | None,
    typer.Option(
        "--meeting", metavar="MEETING", help="Only this meeting: id, date or document.", autocompletion=meetings
    ),
]
Since = Annotated[
    str | None,
    typer.Option("--since", metavar="DATE", help="Only meetings from this day, month or year on (2024-03-01)."),
]
Until = Annotated[
    str | None, typer.Option("--until", metavar="DATE", help="Only meetings up to this day, month or year (2024-03).")
]
DueBefore = Annotated[
    str | None,
    typer.Option(
        "--due-before",
        metavar="DATE",
        help="Only with a deadline before this day, month or year, or with one in words that was set before it.",
    ),
]

# What is read, and with what

Paths = Annotated[list[str], typer.Argument(metavar="PATH...", help="Files, folders and zip archives with minutes.")]
Gazetteers = Annotated[
    list[Path] | None,
    typer.Option("--gazetteer", metavar="FILE", help="A list of names of your own (CSV or Turtle). Repeatable."),
]
Model = Annotated[
    str | None, typer.Option("--model", metavar="NAME", help="A spaCy pipeline; the bundled Dutch one by default.")
]
Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs", min=1, metavar="N", show_default="all processors", help="How many processes read at a time."
    ),
]
WithoutPersons = Annotated[bool, typer.Option("--without-persons", help="Leave persons out of what is shown.")]
NamesBlanked = Annotated[
    bool,
    typer.Option(
        "--without-persons",
        help="Leave persons out, and black out their names in the text: those in lists of who attended, behind a title"
        " or initials, beside a seat in brackets, and of people in your own list. Look for names that nothing marks.",
    ),
]
