"""What typer says of a command line that it cannot take, as one sentence that says what to do.

Typer carries a copy of click of its own and exports one of its errors; the others are known by what they hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any, Final, cast

import typer

UsageError: Final = cast(type[Exception], typer.BadParameter.__mro__[1])
"""What typer raises for a command line that it cannot take."""

_PARAMETER: Final = re.compile(r"\w+=\S")
_QUOTED: Final = "put a name of several words in quotes"
_EXAMPLE: Final = re.compile(r"Example: (lrtgraph .+)")


def sentence(error: Any, called: str = "lrtgraph") -> str:
    """One sentence for a person; `called` is the command where the error does not know it.

    >>> sentence(typer.BadParameter("'pdf' is not what --format takes."))
    "'pdf' is not what --format takes; see `lrtgraph --help`"
    """
    context = error.ctx
    command = context.command_path if context else called
    param = getattr(error, "param", None)
    option: str = getattr(error, "option_name", "")
    if type(error).__name__ == "MissingParameter" and param is not None:
        example = _EXAMPLE.search(context.command.help or "") if context else None
        such_as = f", such as `{example[1]}`" if example else f"; see `{command} --help`"
        return f"`{command}` needs {called_for(param)}{such_as}"
    if param is not None and (choices := list(getattr(param.type, "choices", ()))):
        given = _given(error.message)
        return f"{param.opts[0]} is one of {', '.join(choices)}, not '{given}'{did_you_mean(given, choices)}"
    if param is not None and hasattr(param.type, "min"):
        return f"{param.opts[0]} is a whole number {_bounds(param.type)}, not '{_given(error.message)}'"
    if type(error).__name__ == "NoSuchOption":
        known = [name for each in context.command.params for name in each.opts if name.startswith("-")] + ["--help"]
        return f"`{command}` has no option {option}{did_you_mean(option, known) or f'; see `{command} --help`'}"
    if option:
        return f"{option} needs a value; see `{command} --help`"
    if extra := re.match(r"Got unexpected extra arguments?(?:\(s\))? \((.*)\)", error.message):
        options = [name for each in context.command.params for name in each.opts] if context else []
        meant = f"write --param {extra[1]}" if "--param" in options and _PARAMETER.match(extra[1]) else _QUOTED
        return f"`{command}` takes no '{extra[1]}' there; {meant}"
    if wrong := re.match(r"No such command '(.*?)'", error.message):
        return unknown_command(wrong[1], context.command.commands, command)
    if error.message.startswith("Missing command"):
        return f"`{command}` needs a command: {', '.join(context.command.commands)}; see `{command} --help`"
    return f"{error.message.rstrip('.')}; see `{command} --help`"


def unknown_command(name: str, known: Iterable[str], below: str = "lrtgraph") -> str:
    """What to say where a command is unknown.

    >>> unknown_command("who-own", ["who-owns", "show"])
    "`lrtgraph` has no command 'who-own'; did you mean who-owns?"
    """
    return f"`{below}` has no command '{name}'{did_you_mean(name, known) or f'; `{below} --help` lists them'}"


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """The near misses of a word, as the end of a sentence; empty where nothing comes near.

    >>> did_you_mean("tijdd", ["tijd", "posities"]), did_you_mean("xyz", ["tijd"])
    ('; did you mean tijd?', '')
    """
    near = get_close_matches(name, list(known), n=3, cutoff=0.7)
    return f"; did you mean {' or '.join(near)}?" if near else ""


def called_for(param: Any) -> str:
    """What a parameter is called in the help."""
    return str(param.metavar or param.opts[0])


def _given(message: str) -> str:
    """The value in a message like "'pdf' is not one of …"."""
    return message.partition(" is not ")[0].strip("'\"")


def _bounds(number: Any) -> str:
    return f"from {number.min} to {number.max}" if number.max is not None else f"from {number.min} on"
