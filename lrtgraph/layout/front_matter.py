"""Front matter: where it ends and the body begins, and the lines of the letterhead in it."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from lrtgraph.dutch.dates import find_dates
from lrtgraph.dutch.document_titles import title_words
from lrtgraph.layout.attendance.labels import is_letterhead_label, read_label
from lrtgraph.layout.bullets import read_marker
from lrtgraph.layout.flow import Draft, Flow
from lrtgraph.layout.frames import is_drawn
from lrtgraph.layout.heads.headings import Heading, beside_items, find_headings, first_numbered
from lrtgraph.layout.heads.stated import stated_heads
from lrtgraph.layout.lines import PIPES, Line, right_margin
from lrtgraph.layout.page import Page
from lrtgraph.layout.tables.items import opens_items
from lrtgraph.layout.tables.rows import Table
from lrtgraph.layout.tables.tables import opens_body

_SENTENCE = re.compile(r"[.?!][\"'”’)]*\Z")
_GOES_ON = re.compile(r"(?:[,/&-]|\b(?:en|of|van|de|het|voor|der))\Z", re.IGNORECASE)
_RULED = re.compile(r"[-=_*~#–—]{4,}")
"""A line drawn under a title or around a head."""
_COLON = re.compile(r"[^\W\d][^:\n]{2,40}:")
_FRONT = 60
"""An attendance list begins within this many lines or is none."""
_ITEMS = 3
"""Heads with running text under them that are items; fewer may be a title and its foreword."""
_BELOW_TITLE = 2
"""The same below a title that gives the day."""
_TITLE_LINES = 4
_LONGEST_TITLE = 20
"""Words of a title."""
_WEEKDAY = 11
"""Characters of a weekday's name and a space."""
_SETTLED = re.compile(
    r"\A(?:Het|De|Op|Aan|Over|Met|Bij|Er|Na|Zonder|Conform)\b|:|\b(?:akkoord|vastgesteld|goedgekeurd|geaccordeerd|conform|ongewijzigd"
    r"|opmerkingen|is|zijn|was|waren|wordt|worden|werd|werden|kan|kon|mag|heeft|geeft|behoeft)\b",
    re.IGNORECASE,
)
"""What opens a sentence or is said of earlier minutes."""
_LEAST_WORDS = 8
"""A line of front matter with fewer words is no running text."""


def front_length(text: str, lines: Sequence[Line], levels: Mapping[int, int] = MappingProxyType({})) -> int:
    """How many lines stand before the body: letterhead, title and attendance list.

    `levels`: how deep the heads are that markup states, by the offset where their line begins.
    """
    margin = right_margin(text, lines)
    if levels and (stated := stated_heads(Page(text, lines, margin), levels)):
        return min(stated)
    first = first_numbered(text, lines, margin)
    if first is not None:
        page = Page(text, lines, margin)
        standing = (index for index in page.filled if index < first and beside_items(page, index))
        return next(standing, first)
    heads = find_headings(text, lines, margin, 0)
    listed = _listed(text, lines, heads)
    attending = False
    for index, line in enumerate(lines):
        if line.blank or index < listed:
            continue
        if opens_body(text, line):
            return _head_above(lines, heads, index, listed)
        if read_label(text, line):
            attending = True
        elif is_letterhead_label(text, line):
            attending = False
        elif _opens_text(text, lines, index, heads, attending=attending):
            return _head_above(lines, heads, index, listed)
    return _below_list(text, lines) if attending else 0


def _below_list(text: str, lines: Sequence[Line]) -> int:
    """Where the body begins that no known head opens: at the line over running text, apart from the list above it."""
    listed = max(index for index, line in enumerate(lines) if not line.blank and read_label(text, line))
    apart = (i for i, line in enumerate(lines) if i > listed and line.gap and not line.blank)
    return next((index for index in apart if _has_text(text, lines, index)), len(lines))


def _listed(text: str, lines: Sequence[Line], heads: Mapping[int, Sequence[Heading]]) -> int:
    """The line with which the attendance list begins, above which no body does; else that of the dated title."""
    # A head above the attendance list is the title of the minutes, whatever stands under it.
    listed = next((i for i, line in enumerate(lines[:_FRONT]) if not line.blank and read_label(text, line)), 0)
    titled = _dated(text, lines)
    filled = [i for i in heads if i >= titled and _has_text(text, lines, heads[i][-1].last)]
    above = sum(i < listed for i in filled)
    # below items of the agenda the list closes the minutes; two are enough where nothing follows it
    closes = titled and not any(i > listed for i in filled)
    return titled if above >= (_BELOW_TITLE if closes else _ITEMS) else listed or titled


def _opens_text(
    text: str, lines: Sequence[Line], index: int, heads: Mapping[int, Sequence[Heading]], *, attending: bool
) -> bool:
    """Whether the body begins at a line: a head with text under it, items, or, unless people are listed, any text."""
    line = lines[index]
    if opens_items(text, line) or (index in heads and _has_text(text, lines, heads[index][-1].last)):
        return True
    if attending:
        return line.gap > 0 and is_paragraph(text, lines, index)
    return read_marker(text, line.start, line.end) is not None or is_paragraph(text, lines, index)


