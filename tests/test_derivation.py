"""The short edges: each rule on a graph of its own, and mending that gives what making anew gives."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pyoxigraph as ox
import pytest
import yaml
from graphs import gold_records
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lrtgraph import gazetteer, queries, rdf, sparql
from lrtgraph import vocabulary as v
from lrtgraph.derivation import Rule, changed, derive, rules, with_edges
from lrtgraph.derivation.edges import named
from lrtgraph.derivation.stepping import as_terms, meeting_days, members, steps
from lrtgraph.graph import Graph
from lrtgraph.records import (
    THING,
    Act,
    Document,
    Meeting,
    Mention,
    Outcome,
    Record,
    Span,
    Statement,
    StatusReport,
    Target,
    Task,
)
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
    "changed-position": {
        ("b", "changedFrom", "a", frozenset("fgh")),
        ("e", "changedFrom", "b", frozenset("ghj")),
    },
    "has-target": {
        ("plan", "hasTarget", "f", frozenset("f")),
        ("wet", "hasTarget", "f", frozenset("f")),
    },
    "changed-target": {
        ("b", "changedFrom", "a", frozenset("fg")),
        ("e", "changedFrom", "b", frozenset("gj")),
    },
    "outcome-follows-up": {
        ("b", "followsUp", "a", frozenset("ab")),
        ("c", "followsUp", "a", frozenset("ac")),
        ("e", "followsUp", "c", frozenset("ce")),
    },
    "carries-on": {
        ("b", "carriesOn", "a", frozenset("ab")),
        ("c", "carriesOn", "b", frozenset("bc")),
        ("l", "carriesOn", "k", frozenset("kl")),
    },
    "listed-again": {
        ("b", "carriesOn", "a", frozenset("ab")),
        ("g", "carriesOn", "f", frozenset("gf")),
        ("i", "carriesOn", "h", frozenset("ih")),
        ("j", "carriesOn", "h", frozenset("jh")),
    },
    "tells-of": {
        ("c", "onOutcome", "a", frozenset("ac")),
        ("g", "onOutcome", "e", frozenset("eg")),
        ("k", "onOutcome", "e", frozenset("ek")),
    },
    "reports-on": {
        ("c", "onOutcome", "a", frozenset("ac")),
        ("e", "onOutcome", "b", frozenset("be")),
        ("f", "onOutcome", "g", frozenset("fg")),
        ("j", "onOutcome", "g", frozenset("gj")),
        ("l", "onOutcome", "k", frozenset("kl")),
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


INSTRUMENTS = [
    ox.Quad(*map(ox.NamedNode, (v.concept_iri(name), v.iri("rdf:type"), v.LRT + "Instrument", v.GAZETTEER_GRAPH)))
    for name in ("CNO", "Spreidingswet")
]


def emptied(store: Store) -> Store:
    """Nothing but what two of the subjects are."""
    store.replace(store.graphs(), INSTRUMENTS)
    return store


def derived(store: Store) -> list[str]:
    return sorted(map(str, store.quads(v.DERIVED_GRAPH)))


def put(store: Store, record: Record) -> None:
    """A document comes with its own edges, and one that takes the place of another is put on the waiting list."""
    sha = record.document.sha256
    quads = rdf.quads(record, NAMES)
    is_new = next(iter(store.quads(v.graph_iri(sha))), None) is None
    also = ox.parse(with_edges(rdf.trig(record, NAMES).facts), format=ox.RdfFormat.TRIG) if is_new else None
    store.replace([v.graph_iri(sha)], [*quads, *(also or changed(store, [sha]))])


def drop(store: Store, record: Record) -> None:
    sha = record.document.sha256
    store.replace([v.graph_iri(sha)], changed(store, [sha]))


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


# Outcomes and statements of few actors about few subjects on few days, some only bounded: all follows all.
DAYS = tuple(f"2023-01-{day:02}" for day in range(1, 8))
BOUNDS = st.tuples(st.sampled_from(DAYS), st.sampled_from(DAYS)).map(sorted)
ACTORS = st.sampled_from([("VNG",), ("COA",), ("COA", "VNG")])
SUBJECTS = st.sampled_from([("Spreidingswet",), ("CNO",), ("CNO", "Spreidingswet"), ("COA", "CNO")])
OUTCOMES = st.lists(st.tuples(ACTORS, SUBJECTS), max_size=3)
ACTS: list[Act] = ["steunt", "bezwaar", "informeert"]
STATEMENTS = st.lists(st.tuples(ACTORS, st.sampled_from(ACTS), SUBJECTS), max_size=3)
SENT = Task(None, (), ("brief",), ("send",))
TASKS = st.builds(
    Task,
    st.sampled_from([None, "A1", "A2", "2023-01-A1"]),
    st.sampled_from([(), ("brief", "gemeenten", "sturen"), ("brief", "gemeenten", "lezen"), ("kaart", "maken")]),
) | st.just(SENT)
TOLD = st.lists(st.tuples(st.booleans(), TASKS, ACTORS), max_size=4)  # set as a task, or reported on
CONTENT = st.tuples(BOUNDS, OUTCOMES, STATEMENTS, TOLD)
Content = tuple[
    list[str],
    list[tuple[tuple[str, ...], tuple[str, ...]]],
    list[tuple[tuple[str, ...], Act, tuple[str, ...]]],
    list[tuple[bool, Task, tuple[str, ...]]],
]
STEPS = st.lists(st.tuples(st.integers(0, 4), st.none() | CONTENT), min_size=1, max_size=8)
EMPTY: Content = ([DAYS[0], DAYS[0]], [], [], [])


def small(number: int, content: Content) -> Record:
    """A document of ten lines: outcomes on the first ones, then statements, then tasks and reports on such.

    Who informs tells a target, of as many places as there are speakers.
    """
    (earliest, latest), outcomes, statements, told = content
    text = "Dit is wat men zei.\n" * 10
    sha = hashlib.sha256(bytes([number])).hexdigest()
    lines = [Span(20 * i, 20 * i + 19, text[20 * i : 20 * i + 19]) for i in range(10)]
    settled = [
        Outcome("afspraak", line, owners, (), about, None, "r", 0.9)
        for line, (owners, about) in zip(lines, outcomes, strict=False)
    ]
    said = [
        Statement(speakers, act, (), about, line, "r", 0.9)
        for line, (speakers, act, about) in zip(lines[3:], statements, strict=False)
    ]
    targets = tuple(
        Target(len(one.speakers), "plekken", None, one.about, "target", one.evidence, "r", 0.9)
        for one in said
        if one.act == "informeert"
    )
    settled += [
        Outcome("actie", line, owners, (), (), None, "r", 0.9, task=task)
        for line, (is_set, task, owners) in zip(lines[6:], told, strict=False)
        if is_set
    ]
    reports = tuple(
        StatusReport("done", task, owners, line, THING if task == SENT else "report.row", 0.9)
        for line, (is_set, task, owners) in zip(lines[6:], told, strict=False)
        if not is_set
    )
    named = tuple(
        Mention(one.evidence.start, one.evidence.end, one.evidence.text, concept, 0, 0, 1, "r", 0.9)
        for one in settled
        for concept in one.about
    )
    body = "HLRT" if number == 4 else "LRT"
    meeting = Meeting(body, earliest if earliest == latest else None, earliest, latest)
    document = Document(f"{number}.txt", sha, "text/plain", text)
    return Record(document, meeting, (), (), named, tuple(settled), tuple(said), targets, (), reports=reports)


def test_documents_that_come_again_as_they_were_change_nothing(shared: Store) -> None:
    store = emptied(shared)
    records = [
        small(number, ([day, day], [(("VNG",), ("CNO",))], [(("VNG",), act, ("CNO",))], []))
        for number, (day, act) in enumerate(zip(DAYS, ACTS, strict=False))
    ]
    for record in records:
        put(store, record)
    derive(store)
    before = derived(store)
    assert all(any(edge in line for line in before) for edge in (v.CHANGED_FROM, v.FOLLOWS_UP))
    for record in records:
        put(store, record)
        derive(store)
        assert derived(store) == before


def test_nothing_was_last_mentioned_before_it_was_promised(shared: Store) -> None:
    store = emptied(shared)
    store.replace([], gazetteer.quads())
    put(store, small(0, ([DAYS[0], DAYS[1]], [(("VNG",), ("CNO",))], [], [])))
    derive(store)
    (row,) = Graph(store).query("commitments", owner="VNG")
    assert (row["last_mentioned"], row["came_back"]) == (None, False)


def test_a_meeting_that_is_only_bounded_lends_no_date_to_a_change(shared: Store) -> None:
    store = emptied(shared)
    acts: list[tuple[list[str], Act]] = [([DAYS[0], DAYS[0]], "steunt"), ([DAYS[1], DAYS[2]], "bezwaar")]
    for number, (bounds, act) in enumerate(acts):
        put(store, small(number, (bounds, [], [(("VNG",), act, ("CNO",))], [])))
    derive(store)
    [row] = queries.rows(store, queries.load("changed-position"))
    assert (str(row["earlier_date"]), row["later_date"]) == (DAYS[0], None)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_mending_gives_what_making_anew_gives(shared: Store, steps: list[tuple[int, Content | None]]) -> None:
    store = emptied(shared)
    for number, content in steps:
        if content is None:
            drop(store, small(number, EMPTY))
        else:
            put(store, small(number, content))
        derive(store)
        mended = derived(store)
        derive(store, everything=True)
        assert derived(store) == mended


def test_what_is_told_of_a_thing_hangs_on_tasks_of_all_whom_it_names(shared: Store) -> None:
    """COA and VNG have sent it: a task of VNG that comes later, or goes, tells whether that of COA alone is meant."""
    store = emptied(shared)
    of_coa, of_vng, told = (small(number, ([day, day], [], [], [])) for number, day in enumerate(DAYS[:3]))
    line = Span(0, 19, told.document.text[:19])
    of_coa, of_vng = (
        replace(record, outcomes=(Outcome("actie", line, (owner,), (), (), None, "r", 0.9, task=SENT),))
        for record, owner in ((of_coa, "COA"), (of_vng, "VNG"))
    )
    told = replace(told, reports=(StatusReport("done", SENT, ("COA", "VNG"), line, THING, 0.9),))
    about = []
    for record, comes in ((of_coa, True), (told, True), (of_vng, True), (of_vng, False)):
        put(store, record) if comes else drop(store, record)
        derive(store)
        mended = derived(store)
        about.append(sum('"tells-of"' in line for line in mended))
        derive(store, everything=True)
        assert derived(store) == mended
    assert about == [0, 1, 0, 1]


def test_a_graph_of_the_first_version_gets_the_edges_that_it_lacks(tmp_path: Path) -> None:
    where = str(tmp_path / "graph.db")
    with open_store(where, write=True) as store:
        store.replace([], gazetteer.quads())
        for number, (day, act) in enumerate(zip(DAYS, ACTS, strict=False)):
            put(store, small(number, ([day, day], [], [(("VNG",), act, ("CNO",))], [])))
        derive(store)
        whole = derived(store)
        for lacks in (
            "?edge lrt:thread ?thread",
            '?edge lrt:rule "changed-position" ; ?p ?o',
            "?edge lrt:changedFrom ?o",
        ):
            store.update(f"PREFIX lrt: <{v.LRT}> DELETE WHERE {{ GRAPH <{v.DERIVED_GRAPH}> {{ {lacks} }} }}")
        assert len(derived(store)) < len(whole)
    (tmp_path / "graph.db" / "lrtgraph-store").write_text("lrtgraph store 1\n")
    with open_store(where, write=True) as store:
        derive(store)
        assert derived(store) == whole


def test_a_graph_of_version_seven_gets_the_subjects_of_meetings_and_the_edges_to_targets(tmp_path: Path) -> None:
    where = str(tmp_path / "graph.db")
    informs: Act = "informeert"
    with open_store(where, write=True) as store:
        for number, speakers in enumerate([("VNG",), ("COA", "VNG")]):
            put(store, small(number, ([DAYS[number]] * 2, [], [(speakers, informs, ("CNO",))], [])))
        derive(store)
        whole = sorted(map(str, store.quads()))
        edges = ("?edge a lrt:DerivedEdge ; ?p ?o", "?one lrt:hasTarget ?o", "?one lrt:changedFrom ?o")
        for lacks in (*edges, "?meeting dct:subject ?o"):
            store.update(sparql.with_prefixes(f"DELETE WHERE {{ GRAPH ?graph {{ {lacks} }} }}"))
        assert len(list(store.quads())) < len(whole)
    (tmp_path / "graph.db" / "lrtgraph-store").write_text("lrtgraph store 7\n")
    with open_store(where, write=True) as store:
        derive(store)
        assert sorted(map(str, store.quads())) == whole


def test_a_position_that_no_edge_came_from_may_have_stood_between(shared: Store) -> None:
    """The one in the middle supports as the last does, and may have been held before the first: no edge touches it."""
    store = emptied(shared)
    first, between, last = (
        small(number, (bounds, [], [(("VNG",), act, ("CNO",))], []))
        for number, (bounds, act) in enumerate(
            [
                (["2023-01-01", "2023-01-04"], "bezwaar"),
                (["2023-01-03", "2023-01-05"], "steunt"),
                (["2023-01-07"] * 2, "steunt"),
            ]
        )
    )
    for record in (first, between, last):
        put(store, record)
    derive(store)
    assert not any(v.CHANGED_FROM in line for line in derived(store))
    drop(store, between)
    derive(store)
    mended = derived(store)
    assert any(v.CHANGED_FROM in line for line in mended)
    derive(store, everything=True)
    assert derived(store) == mended


def filled(store: Store, contents: list[Content]) -> list[Record]:
    """A store's new content: a document with each of these, with its derived edges."""
    emptied(store)
    records = [small(number, content) for number, content in enumerate(contents)]
    for record in records:
        put(store, record)
    derive(store)
    return records


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(contents=st.lists(CONTENT, min_size=2, max_size=6))
def test_who_changed_position_is_what_all_statements_held_against_each_other_say(
    shared: Store, contents: list[Content]
) -> None:
    records = filled(shared, contents)
    parts = [f"{when}_{what}" for when in ("earlier", "later") for what in ("document", "line", "act", "date")]
    rows = {
        tuple(str(row[part]).rpartition("/")[2] for part in (*parts, "actor", "about"))
        for row in queries.ask(shared, "changed-position")
    }
    assert rows == set(changes(records))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(contents=st.lists(CONTENT, min_size=2, max_size=6))
