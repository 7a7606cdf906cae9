"""Page furniture: what stands on a page for the page's sake and interrupts the text that runs over it.

Three kinds are found: whole lines (page numbers, stamps, running heads, a letterhead that comes back on each page),
the end of a line behind a wide gap ("… verslag          Pagina 1 van 3"), and a letterhead in a column of its own
that a conversion has mixed into the text ("voorzien in de Directoraat-Generaal").
"""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from lrtgraph.dates import find_dates
from lrtgraph.layout.bullets import read_marker
from lrtgraph.layout.lines import Line, with_gaps
from lrtgraph.layout.signature import signature_lines
from lrtgraph.layout.tables import is_table_head
from lrtgraph.resources import resource

_WIDE_GAP = re.compile(r"\s{4,}|\t+")
_SENTENCE_END = re.compile(r"[.?!:;][\"'”’)\]]*\Z")
_TITLE_END = re.compile(r"\b(?:dhr|mw|mevr)\.\Z", re.IGNORECASE)
_NUMERALS = re.compile(r"\d+")
_LAST_WORDS = re.compile(r"\S+(?:[ \xa0]\S+){0,3}(?=\s)")  # of a text read backwards
_NEAR_BREAK = 3
"""A running head stands at most this many lines with text away from a page's end."""
_ANY_CASE = frozenset({"page", "mark"})
"""Kinds that may begin with a small letter or a sign."""
_COLUMN = 4
"""Pieces of a letterhead column follow each other within this many lines with text."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """A stretch of raw text that is furniture; `kind` is "page", "stamp", "mark", "letterhead", "signature" or
    "running".

    A mark is what a release puts on a page: a ground for blanking out, a document's number, a return address.
    """

    start: int
    end: int
    kind: str


def take_furniture(text: str, lines: Sequence[Line], front: int) -> tuple[list[Line], list[Furniture]]:
    """Cut the furniture out of the lines.

    In: the raw text, its lines, and how many of the first lines are the document's own front matter, of which only
    page numbers are furniture. Out: the lines again, as many as before (a line that was furniture is blank now), and
    the furniture in the order of the text.
    """
    found: dict[int, Furniture] = {}
    for index, line in enumerate(lines):
        if not line.blank and (kind := _whole_line(text[line.start : line.end])) and (kind == "page" or index >= front):
            found[index] = Furniture(line.start, line.end, kind)
    for index in signature_lines(text, lines):
        found.setdefault(index, Furniture(lines[index].start, lines[index].end, "signature"))
    _follow_letterheads(text, lines, front, found)
    _running_heads(text, lines, front, found)
    tails = _wide_tails(text, lines, front, found) | _columns(text, lines, front, found)
    cut: list[Line] = []
    for index, line in enumerate(lines):
        if index in found:
            cut.append(replace(line, end=line.start, page=True))
        elif index in tails:
            body = text[line.start : tails[index].start].rstrip()
            cut.append(replace(line, end=line.start + len(body)))
        else:
            cut.append(line)
    everything = sorted([*found.values(), *tails.values()], key=lambda piece: piece.start)
    return with_gaps(cut, found), everything


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    rows: dict[str, list[str]] = defaultdict(list)
    with resource("data", "furniture.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            rows[row["kind"]].append(row["pattern"])
    return {kind: re.compile("|".join(f"(?:{p})" for p in patterns), re.IGNORECASE) for kind, patterns in rows.items()}


def _whole_line(body: str) -> str | None:
    """The kind of furniture that a whole line is, by its words alone."""
    if len(body) > 80:
        return None
    for kind, pattern in _patterns().items():
        match = pattern.fullmatch(body)
        if match and (kind in _ANY_CASE or body[0].isupper()) and (kind != "stamp" or _stamped(body)):
            return kind
    return None


def is_letterhead(body: str) -> bool:
    """Whether a whole line is one of a letterhead that comes back on each page: "Directoraat-Generaal", "Datum"."""
    return _whole_line(body) == "letterhead"


def past_letterhead(text: str, lines: Sequence[Line], at: int, end: int) -> int | None:
    """The next line with text behind a letterhead that begins at a line, before `end`; None where none begins there.

    To it belong its words, the name under "Directoraat-Generaal", the date under "Datum", and a reference number.
    """
    if not is_letterhead(text[lines[at].start : lines[at].end]):
        return None
    above = ""
    for index in range(at, min(end, at + 3 * _COLUMN)):
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


def _stamped(body: str) -> bool:
    """A stamp is in capitals or a single word; "Concept versie" in running text is not."""
    return body.isupper() or " " not in body


def _follow_letterheads(text: str, lines: Sequence[Line], front: int, found: dict[int, Furniture]) -> None:
    """What stands right under a letterhead's first line and is short belongs to it ("Datum" / "23 november 2022")."""
    for index in [index for index, piece in found.items() if piece.kind == "letterhead"]:
        word = text[lines[index].start : lines[index].end].lower()
        dated = word.endswith("datum")
        at = index + 1
        while at < len(lines) and at - index <= _COLUMN + 2 and (lines[at].gap == 0 or dated):
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
            if len(body.split()) > 5 or _SENTENCE_END.search(body) or (not body[0].isupper() and not body[0].isdigit()):
                break
            if line.indent + 4 < lines[index].indent or not _letterhead_like(body, lines[index].indent):
                break
            found[at] = Furniture(line.start, line.end, "letterhead")
            at += 1


