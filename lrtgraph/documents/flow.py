"""Paragraphs, list items and table rows as the lines of one text: what every format with a structure ends as.

The text looks as a careful person would have typed it: a bullet or number before each item, a tab between cells, a
blank line where one paragraph follows another. Only where the paragraphs are really the lines of wrapped text (a text
file pasted into a word processor) they stay next to each other, so that their sentences can be joined again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from lrtgraph.documents import Content
from lrtgraph.dutch.surnames import opens_on_person
from lrtgraph.records import Page

_INDENT = "   "
_SHORT = 80  # characters: shorter lines follow each other in letterheads, attendance lists and addresses
_WRAPPED = 0.12  # share of lines that go on with a small letter, from which on lines are no paragraphs
_HEAD = 100
"""Characters of a head."""
_SENTENCE = (".", ",", ";")
_BREAKS = re.compile(r"[\r\v\x1c-\x1e\x85\u2028\u2029]")

Kind = Literal["line", "item", "row", "heading", "blank", "page"]


@dataclass(frozen=True, slots=True)
class _Piece:
    kind: Kind
    text: str
    bold: bool = False

    @property
    def stands_out(self) -> bool:
        """Whether it is a short line in bold that ends no sentence, as heads without the style of one are."""
        return self.bold and len(self.text) <= _HEAD and not self.text.endswith(_SENTENCE) and "\n" not in self.text


class Flow:
    """Takes pieces in reading order; `content` gives the text with its pages."""

    def __init__(self) -> None:
        self._pieces: list[_Piece] = []
        self._foot: int | None = None

    def line(self, text: str, *, bold: bool = False) -> None:
        """A paragraph; line feeds in it stay. One in bold letters alone may be a head."""
        self._put("line", text, bold=bold)

    def heading(self, text: str) -> None:
        """A head."""
        self._put("heading", text)

    def item(self, marker: str, text: str, depth: int = 0) -> None:
        """A list item with its bullet or number; `depth` from 0."""
        indent = _INDENT * depth
        text = text.replace("\n", "\n" + indent + "  ")
        self._put("item", f"{indent}{marker} {text}" if marker else indent + text)

    def row(self, cells: list[str]) -> None:
        """A table row; its cells are joined by tabs, line feeds in them become spaces."""
        cleaned = [" ".join(cell.split()) for cell in cells]
        if any(cleaned):
            self._pieces.append(_Piece("row", "\t".join(cleaned)))

    def take(self, other: Flow, label: str = "") -> None:
        """All that another flow has, behind a label, which stands before its first line where that is a line."""
        pieces = other._pieces
        if label and pieces and pieces[0].kind in ("line", "heading"):
            pieces = [replace(pieces[0], text=f"{label} {pieces[0].text.lstrip()}"), *pieces[1:]]
        elif label:
            self.line(label)
        self._pieces += pieces

    def paragraphs(self) -> list[str]:
        """What it has so far, each paragraph, item or row on one line; a line that begins with a capital or a
        person is one too."""
        found: list[str] = []
        for piece in self._pieces:
            for number, line in enumerate(filter(None, (" ".join(part.split()) for part in piece.text.split("\n")))):
                if number and line[0].islower() and not opens_on_person(line):
                    found[-1] += " " + line
                else:
                    found.append(line)
        return found

    def foot(self) -> None:
        """All that follows stands at the foot of the pages."""
        self._foot = len(self._pieces) if self._foot is None else self._foot

    def page(self) -> None:
        """A new page begins."""
        self._pieces.append(_Piece("page", ""))

    def _put(self, kind: Kind, text: str, *, bold: bool = False) -> None:
        text = _BREAKS.sub("\n", text.replace("\r\n", "\n")).replace("\f", "\n").rstrip()
        self._pieces.append(_Piece(kind, text, bold) if text.strip() else _Piece("blank", ""))

    def _with_heads(self) -> list[_Piece]:
        """The pieces, a bold line made a head where neither what stands above nor what stands below it is bold."""
        filled = [piece for piece in self._pieces if piece.kind not in ("page", "blank")]
        lone = {id(piece) for above, piece, below in zip([None, *filled], filled, [*filled[1:], None], strict=False)
                if piece.stands_out and not any(one is not None and one.bold for one in (above, below))}  # fmt: skip
        return [replace(piece, kind="heading") if id(piece) in lone else piece for piece in self._pieces]

    def content(self, title: str | None = None) -> Content:
        """The text and its pages."""
        wrapped = self._is_wrapped()
        parts: list[str] = []
        breaks: list[int] = []
        length = 0
        foot: int | None = None
        before: _Piece | None = None
        for number, piece in enumerate(self._with_heads()):
            foot = length if number == self._foot else foot
            if piece.kind == "page":
                if length:
                    breaks.append(length)
                continue
            text = piece.text + "\n"
            if before is not None and _is_apart(before, piece, wrapped):
                text = "\n" + text
            parts.append(text)
            length += len(text)
            before = piece
        ends = [*breaks, length]
        starts = [0, *breaks]
        pages = tuple(Page(n, a, b) for n, (a, b) in enumerate(zip(starts, ends, strict=True), start=1) if b > a)
        feet = ((foot, length),) if foot is not None else ()
        return Content("".join(parts), pages if breaks else (), title, feet)

    def _is_wrapped(self) -> bool:
        """Whether paragraphs are in fact the lines of wrapped text."""
        lines = [piece for piece in self._pieces if piece.kind != "page"]
        pairs = [(a, b) for a, b in pairwise(lines) if b.kind == "line" and a.kind != "blank"]
        going_on = sum(b.text.lstrip()[:1].islower() for _, b in pairs)
        return going_on > _WRAPPED * max(len(pairs), 8)


def _is_apart(before: _Piece, piece: _Piece, wrapped: bool) -> bool:
    """Whether a blank line belongs between two pieces."""
    if "blank" in (before.kind, piece.kind):
        return False
    if "heading" in (before.kind, piece.kind) or (before.kind == "row") != (piece.kind == "row"):
        return True
    if piece.kind == "row" or wrapped:
        return False
    return len(before.text) > _SHORT or len(piece.text) > _SHORT
