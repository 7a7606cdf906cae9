"""Turns plain minutes into other formats with the tools that people use, line by line or as a word processor would."""

from __future__ import annotations

import html
import random
import re
import struct
import subprocess
import zipfile
from collections.abc import Callable, Mapping
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from lrtgraph.documents import read
from lrtgraph.records import Document

if TYPE_CHECKING:
    from reportlab.pdfgen import canvas

_BULLET = re.compile(r"\s*[•*»]\s+")
_NUMBER = re.compile(r"\s*(\d+)\s?[.)]\s+")
_FULL = 60  # characters in a line that goes on
_NONE, _END, _CUT = 0xFFFFFFFF, 0xFFFFFFFE, 4096  # of compound files: no entry, end of a chain, size of a long stream

Tree: TypeAlias = "dict[str, bytes | Tree]"  # a storage: its streams and the storages in it


def paragraphs(text: str) -> list[str]:
    """The text's paragraphs and bullets, each on one line: lines are joined where no new one begins.

    A blank line behind a full line that ends in the middle of a sentence is a page break: nobody types a new paragraph
    there.
    """
    found: list[str] = []
    open_paragraph = False
    before = ""
    for line in text.split("\n"):
        stripped = line.strip()
        if not stripped:
            open_paragraph = open_paragraph and len(before) >= _FULL and before[-1] not in ".:;?!)"
        elif open_paragraph and not _BULLET.match(line) and not _NUMBER.match(line):
            found[-1] += " " + stripped
        else:
            found.append(stripped)
            open_paragraph = True
        before = stripped or before
    return found


def docx_lines(text: str) -> bytes:
    """Every line a paragraph, as when a text file is opened in Word."""
    from docx import Document

    document = Document()
    for line in text.split("\n"):
        document.add_paragraph(line)
    return _saved(document)


def docx_styled(text: str) -> bytes:
    """Paragraphs, real bullet lists and heads, as a secretary would type them."""
    from docx import Document

    document = Document()
    for paragraph in paragraphs(text):
        if _BULLET.match(paragraph):
            document.add_paragraph(_BULLET.sub("", paragraph), style="List Bullet")
        elif _NUMBER.match(paragraph):
            document.add_paragraph(paragraph, style="Heading 1")
        else:
            document.add_paragraph(paragraph)
    return _saved(document)


def _saved(document: object) -> bytes:
    out = BytesIO()
    document.save(out)  # type: ignore[attr-defined]
    return out.getvalue()


def odt_lines(text: str) -> bytes:
    """Every line a paragraph."""
    from odf import teletype
    from odf.opendocument import OpenDocumentText
    from odf.text import P

    document = OpenDocumentText()
    for line in text.split("\n"):
        paragraph = P()
        teletype.addTextToElement(paragraph, line)
        document.text.addElement(paragraph)
    out = BytesIO()
    document.write(out)
    return out.getvalue()


def odt_styled(text: str) -> bytes:
    """Paragraphs, lists and heads."""
    from odf.opendocument import OpenDocumentText
    from odf.text import H, List, ListItem, P

    document = OpenDocumentText()
    for paragraph in paragraphs(text):
        if _BULLET.match(paragraph):
            made = List()
            item = ListItem()
            item.addElement(P(text=_BULLET.sub("", paragraph)))
            made.addElement(item)
            document.text.addElement(made)
        elif _NUMBER.match(paragraph):
            document.text.addElement(H(outlinelevel=1, text=paragraph))
        else:
            document.text.addElement(P(text=paragraph))
    out = BytesIO()
    document.write(out)
    return out.getvalue()


def html_pre(text: str) -> bytes:
    """The lines as they are."""
    return f"<!doctype html><html><body><pre>{html.escape(text)}</pre></body></html>".encode()


def html_styled(text: str) -> bytes:
    """Paragraphs, lists and heads inside a page with a menu and a foot."""
    parts: list[str] = []
    in_list = False
    for paragraph in paragraphs(text):
        bullet = _BULLET.match(paragraph)
        if bool(bullet) != in_list:
            parts.append("<ul>" if bullet else "</ul>")
            in_list = bool(bullet)
        body = html.escape(_BULLET.sub("", paragraph))
        tag = "li" if bullet else "h2" if _NUMBER.match(paragraph) else "p"
        parts.append(f"<{tag}>{body}</{tag}>")
    body = "\n".join(parts)
    return (
        f"<!doctype html><html lang=nl><head><title>x</title><style>p {{}}</style></head><body><nav><a>Home</a></nav>"
        f"<main>{body}</main><footer>Over deze site: VNG</footer><script>var VNG = 1</script></body></html>"
    ).encode()


