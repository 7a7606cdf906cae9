"""The options that all questions take, written once: Typer reads them from a function's signature.

A command declares them by its first parameter, `asked: Asked` or `asked: Printed`, and `question` writes them out.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from inspect import Parameter, Signature, signature
from typing import Any, TypedDict

from lrtgraph.cli import options


class Held(TypedDict):
    """Which meetings count: from and up to an ISO date, or one of them."""

    since: str | None
    until: str | None
    meeting: str | None


@dataclass(frozen=True)
class Meetings:
    """The options that choose meetings."""

    since: options.Since = None
    until: options.Until = None
    meeting: options.Meeting = None

    @property
    def held(self) -> Held:
        """As what a question of the library takes."""
        return {"since": self.since, "until": self.until, "meeting": self.meeting}


@dataclass(frozen=True)
class Printed:
    """The options that say which graph is asked, and how its answer is printed."""

    store: options.Store = options.STORE_DEFAULT
    form: options.Rows = options.Format.TABLE
    explain: options.Explain = False
    lang: options.Lang = options.Language.NL


@dataclass(frozen=True)
class Asked(Printed, Meetings):
    """What most questions take: which meetings count, which graph is asked, and how its answer is printed."""


def question(ask: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that the class of its first parameter has, behind its own.

    >>> @question
    ... def likes(asked: Printed, name: str) -> None:
    ...     print(name, asked.form.value)
    >>> likes(name="VNG", store="x.db", form=options.Format.CSV, explain=False, lang=options.Language.NL)
    VNG csv
    >>> list(signature(likes).parameters)
    ['name', 'store', 'form', 'explain', 'lang']
    """
    first, *own = signature(ask, eval_str=True).parameters.values()
    shared: type[Any] = first.annotation
    more = list(signature(shared, eval_str=True).parameters.values())
    parameters = [each.replace(kind=Parameter.KEYWORD_ONLY) for each in (*own, *more)]

    @wraps(ask)
    def command(**values: Any) -> None:
        asked = shared(**{each.name: values.pop(each.name) for each in more})
        ask(asked, **values)

    command.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
    command.__annotations__ = {each.name: each.annotation for each in parameters}
    return command
