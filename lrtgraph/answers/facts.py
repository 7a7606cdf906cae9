"""From a catalogue query's plain rows to the parts that answers share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from lrtgraph import names, queries
from lrtgraph.answers.rows import Evidence
from lrtgraph.sparql import Source, Term
from lrtgraph.vocabulary import concept_iri, local_id, meeting_named

IMPLIED: Final = "stance"
"""The rule of how somebody stands to a subject by what he says: who shares an objection to it objects himself."""


def facts(
    source: Source, query: str, values: Mapping[str, Term], language: str
) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Put a question of the catalogue whose rows are facts that meetings brought forth.

    With each plain row come the fields that all answers about facts share: the words, the meeting with its label and
    day, the evidence, and the fact's IRI.
    """
    rows = list(queries.ask(source, query, values))
    labels = Labels(source, language, meetings=(id_of(row["meeting"]) for row in rows))
    for row in rows:
        meeting = id_of(row["meeting"])
        yield (
            row,
            {
                "text": row["quote"],
                "meeting": meeting,
                "meeting_label": labels.meeting(meeting),
                "date": iso(row["date"]),
                "evidence": (evidence(row), *listed_evidence(row)),
                "fact": row["fact"],
            },
        )


def evidence(row: Mapping[str, Any]) -> Evidence:
    """The evidence in a row's columns document, start, end, quote, line and page."""
    return Evidence(row["document"], row["start"], row["end"], row["quote"], row["line"], row["page"])


def status_evidence(row: Mapping[str, Any]) -> tuple[Evidence, ...]:
    """What proves the status that later minutes give, in columns that begin with `status_`; nothing where none do."""
    return () if row["status"] is None else (_other(row, "status_"),)


def listed_evidence(row: Mapping[str, Any]) -> tuple[Evidence, ...]:
    """The row of a list, or the label, that has a fact again, in columns that begin with `listed_`."""
    return () if row.get("listed_quote") is None else (_other(row, "listed_"),)


def _other(row: Mapping[str, Any], begins: str) -> Evidence:
    """The evidence in a row's columns that begin so."""
    return evidence({name.removeprefix(begins): value for name, value in row.items() if name.startswith(begins)})


def ids(joined: str | None) -> tuple[str, ...]:
    """The ids in a column of IRIs joined by spaces, sorted.

    >>> ids("https://w3id.org/lrtgraph/id/concept/VNG https://w3id.org/lrtgraph/id/concept/IPO")
    ('IPO', 'VNG')
    """
    return tuple(sorted(local_id(iri) for iri in (joined or "").split()))


def id_of(iri: str | None) -> str | None:
    """The id of an IRI of ours; None for none."""
    return None if iri is None else local_id(iri)


class Labels:
    """The labels of concepts and meetings by their ids, fetched together."""

    def __init__(
        self, source: Source, language: str, concepts: Iterable[str | None] = (), meetings: Iterable[str | None] = ()
    ) -> None:
        self._concepts = {notation: concept_iri(notation) for notation in concepts if notation}
        self._meetings = {name: meeting_named(name) for name in meetings if name}
        self._labels = names.labels(source, [*self._concepts.values(), *self._meetings.values()], language)

    def concept(self, notation: str) -> str:
        """The label of a concept that was asked for."""
        return self._labels[self._concepts[notation]]

    def meeting(self, name: str | None) -> str | None:
        """The label of a meeting that was asked for; None for none."""
        return None if name is None else self._labels[self._meetings[name]]


def iso(value: Any) -> str | None:
    """A date as ISO text.

    >>> from datetime import date
    >>> iso(date(2023, 11, 3)), iso(None)
    ('2023-11-03', None)
    """
    return None if value is None else str(value)
