"""The card of one thing: what it is, what it owns, asked and promised, and when it was first and last seen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, ClassVar, TypedDict

from pyoxigraph import NamedNode

from lrtgraph import names, queries
from lrtgraph import vocabulary as v
from lrtgraph.answers.events import summary
from lrtgraph.answers.ownership import Ownership, owned_by, who_owns
from lrtgraph.answers.positions import Position, positions
from lrtgraph.answers.reading import iso
from lrtgraph.answers.rows import Evidence, Row, Rows, explained
from lrtgraph.answers.settled import Settled, actions
from lrtgraph.errors import UnknownNameError
from lrtgraph.sparql import Source, select

if TYPE_CHECKING:
    import pandas

_GENERAL = frozenset({"Actor", "Instrument", "Fact"})
_TOLD = frozenset({"verzoekt", "vraagt", "steunt", "bezwaar", "stelt_voor", "zegt_toe"})


class _Held(TypedDict):
    since: str | None
    until: str | None
    meeting: str | None


@dataclass(frozen=True, slots=True)
class Line(Row):
    """One line of a card: the section it stands in, its text, and the evidence where it states a fact."""

    columns: ClassVar = ("section", "text", "evidence")

    section: str
    text: str
    evidence: tuple[Evidence, ...] = ()
    meeting: str | None = explained()


@dataclass(frozen=True, slots=True)
class Card:
    """All that the graph knows of one thing.

    `kind` is its class (Law, Office, Person, Meeting, ...); `first_seen` and `last_seen` are ISO dates: the first
    and the last day on which a meeting whose minutes mention it can have been.
    """

    id: str
    label: str
    kind: str
    aliases: tuple[str, ...] = ()
    definition: str | None = None
    owners: Rows[Ownership] = field(default_factory=lambda: Rows((), Ownership))
    owns: Rows[Ownership] = field(default_factory=lambda: Rows((), Ownership))
    promised: Rows[Settled] = field(default_factory=lambda: Rows((), Settled))
    positions: Rows[Position] = field(default_factory=lambda: Rows((), Position))
    first_seen: str | None = None
    last_seen: str | None = None
    mentions: int = 0
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
            "positions": self.positions.as_json(explain),
            "first_seen": self.first_seen,
            "last_seen": self.last_seen,
            "mentions": self.mentions,
        }

    def to_pandas(self) -> pandas.DataFrame:
        """The lines of the card as a data frame; needs pandas (`pip install lrtgraph[pandas]`)."""
        return self.lines.to_pandas()

    def _repr_html_(self) -> str:
        return self.lines._repr_html_()


def show(
    source: Source,
    name: str,
    *,
    since: str | None = None,
    until: str | None = None,
    meeting: str | None = None,
    language: str = "nl",
) -> Card:
    """The card of an actor, instrument, person, group, place or meeting.

    With `since` and `until` (ISO dates) or a `meeting` its facts are those of such meetings only.

    Raises UnknownNameError where nothing has this name, QueryError for a wrong date.
    """
    held: _Held = {"since": since, "until": until, "meeting": meeting}
    if names.is_meeting(source, name):  # before all labels are searched for what comes near to it
        return _meeting_card(source, names.meeting(source, name), language)
    try:
        concept = names.resolve(source, name, language)
    except UnknownNameError as unknown:
        try:
            found = names.meeting(source, name)
        except UnknownNameError:
            raise unknown from None
        return _meeting_card(source, found, language)
    node = NamedNode(concept.iri)
    kind, aliases, definition = _description(source, node, language)
    first, last, mentions = _seen(source, node)
    card = Card(
        id=concept.id,
        label=concept.label,
        kind=kind,
        aliases=aliases,
        definition=definition,
        owners=who_owns(source, concept.iri, language, **held),
        positions=positions(source, concept.iri, language=language, **held),
        first_seen=first,
        last_seen=last,
        mentions=mentions,
    )
    if names.is_actor(source, concept.iri):
        owns = owned_by(source, concept.iri, language, **held)
        card = replace(card, owns=owns, promised=actions(source, owner=concept.iri, language=language, **held))
    called = names.short(
        source, {notation for said in card.positions for notation in (*said.about, *said.speakers)}, language
    )
    kind_label = names.labels(source, [v.LRT + card.kind], language)[v.LRT + card.kind]
    return replace(card, lines=Rows(_lines(card, kind_label, called), Line))


def _lines(card: Card, kind_label: str, called: Mapping[str, str]) -> Iterator[Line]:
    yield Line("naam", f"{card.label} ({card.id})")
    yield Line("soort", kind_label)
    if card.definition:
        yield Line("omschrijving", card.definition)
    if card.aliases:
        yield Line("ook", ", ".join(card.aliases))
    if card.mentions:
        yield Line("genoemd", f"{card.mentions} keer, van {card.first_seen or '?'} tot {card.last_seen or '?'}")
    for owned in card.owns:
        yield Line("gaat over", f"{owned.instrument_label}: {owned.role}{_known(owned)}", owned.evidence, owned.meeting)
    for owner in card.owners:
        section = "vastgelegd" if owner.settled else "gaat erover"
        yield Line(section, f"{owner.actor_label}: {owner.role}{_known(owner)}", owner.evidence, owner.meeting)
    for promise in card.promised:
        deadline = f", {promise.deadline}" if promise.deadline else ""
        yield Line("moet", promise.kind + deadline, promise.evidence, promise.meeting)
    for said in card.positions:
        if said.act in _TOLD:
            who = said.about if card.id in said.speakers else said.speakers
            yield Line(said.act.replace("_", " "), ", ".join(called[each] for each in who), said.evidence, said.meeting)


def _known(owned: Ownership) -> str:
    """Where curated knowledge is from, which no document proves."""
    return f" (kennis: {owned.source})" if owned.source and not owned.evidence else ""


def _meeting_card(source: Source, meeting: names.Name, language: str) -> Card:
    bounds = select(
        source,
        f"SELECT DISTINCT ?first ?last WHERE {{ {NamedNode(meeting.iri)} lrt:earliest ?first ; lrt:latest ?last }}",
    )
    first, last = next(((iso(row["first"]), iso(row["last"])) for row in bounds), (None, None))
    lines = Rows(_meeting_lines(source, meeting, language), Line)
    return Card(meeting.id, meeting.label, "Meeting", first_seen=first, last_seen=last, lines=lines)


def _meeting_lines(source: Source, meeting: names.Name, language: str) -> Iterator[Line]:
    node = NamedNode(meeting.iri)
    yield Line("naam", f"{meeting.label} ({meeting.id})")
    for row in queries.ask(source, "agenda", {"meeting": node}):
        yield Line("agenda", f"{row['number']}. {row['title']}" if row["number"] else row["title"])
    attendance = list(queries.ask(source, "attendance", {"meeting": node}))
    there = {row[part] for row in attendance for part in ("seat", "person", "status") if row[part]}
    named = names.labels(source, there, language)
    for row in attendance:
        who = ", ".join(named[row[part]] for part in ("seat", "person") if row[part])
        yield Line("aanwezigheid", f"{who}: {named[row['status']]}")
    points = summary(source, meeting.id, language=language)
    called = names.short(source, {actor for point in points for actor in point.actors}, language)
    for point in points:
        yield Line(point.what, ", ".join(called[actor] for actor in point.actors), point.evidence)


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


def _seen(source: Source, node: NamedNode) -> tuple[str | None, str | None, int]:
    """The first and last day on which minutes mention it, and how often they do."""
    row = next(
        select(
            source,
            "SELECT (COUNT(DISTINCT ?mention) AS ?times) WHERE { ?mention lrt:concept " + f"{node} }}",
        )
    )
    bounds = next(
        select(
            source,
            "SELECT (MIN(?earliest) AS ?first) (MAX(?latest) AS ?last) WHERE { "
            f"?mention lrt:concept {node} ; lrt:document/lrt:reportsOn ?meeting . "
            "?meeting lrt:latest ?latest OPTIONAL { ?meeting lrt:earliest ?earliest } }",
        )
    )
    return iso(bounds["first"]), iso(bounds["last"]), row["times"]
