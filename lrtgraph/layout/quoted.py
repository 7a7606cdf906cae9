"""Text that a mail quotes: each of its lines, those without text as well, opens with ">"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lrtgraph.layout.lines import Line, with_gaps

_SIGNS = re.compile(r"(?:>[ \t]?)*>")
_LEAST = 5
"""Lines of a quotation; fewer may be arrows."""


def unquoted(text: str, lines: Sequence[Line]) -> list[Line]:
    """The lines without the signs of a quotation before them, as many as there were.

    A list whose bullets are such signs has none on a line without text, and lines without one between them.

    >>> from lrtgraph.layout.lines import split_lines
    >>> text = "Hierbij het verslag.\\n\\n> 1. Opening\\n>\\n> Welkom.\\n>\\n>   - VNG stemt in."
    >>> [(text[line.start:line.end], line.gap, line.indent) for line in unquoted(text, split_lines(text))][2:]
    [('1. Opening', 1, 1), ('', 0, 0), ('Welkom.', 1, 1), ('', 0, 0), ('- VNG stemt in.', 1, 3)]
    """
    read = list(lines)
    for first, last in _runs(text, lines):
        for index in range(first, last + 1):
            line = lines[index]
            signs = _SIGNS.match(text, line.start, line.end)
            if signs is None:
                continue
            body = text[signs.end() : line.end]
            start = signs.end() + len(body) - len(body.lstrip())
            left = start < line.end
            read[index] = replace(line, start=start if left else line.start, end=line.end if left else line.start,
                                  indent=start - signs.end())  # fmt: skip
    return with_gaps(read) if read != list(lines) else read


def _runs(text: str, lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """The first and last lines of each stretch in which all open with the sign, and one or more hold nothing else."""
    first: int | None = None
    for index in range(len(lines) + 1):
        quoted = index < len(lines) and text.startswith(">", lines[index].start) and not lines[index].blank
        if quoted and first is None:
            first = index
        elif not quoted and first is not None:
            bare = any(not text[lines[at].start : lines[at].end].strip("> \t") for at in range(first, index))
            if bare and index - first >= _LEAST:
                yield first, index - 1
            first = None
