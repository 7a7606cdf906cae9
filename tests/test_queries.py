"""Every query of the catalogue, on a small graph made by hand, with the rows it must give in two engines."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
import rdflib
from world import World

from lrtgraph import queries
from lrtgraph.build import Report
from lrtgraph.errors import QueryError
from lrtgraph.queries.arguments import arguments
from lrtgraph.resources import Settings
from lrtgraph.sparql import bind, with_prefixes
from lrtgraph.store import Store, open_store
from lrtgraph.vocabulary import ID, LRT, concept_iri, iri, local_id, meeting_named

FOLDER = Path(__file__).parent / "queries"
CASES = [
    pytest.param(path.stem, case, id=f"{path.stem}-{number}")
    for path in sorted(FOLDER.glob("*.json"))
    for number, case in enumerate(json.loads(path.read_text(encoding="utf-8")))
]
HEADER = """#+ summary: {nl: Vraag, en: Question}
#+ description: What it is for.
#+ tags: [proef]
#+ parameters:
#+   actor: {type: concept, example: VNG, description: an actor}
#+ columns: [fact]
"""
BODY = "SELECT ?fact WHERE {\n  #@bind actor\n  ?fact lrt:owner ?actor }"


@pytest.fixture(scope="module")
def world() -> World:
    return World()


@pytest.fixture(scope="module")
def in_rdflib(world: World) -> rdflib.Graph:
    graph = rdflib.Graph()
    triples = {quad.triple for quad in world.store}
    graph.parse(data=ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES), format="nt")
    return graph


def plain(value: Any) -> Any:
    """A value in the form of the expected rows: ids, ISO dates, numbers."""
    if isinstance(value, list):
        return sorted(plain(part) for part in value)
    if isinstance(value, rdflib.term.Node):
        return plain(value.toPython() if isinstance(value, rdflib.Literal) else str(value))
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, date):
        return value.isoformat()
    return local_id(value) if isinstance(value, str) else value


def filled(row: dict[str, Any], lists: tuple[str, ...]) -> dict[str, Any]:
    for column in lists:
        if not isinstance(row[column], list):
            row[column] = str(row[column] or "").split()
    values = {name: plain(value) for name, value in row.items()}
    return {name: value for name, value in values.items() if value not in (None, "", [])}


@pytest.mark.parametrize(("name", "case"), CASES)
def test_a_query_gives_the_expected_rows(world: World, name: str, case: dict[str, Any]) -> None:
    query = queries.load(name)
    found = queries.rows(world, query, arguments(world, query, case["given"]))

    assert [filled(row, query.lists) for row in found] == case["rows"]


@pytest.mark.parametrize(("name", "case"), CASES)
def test_rdflib_gives_the_same_rows(world: World, in_rdflib: rdflib.Graph, name: str, case: dict[str, Any]) -> None:
    query = queries.load(name)
    text = bind(query.text, arguments(world, query, case["given"]))
    result = in_rdflib.query(with_prefixes(text))
    found = [filled({column: row[column] for column in query.columns}, query.lists) for row in result]  # type: ignore[call-overload,index]

    assert _sorted(found) == _sorted(case["rows"])


def _sorted(rows: list[dict[str, Any]]) -> list[str]:
    return sorted(json.dumps(row, sort_keys=True, ensure_ascii=False) for row in rows)


def test_nobody_can_tell_whether_what_has_no_subject_came_back() -> None:
    world = World()
    promise, about = ox.NamedNode(ID + "fact/d1-o4"), ox.NamedNode(LRT + "about")
    for quad in list(world.store.quads_for_pattern(promise, about, None)):
        world.store.remove(quad)
    query = queries.load("commitments")
    row = next(queries.rows(world, query, arguments(world, query, {"owner": "SJenV"})))

    assert (row["abouts"], row["last_mentioned"], row["came_back"]) == ([], None, None)


def test_what_is_due_at_the_next_meeting_is_overdue_after_it() -> None:
    world = World()
    promise, on = ox.NamedNode(ID + "fact/d1-o4"), ox.NamedNode(LRT + "onOutcome")
    for quad in list(world.store.quads_for_pattern(None, on, promise)):
        world.store.remove(quad)
    query = queries.load("overdue-actions")

    def due(words: str, day: str) -> list[tuple[str, str]]:
        text = ox.NamedNode(LRT + "deadlineText")
        for quad in list(world.store.quads_for_pattern(promise, text, None)):
            world.store.remove(quad)
            world.store.add(ox.Quad(promise, text, ox.Literal(words), quad.graph_name))
        rows = queries.rows(world, query, arguments(world, query, {"day": day, "owner": "SJenV"}))
        return [(row["deadline"].isoformat(), row["deadline_text"]) for row in rows]

    assert due("volgende vergadering", "2024-03-14") == [("2024-03-13", "volgende vergadering")]
    assert due("de volgende LRT", "2024-06-01") == [("2024-03-13", "de volgende LRT")]
    assert due("volgende vergadering", "2024-03-13") == []
    assert due("de volgende PRT", "2024-06-01") == []
    assert due("volgende week", "2024-06-01") == []


@pytest.fixture(scope="module")
def undated() -> World:
    """The same world, where nothing bounds the last meeting."""
    world = World()
    undate(world, "3333333333333333")
    return world


def undate(world: World, meeting: str) -> None:
    for bound in ("date", "earliest", "latest"):
        for quad in list(
            world.store.quads_for_pattern(ox.NamedNode(meeting_named(meeting)), ox.NamedNode(LRT + bound), None)
        ):
            world.store.remove(quad)


@pytest.mark.parametrize(("name", "case"), [case for case in CASES if str(case.id).endswith("-0")])
def test_rdflib_gives_the_same_rows_of_a_meeting_that_nothing_bounds(
    undated: World, name: str, case: dict[str, Any]
) -> None:
    query = queries.load(name)
    given = arguments(undated, query, case["given"])
    found = [filled(row, query.lists) for row in queries.rows(undated, query, given)]
    graph = rdflib.Graph()
    graph.parse(data=ox.serialize({quad.triple for quad in undated.store}, format=ox.RdfFormat.N_TRIPLES), format="nt")
    result = graph.query(with_prefixes(bind(query.text, given)))
    others = [filled({column: row[column] for column in query.columns}, query.lists) for row in result]  # type: ignore[call-overload,index]

    assert _sorted(others) == _sorted(found)


def test_a_meeting_that_nothing_bounds_takes_no_days_away(undated: World) -> None:
    rows = queries.rows(undated, queries.load("first-and-last-mentions"))

    assert [(plain(row["instrument"]), plain(row["first"]), plain(row["last"]), row["meetings"]) for row in rows] == [
        ("HAR", "2024-01-10", "2024-01-10", 2),
        ("Spreidingswet", "2024-01-10", "2024-03-13", 2),
    ]


@pytest.mark.parametrize(
    ("name", "given"), [("timeline", {"concept": "VNG"}), ("decisions", {}), ("positions", {}), ("agenda", {})]
)
def test_what_nothing_dates_is_none_of_the_newest(name: str, given: dict[str, str]) -> None:
    """Rows in the order of time begin with it, so that a command which cuts to its last rows leaves it out first."""
    world = World()
    undate(world, "lrt-2024-01-10")
    query = queries.load(name)
    held = [local_id(row["meeting"]) for row in queries.rows(world, query, arguments(world, query, given))]

    assert held[0] == "lrt-2024-01-10"
    assert "lrt-2024-01-10" not in held[held.count("lrt-2024-01-10") :]
    assert len(set(held)) > 1


def test_a_place_counts_with_its_municipality() -> None:
    world = World()
    town = ox.NamedNode(ID + "gemeente/Ter_Apel")
    for fact, part in (("d1-s1", "addressee"), ("d2-o6", "partner")):
        world.store.add(ox.Quad(ox.NamedNode(ID + "fact/" + fact), ox.NamedNode(LRT + part), town))
    world.store.add(ox.Quad(town, ox.NamedNode(iri("rdf:type")), ox.NamedNode(LRT + "Organisation")))
    rows = list(queries.rows(world, queries.load("places")))

    assert [(local_id(row["place"]), row["facts"], row["meetings"]) for row in rows] == [("place:Ter_Apel", 4, 2)]


def promise(name: str, row: dict[str, Any], start: int, end: int, about: str) -> str:
    """An update that adds a statement in which the doer of an outcome promises it, in these words of its document."""
    return with_prefixes(f"""INSERT DATA {{ GRAPH <{ID}graph/d1> {{
      <{ID}fact/{name}> a lrt:Statement ; lrt:act <{ID}act/zegt_toe> ; lrt:speaker <{row["actors"][0]}> ;
        lrt:about <{about}> ; lrt:document <{ID}fact/d1> ; lrt:meeting <{row["meeting"]}> ;
        lrt:evidence <{ID}fact/{name}-e> .
      <{ID}fact/{name}-e> oa:hasSource <{ID}fact/d1> ; oa:hasSelector <{ID}fact/{name}-s> .
      <{ID}fact/{name}-s> oa:start {start} ; oa:end {end} ; oa:exact "zegt toe" }} }}""")


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("meeting-summary", {"meeting": "lrt-2024-01-10"}),
        ("timeline", {"concept": "Spreidingswet"}),
        ("timeline", {"concept": "SJenV"}),
    ],
)
def test_a_promise_that_is_an_outcome_too_is_told_once(name: str, given: dict[str, str]) -> None:
    world = World()
    query = queries.load(name)
    values = arguments(world, query, given)

    def told() -> list[str]:
        return sorted(row["fact"] for row in queries.rows(world, query, values))

    before = told()
    outcome, *_ = [row for row in queries.rows(world, query, values) if row["what"] == "toezegging"]
    about = concept_iri("Spreidingswet")

    world.store.update(promise("again", outcome, outcome["start"], outcome["end"], about))
    assert told() == before

    world.store.update(promise("elsewhere", outcome, 900, 910, about))
    assert told() == sorted([*before, f"{ID}fact/elsewhere"])


def test_a_promise_about_something_else_than_the_outcome_stays_in_the_timeline_of_that() -> None:
    world = World()
    query = queries.load("timeline")
    outcome, *_ = [
        row
        for row in queries.rows(world, query, arguments(world, query, {"concept": "SJenV"}))
        if row["what"] == "toezegging"
    ]
    world.store.update(promise("again", outcome, outcome["start"], outcome["end"], concept_iri("BAK_OEK")))
    told = queries.rows(world, query, arguments(world, query, {"concept": "BAK_OEK"}))

    assert f"{ID}fact/again" in {row["fact"] for row in told}


def test_every_query_and_every_parameter_is_tested() -> None:
    tested: dict[str, set[str]] = {}
    for param in CASES:
        name, case = param.values
        tested.setdefault(str(name), set()).update(case["given"])

    assert set(queries.names()) == set(tested)
    for query in queries.catalogue():
        assert {parameter.name for parameter in query.parameters} == tested[query.name], query.name


PROOF = (
    "?evidence oa:hasSource ?source ;",
    "oa:hasSelector [ oa:start ?start ; oa:end ?end ] , [ oa:exact ?quote ] .",
    "OPTIONAL { ?source rdfs:label ?document }",
    "OPTIONAL { ?evidence lrt:line ?line }",
    "OPTIONAL { ?evidence lrt:page ?page }",
)
"""What finds the place of a fact's proof, the same in each query that lists facts; plain SPARQL knows no includes."""
OTHERWISE = {"evidence", "what-owns", "who-owns"}
"""The queries in which a proof must have a line, or need not be there at all."""


