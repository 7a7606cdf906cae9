"""Train the second opinion on acts: python training/acts.py

In: annotated minutes (`annotated.py`), the examples of `lrtgraph/data/speech_acts.csv` and `evaluations.csv`, and the
sentences of `tests/sentences/statements.csv` with one act. Out: the weights in `lrtgraph/data/act_words.csv`, over the
features of `lrtgraph.extraction.statements.wording`. An example weighs half of a contribution in minutes.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import Final

from annotated import ROOT, annotated
from linear import Case, train

from lrtgraph.extraction.statements.wording import ACTS, features

OF_AN_EXAMPLE: Final = 0.5


def of_minutes() -> Iterator[Case]:
    """The text and act of every annotated contribution."""
    for minutes in annotated():
        for statement in minutes.record["statements"]:
            yield Case(tuple(features(minutes.text[statement["start"] : statement["end"]])), statement["act"])


def of_examples() -> Iterator[Case]:
    """The lexicon's examples, and the tests' sentences with one contribution."""
    for text, act in _examples():
        yield Case(tuple(features(text)), act, OF_AN_EXAMPLE)


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
    train([*of_minutes(), *of_examples()], ACTS, "act_words", strength=1.0, seen=2)
