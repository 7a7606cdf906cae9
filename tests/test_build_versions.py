"""Drafts of minutes of which the adopted version is there as well: their facts count once."""

from __future__ import annotations

from pathlib import Path

import minutes
import pytest

import lrtgraph
from lrtgraph.build import build, remove
from lrtgraph.build.versions import stage
from lrtgraph.resources import Settings

BODY = minutes.HEAD + (
    "2. Spreidingswet\n\n- VNG maakt bezwaar tegen de Spreidingswet.\n- IPO steunt de crisisnoodopvang.\n"
    "- COA zegt toe vóór 1 mei 2024 een overzicht van de bezetting te sturen.\n\n"
    "Besluit: de LRT stemt in met het plan.\n"
)
DRAFT = BODY.replace("Verslag Land", "Conceptverslag Land")
ADOPTED = BODY.replace("IPO steunt", "IPO en VNG steunen").replace("Verslag Land", "Vastgesteld verslag Land")
LIST = minutes.HEAD.replace("Verslag", "Besluitenlijst (concept)") + "2. Spreidingswet\n\nBesluit: de LRT stemt in.\n"


@pytest.mark.parametrize(
    ("name", "head", "found"),
    [
        ("verslag.txt", "Verslag LRT 9 november 2022", (0, 0)),
        ("conceptverslag LRT.docx", "Verslag LRT", (-1, 0)),
        ("LRT_concept_v0.3.docx", "Verslag LRT", (-1, 0.3)),
        ("LRT.docx", "Verslag LRT\nStatus: vastgesteld op 3 december 2022", (1, 0)),
        ("LRT.docx", "Verslag LRT\nvastgesteld: nee (concept)", (-1, 0)),
        ("LRT.docx", "Verslag LRT\n1. Opening\nHet concept is vastgesteld.", (0, 0)),
        ("conceptueel kader.docx", "Verslag LRT", (0, 0)),
    ],
)
def test_a_name_or_head_says_how_far_minutes_have_come(name: str, head: str, found: tuple[int, float]) -> None:
    assert stage(name, head) == found


def outcomes(where: Settings) -> list[str]:
    with lrtgraph.open(where.store) as graph:
        return [
            row["document"]
            for row in graph.query(
                "SELECT DISTINCT ?document { ?o a lrt:Outcome ; lrt:document/rdfs:label ?document } ORDER BY ?document"
            )
        ]


def test_facts_of_a_draft_count_until_its_adopted_version_comes_and_again_when_that_goes(tmp_path: Path) -> None:
    folder, where = tmp_path / "docs", Settings(store=str(tmp_path / "my.db"))
    folder.mkdir()
    (folder / "concept.txt").write_text(DRAFT, encoding="utf-8")
    (folder / "lijst.txt").write_text(LIST, encoding="utf-8")
    build([folder], where)
    assert outcomes(where) == ["concept.txt", "lijst.txt"]

    (folder / "definitief.txt").write_text(ADOPTED, encoding="utf-8")
    report = build([folder], where)
    assert [Path(path).name for path in report.new] == ["definitief.txt"]
    assert [Path(refused.path).name for refused in report.refused] == ["concept.txt"]
    assert "an earlier version of definitief.txt" in report.refused[0].reason
    assert outcomes(where) == ["definitief.txt", "lijst.txt"]
    assert report.documents == 3

    again = build([folder], where)
    assert (len(again.unchanged), len(again.refused)) == (2, 1)

    (folder / "definitief.txt").unlink()
    build([folder], where, prune=True)
    assert outcomes(where) == ["concept.txt", "lijst.txt"]


def test_both_versions_at_once_and_the_later_one_taken_out(tmp_path: Path) -> None:
    folder, where = tmp_path / "docs", Settings(store=str(tmp_path / "my.db"))
    folder.mkdir()
    (folder / "a.txt").write_text(ADOPTED, encoding="utf-8")
    (folder / "b.txt").write_text(DRAFT, encoding="utf-8")
    build([folder], where)
    assert outcomes(where) == ["a.txt"]
    with lrtgraph.open(where.store) as graph:
        assert graph.query("ASK { ?later prov:wasRevisionOf ?earlier . ?later rdfs:label 'a.txt' }")
    remove(["a.txt"], where)
    (folder / "a.txt").unlink()
    build([folder], where)
    assert outcomes(where) == ["b.txt"]