def test_the_place_of_a_proof_is_found_by_the_same_lines() -> None:
    place = {"document", "line", "page", "start", "end", "quote"}
    listing = [query for query in queries.catalogue() if place <= set(query.columns) and query.name not in OTHERWISE]
    assert listing
    for query in listing:
        assert set(PROOF) <= {line.strip() for line in query.text.splitlines()}, query.name


def test_what_came_of_an_outcome_is_found_by_the_same_lines() -> None:
    found = {
        query.text.partition("?report lrt:onOutcome/lrt:carriesOn* ?fact ;")[2].partition("AS ?status)")[0]
        for query in queries.catalogue()
        if {"status", "status_quote"} <= set(query.columns)
    }
    assert len(found) == 1


def test_every_query_finds_something() -> None:
    found = {str(param.values[0]) for param in CASES if param.values[1]["rows"]}

    assert found == set(queries.names())


def test_there_are_enough_questions_and_their_names_are_kebab_case() -> None:
    names = queries.names()

    assert len(names) >= 35
    assert all(name == name.lower() and "_" not in name and " " not in name for name in names)


def test_a_hostile_value_stays_a_value(world: World) -> None:
    hostile = ox.Literal('x> } } DROP ALL ; SELECT * { ?s ?p "')
    before = len(world.store)
    text = bind(BODY, {"actor": hostile})

    assert list(world.query(with_prefixes(text))) == []
    assert len(world.store) == before


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (BODY, "header"),
        ("#+ summary: [\n" + BODY, "not YAML"),
        ("#+ - a\n" + BODY, "missing"),
        (HEADER.replace("#+ tags: [proef]\n", "") + BODY, "lacks tags"),
        (HEADER.replace("tags: [proef]", "tags: []") + BODY, "needs a summary"),
        (HEADER + "#+ mood: good\n" + BODY, "unknown keys: mood"),
        (HEADER.replace("type: concept", "type: banana") + BODY, "unknown type banana"),
        (HEADER.replace("type: concept, ", "") + BODY, "not right"),
        (HEADER.replace("actor: {", "owner: {") + BODY, "differ: actor, owner"),
        (HEADER.replace("[fact]", "[facts]") + BODY, "columns are fact"),
        (HEADER.replace(", en: Question", "") + BODY, "needs a summary"),
        (HEADER + "#+ lists: [owners]\n" + BODY, "lists names"),
        (HEADER + "#+ explain: [rule]\n" + BODY, "explain names"),
        (HEADER + BODY.replace("}", ""), "not SPARQL"),
    ],
)
def test_a_wrong_header_is_an_error(text: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        queries.parse("proef", text)


def test_a_right_header_is_read() -> None:
    query = queries.parse("proef", HEADER + BODY)

    assert (query.summary["nl"], query.tags, query.columns) == ("Vraag", ("proef",), ("fact",))
    assert query.parameters[0].type == "concept"


@pytest.mark.parametrize("name", ["", "../pyproject", "no-such-query", "who-owns.rq"])
def test_an_unknown_query_is_an_error(name: str) -> None:
    with pytest.raises(QueryError, match="no query"):
        queries.load(name)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"actor": "VNG"}, "has no parameter actor; it takes day, owner"),
        ({}, "needs day"),
        ({"day": "1 juni"}, "no date"),
        ({"day": "2024-02-30"}, "no date"),
    ],
)
def test_a_wrong_parameter_is_an_error(world: World, given: dict[str, str], message: str) -> None:
    with pytest.raises(QueryError, match=message):
        arguments(world, queries.load("overdue-actions"), given)


