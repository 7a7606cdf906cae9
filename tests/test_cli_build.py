"""The commands that read, keep and look after a graph, as a person runs them."""

from __future__ import annotations

import json
import os
import shutil
import socket
import zipfile
from pathlib import Path

import pytest
from commands import Result, Run
from graphs import MINUTES

from lrtgraph.build import Report
from lrtgraph.resources import Settings
from lrtgraph.store import open_store

TEXT = "LRT 9 november 2022\n\n1. Spreidingswet\n\n- VNG vraagt aandacht voor de Spreidingswet.\n"
UNDATED = "LRT\n\n1. Spreidingswet\n\n- IPO steunt de Spreidingswet.\n"


@pytest.fixture
def run(tmp_path: Path, command: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command line in an empty folder, on one processor."""
    monkeypatch.chdir(tmp_path)
    return lambda *given: command(*given, *(("--jobs", "1") if given[0] in ("build", "extract") else ()))


@pytest.fixture
def built(example_build: tuple[Settings, Report], run: Run) -> Run:
    """The same with the graph of the example minutes in it."""
    shutil.copytree(example_build[0].store, "lrtgraph.db")
    return run


# Build and extract


def test_a_build_says_what_it_did_and_a_second_one_does_nothing(run: Run) -> None:
    Path("minutes").mkdir()
    Path("minutes", "a.txt").write_text(TEXT, encoding="utf-8")
    first, second = run("build", "minutes"), run("build", "minutes")

    assert (first.code, first.err) == (0, "")
    assert first.out.startswith("documents: 1 new (")
    assert "in lrtgraph.db\nfacts read: " in first.out
    assert second.out.startswith("documents: 0 new, 1 unchanged (")


def test_what_is_refused_is_told_with_a_way_out_and_listed_afterwards(run: Run) -> None:
    files = {"good.txt": TEXT, "empty.txt": "", "shop.txt": "Te koop: een fiets.\n", "old.doc": "x", "sums.xyz": "1"}
    Path("minutes").mkdir()
    for name, text in files.items():
        Path("minutes", name).write_text(text, encoding="utf-8")
    done = run("build", "minutes", *(f"minutes/{name}" for name in ("old.doc", "sums.xyz")))
    listed = json.loads(run("status", "--refused", "--format", "json").out)

    assert done.code == 0
    assert done.out.startswith("documents: 1 new, ")
    assert {Path(row["path"]).name for row in listed} == files.keys() - {"good.txt"}
    reasons = {Path(row["path"]).name: row["error"] for row in listed}
    assert reasons["empty.txt"] == "the file is empty; get the document once more from where it came"
    assert "`lrtgraph gazetteer add`" in reasons["shop.txt"]
    assert all(f": {reason}" in done.err for reason in reasons.values())
    table = run("status", "--refused").out
    assert "why, and what to do" in table
    assert "`lrtgraph status --refused` says why" in run("status").out
    assert run("build", "minutes", "--strict").code == 2


def test_one_bad_document_is_an_error(run: Run) -> None:
    Path("empty.txt").touch()
    result = run("build", "empty.txt")

    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("lrtgraph: ")
    assert "empty.txt: the file is empty; get the document" in result.err
    assert result.err.count("\n") == 1


def test_a_path_that_is_not_there_is_an_error_and_the_others_are_read(run: Run) -> None:
    Path("a.txt").write_text(TEXT, encoding="utf-8")

    assert run("build", "nowhere").err == "lrtgraph: there is no file or folder 'nowhere'\n"
    both = run("build", "a.txt", "nowhere")
    assert both.code == 2
    assert "1 new" in both.out
    assert "nowhere: there is no such file or folder" in both.err
    Path("empty").mkdir()
    assert run("build", "empty").err == "lrtgraph: there are no documents in empty\n"


def test_a_manifest_that_names_what_is_not_there_is_told_in_folders_and_archives(run: Run) -> None:
    Path("minutes").mkdir()
    Path("minutes", "a.txt").write_text(UNDATED, encoding="utf-8")
    Path("minutes", "manifest.csv").write_text("file,title\na.txt,Verslag\nweg.txt,Verdwenen\n", encoding="utf-8")
    with zipfile.ZipFile("alles.zip", "w") as archive:
        archive.writestr("map/b.txt", UNDATED + "- VNG steunt de Spreidingswet.\n")
        archive.writestr("map/manifest.csv", "file,title\nb.txt,Verslag\na.txt,Elders\n")
    told = run("build", "minutes", "alles.zip")
    assert told.code == 0
    lines = [line.partition(" names ")[2] for line in told.err.splitlines()]
    assert lines == [
        "what is not beside it: weg.txt; correct the names in it",
        "what is not beside it: a.txt; correct the names in it",
    ]


def test_what_stands_beside_a_document_is_in_the_status_and_in_answers(run: Run) -> None:
    Path("minutes").mkdir()
    for name in ("a.txt", "b.txt"):
        Path("minutes", name).write_text(UNDATED, encoding="utf-8")
    beside = {"title": "Verslag van de regietafel", "date": "2024-03-01", "url": "https://example.org/a"}
    Path("minutes", "a.json").write_text(json.dumps(beside), encoding="utf-8")
    Path("minutes", "manifest.csv").write_text("file,title,date\nb.txt,Tweede verslag,2024-04-01\n", encoding="utf-8")
    Path("minutes", "b.txt").write_text(UNDATED + "- VNG steunt de Spreidingswet.\n", encoding="utf-8")
    run("build", "minutes")
    rows = json.loads(run("status", "--documents", "--format", "json").out)

    assert [(row["name"], row["title"], row["date"], row["url"]) for row in rows] == [
        ("a.txt", "Verslag van de regietafel", "2024-03-01", "https://example.org/a"),
        ("b.txt", "Tweede verslag", "2024-04-01", None),
    ]
    assert "title" in run("status", "--documents").out.splitlines()[0]
    dates = [row["date"] for row in json.loads(run("positions", "Spreidingswet", "--format", "json").out)]
    assert {"2024-03-01", "2024-04-01"} <= set(dates)
    titled, untitled = (" (Verslag van de regietafel, https://example.org/a)", " (Tweede verslag)")
    for command in (
        ("positions", "Spreidingswet", "--explain"),
        ("query", "positions", "--param", "about=Spreidingswet"),
    ):
        shown = " ".join(run(*command).out.split())
        assert titled in shown
        assert untitled in shown
    rows = json.loads(run("positions", "Spreidingswet", "--format", "json").out)
    [proof] = [proof for row in rows for proof in row["evidence"] if proof["document"] == "a.txt"]
    assert (proof["title"], proof["url"]) == ("Verslag van de regietafel", "https://example.org/a")
    assert "without a date" not in run("status").out


def test_metadata_that_cannot_be_read_is_told_with_its_file(run: Run) -> None:
    Path("a.txt").write_text(UNDATED, encoding="utf-8")
    Path("a.json").write_text('{"date": "1 maart"}', encoding="utf-8")
    result = run("build", "a.txt")

    assert result.code == 2
    assert "a.json: '1 maart' is no date; write it as year-month-day" in result.err


TOWN = """Verslag LRT 3 mei 2024

Plaats: Tiel
Aanwezig: VNG, COA

1. Opvang
- Gemeente Tiel steunt de Spreidingswet.
Actie: Gemeente Tiel levert de cijfers aan.
"""


def test_the_name_of_a_town_leads_to_its_municipality(run: Run) -> None:
    of_town = "- COA vraagt of de locatie in Tiel opengaat.\nActie: Gemeente Tiel levert"
    Path("a.txt").write_text(TOWN.replace("Actie: Gemeente Tiel levert", of_town), encoding="utf-8")
    run("build", "a.txt")
    taken = "Tiel stands for gemeente:Tiel here; ask for place:Tiel to get the place\n"
    both = "Tiel stands for gemeente:Tiel and place:Tiel here; ask by id for one of them\n"
    said, owed, none = run("positions", "Tiel"), run("actions", "--owner", "Tiel"), run("decisions", "--owner", "Tiel")

    assert (said.err, owed.err, none.err) == (taken, taken, f"{taken}nothing found\n")
    assert "steunt de Spreidingswet" in said.out
    assert "opengaat" not in said.out
    assert "levert de cijfers aan" in owed.out
    assert "opengaat" in run("positions", "place:Tiel").out
    assert "gemeente:Tiel is an actor" in run("who-owns", "Tiel").err
    for whole in (run("timeline", "Tiel"), run("show", "Tiel")):
        assert whole.err == both
        assert all(words in whole.out for words in ("steunt", "opengaat", "levert de cijfers aan"))
    assert "COA → " in run("show", "Tiel").out
    alone = run("timeline", "gemeente:Tiel")
    assert ("opengaat" in alone.out, alone.err) == (False, "")
    assert "nodes" in run("map", "--focus", "Tiel", "-o", "kaart.html").err


def test_a_safety_region_leads_to_all_of_them(run: Run) -> None:
    Path("a.txt").write_text(f"{TOWN}- Veiligheidsregio Twente vraagt het Rijk om geld.\n", encoding="utf-8")
    run("build", "a.txt")
    told = (
        "minutes know veiligheidsregio's as one, VR: ask for that, or `lrtgraph search '\"VR Twente\"'` for the words\n"
    )
    none, card = run("positions", "VR Twente"), run("show", "VR Twente")

    assert (none.code, none.err) == (1, f"nothing found: {told}")
    assert card.err == told
    assert "om geld" in run("positions", "VR").out


def test_nearly_the_same_minutes_twice_are_told(run: Run) -> None:
    Path("minutes").mkdir()
    for name, text in {"a.txt": TOWN, "b.md": f"# {TOWN}\n\n", "c.txt": TOWN}.items():
        Path("minutes", name).write_text(text, encoding="utf-8")
    other = TOWN.replace("steunt de Spreidingswet", "vraagt aandacht voor de bekostiging van de opvang dit najaar")
    Path("minutes", "d.txt").write_text(other.replace("3 mei", "4 mei"), encoding="utf-8")
    built = run("build", "minutes").out
    told = run("status").out

    assert "1 copy" in built
    assert "the same bytes as a document that is read already: c.txt" in built
    assert "2 documents say nearly the same, and their facts count 2 times: a.txt, b.md (`lrtgraph remove`" in told
    assert json.loads(run("status", "--format", "json").out)[0]["alike"] == [["a.txt", "b.md"]]


def test_an_export_goes_to_standard_output(built: Run) -> None:
    written, table = built("export", "nt", "-o", "-"), built("export", "csv", "-o", "-")

    assert written.code == 0
    assert written.out.endswith(" .\n")
    assert written.err.startswith("wrote to standard output: ")
    assert not Path("-").exists()
    assert (table.code, table.err) == (
        2,
        "lrtgraph: csv is no text for standard output; give -o the name of a folder\n",
    )


def test_an_extraction_record_beside_its_text_is_no_metadata(run: Run) -> None:
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    record = run("extract", "a.txt", "--format", "jsonl").out
    Path("a.json").write_text(record, encoding="utf-8")

    assert run("extract", "a.txt", "--format", "jsonl").out == record


def test_extract_shows_records_without_a_graph(run: Run) -> None:
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    shown = run("extract", "a.txt").out

    assert shown.startswith("\na.txt\nbody  date ")
    assert "statements (1)\n" in shown
    assert shown.endswith("mentions (4): LRT, Spreidingswet, VNG\n")
    assert not Path("lrtgraph.db").exists()


# Status, remove, backup and restore


def test_status_tells_documents_meetings_and_gaps(built: Run) -> None:
    lines = built("status").out.splitlines()

    assert lines[0] == "3 documents about 3 meetings, which mention 3 other meetings"
    assert lines[1].startswith("facts: ")
    assert lines[2].startswith("last read: 20")
    assert lines[3].startswith("2 documents without a date (")
    assert built("status", "--refused") == Result(1, "", "nothing was refused\n")


def test_status_in_forms_for_machines(built: Run) -> None:
    (figures,) = json.loads(built("status", "--format", "json").out)
    head, row = built("status", "--format", "csv").out.splitlines()

    assert (figures["documents"], figures["meetings"], figures["reported"]) == (3, 6, 3)
    assert dict(zip(head.split(","), row.split(","), strict=True))["statements"] == str(figures["facts"]["statements"])
    assert len(json.loads(built("status", "--documents", "--format", "json").out)) == 3
    assert "LRT   2023-04-25 – 2023-06-05" in built("status", "--documents").out


def test_a_document_that_is_removed_is_gone_from_every_answer(built: Run) -> None:
    name = "001_b02e470687c8b965.txt"
    assert name in built("who-owns", "Spreidingswet").out
    assert built("remove", name).out == f"removed {MINUTES / name}\n"
    assert name not in built("who-owns", "Spreidingswet").out
    assert name not in built("status", "--documents").out
    again = built("remove", name)
    assert again == Result(
        2, "", f"lrtgraph: no document is called '{name}'; `lrtgraph status --documents` lists them\n"
    )


def test_a_meeting_that_others_speak_of_has_no_minutes(built: Run) -> None:
    assert built("summary", "2023-07-10") == Result(
        1, "", "the minutes of LRT 2023-07-10 are not in this graph: others only speak of it\n"
    )
    assert built("show", "2023-07-10").out.splitlines()[-1].split() == ["minutes", "none", "in", "this", "graph"]


def test_an_empty_graph_is_no_mistake(built: Run) -> None:
    for name in ("000_f18b6c50bbc24009.txt", "001_b02e470687c8b965.txt", "003_1202948651acc853.txt"):
        built("remove", name)

    assert built("status").out.startswith("no documents yet; run `lrtgraph build DIR`")
    assert built("status", "--documents") == Result(1, "", "there are no documents in the graph\n")
    assert built("actions") == Result(1, "", "nothing found\n")
    assert built("search", "opvang") == Result(1, "", "nothing found\n")
    assert built("map").code == 2
    assert built("validate").code == 0


def test_a_backup_is_restored_with_the_same_answers(built: Run) -> None:
    asked = ("who-owns", "Spreidingswet", "--explain", "--format", "json")
    before = built(*asked)
    saved = built("backup", "saved")
    restored = built("restore", "saved", "--store", "again.db")

    assert (saved.code, restored.code) == (0, 0)
    assert saved.out.split()[0] == restored.out.split()[0]  # as many quads out as in
    assert built(*asked, "--store", "again.db") == before
    for arguments, words in (
        (("backup", "saved"), "saved exists already; give a new folder for the backup"),
        (("restore", "saved"), "there is a graph"),
        (("restore", "nowhere", "--store", "new.db"), "nowhere holds no backup of a graph"),
    ):
        result = built(*arguments)
        assert (result.code, result.out) == (2, "")
        assert words in result.err or "already" in result.err
    assert not Path("new.db").exists()


# Which graph


def test_two_graphs_do_not_mix_and_the_option_wins_over_the_variable(
    built: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    built("build", "a.txt", "--store", "other.db")

    def names(*options: str) -> list[str]:
        return [row["name"] for row in json.loads(built("status", "--documents", "--format", "json", *options).out)]

    assert names("--store", "other.db") == ["a.txt"]
    assert len(names()) == 3
    monkeypatch.setenv("LRTGRAPH_STORE", "other.db")
    assert names() == ["a.txt"]
    assert len(names("--store", "lrtgraph.db")) == 3


ASKS = (
    ["who-owns", "VNG"],
    ["status"],
    ["map"],
    ["query", "meetings"],
    ["validate"],
    ["export", "nq"],
    ["remove", "x"],
)


@pytest.mark.parametrize("arguments", ASKS, ids=lambda arguments: arguments[0])
def test_without_a_graph_every_command_says_how_to_make_one(run: Run, arguments: list[str]) -> None:
    result = run(*arguments)

    assert (result.code, result.out) == (2, "")
    assert result.err == "lrtgraph: there is no graph in lrtgraph.db yet; run `lrtgraph build DIR` first\n"
    assert os.listdir() == []


@pytest.mark.parametrize("arguments", [*ASKS, ["build", "a.txt"], ["backup", "saved"]], ids=lambda a: a[0])
def test_a_server_that_does_not_answer_is_told(run: Run, arguments: list[str]) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))  # bound and not listening: every connection is refused
        address = f"http://127.0.0.1:{closed.getsockname()[1]}/query"
        Path("a.txt").write_text(TEXT, encoding="utf-8")
        result = run(*arguments, "--store", address)

    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"lrtgraph: the endpoint {address} cannot be reached: ")
    assert result.err.count("\n") == 1


@pytest.mark.parametrize("arguments", [*ASKS, ["build", "a.txt"], ["backup", "saved"]], ids=lambda a: a[0])
def test_a_graph_of_a_newer_version_is_left_alone(run: Run, arguments: list[str]) -> None:
    open_store("lrtgraph.db", write=True).close()
    Path("lrtgraph.db", "lrtgraph-store").write_text("lrtgraph store 99\n", encoding="utf-8")
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    result = run(*arguments)

    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("lrtgraph: the graph in lrtgraph.db was made by a newer version of lrtgraph")
    assert "`lrtgraph build DIR --store NEW`" in result.err
    assert result.err.count("\n") == 1


def test_a_graph_that_another_is_writing_can_be_asked_and_not_built(built: Run) -> None:
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    with open_store("lrtgraph.db", write=True):
        busy, asked = built("build", "a.txt"), built("who-owns", "Spreidingswet")

    assert (busy.code, busy.out) == (2, "")
    assert "another process is writing" in busy.err
    assert busy.err.count("\n") == 1
    assert asked.code == 0


@pytest.mark.parametrize(
    ("where", "words"),
    [
        ("notes.txt", "notes.txt is no"),
        ("folder", "folder holds other things than a graph"),
        ("http://", "is no address of a SPARQL endpoint"),
    ],
)
def test_what_is_no_graph_is_told(run: Run, where: str, words: str) -> None:
    Path("notes.txt").write_text("geen graaf", encoding="utf-8")
    Path("folder").mkdir()
    Path("folder", "other.txt").write_text("iets anders", encoding="utf-8")
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    result = run("build", "a.txt", "--store", where)

    assert (result.code, result.out) == (2, "")
    assert words in result.err
    assert result.err.count("\n") == 1
    assert os.listdir("folder") == ["other.txt"]
