"""From words with places on a page to lines in reading order, as a person would copy the page into a text file.

Columns follow each other; the indentation of lines and wide gaps between words are kept as spaces, so that nested
bullets and tables can be told, and cells below each other begin in the same column; a wider step between lines becomes
a blank one, and so does the change to larger letters or back; a head in larger, bold or capital letters that runs over
lines is one line; heads and feet that come back on every page are kept once.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
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
_LARGER: Final = 1.12  # of the usual size: letters of a head
_MOST_HEAD_LINES: Final = 4
_SHARED: Final = 2  # rows with a cell that begins where a column does
_FLUSH: Final = 1.0  # points: what begins no further apart begins at the same place
_STOP: Final = 0.9  # of the letters' size: cells that begin no further apart stand below each other
_DIGITS: Final = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Word:
    """A word: where it begins and ends across the page, its baseline (from below), its letters' size and weight."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its indentation, how far down the page it stands (0 top, 1 bottom), blank lines before it, and
    whether it is the foot of its page."""

    text: str
    place: float
    gap: int
    foot: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """The words on one baseline, from left to right."""

    words: tuple[Word, ...]

    @property
    def base(self) -> float:
        """The baseline of the words, from below."""
        return self.words[0].base

    @property
    def left(self) -> float:
        """Where the first word begins."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Where the last word ends."""
        return max(word.right for word in self.words)

    @property
    def size(self) -> float:
        """The size of its smallest letters."""
        return min(word.size for word in self.words)

    @property
    def bold(self) -> bool:
        """Whether all words are bold."""
        return all(word.bold for word in self.words)

    @property
    def capitals(self) -> bool:
        """Whether all its letters are capitals, and there are several words of them."""
        return len(self.words) > 1 and "".join(word.text for word in self.words).isupper()

    @property
    def text(self) -> str:
        """Its words with a space between those that stand apart."""
        return " ".join(text for _, text in self.cells())

    def cells(self, columns: Sequence[float] = ()) -> list[tuple[float, str]]:
        """The row's pieces between wide gaps, or where one of these columns begins, each with where it begins."""
        found: list[tuple[float, str]] = []
        right = 0.0
        for number, word in enumerate(self.words):
            gap = word.left - right
            if not number or gap > _WIDE * word.size or any(abs(word.left - left) <= _FLUSH for left in columns):
                found.append((word.left, word.text))
            else:
                left, text = found[-1]
                found[-1] = (left, text + (" " if gap > 0.05 * word.size else "") + word.text)
            right = max(right, word.right) if number else word.right
        return found

    def crosses(self, x: float) -> bool:
        """Whether text runs over `x`: a word stands there, or the gap there is no wider than a space."""
        before = [word for word in self.words if word.left < x]
        after = [word for word in self.words if word.left >= x]
        if before and max(word.right for word in before) > x:
            return True
        return bool(before and after) and after[0].left - before[-1].right < _WIDE * after[0].size


@dataclass(frozen=True, slots=True)
class Setting:
    """What a page is set in: a letter's width, the face of most letters, and for a part of a page alone its margin and
    the usual distance of its lines."""

    letter: float
    face: _Face
    margin: float | None = None
    step: float | None = None

    @classmethod
    def of(cls, words: Sequence[Word], part: Sequence[Word] = ()) -> Setting:
        """What words are set in, and the margin and the distance of lines of those of them that are its text."""
        letter = median((word.right - word.left) / len(word.text) for word in words if word.text) or 1.0
        steps = [above.base - row.base for above, row in pairwise(rows_of(words))]
        margin = min((word.left for word in part), default=None)
        return cls(max(letter, 0.5), _Face.of(words), margin, median(steps) if steps else None)


def arrange(words: Sequence[Word], height: float, setting: Setting | None = None) -> list[Line]:
    """The lines of a page of this height in reading order, or of a part of a page that is set in this."""
    rows = rows_of(words)
    if not rows:
        return []
    setting = setting or Setting.of(words)
    lines: list[Line] = []
    for block in _blocks(rows):
        lines += _lines(block, setting, height or 1.0, first=not lines)
    return lines


