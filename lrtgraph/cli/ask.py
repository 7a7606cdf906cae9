"""Commands that put a daily question to the graph."""

from __future__ import annotations

import shlex
from enum import StrEnum
from typing import Annotated

import typer

from lrtgraph import names
from lrtgraph.cli import options
from lrtgraph.cli.answering import answer
from lrtgraph.store import Store


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
    name: options.Name,
    since: options.Since = None,
    until: options.Until = None,
    meeting: options.Meeting = None,
    store: options.Store = options.STORE_DEFAULT,
    form: options.Rows = options.Format.TABLE,
    explain: options.Explain = False,
    lang: options.Lang = options.Language.NL,
) -> None:
    """Who owns or answers for something, in which role, with the proof.

    NAME is an instrument, plan or action. Where a meeting settled something about it, its owners come too.

    Example: lrtgraph who-owns Spreidingswet
    """
    from lrtgraph.answers.ownership import who_owns as ask

    answer(
        store,
        lambda source: ask(source, name, lang, since=since, until=until, meeting=meeting),
        form, language=lang, explain=explain, without=lambda source: _unowned(source, name),
    )  # fmt: skip


def _unowned(source: Store, name: str) -> str:
    """What to say where no owner was found: who owns things is asked another way."""
    found = names.resolve(source, name)
    shown = f"`lrtgraph show {shlex.quote(found.id)}`"
    if names.is_actor(source, found.iri):
        return f"nothing found: {found.id} is an actor, and {shown} says what it owns"
    return f"nothing found: no owner is known of {found.id}; {shown} says what is"


def actions(
    owner: options.Owner = None,
    about: options.About = None,
    kind: Annotated[Owed | None, typer.Option("--kind", case_sensitive=False, help="Only of this kind.")] = None,
    still_open: Annotated[bool, typer.Option("--open", help="Only what no later outcome follows up.")] = False,
    due_before: options.DueBefore = None,
    since: options.Since = None,
    until: options.Until = None,
    meeting: options.Meeting = None,
    store: options.Store = options.STORE_DEFAULT,
    form: options.Rows = options.Format.TABLE,
    explain: options.Explain = False,
    lang: options.Lang = options.Language.NL,
) -> None:
    """Who must do what, by when.

    Actions, agreements and commitments, the latest meeting first.

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
    about: options.About = None,
    owner: options.Owner = None,
    since: options.Since = None,
    until: options.Until = None,
    meeting: options.Meeting = None,
    store: options.Store = options.STORE_DEFAULT,
    form: options.Rows = options.Format.TABLE,
    explain: options.Explain = False,
    lang: options.Lang = options.Language.NL,
) -> None:
    """What was decided, in the order of the meetings.

    Decisions, and what was approved or adopted.

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
    name: options.Name,
    actor: options.Actor = None,
    act: Annotated[Act | None, typer.Option("--act", case_sensitive=False, help="Only this act.")] = None,
    since: options.Since = None,
    until: options.Until = None,
    meeting: options.Meeting = None,
    store: options.Store = options.STORE_DEFAULT,
    form: options.Rows = options.Format.TABLE,
    explain: options.Explain = False,
    lang: options.Lang = options.Language.NL,
) -> None:
    """Who supports, requests, asks or objects.

    NAME is what it is about, or the actor whose positions they are.

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
    name: options.Name,
    since: options.Since = None,
    until: options.Until = None,
    meeting: options.Meeting = None,
    store: options.Store = options.STORE_DEFAULT,
    form: options.Rows = options.Format.TABLE,
    explain: options.Explain = False,
    lang: options.Lang = options.Language.NL,
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
    limit: options.Limit = 20,
    since: options.Since = None,
    until: options.Until = None,
    meeting: options.Meeting = None,
    store: options.Store = options.STORE_DEFAULT,
    form: options.Rows = options.Format.TABLE,
    explain: options.Explain = False,
    lang: options.Lang = options.Language.NL,
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
