"""Building: what is read again and what is not, what is dropped, and that the end is the same whatever the way."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from commands import Run
from graphs import MINUTES

from lrtgraph import vocabulary as v
from lrtgraph.answers.inventory import documents, sources, status
from lrtgraph.build import Refused, Report, build, extract, remove
from lrtgraph.errors import GazetteerError, InputError, ModelError, NoStoreError
from lrtgraph.resources import Settings
from lrtgraph.search_index import SearchIndex
from lrtgraph.store import open_store, version

EXAMPLES = sorted(MINUTES.glob("*.txt"))
SHORT = (
    "Verslag LRT 3 november 2023\n\n1. Opening\n\n"
    "• COA meldt dat de opvang vol is.\n• Besluit: de LRT gaat akkoord met {}.\n"
)


def lines(where: str, *, without: str = v.PROVENANCE_GRAPH) -> list[str]:
    """The graph as sorted N-Quads, but for the graph with a clock in it."""
    with open_store(where) as store:
        return sorted(str(quad) for quad in store.quads() if quad.graph_name.value != without)  # type: ignore[union-attr]


def names(paths: tuple[str, ...]) -> list[str]:
    return [Path(path).name for path in paths]


def write(folder: Path, name: str, plan: str) -> Path:
    path = folder / name
    path.write_text(SHORT.format(plan), encoding="utf-8")
    return path


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(store=os.fspath(tmp_path / "graph.db"))


@pytest.fixture
def minutes(tmp_path: Path) -> Path:
    """A folder with three short minutes: a and b differ, c is in a folder below."""
    folder = tmp_path / "minutes"
    (folder / "below").mkdir(parents=True)
    write(folder, "a.txt", "de Spreidingswet")
    write(folder, "b.txt", "het plan van aanpak")
    write(folder / "below", "c.txt", "de flexwoningen")
    return folder


def test_the_examples_go_in_with_facts(example_build: tuple[Settings, Report]) -> None:
    settings, report = example_build
    assert names(report.new) == [path.name for path in EXAMPLES]
    assert report.facts["mentions"] > 300
    assert report.facts["outcomes"] > 10
    with open_store(settings.store) as store:
        found = status(store)
        assert found.documents == 3
        assert found.facts == report.facts
        assert [row.name for row in documents(store)] == [path.name for path in EXAMPLES]


def test_the_same_order_or_another_two_processes_or_one(example_build: tuple[Settings, Report], tmp_path: Path) -> None:
    settings = Settings(store=os.fspath(tmp_path / "other.db"), jobs=2)
    build(reversed(EXAMPLES), settings)
    assert lines(settings.store) == lines(example_build[0].store)


def test_one_by_one_is_the_same_as_all_at_once(example_build: tuple[Settings, Report], tmp_path: Path) -> None:
    settings = Settings(store=os.fspath(tmp_path / "other.db"))
    for path in EXAMPLES:
        assert names(build([path], settings).new) == [path.name]
    assert lines(settings.store) == lines(example_build[0].store)


def test_what_has_not_changed_is_not_read_again(minutes: Path, settings: Settings) -> None:
    assert len(build([minutes], settings).new) == 3
    before = lines(settings.store, without="")
    program = (
        "import sys; from lrtgraph.build import build; from lrtgraph.resources import Settings; "
        "report = build([sys.argv[1]], Settings(store=sys.argv[2])); "
        "print(len(report.unchanged), report.facts, 'spacy' in sys.modules, 'numpy' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, minutes, settings.store], capture_output=True, text=True, check=True
    )
    assert done.stdout == "3 {} False False\n"
    assert lines(settings.store, without="") == before


def test_a_graph_in_which_a_unit_was_that_of_no_table_is_read_again(
    minutes: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as older:
        older.setattr(version, "VERSION", 2)
        build([minutes], settings)
    assert len(build([minutes], settings).replaced) == 3
    assert len(build([minutes], settings).unchanged) == 3


def test_a_changed_document_replaces_its_graph_and_no_other(minutes: Path, settings: Settings) -> None:
    build([minutes], settings)
    before = lines(settings.store)
    with open_store(settings.store) as store:
        [old] = [row.sha256 for row in documents(store) if row.name == "b.txt"]
    original = (minutes / "b.txt").read_bytes()
    write(minutes, "b.txt", "het nieuwe plan van aanpak")
    report = build([minutes], settings)
    assert (names(report.replaced), len(report.unchanged)) == (["b.txt"], 2)
    after = lines(settings.store)
    gone = set(before) - set(after)
    assert gone
    assert all(v.graph_iri(old) in line or v.DERIVED_GRAPH in line for line in gone)
    (minutes / "b.txt").write_bytes(original)
    build([minutes], settings)
    assert lines(settings.store) == before


def test_force_reads_again_and_gives_the_same(minutes: Path, settings: Settings) -> None:
    build([minutes], settings)
    before = lines(settings.store)
    assert len(build([minutes], settings, force=True).replaced) == 3
    assert lines(settings.store) == before


def test_prune_takes_out_what_is_gone_and_only_there(minutes: Path, settings: Settings, tmp_path: Path) -> None:
    other = write(tmp_path, "other.txt", "de opvang in Ter Apel")
    build([minutes, other], settings)
    (minutes / "below" / "c.txt").unlink()
    other.unlink()
    assert build([minutes], settings).removed == ()
    assert names(build([minutes], settings, prune=True).removed) == ["c.txt"]
    with open_store(settings.store) as store:
        assert [row.name for row in documents(store)] == ["a.txt", "b.txt", "other.txt"]


def test_remove_by_name_path_and_hash(minutes: Path, settings: Settings) -> None:
    build([minutes], settings)
    with open_store(settings.store) as store:
        [sha] = [row.sha256 for row in documents(store) if row.name == "c.txt"]
    assert names(remove(["a.txt", os.fspath(minutes / "b.txt"), sha[:12]], settings)) == ["a.txt", "b.txt", "c.txt"]
    with open_store(settings.store) as store:
        assert documents(store) == ()
        assert not [quad for quad in store.quads(v.DERIVED_GRAPH) if "document" in str(quad.object)]
        with SearchIndex(store) as index:
            assert index.search("VNG") == []
            assert index.sync() == 0
    with pytest.raises(InputError, match="no document is called 'a"):
        remove(["a.txt"], settings)


def test_the_same_bytes_twice_share_a_graph(minutes: Path, settings: Settings) -> None:
    shutil.copy(minutes / "a.txt", minutes / "copy of a.txt")
    report = build([minutes], settings)
    assert (len(report.new), names(report.duplicates)) == (3, ["copy of a.txt"])
    assert names(build([minutes], settings).duplicates) == ["copy of a.txt"]
    (minutes / "a.txt").unlink()
    again = build([minutes], settings, prune=True)
    assert names(again.replaced) == ["copy of a.txt"]
    with open_store(settings.store) as store:
        assert [row.name for row in documents(store)] == ["b.txt", "c.txt", "copy of a.txt"]
    remove(["copy of a.txt"], settings)
    with open_store(settings.store) as store:
        assert [row.name for row in documents(store)] == ["b.txt", "c.txt"]


def test_a_refused_document_is_listed_and_the_rest_goes_in(minutes: Path, settings: Settings) -> None:
    (minutes / "leeg.txt").write_bytes(b"")
    (minutes / "plaatje.txt").write_bytes(bytes(range(256)) * 10)
    (minutes / "vreemd.xyz").write_text("tekst")
    (minutes / "roman.txt").write_text("Het regende toen hij thuiskwam en de kat op de mat lag.")
    report = build([minutes], settings)
    assert len(report.new) == 3
    assert names(tuple(one.path for one in report.refused)) == ["leeg.txt", "plaatje.txt", "roman.txt", "vreemd.xyz"]
    assert "empty" in report.refused[0].reason
    assert "no meeting" in report.refused[2].reason
    again = build([minutes], settings)
    assert (again.refused, len(again.unchanged), again.facts) == (report.refused, 3, {})
    with open_store(settings.store) as store:
        assert {row.path: row.error for row in sources(store) if row.error} == {
            one.path: one.reason for one in report.refused
        }
    write(minutes, "leeg.txt", "de gevulde notulen van COA")
    assert names(build([minutes], settings).new) == ["leeg.txt"]


def test_a_document_that_becomes_unreadable_leaves_no_old_graph(minutes: Path, settings: Settings) -> None:
    build([minutes], settings)
    (minutes / "a.txt").write_bytes(bytes(range(256)) * 10)
    assert names(tuple(one.path for one in build([minutes], settings).refused)) == ["a.txt"]
    with open_store(settings.store) as store:
        assert [row.name for row in documents(store)] == ["b.txt", "c.txt"]


def test_a_name_added_to_the_gazetteer_is_found_in_the_next_build(minutes: Path, settings: Settings) -> None:
    write(minutes, "a.txt", "het Pact van Lutjebroek")
    build([minutes], settings)
    own = minutes.parent / "eigen.csv"
    own.write_text("id,kind,label,aliases\nPact_Lutjebroek,Agreement,Pact van Lutjebroek,Lutjebroekpact\n")
    report = build([minutes], Settings(store=settings.store, gazetteers=(own,)))
    assert len(report.replaced) == 3
    with open_store(settings.store) as store:
        assert store.query(f"ASK {{ ?mention <{v.CONCEPT}> <{v.concept_iri('Pact_Lutjebroek')}> }}")


def test_what_stands_beside_a_document_reaches_the_graph(minutes: Path, settings: Settings) -> None:
    (minutes / "a.txt.json").write_text(json.dumps({"title": "Verslag a", "url": "https://example.org/a.txt"}))
    (minutes / "manifest.csv").write_text("bestand;titel;datum\nb.txt;Verslag b;2024-05-06\na.txt;Anders;\n")
    build([minutes], settings)
    with open_store(settings.store) as store:
        rows = {row.name: row for row in documents(store)}
    assert (rows["a.txt"].title, rows["a.txt"].url) == ("Verslag a", "https://example.org/a.txt")
    assert rows["b.txt"].title == "Verslag b"
    assert rows["c.txt"].title is None
    (minutes / "a.txt.json").write_text(json.dumps({"title": "Verslag A"}))
    assert names(build([minutes], settings).replaced) == ["a.txt"]


def test_archives_are_read_like_folders(minutes: Path, settings: Settings, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "alles.zip", "w") as archive:
        for path in sorted(minutes.rglob("*.txt")):
            archive.write(path, path.relative_to(minutes))
        archive.writestr("__MACOSX/._a.txt", "x")
        archive.writestr("../../naar/boven.txt", SHORT.format("de ladder"))
    report = build([tmp_path / "alles.zip"], settings)
    assert names(report.new) == ["boven.txt", "a.txt", "b.txt", "c.txt"]
    assert not (tmp_path.parent / "naar").exists()
    other = Settings(store=os.fspath(tmp_path / "other.db"))
    build([minutes], other)
    remove(["boven.txt"], settings)
    assert lines(settings.store) == lines(other.store)


def test_wrong_input_is_told_before_anything_is_written(tmp_path: Path, settings: Settings) -> None:
    with pytest.raises(InputError, match="there is no file or folder"):
        build([tmp_path / "nergens"], settings)
    with pytest.raises(ModelError):
        build(EXAMPLES, Settings(store=settings.store, model="nl_does_not_exist"))
    with pytest.raises(GazetteerError):
        build(EXAMPLES, Settings(store=settings.store, gazetteers=(tmp_path / "geen.csv",)))
    with pytest.raises(NoStoreError):
        open_store(settings.store)


def test_extract_gives_records_in_the_order_of_the_paths(tmp_path: Path) -> None:
    (tmp_path / "leeg.txt").write_bytes(b"")
    paths = [EXAMPLES[2], tmp_path / "leeg.txt", EXAMPLES[0]]
    found = list(extract(paths, Settings(jobs=2)))
    assert isinstance(found[1], Refused)
    assert [record["source"] for record in found if isinstance(record, dict)] == [paths[0].name, paths[2].name]
    for record, path in zip((found[0], found[2]), (paths[0], paths[2]), strict=True):
        assert isinstance(record, dict)
        text = path.read_bytes().decode()
        rows = [row for kind in ("mentions", "outcomes", "statements", "targets", "ownership") for row in record[kind]]
        assert rows
        assert all(text[row["start"] : row["end"]] == row["text"] for row in rows)


def test_without_persons_no_name_is_in_the_store(settings: Settings) -> None:
    build([EXAMPLES[1]], Settings(store=settings.store, with_persons=False))
    with open_store(settings.store) as store:
        assert not store.query(f"ASK {{ ?person a <{v.PERSON}> }}")
        assert not store.query('ASK { ?s ?p ?text FILTER(CONTAINS(STR(?text), "Van der Burg")) }')
    assert names(build([EXAMPLES[1]], settings).replaced) == [EXAMPLES[1].name]
    with open_store(settings.store) as store:
        assert store.query(f"ASK {{ ?person a <{v.PERSON}> }}")


def test_remove_makes_no_store(tmp_path: Path) -> None:
    with pytest.raises(NoStoreError):
        remove(["a.txt"], Settings(store=os.fspath(tmp_path / "none.db")))
    assert list(tmp_path.iterdir()) == []


def test_a_path_that_is_not_there_keeps_no_other_out(minutes: Path, settings: Settings, command: Run) -> None:
    good = os.fspath(minutes / "a.txt")
    done = command("build", "nope", good, "--store", settings.store, "--jobs", "1")
    assert done.code == 2
    assert "refused nope: there is no such file or folder" in done.err
    with open_store(settings.store) as store:
        assert [row.name for row in documents(store)] == ["a.txt"]


def test_pruning_all_that_there_was_says_so(minutes: Path, settings: Settings, command: Run) -> None:
    build([minutes], settings)
    for path in minutes.rglob("*.txt"):
        path.unlink()
    done = command("build", os.fspath(minutes), "--store", settings.store, "--prune")
    assert done.code == 0
    assert "3 removed" in done.out
    with open_store(settings.store) as store:
        assert documents(store) == ()


def test_refused_documents_are_a_warning_and_with_strict_an_error(
    minutes: Path, settings: Settings, command: Run
) -> None:
    (minutes / "leeg.txt").write_bytes(b"")
    for options, code in (([], 0), (["--strict"], 2)):
        done = command("build", os.fspath(minutes), "--store", settings.store, "--jobs", "1", *options)
        assert done.code == code
        assert "leeg.txt: the file is empty" in done.err


def test_the_library_reads_what_is_there_and_tells_what_is_not(minutes: Path, settings: Settings) -> None:
    report = build([minutes / "nergens.txt", minutes / "a.txt"], settings)
    assert (names(report.new), report.refused) == (["a.txt"], ())
    assert [Path(one.path).name for one in report.missing] == ["nergens.txt"]
    missing, record = extract([minutes / "nergens.txt", minutes / "a.txt"], settings)
    assert isinstance(missing, Refused)
    assert missing.is_missing
    assert isinstance(record, dict)
