"""Figures in the cells of a table: the head of a column, or the label of a row, says what they count and as what.

"| Gemeente | Opgave | Gerealiseerd |" above "| Ede | 780 | 600 |": 780 is a target and 600 a result, both of Ede.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from lrtgraph.dutch.dates import find_dates
from lrtgraph.extraction.context import Reading
from lrtgraph.extraction.targets.judging import Counted
from lrtgraph.extraction.targets.numbers import Number
from lrtgraph.extraction.targets.status import Cue, cue_for
from lrtgraph.extraction.targets.units import Unit, unit_before, unit_of
from lrtgraph.notations import GOVERNMENTS
from lrtgraph.records import Block, Target

_FEWEST = 2
_TELLS = 90  # the longest line above a table that says what it counts
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"\W*((?:19|20)\d\d)\W*")
_MONEY = re.compile(r"€|\beuro|bedrag|kosten|budget|tarief|subsidie|bijdrage", re.I)
_ORDER = re.compile(r"\bnr\b|nummer|pagina|\b(?:minuten|minuut|uur|tijd)\b", re.I)
_TOTAL = re.compile(r"\W*(?:sub)?totaal\b", re.I)
_PROSE = frozenset({"paragraph", "bullet"})
_COUNTS = frozenset({"capacity", "people", "work"})

Place = tuple[int, int, int]
"""A stretch of a block: its index, start and end."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure that fills a cell, and where its column's head and its row's label stand."""

    number: Number
    head: Place
    label: Place
    lead: tuple[Place, ...]
    """What stands over the table: the head of its first column, and the line above."""


def heads(reading: Reading) -> Mapping[int, int]:
    """Which rows have heads of figures above them: the index of the row's block with that of the heads' block.

    Of "| Gemeente | Opgave |" (block 0) above "| Ede | 780 |" (block 1) that is {1: 0}.
    """
    found: dict[int, int] = {}
    above: int | None = None
    blocks = reading.layout.blocks
    for index, block in enumerate(blocks):
        if block.kind != "row" or block.columns:
            above = None
        elif _is_head(block) and index + 1 < len(blocks) and _has_figures(blocks[index + 1], block):
            above = index
        elif above is not None and _has_figures(block, blocks[above]):
            found[index] = above
    return found


def cells(reading: Reading, index: int, above: int, numbers: Iterable[Number]) -> Iterator[Cell]:
    """The figures of a row that fill a cell below a head, its first cell (the label) left out."""
    row, head = reading.layout.blocks[index], reading.layout.blocks[above]
    lead = [(above, *head.cells[0])]
    before = reading.layout.blocks[above - 1] if above else None
    if before is not None and before.kind in _PROSE and len(before.text) <= _TELLS:
        lead.append((above - 1, 0, len(before.text)))
    for number in numbers:
        end = max(number.end, unit_of(reading, index, row.text, number).end)
        for (start, last), named in zip(row.cells[1:], head.cells[1:], strict=False):
            if not row.text[start : number.first].strip() and start <= number.first and end == last:
                yield Cell(number, (above, *named), (index, *row.cells[0]), tuple(lead))


def is_money(reading: Reading, cell: Cell) -> bool:
    """Whether what stands around a figure tells of money, or its heads of an order or a time."""
    heading = (cell.head, cell.label)
    money = any(_MONEY.search(_text(reading, place)) for place in (*heading, *cell.lead))
    return money or any(_ORDER.search(_text(reading, place)) for place in heading)


def counted(reading: Reading, index: int, cell: Cell) -> Counted | None:
    """What a cell's figure counts and as what; None where its heads do not say so.

    Without a unit, a cue or a day tells it of a place or topic of the minutes alone, or of the total of such rows.
    """
    own = unit_of(reading, index, reading.layout.blocks[index].text, cell.number)
    cue = _cue(reading, cell.head) or _cue(reading, cell.label)
    status = cue.status if cue else "forecast" if _to_come(reading, cell) else "realised"
    unit = own if own.kind in _COUNTS or own.kind == "share" else _unit(reading, cell)
    if unit.kind == "none":
        ours = about(reading, cell, unit) or (cue and _TOTAL.match(_text(reading, cell.label)))
        if not ours or (cue is None and day(reading, cell) is None):
            return None
    return Counted(cell.number, unit, status, "table", 0.85, True)