@pytest.mark.parametrize(
    ("query", "given", "message"),
    [
        ("positions", {"act": "roept"}, "act is one of"),
        ("outcomes", {"kind": "besluiten"}, "kind is one of"),
        ("uncertain-facts", {"below": "veel"}, "must be a number"),
        ("evidence", {"fact": "x> } DROP"}, "must be an IRI"),
    ],
)
def test_a_value_of_the_wrong_type_is_an_error(world: World, query: str, given: dict[str, str], message: str) -> None:
    with pytest.raises(QueryError, match=message):
        arguments(world, queries.load(query), given)


@pytest.mark.parametrize(
    ("query", "given", "member"),
    [
        ("attendance", {"status": "aanwezig"}, "present"),
        ("attendance", {"status": "Absent"}, "absent"),
        ("positions", {"act": "maakt bezwaar"}, "bezwaar"),
        ("positions", {"act": "zegt toe"}, "zegt_toe"),
        ("positions", {"act": "objects"}, "bezwaar"),
        ("targets", {"status": "doel"}, "target"),
    ],
)
def test_a_choice_is_typed_as_rows_call_it(gold_store: Store, query: str, given: dict[str, str], member: str) -> None:
    terms = arguments(gold_store, queries.load(query), given)

    assert local_id(terms[next(iter(given))].value).rpartition("/")[2] == member


