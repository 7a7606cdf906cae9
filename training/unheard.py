"""Train who probably contributes where no rule finds a contribution: python training/unheard.py

In: annotated minutes (`annotated.py`). Out: the weights in `lrtgraph/data/unheard_words.csv`, over the features of
`lrtgraph.extraction.statements.speakers.likely`. A candidate contributes where people marked a contribution of the
same speakers in the sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from annotated import Annotated, analysed, annotated, same_place
from linear import Case, train

from lrtgraph.build.reader import Reader
from lrtgraph.extraction.context import Reading
from lrtgraph.extraction.statements import contributed
from lrtgraph.extraction.statements.speakers.found import Find
from lrtgraph.extraction.statements.speakers.likely import HEARD, PossibleSpeaker, features
from lrtgraph.records import Span
from lrtgraph.resources import Settings


def of_minutes(reader: Reader) -> Iterator[Case]:
    """Each candidate of the annotated minutes."""
    for minutes in annotated():
        reading = analysed(reader, minutes.name, minutes.text)
        for one, span in _candidates(reading):
            yield Case(tuple(features(one)), HEARD if _contributes(one, span, minutes) else "not")


def _candidates(reading: Reading) -> Iterator[tuple[PossibleSpeaker, Span]]:
    """The candidates of a document with the sentence of each; none is heard on the way."""
    met: list[PossibleSpeaker] = []

    def hear(found: Iterable[PossibleSpeaker]) -> Find | None:
        met.extend(found)
        return None

    contributed(reading, hear)
    blocks = {id(doc): index for index, doc in enumerate(reading.docs)}
    for one in met:
        yield one, reading.span(blocks[id(one.passage.doc)], *one.passage.chars(one.start, one.end))


def _contributes(one: PossibleSpeaker, span: Span, minutes: Annotated) -> bool:
    """Whether people marked a contribution of these speakers there."""
    same = (row for row in minutes.record["statements"] if set(row["speakers"]) == set(one.group.concepts))
    return any(same_place(span, row) for row in same)


if __name__ == "__main__":
    train(list(of_minutes(Reader(Settings()))), (HEARD,), "unheard_words", strength=0.3, seen=3)
