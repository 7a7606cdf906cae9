"""Source documents: bytes in, exact text out, one reader a format.

flow         paragraphs, list items and rows as lines: what every format with a structure ends as
grid         tables, and those that only lay out a page
numbering    numbers of list items as they are shown
text         which encoding bytes are in
package      the parts of Office files
plain        reads .txt
markdown     reads .md
html         reads .html
odt          reads .odt
word         reads .docx
pdf          reads .pdf
mail         reads .eml
outlook      reads .msg
message      a mail, whatever program wrote it
containers   files that hold documents, and what stands in them
opening      opens these in a process of its own
metadata     what stands beside documents
sources      where documents come from: files, folders, archives and mails
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import PurePath
from typing import Final

from lrtgraph.documents.text import has_words
from lrtgraph.errors import DocumentError
from lrtgraph.records import Document, Metadata, Page

MOST_BYTES: Final = 64 * 1024 * 1024
MOST_CHARACTERS: Final = 8_000_000


@dataclass(frozen=True, slots=True)
class Content:
    """What a reader takes from a file: the text, its pages where the format has them, its title, and the offsets of
    what stands at the foot of pages."""

    text: str
    pages: tuple[Page, ...] = ()
    title: str | None = None
    feet: tuple[tuple[int, int], ...] = ()


Reader = Callable[[bytes], Content]

# Extension → media type and the module that reads it.
FORMATS: Final[Mapping[str, tuple[str, str]]] = {
    ".txt": ("text/plain", "plain"),
    ".text": ("text/plain", "plain"),
    ".md": ("text/markdown", "markdown"),
    ".markdown": ("text/markdown", "markdown"),
    ".pdf": ("application/pdf", "pdf"),
    ".docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "word"),
    ".docm": ("application/vnd.ms-word.document.macroEnabled.12", "word"),
    ".odt": ("application/vnd.oasis.opendocument.text", "odt"),
    ".html": ("text/html", "html"),
    ".htm": ("text/html", "html"),
    ".xhtml": ("application/xhtml+xml", "html"),
    ".eml": ("message/rfc822", "mail"),
    ".msg": ("application/vnd.ms-outlook", "outlook"),
}

# What can be done about formats that cannot be read.
_HINTS: Final[Mapping[str, str]] = {
    **dict.fromkeys((".doc", ".rtf", ".wpd", ".pages"), "save it as .docx"),
    **dict.fromkeys(
        (".xls", ".xlsx", ".ods", ".csv", ".ppt", ".pptx", ".odp"), "save what matters of it as .docx or .txt"
    ),
    **dict.fromkeys((".tif", ".tiff", ".png", ".jpg", ".jpeg", ".gif", ".bmp"), "make a text of the scan: ocrmypdf"),
    **dict.fromkeys((".7z", ".rar", ".tar", ".gz"), "unpack the archive"),
}


def read(source: str, data: bytes, metadata: Metadata | None = None) -> Document:
    """Read one document.

    `source` is the file's name (its extension says the format), `data` its bytes, `metadata` what is known from
    beside the file.

    >>> read("verslag.txt", b"Besluit: akkoord.").text
    'Besluit: akkoord.'

    Raises DocumentError, with a sentence that says why, where the bytes cannot be read or hold no words.
    """
    extension = PurePath(source).suffix.lower()
    if extension not in FORMATS:
        hint = _HINTS.get(extension) or f"what can be read is {', '.join(sorted((*FORMATS, '.zip')))}"
        raise DocumentError(f"{extension or 'a file without extension'} is no format that can be read: {hint}")
    if not data:
        raise DocumentError("the file is empty; get the document once more from where it came")
    if len(data) > MOST_BYTES:
        raise DocumentError(f"the file is larger than {MOST_BYTES // 1024**2} MB; split it")
    media_type, module = FORMATS[extension]
    reader: Reader = import_module(f"lrtgraph.documents.{module}").read
    try:
        content = reader(data)
    except RecursionError:
        raise DocumentError("it is nested too deep to be read; save it as plain text") from None
    if len(content.text) > MOST_CHARACTERS:
        raise DocumentError(f"the text is longer than {MOST_CHARACTERS:,} characters; split it")
    if not has_words(content.text):
        raise DocumentError("there is no text in it; pictures of text need OCR first (`ocrmypdf`)")
    known = metadata or Metadata()
    return Document(
        source=PurePath(source).name,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=media_type,
        text=content.text,
        pages=content.pages,
        feet=content.feet,
        metadata=known if known.title or not content.title else replace(known, title=content.title),
    )


__all__ = ["FORMATS", "Content", "Reader", "read"]
