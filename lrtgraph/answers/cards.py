"""The card of one thing: what it is, what it owns, asked and promised, and when it was first and last seen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypedDict

from pyoxigraph import NamedNode

from lrtgraph import names, queries
from lrtgraph import vocabulary as v
from lrtgraph.answers.attendance import Seat, attendance
from lrtgraph.answers.card_lines import Line, card_lines
from lrtgraph.answers.events import Point, minutes_of, papers_of, summary
from lrtgraph.answers.facts import iso
from lrtgraph.answers.figures import Figure, figures
from lrtgraph.answers.outcomes import Settled, actions, decisions
from lrtgraph.answers.ownership import Ownership, owned_by, who_owns
from lrtgraph.answers.positions import Position, positions
from lrtgraph.answers.rows import Rows
from lrtgraph.errors import InputError, UnknownNameError
from lrtgraph.queries.arguments import terms
from lrtgraph.sparql import Day, Source, select

if TYPE_CHECKING:
    import pandas

_Days = tuple[str | None, str | None, str | None]
_GENERAL = frozenset({"Actor", "Instrument", "Fact"})


class _Held(TypedDict):
    since: Day | None
    until: Day | None
    meeting: str | None


@dataclass(frozen=True, slots=True)
class Card:
    """All that the graph knows of one thing.

    `kind` is its class (Law, Office, Person, Meeting, ...); an actor's `promised` is what it must do, `owed` what
    others must do with or for it; `figures` are what is counted or aimed at about it; `first_seen` and `last_seen`
    are ISO dates: the first and the last day on which a meeting whose minutes mention it can have been; `seen` are
    the days of the first and the last of these meetings, as people read them: "(2023-07-10 – 2023-09-25)" where
    only bounds are known. `attendance` is who sat where: in a meeting, for an actor, or where a person sat. A
    meeting has its `agenda`, the file names of its minutes as `documents`, those of an agenda and the like, with
    their kind, as `papers`, and as `points` what it settled.
    """

    id: str
    label: str
    kind: str
    aliases: tuple[str, ...] = ()
    definition: str | None = None
    owners: Rows[Ownership] = field(default_factory=lambda: Rows((), Ownership))
    owns: Rows[Ownership] = field(default_factory=lambda: Rows((), Ownership))
    promised: Rows[Settled] = field(default_factory=lambda: Rows((), Settled))
    owed: Rows[Settled] = field(default_factory=lambda: Rows((), Settled))
    decided: Rows[Settled] = field(default_factory=lambda: Rows((), Settled))
    positions: Rows[Position] = field(default_factory=lambda: Rows((), Position))
    figures: Rows[Figure] = field(default_factory=lambda: Rows((), Figure))
    first_seen: str | None = None
    last_seen: str | None = None
    seen: tuple[str, ...] = ()
    mentions: int = 0
    attendance: Rows[Seat] = field(default_factory=lambda: Rows((), Seat))
    agenda: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    papers: tuple[tuple[str, str], ...] = ()
    points: Rows[Point] = field(default_factory=lambda: Rows((), Point))
    lines: Rows[Line] = field(default_factory=lambda: Rows((), Line))

    def as_json(self, explain: bool = False) -> dict[str, Any]:
        """The card as plain values."""
        return {
            "id": self.id,
            "label": self.label,
            "kind": self.kind,
            "aliases": list(self.aliases),
            "definition": self.definition,
            "owners": self.owners.as_json(explain),
            "owns": self.owns.as_json(explain),
            "promised": self.promised.as_json(explain),
            "owed": self.owed.as_json(explain),
            "decided": self.decided.as_json(explain),
            "positions": self.positions.as_json(explain),
            "figures": self.figures.as_json(explain),
            "first_seen": self.first_seen,
            "last_seen": self.last_seen,
            "mentions": self.mentions,
            "attendance": self.attendance.as_json(explain),
            "agenda": list(self.agenda),
            "documents": list(self.documents),
            "papers": [{"document": name, "kind": kind} for name, kind in self.papers],
            "points": self.points.as_json(explain),
        }

    def to_pandas(self) -> pandas.DataFrame:
        """The lines of the card as a data frame; see `Rows.to_pandas`."""
        return self.lines.to_pandas()

    def _repr_html_(self) -> str:
        return self.lines._repr_html_()


def show(
    source: Source,
    name: str,
    *,
    since: Day | None = None,
    until: Day | None = None,
    meeting: str | None = None,
    language: str = "nl",
    lines: bool = True,
    most: int = 0,
) -> Card:
    """The card of an actor, instrument, person, group, place or meeting.

    The card of a place that acts, by its bare name, is that of its administration with what was said about the place.
    With `since` and `until` (ISO dates) or a `meeting` its facts are those of such meetings only. Who needs no `lines`,
    which people read, is spared the look-ups for the names in them; `most` is how many of them a section of what can be
    many may have, 0 for all.

    Raises UnknownNameError where nothing has this name, QueryError for a wrong date, InputError for a meeting of which
    the card is to be that of another time.
    """
    held: _Held = {"since": since, "until": until, "meeting": meeting}
    found, is_meeting = _meant(source, name, language)
    card = (_meeting_card if is_meeting else _thing_card)(source, found, language, held)
    if not is_meeting and ":" not in name and (acts := names.administration(source, found.id)):
        own = names.resolve(source, acts, language)
        seen = [day for iri in (own.iri, found.iri) for day in _mentioning(source, NamedNode(iri))]
        card = _with_place(_thing_card(source, own, language, held), card, _first_and_last(seen))
    return replace(card, lines=card_lines(source, card, language, 0 if is_meeting else most)) if lines else card


def _meant(source: Source, name: str, language: str) -> tuple[names.Name, bool]:
    """What a name means, and whether that is a meeting."""
    if names.is_meeting(source, name):  # before all labels are searched for what comes near to it
        return names.meeting(source, name), True
    try:
        return names.resolve(source, name, language), False
    except UnknownNameError as unknown:
        try:
            return names.meeting(source, name), True
        except UnknownNameError as other:
            begun = any(names.normal(each).startswith(names.normal(name)) for each in other.suggestions)
            raise (other if begun or (other.suggestions and not unknown.suggestions) else unknown) from None


def _thing_card(source: Source, concept: names.Name, language: str, held: _Held) -> Card:
    node = NamedNode(concept.iri)
    kind, aliases, definition = _description(source, node, language)
    mentions, meetings = _mentions(source, node), _mentioning(source, node)
    times = terms(source, {"since": held["since"], "until": held["until"], "meeting": held["meeting"]}, language)
    card = Card(
        id=concept.id,
        label=concept.label,
        kind=kind,
        aliases=aliases,
        definition=definition,
        owners=who_owns(source, concept.iri, language, **held),
        positions=positions(source, concept.iri, language=language, **held),
        figures=figures(source, {"about": node, **times}, language),
        first_seen=min((begin for begin, _, _ in meetings if begin), default=None),
        last_seen=max((end for _, end, _ in meetings if end), default=None),
        seen=_first_and_last(meetings),
        mentions=mentions,
    )
    if not names.is_actor(source, concept.iri):
        return card
    seat = "person" if kind == "Person" else "seat"
    return replace(
        card,
        owns=owned_by(source, concept.iri, language, **held),
        promised=actions(source, owner=concept.iri, language=language, **held),
        owed=actions(source, partner=concept.iri, language=language, **held),
        decided=decisions(source, owner=concept.iri, language=language, **held),
        attendance=attendance(source, {seat: node, **times}, language),
    )


def _with_place(acts: Card, place: Card, seen: tuple[str, ...]) -> Card:
    """The card of an administration with what was said and counted about its place, which people call by its name."""
    return replace(
        acts,
        positions=Rows(sorted(dict.fromkeys((*acts.positions, *place.positions)), key=_told), Position),
        figures=Rows(sorted(dict.fromkeys((*acts.figures, *place.figures)), key=_told), Figure),
        first_seen=min(filter(None, (acts.first_seen, place.first_seen)), default=None),
        last_seen=max(filter(None, (acts.last_seen, place.last_seen)), default=None),
        seen=seen,
        mentions=acts.mentions + place.mentions,
    )


def _told(row: Position | Figure) -> tuple[str, str, int]:
    proof = row.evidence[0]
    return row.date or "", proof.document, proof.start


def _meeting_card(source: Source, meeting: names.Name, language: str, held: _Held) -> Card:
    if any(held.values()):
        raise InputError("a meeting has its own day: ask for its card without another meeting or time")
    node = NamedNode(meeting.iri)
    bounds = select(source, f"SELECT DISTINCT ?first ?last WHERE {{ {node} lrt:earliest ?first ; lrt:latest ?last }}")
    first, last = next(((iso(row["first"]), iso(row["last"])) for row in bounds), (None, None))
    items = queries.ask(source, "agenda", {"meeting": node})
    return Card(
        id=meeting.id,
        label=meeting.label,
        kind="Meeting",
        first_seen=first,
        last_seen=last,
        attendance=attendance(source, {"meeting": node}, language),
        documents=minutes_of(source, meeting.iri),
        papers=papers_of(source, meeting.iri),
        agenda=tuple(f"{row['number']}. {row['title']}" if row["number"] else row["title"] for row in items),
        points=summary(source, meeting.iri, language=language),
    )


def _description(source: Source, node: NamedNode, language: str) -> tuple[str, tuple[str, ...], str | None]:
    """A concept's class, aliases and definition."""
    kinds: set[str] = set()
    aliases: set[str] = set()
    definitions: dict[str, str] = {}
    rows = select(
        source,
        "SELECT DISTINCT ?property ?value (LANG(?value) AS ?language) WHERE { "
        f"VALUES ?property {{ rdf:type skos:altLabel skos:definition }} {node} ?property ?value }}",
    )
    for row in rows:
        if row["property"] == v.iri("rdf:type"):
            kinds |= {v.local_id(row["value"])} if row["value"].startswith(v.LRT) else set()
        elif row["property"] == v.iri("skos:definition"):
            definitions[row["language"]] = row["value"]
        elif row["language"] in (language, "nl", ""):
            aliases.add(row["value"])
    kind = min(kinds - _GENERAL, default=min(kinds, default="Concept"))
    return kind, tuple(sorted(aliases)), definitions.get(language) or definitions.get("nl")


