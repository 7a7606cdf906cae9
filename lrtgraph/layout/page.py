"""The lines of a document with what the search for heads asks of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from lrtgraph.layout.bullets import Marker, read_marker
from lrtgraph.layout.head_words import head_words, in_capitals, plain_form
from lrtgraph.layout.lines import Line

ENDED = re.compile(r"[.?!;,][\"'”’)\]]*\Z")
LONGEST = 200
"""Characters of a head's line."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A head: its kind, its number if any, the raw spans of its title's lines, and the index of its last line.

    A head that fuses several items gives one Heading each, with the same `last`. `level` is how deep it stands where
    the document says so: the items below a head that are deeper belong to it.
    """

    kind: Literal["heading", "subheading", "closing"]
    number: str | None
    spans: tuple[tuple[int, int], ...]
    last: int
    marker: str | None = None
    level: int = 0


class Page:
    """The lines of one document; indexes are those of its lines."""

    def __init__(self, text: str, lines: Sequence[Line], margin: int) -> None:
        self.text, self.lines, self.margin = text, lines, margin
        self.filled = [index for index, line in enumerate(lines) if not line.blank]
        self.gapless = not any(lines[index].gap for index in self.filled[1:])
        self._position = {index: position for position, index in enumerate(self.filled)}
        self._markers: dict[int, Marker | None] = {}

    def body(self, index: int) -> str:
        """The text of a line, cut where it is far too long for a title."""
        line = self.lines[index]
        return self.text[line.start : min(line.end, line.start + LONGEST * 2)]

    def before(self, index: int) -> int | None:
        """The line before that has text; None where there is none."""
        position = self._position[index]
        return self.filled[position - 1] if position else None

    def after(self, index: int) -> int | None:
        """The line behind that has text; None where there is none."""
        position = self._position[index]
        return self.filled[position + 1] if position + 1 < len(self.filled) else None

    def gap_after(self, index: int) -> bool:
        """Blank lines, a page or a marker follow, or nothing at all."""
        after = self.after(index)
        if after is None:
            return True
        line = self.lines[after]
        return line.gap > 0 or line.page or self.marker(after) is not None

    def gap_before(self, index: int) -> bool:
        """Blank lines, a page or a line without letters and digits come before, or nothing at all."""
        line, before = self.lines[index], self.before(index)
        return line.gap > 0 or line.page or before is None or not any(map(str.isalnum, self.body(before)))

    def marker(self, index: int) -> Marker | None:
        """The bullet or number that the line begins with."""
        if index not in self._markers:
            line = self.lines[index]
            self._markers[index] = read_marker(self.text, line.start, line.end)
        return self._markers[index]

    def in_sentence(self, index: int) -> bool:
        """The line goes on with a sentence of the line right before it."""
        before = self.before(index)
        if before is None:
            return False
        line = self.lines[before]
        if ENDED.search(self.text[max(line.start, line.end - 3) : line.end]):
            return False
        if self.gap_before(index):
            return self.text[self.lines[index].start].islower() and self.marker(index) is None
        if self.gap_after(index) and len(self.body(index).split()) <= 5:
            return False  # a short line right above a bullet
        return line.right >= 0.8 * self.margin > 0

    def opens(self, index: int) -> bool:
        """The line is one of the standing heads of an agenda."""
        return plain_form(self.body(index)) in head_words()["opening"]

    def after_end(self, index: int) -> bool:
        """The line before ends a sentence, a part of one or a bracket."""
        before = self.before(index)
        if before is None:
            return False
        line = self.lines[before]
        return re.search(r"[.?!:;)][\"'”’]?\Z", self.text[max(line.start, line.end - 3) : line.end]) is not None

    def starts_sentence(self, index: int) -> bool:
        """A line follows, and not one in capitals."""
        after = self.after(index)
        return after is not None and not in_capitals(self.body(after))

    def starts_text(self, index: int) -> bool:
        """A marker, a standing subhead, or a line that reads as running text."""
        body = self.body(index)
        if self.marker(index) or plain_form(body) in head_words()["section"]:
            return True
        return len(body.split()) >= 6 or bool(ENDED.search(body))

    def runs_on(self, index: int) -> bool:
        """The next line follows at once and begins in lower case: a paragraph that wraps, or a long title."""
        after = self.after(index)
        return after is not None and self.lines[after].gap == 0 and self.body(after)[0].islower()


def without_colon(text: str, start: int, end: int) -> tuple[int, int]:
    """A title without the colon that leads to its text.

    >>> without_colon("Opvang :", 0, 8)
    (0, 6)
    """
    return start, start + len(text[start:end].rstrip(" :"))
