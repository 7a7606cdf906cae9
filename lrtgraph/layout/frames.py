"""Frames: what is set in a drawn box, such as a decision, reads as the lines that it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from lrtgraph.layout.lines import PIPES, Line
from lrtgraph.layout.tables.cells import RULE


def unframed(text: str, lines: Sequence[Line]) -> tuple[list[Line], Set[int]]:
    """The lines with those inside a frame cut to what stands between its sides and its rules blank, and the offsets
    of the rules below: with a frame ends what a head inside it begins.

    A frame has a rule above and below, and on each line in between a pipe at both ends and no other: what has more is
    a table of columns.
    """
    read = list(lines)
    closing: set[int] = set()
    for first, last in _frames(text, lines):
        closing.add(lines[last].start)
        for index in range(first, last + 1):
            line = lines[index]
            body = text[line.start : line.end]
            inner = body.strip(f"{PIPES} \t") if first < index < last else ""
            start = line.start + body.index(inner)
            read[index] = replace(line, start=start if inner else line.start, end=start + len(inner))
    return read, closing


def is_drawn(body: str) -> bool:
    """Whether a line is a rule with the corners of cells: "+----+------+"."""
    return len(body) > 4 and RULE.match(body) is not None and not set("-=_:").issuperset(body.replace(" ", ""))


def _frames(text: str, lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """The lines of the rules above and below each frame."""
    above: int | None = None
    for index, line in enumerate(lines):
        body = text[line.start : line.end]
        if is_drawn(body):
            if above is not None and above < index - 1:
                yield above, index
            above = index
        elif len(body) < 2 or not {body[0], body[-1]} <= set(PIPES) or set(body[1:-1]) & set(PIPES):
            above = None
