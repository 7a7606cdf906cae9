"""Commands that put a daily question to the graph."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from lrtgraph import names
from lrtgraph.answers.rows import Rows
from lrtgraph.cli import options
from lrtgraph.cli.hints import (
    OWING,
    SPEAKING,
    as_administration,
    asked_apart,
    both_of,
    nothing_of,
    owning,
    silent,
    unowned,
)
from lrtgraph.cli.print_answers import answer, one_more
from lrtgraph.cli.question_options import Asked, question
from lrtgraph.store import Store

if TYPE_CHECKING:
    from lrtgraph.answers.events import Event
    from lrtgraph.answers.outcomes import Settled
    from lrtgraph.answers.ownership import Ownership


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


@question
def who_owns(asked: Asked, name: options.Name, limit: options.Limit = 0) -> None:
    """Who owns or answers for something, in which role, with the proof.

    NAME is an instrument, plan or action. Where a meeting settled something about it, its owners come too. What no
    words state but a sentence probably shows has "likely" beside its basis, what words state that may mean less
    "unsure"; --explain tells how sure that is, and has each role in a row of its own.

    Example: lrtgraph who-owns Spreidingswet
    """
    from lrtgraph.answers.ownership import together
    from lrtgraph.answers.ownership import who_owns as ask

    answer(
        asked,
        lambda source: ask(source, name, asked.lang, **asked.held),
        most=limit,
        shown=lambda _, rows: _marked(rows if asked.explain else together(rows)),
        without=lambda source: unowned(source, name, chosen=any(asked.held.values())),
        beside=lambda source: owning(source, name),
    )


def _marked(rows: Rows[Ownership]) -> Rows[Ownership]:
    """Rows that say beside their basis what is in doubt."""
    return Rows((replace(row, basis=f"{row.basis}, {row.doubt}") if row.doubt else row for row in rows), rows.kind)


@question
def actions(
    asked: Asked,
    owner: options.Owner = None,
    partner: options.Partner = None,
    about: options.About = None,
    kind: Annotated[Owed | None, typer.Option("--kind", case_sensitive=False, help="Only of this kind.")] = None,
    still_open: Annotated[
        bool,
        typer.Option("--open", help="Only what no later minutes of the same table close, report on or list again."),
    ] = False,
    due_before: options.DueBefore = None,
    limit: options.Limit = 0,
) -> None:
    """Who must do what, by when.

    Actions, agreements and commitments, the latest meeting first, each with its status and the words that prove it.
    "toezegging, gezegd" is what somebody promised at the table and no outcome of the meeting records.

    --open leaves out what later minutes of the same table close or have on their list again: a row or line with a
    status ("afgerond", "vervalt", struck through), a sentence on a number ("Actie 3 is afgerond"), on the thing itself
    ("De brief is verstuurd") or on what was agreed ("Daarmee vervalt de afspraak van juni over de bonus"). The number
    decides, with the wording, the owner or the meeting whose minutes are approved; without one the same wording of the
    same owner, or that with the same thing was done what had to be done. What stood in no list also goes where a later
    outcome takes the same thing ("brief", "evaluatie") up for the same owner and instrument. In doubt it stays open;
    so does what is told not to have been done ("undone"). Where minutes say that a task was moved or handed over, its
    new deadline and owner are shown.

    Example: lrtgraph actions --owner JenV --open
    """
    from lrtgraph.answers.outcomes import actions as ask

    chosen = {"owner": owner, "partner": partner, "about": about, "kind": kind, "due_before": due_before}
    answer(
        asked,
        lambda source: ask(source, **chosen, open=still_open, **asked.held, language=asked.lang),
        most=limit,
        shown=lambda _, rows: _told(rows, "said" if asked.lang == "en" else "gezegd"),
        without=lambda source: nothing_of(source, about, acting=(owner, partner)),
        beside=lambda source: asked_apart(source, owner, OWING) or as_administration(source, partner),
    )


def _told(rows: Rows[Settled], said: str) -> Rows[Settled]:
    """Rows that have the word `said` beside the kind of what is recorded as no outcome."""
    marked = (replace(row, kind=f"{row.kind}, {said}") if row.basis == "gezegd" else row for row in rows)
    return Rows(marked, rows.kind)


@question
def decisions(
    asked: Asked, about: options.About = None, owner: options.Owner = None, limit: options.Newest = 0
) -> None:
    """What was decided, in the order of the meetings.

    Decisions, and what was approved or adopted. Where later minutes of the same table say that one holds no more ("Het
    besluit van juni wordt ingetrokken") and it can be told which, it has the status dropped, with the proof.

    Example: lrtgraph decisions --about CNO
    """
    from lrtgraph.answers.outcomes import decisions as ask

    answer(
        asked,
        lambda source: ask(source, about=about, owner=owner, **asked.held, language=asked.lang),
        most=-limit,
        without=lambda source: nothing_of(source, about, acting=(owner,)),
        beside=lambda source: as_administration(source, owner),
    )


@question
def positions(
    asked: Asked,
    name: options.Name,
    actor: options.Actor = None,
    act: Annotated[Act | None, typer.Option("--act", case_sensitive=False, help="Only this act.")] = None,
    limit: options.Newest = 0,
) -> None:
    """Who supports, requests, asks or objects.

    NAME is what it is about, or the actor whose positions they are; of one that never speaks, what others say about it.
    Where somebody takes a stand on a part or consequence ("geen boete"), and not on the law or plan itself, that stands
    as "under".

    Example: lrtgraph positions taakstelling --act bezwaar
    """
    from lrtgraph.answers.positions import positions as ask

    answer(
        asked,
        lambda source: ask(source, name, actor=actor, act=act, **asked.held, language=asked.lang),
        most=-limit,
        without=lambda source: nothing_of(source, *(name,) * bool(actor), acting=(actor or name,)),
        beside=lambda source: silent(source, name, actor) or asked_apart(source, actor or name, SPEAKING),
    )


@question
def timeline(asked: Asked, name: options.Name, limit: options.Newest = 0) -> None:
    """What happened to something or somebody, meeting by meeting.

    Example: lrtgraph timeline Spreidingswet
    """
    from lrtgraph.answers.events import timeline as ask

    def shown(source: Store, rows: Rows[Event]) -> Rows[Event]:
        """What each event is about, where that is not what the timeline is of."""
        known = names.resolve(source, name, asked.lang).id
        return Rows((replace(row, about=()) if known in row.about else row for row in rows), rows.kind)

    answer(
        asked,
        lambda source: ask(source, name, **asked.held, language=asked.lang),
        most=-limit,
        shown=shown,
        without=lambda source: nothing_of(source, acting=(name,)),
        beside=lambda source: both_of(source, name),
    )


_TEXT = "Words in any form, words* by how they begin, or a '\"phrase in quotes\"' as it is written."


@question
def search(
    asked: Asked,
    text: Annotated[str, typer.Argument(metavar="TEXT", help=_TEXT)],
    limit: options.Limit = 20,
) -> None:
    """Find words in what was said, settled and written.

    A name also finds its other names; compounds of a word come behind it, and a slip finds the word that was meant.

    What says something comes before headings; where few passages hold all words, those with some of them follow.

    Example: lrtgraph search "tekort aan woningen"
    """
    from lrtgraph.answers.searching import search as ask
    from lrtgraph.answers.searching import slips

    def read(source: Store) -> str | None:
        """Which words are taken for slips."""
        instead = (f"no document has '{word}'; '{meant}' is looked for" for word, meant in slips(source, text).items())
        return "; ".join(instead) or None

    answer(
        asked,
        lambda source: ask(source, text, limit=one_more(limit), **asked.held, language=asked.lang),
        most=limit,
        beside=read,
    )
