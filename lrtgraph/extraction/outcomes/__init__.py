"""What the meeting settled: decisions, agreements, actions and commitments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lrtgraph.records import Outcome

if TYPE_CHECKING:
    from lrtgraph.extraction.context import Reading


def outcomes(reading: Reading) -> tuple[Outcome, ...]:
    """The outcomes of one document in the order of its text."""
    return ()
