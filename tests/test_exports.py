"""Every export is read back by a reader that people use."""

from __future__ import annotations

import csv
import json
import re
from datetime import date, datetime
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import openpyxl
import pandas as pd
import pyoxigraph as ox
import pytest
import rdflib
from graphs import MINUTES

import lrtgraph
from lrtgraph import vocabulary as v
from lrtgraph.errors import InputError
from lrtgraph.exports import FORMS, export, tables
from lrtgraph.exports.networks import EDGES, NODES
from lrtgraph.store import Store, open_store

SYNTAXES = {"ttl": "turtle", "nt": "nt", "rdfxml": "xml"}
DATASETS = {"trig": "trig", "nq": "nquads", "jsonld": "json-ld"}


def triples_of(store: Store) -> int:
    return len({quad.triple for quad in store.quads()})


@pytest.mark.parametrize("form", SYNTAXES)
def test_rdflib_reads_every_triple(gold_store: Store, tmp_path: Path, form: str) -> None:
    count = export(gold_store, form, tmp_path / "graph")
    graph = rdflib.Graph().parse(tmp_path / "graph", format=SYNTAXES[form])

    assert len(graph) == count == triples_of(gold_store)


@pytest.mark.parametrize("form", DATASETS)
@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib's parsers use what rdflib deprecates
def test_rdflib_reads_every_named_graph(gold_store: Store, tmp_path: Path, form: str) -> None:
    count = export(gold_store, form, tmp_path / "graph")
    dataset = rdflib.Dataset()
    dataset.parse(tmp_path / "graph", format=DATASETS[form])
    found = {str(graph) for _, _, _, graph in dataset.quads((None, None, None, None))}

    assert sum(1 for _ in dataset.quads((None, None, None, None))) == count == len(list(gold_store.quads()))
    assert found == set(gold_store.graphs())


@pytest.mark.parametrize("form", ["ttl", "nq", "gexf", "csv", "neo4j"])
def test_the_same_graph_gives_the_same_file(gold_store: Store, tmp_path: Path, form: str) -> None:
    for name in ("one", "two"):
        export(gold_store, form, tmp_path / name)
    files = [tmp_path / "one"] if FORMS[form].suffix else sorted((tmp_path / "one").iterdir())

    assert files
    for file in files:
        assert file.read_bytes() == (tmp_path / "two" / file.relative_to(tmp_path / "one")).read_bytes()


@pytest.mark.parametrize("form", ["graphml", "gexf", "cytoscape"])
def test_networkx_reads_nodes_edges_and_their_kinds(gold_store: Store, tmp_path: Path, form: str) -> None:
    path = tmp_path / "network"
    count = export(gold_store, form, path)
    graph: nx.MultiDiGraph[str] = {
        "graphml": lambda: nx.read_graphml(path, force_multigraph=True),
        "gexf": lambda: nx.read_gexf(path, version="1.2draft"),
        "cytoscape": lambda: nx.cytoscape_graph(json.loads(path.read_text(encoding="utf-8"))),
    }[form]()

    assert graph.number_of_edges() == count > 100
    assert graph.nodes["Spreidingswet"]["kind"] == "instrument"
    assert graph.nodes["SJenV"]["label"] == "staatssecretaris van Justitie en Veiligheid"
    owns = [data for _, _, data in graph.edges("SJenV", data=True) if data["kind"] == "owns"]
    assert owns
    assert all(data["evidence"] for data in owns)


def test_gephi_finds_colours_sizes_and_dates(gold_store: Store, tmp_path: Path) -> None:
    export(gold_store, "gexf", tmp_path / "network.gexf")
    graph = nx.read_gexf(tmp_path / "network.gexf", version="1.2draft")
    colours = {data["kind"]: tuple(data["viz"]["color"].values()) for _, data in graph.nodes(data=True)}

    assert len(set(colours.values())) == len(colours) >= 4
    assert all(data["viz"]["size"] > 0 for _, data in graph.nodes(data=True))
    assert any(data.get("start") == "2022-11-09" for _, _, data in graph.edges(data=True))


def elements(path: Path, name: str) -> list[dict[str, str]]:
    """The attributes of all elements of a name, whatever their namespace."""
    return [dict(each.attrib) for each in ElementTree.parse(path).iter() if each.tag.rpartition("}")[2] == name]


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_no_edge_is_taken_for_another(gold_store: Store, tmp_path: Path, form: str) -> None:
    count = export(gold_store, form, tmp_path / "network")
    edges = elements(tmp_path / "network", "edge")

    # Gephi drops an edge whose id it has seen, and merges what lies between the same nodes and is of one kind.
    assert len({edge["id"] for edge in edges}) == len(edges) == count
    if form == "gexf":
        assert len({(edge["source"], edge["target"], edge["kind"]) for edge in edges}) == count
        assert all(edge["label"] == edge["kind"] for edge in edges)


