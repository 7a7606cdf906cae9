"""Embedded Oxigraph in a folder: one writer, and readers who never meet a half-written graph.

    lrtgraph.db/
      lrtgraph-store    the format's version
      data/             the database; only the one writer opens it (Oxigraph's own lock keeps a second one out)
      view-000007/      what readers open: a checkpoint of the database, made of hard links
      current           the name of the newest view
      unpublished       there while the database holds what the newest view lacks

Reading a database that another process writes to is undefined in Oxigraph, so readers never do. A writer
publishes a view when it closes, and now and then before; a view stays as long as a reader holds a lock on it.
"""

from __future__ import annotations

import errno
import os
import shutil
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final, Self

import pyoxigraph as ox

from lrtgraph.errors import NoStoreError, QueryError, StoreError, StoreFullError, StoreLockedError
from lrtgraph.store import CURRENT, version
from lrtgraph.store.protocol import Results, Source, Writer
from lrtgraph.store.update import replacement

try:
    import fcntl
except ImportError:  # Windows, where an open file cannot be deleted anyway
    fcntl = None  # type: ignore[assignment]

_MARK: Final = "lrtgraph store "
_MARKER, _DATA, _VIEW = "lrtgraph-store", "data", "view-"
_UNPUBLISHED: Final = "unpublished"
_ATTEMPTS: Final = 50
# Bytes of TriG after which what was written is moved from memory to files, where it takes 25 times as much: RocksDB
# itself would wait for 64 MB in each of its ten tables.
_MOVED_AFTER: Final = 1024**2
# Many quads are written as sorted files that the database takes over all at once, at a third of the cost of as many
# single writes; up to a million they are one set of files, and so one transaction. Fewer are not worth it: of every two
# sets, however small, the database merges each table with all that it holds.
_MANY_QUADS: Final = range(50_000, 500_000)
_MANY_AT_FIRST: Final = range(10_000, 500_000)  # quads, in a database that holds nothing to merge them with
_MANY_BYTES: Final = range(1024**2, 32 * 1024**2)
_QUAD: Final = 45  # bytes of TriG, about
# Where so large a part of the database is new, it is put in order as a whole before readers see it: questions that look
# much up one by one then take a quarter less. A million quads take three seconds of work. To do so only at the end of a
# build of 1,000 documents made it work more, as what comes in later is merged with more files.
_NEW_PART: Final = 0.25
_STORED: Final = 7  # bytes that the database needs for a byte of TriG, about


