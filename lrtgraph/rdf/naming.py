"""What the graph of a document calls things: its table and meeting, concepts, and the keys that outcomes share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain

from lrtgraph import vocabulary as v
from lrtgraph.notations import is_person
from lrtgraph.rdf.deputies import with_deputies
from lrtgraph.rdf.listing import listed_again
from lrtgraph.rdf.names import GazetteerLike, is_common, name_triples, names_in, unit_triples
from lrtgraph.rdf.tasks import (
    LISTED,
    ROWS,
    Pair,
    Sitting,
    again_keys,
    agreement_keys,
    ended_keys,
    instrument_keys,
    subject_keys,
    task_keys,
    thing_keys,
)
from lrtgraph.rdf.written import MASK, Term, clean, minted, node, string
from lrtgraph.records import AGREED, NUMBER, STANDING, Outcome, Record, Span, Statement, StatusReport


class Naming:
    """The names in one record's graph; `unlisted` are those that it must describe itself, as they are asked for."""

    def __init__(self, record: Record, gazetteer: GazetteerLike, with_persons: bool) -> None:
        self.sha = record.document.sha256
        self.gazetteer = gazetteer
        self.with_persons = with_persons
        self.body = record.table or record.meeting.body
        self.province = record.province if self.body == record.meeting.body else None
        self.record = record = with_deputies(record, self.province)
        self.names = None if with_persons else names_in(record, gazetteer)
        self.unlisted: dict[str, Iterable[Pair]] = {}
        self.bodies = {record.meeting.body, self.body, *(body for body, _ in record.meeting.approves)}

    def masked(self, text: str) -> str:
        """Text fit for RDF, with the names of persons blacked out where they are to be left out."""
        if self.names is not None:
            text = self.names.sub(lambda match: MASK * len(match[0]), text)
        return clean(text)

    def literal(self, text: str) -> Term:
        """Text as a literal, names of persons blacked out as in `masked`."""
        return string(self.masked(text))

    def concept(self, notation: str) -> Term:
        """The node of a concept; one that no gazetteer lists is described in the document's own graph."""
        own, notation = self.id_of(notation), self._shown(notation)
        if own != notation:
            self.unlisted[own] = unit_triples(own, notation, self.called(self.body) or self.record.document.source)
        elif notation not in self.gazetteer.concepts:
            acts = notation in self._acting
            self.unlisted[notation] = name_triples(notation, is_body=notation == self.body, acts=acts)
        return node(v.concept_iri(own))

    @cached_property
    def _acting(self) -> set[str]:
        """Whoever has a seat, speaks or is spoken to, has something to do or answers for something."""
        record = self.record
        groups = (
            (slot.concept or "" for slot in record.participants),
            *((*one.speakers, *one.addressees) for one in record.statements),
            *((*one.owners, *one.partners) for one in record.outcomes),
            (one.actor for one in record.ownership),
        )
        return {self._shown(notation) for notation in chain.from_iterable(groups)}

    def id_of(self, notation: str) -> str:
        """The id of a concept in the graph: what only a noun names ("secretariaat") is another at every table."""
        notation = self._shown(notation)
        if notation in self.gazetteer.concepts or notation in self.bodies or not is_common(notation):
            return notation
        return f"{(self.called(self.body) or self.sha[:16]).replace(' ', '_')}.{notation}"

    def _shown(self, notation: str) -> str:
        """An id without names that are to be left out: what no gazetteer lists may be called by the words of a list."""
        if self.names is None or notation in self.gazetteer.concepts or is_person(notation):
            return notation
        return self.masked(notation.replace("_", " ")).replace(" ", "_")

    def concepts(self, notations: Sequence[str]) -> Iterator[Term]:
        """The nodes of concepts, persons only where they are wanted."""
        for notation in notations:
            if self.with_persons or not is_person(notation):
                yield self.concept(notation)

    def meeting_iri(self, body: str | None, date: str | None) -> str:
        """The IRI of a meeting of this or another body; of a provincial table its own province tells it apart."""
        return v.meeting_iri(body, date, self.sha, self.province if body == self.body else None)

    def called(self, body: str | None) -> str | None:
        """What a meeting's label calls its body: the id, in words where no gazetteer lists it, and its province."""
        if body is None or body not in self.gazetteer.concepts:
            return body and body.replace("_", " ")
        own = self.province if body == self.body else None
        return f"{body} {own.partition(':')[2].replace('_', ' ')}" if own else body

    def keys(self, fact: Outcome | StatusReport) -> Iterator[Pair]:
        """By what outcomes and reports of several meetings find each other."""
        owners = [self.id_of(owner) for owner in fact.owners if self.with_persons or not is_person(owner)]
        if isinstance(fact, Outcome):
            things = fact.task.things if fact.task else ()
            subjects = fact.about if things else [one for one in fact.about if self._is_named(one, fact.evidence)]
            yield from instrument_keys(owners, subjects, things, self.gazetteer)
        if self.body is None or fact.task is None:
            return
        if isinstance(fact, Outcome) and fact.kind in ("besluit", "afspraak"):
            yield from agreement_keys(fact, self.setting, (self.record.meeting.date or "")[:7] or None)
            if fact.kind == "besluit":
                return
        if isinstance(fact, StatusReport) and fact.task.things[:1] and fact.task.things[0].split()[0] == AGREED:
            yield from ended_keys(fact, self.reporting)
            return
        if isinstance(fact, StatusReport) and fact.by_thing:
            yield from thing_keys(fact.task, self.reporting, owners, report=True)
            return
        if isinstance(fact, Outcome):
            yield from thing_keys(fact.task, self.setting, owners, listed=fact.rule in LISTED)
            if fact.rule in ROWS:
                yield from again_keys(fact.task, self.setting)
            for row in sorted(self.rows.get(fact.evidence, ())):
                yield node(v.TASK_THREAD), minted(v.task_thread_iri("row", self.sha, str(row)))
        if _may_close_by_subject(fact):
            sitting = self.reporting if isinstance(fact, StatusReport) else self.setting
            yield from subject_keys(owners, fact.about, fact.task, sitting, self.gazetteer)
        if owners or not fact.owners:
            report = isinstance(fact, StatusReport)
            told = report and fact.rule not in (NUMBER, STANDING)  # a bracket there is only a hint
            sitting = self.reporting if report else self.setting
            yield from task_keys(fact.task, sitting, owners, told=told, report=report)

    def closed_keys(self, task: Outcome) -> Iterator[Pair]:
        """By what a task that a row closes, and what an earlier or later list tells of it, find each other."""
        owners = [self.id_of(owner) for owner in task.owners if self.with_persons or not is_person(owner)]
        if self.body is not None and task.task is not None and (owners or not task.owners):
            yield from task_keys(task.task, self.setting, owners)

    def promised(self, statement: Statement) -> Outcome | None:
        """What a statement promises that no outcome is, nor a row of the list has again."""
        return None if statement.evidence in self._listed else statement.promise

    def thing_keys(self, statement: Statement, promise: Outcome) -> Iterator[Pair]:
        """By what a sentence on its thing finds a promise that was only said."""
        if self.body is not None and promise.task is not None:
            owners = [self.id_of(owner) for owner in statement.speakers if self.with_persons or not is_person(owner)]
            yield from thing_keys(promise.task, self.setting, owners)
            yield from subject_keys(owners, statement.about, promise.task, self.setting, self.gazetteer)
            yield from ((node(v.TASK_THING), string(thing)) for thing in promise.task.things)

    @cached_property
    def _listed(self) -> set[Span]:
        """Where promises stand that a row of the list has again."""
        told = (*self.record.outcomes, *(one.promise for one in self.record.statements if one.promise))
        return {told[place].evidence for place, _ in listed_again(told, self.gazetteer)}

    def _is_named(self, concept: str, evidence: Span) -> bool:
        """Whether the words of an outcome name what it is about, and not only the title over them."""
        return any(evidence.start <= start < evidence.end for start in self._named_at.get(concept, ()))

    @cached_property
    def _named_at(self) -> dict[str, list[int]]:
        """Where each concept is named."""
        found: dict[str, list[int]] = {}
        for mention in self.record.mentions:
            found.setdefault(mention.concept, []).append(mention.start)
        return found

    @cached_property
    def rows(self) -> dict[Span, set[int]]:
        """Where the rows and labels begin that have what stands there, for both, by their places."""
        outcomes, rows = self.record.outcomes, defaultdict[Span, set[int]](set)
        for pair in listed_again(outcomes, self.gazetteer):
            for place in pair:
                rows[outcomes[place].evidence].add(outcomes[pair[1]].evidence.start)
        return rows

    @cached_property
    def setting(self) -> Sitting:
        """The meeting as one that sets tasks."""
        meeting = self.record.meeting
        years = tuple(sorted({day[:4] for day in (meeting.earliest, meeting.latest) if day}))
        table = (self.id_of(self.body or ""), self.province or "")
        return Sitting(table, years, (*years, *([meeting.date] if meeting.date else ())))

    @cached_property
    def reporting(self) -> Sitting:
        """The meeting as one that reports on tasks of an earlier one, of the same year or the one before."""
        meeting, own = self.record.meeting, self.setting
        years = tuple(sorted({*own.years, *(str(int(year) - 1) for year in own.years[:1])}))
        approved = tuple(day for body, day in meeting.approves if body in (None, meeting.body))
        return Sitting(own.table, years, tuple(dict.fromkeys((*approved, *years))))


def _may_close_by_subject(fact: Outcome | StatusReport) -> bool:
    """Whether it is a task that stood in no list, or a report of a list: the two know each other by their subject."""
    return isinstance(fact, StatusReport) or (fact.kind != "besluit" and fact.rule not in LISTED)