def rows_of(words: Sequence[Word]) -> list[Row]:
    """The words by baseline, from the top."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (-word.base, word.left)):
        if rows and rows[-1][0].base - word.base <= _SAME_LINE * max(word.size, rows[-1][0].size):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [Row(tuple(sorted(row, key=lambda word: word.left))) for row in rows]


def _blocks(rows: Sequence[Row]) -> list[list[Row]]:
    """The rows in reading order: as they are, or the left column before the right one between rows over both."""
    gutter = _gutter(rows)
    if gutter is None:
        return [list(rows)]
    blocks: list[list[Row]] = []
    for over, found in groupby(rows, key=lambda row: row.crosses(gutter)):
        stretch = list(found)
        blocks += [stretch] if over else filter(None, _halves(stretch, gutter))
    return blocks


def _halves(rows: Sequence[Row], gutter: float) -> tuple[list[Row], list[Row]]:
    """What of the rows stands left of a gutter, and what right of it."""
    left = (tuple(word for word in row.words if word.left < gutter) for row in rows)
    right = (tuple(word for word in row.words if word.left >= gutter) for row in rows)
    return [Row(words) for words in left if words], [Row(words) for words in right if words]


def _gutter(rows: Sequence[Row]) -> float | None:
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
    for side in _halves([row for row in rows if not row.crosses(gutter)], gutter):
        if len(side) < _FEWEST:
            return None
        extent = max(row.right for row in side) - min(row.left for row in side)
        if median(row.right - row.left for row in side) < _FILLED * extent:
            return None
    return gutter


@dataclass(frozen=True, slots=True)
class _Face:
    """What letters most of a page's text is set in."""

    size: float
    bold: bool

    @classmethod
    def of(cls, words: Sequence[Word]) -> _Face:
        """The face of most letters."""
        counts: Counter[tuple[float, bool]] = Counter()
        for word in words:
            counts[round(word.size, 1), word.bold] += len(word.text)
        (size, bold), _ = max(counts.items(), key=lambda item: (item[1], item[0]))
        return cls(size, bold)

    def is_larger(self, row: Row) -> bool:
        """Whether all of a row is set in letters that are larger."""
        return row.size > _LARGER * self.size

    def is_head(self, row: Row) -> bool:
        """Whether a row stands out as heads do: larger, or bold among text that is not."""
        return self.is_larger(row) or (row.bold and not self.bold)


def _lines(rows: Sequence[Row], setting: Setting, height: float, *, first: bool) -> list[Line]:
    steps = [above.base - row.base for above, row in pairwise(rows)]
    usual = setting.step or (median(steps) if steps else 0.0)
    right = max(row.right for row in rows)
    face = setting.face
    left = min(row.left for row in rows)
    texts = _aligned(rows, left if setting.margin is None else min(setting.margin, left), setting.letter)
    lines: list[Line] = []
    joined = 0
    for number, (row, text) in enumerate(zip(rows, texts, strict=True)):
        place = 1 - row.base / height
        if not number:
            lines.append(Line(text, place, int(not first)))
            continue
        above = rows[number - 1]
        if joined < _MOST_HEAD_LINES and _goes_on(above, row, steps[number - 1], right, face):
            lines[-1] = replace(lines[-1], text=f"{lines[-1].text} {text.strip()}")
            joined += 1
            continue
        turns = face.is_larger(row) != face.is_larger(above) or (face.is_head(row) and not face.is_head(above))
        lines.append(Line(text, place, int(turns or steps[number - 1] > _STEP * usual)))
        joined = 0
    return lines


def _goes_on(above: Row, row: Row, step: float, right: float, face: _Face) -> bool:
    """Whether a head runs on from the row above, where its next word did not fit."""
    alike = above.bold == row.bold and round(above.size) == round(row.size)
    if not alike or not (face.is_head(row) or (above.capitals and row.words[0].text.isupper())):
        return False
    if step > 1.6 * row.size or len(above.cells()) > 1 or len(row.cells()) > 1 or above.words[-1].text.endswith("-"):
        return False
    first = row.words[0]
    return above.right + 0.2 * row.size + first.right - first.left > right


