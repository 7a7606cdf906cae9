"""The words that titles of minutes have in them."""

from __future__ import annotations

import csv

from lrtgraph.dutch.document_titles import title_words
from lrtgraph.resources import resource


def test_each_example_holds_its_form_and_forms_are_whole_words() -> None:
    with resource("data", "minutes_titles.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        found = title_words().search(row["example"])
        assert found
        assert found[0].lower() == row["form"]
        assert title_words().fullmatch(f"{row['form']}x") is None
    assert len({row["form"] for row in rows}) == len(rows)