def test_a_rule_on_threads_says_itself_what_comes_after_what(shared: Store, contents: list[Content]) -> None:
    filled(shared, contents)
    of_threads = (
        f"SELECT ?thread {{ ?fact <{v.THREAD}>|<{v.TASK_THREAD}>|<{v.NUMBER_THREAD}>|<{v.THING_THREAD}> ?thread }}"
    )
    threads = {row["thread"].value for row in shared.query(of_threads)}
    found = steps(members(shared, threads, meeting_days(shared)))
    for rule in rules("thread"):
        by_rows = sparql.given(rule.construct, rule.rows, map(as_terms, found[rule.rows]))
        alone, faster = (named(triples_of(shared, text)) for text in (rule.construct, by_rows))
        assert faster == alone


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(contents=st.lists(CONTENT, min_size=2, max_size=5))
def test_a_report_is_about_a_task_of_the_same_table_before_it_and_of_the_same_owner_or_number(
    shared: Store, contents: list[Content]
) -> None:
    records = filled(shared, contents)
    facts = {
        v.fact_iri(record.document.sha256, kind, one.evidence.start, one.evidence.end, *key): (record.meeting, one)
        for record in records
        for kind, one, key in (
            *(("outcome", one, (one.kind, *one.owners)) for one in record.outcomes),
            *(("report", one, (one.status, one.task.number or "")) for one in record.reports),
        )
    }
    edges = shared.query(f"SELECT ?one ?other {{ ?one <{v.ON_OUTCOME}> ?other }}")
    assert isinstance(edges, ox.QuerySolutions)
    for edge in edges:
        (later, report), (earlier, outcome) = facts[edge["one"].value], facts[edge["other"].value]
        assert isinstance(report, StatusReport)
        assert isinstance(outcome, Outcome)
        assert outcome.task is not None
        assert later.body == earlier.body
        assert str(earlier.latest) < str(later.earliest)
        by_words = outcome.task.words == report.task.words and set(outcome.owners) & set(report.owners)
        assert by_words or (outcome.task.number is not None and outcome.task.number == report.task.number)


def triples_of(store: Store, construct: str) -> ox.QueryTriples:
    answer = store.query(construct)
    assert isinstance(answer, ox.QueryTriples)
    return answer


def changes(records: list[Record]) -> Iterator[tuple[str, ...]]:
    """Who changed position on an instrument: each contribution held against the last before it."""
    positions = [
        (actor, subject, said.act, record.meeting, record.document.source, str(4 + number))
        for record in records
        for number, said in enumerate(record.statements)
        for actor in said.speakers
        for subject in said.about
        if said.act in ("steunt", "bezwaar") and subject != "COA"
    ]
    for actor, subject, act, meeting, name, line in positions:
        before = [one for one in positions if one[:2] == (actor, subject) and one[3].latest < meeting.earliest]
        last = max((one[3].latest for one in before), default="")
        for _, _, earlier_act, earlier, earlier_name, earlier_line in before:
            if earlier.latest == last and earlier_act != act:
                yield (
                    *(earlier_name, earlier_line, earlier_act, str(earlier.date)),
                    *(name, line, act, str(meeting.date)),
                    *(actor, subject),
                )
