"""Notes behind an outcome that only say who must do it, or by when: "Trekker: COA", "Termijn: 1 mei 2024"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lrtgraph.extraction.outcomes.labels import owner_note
from lrtgraph.extraction.outcomes.owners.naming import named, names_only
from lrtgraph.extraction.outcomes.status import moved_term, standing, status_of
from lrtgraph.extraction.outcomes.terms.deadlines import Deadline, cell_deadline, find_deadline, only_date
from lrtgraph.extraction.outcomes.undone import STATE

if TYPE_CHECKING:
    from lrtgraph.extraction.context import Reading
    from lrtgraph.extraction.outcomes.found import Prose
    from lrtgraph.extraction.outcomes.marks.heads import Head
    from lrtgraph.records import Meeting

_DUE = re.compile(
    r"(?:termijn|deadline|gereed(?:\s+op)?|datum\s+gereed|gereeddatum|planning|wanneer|streefdatum|einddatum|uiterlijk"
    r"|klaar)\s*[:–-]\s*",
    re.IGNORECASE,
)
_DUE_BARE = re.compile(
    r"(?:gereed|klaar|uiterlijk|(?:op|aan)?levering|terugkoppeling|verzending|toezending|publicatie|te\s+leveren)\s+"
    r"(?:aan\s+(?:(?:de|het)\s+(?=[a-z]))?(?!de\b|het\b)[\w-]+\s+)?"
    r"(?:(?:vóór|voor|op|per|uiterlijk|tegen|in|binnen|eind|begin|medio)\s+)*",
    re.IGNORECASE,
)
"""How a sentence without a verb tells by when: "Gereed vóór 5 juli.", "Oplevering eind mei, ten behoeve van …"."""
_STATE = re.compile(STATE, re.IGNORECASE)
_TERM_MOVED = re.compile(
    r"(?:(?:de|nieuwe)\s+)*(?:termijn|deadline|datum|einddatum|planning|oplevering)\b[^.;]{0,60}\Z"
    r"|(?:uitgesteld|verschoven|doorgeschoven|opgeschoven|verplaatst|verlengd|niet gehaald)\b[^.;]{0,60}\Z",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\d")
_APART = re.compile(r"[.;,|]\s+(?=[A-Z]\w*(?:\s\w+)?\s*[:–-]\s|(?:gereed|klaar|uiterlijk)\s)")
_BEHIND_NUMBER = re.compile(r"\w+\s+\d{1,3}\s*\((?P<note>[^()]{2,80})\)")
_MOST = 3
"""Blocks behind an outcome that are looked at."""
_LONGEST = 160
"""Characters of a note."""


@dataclass(frozen=True, slots=True)
class Note:
    """What notes say: who must do it (concepts, possibly none), by when, and whether it is done."""

    owners: tuple[str, ...] = ()
    deadline: Deadline | None = None
    closed: bool = False

    def __or__(self, other: Note) -> Note:
        return Note(self.owners or other.owners, self.deadline or other.deadline, closed=self.closed or other.closed)


def notes_behind(prose: Prose, k: int) -> Note:
    """What the sentences behind the k-th say, and then the blocks behind, as long as they are notes."""
    reading, index, found = prose.reading, prose.index, Note()
    for sentence in prose.sentences[k + 1 :]:
        note = read_note(reading, index, sentence.start_char, sentence.end_char)
        if note is None:
            return found
        found |= note
    for behind in range(index + 1, min(index + 1 + _MOST, len(reading.layout.blocks))):
        following = reading.layout.blocks[behind]
        if _NUMBERED.search(following.marker or ""):
            return found  # an entry of its own
        if following.kind in ("heading", "subheading") or not following.text or following.item != prose.block.item:
            return found
        note = read_note(reading, behind, 0, len(following.text))
        if note is None:
            return found
        found |= note
    return found


def notes_before(prose: Prose, k: int) -> Note:
    """What the sentences before the k-th say, where its block opens with notes: "Actiehouder: COA. Actie: lijst"."""
    told = [read_note(prose.reading, prose.index, s.start_char, s.end_char) for s in prose.sentences[:k]]
    found = Note()
    for note in told:
        if note is None:
            return Note()
        found |= note
    return found


def head_owners(reading: Reading, above: Head) -> tuple[str, ...]:
    """The owners that a head over blocks names: "Actie COA" on a line of its own."""
    if above.block is None:
        return ()
    text = reading.layout.blocks[above.block].text
    names = len(text.split(maxsplit=1)[0])
    return named(reading, above.block, names, len(text)) if names_only(reading, above.block, names, len(text)) else ()


def holders(reading: Reading, index: int, start: int, end: int) -> tuple[str, ...]:
    """Who the brackets behind a numbered task name: "Actie 9 (DGVB, garantieregeling) wordt aangehouden"."""
    bracket = listed_by_number(reading.layout.blocks[index].text, start, end)
    return named(reading, index, *bracket.span("note")) if bracket else ()


def listed_by_number(text: str, start: int, end: int) -> re.Match[str] | None:
    """A number of the list at `start` with the bracket behind it that says what it was.

    >>> listed_by_number("Actie 9 (kaart, trekker COA) blijft staan.", 0, 42)["note"]
    'kaart, trekker COA'
    """
    return _BEHIND_NUMBER.match(text, start, end)


def tells_task(text: str, start: int, end: int) -> bool:
    """Whether the bracket behind a number of the list tells the task beside who must do it.

    >>> [tells_task(said, 0, len(said)) for said in ("Actie 9 (COA, kaart) loopt nog.", "Actie 9 (COA) loopt nog.")]
    [True, False]
    """
    bracket = listed_by_number(text, start, end)
    return bracket is not None and "," in bracket["note"]


def read_note(reading: Reading, index: int, start: int, end: int) -> Note | None:
    """What a stretch of a block's text says of owner and deadline; None where it says anything else."""
    if end - start > _LONGEST:
        return None
    text, found = reading.layout.blocks[index].text, Note()
    for first, last in _segments(text, start, end):
        names = owner_note(text, first, last)
        due = _DUE.match(text, first, last)
        if names is not None and names_only(reading, index, names, last):
            found |= Note(named(reading, index, names, last))
        elif due is not None:
            found |= Note(deadline=cell_deadline(text[due.end() : last].strip(" .;"), reading.meeting))
        elif state := _STATE.match(text, first, last):
            found |= _standing(reading, text[state.end() : last])
        elif status_of(text[first:last]) is not None:
            found |= _standing(reading, text[first:last])
        elif only_date(text[first:last]):
            found |= Note(deadline=cell_deadline(text[first:last], reading.meeting))
        elif told := _due_told(text, first, last, reading.meeting) or _moved(text, first, last, reading.meeting):
            found |= Note(deadline=told)
        else:
            return None
    return found


