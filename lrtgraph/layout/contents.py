"""Lists of what is to come: a table of contents, and an agenda that minutes announce ("Agenda", a bullet a title).

Of either most titles come back below as heads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from lrtgraph.layout.bullets import read_marker
from lrtgraph.layout.head_words import plain_form
from lrtgraph.layout.lines import Line

_HEAD = re.compile(r"(?:agenda(?:punten)?|op\s+de\s+agenda)\s*:?", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!;,:][\"'”’)]*\Z")
_LEAST = 3
"""Titles of a list, and of those that come back; fewer may be chance."""
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Announced:
    """The indexes of an announced agenda's lines, its head among them, and of the lines where its titles come back."""

    lines: tuple[int, ...] = ()
    heads: tuple[int, ...] = ()


def announced_agenda(text: str, lines: Sequence[Line]) -> Announced:
    """The first list below "Agenda" most of whose titles that come back do so in its order, without a number.

    A title may come back shorter, with its first word: "Verslag van 3 mei" of "Verslag van het overleg van 3 mei".
    Heads with numbers need no list to be known, so there is none to find where those come back.

    >>> from lrtgraph.layout.lines import split_lines
    >>> titles = ("Opening", "Hoe staat het ermee?", "Afspraken")
    >>> text = "Agenda\\n\\n" + "\\n".join(f"• {one}" for one in titles) + "\\n\\n" + "\\n\\nJa.\\n\\n".join(titles)
    >>> announced_agenda(text, split_lines(text))
    Announced(lines=(0, 2, 3, 4), heads=(6, 10, 14))
    """
    filled = [index for index, line in enumerate(lines) if not line.blank]
    for at, index in enumerate(filled):
        if _HEAD.fullmatch(text, lines[index].start, lines[index].end):
            listed = tuple(_listed(text, lines, filled[at + 1 :]))
            if len(listed) >= _LEAST:
                heads = tuple(_again(text, lines, listed, filled[at + 1 + len(listed) :]))
                return Announced((index, *listed), heads) if len(heads) >= _LEAST else Announced()
    return Announced()


def without_agenda(lines: Sequence[Line], announced: Announced) -> list[Line]:
    """The lines, as many as before, those of an announced agenda blank."""
    listed = set(announced.lines)
    return [replace(line, end=line.start) if index in listed else line for index, line in enumerate(lines)]


def _listed(text: str, lines: Sequence[Line], below: Sequence[int]) -> Iterator[int]:
    """The lines with a mark that stand right under each other, the first under the head of the list."""
    for place, index in enumerate(below):
        line = lines[index]
        if read_marker(text, line.start, line.end) is None or (place and (line.gap or line.page)):
            return
        yield index


def _again(text: str, lines: Sequence[Line], listed: Sequence[int], below: Sequence[int]) -> Iterator[int]:
    """The lines without a mark that are titles of the list, in its order."""
    titles = [_words(text, lines[index]) for index in listed]
    for index in below:
        line = lines[index]
        if line.end - line.start > _LONGEST or _SENTENCE_END.search(text, line.start, line.end):
            continue
        if read_marker(text, line.start, line.end) is not None or not text[line.start].isupper():
            continue
        words = _words(text, line)
        found = next((place for place, title in enumerate(titles) if _shortened(words, title)), None)
        if found is not None:
            del titles[: found + 1]
            yield index


def _words(text: str, line: Line) -> list[str]:
    """The words of a title without its mark."""
    marker = read_marker(text, line.start, line.end)
    return plain_form(text[line.start + (marker.width if marker else 0) : line.end]).split()


def _shortened(words: Sequence[str], title: Sequence[str]) -> bool:
    """Whether words are those of a title, or its first and more than half of them in their order."""
    rest = iter(title)
    return words[:1] == title[:1] and 2 * len(words) > len(title) and all(word in rest for word in words)


_ENTRY = re.compile(
    r"(?:(?:\d{1,2}|[IVX]{1,5})[.)]?\s+)?(?P<title>\S[^\n]{1,300}?)\s*(?:\.\s?){4,}\s*(?P<page>\d{1,3})"
)
_CONTENTS = re.compile(r"inhoud(?:sopgave)?\s*:?", re.IGNORECASE)
_LEAST_ENTRIES = 3
"""Lines of a table of contents; fewer may be anything with dots."""


def contents_lines(text: str, lines: Sequence[Line]) -> list[int]:
    """The indexes of the lines that are a table of contents, its head among them.

    The pages do not fall and most titles come back: figures behind dots ("Arnhem ........ 300") are none.

    >>> from lrtgraph.layout.lines import split_lines
    >>> heads = ("1. Opening", "2. Opvang", "3. Sluiting")
    >>> text = "Inhoud\\n" + "\\n".join(f"{head} ..... 2" for head in heads) + "\\n\\n" + "\\nJa.\\n".join(heads)
    >>> contents_lines(text, split_lines(text))
    [0, 1, 2, 3]
    """
    filled = [index for index, line in enumerate(lines) if not line.blank]
    entries = {
        index: entry
        for index in filled
        if "...." in text[lines[index].start : lines[index].end].replace(" ", "")
        and (entry := _ENTRY.fullmatch(text, lines[index].start, lines[index].end))
    }
    pages = [int(entry["page"]) for entry in entries.values()]
    if len(entries) < _LEAST_ENTRIES or any(later < earlier for earlier, later in pairwise(pages)):
        return []
    below = lines[max(entries)].end
    again = sum(text.find(entry["title"], below) >= 0 for entry in entries.values())
    if 2 * again <= len(entries):
        return []
    above = filled[: filled.index(min(entries))][-1:]
    return [index for index in above if _CONTENTS.fullmatch(text, lines[index].start, lines[index].end)] + list(entries)