def day(reading: Reading, cell: Cell) -> str | None:
    """The day or year of a figure, from the head of its column or the label of its row."""
    for place in (cell.head, cell.label):
        text = _text(reading, place)
        year = _YEAR.fullmatch(text)
        if year is not None:
            return year[1]
        for found in find_dates(text):
            known = found.resolve(_meeting(reading))
            if known is not None:
                return known.isoformat()
    return None


def about(reading: Reading, cell: Cell, unit: Unit) -> tuple[str, ...]:
    """What a figure is about: what is counted, and the topics of its head and its label."""
    named = [c for block, start, end in (cell.head, cell.label) for c in reading.concepts_in(block, start, end)]
    topics = [c for c in named if not reading.is_actor(c) or c.startswith(GOVERNMENTS)]
    return unit.with_topics(topics)


def target(reading: Reading, index: int, cell: Cell) -> Target | None:
    """The target that a cell's figure makes, if any."""
    one = None if is_money(reading, cell) else counted(reading, index, cell)
    if one is None:
        return None
    number = cell.number
    return Target(
        value=number.value,
        unit=one.unit.name,
        by=day(reading, cell),
        about=about(reading, cell, one.unit),
        status=one.status,
        evidence=reading.span(index, number.first, one.unit.end),
        rule=one.rule,
        confidence=one.confidence,
        item=reading.layout.blocks[index].item,
    )


def _is_head(block: Block) -> bool:
    """Whether a row holds words alone, or years, above figures."""
    texts = [block.text[start:end] for start, end in block.cells]
    named = [t for t in texts if t.strip()]
    plain = all(_YEAR.fullmatch(t) or find_dates(t) or not _DIGIT.search(t) for t in named[1:])
    return len(named) >= _FEWEST and plain and not _DIGIT.search(named[0])


def _has_figures(block: Block, head: Block) -> bool:
    """Whether a row has cells like those of the heads, one of them with nothing but a figure."""
    if block.kind != "row" or block.columns or len(block.cells) < _FEWEST or len(block.cells) > len(head.cells):
        return False
    texts = (block.text[start:end].strip(" %*") for start, end in block.cells[1:])
    return any(re.fullmatch(r"\d{1,3}(?:\.\d{3})*(?:,\d+)?|\d+", t) for t in texts)


def _unit(reading: Reading, cell: Cell) -> Unit:
    """What the head of a figure names that can be counted, else its label or what stands over the table."""
    for place in (cell.head, cell.label, *cell.lead):
        block, start, end = place
        named = unit_before(reading, block, reading.layout.blocks[block].text, start, end)
        counting = named is not None and (named.kind in _COUNTS or place == cell.head)
        if named is not None and counting and not _is_scheme(reading, named):
            return Unit(named.name, named.kind, cell.number.end, named.concept)
    return Unit(None, "none", cell.number.end)


def _is_scheme(reading: Reading, unit: Unit) -> bool:
    """Whether a unit is only the name of an instrument, of which nobody has a number: the HAR."""
    return unit.concept is not None and reading.gazetteer.concepts[unit.concept].cls in ("Scheme", "Procedure")


def _to_come(reading: Reading, cell: Cell) -> bool:
    """Whether the day of a figure lies behind that of the meeting."""
    last, by = reading.meeting.date or reading.meeting.latest, day(reading, cell)
    return last is not None and by is not None and by > last[: len(by)]


def _cue(reading: Reading, place: Place) -> Cue | None:
    text = _text(reading, place)
    return cue_for(text, (0, len(text)), len(text), len(text))


def _text(reading: Reading, place: Place) -> str:
    block, start, end = place
    return reading.layout.blocks[block].text[start:end]


def _meeting(reading: Reading) -> date | None:
    known = reading.meeting.date or reading.meeting.latest
    return date.fromisoformat(known) if known else None
