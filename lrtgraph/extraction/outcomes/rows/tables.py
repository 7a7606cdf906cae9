"""Outcomes in rows: tables of decisions and actions, and action lists with an owner and a status behind a dash."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lrtgraph.dutch.column_heads import column_roles
from lrtgraph.dutch.redaction import is_withheld
from lrtgraph.extraction.grammar.clauses import is_finite, tokens_at
from lrtgraph.extraction.outcomes.kinds import kind_of
from lrtgraph.extraction.outcomes.marks.labels import label_at
from lrtgraph.extraction.outcomes.owners.naming import named, names_only, seated
from lrtgraph.extraction.outcomes.rows.fields import Entry, fielded_entry, is_term
from lrtgraph.extraction.outcomes.rows.row_ends import row_end
from lrtgraph.extraction.outcomes.rows.status import (
    Standing,
    closes,
    closing_head,
    due_cell,
    has_closing_field,
    is_closed,
    is_nothing,
    is_struck,
    is_ticked_off,
    reported,
    settles_nothing,
    standing,
    status_of,
    status_words,
    tells_status,
)
from lrtgraph.extraction.outcomes.terms.deadlines import Deadline, cell_deadline, find_deadline, only_date
from lrtgraph.records import OutcomeKind, ReportedStatus

if TYPE_CHECKING:
    from lrtgraph.extraction.context import Reading
    from lrtgraph.extraction.outcomes.marks.heads import Head
    from lrtgraph.records import Block

_SEPARATOR = re.compile(
    rf"\s+[–—-]\s+|\s*;\s+|\s\|\s|\s*:\s+(?=(?:{status_words()})\b)",  # "Brief aan DGM: afgehandeld"
    re.IGNORECASE,
)
_STANDING = re.compile(r"\b(?:status|stand|svz|voortgang|resultaat|afdoening)\b")
"""Heads of columns that tell how tasks stand, and not only what is to be remarked of them."""
LAST_BRACKET = re.compile(r"\(([^()]{1,60})\)\s*\Z")
"""What stands in brackets at the end of a line."""
_SETTLED = frozenset({"number", "text", "topic", "owner", "deadline", "status", "kind"})
"""What columns of outcomes hold; what other heads stand for, the cells tell."""
_STANDS_IN = re.compile(r"oorspronkelijk|\Z")
"""Heads of columns that may hold what the column for it leaves open: none at all, "Oorspronkelijke datum"."""
_OF_ELSE = re.compile(r"\b(?:locatie|plaats|vraag|vrager|aanvra|inbreng|ingebracht|ingang|start|begin|sinds|tijdstip)")
"""Heads of columns whose names and days are of something else: "Locatie", "Vraag van", "Ingangsdatum"."""
_CODE = re.compile(r"(?:\d{4}[-/.]\d{1,2}[-/.])?(?P<id>[ABT])[-.\s]?\d{1,3}[.):]?\Z", re.IGNORECASE)
_CODES: dict[str, OutcomeKind] = {"A": "actie", "B": "besluit", "T": "toezegging"}


@dataclass(frozen=True, slots=True)
class RowOutcome:
    """What a row settles: the span of its outcome in the block's text, and what its cells say."""

    kind: OutcomeKind | None
    start: int
    end: int
    text_end: int
    owners: tuple[str, ...]
    deadline: Deadline | None
    rule: str
    confidence: float
    status: ReportedStatus | None = None
    """What it says came of a task that was set before; None where it only sets one."""

    @property
    def is_open(self) -> bool:
        """Whether there is still something to do."""
        return self.status in (None, "moved", "running")


def row_outcome(reading: Reading, index: int, block: Block, head: Head) -> RowOutcome | None:
    """The outcome of a table's row; None for a row that is closed, empty, or of another sort of table."""
    row = listed_row(reading, index, block, head)
    return row if row is not None and row.is_open else None


