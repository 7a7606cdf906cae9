"""Users' own lists: adding a name, and taking over a list that somebody else made."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from lrtgraph.errors import GazetteerError
from lrtgraph.files import written_whole
from lrtgraph.gazetteer.concepts import Concept, passing
from lrtgraph.gazetteer.loading import load, merge, on_top, read_list
from lrtgraph.gazetteer.table import CLASS_OF_KIND, COLUMNS, SEPARATOR


@dataclass(frozen=True, slots=True)
class Change:
    """What adding a list did to a concept, the user's own or one that lost a name to it; `details` in words."""

    notation: str
    kind: Literal["new", "changed", "unchanged"]
    details: tuple[str, ...] = ()


def add(path: Path, concepts: Iterable[Concept]) -> tuple[Change, ...]:
    """Put concepts into a user's CSV list, which is made where it is not there yet; return what that changed.

    A concept that the list has already is joined with the added one. Nothing is written where the list, on top of
    the packaged gazetteer, could not be used afterwards.

    Raises GazetteerError where the list or a concept cannot be used.
    """
    if path.suffix.lower() != ".csv":
        raise GazetteerError(f"{path}: names are added to a CSV list; edit a Turtle list with a text editor")
    added = list(concepts)
    known = {concept.notation: concept for concept in read_list(path)} if path.exists() else {}
    packaged = load().concepts
    before = on_top(packaged, known.values())
    unread = passing() - known.keys()
    for concept in added:
        listed = known.get(concept.notation)
        known[concept.notation] = concept if listed is None else merge(listed, concept)
    after = on_top(packaged, known.values())
    _write(path, known.values())
    return tuple(_changes(before, after, {concept.notation: known[concept.notation] for concept in added}, unread))


def _changes(
    before: Mapping[str, Concept], after: Mapping[str, Concept], listed: Mapping[str, Concept], unread: Set[str]
) -> Iterator[Change]:
    """What became of the concepts that a list has, then what other concepts lost to them; documents were not read for
    those in `unread`."""
    for notation, own in listed.items():
        was, now = before.get(notation), after[notation]
        kind: Literal["new", "changed", "unchanged"] = (
            "new" if was is None else "unchanged" if was == now and notation not in unread else "changed"
        )
        ids = [name for name in _names(now) if name != notation and name in after]
        still = tuple(f"'{name}' still asks for {name}, whose id it is" for name in ids)
        read = ("looked for in documents from now on",) if notation in unread else ()
        yield Change(notation, kind, (*read, *_details(was, now, own), *still))
    for notation, concept in after.items():
        if notation not in listed and concept != before[notation]:
            yield Change(notation, "changed", tuple(_details(before[notation], concept, concept)))


def _details(before: Concept | None, after: Concept, own: Concept) -> Iterator[str]:
    """In words what is other than it was, and names that the concept does not get since they are another's."""
    if before is not None:
        if after.pref_label != before.pref_label:
            yield f"now called '{after.pref_label}', and '{before.pref_label}' as well"
        if after.cls != before.cls:
            yield f"now of class {after.cls}, was {before.cls}"
        names = [name for name in _names(after) if name not in _names(before) and name != after.pref_label]
        if names:
            yield f"also called {_quoted(names)}"
        if lost := [name for name in _names(before) if name not in _names(after)]:
            yield f"no longer called {_quoted(lost)}"
        if more := [
            end for end in (*after.broader, *after.exact_match) if end not in (*before.broader, *before.exact_match)
        ]:
            yield f"linked to {', '.join(more)}"
    if refused := [name for name in _names(own) if name not in _names(after)]:
        yield f"not called {_quoted(refused)}, the preferred name of another"


def _names(concept: Concept) -> tuple[str, ...]:
    return (concept.pref_label, *concept.alt_labels, *concept.hidden_labels)


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f"'{name}'" for name in names)


def row(concept: Concept) -> dict[str, str]:
    """A concept as a row of a CSV list; what the list has no column for is left out.

    Of a class that is called like another kind the kind is kept: the municipalities are an actor, and no target group.

    >>> row(Concept("AZC", "instrument", "Facility", "asielzoekerscentrum", ("azc", "AZC")))["aliases"]
    'azc;AZC'
    """
    generic = CLASS_OF_KIND[concept.kind]
    return {
        "id": concept.notation,
        "kind": concept.kind if concept.cls == generic or concept.cls.lower() in CLASS_OF_KIND else concept.cls,
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
    try:
        with written_whole(path) as part:
            part.write_text(text.getvalue(), encoding="utf-8")
    except OSError as error:
        raise GazetteerError(f"cannot write the list {path}: {error.strerror}") from error
