"""Heads of minutes in eighty layouts: meeting, participants and agenda, floors just under what is reached."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from floors import FLOORS, GOLD
from layouts import gazetteer, lexicon

from lrtgraph.build.published import published
from lrtgraph.evaluation import Evaluation, Gold, concept_list, evaluate, load_gold
from lrtgraph.extraction.meeting import read_meeting
from lrtgraph.extraction.participants import read_participants
from lrtgraph.layout import read_layout
from lrtgraph.layout.bounding import bounded
from lrtgraph.records import Document, Record

HANDS = {name.removeprefix("heads/"): layers for name, layers in FLOORS.items() if name.startswith("heads/")}
"""By hand: what its files begin with."""


def record(gold: Gold) -> dict[str, Any]:
    document = Document(f"{gold.name}.txt", "", "text/plain", gold.text or "")
    layout = bounded(read_layout(document, lexicon()))
    meeting = read_meeting(document, layout, gazetteer())
    participants = read_participants(document, layout, gazetteer(), meeting.body)
    return published(Record(document, meeting, participants, layout.agenda, (), (), (), (), ()))


@cache
def evaluation(hand: str) -> Evaluation:
    gold = [one for one in load_gold(GOLD / "heads") if one.name.startswith(hand)]
    known = concept_list(GOLD / "heads", GOLD / "concepts.csv")
    assert len(gold) == 40
    assert known is not None
    return evaluate([record(one) for one in gold], gold, known)


@pytest.mark.parametrize(("hand", "layer"), [(hand, layer) for hand, layers in HANDS.items() for layer in layers])
def test_the_head_is_read(hand: str, layer: str) -> None:
    assert evaluation(hand).score(layer).f1 >= HANDS[hand][layer]
