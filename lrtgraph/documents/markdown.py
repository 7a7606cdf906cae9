"""Reads .md: the text exactly as it is, its marks included (the layout reads past them), and the title in its front."""

from __future__ import annotations

import re
from typing import Final

from lrtgraph.documents import Content
from lrtgraph.documents.plain import pages
from lrtgraph.documents.text import decode

_FRONT: Final = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.*?)\r?\n---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_TITLE: Final = re.compile(r"^title:(.*)", re.MULTILINE)


def read(data: bytes) -> Content:
    """Read a Markdown text; "title" in the lines between dashes that it may begin with is its title.

    >>> read(b"---\\ntitle: Verslag\\n---\\n# Opening\\n").title
    'Verslag'
    """
    text = decode(data)
    front = _FRONT.match(text)
    found = _TITLE.search(front[1]) if front else None
    return Content(text, pages(text), found[1].strip().strip("\"'") or None if found else None)
