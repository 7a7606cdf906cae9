"""Rows of tables of decisions and actions: which cell tells the outcome, and what the others say of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from lrtgraph.dutch.column_heads import column_roles
from lrtgraph.dutch.redaction import is_withheld
from lrtgraph.extraction.outcomes.closing import closes, reported
from lrtgraph.extraction.outcomes.labels import Label, label_at
from lrtgraph.extraction.outcomes.owners.naming import named
from lrtgraph.extraction.outcomes.rows.columns import (
    head_over,
    kind_of_column,
    kinds_named,
    one_kind,
    roles_by_cells,
    roles_by_head,
    with_told_roles,
)
from lrtgraph.extraction.outcomes.rows.fields import is_term
from lrtgraph.extraction.outcomes.rows.row import RowOutcome, coded_kind, under_closed
from lrtgraph.extraction.outcomes.rows.row_ends import RowEnd, row_end
from lrtgraph.extraction.outcomes.status import (
    Standing,
    due_cell,
    is_closed,
    is_nothing,
    is_struck,
    is_ticked_off,
    standing,
    status_of,
)
from lrtgraph.extraction.outcomes.terms.deadlines import Deadline, cell_deadline
from lrtgraph.records import OutcomeKind, ReportedStatus

if TYPE_CHECKING:
    from lrtgraph.extraction.context import Reading
    from lrtgraph.extraction.outcomes.marks.heads import Head
    from lrtgraph.records import Block

_STANDING = re.compile(r"\b(?:status|stand|svz|voortgang|resultaat|afdoening)\b")
"""Heads of columns that tell how tasks stand, and not only what is to be remarked of them."""


def row_outcome(reading: Reading, index: int, block: Block, head: Head) -> RowOutcome | None:
    """The outcome of a table's row; None for a row that is closed, empty, or of another sort of table."""
    row = listed_row(reading, index, block, head)
    return row if row is not None and row.is_open else None


def listed_row(reading: Reading, index: int, block: Block, head: Head) -> RowOutcome | None:
    """What a table's row sets or closes; None for a row that is empty, or of another sort of table."""
    roles = roles_by_head(block)
    if not (head.outcomes or {"owner", "text"} <= set(roles) or any(map(kinds_named, block.columns))):
        return None
    roles = with_told_roles(reading, index, block, roles) if block.columns else roles_by_cells(reading, index, block)
    cells = _cells(block, roles)
    text = _text_cell(block, roles, cells)
    if text is None or is_nothing(block.text[slice(*text)]) or is_withheld(block.text[slice(*text)]):
        return None
    of_actions = "owner" in cells and "actie" in head_over(block, cells["owner"])
    if not head.outcomes and not of_actions and _is_thing(reading, index, block, text):
        return None
    stands = _row_standing(reading, block, roles, text, head)
    status = under_closed(reading, block, head) or _row_status(stands)
    owners = named(reading, index, *cells["owner"]) if "owner" in cells else ()
    due = due_cell(block.text[slice(*cells["deadline"])], reading.meeting) if "deadline" in cells else None
    deadline = stands.moved or due or stands.term or (None if roles else _last_term(reading, block))
    if (at_end := _lost_cells(reading, index, roles, owners, deadline)) is not None:
        owners, deadline = at_end.owners, at_end.deadline or deadline
        if status_of(at_end.rest) == "closed" and not stands.closed:
            status = reported(at_end.rest)
    label = label_at(block.text, *text)
    return RowOutcome(
        kind=_kind(block, label, text, cells) or head.kind or kind_of_column(reading, index, text, owned=bool(owners)),
        start=label.content if label is not None and label.content < text[1] else text[0],
        end=max(end for start, end in block.cells if start < end),
        text_end=text[1],
        owners=owners,
        deadline=deadline,
        rule="outcome.table",
        confidence=0.95,
        status=status,
    )


def _is_thing(reading: Reading, index: int, block: Block, cell: tuple[int, int]) -> bool:
    """Whether a cell under a head of topics is but the name of an instrument, and no task: "HAR"."""
    names = [
        (m.block_start, m.block_end) for m in reading.mentions_in(index, *cell) if reading.is_instrument(m.concept)
    ]
    return names == [cell] and column_roles().get(head_over(block, cell)) == "topic"


