"""Reading a gold standard: its records and texts, the concepts that count by name, and records to compare with it."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lrtgraph.errors import InputError

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Gold:
    """One document of the gold standard: its record and, where the text is at hand, the text."""

    name: str
    record: Row
    text: str | None


def load_gold(folder: Path, texts: Path | None = None) -> tuple[Gold, ...]:
    """The gold documents of a folder (NAME.json) with their texts (NAME.txt there or in `texts`), by name.

    Other JSON files are passed over. Raises InputError where the folder is missing, a file is no JSON or nothing in it
    is a gold record.
    """
    if not folder.is_dir():
        raise InputError(f"{folder} is no folder: give the folder that holds the gold records (NAME.json)")
    found = []
    for path in sorted(folder.glob("*.json")):
        try:
            record = json.loads(path.read_text(encoding="utf-8"))
        except (UnicodeDecodeError, json.JSONDecodeError) as error:
            raise InputError(f"{path} is not valid JSON ({error}); mend it or take it out of the folder") from error
        if isinstance(record, dict) and "mentions" in record:
            text = (texts or folder) / f"{path.stem}.txt"
            found.append(Gold(path.stem, record, _exact_text(text) if text.exists() else None))
    if not found:
        raise InputError(f"{folder} holds no gold record: each is a NAME.json in the extraction schema")
    return tuple(found)


def concept_list(folder: Path, file: Path | None = None) -> frozenset[str] | None:
    """The ids that count by name: column `id` of `file`, else of a `concepts.csv` in the gold folder or beside it.

    None where there is no such list (the ids of the gazetteer serve then). Raises InputError for a file that is
    missing or has no column `id`.
    """
    places = (file,) if file is not None else (folder / "concepts.csv", folder.resolve().parent / "concepts.csv")
    path = next((place for place in places if place.is_file()), None)
    if path is None:
        if file is not None:
            raise InputError(f"{file} is no file: give a CSV file with the concepts' ids in a column id")
        return None
    with path.open(encoding="utf-8", newline="") as rows:
        reader = csv.DictReader(rows)
        if "id" not in (reader.fieldnames or ()):
            raise InputError(f"{path} has no column id: the first line must name it")
        return frozenset(row["id"] for row in reader)


def load_records(path: Path) -> tuple[Row, ...]:
    """Records from a file of JSON lines, as `lrtgraph extract --format jsonl` prints them. Raises InputError."""
    if not path.is_file():
        raise InputError(f"{path} is no file: give the JSON lines of lrtgraph extract")
    try:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise InputError(f"{path} does not hold a JSON object a line ({error})") from error
    if not all(isinstance(row, dict) and "source" in row for row in rows):
        raise InputError(f"{path} holds a line that is no extraction record: each needs a source")
    return tuple(rows)


def _exact_text(path: Path) -> str:
    with path.open(encoding="utf-8", newline="") as stream:
        return stream.read()
