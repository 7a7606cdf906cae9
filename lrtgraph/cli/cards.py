"""Commands that show one thing or one meeting whole, or two meetings side by side."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from lrtgraph.answers.rows import Rows
from lrtgraph.cli.hints import both_of, meant_of
from lrtgraph.cli.options import CardName, Format, MeetingName, SomeMeeting
from lrtgraph.cli.output import FOR_PEOPLE, counted, note
from lrtgraph.cli.print_answers import answer, print_rows
from lrtgraph.cli.question_options import Asked, Printed, question
from lrtgraph.errors import InputError
from lrtgraph.store import Store

if TYPE_CHECKING:
    from lrtgraph.answers.events import Point


@question
def show(
    asked: Asked,
    name: CardName,
    limit: Annotated[
        int,
        typer.Option("--limit", min=0, metavar="N", help="In a table at most this many lines of a section; 0: all."),
    ] = 5,
) -> None:
    """The card of an actor, instrument, person, place or meeting.

    What it is, what it owns, asked, promised and objected to, and where it was first and last mentioned. A table has
    the newest lines of a section that has many; the forms for machines have all.

    Example: lrtgraph show SJenV
    """
    from lrtgraph.answers.cards import show as ask
    from lrtgraph.answers.origins import cite
    from lrtgraph.store import open_store

    with open_store(asked.store) as source:
        machine = asked.form in (Format.JSON, Format.JSONL)
        most = limit if asked.form in FOR_PEOPLE else 0
        card = ask(source, name, **asked.held, language=asked.lang, lines=not machine, most=most)
        hint = both_of(source, name) if card.kind != "Meeting" else None
        hint = hint or meant_of(source, card.id, name)
        if machine:
            indent = 1 if asked.form == Format.JSON else None
            plain = card.as_json(asked.explain)
            cite(source, plain)
            print(json.dumps(plain, ensure_ascii=False, indent=indent))
        else:
            print_rows(source, card.lines, asked)
            if any(line.left_out for line in card.lines):
                note(f"a section has at most {counted(limit, 'line')}: --limit 0 gives all")
        if hint:
            note(hint)


_NO_ITEM = "–"


@question
def summary(asked: Asked, name: SomeMeeting = None) -> None:
    """What a meeting settled, and who asked or promised what.

    Without MEETING: of all meetings between --since and --until, the earliest first.

    Example: lrtgraph summary 2022-11-09
    """
    from lrtgraph.answers.events import meeting_of, minutes_of, papers_of
    from lrtgraph.answers.events import summary as ask

    given = name or asked.meeting
    if given and (asked.since or asked.until or (name and asked.meeting)):
        raise InputError("a meeting has its own day: give MEETING alone, or a time by --since and --until")

    def nothing(source: Store) -> str:
        meeting = meeting_of(source, given) if given else None
        if meeting and not minutes_of(source, meeting.iri):
            papers = ", ".join(f"{name} ({kind})" for name, kind in papers_of(source, meeting.iri))
            there = f"only {papers}" if papers else "others only speak of it"
            return f"the minutes of {meeting.label} are not in this graph: {there}"
        return "nothing found"

    answer(
        asked,
        lambda source: ask(source, given, since=asked.since, until=asked.until, language=asked.lang),
        shown=lambda _, rows: Rows(_where_new(rows), rows.kind),
        without=nothing,
    )


def _where_new(rows: Iterable[Point]) -> Iterator[Point]:
    """The rows with their meeting and item of the agenda where these begin; a dash where none does behind one."""
    before: tuple[str | None, str | None] = (None, None)
    for row in rows:
        here = (row.meeting, row.item)
        label = None if row.meeting == before[0] else row.meeting_label
        yield replace(row, meeting_label=label, item=None if here == before else row.item or (before[1] and _NO_ITEM))
        before = here


@question
def compare(asked: Printed, first: MeetingName, second: MeetingName) -> None:
    """What sets two meetings apart.

    What each settled and whose it is, subjects, positions, people at the table and figures. Both are meetings with a
    day of their own, so there is no --since and --until here; `lrtgraph timeline` follows one subject through a time.

    Example: lrtgraph compare 2022-11-09 003_1202948651acc853.txt
    """
    from lrtgraph.answers.comparing import compare as ask
    from lrtgraph.answers.events import meeting_of

    answer(
        asked,
        lambda source: ask(source, first, second, language=asked.lang),
        heads=lambda source: {"first": meeting_of(source, first).label, "second": meeting_of(source, second).label},
        without=lambda _: "nothing sets these two apart",
    )
