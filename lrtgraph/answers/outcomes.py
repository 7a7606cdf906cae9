"""What meetings settled: who must do what, and what was decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from lrtgraph.answers.facts import facts, ids, iso, status_evidence
from lrtgraph.answers.rows import Evidence, Row, Rows, explained
from lrtgraph.queries.arguments import terms
from lrtgraph.sparql import Day, Source, Term


@dataclass(frozen=True, slots=True)
class Settled(Row):
    """Something that a meeting settled: a besluit, afspraak, actie or toezegging.

    `owners` must do it, `partners` are those it is done with or for, or was promised to, `about` what it concerns
    (ids); `deadline` is an ISO date where the text gives one, else the words. `status` is what the last later minutes
    of the same table that report on it say came of it (done, dropped, removed from the list, moved, transferred,
    running, undone: it should have been done by then), or else what its own row of a list says of it, proved by
    `status_evidence`; owners and deadline are those that it has by then. `basis` is "uitkomst", or "gezegd" for what
    somebody promised and no outcome records. Behind its own place, `evidence` has that of the row of
    a list, or the label, of the same minutes that has it again.
    """

    columns: ClassVar = (
        "kind",
        "owners",
        "partners",
        "about",
        "deadline",
        "status",
        "meeting_label",
        "evidence",
        "status_evidence",
    )

    kind: str
    text: str
    owners: tuple[str, ...]
    partners: tuple[str, ...]
    about: tuple[str, ...]
    deadline: str | None
    meeting: str | None
    date: str | None
    evidence: tuple[Evidence, ...]
    basis: str | None = None
    status: str | None = None
    status_evidence: tuple[Evidence, ...] = ()
    confidence: float | None = explained()
    rule: str | None = explained()
    meeting_label: str | None = None
    fact: str | None = explained()


def actions(
    source: Source,
    *,
    owner: str | None = None,
    partner: str | None = None,
    about: str | None = None,
    kind: str | None = None,
    open: bool = False,
    due_before: Day | None = None,
    since: Day | None = None,
    until: Day | None = None,
    meeting: str | None = None,
    language: str = "nl",
) -> Rows[Settled]:
    """Who must do what, by when: actions, agreements and commitments, the latest meeting first.

    `owner`, `partner` and `about` are names as people type them; `open` leaves out what later minutes of the same
    table close, report on or list again (see the query `actions`). `due_before`, `since` and `until` are ISO dates,
    the first of a deadline, the others of meetings; a deadline in words counts as before it where it was set before it.

    Raises UnknownNameError for a name that nothing has, QueryError for a wrong date or kind.
    """
    given = {"owner": owner, "partner": partner, "about": about, "kind": kind, "open": "ja" if open else None,
             "due_before": due_before, "since": since, "until": until, "meeting": meeting}  # fmt: skip
    return _ask(source, "actions", terms(source, given, language), language)


def decisions(
    source: Source,
    *,
    about: str | None = None,
    owner: str | None = None,
    since: Day | None = None,
    until: Day | None = None,
    meeting: str | None = None,
    language: str = "nl",
) -> Rows[Settled]:
    """What was decided, approved or adopted, the earliest meeting first; see `actions` for the arguments."""
    given = {"about": about, "owner": owner, "since": since, "until": until, "meeting": meeting}
    return _ask(source, "decisions", terms(source, given, language), language)


def _ask(source: Source, query: str, values: Mapping[str, Term], language: str) -> Rows[Settled]:
    return Rows(
        (
            Settled(
                kind=row["kind"],
                owners=ids(row["owners"]),
                partners=ids(row["partners"]),
                about=ids(row["abouts"]),
                deadline=iso(row["deadline"]) or row["deadline_text"],
                **({"basis": row["basis"]} if "basis" in row else {}),
                **({"status": row["status"], "status_evidence": status_evidence(row)} if "status" in row else {}),
                confidence=row["confidence"],
                rule=row["rule"],
                **shared,
            )
            for row, shared in facts(source, query, values, language)
        ),
        Settled,
    )
