"""The build itself: documents that need it are read, and each goes into the graph whole or not at all."""

from __future__ import annotations

import hashlib
import os
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from lrtgraph import gazetteer, search_index
from lrtgraph import vocabulary as v
from lrtgraph.build.journal import Entry, Journal, activity, activity_iri, now, serialised, trouble
from lrtgraph.build.knowledge import refresh_knowledge
from lrtgraph.build.planning import Found, Plan, plan
from lrtgraph.build.pool import Pool
from lrtgraph.build.removing import remove_entry
from lrtgraph.build.report import Progress, Refused, Report, present
from lrtgraph.build.tools import Tools, tools
from lrtgraph.build.worker import Done, Job
from lrtgraph.derivation import changed, derive
from lrtgraph.documents.sources import MEMBER, find
from lrtgraph.errors import DocumentError
from lrtgraph.limits import share_heap
from lrtgraph.network.cache import keep_at
from lrtgraph.resources import Settings
from lrtgraph.store import Store, is_endpoint, open_store

_SHOW_EVERY: float = 60.0  # seconds between views for readers during a long build
_SHOW_AFTER: Final = 200  # documents, whose passages for the search index are in memory until then
# Bytes of TriG of new documents that go in together. Each time, the database gets new files that it has to merge
# with all those it has: half as much takes a fifth more of this process's work for 200 documents. Its memory
# for 250 documents: 453 MB with 20 MB together, 334 with 12, 267 with 10, 213 with 6.
_TOGETHER: Final = 10 * 1024**2
# And when half of what was left is done, so that the workers read on while most goes in, and little waits when they
# end; but not ever less.
_WORTH_IT: Final = 2 * 1024**2


def build(
    paths: Iterable[str | os.PathLike[str]],
    settings: Settings = Settings(),  # noqa: B008 - it is frozen
    *,
    force: bool = False,
    prune: bool = False,
    progress: Progress | None = None,
) -> Report:
    """Read documents into the graph at `settings.store`, and say what became of each.

    `paths` are files, folders and zip archives. A document whose bytes, name and metadata are unchanged since it was
    read with the same version, model and gazetteer is not read again, unless `force`. `prune` takes documents out of
    the graph that were read from these folders and archives before and are not there any more. A document that
    cannot be read is refused with a reason, and a path that is not there is reported; the others still go in. Each
    document goes in whole or not at all: stopped at any moment, the build goes on where it was when it is run again.

    `progress` is called after each document with how many are done, how many there are, and the path.

    >>> report = build(["examples/minutes"], Settings(store="lrtgraph.db"))
    >>> report.documents, len(report.refused)
    (3, 0)

    Raises InputError where no path exists, StoreError where the graph cannot be written, ModelError where the spaCy
    pipeline of the settings cannot be used, GazetteerError where a list of names cannot.
    """
    began = time.monotonic()
    share_heap()
    places, missing = present(paths)
    notes: list[str] = []
    sources = list(find(places, notes.append))
    if settings.gazetteers:
        gazetteer.load(settings.gazetteers)  # a list that cannot be read ends it before it begins
    used = tools(settings, gazetteer.hash_of(settings.gazetteers))
    with open_store(settings.store, write=True) as store, Pool(settings) as pool:
        journal = Journal(store)
        run = _Run(store, journal, used, plan(sources, journal, used, force=force))
        if run.plan.read:
            pool.start(len(run.plan.read))  # it loads meanwhile
        refresh_knowledge(store, settings.gazetteers, with_persons=settings.with_persons)
        done = len(sources) - len(run.plan.read)
        shown = time.monotonic()
        run.settle()
        try:
            for path in run.read(pool):
                done += 1
                if progress is not None:
                    progress(done, len(sources), path)
                if time.monotonic() - shown > _SHOW_EVERY or len(run.passages) >= _SHOW_AFTER:
                    run.show()
                    shown = time.monotonic()
            run.copy()
        finally:
            run.flush()
        if prune:
            run.prune(places, {source.path for source in sources})
        derive(store)
    search_index.sync_at(settings.store, run.passages)
    keep_at(settings.store)
    return run.report(missing, notes, time.monotonic() - began)


