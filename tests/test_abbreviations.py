"""The abbreviations behind which a full stop ends no sentence."""

from __future__ import annotations

from lrtgraph.dutch.abbreviations import abbreviations


def test_no_abbreviation_is_of_two_kinds() -> None:
    found = abbreviations()
    assert found.inner
    assert found.final
    assert not found.inner & found.final
    assert not found.all & found.words
    assert found.all == found.inner | found.final


def test_every_abbreviation_is_in_lower_case_and_ends_in_its_stop() -> None:
    found = abbreviations()
    assert [one for one in found.all | found.words if one != one.lower() or not one.endswith(".") or " " in one] == []


def test_what_minutes_abbreviate() -> None:
    found = abbreviations()
    assert {"m.b.t.", "t.a.v.", "dhr.", "mw."} <= found.inner
    assert {"etc.", "jl."} <= found.final
    assert {"al.", "best."} <= found.words
