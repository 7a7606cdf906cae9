"""Commands that put a daily question to the graph."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from lrtgraph.cli.answering import answer
from lrtgraph.cli.completion import actors, meetings, things
from lrtgraph.cli.options import STORE_DEFAULT, Explain, Format, Lang, Language, Rows, Store

Name = Annotated[str, typer.Argument(metavar="NAME", help="An id, label or alias, in any case.", autocompletion=things)]
Since = Annotated[str | None, typer.Option("--since", metavar="DATE", help="Only meetings from this date on (ISO).")]
Until = Annotated[str | None, typer.Option("--until", metavar="DATE", help="Only meetings up to this date (ISO).")]
Meeting = Annotated[
    str | None,
    typer.Option(
        "--meeting", metavar="MEETING", help="Only this meeting: id, date or document.", autocompletion=meetings
    ),
]
About = Annotated[
    str | None, typer.Option("--about", metavar="NAME", help="Only what concerns this.", autocompletion=things)
]


class Owed(StrEnum):
    """The kinds of outcome that somebody owes."""

    ACTIE = "actie"
    AFSPRAAK = "afspraak"
    TOEZEGGING = "toezegging"


class Act(StrEnum):
    """What a speaker does with a contribution."""

    INFORMEERT = "informeert"
    VERZOEKT = "verzoekt"
    STELT_VOOR = "stelt_voor"
    STEUNT = "steunt"
    BEZWAAR = "bezwaar"
    VRAAGT = "vraagt"
    ANTWOORDT = "antwoordt"
    ZEGT_TOE = "zegt_toe"


def who_owns(
    name: Name,
    since: Since = None,
    until: Until = None,
    meeting: Meeting = None,
    store: Store = STORE_DEFAULT,
    form: Rows = Format.TABLE,
    explain: Explain = False,
    lang: Lang = Language.NL,
) -> None:
    """Who owns or answers for an instrument, a plan or an action, in which role, with the proof.

    Example: lrtgraph who-owns Spreidingswet
    """
    from lrtgraph.answers.ownership import who_owns as ask

    answer(
        store,
        lambda source: ask(source, name, lang, since=since, until=until, meeting=meeting),
        form, language=lang, explain=explain,
    )  # fmt: skip


def actions(
    owner: Annotated[
        str | None, typer.Option("--owner", metavar="NAME", help="Only what this actor must do.", autocompletion=actors)
    ] = None,
    about: About = None,
    kind: Annotated[Owed | None, typer.Option("--kind", help="Only of this kind.")] = None,
    still_open: Annotated[bool, typer.Option("--open", help="Only what no later outcome follows up.")] = False,
    due_before: Annotated[
        str | None, typer.Option("--due-before", metavar="DATE", help="Only with a deadline before this date.")
    ] = None,
    since: Since = None,
    until: Until = None,
    meeting: Meeting = None,
    store: Store = STORE_DEFAULT,
    form: Rows = Format.TABLE,
    explain: Explain = False,
    lang: Lang = Language.NL,
) -> None:
    """Who must do what, by when: actions, agreements and commitments.

    Example: lrtgraph actions --owner JenV --open
    """
    from lrtgraph.answers.settled import actions as ask

    answer(
        store,
        lambda source: ask(
            source, owner=owner, about=about, kind=kind, open=still_open, due_before=due_before, since=since,
            until=until, meeting=meeting, language=lang,
        ),
        form, language=lang, explain=explain,
    )  # fmt: skip


def decisions(
    about: About = None,
    owner: Annotated[
        str | None, typer.Option("--owner", metavar="NAME", help="Only decisions of this body.", autocompletion=actors)
    ] = None,
    since: Since = None,
    until: Until = None,
    meeting: Meeting = None,
    store: Store = STORE_DEFAULT,
    form: Rows = Format.TABLE,
    explain: Explain = False,
    lang: Lang = Language.NL,
) -> None:
    """What was decided, approved or adopted, in the order of the meetings.

    Example: lrtgraph decisions --about CNO
    """
    from lrtgraph.answers.settled import decisions as ask

    answer(
        store,
        lambda source: ask(
            source, about=about, owner=owner, since=since, until=until, meeting=meeting, language=lang
        ),
        form, language=lang, explain=explain,
    )  # fmt: skip


def positions(
    name: Name,
    actor: Annotated[
        str | None, typer.Option("--actor", metavar="NAME", help="Only what this actor said.", autocompletion=actors)
    ] = None,
    act: Annotated[Act | None, typer.Option("--act", help="Only this act.")] = None,
    since: Since = None,
    until: Until = None,
    meeting: Meeting = None,
    store: Store = STORE_DEFAULT,
    form: Rows = Format.TABLE,
    explain: Explain = False,
    lang: Lang = Language.NL,
) -> None:
    """Who supports, requests, asks or objects: about an instrument, or by an actor.

    Example: lrtgraph positions taakstelling --act bezwaar
    """
    from lrtgraph.answers.positions import positions as ask

    answer(
        store,
        lambda source: ask(
            source, name, actor=actor, act=act, since=since, until=until, meeting=meeting, language=lang
        ),
        form, language=lang, explain=explain,
    )  # fmt: skip


def timeline(
    name: Name,
    since: Since = None,
    until: Until = None,
    meeting: Meeting = None,
    store: Store = STORE_DEFAULT,
    form: Rows = Format.TABLE,
    explain: Explain = False,
    lang: Lang = Language.NL,
) -> None:
    """What happened to something or somebody, meeting by meeting.

    Example: lrtgraph timeline Spreidingswet
    """
    from lrtgraph.answers.events import timeline as ask

    answer(
        store,
        lambda source: ask(source, name, since=since, until=until, meeting=meeting, language=lang),
        form, language=lang, explain=explain,
    )  # fmt: skip


def search(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="Words to find, in any inflection.")],
    limit: Annotated[int, typer.Option("--limit", min=1, max=1000, help="At most this many.")] = 20,
    since: Since = None,
    until: Until = None,
    meeting: Meeting = None,
    store: Store = STORE_DEFAULT,
    form: Rows = Format.TABLE,
    explain: Explain = False,
    lang: Lang = Language.NL,
) -> None:
    """Find words in what was said, settled and written.

    Example: lrtgraph search "tekort aan woningen"
    """
    from lrtgraph.answers.searching import search as ask

    answer(
        store,
        lambda source: ask(source, text, limit=limit, since=since, until=until, meeting=meeting),
        form, language=lang, explain=explain,
    )  # fmt: skip
