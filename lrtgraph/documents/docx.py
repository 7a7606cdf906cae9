"""Reads .docx: paragraphs, lists with their numbers, tables, the first header, footnotes; deleted text left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from lrtgraph.documents import Content
from lrtgraph.documents.flow import Flow
from lrtgraph.documents.numbering import bullet, shown
from lrtgraph.documents.package import Package, outermost
from lrtgraph.errors import DocumentError

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT: Final = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_DC_TITLE: Final = "{http://purl.org/dc/elements/1.1/}title"
_SKIPPED: Final = frozenset(
    {"del", "moveFrom", "instrText", "delText", "pPr", "rPr", "sectPr", "tblPr", "trPr", "tcPr", "sdtPr"}
)
_LEVEL: Final = re.compile(r"%(\d)")
_HEADING: Final = re.compile(r"(?:heading|kop|title|titel)\s*\d*", re.IGNORECASE)


def read(data: bytes) -> Content:
    """Read a Word document. Raises DocumentError where it is damaged, encrypted or no Word document."""
    package = Package(data)
    root = package.xml("word/document.xml")
    if root is None:
        raise DocumentError("the file is no Word document; save it as .docx again")
    flow = Flow()
    reader = _Body(flow, _Lists(package.xml("word/numbering.xml")), _Styles(package.xml("word/styles.xml")))
    for name in ("word/header3.xml", "word/header2.xml", "word/header1.xml"):
        if (header := package.xml(name)) is not None and "".join(map(str, header.itertext())).strip():
            reader.blocks(header)
            flow.line("")
            break
    for body in _children(root, "body"):
        reader.blocks(body)
    _footnotes(package.xml("word/footnotes.xml"), reader)
    core = package.xml("docProps/core.xml")
    title = core.findtext(_DC_TITLE) if core is not None else None
    return flow.content(title.strip() if title and title.strip() else None)


def _name(element: etree._Element) -> str:
    """The local name of an element of Word's; empty for others (comments, drawings, mathematics)."""
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    if tag.startswith((_W, _STRICT)):
        return tag.rpartition("}")[2]
    # Text boxes and the like come twice, for new and old programs: the first form is read.
    return "choice" if tag.endswith("}Choice") else "skip" if tag.endswith("}Fallback") else ""


def _children(element: etree._Element, name: str) -> Iterator[etree._Element]:
    return (child for child in element if _name(child) == name)


def _value(element: etree._Element | None, name: str = "val") -> str | None:
    if element is None:
        return None
    return element.get(_W + name) or element.get(_STRICT + name)


def _find(element: etree._Element | None, *names: str) -> etree._Element | None:
    """The element at a path of names."""
    for name in names:
        if element is None:
            return None
        element = next(_children(element, name), None)
    return element


class _Body:
    """Walks the blocks of a body, a cell or a note."""

    def __init__(self, flow: Flow, lists: _Lists, styles: _Styles) -> None:
        self._flow, self._lists, self._styles = flow, lists, styles

    def blocks(self, parent: etree._Element) -> None:
        """Put the paragraphs and tables of an element into the flow."""
        for child in parent:
            name = _name(child)
            if name == "p":
                self._paragraph(child)
            elif name == "tbl":
                self._table(child)
            elif name not in _SKIPPED and name != "skip":
                self.blocks(child)

    def _paragraph(self, paragraph: etree._Element) -> None:
        properties = _find(paragraph, "pPr")
        style = _value(_find(properties, "pStyle"))
        pieces = _Pieces()
        pieces.take(paragraph)
        text = pieces.text()
        if pieces.page_first or _is_on(_find(properties, "pageBreakBefore")):
            self._flow.page()
        number = _find(properties, "numPr")
        if number is None:
            number = self._styles.numbering(style)
        marker = self._lists.marker(number) if number is not None and text.strip() else None
        if marker is not None and marker[0]:
            self._flow.item(marker[0], text.strip(), marker[1])
        elif self._styles.is_heading(style):
            self._flow.heading(text)
        else:
            self._flow.line(text)
        for box in pieces.boxes:
            self.blocks(box)
        if pieces.page_last:
            self._flow.page()

    def _table(self, table: etree._Element) -> None:
        for row in outermost(table, _W + "tr", _STRICT + "tr"):
            self._flow.row([self._cell(cell) for cell in outermost(row, _W + "tc", _STRICT + "tc")])

    def _cell(self, cell: etree._Element) -> str:
        """A cell on one line, with the markers of its lists."""
        inner = Flow()
        _Body(inner, self._lists, self._styles).blocks(cell)
        return " ".join(inner.content().text.split())


