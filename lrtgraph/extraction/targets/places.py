"""Which of the places that its sentence names a figure is of: "in Ede 600 en in Zutphen 120", "zonder Zeeland 600"."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from operator import itemgetter
from typing import TYPE_CHECKING

from lrtgraph.extraction.targets.numbers import Figure, Place, find_numbers
from lrtgraph.extraction.targets.status import is_replaced
from lrtgraph.notations import PLACES

if TYPE_CHECKING:
    from lrtgraph.extraction.context import Reading

HOLDERS = frozenset({"corporaties", "RVB", "AVIM"})
"""Who has, builds or handles what is counted, and does not only speak of it: "corporaties leveren 600 woningen"."""
_PAIR = 2
_TERRITORIES = (*PLACES, "organisatie:Regio_")
"""How the ids of places, of those who govern them and of regions that have an organisation begin."""
_PARTS = re.compile(r"[,;]|\ben\s+(?:in|te|voor|bij)\b", re.I)
_OF_ALL = re.compile(
    r"\b(?:landelijke?|nationale?|heel\s+Nederland|het\s+hele\s+land|(?:alle|de\s+twaalf)\s+provincies)\b", re.I
)
_WITHOUT = re.compile(
    r"\b(?:zonder|behalve|exclusief|uitgezonderd|afgezien\s+van)\s+(?:de\s+)?(?:provincie\s+|gemeente\s+)?\Z", re.I
)
_REASON = re.compile(
    r"\b(?:omdat|doordat|nadat|zodra|aangezien|want|zolang|nu(?!\s+(?:ook|in|al|nog|te|er)\b))\s(?!.*\d)", re.I
)
"""Before the clause of a reason or a time, whose places a figure before it is not of."""
_LACKS = re.compile(
    r"\s+(?:ontbre(?:ekt|ken)|ontbrak(?:en)?|telt\s+niet\s+mee)\b(?!\s+(?:\w+\s+){0,3}\d)(?=(?:\s+(?:nog|echter|hierin|daarin))*\s*(?:[.,;)]|en\b|\Z))",
    re.I,
)
"""Before and behind a place that is left out, but in "In Ede ontbreken 300 plekken" the places are lacking."""


def own_places(reading: Reading, block: int, figure: Figure) -> tuple[str, ...] | None:
    """The places of one number of a sentence where each has its own, before it or behind it; None where not.

    The sentence must hold them in pairs, two and two: "in Ede 600 en in Zutphen 120", "140 in Ede, in Zutphen 95".
    Years are none of its numbers.
    """
    number = figure.number
    listed = _in_brackets(reading, block, figure.sentence)
    if number.start in listed:
        return (listed[number.start],)
    others = (one for one in figure.others if not (one.start in listed or one.like_a_year))
    now = (one for one in others if not is_replaced(replace(figure, number=one), one.end))
    numbers = [number.start, *(one.start for one in now)]
    named = (m for m in reading.mentions_in(block, *figure.sentence) if m.concept.startswith(_TERRITORIES))
    places = [m for m in named if m.concept not in listed.values()]
    if len(numbers) < _PAIR or len({m.concept for m in places}) < _PAIR:
        return None
    stops: list[_Stop] = [*((at, None) for at in numbers), *((m.block_start, m.concept) for m in places)]
    order = sorted(stops, key=itemgetter(0))
    at = order.index((number.start, None))
    pairs = list(zip(order[::2], order[1::2], strict=False))
    uneven = len(order) % 2 == 1 or any((one[1] is None) == (other[1] is None) for one, other in pairs)
    if uneven or not all(_parted(figure.text, one[1], other[0]) for one, other in pairwise(pairs)):
        return None
    return tuple(concept for _, concept in pairs[at // 2] if concept is not None)


_Stop = tuple[int, str | None]


def passed_over(reading: Reading, block: int, figure: Figure) -> frozenset[str]:
    """The places of a sentence that a number is not of: those left out or with one of their own, and for a national
    one all outside its clause.

    "Zonder Zeeland komen de provincies tot 61.000 plekken", "Landelijk zijn het er 64.000, in Ter Apel 2.200".
    """
    text, number, sentence = figure.text, figure.number, figure.sentence
    places = [m for m in reading.mentions_in(block, *sentence) if m.concept.startswith(_TERRITORIES)]
    out = {m.concept for m in places if _is_left_out(text, m.block_start, m.block_end)}
    listed = _in_brackets(reading, block, sentence)
    out |= {*listed.values()} - {listed.get(number.start)}
    before = {m.concept for m in places if m.block_end <= number.first}
    if before:  # "Ede levert 300 plekken omdat Zutphen niets doet"
        behind = (m for m in places if _REASON.search(text, number.end, max(number.end, m.block_start)))
        out |= {m.concept for m in behind} - before
    behind = (m for m in places if number.end <= m.block_start)
    out |= {m.concept for m in behind if _with_another(figure, (m.block_start, m.block_end))} - before
    if is_of_all(figure):
        first, last = figure.clause
        out |= {m.concept for m in places if not first <= m.block_start < last}
    return frozenset(out)


def _with_another(figure: Figure, place: Place) -> bool:
    """Whether a place behind a number stands in a part of its sentence with another number: "101% en in Ede 90"."""
    parting = list(_PARTS.finditer(figure.text, figure.number.end, place[1]))
    if not parting:
        return False
    first, last = parting[-1].start(), figure.clause_at(place)[1]
    return any(first <= one.start < last for one in figure.others if not one.like_a_year)


def _in_brackets(reading: Reading, block: int, sentence: tuple[int, int]) -> dict[int, str]:
    """Where the numbers of a sentence begin that stand alone in brackets behind a place, with that: "Ede (600)"."""
    text = reading.layout.blocks[block].text
    found: dict[int, str] = {}
    for one in find_numbers(text):
        alone = text.startswith("(", one.first - 1) and text.startswith(")", one.end)
        at = one.first - (3 if text[one.first - 2 : one.first - 1] == " " else 2)
        mention = reading.mention_at(block, at) if alone and sentence[0] <= at < sentence[1] else None
        if mention is not None and mention.concept.startswith(_TERRITORIES):
            found[one.start] = mention.concept
    return found


def is_of_all(figure: Figure) -> bool:
    """Whether the clause of a number says that it is of the whole country: "de landelijke bezetting is 64.000"."""
    first, last = figure.clause
    return says_of_all(figure.text[first:last])


def says_of_all(text: str) -> bool:
    """Whether words say that a figure is of the whole country."""
    return _OF_ALL.search(text) is not None


def _is_left_out(text: str, start: int, end: int) -> bool:
    """Whether what stands in a text is named as not counted with the others."""
    return _WITHOUT.search(text, max(0, start - 30), start) is not None or _LACKS.match(text, end) is not None


def _parted(text: str, one: _Stop, other: _Stop) -> bool:
    """Whether two places side by side belong to two parts of a sentence: no "(Ede + Soest)"."""
    return one[1] is None or other[1] is None or _PARTS.search(text, one[0], other[0]) is not None