class EmbeddedStore:
    """A store in a folder; see `lrtgraph.store.open_store`."""

    def __init__(self, where: str | os.PathLike[str], *, write: bool = False) -> None:
        self.where = os.fspath(where)
        self._folder = Path(where)
        self._lock: int | None = None
        self._changed = False
        self._unmoved = 0
        self._new = 0  # bytes of TriG that were written since the database was put in order, or opened
        self._write = write
        self._store: ox.Store | None = None
        if write:
            self._open_to_write()
        else:
            self._open_to_read()

    # Opening

    def _version(self) -> int | None:
        """The version of the store; None where there is none yet."""
        try:
            found = (self._folder / _MARKER).read_text(encoding="utf-8")
        except FileNotFoundError:
            return None
        except (NotADirectoryError, IsADirectoryError, UnicodeDecodeError):
            raise StoreError(f"{self.where} is no graph; give a folder with --store") from None
        except OSError as error:
            raise self._failed("opened", error) from None
        number = found.removeprefix(_MARK).strip()
        if not found.startswith(_MARK) or not number.isdecimal():
            raise version.unknown(found.strip(), self.where)
        return int(number)

    def _open_to_read(self) -> None:
        found = self._version()
        if found is None:
            raise NoStoreError(f"there is no graph in {self.where} yet; run `lrtgraph build DIR` first")
        version.check_readable(found, self.where)
        for _ in range(_ATTEMPTS):
            try:
                name = (self._folder / CURRENT).read_text(encoding="utf-8").strip()
            except FileNotFoundError:
                raise NoStoreError(f"the graph in {self.where} was never finished; run `lrtgraph build DIR`") from None
            view = self._folder / Path(name).name
            try:
                self._lock = _share(view)
                self._store = ox.Store.read_only(str(view))
            except (FileNotFoundError, NotADirectoryError):
                self._unlock()  # a newer view took its place just now
                time.sleep(0.02)
                continue
            except (OSError, RuntimeError) as error:
                self._unlock()
                raise self._failed("opened", error) from None
            return
        raise StoreError(f"the graph in {self.where} is damaged: {CURRENT} names a view that is not there")

    def _open_to_write(self) -> None:
        try:
            found = self._version()
            if found is None:
                if self._folder.exists() and any(self._folder.iterdir()):
                    raise StoreError(f"{self.where} holds other things than a graph; choose another --store")
                self._folder.mkdir(parents=True, exist_ok=True)
                self._mark()
            updates = list(version.steps(version.VERSION if found is None else found, self.where))
            self._store = ox.Store(str(self._folder / _DATA))
            self._sweep()
            self._changed = (self._folder / _UNPUBLISHED).exists()
            if updates:
                self._bring_up(updates)
            elif not (self._folder / CURRENT).exists():
                self.publish(always=True)
        except (OSError, RuntimeError) as error:
            raise self._failed("written", error) from None

    def _bring_up(self, updates: list[str]) -> None:
        """Make an older graph one of this version; ended half-way, it is done again from the start."""
        for update in updates:
            self.update(update)
        self.publish(always=True)
        self._mark()  # last: nobody reads an old view as a new one

    def _mark(self) -> None:
        _write_whole(self._folder / _MARKER, f"{_MARK}{version.VERSION}\n")

    def _failed(self, what: str, error: Exception) -> StoreError:
        """Our error for one of the operating system or of RocksDB."""
        text = str(error)
        if "lock" in text.lower():
            return StoreLockedError(
                f"another process is writing to the graph in {self.where}; try again when it is done"
            )
        if getattr(error, "errno", None) in (errno.ENOSPC, errno.EDQUOT) or "No space left" in text or "quota" in text:
            return StoreFullError(
                f"the disk is full: the graph in {self.where} keeps what was finished; make room and go on"
            )
        if isinstance(error, PermissionError) or "Permission denied" in text or "Read-only file system" in text:
            return StoreError(f"the graph in {self.where} cannot be {what}: no permission")
        if isinstance(error, NotADirectoryError | FileExistsError):
            return StoreError(f"{self.where} is no folder; give a folder with --store")
        if isinstance(error, RuntimeError):
            return StoreError(f"the graph in {self.where} is damaged: restore a backup, or build it anew ({text})")
        return StoreError(f"the graph in {self.where} cannot be {what} ({text})")

    @property
    def _open(self) -> ox.Store:
        if self._store is None:
            raise StoreError(f"the graph in {self.where} is closed")
        return self._store

    # Reading

    def query(self, sparql: str) -> Results:
        """Answer a SPARQL query over the union of all graphs."""
        try:
            return self._open.query(sparql, use_default_graph_as_union=True)
        except SyntaxError as error:
            raise QueryError(f"the query cannot be read: {error}") from None
        except (OSError, ValueError, RuntimeError) as error:
            raise QueryError(f"the query failed: {error}") from None

    def graphs(self) -> list[str]:
        """The IRIs of all named graphs, sorted."""
        return sorted(graph.value for graph in self._open.named_graphs())

    def quads(self, graph: str | None = None) -> Iterator[ox.Quad]:
        """All quads, or those of one named graph."""
        name = None if graph is None else ox.NamedNode(graph)
        return iter(self._open.quads_for_pattern(None, None, None, name))

    def dump(self, file: Writer) -> None:
        """Write all quads to a file as N-Quads."""
        self._open.dump(file, format=ox.RdfFormat.N_QUADS)  # type: ignore[arg-type]

    # Writing

    def replace(
        self, drop: Iterable[str], add: Iterable[ox.Quad] | bytes, forget: Iterable[tuple[str, str]] = ()
    ) -> None:
        """Drop graphs, forget subjects and add quads, in one transaction."""
        add = add if isinstance(add, bytes) else list(add)
        self._replace(drop, add, forget)
        size = len(add) if isinstance(add, bytes) else len(add) * _QUAD
        self._new += size
        if not _is_many(add):
            self._unmoved += size
        if self._unmoved > _MOVED_AFTER:
            try:
                self._open.flush()
            except OSError as error:
                raise self._failed("written", error) from None
            self._unmoved = 0

    def _replace(self, drop: Iterable[str], add: list[ox.Quad] | bytes, forget: Iterable[tuple[str, str]]) -> None:
        store = self._open
        gone = [graph for graph in drop if store.contains_named_graph(ox.NamedNode(graph))]
        forgotten = [pair for pair in forget if self._has(*pair)]
        if gone or forgotten:
            self._mend(gone, add, forgotten)
            return
        try:
            self._begin()
            if not isinstance(add, bytes):
                many = _is_many(add) or (len(add) in _MANY_AT_FIRST and next(store.named_graphs(), None) is None)
                (store.bulk_extend if many else store.extend)(add)
            elif _is_many(add):
                store.bulk_load(add, format=ox.RdfFormat.TRIG, lenient=True)  # what was checked when it was made
            else:
                store.load(add, format=ox.RdfFormat.TRIG)
        except OSError as error:
            raise self._failed("written", error) from None
        self._changed = True

    def _mend(self, drop: list[str], add: list[ox.Quad] | bytes, forget: list[tuple[str, str]]) -> None:
        """Replace graphs that are there by writing what differs: most of what a document says stays when it is read
        again, and a quad that is taken out costs as much as one that is put in.
        """
        quads = dict.fromkeys(ox.parse(add, format=ox.RdfFormat.TRIG) if isinstance(add, bytes) else add)
        patterns: list[tuple[ox.NamedNode | None, ox.NamedNode]] = [(None, ox.NamedNode(graph)) for graph in drop]
        patterns += [(ox.NamedNode(subject), ox.NamedNode(graph)) for graph, subject in forget]
        found = self._open.quads_for_pattern
        old = {quad for subject, graph in patterns for quad in found(subject, None, None, graph)}
        if any(isinstance(term, ox.BlankNode) for quad in old for term in (quad.subject, quad.object)):
            self.update(replacement(drop, quads, forget))  # one by one, blank nodes cannot be named
            return
        emptied = set(drop) - {quad.graph_name.value for quad in quads if isinstance(quad.graph_name, ox.NamedNode)}
        leave = (quad for quad in old - quads.keys() if quad.graph_name.value not in emptied)  # type: ignore[union-attr]
        self.update(replacement(sorted(emptied), (quad for quad in quads if quad not in old), leave=leave))

    def _has(self, graph: str, subject: str) -> bool:
        found = self._open.quads_for_pattern(ox.NamedNode(subject), None, None, ox.NamedNode(graph))
        return next(iter(found), None) is not None

    def update(self, sparql: str) -> None:
        """Run a SPARQL update, in one transaction."""
        try:
            self._begin()
            self._open.update(sparql)
        except SyntaxError as error:
            raise QueryError(f"the update cannot be read: {error}") from None
        except OSError as error:
            raise self._failed("written", error) from None
        self._changed = True

    def publish(self, *, always: bool = False) -> None:
        """Let readers see what has been written until now."""
        if not self._write or not (self._changed or always):
            return
        number = max((int(view.name.removeprefix(_VIEW)) for view in self._views()), default=0) + 1
        view = self._folder / f"{_VIEW}{number:06}"
        partial = view.with_suffix(".partial")
        try:
            self._put_in_order()
            self._open.backup(str(partial))
            partial.rename(view)
            _write_whole(self._folder / CURRENT, view.name + "\n")
            (self._folder / _UNPUBLISHED).unlink(missing_ok=True)
        except OSError as error:
            raise self._failed("written", error) from None
        self._changed = False
        self._sweep()

    def _put_in_order(self) -> None:
        """Merge the files of the database where much of it is new."""
        if self._new > _MOVED_AFTER and self._new * _STORED > _NEW_PART * _size(self._folder / _DATA):
            self._open.optimize()
            self._new = 0

    def load(self, file: Source) -> None:
        """Add quads from a file of N-Quads of any length."""
        try:
            self._begin()
            self._open.bulk_load(file, format=ox.RdfFormat.N_QUADS)  # type: ignore[arg-type]
        except SyntaxError as error:
            raise StoreError(f"the N-Quads cannot be read: {error}") from None
        except OSError as error:
            raise self._failed("written", error) from None
        self._changed = True

    def _begin(self) -> None:
        """Leave a mark before the first change: a writer that cannot publish it leaves that to the next one."""
        if not self._changed:
            (self._folder / _UNPUBLISHED).touch()

    def _views(self) -> list[Path]:
        return [view for view in self._folder.glob(_VIEW + "*") if view.name.removeprefix(_VIEW).isdigit()]

    def _sweep(self) -> None:
        """Delete views that are neither the newest nor being read, and what a killed writer left."""
        try:
            current = (self._folder / CURRENT).read_text(encoding="utf-8").strip()
        except FileNotFoundError:
            current = ""
        for view in self._folder.glob(_VIEW + "*"):
            if view.name != current:
                _delete_unless_shared(view)
        for unfinished in (self._folder / _DATA).glob("bulk-*.sst"):
            unfinished.unlink(missing_ok=True)

    # Closing

    def close(self) -> None:
        """Publish what was written and release the store."""
        try:
            if self._store is not None:
                self.publish()
        finally:
            self._store = None
            self._unlock()

    def _unlock(self) -> None:
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()