# What three minutes cannot hold: three dated or undated meetings that do not come back to one another.
FIND_NOTHING = {
    "changed-position": "no actor changes its position between the three meetings",
    "deputies": "nobody is deputised for",
    "documents-without-speakers": "every document has speakers",
    "follow-ups": "no outcome comes back to an earlier one",
    "outcomes-without-owner": "every outcome has an owner",
    "overdue-actions": "no deadline is a date",
    "questions-unanswered": "every question has an answer",
    "target-changes": "no figure changes between the meetings",
}


def test_every_example_finds_something_in_the_example_minutes(example_build: tuple[Settings, Report]) -> None:
    nothing = set()
    with open_store(example_build[0].store) as store:
        for query in queries.catalogue():
            needed = {each.name: each.example for each in query.parameters if each.required}
            calls = {query.name: needed} | {
                f"{query.name} {each.name}": needed | {each.name: each.example} for each in query.parameters
            }
            for call, given in calls.items():
                if not any(queries.rows(store, query, arguments(store, query, given))):
                    nothing.add(call if query.name not in FIND_NOTHING else query.name)

    assert nothing == set(FIND_NOTHING)


def test_a_question_that_its_answer_tells_of_is_answered(gold_store: Store) -> None:
    told = list(
        queries.ask(gold_store, "questions-answered", {"meeting": ox.NamedNode(meeting_named("lrt-2022-11-09"))})
    )

    assert [(local_id(row["speaker"]), local_id(row["answered_by"]), row["question_quote"]) for row in told] == [
        ("IPO", "SJenV", "vragen van IPO")
    ]
    assert "geeft na vragen van IPO aan" in told[0]["answer_quote"]


@pytest.mark.parametrize("name", queries.names())
def test_a_query_file_runs_in_any_tool_as_it_is(name: str) -> None:
    assert isinstance(ox.Store().query(queries.text(name)), ox.QuerySolutions)
