"""Reads .docx: paragraphs, lists with their numbers, tables, notes, headers and footers once; deleted text left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from lxml import etree

from lrtgraph.documents import Content
from lrtgraph.documents.flow import Flow
from lrtgraph.documents.grid import Cell, put_table
from lrtgraph.documents.numbering import bullet, roman
from lrtgraph.documents.package import Package, outermost
from lrtgraph.documents.word.markup import children, find, is_on, name, tags, value, whole
from lrtgraph.documents.word.styles import Lists, Styles
from lrtgraph.errors import DocumentError

_DC_TITLE: Final = "{http://purl.org/dc/elements/1.1/}title"
_SKIPPED: Final = frozenset(
    {"del", "moveFrom", "instrText", "delText", "pPr", "rPr", "sectPr", "tblPr", "trPr", "tcPr", "sdtPr", "skip"}
)
_NOTES: Final = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
_UNREAD: Final = ("vanish", "strike", "dstrike")  # letters that are hidden or struck out
_DOCUMENT: Final = "word/document.xml"


def read(data: bytes) -> Content:
    """Read a Word document. Raises DocumentError where it is damaged, encrypted or no Word document."""
    package = Package(data)
    where = next(iter(package.related("").get("officeDocument", {}).values()), _DOCUMENT)
    root = package.xml(where)
    if root is None:
        raise DocumentError("the file is no Word document; save it as .docx again")
    related = package.related(where)

    def part(kind: str) -> etree._Element | None:
        return next((package.xml(path) for path in related.get(kind, {}).values()), None)

    flow = Flow()
    reader = _Body(flow, Lists(part("numbering")), Styles(part("styles")), _Notes())
    for header in _margins(root, "header", package, related):
        reader.blocks(header)
        flow.line("")
    for body in children(root, "body"):
        reader.blocks(body)
    for kind in _NOTES.values():
        _notes(part(f"{kind}s"), kind, reader)
    for footer in _margins(root, "footer", package, related):
        flow.line("")
        flow.foot()
        reader.blocks(footer)
    core = package.xml("docProps/core.xml")
    title = core.findtext(_DC_TITLE) if core is not None else None
    return flow.content(title.strip() if title and title.strip() else None)


def _margins(
    root: etree._Element, kind: str, package: Package, related: Mapping[str, Mapping[str, str]]
) -> Iterator[etree._Element]:
    """What stands above or below the pages, each text once: of a first page that has its own before that of others."""
    told = {""}
    for section in root.iter(*tags("sectPr")):
        parts = {value(one, "type"): _related(one) for one in children(section, f"{kind}Reference")}
        for which in ("first", "default") if is_on(find(section, "titlePg")) else ("default",):
            margin = package.xml(related.get(kind, {}).get(parts.get(which, ""), ""))
            text = " ".join("".join(map(str, margin.itertext())).split()) if margin is not None else ""
            if margin is not None and text not in told:
                told.add(text)
                yield margin


def _related(reference: etree._Element) -> str:
    """The identifier of the part to which an element refers, in the namespace of either edition."""
    return next((str(v) for key, v in reference.attrib.items() if str(key).endswith("/relationships}id")), "")


class _Notes:
    """The notes to which the text refers, numbered in the order in which it does."""

    def __init__(self) -> None:
        self.numbers: dict[tuple[str, str], str] = {}

    def number(self, kind: str, key: str) -> str:
        """The number of a note: footnotes count in digits, endnotes in Roman numerals."""
        if (kind, key) not in self.numbers:
            count = sum(other == kind for other, _ in self.numbers) + 1
            self.numbers[kind, key] = str(count) if kind == "footnote" else roman(count)
        return self.numbers[kind, key]


class _Body:
    """Walks the blocks of a body, a cell or a note."""

    def __init__(self, flow: Flow, lists: Lists, styles: Styles, notes: _Notes) -> None:
        self.flow, self._lists, self._styles, self.notes = flow, lists, styles, notes
        self._open = ""  # a paragraph of which the end was deleted: the next one goes on with it

    def blocks(self, parent: etree._Element) -> None:
        """Put the paragraphs and tables of an element into the flow."""
        self._inside(parent)
        if self._open:
            self.flow.line(self._open)
            self._open = ""

    def _inside(self, parent: etree._Element) -> None:
        for child in parent:
            kind = name(child)
            if kind == "p":
                self._paragraph(child)
            elif kind == "tbl":
                self._table(child)
            elif kind not in _SKIPPED and not (kind == "sdt" and _is_filler(child)):
                self._inside(child)

    def note(self, paragraph: etree._Element, number: str) -> None:
        """Put a paragraph of a note into the flow, the first one behind its number."""
        pieces = _Pieces(self.notes)
        pieces.take(paragraph)
        if text := pieces.text().strip():
            self.flow.line(f"[{number}] {text}" if number else text)

    def _paragraph(self, paragraph: etree._Element) -> None:
        properties = find(paragraph, "pPr")
        style = value(find(properties, "pStyle"))
        if self._styles.is_contents(style):
            return
        pieces = _Pieces(self.notes)
        pieces.take(paragraph)
        text = self._open + pieces.text()
        if pieces.page_first or is_on(find(properties, "pageBreakBefore")):
            self.flow.page()
        goes_on = any(find(properties, "rPr", change) is not None for change in ("del", "moveFrom"))
        self._open = text if goes_on else ""
        if not goes_on:
            self._put(paragraph, text, properties, style)
        for box in pieces.boxes:
            self._inside(box)
        if pieces.page_last:
            self.flow.page()

    def _put(self, paragraph: etree._Element, text: str, properties: etree._Element | None, style: str | None) -> None:
        place = self._styles.numbering(properties) if text.strip() else None
        marker = self._lists.marker(*place) if place is not None else None
        if place is not None and marker:
            self.flow.item(marker, text.strip(), place[1])
        elif self._styles.is_heading(style):
            self.flow.heading(text)
        else:
            self.flow.line(text, bold=self._styles.is_bold(paragraph))

    def _table(self, table: etree._Element) -> None:
        rows = (row for row in outermost(table, *tags("tr")) if find(row, "trPr", "del") is None)
        put_table(self.flow, [[self._cell(cell) for cell in outermost(row, *tags("tc"))] for row in rows])

    def _cell(self, cell: etree._Element) -> Cell:
        inner, properties = Flow(), find(cell, "tcPr")
        _Body(inner, self._lists, self._styles, self.notes).blocks(cell)
        merged = find(properties, "vMerge")
        goes_on = merged is not None and value(merged) != "restart"
        return Cell(inner, whole(value(find(properties, "gridSpan")), 1), goes_on=goes_on)


def _is_filler(control: etree._Element) -> bool:
    """Whether a content control holds nothing of the text: an invitation to type there, or a table of contents."""
    properties = find(control, "sdtPr")
    gallery = value(find(properties, "docPartObj", "docPartGallery")) or ""
    return is_on(find(properties, "showingPlcHdr")) or gallery == "Table of Contents"


class _Pieces:
    """The text of one paragraph, with tabs and line breaks; text boxes in it are kept for later."""

    def __init__(self, notes: _Notes) -> None:
        self._notes = notes
        self._parts: list[str] = []
        self.boxes: list[etree._Element] = []
        self.page_first = self.page_last = False

    def text(self) -> str:
        """What the paragraph says."""
        return "".join(self._parts)

    def take(self, parent: etree._Element) -> None:
        """Take the text of an element."""
        for child in parent:
            kind = name(child)
            if kind == "t":
                self._parts.append(child.text or "")
            elif kind in ("tab", "ptab"):
                self._parts.append("\t")
            elif kind in ("br", "cr"):
                self._break(value(child, "type"))
            elif kind == "noBreakHyphen":
                self._parts.append("-")
            elif kind == "sym":
                self._parts.append(_symbol(value(child, "char")))
            elif kind in _NOTES:
                self._parts.append(f"[{self._notes.number(_NOTES[kind], value(child, 'id') or '')}]")
            elif kind == "txbxContent":
                self.boxes.append(child)
            elif kind == "lastRenderedPageBreak" and not self._parts:
                self.page_first = True
            elif kind not in _SKIPPED and not _is_unseen(child, kind):
                self.take(child)

    def _break(self, kind: str | None) -> None:
        if kind != "page":
            self._parts.append("\n")
        elif self._parts:
            self.page_last = True
        else:
            self.page_first = True


def _is_unseen(element: etree._Element, kind: str) -> bool:
    """Whether a run is hidden or struck out, or a content control holds nothing of the text."""
    return (kind == "r" and any(is_on(find(element, "rPr", way)) for way in _UNREAD)) or (
        kind == "sdt" and _is_filler(element)
    )


def _symbol(code: str | None) -> str:
    try:
        return bullet(chr(int(code or "", 16)))
    except (ValueError, OverflowError):
        return ""


def _notes(root: etree._Element | None, kind: str, reader: _Body) -> None:
    """The notes of a kind to which the text refers, each with its number in brackets."""
    if root is None:
        return
    reader.flow.line("")
    notes = {value(note, "id"): note for note in children(root, kind)}
    for (of, key), number in list(reader.notes.numbers.items()):
        if of == kind and key in notes:
            for count, paragraph in enumerate(notes[key].iter(*tags("p"))):
                reader.note(paragraph, "" if count else number)
