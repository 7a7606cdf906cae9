"""Disks that are full or may only be read: one sentence, nothing lost, and what can be read is read."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import crash
import pytest
from generated import write
from graphs import MINUTES

from lrtgraph.answers.inventory import documents
from lrtgraph.build import Report, build
from lrtgraph.resources import Settings
from lrtgraph.store import open_store
from lrtgraph.store.backup import backup

# A disk of its own, of so many bytes, in a namespace of its own; what is on it when the command ends is copied.
_SMALL_DISK = """
mount -t tmpfs -o size="$1" tmpfs "$2"; disk="$2"; kept="$3"; shift 3
"$@"; code=$?; cp -a "$disk/." "$kept"; exit $code
"""
# Where no disk can be mounted, no file may be larger.
_SMALL_FILES = (
    "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), -1)); "
    "import os; os.execv(sys.argv[2], sys.argv[2:])"
)


def _mounts() -> bool:
    return shutil.which("unshare") is not None and subprocess.run(["unshare", "-rm", "true"]).returncode == 0


WAYS = ("small files", "small disk") if _mounts() else ("small files",)
# Root may write everywhere; without these rights it is like anybody.
AS_ANYBODY = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--"] if os.geteuid() == 0 else []


@pytest.fixture(scope="module")
def minutes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with ten short documents."""
    folder = tmp_path_factory.mktemp("disk") / "minutes"
    write(folder, 10, items=2, bullets=2)
    return folder


def size(folder: Path) -> int:
    """The bytes of a folder's files, those with several names once."""
    return sum({(found := path.stat()).st_ino: found.st_size for path in folder.rglob("*") if path.is_file()}.values())


def in_little_room(
    way: str, room: int | str, disk: Path, kept: Path, command: list[str]
) -> subprocess.CompletedProcess[str]:
    """Run a command that writes to `disk`, which holds `room` bytes; what it wrote is in `kept` then.

    Behind the bytes of a disk may stand other options of it, such as ",ro".
    """
    disk.mkdir()
    kept.mkdir()
    if way == "small disk":
        inside = [
            "unshare",
            "-rm",
            "sh",
            "-c",
            _SMALL_DISK,
            "sh",
            str(room),
            os.fspath(disk),
            os.fspath(kept),
            *command,
        ]
        return subprocess.run(inside, capture_output=True, text=True, check=False)
    limited = [sys.executable, "-c", _SMALL_FILES, str(room), *command]
    done = subprocess.run(limited, capture_output=True, text=True, check=False)
    shutil.copytree(disk, kept, dirs_exist_ok=True)
    return done


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("share", [0.05, 0.5])
def test_a_full_disk_is_told_and_a_second_build_completes(
    way: str, share: float, minutes: Path, whole: Path, tmp_path: Path
) -> None:
    [view] = whole.glob("view-*")  # what the build wrote, without what merging files made of it since
    largest = max(path.stat().st_size for path in view.iterdir())
    room = int(share * (largest if way == "small files" else size(view)))
    disk, kept = tmp_path / "disk", tmp_path / "kept"
    command = [sys.executable, "-m", "lrtgraph", "build", os.fspath(minutes), "--store", os.fspath(disk / "graph.db")]
    done = in_little_room(way, room, disk, kept, [*command, "--jobs", "1"])
    assert (done.returncode, done.stdout) == (2, ""), done.stderr
    assert done.stderr.startswith("lrtgraph: ")
    assert done.stderr.count("\n") == 1
    if way == "small disk":
        assert "the disk is full" in done.stderr
    expected, store = crash.graphs(whole), kept / "graph.db"
    found = crash.graphs(store)
    assert {name: lines for name, lines in found.items() if crash.is_of_document(name)}.items() <= expected.items()
    build([minutes], Settings(store=os.fspath(store)))
    assert crash.graphs(store) == expected
    with open_store(os.fspath(store)) as reader:
        assert len(documents(reader)) == 10


READING = (
    ("who-owns", "Spreidingswet"),
    ("actions",),
    ("decisions",),
    ("positions", "VNG"),
    ("timeline", "VNG"),
    ("show", "VNG"),
    ("search", "opvang"),
    ("summary", "2022-11-09"),
    ("query", "meetings"),
    ("network",),
    ("status",),
    ("status", "--documents"),
    ("validate",),
    ("map", "-o", "kaart.html"),
    ("export", "nq", "-o", "graph.nq"),
    ("backup", "saved"),
)
WRITING = (
    ("build", "minutes"),
    ("build", "minutes", "--force"),
    ("build", "minutes", "--prune"),
    ("remove", "001_b02e470687c8b965.txt"),
)
# Runs commands one after the other; says the exit code of each, and what it wrote to standard error.
_RUN = """
import contextlib, io, json, sys
from lrtgraph.cli import main
for command in json.loads(sys.argv[1]):
    said = io.StringIO()
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(said):
        try:
            main([*command])
        except SystemExit as ended:
            code = ended.code or 0
    print(json.dumps([command, code, said.getvalue()]))
"""


