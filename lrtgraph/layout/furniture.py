"""Page furniture: what stands on a page for the page's sake and interrupts the text that runs over it.

Three kinds are found: whole lines (page numbers, stamps, running heads, a letterhead that comes back on each page),
the end of a line behind a wide gap ("… verslag          Pagina 1 van 3"), and a letterhead in a column of its own
that a conversion has mixed into the text ("voorzien in de Directoraat-Generaal").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from operator import itemgetter

from lrtgraph.layout.bullets import read_marker
from lrtgraph.layout.contents import announced_agenda, contents_lines
from lrtgraph.layout.furniture_words import SENTENCE_END, Furniture, whole_line
from lrtgraph.layout.letterheads import find_column, follow_letterheads, is_below
from lrtgraph.layout.lines import Line, with_gaps
from lrtgraph.layout.signature import signature_lines
from lrtgraph.layout.tables.cells import head_names, is_gapped_head

_WIDE_GAP = re.compile(r"\s{4,}|\t+")
_NUMERALS = re.compile(r"\d+")
_BELOW = 8
"""Lines below a letterhead's word at the right in which what stands at its column belongs to it."""
_LONGEST = 80
"""Characters of a running head."""
_COUNTED = re.compile(r"(?P<head>\S+\s\S.*?)(?:\s{3,}|\t+)(?P<page>\d{1,3})")
_PAGES = 3
"""Lines that are the same but for their numbers; fewer may be rows."""
_PAGE = 12
"""Lines with text that a page has at least."""
_NEAR_BREAK = 3
"""A running head stands at most this many lines with text away from a page's end."""


def take_furniture(
    text: str, lines: Sequence[Line], front: int, feet: Sequence[tuple[int, int]] = ()
) -> tuple[list[Line], list[Furniture]]:
    """Cut the furniture out of the lines.

    In: the raw text, its lines, how many of the first lines are the document's own front matter, of which only page
    numbers and a table of contents are furniture, and the offsets of what the format says stands at the foot of pages.
    Out: the lines again, as many as before (a line that was furniture is blank now), and the furniture in the order of
    the text.
    """
    found: dict[int, Furniture] = {}
    for index, line in enumerate(lines):
        if not line.blank and (kind := whole_line(text[line.start : line.end])) and (kind == "page" or index >= front):
            found[index] = Furniture(line.start, line.end, kind)
    starts = sorted(feet)
    ends = list(accumulate((end for _, end in starts), max))  # of each foot and those before it
    for index, line in enumerate(lines):
        before = bisect_right(starts, line.start, key=itemgetter(0))
        if not line.blank and before and line.start < ends[before - 1]:
            found[index] = Furniture(line.start, line.end, "foot")
    for index in (*contents_lines(text, lines), *announced_agenda(text, lines).lines):
        found[index] = Furniture(lines[index].start, lines[index].end, "contents")
    for index in signature_lines(text, lines, front):
        found.setdefault(index, Furniture(lines[index].start, lines[index].end, "signature"))
    follow_letterheads(text, lines, front, found)
    _running_heads(text, lines, front, found)
    tails = find_column(text, lines, front, found) | _wide_tails(text, lines, front, found)
    for index, tail in tails.items():
        if index >= front and tail.kind == "page" and _is_edge(text, lines, index, tail, found):
            found[index] = Furniture(lines[index].start, tail.end, "running")
    tails = {index: tail for index, tail in tails.items() if index not in found}
    cut: list[Line] = []
    for index, line in enumerate(lines):
        if index in found:
            cut.append(replace(line, end=line.start, page=True))
        elif index in tails:
            body = text[line.start : tails[index].start].rstrip()
            cut.append(replace(line, end=line.start + len(body)))
        else:
            cut.append(line)
    everything = sorted([*found.values(), *tails.values()], key=lambda piece: piece.start)
    return with_gaps(cut, found), everything


def _is_edge(text: str, lines: Sequence[Line], index: int, number: Furniture, found: dict[int, Furniture]) -> bool:
    """Whether what stands beside a page's number is a running head or foot: a few words on a line that stands alone."""
    line, at = lines[index], next((at for at in range(index + 1, len(lines)) if not lines[at].blank), None)
    beside = text[line.start : number.start].rstrip()
    alone = (line.gap > 0 or line.page) and (at is None or at in found or lines[at].gap > 0 or lines[at].page)
    return alone and 0 < len(beside) <= _LONGEST and not SENTENCE_END.search(beside) and not _marked(beside)


