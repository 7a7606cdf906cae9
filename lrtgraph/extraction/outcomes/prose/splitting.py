"""One sentence that settles more than one thing: "dat A … en dat B …", "1) …; 2) …", two sentences with a semicolon."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lrtgraph.extraction.grammar.arguments import BARE, arguments
from lrtgraph.extraction.grammar.clauses import Clause, clauses, is_finite, tokens_at
from lrtgraph.extraction.grammar.lexicon import words
from lrtgraph.extraction.outcomes.prose.settling import settlings

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from lrtgraph.extraction.context import Reading

_ENUMERATOR = re.compile(r"(?:^|[;,.]\s+)\(?(?P<number>\d{1,2}|[a-h])(?P<sign>[.)])\s+")
_LINE_NUMBER = re.compile(r"(?P<number>\d{1,2})[.)]?\s+(?=[^\W\d_])")
_SEMICOLON = re.compile(r"\s*;\s+")
_COORDINATORS = frozenset({"en", ","})
_JOINTS = _COORDINATORS | {";"}
_TURNS = words("contrast")


def enumerated(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The pieces of "1) COA deelt de cijfers; 2) VNG informeert haar leden"; one where nothing is counted.

    >>> text = "1. COA stuurt de lijst. 2. VNG reageert."
    >>> [text[first:last] for first, last in enumerated(text, 0, len(text))]
    ['COA stuurt de lijst', 'VNG reageert.']
    """
    marks = list(_ENUMERATOR.finditer(text[start:end]))
    if len(marks) < 2 or not all(mark["sign"] == ")" or _counts_from_one(marks) for mark in marks):
        return [(start, end)]
    ends = [start + mark.start() for mark in marks[1:]] + [end]
    return [(start + mark.end(), stop) for mark, stop in zip(marks, ends, strict=True)]


def _counts_from_one(marks: list[re.Match[str]]) -> bool:
    """Whether the marks open with the first number and go up one by one: a full stop behind a number may end a date."""
    numbers = [mark["number"] for mark in marks]
    plain = [str(number) for number in range(1, len(marks) + 1)]
    return marks[0].start() == 0 and numbers in (plain, list("abcdefgh"[: len(marks)]))


def counted_lines(reading: Reading, index: int) -> list[tuple[int, int]]:
    """The lines of a list that was set as one paragraph, each behind its number; empty where the lines do not count up.

    "1 Richtlijn – JenV – 11 juli" / "2 Lijst gemeenten – BZK – 8 juli"
    """
    block = reading.layout.blocks[index]
    text, raw = block.text, reading.document.text
    if block.cells or not _LINE_NUMBER.match(text):
        return []
    breaks = (k for k in range(1, len(text)) if "\n" in raw[block.offsets[k - 1] : block.offsets[k]])
    marks = [mark for k in (0, *breaks) if (mark := _LINE_NUMBER.match(text, k))]
    if len(marks) < 2 or [int(mark["number"]) for mark in marks] != list(range(1, len(marks) + 1)):
        return []
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    return [
        (mark.end(), mark.end() + len(text[mark.end() : end].rstrip())) for mark, end in zip(marks, ends, strict=True)
    ]


def concluded(reading: Reading, index: int, start: int, end: int) -> list[tuple[int, int]]:
    """The pieces of what a label announces: counted ones, else sentences that a semicolon joins."""
    text, doc = reading.layout.blocks[index].text, reading.docs[index]
    pieces = enumerated(text, start, end)
    if len(pieces) > 1:
        return pieces
    gaps = [gap.span() for gap in _SEMICOLON.finditer(text, start, end)]
    pieces = list(zip([start, *(b for _, b in gaps)], [*(a for a, _ in gaps), end], strict=True))
    return pieces if all(_tells(tokens_at(doc, *piece)) for piece in pieces) else [(start, end)]


def _tells(piece: Span) -> bool:
    """Whether a piece has a verb, or a participle that ends it in its stead: "verslag vastgesteld"."""
    last = next((token for token in reversed(piece) if token.is_alpha), None)
    return any(map(is_finite, piece)) or (last is not None and "Part" in last.morph.get("VerbForm", []))


def committed(reading: Reading, index: int, sentence: Span, first: int) -> list[tuple[int, int]]:
    """The pieces of "JenV zegt toe A en COA zegt toe B", from the clause that begins at token `first` on.

    A commitment ends where another begins, and where the sentence turns: "zegde toe te komen, maar bepleitte …".
    """
    doc, later = sentence.doc, [c for c in clauses(sentence) if c.main and c.start > first]
    anew = {
        hit.clause.start
        for hit in settlings(reading, index, sentence)
        if hit.cue.kind == "toezegging" and hit.clause.main and hit.use.form != "infinitive"
    }
    pieces = [(first, sentence.end)]
    for clause in later:
        start, end = pieces[-1]
        if end == sentence.end and (clause.start in anew or _turns(doc, clause)):
            pieces[-1] = (start, clause.start)
        if clause.start in anew:
            pieces.append((clause.start, sentence.end))
    return [_trimmed(doc, *piece) for piece in pieces]


def _turns(doc: Doc, clause: Clause) -> bool:
    """ "…, maar bepleitte dat …": the same speaker goes on with something else."""
    return doc[clause.start].lower_ in _TURNS and clause.start + 1 < clause.end and is_finite(doc[clause.start + 1])


def _trimmed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """The offsets of a piece without the joint before it and what joins it to the next."""
    start += doc[start].lower_ in _COORDINATORS
    while end > start + 1 and doc[end - 1].lower_ in _JOINTS:
        end -= 1
    return doc[start].idx, doc[end - 1].idx + len(doc[end - 1])


def agreed(reading: Reading, index: int, start: int, end: int) -> list[tuple[int, int]]:
    """The pieces of "Afgesproken wordt dat JenV de brief schrijft en dat VNG hem verspreidt": one for each who acts."""
    doc = reading.docs[index]
    stretch = tokens_at(doc, start, end)
    acting = {a.first for a in arguments(reading, index, start, end) if a.marker == BARE}
    opened = [
        clause.start
        for clause in clauses(stretch)
        if clause.opener == "dat" and doc[clause.start].lower_ == "dat" and clause.start + 1 in acting
    ]
    pieces, at = [], start
    for k in opened[1:]:
        if doc[k - 1].lower_ in _COORDINATORS:
            pieces.append((at, doc[k - 2].idx + len(doc[k - 2]) if doc[k - 1].lower_ == "en" else doc[k - 1].idx))
            at = doc[k].idx
    return [*pieces, (at, end)]
