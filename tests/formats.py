"""Turns plain minutes into other formats with the tools that people use, line by line or as a word processor would."""

from __future__ import annotations

import html
import re
from email.message import EmailMessage
from io import BytesIO

_BULLET = re.compile(r"\s*[•*»]\s+")
_NUMBER = re.compile(r"\s*(\d+)\s?[.)]\s+")
_FULL = 60  # characters in a line that goes on


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
}
