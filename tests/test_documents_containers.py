"""What is in archives and mails: each file a document of its own, whatever it is called, and nothing lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from base64 import b64encode
from collections.abc import Mapping
from email.message import EmailMessage
from pathlib import Path
from urllib.parse import quote

import pytest
from formats import docx_lines, message, msg, packed

from lrtgraph.answers.inventory import documents
from lrtgraph.build import Report, build, remove
from lrtgraph.documents import read
from lrtgraph.documents.sources import Source, find
from lrtgraph.errors import DocumentError
from lrtgraph.resources import Settings
from lrtgraph.store import open_store

TEXT = "Verslag LRT 3 november 2023\n\n1. Opening\n\n• COA vraagt VNG om een plan voor {}.\n• Besluit: akkoord.\n"
ODD_NAMES = (
    "../../../weg.txt",
    "/etc/weg.txt",
    "..\\weg.txt",
    "a\nb'\"; rm -rf.txt",
    "‮txt.fdp.txt",
    "​.txt",
    "x" * 300 + ".txt",
)


def eml(text: str | None, attachments: Mapping[str, bytes] | None = None) -> EmailMessage:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "a@example.org", "b@example.org", "Stukken"
    if text is not None:
        mail.set_content(text)
    for name, data in (attachments or {}).items():
        mail.add_attachment(data, "application", "octet-stream", filename=name)
    return mail


def found(folder: Path) -> dict[str, Source]:
    """The sources in a folder, by their path below it."""
    return {source.path.removeprefix(os.fspath(folder) + "/"): source for source in find([folder])}


def typed(text: str, attachments: Mapping[str, bytes]) -> bytes:
    """A mail as a program writes it that takes any name for a file name [RFC 2231]."""
    parts = [f"Content-Type: text/plain\n\n{text}\n"]
    for name, data in attachments.items():
        head = f"Content-Disposition: attachment; filename*=utf-8''{quote(name, safe='')}"
        parts.append(f"{head}\nContent-Transfer-Encoding: base64\n\n{b64encode(data).decode()}\n")
    body = "".join(f"--grens\n{part}" for part in parts)
    return f"From: a\nSubject: Stukken\nContent-Type: multipart/mixed; boundary=grens\n\n{body}--grens--\n".encode()


MAILS = {"a.eml": typed, "a.msg": lambda *given: msg("Stukken", *given)}


@pytest.mark.parametrize("name", MAILS)
def test_what_is_attached_to_a_mail_is_read_apart(name: str, tmp_path: Path) -> None:
    inside = {
        "verslag.docx": docx_lines(TEXT.format("A")),
        "b.txt": b"tekst b",
        "c.zip": packed({"d/e.txt": b"tekst e"}),
    }
    (tmp_path / name).write_bytes(MAILS[name]("Bijgaand de stukken.\n", inside))
    sources = found(tmp_path)
    assert list(sources) == [name, f"{name}!/verslag.docx", f"{name}!/b.txt", f"{name}!/c.zip!/d/e.txt"]
    for place, data in inside.items():
        if not place.endswith(".zip"):
            assert sources[f"{name}!/{place}"].read() == data
    assert sources[f"{name}!/c.zip!/d/e.txt"].read() == b"tekst e"
    document = read(name, sources[name].read())
    assert (document.text.strip(), document.metadata.title) == ("Bijgaand de stukken.", "Stukken")


@pytest.mark.parametrize("name", MAILS)
@pytest.mark.parametrize("odd", ODD_NAMES)
def test_no_name_of_an_attachment_names_a_file(name: str, odd: str, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / name).write_bytes(MAILS[name]("x", {odd: b"tekst"}))
    attached = [source for path, source in found(folder).items() if "!/" in path]
    assert [source.read() for source in attached] == [b"tekst"]
    assert not {"/", "\n"} & set(attached[0].name)
    assert sorted(path.name for path in tmp_path.rglob("*")) == sorted(["in", name])


def test_mails_sent_along_are_read_with_what_is_attached_to_them(tmp_path: Path) -> None:
    inner = eml("Van binnen.\n", {"b.txt": b"tekst b"})
    outer = eml("Van buiten.\n")
    outer.add_attachment(inner)
    (tmp_path / "a.eml").write_bytes(outer.as_bytes())
    tree = {"fw": message("Stukken", "Van binnen.\n", {"b.txt": b"tekst b"})}
    (tmp_path / "a.msg").write_bytes(msg("Fw", "Van buiten.\n", tree))
    for name in ("a.eml", "a.msg"):
        sources = {path: source.read() for path, source in found(tmp_path).items() if path.startswith(name + "!/")}
        assert sources == {f"{name}!/Stukken.txt": b"Van binnen.\n", f"{name}!/Stukken/b.txt": b"tekst b"}


def test_a_mail_that_only_carries_is_no_document_and_an_empty_one_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(eml(None, {"b.txt": b"tekst b"}).as_bytes())
    (tmp_path / "a.msg").write_bytes(msg("x", "", {"b.txt": b"tekst b"}))
    (tmp_path / "leeg.eml").write_bytes(eml(" ").as_bytes())
    assert list(found(tmp_path)) == ["a.eml!/b.txt", "a.msg!/b.txt", "leeg.eml"]
    with pytest.raises(DocumentError, match="no text"):
        read("leeg.eml", (tmp_path / "leeg.eml").read_bytes())


def test_text_around_an_attachment_is_all_read_and_a_logo_is_no_document(tmp_path: Path) -> None:
    mail = eml("Voor het stuk.\n", {"b.txt": b"tekst b"})
    after = EmailMessage()
    after.set_content("Achter het stuk.\n")
    mail.attach(after)
    mail.add_attachment(b"\x89PNG", "image", "png", filename="logo.png", cid="<logo>", disposition="inline")
    mail.add_attachment(b"x", "application", "pkcs7-signature", filename="smime.p7s")
    mail.add_attachment(b"II*", "image", "tiff", filename="scan.tiff")
    (tmp_path / "a.eml").write_bytes(mail.as_bytes())
    assert list(found(tmp_path)) == ["a.eml", "a.eml!/b.txt", "a.eml!/scan.tiff"]
    assert read("a.eml", mail.as_bytes()).text.split() == ["Voor", "het", "stuk.", "Achter", "het", "stuk."]


@pytest.mark.parametrize("charset", ["utf-8", "cp1252", "iso-8859-15", "utf-16"])
def test_a_web_mail_is_read_in_the_encoding_that_it_declares(charset: str) -> None:
    mail = eml(None)
    mail.set_content(
        "<meta charset=koi8-r><p>één € besluit</p>".encode(charset), "text", "html", params={"charset": charset}
    )
    assert read("a.eml", mail.as_bytes()).text.strip() == "één € besluit"


def test_a_web_mail_of_outlook_is_read_in_its_code_page() -> None:
    properties = bytes(32) + bytes.fromhex("0300de3f06000000") + (1252).to_bytes(8, "little")
    page = "<p>één besluit</p>".encode("cp1252")
    data = msg("Stukken", "", **{"__properties_version1.0": properties, "__substg1.0_10130102": page})
    assert read("a.msg", data).text.strip() == "één besluit"


def test_a_mail_in_rich_text_only_is_refused_with_the_way_out() -> None:
    with pytest.raises(DocumentError, match=r"RTF only.*save it as"):
        read("a.msg", msg("Stukken", "", **{"__substg1.0_10090102": b"LZFu"}))


@pytest.mark.parametrize(
    "data", [b"", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", msg("x", "y")[:2000], msg("x", "y" * 9000)[:9000]]
)
def test_a_damaged_mail_of_outlook_is_refused(data: bytes) -> None:
    with pytest.raises(DocumentError):
        read("a.msg", data)


def test_nested_parts_without_end_are_refused() -> None:
    head = "From: a\n" + "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(5000))
    with pytest.raises(DocumentError, match="lines or parts"):
        read("a.eml", head.encode())
    few = "From: a\n" + "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(150))
    with pytest.raises(DocumentError):
        read("a.eml", few.encode())


# Archives


def test_metadata_in_an_archive_stands_beside_its_documents(tmp_path: Path) -> None:
    manifest = "file;title\na.txt;Verslag a\nb.txt;Verslag b\n"
    parts = {"m/a.txt": b"a", "m/b.txt": b"b", "m/manifest.csv": manifest.encode(), "n/a.txt": b"c"}
    parts["m/b.json"] = json.dumps({"url": "https://example.org/b"}).encode()
    (tmp_path / "a.zip").write_bytes(packed(parts))
    known = {path: (source.metadata.title, source.metadata.url) for path, source in found(tmp_path).items()}
    assert known == {
        "a.zip!/m/a.txt": ("Verslag a", None),
        "a.zip!/m/b.txt": ("Verslag b", "https://example.org/b"),
        "a.zip!/n/a.txt": (None, None),
    }


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_files_of_one_name_are_two_documents(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for name, data in (("a.txt", b"1"), ("a.txt", b"2"), ("a (2).txt", b"3"), ("a.txt", b"4")):
            archive.writestr(name, data)
    read_back = sorted(source.read() for source in found(tmp_path).values())
    assert read_back == [b"1", b"2", b"3", b"4"]


def test_what_is_too_much_or_nested_too_deep_is_refused_and_the_rest_is_read(tmp_path: Path) -> None:
    deep = packed({"diep.txt": b"tekst"})
    for _ in range(5):
        deep = packed({"in.zip": deep, "naast.txt": b"tekst"})
    many = packed({f"{number:02}.txt": bytes(40_000_000) for number in range(4)})
    (tmp_path / "a.zip").write_bytes(packed({f"{number:02}.zip": many for number in range(9)} | {"goed.txt": b"x"}))
    (tmp_path / "b.zip").write_bytes(deep)
    (tmp_path / "c.zip").write_bytes(packed({"groot.txt": bytes(70_000_000), "goed.txt": b"tekst"}))
    reasons: dict[str, str] = {}
    sources = found(tmp_path)
    for path, source in sources.items():
        try:
            source.read()
        except DocumentError as error:
            reasons[path] = str(error)
    unpacked = sum(160_000_000 for path in sources if path.endswith(".zip!/03.txt") and path not in reasons)
    assert 0 < unpacked <= 1024**3
    assert {path for path in sources if path.count("!/") == 2 and path.startswith("a.zip")} & reasons.keys()
    assert "a.zip!/goed.txt" not in reasons
    assert [reasons[path] for path in reasons if path.startswith("b.zip")] == [
        "archives and mails are nested too deep; unpack them"
    ]
    assert [path for path in reasons if path.startswith("c.zip")] == ["c.zip!/groot.txt"]


def test_an_archive_that_lies_about_sizes_gives_no_more_than_it_says(tmp_path: Path) -> None:
    data = packed({"a.txt": b"x" * 1000})
    size = (1000).to_bytes(4, "little")
    (tmp_path / "a.zip").write_bytes(data.replace(size, (10).to_bytes(4, "little")))
    [source] = found(tmp_path).values()
    with pytest.raises(DocumentError):
        source.read()


def test_hundreds_of_archives_are_not_held_open(tmp_path: Path) -> None:
    for number in range(120):
        (tmp_path / f"{number:03}.zip").write_bytes(packed({"a.txt": f"tekst {number}".encode()}))
    program = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_NOFILE, (40, 40)); "
        "from lrtgraph.documents.sources import find; "
        "print(len({source.read() for source in list(find([sys.argv[1]]))}))"
    )
    done = subprocess.run([sys.executable, "-c", program, tmp_path], capture_output=True, text=True, check=True)
    assert done.stdout == "120\n"


# Folders


def test_links_to_folders_are_followed_once(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.txt").write_text("tekst")
    (tmp_path / "ver").mkdir()
    (tmp_path / "ver" / "y.txt").write_text("tekst y")
    (tmp_path / "a" / "kring").symlink_to(tmp_path / "a")
    (tmp_path / "a" / "weg").symlink_to(tmp_path / "ver")
    assert list(found(tmp_path / "a")) == ["x.txt", "weg/y.txt"]


def test_names_that_are_no_text_are_known_again_in_the_next_build(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for number, name in enumerate((b"\xff.txt", b"a\nb\x01.txt", "é‮​.txt".encode(), b"'\";.txt")):
        (Path(os.fsdecode(os.fsencode(folder) + b"/" + name))).write_text(TEXT.format(number))
    settings = Settings(store=os.fspath(tmp_path / "graph.db"))
    assert len(build([folder], settings).new) == 4
    again = build([folder], settings, prune=True)
    assert (len(again.unchanged), again.removed, again.refused) == (4, (), ())
    with open_store(settings.store) as store:
        assert len(documents(store)) == 4


def test_a_mail_goes_into_the_graph_with_its_attachments_and_out_of_it(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    settings = Settings(store=os.fspath(tmp_path / "graph.db"))

    def built(*letters: str) -> Report:
        inside = {f"{letter}.txt": TEXT.format(letter).encode() for letter in letters}
        (folder / "a.eml").write_bytes(eml(TEXT.format("de mail zelf"), inside).as_bytes())
        return build([folder], settings, prune=True)

    assert len(built("a", "b").new) == 3
    again = built("b")
    assert [Path(path).name for path in again.removed] == ["a.txt"]
    (folder / "a.eml").write_bytes(b"From: x\n")
    damaged = build([folder], settings, prune=True)
    assert [one.path for one in damaged.refused] == [os.fspath(folder / "a.eml")]
    with open_store(settings.store) as store:
        assert {row.name for row in documents(store)} <= {"b.txt"}
    (folder / "a.eml").unlink()
    build([tmp_path], settings, prune=True)
    with open_store(settings.store) as store:
        assert documents(store) == ()


def test_what_cannot_be_opened_for_now_is_not_pruned(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    archive = folder / "a.zip"
    whole = packed({"a.txt": TEXT.format("A").encode(), "b.txt": TEXT.format("B").encode()})
    archive.write_bytes(whole)
    settings = Settings(store=os.fspath(tmp_path / "graph.db"))
    build([folder], settings)
    archive.write_bytes(whole[:100])
    report = build([folder], settings, prune=True)
    assert (report.removed, len(report.refused)) == ((), 1)
    with open_store(settings.store) as store:
        assert len(documents(store)) == 2
    archive.write_bytes(whole)
    assert len(build([folder], settings, prune=True).unchanged) == 2
    remove(["a.txt"], settings)
    with open_store(settings.store) as store:
        assert [row.name for row in documents(store)] == ["b.txt"]
