"""Train the acts of contributions: python training/acts.py

In: annotated minutes (`annotated.py`), the examples of `lrtgraph/data/speech_acts.csv` and `evaluations.csv`, and the
sentences of `tests/sentences/statements.csv` with one act. Out: the weights in `lrtgraph/data/act_words.csv` and the
network in `lrtgraph/model/acts.npz`, over the features of `lrtgraph.extraction.statements.course.wording`. How far the
lexicon can be trusted is learnt from minutes that no rule was made from. Those have far more objections and answers
than minutes like the real ones, and more often in a rare turn of phrase, so they weigh less, and each act in them as
much as if it were as frequent as in the others.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from operator import itemgetter
from typing import Any, Final

from annotated import ROOT, Annotated, analysed, annotated, same_place, shared
from linear import Case, train
from network import Told
from network import train as train_network

from lrtgraph.build.reader import Reader
from lrtgraph.extraction.context import Reading
from lrtgraph.extraction.statements import Contributed, contributed
from lrtgraph.extraction.statements.course.discussion import Discussion
from lrtgraph.extraction.statements.course.floor import Contribution
from lrtgraph.extraction.statements.course.wording import ACTS, features, turn, words
from lrtgraph.records import Act
from lrtgraph.resources import Settings

OF_AN_EXAMPLE: Final = 0.5
OF_AN_UNREAD: Final = 0.25
"""What a contribution weighs as people marked it in minutes that no rule was made from (in others: 1)."""
OF_A_FOUND: Final = 0.5
"""What it weighs as the rules found it there."""


@dataclass(frozen=True, slots=True)
class Example:
    """A contribution: its words, the features of its turn, its act, and how much it counts."""

    text: str
    turn: tuple[str, ...]
    act: Act
    weight: float

    def of_table(self) -> Case:
        return Case((*features(self.text), *self.turn), self.act, self.weight)

    def of_network(self) -> Told:
        return Told(tuple(words(self.text)), self.turn, self.act, self.weight)


def evened(minutes: Iterable[Annotated]) -> dict[str, float]:
    """How much more frequent each act is in the minutes that rules were made from than in the others."""
    count = {True: Counter[str](), False: Counter[str]()}
    for one in minutes:
        count[one.unread].update(row["act"] for row in one.record["statements"])
    read, unread = count[False], count[True]
    return {act: read[act] / read.total() / (unread[act] / unread.total()) for act in ACTS}


def of_minutes(reader: Reader, even: dict[str, float]) -> Iterator[Example]:
    """Every annotated contribution, and those that the rules find in minutes which they were not made from."""
    for minutes in annotated():
        reading = analysed(reader, minutes.name, minutes.text)
        yield from _annotated(minutes, reading, even)
        if minutes.unread:
            yield from _found(minutes, reading, even)


def _annotated(minutes: Annotated, reading: Reading, even: dict[str, float]) -> Iterator[Example]:
    """The words and act of each contribution that people marked, with what came before it."""
    so_far = Discussion()
    blocks = [
        (reading.span(index, 0, len(block.text)).start, index, block.item) for index, block, _ in reading.blocks()
    ]
    for told in sorted(minutes.record["statements"], key=lambda row: (int(row["start"]), -int(row["end"]))):
        text, act = minutes.text[told["start"] : told["end"]], told["act"]
        _, block, item = max(
            (one for one in blocks if one[0] <= told["start"]), default=(0, 0, None), key=itemgetter(0)
        )
        row = _row(told, block, item)
        known = tuple(so_far.features(row, None))
        yield Example(text, known, act, OF_AN_UNREAD * even[act] if minutes.unread else 1.0)
        so_far.add(row, text)


def _row(told: dict[str, Any], block: int, item: int | None) -> Contribution:
    speakers, towards = tuple(told["speakers"]), tuple(told.get("addressees", ()))
    return Contribution(speakers, (), told["act"], towards, "annotated", 1.0, [(block, 0, 0)], plain=True, item=item)


def _found(minutes: Annotated, reading: Reading, even: dict[str, float]) -> Iterator[Example]:
    """The contributions that the rules find, with the act that people gave them."""
    so_far, found = Discussion(), contributed(reading)
    acts = {id(one): act for one, act in _matched(minutes, found)}
    for one in found:
        act = acts.get(id(one))
        if act is not None:
            yield Example(one.text, tuple(turn(one.row, so_far)), act, OF_A_FOUND * even[act])
        so_far.add(replace(one.row, act=act or one.row.act), one.text)


def _matched(minutes: Annotated, found: list[Contributed]) -> Iterator[tuple[Contributed, str]]:
    """What the rules found with the same speakers at the same place, the best match first, each once."""
    left = list(found)
    for row in minutes.record["statements"]:
        same = [one for one in left if set(one.row.speakers) == set(row["speakers"]) and same_place(one.span, row)]
        best = max(same, key=lambda one: (one.row.act == row["act"], shared(one.span, row)), default=None)
        if best is not None:
            left.remove(best)
            yield best, row["act"]


def of_examples() -> Iterator[Example]:
    """The lexicon's examples, and the tests' sentences with one contribution."""
    for text, act in _examples():
        yield Example(text, (), act, OF_AN_EXAMPLE)


def _examples() -> Iterator[tuple[str, str]]:
    with (ROOT / "lrtgraph" / "data" / "speech_acts.csv").open(encoding="utf-8", newline="") as rows:
        yield from ((row["example"], row["act"]) for row in csv.DictReader(rows) if row["example"])
    with (ROOT / "lrtgraph" / "data" / "evaluations.csv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            favourable = (row["reach"], row["polarity"]) == ("judgement", "positive")
            yield row["example"], "steunt" if favourable else "bezwaar"
    with (ROOT / "tests" / "sentences" / "statements.csv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            if row["statements"].count(":") == 1:
                yield row["text"].lstrip("- "), row["statements"].split(":")[1]


if __name__ == "__main__":
    even = evened(annotated())
    examples = [*of_minutes(Reader(Settings()), even), *of_examples()]
    train([one.of_table() for one in examples], ACTS, "act_words", strength=1.0, seen=3)
    train_network([one.of_network() for one in examples], ACTS, "acts")
