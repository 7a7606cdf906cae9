"""Who sat at the table, for whom, and when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from lrtgraph import names, queries
from lrtgraph.answers.facts import evidence, id_of, iso
from lrtgraph.answers.rows import Evidence, Row, Rows, explained
from lrtgraph.sparql import Source, Term


@dataclass(frozen=True, slots=True)
class Seat(Row):
    """One slot of an attendance list: the seat (an office or organisation), the person in it, and the status.

    `status` is present, absent, replaced or replacement; `person` is None where the name is blanked out.
    """

    columns: ClassVar = ("seat_label", "person_label", "status", "meeting_label", "evidence")

    seat: str | None
    seat_label: str | None
    person: str | None
    person_label: str | None
    status: str
    meeting: str | None
    date: str | None
    evidence: tuple[Evidence, ...]
    meeting_label: str | None = explained()
    fact: str | None = explained()

    @property
    def who(self) -> str:
        """The seat and the person in it, in words."""
        return ", ".join(part for part in (self.seat_label, self.person_label) if part)


def attendance(source: Source, values: Mapping[str, Term], language: str = "nl") -> Rows[Seat]:
    """The slots of attendance lists, by the parameters of the query `attendance`, the earliest meeting first."""
    rows = list(queries.ask(source, "attendance", values))
    things = {row[part] for row in rows for part in ("seat", "person", "meeting") if row[part]}
    called = names.labels(source, things, language)
    return Rows(
        (
            Seat(
                seat=id_of(row["seat"]),
                seat_label=called.get(row["seat"]) or row["seat_label"],
                person=id_of(row["person"]),
                person_label=called.get(row["person"]),
                status=id_of(row["status"]) or "",
                meeting=id_of(row["meeting"]),
                date=iso(row["date"]),
                evidence=(evidence(row),),
                meeting_label=called.get(row["meeting"]),
                fact=row["fact"],
            )
            for row in rows
        ),
        Seat,
    )