def _below(roots: Iterable[str]) -> tuple[str, ...]:
    """What the paths of files in these folders and archives begin with."""
    return tuple(start for root in roots for start in (root.rstrip(os.sep) + os.sep, root + MEMBER))


@dataclass(frozen=True, slots=True)
class _Change:
    """What one document changes in the store: graphs to drop, TriG to add, subjects to forget."""

    drop: list[str]
    add: bytes
    forget: list[tuple[str, str]]


class _Run:
    """One build: what became of each document so far."""

    def __init__(self, store: Store, journal: Journal, used: Tools, made: Plan) -> None:
        self.store, self.journal, self.tools, self.plan = store, journal, used, made
        self.new: list[str] = []
        self.replaced: list[str] = []
        self.removed: list[str] = []
        self.refused: dict[str, str] = {}
        self.facts: Counter[str] = Counter()
        self.passages: dict[str, bytes] = {}
        self.started: dict[str, str] = {}
        self._left = len(made.read)
        self._waiting: list[_Change] = []

    def settle(self) -> None:
        """Take note of what needs no reading."""
        gone = [(v.PROVENANCE_GRAPH, iri) for path, iri in self.journal.troubles.items() if path in self.plan.seen]
        if gone:
            self.store.replace([], [], gone)
        for refused in self.plan.unreadable:
            self._refuse(refused.path, None, None, refused.reason)
        for refused in self.plan.known:
            self.refused[refused.path] = refused.reason

    def read(self, pool: Pool) -> Iterator[str]:
        """Read what is to be read and write it; give each path when it is done."""
        by_path = {found.source.path: found for found in self.plan.read}
        for job, answer in pool.run(self._jobs(), len(self.plan.read)):
            found = by_path[job.path]
            self._left -= 1
            if isinstance(answer, Done):
                self._write(found, answer)
            else:
                self._refuse(job.path, found.sha256, found.fingerprint if answer.lasting else None, answer.reason)
            yield job.path

    def _jobs(self) -> Iterator[Job]:
        for found in self.plan.read:
            source = found.source
            self.started[source.path] = now()
            try:
                data = source.read()
                if hashlib.sha256(data).hexdigest() != found.sha256:
                    raise DocumentError("the file was changed while it was read; build again")
            except DocumentError as error:
                self._refuse(source.path, None, None, str(error))
                continue
            yield Job(source.path, source.name, data, source.metadata)

    def copy(self) -> None:
        """Take note of second copies of the same bytes: they share the graph, or the reason for refusal."""
        refused = {found.sha256: self.refused.get(found.source.path) for found in self.plan.read}
        for found in self.plan.copies:
            path, reason = found.source.path, refused.get(found.sha256)
            known = self.journal.entries.get(path)
            if reason is not None:
                self._refuse(path, found.sha256, None, reason)
            elif known is None or known.maker or known.error or known.sha256 != found.sha256:
                self._commit(Entry(path, found.sha256, None, None, maker=False))

    def prune(self, places: Iterable[str], seen: set[str]) -> None:
        """Take out what was read from these places before and is not there any more."""
        below = _below(os.path.realpath(place) for place in places)
        hidden = _below(refused.path for refused in self.plan.unreadable)  # what is in there cannot be known
        self.removed += [
            path
            for path in self.journal.entries
            if path.startswith(below) and not path.startswith(hidden) and path not in seen
        ]
        for path in self.removed:
            remove_entry(self.store, self.journal, path)

    def _write(self, found: Found, answer: Done) -> None:
        path, sha = found.source.path, found.sha256
        known, maker = self.journal.entries.get(path), self.journal.maker(sha)
        self._commit(Entry(path, sha, found.fingerprint, None, maker=True), answer)
        if not is_endpoint(self.store.where):
            self.passages[v.graph_iri(sha)] = answer.passages
        self.facts.update(answer.facts)
        was_in = maker is not None or (known is not None and known.sha256 is not None and known.error is None)
        (self.replaced if was_in else self.new).append(path)

    def _refuse(self, path: str, sha: str | None, fingerprint: str | None, reason: str) -> None:
        """Note why a document is refused. What cannot even be opened keeps the graph it had: it may come back."""
        self.refused[path] = reason
        known = self.journal.entries.get(path)
        if sha is None and known is not None and known.error is None:
            self.store.replace([], trouble(path, reason, self.tools, now()))
            return
        if sha is not None:
            self.plan.held.get(sha, set()).difference_update(
                found.source.path for found in (*self.plan.read, *self.plan.copies) if found.sha256 == sha
            )
        self._commit(Entry(path, sha, fingerprint, reason, maker=False))

    def _commit(self, entry: Entry, answer: Done = Done({})) -> None:  # noqa: B008 - it is frozen
        """Write a graph and its journal entry, and drop what they take the place of, in one transaction.

        The edges of bytes that are not in the store yet go in with them; what is replaced goes on the waiting list.
        What takes nothing's place waits for others, up to a limit: many documents at once cost a third of as many
        one by one.
        """
        graphs = [entry.sha256] if entry.maker and entry.sha256 else []
        fresh = {sha for sha in graphs if not self.journal.holders(sha)}
        forget = [entry.path]
        known = self.journal.entries.get(entry.path)
        if known is not None and known.sha256 and known.error is None and not self.plan.is_held(known.sha256):
            graphs.append(known.sha256)
        if entry.maker and entry.sha256 and (maker := self.journal.maker(entry.sha256)) and maker.path != entry.path:
            forget.append(maker.path)  # it has moved, or is a copy from now on
            self.journal.drop(maker.path)
        self.journal.put(entry)
        ended = now()
        note = serialised(activity(entry, self.tools, self.started.get(entry.path, ended), ended))
        gone = [(v.PROVENANCE_GRAPH, activity_iri(path)) for path in forget]
        mark = serialised(changed(self.store, (sha for sha in graphs if sha not in fresh)))
        add = b"".join((answer.quads, answer.edges if fresh else b"", note, mark))
        change = _Change([v.graph_iri(sha) for sha in graphs], add, gone)
        waits = known is None and len(forget) == 1 and not is_endpoint(self.store.where)
        if not waits:
            self.flush()
        self._waiting.append(change)
        size = sum(len(change.add) for change in self._waiting)
        if not waits or size > _TOGETHER or (size > _WORTH_IT and len(self._waiting) >= self._left):
            self.flush()

    def flush(self) -> None:
        """Write what waits, in one transaction."""
        if not self._waiting:
            return
        drop = [graph for change in self._waiting for graph in change.drop]
        forget = [pair for change in self._waiting for pair in change.forget]
        add = b"".join(change.add for change in self._waiting)
        self._waiting.clear()  # their bytes, of which there is a copy now
        self.store.replace(drop, add, forget)

    def show(self) -> None:
        """Let readers and the search index see what has been done until now."""
        self.flush()
        self.store.publish()
        search_index.sync_at(self.store.where, self.passages)
        self.passages.clear()

    def report(self, missing: Iterable[Refused], notes: Iterable[str], seconds: float) -> Report:
        """What became of everything."""
        copies = (found.source.path for found in self.plan.copies)
        return Report(
            new=tuple(sorted(self.new)),
            replaced=tuple(sorted(self.replaced)),
            unchanged=tuple(found.source.path for found in self.plan.unchanged),
            duplicates=tuple(path for path in copies if path not in self.refused),
            removed=tuple(sorted(self.removed)),
            refused=tuple(Refused(path, reason) for path, reason in sorted(self.refused.items())),
            missing=tuple(missing),
            notes=tuple(notes),
            facts=dict(sorted(self.facts.items())),
            seconds=seconds,
        )
