"""What a contribution is about: the concepts in its words, and what its pointing words take from before."""

from __future__ import annotations

from collections.abc import Iterable

from lrtgraph.extraction.context import Reading
from lrtgraph.extraction.statements.passage import words


def about(
    reading: Reading,
    pieces: Iterable[tuple[int, int, int]],
    speakers: tuple[str, ...],
    towards: tuple[str, ...],
    previous: tuple[str, ...],
) -> tuple[str, ...]:
    """The concepts a contribution concerns, in order of appearance.

    `pieces` are its places as (block, start, end) in the blocks' texts, `previous` what the contribution before was
    about: it is taken over where this one names nothing and points back ("Dat vindt VNG te laat").
    """
    found: list[str] = []
    text = ""
    for block, start, end in pieces:
        text += " " + reading.layout.blocks[block].text[start:end].lower()
        for concept in reading.topics(block, start, end):
            if concept not in found:
                found.append(concept)
    named = tuple(c for c in found if c not in speakers and c not in towards)
    if not named and points_back(text):
        return tuple(c for c in previous if c not in speakers and c not in towards)
    return named


def points_back(text: str) -> bool:
    """Whether a text points back to what was said before.

    >>> points_back("Dat vindt VNG te laat."), points_back("VNG vraagt om tijd.")
    (True, False)
    """
    return any(word.strip(".,;:") in words("back_reference") for word in text.split())
