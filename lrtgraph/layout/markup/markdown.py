"""Markdown: the text that its marks leave to read, with the raw offset of every character, and the heads it states.

What converters make of Word files, and what is written for a wiki, is Markdown, often in a file called .txt. Its blocks
are read as in CommonMark with the tables of GitHub: heads stand between blank lines, bullets are "•", rows keep their
pipes, lines stay lines. All other steps then read this text; a text without Markdown's marks stays as it is.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from lrtgraph.layout.lines import LINE
from lrtgraph.layout.markup.inline import read_inline
from lrtgraph.layout.markup.signs import (
    BULLET,
    DEFINITION,
    DELIMITERS,
    FENCE,
    FRONT_MATTER,
    HEAD,
    PIPE,
    QUOTE,
    RULE,
    UNDERLINE,
    are_alike,
    cells,
    is_bold,
    is_markdown,
)
from lrtgraph.layout.repair import Clean
from lrtgraph.records import AgendaItem, Block, Document, Layout, Page

__all__ = ["BOLD", "Markup", "read_markup"]

BOLD: Final = 7
"""The level of a line in bold type that stands alone: it may be a head, below all that are marked as such."""
_MEDIA_TYPE: Final = "text/markdown"
_LONGEST_TITLE: Final = 1000
_LONGEST_HEAD: Final = 2
"""Lines above an underline that make one head; more are a paragraph above a rule."""


@dataclass(frozen=True, slots=True)
class Markup:
    """A document without its marks: the text, the raw offset of each character, and where heads begin and how deep."""

    text: str
    offsets: tuple[int, ...]
    heads: Mapping[int, int]

    def pages(self, pages: Sequence[Page]) -> tuple[Page, ...]:
        """The document's pages as offsets of this text."""
        places = [(bisect_left(self.offsets, page.start), bisect_left(self.offsets, page.end)) for page in pages]
        return tuple(Page(page.number, *place) for page, place in zip(pages, places, strict=True))

    def raw(self, layout: Layout) -> Layout:
        """A layout of this text as one of the document."""
        return Layout(tuple(map(self._raw_block, layout.blocks)), tuple(map(self._raw_item, layout.agenda)))

    def _raw_block(self, block: Block) -> Block:
        return replace(block, offsets=tuple(self.offsets[at] for at in block.offsets))

    def _raw_item(self, item: AgendaItem) -> AgendaItem:
        return replace(item, start=self.offsets[item.start], end=self.offsets[item.end - 1] + 1)


def read_markup(document: Document) -> Markup | None:
    """A document's text without the marks of Markdown; None where it is not Markdown.

    >>> made = read_markup(Document("a.md", "", "text/markdown", "# Verslag\\n\\n* De **VNG** stemt in.\\n"))
    >>> made.text, made.heads
    ('Verslag\\n\\n• De VNG stemt in.\\n', {0: 1})
    """
    if document.media_type != _MEDIA_TYPE and not is_markdown(document.text):
        return None
    return _Reader(document.text).read()


@dataclass(frozen=True, slots=True)
class _Raw:
    """A line: where it begins behind quote marks, where its text begins and ends without white space, and where it
    ends."""

    first: int
    start: int
    end: int
    stop: int
    quoted: bool = False

    @property
    def blank(self) -> bool:
        return self.start == self.end


