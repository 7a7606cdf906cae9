"""Hostile files: read or refused with a reason, never a crash, and nothing fetched from elsewhere."""

from __future__ import annotations

import os
import random
from pathlib import Path

import jumble
import pytest
from formats import FORMATS, packed, spoiled

from lrtgraph.build import build
from lrtgraph.documents import read
from lrtgraph.documents.sources import find
from lrtgraph.errors import DocumentError
from lrtgraph.resources import Settings

TEXT = "Verslag LRT 3 november 2023\n\n1. Opening\n\n• COA vraagt VNG om een plan.\n• Besluit: akkoord.\n" * 3
ENTITIES = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("name", [name for name in FORMATS if "styled" not in name])
def test_spoiled_files_are_read_or_refused(name: str) -> None:
    rng = random.Random(name)
    file_name, make = FORMATS[name]
    whole = make(TEXT)
    refused = 0
    for _ in range(40):
        try:
            assert read(file_name, spoiled(rng, whole)).text
        except DocumentError:
            refused += 1
    assert refused < 40


@pytest.mark.parametrize(("name", "part"), [("x.docx", "word/document.xml"), ("x.odt", "content.xml")])
def test_entities_in_office_files_are_not_expanded(name: str, part: str) -> None:
    body = f"<?xml version='1.0'?>{ENTITIES}<w>&b;&x;</w>".encode()
    with pytest.raises(DocumentError):
        read(name, packed({part: body}))


def test_bombs_nested_archives_and_odd_names_do_not_stop_a_build(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    zeros = bytes(70 * 1024 * 1024)
    (folder / "bom.zip").write_bytes(packed({"groot.txt": zeros}))
    (folder / "bom.docx").write_bytes(packed({"word/document.xml": zeros}))
    nested = packed({"diep.txt": TEXT.encode()})
    for _ in range(5):
        nested = packed({"in.zip": nested})
    (folder / "diep.zip").write_bytes(nested)
    (folder / "namen.zip").write_bytes(
        packed({"../../weg.txt": TEXT.encode() + b"a", "/etc/x\n'\".txt": TEXT.encode() + b"b"})
    )
    with (folder / "groot.txt").open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    (folder / "regel.txt").write_bytes(b"a " * 5_000_000)
    (folder / "goed.txt").write_text(TEXT)
    before = sorted(path.name for path in tmp_path.parent.iterdir())
    report = build([folder], Settings(store=os.fspath(tmp_path / "graph.db")))
    assert len(report.new) == 3
    assert sorted(Path(one.path).name for one in report.refused) == [
        "bom.docx", "groot.txt", "groot.txt", "in.zip", "regel.txt",
    ]  # fmt: skip
    assert sorted(path.name for path in tmp_path.parent.iterdir()) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["graph.db", "in"]


def test_hidden_and_lock_files_and_metadata_are_passed_by(tmp_path: Path) -> None:
    for name in (".hidden.txt", "~$open.docx", "Thumbs.db", "x.txt~", "a.json", "manifest.csv", "a.txt"):
        (tmp_path / name).write_text("file\na.txt\n" if name == "manifest.csv" else "{}")
    assert [source.name for source in find([tmp_path])] == ["a.txt"]


def test_minutes_with_jumbled_lines_are_read_whole() -> None:
    assert jumble.rehearse(10, seed=1) == {"read": 10}
