"""Heads that run into their text on one line: "2. STAND VAN ZAKEN COA meldt …", "1. Opening. De voorzitter opent …".

Each such line is parted in two, the head and its text, so that it reads as if the head stood above.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lrtgraph.layout.head_words import names_opening
from lrtgraph.layout.lines import Line, with_gaps

_NUMBER = re.compile(r"(?:(?:agenda)?punt\s+)?(?P<number>\d{1,2}|[IVX]{1,5})\s?[.):]?\s+(?=\S)", re.IGNORECASE)
_WORD = re.compile(r"\S+")
_SIGNED = re.compile(r"(?P<title>[A-Z][^.:;?!]{2,60}?)(?P<sign>\.|:|\s[-–—])\s+(?=\S)")
_LONG = re.compile(r"[^\W\d_]{5,}")
_BARE = re.compile(r"[^\W\d_]+")
_LEAST = 2
"""Heads of a style; one alone must be a standing head of an agenda."""
_MOST_WORDS = 6
"""Words of a title that a sign parts from its text; more may be a sentence."""
_LONGEST = 60
"""Characters of a head that stands alone among those that do not."""
_LOOK = 400


def part_run_in_heads(text: str, lines: Sequence[Line]) -> list[Line]:
    """The lines, those with a numbered head and its text made two.

    >>> from lrtgraph.layout.lines import split_lines
    >>> text = "1. OPENING De voorzitter opent.\\n2. OPVANG COA meldt een tekort."
    >>> [text[line.start:line.end] for line in part_run_in_heads(text, split_lines(text)) if not line.blank]
    ['1. OPENING', 'De voorzitter opent.', '2. OPVANG', 'COA meldt een tekort.']
    """
    found = _in_capitals(text, lines) or _signed(text, lines)
    if not found:
        return list(lines)
    parted: list[Line] = []
    for index, line in enumerate(lines):
        if index in found:
            end, start = found[index]
            blank = replace(line, end=line.start)
            parted += (blank, replace(line, end=end), blank, Line(start, line.end, line.indent))
        else:
            parted.append(line)
    return with_gaps(parted)


def _in_capitals(text: str, lines: Sequence[Line]) -> dict[int, tuple[int, int]]:
    """Where heads in capitals end and their text starts, by line; a title may begin on the line before."""
    found: dict[int, tuple[int, int]] = {}
    standing = wrapped = False
    for index, line in enumerate(lines):
        if line.blank:
            wrapped = False
            continue
        number = _NUMBER.match(text, line.start, line.end)
        if number is None and not wrapped:
            continue
        start = number.end() if number else line.start
        title = _capitals(text, start, line.end)
        wrapped = title == line.end
        if title is None or wrapped or not _LONG.search(text, start, title):
            continue
        body = title + len(text[title : line.end]) - len(text[title : line.end].lstrip())
        opens = names_opening(text[start:title])
        if _is_sentence(text, lines, index, body) or (opens and text[line.end - 1] == "."):
            found[index] = (title, body)
            standing = standing or opens
    return found if len(found) >= _LEAST or standing else {}


def _capitals(text: str, start: int, end: int) -> int | None:
    """Where the words in capitals end that open a text; an acronym right before a verb is no part of the title."""
    words: list[re.Match[str]] = []
    for word in _WORD.finditer(text, start, min(end, start + _LOOK)):
        if any(char.islower() for char in word[0]):
            if word[0][0].islower():
                words = words[:-1]
                while words and words[-1][0].endswith(","):
                    words.pop()
            break
        words.append(word)
    return words[-1].end() if words and _BARE.match(words[0][0]) else None


def _is_sentence(text: str, lines: Sequence[Line], index: int, start: int) -> bool:
    """Three words or more follow, most of them with small letters, on this line or on the next."""
    after = lines[index + 1] if index + 1 < len(lines) else None
    words = text[start : min(lines[index].end, start + _LOOK)].split()
    if after is not None and not after.blank:
        words += text[after.start : min(after.end, after.start + _LOOK)].split()
    return len(words) >= 3 and 2 * sum(word[0].islower() for word in words) >= len(words) - 2


def _signed(text: str, lines: Sequence[Line]) -> dict[int, tuple[int, int]]:
    """Titles that a sign parts from their text, where all heads are so, from an opening on."""
    found: dict[int, tuple[int, int]] = {}
    due = 1
    for index, line in enumerate(lines):
        number = None if line.blank else _NUMBER.match(text, line.start, line.end)
        if number is None or not number["number"].isdigit() or int(number["number"]) != due:
            continue
        match = _SIGNED.match(text, number.end(), min(line.end, number.end() + _LOOK))
        few = match is not None and len(match["title"].split()) <= _MOST_WORDS
        if match and few and _is_sentence(text, lines, index, match.end()) and (found or names_opening(match["title"])):
            found[index] = (match.end("title"), match.end())
        elif not found or line.end - number.end() > _LONGEST:
            continue
        due += 1
    return found if len(found) > _LEAST else {}