def _running_heads(text: str, lines: Sequence[Line], front: int, found: dict[int, Furniture]) -> None:
    """Lines that come back at the edges of pages, numbers aside, and lines that come back inside sentences."""
    filled = [index for index, line in enumerate(lines) if not line.blank]
    places: dict[str, list[int]] = defaultdict(list)
    for position, index in enumerate(filled):
        body = text[lines[index].start : lines[index].end]
        plain = len(body) <= 100 and not SENTENCE_END.search(body) and not _marked(body)
        if index not in found and plain and not head_names(text, lines[index]):
            places[_NUMERALS.sub("#", body.lower())].append(position)
    edges = _edges(lines, filled, found)
    for positions in places.values():
        if len(positions) < 2:
            if _is_above_number(lines, filled, positions[0], found) and filled[positions[0]] >= front:
                index = filled[positions[0]]
                found[index] = Furniture(lines[index].start, lines[index].end, "running")
            continue
        at_edge = sum(position in edges for position in positions)
        inside = sum(_interrupts(text, lines, filled, position) for position in positions)
        always = inside == len(positions) and text[lines[filled[positions[0]]].start].isupper()
        repeated = at_edge >= max(2, len(positions) - 1) or (inside >= 2 and (always or len(positions) >= 3))
        apart = all(later - earlier >= _PAGE for earlier, later in pairwise(positions))
        if repeated or (apart and _counts_pages(text, [lines[filled[position]] for position in positions])):
            for position in positions:
                index = filled[position]
                if index >= front:
                    found[index] = Furniture(lines[index].start, lines[index].end, "running")


def _counts_pages(text: str, lines: Sequence[Line]) -> bool:
    """Whether lines are the same but for a number behind a gap that counts them: "Verslag tafel, 3 mei 2024      2".

    >>> text = "Verslag tafel      1\\nVerslag tafel      2\\nVerslag tafel      3"
    >>> _counts_pages(text, [Line(0, 20, 0), Line(21, 41, 0), Line(42, 62, 0)])
    True
    """
    counted = [_COUNTED.fullmatch(text, line.start, line.end) for line in lines]
    known = [match for match in counted if match is not None]
    numbers = [int(match["page"]) for match in known]
    rising = numbers == list(range(numbers[0], numbers[0] + len(lines))) if numbers else False
    return len(lines) >= _PAGES and rising and len({match["head"] for match in known}) == 1


def _is_above_number(lines: Sequence[Line], filled: Sequence[int], position: int, found: dict[int, Furniture]) -> bool:
    """Whether a line opens a page, right above the page's number."""
    after = filled[position + 1] if position + 1 < len(filled) else None
    is_number = after is not None and after in found and found[after].kind == "page"
    return is_number and lines[filled[position]].page


def _marked(body: str) -> bool:
    """A bullet or a numbered line is text, however often it comes back."""
    return read_marker(body, 0, len(body)) is not None


def _edges(lines: Sequence[Line], filled: Sequence[int], found: dict[int, Furniture]) -> set[int]:
    """The positions of lines within reach of a page's end or beginning."""
    edges: set[int] = set()
    for position, index in enumerate(filled):
        if lines[index].page or (index in found and found[index].kind == "page"):
            edges.update(range(position - _NEAR_BREAK, position + _NEAR_BREAK + 1))
    return edges


def _interrupts(text: str, lines: Sequence[Line], filled: Sequence[int], position: int) -> bool:
    if position == 0 or position + 1 >= len(filled):
        return False
    before, after = lines[filled[position - 1]], lines[filled[position + 1]]
    return not SENTENCE_END.search(text[before.end - 1 : before.end]) and text[after.start].islower()


def _wide_tails(text: str, lines: Sequence[Line], front: int, found: dict[int, Furniture]) -> dict[int, Furniture]:
    """Furniture behind a wide gap at the end of a line that is otherwise text; below a letterhead's word, all of it.

    A line of which nothing stands beside the column is what the word above it leads to ("Datum" / "8 mei 2024").
    """
    tails: dict[int, Furniture] = {}
    column, left = 0, 0
    above, below = "", 0
    for index, line in enumerate(lines):
        if line.blank:
            continue
        left -= 1
        gaps = list(_WIDE_GAP.finditer(text, max(line.start, line.end - 120), line.end))
        gap = gaps[-1] if gaps and index not in found and not is_gapped_head(text, line) else None
        if gap is None:
            if above and line.indent == below and is_below(above, text[line.start : line.end]):
                tails[index] = Furniture(line.start, line.end, "letterhead")
            above = ""
            continue
        at = line.indent + gap.end() - line.start
        kind = whole_line(text[gap.end() : line.end])
        above, below = (text[gap.end() : line.end], at) if kind == "letterhead" else ("", 0)
        if kind == "letterhead" and index >= front:
            column, left = at, _BELOW
        if kind is None and left > 0 and at == column:
            kind = "letterhead"
        if kind and (kind != "mark" or index >= front):
            tails[index] = Furniture(gap.end(), line.end, kind)
    return tails
