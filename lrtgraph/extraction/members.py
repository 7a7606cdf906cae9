"""Names behind the word for their kind or office: "de gemeenten Ede en Zutphen", "de wethouder van Ede".

The kind or office tells what those named are; it is nobody of its own beside them.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from lrtgraph.extraction.grammar.tokens import tokens_of
from lrtgraph.extraction.local_offices import local_offices
from lrtgraph.notations import MUNICIPALITY, PLACE, PLACES, PROVINCE
from lrtgraph.records import Mention

if TYPE_CHECKING:
    from lrtgraph.extraction.context import Reading

Item = tuple[int, int, str]
"""A mention of an actor or place: the token range `[start, end)` and its concept."""
_OF: Final = frozenset({"van", "uit"})
_KINDS: Final = {"gemeenten": MUNICIPALITY, "provincies": PROVINCE}
_OFFICES: Final = {
    "burgemeesters": MUNICIPALITY,
    "wethouders": MUNICIPALITY,
    "gemeenteraden": MUNICIPALITY,
    "raden": MUNICIPALITY,
    "colleges": MUNICIPALITY,
    "gedeputeerden": PROVINCE,
}
KINDS: Final = frozenset({*_KINDS, *_OFFICES})
"""Words for several of a kind, which are the ids of those who are many."""
_JOINERS: Final = ((",",), ("en",), (",", "en"), ("of",), ("en", "van"))


def with_members(lower: Sequence[str], items: Sequence[Item], known: Container[str]) -> list[Item]:
    """The mentions of a block, where names follow the word for what they are: only those named, as what they are.

    In: the block's words in lower case, its mentions in order, and all concepts that are known. Out: mentions in order,
    of which the first behind such a word begins with it.

    >>> words = "de burgemeesters van ede en zutphen zijn tegen".split()
    >>> named = [(1, 2, "burgemeesters"), (3, 4, "place:Ede"), (5, 6, "place:Zutphen")]
    >>> with_members(words, named, {"gemeente:Ede", "gemeente:Zutphen"})
    [(1, 4, 'gemeente:Ede'), (5, 6, 'gemeente:Zutphen')]
    """
    found: list[Item] = []
    index = 0
    while index < len(items):
        members = _members(lower, items, index, known)
        index += len(members) or 1
        if not members:
            found.append(items[index - 1])
            continue
        kind = _kind_before(lower, members[0][0])
        if found and found[-1][0] == kind:
            found.pop()
        found += [(kind, *members[0][1:]), *members[1:]]
    return list(_with_offices(lower, found, known))


def _members(lower: Sequence[str], items: Sequence[Item], index: int, known: Container[str]) -> list[Item]:
    """The names of a coordination behind a word for their kind that begins with item `index`; none elsewhere."""
    kind = _kind_before(lower, items[index][0])
    if kind < 0:
        return []
    prefix = _KINDS.get(lower[kind]) or _OFFICES[lower[kind]]
    found: list[Item] = []
    for start, end, concept in items[index:]:
        name = concept if concept.startswith(prefix) else concept.replace(PLACE, prefix, 1)
        joined = not found or tuple(lower[found[-1][1] : start]) in _JOINERS
        if not joined or name not in known or not name.startswith(prefix):
            break
        found.append((start, end, name))
    return found


def _kind_before(lower: Sequence[str], start: int) -> int:
    """The token of the word for a kind right before a name that starts at token `start`, -1 where there is none."""
    if start and lower[start - 1] in _KINDS:
        return start - 1
    return start - 2 if start > 1 and lower[start - 1] in _OF and lower[start - 2] in _OFFICES else -1


def _with_offices(lower: Sequence[str], items: Sequence[Item], known: Container[str]) -> Iterator[Item]:
    """The mentions, those of an office and its place as one: "de wethouder van Ede" speaks for that municipality."""
    for at, (start, end, concept) in enumerate(items):
        held = _held(lower, items[at + 1], known) if at + 1 < len(items) else None
        if held is not None and held[0] == start and end - start == 1:
            continue  # "burgemeester", which the gazetteer knows as an office of all municipalities
        own = _held(lower, (start, end, concept), known)
        yield (own[0], end, own[1]) if own is not None else (start, end, concept)


def _held(lower: Sequence[str], item: Item, known: Container[str]) -> tuple[int, str] | None:
    """Where an office stands before a place, with "van" or without, and its administration; None for other mentions."""
    start, _, concept = item
    office = start - 1 - (start > 1 and lower[start - 1] in _OF)
    if office < 0 or not concept.startswith(PLACES):
        return None
    prefix = local_offices().get(lower[office], "")
    own = f"{prefix}{concept.partition(':')[2]}"
    return (office, own) if prefix.endswith(":") and own in known else None


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
