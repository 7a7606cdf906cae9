"""Commands that show one thing or one meeting whole, or two meetings side by side."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from lrtgraph.cli.answering import answer, print_rows
from lrtgraph.cli.ask import Meeting, Name, Since, Until
from lrtgraph.cli.completion import meetings
from lrtgraph.cli.options import STORE_DEFAULT, Explain, Format, Lang, Language, Rows, Store


def show(
    name: Name,
    since: Since = None,
    until: Until = None,
    meeting: Meeting = None,
    store: Store = STORE_DEFAULT,
    form: Rows = Format.TABLE,
    explain: Explain = False,
    lang: Lang = Language.NL,
) -> None:
    """The card of an actor, instrument, person, place or meeting: what it is, owns, asked and promised.

    Example: lrtgraph show SJenV
    """
    from lrtgraph.answers.cards import show as ask
    from lrtgraph.store import open_store

    with open_store(store) as source:
        card = ask(source, name, since=since, until=until, meeting=meeting, language=lang)
    if form in (Format.JSON, Format.JSONL):
        print(json.dumps(card.as_json(explain), ensure_ascii=False, indent=1 if form == Format.JSON else None))
    else:
        print_rows(card.lines, form, language=lang, explain=explain)


def summary(
    name: Annotated[
        str,
        typer.Argument(metavar="MEETING|DOCUMENT", help="An id, label, date or file name.", autocompletion=meetings),
    ],
    store: Store = STORE_DEFAULT,
    form: Rows = Format.TABLE,
    explain: Explain = False,
    lang: Lang = Language.NL,
) -> None:
    """What a meeting settled, and who asked, supported or promised what.

    Example: lrtgraph summary 2022-11-09
    """
    from lrtgraph.answers.events import summary as ask

    answer(store, lambda source: ask(source, name, language=lang), form, language=lang, explain=explain)


def compare(
    first: Annotated[str, typer.Argument(metavar="MEETING", help="A meeting.", autocompletion=meetings)],
    second: Annotated[str, typer.Argument(metavar="MEETING", help="Another.", autocompletion=meetings)],
    store: Store = STORE_DEFAULT,
    form: Rows = Format.TABLE,
    explain: Explain = False,
    lang: Lang = Language.NL,
) -> None:
    """What sets two meetings apart: outcomes, subjects, positions, people at the table and figures.

    Example: lrtgraph compare 2022-11-09 003_1202948651acc853.txt
    """
    from lrtgraph.answers.comparing import compare as ask

    answer(store, lambda source: ask(source, first, second, language=lang), form, language=lang, explain=explain)
