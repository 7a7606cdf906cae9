"""Line numbers in the margin, as concepts have them: "  9  De VNG vraagt om uitstel"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from lrtgraph.dutch.column_heads import column_roles
from lrtgraph.layout.lines import Line, with_gaps

_NUMBER = re.compile(r"(?P<number>\d{1,4})(?:[^\S\t]+(?=[^\s|¦])|\Z)")
"""A tab or pipe behind a number parts the cells of a row."""
_LEAST = 8
_SHARE = 0.9
"""Of the lines with text that begin with a number, and of these that go on counting."""


def without_margin_numbers(text: str, lines: Sequence[Line]) -> list[Line]:
    """The lines without the numbers that count them; one of which nothing else was left is blank.

    >>> from lrtgraph.layout.lines import split_lines
    >>> text = "\\n".join(f"{number:3}  regel" if number % 3 else f"{number:3}" for number in range(1, 13))
    >>> found = without_margin_numbers(text, split_lines(text))
    >>> [text[line.start:line.end] for line in found[:4]], found[3].gap
    (['regel', 'regel', '', 'regel'], 1)
    """
    filled = [index for index, line in enumerate(lines) if not line.blank]
    found = {index: _NUMBER.match(text, lines[index].start, lines[index].end) for index in filled}
    numbered = {index: match for index, match in found.items() if match is not None}
    if len(numbered) < _LEAST or len(numbered) < _SHARE * len(filled):
        return list(lines)
    numbers = [int(match["number"]) for match in numbered.values()]
    if _is_list(text, lines, filled, numbered):
        return list(lines)
    counting = sum(_counts_on(before, number) for before, number in pairwise(numbers))
    if counting < _SHARE * (len(numbers) - 1):
        return list(lines)
    return with_gaps(list(_cut(lines, numbered)))


def _is_list(text: str, lines: Sequence[Line], filled: Sequence[int], numbered: Mapping[int, re.Match[str]]) -> bool:
    """Whether the numbers are those of a list: a head stands above them, and none stands alone on its line as that of
    a blank line does; or the head names a column of numbers."""
    heads = [text[lines[index].start : lines[index].end] for index in filled if index not in numbered]
    if any(column_roles().get(re.split(r"\s", head, maxsplit=1)[0].lower()) == "number" for head in heads):
        return True
    return filled[0] not in numbered and all(match.end() > match.end("number") for match in numbered.values())


def _counts_on(before: int, number: int) -> bool:
    return number - before == 1 or number == 1


def _cut(lines: Sequence[Line], numbered: Mapping[int, re.Match[str]]) -> Iterator[Line]:
    widths = sorted(found.end() - found.start() for index, found in numbered.items() if found.end() < lines[index].end)
    usual = widths[0] if widths else 0
    for index, line in enumerate(lines):
        found = numbered.get(index)
        if found is None:
            yield line
        else:
            beyond = max(0, found.end() - found.start() - max(usual, found.end("number") - found.start() + 1))
            yield replace(line, start=found.end(), indent=beyond if found.end() < line.end else 0)
