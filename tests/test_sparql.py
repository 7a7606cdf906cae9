"""Queries from outside are held against the engine's own grammar; values are bound as terms."""

from __future__ import annotations

import socket
import threading
from datetime import date

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lrtgraph.errors import QueryError
from lrtgraph.sparql import ALL, bind, check, marks, value, variables, with_prefixes

REFUSED = [
    "SELECT * { SERVICE <http://127.0.0.1:{port}/> { ?s ?p ?o } }",
    "SELECT * { service silent ?where { ?s ?p ?o } }",
    "ASK { { SELECT * { OPTIONAL { sErViCe <http://127.0.0.1:{port}/> { ?s ?p ?o } } } } }",
    # The keyword inside what a lexer would take for an IRI, for a comment, for a prefixed name.
    "SELECT * { ?a ?b ?c FILTER(1<2)SERVICE#>\n<http://127.0.0.1:{port}/> { ?d ?e ?f } }",
    "PREFIX SERVICEx: <http://127.0.0.1:{port}/> SELECT * { ?a ?b ?c . SERVICEx:y { ?d ?e ?f } }",
    "SELECT * { ?a ?b ?c \\u0053ERVICE <http://127.0.0.1:{port}/> { ?d ?e ?f } }",
    'SELECT * { ?a ?b "\\u0022 } SERVICE <http://127.0.0.1:{port}/> { ?a ?b \\u0022" }',
]
ALLOWED = [
    ("SELECT ?service { ?service ?p 'SERVICE <http://x/> { }' } # SERVICE", "select"),
    ("PREFIX service: <http://x/service#> ASK { ?s service:service <http://x/SERVICE> }", "ask"),
    ("CONSTRUCT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }", "graph"),
    ("DESCRIBE <http://x/y>", "graph"),
    ("SELECT * { ?s lrt:owner ?o FILTER(?o<?s) }", "select"),
]
UPDATES = [
    "INSERT DATA { <http://a/a> <http://a/b> <http://a/c> }",
    "PREFIX a: <http://a/> # why\n DROP ALL",
    "DELETE WHERE { ?s ?p ?o }",
    "LOAD <http://127.0.0.1/x>",
    "WITH <http://a/> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
]


