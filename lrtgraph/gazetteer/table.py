"""A user's own list as CSV: id, kind, label, aliases, broader, same_as."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from lrtgraph import vocabulary as v
from lrtgraph.errors import GazetteerError
from lrtgraph.gazetteer.concepts import KIND_OF_CLASS, Concept

COLUMNS: Final = ("id", "kind", "label", "aliases", "broader", "same_as")
CLASS_OF_KIND: Final = {"actor": "Actor", "instrument": "Instrument", "group": "TargetGroup", "place": "Place"}
SEPARATOR: Final = ";"


def read_table(path: Path, data: bytes) -> Iterator[ox.Triple]:
    """The rows of a CSV list as SKOS.

    `kind` is actor, instrument, group or place, or the name of a class such as Law; several `aliases`, `broader`
    (ids) and `same_as` (IRIs) are separated by ";". A comma or a semicolon may divide the columns, as Dutch
    spreadsheets write them; then several values within a cell stand in quotes.

    Raises GazetteerError, with the line, where a row cannot be used.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise GazetteerError(f"{path} is no UTF-8 text; save it as CSV UTF-8") from error
    head = text.partition("\n")[0]
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=";" if head.count(";") > head.count(",") else ",")
    columns = [name.strip().lower() for name in reader.fieldnames or ()]
    reader.fieldnames = columns
    missing = [name for name in COLUMNS[:3] if name not in columns]
    if missing:
        raise GazetteerError(f"{path} lacks the column {', '.join(missing)}; expected {', '.join(COLUMNS)}")
    for row in reader:
        yield from _row(f"{path}:{reader.line_num}", {key: (value or "").strip() for key, value in row.items() if key})


def cell_values(cell: str) -> tuple[str, ...]:
    """The values of a cell, in order, each once.

    >>> cell_values("AZC; azc's;;AZC")
    ('AZC', "azc's")
    """
    return tuple(dict.fromkeys(part.strip() for part in cell.split(SEPARATOR) if part.strip()))


def concept_of_row(place: str, row: Mapping[str, str]) -> Concept:
    """A row of a list as a concept; `place` is named where the row cannot be used.

    Raises GazetteerError.
    """
    notation, kind, label = row["id"], row["kind"], row["label"]
    if not notation or any(c.isspace() for c in notation):
        raise GazetteerError(f"{place}: an id is one word without spaces, not '{notation}'")
    cls = CLASS_OF_KIND.get(kind.lower()) or next((c for c in KIND_OF_CLASS if c.lower() == kind.lower()), None)
    if cls is None:
        raise GazetteerError(f"{place}: kind '{kind}' is none of {', '.join(CLASS_OF_KIND)} and no class")
    if not label:
        raise GazetteerError(f"{place}: {notation} has no label; give one")
    same_as = cell_values(row.get("same_as", ""))
    for iri in same_as:
        try:
            ox.NamedNode(iri)
        except ValueError as error:
            raise GazetteerError(f"{place}: same_as '{iri}' is no IRI") from error
    return Concept(
        notation,
        KIND_OF_CLASS[cls],
        cls,
        label,
        tuple(alias for alias in cell_values(row.get("aliases", "")) if alias != label),
        broader=cell_values(row.get("broader", "")),
        exact_match=same_as,
    )


def _row(place: str, row: dict[str, str]) -> Iterator[ox.Triple]:
    if not row["id"] and not row["label"]:
        return
    concept = concept_of_row(place, row)
    subject = ox.NamedNode(v.concept_iri(concept.notation))
    skos = v.NAMESPACES["skos"]

    def triple(predicate: str, value: ox.NamedNode | ox.Literal) -> ox.Triple:
        return ox.Triple(subject, ox.NamedNode(predicate), value)

    yield triple(v.iri("rdf:type"), ox.NamedNode(skos + "Concept"))
    yield triple(v.iri("rdf:type"), ox.NamedNode(v.LRT + concept.cls))
    yield triple(skos + "notation", ox.Literal(concept.notation))
    yield triple(skos + "prefLabel", ox.Literal(concept.pref_label, language="nl"))
    for alias in concept.alt_labels:
        yield triple(skos + "altLabel", ox.Literal(alias, language="nl"))
    for broader in concept.broader:
        yield triple(skos + "broader", ox.NamedNode(v.concept_iri(broader)))
    for same in concept.exact_match:
        yield triple(skos + "exactMatch", ox.NamedNode(same))
