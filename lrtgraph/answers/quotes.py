"""Quotes as people read them: on one line, cells parted as Markdown does, without the marks of Markdown and without
page numbers and the like.

A quote is the exact text between two offsets, marks included and often only half of a pair: "Bos:** akkoord". So it
stays in the graph and in all forms for machines; this is how tables, cards, notebooks and the map show it. A graph
holds no more of a document than that text, and a .txt may be Markdown as well as an .md, so the marks tell
themselves: each has a form that plain minutes do not write.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Final

from lrtgraph.resources import table

_PLACE: Final = (
    r"(?:<[^<>\n]{1,1000}>|(?:https?://|mailto:|www\.|\.{0,2}/|#)(?:[^\s()]|\([^\s()]{0,200}\)){0,1000}"
    r"|[^\s()]{1,200}(?:\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|md|html?|txt|csv|png|jpe?g)(?:#[^\s()]{0,100})?|/))"
)
"""Where a link leads: an address, a part of the document, or a file or folder beside it ("bijlage.pdf", "stukken/")."""
_TITLED: Final = r"""(?:\s{1,3}(?:"[^"\n]{0,200}"|'[^'\n]{0,200}'))?"""
_TAGS: Final = "[abius]|em|strong|del|ins|su[bp]|span|mark|small|code|kbd"
_MARKS: Final = (
    (r"(?<![\w`])(`{1,4})(?!`)(?! \s*`)[ ]?([^\n]{1,300}?)[ ]?(?<!`)\1(?![\w`])", r"\2"),
    (r"(?i)<br\s?/?>", " "),
    (rf"(?i)</?(?:{_TAGS})(?:\s+[\w-]+=[^<>\n]{{0,300}})?\s?/?>", ""),
    (r"<((?:https?://|mailto:|www\.)[^\s<>]{1,2000}|[\w.+-]{1,64}@[\w.-]{1,250})>", r"\1"),
    (rf"!?\[([^\[\]]{{1,300}})\]\({_PLACE}{_TITLED}\)", r"\1"),
    (r"!\[\]\([^()\n]{0,1000}\)", ""),
    (r"\[([^\[\]]{1,300})\]\{[.#][^{}\n]{0,200}\}", r"\1"),
    (r"\[\^[^\]\s]{1,40}\]", ""),
    (r"(?m)^[ \t]{0,3}#{1,6}[ \t]+", ""),
    (r"(?<!\*)\*{2,3}(?!\*)", ""),
    (r"(?<!~)~~(?!~)", ""),
    (r"(?<!\w)_{1,3}(?=[^\W_])|(?<=[^\W_]|[.,:;!?)])_{1,3}(?!\w)", ""),
    (r"(?<![\w*])\*(?=[^\s*])([^*\n]{1,300})(?<=\S)\*(?![\w*])", r"\1"),
    (r"&(?:amp|lt|gt|nbsp|quot|apos|euro|[aeiou](?:uml|acute|grave|circ)|#\d{1,5});", None),
    (r"\\([!#*()\[\]{}<>_`~|&.+-])", r"\1"),
)
"""A mark and what it leaves to read (None: the sign of an entity), in the order in which they are taken off."""
_SIGNS: Final = frozenset("<[#*_\\`~&")
_CELLS: Final = re.compile(r"(?<=[^\s:])[ ]*\t[ \t]*(?=\S)")
"""What a row of a table in Word, a web page or a PDF has between cells; behind a label's colon it is none."""
_NUMBERED: Final = re.compile(r"\s*(?:\(?\w{1,4}[.)]|[^\w\s]{1,2})[ \t]+")
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes a cell for a formula by, as OWASP lists it."""


_LINES: Final = re.compile(r"[\n\f]")
_BESIDE: Final = re.compile(r"(?<=\S)[ ]{4,}(?=\S.{0,40}\Z)")
"""The gap between a line and what stands at the edge of the page."""
_LONGEST: Final = 80
"""Characters of a line of furniture, as the layout has it."""


def readable(quote: str) -> str:
    """A quote on one line and without marks.

    >>> readable("Bos:** akkoord met\\n[het kader](https://example.org)"), readable("**Besluit:** _unaniem_")
    ('Bos: akkoord met het kader', 'Besluit: unaniem')
    >>> readable("Notitie delen\\tVNG\\t1 mei"), readable("~~de~~ `cijfers` (zie [bijlage 2](x.pdf))")
    ('Notitie delen | VNG | 1 mei', 'de cijfers (zie bijlage 2)')
    >>> readable("2 * 3 plekken * 4 (BAK_OEK), [5.1.2.e] # 7")
    '2 * 3 plekken * 4 (BAK_OEK), [5.1.2.e] # 7'
    >>> readable("VNG vraagt de\\n\\nPagina 3 van 7\\n\\nprovincies om hulp")
    'VNG vraagt de provincies om hulp'
    """
    quote = _without_furniture(quote)
    if "\t" in quote:
        opens = _NUMBERED.match(quote)
        at = opens.end() if opens else 0
        quote = quote[:at] + _CELLS.sub(" | ", quote[at:])
    if not _SIGNS.isdisjoint(quote):
        for mark, left in _marks():
            quote = mark.sub(left, quote)
    return " ".join(quote.split())


@cache
def _marks() -> tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...]:
    """The marks, ready to be looked for: an answer for machines never needs them."""
    from html import unescape

    def sign(entity: re.Match[str]) -> str:
        return unescape(entity[0])

    return tuple((re.compile(mark), sign if left is None else left) for mark, left in _MARKS)


def _without_furniture(quote: str) -> str:
    """A quote without the page numbers and the marks of a release that stand on lines of their own within it, or
    behind a gap at the end of a line; its first and last words are always text."""
    *lines, last = _LINES.split(quote)
    if not lines:
        return quote
    kept = (lines[0], *(line for line in lines[1:] if not _is_furniture(line)))
    return "\n".join((*map(_without_edge, kept), last))


def _without_edge(line: str) -> str:
    beside = _BESIDE.search(line := line.rstrip())
    return line[: beside.start()] if beside and _is_furniture(line[beside.end() :]) else line


def _is_furniture(line: str) -> bool:
    return len(line) <= _LONGEST and _furniture().fullmatch(line.strip()) is not None


@cache
def _furniture() -> re.Pattern[str]:
    """What has no words of its own: page numbers, and the marks of a release."""
    rows = (row["pattern"] for row in table("furniture.csv") if row["kind"] in ("page", "mark"))
    return re.compile("|".join(f"(?:{pattern})" for pattern in rows), re.IGNORECASE)


def place(document: str, line: int | None = None, page: int | None = None, *more: str) -> str:
    """Where a quote stands: `document:line`, and in brackets the page where there are pages, and what else is known.

    >>> place("a.txt", 1), place("a.pdf", 8, 2, "https://example.org/a")
    ('a.txt:1', 'a.pdf:8 (blz. 2, https://example.org/a)')
    """
    known = (f"blz. {page}", *more) if page else more
    return document + (f":{line}" if line else "") + (f" ({', '.join(known)})" if known else "")


def no_formula(text: str) -> str:
    """A cell of a table in text that no spreadsheet takes for a formula: behind an apostrophe where it might.

    >>> no_formula("=HYPERLINK(A1)"), no_formula("- VNG vraagt"), no_formula("VNG = lid")
    ("'=HYPERLINK(A1)", "'- VNG vraagt", 'VNG = lid')
    """
    return f"'{text}" if text.startswith(_FORMULA) else text
