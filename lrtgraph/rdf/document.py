"""The graph of one document: the document, its meeting, its agenda and its mentions, and what every fact in it has."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import Final

from lrtgraph import vocabulary as v
from lrtgraph.notations import is_person
from lrtgraph.rdf.evidence import Evidence
from lrtgraph.rdf.names import GazetteerLike, meeting_label
from lrtgraph.rdf.naming import Naming
from lrtgraph.rdf.written import (
    HEADER,
    Term,
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

TYPE: Final = term("rdf:type")
ABOUT: Final = node(v.ABOUT)


class DocumentGraph(Naming):
    """The lines of a document's graph, as they are written, and the subjects that its facts have had so far."""

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

    def piece(self, lines: list[str]) -> bytes:
        """Lines in the document's graph, which are taken."""
        body = "".join(lines)
        lines.clear()
        return f"{HEADER}{node(v.graph_iri(self.sha))} {{\n{body}}}\n".encode() if body else b""

    def write_document(self) -> None:
        """Write what is known of the document itself."""
        document, meeting = self.record.document, self.record.meeting
        known = document.metadata
        report_date = meeting.report_date
        self.about(
            self.document,
            (TYPE, node(v.DOCUMENT)),
            (TYPE, term("nif:Context")),
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

    def write_meeting(self, meeting: Meeting) -> None:
        """Write the meeting, and those before it whose minutes it approved."""
        self._meeting_core(self.meeting, self.body, meeting.date, meeting_label(meeting, self.called(self.body)))
        table = self.record.table
        if table and table in self.gazetteer.concepts:  # a list of the user's own may not say that it meets
            self.about(node(v.concept_iri(table)), (TYPE, node(v.BODY)))
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
            (TYPE, node(v.MEETING)),
            (term("rdfs:label"), string(label or self.record.document.source)),
            (node(v.BODY_OF), self.concept(body) if body else None),
            (node(v.DATE), day(date) if date and is_date(date) else None),
        )

    def write_agenda(self) -> None:
        """Write the items of the agenda."""
        for position, (subject, item) in enumerate(zip(self.items, self.record.agenda, strict=True), start=1):
            self.about(
                subject,
                (TYPE, node(v.AGENDA_ITEM)),
                (node(v.SOURCE_DOCUMENT), self.document),
                (node(v.IN_MEETING), self.meeting),
                (node(v.POSITION), whole(position)),
                (node(v.NUMBER), string(item.number) if item.number else None),
                (term("dct:title"), dutch(self.masked(item.title))),
                (term("nif:beginIndex"), whole(item.start)),
                (term("nif:endIndex"), whole(item.end)),
            )

    def write_mention(self, mention: Mention) -> None:
        """Write a mention, but for one of a person who is to be left out."""
        if not self.with_persons and is_person(mention.concept):
            return
        start, end = mention.start, mention.end
        self.named.append((start, end, v.local_id(v.concept_iri(self.id_of(mention.concept)))))
        self.about(
            minted(v.fact_iri(self.sha, "mention", start, end, mention.concept)),
            (TYPE, node(v.MENTION)),
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

    def fact(
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
        iri = self.iri(kind, span, key)
        self.subjects.update(value for predicate, value in pairs if predicate == ABOUT and value is not None)
        self.about(
            minted(iri),
            *((TYPE, node(cls)) for cls in (*classes, v.FACT)),
            (node(v.SOURCE_DOCUMENT), self.document),
            (node(v.IN_MEETING), self.meeting),
            (node(v.IN_ITEM), self.items[item] if item is not None else None),
            (node(v.RULE), string(fact.rule)),
            (node(v.CONFIDENCE), decimal(fact.confidence)),
            (node(v.EVIDENCE), self.evidence.prove(iri, classes + act, span)),
            *((node(v.ACT), node(one)) for one in act),
            *pairs,
        )

    def iri(self, kind: str, span: Span, key: Iterable[str]) -> str:
        """The IRI of a fact: of its kind, its place and what tells it from its twins there."""
        return v.fact_iri(self.sha, kind, span.start, span.end, *key)

    def _item_at(self, start: int) -> int | None:
        """The last agenda item, in the order of the text, that a place is in."""
        agenda = self.record.agenda
        last = bisect_right(agenda, start, key=lambda item: item.start)
        return next((i for i in range(last - 1, -1, -1) if start < agenda[i].end), None)
