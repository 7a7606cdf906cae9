"""Reads .html: the main text with its lists and tables; navigation, scripts and what is hidden are left out."""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from lxml import etree
from lxml import html as lxml_html

from lrtgraph.documents import Content
from lrtgraph.documents.flow import Flow
from lrtgraph.documents.grid import Cell, put_table
from lrtgraph.documents.numbering import shown
from lrtgraph.documents.package import outermost
from lrtgraph.documents.text import decode
from lrtgraph.errors import DocumentError

_SKIPPED: Final = frozenset(
    {
        "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "canvas", "audio",
        "video", "nav", "aside", "form", "button", "select", "textarea", "head", "title", "dialog", "menu", "del", "s",
        "strike",
    }
)  # fmt: skip
_PAGE_FURNITURE: Final = frozenset({"header", "footer"})  # of the page, where they stand in none of these
_SECTIONS: Final = frozenset({"main", "article", "section", "blockquote"})
_ROLES: Final = frozenset(
    {
        "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog", "menu", "menubar",
        "toolbar",
    }
)  # fmt: skip
# What pages call the parts around their text, for which there is no element.
_AROUND: Final = re.compile(
    r"\b(?:cookies?|consent|breadcrumbs?|skip-?links?|kruimelpad|badges?)(?:\b|[-_])", re.IGNORECASE
)
_OUTCOME: Final = re.compile(
    r"\s*(?:besluit(?:en)?|besluitpunt|acties?|actiepunt(?:en)?|afspra(?:ak|ken)|toezegging(?:en)?|conclusies?)\s*\d*\s*(?P<colon>:?)\s*",
    re.IGNORECASE,
)
"""What a badge says that labels the text behind it."""
_FETCHES: Final = re.compile(
    r"\s*downloads?\b|.*\(\s*(?:(?:pdf|docx?|odt|zip)\s*,?\s*)?[\d.,]+\s*[kmg]b\s*\)\s*\Z", re.IGNORECASE | re.DOTALL
)
"""What a link says that fetches a file: "Download alle stukken", "Bijlage 1 (pdf, 340 kB)"."""
_MOST_AROUND: Final = 3000  # characters: more is the text itself, whatever it is called
_BLOCKS: Final = frozenset(
    {
        "p", "div", "section", "article", "main", "body", "html", "blockquote", "pre", "ul", "ol", "li", "dl", "dt",
        "dd", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "figure", "figcaption", "address",
        "h1", "h2", "h3", "h4", "h5", "h6", "hr", "header", "footer", "fieldset", "details", "summary", "center",
    }
)  # fmt: skip
_HEADS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "caption"})
_CHARSET: Final = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_SPACE: Final = re.compile(r"[ \t\n\r\f]+")
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BOLD: Final = ("b", "strong")
_HEAVY: Final = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_LONGEST_LINK: Final = 200
_MOST_OF_THE_TEXT: Final = 0.4


def read(data: bytes) -> Content:
    """Read a web page. Raises DocumentError where there is nothing in it."""
    text = _decode(data)
    parser = lxml_html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = lxml_html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise DocumentError("there is no web page in it; save the page once more from a browser") from error
    flow = Flow()
    _Walk(flow).blocks(_main(root))
    title = root.findtext(".//title")
    return flow.content(_SPACE.sub(" ", title).strip() or None if title else None)


def _decode(data: bytes) -> str:
    """The text, in the encoding that the page declares if it does so rightly."""
    declared = _CHARSET.search(data[:4096])
    if declared and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        try:
            return data.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError, ValueError):
            pass
    return decode(data).lstrip("\ufeff")


def _main(root: etree._Element) -> etree._Element:
    """The element with the main text: the one called so if it holds a fair part of the text, else the body."""
    body = root.find("body")
    if body is None:
        return root
    whole = len("".join(map(str, body.itertext())))
    for path in (".//main", ".//*[@role='main']", ".//article"):
        found = root.findall(path)
        if len(found) == 1 and len("".join(map(str, found[0].itertext()))) >= _MOST_OF_THE_TEXT * whole:
            return found[0]
    return body


def _is_hidden(element: etree._Element) -> bool:
    """Whether an element is not shown, or belongs to the page rather than to its text."""
    return (
        "hidden" in element.attrib
        or element.get("aria-hidden") == "true"
        or _HIDDEN.search(element.get("style") or "") is not None
        or element.get("role") in _ROLES
        or _is_around(element)
        or (element.tag == "a" and _FETCHES.match("".join(map(str, element.itertext()))[:_LONGEST_LINK]) is not None)
    )


def _is_around(element: etree._Element) -> bool:
    called = f"{element.get('class') or ''} {element.get('id') or ''}"
    if _AROUND.search(called) is None or _labels(element):
        return False
    return sum(len(str(text)) for text in islice(element.itertext(), _MOST_AROUND)) < _MOST_AROUND


