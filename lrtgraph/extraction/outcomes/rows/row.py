"""What a row of a table or a line of a list settles, and what both tell alike: by their number, and by their head."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lrtgraph.extraction.outcomes.closing import closing_head
from lrtgraph.extraction.outcomes.labels import CODES
from lrtgraph.extraction.outcomes.terms.deadlines import Deadline
from lrtgraph.records import OutcomeKind, ReportedStatus

if TYPE_CHECKING:
    from lrtgraph.extraction.context import Reading
    from lrtgraph.extraction.outcomes.marks.heads import Head
    from lrtgraph.records import Block

_CODE = re.compile(r"(?:\d{4}[-/.]\d{1,2}[-/.])?(?P<id>[ABT])[-.\s]?\d{1,3}[.):]?\Z", re.IGNORECASE)


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
        return self.status in (None, "moved", "running", "undone")


def coded_kind(marker: str | None) -> OutcomeKind | None:
    """The kind that a row's number tells: "B1", "2024-03-A4"."""
    found = _CODE.match((marker or "").strip())
    return CODES[found["id"].upper()] if found else None


def status_of_kind(kind: OutcomeKind | None, status: ReportedStatus | None) -> ReportedStatus | None:
    """What became of an outcome of a kind: a decision that has been carried out was taken, and stays one.

    >>> status_of_kind("besluit", "done"), status_of_kind("besluit", "dropped"), status_of_kind("actie", "done")
    (None, 'dropped', 'done')
    """
    return status if kind != "besluit" or status == "dropped" else None


def under_closed(reading: Reading, block: Block, head: Head) -> ReportedStatus | None:
    """What the head over a block says came of all tasks under it: "Afgeronde acties"."""
    if head.block is not None:
        return closing_head(reading.layout.blocks[head.block].text)
    return closing_head(reading.layout.agenda[block.item].title) if block.item is not None else None
