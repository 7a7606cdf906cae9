"""Reads .odt: paragraphs, lists with their numbers, tables, notes, headers and footers once; deleted text left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from lrtgraph.documents import Content
from lrtgraph.documents.flow import Flow
from lrtgraph.documents.grid import Cell, put_table
from lrtgraph.documents.numbering import bullet, shown
from lrtgraph.documents.package import Package, outermost
from lrtgraph.errors import DocumentError

_NS: Final = "urn:oasis:names:tc:opendocument:xmlns:"
_TEXT: Final = f"{{{_NS}text:1.0}}"
_TABLE: Final = f"{{{_NS}table:1.0}}"
_STYLE: Final = f"{{{_NS}style:1.0}}"
_OFFICE: Final = f"{{{_NS}office:1.0}}"
_TITLE: Final = "{http://purl.org/dc/elements/1.1/}title"
_SKIPPED: Final = frozenset(
    {
        *(_TEXT + name for name in ("tracked-changes", "sequence-decls", "note", "table-of-content", "hidden-text")),
        _OFFICE + "annotation",
        _OFFICE + "forms",
    }
)
_DRAW: Final = f"{{{_NS}drawing:1.0}}"
_BOXES: Final = tuple(_DRAW + name for name in ("text-box", "custom-shape", "rect", "ellipse", "line", "connector"))
_MOST_SPACES: Final = 200


def read(data: bytes) -> Content:
    """Read an OpenDocument text. Raises DocumentError where it is damaged, encrypted or no text."""
    package = Package(data)
    root = package.xml("content.xml")
    body = root.find(f"{_OFFICE}body/{_OFFICE}text") if root is not None else None
    if root is None or body is None:
        raise DocumentError("the file is no OpenDocument text; save it as .odt again")
    styles = package.xml("styles.xml")
    lists = _Lists([part for part in (styles, root) if part is not None])
    reader = _Body(Flow(), lists)
    for header in _margins(styles, "header"):
        reader.blocks(header)
        reader.flow.line("")
    reader.blocks(body)
    for note in body.iter(_TEXT + "note"):
        for number, paragraph in enumerate(note.iter(_TEXT + "p")):
            if text := _text(paragraph).strip():
                reader.flow.line(text if number else f"[{_citation(note)}] {text}")
    for footer in _margins(styles, "footer"):
        reader.flow.line("")
        reader.flow.foot()
        reader.blocks(footer)
    meta = package.xml("meta.xml")
    title = meta.findtext(f".//{_TITLE}") if meta is not None else None
    return reader.flow.content(title.strip() if title and title.strip() else None)


def _margins(styles: etree._Element | None, kind: str) -> Iterator[etree._Element]:
    """What stands above or below the pages, each text once: of a first page that has its own before that of others."""
    told = {""}
    for page in styles.iter(_STYLE + "master-page") if styles is not None else ():
        for margin in (*page.iter(f"{_STYLE}{kind}-first"), *page.iter(_STYLE + kind)):
            text = " ".join("".join(map(str, margin.itertext())).split())
            if margin.get(_STYLE + "display") != "false" and text not in told:
                told.add(text)
                yield margin


class _Body:
    """Walks the blocks of a body, a cell or a header."""

    def __init__(self, flow: Flow, lists: _Lists) -> None:
        self.flow, self._lists = flow, lists

    def blocks(self, parent: etree._Element) -> None:
        """Put the paragraphs, lists and tables of an element into the flow."""
        for child in parent:
            if child.tag in _SKIPPED or not isinstance(child.tag, str):
                continue
            if child.tag == _TEXT + "p":
                self._paragraph(child)
            elif child.tag == _TEXT + "h":
                self.flow.heading(_text(child))
            elif child.tag == _TEXT + "list":
                self._list(child, child.get(_TEXT + "style-name"), 0, child.get(_TEXT + "continue-numbering") == "true")
            elif child.tag == _TABLE + "table":
                self._table(child)
            elif child.tag == _TEXT + "soft-page-break":
                self.flow.page()
            else:
                self.blocks(child)

    def _paragraph(self, paragraph: etree._Element) -> None:
        first = next(iter(paragraph), None)
        if first is not None and first.tag == _TEXT + "soft-page-break" and not (paragraph.text or "").strip():
            self.flow.page()
        self.flow.line(_text(paragraph))
        for box in outermost(paragraph, *_BOXES):
            self.blocks(box)

    def _list(self, element: etree._Element, style: str | None, depth: int, goes_on: bool) -> None:
        self._lists.begin(style, depth, goes_on)
        for item in element:
            if item.tag not in (_TEXT + "list-item", _TEXT + "list-header"):
                continue
            fresh = item.tag == _TEXT + "list-item"
            for child in item:
                if child.tag in (_TEXT + "p", _TEXT + "h"):
                    text = _text(child)
                    marker = self._lists.marker(style, depth, item) if fresh and text.strip() else ""
                    self.flow.item(marker, text.strip(), depth)
                    fresh = fresh and not text.strip()
                elif child.tag == _TEXT + "list":
                    self._list(child, child.get(_TEXT + "style-name") or style, depth + 1, goes_on=False)

    def _table(self, table: etree._Element) -> None:
        rows = (
            [cell for cell in row if cell.tag == _TABLE + "table-cell"]
            for row in outermost(table, _TABLE + "table-row")
        )
        put_table(self.flow, [[self._cell(cell) for cell in row] for row in rows])

    def _cell(self, cell: etree._Element) -> Cell:
        inner = Flow()
        _Body(inner, self._lists).blocks(cell)
        columns, rows = (_count(cell.get(f"{_TABLE}number-{name}-spanned")) for name in ("columns", "rows"))
        return Cell(inner, columns, rows)


def _text(element: etree._Element) -> str:
    """What a paragraph says, with its tabs, spaces and line breaks, without its notes and text boxes."""
    parts = [element.text or ""]
    for child in element:
        if child.tag == _TEXT + "s":
            parts.append(" " * min(_count(child.get(_TEXT + "c")), _MOST_SPACES))
        elif child.tag == _TEXT + "tab":
            parts.append("\t")
        elif child.tag == _TEXT + "line-break":
            parts.append("\n")
        elif child.tag == _TEXT + "note":
            parts.append(f"[{_citation(child)}]")
        elif isinstance(child.tag, str) and child.tag not in _SKIPPED and child.tag not in _BOXES:
            parts.append(_text(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _citation(note: etree._Element) -> str:
    return (note.findtext(_TEXT + "note-citation") or "").strip()


def _count(text: str | None) -> int:
    return int(text) if text and text.isdigit() else 1


class _Lists:
    """List styles and the counters of their levels."""

    def __init__(self, roots: list[etree._Element]) -> None:
        self._levels: dict[str, dict[int, etree._Element]] = {}
        self._counters: dict[tuple[str | None, int], int] = {}
        for root in roots:
            for style in root.iter(_TEXT + "list-style"):
                levels = {_count(level.get(_TEXT + "level")) - 1: level for level in style}
                self._levels[style.get(_STYLE + "name") or ""] = levels

    def begin(self, style: str | None, depth: int, goes_on: bool) -> None:
        """A list of this style begins at this depth."""
        if not goes_on:
            self._counters.pop((style, depth), None)

    def marker(self, style: str | None, depth: int, item: etree._Element) -> str:
        """The marker of the next item."""
        level = self._levels.get(style or "", {}).get(depth)
        if level is None or level.tag != _TEXT + "list-level-style-number":
            symbol = level.get(_TEXT + "bullet-char") if level is not None else None
            return bullet(symbol or "•")
        first = _count(level.get(_TEXT + "start-value"))
        value = item.get(_TEXT + "start-value")
        number = _count(value) if value else self._counters.get((style, depth), first - 1) + 1
        self._counters[style, depth] = number
        form = level.get(_STYLE + "num-format") or ""
        levels = _count(level.get(_TEXT + "display-levels"))
        above = [str(self._counters.get((style, at), 1)) for at in range(max(0, depth - levels + 1), depth)]
        numbers = ".".join([*above, shown(number, form)]) if form else ""
        return f"{level.get(_STYLE + 'num-prefix') or ''}{numbers}{level.get(_STYLE + 'num-suffix') or ''}".strip()
