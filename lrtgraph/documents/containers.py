"""Files that hold documents: zip archives, and mails with what is attached to them.

A member is known by its place, the path inside its container: it tells one member from another and is shown to
people, and no file is ever called after it.
"""

from __future__ import annotations

import stat
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Final, Protocol

from lrtgraph.documents import MOST_BYTES
from lrtgraph.documents.message import Attachment, Mail
from lrtgraph.errors import DocumentError

_MOST_MEMBERS: Final = 10_000
_TOO_LARGE: Final = f"the file is larger than {MOST_BYTES // 1024**2} MB; split it"


@dataclass(frozen=True, slots=True)
class Member:
    """A file in a container: its place there, and how many bytes it unpacks to (0: no more than the container has)."""

    place: str
    size: int

    @property
    def folder(self) -> str:
        """The folder in which it stands, with a slash at the end unless it is the container itself."""
        return "".join(self.place.rpartition("/")[:2])

    @property
    def name(self) -> str:
        """Its file name alone."""
        return self.place.rpartition("/")[2]


class Container(Protocol):
    """A file with members; `is_document` where it says something itself."""

    is_document: bool
    members: tuple[Member, ...]

    def read(self, place: str) -> bytes:
        """The bytes of a member. Raises DocumentError where they cannot be had."""

    def close(self) -> None:
        """Let go of the file."""


def is_container(name: str) -> bool:
    """Whether a file of this name holds others.

    >>> is_container("Verslag.ZIP"), is_container("bericht.msg"), is_container("verslag.docx")
    (True, True, False)
    """
    return _extension(name) in _OPENERS


def open_container(name: str, file: Path | bytes) -> Container:
    """Open the container called `name`, a file on disk or the bytes of one.

    Raises DocumentError where it cannot be opened.
    """
    return _OPENERS[_extension(name)](file)


def _extension(name: str) -> str:
    return Path(name).suffix.lower()


class _Archive:
    """A zip archive."""

    is_document = False

    def __init__(self, file: Path | bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(BytesIO(file) if isinstance(file, bytes) else file)
            found = [info for info in self._zip.infolist() if not info.is_dir()]
        except (OSError, zipfile.BadZipFile, NotImplementedError, ValueError, RuntimeError, EOFError) as error:
            raise DocumentError(f"the archive cannot be read ({error}); get it once more, or unpack it") from None
        if len(found) > _MOST_MEMBERS:
            raise DocumentError(f"the archive holds more than {_MOST_MEMBERS:,} files; unpack it")
        places = _apart(info.filename.replace("\\", "/") for info in found)
        self._infos = dict(zip(places, found, strict=True))
        self.members = tuple(Member(place, info.file_size) for place, info in sorted(self._infos.items()))

    def read(self, place: str) -> bytes:
        """The bytes of a member; zipfile gives no more than the archive says that there are."""
        info = self._infos[place]
        if info.flag_bits & 1:
            raise DocumentError("the file is encrypted; unpack the archive with its password")
        try:
            with self._zip.open(info) as file:
                return file.read(MOST_BYTES + 1)
        except Exception as error:  # zipfile raises whatever its decompressors raise
            raise DocumentError(f"the file cannot be unpacked ({error}); get the archive once more") from None

    def close(self) -> None:
        """Let go of the file."""
        self._zip.close()


class _Mail:
    """A mail: its attachments, and the mails that were sent along, each with its own below it."""

    def __init__(self, mail: Mail) -> None:
        self.is_document = mail.has_text or not mail.attachments
        found = list(_attached(mail, ""))
        if len(found) > _MOST_MEMBERS:
            raise DocumentError(f"the mail has more than {_MOST_MEMBERS:,} attachments; save them")
        self._readers = dict(zip(_apart(place for place, _ in found), (read for _, read in found), strict=True))
        self.members = tuple(Member(place, 0) for place in self._readers)

    def read(self, place: str) -> bytes:
        """The bytes of an attachment."""
        return self._readers[place]()

    def close(self) -> None:
        """Nothing to do: a mail is held in memory."""


def _attached(mail: Mail, folder: str) -> Iterator[tuple[str, Callable[[], bytes]]]:
    for one in mail.attachments:
        if isinstance(one, Attachment):
            yield folder + _plain(one.name), one.read
            continue
        name = folder + _plain(one.subject or "bericht")
        if one.plain:
            yield name + ".txt", partial("\n".join(one.plain).encode, "utf-8", "replace")
        elif one.web:
            yield name + ".html", one.web[0].__bytes__
        yield from _attached(one, name + "/")


def _plain(name: str) -> str:
    """A name without folders."""
    return name.replace("\\", "/").rstrip("/").rpartition("/")[2] or "bijlage"


def _apart(places: Iterable[str]) -> Iterator[str]:
    """Places, each with a name of its own: the second of the same name gets a number before its extension."""
    seen: dict[str, int] = {}
    for place in places:
        stem, dot, extension = place.rpartition(".") if "." in place else (place, "", "")
        apart = place
        while apart in seen:
            seen[place] += 1
            apart = f"{stem} ({seen[place]}){dot}{extension}"
        seen[apart] = 1
        yield apart


def _mail(module: str, file: Path | bytes) -> Container:
    parse: Callable[[bytes], Mail] = import_module(f"lrtgraph.documents.{module}").parse
    data = file if isinstance(file, bytes) else read_file(file)
    return _Mail(parse(data))


def read_file(path: Path) -> bytes:
    """The bytes of a file on disk. Raises DocumentError where it cannot be read, or holds too many."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise DocumentError("this is no ordinary file; give a copy of what is in it")
        if found.st_size > MOST_BYTES:
            raise DocumentError(_TOO_LARGE)
        return path.read_bytes()
    except OSError as error:
        raise DocumentError(f"the file cannot be read ({error.strerror or error}); check who may read it") from None


_OPENERS: Final[Mapping[str, Callable[[Path | bytes], Container]]] = {
    ".zip": _Archive,
    ".eml": partial(_mail, "mail"),
    ".msg": partial(_mail, "outlook"),
}
