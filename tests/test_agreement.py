"""A question gives the same rows in the same order as a command, as a query of the catalogue and in the library."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from commands import Run

import lrtgraph
from lrtgraph.answers.rows import plain
from lrtgraph.build import Report
from lrtgraph.resources import Settings
from lrtgraph.sparql import select
from lrtgraph.vocabulary import local_id

# The fields of a row that stand in the query's columns under another name; ids stand there as IRIs.
NAMES = {"text": "quote", "about": "abouts"}
SHARED = {"fact", "text", "date", "meeting", "kind", "act", "what", "role", "owners", "partners", "about", "speakers",
          "addressees", "actors", "confidence", "rule"}  # fmt: skip


Asked = Callable[..., list[dict[str, Any]]]


@pytest.fixture
def graph(example_build: tuple[Settings, Report]) -> lrtgraph.Graph:
    return lrtgraph.open(example_build[0].store)


@pytest.fixture
def asked(example_build: tuple[Settings, Report], command: Run, monkeypatch: pytest.MonkeyPatch) -> Asked:
    """The rows of a command, with all that it knows of them."""
    monkeypatch.setenv("LRTGRAPH_STORE", example_build[0].store)
    return lambda *arguments: command(*arguments, "--format", "json", "--explain").rows


def short(value: Any) -> Any:
    """A value of a query's row as an answer has it: ids for IRIs, sorted lists, days as text."""
    if isinstance(value, list):
        return sorted(local_id(part) for part in value)
    if isinstance(value, str) and value.startswith("http"):
        return local_id(value)
    return value if value is None or isinstance(value, str | int | float) else str(value)


def shared(row: Mapping[str, Any]) -> dict[str, Any]:
    """What an answer's row and a query's row both say, in one form."""
    found = {name: row[name] for name in SHARED & row.keys()}
    found |= {name: row[column] for name, column in NAMES.items() if column in row}
    return {name: short(value) for name, value in found.items()}


def agree(asked: list[dict[str, Any]], told: Any, queried: Any) -> None:
    """Hold the rows of a command, of the library and of a query against each other."""
    assert asked == plain(told, explain=True)
    of_query = [shared(row) for row in queried]
    of_answer = [{name: value for name, value in shared(row).items() if name in of_query[0]} for row in asked]
    assert of_answer == [{name: row[name] for name in of_answer[0]} for row in of_query]
    assert {"fact", "text"} <= of_answer[0].keys()


@pytest.mark.parametrize(
    "given",
    [{}, {"owner": "SJenV"}, {"partner": "IPO"}, {"about": "gemeenten"}, {"kind": "afspraak"},
     {"meeting": "lrt-2022-11-09"}, {"since": "2023-01-01"}, {"until": "2023-01-01"}, {"due_before": "2024-12-31"}],
)  # fmt: skip
def test_actions(graph: lrtgraph.Graph, asked: Asked, given: dict[str, str]) -> None:
    options = [part for name, value in given.items() for part in (f"--{name.replace('_', '-')}", value)]
    told: Any = graph.actions(**given)  # type: ignore[arg-type]

    agree(asked("actions", *options), told, graph.query("actions", **given))


def test_what_is_open(graph: lrtgraph.Graph, asked: Asked) -> None:
    agree(asked("actions", "--open"), graph.actions(open=True), graph.query("actions", open="ja"))


@pytest.mark.parametrize("given", [{}, {"about": "CNO"}, {"owner": "LRT"}, {"since": "2023-01-01"}])
def test_decisions(graph: lrtgraph.Graph, asked: Asked, given: dict[str, str]) -> None:
    options = [part for name, value in given.items() for part in (f"--{name}", value)]

    agree(asked("decisions", *options), graph.decisions(**given), graph.query("decisions", **given))


def subjects(graph: lrtgraph.Graph, pattern: str) -> list[str]:
    """The ids of what a pattern finds, sorted."""
    return sorted({local_id(row["it"]) for row in select(graph.store, f"SELECT DISTINCT ?it WHERE {{ {pattern} }}")})


def test_positions_on_every_subject_and_of_every_actor(graph: lrtgraph.Graph, asked: Asked) -> None:
    instruments = subjects(graph, "?s lrt:about ?it ; lrt:speaker ?who . ?it a lrt:Instrument")
    speakers = subjects(graph, "?s lrt:speaker ?it")

    assert len(instruments) > 10
    assert len(speakers) > 10
    for name, parameter in [*((each, "about") for each in instruments), *((each, "actor") for each in speakers)]:
        queried = graph.query("positions", **{parameter: name})
        agree(asked("positions", name), graph.positions(name), queried)


def test_timelines_of_every_instrument(graph: lrtgraph.Graph, asked: Asked) -> None:
    for name in subjects(graph, "?s lrt:about|lrt:instrument ?it ; lrt:meeting ?m . ?it a lrt:Instrument"):
        agree(asked("timeline", name), graph.timeline(name), graph.query("timeline", concept=name))


def test_the_summary_of_every_meeting(graph: lrtgraph.Graph, asked: Asked) -> None:
    for name in subjects(graph, "?report lrt:reportsOn ?it"):
        agree(asked("summary", name), graph.summary(name), graph.query("meeting-summary", meeting=name))


def test_the_owners_of_every_instrument(graph: lrtgraph.Graph, asked: Asked) -> None:
    owned = subjects(graph, "?r lrt:instrument ?it")
    assert len(owned) > 10
    for name in owned:
        told: Any = graph.who_owns(name)
        queried: Any = graph.query("who-owns", instrument=name)

        assert asked("who-owns", name) == plain(told, explain=True)
        # The command also tells who must do what meetings settled about it, says what is proved twice once, and puts
        # who has handed it over behind the others.
        stated = {(row.actor, row.role, row.basis): row.ended for row in told if not row.settled}
        rows = dict.fromkeys(tuple(local_id(row[column]) for column in ("actor", "role", "basis")) for row in queried)
        assert stated.keys() == rows.keys()
        assert [row for row, ended in stated.items() if not ended] == [row for row in rows if not stated[row]]


def test_what_every_actor_owns(graph: lrtgraph.Graph) -> None:
    for name in subjects(graph, "?r lrt:actor ?it"):
        queried: Any = graph.query("what-owns", actor=name)

        assert [row.fact for row in graph.owned_by(name)] == [row["fact"] for row in queried]


def test_the_vocabulary_is_all_that_documents_and_derived_edges_use(graph: lrtgraph.Graph) -> None:
    told = {row["term"]: row["times"] for row in graph.query("vocabulary-used", counted="ja")}
    counted: Any = graph.query(
        """SELECT ?property (COUNT(*) AS ?times) WHERE {
             { SELECT DISTINCT ?subject ?property ?object WHERE { ?subject ?property ?object } } }
           GROUP BY ?property"""
    )
    of_documents: Any = graph.query(
        """SELECT DISTINCT ?property WHERE { GRAPH ?graph { ?subject ?property ?object }
             FILTER(?graph != <https://w3id.org/lrtgraph/id/graph/ontology>) }"""
    )
    times = {row["property"]: row["times"] for row in counted}

    assert {row["property"]: times[row["property"]] for row in of_documents}.items() <= told.items()
    assert {row["term"] for row in graph.query("vocabulary-used")} == told.keys()
