"""Files of office programs written by hand, part by part: what no program makes, or only some version of one."""

from __future__ import annotations

from formats import packed

from lrtgraph.documents import read
from lrtgraph.records import Document

NAMES = {"office": "office", "text": "text", "table": "table", "style": "style", "d": "drawing"}
SPACES = " ".join(f"xmlns:{short}='urn:oasis:names:tc:opendocument:xmlns:{name}:1.0'" for short, name in NAMES.items())


def document_of(body: str, styles: str = "") -> Document:
    """A document with this body and these master pages."""
    content = f"<office:document-content {SPACES}><office:body><office:text>{body}</office:text></office:body>"
    margins = f"<office:document-styles {SPACES}><office:master-styles>{styles}</office:master-styles>"
    return read(
        "x.odt",
        packed(
            {
                "content.xml": f"{content}</office:document-content>".encode(),
                "styles.xml": f"{margins}</office:document-styles>".encode(),
            }
        ),
    )


def paragraph(text: str) -> str:
    return f"<text:p>{text}</text:p>"


def word_xml(body: str, declared: str = "") -> bytes:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return f"<?xml version='1.0'?>{declared}<w:document xmlns:w='{space}'><w:body>{body}</w:body></w:document>".encode()


def writer_xml(body: str, declared: str = "") -> bytes:
    spaces = " ".join(f"xmlns:{name}='urn:oasis:names:tc:opendocument:xmlns:{name}:1.0'" for name in ("office", "text"))
    return (
        f"<?xml version='1.0'?>{declared}<office:document-content {spaces}><office:body><office:text>"
        f"{body}</office:text></office:body></office:document-content>"
    ).encode()
