"""Who owns or answers for an instrument, as the document says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lrtgraph.records import Outcome, Responsibility

if TYPE_CHECKING:
    from lrtgraph.extraction.context import Reading


def responsibilities(reading: Reading, outcomes: tuple[Outcome, ...]) -> tuple[Responsibility, ...]:
    """The responsibilities that one document states, in the order of its text."""
    return ()
