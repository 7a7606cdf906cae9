"""Where documents come from: files, folders with all below them, and archives; what is no document is passed by."""

from __future__ import annotations

import os
import stat
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Final

from lrtgraph.documents import MOST_BYTES
from lrtgraph.documents.metadata import Beside, is_metadata
from lrtgraph.errors import DocumentError, InputError
from lrtgraph.records import Metadata

_IGNORED: Final = frozenset({"thumbs.db", "desktop.ini", "__macosx"})
MEMBER: Final = "!/"  # between the path of an archive and that of a file in it
_STORE_MARKER: Final = "lrtgraph-store"
_MOST_MEMBERS: Final = 10_000
_MOST_UNPACKED: Final = 1024**3
_DEEPEST: Final = 3


@dataclass(frozen=True, slots=True)
class Source:
    """A place with the bytes of one document.

    `path` is absolute; a file in an archive has `archive.zip!/inner/name.txt`. `name` is the file's name alone.
    """

    path: str
    name: str
    read: Callable[[], bytes] = field(repr=False, compare=False)
    metadata: Metadata = field(default_factory=Metadata)


def find(paths: Iterable[str | os.PathLike[str]]) -> Iterator[Source]:
    """All documents at these paths, in a fixed order, each once.

    Hidden files, lock files of office programs, metadata beside documents and graphs of ours are passed by.
    Raises InputError for a path that does not exist; reading a source may raise DocumentError.
    """
    seen: set[str] = set()
    for path in paths:
        place = Path(path)
        if not place.exists():
            raise InputError(f"there is no file or folder '{place}'")
        for source in _folder(place) if place.is_dir() else _file(place.resolve(), Beside(place.parent)):
            if source.path not in seen:
                seen.add(source.path)
                yield source


def _passed_by(name: str) -> bool:
    return name.startswith((".", "~$")) or name.endswith("~") or name.lower() in _IGNORED


def _folder(folder: Path) -> Iterator[Source]:
    for place, folders, files in os.walk(folder.resolve()):
        if _STORE_MARKER in files:
            folders.clear()
            continue
        folders[:] = sorted(name for name in folders if not _passed_by(name))
        beside = Beside(Path(place))
        for name in sorted(files):
            if not _passed_by(name) and not is_metadata(name):
                yield from _file(Path(place, name), beside)


def _file(path: Path, beside: Beside) -> Iterator[Source]:
    if path.suffix.lower() == ".zip":
        yield from _archive(str(path), path.name, lambda: zipfile.ZipFile(path), [_MOST_UNPACKED], 1)
        return

    def read() -> bytes:
        try:
            found = path.stat()
            if not stat.S_ISREG(found.st_mode):
                raise DocumentError("this is no ordinary file")
            if found.st_size > MOST_BYTES:
                raise DocumentError(f"the file is larger than {MOST_BYTES // 1024**2} MB; split it")
            return path.read_bytes()
        except OSError as error:
            raise DocumentError(f"the file cannot be read: {error.strerror or error}") from None

    try:
        metadata = beside.of(path.name)
    except DocumentError as error:
        yield Source(str(path), path.name, partial(_refuse, str(error)))
        return
    yield Source(str(path), path.name, read, metadata)


def _refuse(reason: str) -> bytes:
    raise DocumentError(reason)


def _archive(
    path: str, name: str, opened: Callable[[], zipfile.ZipFile], room: list[int], depth: int
) -> Iterator[Source]:
    """The documents in a zip archive; `room[0]` is how many bytes may still be unpacked from it."""

    def refuse(reason: str, at: str = path, of: str = name) -> Source:
        return Source(at, of, partial(_refuse, reason))

    try:
        archive = opened()
        members = [info for info in archive.infolist() if not info.is_dir()]
    except (
        OSError,
        zipfile.BadZipFile,
        NotImplementedError,
        ValueError,
        RuntimeError,
        EOFError,
        DocumentError,
    ) as error:
        yield refuse(f"the archive cannot be read: {error}")
        return
    if len(members) > _MOST_MEMBERS:
        yield refuse(f"the archive holds more than {_MOST_MEMBERS:,} files; unpack it")
        return
    for info in sorted(members, key=lambda info: info.filename):
        parts = info.filename.replace("\\", "/").split("/")
        inner, place = parts[-1], f"{path}{MEMBER}{info.filename}"
        if not inner or any(_passed_by(part) for part in parts if part not in (".", "..")):
            continue
        if is_metadata(inner):
            continue
        member = partial(_unpack, archive, info, room)
        if not inner.lower().endswith(".zip"):
            yield Source(place, inner, member)
        elif depth == _DEEPEST:
            yield refuse("archives are nested too deep; unpack them", place, inner)
        else:
            yield from _archive(place, inner, partial(_nested, member), room, depth + 1)


def _nested(member: Callable[[], bytes]) -> zipfile.ZipFile:
    return zipfile.ZipFile(BytesIO(member()))


def _unpack(archive: zipfile.ZipFile, info: zipfile.ZipInfo, room: list[int]) -> bytes:
    """The bytes of one member, never more than may be unpacked."""
    if info.flag_bits & 1:
        raise DocumentError("the file is encrypted; unpack the archive with its password")
    most = min(MOST_BYTES, room[0])
    try:
        with archive.open(info) as file:
            data = file.read(most + 1)
    except Exception as error:  # zipfile raises whatever its decompressors raise
        raise DocumentError(f"the file cannot be unpacked: {error}") from None
    room[0] -= len(data)
    if len(data) > most:
        raise DocumentError("the file unpacks to more than can be read; unpack the archive and split it")
    return data
