"""What minutes say came of tasks that earlier meetings set: rows and lines of a list that are closed or got a new term,
and sentences that say so of a number of the list ("Actie 3 en 5 zijn afgerond")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from lrtgraph.extraction.grammar.clauses import text_of
from lrtgraph.extraction.outcomes import as_outcome
from lrtgraph.extraction.outcomes.closing import closing_tail, is_ticked_line, may_report, reported
from lrtgraph.extraction.outcomes.found import Found, bounds
from lrtgraph.extraction.outcomes.labels import tails
from lrtgraph.extraction.outcomes.marks.heads import NO_HEAD, Head, cell_head, heads_over
from lrtgraph.extraction.outcomes.marks.numbered import says_of_numbers, told_numbers
from lrtgraph.extraction.outcomes.owners.naming import named
from lrtgraph.extraction.outcomes.rows.deeds import may_tell
from lrtgraph.extraction.outcomes.rows.lines import LAST_BRACKET, listed_line, wording
from lrtgraph.extraction.outcomes.rows.row import RowOutcome, under_closed
from lrtgraph.extraction.outcomes.rows.tables import listed_row
from lrtgraph.extraction.outcomes.rows.tasks import number_at, task_at
from lrtgraph.extraction.outcomes.rows.telling import told_things
from lrtgraph.extraction.outcomes.rows.wordings import words_in
from lrtgraph.records import NUMBER, STANDING, Meeting, Outcome, StatusReport, Task

if TYPE_CHECKING:
    from lrtgraph.extraction.context import Reading
    from lrtgraph.records import Block

_GOING_ON = ("moved", "running", "undone")
_FEWEST = 2
"""Words of a wording by which a line that has no number can be known."""


def reports(reading: Reading, settled: tuple[Outcome, ...]) -> tuple[StatusReport, ...]:
    """What a document, read as those at the table mean it, says came of earlier tasks, in the order of its text.

    Where a sentence says of a number that it goes on, and is one of the outcomes that were `settled` and tells who must
    do it, that outcome stands for the task; else the task itself still stands, with what is reported of it.
    """
    heads = heads_over(reading)
    telling = ((index, block, heads.get(index, NO_HEAD)) for index, block, _ in reading.blocks())
    found = (one for told in telling if _may_tell(reading, *told[1:]) for one in _in_block(reading, *told))
    told = (_standing(one) if one.status in _GOING_ON and not _is_in(one, settled) else one for one in found)
    return tuple(sorted(told, key=lambda one: (one.evidence.start, one.evidence.end, one.task.number or "")))


def _standing(report: StatusReport) -> StatusReport:
    return replace(report, rule=STANDING) if report.rule == NUMBER else report


def _is_in(report: StatusReport, settled: tuple[Outcome, ...]) -> bool:
    start, end = report.evidence.start, report.evidence.end
    return any(one.owners and one.evidence.start < end and start < one.evidence.end for one in settled)


def _may_tell(reading: Reading, block: Block, above: Head) -> bool:
    if block.kind in ("heading", "subheading") or not block.text:
        return False
    if block.cells or may_tell(block.text) or may_report(block.text):
        return True
    return above.outcomes and bool(under_closed(reading, block, above))


def _in_block(reading: Reading, index: int, block: Block, above: Head) -> Iterator[StatusReport]:
    """What a block says: as a row of a table, as a line of a list, or else in its sentences."""
    if block.cells and cell_head(block) is None:
        row = listed_row(reading, index, block, above)
        if row is not None and row.status is not None and row.kind != "besluit":
            yield from _listed(reading, index, row, 0.9)
        return
    if _is_about_numbers(reading, index, block, above):
        yield from _in_sentences(reading, index, block)
        return
    line = _line(reading, index, block, above)
    told = list(_listed(reading, index, line, 0.85)) if line else []
    yield from told or _in_sentences(reading, index, block)


def _is_about_numbers(reading: Reading, index: int, block: Block, above: Head) -> bool:
    """Whether a block says how numbers of the list stand, and is no line of it: "Actie 1 is afgerond"."""
    doc = reading.docs[index]
    told = [_is_about_number(text_of(doc, one.start, one.end), reading.meeting) for one in doc.sents]
    return bool(told and told[0]) or (any(told) and not number_at(block, 0, above.kind or "actie"))


def _is_about_number(sentence: str, meeting: Meeting) -> bool:
    """Whether a sentence says how a number stands, which is its subject or a note: "Kaart (actie 3) is verstuurd"."""
    if says_of_numbers(sentence, meeting) is not None:
        return True
    return bool(tails(sentence)) and any(told_numbers(sentence, meeting))


def _line(reading: Reading, index: int, block: Block, above: Head) -> RowOutcome | None:
    """What a line of a list says where it is closed: one under a head of outcomes, or one with a number."""
    text, kind = block.text, above.kind or "actie"
    if kind == "besluit" or above.proposal:
        return None
    if ticked := is_ticked_line(text):
        end = wording(reading, index, ticked, len(text))[1]
        return RowOutcome(kind, ticked, len(text), end, (), None, "outcome.list", 0.8, "done")
    if not (above.outcomes or number_at(block, 0, kind)):
        return None
    found = listed_line(reading, index, block, above) if above.outcomes else None
    if found is not None and found.status is not None:
        return found
    tail = closing_tail(text, reading.meeting)
    if tail is None:
        return None
    bracket = LAST_BRACKET.search(text, 0, tail)
    owners = named(reading, index, *bracket.span(1)) if bracket else ()
    return RowOutcome(kind, 0, len(text), tail, owners, None, "outcome.list", 0.8, reported(text[tail:]))


def _listed(reading: Reading, index: int, row: RowOutcome, confidence: float) -> Iterator[StatusReport]:
    """The report of a row or line, with owners and wording as those of the outcome that it was have been read."""
    assert row.status is not None
    block, kind = reading.layout.blocks[index], row.kind or "actie"
    start, end = bounds(block.text, row.start, row.text_end)
    if end <= start:
        return
    found = Found(index, start, end, kind, row.rule, row.confidence, row.owners, row.deadline)
    outcome = as_outcome(reading, found)
    owners = outcome.owners
    number = number_at(block, row.start, kind)
    task = task_at(reading, index, number, *wording(reading, index, start, end), owners)
    if number is None and len(task.words) < _FEWEST:
        return
    span = reading.span(index, row.start, row.end)
    item = block.item
    rule = "report.row" if block.cells else "report.line"
    if row.status in _GOING_ON:  # it is an outcome itself
        yield StatusReport(row.status, task, owners, span, rule, confidence, item)
        return
    over = replace(outcome, evidence=span, task=task, deadline=None, deadline_date=None)  # no term ahead is left
    closed = None if any(told_numbers(span.text, reading.meeting)) else over  # "Nr. 3 en 4 vervallen" has no task
    yield StatusReport(row.status, task, owners, span, rule, confidence, item, outcome.about, closed=closed)


def _in_sentences(reading: Reading, index: int, block: Block) -> Iterator[StatusReport]:
    """What sentences say of numbers of the list; the words in a bracket behind a number tell what it was."""
    doc = reading.docs[index]
    for sentence in doc.sents:
        text = text_of(doc, sentence.start, sentence.end)
        numbers = tuple(told_numbers(text, reading.meeting)) if may_report(text) else ()
        if not numbers and may_tell(text):
            yield from told_things(reading, index, sentence)
        for told in numbers:
            task = Task(told.number, words_in(told.hint))
            span = reading.span(index, *bounds(block.text, sentence.start_char, sentence.end_char))
            yield StatusReport(told.status, task, (), span, NUMBER, 0.8, block.item)
