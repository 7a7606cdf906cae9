"""The library's graph: what `lrtgraph.open` returns.

questions  its methods that put the daily questions, as the commands do
forms      its methods that give the graph in another form: a network, rdflib, a file, a map
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Literal, Self

from lrtgraph.answers.rows import Table
from lrtgraph.graph.forms import Forms
from lrtgraph.graph.questions import Questions
from lrtgraph.resources import Settings
from lrtgraph.sparql import Day
from lrtgraph.store import Store, open_store

if TYPE_CHECKING:
    import pyoxigraph

    from lrtgraph.answers.inventory import Status
    from lrtgraph.queries import Query


class Graph(Questions, Forms):
    """A graph that is open for reading, as `lrtgraph.open` returns it.

    Names are given as a person types them (id, label or alias, in any case), a meeting also by its date or by the
    file name of its minutes, dates as `datetime.date` or as ISO text ("2022-11-09"). `since` and `until` keep the
    meetings from and up to a day; a meeting of which no day is known counts where it can have been held in that time.

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

    def query(self, question: str, **values: Day) -> Table | bool | list[pyoxigraph.Triple]:
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
        from lrtgraph.errors import QueryError
        from lrtgraph.queries.arguments import arguments
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
        from lrtgraph.answers.inventory import status

        return status(self.store)


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
