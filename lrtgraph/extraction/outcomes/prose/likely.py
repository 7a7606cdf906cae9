"""What probably is settled although no label and no verb says so: a linear model over a sentence's words and place.

The last minutes are approved in ever new words ("Geen opmerkingen, met dank aan de opstellers."), and more is settled
in passing. This model has seen annotated minutes, in which people marked what was settled (`training/outcomes.py`).
It weighs the words, where an actor is named and under which title the sentence stands; names are hidden from it. It
speaks only of sentences in which no rule finds an outcome.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final, get_args

from lrtgraph.extraction.grammar.tokens import tokens_of
from lrtgraph.extraction.grammar.weights import shares, weights
from lrtgraph.extraction.outcomes.found import Found, bounds
from lrtgraph.extraction.outcomes.owners.naming import is_body
from lrtgraph.records import Block, OutcomeKind
from lrtgraph.value import value

if TYPE_CHECKING:
    from spacy.tokens import Span

    from lrtgraph.extraction.context import Reading

NOTHING: Final = "nothing"
KINDS: Final = tuple(sorted((*get_args(OutcomeKind), NOTHING)))
"""What a sentence may settle, in the order of the table of weights."""
LIKELY: Final = 0.5
"""From which probability on a sentence counts: it settles something rather than not."""
_SHORTEST: Final = 12
_WORDS: Final = 40
_PREFIXES: Final = (5, 6)
_NAME: Final = "@"
_MINUTES: Final = frozenset({"verslag", "notulen", "conceptverslag"})


@value
class Unmarked:
    """A sentence in which no rule finds an outcome: the `place`th of a block that has `count`, from 0."""

    reading: Reading
    block: int
    sentence: Span
    place: int
    count: int

    def within(self, reading: Reading) -> Unmarked:
        """The same sentence of another reading of its document."""
        return Unmarked(reading, self.block, self.sentence, self.place, self.count)


Judge = Callable[[Unmarked], Found | None]
"""Decides whether an unmarked sentence is an outcome."""


def likely(one: Unmarked) -> Found | None:
    """The outcome that a sentence probably is, with its probability as confidence; None where it rather is none.

    What speaks of the minutes above the first item only introduces them: "Hieronder volgt het verslag van 3 mei".

    Raises ResourceError where the table of weights is missing.
    """
    start, end = bounds(one.reading.layout.blocks[one.block].text, one.sentence.start_char, one.sentence.end_char)
    if end - start < _SHORTEST or _is_foreword(one):
        return None
    share = dict(zip(KINDS, shares(weights("outcome_words").odds(features(one))), strict=True))
    sure = 1 - share.pop(NOTHING)
    if sure < LIKELY:
        return None
    kind = max(get_args(OutcomeKind), key=share.__getitem__)
    return Found(one.block, start, end, kind, "outcome.likely", round(sure, 2))


def _is_foreword(one: Unmarked) -> bool:
    layout = one.reading.layout
    block = layout.blocks[one.block]
    above = bool(layout.agenda) and block.item is None and block.start < layout.agenda[0].start
    return above and not _MINUTES.isdisjoint(token.lower_ for token in one.sentence)


def features(one: Unmarked) -> Iterable[str]:
    """The features of a sentence, each once: its words, its first verb, who is named first, and where it stands."""
    named = _actors(one)
    return dict.fromkeys((*_of_words(one, named), *_of_names(one, named), *_of_place(one)))


def _of_words(one: Unmarked, actors: Sequence[_Actor]) -> Iterator[str]:
    tokens, start, end = tokens_of(one.sentence.doc), one.sentence.start, one.sentence.end
    named = {k for first, last, _ in actors for k in range(first, last)}
    told: list[str] = []
    for k in range(start, min(end, start + _WORDS)):
        word = _NAME if k in named else tokens.lower[k]
        if tokens.parts[k] != "PUNCT" and (word != _NAME or told[-1:] != [_NAME]):
            told.append(word)
    single, pair = _PREFIXES
    yield from (f"w {word[:single]}" for word in told)
    yield from (f"b {first[:pair]} {second[:pair]}" for first, second in pairwise(("^", *told, "$")))
    yield f"o {' '.join(told[:2])}"
    finite = [k for k in range(start, end) if tokens.finite[k] and k not in named]
    yield f"finite {min(len(finite), 3)}"
    if finite:
        yield f"verb {tokens.lower[finite[0]]}"
    yield f"length {min((end - start) // 5, 6)}"


def _of_names(one: Unmarked, actors: Sequence[_Actor]) -> Iterator[str]:
    """Who is named first: the body that meets or another, behind which preposition, how near the opening."""
    tokens, start = tokens_of(one.sentence.doc), one.sentence.start
    yield f"named {min(len(actors), 4)}"
    if actors:
        first, _, concept = actors[0]
        who = "body" if is_body(one.reading, concept) else "actor"
        opening = first == start
        marker = tokens.lower[first - 1] if not opening and tokens.parts[first - 1] == "ADP" else "bare"
        yield from (f"first {marker} {who}", f"first {marker} {who} {min(first - start, 3)}")
    if any(is_body(one.reading, concept) for *_, concept in actors):
        yield "body named"


_Actor = tuple[int, int, str]
"""The tokens `[first, last)` of a name, and the concept."""


def _actors(one: Unmarked) -> list[_Actor]:
    """The actors that the sentence names, in order."""
    tokens = tokens_of(one.sentence.doc)
    mentions = one.reading.mentions_in(one.block, one.sentence.start_char, one.sentence.end_char)
    actors = (mention for mention in mentions if one.reading.is_actor(mention.concept))
    return [(*tokens.at(mention.block_start, mention.block_end), mention.concept) for mention in actors]


def _of_place(one: Unmarked) -> Iterator[str]:
    layout = one.reading.layout
    block = layout.blocks[one.block]
    last = one.place + 1 == one.count
    yield from (f"kind {block.kind}", f"level {block.level}", f"bullet {bool(block.marker)}")
    yield from (f"place {min(one.place, 3)} {last}", f"last of {min(one.count, 2)} {last}")
    yield f"ends item {last and _ends_item(layout.blocks, one.block)}"
    title = layout.agenda[block.item].title if block.item is not None else None
    single = _PREFIXES[0]
    for name, text in (("section", block.section), ("title", title)):
        yield from (f"{name} {word[:single]}" for word in (text or "none").lower().split())


def _ends_item(blocks: Sequence[Block], index: int) -> bool:
    """Whether a block is the last of its agenda item."""
    return index + 1 == len(blocks) or blocks[index + 1].item != blocks[index].item
