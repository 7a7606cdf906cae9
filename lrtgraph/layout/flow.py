"""Running text: which lines make one paragraph or bullet, and which bullet hangs under which.

A unit goes on over line ends, blank lines and cut-out furniture as long as its sentence does. A new one starts at a
marker, behind blank lines once a sentence has ended, or where the next word would have fitted on the line before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from lrtgraph.layout.bullets import Marker, read_marker
from lrtgraph.layout.entries import find_entries
from lrtgraph.layout.joining import Joiner, sticks
from lrtgraph.layout.lines import Line, Span
from lrtgraph.records import BlockKind
from lrtgraph.resources import word_list

_ENDED = re.compile(r"[.?!:;…][\"'”’»)\]]*\Z")
_COLON = re.compile(r":[\"'”’)\]]*\Z")
_MASKED = re.compile(r"\W{0,2}[█■▇▓●]{2,}")
"""A name that is blanked out begins a line as a name does."""
_OPENS_CLAUSE = re.compile(r",\s(?:die|dat|wat|omdat|zodat|waar\w*)\s*\Z")
"""The end of a line that opens a clause: "… komen uit de MPP, die"."""
_HYPHENATED = re.compile(r"[^\W\d_]-\Z")
LABEL = re.compile(
    r"\[?(?:actie(?:punt)?|afspraak|afspraken|besluit|toezegging|conclusie|afgesproken|besloten)\w{0,3}\s*"
    r"(?:\([^)]{0,60}\)|(?-i:[A-Z])[^:\]\n]{0,50})?\s*[:\]]|(?-i:[ABT])\d{1,4}(?:[-.]\d{1,3})?\s*\([^)]{0,60}\)\s*:",
    re.I,
)
"""What marks an outcome at the head of a line: "Actie COA:", "[ACTIE VNG] …", "A25-13 (COA, 1 mei): …"."""
_SPEAKER = re.compile(r"[A-Z][\w&'’´]*(?:\s*(?:,|/|\+|&|\ben\b)\s*[A-Z][\w&'’´]*){0,4}\s*(?:\([^)]{1,40}\))?\s*:\s")
"""A name with a colon in front of what it says ("VNG: …", "IPO en COA: …")."""
_LAST_WORD = re.compile(r"\S+\Z")
_SLACK = 3
"""A word fits on a line when it leaves this many columns free: margins of real pages are not exact."""
_FULL = 0.85
"""A line that reaches this share of the margin may have been wrapped."""
_USUAL, _PUNCTUATED = 4, 0.9
"""Units that show whether a document ends its sentences, and the share of them that do."""
_WORDS = 4
"""A shorter line without an end may be a head."""
_INDENT = 1
"""Indents that differ by no more than this are the same: scans and page starts shift lines by a column."""
_FAR = 4
"""More blank lines than this stand between units only, whatever the next opens with."""
_LONGEST = 20_000
"""Characters of a unit; a longer one is cut between lines so that no unit is a whole book."""


@dataclass(slots=True, eq=False)
class Draft:
    """A block in the making: its kind, the raw spans of its lines, and the draft it hangs under."""

    kind: BlockKind
    spans: list[Span]
    level: int = 0
    marker: str | None = None
    parent: Draft | None = None
    item: int | None = None
    section: str | None = None
    cells: list[tuple[Span, ...]] = field(default_factory=list)
    columns: tuple[str, ...] = ()

    @property
    def end(self) -> int:
        """Raw offset just past the last character."""
        return max(end for _, end in self.all_spans())

    def all_spans(self) -> list[Span]:
        """The raw spans of the whole draft, cell by cell in a row."""
        return [span for cell in self.cells for span in cell] if self.cells else self.spans


@dataclass(slots=True)
class _Open:
    """A bullet under which others may hang."""

    indent: int
    rank: int
    draft: Draft


class Flow:
    """Makes drafts of the running text of one document, stretch by stretch."""

    def __init__(self, text: str, lines: Sequence[Line], margin: int, joiner: Joiner, markers: frozenset[str]) -> None:
        self.text, self.lines, self.margin, self.joiner, self.markers = text, lines, margin, joiner, markers
        self._units, self._ended_units = 0, 0

    def read(self, indexes: Iterable[int]) -> list[Draft]:
        """The paragraphs and bullets of a stretch of lines (given by index, without blank ones), in order."""
        drafts: list[Draft] = []
        opened: list[_Open] = []
        before: Line | None = None
        hanging, length = 0, 0
        listed = False
        stretch = [self.lines[index] for index in indexes]
        entries = find_entries(self.text, stretch)
        for line in stretch:
            marker = entries.numbers.get(line.start) or self._marker(line, before, opened)
            if marker:
                draft = self._bullet(line, marker, before, drafts, opened)
                hanging, length = line.indent + marker.width, 0
                listed = listed or not drafts
            elif (
                drafts
                and before
                and length < _LONGEST
                and not (before.start in entries.ends and drafts[-1].kind == "paragraph" and self._begins(line))
                and self._continues(before, line, drafts[-1], hanging, listed and drafts[-1].kind == "bullet")
            ):
                drafts[-1].spans.append((line.start, line.end))
                draft = None
            else:
                draft = self._paragraph(line, opened)
                hanging, length = line.indent, 0
            if draft:
                self._count(before, line)
                drafts.append(draft)
            length += line.end - line.start
            before = line
        self._count(before, None)
        return drafts

    def _count(self, before: Line | None, line: Line | None) -> None:
        """Count a unit that is over with the line `before`, where no furniture or page parts it from what follows."""
        if before is not None and (line is None or not line.page):
            self._units += 1
            self._ended_units += self._ended(before)

    def _marker(self, line: Line, before: Line | None, opened: Sequence[_Open]) -> Marker | None:
        """The marker that a line opens with, if a new unit can start there."""
        marker = read_marker(self.text, line.start, line.end)
        if marker is None or marker.text not in self.markers:
            return None
        if marker.kind in ("symbol", "arrow", "code", "serial") or before is None:
            return marker
        behind = self.text[line.start + marker.width]
        if marker.kind == "letter":
            loose = marker.text == "o" and self._boundary(before, line)
            return marker if loose or not behind.islower() else None
        if self._boundary(before, line):
            return marker
        same = any(
            sibling.draft.marker is not None
            and sibling.draft.marker[-1:] == marker.text[-1:]
            and abs(sibling.indent - line.indent) <= _INDENT
            for sibling in opened
        )
        return marker if same and not (behind.islower() and self._full(before)) else None

    def _bullet(
        self, line: Line, marker: Marker, before: Line | None, drafts: list[Draft], opened: list[_Open]
    ) -> Draft:
        if not opened and drafts and before and line.gap <= 2 and drafts[-1].kind == "paragraph":
            last = drafts[-1]
            if _COLON.search(self.text, max(last.spans[-1][1] - 4, last.spans[-1][0]), last.spans[-1][1]):
                opened.append(_Open(-9, -9, last))
        while opened:
            top = opened[-1]
            deeper = line.indent > top.indent + _INDENT
            level_with = abs(line.indent - top.indent) <= _INDENT
            if deeper or (level_with and marker.rank > top.rank):
                break
            opened.pop()
        parent = opened[-1].draft if opened else None
        draft = Draft(
            "bullet",
            [(line.start + marker.width, line.end)],
            level=parent.level + 1 if parent else 0,
            marker=marker.text,
            parent=parent,
        )
        opened.append(_Open(line.indent, marker.rank, draft))
        return draft

    def _paragraph(self, line: Line, opened: list[_Open]) -> Draft:
        """A new paragraph: it hangs under the bullet that it is indented with, and closes the others."""
        while opened and (line.indent <= opened[-1].indent + _INDENT or opened[-1].indent < 0):
            opened.pop()
        parent = opened[-1].draft if opened else None
        return Draft("paragraph", [(line.start, line.end)], level=parent.level if parent else 0, parent=parent)

    def _begins(self, line: Line) -> bool:
        """Whether a line begins as an entry of a list does, whose entry before it is over."""
        return self.text[line.start].isupper() or self.text[line.start].isdigit()

    def _continues(self, before: Line, line: Line, current: Draft, hanging: int, listed: bool) -> bool:
        """Whether a line without a marker goes on with the unit of the line before.

        `listed`: the stretch is a list of bullets, in which a line right below a bullet's text belongs to it.
        """
        ended = self._ended(before)
        first = self.text[line.start]
        lower = first.islower() or (line.page and first == "(")
        if self._sticks(before, line) or self._labelled(line, current):
            return True
        if not ended and line.gap <= _FAR and self._runs_on(before, line):
            return True
        if self.margin == 0 or before.right > 1.6 * self.margin:
            return not ended and lower and (line.gap <= 1 or line.page)
        if self._opens_unit(before, line, ended=ended):
            return False
        tail, ahead = self._tail(before), self.text[line.start : min(line.end, line.start + 60)]
        if not ended and (lower or self.joiner.breaks_word(tail, ahead)):
            return True
        if line.gap == 0 and _OPENS_CLAUSE.search(tail):
            return True
        if line.gap or line.page:
            if ended and line.page and listed:
                return self._hangs(before, line, current, hanging, listed=listed)
            if ended:
                return line.gap == 0 and not self._fits(before, line)
            return tail.endswith((",", "(", "-", "&")) or self._abbreviated(tail) or self._full(before)
        if self._abbreviated(tail) or self._hangs(before, line, current, hanging, listed=listed):
            return True
        if not self._fits(before, line):
            return True
        if ended:
            return False
        word = len(ahead.split()[0])
        return first.isdigit() or before.right + 1 + word > 0.8 * self.margin

    def _sticks(self, before: Line, line: Line) -> bool:
        """Whether a line goes on with the one before, whatever stands there: it opens with signs, or within a word."""
        signs = not any(char.isalnum() for char in self.text[line.start : min(line.end, line.start + 3)])
        if signs and line.gap <= 1 and not _MASKED.match(self.text, line.start, line.end):
            return True
        if line.gap:
            return False
        hyphenated = _HYPHENATED.search(self.text, max(before.start, before.end - 3), before.end)
        return hyphenated is not None or sticks(self._tail(before), self.text[line.start : line.start + 3])

    def _labelled(self, line: Line, current: Draft) -> bool:
        """Whether a line stands right below a bullet with nothing but a label: "• Actie:"."""
        alone = current.kind == "bullet" and len(current.spans) == 1 and line.gap == 0
        return alone and LABEL.fullmatch(self.text, *current.spans[0]) is not None

    def _opens_unit(self, before: Line, line: Line, *, ended: bool) -> bool:
        """Whether a line opens a unit: far below a sentence that `ended`, or with a speaker or a label."""
        if ended and (line.gap > _FAR or _SPEAKER.match(self.text, line.start, line.end)):
            return True
        labelled = LABEL.match(self.text, line.start, line.end) is not None
        return labelled and (ended or line.gap > 0 or self._fits(before, line))

    @staticmethod
    def _hangs(before: Line, line: Line, current: Draft, hanging: int, *, listed: bool) -> bool:
        """Whether a line stands below the text of a bullet: by its indent, or right below it in a list of them."""
        if current.kind == "bullet" and line.indent >= hanging > before.indent - _INDENT > 0 and hanging > 0:
            return True
        return listed and not (len(current.spans) > 1 and before.indent >= hanging > line.indent)

    def _runs_on(self, before: Line, line: Line) -> bool:
        """Whether a sentence that has no end yet runs on, but into no line that begins with a speaker or a label."""
        if any(opening.match(self.text, line.start, line.end) for opening in (_SPEAKER, LABEL)):
            return False
        return self._open(before) or (line.page and self._broken_off(before))

    def _open(self, before: Line) -> bool:
        """Whether a line ends with a word behind which a sentence goes on: "VNG is tegen de"."""
        word = _LAST_WORD.search(self._tail(before))
        return word is not None and word[0].lower() in word_list("seam_words.txt", section="open")

    def _broken_off(self, before: Line) -> bool:
        """Whether a sentence has no end before a page's furniture, as all others have theirs."""
        usual = self._units >= _USUAL and self._ended_units >= _PUNCTUATED * self._units
        return usual and sum(word[0].isalnum() for word in self._tail(before).split()) >= _WORDS

    def _boundary(self, before: Line, line: Line) -> bool:
        """A unit may end with the line before."""
        return bool(line.gap) or self.margin == 0 or self._ended(before) or self._fits(before, line)

    def _fits(self, before: Line, line: Line) -> bool:
        """The first word of a line would have fitted on the line before."""
        ahead = self.text[line.start : min(line.end, line.start + 60)].split()
        return before.right + 1 + len(ahead[0] if ahead else "") + _SLACK <= self.margin

    def _full(self, before: Line) -> bool:
        return self.margin > 0 and before.right >= _FULL * self.margin

    def _tail(self, line: Line) -> str:
        return self.text[max(line.start, line.end - 60) : line.end]

    def _ended(self, line: Line) -> bool:
        tail = self._tail(line)
        return bool(_ENDED.search(tail)) and not self._abbreviated(tail)

    def _abbreviated(self, tail: str) -> bool:
        word = _LAST_WORD.search(tail)
        return bool(word) and word[0].lower().lstrip("(") in _going_on()  # type: ignore[index]


def _going_on() -> frozenset[str]:
    """Abbreviations behind which a sentence goes on."""
    return word_list("abbreviations.txt", section="inner")
