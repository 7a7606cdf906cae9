"""Owner and deadline at the end of a table row whose columns were lost: "Overzicht per provincie LCSV 1 juli 2024"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lrtgraph.dutch.dates import find_dates, months
from lrtgraph.extraction.outcomes.terms.deadlines import Deadline, cell_deadline, find_deadline
from lrtgraph.records import Mention

if TYPE_CHECKING:
    from lrtgraph.extraction.context import Reading

_JOINT = re.compile(r"\s*(?:,|/|\+|&|\ben\b)\s*")
_GOVERNED = re.compile(
    r"\b(?:aan|bij|door|in|met|naar|onder|op|over|richting|tussen|uit|van|voor)\s+(?:(?:de|het)\s+)?\Z", re.IGNORECASE
)
_MONTH = re.compile(rf"(?:(?:begin|medio|half|eind)\s+)?(?:{'|'.join(months())})(?:\s+20\d\d)?\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class RowEnd:
    """Who must do what a row says, by when, and what stands behind the names."""

    owners: tuple[str, ...]
    deadline: Deadline | None
    rest: str


def row_end(reading: Reading, index: int) -> RowEnd | None:
    """The names in a row that a day, a time or the row's end follows right away; None where none do so."""
    text = reading.layout.blocks[index].text
    actors = [mention for mention in reading.mentions_in(index) if reading.is_actor(mention.concept)]
    followed = [(k, _due(reading, text, actors[k].block_end)) for k in range(len(actors) - 1, -1, -1)]
    k, due = next(((k, due) for k, due in followed if due is not None), (len(actors) - 1, None))
    if k < 0:
        return None
    rest = text[actors[k].block_end :].strip()
    if due is None and (len(rest.split()) > 1 or _GOVERNED.search(text, 0, actors[k].block_start)):
        return None
    named = _joined(text, actors[: k + 1])
    return RowEnd(tuple(dict.fromkeys(reading.speaker_for(mention.concept) for mention in named)), due, rest)


def _due(reading: Reading, text: str, at: int) -> Deadline | None:
    """The deadline that begins at `at`, but for white space."""
    if not text[at : at + 1].isspace():
        return None
    at += len(text[at:]) - len(text[at:].lstrip())
    if any(found.start == 0 for found in find_dates(text[at:])):
        return cell_deadline(text[at:], reading.meeting)
    if _MONTH.match(text, at):
        return cell_deadline(text[at:], reading.meeting)
    found = find_deadline(text, at, len(text), reading.meeting)
    return found if found is not None and found.start == at else None


def _joined(text: str, actors: list[Mention]) -> list[Mention]:
    """The last actor with those that are joined to it: "JenV, VNG"."""
    first = len(actors) - 1
    while first and _JOINT.fullmatch(text, actors[first - 1].block_end, actors[first].block_start):
        first -= 1
    return actors[first:]
