"""Lines of action lists: what is to be done, and behind dashes who must do it, by when and how it stands."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from lrtgraph.extraction.grammar.clauses import is_finite, tokens_at
from lrtgraph.extraction.outcomes.closing import closing_tail, has_closing_field, reported
from lrtgraph.extraction.outcomes.owners.naming import named, names_only
from lrtgraph.extraction.outcomes.rows.fields import Entry, fielded_entry, is_term
from lrtgraph.extraction.outcomes.rows.row import RowOutcome, coded_kind, status_of_kind, under_closed
from lrtgraph.extraction.outcomes.status import (
    is_bare_label,
    is_closed,
    is_struck,
    settles_nothing,
    standing,
    status_of,
    status_words,
    tells_status,
)
from lrtgraph.extraction.outcomes.terms.deadlines import Deadline, cell_deadline, find_deadline
from lrtgraph.extraction.outcomes.undone import open_tail
from lrtgraph.records import Meeting, ReportedStatus

if TYPE_CHECKING:
    from lrtgraph.extraction.context import Reading
    from lrtgraph.extraction.outcomes.marks.heads import Head
    from lrtgraph.records import Block

_SEPARATOR = re.compile(
    rf"\s+[–—-]\s+|\s*;\s+|\s\|\s|\s*:\s+(?=(?:{status_words()})\b)",  # "Brief aan DGM: afgehandeld"
    re.IGNORECASE,
)
_FIELD_SIGN = re.compile(r",\s+|\s/\s+|\s*[()\[\]]\s*")
_DUE = re.compile(
    r"\b(?:vóór|voor|uiterlijk(?:\s+op)?|per|gereed|klaar|deadline|termijn)\W*(?:op\s+)?\Z", re.IGNORECASE
)
"""Before the day by which something must be done, and no other."""
LAST_BRACKET = re.compile(r"\(([^()]{1,60})\)\s*\Z")
"""What stands in brackets at the end of a line."""


def listed_outcome(
    reading: Reading, index: int, block: Block, head: Head, line: tuple[int, int] | None = None
) -> RowOutcome | None:
    """The outcome of an action list's line, "Handreiking - RVB - loopt, nieuwe termijn 15 maart".

    The line is the whole block, or `line` of it. One that is closed settles nothing, nor does a number alone, nor one
    that goes on as it did, without a term.
    """
    found = listed_line(reading, index, block, head, line)
    goes_on = found.kind != "besluit" and open_tail(block.text, found.start, found.end) is not None
    if goes_on and not found.deadline and find_deadline(block.text, found.start, found.end, reading.meeting) is None:
        return None
    return found if found.is_open and not is_bare_label(block.text[found.start : found.text_end]) else None


def listed_line(
    reading: Reading, index: int, block: Block, head: Head, line: tuple[int, int] | None = None
) -> RowOutcome:
    """What a line of an action list sets, closes, or tells to go on as it did."""
    start, end = line or (0, len(block.text))
    entry = fielded_entry(reading, index) if line is None else None
    if entry is not None:
        return _from_entry(block, head, entry, under_closed(reading, block, head))
    status = under_closed(reading, block, head) or _line_status(reading, index, start, end)
    parts = _task_and_fields(reading, index, start, end)
    due = _due(reading, block, parts, end)
    statuses = [part for part in parts[1:] if tells_status(block.text, *part)]
    told = [block.text[slice(*part)] for part in statuses]
    if not status and told and all(map(settles_nothing, told)):
        stands = [standing(one, reading.meeting) for one in told]
        closed = all(one.closed for one in stands)
        status = reported(" ".join(told)) if closed else "running" if any(one.runs for one in stands) else None
    kind = coded_kind(block.marker) or head.kind
    owners = _line_owners(reading, index, parts, statuses, due)
    tail = closing_tail(block.text[start:end], reading.meeting) if status and len(parts) == 1 else None
    told_before = tail is not None and not names_only(reading, index, start, start + tail)
    task_end = start + tail if tail is not None and told_before else parts[0][1]
    bracket = LAST_BRACKET.search(block.text, start, task_end)
    if not owners and bracket is not None and (statuses or status):
        owners = named(reading, index, *bracket.span(1))
    return RowOutcome(
        kind=kind,
        start=start,
        end=end,
        text_end=task_end,
        owners=owners,
        deadline=due,
        rule="outcome.list",
        confidence=0.9 if statuses else 0.8,
        status=status_of_kind(kind, status),
    )


def _task_and_fields(reading: Reading, index: int, start: int, end: int) -> list[tuple[int, int]]:
    """The task of a line and then its fields; the line as a whole where it has none."""
    text = reading.layout.blocks[index].text
    if (tail := open_tail(text, start, end)) is not None:
        told = (part for whole in _parts(text, start, tail[0]) for part in _with_last_fields(reading, index, *whole))
        return [*told, (tail[1], end)]
    task, *behind = _parts(text, start, end)
    fields = [part for part in behind if not _is_clause(reading, index, part)]
    return [task, *fields] if fields else [(start, end)]


def _with_last_fields(reading: Reading, index: int, start: int, end: int) -> list[tuple[int, int]]:
    """A task and then the names and terms that end it, behind commas, strokes or in a bracket: "Kaart (COA, 1 mei)"."""
    text, fields = reading.layout.blocks[index].text, list[tuple[int, int]]()
    for sign in reversed(list(_FIELD_SIGN.finditer(text, start, end))):
        told = (sign.end(), end)
        if not is_term(text[slice(*told)], reading.meeting) and not names_only(reading, index, *told):
            if re.search(r"\w", text[slice(*told)]):
                break
        else:
            fields.insert(0, told)
        end = sign.start()
    return [(start, end), *fields]


def _line_owners(
    reading: Reading, index: int, parts: list[tuple[int, int]], statuses: list[tuple[int, int]], due: Deadline | None
) -> tuple[str, ...]:
    """Whom a line names: before the first dash ("CdK - IND bellen - 1 maart"), or in the fields behind the task."""
    days = [part for part in parts if due and part[0] <= due.start and due.end <= part[1] <= due.end + 2]
    fields = [part for part in parts[1:] if part not in statuses and part not in days]
    led = len(parts) > 1 and names_only(reading, index, *parts[0])
    naming = parts[:1] if led else fields
    return tuple(dict.fromkeys(owner for part in naming for owner in named(reading, index, *part)))


def _line_status(reading: Reading, index: int, start: int, end: int) -> ReportedStatus | None:
    """What came of the task of a line, where all of it, a bracket, its last field or a sentence behind it says so."""
    text = reading.layout.blocks[index].text[start:end]
    sentences = [s.text for s in reading.docs[index].sents if start <= s.start_char < end]
    closing = [told for told in sentences[1:] if status_of(told) == "closed"]
    if closing or is_closed(text) or has_closing_field(text, reading.meeting):
        return reported(" ".join(closing) or text)
    return "removed" if is_struck(text) else None


def _from_entry(block: Block, head: Head, entry: Entry, status: ReportedStatus | None) -> RowOutcome:
    kind, whole = coded_kind(block.marker) or head.kind, (0, len(block.text))
    status = status_of_kind(kind, status or (reported(block.text[entry.text_end :]) if entry.closed else None))
    return RowOutcome(kind, *whole, entry.text_end, entry.owners, entry.deadline, "outcome.list", 0.9, status)


def _due(reading: Reading, block: Block, parts: list[tuple[int, int]], end: int) -> Deadline | None:
    """The deadline in the fields of a line, or of one whose task is told to go on, though its day be past."""
    tail = open_tail(block.text, parts[0][0], end)
    last = end if tail is None else tail[0]
    found = find_deadline(block.text, parts[0][1], last, reading.meeting) or _due_field(reading, block, parts)
    if found is not None or tail is None:
        return found
    past = find_deadline(block.text, parts[0][0], last, Meeting())
    return past if past is not None and past.day and _DUE.search(block.text, parts[0][0], past.start) else None


def _due_field(reading: Reading, block: Block, parts: list[tuple[int, int]]) -> Deadline | None:
    """The deadline of a field that is nothing but a term: "Cijfers - COA - 1 april"."""
    for start, end in parts[1:]:
        if is_term(block.text[start:end], reading.meeting):
            found = cell_deadline(block.text[start:end], reading.meeting)
            return found and replace(found, start=start + found.start, end=start + found.end)
    return None


def _is_clause(reading: Reading, index: int, part: tuple[int, int]) -> bool:
    """Whether what stands behind a separator tells who does what, and is no field: "; VNG stuurt een brief"."""
    named_there = reading.names_actor(index, *part)
    return named_there and any(is_finite(token) for token in tokens_at(reading.docs[index], *part))


def wording(reading: Reading, index: int, start: int, end: int) -> tuple[int, int]:
    """The part of an outcome's span that tells what is to be done, without the cells or fields behind or before it."""
    cell = next((cell for cell in reading.layout.blocks[index].cells if cell[0] <= start < cell[1]), None)
    if cell is not None:
        return start, min(cell[1], end)
    entry = fielded_entry(reading, index)
    if entry is not None and start < entry.text_end <= end:
        return start, entry.text_end
    task, *fields = _task_and_fields(reading, index, start, end)
    return fields[0] if fields and names_only(reading, index, *task) else task


def is_listed(block: Block) -> bool:
    """Whether a line of an action list has fields behind dashes, or says at its end that its task is not done yet."""
    return len(_parts(block.text, 0, len(block.text))) > 1 or tells_open(block)


def tells_open(block: Block) -> bool:
    """Whether a line says at its end that its task is not done yet: "Kaart maken (COA, 1 mei), loopt"."""
    return open_tail(block.text, 0, len(block.text)) is not None


def _parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    parts, at = [], start
    for match in _SEPARATOR.finditer(text, start, end):
        parts.append((at, match.start()))
        at = match.end()
    return [*parts, (at, end)]
