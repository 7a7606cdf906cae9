"""One record as the quads of one named graph.

Facts are nodes with their arguments, a confidence, the rule that made them and their evidence: a place in the
document's text (`oa:SpecificResource` with a position and a quote selector). The document keeps its exact text,
so that `text[oa:start:oa:end] == oa:exact` can be checked. A mention is its own evidence (NIF offsets), because
there are many of them. There is no clock in these quads.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from pyoxigraph import Quad, RdfFormat, parse

from lrtgraph import vocabulary as v
from lrtgraph.notations import PERSON, is_person
from lrtgraph.rdf.evidence import Evidence, Told
from lrtgraph.rdf.names import GazetteerLike, meeting_label, person_of
from lrtgraph.rdf.naming import Naming
from lrtgraph.rdf.stands import is_beside, stands
from lrtgraph.rdf.written import (
    HEADER,
    Term,
    clean,
    day,
    decimal,
    dutch,
    is_date,
    link,
    minted,
    node,
    plain,
    string,
    term,
    whole,
)
from lrtgraph.records import (
    Meeting,
    Mention,
    Outcome,
    Participant,
    Record,
    Responsibility,
    Span,
    Statement,
    StatusReport,
    Target,
    Unowned,
)  # fmt: skip

_TYPE: Final = term("rdf:type")
_SUBJECT: Final = term("dct:subject")
_ABOUT: Final = node(v.ABOUT)


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


class _Graph(Naming):
    """The graph of one record, made in the order document, meeting, agenda, mentions, facts, names."""

    def __init__(self, record: Record, gazetteer: GazetteerLike, with_persons: bool) -> None:
        super().__init__(record, gazetteer, with_persons)
        self.lines: list[str] = []
        self.subjects: set[Term] = set()
        self.document = node(v.document_iri(self.sha))
        self.meeting = node(self.meeting_iri(self.body, record.meeting.date))
        self.text = self.masked(record.document.text)
        self.items = [node(v.fact_iri(self.sha, "item", a.start, a.end)) for a in record.agenda]
        self.persons = [mention for mention in record.mentions if is_person(mention.concept)]
        self.evidence = Evidence(record.document, self.text)
        self.named: list[tuple[int, int, str]] = []

    def about(self, subject: Term, *pairs: tuple[Term, Term | None]) -> None:
        """Write what holds of a subject: predicates with their values, but for those without one."""
        said = " ; ".join([f"{predicate} {value}" for predicate, value in pairs if value is not None])
        if said:
            self.lines.append(f"{subject} {said} .\n")

    def written(self) -> Written:
        """All pieces, mentions first: they tell which names that no gazetteer lists need a node."""
        for mention in self.record.mentions:
            self._mention(mention)
        mentions = self._piece(self.lines)
        self._document()
        self._meeting(self.record.meeting)
        self._agenda()
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
            self._fact("unowned", one, (v.UNOWNED,), (one.instrument,), about)
        for report in self.record.reports:
            self._report(report)
        self.about(self.meeting, *((_SUBJECT, subject) for subject in sorted(self.subjects)))
        for notation, told in sorted(self.unlisted.items()):
            self.about(node(v.concept_iri(notation)), *told)
        return Written(self._piece(self.lines), self._piece(self.evidence.lines), mentions, self._told())

    def _piece(self, lines: list[str]) -> bytes:
        """Lines in the document's graph, which are taken."""
        body = "".join(lines)
        lines.clear()
        return f"{HEADER}{node(v.graph_iri(self.sha))} {{\n{body}}}\n".encode() if body else b""

    def _told(self) -> Told:
        meeting = self.record.meeting
        iri = self.meeting_iri(self.body, meeting.date)
        date, latest = (one if one and is_date(one) else None for one in (meeting.date, meeting.latest))
        proofs, pages = self.evidence.proofs, self.evidence.pages
        named = tuple(sorted(set(self.named)))
        return Told(clean(self.record.document.source), iri, date, latest, self.text, proofs, pages, named)

    def _document(self) -> None:
        document, meeting = self.record.document, self.record.meeting
        known = document.metadata
        report_date = meeting.report_date
        self.about(
            self.document,
            (_TYPE, node(v.DOCUMENT)),
            (_TYPE, term("nif:Context")),
            (term("rdfs:label"), string(document.source)),
            (term("dct:identifier"), string(document.sha256)),
            (term("dct:format"), string(document.media_type)),
            (term("dct:type"), node(v.scheme_member(v.DOCUMENT_KIND_SCHEME, self.record.kind))),
            (term("dct:title"), self.literal(known.title) if known.title else None),
            (term("dct:source"), link(known.url) if known.url else None),
            (term("dct:license"), link(known.licence) if known.licence else None),
            (node(v.REPORTS_ON), self.meeting),
            (node(v.REPORT_DATE), day(report_date) if report_date and is_date(report_date) else None),
            (term("nif:isString"), plain(self.text)),
        )

    def _meeting(self, meeting: Meeting) -> None:
        self._meeting_core(self.meeting, self.body, meeting.date, meeting_label(meeting, self.called(self.body)))
        table = self.record.table
        if table and table in self.gazetteer.concepts:  # a list of the user's own may not say that it meets
            self.about(node(v.concept_iri(table)), (_TYPE, node(v.BODY)))
        dates = ((v.DATE, meeting.date), (v.EARLIEST, meeting.earliest), (v.LATEST, meeting.latest))
        for predicate, date in dates[1:]:
            if date and is_date(date):
                self.about(self.meeting, (node(predicate), day(date)))
        words = ((v.START_TIME, meeting.start), (v.END_TIME, meeting.end), (v.PLACE_NAME, meeting.place))
        for predicate, word in words:
            if word:
                self.about(self.meeting, (node(predicate), self.literal(word)))
        for named, date in meeting.approves:
            body = self.body if named in (None, meeting.body) else named
            if body is None:
                continue
            earlier = node(self.meeting_iri(body, date))
            self._meeting_core(earlier, body, date, f"{self.called(body)} {date}")
            self.about(self.meeting, (node(v.APPROVES_MINUTES_OF), earlier))

    def _meeting_core(self, subject: Term, body: str | None, date: str | None, label: str) -> None:
        self.about(
            subject,
            (_TYPE, node(v.MEETING)),
            (term("rdfs:label"), string(label or self.record.document.source)),
            (node(v.BODY_OF), self.concept(body) if body else None),
            (node(v.DATE), day(date) if date and is_date(date) else None),
        )

    def _agenda(self) -> None:
        for position, (subject, item) in enumerate(zip(self.items, self.record.agenda, strict=True), start=1):
            self.about(
                subject,
                (_TYPE, node(v.AGENDA_ITEM)),
                (node(v.SOURCE_DOCUMENT), self.document),
                (node(v.IN_MEETING), self.meeting),
                (node(v.POSITION), whole(position)),
                (node(v.NUMBER), string(item.number) if item.number else None),
                (term("dct:title"), dutch(self.masked(item.title))),
                (term("nif:beginIndex"), whole(item.start)),
                (term("nif:endIndex"), whole(item.end)),
            )

    def _mention(self, mention: Mention) -> None:
        if not self.with_persons and is_person(mention.concept):
            return
        start, end = mention.start, mention.end
        self.named.append((start, end, v.local_id(v.concept_iri(self.id_of(mention.concept)))))
        self.about(
            minted(v.fact_iri(self.sha, "mention", start, end, mention.concept)),
            (_TYPE, node(v.MENTION)),
            (node(v.SOURCE_DOCUMENT), self.document),
            (node(v.CONCEPT), self.concept(mention.concept)),
            (term("nif:beginIndex"), whole(start)),
            (term("nif:endIndex"), whole(end)),
            (term("nif:anchorOf"), plain(self.text[start:end])),
            (node(v.LINE), whole(self.evidence.line(start))),
            (node(v.RULE), string(mention.rule)),
            (node(v.CONFIDENCE), decimal(mention.confidence)),
            (node(v.REASON), self.literal(mention.reason) if mention.reason else None),
        )

    def _fact(
        self,
        kind: str,
        fact: Participant | Outcome | Statement | Target | Responsibility | StatusReport | Unowned,
        classes: tuple[str, ...],
        key: Iterable[str],
        *pairs: tuple[Term, Term | None],
        act: tuple[str, ...] = (),
    ) -> None:
        """Write a fact: what every fact has (document, meeting, agenda item, rule, confidence, evidence), and its own.

        Its IRI is made of its kind, its span and a key that tells it from its twins there. What it is about is a
        subject of the meeting.
        """
        span = fact.evidence
        item = None if isinstance(fact, Participant) else fact.item
        if item is None:
            item = self._item_at(span.start)
        iri = self._iri(kind, span, key)
        self.subjects.update(value for predicate, value in pairs if predicate == _ABOUT and value is not None)
        self.about(
            minted(iri),
            *((_TYPE, node(cls)) for cls in (*classes, v.FACT)),
            (node(v.SOURCE_DOCUMENT), self.document),
            (node(v.IN_MEETING), self.meeting),
            (node(v.IN_ITEM), self.items[item] if item is not None else None),
            (node(v.RULE), string(fact.rule)),
            (node(v.CONFIDENCE), decimal(fact.confidence)),
            (node(v.EVIDENCE), self.evidence.prove(iri, classes + act, span)),
            *((node(v.ACT), node(one)) for one in act),
            *pairs,
        )

    def _iri(self, kind: str, span: Span, key: Iterable[str]) -> str:
        return v.fact_iri(self.sha, kind, span.start, span.end, *key)

    def _item_at(self, start: int) -> int | None:
        """The last agenda item, in the order of the text, that a place is in."""
        agenda = self.record.agenda
        last = bisect_right(agenda, start, key=lambda item: item.start)
        return next((i for i in range(last - 1, -1, -1) if start < agenda[i].end), None)

    def _attendance(self, slot: Participant) -> None:
        key = (slot.status, slot.concept or "", slot.name or "")
        person = person_of(slot, self.persons) if self.with_persons and slot.name else None
        self._fact(
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
        self._fact(
            "outcome",
            outcome,
            classes,
            (outcome.kind, *outcome.owners),
            *((node(v.OWNER), owner) for owner in self.concepts(outcome.owners)),
            *((node(v.PARTNER), partner) for partner in self.concepts(outcome.partners)),
            *((_ABOUT, about) for about in self.concepts(outcome.about)),
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
        self._fact(
            "report",
            report,
            (v.STATUS_REPORT,),
            (report.status, report.task.number or ""),
            (node(v.REPORTED_STATUS), status),
            *self.keys(report),
            *(self._told_of_thing(report) if report.by_thing else ()),
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
        self._fact(
            "statement",
            statement,
            (v.STATEMENT, v.SAID_PROMISE) if promise else (v.STATEMENT,),
            (statement.act, *statement.speakers),
            *((node(v.SPEAKER), speaker) for speaker in speakers),
            *((node(v.SPEAKING_PERSON), person) for person in self.concepts(statement.persons)),
            *((node(v.ADDRESSEE), addressee) for addressee in self.concepts(statement.addressees)),
            *((_ABOUT, about) for about in self.concepts(statement.about)),
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
        return self._iri("statement", statement.evidence, (statement.act, *statement.speakers))

    def _target(self, target: Target) -> None:
        by = target.by
        self._fact(
            "target",
            target,
            (v.TARGET,),
            (f"{target.value:g}", target.unit or "", target.status),
            (node(v.VALUE), decimal(target.value)),
            (node(v.UNIT), self.literal(target.unit) if target.unit else None),
            (node(v.BY_DATE), day(by) if by and is_date(by) else None),
            (node(v.BY_TEXT), self.literal(by) if by and not is_date(by) else None),
            (node(v.TARGET_STATUS), node(v.scheme_member(v.TARGET_STATUS_SCHEME, target.status))),
            *((_ABOUT, about) for about in self.concepts(target.about)),
        )

    def _responsibility(self, owned: Responsibility) -> None:
        if not self.with_persons and is_person(owned.actor):
            return
        polarity = "ended" if owned.lost else "conditional" if owned.condition else "affirmed"
        self._fact(
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