def is_note(text: str, start: int, end: int, meeting: Meeting) -> bool:
    """Whether `text[start:end]` opens as a note does, so that it is no outcome of its own.

    >>> from lrtgraph.records import Meeting
    >>> is_note("Deadline: 1 mei", 0, 15, Meeting()), is_note("Deadlines zijn nodig", 0, 20, Meeting())
    (True, False)
    """
    if owner_note(text, start, end) is not None or any(p.match(text, start, end) for p in (_DUE, _STATE)):
        return True
    if (_due_told(text, start, end, meeting) or _moved(text, start, end, meeting)) is not None:
        return True
    return status_of(text[start:end]) is not None or only_date(text[start:end])


def _due_told(text: str, start: int, end: int, meeting: Meeting) -> Deadline | None:
    """By when, where a sentence without a verb tells that and at most why: "Gereed vóór 5 juli, voor het overleg"."""
    lead = _DUE_BARE.match(text, start, end)
    if lead is None:
        return None
    comma = text.find(",", lead.end(), end)
    found = find_deadline(text, start, end if comma < 0 else comma, meeting)
    told = found is not None and found.start <= lead.end() and not text[found.end : end].strip(" .;")[:1].isalnum()
    return found if told else None


def _moved(text: str, start: int, end: int, meeting: Meeting) -> Deadline | None:
    """The new term, where a short sentence only says that it was moved: "Termijn verschoven naar 1 april 2026"."""
    return moved_term(text[start:end], meeting) if _TERM_MOVED.match(text, start, end) else None


def _standing(reading: Reading, text: str) -> Note:
    """What a status says: that it is done, or until when it goes on."""
    stands = standing(text, reading.meeting, taken=False)
    if stands.closed:
        return Note(closed=True)
    return Note(deadline=stands.moved or stands.term or find_deadline(text, 0, len(text), reading.meeting))


def _segments(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for gap in _APART.finditer(text, start, end):
        yield at, gap.start()
        at = gap.end()
    last = end
    while last > at and text[last - 1] in " .;,|":
        last -= 1
    yield at, last