def test_a_graphml_key_means_one_thing(gold_store: Store, tmp_path: Path) -> None:
    export(gold_store, "graphml", tmp_path / "network")
    keys = elements(tmp_path / "network", "key")
    named = {(key["for"], key["attr.name"]) for key in keys}

    assert len({key["id"] for key in keys}) == len(named) == len(keys)
    assert {(part, name) for part in ("node", "edge") for name in ("kind", "label", "weight", "color")} <= named
    assert {data["key"] for data in elements(tmp_path / "network", "data")} == {key["id"] for key in keys}


@pytest.mark.parametrize("form", ["graphml", "gexf", "cytoscape"])
def test_edges_are_coloured_by_their_kind(gold_store: Store, tmp_path: Path, form: str) -> None:
    path = tmp_path / "network"
    export(gold_store, form, path)
    if form == "gexf":  # of which NetworkX reads the colours of nodes only
        edges = [each for each in ElementTree.parse(path).iter() if each.tag.endswith("}edge")]
        coloured = {(edge.attrib["kind"], "{r} {g} {b}".format(**edge[0].attrib)) for edge in edges}
    elif form == "graphml":
        found = nx.read_graphml(path, force_multigraph=True).edges(data=True)
        coloured = {(data["kind"], data["color"]) for _, _, data in found}
    else:
        data = [edge["data"] for edge in json.loads(path.read_text(encoding="utf-8"))["elements"]["edges"]]
        coloured = {(edge["interaction"], edge["color"]) for edge in data}

    assert len(dict(coloured)) == len({colour for _, colour in coloured}) == len(coloured) >= 5


def test_cytoscape_shows_labels(gold_store: Store, tmp_path: Path) -> None:
    export(gold_store, "cytoscape", tmp_path / "network")
    nodes = json.loads((tmp_path / "network").read_text(encoding="utf-8"))["elements"]["nodes"]

    assert "Vereniging van Nederlandse Gemeenten" in {node["data"]["name"] for node in nodes}


def test_the_colours_are_those_of_the_map() -> None:
    page = (Path(lrtgraph.__file__).parent / "mapview" / "page" / "data.js").read_text(encoding="utf-8")

    assert dict(re.findall(r'^  (\w+): \{ colour: "(#\w+)"', page, re.MULTILINE)) == NODES
    assert dict(re.findall(r'^  (\w+): \{ light: "(#\w+)"', page, re.MULTILINE)) == EDGES


def test_pandas_reads_the_tables(gold_store: Store, tmp_path: Path) -> None:
    count = export(gold_store, "csv", tmp_path)
    nodes, edges, facts = (pd.read_csv(tmp_path / f"{name}.csv") for name in ("nodes", "edges", "facts"))

    assert len(facts) == count
    assert set(edges["source"]) | set(edges["target"]) == set(nodes["id"])
    texts = {path.name: path.read_bytes().decode() for path in MINUTES.glob("*.txt")}
    for row in facts.itertuples():
        assert " ".join(texts[str(row.document)][row.start : row.end].split()) == row.text
    total = gold_store.query(
        "SELECT (COUNT(DISTINCT ?f) AS ?n) { ?f a <https://w3id.org/lrtgraph/def#Fact> ; "
        "<https://w3id.org/lrtgraph/def#evidence> ?e }"
    )
    assert count == int(next(iter(total))["n"].value)
    assert {"target", "attendance"} < set(facts["kind"])
    assert facts.loc[facts["kind"].isin({"target", "attendance"}), "status"].notna().all()
    assert facts.loc[facts["kind"] == "target", "value"].notna().all()
    assert "JenV kijkt naar positie LCSV" in set(facts["text"])
    undated = facts[facts["date"].isna()]  # of a meeting that is only bounded a reader sees which it is
    assert set(zip(undated["meeting_label"], undated["latest"], strict=True)) == {
        ("LRT (2023-04-25 – 2023-06-05)", "2023-06-05"),
        ("LRT (2023-07-10 – 2023-09-25)", "2023-09-25"),
    }


def test_openpyxl_reads_the_workbook(gold_store: Store, tmp_path: Path) -> None:
    count = export(gold_store, "xlsx", tmp_path / "graph.xlsx")
    book = openpyxl.load_workbook(tmp_path / "graph.xlsx")

    assert book.sheetnames == ["nodes", "edges", "facts"]
    assert book["facts"].max_row == count + 1
    assert book["facts"]["A1"].value == "fact"
    widths = {cell.value: book["facts"].column_dimensions[cell.column_letter].width for cell in book["facts"][1]}
    assert widths["text"] > 3 * widths["kind"]
    assert {sheet.auto_filter.ref for sheet in book} == {sheet.dimensions for sheet in book}


