"""Times of day in Dutch text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lrtgraph.dutch.times import find_times


@pytest.mark.parametrize(
    ("text", "clocks"),
    [
        ("15.30-17.00 uur", ["15:30", "17:00"]),
        ("aanvang 15.30, einde 17.00", ["15:30", "17:00"]),
        ("van twee uur tot tien over half vier", ["14:00", "15:40"]),
        ("de reis van twee uur kost 15.30", []),
        ("13.30 uur – 15.15 uur", ["13:30", "15:15"]),
        ("9:00 tot 10:30 uur", ["09:00", "10:30"]),
        ("gesloten om 16.40 uur.", ["16:40"]),
        ("om 14 uur", ["14:00"]),
        ("1.200 plekken, 15.30 euro, 25.70 uur", []),
        ("10u00 tot 11u45, Stadhuis", ["10:00", "11:45"]),
        ("15u00 - 16u30", ["15:00", "16:30"]),
        ("van 10-12 uur in Utrecht", ["10:00", "12:00"]),
        ("van 10 tot 11.30 uur", ["10:00", "11:30"]),
        ("9.00 u. tot 10.15 u.", ["09:00", "10:15"]),
        ("10.00u - 12.00u", ["10:00", "12:00"]),
        ("1000-1130 uur", ["10:00", "11:30"]),
        ("van half tien tot elf uur", ["09:30", "11:00"]),
        ("van tien tot twaalf uur", ["10:00", "12:00"]),
        ("om kwart over twee", ["14:15"]),
        ("om tien over elf, gesloten om vijf voor half twee", ["11:10", "13:25"]),
        ("om 5 over twee", ["14:05"]),
        ("vraagt tien voor elf gemeenten", []),
        ("vraagt om 20 voor een nieuwe locatie en om vijf over twee weken", []),
        ("start 3.25 miljoen, begin 12.50 euro", []),
        ("van half één tot één uur", ["12:30", "13:00"]),
        ("het overleg duurde drie uur", []),
        ("binnen 48 uur na 3-4 dagen, 2024-2025, artikel 10.12", []),
        ("tussen 2000 en 3000 plekken", []),
    ],
)
def test_times_of_day(text: str, clocks: list[str]) -> None:
    assert [found.clock for found in find_times(text)] == clocks


@given(st.text(max_size=200))
def test_any_text_can_be_searched(text: str) -> None:
    for found in find_times(text):
        assert 0 <= found.start < found.end <= len(text)
