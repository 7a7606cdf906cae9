"""From words with places on a page to lines in reading order, as a person would copy the page into a text file.

Columns follow each other; the indentation of lines and wide gaps between words are kept as spaces, so that nested
bullets and tables can be told; a wider step between lines becomes a blank one; heads and feet that come back on
every page are kept once.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import Final

_SAME_LINE: Final = 0.35  # of the letters' size, between the baselines of one line
_WIDE: Final = 1.1  # of the letters' size: a gap between words that is more than a space
_STEP: Final = 1.4  # of the usual distance of lines: more is a blank line
_MARGIN: Final = 0.12  # share of the page's height in which its head and its foot stand
_GUTTER: Final = (0.25, 0.75)  # share of the text's width in which the gutter of two columns stands
_FEWEST: Final = 6  # lines in a column
_FILLED: Final = 0.62  # of a column's width, by the middle one of its lines: text fills it, the cells of a table do not
_CROSSING: Final = 0.3  # share of lines that may run over a gutter
_MOST_INDENT: Final = 60
_DIGITS: Final = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Word:
    """A word: where it begins and ends across the page, its baseline (from below), and the size of its letters."""

    text: str
    left: float
    right: float
    base: float
    size: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its indentation, how far down the page it stands (0 top, 1 bottom), and blank lines before it."""

    text: str
    place: float
    gap: int


@dataclass(frozen=True, slots=True)
class _Row:
    """The words on one baseline, from left to right."""

    words: tuple[Word, ...]

    @property
    def base(self) -> float:
        return self.words[0].base

    @property
    def left(self) -> float:
        return self.words[0].left

    @property
    def right(self) -> float:
        return max(word.right for word in self.words)

    def crosses(self, x: float) -> bool:
        """Whether text runs over `x`: a word stands there, or the gap there is no wider than a space."""
        before = [word for word in self.words if word.left < x]
        after = [word for word in self.words if word.left >= x]
        if before and max(word.right for word in before) > x:
            return True
        return bool(before and after) and after[0].left - before[-1].right < _WIDE * after[0].size


def arrange(words: Sequence[Word], width: float, height: float) -> list[Line]:
    """The lines of a page of this size in reading order."""
    rows = _rows(words)
    if not rows:
        return []
    letter = median((word.right - word.left) / len(word.text) for word in words if word.text) or 1.0
    lines: list[Line] = []
    for block in _blocks(rows):
        lines += _lines(block, max(letter, 0.5), height or 1.0, first=not lines)
    return lines


def _rows(words: Sequence[Word]) -> list[_Row]:
    """The words by baseline, from the top."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (-word.base, word.left)):
        if rows and rows[-1][0].base - word.base <= _SAME_LINE * max(word.size, rows[-1][0].size):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [_Row(tuple(sorted(row, key=lambda word: word.left))) for row in rows]


def _blocks(rows: Sequence[_Row]) -> list[list[_Row]]:
    """The rows in reading order: as they are, or the left column before the right one between rows over both."""
    gutter = _gutter(rows)
    if gutter is None:
        return [list(rows)]
    blocks: list[list[_Row]] = []
    left: list[_Row] = []
    right: list[_Row] = []

    def settle() -> None:
        blocks.extend(block for block in (left.copy(), right.copy()) if block)
        left.clear()
        right.clear()

    over: list[_Row] = []
    for row in rows:
        if row.crosses(gutter):
            settle()
            over.append(row)
            continue
        if over:
            blocks.append(over.copy())
            over.clear()
        for side, words in (
            (left, [word for word in row.words if word.left < gutter]),
            (right, [word for word in row.words if word.left >= gutter]),
        ):
            if words:
                side.append(_Row(tuple(words)))
    if over:
        blocks.append(over)
    settle()
    return blocks


def _gutter(rows: Sequence[_Row]) -> float | None:
    """Where the gutter between two columns of text is, if there are two."""
    if len(rows) < _FEWEST:
        return None
    start, end = min(row.left for row in rows), max(row.right for row in rows)
    width = end - start
    candidates = [start + width * share / 100 for share in range(int(_GUTTER[0] * 100), int(_GUTTER[1] * 100))]
    crossed = {x: sum(row.crosses(x) for row in rows) for x in candidates}
    fewest = min(crossed.values())
    if fewest > _CROSSING * len(rows):
        return None
    best = [x for x in candidates if crossed[x] == fewest]
    gutter = best[len(best) // 2]
    free = [row for row in rows if not row.crosses(gutter)]
    left = [_Row(words) for row in free if (words := tuple(word for word in row.words if word.left < gutter))]
    right = [_Row(words) for row in free if (words := tuple(word for word in row.words if word.left >= gutter))]
    for side in (left, right):
        if len(side) < _FEWEST:
            return None
        extent = max(row.right for row in side) - min(row.left for row in side)
        if median(row.right - row.left for row in side) < _FILLED * extent:
            return None
    return gutter


def _lines(rows: Sequence[_Row], letter: float, height: float, *, first: bool) -> list[Line]:
    margin = min(row.left for row in rows)
    steps = [above.base - row.base for above, row in pairwise(rows)]
    usual = median(steps) if steps else 0.0
    lines: list[Line] = []
    for number, row in enumerate(rows):
        is_apart = (number > 0 and steps[number - 1] > _STEP * usual) or (number == 0 and not first)
        lines.append(Line(_text(row, margin, letter), 1 - row.base / height, int(is_apart)))
    return lines


def _text(row: _Row, margin: float, letter: float) -> str:
    """The words of a row: one space between them, more where the gap is wide, and the indentation before them."""
    parts = [" " * min(round((row.left - margin) / letter), _MOST_INDENT)]
    column = len(parts[0])
    right = row.left
    for number, word in enumerate(row.words):
        if number:
            gap = word.left - right
            target = round((word.left - margin) / letter) - column
            spaces = max(2, min(target, _MOST_INDENT)) if gap > _WIDE * word.size else int(gap > 0.05 * word.size)
            parts.append(" " * spaces)
            column += spaces
        parts.append(word.text)
        column += len(word.text)
        right = max(right, word.right)
    return "".join(parts)


def without_running_heads(pages: Sequence[list[Line]]) -> list[list[Line]]:
    """The pages with what stands at the head or foot of most of them only where it first does; numbers may differ."""
    filled = [page for page in pages if page]
    if len(filled) < 2:
        return list(pages)
    counts = Counter(key for page in filled for key in {_key(line) for line in page if _is_marginal(line)})
    running = {key for key, count in counts.items() if count >= max(2, (len(filled) + 1) // 2)}
    seen: set[str] = set()
    kept: list[list[Line]] = []
    for page in pages:
        stays = [line for line in page if not (_is_marginal(line) and _key(line) in seen & running)]
        seen |= {_key(line) for line in page if _is_marginal(line)}
        if stays and stays[0].gap:
            stays[0] = replace(stays[0], gap=0)
        kept.append(stays)
    return kept


def _is_marginal(line: Line) -> bool:
    return line.place < _MARGIN or line.place > 1 - _MARGIN


def _key(line: Line) -> str:
    return _DIGITS.sub("#", " ".join(line.text.split()).lower())
