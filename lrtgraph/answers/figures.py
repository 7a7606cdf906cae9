"""What is to be reached or was counted: the figures that minutes tell of a thing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from lrtgraph.answers.facts import facts, id_of, ids, iso
from lrtgraph.answers.rows import Evidence, Row, Rows, explained
from lrtgraph.sparql import Source, Term


@dataclass(frozen=True, slots=True)
class Figure(Row):
    """A number that sets or measures something: what is counted, as what, by when, and what it is about (ids).

    `status` is target, realised, forecast, need, gap or limit; `by` is an ISO date where the text gives one, else the
    words.
    """

    columns: ClassVar = ("value", "unit", "status", "by", "about", "meeting_label", "evidence")

    value: float
    unit: str | None
    status: str
    by: str | None
    about: tuple[str, ...]
    text: str
    meeting: str | None
    date: str | None
    evidence: tuple[Evidence, ...]
    confidence: float | None = explained()
    rule: str | None = explained()
    meeting_label: str | None = None
    fact: str | None = explained()

    @property
    def amount(self) -> str:
        """The number with what is counted.

        >>> Figure(2150.0, "plekken", "realised", None, (), "", None, None, ()).amount
        '2150 plekken'
        """
        return f"{self.value:.10g} {self.unit or ''}".rstrip()


def figures(source: Source, values: Mapping[str, Term], language: str = "nl") -> Rows[Figure]:
    """The figures by the parameters of the query `targets`, the earliest meeting first."""
    return Rows(
        (
            Figure(
                value=float(row["value"]),
                unit=row["unit"],
                status=id_of(row["status"]) or "",
                by=iso(row["by_date"]) or row["by_text"],
                about=ids(row["abouts"]),
                confidence=row["confidence"],
                rule=row["rule"],
                **shared,
            )
            for row, shared in facts(source, "targets", values, language)
        ),
        Figure,
    )
