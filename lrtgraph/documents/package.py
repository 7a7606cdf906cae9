"""Office files are zip archives of XML: reading their parts without being led astray by what is in them.

No entity is expanded, no DTD is loaded, nothing is fetched, and no part may unpack to more than a document may hold.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Final

from lxml import etree

from lrtgraph.errors import DocumentError

_MOST: Final = 48 * 1024 * 1024  # bytes of one part, unpacked
_DAMAGED: Final = "the file is damaged: {}; open it in an office program and save it once more"
_PROTECTED: Final = "the file is protected with a password; save it without"
_OLD: Final = "the file is of an older office program in spite of its name; save it as .docx"
# Office programs put an encrypted document into a compound file, and OpenDocument says so in its manifest.
_COMPOUND: Final = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_MANIFEST: Final = "META-INF/manifest.xml"


class Package:
    """An office file's parts, by name."""

    def __init__(self, data: bytes) -> None:
        if data.startswith(_COMPOUND):
            raise DocumentError(_PROTECTED if _ENCRYPTED in data else _OLD)
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
            raise DocumentError(_DAMAGED.format("it is no office document")) from error
        self._names = set(self._archive.namelist())

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def xml(self, name: str) -> etree._Element | None:
        """The root of an XML part; None where there is no such part.

        Raises DocumentError where it is not well-formed, too large, or encrypted.
        """
        if name not in self._names:
            return None
        try:
            return _parse_xml(self._bytes(name), name)
        except DocumentError:
            if name != _MANIFEST and _MANIFEST in self._names and b"encryption-data" in self._bytes(_MANIFEST):
                raise DocumentError(_PROTECTED) from None
            raise

    def _bytes(self, name: str) -> bytes:
        try:
            with self._archive.open(name) as file:
                data = file.read(_MOST + 1)
        except RuntimeError as error:
            raise DocumentError(_PROTECTED) from error
        except Exception as error:  # zipfile raises whatever its decompressors raise
            raise DocumentError(_DAMAGED.format(f"{name} cannot be unpacked")) from error
        if len(data) > _MOST:
            raise DocumentError("the file unpacks to more than can be read; split it")
        return data

    def related(self, part: str) -> dict[str, dict[str, str]]:
        """The parts to which a part ("": the whole) refers, by the last word of their kind and by their identifiers."""
        folder, _, own = part.rpartition("/")
        root = self.xml(posixpath.join(folder, "_rels", f"{own}.rels"))
        found: dict[str, dict[str, str]] = {}
        for one in root if root is not None else ():
            kind, target = (one.get("Type") or "").rpartition("/")[2], one.get("Target") or ""
            path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found.setdefault(kind, {})[one.get("Id") or ""] = path
        return found


def _parse_xml(data: bytes, name: str) -> etree._Element:
    """The root of an XML document from outside.

    Raises DocumentError where it is not well-formed, or declares entities: no office program writes any.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DocumentError(_DAMAGED.format(f"{name} is no valid XML")) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise DocumentError("the file declares a document type, as no office program does; save it with one")
    return root


def outermost(element: etree._Element, *tags: str) -> Iterator[etree._Element]:
    """The elements with one of these tags below an element, without those inside another of them.

    >>> root = etree.fromstring("<a><x id='1'><x id='2'/></x><b><x id='3'/></b></a>")
    >>> [found.get("id") for found in outermost(root, "x")]
    ['1', '3']
    """
    for child in element:
        if child.tag in tags:
            yield child
        else:
            yield from outermost(child, *tags)
