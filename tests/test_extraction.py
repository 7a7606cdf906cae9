"""Reading quality on minutes that people have read: floors just under what is reached, a layer at a time."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest
from floors import FLOORS, GOLD
from minutes import read, reader

from lrtgraph.build.published import published
from lrtgraph.evaluation import Evaluation, concept_list, evaluate, load_gold
from lrtgraph.records import Document

EXAMPLES = GOLD.parent.parent / "examples" / "minutes"


def texts(name: str) -> Path:
    """The folder with the texts of a set; those of the real minutes are examples too."""
    return EXAMPLES if name == "real" else GOLD / name


def record(path: Path) -> dict[str, Any]:
    data = path.read_bytes()
    document = Document(path.name, hashlib.sha256(data).hexdigest(), "text/plain", data.decode("utf-8"))
    return published(reader().read(document))


@pytest.fixture(scope="module", params=[name for name in FLOORS if "/" not in name])
def scored(request: pytest.FixtureRequest) -> tuple[str, Evaluation]:
    """A set, read and scored once for all that is asked of it: the tests of one set stand beside each other."""
    name = request.param
    gold = load_gold(GOLD / name, texts(name))
    known = concept_list(GOLD / name, GOLD / "concepts.csv")
    assert known is not None
    return name, evaluate([record(texts(name) / f"{document.name}.txt") for document in gold], gold, known)


def test_the_reading_keeps_its_quality(scored: tuple[str, Evaluation]) -> None:
    name, found = scored
    reached = {layer: found.score(layer).f1 for layer in FLOORS[name]}
    assert {layer: f1 for layer, f1 in reached.items() if f1 < FLOORS[name][layer]} == {}


def test_facts_at_nine_tenths_are_right_about_nine_times_in_ten(scored: tuple[str, Evaluation]) -> None:
    sure = [found for found in scored[1].calibration if found.layer != "all" and found.low >= 0.9]
    assert sum(found.right for found in sure) / sum(found.facts for found in sure) >= 0.87


def test_every_fact_has_a_rule_a_confidence_and_its_words_at_its_place() -> None:
    path = EXAMPLES / "003_1202948651acc853.txt"
    text = path.read_bytes().decode("utf-8")
    found = record(path)
    for layer in ("outcomes", "statements", "targets", "ownership"):
        assert found[layer]
        for row in found[layer]:
            assert row["rule"]
            assert 0 < row["confidence"] <= 1
            assert text[row["start"] : row["end"]] == row["text"]


def test_the_same_text_gives_the_same_record() -> None:
    path = GOLD / "made" / "a.txt"
    first = record(path)
    record(EXAMPLES / "003_1202948651acc853.txt")  # other people, parties and subjects
    assert record(path) == first


def test_a_text_with_names_and_nothing_else_has_a_record_without_facts() -> None:
    found = read("VNG\n\nIPO en COA\n")
    assert (found.outcomes, found.statements, found.targets, found.ownership) == ((), (), (), ())
    assert [mention.concept for mention in found.mentions] == ["VNG", "IPO", "COA"]