def _letterhead_like(body: str, indent: int) -> bool:
    """Under a letterhead: in a column at the right anything short; at the left margin one or two capitalised words."""
    return indent >= 20 or (len(body.split()) <= 3 and not body.isupper())


def _running_heads(text: str, lines: Sequence[Line], front: int, found: dict[int, Furniture]) -> None:
    """Lines that come back at the edges of pages, numbers aside, and lines that come back inside sentences."""
    filled = [index for index, line in enumerate(lines) if not line.blank]
    places: dict[str, list[int]] = defaultdict(list)
    for position, index in enumerate(filled):
        body = text[lines[index].start : lines[index].end]
        if index not in found and len(body) <= 100 and not _SENTENCE_END.search(body) and not _marked(body):
            places[_NUMERALS.sub("#", body.lower())].append(position)
    edges = _edges(lines, filled, found)
    for positions in places.values():
        if len(positions) < 2:
            if _is_above_number(lines, filled, positions[0], found) and filled[positions[0]] >= front:
                index = filled[positions[0]]
                found[index] = Furniture(lines[index].start, lines[index].end, "running")
            continue
        at_edge = sum(position in edges for position in positions)
        inside = sum(_interrupts(text, lines, filled, position) for position in positions)
        repeated = at_edge >= max(2, len(positions) - 1) or (len(positions) >= 3 and inside >= 2)
        if repeated:
            for position in positions:
                index = filled[position]
                if index >= front:
                    found[index] = Furniture(lines[index].start, lines[index].end, "running")


def _is_above_number(lines: Sequence[Line], filled: Sequence[int], position: int, found: dict[int, Furniture]) -> bool:
    """Whether a line opens a page, right above the page's number."""
    after = filled[position + 1] if position + 1 < len(filled) else None
    is_number = after is not None and after in found and found[after].kind == "page"
    return is_number and lines[filled[position]].page


def _marked(body: str) -> bool:
    """A bullet or a numbered line is text, however often it comes back."""
    return read_marker(body, 0, len(body)) is not None


def _edges(lines: Sequence[Line], filled: Sequence[int], found: dict[int, Furniture]) -> set[int]:
    """The positions of lines within reach of a page's end or beginning."""
    edges: set[int] = set()
    for position, index in enumerate(filled):
        if lines[index].page or (index in found and found[index].kind == "page"):
            edges.update(range(position - _NEAR_BREAK, position + _NEAR_BREAK + 1))
    return edges


def _interrupts(text: str, lines: Sequence[Line], filled: Sequence[int], position: int) -> bool:
    if position == 0 or position + 1 >= len(filled):
        return False
    before, after = lines[filled[position - 1]], lines[filled[position + 1]]
    return not _SENTENCE_END.search(text[before.end - 1 : before.end]) and text[after.start].islower()


def _wide_tails(text: str, lines: Sequence[Line], front: int, found: dict[int, Furniture]) -> dict[int, Furniture]:
    """Furniture behind a wide gap at the end of a line that is otherwise text."""
    tails: dict[int, Furniture] = {}
    for index, line in enumerate(lines):
        if index in found or line.blank:
            continue
        gaps = list(_WIDE_GAP.finditer(text, max(line.start, line.end - 120), line.end))
        gap = gaps[-1] if gaps and not is_table_head(text, line) else None
        if gap and (kind := _whole_line(text[gap.end() : line.end])) and (kind != "mark" or index >= front):
            tails[index] = Furniture(gap.end(), line.end, kind)
    return tails


