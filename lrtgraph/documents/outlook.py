"""Reads .msg, the mails that Outlook saves: properties in the streams of a compound file [MS-OXMSG]."""

from __future__ import annotations

import codecs
import struct
from collections.abc import Iterator
from functools import partial
from io import BytesIO
from mimetypes import guess_type
from typing import Final

from olefile import DEFECT_INCORRECT, OleFileIO

from lrtgraph.documents import Content
from lrtgraph.documents.message import Attachment, Mail, is_decoration
from lrtgraph.errors import DocumentError

# Properties by their identifiers in [MS-OXPROPS].
_SUBJECT, _BODY, _HTML, _RTF = 0x0037, 0x1000, 0x1013, 0x1009
_DATA, _LONG_NAME, _NAME, _KIND, _CONTENT_ID = 0x3701, 0x3707, 0x3704, 0x370E, 0x3712
_CODE_PAGES: Final = (0x3FDE, 0x3FFD)  # of the HTML body, of the other strings
_TEXT, _OLD_TEXT, _BINARY, _OBJECT = "001F", "001E", "0102", "000D"
_CODECS: Final = {65001: "utf-8", 28591: "latin-1", 28605: "iso8859-15", 20127: "ascii", 1200: "utf-16-le"}
_PROPERTIES: Final = "__properties_version1.0"  # those of a fixed length
_DEEPEST: Final = 5
_DAMAGED: Final = (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError, struct.error)

Place = tuple[str, ...]


def read(data: bytes) -> Content:
    """Read a mail. Raises DocumentError where it has no text of its own."""
    return parse(data).content()


def parse(data: bytes) -> Mail:
    """The mail in a file. Raises DocumentError where there is none."""
    try:
        file = _File(data)
        if not file.has((), _SUBJECT) and not file.has((), _BODY):
            raise DocumentError("there is no mail in it; save the mail once more as .msg or .eml")
        return file.mail((), _DEEPEST)
    except _DAMAGED as error:
        raise DocumentError("the mail is damaged; save it once more as .msg or .eml") from error


class _File:
    """A compound file: streams with values, in storages for attachments and the mails among them."""

    def __init__(self, data: bytes) -> None:
        self._size = len(data)
        self._ole = OleFileIO(BytesIO(data), raise_defects=DEFECT_INCORRECT)
        if self._ole.root.size > self._size:
            raise ValueError("the mini stream is larger than the file")
        listed = [tuple(path) for path in self._ole.listdir(streams=True, storages=True)]
        self._children: dict[Place, list[str]] = {}
        for path in listed:
            self._children.setdefault(path[:-1], []).append(path[-1])

    def mail(self, at: Place, depth: int) -> Mail:
        """The mail in a storage."""
        pages, strings = self._encodings(at)
        text = self._text(at, _BODY, strings)
        page = self._value(at, _HTML, _BINARY)
        if page is None and (as_text := self._text(at, _HTML, strings)):
            page = as_text.encode("utf-8-sig")
        elif page is not None and pages:
            page = page.decode(pages, "replace").encode("utf-8-sig")
        if not text and not page and self.has(at, _RTF):
            raise DocumentError("the mail's text is in RTF only; save it as .eml or .docx")
        return Mail(
            subject=" ".join((self._text(at, _SUBJECT, strings) or "").split()) or None,
            plain=(text.replace("\r\n", "\n"),) if text and text.strip() else (),
            web=(page,) if page and page.strip() else (),
            attachments=tuple(self._attachments(at, strings, depth)),
        )

    def _attachments(self, at: Place, encoding: str, depth: int) -> Iterator[Attachment | Mail]:
        for name in sorted(self._children.get(at, ())):
            if not name.startswith("__attach_version1.0_"):
                continue
            place = (*at, name)
            inner = (*place, _stream(_DATA, _OBJECT))
            if inner in self._children:
                if not depth:
                    raise DocumentError("mails are nested too deep in it; save its attachments")
                yield self.mail(inner, depth - 1)
                continue
            called = self._text(place, _LONG_NAME, encoding) or self._text(place, _NAME, encoding) or "bijlage.bin"
            called = " ".join(called.rstrip("\0").split())
            kind = self._text(place, _KIND, encoding) or guess_type(called)[0] or ""
            if self.has(place, _DATA) and not is_decoration(kind.lower(), has_id=self.has(place, _CONTENT_ID)):
                yield Attachment(called, partial(self._bytes, (*place, _stream(_DATA, _BINARY))))

    def has(self, at: Place, number: int) -> bool:
        """Whether a storage has a property with text or bytes."""
        return any(_stream(number, form) in self._children.get(at, ()) for form in (_TEXT, _OLD_TEXT, _BINARY))

    def _text(self, at: Place, number: int, encoding: str) -> str | None:
        raw = self._value(at, number, _TEXT)
        if raw is not None:
            return raw.decode("utf-16-le", "replace")
        raw = self._value(at, number, _OLD_TEXT)
        return None if raw is None else raw.decode(encoding, "replace")

    def _value(self, at: Place, number: int, form: str) -> bytes | None:
        name = _stream(number, form)
        return self._bytes((*at, name)) if name in self._children.get(at, ()) else None

    def _bytes(self, path: Place) -> bytes:
        """A stream; its chain of sectors may run in a circle, but not beyond the size of the file."""
        try:
            if self._ole.get_size(list(path)) > self._size:
                raise DocumentError("the mail is damaged; save it once more as .msg or .eml")
            with self._ole.openstream(list(path)) as stream:
                found = stream.read()
        except _DAMAGED as error:
            raise DocumentError("the mail is damaged; save it once more as .msg or .eml") from error
        return bytes(found)

    def _encodings(self, at: Place) -> tuple[str | None, str]:
        """The encodings of the HTML body, where the mail names it, and of strings that are not Unicode."""
        pages: dict[int, int] = {}
        properties = self._bytes((*at, _PROPERTIES)) if _PROPERTIES in self._children.get(at, ()) else b""
        for entry in range(24 if at else 32, len(properties) - 15, 16):  # behind a head of so many bytes
            _, number, _, value = struct.unpack_from("<HHII", properties, entry)
            if number in _CODE_PAGES:
                pages[number] = value
        first, second = (_codec(pages.get(number)) for number in _CODE_PAGES)
        return first or second, second or first or "cp1252"


def _stream(number: int, form: str) -> str:
    return f"__substg1.0_{number:04X}{form}"


def _codec(page: int | None) -> str | None:
    """Python's name of a Windows code page."""
    if page is None:
        return None
    try:
        return codecs.lookup(_CODECS.get(page, f"cp{page}")).name
    except LookupError:
        return None
