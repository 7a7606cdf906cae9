"""Markdown inside a line: what its marks leave to read, each character with its raw offset.

Follows CommonMark as far as minutes need it: escapes, entities, code, links, images, emphasis, tags, and of the
extensions footnotes, attributes ("[tekst]{.underline}") and strikethrough. A mark without its partner is a character.
"""

from __future__ import annotations

import html
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from lrtgraph.layout.repair import Clean

# Whatever stands between two marks is bounded: a mark without its end must not have the rest read for each mark.
_TOKEN: Final = re.compile(
    r"""
      \\(?P<escape>[!-/:-@\[-`{-~])
    | (?P<hard>\\(?=\r?\n))
    | (?P<code>(?<!`)(?P<ticks>`{1,4})(?!`)(?P<inner>[^`\n]{1,500})(?P=ticks)(?!`))
    | (?P<comment><!--(?:[^-]|-(?!->)){0,300}-->)
    | (?P<break><br\s?/?>)
    | <(?P<auto>(?:https?://|mailto:|www\.)[^\s<>]{1,2000}|[\w.+-]{1,64}@[\w.-]{1,250})>
    | (?P<tag></?[a-zA-Z][a-zA-Z0-9]{0,9}(?:\s[^<>\n]{0,300})?/?>)
    | (?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,24});)
    | (?P<note>\[\^[^\]\s]{1,40}\])
    | (?P<open>!?\[(?!\s?[xXvV✓✔]?\]))
    | (?P<close>\](?:\((?:[^()\n]|\([^()\n]{0,200}\)){0,2000}\)|\{[^{}\n]{0,200}\}|\[[^\[\]\n]{0,200}\]))
    | (?P<bare>\])
    | (?P<run>\*+|_+|~~)
    | (?P<space>[\t ]{2,}|\t|\xa0)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_WIDEST: Final = 3
"""Signs of one emphasis; a longer run is drawn."""


@dataclass(slots=True)
class _Run:
    """Signs of emphasis that still wait for others: where the first left stands among the characters, and how many."""

    at: int
    left: int


@dataclass(slots=True)
class _Writer:
    """The characters written so far with their offsets; `gone` are the places of marks that found a partner."""

    text: list[str] = field(default_factory=list)
    offsets: list[int] = field(default_factory=list)
    gone: set[int] = field(default_factory=set)
    brackets: list[tuple[int, int]] = field(default_factory=list)
    runs: defaultdict[str, list[_Run]] = field(default_factory=lambda: defaultdict(list))

    def put(self, chars: str, offsets: Iterable[int]) -> None:
        self.text += chars
        self.offsets += offsets

    def clean(self) -> Clean:
        kept = [at for at in range(len(self.text)) if at not in self.gone]
        return Clean("".join(self.text[at] for at in kept), tuple(self.offsets[at] for at in kept))


def read_inline(piece: Clean, *, references: frozenset[str] = frozenset(), cell: bool = False) -> Clean:
    """What is left of a piece of Markdown without its marks.

    In: the text with its offsets (one block's lines, or a cell of a table), and the labels of links whose address
    stands elsewhere, in lower case. White space within a line becomes single.

    >>> text = "**Besluit:** de [VNG](http://x) gaat _akkoord_ &amp; 2 * 3"
    >>> read_inline(Clean(text, tuple(range(len(text))))).text
    'Besluit: de VNG gaat akkoord & 2 * 3'
    """
    text, offsets = piece.text, piece.offsets
    writer = _Writer()
    at = 0
    for token in _TOKEN.finditer(text):
        writer.put(text[at : token.start()], offsets[at : token.start()])
        _write(writer, token, text, offsets, references, cell=cell)
        at = token.end()
    writer.put(text[at:], offsets[at:])
    return writer.clean()


def _write(
    writer: _Writer,
    token: re.Match[str],
    text: str,
    offsets: Sequence[int],
    references: frozenset[str],
    *,
    cell: bool,
) -> None:
    kind, start = token.lastgroup, token.start()
    if token["escape"]:
        sign = "/" if cell and token["escape"] == "|" else token["escape"]  # "|" would part the cell
        writer.put(sign, offsets[start + 1 : start + 2])
    elif token["inner"]:
        writer.put(token["inner"], offsets[token.start("inner") : token.end("inner")])
    elif token["break"]:
        writer.put("\n", offsets[start : start + 1])
    elif token["auto"]:
        writer.put(token["auto"], offsets[token.start("auto") : token.end("auto")])
    elif token["entity"]:
        _put_entity(writer, token, text, offsets)
    elif token["open"]:
        place = len(writer.text)
        writer.brackets.append((place, len(token["open"])))
        writer.put(token["open"], offsets[start : token.end()])
    elif token["close"]:
        _close(writer, token, offsets, references)
    elif kind == "bare":
        if writer.brackets:
            writer.brackets.pop()
        writer.put("]", offsets[start : start + 1])
    elif token["run"]:
        _put_run(writer, token, text, offsets)
    elif token["space"]:
        indents = text[start - 1 : start] in ("", "\n")
        writer.put(token[0] if indents else " ", offsets[start : token.end() if indents else start + 1])
    # Of the rest (tags, comments, footnote signs, a backslash at a line's end) nothing is read.


def _put_entity(writer: _Writer, token: re.Match[str], text: str, offsets: Sequence[int]) -> None:
    """The character that an entity stands for; at a word's end it lies on the entity's last sign, so that a span that
    ends there ends behind the entity."""
    char = html.unescape(token[0]).replace("\xa0", " ")
    if char == token[0]:  # no entity that there is
        writer.put(char, offsets[token.start() : token.end()])
        return
    opens = text[token.end() : token.end() + 1].isalnum()
    writer.put(char, [offsets[token.start() if opens else token.end() - 1]] * len(char))


def _close(writer: _Writer, token: re.Match[str], offsets: Sequence[int], references: frozenset[str]) -> None:
    """The end of a link: its text stays, the brackets and the address go."""
    opened = writer.brackets.pop() if writer.brackets else None
    by_label = token[0].startswith("][")
    label = token[0][2:-1].lower()
    if opened is None or (by_label and label not in references):
        writer.put(token[0], offsets[token.start() : token.end()])
        return
    writer.gone.update(range(opened[0], opened[0] + opened[1]))


def _put_run(writer: _Writer, token: re.Match[str], text: str, offsets: Sequence[int]) -> None:
    """Signs of emphasis: those that close what is open take it off, those that may open wait, others are characters."""
    signs, start, end = token[0], token.start(), token.end()
    place = len(writer.text)
    writer.put(signs, offsets[start:end])
    opens, closes = _flanking(signs[0], text[start - 1 : start], text[end : end + 1])
    left = len(signs)
    waiting = writer.runs[signs[0]]
    while closes and left and waiting:
        above = waiting[-1]
        used = min(left, above.left, _WIDEST)
        writer.gone.update(range(above.at + above.left - used, above.at + above.left))
        writer.gone.update(range(place, place + used))
        place, left = place + used, left - used
        above.left -= used
        if not above.left:
            waiting.pop()
    if opens and 0 < left <= _WIDEST:
        waiting.append(_Run(place, left))


def _flanking(sign: str, before: str, after: str) -> tuple[bool, bool]:
    """Whether signs between two characters may open emphasis, and whether they may close it."""
    spaced_before, spaced_after = not before or before.isspace(), not after or after.isspace()
    left = not spaced_after and (after.isalnum() or spaced_before or not before.isalnum())
    right = not spaced_before and (before.isalnum() or spaced_after or not after.isalnum())
    if sign == "_":
        return left and not before.isalnum(), right and not after.isalnum()
    return left, right
