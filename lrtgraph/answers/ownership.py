"""Who owns or answers for an instrument."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Final

from pyoxigraph import NamedNode

from lrtgraph import names, queries
from lrtgraph.answers.facts import Labels, evidence, id_of, ids, iso
from lrtgraph.answers.overseers import named_later, oversees
from lrtgraph.answers.quotes import readable
from lrtgraph.answers.rows import Evidence, Row, Rows, explained
from lrtgraph.queries.arguments import terms
from lrtgraph.sparql import Day, Source, Term
from lrtgraph.vocabulary import ROLE_ORDER, concept_iri, local_id

_LIKELY: Final = "responsibility.likely"
"""The rule of what no words state but a clause probably shows."""
_UNSURE: Final = 0.5
"""What words state with less confidence than this is more often wrong than right (`tests/gold/README.md`)."""
_HANDED: Final = frozenset({"task", "execution", "drafting"})
_PHRASE: Final = 72  # characters of an outcome's words that stand for it as a role


@dataclass(frozen=True, slots=True)
class Ownership(Row):
    """Who answers for an instrument, in which role; `meeting` and `date` are of the first of its evidence.

    `basis` is "tekst" for what a document says and "kennis" for what is curated (with a `source`); `polarity` is
    "affirmed", "conditional" or "ended" (who hands it over); `settled` marks the owners of outcomes. What an actor had
    before he handed it over has the day of that in its role, and supervision of which a later meeting says that it is
    another's has his name and that day.
    """

    columns: ClassVar = ("actor_label", "role", "basis", "meeting_label", "evidence")

    instrument: str
    instrument_label: str
    actor: str
    actor_label: str
    role: str
    basis: str
    polarity: str | None
    meeting: str | None
    date: str | None
    confidence: float | None
    evidence: tuple[Evidence, ...]
    role_kind: str = explained("task")
    since: str | None = explained()
    until: str | None = explained()
    condition: str | None = explained()
    rule: str | None = explained()
    source: str | None = explained()
    settled: bool = explained(False)
    meeting_label: str | None = None
    latest: str | None = explained()
    fact: str | None = explained()
    ended: str | None = explained()
    """The day of the last meeting that it was handed over in or said to be another's, where it is had no more."""
    later: tuple[str, ...] = explained(())
    """Who supervises by what that meeting said, where it did not speak of a handover."""

    @property
    def likely(self) -> bool:
        """Whether no words state it, but a model finds that its evidence probably shows it."""
        return self.rule == _LIKELY

    @property
    def doubt(self) -> str | None:
        """What a table says beside its basis: "likely", or "unsure" of what is stated in words that may mean less."""
        if self.likely:
            return "likely"
        return "unsure" if self.confidence is not None and self.confidence < _UNSURE else None


def who_owns(
    source: Source,
    name: str,
    language: str = "nl",
    *,
    since: Day | None = None,
    until: Day | None = None,
    meeting: str | None = None,
) -> Rows[Ownership]:
    """Who owns or answers for what `name` means, each in a role and with its evidence, the surest answer first.

    What is stated for sure comes first, then the owners of what meetings settled about it ("actie: …"), so that the
    question also serves for plans, actions and actors, then what is only likely or unsure, then what was handed over
    since or is another's by a later meeting, last what is known from elsewhere than the documents. Task and supervision
    come before decision, drafting and execution, what several meetings say before what one says, a later meeting before
    an earlier one.
    With `since` and `until` (ISO dates) or a `meeting` only what such meetings said counts.

    Raises UnknownNameError where nothing has this name, QueryError for a wrong date.
    """
    concept = names.resolve(source, name, language)
    term = NamedNode(concept.iri)
    held = terms(source, {"since": since, "until": until, "meeting": meeting}, language)
    stated = list(_read(queries.ask(source, "who-owns", {"instrument": term, **held})))
    settled = _not_stated(_settled(source, concept.id, {"about": term, **held}), stated)
    documents = [row for row in stated if row.basis == "tekst"]
    told = list(_overtaken(_until_handed_over(documents), named_later(source, documents)))
    known = [row for row in stated if row.basis != "tekst"]
    present, former = ([row for row in told if (row.ended is not None) == over] for over in (False, True))
    surest = _most_told_first(_merge(present))
    sure, doubtful = ([row for row in surest if (row.doubt is not None) == doubt] for doubt in (False, True))
    rows = [*sure, *_merge(list(settled)), *doubtful, *_merge(former), *_merge(known)]
    return _labelled(source, rows, language)


