"""Heads that a document's markup states: which of them are items of the agenda, and what their titles are."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from lrtgraph.dutch.document_titles import title_words
from lrtgraph.layout.attendance.labels import read_label
from lrtgraph.layout.head_words import head_words, is_closing, names_opening, plain_form
from lrtgraph.layout.heads.numbered import best_chain
from lrtgraph.layout.markup.markdown import BOLD
from lrtgraph.layout.page import Heading, Page

_POINT: Final = r"(?:agendapunt|punt)\s+"
_NUMBER: Final = re.compile(
    rf"(?:{_POINT})?(?P<number>\d{{1,2}}(?:\.\d{{1,2}}){{0,2}}[a-h]?|[IVX]{{1,5}})(?:\s?[.):]|\s+[-–—]|(?<=\.\d)|(?<=\d))\s+(?=\S)"
    rf"|{_POINT}(?P<bare>\d{{1,2}}):?\s+(?=\S)",
    re.IGNORECASE,
)
_AGAIN: Final = re.compile(rf"{_POINT}\d{{1,2}}\s?[:.]?\s+(?=\S)", re.IGNORECASE)
"""The number once more: "1. Agendapunt 1: Opening"."""
_TAIL: Final = re.compile(r"(?:\s*\((?:[\w./-]{0,60}#\d+(?:,\s*)?)+\)|\s+[-–—]|\s*:)+\s*\Z")
"""What is no part of a title: the number of an issue in brackets, a dash or a colon at its end."""
_FEW: Final = 2


@dataclass(frozen=True, slots=True)
class _Head:
    """A line that the markup calls a head: its index, how deep it is, its number, and the raw span of its title."""

    index: int
    level: int
    number: str | None
    start: int
    end: int
    plain: str


def stated_heads(page: Page, levels: Mapping[int, int]) -> dict[int, tuple[Heading, ...]]:
    """The items and subheads among the heads that markup states; empty where it states none that are items.

    In: the page, and the level of each stated head by the offset where its line begins. A title, labels of attendance
    and heads over the agenda as a whole are none.
    """
    marked = [_read(page, index, levels[page.lines[index].start]) for index in page.filled
              if page.lines[index].start in levels]  # fmt: skip
    items = [head.index for head in _items(page, [head for head in marked if head.end > head.start])]
    chosen = set(items)
    found: dict[int, tuple[Heading, ...]] = {}
    depth = 0
    for head in marked:
        if not items or head.index < items[0]:
            continue
        kind: str = "subheading"
        if is_closing(head.plain):
            kind = "closing"
        elif head.index in chosen and not (head.plain in head_words()["section"] and head.level > depth > 0):
            kind, depth = "heading", head.level
        spans = ((head.start, head.end),)
        marker = page.text[page.lines[head.index].start : head.start].strip() or None
        found[head.index] = (Heading(kind, head.number, spans, head.index, marker, head.level),)  # type: ignore[arg-type]
    return found


def _read(page: Page, index: int, level: int) -> _Head:
    line = page.lines[index]
    start, end = line.start, line.end
    number = None
    if match := _NUMBER.match(page.text, start, end):
        start, number = match.end(), match["number"] or match["bare"]
        again = _AGAIN.match(page.text, start, end)
        start = again.end() if again else start
    if (tail := _TAIL.search(page.text, start, end)) and tail.start() > start:
        end = tail.start()
    return _Head(index, level, number, start, end, plain_form(page.text[start:end]))


def _items(page: Page, marked: Sequence[_Head]) -> list[_Head]:
    """The heads that are items: the marked ones, else those in bold with numbers, else those in bold without."""
    titled = _without_title(page, [head for head in marked if read_label(page.text, page.lines[head.index]) is None])
    marks = _without_parts([head for head in titled if head.level < BOLD])
    chain = {one.index for one in best_chain(page)}
    if len(marks) >= _FEW and (any(head.number for head in marks) or not chain - {head.index for head in marked}):
        return marks
    bold = [head for head in titled if head.level == BOLD]
    numbered = [head for head in bold if head.number]
    if len(numbered) >= _FEW:
        return numbered
    if len(chain) >= _FEW:
        return []
    return marks or (bold if len(bold) >= _FEW else [])


def _without_title(page: Page, marked: Sequence[_Head]) -> list[_Head]:
    """The heads without the one that is the title of the whole: the first, alone at its level or by its words."""
    if not marked:
        return []
    first, *rest = marked
    opens = names_opening(first.plain)
    alone = rest and all(head.level > first.level for head in rest)
    told = title_words().search(page.text, first.start, first.end)
    return list(rest) if first.number is None and not opens and (alone or told) else list(marked)


def _without_parts(marked: Sequence[_Head]) -> list[_Head]:
    """The heads without those over the agenda or the minutes as a whole; above numbered items any head is such."""
    numbered = [head.level for head in marked if head.number]
    top = min(numbered) if len(numbered) >= _FEW else 0
    return [head for head in marked if head.plain not in head_words()["part"] and (head.number or head.level >= top)]
