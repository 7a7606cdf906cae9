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
    from lrtgraph.queries import Query


class Graph:
    """A graph that is open for reading.

    Names are given as a person types them (id, label or alias, in any case), dates as ISO text. Every method raises
    UnknownNameError, with near misses, where nothing has a name, and QueryError for a wrong date or choice.
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
        """Release the store."""
        self.store.close()

    # Questions

    def who_owns(
        self, name: str, *, since: str | None = None, until: str | None = None, meeting: str | None = None
    ) -> Rows[Ownership]:
        """Who owns or answers for an instrument, plan or action, in which role; see `answers.ownership.who_owns`."""
        from lrtgraph.answers.ownership import who_owns

        return who_owns(self.store, name, self.language, since=since, until=until, meeting=meeting)

    def owned_by(
        self, actor: str, *, since: str | None = None, until: str | None = None, meeting: str | None = None
    ) -> Rows[Ownership]:
        """What an actor owns or answers for."""
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
        """Who must do what, by when; `open` leaves out what a later outcome follows up."""
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
        """What was decided, approved or adopted, the earliest meeting first."""
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
        """What was said about something, or by an actor; see `answers.positions.positions`."""
        from lrtgraph.answers.positions import positions

        return positions(
            self.store, name, actor=actor, act=act, since=since, until=until, meeting=meeting, language=self.language
        )

    def timeline(
        self, name: str, *, since: str | None = None, until: str | None = None, meeting: str | None = None
    ) -> Rows[Event]:
        """What happened to something or somebody, the earliest meeting first."""
        from lrtgraph.answers.events import timeline

        return timeline(self.store, name, since=since, until=until, meeting=meeting, language=self.language)

    def show(
        self, name: str, *, since: str | None = None, until: str | None = None, meeting: str | None = None
    ) -> Card:
        """The card of an actor, instrument, person, place or meeting."""
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
        """Passages that hold these words in any inflection, the best first."""
        from lrtgraph.answers.searching import search

        return search(self.store, text, limit=limit, since=since, until=until, meeting=meeting)

    def summary(self, meeting: str) -> Rows[Point]:
        """What a meeting settled, asked and promised; named by id, label, date or document."""
        from lrtgraph.answers.events import summary

        return summary(self.store, meeting, language=self.language)

    def compare(self, first: str, second: str) -> Rows[Difference]:
        """What sets two meetings apart."""
        from lrtgraph.answers.comparing import compare

        return compare(self.store, first, second, language=self.language)

    # Queries

    def query(self, question: str, **values: str) -> Table | bool | list[pyoxigraph.Triple]:
        """Put a question of the catalogue by its name, with its parameters, or a SPARQL query of your own.

        A SELECT gives a Table of Python values (IRIs as text), an ASK a truth value, a CONSTRUCT or DESCRIBE triples.
        Raises QueryError for what is not SPARQL, would change the graph or calls another host.
        """
        from lrtgraph import queries
        from lrtgraph.arguments import arguments
        from lrtgraph.errors import QueryError
        from lrtgraph.sparql import check, select, variables, with_prefixes

        if question in queries.names():
            known = queries.load(question)
            return Table(queries.rows(self.store, known, arguments(self.store, known, values)), known.columns)
        if values:
            raise QueryError("only a question of the catalogue takes parameters; `lrtgraph queries` lists them")
        kind = check(question)
        if kind == "select":
            return Table(select(self.store, question), variables(question))
        result: Any = self.store.query(with_prefixes(question))
        return bool(result) if kind == "ask" else sorted(set(result), key=str)

    def queries(self) -> tuple[Query, ...]:
        """The catalogue of questions that `query` takes by name, with their parameters and columns.

        Example: `[each.name for each in graph.queries()]`
        """
        from lrtgraph.queries import catalogue

        return catalogue()

    def status(self) -> Status:
        """The graph in figures: documents, meetings, facts by kind, and where it has gaps.

        Example: `graph.status().facts["statements"]`
        """
        from lrtgraph.inventory import status

        return status(self.store)

    # Other forms

    def network(self, *, since: str | None = None, until: str | None = None) -> networkx.MultiDiGraph[str]:
        """The network of the facts; the same as `to_networkx`."""
        return self.to_networkx(since=since, until=until)

    def to_networkx(self, *, since: str | None = None, until: str | None = None) -> networkx.MultiDiGraph[str]:
        """The facts as a NetworkX graph: directed, weighted, an edge for each kind of relation."""
        from lrtgraph.network import Selection, project, read_facts

        return project(read_facts(self.store), Selection(since=since, until=until))

    def to_rdflib(self) -> rdflib.Dataset:
        """A copy of the graph as an rdflib Dataset, with its named graphs; takes seconds for 100,000 quads."""
        import pyoxigraph
        import rdflib

        data = pyoxigraph.serialize(self.store.quads(), format=pyoxigraph.RdfFormat.N_QUADS)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # rdflib's own parser uses what rdflib deprecates
            dataset = rdflib.Dataset(default_union=True)
            dataset.parse(data=data, format="nquads")
        return dataset

    def export(self, form: str, path: str | os.PathLike[str]) -> int:
        """Write the graph in another form (see `exports.FORMS`); return how many of the form's units were written."""
        from lrtgraph.exports import export

        return export(self.store, form, Path(path))

    def map(
        self, focus: str | None = None, *, hops: int = 1, since: str | None = None, until: str | None = None
    ) -> Map:
        """The map of the graph, or of what is `hops` steps around `focus`; shows itself in a notebook."""
        from lrtgraph.mapview import render
        from lrtgraph.names import resolve
        from lrtgraph.network import Selection, project, read_facts

        facts = read_facts(self.store)
        node = resolve(self.store, focus, self.language).id if focus else None
        graph = project(facts, Selection(since=since, until=until, with_outcomes=True))
        return Map(render(graph, facts, language=self.language, focus=node, hops=hops))


class Map:
    """The HTML of a map: `save` it, or let a notebook show it."""

    def __init__(self, html: str) -> None:
        self.html = html

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the map as one HTML file."""
        Path(path).write_text(self.html, encoding="utf-8")

    def _repr_html_(self) -> str:
        from html import escape

        # The map is a page of its own, with its own security policy: it must not become part of the notebook's.
        return f'<iframe srcdoc="{escape(self.html)}" width="100%" height="640" style="border:0"></iframe>'


def open_graph(where: str | os.PathLike[str] | None = None, language: Literal["nl", "en"] = "nl") -> Graph:
    """Open a graph for reading: a folder or a SPARQL endpoint's address.

    Without `where` it is the one that LRTGRAPH_STORE names, else `lrtgraph.db` in the working directory. `language`
    is that of labels.

    Raises NoStoreError where there is no graph yet, StoreVersionError or StoreError where it cannot be opened.
    """
    return Graph(open_store(os.fspath(where) if where is not None else Settings.default_store()), language)
