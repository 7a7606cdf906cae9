"""Which documents a build has to read, from what is there now and what the journal knows. Writes nothing."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass, field

from lrtgraph.build.journal import Entry, Journal
from lrtgraph.build.report import Refused
from lrtgraph.build.tools import Tools
from lrtgraph.documents.sources import MEMBER, Source
from lrtgraph.errors import DocumentError


@dataclass(frozen=True, slots=True)
class Found:
    """A source whose bytes could be read, with their hash and what it would be read with."""

    source: Source
    sha256: str
    fingerprint: str


@dataclass(slots=True)
class Plan:
    """What is to be done with each source, in the order in which they were found.

    `copies` have the same bytes as another source and share its graph; `known` are refused again for the reason in
    the journal; `unreadable` could not even be opened.
    """

    read: list[Found] = field(default_factory=list)
    unchanged: list[Found] = field(default_factory=list)
    copies: list[Found] = field(default_factory=list)
    known: list[Refused] = field(default_factory=list)
    unreadable: list[Refused] = field(default_factory=list)
    held: dict[str, set[str]] = field(default_factory=dict)
    """Hash → the paths that have these bytes when the build is done."""
    seen: set[str] = field(default_factory=set)
    """The paths of all sources."""

    def is_held(self, sha256: str) -> bool:
        """Whether any path has these bytes when the build is done."""
        return bool(self.held.get(sha256))


def plan(sources: Iterable[Source], journal: Journal, tools: Tools, *, force: bool = False) -> Plan:
    """Decide what to do with each source."""
    made = Plan()
    groups: dict[str, list[Found]] = {}
    seen = made.seen
    for source in sources:
        seen.add(source.path)
        try:
            sha = hashlib.sha256(source.read()).hexdigest()
        except DocumentError as error:
            made.unreadable.append(Refused(source.path, str(error)))
            continue
        groups.setdefault(sha, []).append(Found(source, sha, tools.fingerprint(source.name, source.metadata)))
    for path, entry in journal.entries.items():
        if path not in seen and entry.sha256 and entry.error is None:
            made.held.setdefault(entry.sha256, set()).add(path)
    for sha, group in groups.items():
        made.held.setdefault(sha, set()).update(found.source.path for found in group)
        _plan_group(group, journal, tools, force, seen, made)
    return made


def _plan_group(group: list[Found], journal: Journal, tools: Tools, force: bool, seen: set[str], made: Plan) -> None:
    """Sources with the same bytes: one of them is read, or none where the graph is as it should be."""
    maker = journal.maker(group[0].sha256)
    is_elsewhere = maker is not None and maker.path not in seen and _is_there(maker.path)
    if is_elsewhere and maker is not None and tools.made(maker.fingerprint) and not force:
        made.copies += group
        return
    first = next((found for found in group if maker is not None and found.source.path == maker.path), group[0])
    others = [found for found in group if found is not first]
    known = journal.entries.get(first.source.path)
    if force or known is None or not _is_same(known, first):
        made.read.append(first)
        made.copies += others
    elif known.error is not None:
        made.known += [Refused(found.source.path, known.error) for found in group]
    else:
        made.unchanged.append(first)
        made.copies += others


def _is_same(known: Entry, found: Found) -> bool:
    """Whether the journal's entry is of these bytes, read with these tools into a graph or refused for good."""
    is_settled = known.maker or known.error is not None
    return is_settled and (known.sha256, known.fingerprint) == (found.sha256, found.fingerprint)


def _is_there(path: str) -> bool:
    return os.path.exists(path.partition(MEMBER)[0])
