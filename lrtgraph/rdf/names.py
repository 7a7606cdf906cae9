"""The nodes of persons, places and units that no gazetteer lists, and what meetings are called."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final, Protocol

from lrtgraph import vocabulary as v
from lrtgraph.rdf.written import Term, clean, dutch, node, string, term
from lrtgraph.records import Meeting


class GazetteerLike(Protocol):
    """What is needed of a gazetteer: which notations it lists."""

    @property
    def concepts(self) -> Mapping[str, Any]:
        """What it lists, by notation."""


_TYPE: Final = term("rdf:type")
_CLASSES: Final[Mapping[str, tuple[str, ...]]] = {
    "person": (v.PERSON, v.ACTOR),
    "gemeente": (v.ORGANISATION, v.ACTOR),
    "provincie": (v.ORGANISATION, v.ACTOR),
    "place": (v.PLACE,),
}


def name_triples(notation: str, *, is_body: bool = False) -> Iterator[tuple[Term, Term]]:
    """What holds of the node of a person, municipality, province or place that is no concept of the gazetteer.

    `notation` is such as `person:Van_den_Brink` or `gemeente:Westerwolde`; other notations get a label only, and the
    class of a body where it is one that met.
    """
    kind, colon, name = notation.partition(":")
    label = clean((name if colon else kind).replace("_", " "))
    classes = _CLASSES.get(kind, ()) if colon else (v.BODY, v.ACTOR) if is_body else ()
    if kind in ("gemeente", "provincie"):
        label = f"{kind} {label}"
    for cls in classes:
        yield _TYPE, node(cls)
    yield term("skos:prefLabel"), dutch(label)
    yield term("skos:notation"), string(notation)


def is_common(notation: str) -> bool:
    """Whether a notation that no gazetteer lists is a common noun, with a name behind it or without, and no name.

    >>> is_common("secretariaat"), is_common("werkgroep_Techniek"), is_common("Meetbureau"), is_common("person:Bos")
    (True, True, False, False)
    """
    return notation[:1].islower() and ":" not in notation


def unit_triples(notation: str, name: str, table: str) -> Iterator[tuple[Term, Term]]:
    """What holds of the node of a unit that a noun names: it acts, and is that of a table.

    In: the unit's id, `LRT.secretariaat`, its name, and what to call its table.
    """
    label = clean(name.replace("_", " "))
    yield _TYPE, node(v.ACTOR)
    yield term("skos:prefLabel"), dutch(f"{label} ({clean(table.replace('_', ' '))})")
    yield term("skos:altLabel"), dutch(label)
    yield term("skos:notation"), string(notation)


def meeting_label(meeting: Meeting, body: str | None) -> str:
    """What to call a meeting: its body and date, or the bounds of its date."""
    if meeting.date or not (meeting.earliest or meeting.latest):
        when = meeting.date or ""
    else:
        when = f"({meeting.earliest or '…'} – {meeting.latest or '…'})"
    return " ".join(part for part in (body, when) if part)