def run_as_anybody(folder: Path, *commands: tuple[str, ...]) -> list[tuple[list[str], int, str]]:
    """Run commands in a folder, with no more rights than its modes give."""
    command = [*AS_ANYBODY, sys.executable, "-c", _RUN, json.dumps(commands)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=folder)
    return [tuple(json.loads(line)) for line in done.stdout.splitlines()]  # type: ignore[misc]


def set_writable(folder: Path, *, writable: bool) -> None:
    """Let a folder and all in it be written to by its owner, or by nobody."""
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            path.chmod((0o755 if path.is_dir() else 0o644) if writable else (0o555 if path.is_dir() else 0o444))


@pytest.mark.parametrize("indexed", [True, False])
def test_a_graph_that_may_only_be_read_is_read_and_not_written(
    indexed: bool, example_build: tuple[Settings, Report], tmp_path: Path
) -> None:
    store = tmp_path / "graph.db"
    shutil.copytree(example_build[0].store, store)
    shutil.copytree(MINUTES, tmp_path / "minutes")
    if not indexed:
        (store / "search.sqlite").unlink()
    before = sorted(path.name for path in store.rglob("*"))
    set_writable(store, writable=False)
    try:
        for command, code, said in run_as_anybody(tmp_path, *((*c, "--store", "graph.db") for c in READING)):
            assert (command, code) == (command, 0), said
        for command, code, said in run_as_anybody(tmp_path, *((*c, "--store", "graph.db") for c in WRITING)):
            expected = "lrtgraph: the graph in graph.db cannot be written: no permission\n"
            assert (command, code, said) == (command, 2, expected)
        assert sorted(path.name for path in store.rglob("*")) == before
    finally:
        set_writable(store, writable=True)


OUT = (
    ("map", "-o", "shut/kaart.html", "--store", "graph.db"),
    ("export", "nq", "-o", "shut/graph.nq", "--store", "graph.db"),
    ("export", "csv", "-o", "shut/tables", "--store", "graph.db"),
    ("backup", "shut/saved", "--store", "graph.db"),
    ("restore", "saved", "--store", "shut/new.db"),
    ("build", "minutes", "--store", "shut/new.db"),
)


def test_a_folder_that_may_not_be_written_to_is_told(example_build: tuple[Settings, Report], tmp_path: Path) -> None:
    shutil.copytree(example_build[0].store, tmp_path / "graph.db")
    shutil.copytree(MINUTES, tmp_path / "minutes")
    backup(example_build[0].store, tmp_path / "saved")
    shut = tmp_path / "shut"
    shut.mkdir(mode=0o555)
    for command, code, said in run_as_anybody(tmp_path, *OUT):
        assert (command, code, said.count("\n")) == (command, 2, 1), said
        assert "shut/" in said
    assert list(shut.iterdir()) == []


@pytest.mark.parametrize(
    ("way", "room"), [(way, "100000") for way in WAYS] + [(way, "1m,ro") for way in WAYS if way == "small disk"]
)
def test_what_cannot_be_written_leaves_nothing_behind(
    way: str, room: str, example_build: tuple[Settings, Report], tmp_path: Path
) -> None:
    saved, disk = tmp_path / "saved", tmp_path / "disk"
    backup(example_build[0].store, saved)
    for number, command in enumerate(
        (
            ("backup", os.fspath(disk / "saved"), "--store", example_build[0].store),
            ("restore", os.fspath(saved), "--store", os.fspath(disk / "new.db")),
            ("map", "-o", os.fspath(disk / "kaart.html"), "--store", example_build[0].store),
            ("export", "nq", "-o", os.fspath(disk / "graph.nq"), "--store", example_build[0].store),
        )
    ):
        kept = tmp_path / f"kept{number}"
        done = in_little_room(way, room, disk, kept, [sys.executable, "-m", "lrtgraph", *command])
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1), done.stderr
        assert list(kept.iterdir()) == []
        disk.rmdir()