def owned_by(
    source: Source,
    name: str,
    language: str = "nl",
    *,
    since: Day | None = None,
    until: Day | None = None,
    meeting: str | None = None,
) -> Rows[Ownership]:
    """What an actor owns or answers for; see `who_owns` for the order and the arguments.

    Raises UnknownNameError where nothing has this name, QueryError for a wrong date.
    """
    actor = names.resolve(source, name, language)
    values = terms(source, {"since": since, "until": until, "meeting": meeting}, language)
    owned = list(_read(queries.ask(source, "what-owns", {"actor": NamedNode(actor.iri), **values})))
    overseen = [NamedNode(concept_iri(name)) for name in sorted({row.instrument for row in owned if oversees(row)})]
    told = (row for one in overseen for row in _read(queries.ask(source, "who-owns", {"instrument": one, **values})))
    later = named_later(source, told)
    return _labelled(source, list(_overtaken(_until_handed_over(owned), later)), language)


def _until_handed_over(rows: Iterable[Ownership]) -> Iterator[Ownership]:
    """The rows, what an actor had before a meeting in which he handed the instrument over with the day of that.

    Who oversees or decides does so still when he hands over what he carries out.
    """
    told = list(rows)
    days = sorted((row.instrument, row.actor, row.latest) for row in told if row.polarity == "ended" and row.latest)
    handed = {(instrument, actor): day for instrument, actor, day in days}
    for row in told:
        day = handed.get((row.instrument, row.actor))
        before = day is not None and row.latest is not None and row.latest < day
        if before and row.role_kind in _HANDED and row.basis == "tekst":
            yield replace(row, role=f"{row.role}, tot {day}", ended=day)
        else:
            yield replace(row, ended=row.latest) if row.polarity == "ended" else row


def _overtaken(rows: Iterable[Ownership], later: Mapping[str, tuple[str, tuple[str, ...]]]) -> Iterator[Ownership]:
    """The rows, those that a later meeting says something else than with its day and whom it names."""
    for row in rows:
        if row.ended is None and row.fact is not None and row.fact in later:
            day, named = later[row.fact]
            yield replace(row, ended=day, later=named)
        else:
            yield row


def _labelled(source: Source, rows: Sequence[Ownership], language: str) -> Rows[Ownership]:
    """The rows with what people call their instruments, actors and meetings."""
    concepts = (notation for row in rows for notation in (row.instrument, row.actor, *row.later))
    labels = Labels(source, language, concepts, (row.meeting for row in rows))
    return Rows(
        (
            replace(
                row,
                role=_with_later(row, [labels.concept(actor) for actor in row.later]),
                instrument_label=labels.concept(row.instrument),
                actor_label=labels.concept(row.actor),
                meeting_label=labels.meeting(row.meeting),
            )
            for row in rows
        ),
        Ownership,
    )


def _with_later(row: Ownership, named: Sequence[str]) -> str:
    """The role, and whom a later meeting names in it."""
    return f"{row.role} (later: {', '.join(named)}, {row.ended})" if named else row.role