def _head_above(lines: Sequence[Line], heads: Container[int], index: int, listed: int) -> int:
    """Where a head stands right above a head of a part, below the attendance list or the title, the body begins."""
    above = next((at for at in range(index - 1, 0, -1) if not lines[at].blank), 0)
    return above if index in heads and above in heads and above > listed > 0 else index


def _dated(text: str, lines: Sequence[Line]) -> int:
    """The line past the title that gives the day, where it stands under the name of the meeting; else 0.

    The title says what it is, or opens on its day: "Verslag van de vergadering van 19 september 2024, Arnhem",
    "4 september 2023 | gespreksnotitie". A sentence about earlier minutes is no title.
    """
    upper = [index for index, line in enumerate(lines[:_FRONT]) if not line.blank][:_TITLE_LINES]
    for index in upper:
        body = text[lines[index].start : min(lines[index].end, lines[index].start + 200)]
        dates = [found for found in find_dates(body) if found.complete]
        if not dates or len(body.split()) > _LONGEST_TITLE or _SENTENCE.search(body) or _SETTLED.search(body):
            continue
        if dates[0].start <= _WEEKDAY or title_words().search(body, 0, dates[0].start):
            return index + 1
    return 0


def labelled(text: str, lines: Sequence[Line]) -> Iterator[int]:
    """Lines that open with a label of attendance and a colon; they are no rows of the table above them."""
    for index, line in enumerate(lines):
        if not line.blank and _COLON.match(text, line.start, line.end) and read_label(text, line):
            yield index


def unfenced(text: str, lines: Sequence[Line], front: int, tables: Sequence[Table]) -> list[Line]:
    """Front matter set in a table of labels and values reads as lines: pipes around them, and rules, are cut off."""
    fenced = {index for table in tables for index in range(table.first, table.last + 1)}
    cut: list[Line] = []
    for index, line in enumerate(lines):
        if index not in fenced and not line.blank and is_drawn(text[line.start : min(line.end, line.start + 300)]):
            cut.append(replace(line, end=line.start))
            continue
        if index >= front or index in fenced or line.blank or not {text[line.start], text[line.end - 1]} & set(PIPES):
            cut.append(line)
            continue
        body = text[line.start : line.end]
        start = line.start + len(body) - len(body.lstrip(f"{PIPES} \t"))
        end = line.start + len(body.rstrip(f"{PIPES} \t"))
        cut.append(replace(line, start=start, end=max(start, end)) if start < end else replace(line, end=line.start))
    return cut


def _has_text(text: str, lines: Sequence[Line], last: int) -> bool:
    """Whether running text or a bullet stands right under a head whose last line is `last`."""
    after = next((line for line in lines[last + 1 :] if not line.blank), None)
    return after is not None and (bool(read_marker(text, after.start, after.end)) or _running(text, after))


def is_paragraph(text: str, lines: Sequence[Line], index: int) -> bool:
    """Running text that ends its sentence or goes on with the next line; a long title does neither."""
    line = lines[index]
    wraps = index + 1 < len(lines) and not lines[index + 1].blank
    return _running(text, line) and (wraps or bool(_SENTENCE.search(text[max(line.start, line.end - 3) : line.end])))


def _running(text: str, line: Line) -> bool:
    body = text[line.start : min(line.end, line.start + 400)]
    words = body.split()
    least = 4 if _SENTENCE.search(body) else _LEAST_WORDS
    return len(words) >= least and sum(word[0].islower() for word in words) >= 0.5 * len(words)


def letterhead_drafts(text: str, lines: Sequence[Line], indexes: Sequence[int], flow: Flow) -> list[Draft]:
    """Front matter: a label with its value, or lines that belong together; running text stays running text."""
    groups: list[list[int]] = []
    for index in indexes:
        if _RULED.fullmatch(text, lines[index].start, lines[index].end):
            continue
        previous = groups[-1] if groups else None
        if previous is not None and _same_group(text, lines, previous, index):
            previous.append(index)
        else:
            groups.append([index])
    drafts: list[Draft] = []
    for group in groups:
        last = lines[group[-1]]
        body = " ".join(text[lines[i].start : lines[i].end] for i in group)
        label = is_letterhead_label(text, lines[group[0]])
        if not label and len(body.split()) >= _LEAST_WORDS and _SENTENCE.search(text[last.start : last.end]):
            drafts += flow.read(group)
        else:
            drafts.append(Draft("letterhead", [(lines[i].start, lines[i].end) for i in group]))
    return drafts


def _same_group(text: str, lines: Sequence[Line], group: Sequence[int], index: int) -> bool:
    line, before = lines[index], lines[group[-1]]
    body = text[before.start : before.end]
    if is_letterhead_label(text, line) or not all(between.blank for between in lines[group[-1] + 1 : index]):
        return False
    if is_letterhead_label(text, before) and len(group) == 1:
        alone = len(body.split()) <= 3 and not any(char.isdigit() for char in body)
        return (line.gap <= 1 and alone) or (line.gap == 0 and line.indent > before.indent)
    if is_letterhead_label(text, lines[group[0]]):
        return False
    return line.gap == 0 or (line.gap == 1 and bool(_GOES_ON.search(body)))