def _columns(text: str, lines: Sequence[Line], front: int, found: dict[int, Furniture]) -> dict[int, Furniture]:
    """A letterhead column mixed into the ends of lines.

    It starts with a letterhead's word at the end of a line in mid-sentence, or on a line of its own (where it did not
    fit behind the sentence). Further pieces are letterhead words, the date under "Datum", and words that stand at the
    ends of lines behind such a start more than once.
    """
    letterhead = _patterns()["letterhead"]
    whole = {index for index, piece in found.items() if piece.kind == "letterhead"}
    filled = [
        index
        for index, line in enumerate(lines)
        if not line.blank and (index in whole or index not in found) and not is_table_head(text, line)
    ]
    endings = {index: _ending(text, lines[index]) for index in filled}
    starts = {
        index: cut
        for index, (words, _) in endings.items()
        if (cut := _letterhead_cut(words, letterhead)) is not None and (cut or index >= front) and index not in whole
    }
    order = {index: position for position, index in enumerate(filled)}
    starts = {index: cut for index, cut in starts.items() if _supported(index, starts, endings, order)}
    if not starts:
        return {}
    followers = _followers(text, lines, filled, order, endings, sorted(starts.keys() | whole))
    tails: dict[int, Furniture] = {}
    last, dated, named = -_COLUMN - 1, False, False
    for position, index in enumerate(filled):
        words, offset = endings[index]
        if index in whole:
            last, dated, named = position, words.lower() == "datum", words.lower().endswith("generaal")
            continue
        cut = starts.get(index)
        if cut is None and position - last <= _COLUMN:
            cut = _date_cut(words) if dated else None
            if cut is None and position - last == 1 and named:
                cut = _name_cut(words)
            if cut is None:
                cut = next((len(words) - len(f) for f in followers if words.endswith(" " + f) or words == f), None)
        if cut is None or (index < front and offset + cut <= lines[index].start):
            continue
        tails[index] = Furniture(offset + cut, lines[index].end, "letterhead")
        piece = words[cut:].lower()
        last, dated, named = position, piece == "datum", piece.endswith("generaal")
    return tails


def _supported(index: int, starts: dict[int, int], endings: dict[int, tuple[str, int]], order: dict[int, int]) -> bool:
    """A single letterhead word at a line's end may belong to the sentence: another one must be near, or a twin."""
    word = endings[index][0][starts[index] :]
    others = [other for other in starts if other != index]
    near = any(abs(order[other] - order[index]) <= _COLUMN + 2 for other in others)
    return near or any(endings[other][0][starts[other] :] == word for other in others)


def _ending(text: str, line: Line) -> tuple[str, int]:
    """The last one to four words of a line, with their raw offset; empty where the line has no more words."""
    match = _LAST_WORDS.match(text[max(0, line.start - 1, line.end - 101) : line.end][::-1])
    words = match[0][::-1] if match else ""
    return words.replace("\xa0", " "), line.end - len(words)


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


def _name_cut(words: str) -> int | None:
    """The directorate's name on the line below "Directoraat-Generaal": one capitalised word in mid-sentence."""
    head, _, last = words.rpartition(" ")
    name = len(last) > 3 and last[0].isupper() and last[1:].islower()
    return len(head) + 1 if name and head and (head[-1].islower() or head[-1] in ",)") else None


def _followers(
    text: str,
    lines: Sequence[Line],
    filled: Sequence[int],
    order: dict[int, int],
    endings: dict[int, tuple[str, int]],
    starts: Iterable[int],
) -> list[str]:
    """Capitalised words that stand at a line's end soon behind a letterhead's word, twice or more, longest first."""
    seen: set[tuple[str, int]] = set()
    for index in starts:
        for near in filled[order[index] + 1 : order[index] + 1 + _COLUMN]:
            words = endings.get(near, ("", 0))[0].split(" ")
            for size in range(1, len(words) + 1):
                piece = " ".join(words[-size:])
                if piece[:1].isupper() and not piece.isupper() and not _SENTENCE_END.search(piece):
                    seen.add((piece, near))
    counts = Counter(piece for piece, _ in seen)
    return sorted((piece for piece, count in counts.items() if count >= 2), key=lambda piece: (-len(piece), piece))
