"""Validating a store and files: one portion a document, one sentence a finding, exit codes."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from commands import printed
from graphs import fill, gold_records

import lrtgraph
from lrtgraph import validation
from lrtgraph import vocabulary as v
from lrtgraph.derivation import derive
from lrtgraph.errors import InputError
from lrtgraph.store import Store, open_store

WORLD = str(Path(__file__).parent / "queries" / "world.trig")  # small, with findings of every level


@pytest.fixture(scope="module")
def where(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A store with the gold records and derived edges."""
    place = str(tmp_path_factory.mktemp("validation") / "graph.db")
    with open_store(place, write=True) as store:
        fill(store, gold_records())
        derive(store, everything=True)
    return place


run = partial(printed, "validate")


def broken(store: Store) -> None:
    """Take the owner from one outcome and the speaker from one statement."""
    for cls, said in ((v.OUTCOME, v.OWNER), (v.STATEMENT, v.SPEAKER)):
        query = f"SELECT ?s WHERE {{ ?s a <{cls}> ; <{said}> ?o }} ORDER BY ?s LIMIT 1"
        found = store.query(query)
        assert isinstance(found, ox.QuerySolutions)
        subject = next(iter(found))["s"]
        store.update(f"DELETE WHERE {{ GRAPH ?g {{ {subject} <{said}> ?o }} }}")


@pytest.fixture(scope="module")
def bad(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A store with two findings."""
    place = str(tmp_path_factory.mktemp("validation") / "bad.db")
    with open_store(place, write=True) as store:
        fill(store, gold_records())
        broken(store)
    return place


def test_the_example_graph_conforms(where: str) -> None:
    with open_store(where) as store:
        found = list(validation.validate(store))
    assert [finding for finding in found if finding.severity != "info"] == []
    assert {finding.document for finding in found} == {record.document.source for record in gold_records()}


def test_every_fact_has_evidence(where: str) -> None:
    with open_store(where) as store:
        query = f"""SELECT (COUNT(?fact) AS ?n) (COUNT(?evidence) AS ?proved) WHERE {{
            ?fact a <{v.FACT}> ; <{v.SOURCE_DOCUMENT}> ?document OPTIONAL {{ ?fact <{v.EVIDENCE}> ?evidence }} }}"""
        rows = store.query(query)
        assert isinstance(rows, ox.QuerySolutions)
        (row,) = rows
    assert int(row["n"].value) > 100
    assert row["n"] == row["proved"]


def test_findings_name_their_document(bad: str) -> None:
    with open_store(bad) as store:
        found = [f for f in validation.validate(store) if f.severity != "info"]
    assert [(f.severity, f.shape) for f in sorted(found, key=lambda f: f.severity)] == [
        ("violation", "inbreng"),
        ("warning", "uitkomst"),
    ]
    assert all(f.document and f.document.endswith(".txt") for f in found)


def test_the_command_exits_with_1_only_where_a_shape_is_violated(where: str, bad: str) -> None:
    assert run("--store", where) == ""
    rows = json.loads(run("--store", bad, "--format", "json", code=1))
    assert sorted((row["severity"], row["message"]) for row in rows) == [
        ("violation", "A statement has a speaker, who is an actor."),
        ("warning", "This outcome has no owner."),
    ]


def test_the_command_tells_what_is_asked_for() -> None:
    def told(*options: str) -> str:
        return run(WORLD, *options, code=1)

    assert "No subject was recognised" not in told()
    assert "No subject was recognised" in " ".join(told("--level", "info", "--format", "md").split())
    assert "lrt:about" in told("--level", "info")
    assert "Van deze inbreng" in told("--level", "info", "--lang", "nl", "--format", "csv")
    dutch = json.loads(told("--format", "json", "--lang", "nl"))
    assert "Deze uitkomst heeft geen eigenaar." in [row["message"] for row in dutch]
    assert {row["severity"] for row in dutch} == {"violation", "warning"}
    gravest = json.loads(told("--format", "json", "--level", "violation"))
    assert {row["severity"] for row in gravest} == {"violation"}


def test_the_report_is_shacl(bad: str) -> None:
    report = rdflib.Graph().parse(data=run("--store", bad, "--format", "ttl", code=1), format="turtle")
    sh = rdflib.SH
    (node,) = report.subjects(rdflib.RDF.type, sh.ValidationReport)
    assert report.value(node, sh.conforms) == rdflib.Literal(False)
    results = list(report.objects(node, sh.result))
    assert {report.value(result, sh.resultSeverity) for result in results} == {sh.Violation, sh.Warning}
    assert all(report.value(result, sh.focusNode) for result in results)


@pytest.mark.parametrize("form", [ox.RdfFormat.N_QUADS, ox.RdfFormat.TURTLE, ox.RdfFormat.RDF_XML])
def test_files_are_validated_too(where: str, tmp_path: Path, form: ox.RdfFormat) -> None:
    path = tmp_path / f"graph.{form.file_extension}"
    with open_store(where) as store:
        quads = list(store.quads())
    data = (
        quads if form == ox.RdfFormat.N_QUADS else {q.triple for q in quads if q.graph_name.value != v.ONTOLOGY_GRAPH}
    )
    ox.serialize(data, output=str(path), format=form)
    assert [f for f in validation.validate_file(path) if f.severity != "info"] == []


def test_bad_files_are_refused(tmp_path: Path) -> None:
    (tmp_path / "tekst.docx").write_text("x", encoding="utf-8")
    (tmp_path / "kapot.ttl").write_text("geen turtle", encoding="utf-8")
    for name, words in (
        ("tekst.docx", "no RDF file"),
        ("kapot.ttl", "cannot be read as RDF"),
        ("weg.ttl", "cannot read|there is no"),
    ):
        with pytest.raises(InputError, match=words):
            list(validation.validate_file(tmp_path / name))
    with pytest.raises(InputError, match="there is no file"):
        run(str(tmp_path / "weg.ttl"))


def test_a_table_of_ones_own_list_is_an_actor(tmp_path: Path) -> None:
    names, minutes, place = tmp_path / "namen.csv", tmp_path / "a.txt", str(tmp_path / "graph.db")
    names.write_text("id,kind,label,aliases\nHavens,actor,Stuurgroep Havens,\n", encoding="utf-8")
    minutes.write_text(
        "Verslag Stuurgroep Havens\n\nDatum: 5 juni 2024\n\n1. Verslag\n\nHet verslag van 3 mei wordt vastgesteld.\n",
        encoding="utf-8",
    )
    lrtgraph.build([minutes], lrtgraph.Settings(store=place, gazetteers=(names,)))
    with open_store(place) as store:
        found = list(validation.validate(store))
    assert not [finding for finding in found if finding.severity == "violation"]
    assert {finding.document for finding in found} <= {"a.txt", None}
