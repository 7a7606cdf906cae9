"""Archives and mails that were made to do harm are opened apart: each costs itself at most, and the rest is read."""

from __future__ import annotations

import gc
import os
import signal
import struct
import time
import zipfile
import zlib
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path

import pytest
from formats import packed

from lrtgraph.documents import opening, read
from lrtgraph.documents.opening import Opener
from lrtgraph.documents.sources import find
from lrtgraph.errors import DocumentError

GOOD = b"Verslag LRT 3 november 2023\n\n1. Opening\n\n- COA vraagt VNG om een plan.\n"
# The parameters of a header are sought one by one in what is left of it: twice as many take four times as long.
SLOW = b"From: a\nContent-Type: text/plain; " + b"; ".join(b"a%d=b" % n for n in range(300_000)) + b"\n\nx"


def overlapping(count: int, size: int) -> bytes:
    """A zip archive of `count` files that are all the same bytes of it, each of which unpacks to `size` zeros."""
    squeeze = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = squeeze.compress(bytes(size)) + squeeze.flush()
    crc, name = zlib.crc32(bytes(size)), b"00000.txt"
    shared = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 33, crc, len(data), size, len(name), 0)
    found = b"PK\x03\x04" + shared + name + data
    entries = b"".join(
        b"PK\x01\x02" + struct.pack("<H", 20) + shared + struct.pack("<HHHII", 0, 0, 0, 0, 0) + b"%05d.txt" % number
        for number in range(count)
    )
    end = struct.pack("<HHHHIIH", 0, 0, count, count, len(entries), len(found), 0)
    return found + entries + b"PK\x05\x06" + end


def read_all(folder: Path) -> tuple[dict[str, int], dict[str, str]]:
    """How many bytes each source in a folder has, by its path below it, and why others were refused."""
    sizes: dict[str, int] = {}
    refused: dict[str, str] = {}
    for source in find([folder]):
        name = source.path.removeprefix(os.fspath(folder) + "/")
        try:
            sizes[name] = len(source.read())
        except DocumentError as error:
            refused[name] = str(error)
    return sizes, refused


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two archives that do no harm."""
    folder = tmp_path / "in"
    folder.mkdir()
    for name in ("a.zip", "z.zip"):
        (folder / name).write_bytes(packed({"goed.txt": GOOD + name.encode()}))
    return folder


def test_a_mail_that_takes_too_long_is_refused_and_the_rest_is_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "_SECONDS", 2)
    (folder / "b.eml").write_bytes(SLOW)
    (folder / "c.zip").write_bytes(packed({"in.eml": SLOW, "naast.txt": GOOD}))
    began = time.monotonic()
    sizes, refused = read_all(folder)
    assert list(sizes) == ["a.zip!/goed.txt", "c.zip!/naast.txt", "z.zip!/goed.txt"]
    assert list(refused) == ["b.eml", "c.zip!/in.eml"]
    assert all("takes too long (stopped after 2 seconds)" in reason for reason in refused.values())
    assert time.monotonic() - began < 30


def test_a_mail_that_takes_too_much_memory_is_refused_and_the_rest_is_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "_MEMORY", 100 * 1024**2)
    (folder / "b.eml").write_bytes(b"From: a\nSubject: b\n\n" + b"x" * 50_000_000)
    sizes, refused = read_all(folder)
    assert list(sizes) == ["a.zip!/goed.txt", "z.zip!/goed.txt"]
    assert list(refused) == ["b.eml"]
    assert "takes more memory than a document may take" in refused["b.eml"]


def test_a_process_that_dies_costs_one_question_and_none_stays_behind(folder: Path) -> None:
    opener = Opener()
    chain = (os.fspath(folder / "a.zip"),)
    assert [member.place for member in opener.listing(chain).members] == ["goed.txt"]
    process = opener._process
    assert process is not None
    os.kill(process.pid, signal.SIGKILL)
    with pytest.raises(DocumentError, match="broke down"):
        opener.read((*chain, "goed.txt"))
    assert opener.read((*chain, "goed.txt")).startswith(GOOD)
    again = opener._process
    assert again is not None
    del opener
    gc.collect()
    assert again.returncode is not None


def test_folders_without_archives_start_no_process(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(GOOD)
    opener = Opener()
    assert opener.read((os.fspath(tmp_path / "a.txt"),)) == GOOD
    assert opener._process is None


def test_files_that_share_their_bytes_unpack_to_a_limit(folder: Path) -> None:
    data = overlapping(9_000, 60_000_000)
    assert len(data) < 1_000_000
    (folder / "b.zip").write_bytes(data)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert sum(info.file_size for info in archive.infolist()) == 9_000 * 60_000_000
    began = time.monotonic()
    sizes, refused = read_all(folder)
    assert (len(sizes) + len(refused), sum(sizes.values()) <= 1024**3) == (9_002, True)
    assert {"a.zip!/goed.txt", "z.zip!/goed.txt"} <= sizes.keys()
    assert time.monotonic() - began < 60


def test_mails_in_mails_and_archives_in_mails_end(folder: Path) -> None:
    bomb = packed({"groot.txt": bytes(70_000_000), "goed.txt": GOOD})
    inner = EmailMessage()
    inner["From"], inner["Subject"] = "a", "binnenste"
    inner.set_content("tekst")
    inner.add_attachment(bomb, "application", "zip", filename="bom.zip")
    for number in range(60):
        outer = EmailMessage()
        outer["From"], outer["Subject"] = "a", f"mail {number}"
        outer.set_content("tekst")
        outer.add_attachment(inner)
        inner = outer
    (folder / "b.eml").write_bytes(inner.as_bytes())
    sizes, refused = read_all(folder)
    assert {"a.zip!/goed.txt", "z.zip!/goed.txt"} <= sizes.keys()
    assert max(sizes.values()) < 64 * 1024**2
    assert {name.partition("!")[0] for name in refused} == {"b.eml"}, sizes


def test_ten_thousand_alternatives_of_a_text_take_no_time() -> None:
    head = b"From: a\nContent-Type: multipart/alternative; boundary=b\n\n"
    parts = b"--b\nContent-Type: text/html\n\n<p>x\n" * 15_000 + b"--b\nContent-Type: text/plain\n\nBesluit: akkoord.\n"
    began = time.process_time()
    assert read("a.eml", head + parts * 2 + b"--b--\n").text.split() == ["Besluit:", "akkoord."] * 2
    assert time.process_time() - began < 10