def listed_row(reading: Reading, index: int, block: Block, head: Head) -> RowOutcome | None:
    """What a table's row sets or closes; None for a row that is empty, or of another sort of table."""
    roles = [_role(column) for column in block.columns]
    roles = roles if "text" in roles else ["text" if role == "topic" else role for role in roles]
    if not (head.outcomes or ("owner" in roles and "text" in roles) or any(map(_kinds_named, block.columns))):
        return None
    roles = _with_told_roles(reading, index, block, roles)
    by_role: dict[str, tuple[int, int]] = {}
    filled = [cell for cell in block.cells if cell[0] < cell[1]]
    first_text = roles.index("text") if "text" in roles else 0
    for column, (role, cell) in enumerate(zip(roles, block.cells, strict=False)):
        raised = role == "deadline" and column < first_text  # "Datum | Actie | Wie": when it was raised
        if cell[0] < cell[1] and not raised:
            by_role.setdefault(role, cell)
    text = by_role.get("text") or (filled[0] if filled and not roles else None)
    settling = [k for k, role in enumerate(roles) if role == "text" and _kinds_named(block.columns[k])]
    if settling:  # beside a column of talk: "Bespreking | Actie"
        text = next((cell for k, cell in enumerate(block.cells) if k in settling and cell in filled), None)
    if text is None or is_nothing(block.text[slice(*text)]) or is_withheld(block.text[slice(*text)]):
        return None
    stands = _row_standing(reading, block, roles, text, head)
    status = _under_closed(reading, block, head) or _row_status(stands)
    start, text_end = text
    label = label_at(block.text, start, text_end)
    if label is not None and label.content < text_end:
        start = label.content
    owner = by_role.get("owner")
    due = by_role.get("deadline")
    owners = named(reading, index, *owner) if owner else ()
    deadline = due_cell(block.text[slice(*due)], reading.meeting) if due else None
    deadline = stands.moved or deadline or stands.term
    if "owner" in roles and not (owners and (deadline or "deadline" not in roles[first_text:])):
        at_end = row_end(reading, index)
        if at_end is not None and (not owners or at_end.deadline is not None):
            if status_of(at_end.rest) == "closed":
                status = status if stands.closed else reported(at_end.rest)
            owners, deadline = at_end.owners, at_end.deadline or deadline
    return RowOutcome(
        kind=(label.kind if label else None)
        or _told_kind(block, by_role.get("kind"))
        or _code(block.marker)
        or _column_kind(block, text)
        or head.kind
        or ("actie" if owners and not _mixed(block, text) else _kind_of_column(reading, index, block, text)),
        start=start,
        end=max(cell[1] for cell in filled),
        text_end=text_end,
        owners=owners,
        deadline=deadline,
        rule="outcome.table",
        confidence=0.95,
        status=status,
    )


def _with_told_roles(reading: Reading, index: int, block: Block, roles: list[str]) -> list[str]:
    """The roles of a row's columns, where no head tells it from the cells: names are its owner, a term its deadline.

    Where a column is for it, but empty in this row, only one without a head stands in for that.
    """
    for wanted, tells in (("owner", _names_owner), ("deadline", _tells_term)):
        columns = list(enumerate(zip(roles, block.columns, block.cells, strict=False)))
        if any(role == wanted and start < end for _, (role, _, (start, end)) in columns):
            continue
        unknown = [k for k, (role, head, _) in columns if role not in _SETTLED and not _OF_ELSE.search(head)]
        if wanted in roles:
            unknown = [k for k in unknown if _STANDS_IN.match(block.columns[k])]
        if found := [k for k in unknown if tells(reading, index, *block.cells[k])]:
            roles = [*roles[: found[-1]], wanted, *roles[found[-1] + 1 :]]
    return roles


def _names_owner(reading: Reading, index: int, start: int, end: int) -> bool:
    return names_only(reading, index, start, end) or bool(seated(reading, index, start, end))


def _tells_term(reading: Reading, index: int, start: int, end: int) -> bool:
    return is_term(reading.layout.blocks[index].text[start:end], reading.meeting)


def _row_standing(reading: Reading, block: Block, roles: list[str], text: tuple[int, int], head: Head) -> Standing:
    """How the task of a row stands, by all its cells but the one that tells it; a decision may well be done."""
    decisions = head.kind == "besluit" or "besluit" in _head_over(block, text)
    if is_struck(block.text[slice(*text)]):
        return Standing(closed=True, told="van de lijst")
    found = Standing()
    for k, cell in enumerate(block.cells):
        told = block.text[slice(*cell)]
        if cell == text or not told.strip():
            continue
        column, role = (block.columns[k], roles[k]) if k < len(roles) else ("", "")
        taken = not decisions and _STANDING.search(column) is not None
        stands = standing(told, reading.meeting, taken=taken)
        if decisions and stands.closed and reported(told) != "dropped":
            continue  # a decision that has been carried out was taken
        done = role == "status" and (stands.closed or (taken and closes(told, reading.meeting)))
        closed = done or (is_closed(told) and not (stands.moved or stands.term))
        if closed or is_ticked_off(column, told):
            return Standing(closed=True, told=told)
        if role == "status":
            runs = found.runs or stands.runs
            found = Standing(moved=found.moved or stands.moved, term=found.term or stands.term, runs=runs)
    return found


