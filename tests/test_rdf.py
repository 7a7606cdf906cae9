"""Records as quads: complete, stable, valid in every syntax, with evidence that is the text at its offsets."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pyoxigraph as ox
import pytest
import rdflib
from graphs import gold_records
from hypothesis import given
from hypothesis import strategies as st

from lrtgraph import gazetteer, rdf
from lrtgraph import vocabulary as v
from lrtgraph.errors import InputError
from lrtgraph.names import meeting, resolve
from lrtgraph.rdf.terms import string
from lrtgraph.rdf.written import HEADER, MASK, clean, decimal, is_date, node
from lrtgraph.records import (
    Document,
    Meeting,
    Mention,
    Metadata,
    Outcome,
    Page,
    Participant,
    Record,
    Responsibility,
    Span,
    Statement,
)
from lrtgraph.search_index import prepared, prepared_from

NAMES = gazetteer.load()
RECORDS = gold_records()


def nquads(record: Record, *, with_persons: bool = True) -> str:
    found = rdf.quads(record, NAMES, with_persons=with_persons)
    return (ox.serialize(found, format=ox.RdfFormat.N_QUADS) or b"").decode()


def graph_of(record: Record, *, with_persons: bool = True) -> ox.Store:
    store = ox.Store()
    store.load(nquads(record, with_persons=with_persons), format=ox.RdfFormat.N_QUADS)
    return store


def rows(store: ox.Store, sparql: str) -> list[tuple[str, ...]]:
    found = store.query(sparql, prefixes=v.NAMESPACES, use_default_graph_as_union=True)
    assert isinstance(found, ox.QuerySolutions)
    return [tuple(value.value if value else "" for value in row) for row in found]  # type: ignore[union-attr]


class Union:
    """A store as the rest of the package asks it: over all its graphs."""

    def __init__(self, store: ox.Store) -> None:
        self.store = store

    def query(self, sparql: str, /) -> Any:
        """Answer a query."""
        return self.store.query(sparql, prefixes=v.NAMESPACES, use_default_graph_as_union=True)


def small(text: str, **changes: object) -> Record:
    """A record of a short text with nothing in it but what is given."""
    document = Document("a.txt", "ab" * 32, "text/plain", text)
    empty = Record(document, Meeting(), (), (), (), (), (), (), ())
    return replace(empty, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.document.source)
def test_every_quad_once_and_the_same_every_time(record: Record) -> None:
    first = list(rdf.quads(record, NAMES))
    assert len(first) == len(set(first))
    assert first == list(rdf.quads(record, NAMES))
    assert {quad.graph_name.value for quad in first} == {v.graph_iri(record.document.sha256)}  # type: ignore[union-attr]
    assert not any(isinstance(quad.subject, ox.BlankNode) for quad in first)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.document.source)
def test_every_fact_is_there_with_evidence_that_is_the_text_at_its_offsets(record: Record) -> None:
    store = graph_of(record)
    facts = rows(store, "SELECT ?fact { ?fact a lrt:Fact }")
    spans = {(f.evidence, repr(f)) for f in (*record.outcomes, *record.statements, *record.targets, *record.ownership)}
    attended = {(p.name, p.concept, p.status, p.evidence) for p in record.participants}
    assert len(facts) == len(spans) + len(attended)
    quotes = rows(
        store,
        """SELECT ?fact ?start ?end ?exact ?prefix ?suffix ?line {
             ?fact a lrt:Fact ; lrt:evidence ?evidence . ?evidence lrt:line ?line ; oa:hasSelector ?place, ?quote .
             ?place oa:start ?start ; oa:end ?end . ?quote oa:exact ?exact ; oa:prefix ?prefix ; oa:suffix ?suffix }""",
    )
    assert {row[0] for row in quotes} == {row[0] for row in facts}
    [[text]] = rows(store, "SELECT ?text { ?document nif:isString ?text }")
    assert text == record.document.text
    for _, start, end, exact, prefix, suffix, line in quotes:
        assert text[int(start) : int(end)] == exact
        assert text[: int(start)].endswith(prefix)
        assert text[int(end) :].startswith(suffix)
        assert text.count("\n", 0, int(start)) + 1 == int(line)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.document.source)
def test_what_the_facts_of_a_meeting_are_about_are_its_subjects(record: Record) -> None:
    store = graph_of(record)
    subjects = rows(store, "SELECT ?meeting ?subject { ?meeting dct:subject ?subject }")
    about = rows(store, "SELECT DISTINCT ?meeting ?subject { ?fact lrt:about ?subject ; lrt:meeting ?meeting }")
    assert about
    assert sorted(subjects) == sorted(about)


def test_a_mention_is_its_own_evidence() -> None:
    record = RECORDS[0]
    found = rows(
        graph_of(record),
        """SELECT ?start ?end ?text ?concept { ?m a lrt:Mention ; lrt:concept ?concept ;
             nif:beginIndex ?start ; nif:endIndex ?end ; nif:anchorOf ?text }""",
    )
    assert {(int(start), int(end), text, concept) for start, end, text, concept in found} == {
        (m.start, m.end, m.text, v.concept_iri(m.concept)) for m in record.mentions
    }


def test_arguments_and_details_of_facts() -> None:
    text = (
        "Actie: COA levert vóór 1 juli een plan aan VNG, zo mogelijk spoedig. "
        + "SJenV houdt toezicht, vier jaar lang."
    )
    outcome = Outcome("actie", Span(7, 68, text[7:68]), ("COA",), ("VNG",), ("BAK_OEK",), "2023-07-01", "test", 0.8)
    outcome = replace(outcome, deadline_date="2023-07-01")
    relative = replace(outcome, kind="afspraak", deadline="spoedig", deadline_date="2023-06-30")
    owned = Responsibility(
        "Spreidingswet", "SJenV", "toezicht", "supervision", Span(69, 109, text[69:109]), "test", 0.75,
        condition="tenzij", since="nu", until="vier jaar",
    )  # fmt: skip
    store = graph_of(small(text, outcomes=(outcome, relative), ownership=(owned,)))
    [action] = rows(
        store,
        """SELECT ?owner ?partner ?about ?deadline ?confidence { ?o a lrt:Actie, lrt:Outcome, lrt:Fact ;
             lrt:owner ?owner ; lrt:partner ?partner ; lrt:about ?about ; lrt:deadline ?deadline ;
             lrt:confidence ?confidence FILTER NOT EXISTS { ?o lrt:deadlineText ?words } }""",
    )
    assert action == (v.concept_iri("COA"), v.concept_iri("VNG"), v.concept_iri("BAK_OEK"), "2023-07-01", "0.8")
    assert rows(store, "SELECT ?d ?w { ?o a lrt:Afspraak ; lrt:deadline ?d ; lrt:deadlineText ?w }") == [
        ("2023-06-30", "spoedig")
    ]
    [held] = rows(
        store,
        """SELECT ?kind ?basis ?polarity ?since ?until ?condition { ?r a lrt:Responsibility ; lrt:roleKind ?kind ;
             lrt:basis ?basis ; lrt:polarity ?polarity ; lrt:since ?since ; lrt:until ?until ;
             lrt:condition ?condition }""",
    )
    assert [part.rpartition("/")[2] for part in held] == [
        "supervision", "tekst", "conditional", "nu", "vier jaar", "tenzij",
    ]  # fmt: skip


def with_owner(owner: str, body: str | None, sha: str = "ab" * 32) -> Record:
    """A record with one task for an owner, about an agreement that it names, at a meeting of a body."""
    task = Outcome("actie", Span(0, 12, "BAK OEK doen"), (owner,), (), ("BAK_OEK",), None, "test", 0.8)
    named = Mention(0, 7, "BAK OEK", "BAK_OEK", 0, 0, 7, "test", 1.0, "")
    meeting = Meeting(body=body, date="2024-05-01")
    record = small("BAK OEK doen", outcomes=(task,), mentions=(named,), meeting=meeting)
    return replace(record, document=replace(record.document, sha256=sha))


OWNED = """SELECT ?notation ?label ?alias {
    ?o a lrt:Outcome ; lrt:owner ?owner . ?owner a lrt:Actor ; skos:notation ?notation ; skos:prefLabel ?label ;
      skos:altLabel ?alias } ORDER BY ?notation"""


def test_a_unit_that_a_noun_names_is_another_at_every_table() -> None:
    store = ox.Store()
    for sha, body in (("a" * 64, "LRT"), ("b" * 64, "PRT"), ("c" * 64, "PRT"), ("d" * 64, None)):
        store.load(nquads(with_owner("secretariaat", body, sha)), format=ox.RdfFormat.N_QUADS)
    assert rows(store, OWNED.replace("SELECT", "SELECT DISTINCT")) == [
        ("LRT.secretariaat", "secretariaat (LRT)", "secretariaat"),
        ("PRT.secretariaat", "secretariaat (PRT)", "secretariaat"),
        ("dddddddddddddddd.secretariaat", "secretariaat (a.txt)", "secretariaat"),
    ]
    threads = [thread for (thread,) in rows(store, "SELECT DISTINCT ?t { ?o lrt:thread ?t } ORDER BY ?t")]
    assert len(threads) == 3
    assert resolve(Union(store), "secretariaat (LRT)").id == "LRT.secretariaat"
    with pytest.raises(InputError, match=r"several: LRT\.secretariaat, PRT\.secretariaat"):
        resolve(Union(store), "secretariaat")


def test_tables_of_two_provinces_do_not_meet_as_one() -> None:
    store = ox.Store()
    approving = Meeting(body="PRT", date="2024-06-05", approves=((None, "2024-04-03"), ("LRT", "2024-05-01")))
    for sha, province in (("a" * 64, "provincie:Gelderland"), ("b" * 64, "provincie:Noord-Brabant")):
        record = replace(with_owner("secretariaat", "PRT", sha), meeting=approving, province=province)
        store.load(nquads(record), format=ox.RdfFormat.N_QUADS)
    labels = rows(store, "SELECT DISTINCT ?label { ?m a lrt:Meeting ; rdfs:label ?label } ORDER BY ?label")
    assert [label for (label,) in labels] == [
        "LRT 2024-05-01",
        "PRT Gelderland 2024-04-03",
        "PRT Gelderland 2024-06-05",
        "PRT Noord-Brabant 2024-04-03",
        "PRT Noord-Brabant 2024-06-05",
    ]
    assert resolve(Union(store), "secretariaat (PRT Gelderland)").id == "PRT_Gelderland.secretariaat"
    assert meeting(Union(store), "prt-gelderland-2024-06-05").label == "PRT Gelderland 2024-06-05"


@pytest.mark.parametrize(
    ("told", "province", "owner"),
    [
        ("dhr. Bos (gedeputeerde)", "provincie:Drenthe", "provincie:Drenthe"),
        ("gedeputeerden van IPO", "provincie:Drenthe", "gedeputeerden"),
        ("dhr. Bos (gedeputeerde)", None, "gedeputeerden"),
    ],
)
def test_the_gedeputeerde_of_a_table_of_one_province_speaks_for_it(told: str, province: str | None, owner: str) -> None:
    seat = Participant("Bos", "gedeputeerden", "present", Span(0, len(told), told), None, "attendance", 0.97)
    record = replace(with_owner("gedeputeerden", "PRT"), participants=(seat,), province=province)
    record = replace(record, document=replace(record.document, text=f"{told} Doen"))
    store = graph_of(record)
    assert rows(store, "SELECT ?owner { ?o lrt:owner ?owner }") == [(v.concept_iri(owner),)]
    assert rows(store, "SELECT ?seat { ?a lrt:seat ?seat }") == [(v.concept_iri(owner),)]


def test_gedeputeerden_are_those_of_all_provinces_also_where_one_sits_at_the_table() -> None:
    told = "dhr. Bos (gedeputeerde)"
    seat = Participant("Bos", "gedeputeerden", "present", Span(0, len(told), told), None, "attendance", 0.97)
    record = replace(with_owner("gedeputeerden", "PRT"), participants=(seat,), province="provincie:Drenthe")
    start, text = len(told) + 1, f"{told} gedeputeerden doen dit"
    evidence = Span(start, len(text), text[start:])
    many = Mention(start, start + 13, "gedeputeerden", "gedeputeerden", 0, 0, 13, "name", 1.0, "")
    record = replace(record, document=replace(record.document, text=text), mentions=(many,))
    store = graph_of(replace(record, outcomes=(replace(record.outcomes[0], evidence=evidence),)))
    assert rows(store, "SELECT ?owner { ?o lrt:owner ?owner }") == [(v.concept_iri("gedeputeerden"),)]
    assert rows(store, "SELECT ?seat { ?a lrt:seat ?seat }") == [(v.concept_iri("provincie:Drenthe"),)]


def test_a_unit_of_a_table_is_the_same_in_another_library() -> None:
    found = rdf.quads(with_owner("werkgroep_Techniek", "Kernteam_Sluizen"), NAMES)
    triples = ox.serialize((quad.triple for quad in found), format=ox.RdfFormat.N_TRIPLES) or b""
    graph = rdflib.Graph().parse(data=triples, format="nt")
    assert [tuple(map(str, row)) for row in graph.query(OWNED, initNs=v.NAMESPACES)] == [  # type: ignore[arg-type]
        ("Kernteam_Sluizen.werkgroep_Techniek", "werkgroep Techniek (Kernteam Sluizen)", "werkgroep Techniek")
    ]


@pytest.mark.parametrize(
    ("owner", "body"),
    [("COA", "LRT"), ("leden", "LRT"), ("Meetbureau", "LRT"), ("gemeente:Sluis", "LRT"), ("stuurgroep_Sluis",) * 2],
)
def test_what_has_a_name_is_the_same_at_every_table(owner: str, body: str) -> None:
    assert rows(graph_of(with_owner(owner, body)), "SELECT ?owner { ?o lrt:owner ?owner }") == [(v.concept_iri(owner),)]


SPAN = Span(0, 9, "Waalwonen")


@pytest.mark.parametrize(
    ("facts", "acts"),
    [
        ({"participants": (Participant("Bos", "Waalwonen", "present", SPAN),)}, True),
        ({"statements": (Statement(("Waalwonen",), "vraagt", (), (), SPAN, "test", 0.9),)}, True),
        ({"statements": (Statement(("COA",), "vraagt", ("Waalwonen",), (), SPAN, "test", 0.9),)}, True),
        ({"outcomes": (Outcome("actie", SPAN, ("COA",), ("Waalwonen",), (), None, "test", 0.9),)}, True),
        ({"statements": (Statement(("COA",), "vraagt", (), ("Waalwonen",), SPAN, "test", 0.9),)}, False),
    ],
)
def test_who_acts_is_an_actor_though_no_gazetteer_lists_it(facts: dict[str, Any], acts: bool) -> None:
    store = graph_of(small("Waalwonen zegt iets", **facts))
    told = "{ ?a skos:notation 'Waalwonen' ; skos:prefLabel ?label }"

    assert len(rows(store, f"SELECT ?label {told}")) == 1
    assert len(rows(store, f"SELECT ?label {told[:-1]} . ?a a lrt:Actor }}")) == acts


def test_metadata_and_pages_reach_the_graph() -> None:
    known = Metadata("Verslag", "2023-11-03", "LRT", "https://example.org/a b", "https://example.org/licence")
    document = Document(
        "a.txt", "cd" * 32, "text/plain", "blz. een\fBesluit: akkoord", (Page(1, 0, 9), Page(2, 9, 25)), known
    )
    outcome = Outcome("besluit", Span(18, 25, "akkoord"), ("LRT",), (), (), None, "test", 0.9)
    record = replace(small(""), document=document, outcomes=(outcome,), meeting=Meeting("LRT", "2023-11-03"))
    store = graph_of(record)
    assert rows(store, "SELECT ?t ?s ?l { ?d a lrt:Document ; dct:title ?t ; dct:source ?s ; dct:license ?l }") == [
        ("Verslag", "https://example.org/a b", "https://example.org/licence")
    ]
    assert rows(store, "SELECT ?p { ?e lrt:page ?p }") == [("2",)]
    assert rows(store, "SELECT ?m { ?d lrt:reportsOn ?m . ?m lrt:date '2023-11-03'^^xsd:date }") == [
        (v.meeting_iri("LRT", "2023-11-03", ""),)
    ]


def test_a_table_that_no_gazetteer_lists_is_the_body_of_its_meetings() -> None:
    meeting = Meeting(None, "2024-05-16", approves=((None, "2024-03-14"),))
    store = graph_of(small("Opvangtafel", meeting=meeting, table="Opvangtafel_Noord"))

    assert rows(
        store, "SELECT ?label ?earlier { ?m lrt:approvesMinutesOf/rdfs:label ?earlier ; rdfs:label ?label }"
    ) == [("Opvangtafel Noord 2024-05-16", "Opvangtafel Noord 2024-03-14")]
    assert rows(store, "SELECT DISTINCT ?b { ?m lrt:body ?b . ?b a lrt:Body, lrt:Actor }") == [
        (v.concept_iri("Opvangtafel_Noord"),)
    ]


def test_a_meeting_links_to_the_meeting_whose_minutes_it_approves() -> None:
    meeting = Meeting("LRT", "2023-11-03", approves=(("LRT", "2023-09-13"),))
    found = rows(
        graph_of(small("x", meeting=meeting)), "SELECT ?a ?b { ?a lrt:approvesMinutesOf ?b . ?b a lrt:Meeting }"
    )
    assert found == [(v.meeting_iri("LRT", "2023-11-03", ""), v.meeting_iri("LRT", "2023-09-13", ""))]


def test_without_persons_no_recognised_name_is_left_and_offsets_stay_right() -> None:
    record = RECORDS[1]
    names = {m.text for m in record.mentions if m.concept.startswith("person:")}
    names |= {p.name for p in record.participants if p.name}
    assert len(names) > 5
    store = graph_of(record, with_persons=False)
    assert not rows(store, "SELECT ?p { ?p a lrt:Person }")
    for _, _, value, _ in store:
        if isinstance(value, ox.Literal):
            assert not [name for name in names if f" {name} " in f" {value.value} "]
    [[text]] = rows(store, "SELECT ?text { ?document nif:isString ?text }")
    assert len(text) == len(record.document.text)
    assert text.count(MASK) >= sum(len(name) for name in names)
    assert rows(graph_of(record), "SELECT ?p { ?p a lrt:Person }")


def test_without_persons_each_word_of_a_name_is_blacked_out_wherever_it_stands() -> None:
    text = "| van der Zwalm | Teunis | VNG |\n\nTeunis vraagt VNG om Zwalm"
    slot = Participant("Teunis van der Zwalm", "VNG", "present", Span(0, 33, text[:33]))
    [[left]] = rows(graph_of(small(text, participants=(slot,)), with_persons=False), "SELECT ?t { ?d nif:isString ?t }")
    assert left == text.replace("Zwalm", MASK * 5).replace("Teunis", MASK * 6)


def test_a_statement_by_a_person_alone_goes_with_the_person() -> None:
    span = Span(0, 7, "Jansen ")
    statement = Statement(("person:Jansen",), "vraagt", (), (), span, "test", 0.9)
    both = replace(statement, speakers=("person:Jansen", "COA"), act="steunt")
    record = small("Jansen vraagt het", statements=(statement, both))
    assert len(rows(graph_of(record), "SELECT ?s { ?s a lrt:Statement }")) == 2
    assert rows(graph_of(record, with_persons=False), "SELECT ?who { ?s a lrt:Statement ; lrt:speaker ?who }") == [
        (v.concept_iri("COA"),)
    ]


AWKWARD = st.text(st.characters(), min_size=1, max_size=60)


def test_half_a_character_makes_an_iri_all_the_same() -> None:
    assert v.fact_iri("0", "outcome", 0, 1, "person:\ud800").startswith(v.ID)
    assert v.concept_iri("person:\ud800") == v.concept_iri("person:?")


@given(AWKWARD, st.data())
def test_no_text_makes_invalid_rdf_or_moves_an_offset(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    mention = Mention(start, end, text[start:end], f"place:{text[:20]}", 0, 0, 0, "test", 0.5, text)
    outcome = Outcome("actie", Span(start, end, text[start:end]), (f"person:{text[:9]}",), (), (), text, "test", 0.9)
    record = small(text, mentions=(mention,), outcomes=(outcome,))
    record = replace(record, document=replace(record.document, source=text, metadata=Metadata(text, None, None, text)))
    triples = [ox.Triple(q.subject, q.predicate, q.object) for q in rdf.quads(record, NAMES)]
    for form in (ox.RdfFormat.N_TRIPLES, ox.RdfFormat.TURTLE, ox.RdfFormat.RDF_XML, ox.RdfFormat.JSON_LD):
        again = {
            ox.Triple(t.subject, t.predicate, t.object)
            for t in ox.parse(ox.serialize(triples, format=form) or b"", format=form)
        }
        assert again == set(triples)
    store = graph_of(record)
    [[whole]] = rows(store, "SELECT ?t { ?d nif:isString ?t }")
    assert len(whole) == len(text)
    assert rows(store, "SELECT ?t { ?q oa:exact ?t }") == [(whole[start:end],)]


@given(st.text(st.characters()))
def test_cleaning_changes_no_length_and_is_done_once(text: str) -> None:
    assert len(clean(text)) == len(text)
    assert clean(clean(text)) == clean(text)
    assert string(text).value == clean(text)


@pytest.mark.parametrize(
    ("number", "form"), [(0.0, "0"), (-0.0, "0"), (75500.0, "75500"), (0.1, "0.1"), (1e9, "1000000000"), (2.5e-7, "0")]
)
def test_decimals_have_no_exponent(number: float, form: str) -> None:
    assert decimal(number) == f'"{form}"^^xsd:decimal'


@pytest.mark.parametrize(
    ("text", "answer"),
    [("2024-02-29", True), ("2023-02-29", False), ("20230101", False), ("2023-1-1", False), ("", False)],
)
def test_dates_are_days_of_the_calendar(text: str, answer: bool) -> None:
    assert is_date(text) is answer


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.document.source)
def test_pieces_are_whole_and_each_has_its_own_subjects(record: Record) -> None:
    written = rdf.trig(record, NAMES)
    pieces = [set(ox.parse(p, format=ox.RdfFormat.TRIG)) for p in (written.facts, written.evidence, written.mentions)]
    assert set.union(*pieces) == set(rdf.quads(record, NAMES))
    facts, evidence, mentions = ({quad.subject.value for quad in piece} for piece in pieces)  # type: ignore[union-attr]
    assert facts.isdisjoint(evidence | mentions)
    assert {iri.removeprefix(v.ID).partition("/")[0] for iri in evidence} == {"evidence"}
    assert {iri.removeprefix(v.ID).partition("/")[0] for iri in mentions} == {"mention"}


@pytest.mark.parametrize("with_persons", [True, False])
@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.document.source)
def test_what_can_be_found_is_told_as_the_quads_tell_it(record: Record, with_persons: bool) -> None:
    half = len(record.document.text) // 2
    pages = (Page(1, 0, half), Page(2, half, len(record.document.text)))
    paged = replace(record, document=replace(record.document, pages=pages))
    for one in (record, paged, replace(record, statements=record.statements * 2)):
        told = rdf.trig(one, NAMES, with_persons=with_persons).told
        assert prepared(told) == prepared_from(rdf.quads(one, NAMES, with_persons=with_persons))
        assert all(told.text[proof.start : proof.end] == proof.text for proof in told.proofs)


@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=1))
def test_any_concept_is_a_node(name: str) -> None:
    iri = v.concept_iri(f"person:{name}")
    [quad] = ox.parse(f"{HEADER}{node(iri)} rdf:type lrt:Person .", format=ox.RdfFormat.TRIG)
    assert quad.subject == ox.NamedNode(iri)


@given(st.text())
def test_any_text_is_a_literal(text: str) -> None:
    document = Document("a.txt", "0" * 64, "text/plain", text)
    record = replace(RECORDS[0], document=document, mentions=(), agenda=(), outcomes=(), statements=(), targets=())
    record = replace(record, participants=(), ownership=())
    [written] = [quad for quad in rdf.quads(record, NAMES) if quad.predicate.value == v.iri("nif:isString")]
    assert written.object == ox.Literal(clean(text))
