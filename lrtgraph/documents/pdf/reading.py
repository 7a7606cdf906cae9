"""Reads .pdf: its text layer in reading order, page by page; a scan without one is refused."""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections.abc import Iterator
from typing import Final

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from lrtgraph.documents import MOST_CHARACTERS, Content
from lrtgraph.documents.pdf.rules import rules
from lrtgraph.documents.pdf.tables import page_lines
from lrtgraph.documents.pdf.text import Line, Word, without_running_heads
from lrtgraph.errors import DocumentError
from lrtgraph.records import Page

_MOST_PAGES: Final = 3000
_UPRIGHT: Final = 0.1  # radians
_HYPHEN: Final = 2  # what pdfium gives for a hyphen at the end of a line
_UNREADABLE: Final = 0.3
_BOLD: Final = 600
_BOLD_NAME: Final = re.compile(rb"bold|black|heavy", re.IGNORECASE)
_LONGEST_NAME: Final = 100
_SCAN: Final = "the PDF is a scan without text: make one with `ocrmypdf IN.pdf OUT.pdf`, and read that"
_DRAWN: Final = (
    "there is no text in the PDF; if letters are drawn in it, make text of them with `ocrmypdf IN.pdf OUT.pdf`"
)
_UNTOLD: Final = (
    "the PDF does not say which letters it shows: make its text anew with `ocrmypdf --force-ocr IN.pdf OUT.pdf`"
)
_NO_TITLE: Final = re.compile(r"untitled|microsoft word|document\d*|\W*\w{0,2}\W*$", re.IGNORECASE)


def read(data: bytes) -> Content:
    """Read the text layer of a PDF.

    Raises DocumentError where it is damaged, protected, or holds pictures of text only.
    """
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise DocumentError("the PDF is protected with a password; save it without") from error
        said = str(error).rstrip(" .")
        raise DocumentError(f"the PDF is damaged ({said}); open it in a reader and print it to a new PDF") from error
    try:
        return _content(document)
    finally:
        document.close()


def _content(document: pdfium.PdfDocument) -> Content:
    if len(document) > _MOST_PAGES:
        raise DocumentError(f"the PDF has more than {_MOST_PAGES:,} pages; split it")
    pages, pictured = _pages(document)
    if not any(pages):
        raise DocumentError(_SCAN if pictured else _DRAWN)
    text, spans, feet = _joined(without_running_heads(pages))
    if _unreadable(text) > _UNREADABLE:
        raise DocumentError(_UNTOLD)
    return Content(text, spans, _title(document), feet)


def _pages(document: pdfium.PdfDocument) -> tuple[list[list[Line]], bool]:
    """The lines of each page, and whether one without any has a picture; a page that cannot be opened has no lines."""
    pages: list[list[Line]] = []
    pictured, length = False, 0
    for number in range(len(document)):
        try:
            page = document[number]
            lines = _lines(page)
        except pdfium.PdfiumError:
            pages.append([])
            continue
        pages.append(lines)
        length += sum(len(line.text) + 1 for line in lines)
        if length > MOST_CHARACTERS:
            raise DocumentError(f"the text is longer than {MOST_CHARACTERS:,} characters; split it")
        pictured = pictured or (not lines and _has_picture(page))
        page.close()
    return pages, pictured


def _joined(pages: list[list[Line]]) -> tuple[str, tuple[Page, ...], tuple[tuple[int, int], ...]]:
    """The text of the pages, where each of them stands in it, and where the feet do."""
    parts: list[str] = []
    spans: list[Page] = []
    feet: list[tuple[int, int]] = []
    length = 0
    for number, lines in enumerate(pages, start=1):
        start = length
        for line in lines:
            part = "\n" * line.gap + line.text + "\n"
            if line.foot:
                feet.append((length + line.gap, length + len(part)))
            parts.append(part)
            length += len(part)
        if lines:
            parts.append("\n")
            length += 1
            spans.append(Page(number, start, length))
    return "".join(parts), tuple(spans), tuple(feet)


