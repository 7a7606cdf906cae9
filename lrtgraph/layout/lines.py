"""The raw text as lines: where each line's body lies, how far it is indented, and what separates it from the last.

A body is the line without white space around it; furniture that is found at its end is cut off later.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Sequence

from lrtgraph.records import Page
from lrtgraph.value import value

LINE = re.compile(r"[^\n\r\f\v\x1c-\x1e\x85\u2028\u2029]*(?:\r\n|[\n\r\f\v\x1c-\x1e\x85\u2028\u2029]|\Z)")
"""A line with the sign that ends it."""
_WHITE = (
    "".join(chr(code) for code in range(0x10000) if chr(code).isspace()) + "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
)
PIPES = "|¦│┃║"
"""Signs that stand between the cells of a table."""
_BREAKS = "\f\x1c\x1d"
_BLANKS = 41
"""Blank lines in a row that are kept: more of them say nothing more."""
_LONGEST = 20_000
"""A longer line is cut at white space: no unit of text is a whole book."""
_ENDED = re.compile(r"[.?!:;)]")
_UNWRAPPED = 0.75
"""Where this share of the long lines ends a sentence, each line is a paragraph of its own."""
_FULL, _SHARE = 0.85, 0.2
"""Lines that reach this part of the margin must be this share of all lines, or the text does not wrap there."""
_TAB = 8
_WRAPPED_AT_MOST = 130
"""A line longer than this holds a whole paragraph: the text was not wrapped there."""


Span = tuple[int, int]
"""Where a stretch of raw text begins and ends."""


@value
class Line:
    """One line of the raw text.

    `start` and `end` are the raw offsets of its body (equal where it is blank), `indent` the columns before it,
    `gap` the number of blank lines before it, `page` whether a page begins, or furniture stood, between the last
    body and this one.
    """

    start: int
    end: int
    indent: int
    gap: int = 0
    page: bool = False

    @property
    def blank(self) -> bool:
        """Nothing but white space."""
        return self.start == self.end

    @property
    def right(self) -> int:
        """The column just past the body."""
        return self.indent + self.end - self.start


def split_lines(text: str, pages: Sequence[Page] = ()) -> list[Line]:
    r"""The lines of a text, blank ones included.

    >>> [(line.start, line.end, line.indent) for line in split_lines(" a b \n\n  c")]
    [(1, 4, 1), (6, 6, 0), (9, 10, 2)]
    """
    lines: list[Line] = []
    page_starts = sorted(page.start for page in pages)
    broken, blank = True, 0
    for match in LINE.finditer(text):
        start, end = match.span()
        if start == end:
            break
        first, last = _body(text, start, end)
        blank = blank + 1 if first == last else 0
        at = bisect_left(page_starts, start)
        new_page = broken or (at < len(page_starts) and page_starts[at] < end)
        if blank > _BLANKS:
            broken = new_page or text[end - 1] in _BREAKS
            continue
        indent = _columns(text[start:first])
        while last - first > _LONGEST:
            cut = text.rfind(" ", first + 1, first + _LONGEST)
            cut = cut if cut > first else first + _LONGEST
            lines.append(Line(first, cut, indent, page=new_page))
            first, new_page = _body(text, cut, last)[0], False
        lines.append(Line(first, last, indent, page=new_page))
        broken = text[end - 1] in _BREAKS
    return with_gaps(lines)


def _body(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without the white space and invisible characters around it; empty at its start if nothing is left."""
    stripped = text[start:end].strip(_WHITE)
    first = start + len(text[start:end]) - len(text[start:end].lstrip(_WHITE))
    return (first, first + len(stripped)) if stripped else (start, start)


def trimmed(text: str, start: int, end: int) -> Span:
    """A stretch without the white space around it."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def with_gaps(lines: Sequence[Line], passed: Container[int] = ()) -> list[Line]:
    """Count the blank lines before each line again, and carry a page break over blank lines to the next body.

    Lines of `passed` (indexes) were no blank lines, but furniture that was taken out.
    """
    counted: list[Line] = []
    gap, page = 0, False
    for index, line in enumerate(lines):
        page = page or line.page
        if line.blank:
            gap += index not in passed
            counted.append(line)
        else:
            counted.append(Line(line.start, line.end, line.indent, gap, page))
            gap, page = 0, False
    return counted


def single_spaced(text: str, lines: Sequence[Line]) -> list[Line]:
    """The lines with one blank line less before each, where a conversion put one behind every line of wrapped text.

    Such text goes on with small letters behind blank lines, or has an odd number of blank lines everywhere.
    """
    filled = [line for line in lines if not line.blank]
    apart = sum(line.gap > 0 for line in filled[1:])
    going_on = sum(text[line.start].islower() for line in filled)
    doubled = all(line.gap % 2 for line in filled[1:]) and any(line.gap > 1 for line in filled[1:])
    wrapped = apart >= 0.9 * (len(filled) - 1) and going_on >= 0.2 * len(filled)
    if len(filled) < 10 or not (wrapped or doubled):
        return list(lines)
    return [Line(line.start, line.end, line.indent, max(0, line.gap - 1), line.page) for line in lines]


def right_margin(text: str, lines: Sequence[Line]) -> int:
    """The column at which text wraps; 0 where it does not wrap (every line is a paragraph, or there are too few).

    Wrapped text has many lines of nearly equal length, and most of them end in mid-sentence; the margin is the
    column that nine lines in ten keep to.
    """
    filled = [line for line in lines if not line.blank]
    rights = sorted(line.right for line in filled if line.right <= _WRAPPED_AT_MOST)
    if len(rights) < 4 or len(rights) < 0.5 * len(filled):
        return 0
    margin = rights[min(len(rights) - 1, len(rights) * 9 // 10)]
    full = [line for line in filled if _FULL * margin <= line.right <= _WRAPPED_AT_MOST]
    long = [line for line in filled if line.right >= _FULL * margin]
    ended = sum(bool(_ENDED.search(text, line.end - 1, line.end)) for line in long)
    if margin < 30 or len(full) < _SHARE * len(rights) or len(long) > 2 * len(full):
        return 0
    return 0 if len(long) >= 3 and ended >= _UNWRAPPED * len(long) else margin


def _columns(white: str) -> int:
    column = 0
    for char in white:
        column = column + _TAB - column % _TAB if char == "\t" else column + 1
    return column