def _is_many(add: list[ox.Quad] | bytes) -> bool:
    """Whether so much is written that sorted files are worth it."""
    return len(add) in (_MANY_BYTES if isinstance(add, bytes) else _MANY_QUADS)


def _size(database: Path) -> int:
    """Bytes of a database's files; one that is merged away meanwhile does not count."""
    size = 0
    for file in database.glob("*.sst"):
        with suppress(FileNotFoundError):
            size += file.stat().st_size
    return size


def _write_whole(path: Path, text: str) -> None:
    """Write a small file so that it is there whole or not at all."""
    partial = path.with_name(path.name + ".partial")
    with partial.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    partial.replace(path)


def _share(folder: Path) -> int | None:
    """Hold a view as a reader: the descriptor whose closing lets it go."""
    if fcntl is None:
        return None
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH)
    except OSError:
        os.close(descriptor)
        raise
    return descriptor


def _delete_unless_shared(folder: Path) -> None:
    """Delete a view, unless a reader holds it; a reader that comes just now waits and finds it gone."""
    descriptor: int | None = None
    try:
        if fcntl is not None:
            descriptor = os.open(folder, os.O_RDONLY)
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        shutil.rmtree(folder, ignore_errors=True)
    except OSError:
        return
    finally:
        if descriptor is not None:
            os.close(descriptor)
