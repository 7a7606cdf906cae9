"""The library's graph: what `lrtgraph.open` returns. Its methods are the questions that the commands put."""

from __future__ import annotations

import os
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Self

from lrtgraph.answers.rows import Rows, Table
from lrtgraph.resources import Settings
from lrtgraph.store import Store, open_store

if TYPE_CHECKING:
    import networkx
    import pyoxigraph
    import rdflib

    from lrtgraph.answers.cards import Card
    from lrtgraph.answers.comparing import Difference
    from lrtgraph.answers.events import Event, Point
    from lrtgraph.answers.ownership import Ownership
    from lrtgraph.answers.positions import Position
    from lrtgraph.answers.searching import Hit
    from lrtgraph.answers.settled import Settled
    from lrtgraph.inventory import Status
    from lrtgraph.mapview.writing import Map
    from lrtgraph.queries import Query


class Graph:
    """A graph that is open for reading, as `lrtgraph.open` returns it.

    Names are given as a person types them (id, label or alias, in any case), a meeting also by its date or by the
    file name of its minutes, dates as ISO text ("2022-11-09"). `since` and `until` keep the meetings from and up to a
    day; a meeting of which no day is known counts where it can have been held in that time.

    Questions give `Rows`: a sequence of frozen dataclasses that becomes a data frame (`to_pandas`), shows itself in a
    notebook, and is empty where nothing was found. `text` and `evidence` are the words of the document themselves:
    `start` and `end` count characters of its text from 0, `line` counts from 1. `confidence` is that of the rule
    that read the fact, between 0 and 1, measured on annotated minutes.

    Every method raises UnknownNameError, with near misses in `suggestions`, where nothing has a name, InputError where
    several things have it, QueryError for a wrong date or choice, and StoreError where the store cannot be read.

    The examples below have the minutes of `examples/minutes` in the graph.

    >>> import lrtgraph
    >>> with lrtgraph.open("lrtgraph.db") as graph:
    ...     for owner in graph.who_owns("Spreidingswet")[:2]:
    ...         print(owner.actor_label, "-", owner.role[:12], "-", owner.evidence[0].place)
    staatssecretaris van Justitie en Veiligheid - toezicht, de - 001_b02e470687c8b965.txt:47
    provincies - toezicht, na - 001_b02e470687c8b965.txt:49
    """

    def __init__(self, store: Store, language: str = "nl") -> None:
        self.store = store
        self.language = language

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Graph({self.store.where!r})"

    def close(self) -> None:
        """Release the store; `with` does it by itself."""
        self.store.close()

    # Questions

    def who_owns(
        self, name: str, *, since: str | None = None, until: str | None = None, meeting: str | None = None
    ) -> Rows[Ownership]:
        """Who owns or answers for an instrument, plan or action, each in a role and with its evidence.

        The surest answer comes first: what documents say before what is known from elsewhere (`basis` is "tekst" or
        "kennis", the latter with a `source`), task and supervision before decision, drafting and execution.

        >>> [(owner.actor, owner.role, owner.basis) for owner in graph.who_owns("spreidingswet")][0]
        ('SJenV', 'toezicht, de eerste vier jaar', 'tekst')
        >>> graph.who_owns("Spredingswet")
        Traceback (most recent call last):
            ...
        lrtgraph.errors.UnknownNameError: unknown name 'Spredingswet'; did you mean Spreidingswet or Spreidingswetbonus?
        """
        from lrtgraph.answers.ownership import who_owns

        return who_owns(self.store, name, self.language, since=since, until=until, meeting=meeting)

    def owned_by(
        self, actor: str, *, since: str | None = None, until: str | None = None, meeting: str | None = None
    ) -> Rows[Ownership]:
        """What an actor owns or answers for, in the order of `who_owns`.

        >>> "Spreidingswet" in [row.instrument for row in graph.owned_by("Tweede Kamer")]
        True
        """
        from lrtgraph.answers.ownership import owned_by

        return owned_by(self.store, actor, self.language, since=since, until=until, meeting=meeting)

    def actions(
        self,
        *,
        owner: str | None = None,
        about: str | None = None,
        kind: Literal["actie", "afspraak", "toezegging"] | None = None,
        open: bool = False,
        due_before: str | None = None,
        since: str | None = None,
        until: str | None = None,
        meeting: str | None = None,
    ) -> Rows[Settled]:
        """Who must do what, by when: actions, agreements and commitments, the latest meeting first.

        `owner` is who must do it, `about` what it concerns. `open` leaves out what a later outcome follows up,
        `due_before` (ISO date) keeps what has its deadline before that day, or one in words that was set before it.
        `deadline` is an ISO date where the minutes give one, else their words.

        >>> [(action.owners, action.deadline) for action in graph.actions(owner="SJenV", kind="toezegging")]
        [(('SJenV',), 'volgende week')]
        """
        from lrtgraph.answers.settled import actions

        return actions(
            self.store, owner=owner, about=about, kind=kind, open=open, due_before=due_before, since=since, until=until,
            meeting=meeting, language=self.language,
        )  # fmt: skip

    def decisions(
        self,
        *,
        about: str | None = None,
        owner: str | None = None,
        since: str | None = None,
        until: str | None = None,
        meeting: str | None = None,
    ) -> Rows[Settled]:
        """What was decided, approved or adopted, the earliest meeting first; `owner` is the body that did.

        >>> [decision.text for decision in graph.decisions(meeting="2022-11-09")]
        ['Het verslag van 5 oktober 2022 is vastgesteld.']
        """
        from lrtgraph.answers.settled import decisions

        return decisions(
            self.store, about=about, owner=owner, since=since, until=until, meeting=meeting, language=self.language
        )

    def positions(
        self,
        name: str,
        *,
        actor: str | None = None,
        act: str | None = None,
        since: str | None = None,
        until: str | None = None,
        meeting: str | None = None,
    ) -> Rows[Position]:
        """What was said about `name`, or by it where it is an actor: who supports, requests, asks or objects.

        `act` is one of "informeert", "verzoekt", "stelt_voor", "steunt", "bezwaar", "vraagt", "antwoordt", "zegt_toe".

        >>> sorted({position.speakers for position in graph.positions("taakstelling", act="bezwaar")})[:1]
        [('IPO',)]
        """
        from lrtgraph.answers.positions import positions

        return positions(
            self.store, name, actor=actor, act=act, since=since, until=until, meeting=meeting, language=self.language
        )

    def timeline(
        self, name: str, *, since: str | None = None, until: str | None = None, meeting: str | None = None
    ) -> Rows[Event]:
        """What happened to something or somebody, the earliest meeting first.

        Its outcomes, what was said about it or by it, and who came to answer for it.

        >>> {event.meeting_label for event in graph.timeline("LCSV")}
        {'LRT (2023-04-25 – 2023-06-05)'}
        """
        from lrtgraph.answers.events import timeline

        return timeline(self.store, name, since=since, until=until, meeting=meeting, language=self.language)

    def show(
        self, name: str, *, since: str | None = None, until: str | None = None, meeting: str | None = None
    ) -> Card:
        """The card of an actor, instrument, person, place or meeting: all that is known of it.

        >>> card = graph.show("COA")
        >>> card.label, card.kind, card.mentions > 10
        ('Centraal Orgaan opvang asielzoekers', 'Organisation', True)
        """
        from lrtgraph.answers.cards import show

        return show(self.store, name, since=since, until=until, meeting=meeting, language=self.language)

    def search(
        self,
        text: str,
        *,
        limit: int = 20,
        since: str | None = None,
        until: str | None = None,
        meeting: str | None = None,
    ) -> Rows[Hit]:
        """Passages that hold these words in any inflection, the best first, at most `limit`; the words between « ».

        >>> graph.search("gemeentelijke verdeelsleutels", limit=1)[0].place
        '001_b02e470687c8b965.txt:85'
        """
        from lrtgraph.answers.searching import search

        return search(self.store, text, limit=limit, since=since, until=until, meeting=meeting, language=self.language)

    def summary(self, meeting: str) -> Rows[Point]:
        """What a meeting settled, asked and promised, in the order of its agenda.

        >>> point = graph.summary("2022-11-09")[0]
        >>> point.item, point.what, point.actors
        ('1. Algemeen', 'besluit', ('LRT',))
        """
        from lrtgraph.answers.events import summary

        return summary(self.store, meeting, language=self.language)

    def compare(self, first: str, second: str) -> Rows[Difference]:
        """What sets two meetings apart: outcomes, subjects, positions, people at the table and figures.

        >>> row = graph.compare("2022-11-09", "003_1202948651acc853.txt")[0]
        >>> row.what, row.label, row.first
        ('outcome', 'actie', None)
        """
        from lrtgraph.answers.comparing import compare

        return compare(self.store, first, second, language=self.language)

    # Queries

    def query(self, question: str, **values: str) -> Table | bool | list[pyoxigraph.Triple]:
        """Put a question of the catalogue by its name, with its parameters, or a SPARQL query of your own.

        A SELECT gives a Table of Python values (IRIs as text, dates as `datetime.date`, None where empty), an ASK a
        truth value, a CONSTRUCT or DESCRIBE triples. The prefixes of the ontology are known. Names among the
        parameters are resolved, and every value is bound as a term: no text gets into the query. A question that the
        command line cuts to its newest rows gives all of them here, unless `limit` is among the parameters.

        >>> graph.query("SELECT ?day { ?meeting lrt:date ?day } ORDER BY ?day LIMIT 1")[0]
        {'day': datetime.date(2022, 10, 5)}
        >>> [row["times"] for row in graph.query("who-asks-whom", speaker="VNG", addressee="SJenV")]
        [1]
        >>> graph.query("ASK { ?law a lrt:Law }")
        True

        Raises QueryError for what is not SPARQL, would change the graph or calls another host, and for a parameter
        that is unknown, missing or not of its type.
        """
        from lrtgraph import queries
        from lrtgraph.arguments import arguments
        from lrtgraph.errors import QueryError
        from lrtgraph.sparql import check, select, variables, with_prefixes

        if question in queries.names():
            known = queries.load(question)
            whole = {each.name: "0" for each in known.parameters if each.name == "limit"}
            terms = arguments(self.store, known, whole | values)
            return Table(queries.rows(self.store, known, terms), known.columns)
        if values:
            raise QueryError("only a question of the catalogue takes parameters; `lrtgraph queries` lists them")
        kind = check(question)
        if kind == "select":
            return Table(select(self.store, question), variables(question))
        result: Any = self.store.query(with_prefixes(question))
        return bool(result) if kind == "ask" else sorted(set(result), key=str)

    def queries(self) -> tuple[Query, ...]:
        """The catalogue of questions that `query` takes by name, with their parameters and columns.

        >>> "who-owns" in [each.name for each in graph.queries()]
        True
        """
        from lrtgraph.queries import catalogue

        return catalogue()

    def status(self) -> Status:
        """The graph in figures: documents, meetings, facts by kind, and where it has gaps.

        >>> graph.status().documents, graph.status().without_date
        (3, ('000_f18b6c50bbc24009.txt', '003_1202948651acc853.txt'))
        """
        from lrtgraph.inventory import status

        return status(self.store)

    # Other forms

    def network(self, *, since: str | None = None, until: str | None = None) -> networkx.MultiDiGraph[str]:
        """The network of the facts; the same as `to_networkx`."""
        return self.to_networkx(since=since, until=until)

    def to_networkx(self, *, since: str | None = None, until: str | None = None) -> networkx.MultiDiGraph[str]:
        """The facts as a NetworkX graph: directed, weighted, an edge for each kind of relation.

        Nodes are ids of concepts with `label`, `kind`, `cls`, `iri`, `aliases` and `weight` (how many facts they are
        in); edges have a `kind` ("asks", "owns", ...), a `weight` and the IRIs of their `facts`.

        >>> graph.to_networkx().nodes["VNG"]["label"]
        'Vereniging van Nederlandse Gemeenten'
        """
        from lrtgraph.network import Selection, project, read_facts

        return project(read_facts(self.store), Selection(_day(since), _day(until)))

    def to_rdflib(self) -> rdflib.Dataset:
        """A copy of the graph as an rdflib Dataset, with its named graphs; takes seconds for 100,000 quads.

        >>> from rdflib import RDF, URIRef
        >>> documents = (None, RDF.type, URIRef("https://w3id.org/lrtgraph/def#Document"), None)
        >>> sum(1 for _ in graph.to_rdflib().quads(documents))
        3
        """
        import pyoxigraph
        import rdflib

        data = pyoxigraph.serialize(self.store.quads(), format=pyoxigraph.RdfFormat.N_QUADS)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # rdflib's own parser uses what rdflib deprecates
            dataset = rdflib.Dataset(default_union=True)
            dataset.parse(data=data, format="nquads")
        return dataset

    def export(self, form: str, path: str | os.PathLike[str]) -> int:
        """Write the graph in another form; return how many of the form's units (triples, nodes, facts) were written.

        `form` is ttl, trig, nq, nt, jsonld, rdfxml, graphml, gexf, cytoscape, csv, xlsx or neo4j; `csv` and `neo4j`
        make a folder of files at `path`, the others one file.

        >>> graph.export("ttl", "graph.ttl") > 10_000
        True

        Raises InputError for an unknown form, and for a path that cannot be written.
        """
        from lrtgraph.exports import export

        return export(self.store, form, Path(path))

    def map(
        self, focus: str | None = None, *, hops: int = 1, since: str | None = None, until: str | None = None
    ) -> Map:
        """The map of the graph, or of what is `hops` (1 to 3) steps around `focus`; shows itself in a notebook.

        >>> graph.map("Spreidingswet").save("kaart.html")
        """
        from lrtgraph.mapview import render
        from lrtgraph.mapview.writing import Map
        from lrtgraph.names import resolve
        from lrtgraph.network import Selection, project, read_facts

        selection = Selection(_day(since), _day(until), with_outcomes=True)
        facts = read_facts(self.store)
        node = resolve(self.store, focus, self.language).id if focus else None
        graph = project(facts, selection)
        return Map(render(graph, facts, language=self.language, focus=node, hops=hops))


def _day(value: str | None) -> str | None:
    """An ISO date as it is; raises QueryError for anything else."""
    from lrtgraph.arguments import day

    return day(value).value if value else None


def open_graph(where: str | os.PathLike[str] | None = None, language: Literal["nl", "en"] = "nl") -> Graph:
    """Open a graph for reading: a folder or a SPARQL endpoint's address.

    Without `where` it is the one that LRTGRAPH_STORE names, else `lrtgraph.db` in the working directory. `language`
    is that of labels: Dutch or English. The graph sees what was there when it was opened, whatever is built meanwhile;
    close it, or open it in a `with`.

    >>> with open_graph("lrtgraph.db", language="en") as graph:
    ...     print(graph.show("COA").label)
    Central Agency for the Reception of Asylum Seekers
    >>> open_graph("nowhere.db")
    Traceback (most recent call last):
        ...
    lrtgraph.errors.NoStoreError: there is no graph in nowhere.db yet; run `lrtgraph build DIR` first

    Raises NoStoreError where there is no graph yet, StoreVersionError or StoreError where it cannot be opened.
    """
    return Graph(open_store(os.fspath(where) if where is not None else Settings.default_store()), language)
