"""Holders of local offices as those for whom they act: "de burgemeesters van Woerden en Zeist" are two of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from lrtgraph.extraction.grammar.tokens import tokens_of
from lrtgraph.extraction.members import with_members
from lrtgraph.notations import PLACES
from lrtgraph.records import Mention

if TYPE_CHECKING:
    from lrtgraph.extraction.context import Reading


def with_offices(reading: Reading) -> Reading:
    """The reading with one mention for an office, or a word for a kind, and each place behind it.

    In: the reading of a document. Out: the same for finding out who must do something; a record of the document keeps
    the mentions that it has.
    """
    named = {mention.block for mention in reading.mentions if mention.concept.startswith(PLACES)}
    joined = {index: found for index in named if (found := list(_joined(reading, index))) != _whole(reading, index)}
    if not joined:
        return reading
    others = (mention for mention in reading.mentions if mention.block not in joined)
    return replace(reading, mentions=(*others, *(mention for found in joined.values() for mention in found)))


def _whole(reading: Reading, index: int) -> list[Mention]:
    return list(reading.mentions_in(index))


def _joined(reading: Reading, index: int) -> Iterator[Mention]:
    """The mentions of a block, those of an office and its place as one that begins with the office."""
    tokens, mentions = tokens_of(reading.docs[index]), _whole(reading, index)
    items = [(*tokens.at(mention.block_start, mention.block_end), mention.concept) for mention in mentions]
    last = {end: mention for (_, end, _), mention in zip(items, mentions, strict=True)}
    known = dict(zip(items, mentions, strict=True))
    for item in with_members(tokens.lower, items, reading.gazetteer.concepts):
        start, end, concept = item
        if item in known:
            yield known[item]
            continue
        first = tokens.starts[start]
        span = reading.span(index, first, last[end].block_end)
        yield replace(
            last[end], start=span.start, text=span.text, concept=concept, block_start=first, rule="outcome.office"
        )
