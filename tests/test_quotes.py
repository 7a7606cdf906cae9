"""Quotes as people read them: without the marks of Markdown, in whole pairs and in halves."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from commands import Run

from lrtgraph.answers.quotes import readable

MINUTES = (
    "# Verslag LRT 4 april 2024\n\n**Aanwezig:** mw. Bos (VNG), dhr. Kok (COA)\n\n## 1. Opening\n\n"
    "**Besluit:** de LRT stemt **unaniem** in met de [Spreidingswet](https://example.org/wet).\n\n"
    "## 2. Opvang\n\n**Actie:** _VNG_ stuurt **de brief** over de Spreidingswet vóór 1 mei.\n\n"
    "## 3. Sluiting\n\nGeen.\n"
)


@pytest.mark.parametrize(
    ("quote", "shown"),
    [
        ("Bos:** akkoord", "Bos: akkoord"),
        ("VNG_ stuurt een brief", "VNG stuurt een brief"),
        ("**Bos**: akkoord met **alles", "Bos: akkoord met alles"),
        ("__Bos__ is _het_ *eens*", "Bos is het eens"),
        ("een kop\n## 2. Opvang\nen tekst", "een kop 2. Opvang en tekst"),
        ("cel<br>cel, 2\\. punt \\*", "cel cel, 2. punt *"),
        ("de `cijfers` (zie [bijlage 2](x.pdf))", "de cijfers (zie bijlage 2)"),
        ('``a`b`` en [stuk](../a/b.docx#2 "titel")', "a`b en stuk"),
        ("~~de cijfers~~ en ~~halve", "de cijfers en halve"),
        ("![kaart](kaart.png), ![](lijn.png) [map](stukken/)", "kaart, map"),
        ("<u>Bos</u> & R&amp;D, <https://example.org>[^1]", "Bos & R&D, https://example.org"),
        ("Notitie delen\tVNG\t\t1 mei\t", "Notitie delen | VNG | 1 mei"),
        ("Brief sturen \tCOA / gemeente\n\tTiel", "Brief sturen | COA / gemeente Tiel"),
        ("1.\tOpening", "1. Opening"),
        ("Besluit:\tde tafel stemt in", "Besluit: de tafel stemt in"),
        ("zie [de brief](https://example.org/brief) en [noot](#noot)", "zie de brief en noot"),
    ],
)
def test_marks_are_taken_off(quote: str, shown: str) -> None:
    assert readable(quote) == shown


@pytest.mark.parametrize(
    "quote",
    [
        "2 * 3 * 4",
        "3* en 4*",
        "____ (VNG)",
        "Bos____",
        "snake_case_naam",
        "[5.1.2.e] (COA)",
        "[naam](VNG/IPO)",
        "`s avonds en `s ochtends zo`n foto`s",
        "~20 plekken en ~30",
        "~~~~~",
        "VNG & IPO; a > b",
        "punt # 7",
        "a < b",
        "***** (VNG)",
    ],
)
def test_what_is_no_mark_stays(quote: str) -> None:
    assert readable(quote) == quote


@pytest.mark.parametrize(
    ("quote", "shown"),
    [
        ("VNG vraagt de\nPagina 3 van 7\nprovincies om hulp.", "VNG vraagt de provincies om hulp."),
        ("VNG vraagt de\n\n  - 3 -\n\fprovincies om hulp.", "VNG vraagt de provincies om hulp."),
        ("VNG vraagt de          Pagina 3 van 7\nprovincies", "VNG vraagt de provincies"),
        ("VNG vraagt\n5.1.2e\nBuiten reikwijdte verzoek\nde provincies", "VNG vraagt de provincies"),
        # what is said of a page, a number and a ground stays, and so do the first and the last words
        ("Zie het kader,\npagina 3 van 7 gaat\ndaarover", "Zie het kader, pagina 3 van 7 gaat daarover"),
        ("Het gaat om\n300\nplekken", "Het gaat om 300 plekken"),
        ("VNG verwijst naar\npagina 3", "VNG verwijst naar pagina 3"),
        ("Notitie delen\t3/7\nVNG", "Notitie delen | 3/7 VNG"),
    ],
)
def test_what_stands_on_a_page_for_its_own_sake_is_not_shown(quote: str, shown: str) -> None:
    assert readable(quote) == shown


@pytest.fixture
def ask(tmp_path: Path, command: Run, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Asks a graph of minutes in Markdown."""
    monkeypatch.setenv("LRTGRAPH_STORE", str(tmp_path / "my.db"))
    (tmp_path / "verslag.md").write_text(MINUTES, encoding="utf-8")
    command("build", str(tmp_path / "verslag.md"))
    return lambda *arguments: command(*arguments).out


def test_people_read_quotes_and_machines_get_the_exact_text(ask: Callable[..., str], tmp_path: Path) -> None:
    for command in (
        ["actions"],
        ["decisions"],
        ["summary", "2024-04-04"],
        ["show", "VNG"],
        ["search", "brief"],
        ["query", "outcomes"],
    ):
        shown = ask(*command)
        assert "verslag.md" in shown
        assert "**" not in shown
        assert "](" not in shown
    assert "stuurt de brief over" in " ".join(ask("actions").split())
    quotes = [proof["text"] for row in json.loads(ask("actions", "--format", "json")) for proof in row["evidence"]]
    assert any("**de brief**" in quote for quote in quotes)
    assert all(quote in MINUTES for quote in quotes)
    ask("map", "-o", str(tmp_path / "kaart.html"))
    page = (tmp_path / "kaart.html").read_text(encoding="utf-8")
    assert "stuurt de brief over" in page
    assert "**de brief**" not in page
