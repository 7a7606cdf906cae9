"""The card of one thing: what it is, what it owns, asked and promised, and when it was first and last seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, ClassVar, TypedDict

from pyoxigraph import NamedNode

from lrtgraph import names, queries
from lrtgraph import vocabulary as v
from lrtgraph.answers.attendance import Seat, attendance
from lrtgraph.answers.events import Point, summary
from lrtgraph.answers.ownership import Ownership, owned_by, who_owns
from lrtgraph.answers.positions import Position, positions
from lrtgraph.answers.reading import iso, terms
from lrtgraph.answers.rows import Evidence, Row, Rows, explained
from lrtgraph.answers.settled import Settled, actions
from lrtgraph.errors import InputError, UnknownNameError
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

    columns: ClassVar = ("section", "text", "meeting_label", "evidence")

    section: str
    text: str
    evidence: tuple[Evidence, ...] = ()
    meeting: str | None = explained()
    meeting_label: str | None = explained()


@dataclass(frozen=True, slots=True)
class Card:
    """All that the graph knows of one thing.

    `kind` is its class (Law, Office, Person, Meeting, ...); `first_seen` and `last_seen` are ISO dates: the first
    and the last day on which a meeting whose minutes mention it can have been. `attendance` is who sat where: in a
    meeting, for an actor, or where a person sat. A meeting has its `agenda` and, as `points`, what it settled.
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
    attendance: Rows[Seat] = field(default_factory=lambda: Rows((), Seat))
    agenda: tuple[str, ...] = ()
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
            "positions": self.positions.as_json(explain),
            "first_seen": self.first_seen,
            "last_seen": self.last_seen,
            "mentions": self.mentions,
            "attendance": self.attendance.as_json(explain),
            "agenda": list(self.agenda),
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
    since: str | None = None,
    until: str | None = None,
    meeting: str | None = None,
    language: str = "nl",
    lines: bool = True,
) -> Card:
    """The card of an actor, instrument, person, group, place or meeting.

    With `since` and `until` (ISO dates) or a `meeting` its facts are those of such meetings only. Who needs no `lines`,
    which people read, is spared the look-ups for the names in them.

    Raises UnknownNameError where nothing has this name, QueryError for a wrong date, InputError for a meeting of which
    the card is to be that of another time.
    """
    held: _Held = {"since": since, "until": until, "meeting": meeting}
    if names.is_meeting(source, name):  # before all labels are searched for what comes near to it
        return _meeting_card(source, names.meeting(source, name), language, held, lines)
    try:
        concept = names.resolve(source, name, language)
    except UnknownNameError as unknown:
        try:
            found = names.meeting(source, name)
        except UnknownNameError:
            raise unknown from None
        return _meeting_card(source, found, language, held, lines)
    node = NamedNode(concept.iri)
    kind, aliases, definition = _description(source, node, language)
    first, last, mentions = _seen(source, node)
    seat = "person" if kind == "Person" else "seat"
    times = terms(source, {"since": since, "until": until, "meeting": meeting}, language)
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
        card = replace(
            card,
            owns=owned_by(source, concept.iri, language, **held),
            promised=actions(source, owner=concept.iri, language=language, **held),
            attendance=attendance(source, {seat: node, **times}, language),
        )
    if not lines:
        return card
    said = {notation for row in card.positions for notation in (*row.about, *row.speakers)}
    return replace(card, lines=_rows(_lines(card, _Words(source, language, said, card))))


class _Words:
    """What people call the concepts, acts, kinds and statuses that a card holds by their ids."""

    def __init__(self, source: Source, language: str, concepts: Iterable[str], card: Card) -> None:
        held = {
            *(row.status for row in card.attendance), *(row.kind for row in card.promised),
            *(row.act for row in card.positions), *(row.what for row in card.points),
        }  # fmt: skip
        kind = v.LRT + card.kind
        self.kind = names.labels(source, [kind], language)[kind]
        self._concepts = names.short(source, concepts, language)
        self._terms = names.terms(source, held, language)

    def concepts(self, ids: Iterable[str]) -> str:
        return ", ".join(self._concepts[notation] for notation in ids)

    def term(self, notation: str) -> str:
        return self._terms.get(notation, notation)


def _rows(lines: Iterable[Line]) -> Rows[Line]:
    return Rows(lines, Line)


