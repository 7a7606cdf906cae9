"""What sets two meetings apart: subjects, people at the table, outcomes, positions and figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Final

from pyoxigraph import NamedNode

from lrtgraph import names, queries
from lrtgraph.answers.events import meeting_of
from lrtgraph.answers.facts import evidence, ids
from lrtgraph.answers.rows import Evidence, Row, Rows, explained
from lrtgraph.sparql import Source
from lrtgraph.vocabulary import OUTCOME_KINDS, local_id

Value = str | int | float
Key = tuple[str, str, str]
"""An aspect, the ids of the concepts that it is about, and a further id."""

_Aspects = dict[Key, tuple[Value, tuple[Evidence, ...]]]

ASPECTS: Final = ("outcome", "settled", "subject", "position", "attendance", "figure")

_SETTLED: Final = frozenset({*OUTCOME_KINDS, "done", "dropped", "removed"})


@dataclass(frozen=True, slots=True)
class Difference(Row):
    """One thing that differs, and what each of two meetings has of it: a number or words, None for nothing of it.

    `what` is one of ASPECTS; `evidence` proves both sides, those of the first meeting before those of the second.
    """

    columns: ClassVar = ("what", "label", "first", "second")

    what: str
    id: str
    label: str
    first: Value | None
    second: Value | None
    evidence: tuple[Evidence, ...] = explained(())


def compare(source: Source, first: str, second: str, *, language: str = "nl") -> Rows[Difference]:
    """Where two meetings differ, aspect by aspect; what is the same in both is left out.

    Subjects come with the most spoken of first.

    The aspects: "outcome" (how many of each kind), "settled" (who must do or decided what, by when, and what came of
    tasks of earlier meetings), "subject" (how many facts about each instrument, group or place),
    "position" (who did what about what), "attendance" (each seat's status), "figure" (targets and counts). The
    meetings are named as in `summary`.

    Raises UnknownNameError where there is no such meeting.
    """
    one, two = (_aspects(source, NamedNode(meeting_of(source, name).iri)) for name in (first, second))
    keys = sorted(
        one.keys() | two.keys(),
        key=lambda key: (ASPECTS.index(key[0]), -_weight(one, two, key), *map(str.casefold, key[1:])),
    )
    called = names.short(source, {part for _, thing, _ in keys if thing for part in thing.split(" · ")}, language)
    words = names.terms(source, {extra.partition(",")[0] for *_, extra in keys if extra}, language)
    return Rows(
        (
            Difference(what, thing, _label(called, words, thing, extra), before, after, (*proof, *later_proof))
            for what, thing, extra in keys
            for before, proof in [one.get((what, thing, extra), (None, ()))]
            for after, later_proof in [two.get((what, thing, extra), (None, ()))]
            if before != after
        ),
        Difference,
    )


def _weight(one: _Aspects, two: _Aspects, key: Key) -> float:
    """How much there is of a subject in both meetings, which puts the great ones first; 0 for anything else."""
    values = (found[key][0] for found in (one, two) if key in found and key[0] == "subject")
    return sum(value for value in values if not isinstance(value, str))


def _label(called: Mapping[str, str], words: Mapping[str, str], thing: str, extra: str) -> str:
    """The thing by its name, and behind it, such as "(doel, plekken)", what of it is counted."""
    head, comma, unit = extra.partition(",")
    counted = words.get(head, head) + comma + unit
    named = " · ".join(called[part] for part in thing.split(" · ")) if thing else ""
    return f"{named} ({counted})" if named and counted else named or counted


def _aspects(source: Source, meeting: NamedNode) -> _Aspects:
    """What one meeting has under each key, with the proof."""
    found: dict[Key, list[tuple[Value | None, Evidence]]] = {}
    for key, value, row in _facts(source, meeting):
        found.setdefault(key, []).append((value, evidence(row)))
    return {
        key: (
            _together([value for value, _ in parts], "; " if key[0] == "settled" else ", "),
            tuple(dict.fromkeys(proof for _, proof in parts)),
        )
        for key, parts in found.items()
    }


def _facts(source: Source, meeting: NamedNode) -> Iterator[tuple[Key, Value | None, dict[str, Any]]]:
    """What a meeting's facts say, by key, each with its row; a fact that only counts has no value."""
    values = {"meeting": meeting}
    outcomes = list(queries.ask(source, "outcomes", values))
    statements = list(queries.ask(source, "positions", values))
    figures = list(queries.ask(source, "targets", values))
    for row in outcomes:
        yield ("outcome", "", row["kind"]), None, row
    for row in queries.ask(source, "meeting-summary", values):
        if row["what"] in _SETTLED:
            due = f" ({row['deadline']})" if isinstance(row["deadline"], date) else ""  # other terms stand in the words
            yield ("settled", " · ".join(ids(row["actors"])), row["what"]), row["quote"] + due, row
    for row in (*outcomes, *statements, *figures):
        for about in ids(row["abouts"]):
            yield ("subject", about, ""), None, row
    for row in statements:
        for speaker in ids(row["speakers"]):
            for about in ids(row["abouts"]):
                yield ("position", f"{speaker} · {about}", ""), local_id(row["act"]), row
    for row in queries.ask(source, "attendance", values):
        if row["seat"]:
            yield ("attendance", local_id(row["seat"]), ""), local_id(row["status"]), row
    for row in figures:
        for about in ids(row["abouts"]):
            yield ("figure", about, f"{local_id(row['status'])}, {row['unit'] or 'aantal'}"), row["value"], row


def _together(values: Iterable[Value | None], between: str) -> Value:
    """How many there are where they only count, else the different ones: one as it is, several as words in order."""
    found = list(values)
    different = list(dict.fromkeys(value for value in found if value is not None))
    if len(different) < 2:
        return different[0] if different else len(found)
    return between.join(value if isinstance(value, str) else f"{value:.10g}" for value in different)
