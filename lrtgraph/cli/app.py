"""The Typer app: which commands there are, in which group, and what an error becomes.

Only the module of the command that was asked is imported, so that a question to the graph does not pay for the
commands that read documents. Exit codes: 0 found or done, 1 nothing found, 2 wrong use or input.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Final, NamedTuple, NoReturn

import typer

from lrtgraph.cli import mistakes
from lrtgraph.errors import InputError, LrtgraphError

_COMPLETING: Final = "_LRTGRAPH_COMPLETE"  # in the environment where a shell wants its line completed
_STOPPED: Final = 130  # what a shell expects of a program that Ctrl-C ended
_NEW_OBJECTS: Final = 100_000  # more than all modules of a question hold, NetworkX included


class Command(NamedTuple):
    """Where a command lives: `target` is `module:function` below `lrtgraph.cli`, or `module:app` for a group.

    `own_help` leaves --help to the command itself.
    """

    name: str
    target: str
    panel: str
    own_help: bool = False


BUILD, ASK, LOOK, SHARE, MAINTAIN = "Build", "Ask", "Look", "Share", "Maintain"

COMMANDS: Final[tuple[Command, ...]] = (
    Command("build", "build:build", BUILD),
    Command("extract", "build:extract", BUILD),
    Command("remove", "build:remove", BUILD),
    Command("who-owns", "ask:who_owns", ASK),
    Command("actions", "ask:actions", ASK),
    Command("decisions", "ask:decisions", ASK),
    Command("positions", "ask:positions", ASK),
    Command("timeline", "ask:timeline", ASK),
    Command("show", "cards:show", ASK),
    Command("search", "ask:search", ASK),
    Command("summary", "cards:summary", ASK),
    Command("compare", "cards:compare", ASK),
    Command("query", "query:query", ASK, own_help=True),
    Command("queries", "query:queries_", ASK),
    Command("network", "network:network", LOOK),
    Command("export", "export:export", SHARE),
    Command("map", "map:draw_map", LOOK),
    Command("status", "maintain:status", MAINTAIN),
    Command("validate", "validate:validate", MAINTAIN),
    Command("gazetteer", "gazetteer:app", MAINTAIN),
    Command("evaluate", "evaluate:evaluate", MAINTAIN),
    Command("backup", "maintain:backup", MAINTAIN),
    Command("restore", "maintain:restore", MAINTAIN),
)


def make_app(names: Sequence[str] | None = None) -> typer.Typer:
    """Build the app with the commands called `names`, or with all of them.

    >>> make_app([]).info.name
    'lrtgraph'
    """
    app = typer.Typer(
        name="lrtgraph",
        help="Read minutes of Dutch governance tables into a graph in which every edge is proved by a sentence.",
        epilog="Start with: lrtgraph build MINUTES/  and then: lrtgraph who-owns Spreidingswet",
        pretty_exceptions_enable=False,
        rich_markup_mode=None if names else "rich",
    )
    app.callback()(_root)
    for command in COMMANDS:
        if names is None or command.name in names:
            module, _, attribute = command.target.partition(":")
            target = getattr(import_module(f"lrtgraph.cli.{module}"), attribute)
            if isinstance(target, typer.Typer):
                app.add_typer(target, name=command.name, rich_help_panel=command.panel)
            else:
                app.command(command.name, rich_help_panel=command.panel, add_help_option=not command.own_help)(target)
    return app


def _version(show: bool) -> None:
    if show:
        from lrtgraph import __version__

        typer.echo(f"lrtgraph {__version__}")
        raise typer.Exit


def _root(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Show the version."),
) -> None:
    """Read minutes of Dutch governance tables into a graph in which every edge is proved by a sentence."""


def _wanted(arguments: Sequence[str]) -> list[str] | None:
    """The one command that these arguments call; None where all are needed (help, completion).

    Raises InputError for a command that there is not.
    """
    if any(name.startswith("_LRTGRAPH_COMPLETE") for name in os.environ):
        return None
    if not arguments or arguments[0].startswith("-"):
        return None
    known = [command.name for command in COMMANDS]
    if arguments[0] not in known:
        from lrtgraph import queries

        if arguments[0] in queries.names():
            raise InputError(f"{arguments[0]} is a question, no command: `lrtgraph query {arguments[0]}`")
        raise InputError(mistakes.unknown_command(arguments[0], known))
    return [arguments[0]]


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit; whatever is wrong becomes one sentence on standard error and exit code 2."""
    argv = list(sys.argv[1:] if arguments is None else arguments)
    if _COMPLETING in os.environ:
        import_module("lrtgraph.cli.completion").join_words(os.environ)
    try:
        code = make_app(_wanted(argv))(args=argv or ["--help"], prog_name="lrtgraph", standalone_mode=False)
        sys.stdout.flush()
    except LrtgraphError as error:
        _fail(str(error))
    except mistakes.UsageError as error:
        _fail(mistakes.sentence(error, " ".join(["lrtgraph", *argv[:1]])))
    except (BrokenPipeError, SystemExit):
        # The reader of our output has gone (`| head`), for which typer exits itself: nothing is wrong, and nothing
        # can be told.
        _discard_output()
        code = 0
    except OSError as error:
        if error.filename is not None:
            raise
        _discard_output()
        _fail(f"the answer cannot be written: {error.strerror}")
    except (KeyboardInterrupt, typer.Abort):
        code = _STOPPED
    if code == _STOPPED:
        typer.echo("lrtgraph: stopped", err=True)
    sys.exit(code if isinstance(code, int) else 0)


def run() -> None:
    """The program: `main`, after which the process of a question ends at once.

    Taking the interpreter and all its modules apart costs a fifth of what a question takes, and a question leaves
    nothing behind that has to be tidied up. Who profiles or traces it needs its end. For the same reason a question
    seldom looks for garbage: while modules are imported there is none, and looking takes a quarter of that time.
    """
    asked = any(command.name in sys.argv[1:2] and command.panel in (ASK, LOOK) for command in COMMANDS)
    if asked:
        gc.set_threshold(_NEW_OBJECTS)
    try:
        main()
    except SystemExit as end:
        if asked and sys.getprofile() is None and sys.gettrace() is None:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(end.code if isinstance(end.code, int) else 0)
        raise


def _discard_output() -> None:
    """Let go of what is still to be written, which would fail once more at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _fail(message: str) -> NoReturn:
    typer.echo(f"lrtgraph: {' '.join(message.split())}", err=True)
    sys.exit(2)
