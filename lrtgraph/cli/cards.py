"""Commands that show one thing or one meeting whole, or two meetings side by side."""

from __future__ import annotations

import json

from lrtgraph.cli import options
from lrtgraph.cli.answering import answer, print_rows


def show(
    name: options.Name,
    since: options.Since = None,
    until: options.Until = None,
    meeting: options.Meeting = None,
    store: options.Store = options.STORE_DEFAULT,
    form: options.Rows = options.Format.TABLE,
    explain: options.Explain = False,
    lang: options.Lang = options.Language.NL,
) -> None:
    """The card of an actor, instrument, person, place or meeting.

    What it is, what it owns, asked, promised and objected to, and where it was first and last mentioned.

    Example: lrtgraph show SJenV
    """
    from lrtgraph.answers.cards import show as ask
    from lrtgraph.store import open_store

    with open_store(store) as source:
        card = ask(source, name, since=since, until=until, meeting=meeting, language=lang)
    if form in (options.Format.JSON, options.Format.JSONL):
        print(json.dumps(card.as_json(explain), ensure_ascii=False, indent=1 if form == options.Format.JSON else None))
    else:
        print_rows(card.lines, form, explain=explain)


def summary(
    meeting: options.MeetingName,
    store: options.Store = options.STORE_DEFAULT,
    form: options.Rows = options.Format.TABLE,
    explain: options.Explain = False,
    lang: options.Lang = options.Language.NL,
) -> None:
    """What a meeting settled, and who asked or promised what.

    Example: lrtgraph summary 2022-11-09
    """
    from lrtgraph.answers.events import summary as ask

    answer(store, lambda source: ask(source, meeting, language=lang), form, language=lang, explain=explain)


def compare(
    first: options.MeetingName,
    second: options.MeetingName,
    store: options.Store = options.STORE_DEFAULT,
    form: options.Rows = options.Format.TABLE,
    explain: options.Explain = False,
    lang: options.Lang = options.Language.NL,
) -> None:
    """What sets two meetings apart.

    Their outcomes, subjects, positions, people at the table and figures.

    Example: lrtgraph compare 2022-11-09 003_1202948651acc853.txt
    """
    from lrtgraph.answers.comparing import compare as ask
    from lrtgraph.answers.events import meeting_of

    answer(
        store,
        lambda source: ask(source, first, second, language=lang),
        form, language=lang, explain=explain,
        heads=lambda source: {"first": meeting_of(source, first).label, "second": meeting_of(source, second).label},
    )  # fmt: skip
