"""What a build did."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Refused:
    """A document that could not be read: its path, and why, in one sentence."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did: the paths of documents by what became of them, facts by kind, and how long it took.

    `duplicates` have the same bytes as another document and share its graph. `facts` counts what the documents that
    were read in this build gave: mentions, attendance, outcomes, statements, targets, responsibilities.
    """

    new: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    duplicates: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    refused: tuple[Refused, ...] = ()
    facts: Mapping[str, int] = field(default_factory=dict)
    seconds: float = 0.0

    @property
    def documents(self) -> int:
        """How many documents were looked at."""
        return len(self.new) + len(self.replaced) + len(self.unchanged) + len(self.duplicates) + len(self.refused)


Progress = Callable[[int, int, str], None]
"""Called with how many documents are done, how many there are, and the path of the last one."""
