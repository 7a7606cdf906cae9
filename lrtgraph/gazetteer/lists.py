"""Users' own lists: adding a name, and taking over a list that somebody else made."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterable
from pathlib import Path

from lrtgraph.errors import GazetteerError
from lrtgraph.gazetteer.concepts import Concept
from lrtgraph.gazetteer.loading import load, merge, read_list
from lrtgraph.gazetteer.table import CLASS_OF_KIND, COLUMNS, SEPARATOR


def add(path: Path, concepts: Iterable[Concept]) -> tuple[str, ...]:
    """Put concepts into a user's CSV list, which is made where it is not there yet; return the ids that are new in it.

    A concept that the list has already is joined with the added one. Nothing is written where the list, on top of
    the packaged gazetteer, could not be used afterwards.

    Raises GazetteerError where the list or a concept cannot be used.
    """
    if path.suffix.lower() != ".csv":
        raise GazetteerError(f"{path}: names are added to a CSV list; edit a Turtle list with a text editor")
    known = {concept.notation: concept for concept in read_list(path)} if path.exists() else {}
    packaged = load()
    new = []
    for concept in concepts:
        if concept.notation in packaged:
            merge(packaged[concept.notation], concept)
        listed = known.get(concept.notation)
        known[concept.notation] = concept if listed is None else merge(listed, concept)
        if listed is None:
            new.append(concept.notation)
    _write(path, known.values())
    return tuple(new)


def row(concept: Concept) -> dict[str, str]:
    """A concept as a row of a CSV list; what the list has no column for is left out.

    >>> row(Concept("AZC", "instrument", "Facility", "asielzoekerscentrum", ("azc", "AZC")))["aliases"]
    'azc;AZC'
    """
    generic = CLASS_OF_KIND[concept.kind]
    return {
        "id": concept.notation,
        "kind": concept.kind if concept.cls == generic else concept.cls,
        "label": concept.pref_label,
        "aliases": SEPARATOR.join((*concept.alt_labels, *concept.hidden_labels)),
        "broader": SEPARATOR.join(concept.broader),
        "same_as": SEPARATOR.join(concept.exact_match),
    }


def _write(path: Path, concepts: Iterable[Concept]) -> None:
    """Write a list whole or not at all."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(row(concept) for concept in concepts)
    partial = path.with_name(path.name + ".partial")
    try:
        partial.write_text(text.getvalue(), encoding="utf-8")
        os.replace(partial, path)
    except OSError as error:
        raise GazetteerError(f"cannot write the list {path}: {error.strerror}") from error
