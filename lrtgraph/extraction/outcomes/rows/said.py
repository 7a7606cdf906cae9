"""Promises that were only said: contributions by which somebody commits, and which no outcome of the meeting records.

They are tasks as well: whoever asks who must do what expects them, with their terms and what came of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from lrtgraph.extraction.grammar.clauses import tokens_at
from lrtgraph.extraction.outcomes.rows.tasks import Places, with_tasks
from lrtgraph.extraction.outcomes.terms.timing import as_due, told_deadline
from lrtgraph.records import Outcome, Statement

if TYPE_CHECKING:
    from lrtgraph.extraction.context import Reading

_SURE: Final = 0.6
"""Confidence from which a contribution is taken for a promise."""


def with_promises(reading: Reading, said: Iterable[Statement], settled: tuple[Outcome, ...]) -> tuple[Statement, ...]:
    """What was `said`, with the task and the term of each promise that none of the outcomes records.

    In: a reading as those at the table mean it, statements, outcomes. Out: the statements in their order.
    """
    places = Places(reading)
    return tuple(replace(one, promise=_promise(reading, places, one, settled)) for one in said)


def _promise(reading: Reading, places: Places, said: Statement, settled: tuple[Outcome, ...]) -> Outcome | None:
    """A promise as the task that it would be if it had been recorded."""
    found = places.of(said.evidence) if said.act == "zegt_toe" and said.confidence >= _SURE else None
    if found is None or _records(settled, said):
        return None
    index, start, end = found
    told = told_deadline(reading, index, start, end, running=True)
    due = told and as_due(reading, index, tokens_at(reading.docs[index], start, end), "toezegging", told)
    task = Outcome(
        kind="toezegging",
        evidence=said.evidence,
        owners=said.speakers,
        partners=said.addressees,
        about=said.about,
        deadline=due.text if due else None,
        rule=said.rule,
        confidence=said.confidence,
        deadline_date=due.day.isoformat() if due and due.day else None,
    )
    return with_tasks(reading, [task])[0]


def _records(settled: tuple[Outcome, ...], statement: Statement) -> bool:
    """Whether one of the outcomes stands where the statement does."""
    start, end = statement.evidence.start, statement.evidence.end
    return any(one.evidence.start < end and start < one.evidence.end for one in settled)
