"""Train what contributions are about: python training/topics.py

In: annotated minutes (`annotated.py`). Out: the weights in `lrtgraph/data/topic_words.csv`, over the features of
`lrtgraph.extraction.statements.subject.topics`. A candidate is a topic if people gave the contribution there that
topic. Those who wrote minutes that no rule was made from seldom marked what a contribution only goes on about: such
minutes weigh less, and how they differ is learnt apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from annotated import Annotated, analysed, annotated, same_place, shared
from linear import Case, train

from lrtgraph.build.reader import Reader
from lrtgraph.extraction.statements import Contributed, discussed
from lrtgraph.extraction.statements.subject.themes import themes
from lrtgraph.extraction.statements.subject.topics import TOPIC, seen
from lrtgraph.resources import Settings

OF_AN_UNREAD: Final = 0.2
"""What a candidate weighs in minutes that no rule was made from (in others: 1)."""
_APART: Final = ("in speaker", "in answered", "in addressed", "out")


def of_minutes(reader: Reader) -> Iterator[Case]:
    """Each candidate of each contribution that the rules found where people did."""
    for minutes in annotated():
        reading = analysed(reader, minutes.name, minutes.text)
        found = discussed(reading)
        rows = _matched(minutes, found)
        for row, told in zip(rows, themes(reading, [one.row for one in found]), strict=True):
            if row is not None:
                for one, speaking in seen(told):
                    known = tuple(speaking.features())
                    answer = TOPIC if one.concept in row["about"] else "not"
                    if minutes.unread:
                        yield Case((*known, *_apart(known)), answer, OF_AN_UNREAD)
                    else:
                        yield Case(known, answer)


def _matched(minutes: Annotated, found: Sequence[Contributed]) -> list[dict[str, Any] | None]:
    """For each contribution the row that people marked there, the one with most in common."""
    rows: list[dict[str, Any] | None] = []
    for one in found:
        same = [row for row in minutes.record["statements"] if same_place(one.span, row)]
        rows.append(max(same, key=lambda row: (_alike(one, row), shared(one.span, row)), default=None))
    return rows


def _alike(one: Contributed, row: dict[str, Any]) -> bool:
    return set(one.row.speakers) == set(row["speakers"])


def _apart(features: Sequence[str]) -> Iterator[str]:
    """What is learnt apart of minutes that no rule was made from: these features never come up elsewhere."""
    yield f"unread {features[0]}"
    yield from (f"unread {feature}" for feature in features if feature.startswith(_APART))


if __name__ == "__main__":
    train(list(of_minutes(Reader(Settings()))), (TOPIC,), "topic_words", strength=0.2, seen=4)