def _mentions(source: Source, node: NamedNode) -> int:
    """How often minutes mention it."""
    asked = f"SELECT (COUNT(DISTINCT ?mention) AS ?times) WHERE {{ ?mention lrt:concept {node} }}"
    times: int = next(select(source, asked))["times"]
    return times


def _mentioning(source: Source, node: NamedNode) -> list[_Days]:
    """Of the meetings whose minutes mention it the first and the last day they can have been, and the day if known."""
    rows = select(
        source,
        "SELECT DISTINCT ?earliest ?latest ?date WHERE { "
        f"{{ SELECT DISTINCT ?document WHERE {{ ?mention lrt:concept {node} ; lrt:document ?document }} }} "
        # There are far fewer meetings than mentions: their days are read whole.
        "{ SELECT ?document ?meeting WHERE { ?document lrt:reportsOn ?meeting } } "
        "OPTIONAL { SELECT ?meeting ?latest WHERE { ?meeting lrt:latest ?latest } } "
        "OPTIONAL { SELECT ?meeting ?earliest WHERE { ?meeting lrt:earliest ?earliest } } "
        "OPTIONAL { SELECT ?meeting ?date WHERE { ?meeting lrt:date ?date } } }",
    )
    return [(iso(row["earliest"]), iso(row["latest"]), iso(row["date"])) for row in rows]


def _first_and_last(meetings: Iterable[_Days]) -> tuple[str, ...]:
    """The days of the first and the last meeting, or the bounds of what is not known."""
    known = [
        (str(begin or end), str(end or begin), day or f"({begin or '…'} – {end or '…'})")
        for begin, end, day in meetings
        if begin or end
    ]
    if not known:
        return ()
    last = max(known, key=lambda each: (each[1], each[0]))
    return tuple(dict.fromkeys((min(known)[2], last[2])))
