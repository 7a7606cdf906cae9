"""One record as the quads of one named graph.

Facts are nodes with their arguments, a confidence, the rule that made them and their evidence: a place in the
document's text (`oa:SpecificResource` with a position and a quote selector). The document keeps its exact text,
so that `text[oa:start:oa:end] == oa:exact` can be checked. A mention is its own evidence (NIF offsets), because
there are many of them. There is no clock in these quads.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import Quad, RdfFormat, parse

from lrtgraph import vocabulary as v
from lrtgraph.notations import PERSON, is_person
from lrtgraph.rdf.document import ABOUT, DocumentGraph
from lrtgraph.rdf.evidence import Told
from lrtgraph.rdf.names import GazetteerLike, person_of
from lrtgraph.rdf.stands import is_beside, stands
from lrtgraph.rdf.written import (
    Term,
    clean,
    day,
    decimal,
    dutch,
    is_date,
    minted,
    node,
    term,
)
from lrtgraph.records import (
    Outcome,
    Participant,
    Record,
    Responsibility,
    Statement,
    StatusReport,
    Target,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Written:
    """The named graph of one document in three pieces of TriG, each whole in itself, and what can be found in it."""

    facts: bytes
    evidence: bytes
    mentions: bytes
    told: Told

    @property
    def trig(self) -> bytes:
        """The pieces together."""
        return self.facts + self.evidence + self.mentions


def trig(record: Record, gazetteer: GazetteerLike, *, with_persons: bool = True) -> Written:
    """All that one document says, as TriG in UTF-8, in a fixed order: evidence, mentions, and everything else.

    Without persons there are no person nodes, no mentions of persons and no facts whose only speaker is a person;
    the names that were recognised are blacked out, letter by letter, in the text and in every quote, so that all
    offsets stay right.
    """
    return _Graph(record, gazetteer, with_persons).written()


def quads(record: Record, gazetteer: GazetteerLike, *, with_persons: bool = True) -> list[Quad]:
    """The same as quads, each once, those of mentions last."""
    written = trig(record, gazetteer, with_persons=with_persons)
    return list(dict.fromkeys(parse(written.trig, format=RdfFormat.TRIG)))


class _Graph(DocumentGraph):
    """The graph of one record, made in the order document, meeting, agenda, mentions, facts, names."""

    def written(self) -> Written:
        """All pieces, mentions first: they tell which names that no gazetteer lists need a node."""
        for mention in self.record.mentions:
            self.write_mention(mention)
        mentions = self.piece(self.lines)
        self.write_document()
        self.write_meeting(self.record.meeting)
        self.write_agenda()
        for participant in self.record.participants:
            self._attendance(participant)
        for outcome in self.record.outcomes:
            self._outcome(outcome)
        for statement in self.record.statements:
            for stand in stands(statement):
                self._statement(stand, statement)
        for target in self.record.targets:
            self._target(target)
        for responsibility in self.record.ownership:
            self._responsibility(responsibility)
        for one in self.record.unowned:
            about = (node(v.WITHOUT_OWNER), self.concept(one.instrument))
            self.fact("unowned", one, (v.UNOWNED,), (one.instrument,), about)
        for report in self.record.reports:
            self._report(report)
        self.about(self.meeting, *((term("dct:subject"), subject) for subject in sorted(self.subjects)))
        for notation, told in sorted(self.unlisted.items()):
            self.about(node(v.concept_iri(notation)), *told)
        return Written(self.piece(self.lines), self.piece(self.evidence.lines), mentions, self._told())

    def _told(self) -> Told:
        meeting = self.record.meeting
        iri = self.meeting_iri(self.body, meeting.date)
        date, latest = (one if one and is_date(one) else None for one in (meeting.date, meeting.latest))
        proofs, pages = self.evidence.proofs, self.evidence.pages
        named = tuple(sorted(set(self.named)))
        return Told(clean(self.record.document.source), iri, date, latest, self.text, proofs, pages, named)

    def _attendance(self, slot: Participant) -> None:
        key = (slot.status, slot.concept or "", slot.name or "")
        person = person_of(slot, self.persons) if self.with_persons and slot.name else None
        self.fact(
            "attendance",
            slot,
            (v.ATTENDANCE,),
            key,
            (node(v.STATUS), node(v.scheme_member(v.STATUS_SCHEME, slot.status))),
            (node(v.SEAT), self.concept(slot.concept) if slot.concept else None),
            (node(v.SEAT_LABEL), self.literal(slot.role) if slot.role else None),
            (node(v.PERSON_OF), self.concept(person) if person else None),
        )
        if person and slot.name and slot.name.replace(" ", "_") != person.removeprefix(PERSON):
            self.about(node(v.concept_iri(person)), (term("skos:altLabel"), dutch(slot.name)))

    def _outcome(self, outcome: Outcome) -> None:
        classes = (v.OUTCOME_KINDS[outcome.kind], v.OUTCOME)
        self.fact(
            "outcome",
            outcome,
            classes,
            (outcome.kind, *outcome.owners),
            *((node(v.OWNER), owner) for owner in self.concepts(outcome.owners)),
            *((node(v.PARTNER), partner) for partner in self.concepts(outcome.partners)),
            *((ABOUT, about) for about in self.concepts(outcome.about)),
            *self.keys(outcome),
            *self._term(outcome),
        )

    def _term(self, outcome: Outcome) -> Iterator[tuple[Term, Term]]:
        """The day by which it must be done, and the words for it where they are not just that day."""
        date, words = outcome.deadline_date, outcome.deadline
        if date:
            yield node(v.DEADLINE), day(date)
        if words and not (date and is_date(words)):
            yield node(v.DEADLINE_TEXT), self.literal(words)

    def _report(self, report: StatusReport) -> None:
        status = node(v.scheme_member(v.REPORT_STATUS_SCHEME, report.status))
        self.fact(
            "report",
            report,
            (v.STATUS_REPORT,),
            (report.status, report.task.number or ""),
            (node(v.REPORTED_STATUS), status),
            *self.keys(report),
            *(self._told_of_thing(report) if report.by_thing else ()),
        )

        if report.closed is not None:
            self._closed(report.closed)

    def _closed(self, task: Outcome) -> None:
        """A task as the row that closes it has it: no list may have told of it before."""
        self.fact(
            "closed",
            task,
            (v.CLOSED_TASK,),
            task.owners,
            *((node(v.OWNER), owner) for owner in self.concepts(task.owners)),
            *((node(v.PARTNER), partner) for partner in self.concepts(task.partners)),
            *((ABOUT, about) for about in self.concepts(task.about)),
            *self.closed_keys(task),
        )

    def _told_of_thing(self, report: StatusReport) -> Iterator[tuple[Term, Term]]:
        """What a sentence on a thing tells of it: instruments and receivers, who has it now, and the new term."""
        yield from ((node(v.TASK_ABOUT), concept) for concept in self.concepts(report.about))
        yield from ((node(v.TASK_RECEIVER), concept) for concept in self.concepts(report.partners))
        yield from ((node(v.TAKEN_OVER_BY), concept) for concept in self.concepts(report.takers))
        if report.deadline_date:
            yield node(v.NEW_DEADLINE), day(report.deadline_date)
        elif report.deadline:
            yield node(v.NEW_DEADLINE_TEXT), self.literal(report.deadline)

    def _statement(self, statement: Statement, said: Statement) -> None:
        """Write one fact of what was said (see `stands`)."""
        speakers = list(self.concepts(statement.speakers))
        if not speakers:
            return
        promise = self.promised(statement)
        self.fact(
            "statement",
            statement,
            (v.STATEMENT, v.SAID_PROMISE) if promise else (v.STATEMENT,),
            (statement.act, *statement.speakers),
            *((node(v.SPEAKER), speaker) for speaker in speakers),
            *((node(v.SPEAKING_PERSON), person) for person in self.concepts(statement.persons)),
            *((node(v.ADDRESSEE), addressee) for addressee in self.concepts(statement.addressees)),
            *((ABOUT, about) for about in self.concepts(statement.about)),
            *((node(v.ANSWERS), question) for question in self._questions(statement)),
            *(self._promise(statement, promise) if promise else ()),
            (node(v.BESIDES), minted(self._said(said)) if is_beside(statement, said) else None),
            act=(v.scheme_member(v.ACT_SCHEME, statement.act),),
        )

    def _promise(self, statement: Statement, promise: Outcome) -> Iterator[tuple[Term, Term]]:
        """The term of a promise that was only said, and by what later minutes tell of its thing."""
        yield from self.thing_keys(statement, promise)
        yield from self._term(promise)

    def _questions(self, statement: Statement) -> Iterator[Term]:
        """The questions that a statement answers, of those that are in the graph."""
        for asked in (self.record.statements[place] for place in statement.answers):
            if any(self.concepts(asked.speakers)):
                yield minted(self._said(asked))

    def _said(self, statement: Statement) -> str:
        """The IRI of the fact that a statement is first of all."""
        return self.iri("statement", statement.evidence, (statement.act, *statement.speakers))

    def _target(self, target: Target) -> None:
        by = target.by
        self.fact(
            "target",
            target,
            (v.TARGET,),
            (f"{target.value:g}", target.unit or "", target.status),
            (node(v.VALUE), decimal(target.value)),
            (node(v.UNIT), self.literal(target.unit) if target.unit else None),
            (node(v.BY_DATE), day(by) if by and is_date(by) else None),
            (node(v.BY_TEXT), self.literal(by) if by and not is_date(by) else None),
            (node(v.TARGET_STATUS), node(v.scheme_member(v.TARGET_STATUS_SCHEME, target.status))),
            *((ABOUT, about) for about in self.concepts(target.about)),
        )

    def _responsibility(self, owned: Responsibility) -> None:
        if not self.with_persons and is_person(owned.actor):
            return
        polarity = "ended" if owned.lost else "conditional" if owned.condition else "affirmed"
        self.fact(
            "responsibility",
            owned,
            (v.RESPONSIBILITY,),
            (owned.instrument, owned.actor, owned.role),
            (node(v.INSTRUMENT_OF), self.concept(owned.instrument)),
            (node(v.ACTOR_OF), self.concept(owned.actor)),
            (node(v.ROLE), dutch(self.masked(owned.role))),
            (node(v.ROLE_KIND), node(v.scheme_member(v.ROLE_SCHEME, owned.role_kind))),
            (node(v.BASIS), node(v.scheme_member(v.BASIS_SCHEME, "tekst"))),
            (node(v.POLARITY), node(v.scheme_member(v.POLARITY_SCHEME, polarity))),
            (node(v.CONDITION), self.literal(owned.condition) if owned.condition else None),
            (node(v.SINCE), self.literal(owned.since) if owned.since else None),
            (node(v.UNTIL), self.literal(owned.until) if owned.until else None),
        )