def _labels(element: etree._Element) -> bool:
    """Whether an element is a badge that labels what stands behind it in the same block: "Besluit"."""
    called = (element.get("class") or "").lower()
    inline = isinstance(element.tag, str) and element.tag not in _BLOCKS
    return inline and "badge" in called and _OUTCOME.fullmatch("".join(map(str, element.itertext()))) is not None


class _Walk:
    """Walks the elements of a page, gathering the text between the borders of blocks."""

    def __init__(self, flow: Flow) -> None:
        self._flow = flow
        self._line: list[str] = []
        self._marker = ""
        self._depth = 0
        self._pre = 0

    def blocks(self, element: etree._Element) -> None:
        """Put an element's content into the flow."""
        self._inside(element)
        self._end()

    def _inside(self, element: etree._Element) -> None:
        self._text(element.text)
        for child in element:
            self._child(child)
            self._text(child.tail)

    def _child(self, child: etree._Element) -> None:
        tag = child.tag
        if not isinstance(tag, str) or tag in _SKIPPED or _is_hidden(child):
            return
        if tag in _PAGE_FURNITURE and not any(above.tag in _SECTIONS for above in child.iterancestors()):
            return
        if tag == "br":
            self._line.append("\n")
        elif tag in ("ul", "ol"):
            self._list(child)
        elif tag == "table":
            self._end()
            self._table(child)
        elif tag in _BLOCKS:
            self._block(child)
        else:
            self._inside(child)
            if _labels(child) and (child.tail or "").strip():
                self._line.append(": " if not "".join(self._line).rstrip().endswith(":") else " ")  # set apart as it is

    def _block(self, element: etree._Element) -> None:
        """An element whose text stands on lines of its own."""
        is_set = element.tag == "pre"
        self._end()
        self._pre += is_set
        self._inside(element)
        self._pre -= is_set
        self._end(keep_empty=element.tag == "p", is_head=element.tag in _HEADS, bold=_is_bold(element))

    def _list(self, element: etree._Element) -> None:
        """A list; one in the item of another is a step deeper."""
        self._end()
        is_nested = any(parent.tag == "li" for parent in element.iterancestors())
        self._depth += is_nested
        number = _whole(element.get("start"), 1)
        for item in element:
            if item.tag != "li":
                if isinstance(item.tag, str) and item.tag not in _SKIPPED:
                    self._child(item)
                continue
            number = _whole(item.get("value"), number)
            self._marker = "•" if element.tag == "ul" else shown(number, element.get("type") or "1") + "."
            number += 1
            if not _is_hidden(item):
                self._inside(item)
            self._end()
            self._marker = ""
        self._depth -= is_nested

    def _table(self, table: etree._Element) -> None:
        for caption in table.iterchildren("caption"):
            if not _is_hidden(caption):
                self._child(caption)
        rows = (row for row in outermost(table, "tr") if not _is_hidden(row))
        put_table(self._flow, [[_cell(cell) for cell in row if cell.tag in ("td", "th")] for row in rows])

    def _text(self, text: str | None) -> None:
        if text:
            self._line.append(text if self._pre else _SPACE.sub(" ", text))

    def _end(self, *, is_head: bool = False, keep_empty: bool = False, bold: bool = False) -> None:
        """A block ends: what was gathered is a paragraph, a head or an item."""
        text, self._line = "".join(self._line), []
        if not self._pre:
            text = "\n".join(_SPACE.sub(" ", line).strip() for line in text.split("\n")).strip("\n")
        if not text.strip():
            if keep_empty:
                self._flow.line("")
            return
        if self._pre:
            for line in text.split("\n"):
                self._flow.line(line)
        elif self._marker or self._depth:
            self._flow.item(self._marker, text, self._depth)
            self._marker = ""
        elif is_head:
            self._flow.heading(text)
        else:
            self._flow.line(text, bold=bold)


def _is_bold(element: etree._Element) -> bool:
    """Whether the text of an element is bold, all of it; one that holds blocks is not asked."""
    if any(child.tag in _BLOCKS for child in element):
        return False
    if element.tag in _BOLD or _HEAVY.search(element.get("style") or ""):
        return True
    own = (element.text, *(child.tail for child in element))
    filled = [child for child in element if isinstance(child.tag, str) and "".join(map(str, child.itertext())).strip()]
    return bool(filled) and not any(text and text.strip() for text in own) and all(map(_is_bold, filled))


def _cell(cell: etree._Element) -> Cell:
    inner = Flow()
    if not _is_hidden(cell):
        _Walk(inner).blocks(cell)
    return Cell(inner, _whole(cell.get("colspan"), 1), _whole(cell.get("rowspan"), 1))


def _whole(text: str | None, default: int) -> int:
    return int(text) if text and text.isdigit() and len(text) < 7 else default