def _first_text(roles: Sequence[str]) -> int:
    """The first column that tells outcomes; a day before it is that on which they were raised."""
    return roles.index("text") if "text" in roles else 0


def _cells(block: Block, roles: Sequence[str]) -> dict[str, tuple[int, int]]:
    """The first cell of a row that holds something of each role; "Datum | Actie | Wie" has no deadline."""
    found: dict[str, tuple[int, int]] = {}
    for column, (role, cell) in enumerate(zip(roles, block.cells, strict=False)):
        raised = role == "deadline" and column < _first_text(roles)
        if cell[0] < cell[1] and not raised:
            found.setdefault(role, cell)
    return found


def _text_cell(block: Block, roles: Sequence[str], cells: Mapping[str, tuple[int, int]]) -> tuple[int, int] | None:
    """The cell that tells the outcome: beside a column of talk ("Bespreking | Actie") one whose head names a kind."""
    filled = [(k, cell) for k, cell in enumerate(block.cells) if cell[0] < cell[1]]
    settling = [
        k
        for k, (role, head) in enumerate(zip(roles, block.columns, strict=False))
        if role == "text" and kinds_named(head)
    ]
    if settling:
        return next((cell for k, cell in filled if k in settling), None)
    return cells.get("text") or (filled[0][1] if filled and not roles else None)


def _lost_cells(
    reading: Reading, index: int, roles: Sequence[str], owners: tuple[str, ...], deadline: Deadline | None
) -> RowEnd | None:
    """Owner and deadline at the end of a row, where their columns do not hold both."""
    if "owner" not in roles or (owners and (deadline or "deadline" not in roles[_first_text(roles) :])):
        return None
    found = row_end(reading, index)
    return found if found is not None and (not owners or found.deadline is not None) else None


def _last_term(reading: Reading, block: Block) -> Deadline | None:
    """The term that the last cell of a row is, under no head."""
    told = next((block.text[start:end] for start, end in reversed(block.cells) if start < end), "")
    return cell_deadline(told, reading.meeting) if is_term(told, reading.meeting) else None


def _kind(
    block: Block, label: Label | None, text: tuple[int, int], cells: Mapping[str, tuple[int, int]]
) -> OutcomeKind | None:
    """The kind that a row tells by a label, a column of kinds ("Soort"), its number or the head of its column."""
    told = block.text[slice(*cells["kind"])].lower() if "kind" in cells else ""
    return (
        (label.kind if label else None)
        or one_kind(told)
        or coded_kind(block.marker)
        or one_kind(head_over(block, text))
    )


def _row_standing(reading: Reading, block: Block, roles: list[str], text: tuple[int, int], head: Head) -> Standing:
    """How the task of a row stands, by all its cells but the one that tells it; a decision may well be done."""
    decisions = head.kind == "besluit" or "besluit" in head_over(block, text)
    if is_struck(block.text[slice(*text)]):
        return Standing(closed=True, told="van de lijst")
    found = Standing()
    for k, cell in enumerate(block.cells):
        told = block.text[slice(*cell)]
        if cell == text or not told.strip():
            continue
        column, role = (block.columns[k] if block.columns else "", roles[k]) if k < len(roles) else ("", "")
        taken = not decisions and _STANDING.search(column) is not None
        stands = standing(told, reading.meeting, taken=taken)
        if decisions and stands.closed and reported(told) != "dropped":
            continue  # a decision that has been carried out was taken
        done = role == "status" and (stands.closed or (taken and closes(told, reading.meeting)))
        closed = done or (is_closed(told) and not (stands.moved or stands.term))
        if closed or is_ticked_off(column, told):
            return Standing(closed=True, told=told)
        if role == "status":
            runs, undone = found.runs or stands.runs, found.undone or stands.undone
            found = Standing(found.closed, found.moved or stands.moved, found.term or stands.term, "", runs, undone)
    return found


def _row_status(stands: Standing) -> ReportedStatus | None:
    """What a row reports by how its task stands; None where it tells nothing of that."""
    if stands.closed:
        return reported(stands.told)
    return "moved" if stands.moved else "undone" if stands.undone else "running" if stands.runs else None
