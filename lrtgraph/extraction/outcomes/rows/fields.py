"""Entries of a list whose fields no sign parts: "Kaart maken. Enexis. 1 mei 2026.", columns of white space."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lrtgraph.dutch.dates import months
from lrtgraph.extraction.grammar.clauses import tokens_at
from lrtgraph.extraction.outcomes.owners.naming import named, names_only
from lrtgraph.extraction.outcomes.status import standing, status_of
from lrtgraph.extraction.outcomes.terms.deadlines import Deadline, cell_deadline, find_deadline, only_date
from lrtgraph.records import Meeting

if TYPE_CHECKING:
    from lrtgraph.extraction.context import Reading

_TERM_LEAD = re.compile(
    r"(?:(?:vanaf|vóór|voor|uiterlijk|per|op|in|begin|half|medio|eind|tot|gereed|klaar|deadline|termijn)\s+)*"
    r"(?:(?:de\s+|het\s+)?(?:H?LRT|PRT|BO|VB|\w*(?:overleg|vergadering|tafel|beraad))\s+(?:(?:van|op|d\.d\.)\s+)?)?",
    re.IGNORECASE,
)
"""What stands before the day or month of a term, the sitting of that day too: "LRT september", "uiterlijk 1 mei"."""
_MONTH = re.compile(rf"(?:{'|'.join(months())})\.?(?:\s+20\d\d)?", re.IGNORECASE)
_COLUMN_GAP = re.compile(r"[ \t]{2,}|\t")
_SIGN = re.compile(r"\s[–—-]\s|[;,(]")
"""What parts the fields of a line."""
_MOST_NAMED = 4
"""Words of a field that names a holder whom no list knows."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What the fields of an entry say: where its text ends, who must do it, by when, and whether it is done."""

    text_end: int
    owners: tuple[str, ...]
    deadline: Deadline | None
    closed: bool


def fielded_entry(reading: Reading, index: int) -> Entry | None:
    """The fields of a block that is an entry of a list of outcomes; None where it has none that are told apart.

    They stand behind the text as columns that white space parts, or as sentences: nothing but names, a term or a
    status. A holder whom no list knows is known by the term behind: "Kaart maken. Waterschappen. 1 mei 2026."
    """
    parts = _columns(reading, index) or _sentences(reading, index)
    if not parts:
        return None
    text, meeting = reading.layout.blocks[index].text, reading.meeting
    owners: dict[str, None] = {}
    found = Entry(parts[0][1], (), None, closed=False)
    for start, end in parts[1:]:
        told = text[start:end]
        if is_term(told, meeting):
            found = Entry(found.text_end, (), found.deadline or cell_deadline(told.strip(" .;"), meeting), found.closed)
        elif status_of(told) is not None:
            stands = standing(told, meeting, taken=False)
            due = stands.moved or found.deadline or stands.term
            found = Entry(found.text_end, (), due, found.closed or stands.closed)
        else:
            owners.update(dict.fromkeys(named(reading, index, start, end)))
    return Entry(found.text_end, tuple(owners), found.deadline, found.closed)


def ends_with_field(reading: Reading, index: int) -> bool:
    """Whether a block ends with a field of a list: names, a term or a status behind a dash, a comma or in a bracket."""
    text = reading.layout.blocks[index].text
    at = max((sign.end() for sign in _SIGN.finditer(text)), default=0)
    if not at:
        return False
    told = text[at:]
    return names_only(reading, index, at, len(text)) or is_term(told, reading.meeting) or bool(status_of(told))


def is_term(text: str, meeting: Meeting) -> bool:
    """Whether a field is nothing but a term.

    >>> [is_term(told, Meeting()) for told in ("Vanaf maart 2025.", "LRT van 1 mei", "Q3", "voor de gemeenten")]
    [True, True, True, False]
    """
    told = text.strip(" .;,()")
    bare = _TERM_LEAD.sub("", told, count=1)
    if only_date(bare) or _MONTH.fullmatch(bare):
        return True
    due = find_deadline(told, 0, len(told), meeting)
    return due is not None and due.start == 0 and due.end == len(told)


def _columns(reading: Reading, index: int) -> list[tuple[int, int]]:
    """The parts of a line that white space sets apart, where the last is a term or a status."""
    block, raw = reading.layout.blocks[index], reading.document.text
    if block.cells:
        return []
    parts, at = [], 0
    for k, sign in enumerate(block.text[:-1]):
        if sign == " " and k and _COLUMN_GAP.fullmatch(raw, block.offsets[k - 1] + 1, block.offsets[k + 1]):
            parts.append((at, k))
            at = k + 1
    parts.append((at, len(block.text)))
    last = block.text[slice(*parts[-1])]
    listed = len(parts) > 1 and (is_term(last, reading.meeting) or status_of(last) is not None)
    return parts if listed else []


def _sentences(reading: Reading, index: int) -> list[tuple[int, int]]:
    """The sentences of an entry where all behind the first are fields, one of them a holder."""
    parts = [(sentence.start_char, sentence.end_char) for sentence in reading.docs[index].sents]
    if len(parts) < 2 or reading.layout.blocks[index].cells:
        return []
    text, named_there = reading.layout.blocks[index].text, False
    for k, (start, end) in enumerate(parts[1:], start=1):
        told = text[start:end]
        term_behind = k + 1 < len(parts) and is_term(text[slice(*parts[k + 1])], reading.meeting)
        holds = names_only(reading, index, start, end) or (term_behind and _may_hold(reading, index, start, end))
        if not holds and not is_term(told, reading.meeting) and status_of(told) is None:
            return []
        named_there = named_there or holds
    return parts if named_there else []


def _may_hold(reading: Reading, index: int, start: int, end: int) -> bool:
    """Whether a few words without a verb may name who must do it."""
    tokens = [token for token in tokens_at(reading.docs[index], start, end) if not token.is_punct]
    short = 0 < len(tokens) <= _MOST_NAMED and tokens[0].text[:1].isupper()
    return short and all(token.pos_ not in ("VERB", "AUX") for token in tokens)
