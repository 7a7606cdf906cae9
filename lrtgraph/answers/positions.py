"""Who supports, requests, asks or objects, about what, towards whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from pyoxigraph import NamedNode

from lrtgraph import names
from lrtgraph.answers.facts import facts, id_of, ids
from lrtgraph.answers.rows import Evidence, Row, Rows, explained
from lrtgraph.queries.arguments import terms
from lrtgraph.sparql import Day, Source, with_prefixes


@dataclass(frozen=True, slots=True)
class Position(Row):
    """One attributed contribution: its speakers, their act, what it is about and to whom it was said (ids).

    `under`: what it is said under without being about that: a law, where somebody is against a fine.
    """

    columns: ClassVar = ("speakers", "act", "about", "under", "addressees", "meeting_label", "evidence")

    speakers: tuple[str, ...]
    act: str
    about: tuple[str, ...]
    under: tuple[str, ...]
    addressees: tuple[str, ...]
    text: str
    meeting: str | None
    date: str | None
    evidence: tuple[Evidence, ...]
    confidence: float | None = explained()
    rule: str | None = explained()
    meeting_label: str | None = None
    fact: str | None = explained()


def positions(
    source: Source,
    name: str,
    *,
    actor: str | None = None,
    act: str | None = None,
    since: Day | None = None,
    until: Day | None = None,
    meeting: str | None = None,
    language: str = "nl",
) -> Rows[Position]:
    """What was said about an instrument, group or place, the earliest meeting first.

    The name of an actor, without another `actor`, asks for what that actor said, and so does the bare name of a place
    that acts: "Ede" is the municipality then, and "place:Ede" the place. Of an actor that never speaks there is what
    others said about it. `act` is one of informeert, verzoekt, stelt_voor, steunt, bezwaar, vraagt, antwoordt,
    zegt_toe; `since` and `until` are ISO dates.

    Raises UnknownNameError for a name that nothing has, QueryError for a wrong date or act.
    """
    concept, acts = names.with_administration(source, name, language)
    concept = acts if acts and actor is None else concept
    values = terms(source, {"actor": actor, "act": act, "since": since, "until": until, "meeting": meeting}, language)
    speaks = actor is None and names.is_actor(source, concept.iri) and not only_spoken_of(source, concept.iri)
    values["actor" if speaks else "about"] = NamedNode(concept.iri)
    return Rows(
        (
            Position(
                speakers=ids(row["speakers"]),
                act=id_of(row["act"]) or "",
                about=ids(row["abouts"]),
                under=ids(row["unders"]),
                addressees=ids(row["addressees"]),
                confidence=row["confidence"],
                rule=row["rule"],
                **shared,
            )
            for row, shared in facts(source, "positions", values, language)
        ),
        Position,
    )


def only_spoken_of(source: Source, iri: str) -> bool:
    """Whether things are said about a concept, and nothing by it."""
    said, about = (f"ASK {{ ?fact lrt:act ?act ; lrt:{way} <{iri}> }}" for way in ("speaker", "about"))
    return not source.query(with_prefixes(said)) and bool(source.query(with_prefixes(about)))
