"""No block longer than a person would read in one go: what a rule costs must not grow with the square of a document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from lrtgraph.records import Block, Layout

LONGEST: Final = 6000
"""Characters of a block's text; the longest paragraphs of real minutes have about half of that."""
_SENTENCE_END: Final = re.compile(r"[.?!;]\s+(?=[^\W\d_])")


def bounded(layout: Layout, longest: int = LONGEST) -> Layout:
    """The layout with every block that is too long cut into several, at the end of a sentence or between words.

    A piece goes with the same parent, item and section. Rows are cut too, and are plain rows without cells then.
    """
    if all(len(block.text) <= longest for block in layout.blocks):
        return layout
    pieces = [list(_pieces(block, longest)) for block in layout.blocks]
    first: list[int] = []
    for index in range(len(pieces)):
        first.append(first[-1] + len(pieces[index - 1]) if index else 0)
    blocks = (
        piece if piece.parent is None else replace(piece, parent=first[piece.parent])
        for found in pieces
        for piece in found
    )
    return replace(layout, blocks=tuple(blocks))


def _pieces(block: Block, longest: int) -> Iterator[Block]:
    start, text = 0, block.text
    if len(text) <= longest:
        yield block
        return
    while start < len(text):
        end = _cut(text, start, min(start + longest, len(text)))
        piece = text[start:end].rstrip()
        if piece:
            offsets = block.offsets[start : start + len(piece)]
            yield replace(
                block, text=piece, offsets=offsets, cells=(), columns=(), marker=None if start else block.marker
            )
        start = end


def _cut(text: str, start: int, end: int) -> int:
    """Where to cut: behind the last sentence in the second half, else behind the last space there, else at the end."""
    if end == len(text):
        return end
    half = start + (end - start) // 2
    ends = [match.end() for match in _SENTENCE_END.finditer(text, half, end)]
    if ends:
        return ends[-1]
    space = text.rfind(" ", half, end)
    return space + 1 if space >= 0 else end
