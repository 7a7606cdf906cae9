"""An outcome as it is found in a block, and the sentences in which it is looked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lrtgraph.extraction.outcomes.terms.deadlines import Deadline, find_deadline
from lrtgraph.records import OutcomeKind

if TYPE_CHECKING:
    from spacy.tokens import Span

    from lrtgraph.extraction.context import Reading
    from lrtgraph.records import Block


@dataclass(frozen=True, slots=True)
class Found:
    """An outcome before its parties are read: kind (None: by its words), span in the block's text, what is noted."""

    block: int
    start: int
    end: int
    kind: OutcomeKind | None
    rule: str
    confidence: float
    owners: tuple[str, ...] = ()
    deadline: Deadline | None = None


@dataclass(frozen=True, slots=True)
class Prose:
    """A block of a reading, by its index, with its sentences."""

    reading: Reading
    index: int
    sentences: list[Span]

    @classmethod
    def of(cls, reading: Reading, index: int) -> Prose:
        """A block with its sentences as the pipeline cut them."""
        return cls(reading, index, list(reading.docs[index].sents))

    @property
    def block(self) -> Block:
        """The block itself."""
        return self.reading.layout.blocks[self.index]

    def bounds(self, first: int, last: int | None = None) -> tuple[int, int]:
        """Where a sentence of the block stands, or several up to `last`, without bullets in front."""
        end = self.sentences[first if last is None else last].end_char
        return bounds(self.block.text, self.sentences[first].start_char, end)

    def due(self, start: int, end: int) -> Deadline | None:
        """The deadline that a stretch of the block's text tells."""
        return find_deadline(self.block.text, start, end, self.reading.meeting)


def bounds(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without white space, bullets and stray dashes in front."""
    while start < end and (text[start].isspace() or text[start] in "•*–—-"):
        start += 1
    return start, end
