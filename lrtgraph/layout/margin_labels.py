"""Labels in a margin of their own: "Besluit      2a. Akkoord met …", with the text beside it in a column.

Each such line is parted in two, a standing head and what stands beside it, so that it reads as if the head stood above.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from lrtgraph.layout.head_words import head_words, plain_form
from lrtgraph.layout.lines import Line, with_gaps

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
