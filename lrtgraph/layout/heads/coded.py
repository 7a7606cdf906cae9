"""Heads as agenda systems print them: a number alone, where they link to the title, or one with a zero before it."""

from __future__ import annotations

import re

from lrtgraph.layout.heads.numbering import Candidate
from lrtgraph.layout.page import ENDED, LONGEST, Page

_CODED = re.compile(r"(?P<number>\d{1,2})[.)]\s+\d{1,2}(?:\.\d{1,3})*(?:\.?[A-Za-z])?")
"""The place of an item in the list, and the number that the agenda gives it: "1. 0.03.H", "4. 3.a", "2. 2"."""
_PADDED = re.compile(r"(?P<number>(?P<zero>0)?\d{1,2}(?<=\d\d))(?P<part>[A-Z]?)\s+(?=[A-ZÀ-ÖØ-Þ])")
"""A number of two digits, and the letter of a divided item: "04 Huisvesting", "01A Verslag 3 maart"."""
_LEAST = 2
_SCORE = 2.0


def coded_chain(page: Page) -> list[Candidate]:
    """The heads of a document whose items are listed by number alone, from 1 on; empty where they are no such list.

    Text stands apart below each: figures in a list of their own have the next one there.
    """
    found: list[Candidate] = []
    for index in page.filled:
        line = page.lines[index]
        match = _CODED.fullmatch(page.text, line.start, line.end)
        if match is None:
            continue
        after = page.after(index)
        value, title = int(match["number"]), match.end("number") + 1
        if value != len(found) + 1 or (after is not None and not (page.lines[after].gap and _has_words(page, after))):
            return []
        start = title + len(page.text[title : line.end]) - len(page.text[title : line.end].lstrip())
        found.append(Candidate(index, "arabic", value, _SCORE, match["number"], start))
    return found if len(found) >= _LEAST else []


def padded_chain(page: Page) -> list[Candidate]:
    """The heads of a document that are numbered 01, 02, 04A: short lines that stand apart; empty where one falls back.

    Such a number tells itself that others may be left out.
    """
    found: list[Candidate] = []
    for index in page.filled:
        line = page.lines[index]
        match = _PADDED.match(page.text, line.start, line.end)
        apart = match is not None and page.gap_before(index) and page.gap_after(index)
        if match is None or not apart or line.end - line.start > LONGEST or ENDED.search(page.body(index)):
            continue
        value, part = int(match["number"]), match["part"].lower()
        if found and (value, part) <= (found[-1].value, found[-1].part):
            return []
        if found or match["zero"]:
            number = match["number"] + match["part"]
            found.append(Candidate(index, "arabic", value, _SCORE, number, match.end(), part))
    return found if len(found) >= _LEAST else []


def _has_words(page: Page, index: int) -> bool:
    """Whether a line is no number alone."""
    return _CODED.fullmatch(page.body(index)) is None and any(map(str.isalpha, page.body(index)))
