"""Commands that put a question to the graph."""

from __future__ import annotations

from typing import Annotated

import typer

from lrtgraph.cli.answering import answer
from lrtgraph.cli.options import STORE_DEFAULT, Explain, Format, Lang, Language, Rows, Store

Name = Annotated[str, typer.Argument(metavar="NAME", help="An id, label or alias, in any case.")]


def who_owns(
    name: Name,
    store: Store = STORE_DEFAULT,
    form: Rows = Format.TABLE,
    explain: Explain = False,
    lang: Lang = Language.NL,
) -> None:
    """Who owns or answers for an instrument, a plan or an action, in which role, with the proof.

    Example: lrtgraph who-owns Spreidingswet
    """
    from lrtgraph.answers.ownership import who_owns as ask

    answer(store, lambda source: ask(source, name, lang), form, language=lang, explain=explain)
