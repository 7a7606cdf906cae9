"""How actions stand, in text made to take long: as long as a harmless text of its length takes, and some."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

import pytest

from lrtgraph.extraction.outcomes.closing import closes, closing_tail, has_closing_field
from lrtgraph.extraction.outcomes.status import standing
from lrtgraph.extraction.outcomes.undone import open_tail, stays_open
from lrtgraph.extraction.targets.judging import judge
from lrtgraph.extraction.targets.numbers import Figure, find_numbers
from lrtgraph.extraction.targets.units import Unit
from lrtgraph.records import Meeting

MEETING = Meeting(date="2024-06-05")
LENGTH = 20_000
READERS: dict[str, Callable[[str], object]] = {
    "closes": lambda text: closes(text, MEETING),
    "closing_tail": lambda text: closing_tail(text, MEETING),
    "has_closing_field": lambda text: has_closing_field(text, MEETING),
    "standing": lambda text: standing(text, MEETING),
    "stays_open": stays_open,
    "open_tail": lambda text: open_tail(text, 0, len(text)),
    "judge": lambda text: denied(f"niet 400{text}"),
}


def denied(text: str) -> object:
    number = find_numbers(text[:8])[0]
    return judge(Figure(text, (0, len(text)), number), Unit("plekken", "capacity", number.end), None, False)


def seconds(read: Callable[[str], object], text: str) -> float:
    begin = perf_counter()
    read(text)
    return perf_counter() - begin


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("hostile", ["( - ", ", ", "–", "✓", " ", " - ", "is ", "(a) "])
@pytest.mark.parametrize("head", ["", "Kaart maken (COA)"])
def test_no_line_takes_longer_than_its_length(reader: str, hostile: str, head: str) -> None:
    read = READERS[reader]
    harmless = seconds(read, "Brief aan gemeenten " * (LENGTH // 20))
    assert seconds(read, f"{head}{hostile * (LENGTH // len(hostile))}x") < 20 * harmless + 0.3


@pytest.mark.parametrize("text", ["✓ afgerond", "✓✓", "✓ op 3 mei", "- ✓", "( - afgerond)", "– is afgerond – "])
def test_signs_before_what_is_done_hide_nothing(text: str) -> None:
    assert standing(text, MEETING).closed


@pytest.mark.parametrize("text", ["– of het is afgerond", "(als de brief is verzonden)", "- - de brief"])
def test_signs_before_a_task_close_nothing(text: str) -> None:
    assert not closes(text.replace("afgerond", "verzonden"), MEETING)
