"""What reading reaches at least on the annotated minutes: the rows of tests/gold/floors.csv."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

GOLD = Path(__file__).parent / "gold"


def _floors() -> Mapping[str, Mapping[str, float]]:
    found: defaultdict[str, dict[str, float]] = defaultdict(dict)
    with (GOLD / "floors.csv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            assert row["layer"] not in found[row["set"]], f"two floors: {row}"
            found[row["set"]][row["layer"]] = float(row["floor"])
    return found


FLOORS = dict(_floors())
"""By set (`heads/HAND` for one hand of a set) and layer: the least F1."""
