"""Lists and tables of actions and decisions in the shapes that secretaries and conversions give them."""

from __future__ import annotations

from pathlib import Path

import pytest
from minutes import HEAD, read

CASES = (Path(__file__).parent / "lists" / "actions.txt").read_text(encoding="utf-8").split("\n~~~~\n")


@pytest.mark.parametrize("case", CASES)
def test_every_row_gives_its_outcome_and_nothing_else_does(case: str) -> None:
    """A case is the text behind the first item, and a line for each outcome: kind, owners, deadline, first words."""
    body, expected = case.strip("\n").split("\n=>\n")
    found = sorted(read(f"{HEAD}{body}\n").outcomes, key=lambda outcome: outcome.evidence.start)
    wanted = [line.split(" / ", 3) for line in expected.splitlines()]
    assert [
        [outcome.kind, ",".join(sorted(outcome.owners)), outcome.deadline or "-"] for outcome in found
    ] == [row[:3] for row in wanted]  # fmt: skip
    for outcome, (*_, opening) in zip(found, wanted, strict=True):
        assert " ".join(outcome.evidence.text.split()).startswith(opening)