def _lines(card: Card, words: _Words) -> Iterator[Line]:
    yield Line("name", card.label if card.label == card.id else f"{card.label} ({card.id})")
    yield Line("kind", words.kind)
    if card.definition:
        yield Line("definition", card.definition)
    if others := [alias for alias in card.aliases if alias != card.label]:
        yield Line("also", ", ".join(others))
    if card.mentions:
        times = "once" if card.mentions == 1 else f"{card.mentions} times"
        days = dict.fromkeys((card.first_seen or "?", card.last_seen or "?"))
        yield Line("mentioned", f"{times}, {' to '.join(days)}")
    yield from _sat(card, words)
    for owned in card.owns:
        yield Line(
            "owns",
            f"{owned.instrument_label}: {owned.role}{_known(owned)}",
            owned.evidence,
            owned.meeting,
            owned.meeting_label,
        )
    for owner in card.owners:
        section = "settled" if owner.settled else "owner"
        text = f"{owner.actor_label}: {owner.role}{_known(owner)}"
        yield Line(section, text, owner.evidence, owner.meeting, owner.meeting_label)
    for promise in card.promised:
        deadline = f", {promise.deadline}" if promise.deadline else ""
        text = words.term(promise.kind) + deadline
        yield Line("owes", text, promise.evidence, promise.meeting, promise.meeting_label)
    owed = [proof for promise in card.promised for proof in promise.evidence]
    owed += (proof for owner in card.owners if owner.settled for proof in owner.evidence)
    for said in card.positions:
        if said.act in _TOLD and not (said.act == "zegt_toe" and _is_in(said.evidence, owed)):
            who = said.about if card.id in said.speakers else said.speakers
            yield Line(words.term(said.act), words.concepts(who), said.evidence, said.meeting, said.meeting_label)


def _is_in(words: Iterable[Evidence], others: Iterable[Evidence]) -> bool:
    """Whether some of these words stand among the others."""
    known = list(others)
    return any(
        one.document == other.document and one.start < other.end and other.start < one.end
        for one in words
        for other in known
    )


def _sat(card: Card, words: _Words) -> Iterator[Line]:
    """Who sat for an actor, or where a person sat: how often, and where first and last."""
    found: dict[tuple[str, str], list[Seat]] = {}
    for row in card.attendance:
        other = row.seat_label if row.person == card.id else row.person_label
        found.setdefault((other or "", row.status), []).append(row)
    for (other, status), rows in found.items():
        meetings = list(dict.fromkeys(row.meeting_label or "?" for row in rows))
        where = meetings[0] if len(meetings) == 1 else f"{len(meetings)} meetings, {meetings[0]} to {meetings[-1]}"
        text = f"{other}, {words.term(status)}" if other else words.term(status)
        yield Line("at the table", f"{text}: {where}", rows[0].evidence, rows[0].meeting)


def _known(owned: Ownership) -> str:
    """Where curated knowledge is from, which no document proves."""
    return f" ({owned.source})" if owned.source and not owned.evidence else ""


def _meeting_card(source: Source, meeting: names.Name, language: str, held: _Held, lines: bool) -> Card:
    if any(held.values()):
        raise InputError("a meeting has its own day: ask for its card without another meeting or time")
    node = NamedNode(meeting.iri)
    bounds = select(source, f"SELECT DISTINCT ?first ?last WHERE {{ {node} lrt:earliest ?first ; lrt:latest ?last }}")
    first, last = next(((iso(row["first"]), iso(row["last"])) for row in bounds), (None, None))
    items = queries.ask(source, "agenda", {"meeting": node})
    card = Card(
        id=meeting.id,
        label=meeting.label,
        kind="Meeting",
        first_seen=first,
        last_seen=last,
        attendance=attendance(source, {"meeting": node}, language),
        agenda=tuple(f"{row['number']}. {row['title']}" if row["number"] else row["title"] for row in items),
        points=summary(source, meeting.iri, language=language),
    )
    if not lines:
        return card
    called = {actor for point in card.points for actor in point.actors}
    return replace(card, lines=_rows(_meeting_lines(card, _Words(source, language, called, card))))


def _meeting_lines(card: Card, words: _Words) -> Iterator[Line]:
    yield Line("name", f"{card.label} ({card.id})")
    yield Line("kind", words.kind)
    for item in card.agenda:
        yield Line("agenda", item)
    seated = Counter(f"{row.who}: {words.term(row.status)}" for row in card.attendance)
    for text, times in seated.items():
        yield Line("at the table", f"{text} ({times}×)" if times > 1 else text, meeting=card.id)
    for point in card.points:
        yield Line(words.term(point.what), words.concepts(point.actors), point.evidence, card.id)


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
            f"{{ SELECT DISTINCT ?document WHERE {{ ?mention lrt:concept {node} ; lrt:document ?document }} }} "
            # There are far fewer meetings than mentions: their days are read whole.
            "{ SELECT ?document ?meeting WHERE { ?document lrt:reportsOn ?meeting } } "
            "{ SELECT ?meeting ?latest WHERE { ?meeting lrt:latest ?latest } } "
            "OPTIONAL { SELECT ?meeting ?earliest WHERE { ?meeting lrt:earliest ?earliest } } }",
        )
    )
    return iso(bounds["first"]), iso(bounds["last"]), row["times"]
