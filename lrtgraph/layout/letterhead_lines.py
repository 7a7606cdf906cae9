"""A letterhead that comes back on a page on lines of its own, between those of the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lrtgraph.dutch.dates import find_dates
from lrtgraph.layout.furniture_words import PIECE, SENTENCE_END, Furniture, is_letterhead, patterns
from lrtgraph.layout.lines import Line

_NEAR = 4
"""Lines with text within which a letterhead goes on."""
_FAR = 2
"""Blank lines at most between the lines of a letterhead."""
_LONGEST = 30
"""Lines, blank ones included, of a letterhead."""
_WIDEST = 80
_NAMELESS = re.compile(r"(?:generaal|directie|contactpersoon)\Z", re.IGNORECASE)
"""A word that the name of what it is stands below."""
_NAME = re.compile(
    r"(?:(?:mr|drs|ir|dr|ing|prof|[Mm]w|[Dd]hr)\.?\s+)?(?:[A-Z]\.\s?)*"
    r"[A-Z][a-zà-ÿ][\w-]*(?:\s+(?:(?:en|voor|van|de)\s+){0,2}[A-Z][\w-]+){0,3}"
)


def past_letterhead(text: str, lines: Sequence[Line], at: int, end: int) -> int | None:
    """The next line with text behind a letterhead that begins at a line, before `end`; None where none begins there.

    To it belong its words, the name under "Directoraat-Generaal", the date under "Datum", addresses and references.
    """
    if not is_letterhead(text[lines[at].start : lines[at].end]):
        return None
    above = ""
    for index in range(at, min(end, at + 3 * _NEAR)):
        line = lines[index]
        if line.blank:
            continue
        body = text[line.start : line.end]
        if not (is_letterhead(body) or (above and is_below(above, body))):
            return index
        above = body
    return None


def follow_letterheads(text: str, lines: Sequence[Line], front: int, found: dict[int, Furniture]) -> None:
    """What stands under a letterhead's first line belongs to it: what the line leads to ("Datum" / "23 november 2022"),
    what no text looks like (an address), and right below it what is short."""
    for index in [index for index, piece in found.items() if piece.kind == "letterhead"]:
        above, indent = text[lines[index].start : lines[index].end], lines[index].indent
        dated = _is_dated(above)
        for at in range(index + 1, min(len(lines), index + _LONGEST)):
            line = lines[at]
            if line.blank:
                continue
            body = text[line.start : min(line.end, line.start + _WIDEST)]
            near = line.gap == 0 and not dated and at - index <= _NEAR + 2 and _is_short(body, line, indent)
            if at in found or at < front or line.gap > _FAR or not (near or is_below(above, body)):
                break
            found[at] = Furniture(line.start, line.end, "letterhead")
            above = body


def is_below(above: str, body: str) -> bool:
    """Whether a line goes on with a letterhead, by its own form or by that of the line above it.

    >>> is_below("Directoraat-Generaal", "Migratie"), is_below("Datum", "Migratie"), is_below("x", "2500 EH Den Haag")
    (True, False, True)
    """
    dates = find_dates(body)
    if dates and dates[0].start == 0 and dates[-1].end >= len(body):
        return True
    if _is_dated(above):
        return False
    return bool(_NAMELESS.search(above) and _NAME.fullmatch(body)) or patterns()[PIECE].fullmatch(body) is not None


def _is_dated(body: str) -> bool:
    return body.lower().endswith("datum")


def _is_short(body: str, line: Line, indent: int) -> bool:
    """Right below a letterhead: in a column at the right anything short; at the left margin a few capitalised words."""
    if len(body.split()) > 5 or SENTENCE_END.search(body) or not (body[0].isupper() or body[0].isdigit()):
        return False
    return line.indent + 4 >= indent and (indent >= 20 or (len(body.split()) <= 3 and not body.isupper()))
