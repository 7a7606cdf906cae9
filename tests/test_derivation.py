"""The short edges: each rule on a graph of its own, and mending that gives what making anew gives."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import pyoxigraph as ox
import pytest
import yaml
from graphs import gold_records
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lrtgraph import gazetteer, rdf
from lrtgraph import vocabulary as v
from lrtgraph.derivation import Rule, changed, derive, rules, with_edges
from lrtgraph.records import Document, Meeting, Outcome, Record, Span
from lrtgraph.store import Store, open_store

NAMES = gazetteer.load()
# Rule → the edges that its graph in tests/derive/ must give: all of them, with the facts that each follows from.
CASES: dict[str, set[tuple[str, str, str, frozenset[str]]]] = {
    "owns": {
        ("rijk", "owns", "wet", frozenset("fg")),
    },
    "owns-by-law": {
        ("gem", "owns", "wet", frozenset("f")),
    },
    "supports": {
        ("ipo", "supports", "wet", frozenset("f")),
        ("vng", "supports", "wet", frozenset("f")),
    },
    "objects-to": {
        ("vng", "objectsTo", "plan", frozenset("f")),
        ("vng", "objectsTo", "wet", frozenset("f")),
    },
    "asks": {
        ("vng", "asks", "rijk", frozenset("fg")),
    },
    "committed-to-outcome": {
        ("rijk", "committedTo", "plan", frozenset("f")),
        ("vng", "committedTo", "wet", frozenset("g")),
    },
    "committed-to-statement": {
        ("rijk", "committedTo", "plan", frozenset("f")),
    },
    "decided-on": {
        ("lrt", "decidedOn", "wet", frozenset("f")),
    },
    "attended-for": {
        ("jan", "attendedFor", "vng", frozenset("f")),
    },
    "deputises-for": {
        ("jan", "deputisesFor", "an", frozenset("fg")),
    },
    "meeting-follows-up": {
        ("m", "followsUp", "n", frozenset("d")),
    },
    "outcome-follows-up": {
        ("b", "followsUp", "a", frozenset("ab")),
        ("c", "followsUp", "a", frozenset("ac")),
        ("e", "followsUp", "c", frozenset("ce")),
    },
}


def test_every_rule_has_a_case() -> None:
    assert {rule.name for rule in rules()} == CASES.keys()


@pytest.mark.parametrize("name", CASES)
def test_a_rule_finds_its_edges_and_says_from_which_facts(name: str) -> None:
    (rule,) = (rule for rule in rules() if rule.name == name)
    store = ox.Store()
    data = Path(__file__).parent / "derive" / f"{name}.ttl"
    store.load(path=str(data), format=ox.RdfFormat.TURTLE, to_graph=ox.NamedNode("urn:g"))
    triples = list(store.query(rule.construct, use_default_graph_as_union=True))

    def said(node: object, what: str) -> frozenset[str]:
        predicate = v.iri(what)
        return frozenset(t.object.value for t in triples if t.subject == node and t.predicate.value == predicate)

    found: dict[tuple[str, ...], frozenset[str]] = {}
    for node in {t.subject for t in triples if isinstance(t.subject, ox.BlankNode)}:
        assert said(node, "lrt:rule") == {name}
        parts = [next(iter(said(node, f"rdf:{part}"))) for part in ("subject", "predicate", "object")]
        key = tuple(part.removeprefix("urn:x:").removeprefix(v.LRT) for part in parts)
        facts = frozenset(fact.removeprefix("urn:x:") for fact in said(node, "lrt:derivedFrom"))
        found[key] = found.get(key, frozenset()) | facts
    assert {(*key, facts) for key, facts in found.items()} == CASES[name]
    plain = {
        (t.subject.value, t.predicate.value, t.object.value) for t in triples if not isinstance(t.subject, ox.BlankNode)
    }
    assert plain == {(f"urn:x:{s}", v.LRT + p, f"urn:x:{o}") for s, p, o, _ in CASES[name]}


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_a_rule_says_what_it_does(rule: Rule) -> None:
    header = yaml.safe_load("\n".join(line[2:] for line in rule.construct.splitlines() if line.startswith("#+")))
    assert set(header["summary"]) == {"nl", "en"}
    assert header["description"]
    assert set(header.get("parameters", {})) == {rule.base} - {"knowledge"}


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(str(tmp_path_factory.mktemp("derive") / "graph.db"), write=True) as store:
        yield store


def emptied(store: Store) -> Store:
    store.replace(store.graphs(), [])
    return store


def derived(store: Store) -> list[str]:
    return sorted(map(str, store.quads(v.DERIVED_GRAPH)))


def put(store: Store, record: Record) -> None:
    """A document comes with its own edges, and one that takes the place of another is put on the waiting list."""
    sha = record.document.sha256
    quads = rdf.quads(record, NAMES)
    is_new = next(iter(store.quads(v.graph_iri(sha))), None) is None
    store.replace(
        [v.graph_iri(sha)], [*quads, *(with_edges(rdf.trig(record, NAMES).facts) if is_new else changed([sha]))]
    )


def drop(store: Store, record: Record) -> None:
    sha = record.document.sha256
    store.replace([v.graph_iri(sha)], changed([sha]))


def test_the_order_of_documents_does_not_matter(shared: Store) -> None:
    results = []
    for records in permutations(gold_records()):
        store = emptied(shared)
        for record in records:
            put(store, record)
            derive(store)
        results.append(derived(store))
    assert len(results[0]) > 300
    assert all(result == results[0] for result in results)
    derive(shared, everything=True)
    assert derived(shared) == results[0]


def test_part_by_part_is_the_same(shared: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store = emptied(shared)
    for record in gold_records():
        put(store, record)
    derive(store, everything=True)
    edges = derived(store)
    monkeypatch.setattr("lrtgraph.derivation.deriving.PART", 1)
    derive(store, everything=True)
    assert derived(store) == edges


def test_nothing_to_do_writes_nothing(shared: Store) -> None:
    store = emptied(shared)
    for record in gold_records():
        put(store, record)
    derive(store)
    assert len(derived(store)) > 300
    before = derived(store)
    again = derive(store)
    assert (again.made, again.gone) == (0, 0)
    assert derived(store) == before


def test_edges_go_with_their_document(shared: Store) -> None:
    store = emptied(shared)
    first, *others = gold_records()
    for record in (first, *others):
        put(store, record)
    derive(store, everything=True)
    with_all = derived(store)
    drop(store, first)
    derive(store)
    document = v.document_iri(first.document.sha256)
    assert not any(document in line for line in derived(store))
    put(store, first)
    derive(store)
    assert derived(store) == with_all


def test_every_edge_names_facts_that_are_there(shared: Store) -> None:
    store = emptied(shared)
    store.replace([], gazetteer.quads())
    for record in gold_records():
        put(store, record)
    derive(store)
    loose = store.query(
        f"""SELECT ?edge WHERE {{ ?edge a <{v.DERIVED_EDGE}> ; <{v.DERIVED_FROM}> ?fact
        FILTER NOT EXISTS {{ ?fact a ?class }} }}"""
    )
    assert isinstance(loose, ox.QuerySolutions)
    assert list(loose) == []
    unexplained = store.query(
        f"""SELECT ?s WHERE {{ GRAPH <{v.DERIVED_GRAPH}> {{ ?s ?p ?o
        FILTER (STRSTARTS(STR(?p), "{v.LRT}") && !STRSTARTS(STR(?s), "{v.ID}edge/"))
        FILTER NOT EXISTS {{ ?edge <{v.iri("rdf:subject")}> ?s ; <{v.iri("rdf:predicate")}> ?p ;
            <{v.iri("rdf:object")}> ?o }} }} }}"""
    )
    assert isinstance(unexplained, ox.QuerySolutions)
    assert list(unexplained) == []


# Outcomes of few owners about few instruments on few days, some only bounded: everything follows everything.
DAYS = tuple(f"2023-01-{day:02}" for day in range(1, 8))
BOUNDS = st.tuples(st.sampled_from(DAYS), st.sampled_from(DAYS)).map(sorted)
OWNERS = st.sampled_from([("VNG",), ("COA",), ("COA", "VNG")])
OUTCOMES = st.lists(
    st.tuples(OWNERS, st.sampled_from([("Spreidingswet",), ("CNO",), ("CNO", "Spreidingswet")])), max_size=3
)
CONTENT = tuple[list[str], list[tuple[tuple[str, ...], tuple[str, ...]]]]
STEPS = st.lists(st.tuples(st.integers(0, 4), st.none() | st.tuples(BOUNDS, OUTCOMES)), min_size=1, max_size=8)


def small(number: int, bounds: list[str], outcomes: list[tuple[tuple[str, ...], tuple[str, ...]]]) -> Record:
    text = "Afgesproken is dit. " * 4
    sha = hashlib.sha256(bytes([number])).hexdigest()
    earliest, latest = bounds
    made = [
        Outcome("afspraak", Span(20 * i, 20 * i + 19, text[20 * i : 20 * i + 19]), owners, (), about, None, "r", 0.9)
        for i, (owners, about) in enumerate(outcomes)
    ]
    meeting = Meeting("LRT", earliest if earliest == latest else None, earliest, latest)
    return Record(Document(f"{number}.txt", sha, "text/plain", text), meeting, (), (), (), tuple(made), (), (), ())


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_mending_gives_what_making_anew_gives(shared: Store, steps: list[tuple[int, CONTENT | None]]) -> None:
    store = emptied(shared)
    for number, content in steps:
        if content is None:
            drop(store, small(number, [DAYS[0], DAYS[0]], []))
        else:
            put(store, small(number, *content))
        derive(store)
        mended = derived(store)
        derive(store, everything=True)
        assert derived(store) == mended
