"""A table of plain text that fits the terminal, with each row's evidence below it.

Written here, and not with rich, because a question must answer in less time than it takes to import rich.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Collection, Iterator, Sequence
from itertools import zip_longest
from typing import Final, TextIO
from unicodedata import east_asian_width

_GAP: Final = "  "
_DEFAULT_WIDTH: Final = 100
_LONG_WORD: Final = 24  # a longer one may be broken, so that one file name does not cost the table its columns
_JOINT: Final = re.compile(r"(?<=[._/])(?=\w)")
_FIRST_WIDE: Final = "\u1100"  # no character before it takes two columns
_NUMBER: Final = re.compile(r"-?\d+(?:\.\d+)?")


def width(text: str) -> int:
    """How many columns of a terminal a text takes.

    >>> width("kaart"), width("地図")
    (5, 4)
    """
    if text.isascii():
        return len(text)
    return len(text) + sum(east_asian_width(high) in "WF" for high in text if high >= _FIRST_WIDE)


def write(
    cells: Sequence[Sequence[str]],
    heads: Sequence[str],
    below: Sequence[Sequence[str]],
    out: TextIO,
    typed: Collection[int] = (),
) -> None:
    """Write rows of cells under their heads; `below[i]` are the lines that stand, indented, under row i.

    The table is as wide as the terminal or as COLUMNS says, a hundred characters in a pipe. Long cells wrap; where
    the columns are too many for that, every row is a block of its own with a line for each field that it has. No word
    of the columns `typed`, whose values are typed elsewhere, is ever broken.
    """
    styled = out.isatty()
    total = _DEFAULT_WIDTH
    if styled or os.environ.get("COLUMNS"):
        total = shutil.get_terminal_size((_DEFAULT_WIDTH, 24)).columns
    widths = fit([[head, *column] for head, column in zip(heads, zip(*cells, strict=True), strict=True)], total, typed)
    bold, dim, plain = ("\x1b[1m", "\x1b[2m", "\x1b[0m") if styled else ("", "", "")
    right = [all(_NUMBER.fullmatch(cell) for cell in column if cell) for column in zip(*cells, strict=True)]
    if widths:
        _row(heads, widths, right, out, bold, plain)
        out.write(_GAP.join("─" * w for w in widths) + "\n")
    for number, (row, lines) in enumerate(zip(cells, below, strict=True)):
        if widths:
            _row(row, widths, right, out)
        else:
            out.write("\n" * bool(number))
            _block(row, heads, total, out, bold, plain)
        for line in lines:
            out.writelines(f"{dim}    {part}{plain}\n" for part in _wrap(line, max(total - 4, 20)))


def fit(columns: Sequence[Sequence[str]], total: int, typed: Collection[int] = ()) -> list[int]:
    """The width of each column so that all fit in `total`: what is needed, the widest ones cut back first.

    No words are broken, save very long ones outside the columns `typed`; empty where that cannot be.

    >>> fit([["id", "VNG"], ["rol", "toezicht op de uitvoering van de taak"]], 24)
    [3, 19]
    >>> fit([["id", "VNG"], ["rol", "toezicht op de uitvoering van de taak"]], 12)
    []
    """
    widths = [min(max(width(cell) for cell in column), total) for column in columns]
    least = [
        min(
            max((width(word) for cell in column for word in cell.split()), default=1),
            total if at in typed else _LONG_WORD,
        )
        for at, column in enumerate(columns)
    ]
    room = total - len(_GAP) * (len(widths) - 1)
    if sum(map(min, widths, least)) > room:
        return []
    while sum(widths) > room:
        widest = max((at for at in range(len(widths)) if widths[at] > least[at]), key=widths.__getitem__)
        widths[widest] -= 1
    return widths


def _block(row: Sequence[str], heads: Sequence[str], total: int, out: TextIO, on: str, off: str) -> None:
    """A row as lines of field and value; a field without a value has none."""
    side = min(max(map(width, heads)), total // 2)
    for head, cell in zip(heads, row, strict=True):
        parts = _wrap(cell, max(total - side - len(_GAP), 10))
        for title, part in zip_longest(_wrap(head, side) if parts else (), parts, fillvalue=""):
            out.write(f"{on}{_pad(title, side, False)}{off}{_GAP}{part}".rstrip() + "\n")


def _row(
    cells: Sequence[str], widths: Sequence[int], right: Sequence[bool], out: TextIO, on: str = "", off: str = ""
) -> None:
    parts = [_wrap(cell, w) or [""] for cell, w in zip(cells, widths, strict=True)]
    for number in range(max(map(len, parts))):
        line = _GAP.join(
            _pad(part[number] if number < len(part) else "", w, to_right)
            for part, w, to_right in zip(parts, widths, right, strict=True)
        )
        out.write(f"{on}{line.rstrip()}{off}\n")


def _wrap(text: str, to: int) -> list[str]:
    """The lines of a text; a word that is too long is broken behind a dot, an underscore or a slash if it has one."""
    whole = width(text)
    if whole <= to:
        return [text] if text else []
    size = len if whole == len(text) else width
    lines: list[str] = []
    room = 0
    for word in text.split():
        gap = " "
        for part in [word] if size(word) <= to else _parts(word, to):
            taken = size(part)
            if len(gap) + taken <= room:
                lines[-1] += gap + part
                room -= len(gap) + taken
            else:
                lines.append(part)
                room = to - taken
            gap = ""
    return lines


def _parts(word: str, to: int) -> Iterator[str]:
    """The parts of a word that is too long for a line."""
    for part in _JOINT.split(word):
        while width(part) > to:
            end = max(1, next(end for end in range(1, len(part) + 1) if width(part[:end]) > to) - 1)
            yield part[:end]
            part = part[end:]
        yield part


def _pad(text: str, to: int, right: bool) -> str:
    space = " " * max(0, to - width(text))
    return space + text if right else text + space
