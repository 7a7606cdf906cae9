"""A letterhead that comes back on a page on lines of its own, between those of the text."""

from __future__ import annotations

from collections.abc import Sequence

from lrtgraph.dates import find_dates
from lrtgraph.layout.furniture_words import SENTENCE_END, Furniture, is_letterhead
from lrtgraph.layout.lines import Line

_NEAR = 4
"""Lines with text within which a letterhead goes on."""


def past_letterhead(text: str, lines: Sequence[Line], at: int, end: int) -> int | None:
    """The next line with text behind a letterhead that begins at a line, before `end`; None where none begins there.

    To it belong its words, the name under "Directoraat-Generaal", the date under "Datum", and a reference number.
    """
    if not is_letterhead(text[lines[at].start : lines[at].end]):
        return None
    above = ""
    for index in range(at, min(end, at + 3 * _NEAR)):
        line = lines[index]
        if line.blank:
            continue
        body = text[line.start : line.end]
        dates = find_dates(body)
        named = above.lower().endswith("generaal") and body.isalpha()
        value = body.replace("-", "").isdigit() or (dates and dates[0].start == 0 and dates[-1].end >= len(body))
        if not (is_letterhead(body) or named or (above and value)):
            return index
        above = body
    return None


def follow_letterheads(text: str, lines: Sequence[Line], front: int, found: dict[int, Furniture]) -> None:
    """What stands right under a letterhead's first line and is short belongs to it ("Datum" / "23 november 2022")."""
    for index in [index for index, piece in found.items() if piece.kind == "letterhead"]:
        word = text[lines[index].start : lines[index].end].lower()
        dated = word.endswith("datum")
        at = index + 1
        while at < len(lines) and at - index <= _NEAR + 2 and (lines[at].gap == 0 or dated):
            line = lines[at]
            if line.blank:
                at += 1
                continue
            body = text[line.start : line.end]
            if at in found or at < front:
                break
            if dated:
                dates = find_dates(body)
                if dates and dates[0].start == 0 and dates[-1].end >= len(body):
                    found[at] = Furniture(line.start, line.end, "letterhead")
                break
            if len(body.split()) > 5 or SENTENCE_END.search(body) or (not body[0].isupper() and not body[0].isdigit()):
                break
            if line.indent + 4 < lines[index].indent or not _letterhead_like(body, lines[index].indent):
                break
            found[at] = Furniture(line.start, line.end, "letterhead")
            at += 1


def _letterhead_like(body: str, indent: int) -> bool:
    """Under a letterhead: in a column at the right anything short; at the left margin one or two capitalised words."""
    return indent >= 20 or (len(body.split()) <= 3 and not body.isupper())