def _read(rows: Iterable[Mapping[str, Any]]) -> Iterator[Ownership]:
    for row in rows:
        yield Ownership(
            instrument=local_id(row["instrument"]),
            instrument_label="",
            actor=local_id(row["actor"]),
            actor_label="",
            role=row["role"],
            basis=local_id(row["basis"]),
            polarity=id_of(row["polarity"]),
            meeting=id_of(row["meeting"]),
            date=iso(row["date"]),
            confidence=row["confidence"],
            evidence=(evidence(row),) if row["quote"] is not None else (),
            role_kind=local_id(row["role_kind"]),
            since=row["since_text"],
            until=row["until_text"],
            condition=row["condition"],
            rule=row["rule"],
            source=row["source"],
            latest=iso(row["latest"]),
            fact=row["fact"],
        )


def _settled(source: Source, instrument: str, values: Mapping[str, Term]) -> Iterator[Ownership]:
    """The owners of what meetings settled about it."""
    for row in queries.ask(source, "outcomes", values):
        for owner in ids(row["owners"]):
            yield Ownership(
                instrument=instrument,
                instrument_label="",
                actor=owner,
                actor_label="",
                settled=True,
                role=f"{row['kind']}: {textwrap.shorten(readable(row['quote']), _PHRASE, placeholder=' …')}",
                basis="tekst",
                polarity="affirmed",
                meeting=id_of(row["meeting"]),
                date=iso(row["date"]),
                confidence=row["confidence"],
                evidence=(evidence(row),),
                until=iso(row["deadline"]) or row["deadline_text"],
                rule=row["rule"],
                latest=iso(row["latest"]),
                fact=row["fact"],
            )


def _not_stated(settled: Iterable[Ownership], stated: Iterable[Ownership]) -> Iterator[Ownership]:
    """The owners of outcomes for whom no responsibility was read from (some of) the same words."""
    told: dict[tuple[str, str], list[Evidence]] = {}
    for row in stated:
        for proof in row.evidence:
            told.setdefault((row.actor, proof.document), []).append(proof)
    for row in settled:
        words = row.evidence[0]
        proofs = told.get((row.actor, words.document), ())
        if not any(proof.start < words.end and words.start < proof.end for proof in proofs):
            yield row


def _most_told_first(rows: list[Ownership]) -> list[Ownership]:
    """In the order of the kinds of role, within a kind by how many documents say so; else as they come."""

    def rank(row: Ownership) -> tuple[int, int]:
        return ROLE_ORDER.index(row.role_kind), -len({proof.document for proof in row.evidence})

    return sorted(rows, key=rank)


def _merge(rows: list[Ownership]) -> list[Ownership]:
    """One row for the same actor in the same role, with the evidence of all of them, best first; what is in doubt
    proves nothing that is stated.
    """
    merged: dict[tuple[str, str, str, str | None], Ownership] = {}
    for row in rows:
        key = (row.actor, row.role, row.basis, row.doubt)
        known = merged.setdefault(key, row)
        merged[key] = replace(known, evidence=tuple(dict.fromkeys(known.evidence + row.evidence)))
    return list(merged.values())


def together(rows: Iterable[Ownership]) -> Rows[Ownership]:
    """The rows as people read them: what an actor has in parts of one kind, which no time or condition sets apart, is
    one row ("opstellen; werkt eraan"), and so is an outcome with all its owners.
    """
    found: dict[tuple[object, ...], list[Ownership]] = {}
    for row in rows:
        alone = row.basis != "tekst" or row.condition or row.since or row.until or row.ended
        key = (row.fact,) if row.settled or alone else (row.instrument, row.actor, row.role_kind, row.doubt)
        found.setdefault(key, []).append(row)
    return Rows(map(_one, found.values()), Ownership)


def _one(rows: Sequence[Ownership]) -> Ownership:
    """Rows as one, with what the first of them has for what they differ in beside actor, role and evidence."""

    def listed(values: Iterable[str]) -> str:
        return "; ".join(dict.fromkeys(values))

    proofs = (proof for row in rows for proof in row.evidence)
    return replace(
        rows[0],
        actor_label=listed(row.actor_label for row in rows),
        role=listed(row.role for row in rows),
        evidence=tuple(dict.fromkeys(proofs)),
    )