class _Pieces:
    """The text of one paragraph, with tabs and line breaks; text boxes in it are kept for later."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self.boxes: list[etree._Element] = []
        self.page_first = self.page_last = False

    def text(self) -> str:
        """What the paragraph says."""
        return "".join(self._parts)

    def take(self, parent: etree._Element) -> None:
        """Take the text of an element."""
        for child in parent:
            name = _name(child)
            if name == "t":
                self._parts.append(child.text or "")
            elif name == "tab":
                self._parts.append("\t")
            elif name in ("br", "cr"):
                self._break(_value(child, "type"))
            elif name == "noBreakHyphen":
                self._parts.append("-")
            elif name == "sym":
                self._parts.append(_symbol(_value(child, "char")))
            elif name == "footnoteReference":
                self._parts.append(f"[{_value(child, 'id')}]")
            elif name == "txbxContent":
                self.boxes.append(child)
            elif name == "lastRenderedPageBreak" and not self._parts:
                self.page_first = True
            elif name not in _SKIPPED and name != "skip":
                self.take(child)

    def _break(self, kind: str | None) -> None:
        if kind != "page":
            self._parts.append("\n")
        elif self._parts:
            self.page_last = True
        else:
            self.page_first = True


def _symbol(code: str | None) -> str:
    try:
        return bullet(chr(int(code or "", 16)))
    except (ValueError, OverflowError):
        return ""


def _is_on(element: etree._Element | None) -> bool:
    return element is not None and _value(element) not in ("0", "false", "off")


def _footnotes(root: etree._Element | None, reader: _Body) -> None:
    """The notes at the end, each with its number in brackets."""
    if root is None:
        return
    for note in _children(root, "footnote"):
        if _value(note, "type") in ("separator", "continuationSeparator", "continuationNotice"):
            continue
        for paragraph in _children(note, "p"):
            pieces = _Pieces()
            pieces.take(paragraph)
            if text := pieces.text().strip():
                reader._flow.line(f"[{_value(note, 'id')}] {text}")


class _Styles:
    """Paragraph styles: which are heads, and which number their paragraphs."""

    def __init__(self, root: etree._Element | None) -> None:
        styles = list(_children(root, "style")) if root is not None else []
        self._by_id = {_value(style, "styleId"): style for style in styles}

    def _line(self, style: str | None) -> Iterator[etree._Element]:
        """A style and those it is based on."""
        seen: set[str | None] = set()
        while style is not None and style not in seen and style in self._by_id:
            seen.add(style)
            element = self._by_id[style]
            yield element
            style = _value(_find(element, "basedOn"))

    def numbering(self, style: str | None) -> etree._Element | None:
        """The numbering that a style gives its paragraphs."""
        found = (_find(element, "pPr", "numPr") for element in self._line(style))
        return next((number for number in found if number is not None), None)

    def is_heading(self, style: str | None) -> bool:
        """Whether a style is that of a head."""
        names = (_value(_find(element, "name")) or "" for element in self._line(style))
        return any(_HEADING.fullmatch(name) for name in names)


class _Lists:
    """The counters of all lists of a document."""

    def __init__(self, root: etree._Element | None) -> None:
        self._levels: dict[str, dict[int, etree._Element]] = {}
        self._starts: dict[tuple[str, int], int] = {}
        self._counters: dict[str, dict[int, int]] = {}
        self._abstract: dict[str, str] = {}
        if root is None:
            return
        for abstract in _children(root, "abstractNum"):
            levels = {_number(_value(level, "ilvl")): level for level in _children(abstract, "lvl")}
            self._levels[_value(abstract, "abstractNumId") or ""] = levels
        for number in _children(root, "num"):
            key = _value(number, "numId") or ""
            self._abstract[key] = _value(_find(number, "abstractNumId")) or ""
            for override in _children(number, "lvlOverride"):
                if (start := _value(_find(override, "startOverride"))) is not None:
                    self._starts[key, _number(_value(override, "ilvl"))] = _number(start)

    def marker(self, properties: etree._Element) -> tuple[str, int] | None:
        """The marker of the next item of a list and its depth; None where the paragraph is no item."""
        key = _value(_find(properties, "numId")) or ""
        depth = _number(_value(_find(properties, "ilvl")))
        abstract = self._abstract.get(key)
        levels = self._levels.get(abstract or "", {})
        if key == "0" or abstract is None or depth not in levels:
            return None
        level = levels[depth]
        form = _value(_find(level, "numFmt")) or "decimal"
        words = _value(_find(level, "lvlText")) or ""
        if form == "bullet":
            return bullet(words), depth
        counters = self._counters.setdefault(abstract, {})
        if (key, depth) in self._starts and depth not in counters:
            counters[depth] = self._starts[key, depth] - 1
        first = _number(_value(_find(level, "start")), 1)
        counters[depth] = counters.get(depth, first - 1) + 1
        for deeper in [other for other in counters if other > depth]:
            del counters[deeper]

        def place(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            form = _value(_find(levels.get(at), "numFmt")) or "decimal"
            return shown(counters.get(at, 1), form)

        return ("" if form == "none" else _LEVEL.sub(place, words).strip()), depth


def _number(text: str | None, default: int = 0) -> int:
    try:
        return int(text or default)
    except ValueError:
        return default
