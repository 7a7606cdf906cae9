"""What sets two meetings apart: subjects, people at the table, outcomes, positions and figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from pyoxigraph import NamedNode

from lrtgraph import queries
from lrtgraph.answers.events import meeting_of
from lrtgraph.answers.reading import Labels, ids
from lrtgraph.answers.rows import Row, Rows
from lrtgraph.sparql import Source
from lrtgraph.vocabulary import local_id

Value = str | int | float


@dataclass(frozen=True, slots=True)
class Difference(Row):
    """One thing that differs, and what each of two meetings has of it: a number or words, None for nothing of it."""

    columns: ClassVar = ("what", "label", "first", "second")

    what: str
    id: str
    label: str
    first: Value | None
    second: Value | None


def compare(source: Source, first: str, second: str, *, language: str = "nl") -> Rows[Difference]:
    """Where two meetings differ, aspect by aspect; what is the same in both is left out.

    The aspects: "uitkomst" (how many of each kind), "onderwerp" (how many facts about each instrument, group or
    place), "positie" (who did what about what), "aanwezig" (each seat's status), "doel" (figures). The meetings are
    named as in `summary`.

    Raises UnknownNameError where there is no such meeting.
    """
    sides = [_aspects(source, NamedNode(meeting_of(source, name).iri)) for name in (first, second)]
    keys = sorted(sides[0].keys() | sides[1].keys(), key=lambda key: (_ORDER.index(key[0]), key[1:]))
    labels = Labels(source, language, {part for _, thing, _ in keys if thing for part in thing.split(" · ")})
    return Rows(
        (
            Difference(what, thing, _label(labels, thing, extra), sides[0].get(key), sides[1].get(key))
            for key in keys
            for what, thing, extra in [key]
            if sides[0].get(key) != sides[1].get(key)
        ),
        Difference,
    )


_ORDER = ("uitkomst", "onderwerp", "positie", "aanwezig", "doel")
Key = tuple[str, str, str]


def _label(labels: Labels, thing: str, extra: str) -> str:
    named = " · ".join(labels.concept(part) for part in thing.split(" · ")) if thing else ""
    return " ".join(part for part in (named, extra) if part)


def _aspects(source: Source, meeting: NamedNode) -> dict[Key, Value]:
    """What one meeting has, by (aspect, ids of concepts, further words)."""
    values = {"meeting": meeting}
    outcomes = list(queries.ask(source, "outcomes", values))
    statements = list(queries.ask(source, "positions", values))
    figures = list(queries.ask(source, "targets", values))
    found: dict[Key, Value] = dict(
        Counter(
            [("uitkomst", "", row["kind"]) for row in outcomes]
            + [("onderwerp", about, "") for row in [*outcomes, *statements, *figures] for about in ids(row["abouts"])]
        )
    )
    said = _gather(
        (("positie", f"{speaker} · {about}", ""), local_id(row["act"]).replace("_", " "))
        for row in statements
        for speaker in ids(row["speakers"])
        for about in ids(row["abouts"])
    )
    seats = _gather(
        (("aanwezig", local_id(row["seat"]), ""), local_id(row["status"]))
        for row in queries.ask(source, "attendance", values)
        if row["seat"]
    )
    numbers = _gather(
        (("doel", about, f"({local_id(row['status'])}, {row['unit'] or 'aantal'})"), row["value"])
        for row in figures
        for about in ids(row["abouts"])
    )
    return found | said | seats | numbers


def _gather(pairs: Iterable[tuple[Key, Value]]) -> dict[Key, Value]:
    """The different values of each key: one as it is, several as words in their order."""
    found: dict[Key, dict[Value, None]] = {}
    for key, value in pairs:
        found.setdefault(key, {})[value] = None
    return {key: next(iter(values)) if len(values) == 1 else _joined(values) for key, values in found.items()}


def _joined(values: Iterable[Value]) -> str:
    return ", ".join(value if isinstance(value, str) else f"{value:.10g}" for value in values)
