"""Backups: all quads as compressed N-Quads, which any version and any store can read, with a checksum beside them.

DIR/graph.nq.gz
DIR/backup.json     format, version, number of quads, SHA-256 of the file
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from lrtgraph import __version__
from lrtgraph.errors import InputError, StoreError, StoreFullError
from lrtgraph.store import Store, is_endpoint, open_store, version
from lrtgraph.store.protocol import Writer

FORMAT: Final = "lrtgraph backup 1"
_QUADS, _NOTE = "graph.nq.gz", "backup.json"


def backup(where: str, folder: str | os.PathLike[str]) -> int:
    """Write the graph at `where` to a new folder; return the number of quads.

    Raises InputError where the folder exists, StoreError where the graph or the folder cannot be used.
    """
    target = Path(folder)
    if target.exists():
        raise InputError(f"{target} exists already; give a new folder for the backup")
    partial = target.with_name(target.name + ".partial")
    try:
        with open_store(where) as store:
            shutil.rmtree(partial, ignore_errors=True)
            partial.mkdir(parents=True)
            with (partial / _QUADS).open("wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", mtime=0) as file:
                counter = _Counter(file)
                store.dump(counter)
        note = {
            "format": FORMAT,
            "version": __version__,
            "store": version.VERSION,
            "quads": counter.lines,
            "sha256": _sha256(partial / _QUADS),
        }
        (partial / _NOTE).write_text(json.dumps(note, indent=1) + "\n", encoding="utf-8")
        partial.rename(target)
    except OSError as error:
        shutil.rmtree(partial, ignore_errors=True)
        raise StoreError(
            f"the backup cannot be written to {target} ({error.strerror or error}); give another folder"
        ) from None
    return counter.lines


def restore(folder: str | os.PathLike[str], where: str) -> int:
    """Make the graph at `where` from a backup; return the number of quads.

    The backup is checked first, and a graph in a folder appears whole or not at all.

    Raises InputError where the folder is no whole backup, StoreError where there is a graph already.
    """
    source = Path(folder)
    quads, updates = _checked(source)
    if is_endpoint(where):
        with open_store(where, write=True) as store:
            if store.graphs():
                raise StoreError(f"there is a graph at {where} already; restore to an empty one")
            _load(source, store, updates)
        return quads
    target = Path(where)
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise StoreError(f"{where} exists already; restore to another --store, or remove it first")
    partial = target.with_name(target.name + ".partial")
    shutil.rmtree(partial, ignore_errors=True)
    try:
        with open_store(os.fspath(partial), write=True) as store:
            _load(source, store, updates)
        if target.is_dir():
            target.rmdir()
        partial.rename(target)
    except OSError as error:
        raise StoreError(
            f"the graph cannot be written to {where} ({error.strerror or error}); give another --store"
        ) from None
    except StoreFullError:
        raise StoreFullError(
            f"there is no room on the disk for the graph in {where}; make some and restore it again"
        ) from None
    except StoreError as error:
        raise StoreError(f"the graph cannot be restored to {where}: {error}") from None
    finally:
        shutil.rmtree(partial, ignore_errors=True)
    return quads


def _checked(folder: Path) -> tuple[int, list[str]]:
    """How many quads a backup holds, once it is sure that it is whole, and what brings them up to this version."""
    try:
        note = json.loads((folder / _NOTE).read_text(encoding="utf-8"))
        if note["format"] != FORMAT:
            raise InputError(
                f"{folder} was written by another version of lrtgraph ({note['version']}): restore it with that one"
            )
        if _sha256(folder / _QUADS) != note["sha256"]:
            raise InputError(f"{folder} is damaged ({_QUADS} is not what was written); use an earlier backup")
        return int(note["quads"]), list(version.steps(int(note.get("store", 1)), os.fspath(folder)))
    except (OSError, ValueError, KeyError, TypeError):
        raise InputError(f"{folder} holds no backup of a graph; give a folder that `lrtgraph backup` wrote") from None


def _load(folder: Path, store: Store, updates: Iterable[str]) -> None:
    with gzip.open(folder / _QUADS, "rb") as file:
        store.load(file)
    for update in updates:
        store.update(update)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


class _Counter:
    """A file that counts the lines written to it."""

    def __init__(self, file: Writer) -> None:
        self._file, self.lines = file, 0

    def write(self, data: bytes) -> int:
        """Write on to the file."""
        self.lines += data.count(b"\n")
        return self._file.write(data)

    def flush(self) -> None:
        """Flush the file."""
        self._file.flush()
