"""Reads .txt: the text is the decoded file, form feeds divide its pages."""

from __future__ import annotations

from lrtgraph.documents import Content
from lrtgraph.documents.text import decode
from lrtgraph.records import Page


def read(data: bytes) -> Content:
    """Decode a text file; pages where it has form feeds (as text taken from a PDF has)."""
    text = decode(data)
    return Content(text, pages(text))


def pages(text: str) -> tuple[Page, ...]:
    """The pages that form feeds divide a text into; none where there is no form feed.

    >>> pages("een\\ftwee")
    (Page(number=1, start=0, end=4), Page(number=2, start=4, end=8))
    """
    if "\f" not in text:
        return ()
    found: list[Page] = []
    start = 0
    for part in text.split("\f"):
        end = min(start + len(part) + 1, len(text))
        if end > start:
            found.append(Page(len(found) + 1, start, end))
        start = end
    return tuple(found)