def _row_status(stands: Standing) -> ReportedStatus | None:
    """What a row reports by how its task stands; None where it tells nothing of that."""
    if stands.closed:
        return reported(stands.told)
    return "moved" if stands.moved else "running" if stands.runs else None


def listed_outcome(
    reading: Reading, index: int, block: Block, head: Head, line: tuple[int, int] | None = None
) -> RowOutcome | None:
    """The outcome of an action list's line, "Handreiking - RVB - loopt, nieuwe termijn 15 maart".

    The line is the whole block, or `line` of it. One that is closed, or merely goes on as it did, settles nothing.
    """
    found = listed_line(reading, index, block, head, line)
    return found if found is not None and found.is_open else None


def listed_line(
    reading: Reading, index: int, block: Block, head: Head, line: tuple[int, int] | None = None
) -> RowOutcome | None:
    """What a line of an action list sets or closes; None for one that merely goes on as it did, or that is empty."""
    start, end = line or (0, len(block.text))
    entry = fielded_entry(reading, index) if line is None else None
    if entry is not None:
        return _from_entry(block, head, entry, _under_closed(reading, block, head))
    status = _under_closed(reading, block, head) or _line_status(reading, index, start, end)
    text, *behind = _parts(block.text, start, end)
    fields = [part for part in behind if not _is_clause(reading, index, part)]
    parts = [text, *fields] if fields else [(start, end)]
    due = find_deadline(block.text, parts[0][1], end, reading.meeting) or _due_field(reading, block, parts)
    statuses = [part for part in parts[1:] if tells_status(block.text, *part)]
    if not status and statuses and all(settles_nothing(block.text[slice(*part)]) for part in statuses):
        closing = [block.text[slice(*part)] for part in statuses]
        if not all(standing(told, reading.meeting).closed for told in closing):
            return None
        status = reported(" ".join(closing))
    led = len(parts) > 1 and names_only(reading, index, *parts[0])  # "CdK - IND bellen - 1 maart"
    owners: dict[str, None] = dict.fromkeys(named(reading, index, *parts[0]) if led else ())
    for part in parts[1:] if not led else ():
        if part not in statuses and not (due and part[0] <= due.start and due.end <= part[1] <= due.end + 2):
            owners.update(dict.fromkeys(named(reading, index, *part)))
    bracket = LAST_BRACKET.search(block.text, *parts[0])
    if not owners and bracket is not None and (statuses or status):
        owners.update(dict.fromkeys(named(reading, index, *bracket.span(1))))
    return RowOutcome(
        kind=_code(block.marker) or head.kind,
        start=start,
        end=end,
        text_end=parts[0][1],
        owners=tuple(owners),
        deadline=due,
        rule="outcome.list",
        confidence=0.9 if statuses else 0.8,
        status=status,
    )


def _line_status(reading: Reading, index: int, start: int, end: int) -> ReportedStatus | None:
    """What came of the task of a line, where all of it, a bracket, its last field or a sentence behind it says so."""
    text = reading.layout.blocks[index].text[start:end]
    sentences = [s.text for s in reading.docs[index].sents if start <= s.start_char < end]
    closing = [told for told in sentences[1:] if status_of(told) == "closed"]
    if closing or is_closed(text) or has_closing_field(text, reading.meeting):
        return reported(" ".join(closing) or text)
    return "removed" if is_struck(text) else None


def _under_closed(reading: Reading, block: Block, head: Head) -> ReportedStatus | None:
    """What the head over a block says came of all tasks under it: "Afgeronde acties"."""
    if head.block is not None:
        return closing_head(reading.layout.blocks[head.block].text)
    return closing_head(reading.layout.agenda[block.item].title) if block.item is not None else None


def _from_entry(block: Block, head: Head, entry: Entry, status: ReportedStatus | None) -> RowOutcome:
    kind, whole = _code(block.marker) or head.kind, (0, len(block.text))
    status = status or (reported(block.text[entry.text_end :]) if entry.closed else None)
    return RowOutcome(kind, *whole, entry.text_end, entry.owners, entry.deadline, "outcome.list", 0.9, status)