def markdown(text: str) -> bytes:
    """The same text with Markdown's heads and bullets."""
    lines = []
    for line in text.split("\n"):
        if _BULLET.match(line):
            lines.append("- " + _BULLET.sub("", line))
        else:
            lines.append(line)
    return "\n".join(lines).encode()


def pdf_lines(text: str) -> bytes:
    """The lines on pages of fifty lines."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen import canvas

    font = _font()
    pdfmetrics.registerFont(TTFont("text", font))
    out = BytesIO()
    page = canvas.Canvas(out, pagesize=A4, invariant=1)
    lines = text.split("\n")
    for first in range(0, len(lines), 50):
        page.setFont("text", 10)
        for number, line in enumerate(lines[first : first + 50]):
            page.drawString(60, 780 - 14 * number, line.rstrip().expandtabs())
        page.showPage()
    page.save()
    return out.getvalue()


def _font() -> str:
    """A font with all letters of the texts, that comes with a library of the tests."""
    from pathlib import Path

    import reportlab

    return str(Path(reportlab.__file__).parent / "fonts" / "Vera.ttf")


def mail(text: str) -> bytes:
    """The text as the body of a mail."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@example.org", "b@example.org", "Verslag"
    message.set_content(text, cte="base64")
    return message.as_bytes()


def outlook(text: str) -> bytes:
    """The text as the body of a mail that Outlook saved."""
    return msg("Verslag", text)


def packed(parts: Mapping[str, bytes]) -> bytes:
    """A zip archive of these files, by their names in it."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def msg(subject: str, text: str, attachments: Mapping[str, bytes | Tree] | None = None, **more: bytes | Tree) -> bytes:
    """A .msg file: attachments by name, `more` streams and storages as they are."""
    return compound({**message(subject, text, attachments), **more})


def message(subject: str, text: str, attachments: Mapping[str, bytes | Tree] | None = None) -> Tree:
    """The streams and storages of a mail as in [MS-OXMSG]; an attachment that is a tree is a mail itself."""
    tree: Tree = {
        "__properties_version1.0": bytes(32),
        "__substg1.0_0037001F": subject.encode("utf-16-le"),
        "__substg1.0_1000001F": text.replace("\n", "\r\n").encode("utf-16-le"),
    }
    for number, (name, content) in enumerate((attachments or {}).items()):
        kind = "0102" if isinstance(content, bytes) else "000D"
        tree[f"__attach_version1.0_#{number:08X}"] = {
            "__properties_version1.0": bytes(8),
            "__substg1.0_3707001F": name.encode("utf-16-le"),
            f"__substg1.0_3701{kind}": content,
        }
    return tree


def compound(tree: Tree) -> bytes:
    """A compound file [MS-CFB], version 3: short streams in the mini stream, 64 bytes a sector, long ones beside it."""
    entries: list[tuple[str, int, bytes]] = [("Root Entry", 5, b"")]
    links: list[list[int]] = [[_NONE, _NONE, _NONE]]  # left, right, child
    _enter(tree, 0, entries, links)
    short = [(index, data) for index, (_, kind, data) in enumerate(entries) if kind == 2 and 0 < len(data) < _CUT]
    long = [(index, data) for index, (_, kind, data) in enumerate(entries) if kind == 2 and len(data) >= _CUT]
    starts: dict[int, int] = {}
    mini, mini_fat = bytearray(), []
    for index, data in short:
        starts[index] = len(mini_fat)
        count = -(-len(data) // 64)
        mini_fat += [*range(len(mini_fat) + 1, len(mini_fat) + count), _END]
        mini += data.ljust(64 * count, b"\0")
    sectors = bytearray()
    fat: list[int] = []

    def put(data: bytes) -> int:
        if not data:
            return _END
        start, count = len(fat), -(-len(data) // 512)
        fat.extend([*range(start + 1, start + count), _END])
        sectors.extend(data.ljust(512 * count, b"\0"))
        return start

    for index, data in long:
        starts[index] = put(data)
    starts[0] = put(bytes(mini))
    mini_start = put(struct.pack(f"<{len(mini_fat)}I", *mini_fat).ljust(-(-len(mini_fat) // 128) * 512, b"\xff"))
    rows = bytearray()
    for index, (name, kind, data) in enumerate(entries):
        raw = name.encode("utf-16-le") + b"\0\0"
        size = len(mini) if index == 0 else len(data)
        rows += raw.ljust(64, b"\0") + struct.pack("<HBB3I", len(raw), kind, 1, *links[index])
        rows += bytes(36) + struct.pack("<IQ", starts.get(index, _END if kind == 2 or not index else 0), size)
    rows += (bytes(68) + struct.pack("<3I", _NONE, _NONE, _NONE) + bytes(48)) * (-len(entries) % 4)  # not in use
    directory = put(bytes(rows))
    count = 1
    while count * 128 < len(fat) + count:
        count += 1
    first = len(fat)
    fat += [0xFFFFFFFD] * count
    sectors += struct.pack(f"<{len(fat)}I", *fat).ljust(512 * count, b"\xff")
    difat = [*range(first, first + count), *[_NONE] * (109 - count)]
    mini_sectors = -(-len(mini_fat) // 128)
    head = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + struct.pack("<5H", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<9I", 0, count, directory, 0, _CUT, mini_start, mini_sectors, _END, 0)
    return head + struct.pack("<109I", *difat) + bytes(sectors)


def _enter(tree: Tree, parent: int, entries: list[tuple[str, int, bytes]], links: list[list[int]]) -> None:
    """Put a storage's content in the directory: each entry the right-hand neighbour of the one before."""
    before = None
    for name, content in sorted(tree.items(), key=lambda item: (len(item[0]), item[0].upper())):
        index = len(entries)
        entries.append((name, 2, content) if isinstance(content, bytes) else (name, 1, b""))
        links.append([_NONE, _NONE, _NONE])
        if before is None:
            links[parent][2] = index
        else:
            links[before][1] = index
        before = index
        if not isinstance(content, bytes):
            _enter(content, index, entries, links)


