"""What stands beside documents: `NAME.json`, or a `manifest.csv` for a whole folder.

Fields: title, date (ISO), body, url, licence (also the Dutch titel, datum, orgaan, bron, licentie). A manifest has
one row a document, with its file name in a column file (or name, bestand). A `NAME.json` wins over the manifest.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property
from io import StringIO
from pathlib import PurePath
from typing import Any, Final

from lrtgraph.documents.text import decode
from lrtgraph.errors import DocumentError
from lrtgraph.records import Metadata

MANIFEST: Final = "manifest.csv"
_FIELDS: Final[Mapping[str, str]] = {
    "title": "title", "titel": "title",
    "date": "date", "datum": "date",
    "body": "body", "orgaan": "body", "overleg": "body",
    "url": "url", "source": "url", "bron": "url",
    "licence": "licence", "license": "licence", "licentie": "licence",
}  # fmt: skip
_FILE_COLUMNS: Final = ("file", "name", "bestand", "filename", "source_file")
_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`]+", re.IGNORECASE)
# What no text holds: controls, surrogates, marks that turn the direction of what follows.
_UNWRITABLE = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
_LAYERS: Final = ("mentions", "outcomes", "statements", "targets", "ownership")
"""Fields of an extraction record, of which annotators may keep some."""
_MOST: Final = 5_000_000
_TOLD: Final = 5  # names that a sentence lists


def is_metadata(name: str) -> bool:
    """Whether a file is about the documents beside it rather than a document.

    >>> is_metadata("verslag.json"), is_metadata("verslag.pdf")
    (True, False)
    """
    return name.lower() == MANIFEST or name.lower().endswith(".json")


class Beside:
    """The metadata in one folder, read when first asked for.

    `where` is the folder's name for messages; `read` gives the bytes of a file in it, None where there is none.
    """

    def __init__(self, where: str, read: Callable[[str], bytes | None]) -> None:
        self._where, self._read = where, read

    def of(self, name: str) -> Metadata:
        """What is known of the document called `name` in this folder.

        Raises DocumentError where a metadata file cannot be read: then it is not known what the user meant.
        """
        known = self._manifest.get(name, Metadata())
        if isinstance(known, DocumentError):
            raise known
        for candidate in dict.fromkeys((name + ".json", PurePath(name).stem + ".json")):
            text = self._text(candidate)
            if text is not None:
                return _merge(known, _from_json(text, f"{self._where}/{candidate}"))
        return known

    def without_document(self, there: Container[str]) -> str | None:
        """A sentence on the names in the manifest that no file has of those that are there; None for none."""
        try:
            names = [name for name in self._manifest if name not in there]
        except DocumentError:
            return None  # every document has been refused for it
        if not names:
            return None
        more = f" and {len(names) - _TOLD} more" if len(names) > _TOLD else ""
        listed = _UNWRITABLE.sub(" ", ", ".join(names[:_TOLD]))
        return f"{self._where}/{MANIFEST} names what is not beside it: {listed}{more}; correct the names in it"

    @cached_property
    def _manifest(self) -> dict[str, Metadata | DocumentError]:
        """What the manifest says of each document, or what is wrong with its row: that keeps no other out."""
        text, path = self._text(MANIFEST), f"{self._where}/{MANIFEST}"
        found: dict[str, Metadata | DocumentError] = {}
        for row in _rows(text or "", path):
            name = next((row[column].strip() for column in _FILE_COLUMNS if row.get(column)), None)
            if name is None:
                raise DocumentError(f"{path} has no column with file names; give it a column 'file'")
            try:
                found[PurePath(name).name] = _metadata(row, path)
            except DocumentError as error:
                found[PurePath(name).name] = error
        return found

    def _text(self, name: str) -> str | None:
        try:
            data = self._read(name)
            if data is None:
                return None
            if len(data) > _MOST:
                raise DocumentError("it is too large for a file with metadata; give it another name")
            return decode(data).lstrip("\ufeff")
        except DocumentError as error:
            raise DocumentError(
                f"{self._where}/{name} cannot be read ({error}); mend it or give it another name"
            ) from None


def _rows(text: str, path: str) -> Iterator[dict[str, str]]:
    """The rows of a CSV file by the names of its columns, in small letters; empty rows are skipped."""
    delimiter = max(",;\t", key=text.partition("\n")[0].count)
    try:
        for row in csv.DictReader(StringIO(text, newline=""), delimiter=delimiter):
            known = {(key or "").strip().lower(): value for key, value in row.items() if isinstance(value, str)}
            if any(value.strip() for value in known.values()):
                yield known
    except csv.Error as error:
        raise DocumentError(f"{path} is no valid CSV ({error}); mend it or give it another name") from None


def _from_json(text: str, path: str) -> Metadata:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise DocumentError(f"{path} is no valid JSON ({error}); mend it or give it another name") from None
    if not isinstance(found, dict):
        raise DocumentError(f"{path} holds no metadata; write an object with title, date, body, url or licence")
    if any(isinstance(found.get(layer), list) for layer in _LAYERS):
        return Metadata()  # an extraction record: annotators keep it beside its text
    return _metadata({str(key).lower(): value for key, value in found.items()}, path)


def _metadata(row: Mapping[str, Any], path: str) -> Metadata:
    known: dict[str, str] = {}
    for key, value in row.items():
        field = _FIELDS.get(key)
        if field and isinstance(value, str) and value.strip():
            known.setdefault(field, " ".join(_UNWRITABLE.sub(" ", value).split()))
        elif field == "date" and value and not isinstance(value, str):
            raise DocumentError(f'{path}: {str(value)[:40]} is no date; write it as "year-month-day"')
    if "date" in known and not _is_date(known["date"]):
        raise DocumentError(f"{path}: '{known['date'][:40]}' is no date; write it as year-month-day")
    if "url" in known and not _ADDRESS.fullmatch(known["url"]):
        raise DocumentError(f"{path}: '{known['url'][:80]}' is no address; write it as https://...")
    return Metadata(**known)


def _is_date(text: str) -> bool:
    try:
        return bool(_ISO_DATE.fullmatch(text) and date.fromisoformat(text))
    except ValueError:
        return False


def _merge(base: Metadata, over: Metadata) -> Metadata:
    given = {name: value for name in ("title", "date", "body", "url", "licence") if (value := getattr(over, name))}
    return replace(base, **given)
