"""What contributions are about: of what they name, and of what they may go on about, what is likely: a linear model.

It has learnt from annotated minutes (`training/topics.py`) what people take a contribution to be about: not everybody
whom it names, and often what its agenda item is on or what was said before, without a word of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from lrtgraph.extraction.statements.floor import Row
from lrtgraph.extraction.statements.themes import candidates
from lrtgraph.extraction.weights import probability, weights

if TYPE_CHECKING:
    from lrtgraph.extraction.context import Reading

TOPIC: Final = "topic"
"""The class of the table."""
LIKELY: Final = 0.38
"""From which probability on a concept is a topic: below a half, as F1 is best there; chosen by leaving out folders."""


def topics(reading: Reading, rows: Iterable[Row]) -> list[tuple[str, ...]]:
    """The concepts that each row concerns: those it names in order of appearance, then others.

    In: the rows in the order of the text. Raises ResourceError where the table of weights is missing.
    """
    table = weights("topic_words")
    return [
        tuple(one.concept for one in found if probability(table.odds(one.features)[0]) >= LIKELY)
        for found in candidates(reading, rows)
    ]