def pdf(*pages: Callable[[canvas.Canvas], None]) -> Document:
    """What is read of a PDF with these pages."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas

    out = BytesIO()
    made = Canvas(out, pagesize=A4, invariant=1)
    for draw in pages:
        draw(made)
        made.showPage()
    made.save()
    return read("x.pdf", out.getvalue())


def spoiled(rng: random.Random, data: bytes) -> bytes:
    """The bytes cut short, with bits flipped, with a piece doubled, or with noise in them."""
    found = bytearray(data)
    at = rng.randrange(len(found))
    kind = rng.randrange(4)
    if kind == 0:
        return bytes(found[:at])
    if kind == 1:
        for _ in range(rng.randrange(1, 30)):
            found[rng.randrange(len(found))] ^= 1 << rng.randrange(8)
    elif kind == 2:
        found[at:at] = found[at : at + 500]
    else:
        found[at : at + 50] = rng.randbytes(50)
    return bytes(found)


def converted(folder: Path, form: str, *files: Path, options: tuple[str, ...] = ()) -> list[Path]:
    """Files converted by LibreOffice (`apt-get install libreoffice-writer-nogui`), in the order of the files."""
    command = ["soffice", f"-env:UserInstallation=file://{folder / 'profile'}", "--headless", *options]
    done = subprocess.run(
        [*command, "--convert-to", form, "--outdir", folder / form, *files], capture_output=True, text=True, timeout=120
    )
    made = [folder / form / f"{file.stem}.{form}" for file in files]
    assert all(path.exists() for path in made), done.stderr
    return made


FORMATS = {
    "docx lines": ("x.docx", docx_lines),
    "docx styled": ("x.docx", docx_styled),
    "odt lines": ("x.odt", odt_lines),
    "odt styled": ("x.odt", odt_styled),
    "html pre": ("x.html", html_pre),
    "html styled": ("x.html", html_styled),
    "markdown": ("x.md", markdown),
    "pdf lines": ("x.pdf", pdf_lines),
    "mail": ("x.eml", mail),
    "outlook": ("x.msg", outlook),
}
