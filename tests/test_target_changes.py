"""The query target-changes: which figures of meetings are a change, and each change once."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pyoxigraph as ox

from lrtgraph import queries
from lrtgraph import vocabulary as v
from lrtgraph.derivation import derive
from lrtgraph.store import open_store

_PREFIXES = "@prefix lrt: <https://w3id.org/lrtgraph/def#> . @prefix : <https://w3id.org/lrtgraph/id/> .\n"
_LABEL = "<http://www.w3.org/2000/01/rdf-schema#label>"
_DAY = "^^<http://www.w3.org/2001/XMLSchema#date>"

Figure = tuple[str, str, int, str, str, str]
"""Its day, its table, its value, its status, what it is about, and the rule by which it was read."""


def changes(where: Path, unit: str, figures: list[Figure]) -> list[tuple[str, str, str]]:
    """The changes that the query finds among figures, each of a document of its own: what about, and both values."""
    with open_store(str(where / "graph.db"), write=True) as store:
        for number, (day, table, value, status, about, rule) in enumerate(figures):
            sha = hashlib.sha256(bytes([number])).hexdigest()
            document = f"<{v.document_iri(sha)}>"
            held = ":m" + hashlib.sha256(f"{table} {day}".encode()).hexdigest()
            turtle = (
                f"{_PREFIXES}{document} a lrt:Document ; lrt:reportsOn {held} .\n"
                f'{held} a lrt:Meeting ; {_LABEL} "{table} {day}" .\n'
                f":t{number} lrt:targetStatus :{status} ; lrt:about {about} ; lrt:value {value} ;"
                f' lrt:meeting {held} ; lrt:unit "{unit}" ; lrt:rule "{rule}" ; lrt:document {document} .\n'
            )
            first, last = day.strip("()").split(" – ") if "–" in day else (day, day)
            for bound, of in (("earliest", first), ("latest", last)):
                turtle += f'{held} lrt:{bound} "{of}"{_DAY} .\n' if of != "…" else ""
            graph = ox.NamedNode(v.graph_iri(sha))
            found = ox.parse(turtle.encode(), format=ox.RdfFormat.TURTLE)
            store.replace([], [ox.Quad(each.subject, each.predicate, each.object, graph) for each in found])
        derive(store, everything=True)
        return [
            (row["about"].rpartition("/")[2], f"{row['earlier_value']:g}", f"{row['later_value']:g}")
            for row in queries.ask(store, "target-changes")
        ]


def test_figures_of_other_places_tables_and_kinds_are_no_changes(tmp_path: Path) -> None:
    id_ = "https://w3id.org/lrtgraph/id"
    found = changes(
        tmp_path,
        "plekken",
        [
            ("2024-01-10", "LRT", 320, "realised", ":DSL", "counted"),
            ("2024-01-10", "LRT", 5000, "target", ":DSL", "counted"),
            ("2024-02-01", "PRT Gelderland", 140, "realised", f":DSL , <{id_}/place/Gelderland>", "counted"),
            ("2024-03-01", "PRT Utrecht", 95, "realised", f":DSL , <{id_}/place/Utrecht>", "counted"),
            ("2024-04-01", "LRT", 640, "realised", ":DSL", "counted"),
            ("2024-05-01", "PRT Gelderland", 210, "realised", f":DSL , <{id_}/provincie/Gelderland>", "counted"),
            ("2024-06-01", "PRT Gelderland", 60, "realised", f":DSL , <{id_}/gemeente/Ede>", "counted"),
        ],
    )
    assert found == [("DSL", "320", "640"), ("DSL", "140", "210")]


def test_each_change_of_a_figure_is_told_once_and_what_held_before_is_none(tmp_path: Path) -> None:
    both = ":taakstelling , :vergunninghouders"
    found = changes(
        tmp_path,
        "vergunninghouders",
        [
            ("2024-01-10", "LRT", 5000, "target", both, "counted"),
            ("2024-02-10", "LRT", 5000, "target", both, "former"),
            ("2024-02-10", "LRT", 4000, "target", both, "counted"),
            ("2024-02-10", "LRT", 4000, "target", both, "bare-number"),
            ("2024-03-10", "LRT", 4500, "target", ":taakstelling", "former"),
            ("2024-04-10", "LRT", 6000, "target", ":vergunninghouders", "counted"),
        ],
    )
    assert found == [("taakstelling", "5000", "4000"), ("vergunninghouders", "4000", "6000")]


def test_a_meeting_whose_first_day_is_not_known_is_one_of_its_table(tmp_path: Path) -> None:
    found = changes(
        tmp_path,
        "plekken",
        [
            ("(… – 2024-01-10)", "LRT", 320, "target", ":DSL", "counted"),
            ("2024-02-01", "LRT", 640, "target", ":DSL", "counted"),
            ("2024-03-01", "HLRT", 900, "target", ":DSL", "counted"),
        ],
    )
    assert found == [("DSL", "320", "640")]


def test_of_several_places_all_must_be_the_same(tmp_path: Path) -> None:
    ede, tiel = "<https://w3id.org/lrtgraph/id/gemeente/Ede>", "<https://w3id.org/lrtgraph/id/gemeente/Tiel>"
    found = changes(
        tmp_path,
        "plekken",
        [
            ("2024-01-10", "LRT", 10, "target", f":DSL , {ede} , {tiel}", "counted"),
            ("2024-02-10", "LRT", 20, "target", f":DSL , {ede}", "counted"),
            ("2024-03-10", "LRT", 30, "target", f":DSL , {tiel}", "counted"),
            ("2024-04-10", "LRT", 40, "target", f":DSL , {tiel} , {ede}", "counted"),
            ("2024-05-10", "LRT", 50, "target", f":COA , {ede}", "counted"),
        ],
    )
    assert found == [("DSL", "10", "40")]