def test_a_day_is_a_date_in_the_workbook_and_other_terms_are_texts(gold_store: Store, tmp_path: Path) -> None:
    export(gold_store, "xlsx", tmp_path / "graph.xlsx")
    book = openpyxl.load_workbook(tmp_path / "graph.xlsx")
    cells = {
        (sheet.title, str(head.value)): [cell for (cell,) in sheet.iter_rows(2, None, head.column, head.column)]
        for sheet in book
        for head in sheet[1]
    }
    days = [cell for cell in cells["facts", "date"] if cell.value is not None]

    assert all(isinstance(cell.value, datetime) and cell.number_format == "yyyy-mm-dd" for cell in days)
    assert {str(cell.value)[:10] for cell in days} >= {"2022-11-09"}
    assert all(isinstance(cell.value, datetime) for cell in cells["edges", "first"] if cell.value)
    assert any(isinstance(cell.value, str) for cell in cells["facts", "deadline"])
    assert not any(isinstance(cell.value, datetime) for cell in cells["facts", "text"])


@pytest.mark.parametrize("kept", ["voor de zomer", "2024-02-31", "0024-01-31", "1890-01-31", "2024-W01-1x", None, 7])
def test_what_is_no_day_of_a_workbook_stays(kept: object) -> None:
    assert tables._dated(kept) == kept
    assert tables._dated("2024-02-29") == date(2024, 2, 29)


def test_text_of_a_document_never_becomes_a_formula(tmp_path: Path) -> None:
    graph = ox.NamedNode(v.graph_iri("0" * 64))
    with open_store(str(tmp_path / "db"), write=True) as store:
        store.replace([], hostile_fact(graph))
        export(store, "xlsx", tmp_path / "graph.xlsx")
        export(store, "csv", tmp_path / "tables")
    assert "'=1+1" in set(pd.read_csv(tmp_path / "tables" / "facts.csv")["text"])
    cells = [cell for row in openpyxl.load_workbook(tmp_path / "graph.xlsx")["facts"].iter_rows() for cell in row]

    assert any(cell.value == "=1+1" for cell in cells)
    assert all(cell.data_type != "f" for cell in cells)


def hostile_fact(graph: ox.NamedNode) -> list[ox.Quad]:
    text = f"""
        PREFIX lrt: <{v.LRT}> PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX rdfs: <{v.NAMESPACES["rdfs"]}>
        CONSTRUCT {{
          <x:/o> a lrt:Actie, lrt:Outcome, lrt:Fact ; lrt:document <x:/d> ; lrt:meeting <x:/m> ; lrt:rule "x" ;
            lrt:confidence 0.9 ; lrt:evidence <x:/e> ; lrt:owner <{v.concept_iri("VNG")}> .
          <x:/e> oa:hasSource <x:/d> ; oa:hasSelector <x:/p>, <x:/q> ; lrt:line 1 .
          <x:/p> oa:start 0 ; oa:end 4 . <x:/q> oa:exact "=1+1" .
          <x:/d> a lrt:Document ; rdfs:label "d.txt" ; lrt:reportsOn <x:/m> . <x:/m> a lrt:Meeting ; rdfs:label "m" .
          <{v.concept_iri("VNG")}> a lrt:Actor .
        }} WHERE {{}}"""
    return [ox.Quad(t.subject, t.predicate, t.object, graph) for t in ox.Store().query(text)]  # type: ignore[union-attr]


def test_neo4j_finds_columns_it_knows_and_a_command(gold_store: Store, tmp_path: Path) -> None:
    count = export(gold_store, "neo4j", tmp_path)
    with (tmp_path / "nodes.csv").open(encoding="utf-8", newline="") as file:
        nodes = {row["id:ID"]: row for row in csv.DictReader(file)}
    with (tmp_path / "relationships.csv").open(encoding="utf-8", newline="") as file:
        edges = list(csv.DictReader(file))

    assert len(edges) == count
    assert {edge[":START_ID"] for edge in edges} | {edge[":END_ID"] for edge in edges} <= nodes.keys()
    assert nodes["Spreidingswet"][":LABEL"].split(";")[0] == "Instrument"
    assert {edge[":TYPE"] for edge in edges} >= {"OWNS", "ABOUT", "ASKS"}
    command = (tmp_path / "import.sh").read_text(encoding="utf-8")
    assert "--nodes=nodes.csv" in command
    assert "--relationships=relationships.csv" in command


def test_an_unknown_form_and_a_place_that_is_none(gold_store: Store, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(InputError, match="choose from ttl"):
        export(gold_store, "docx", tmp_path / "x")
    with pytest.raises(InputError, match="cannot be written"):
        export(gold_store, "ttl", tmp_path / "no" / "folder" / "x.ttl")
    with pytest.raises(InputError, match="file is a file; give -o the name of a folder"):
        export(gold_store, "csv", tmp_path / "file")


@pytest.mark.parametrize("form", FORMS)
def test_a_place_that_cannot_be_written_is_one_sentence_and_stays(gold_store: Store, tmp_path: Path, form: str) -> None:
    is_file = FORMS[form].suffix is not None
    target = tmp_path / "target"
    if is_file:
        target.mkdir()
    else:
        target.write_text("mine", encoding="utf-8")

    with pytest.raises(InputError):
        export(gold_store, form, target)
    assert list(tmp_path.iterdir()) == [target]
    assert list(target.iterdir()) == [] if is_file else target.read_text(encoding="utf-8") == "mine"
