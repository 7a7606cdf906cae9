"""The lines of a card, which people read: section by section, what is newest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar, Final, TypeVar

from lrtgraph import names
from lrtgraph import vocabulary as v
from lrtgraph.answers.attendance import Seat
from lrtgraph.answers.facts import IMPLIED
from lrtgraph.answers.figures import Figure
from lrtgraph.answers.outcomes import Settled
from lrtgraph.answers.ownership import Ownership, together
from lrtgraph.answers.positions import Position
from lrtgraph.answers.rows import Evidence, Row, Rows, explained
from lrtgraph.notations import GOVERNMENTS
from lrtgraph.sparql import Source

if TYPE_CHECKING:
    from lrtgraph.answers.cards import Card
    from lrtgraph.answers.events import Point

_TOLD: Final = ("steunt", "bezwaar", "verzoekt", "vraagt", "stelt_voor", "zegt_toe")
"""The acts that a card tells, in their order; who merely informs or answers is left to `positions`."""

R = TypeVar("R")
F = TypeVar("F", Position, Settled, Figure)


@dataclass(frozen=True, slots=True)
class Line(Row):
    """One line of a card: the section it stands in, its text, and the evidence where it states a fact.

    Curated knowledge has its `source` instead. `left_out` is how many more lines the section would have.
    """

    columns: ClassVar = ("section", "text", "meeting_label", "evidence")

    section: str
    text: str
    evidence: tuple[Evidence, ...] = ()
    meeting: str | None = explained()
    meeting_label: str | None = explained()
    source: str | None = explained()
    confidence: float | None = explained()
    rule: str | None = explained()
    left_out: int = explained(0)


def card_lines(source: Source, card: Card, language: str, most: int = 0) -> Rows[Line]:
    """The lines of a card, at most so many in a section that can grow long; 0 for all."""
    if card.kind == "Meeting":
        called = {actor for point in card.points for actor in point.actors}
        return Rows(_of_meeting(card, _Words(source, language, called, card)), Line)
    said = _said(card)
    shown = [row for rows in said.values() for row in (rows[: most + 1] if most else rows)]
    named = {each for row in shown for each in (*row.about, *row.speakers)}
    named.update(*(row.about for row in card.decided), *(row.about for row in card.figures))
    named.update(*(row.owners for row in card.owed))
    words = _Words(source, language, named, card)
    return Rows((*_of_thing(card, words, most), *_of_positions(card, said, words, most)), Line)


class _Words:
    """What people call the concepts, acts, kinds and statuses that a card holds by their ids."""

    def __init__(self, source: Source, language: str, concepts: Iterable[str], card: Card) -> None:
        due = (*card.promised, *card.owed)
        held = {
            *(row.status for row in card.attendance), *(row.kind for row in due),
            *(row.status or "" for row in due), *(row.status or "" for row in card.points),
            *(row.status for row in card.figures),
            *(row.act for row in card.positions), *(row.what for row in card.points),
            *(kind for _, kind in card.papers),
        }  # fmt: skip
        kind = v.LRT + card.kind
        self.kind = names.labels(source, [kind], language)[kind]
        self._concepts = names.short(source, concepts, language)
        self._terms = names.terms(source, held, language)

    def concepts(self, ids: Iterable[str]) -> str:
        return ", ".join(self._concepts[notation] for notation in ids)

    def term(self, notation: str) -> str:
        return self._terms.get(notation, notation)


def _listed(section: str, rows: Sequence[R], most: int, line: Callable[[R], Line]) -> Iterator[Line]:
    """A section's lines, and how many more there are; a single one more is no reason to leave it out."""
    kept = rows[:most] if most and len(rows) > most + 1 else rows
    yield from map(line, kept)
    if left_out := len(rows) - len(kept):
        yield Line(section, f"… and {left_out} more", left_out=left_out)


def _stated(section: str, text: str, row: Ownership | Settled | Position | Figure, source: str | None = None) -> Line:
    """The line of a fact."""
    return Line(section, text, row.evidence, row.meeting, row.meeting_label, source, row.confidence, row.rule)


def _proofs(row: Settled | Point) -> tuple[Evidence, ...]:
    """What proves an outcome and its status, once where the same words prove both."""
    return tuple(dict.fromkeys((*row.evidence, *row.status_evidence)))


def _part(whose: str, row: Ownership) -> str:
    """What somebody has in a thing, marked where that is in doubt."""
    return f"{whose}: {row.role}{f' ({row.doubt})' if row.doubt else ''}"


def _other_names(card: Card) -> list[str]:
    """The aliases that differ from label, id and each other by more than their case or an article."""
    known = {names.normal(card.label), names.normal(card.id)}
    others = []
    for alias in card.aliases:
        form = names.normal(alias).removeprefix("het ").removeprefix("de ")
        if form not in known:
            known.add(form)
            others.append(alias)
    return others


