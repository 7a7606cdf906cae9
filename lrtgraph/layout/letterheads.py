"""Letterheads that come back on a page: on lines of their own, or in a column mixed into the ends of lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from lrtgraph.dutch.dates import find_dates
from lrtgraph.layout.furniture_words import PIECE, SENTENCE_END, Furniture, is_letterhead, patterns
from lrtgraph.layout.lines import Line
from lrtgraph.layout.repair import PLAIN
from lrtgraph.layout.tables.cells import is_gapped_head
from lrtgraph.resources import word_list

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


_TITLE_END = re.compile(r"\b(?:dhr|mw|mevr)\.\Z", re.IGNORECASE)
_LAST_WORDS = re.compile(r"\S+(?:[ \xa0]\S+){0,3}(?=\s)")  # of a text read backwards
_REFERENCE = re.compile(r"(?:kenmerk|referentie|nummer)\Z", re.IGNORECASE)
_SHORTEST = 3
"""Characters of a piece; a shorter one may be the sentence's."""
_FILED = 5
"""Digits of the number under which a document is filed; in a figure a full stop stands before the last three."""
_COLUMN = 4
"""Pieces of a letterhead column follow each other within this many lines with text."""


def find_column(text: str, lines: Sequence[Line], front: int, found: dict[int, Furniture]) -> dict[int, Furniture]:
    """A letterhead column mixed into the ends of lines.

    It starts with a letterhead's word at the end of a line in mid-sentence, or on a line of its own (where it did not
    fit behind the sentence). Further pieces are letterhead words, the date under "Datum", and words that stand at the
    ends of lines behind such a start more than once.
    """
    whole = {index for index, piece in found.items() if piece.kind == "letterhead"}
    filled = [
        index
        for index, line in enumerate(lines)
        if not line.blank and (index in whole or index not in found) and not is_gapped_head(text, line)
    ]
    endings = {index: _ending(text, lines[index]) for index in filled}
    starts = _starts({index: endings[index] for index in filled if index not in whole}, front)
    order = {index: position for position, index in enumerate(filled)}
    supported = _supported(starts, endings, order)
    starts = {index: cut for index, cut in starts.items() if index in supported}
    if not starts:
        return {}
    followers = _followers(filled, order, endings, sorted(starts.keys() | (whole & order.keys())))
    tails: dict[int, Furniture] = {}
    last, above = -_COLUMN - 1, ""
    for position, index in enumerate(filled):
        words, offset = endings[index]
        if index in whole:
            last, above = position, text[lines[index].start : lines[index].end]
            continue
        cut = starts.get(index)
        if cut is None and position - last <= _COLUMN:
            cut = _further_cut(words, above, followers, below=position - last == 1)
        if cut is None or (index < front and offset + cut <= lines[index].start):
            continue
        tails[index] = Furniture(offset + cut, lines[index].end, "letterhead")
        last, above = position, words[cut:]
    return tails


def _starts(endings: Mapping[int, tuple[str, int]], front: int) -> dict[int, int]:
    """Where a letterhead's word begins that ends a line; one that is all of a line counts only in the body."""
    letterhead = patterns()["letterhead"]
    cuts = {index: _letterhead_cut(words, letterhead) for index, (words, _) in endings.items()}
    return {index: cut for index, cut in cuts.items() if cut is not None and (cut or index >= front)}


def _further_cut(words: str, above: str, followers: Sequence[str], *, below: bool) -> int | None:
    """Where a further piece of a column begins in the last words of a line; `below`: right below the piece above."""
    cut = _date_cut(words) if above.lower() == "datum" else None
    if cut is None and below:
        cut = _below_cut(words, above)
    if cut is None:
        cut = next((len(words) - len(f) for f in followers if words.endswith(" " + f) or words == f), None)
    return cut


def _supported(starts: Mapping[int, int], endings: Mapping[int, tuple[str, int]], order: Mapping[int, int]) -> set[int]:
    """The starts without those that may be a word of the sentence: another one is near, or has the same words."""
    words = {index: endings[index][0][cut:] for index, cut in starts.items()}
    count = Counter(words.values())
    near = [pair for pair in pairwise(sorted(starts)) if order[pair[1]] - order[pair[0]] <= _COLUMN + 2]
    return {index for index in starts if count[words[index]] > 1} | {index for pair in near for index in pair}


def _ending(text: str, line: Line) -> tuple[str, int]:
    """The last one to four words of a line, with their raw offset; empty where the line has no more words."""
    match = _LAST_WORDS.match(text[max(0, line.start - 1, line.end - 101) : line.end][::-1])
    words = match[0][::-1] if match else ""
    return words.replace("\xa0", " ").translate(PLAIN), line.end - len(words)


def _letterhead_cut(words: str, letterhead: re.Pattern[str]) -> int | None:
    """Where a letterhead's word begins that ends the line behind a word or a sentence; None where there is none."""
    for match in re.finditer(r"(?<!\S)[A-Z]", words):
        head = words[: match.start()].rstrip()
        if letterhead.fullmatch(words, match.start()) and (
            not head or head[-1].isalnum() or head[-1] in ",).?!" or _TITLE_END.search(head)
        ):
            return match.start()
    return None


def _date_cut(words: str) -> int | None:
    dates = find_dates(words)
    return dates[-1].start if dates and dates[-1].complete and dates[-1].end == len(words) else None


def _below_cut(words: str, above: str) -> int | None:
    """Where what a letterhead's word leads to begins, in mid-sentence: a directorate's name, a reference, a street."""
    for match in re.finditer(r"(?<=[a-zà-ÿ,).?!] )\S", words):
        piece = words[match.start() :]
        if piece.split()[0].lower() in word_list("sentence_openers.txt"):
            continue
        bare = piece.replace(".", "").replace("-", "").isdigit()
        if len(piece) > _SHORTEST and is_below(above, piece) and (not bare or _REFERENCE.search(above)):
            return match.start()
    return None


def _followers(
    filled: Sequence[int],
    order: dict[int, int],
    endings: dict[int, tuple[str, int]],
    starts: Iterable[int],
) -> list[str]:
    """What stands at a line's end soon behind a letterhead's word, twice or more, longest first: capitalised words, and
    the number under which the document is filed."""
    seen: set[tuple[str, int]] = set()
    for index in starts:
        for near in filled[order[index] + 1 : order[index] + 1 + _COLUMN]:
            words = endings.get(near, ("", 0))[0].split(" ")
            for size in range(1, len(words) + 1):
                piece = " ".join(words[-size:])
                named = piece[:1].isupper() and not piece.isupper() and not SENTENCE_END.search(piece)
                if named or (piece.isdigit() and len(piece) >= _FILED):
                    seen.add((piece, near))
    counts = Counter(piece for piece, _ in seen)
    return sorted((piece for piece, count in counts.items() if count >= 2), key=lambda piece: (-len(piece), piece))
