"""Train who probably has a part in an instrument: python training/ownership.py

In: annotated minutes (`annotated.py`) and the sentences of `tests/sentences/responsibilities.csv`. Out: the weights in
`lrtgraph/data/ownership_words.csv` (is the part shown) and `role_words.csv` (which kind of part), over the features of
`lrtgraph.extraction.responsibilities.features`. A sign in a sentence by which people proved a pair shows it; one of a
pair that they proved by another sentence is left out, and all others do not. A made sentence weighs half.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import Any, Final

from annotated import NEAREST, ROOT, analysed, annotated, shared
from linear import Case, train

from lrtgraph.build.reader import Reader
from lrtgraph.evaluation.gold import concept_list
from lrtgraph.evaluation.scoring import PATTERNS, UNKNOWN
from lrtgraph.extraction.outcomes import outcomes
from lrtgraph.extraction.responsibilities import survey
from lrtgraph.extraction.responsibilities.candidates import Sign, surroundings
from lrtgraph.extraction.responsibilities.features import seen
from lrtgraph.extraction.responsibilities.likely import KINDS
from lrtgraph.extraction.statements import discussed, statements
from lrtgraph.extraction.subjects import with_subjects
from lrtgraph.resources import Settings

OF_A_SENTENCE: Final = 0.5
OF_AN_UNREAD: Final = 0.5
"""What a sign weighs in minutes that no rule was made from: they are richer in turns of phrase than real ones."""
NAMED: Final = concept_list(ROOT / "tests" / "gold" / "real") or frozenset()
SHOWN: Final = "shown"
NONE: Final = "none"
STEMS: Final = {
    "supervision": ("toezicht", "toeziet", "handhav", "ladder", "aansprek", "spreekt"),
    "decision": ("beslui", "besli", "vast", "stemt", "akkoord", "accord", "goedke", "behandel", "teken", "advies"),
    "drafting": ("opstel", "stelt", "schrijf", "concept", "wetsvoorstel", "uitwerk", "werkt", "tekst", "voorstel"),
    "task": ("taak", "taken", "verantwoordelijk", "bevoegd", "coördin", "regie", "eigenaar", "voorzit", "trekker"),
}
"""Beginnings of words by which a role that people wrote down is of a kind, the first that fits; else execution."""


def kind(role: str) -> str:
    """The kind of a role in words."""
    told = role.lower().split()
    return next((k for k, stems in STEMS.items() if any(word.startswith(stems) for word in told)), "execution")


def of_minutes(reader: Reader) -> Iterator[tuple[Case, str]]:
    """Each sign of the annotated minutes, and its kind of role if it shows one, else nothing."""
    for minutes in annotated(*NEAREST):
        for sign, found in _signs(reader, minutes.name, minutes.text):
            rows = [row for row in minutes.record["ownership"] if _same(row, sign)]
            here = [row for row in rows if shared(sign.scene.span, row) > 0]
            if here or not rows:
                yield (
                    Case(found, SHOWN if here else NONE, OF_AN_UNREAD if minutes.unread else 1.0),
                    kind(here[0]["role"]) if here else "",
                )


def of_sentences(reader: Reader) -> Iterator[Case]:
    """Each sign of the tests' sentences."""
    with (ROOT / "tests" / "sentences" / "responsibilities.csv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            text = f"Verslag LRT 12 februari 2024\n\n1. {row['title']}\n\n- {row['sentence']}\n"
            for sign, found in _signs(reader, "sentence.txt", text):
                shown = f"{sign.instrument}:{sign.actor}" in row["pairs"].split()
                yield Case(found, SHOWN if shown else NONE, OF_A_SENTENCE)


def _signs(reader: Reader, name: str, text: str) -> Iterator[tuple[Sign, tuple[str, ...]]]:
    reading = analysed(reader, name, text)
    discussion = discussed(reading)
    settled = with_subjects(reading, [one.row for one in discussion], outcomes(reading))
    _, found = survey(reading, settled)
    around = surroundings(found, statements(reading, discussion), settled)
    for sign in found:
        yield sign, tuple(seen(sign, around).features())


def _same(row: dict[str, Any], sign: Sign) -> bool:
    return (_id(row["instrument"]), _id(row["actor"])) == (_id(sign.instrument), _id(sign.actor))


def _id(concept: str) -> str:
    """A concept as it is compared: those that the list of the gold lacks, whatever people called them, are one."""
    return concept if concept in NAMED or concept.startswith(PATTERNS) else UNKNOWN


def main() -> None:
    """Train and write both tables."""
    reader = Reader(Settings())
    rows = list(of_minutes(reader))
    train([*(case for case, _ in rows), *of_sentences(reader)], (SHOWN,), "ownership_words", strength=0.3, seen=3)
    kinds = [Case(case.features, told) for case, told in rows if told]
    train(kinds, KINDS, "role_words", strength=0.3, seen=3)


if __name__ == "__main__":
    main()
