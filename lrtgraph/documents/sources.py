"""Where documents come from: files, folders with all below them, archives and mails; hidden files are skipped."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Final

from lrtgraph.documents import MOST_BYTES
from lrtgraph.documents.containers import Member, is_container, read_file
from lrtgraph.documents.metadata import Beside, is_metadata
from lrtgraph.documents.opening import Chain, Opener
from lrtgraph.errors import DocumentError, InputError
from lrtgraph.records import Metadata

_IGNORED: Final = frozenset({"thumbs.db", "desktop.ini", "__macosx"})
MEMBER: Final = "!/"  # between the path of an archive or mail and that of a file in it
_STORE_MARKER: Final = "lrtgraph-store"
_MOST_UNPACKED: Final = 1024**3
_DEEPEST: Final = 3
# Surrogates, and what RDF and terminals cannot hold: the path is kept in the graph and compared with the next build's.
_UNWRITABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")

Note = Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Source:
    """A place with the bytes of one document.

    `path` is absolute; a file in an archive or mail has `archive.zip!/inner/name.txt`. Characters that no text can
    hold are written as escapes in it. `name` is the file's name alone.
    """

    path: str
    name: str
    read: Callable[[], bytes] = field(repr=False, compare=False)
    metadata: Metadata = field(default_factory=Metadata)


def find(paths: Iterable[str | os.PathLike[str]], note: Note = lambda sentence: None) -> Iterator[Source]:
    """All documents at these paths, in a fixed order, each once.

    Hidden files, lock files of office programs, metadata beside documents and lrtgraph's own graphs are skipped. `note`
    gets a sentence on each manifest that names what is not beside it.
    Raises InputError for a path that does not exist; reading a source may raise DocumentError.
    """
    seen: set[str] = set()
    opener = Opener()
    for path in paths:
        if not os.path.exists(path):
            raise InputError(f"there is no file or folder '{os.fspath(path)}'")
        place = Path(path).resolve()
        found = _folder(place, opener, note) if place.is_dir() else _file(place, _beside(place.parent), opener, note)
        for source in found:
            if source.path not in seen:
                seen.add(source.path)
                yield source


def _passed_by(name: str) -> bool:
    return name.startswith((".", "~$")) or name.endswith("~") or name.lower() in _IGNORED


def _folder(folder: Path, opener: Opener, note: Note) -> Iterator[Source]:
    """The documents in a folder and all below it, links to folders too; a folder that cannot be read is refused."""
    closed: list[OSError] = []
    seen: set[tuple[int, int]] = set()
    for place, folders, files in os.walk(folder, onerror=closed.append, followlinks=True):
        found = os.stat(place)
        is_again = (found.st_dev, found.st_ino) in seen
        if is_again or _STORE_MARKER in files:
            folders.clear()
            continue
        seen.add((found.st_dev, found.st_ino))
        folders[:] = sorted(name for name in folders if not _passed_by(name))
        beside = _beside(Path(place))
        for name in sorted(files):
            if not _passed_by(name) and not is_metadata(name):
                yield from _file(Path(place, name), beside, opener, note)
        if sentence := beside.without_document(set(files)):
            note(sentence)
    for error in closed:
        yield _refused(str(error.filename), f"the folder cannot be read: {error.strerror}")


def _beside(folder: Path) -> Beside:
    """The metadata in a folder on disk."""

    def read(name: str) -> bytes | None:
        path = folder / name
        return read_file(path) if path.is_file() else None

    return Beside(os.fspath(folder), read)


def _file(path: Path, beside: Beside, opener: Opener, note: Note) -> Iterator[Source]:
    try:
        metadata = beside.of(path.name)
    except DocumentError as error:
        yield _refused(os.fspath(path), str(error))
        return
    if not is_container(path.name):
        yield Source(_written(os.fspath(path)), path.name, partial(read_file, path), metadata)
        return
    try:
        room = [max(_MOST_UNPACKED, 2 * path.stat().st_size)]
    except OSError as error:
        yield _refused(os.fspath(path), f"the file cannot be read: {error.strerror}")
        return
    yield from _inside((os.fspath(path),), metadata, opener, room, note)


def _inside(chain: Chain, metadata: Metadata, opener: Opener, room: list[int], note: Note) -> Iterator[Source]:
    """The documents in a container; `room[0]` is how many bytes may still be unpacked from the outermost one."""
    path = MEMBER.join(chain)
    if len(chain) > _DEEPEST:
        yield _refused(path, "archives and mails are nested too deep; unpack them")
        return
    try:
        container = opener.listing(chain)
    except DocumentError as error:
        yield _refused(path, str(error))
        return
    if container.is_document:
        yield Source(_written(path), Path(chain[-1]).name, partial(opener.read, chain), metadata)
    folders: dict[str, Beside] = {}
    places = {member.place for member in container.members}
    for member in container.members:
        if is_metadata(member.name) or _is_passed_by(member):
            continue
        inner = (*chain, member.place)
        if member.size > min(room[0], MOST_BYTES):
            yield _refused(MEMBER.join(inner), "it unpacks to more than can be read; unpack the archive and split it")
            continue
        room[0] -= member.size
        there = partial(_read_there, opener, chain, places, member.folder)
        beside = folders.setdefault(member.folder, Beside(path, there))
        yield from _member(inner, member.name, beside, opener, room, note)
    for folder, beside in folders.items():
        if sentence := beside.without_document(_Names(places, folder)):
            note(sentence)


def _member(inner: Chain, name: str, beside: Beside, opener: Opener, room: list[int], note: Note) -> Iterator[Source]:
    """A document in a container, or the documents in what is a container itself."""
    try:
        known = beside.of(name)
    except DocumentError as error:
        yield _refused(MEMBER.join(inner), str(error))
        return
    if is_container(name):
        yield from _inside(inner, known, opener, room, note)
    else:
        yield Source(_written(MEMBER.join(inner)), name, partial(opener.read, inner), known)


@dataclass(frozen=True, slots=True)
class _Names:
    """The names of the files in one folder of a container."""

    places: set[str]
    folder: str

    def __contains__(self, name: object) -> bool:
        return f"{self.folder}{name}" in self.places


def _read_there(opener: Opener, chain: Chain, places: set[str], folder: str, name: str) -> bytes | None:
    """The bytes of a file beside another in a container; None where there is none."""
    place = folder + name
    return opener.read((*chain, place)) if place in places else None


def _is_passed_by(member: Member) -> bool:
    parts = [part for part in member.place.split("/") if part not in (".", "..")]
    return not member.name or any(_passed_by(part) for part in parts)


def _refused(path: str, reason: str) -> Source:
    """A place where something is that cannot be read."""

    def read() -> bytes:
        raise DocumentError(reason)

    return Source(_written(path), path.rpartition("/")[2], read)


def _written(path: str) -> str:
    """A path as text: bytes that are no UTF-8 and characters that no text holds become escapes."""
    return _UNWRITABLE.sub(lambda match: match[0].encode("unicode_escape", "surrogatepass").decode("ascii"), path)
