"""Train what outcomes and figures are about: python training/subjects.py

In: annotated minutes (`annotated.py`). Out: the weights in `lrtgraph/data/outcome_topic_words.csv` and
`target_topic_words.csv`, over the features of `lrtgraph.extraction.subjects`. A candidate is a subject if people gave
the outcome, or the figure of that value, there that subject. Those who wrote minutes that no rule was made from seldom
marked what an outcome only goes on about, and no figures: such minutes weigh less.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from annotated import NEAREST, Annotated, analysed, annotated, same_place, shared
from linear import Case, train

from lrtgraph.build.reader import Reader
from lrtgraph.extraction.grammar.weights import Seen
from lrtgraph.extraction.outcomes import outcomes
from lrtgraph.extraction.statements import discussed
from lrtgraph.extraction.statements.subject.themes import Theme
from lrtgraph.extraction.statements.subject.topics import TOPIC
from lrtgraph.extraction.subjects import OUTCOME_WORDS, TARGET_WORDS, F, table_of, themed
from lrtgraph.extraction.targets import targets
from lrtgraph.records import Outcome
from lrtgraph.resources import Settings

OF_AN_UNREAD = 0.2
"""What a candidate weighs in minutes that no rule was made from (in others: 1)."""


def of_minutes(reader: Reader) -> Iterator[tuple[str, Case]]:
    """Each candidate of each outcome and figure that the rules found where people did, with its table."""
    for minutes in annotated(*NEAREST):
        reading = analysed(reader, minutes.name, minutes.text)
        said = [one.row for one in discussed(reading)]
        yield from _of_facts(minutes, themed(reading, said, outcomes(reading)))
        yield from _of_facts(minutes, themed(reading, said, targets(reading)))


def _of_facts(minutes: Annotated, found: Iterable[tuple[F, list[tuple[Theme, Seen]]]]) -> Iterator[tuple[str, Case]]:
    for fact, known in found:
        row = _matched(minutes, fact)
        if row is None:
            continue
        for one, told in known:
            answer = TOPIC if one.concept in row["about"] else "not"
            yield table_of(fact), Case(tuple(told.features()), answer, OF_AN_UNREAD if minutes.unread else 1.0)


def _matched(minutes: Annotated, fact: F) -> dict[str, Any] | None:
    """The row that people marked where a fact stands, the one with most in common; of a figure one of its value."""
    layer = "outcomes" if isinstance(fact, Outcome) else "targets"
    rows = [row for row in minutes.record.get(layer, ()) if same_place(fact.evidence, row)]
    if not isinstance(fact, Outcome):
        rows = [row for row in rows if row["value"] == fact.value]
    return max(rows, key=lambda row: shared(fact.evidence, row), default=None)


if __name__ == "__main__":
    cases = list(of_minutes(Reader(Settings())))
    for name in (OUTCOME_WORDS, TARGET_WORDS):
        train([case for table, case in cases if table == name], (TOPIC,), name, strength=0.2, seen=3)
