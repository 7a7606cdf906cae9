"""Tables for people: they fit whatever the terminal, and break no word."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pandas
import pytest
from commands import Run
from hypothesis import given
from hypothesis import strategies as st

from lrtgraph import queries
from lrtgraph.cli import table
from lrtgraph.cli.output import emit

ASKED = [
    ["who-owns", "Spreidingswet", "--explain"],
    ["actions"],
    ["positions", "taakstelling"],
    ["timeline", "SJenV"],
    ["show", "SJenV"],
    ["search", "opvang"],
    ["summary", "2022-11-09"],
    ["compare", "2022-11-09", "003_1202948651acc853.txt"],
    ["queries"],
    ["query", "who-owns", "--explain"],
    ["query", "attendance"],
    ["network"],
    ["gazetteer", "list", "opvang"],
    ["gazetteer", "show", "SJenV"],
    ["status", "--documents"],
    ["validate", "--level", "info", str(Path(__file__).parent / "queries" / "world.trig")],
]


@pytest.mark.parametrize("columns", [40, 60, 80, 200])
@pytest.mark.parametrize("arguments", ASKED, ids=lambda arguments: " ".join(arguments[:2]))
def test_every_table_fits(
    arguments: list[str],
    columns: int,
    gold_store_path: Path,
    command: Run,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setenv("LRTGRAPH_STORE", str(gold_store_path))
    out = command(*arguments).out

    assert out
    assert max(map(table.width, out.splitlines())) <= columns
    assert "\x1b" not in out  # no colours where no terminal is


def test_a_pipe_has_a_hundred_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)

    assert max(map(len, written([["woord " * 60]], ["tekst"]).splitlines())) in range(90, 101)


def written(cells: list[list[str]], heads: list[str], below: list[list[str]] | None = None) -> str:
    out = io.StringIO()
    table.write(cells, heads, below or [[] for _ in cells], out)
    return out.getvalue()


def test_what_needs_too_many_columns_is_a_block_a_row(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    cells = [["Spreidingswet", "", "verantwoordelijkheid", "2022-11-09"], ["LCSV", "JenV", "actie", ""]]

    assert written(cells, ["about", "who", "what", "date"], [["a.txt:3 “bewijs”"], []]) == (
        "about  Spreidingswet\nwhat   verantwoordelijkheid\ndate   2022-11-09\n    a.txt:3 “bewijs”\n\n"
        "about  LCSV\nwho    JenV\nwhat   actie\n"
    )


def test_a_long_head_of_a_block_wraps_in_half_of_the_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    cells = [["taakstelling", "verantwoordelijkheid"]]

    assert written(cells, ["name", "LRT (2023-07-10 – 2023-09-25)"]) == (
        "name             taakstelling\nLRT (2023-07-10  verantwoordel\n– 2023-09-25)    ijkheid\n"
    )


def test_numbers_stand_to_the_right_and_their_heads_too() -> None:
    assert written([["VNG", "7"], ["IPO", "12"]], ["who", "times"]) == (
        "who  times\n───  ─────\nVNG      7\nIPO     12\n"
    )


WORDS = st.lists(st.text("abcdefghijklmnop", min_size=1, max_size=12), min_size=1, max_size=12).map(" ".join)


@given(st.lists(st.lists(WORDS, min_size=3, max_size=3), min_size=1, max_size=4), st.integers(30, 150))
def test_no_word_is_broken_and_none_is_lost(rows: list[list[str]], total: int) -> None:
    columns = [["head", *column] for column in zip(*rows, strict=True)]
    widths = table.fit(columns, total)

    if widths:
        assert sum(widths) + 2 * (len(widths) - 1) <= total
        for width, column in zip(widths, columns, strict=True):
            assert width >= max(len(word) for cell in column for word in cell.split())
    else:
        assert sum(max(len(word) for cell in column for word in cell.split()) for column in columns) + 4 > total


@given(st.lists(st.lists(WORDS, min_size=4, max_size=4), min_size=1, max_size=3), st.sampled_from([40, 80, 120]))
def test_all_that_is_in_a_row_is_written(rows: list[list[str]], columns: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", str(columns))
        out = written(rows, ["een", "twee", "drie", "vier"])

    assert sorted(re.findall(r"[a-p]+", re.sub(r"een|twee|drie|vier", "", out))) == sorted(
        re.findall(r"[a-p]+", re.sub(r"een|twee|drie|vier", "", " ".join(cell for row in rows for cell in row)))
    )
    assert max(map(len, out.splitlines())) <= columns


def test_evidence_stands_below_its_row_and_no_empty_column_is_left(capsys: pytest.CaptureFixture[str]) -> None:
    proof = {"document": "a.txt", "line": 3, "page": 2, "text": "VNG\nvraagt"}
    twice = {"evidence": [proof], "status_evidence": [proof]}
    emit([{"who": "VNG", **twice}, {"who": "IPO", "evidence": []}], ["who", *twice], "table")
    emit([{"who": "VNG", "evidence": []}], ["who", "evidence"], "table")

    assert capsys.readouterr().out == ("who\n───\nVNG\n    a.txt:3 (blz. 2) “VNG vraagt”\nIPO\nwho\n───\nVNG\n")


def test_a_name_with_dots_is_broken_behind_one(monkeypatch: pytest.MonkeyPatch) -> None:
    lines: list[list[str]] = []
    for columns in ("100", "40"):
        monkeypatch.setenv("COLUMNS", columns)
        out = io.StringIO()
        table.write([["x " * 60, "responsibility.competence"]], ["text", "rule"], [[]], out)
        lines.append(out.getvalue().split())
    assert "responsibility.competence" in lines[0]
    assert {"responsibility.", "competence"} <= set(lines[1])


@given(st.lists(st.text("abé地図._/", min_size=1, max_size=30), min_size=1, max_size=9).map(" ".join))
def test_wide_characters_and_long_names_stay_in_their_columns(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", "20")
        out = written([["x", text]], ["a", "b"])

    assert max(map(table.width, out.splitlines())) <= 20
    assert "".join(out.split()).endswith("".join(text.split()))


@pytest.mark.parametrize("columns", [40, 60, 80, 100])
def test_the_name_of_a_question_is_never_broken(columns: int, command: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    shown = set(command("queries").out.split())

    assert set(queries.names()) <= shown


@pytest.mark.parametrize("form", ["csv", "tsv"])
def test_no_cell_is_a_formula_and_pandas_reads_it_back(form: str) -> None:
    texts = ['=HYPERLINK("https://example.org")', "+31 20", "-1 plek", "@SUM(1)", "gewoon = goed"]
    written = io.StringIO()
    emit([{"text": text, "value": -1.5} for text in texts], ["text", "value"], form, stream=written)
    written.seek(0)
    read = pandas.read_csv(written, sep="," if form == "csv" else "\t")

    assert list(read["text"]) == [*(f"'{text}" for text in texts[:4]), texts[4]]
    assert list(read["value"]) == [-1.5] * 5