def _of_thing(card: Card, words: _Words, most: int) -> Iterator[Line]:
    """What a thing is, where it was met, and what it owns, is owned by, owes and is owed."""
    yield Line("name", card.label if card.label == card.id else f"{card.label} ({card.id})")
    yield Line("kind", words.kind)
    if card.definition:
        yield Line("definition", card.definition)
    if others := _other_names(card):
        yield Line("also", ", ".join(others))
    if card.mentions:
        times = "once" if card.mentions == 1 else f"{card.mentions} times"
        yield Line("mentioned", ", ".join((times, *([" to ".join(card.seen)] if card.seen else ()))))
    yield from _listed("at the table", list(_sat(card, words)), most, lambda line: line)

    def owned(section: str, whose: Callable[[Ownership], str]) -> Callable[[Ownership], Line]:
        return lambda row: _stated(section, _part(whose(row), row), row, None if row.evidence else row.source)

    def due(section: str, row: Settled, by: str = "") -> Line:
        told = (words.term(row.kind), row.deadline, row.status and words.term(row.status))
        line = _stated(section, by + ", ".join(part for part in told if part), row)
        return replace(line, evidence=_proofs(row))

    def owed(row: Settled) -> Line:
        return due("is owed", row, f"{words.concepts(row.owners)}: " if row.owners else "")

    yield from _listed("owns", together(card.owns), most, owned("owns", lambda row: row.instrument_label))
    for section, settled in (("owner", False), ("settled", True)):
        rows = [row for row in together(card.owners) if row.settled == settled]
        yield from _listed(section, rows, most, owned(section, lambda row: row.actor_label))
    yield from _listed("owes", card.promised, most, lambda row: due("owes", row))
    yield from _listed("is owed", card.owed, most, owed)
    decided = _newest_first(card.decided)
    yield from _listed("decided", decided, most, lambda row: _stated("decided", words.concepts(row.about), row))

    def counted(row: Figure) -> Line:
        others = words.concepts(each for each in row.about if each not in (card.id, row.unit))
        told = (row.amount, words.term(row.status), row.by, others)
        return _stated("figures", ", ".join(part for part in told if part), row)

    yield from _listed("figures", _newest_first(card.figures), most, counted)


def _of_positions(card: Card, said: dict[str, list[Position]], words: _Words, most: int) -> Iterator[Line]:
    """What the thing said, or what was said about it."""
    for act, rows in said.items():
        section = words.term(act)

        def line(row: Position, section: str = section) -> Line:
            who = words.concepts(row.speakers)  # on an administration's card: somebody else, about its place
            if card.id in row.speakers:
                who = words.concepts(row.about)
            elif card.id.startswith(GOVERNMENTS):
                who = f"{who} → {words.concepts(row.about)}"
            return _stated(section, f"{who} (implied)" if row.rule == IMPLIED else who, row)

        yield from _listed(section, rows, most, line)


def _said(card: Card) -> dict[str, list[Position]]:
    """The contributions that a card lists by their act, the latest first, without promises that it lists elsewhere."""
    owed = [proof for promise in card.promised for proof in promise.evidence]
    owed += (proof for owner in card.owners if owner.settled for proof in owner.evidence)
    found: dict[str, list[Position]] = {act: [] for act in _TOLD}
    for row in _newest_first(card.positions):
        if row.act in found and not (row.act == "zegt_toe" and _is_in(row.evidence, owed)):
            found[row.act].append(row)
    return found


def _newest_first(rows: Iterable[F]) -> list[F]:
    """Rows in the order of their meetings with the last meeting first, each meeting's in the order of its text."""
    meetings = [list(of_one) for _, of_one in groupby(rows, key=lambda row: row.meeting)]
    return [row for of_one in reversed(meetings) for row in of_one]


def _is_in(words: Iterable[Evidence], others: Iterable[Evidence]) -> bool:
    """Whether some of these words stand among the others."""
    known = list(others)
    return any(
        one.document == other.document and one.start < other.end and other.start < one.end
        for one in words
        for other in known
    )


def _sat(card: Card, words: _Words) -> Iterator[Line]:
    """Who sat for an actor, or where a person sat: how often, and where first and last; who sat last comes first."""
    found: dict[tuple[str, str], list[Seat]] = {}
    for row in reversed(card.attendance):
        other = row.seat_label if row.person == card.id else row.person_label
        found.setdefault((other or "", row.status), []).append(row)
    for (other, status), seats in found.items():
        rows = seats[::-1]
        meetings = list(dict.fromkeys(row.meeting_label or "?" for row in rows))
        where = meetings[0] if len(meetings) == 1 else f"{len(meetings)} meetings, {meetings[0]} to {meetings[-1]}"
        text = f"{other}, {words.term(status)}" if other else words.term(status)
        yield Line("at the table", f"{text}: {where}", rows[0].evidence, rows[0].meeting)


def _of_meeting(card: Card, words: _Words) -> Iterator[Line]:
    """A meeting's minutes, agenda and table, and what it settled, asked and promised."""
    yield Line("name", f"{card.label} ({card.id})")
    yield Line("kind", words.kind)
    yield Line("minutes", ", ".join(card.documents) or "none in this graph")
    for name, kind in card.papers:
        yield Line("papers", f"{name} ({words.term(kind)})")
    for item in card.agenda:
        yield Line("agenda", item)
    seated = Counter(f"{row.who}: {words.term(row.status)}" for row in card.attendance)
    for text, times in seated.items():
        yield Line("at the table", f"{text} ({times}×)" if times > 1 else text, meeting=card.id)
    for point in card.points:
        mark = " (implied)" if point.rule == IMPLIED else ""
        told = (words.concepts(point.actors) + mark, point.status and words.term(point.status))
        yield Line(
            words.term(point.what), ", ".join(part for part in told if part), _proofs(point), card.id,
            confidence=point.confidence, rule=point.rule,
        )  # fmt: skip