@dataclass(slots=True)
class _Reader:
    """Reads the blocks of a text one after the other."""

    raw: str
    lines: list[_Raw] = field(default_factory=list)
    references: frozenset[str] = frozenset()
    parts: list[str] = field(default_factory=list)
    offsets: list[int] = field(default_factory=list)
    heads: dict[int, int] = field(default_factory=dict)
    unclosed: set[str] = field(default_factory=set)
    apart: bool = False
    """A head was written last: a blank line belongs below it."""

    def read(self) -> Markup:
        front = FRONT_MATTER.match(self.raw)
        self.lines = list(_lines(self.raw, front.end() if front else 0))
        self.references = frozenset(
            found[1].lower() for line in self.lines if (found := DEFINITION.match(self.raw, line.start, line.end))
        )
        at = 0
        while at < len(self.lines):
            at = self._block(at)
        return Markup("".join(self.parts), tuple(self.offsets), self.heads)

    def _block(self, at: int) -> int:
        """Write the block that begins on a line; gives the line behind it."""
        line = self.lines[at]
        if line.blank or self._matches(RULE, line) or self._matches(DEFINITION, line):
            self._end_line(line)
            return at + 1
        if (fence := FENCE.match(self.raw, line.start, line.end)) and (end := self._fence_end(at, fence[1])):
            for inner in self.lines[at + 1 : end]:
                self._put(_piece(self.raw, inner.first, inner.stop))
            return end + 1
        if fence and fence[1].startswith(":"):  # the fence of a division, not of code
            self._end_line(line)
            return at + 1
        if (end := self._table_end(at)) > at:
            self._table(at, end)
            return end
        if line.end - line.start <= _LONGEST_TITLE and (head := HEAD.match(self.raw, line.start, line.end)):
            self._head(_piece(self.raw, *head.span("title")), len(head["signs"]), line)
            return at + 1
        end = self._paragraph_end(at)
        under = self.lines[end] if end < len(self.lines) else None
        if under and end - at <= _LONGEST_HEAD and not line.quoted and self._underlined(at, under):
            level = 1 if self.raw[under.start] == "=" else 2
            self._head(self._joined(at, end), level, under)
            return end + 1
        self._paragraph(at, end)
        return end

    def _matches(self, pattern: re.Pattern[str], line: _Raw) -> bool:
        return pattern.fullmatch(self.raw, line.start, line.end) is not None

    def _underlined(self, at: int, under: _Raw) -> bool:
        line = self.lines[at]
        bullet = BULLET.match(self.raw, line.start, line.end)
        if under.quoted or "|" in self.raw[line.start : line.end] or not self._matches(UNDERLINE, under):
            return False  # "1. Opening" is a head, and no item of a list, where the signs are as many as its letters
        return bullet is None or (bullet["sign"] is None and are_alike(line.end - line.start, under.end - under.start))

    def _fence_end(self, at: int, signs: str) -> int:
        """The line that closes a fence of code; 0 where none does."""
        if signs.startswith(":") or signs in self.unclosed:
            return 0
        closing = re.compile(rf"{re.escape(signs[0])}{{{len(signs)},}}\s*\Z")
        for index in range(at + 1, len(self.lines)):
            line = self.lines[index]
            if closing.match(self.raw[line.start : line.end]):
                return index
        self.unclosed.add(signs)
        return 0

    def _paragraph_end(self, at: int) -> int:
        """The line behind a paragraph or an item of a list that begins on a line."""
        end = at + 1
        while end < len(self.lines):
            line = self.lines[end]
            starts = (HEAD, BULLET, FENCE, DEFINITION)
            if line.blank or line.quoted != self.lines[at].quoted or self._table_end(end) > end:
                break
            if any(sign.match(self.raw, line.start, min(line.end, line.start + _LONGEST_TITLE)) for sign in starts):
                break
            if self._matches(RULE, line) or self._matches(UNDERLINE, line):
                break
            end += 1
        return end

    def _table_end(self, at: int) -> int:
        """The line behind a table that begins on a line; the line itself where none does."""
        if at + 1 >= len(self.lines) or PIPE.search(self.raw, self.lines[at].start, self.lines[at].end) is None:
            return at
        below = self.lines[at + 1]
        if not self._matches(DELIMITERS, below) or len(self._cells(at)) != len(self._cells(at + 1)):
            return at
        end = at + 2
        while end < len(self.lines) and PIPE.search(self.raw, self.lines[end].start, self.lines[end].end):
            end += 1
        return end

    def _cells(self, at: int) -> list[tuple[int, int]]:
        return cells(self.raw, self.lines[at].start, self.lines[at].end)

    def _table(self, at: int, end: int) -> None:
        """The rows between pipes, without the row of dashes and without empty rows."""
        for index in (at, *range(at + 2, end)):
            line = self.lines[index]
            row = [read_inline(_piece(self.raw, *cell), cell=True) for cell in self._cells(index)]
            if not any(cell.text.strip() for cell in row):
                continue
            self._put(Clean("|", (line.start,)))
            for (_, stop), cell in zip(self._cells(index), row, strict=True):
                pipe = min(stop, line.end - 1)
                self._put(Clean(" ", (cell.offsets[0] if cell.offsets else pipe,)))
                self._put(_trimmed(cell))
                self._put(Clean(" |", (pipe, pipe)))
            self._end_line(line)

    def _head(self, piece: Clean, level: int, line: _Raw) -> None:
        title = _trimmed(read_inline(piece, references=self.references))
        if not title.text:
            return
        if self.offsets and not self._ends_blank():
            self._put(Clean("\n", (self.offsets[-1],)))
        self.heads[len(self.offsets) + self.apart] = level
        self._put(title)
        self._end_line(line)
        self.apart = True

    def _paragraph(self, at: int, end: int) -> None:
        bold = [is_bold(self.raw[line.start : line.end]) for line in self.lines[at : min(end, at + 2)]]
        piece = read_inline(self._joined(at, end), references=self.references)
        lead = len(piece.text) - len(piece.text.lstrip(" \t"))
        alone = bold[0] and not any(bold[1:])
        if alone and piece.text[lead : lead + 1].strip():  # "**<br>**" leaves nothing to be a head
            self.heads[len(self.offsets) + self.apart + lead] = BOLD
        self._put(piece)

    def _joined(self, at: int, end: int) -> Clean:
        """The lines of a block as one piece, each behind its white space, a bullet as "•"."""
        parts: list[str] = []
        offsets: list[int] = []
        for line in self.lines[at:end]:
            bullet = BULLET.match(self.raw, line.start, line.end) if not parts else None
            text = self.raw[line.first : line.stop]
            if bullet and bullet["sign"]:
                text = f"{self._indent(line)}•{self.raw[line.start + 1 : line.stop]}"
            parts.append(text)
            offsets += range(line.first, line.stop)
        return Clean("".join(parts), tuple(offsets))

    def _indent(self, line: _Raw) -> str:
        """The white space before a line's text."""
        return self.raw[line.first : line.start]

    def _end_line(self, line: _Raw) -> None:
        self._put(_piece(self.raw, max(line.end, line.start), line.stop), ends=True)

    def _ends_blank(self) -> bool:
        tail = "".join(self.parts[-4:])[-4:].replace("\r\n", "\n")
        return tail.endswith("\n\n")

    def _put(self, piece: Clean, *, ends: bool = False) -> None:
        if not piece.text:
            return
        if self.apart and not ends and not self._ends_blank():
            self.parts.append("\n")
            self.offsets.append(self.offsets[-1])
        self.apart = False
        self.parts.append(piece.text)
        self.offsets += piece.offsets


def _lines(raw: str, start: int) -> Iterator[_Raw]:
    for match in LINE.finditer(raw, start):
        first, stop = match.span()
        if first == stop:
            return
        quote = QUOTE.match(raw, first, stop)
        begin = quote.end() if quote else first
        body = raw[begin:stop]
        stripped = body.strip()
        inner = begin + len(body) - len(body.lstrip()) if stripped else begin
        yield _Raw(begin, inner, inner + len(stripped), stop, quote is not None)


def _piece(raw: str, start: int, end: int) -> Clean:
    return Clean(raw[start:end], tuple(range(start, end)))


def _trimmed(piece: Clean) -> Clean:
    body = piece.text.strip()
    start = len(piece.text) - len(piece.text.lstrip())
    return Clean(body, piece.offsets[start : start + len(body)])
