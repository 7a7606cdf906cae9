"""Which lines are heads: numbered items of the agenda, heads without a number, and subheads inside an item.

Numbered heads are the best chain of rising numbers (1, 2, 3 or I, II, III) among all lines that open with a number:
numbered paragraphs and lists inside an item do not look like heads and do not fit the chain.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from lrtgraph.layout.bullets import Marker, read_marker
from lrtgraph.layout.head_words import head_words, in_capitals, plain_form
from lrtgraph.layout.lines import Line
from lrtgraph.layout.numbering import Candidate, of_one_style, readings, rising

_NUMBERED = re.compile(
    r"(?:(?P<word>agendapunt|agendapt\.?|agp\.?|punt|ad|item)\s+)?"
    r"(?P<number>[\dlO]{1,2}(?P<part>[a-h](?=[.):]))?|[IVXl1]{1,5}|[A-Z])(?P<sign>\s?[.):/]|\s+[-–—|](?=\s)|(?=\s))\s*(?=\S)",
    re.IGNORECASE,
)
_FUSED = re.compile(r"(?<=\s)(\d{1,2}|[IVX]{1,5})\s?[.)]\s+(?=[^\W_])")
_ENDED = re.compile(r"[.?!;,][\"'”’)\]]*\Z")
_SENTENCE_END = re.compile(r"[.?!][\"'”’)\]]*\Z")
_ABBREVIATED = re.compile(r"(?:\b\w\.){2,}\Z|\b(?:e\.d|etc|enz)\.\Z")
_GOES_ON = re.compile(
    r"(?:[-/&,(–]|\b(?:en|of|de|het|een|van|voor|met|op|bij|in|aan|over|naar|om|te|tot|door|per|als|inzake|m\.b\.t\."
    r"|t\.b\.v\.|i\.v\.m\.|der|ten|ter|n\.a\.v\.|o\.b\.v\.|tussen|binnen|onder))\Z",
    re.IGNORECASE,
)
_ACRONYMS = re.compile(r"[A-Z&]{2,6}(?:['’´]s)?(?:\s*[,/+]\s*[A-Z&]{2,6}(?:['’´]s)?)+\Z")
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Heading:
    """A head: its kind, its number if any, the raw spans of its title's lines, and the index of its last line.

    A head that fuses several items gives one Heading each, with the same `last`.
    """

    kind: Literal["heading", "subheading", "closing"]
    number: str | None
    spans: tuple[tuple[int, int], ...]
    last: int
    marker: str | None = None


def find_headings(text: str, lines: Sequence[Line], margin: int, front: int) -> dict[int, tuple[Heading, ...]]:
    """The heads of a document by the index of the line they begin on.

    In: the raw text, its lines without furniture, the right margin (0: unwrapped), and the number of lines of front
    matter, where only numbered heads are looked for.
    """
    page = _Page(text, lines, margin)
    chain = _best_chain(page)
    heads: dict[int, tuple[Heading, ...]] = {}
    for candidate in chain:
        heads[candidate.index] = page.numbered(candidate)
    taken = {index for start, found in heads.items() for index in range(start, found[-1].last + 1)}
    first = chain[0].index if chain else front
    for index in page.filled:
        if index in taken or index < min(front, first) or (chain and index < first and not page.opens(index)):
            continue
        found_head = page.unnumbered(index, bool(chain))
        if found_head:
            heads[index] = (found_head,)
            taken.update(range(index, found_head.last + 1))
    if not chain:
        certain = sum(found[0].kind == "heading" for found in heads.values())
        heads |= {at: (head,) for at, head in page.flush_heads(taken, front, certain).items()}
    return _without_empty_closings(heads)


def first_numbered(text: str, lines: Sequence[Line], margin: int) -> int | None:
    """The line of the first numbered head, if the document has such heads."""
    chain = _best_chain(_Page(text, lines, margin))
    return chain[0].index if chain else None


def _without_empty_closings(heads: dict[int, tuple[Heading, ...]]) -> dict[int, tuple[Heading, ...]]:
    """A standing head of a closing list inside the agenda is a subhead; behind the last item it closes the agenda."""
    last = max((index for index, found in heads.items() if found[0].kind == "heading"), default=-1)
    return {
        index: tuple(
            replace(head, kind="subheading") if head.kind == "closing" and index < last else head for head in found
        )
        for index, found in sorted(heads.items())
    }


class _Page:
    """The lines of one document with what the search for heads asks of them."""

    def __init__(self, text: str, lines: Sequence[Line], margin: int) -> None:
        self.text, self.lines, self.margin = text, lines, margin
        self.filled = [index for index, line in enumerate(lines) if not line.blank]
        self._position = {index: position for position, index in enumerate(self.filled)}

    def body(self, index: int) -> str:
        line = self.lines[index]
        return self.text[line.start : min(line.end, line.start + _LONGEST * 2)]

    def before(self, index: int) -> int | None:
        position = self._position[index]
        return self.filled[position - 1] if position else None

    def after(self, index: int) -> int | None:
        position = self._position[index]
        return self.filled[position + 1] if position + 1 < len(self.filled) else None

    def gap_after(self, index: int) -> bool:
        """Blank lines, a page or a marker follow, or nothing at all."""
        after = self.after(index)
        if after is None:
            return True
        line = self.lines[after]
        return line.gap > 0 or line.page or self.marker(after) is not None

    def gap_before(self, index: int) -> bool:
        line = self.lines[index]
        return line.gap > 0 or line.page or self.before(index) is None

    def marker(self, index: int) -> Marker | None:
        line = self.lines[index]
        return read_marker(self.text, line.start, line.end)

    def in_sentence(self, index: int) -> bool:
        """The line goes on with a sentence of the line right before it."""
        before = self.before(index)
        if before is None:
            return False
        line = self.lines[before]
        if _ENDED.search(self.text[max(line.start, line.end - 3) : line.end]):
            return False
        if self.gap_before(index):
            return self.text[self.lines[index].start].islower()
        if self.gap_after(index) and len(self.body(index).split()) <= 5:
            return False  # a short line right above a bullet
        return line.right >= 0.8 * self.margin > 0

    def opens(self, index: int) -> bool:
        """The line is one of the standing heads of an agenda."""
        return plain_form(self.body(index)) in head_words()["opening"]

    def candidates(self) -> list[Candidate]:
        found: list[Candidate] = []
        worded: set[int] = set()
        for index in self.filled:
            line = self.lines[index]
            match = _NUMBERED.match(self.text, line.start, min(line.end, line.start + 60))
            if not match or line.end - line.start > _LONGEST or match.end() >= line.end:
                continue
            score = self._score(index, match)
            if score > 0:
                worded |= {index} if match["word"] else set()
                part = match["part"] or ""
                found += [
                    Candidate(index, style, value, score, number + part, match.end(), part)
                    for style, value, number in readings(match["number"].removesuffix(part))
                ]
        return of_one_style(found, worded)

    def _score(self, index: int, match: re.Match[str]) -> float:
        title = self.text[match.end() : self.lines[index].end]
        letters = [char for char in title if char.isalpha()]
        if len(letters) < 3 or not (title[0].isalnum() or title[0] in "(\"'‘“´") or self.in_sentence(index):
            return 0
        bare = not match["sign"].strip() and not match["word"]
        apart = self.gap_before(index) or (self._set_apart(index, title) and self.gap_after(index))
        roman = re.fullmatch(r"[IVX]+", match["number"]) is not None and title[0].isupper() and self.gap_before(index)
        if bare and ((match["number"].isalpha() and not roman) or not apart):
            return 0
        if bare and not title[0].isupper() and (len(title.split()) > 5 or not self.gap_after(index)):
            return 0
        score = 0.5
        score += 1.5 if self.gap_before(index) else 1.0 * self._set_apart(index, title)
        score += 0.5 * self.gap_after(index)
        score += 1 * (bool(match["word"]) and match["word"].lower() != "ad")
        score += 1 * all(char.isupper() for char in letters)
        score += 1 * any(
            word in title.lower() for word in ("opening", "mededeling", "rondvraag", "sluiting", "wvttk", "w.v.t.t.k")
        )
        score -= 0.5 * (not (title[0].isupper() or title[0] in "(\"'‘“´"))
        ended = bool(_ENDED.search(title)) and not _ABBREVIATED.search(title)
        asks = title.endswith("?") and self.gap_before(index) and len(title.split()) <= 9
        score -= (0.5 if asks else 2) * ended
        score -= 1.5 * (len(title) > 90 and not title.isupper())
        score -= 1.5 * (self.margin > 0 and self.lines[index].right >= self.margin - 2 and self._runs_on(index))
        score -= 0.5 * bare
        score -= 1 * self._in_list(index)
        return score

    def _set_apart(self, index: int, title: str) -> bool:
        """Without blank lines: a short line without a full stop, behind a line that ends a sentence or ends early."""
        before, after = self.before(index), self.after(index)
        if before is None or after is None or _ENDED.search(title):
            return False
        last = self.lines[before]
        ended = _SENTENCE_END.search(self.text[max(last.start, last.end - 4) : last.end])
        early = self.margin == 0 or self.margin > last.right + 1 + len(self.body(index).split()[0]) + 3
        short = self.margin == 0 or self.lines[index].right < 0.8 * self.margin
        opens = self.marker(after) is not None or not self.body(after)[0].islower()
        return (bool(ended) or early) and short and opens

    def _in_list(self, index: int) -> bool:
        """Another numbered line follows at once."""
        after = self.after(index)
        if after is None or self.lines[after].gap or self.lines[after].page:
            return False
        marker = self.marker(after)
        return marker is not None and marker.kind == "number"

    def _runs_on(self, index: int) -> bool:
        """The next line follows at once and begins in lower case: a paragraph that wraps, or a long title."""
        after = self.after(index)
        return after is not None and self.lines[after].gap == 0 and self.body(after)[0].islower()

    def numbered(self, candidate: Candidate) -> tuple[Heading, ...]:
        """The head that a candidate begins, with the lines its title runs over, taken apart where it fuses items."""
        line = self.lines[candidate.index]
        spans = [(candidate.title, line.end)]
        last = self._title_lines(candidate.index, spans)
        marker = self.text[line.start : candidate.title].strip()
        heads: list[Heading] = []
        number, value = candidate.number, candidate.value
        current: list[tuple[int, int]] = []
        for start, end in spans:
            at = start
            for match in _FUSED.finditer(self.text, max(0, start - 1), end):
                values = [v for style, v, _ in readings(match[1]) if style == candidate.style]
                if value + 1 not in values or not (current or self.text[at : match.start()].strip()):
                    continue
                current.append(_trimmed(self.text, at, match.start()))
                heads.append(Heading("heading", number, tuple(s for s in current if s[0] < s[1]), last, marker))
                current, at, value = [], match.end(), value + 1
                number, marker = match[1], match[0].strip()
            current.append(_trimmed(self.text, at, end))
        heads.append(Heading("heading", number, tuple(s for s in current if s[0] < s[1]), last, marker))
        return tuple(head for head in heads if head.spans)

    def _title_lines(self, index: int, spans: list[tuple[int, int]]) -> int:
        """Add the further lines of a title; gives the index of its last line."""
        capitals = in_capitals(self.text[spans[0][0] : spans[0][1]])
        for _ in range(6):
            after = self.after(index)
            if after is None or not self._continues_title(index, after, capitals):
                return index
            index = after
            spans.append((self.lines[index].start, self.lines[index].end))
        return index

    def _continues_title(self, index: int, after: int, capitals: bool) -> bool:
        body, line = self.body(after), self.lines[after]
        current = self.body(index)
        if self.marker(after) or plain_form(body) in head_words()["section"] or line.gap > 2:
            return False
        if re.match(r"[\dIVX]{1,4}\s?[.)]\s+\S", body):
            return bool(_FUSED.search(" " + current)) and line.gap == 0
        if capitals and in_capitals(body) and not _ENDED.search(current):
            wrapped = self.lines[index].right >= 0.75 * self.margin or _GOES_ON.search(current) is not None
            return line.gap == 0 or wrapped
        if line.gap > 0 or (_ENDED.search(current) and not current.endswith(",")):
            return False
        if body[0].islower() or _GOES_ON.search(current):
            return len(body) < 100 and not capitals
        wraps = self.margin > 0 and self.lines[index].right + 1 + len(body.split()[0]) > self.margin
        return wraps and self.gap_after(after) and len(body.split()) <= 6 and not _ENDED.search(body)

    def unnumbered(self, index: int, chained: bool) -> Heading | None:
        """The head without a number that a line is, if it is one."""
        body, line = self.body(index), self.lines[index]
        if len(body) > 120 or (not self.gap_before(index) and not self._after_end(index)):
            return None
        plain = plain_form(body)
        words = head_words()
        item_like = not chained and plain in words["opening"]
        if not item_like and (plain in words["section"] or plain in words["closing"]):
            kind: Literal["closing", "subheading"] = "closing" if plain in words["closing"] else "subheading"
            if body[0].isupper() and (self.after(index) is not None):
                return Heading(kind, None, ((line.start, line.end),), index)
            return None
        marker = self.marker(index)
        if marker is not None and marker.kind == "decimal" and self._title_like_part(index, marker):
            return Heading("subheading", None, ((line.start + marker.width, line.end),), index, marker.text)
        if marker is not None and not body.startswith("("):
            return None
        if (_ENDED.search(body) and not _ABBREVIATED.search(body)) or body.endswith(":"):
            return None
        if self.after(index) is None:
            return None
        if in_capitals(body) and len(re.findall(r"[A-Z]", body)) >= 4 and not _ACRONYMS.match(body):
            spans = [(line.start, line.end)]
            last = self._title_lines(index, spans)
            if self.gap_after(last) or self._starts_sentence(last):
                return Heading("heading", None, tuple(spans), last)
        if not chained and self._title_like(index):
            spans = [(line.start, line.end)]
            return Heading("heading", None, tuple(spans), self._title_lines(index, spans))
        return None

    def _title_like_part(self, index: int, marker: Marker) -> bool:
        """ "2.1 Toelichting" on a line of its own is a subhead; "2.1 VNG vraagt …" is a numbered paragraph."""
        title = self.body(index)[marker.width :]
        after = self.after(index)
        if after is None or not self.gap_before(index) or not title[0].isupper() or _ENDED.search(title):
            return False
        if self.lines[after].gap:
            return len(title.split()) <= 8
        follows = self.marker(after)
        apart = self.body(after)[0].isupper() or (follows is not None and follows.kind != "decimal")
        short = self.margin == 0 or self.lines[index].right < 0.7 * self.margin
        return apart and short and len(title.split()) <= 5 and not title.split()[0][1:2].isupper()

    def _after_end(self, index: int) -> bool:
        before = self.before(index)
        return before is not None and bool(re.search(r"[.?!:;)][\"'”’]?\Z", self.body(before)))

    def _starts_sentence(self, index: int) -> bool:
        after = self.after(index)
        return after is not None and not in_capitals(self.body(after))

    def _title_like(self, index: int) -> bool:
        """In a document without numbered heads: a short line between blank lines, before text, without a full stop."""
        body, after = self.body(index), self.after(index)
        if not self.gap_before(index) or after is None or not body[0].isupper() or "  " in body or "\t" in body:
            return False
        opener = any(word in body.lower() for word in head_words()["opening"])
        short = len(body.split()) <= 10 and len(body) <= 80
        return short and (opener or (self.gap_after(index) and self.lines[index].gap > 0)) and self._starts_text(after)

    def flush_heads(self, taken: set[int], front: int, certain: int) -> dict[int, Heading]:
        """Short lines behind a blank line with text right under them; one alone may be chance, two are a style.

        `certain` heads of the document count as well.
        """
        found: dict[int, Heading] = {}
        for index in self.filled:
            body, after, line = self.body(index), self.after(index), self.lines[index]
            if (
                index < front
                or index in taken
                or after is None
                or after in taken
                or not line.gap
                or self.lines[after].gap
            ):
                continue
            first = body.split()[0]
            plain = body[0].isupper() and not first[1:2].isupper() and not _ENDED.search(body) and ":" not in body
            alone = len(body.split()) <= 6 and (self.margin == 0 or line.right < 0.6 * self.margin)
            if (
                plain
                and alone
                and self.marker(index) is None
                and self._starts_text(after)
                and self.body(after)[0].isupper()
            ):
                found[index] = Heading("heading", None, ((line.start, line.end),), index)
        return found if found and len(found) + certain >= 2 else {}

    def _starts_text(self, index: int) -> bool:
        """A marker, a standing subhead, or a line that reads as running text."""
        body = self.body(index)
        if self.marker(index) or plain_form(body) in head_words()["section"]:
            return True
        return len(body.split()) >= 6 or bool(_ENDED.search(body))


def _best_chain(page: _Page) -> list[Candidate]:
    """The chain of rising numbers with the best score; the style (1, I, A) that gives it wins."""
    by_style: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in page.candidates():
        by_style[candidate.style].append(candidate)
    best: tuple[float, list[Candidate]] = (0.0, [])
    for style in ("arabic", "roman", "letter"):
        found = rising(by_style[style])
        total = sum(candidate.score for candidate in found) - (1 if style == "letter" else 0)
        if (len(found) >= 2 and total >= 1.5 * len(found) and total > best[0]) or (
            len(found) == 1 and total >= 3.5 and total > best[0]
        ):
            best = (total, found)
    return best[1]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
