"""What a build did."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from lrtgraph.errors import InputError


@dataclass(frozen=True, slots=True)
class Refused:
    """A document that could not be read: its path, and why, in one sentence.

    `is_missing` where the path was asked for and nothing is there: that is no document, and the graph does not keep it.
    """

    path: str
    reason: str
    is_missing: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did: the paths of documents by what became of them, facts by kind, and how long it took.

    `duplicates` have the same bytes as another document and share its graph; `missing` are paths that were asked for
    and are not there; `notes` are sentences on what stands beside documents and belongs to none. `facts` counts what
    the documents that were read in this build gave: mentions, attendance, outcomes, statements, targets,
    responsibilities.
    """

    new: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    duplicates: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    refused: tuple[Refused, ...] = ()
    missing: tuple[Refused, ...] = ()
    notes: tuple[str, ...] = ()
    facts: Mapping[str, int] = field(default_factory=dict)
    seconds: float = 0.0

    @property
    def documents(self) -> int:
        """How many documents were looked at."""
        return len(self.new) + len(self.replaced) + len(self.unchanged) + len(self.duplicates) + len(self.refused)


Progress = Callable[[int, int, str], None]
"""Called with how many documents are done, how many there are, and the path of the last one."""


def present(paths: Iterable[str | os.PathLike[str]]) -> tuple[list[str], list[Refused]]:
    """The paths that are there, and a refusal of each that is not: one wrong path keeps no other out.

    Raises InputError where none is there.
    """
    there: list[str] = []
    missing: list[Refused] = []
    for path in paths:
        name = os.fspath(path)
        if os.path.exists(name):
            there.append(name)
        else:
            missing.append(Refused(name, "there is no such file or folder", is_missing=True))
    if missing and not there:
        raise InputError(f"there is no file or folder '{missing[0].path}'")
    return there, missing