@pytest.mark.parametrize("query", REFUSED)
def test_a_call_to_another_host_is_refused_and_not_made(query: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        called = threading.Event()

        def listen() -> None:
            try:
                connection, _ = server.accept()
            except TimeoutError:
                return
            called.set()
            connection.close()

        thread = threading.Thread(target=listen)
        thread.start()
        with pytest.raises(QueryError):
            check(query.replace("{port}", str(server.getsockname()[1])))
        thread.join()

    assert not called.is_set()


@pytest.mark.parametrize("query", REFUSED[:6])
def test_the_refusal_says_why(query: str) -> None:
    with pytest.raises(QueryError, match="another host"):
        check(query.replace("{port}", "1"))


@pytest.mark.parametrize(("query", "form"), ALLOWED)
def test_the_word_may_stand_where_it_is_no_keyword(query: str, form: str) -> None:
    assert check(query) == form


@pytest.mark.parametrize("query", UPDATES)
def test_an_update_is_refused(query: str) -> None:
    with pytest.raises(QueryError, match="would change the graph"):
        check(query)


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("", "the query is empty"),
        ("SELECT ?s\nWHERE { ?s ?p }", "line 2, column 16"),
        ("SELECT * { ?s foo:bar ?o }", "a prefix is not declared .*these need no declaration: act, "),
        ("ASK {} ; DROP ALL", "not SPARQL"),
    ],
)
def test_a_mistake_is_placed(query: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        check(query)


def test_marks_and_variables() -> None:
    text = "SELECT ?a ?b WHERE {\n  #@bind a\n  #@bind c    ?a ?b ?c .\n  ?a ?b ?d }"

    assert marks(text) == {"a", "c"}
    assert variables(text) == ("a", "b")
    with pytest.raises(QueryError, match="no SELECT"):
        variables("ASK { ?s ?p ?o }")


def test_what_has_no_value_stays_a_comment_and_what_has_one_counts() -> None:
    text = "SELECT * WHERE {\n  #@bind c    ?a ?b ?c .\n}"

    assert bind(text, {}) == text
    assert "VALUES ?c { <http://x/> <http://y/> }    ?a ?b ?c ." in bind(
        text, {"c": [ox.NamedNode("http://x/"), ox.NamedNode("http://y/")]}
    )
    with pytest.raises(QueryError, match="no parameter d"):
        bind(text, {"d": ox.Literal("x")})


@given(st.text(max_size=60).filter(lambda text: not any("\ud800" <= c <= "\udfff" for c in text)))
def test_any_text_bound_as_a_value_comes_back_as_that_value(text: str) -> None:
    query = bind("SELECT ?x WHERE {\n#@bind x\n}", {"x": ox.Literal(text)})
    found = list(ox.Store().query(query))  # type: ignore[arg-type]

    assert [row["x"].value for row in found] == [text]


def test_terms_as_python_values() -> None:
    xsd = "http://www.w3.org/2001/XMLSchema#"
    day = ox.Literal("2024-02-29", datatype=ox.NamedNode(xsd + "date"))
    wrong = ox.Literal("2024-02-30", datatype=ox.NamedNode(xsd + "date"))

    assert value(day) == date(2024, 2, 29)
    assert value(wrong) == "2024-02-30"
    assert value(ox.Literal(True)) is True
    assert value(ox.Literal("1.50", datatype=ox.NamedNode(xsd + "decimal"))) == 1.5
    assert value(ox.Literal("x", language="nl")) == "x"
    assert value(None) is None


def test_prefixes_of_the_vocabulary_need_no_declaration_and_own_ones_win() -> None:
    store = ox.Store()
    store.add(ox.Quad(ox.NamedNode("http://x/s"), ox.NamedNode("http://mine/p"), ox.Literal("o")))

    assert store.query(with_prefixes("PREFIX lrt: <http://mine/> ASK { ?s lrt:p ?o }"))
    assert not store.query(with_prefixes("ASK { ?s lrt:p ?o }"))
    assert check("ASK { ?s lrt:act act:steunt ; lrt:speaker concept:VNG }")


@pytest.mark.parametrize("clause", ["FROM <http://a/b>", "from named <http://a/b>"])
def test_a_dataset_of_its_own_is_refused(clause: str) -> None:
    with pytest.raises(QueryError, match="FROM"):
        check(f"SELECT * {clause} WHERE {{ ?s ?p ?o }}")


@pytest.mark.parametrize("text", ["?from ?p 'FROM here'", "<http://a/from> ?p ?o # from", "?s ?p <http://a/FROM>"])
def test_from_may_be_any_other_word(text: str) -> None:
    assert check(f"SELECT * WHERE {{ {text}\n }}") == "select"


def test_a_limit_takes_its_order_along_and_without_a_number_of_rows_all_come() -> None:
    text = "SELECT ?n WHERE {\n  VALUES ?n { 1 2 3 }\n}\n#@limit most    ORDER BY DESC(?n)"

    def numbers(given: dict[str, ox.Literal]) -> list[int]:
        found = ox.Store().query(bind(text, given))
        assert isinstance(found, ox.QuerySolutions)
        return [value(row["n"]) for row in found]

    assert marks(text) == {"most"}
    assert bind(text, {}) == bind(text, {"most": ox.Literal(0)}) == text.replace(text.splitlines()[-1], f"LIMIT {ALL}")
    assert numbers({"most": ox.Literal(2)}) == [3, 2]
    assert sorted(numbers({})) == [1, 2, 3]


@pytest.mark.parametrize("most", ["-1", "", "2 } DROP ALL", "1.5"])
def test_a_limit_that_is_no_number_of_rows_is_an_error(most: str) -> None:
    with pytest.raises(QueryError, match="most must be a number of rows"):
        bind("SELECT ?n WHERE { }\n#@limit most", {"most": ox.Literal(most)})
