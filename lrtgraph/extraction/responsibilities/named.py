"""Which instruments the blocks of a document name, and how a phrase names them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from lrtgraph.extraction.anaphora import recent, titled
from lrtgraph.value import value

if TYPE_CHECKING:
    from lrtgraph.extraction.context import Part, Reading

_NEAR = 12
"""How many paragraphs back an instrument is still spoken of."""


@value
class Instrument:
    """A coordination of instruments: concepts, the preposition before it (BARE for none), the noun that the phrase
    hangs on ("hoogte" in "hoogte van de taakstelling"), and token indices of the phrase.
    """

    concepts: tuple[str, ...]
    marker: str
    head: str | None
    outer: str
    first: int
    last: int


def concepts_of(instruments: Iterable[Instrument]) -> tuple[str, ...]:
    """The concepts of all of them, in their order."""
    return tuple(concept for instrument in instruments for concept in instrument.concepts)


class Named:
    """The instruments that the blocks of a document name, each block's looked up once."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._blocks: dict[int, tuple[tuple[int, str, str], ...]] = {}
        self._titles: dict[tuple[Part, frozenset[str], str], str | None] = {}
        self._recent: dict[int, str | None] = {}

    def title(self, block: int, classes: frozenset[str] = frozenset(), noun: str = "") -> str | None:
        """The instrument in the title of a block's agenda item, as `titled` finds it."""
        key = (self._reading.part(block), classes, noun)
        if key not in self._titles:
            self._titles[key] = titled(self._reading, block, classes, noun)
        return self._titles[key]

    def lately(self, block: int) -> str | None:
        """The instrument that an earlier paragraph of a block's agenda item named last, not far back."""
        if block not in self._recent:
            self._recent[block] = recent(self._reading, block, reach=_NEAR)
        return self._recent[block]

    def before(self, block: int, offset: int) -> Iterator[tuple[str, str]]:
        """Name (lower case) and concept of those before `offset` of a block and in the three blocks before, the last
        first.
        """
        for index in range(block, max(-1, block - 4), -1):
            for end, name, concept in reversed(self._in(index)):
                if index < block or end <= offset:
                    yield name, concept

    def _in(self, block: int) -> tuple[tuple[int, str, str], ...]:
        if block not in self._blocks:
            mentions = self._reading.mentions_in(block)
            self._blocks[block] = tuple(
                (m.block_end, m.text.lower(), m.concept) for m in mentions if self._reading.is_instrument(m.concept)
            )
        return self._blocks[block]
