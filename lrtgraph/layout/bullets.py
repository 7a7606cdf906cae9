"""Bullets and numbers in front of a line: which strings are markers, and how deep they nest."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from lrtgraph.layout.lines import Line
from lrtgraph.value import value

_SYMBOL = r"[•●○◦▪▫■□◼◾‣⁃∙·*»›➢➤►▶✓✔❖❑§\uf0b7\uf0a7\uf0d8\uf02d]"
_ARROW = r"(?:=>|->|-->|==>|[→⇒➔➜]|>{1,3})"
_MARKER = re.compile(
    rf"""(?:
        (?P<symbol>{_SYMBOL})\s*(?=[^\W_]|["'“‘´(\[])
      | (?P<arrow>{_ARROW})\s*(?=\S)
      | (?P<dash>[-–—])\s+(?=\S)
      | (?P<query>\?)\s+(?=\w)
      | (?P<letter>[oe+¢©@°])\s+(?=[^\W_]|["'“(\[])
      | (?P<code>(?:20\d\d[-/.]\d{{1,3}}[-/.][A-Z]{{1,2}}\d{{1,3}}|[A-Z]{{1,3}}\d{{0,2}}[-.]\d{{1,3}}
                 |[A-Z]{{1,2}}\d{{1,3}})[.:)]?)\s+(?=[^\W_]|\([^()\n]{{2,60}}\)\s+\w)
      | (?P<serial>(?:20)?\d\d[-/]\d{{1,3}}[.:)]?)\s+(?=[A-Z]|\([^()\n]{{2,60}}\)\s+\w)
      | (?P<decimal>\d{{1,2}}(?:\.\d{{1,2}}){{1,3}}[.)]?)\s+(?=[^\W\d_]|["'“(])
      | (?P<number>\(?\d{{1,3}}[a-h]?\s?[.)])\s+(?=[^\W_]|["'“(])
      | (?P<alpha>\(?[a-z]\s?[.)]|\([A-Z]\)|[A-Z]\))\s+(?=[^\W_]|["'“(])
      | (?P<roman>\(?[ivx]{{1,5}}\s?[.)])\s+(?=[^\W_]|["'“(])
    )""",
    re.VERBOSE,
)
_SERIES = re.compile(r"[-/]")
_ALONE = re.compile(rf"(?P<symbol>{_SYMBOL})|[-–—o]")
_LEAST, _WORDS = 2, 4
"""Bullets on lines of their own that are a style, and the words below a dash, which may else be an empty cell."""
_RANK = {
    "number": -1, "decimal": -1, "code": -1, "serial": -1, "symbol": 0, "arrow": 0, "query": 0, "dash": 1, "alpha": 1,
    "roman": 2,
}  # fmt: skip
_MINOR_SYMBOLS = dict.fromkeys("○◦·", 1) | dict.fromkeys("▪▫■□◼◾§\uf0a7", 2)


@value
class Marker:
    """A marker as it stands, its kind, and how many characters it takes with the white space behind it."""

    text: str
    kind: str
    width: int

    @property
    def rank(self) -> int:
        """How deep this kind of marker stands when indentation does not tell: lower is further out."""
        if self.kind == "letter":
            return 1 if self.text == "o" else 0  # an "o" is the hollow bullet, an "e" a badly scanned "•"
        return _MINOR_SYMBOLS.get(self.text, _RANK[self.kind])


def read_marker(text: str, start: int, end: int) -> Marker | None:
    """The marker that a line's body `text[start:end]` opens with, if any.

    >>> read_marker("• VNG vraagt", 0, 12)
    Marker(text='•', kind='symbol', width=2)
    >>> read_marker("1.2 De voorzitter", 0, 17).kind
    'decimal'
    """
    match = _MARKER.match(text, start, min(end, start + 200))
    if match is None or match.lastgroup is None:
        return None
    return Marker(match[match.lastgroup].strip(), match.lastgroup, match.end() - start)


def trusted(markers: Iterable[Marker]) -> frozenset[str]:
    """Marker texts that may be trusted although they could be words or punctuation ("e", "o", ">", "C1").

    A lone letter counts where it is "o", or where real bullets stand beside it; a code where another has its form; a
    serial number ("25-01") where another is of its year, so that it is no range or day.
    """
    counts = Counter((marker.kind, marker.text) for marker in markers)
    real = sum(count for (kind, _), count in counts.items() if kind in ("symbol", "dash"))
    codes = sum(count for (kind, _), count in counts.items() if kind == "code")
    years = Counter(_SERIES.split(text)[0] for kind, text in counts if kind == "serial")
    accepted: set[str] = set()
    for (kind, text), count in counts.items():
        if kind == "letter" and text != "o" and not (real >= 2 or count >= 3):
            continue
        if kind == "code" and codes < 2:
            continue
        if kind == "serial" and years[_SERIES.split(text)[0]] < 2:
            continue
        accepted.add(text)
    return frozenset(accepted)


def with_lone_bullets(text: str, lines: Sequence[Line]) -> list[Line]:
    r"""The lines; a bullet that a conversion left on a line of its own opens the line of text below it.

    >>> from lrtgraph.layout.lines import split_lines
    >>> text = "•\nVNG stemt in.\n•\nIPO ook.\n-\n3 mei"
    >>> [text[line.start : line.end] for line in with_lone_bullets(text, split_lines(text))]
    ['•\nVNG stemt in.', '•\nIPO ook.', '-', '3 mei']
    """
    alone = {index: below for index in range(len(lines)) if (below := _below_bullet(text, lines, index)) is not None}
    if len(alone) < _LEAST:
        return list(lines)
    above = {below: lines[index] for index, below in alone.items()}
    dropped = {at for index, below in alone.items() for at in range(index, below)}
    return [
        replace(line, start=above[at].start, indent=above[at].indent, gap=above[at].gap, page=above[at].page)
        if at in above
        else line
        for at, line in enumerate(lines)
        if at not in dropped
    ]


def _below_bullet(text: str, lines: Sequence[Line], index: int) -> int | None:
    """The line with the text of a bullet that is all of a line; None where the line is no such bullet."""
    bullet = _ALONE.fullmatch(text, lines[index].start, lines[index].end)
    if bullet is None:
        return None
    below = next((at for at in range(index + 1, min(len(lines), index + 3)) if not lines[at].blank), None)
    if below is None or read_marker(text, lines[below].start, lines[below].end) is not None:
        return None
    body = text[lines[below].start : min(lines[below].end, lines[below].start + 80)]
    return below if body[0].isalnum() and (bullet["symbol"] or len(body.split()) >= _WORDS) else None
