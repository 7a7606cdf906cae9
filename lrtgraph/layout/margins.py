"""What stands in a margin of its own: numbers that count the lines ("  9  De VNG vraagt om uitstel"), and labels.

A line with a label ("Besluit      2a. Akkoord met …") is parted in two, a standing head and what stands beside it, so
that it reads as if the head stood above.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from lrtgraph.dutch.column_heads import column_roles
from lrtgraph.layout.head_words import head_words, plain_form
from lrtgraph.layout.lines import Line, with_gaps

_NUMBER = re.compile(r"(?P<number>\d{1,4})(?:[^\S\t]+(?=[^\s|¦])|\Z)")
"""A tab or pipe behind a number parts the cells of a row."""
_LEAST_NUMBERED = 8
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
    if len(numbered) < _LEAST_NUMBERED or len(numbered) < _SHARE * len(filled):
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


_BESIDE = re.compile(r"(?P<label>[A-Z][\w/]*(?: \w+){0,3})\s*:?(?P<gap>\s{2,}|\t+)(?=\S)")
_LEAST = 2
"""Lines with such a label; one alone is no style."""
_SLACK = 1


def part_margin_labels(text: str, lines: Sequence[Line], front: int) -> list[Line]:
    """The lines, those behind the front matter with a label in the margin made two.

    >>> text = "1. Opvang\\nBesluit   Akkoord.\\nActie     COA zoekt.\\n          en bouwt."
    >>> from lrtgraph.layout.lines import split_lines
    >>> [text[line.start:line.end] for line in part_margin_labels(text, split_lines(text), 0) if not line.blank]
    ['1. Opvang', 'Besluit', 'Akkoord.', 'Actie', 'COA zoekt.', 'en bouwt.']
    """
    found = {index: parts for index in range(front, len(lines)) if (parts := _parts(text, lines[index]))}
    columns = Counter(beside.indent for _, beside in found.values())
    if len(found) < _LEAST:
        return list(lines)
    column = columns.most_common(1)[0][0]
    parted: list[Line] = []
    for index, line in enumerate(lines):
        if index in found and abs(found[index][1].indent - column) <= _SLACK:
            parted += _apart(line, *found[index])
        elif index >= front and (full := _filling(text, line, column)) is not None:
            parted += _apart(line, *full)
        else:
            parted.append(line)
    return with_gaps(parted)


def _apart(line: Line, label: Line, beside: Line) -> Iterator[Line]:
    """A blank line before the label, if there is none, and none between the label and its text."""
    if not line.gap:
        yield replace(line, end=line.start)
    yield label
    yield beside


def _parts(text: str, line: Line) -> tuple[Line, Line] | None:
    match = None if line.blank else _BESIDE.match(text, line.start, line.end)
    if match is None or plain_form(match["label"]) not in _standing():
        return None
    width = match.end() - line.start if "\t" not in match["gap"] else match.start("gap") - line.start + 8
    label = replace(line, end=match.end("label"))
    return label, Line(match.end(), line.end, line.indent + width)


def _filling(text: str, line: Line, column: int) -> tuple[Line, Line] | None:
    """A label as wide as the margin, with no more than a space before the column that the others set."""
    at = line.start + column - line.indent
    label = text[line.start : at].removesuffix(" ")
    if line.blank or not line.start < at < line.end or text[at - 1] != " " or not label[:1].isupper():
        return None
    if label != label.strip() or text[at].isspace() or plain_form(label) not in _standing():
        return None
    return replace(line, end=at - 1), Line(at, line.end, column)


@cache
def _standing() -> frozenset[str]:
    return head_words()["section"]
