"""Reads .md: the text as it is with its marks taken off; lines and tables with pipes stay, bullets become bullets."""

from __future__ import annotations

import re
from typing import Final

from lrtgraph.documents import Content
from lrtgraph.documents.text import decode

_FENCE: Final = re.compile(r"\s*(```|~~~)")
_HEAD: Final = re.compile(r"\s{0,3}#{1,6}\s(.*)")
_UNDERLINE: Final = re.compile(r"\s{0,3}(=+|-{3,})\s*$")
_RULE: Final = re.compile(r"\s{0,3}([-*_])(\s*\1){2,}\s*$")
_BULLET: Final = re.compile(r"\A(\s*)[-*+]\s+(?:\[[ xX]\]\s+)?")
_QUOTE: Final = re.compile(r"\A\s{0,3}(?:>\s?)+")
# A bound wherever a mark without its end would have the rest of the line read for each mark.
_IMAGE: Final = re.compile(r"!\[([^\]\n]{0,500})\]\([^()\n]{0,2000}\)")
_LINK: Final = re.compile(r"\[([^\]\n]{1,500})\](?:\([^()\n]{0,2000}\)|\[[^\]\n]{0,500}\])")
_REFERENCE: Final = re.compile(r"\s{0,3}\[[^\]\n]+\]:\s+\S+")
_EMPHASIS: Final = re.compile(r"(?<![\w*_\\])(\*{1,3}|_{1,3}|~~)(?=\S)([^*_~\n]+?)(?<=[^\s\\])\1(?![\w*_])")
_CODE: Final = re.compile(r"(?<!`)(`{1,8})([^`\n]+)\1")
_TAG: Final = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]{0,9}(?:\s[^<>\n]{0,200})?/?>")
_BREAK: Final = re.compile(r"<br\s*/?>", re.IGNORECASE)
_ESCAPE: Final = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|~>])")
_FRONT: Final = re.compile(r"\A---[ \t]*\r?\n(.*?)\r?\n---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_FRONT_TITLE: Final = re.compile(r"^title:(.*)", re.MULTILINE)


def read(data: bytes) -> Content:
    """Read a Markdown text."""
    text = decode(data).lstrip("\ufeff").replace("\r\n", "\n")
    title: str | None = None
    if front := _FRONT.match(text):
        found = _FRONT_TITLE.search(front[1])
        title = found[1].strip().strip("\"'") or None if found else None
        text = text[front.end() :]
    return Content("".join(line + "\n" for line in _lines(_without_comments(text))), (), title)


def _without_comments(text: str) -> str:
    parts: list[str] = []
    at = 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start)) >= 0:
        parts.append(text[at:start])
        at = end + len("-->")
    return "".join(parts) + text[at:]


def _lines(text: str) -> list[str]:
    made: list[str] = []
    fenced = False
    for line in text.split("\n"):
        if _FENCE.match(line):
            fenced = not fenced
        elif fenced:
            made.append(line)
        elif head := _HEAD.match(line):
            made += ["", plain(head[1].strip().rstrip("#")), ""]
        elif (_UNDERLINE.match(line) and made and made[-1].strip()) or _RULE.match(line) or _REFERENCE.match(line):
            made.append("")
        else:
            made.append(plain(_BULLET.sub(r"\1• ", _QUOTE.sub("", line, count=1), count=1)))
    while made and not made[-1]:
        made.pop()
    return made


def plain(text: str) -> str:
    """A line without its marks.

    >>> plain("**Besluit:** de [LRT](https://x) gaat _akkoord_ met 2 \\\\* 3")
    'Besluit: de LRT gaat akkoord met 2 * 3'
    """
    text = _BREAK.sub(" ", text)
    text = _LINK.sub(r"\1", _IMAGE.sub(r"\1", text))
    text = _CODE.sub(r"\2", text)
    for _ in range(3):
        text, changed = _EMPHASIS.subn(r"\2", text)
        if not changed:
            break
    return _ESCAPE.sub(r"\1", _TAG.sub("", text)).rstrip()