def _due_field(reading: Reading, block: Block, parts: list[tuple[int, int]]) -> Deadline | None:
    """The deadline of a field that is nothing but a day: "Cijfers - COA - 1 april"."""
    for start, end in parts[1:]:
        if only_date(block.text[start:end]):
            found = cell_deadline(block.text[start:end], reading.meeting)
            return found and replace(found, start=start + found.start, end=start + found.end)
    return None


def _is_clause(reading: Reading, index: int, part: tuple[int, int]) -> bool:
    """Whether what stands behind a separator tells who does what, and is no field: "; VNG stuurt een brief"."""
    named_there = any(reading.is_actor(mention.concept) for mention in reading.mentions_in(index, *part))
    return named_there and any(is_finite(token) for token in tokens_at(reading.docs[index], *part))


def wording(reading: Reading, index: int, start: int, end: int) -> tuple[int, int]:
    """The part of an outcome's span that tells what is to be done, without the cells or fields behind or before it."""
    block = reading.layout.blocks[index]
    cell = next((cell for cell in block.cells if cell[0] <= start < cell[1]), None)
    if cell is not None:
        return start, min(cell[1], end)
    entry = fielded_entry(reading, index)
    if entry is not None and start < entry.text_end <= end:
        return start, entry.text_end
    first, *behind = _parts(block.text, start, end)
    fields = [part for part in behind if not _is_clause(reading, index, part)]
    if not fields:
        return start, end
    return fields[0] if names_only(reading, index, *first) else first


def is_listed(block: Block) -> bool:
    """Whether a line of an action list has fields behind dashes."""
    return len(_parts(block.text, 0, len(block.text))) > 1


def _parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    parts, at = [], start
    for match in _SEPARATOR.finditer(text, start, end):
        parts.append((at, match.start()))
        at = match.end()
    return [*parts, (at, end)]


def _role(column: str) -> str:
    return column_roles().get(column, "text" if re.search(r"besluit|actie|afspraak|toezegging", column) else "")


def _code(marker: str | None) -> OutcomeKind | None:
    """The kind that a row's number tells: "B1", "2024-03-A4"."""
    found = _CODE.match((marker or "").strip())
    return _CODES[found["id"].upper()] if found else None


def _told_kind(block: Block, cell: tuple[int, int] | None) -> OutcomeKind | None:
    """The kind that a column of kinds names: "Soort | Omschrijving"."""
    return _stem_kind(block.text[slice(*cell)].lower()) if cell else None


def _mixed(block: Block, text: tuple[int, int]) -> bool:
    """The head of the column leaves the kind to each row's words: "Besluit/actie", "Afspraak of actie"."""
    return re.search(r"besluit|afspra|toezegg|conclusie", _head_over(block, text)) is not None


def _column_kind(block: Block, text: tuple[int, int]) -> OutcomeKind | None:
    """The kind that the head of the column tells."""
    return _stem_kind(_head_over(block, text))


def _head_over(block: Block, text: tuple[int, int]) -> str:
    """The head of the column in which a cell stands."""
    return next((c for c, cell in zip(block.columns, block.cells, strict=False) if cell == text), "")


def _kind_of_column(reading: Reading, index: int, block: Block, text: tuple[int, int]) -> OutcomeKind | None:
    """Of the kinds that the head of a column without decisions names, the one that the words of the cell tell, else an
    action: "Toezegging / actie"."""
    named = _kinds_named(_head_over(block, text))
    if len(named) < 2 or "actie" not in named or re.search(r"besluit|conclusie", _head_over(block, text)):
        return None
    told = kind_of(reading, index, tokens_at(reading.docs[index], *text))
    return told if told in named else "actie"


def _stem_kind(words: str) -> OutcomeKind | None:
    """The one kind that words name."""
    kinds = _kinds_named(words)
    return kinds[0] if len(kinds) == 1 else None


def _kinds_named(words: str) -> list[OutcomeKind]:
    stems: tuple[tuple[str, OutcomeKind], ...] = (
        ("besluit", "besluit"),
        (r"(?<!re)(?<!trans)actie", "actie"),
        ("afspra", "afspraak"),
        ("toezegg", "toezegging"),
    )
    return [kind for stem, kind in stems if re.search(stem, words)]
