"""A table of plain text that fits the terminal, with each row's evidence below it.

Written here, and not with rich, because a question must answer in less time than it takes to import rich.
"""

from __future__ import annotations

import re
import shutil
import textwrap
from collections.abc import Sequence
from typing import Final, TextIO
from unicodedata import east_asian_width

_GAP: Final = "  "
_NARROWEST: Final = 8
_DEFAULT_WIDTH: Final = 100
_NUMBER: Final = re.compile(r"-?\d+(?:\.\d+)?")


def width(text: str) -> int:
    """How many columns of a terminal a text takes.

    >>> width("kaart"), width("地図")
    (5, 4)
    """
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def write(cells: Sequence[Sequence[str]], heads: Sequence[str], below: Sequence[Sequence[str]], out: TextIO) -> None:
    """Write rows of cells under their heads; `below[i]` are the lines that stand, indented, under row i.

    On a terminal the table is as wide as it, elsewhere a hundred characters; long cells wrap.
    """
    total = shutil.get_terminal_size((_DEFAULT_WIDTH, 24)).columns if out.isatty() else _DEFAULT_WIDTH
    bold, dim, plain = ("\x1b[1m", "\x1b[2m", "\x1b[0m") if out.isatty() else ("", "", "")
    widths = fit([[head, *column] for head, column in zip(heads, zip(*cells, strict=True), strict=True)], total)
    right = [all(_NUMBER.fullmatch(cell) for cell in column if cell) for column in zip(*cells, strict=True)]
    _row(heads, widths, right, out, bold, plain)
    out.write(_GAP.join("─" * w for w in widths) + "\n")
    for row, lines in zip(cells, below, strict=True):
        _row(row, widths, right, out)
        for line in lines:
            wrapped = textwrap.wrap(line, max(total - 4, 20), break_on_hyphens=False)
            out.writelines(f"{dim}    {part}{plain}\n" for part in wrapped)


def fit(columns: Sequence[Sequence[str]], total: int) -> list[int]:
    """The width of each column so that all fit in `total`: what is needed, the widest ones cut back first.

    >>> fit([["id", "VNG"], ["rol", "toezicht op de uitvoering van de taak"]], 24)
    [3, 19]
    """
    widths = [max(width(cell) for cell in column) for column in columns]
    room = total - len(_GAP) * (len(widths) - 1)
    while sum(widths) > room and max(widths) > _NARROWEST:
        widest = max(widths)
        second = max((w for w in widths if w < widest), default=_NARROWEST)
        share = widths.count(widest)
        cut = min(widest - max(second, _NARROWEST), max(1, (sum(widths) - room) // share))
        widths = [w - cut if w == widest else w for w in widths]
    return widths


def _row(
    cells: Sequence[str], widths: Sequence[int], right: Sequence[bool], out: TextIO, on: str = "", off: str = ""
) -> None:
    parts = [textwrap.wrap(cell, w, break_on_hyphens=False) or [""] for cell, w in zip(cells, widths, strict=True)]
    for number in range(max(map(len, parts))):
        line = _GAP.join(
            _pad(part[number] if number < len(part) else "", w, to_right)
            for part, w, to_right in zip(parts, widths, right, strict=True)
        )
        out.write(f"{on}{line.rstrip()}{off}\n")


def _pad(text: str, to: int, right: bool) -> str:
    space = " " * max(0, to - width(text))
    return space + text if right else text + space