def _aligned(rows: Sequence[Row], margin: float, letter: float) -> list[str]:
    """The rows as text: indented as they stand on the page, and cells below each other in the same column."""
    cells = [row.cells() for row in rows]
    texts: list[str] = []
    start = 0
    while start < len(rows):
        end = start + 1
        if len(cells[start]) > 1:
            while end < len(rows) and (len(cells[end]) > 1 or cells[end][0][0] - cells[start][0][0] > rows[end].size):
                end += 1
        columns = _columns(rows[start:end], cells[start:end])
        cells[start:end] = [row.cells(columns) for row in rows[start:end]]
        stops = _stops(cells[start:end], margin, letter, rows[start].size)
        texts += (_spaced(row, stops) for row in cells[start:end])
        start = end
    return texts


def _columns(rows: Sequence[Row], cells: Sequence[Sequence[tuple[float, str]]]) -> list[float]:
    """Where columns begin behind a gutter that no row runs over, however narrow it is beside the widest cell."""
    starts = [left for row in cells for left, _ in row[1:]]
    shared = sorted({left for left in starts if sum(abs(left - other) <= _FLUSH for other in starts) >= _SHARED})
    words = [word for row in rows for word in row.words]
    return [x for x in shared if not any(word.left < x - _FLUSH and word.right > x for word in words)]


def _stops(cells: Sequence[Sequence[tuple[float, str]]], margin: float, letter: float, size: float) -> dict[float, int]:
    """The column of characters in which what begins at a place on the page does, for rows of cells below each other."""
    places = sorted({left for row in cells for left, _ in row})
    stops: list[list[float]] = []
    for place in places:
        if stops and place - stops[-1][0] <= _STOP * size:
            stops[-1].append(place)
        else:
            stops.append([place])
    number = {place: index for index, group in enumerate(stops) for place in group}
    columns = [min(round((group[0] - margin) / letter), 4 * _MOST_INDENT) for group in stops]
    before: dict[int, list[tuple[int, int]]] = {}
    for row in cells:
        for (left, text), (right, _) in pairwise(row):
            before.setdefault(number[right], []).append((number[left], len(text)))
    for index in range(len(stops)):
        least = max((columns[left] + length + 2 for left, length in before.get(index, ())), default=0)
        columns[index] = max(columns[index], least)
    return {place: columns[index] for place, index in number.items()}


def _spaced(row: Sequence[tuple[float, str]], columns: Mapping[float, int]) -> str:
    text = ""
    for left, cell in row:
        text += " " * (columns[left] - len(text)) + cell
    return text


def without_running_heads(pages: Sequence[list[Line]]) -> list[list[Line]]:
    """The pages with what stands at the head or foot of most of them only once; numbers may differ.

    A head stays where it first stands, a foot where it last does: there they interrupt no sentence.
    """
    filled = [page for page in pages if page]
    if len(filled) < 2:
        return list(pages)
    counts = Counter(key for page in filled for key in {_key(line) for line in page if _is_marginal(line)})
    running = {key for key, count in counts.items() if count >= max(2, (len(filled) + 1) // 2)}
    kept: dict[tuple[bool, str], int] = {}
    for number, page in enumerate(pages):
        for line in page:
            if _is_marginal(line) and (key := _key(line)) in running:
                if _is_foot(line):
                    kept[True, key] = number
                else:
                    kept.setdefault((False, key), number)

    def stays(line: Line, number: int) -> bool:
        return not _is_marginal(line) or kept.get((_is_foot(line), _key(line)), number) == number

    def told(line: Line) -> Line:
        return replace(line, foot=True) if _is_foot(line) and _key(line) in running else line

    return [_from_the_top([told(line) for line in page if stays(line, number)]) for number, page in enumerate(pages)]


def _from_the_top(page: list[Line]) -> list[Line]:
    return [replace(page[0], gap=0), *page[1:]] if page else []


def _is_foot(line: Line) -> bool:
    return line.place > 1 - _MARGIN


def _is_marginal(line: Line) -> bool:
    return line.place < _MARGIN or line.place > 1 - _MARGIN


def _key(line: Line) -> str:
    return _DIGITS.sub("#", " ".join(line.text.split()).lower())