def _lines(page: pdfium.PdfPage) -> list[Line]:
    """The lines of a page in reading order."""
    text = page.get_textpage()
    try:
        words = list(_words(text))
        if _is_turned(text, sum(len(word.text) for word in words)):
            return [Line(line, 0.5, 0) for line in text.get_text_range().splitlines() if line.strip()]
        return page_lines(words, rules(page), page.get_height())
    finally:
        text.close()


def _is_turned(text: pdfium.PdfTextPage, upright: int) -> bool:
    """Whether most letters of a page are not upright, as in a wide table on a page of which the foot is upright."""
    count = text.count_chars()
    if 2 * upright >= count:
        return False
    letters = (index for index in range(count) if not chr(raw.FPDFText_GetUnicode(text.raw, index)).isspace())
    turned = [index for index in letters if abs(raw.FPDFText_GetCharAngle(text.raw, index)) > _UPRIGHT]
    return len(turned) > upright


def _words(text: pdfium.PdfTextPage) -> Iterator[Word]:
    """The upright words of a page in the order in which they were written, with their places."""
    handle, box = text.raw, raw.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    letters: list[str] = []
    first = last = base = size = 0.0
    bold = False

    def word() -> Word:
        found = Word("".join(letters), first, last, base, size, bold)
        letters.clear()
        return found

    for index in range(text.count_chars()):
        char = _letter(handle, index)
        if not char:
            if letters:
                yield word()
            continue
        if abs(raw.FPDFText_GetCharAngle(handle, index)) > _UPRIGHT:
            continue
        raw.FPDFText_GetLooseCharBox(handle, index, box)
        raw.FPDFText_GetCharOrigin(handle, index, x, y)
        high = raw.FPDFText_GetFontSize(handle, index) or 1.0
        high = max(high, abs(box.top - box.bottom) * 0.8) if high <= 1.0 else high
        apart = letters and (abs(y.value - base) > 0.5 * size or box.left - last > size or box.left < first - size)
        if apart:
            yield word()
        if not letters:
            first, base, size, bold = box.left, y.value, high, _is_bold(handle, index)
        letters.append(char)
        last = box.right
    if letters:
        yield word()


def _letter(page: raw.FPDF_TEXTPAGE, index: int) -> str:
    """The character at an index, empty for white space and for what is no character of the text."""
    code = raw.FPDFText_GetUnicode(page, index)
    char = "-" if code == _HYPHEN else chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else ""
    return "" if char == "\ufffe" or char.isspace() or raw.FPDFText_IsGenerated(page, index) == 1 else char


def _is_bold(page: raw.FPDF_TEXTPAGE, index: int) -> bool:
    """Whether a letter is bold, by the weight that its font tells or by its font's name."""
    if raw.FPDFText_GetFontWeight(page, index) >= _BOLD:
        return True
    name = ctypes.create_string_buffer(_LONGEST_NAME)
    raw.FPDFText_GetFontInfo(page, index, name, _LONGEST_NAME, ctypes.c_int())
    return _BOLD_NAME.search(name.value) is not None


def _has_picture(page: pdfium.PdfPage) -> bool:
    try:
        return any(True for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3))
    except pdfium.PdfiumError:
        return False


def _unreadable(text: str) -> float:
    """The share of characters that are no text: private, unassigned, controls, replacements."""
    shown = [char for char in text[:100_000] if not char.isspace()]
    odd = sum(char == "\ufffd" or unicodedata.category(char) in ("Co", "Cn", "Cc") for char in shown)
    return odd / max(len(shown), 1)


def _title(document: pdfium.PdfDocument) -> str | None:
    try:
        title = " ".join((document.get_metadata_value("Title") or "").split())
    except (pdfium.PdfiumError, UnicodeDecodeError):
        return None
    return title if title and not _NO_TITLE.match(title) else None
