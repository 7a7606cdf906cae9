"""Dates in Dutch text."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lrtgraph.dutch.dates import find_dates, month_end


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("op 9 november 2022 in Den Haag", "2022-11-09"),
        ("donderdag 9 nov. 2022", "2022-11-09"),
        ("HLRT 7 mrt 2024", "2024-03-07"),
        ("9-11-2022", "2022-11-09"),
        ("09/11/22", "2022-11-09"),
        ("9.11.2022", "2022-11-09"),
        ("2022-11-09", "2022-11-09"),
        ("l4 februari 2O24", "2024-02-14"),
        ("L4 FEBRUARI 2O24", "2024-02-14"),
        ("1i mei 2024", "2024-05-11"),
        ("1e juli 2024", "2024-07-01"),
        ("1 sept '23", "2023-09-01"),
        ("9\nnovember\n2022", "2022-11-09"),
        ("29 FEBRUARI 2024", "2024-02-29"),
    ],
)
def test_a_full_date(text: str, iso: str) -> None:
    (found,) = find_dates(text)
    assert found.complete
    assert found.resolve() == date.fromisoformat(iso)


def test_the_span_is_the_date_without_the_full_stop_of_the_sentence() -> None:
    text = "vóór 1 maart. En op 7 mrt. komt hij."
    assert [text[found.start : found.end] for found in find_dates(text)] == ["1 maart", "7 mrt."]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("26 en 27 september", [(26, 9), (27, 9)]),
        ("3, 10 en 17 mei 2024", [(3, 5), (10, 5), (17, 5)]),
        ("van 3 t/m 5 juni", [(3, 6), (5, 6)]),
        ("op 1i, L2 en I4 mei", [(11, 5), (12, 5), (14, 5)]),
        ("op l8 of 2O mei", [(18, 5), (20, 5)]),
        ("per 31-12 en vóór 1-5", [(31, 12), (1, 5)]),
        ("10-12 plekken, art. 4-1, versie 1.2, tel. 070-1234567, 31 februari 2024, 2023-II", []),
    ],
)
def test_series_and_what_is_no_date(text: str, days: list[tuple[int, int]]) -> None:
    assert [(found.day, found.month) for found in find_dates(text)] == days


def test_bare_months_and_positions() -> None:
    found = find_dates("eind maart, mei 2024, half juni en begin januari 2025")
    assert [(f.day, f.month, f.year, f.position) for f in found] == [
        (None, 3, None, "eind"),
        (None, 5, 2024, None),
        (None, 6, None, "half"),
        (None, 1, 2025, "begin"),
    ]
    assert all(f.resolve(date(2024, 1, 1)) is None for f in found)


@pytest.mark.parametrize(
    ("reference", "side", "iso"),
    [
        (date(2023, 4, 25), "after", "2023-06-05"),
        (date(2023, 6, 6), "after", "2024-06-05"),
        (date(2023, 6, 6), "before", "2023-06-05"),
        (date(2023, 6, 4), "before", "2022-06-05"),
        (date(2023, 11, 1), "nearest", "2023-06-05"),
        (date(2024, 1, 10), "nearest", "2024-06-05"),
    ],
)
def test_a_missing_year_is_deduced(reference: date, side: str, iso: str) -> None:
    (found,) = find_dates("te bespreken op 5 juni")
    assert found.resolve() is None
    assert found.resolve(reference, side) == date.fromisoformat(iso)  # type: ignore[arg-type]


def test_a_leap_day_is_found_in_the_next_leap_year() -> None:
    assert find_dates("29 februari")[0].resolve(date(2025, 3, 1), "after") == date(2028, 2, 29)


def test_the_end_of_a_month() -> None:
    assert month_end(2024, 2) == date(2024, 2, 29)


@given(st.one_of(st.text(max_size=200), st.text("iIıİlLoOQ|0123 -/.", max_size=12).map("{} mei 2O2i".format)))
def test_any_text_can_be_searched(text: str) -> None:
    for found in find_dates(text):
        assert 0 <= found.start < found.end <= len(text)


@given(st.dates(date(1995, 1, 1), date(2095, 12, 31)))
def test_every_day_is_read_back_in_every_notation(day: date) -> None:
    names = [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ]
    for text in (day.isoformat(), f"{day.day}-{day.month}-{day.year}", f"{day.day} {names[day.month - 1]} {day.year}"):
        assert [found.resolve() for found in find_dates(f"op {text}, in Den Haag")] == [day]
