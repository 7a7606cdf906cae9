"""From the numbers of a document to its targets: unit, status, date and topics, with what a sentence before says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from lrtgraph.dutch.dates import Side
from lrtgraph.extraction.context import Reading
from lrtgraph.extraction.grammar.lexicon import words
from lrtgraph.extraction.grammar.tokens import tokens_of
from lrtgraph.extraction.targets.days import day_of, is_after, is_former, last_day
from lrtgraph.extraction.targets.judging import Counted, elliptic, is_partitive, judge, points_back, share_units, whole
from lrtgraph.extraction.targets.numbers import Figure, Number, Place, find_numbers
from lrtgraph.extraction.targets.places import HOLDERS, is_of_all, own_places, passed_over
from lrtgraph.extraction.targets.status import Cue, cue_for, is_correction, is_recalled, is_replaced, is_withdrawn
from lrtgraph.extraction.targets.tables import cells, heads, is_money
from lrtgraph.extraction.targets.tables import target as in_cell
from lrtgraph.extraction.targets.units import Unit, is_noun, unit_before, unit_of, unit_of_group
from lrtgraph.notations import GOVERNMENTS, PLACE, PLACES, is_person
from lrtgraph.records import Target, TargetStatus

_OF_WHOM = re.compile(r"(?:\s+[^\W\d]+){0,4}(?P<part>,?\s+(?:(?:van|onder)\s+wie|waarvan|waaronder))\b", re.I)
"""Behind a whole, before a part of it: "64.300 bewoners, van wie 16.100 vergunninghouders"."""
_PEOPLE = "personen"
_OF_PLACES = frozenset({"target", "need"})
"""What a figure is as, that follows one of people, and has not their unit: "66.600 bezet; opgave 96.000"."""
_COUNTING = re.compile(r"\b(?:(?P<people>bezetting|bezet)|(?:opvang)?capaciteit)\b", re.I)
"""What says that people are counted, or places, where no noun does: "een bezetting van 72.300, capaciteit 73.000"."""
FORMER = "former"
"""The rule of a figure that held before, and is none of the day of the meeting."""
_REACH = 400  # characters of a sentence that speak of a number; "sentences" of tables and lists are far longer
_SHORTEST = 3  # characters of a name and a space
_PRONOUN = re.compile(r"\b(?:hij|zij|ze|men|deze|die|voorzitter|minister)\s+\Z", re.I)
_GOALS = {"doelstelling_20000": "vergunninghouders", "taakstelling": "vergunninghouders"}
"""What a policy goal is counted in, where no noun says it."""


def targets(reading: Reading) -> tuple[Target, ...]:
    """All targets of a document, in the order of the text.

    Numbers are read in every block that may hold facts, but for headings. Offsets of the evidence are raw. Raises
    nothing of its own.
    """
    below = heads(reading)
    return tuple(
        target
        for index, block, _ in reading.blocks()
        if block.kind not in {"heading", "subheading"}
        for target in _in_row_or_block(reading, index, below.get(index), find_numbers(block.text))
    )


def _in_row_or_block(reading: Reading, index: int, above: int | None, numbers: tuple[Number, ...]) -> Iterator[Target]:
    """The targets of a block; of a row with heads of figures `above` it, what fills a cell is as its heads say."""
    filled = () if above is None else tuple(cells(reading, index, above, numbers))
    told = {cell.number: in_cell(reading, index, cell) for cell in filled}
    yield from filter(None, told.values())
    silent = (cell.number for cell in filled if told[cell.number] is None and not is_money(reading, cell))
    left = set(told) - set(silent)
    yield from _in_block(reading, index, tuple(n for n in numbers if n not in left))


def _in_block(reading: Reading, index: int, numbers: tuple[Number, ...]) -> Iterator[Target]:
    """The targets of a block's sentences; what one leaves open is as with the one before it."""
    previous: Target | None = None
    for sentence in _sentences(reading, index) if numbers else ():
        found: list[Target] = []
        for counted, around, cue in _in_sentence(reading, index, sentence, numbers):
            target = _target(reading, index, around, _as_task(reading, index, counted), previous)
            found.append(target)
            ends = cue is not None and cue.own and counted.status == cue.status
            status = previous.status if previous else "realised"
            previous = replace(target, status=status) if ends else target
        yield from (replace(one, rule=FORMER) if _is_earlier(one, found) else one for one in found)


def _as_task(reading: Reading, index: int, counted: Counted) -> Counted:
    """A number as it counts in a row of tasks, where nothing else says as what: as what is to be done."""
    silent = not counted.told and counted.status == "realised"
    return replace(counted, status="target") if silent and reading.layout.blocks[index].columns else counted


def _is_earlier(target: Target, found: list[Target]) -> bool:
    """Whether another of a sentence's figures tells the same of a later day: "per 1 april 2.400, per 1 juni 2.650"."""
    days = [last_day(one.by) for one in found if one.by and _counted(one) == _counted(target)]
    own = last_day(target.by) if target.by else None
    return target.status == "realised" and own is not None and any(day is not None and day > own for day in days)


def _counted(target: Target) -> tuple[str, str | None, frozenset[str]]:
    return target.status, target.unit, frozenset(target.about)


def _in_sentence(
    reading: Reading, index: int, sentence: Place, numbers: tuple[Number, ...]
) -> Iterator[tuple[Counted, Place, Cue | None]]:
    """What the numbers of a sentence count as, with the stretch that speaks of each and the cue that says as what."""
    text = reading.layout.blocks[index].text
    inside = [n for n in numbers if sentence[0] <= n.start < sentence[1] and not _is_verb(reading, index, n)]
    units = share_units(text, inside, [unit_of(reading, index, text, n) for n in inside])
    paired = _paired(text, sentence, inside, units)
    follows, last = False, None
    for number, unit in zip(inside, units, strict=True):
        around = (max(sentence[0], number.first - _REACH), min(sentence[1], number.end + _REACH))
        figure = Figure(text, around, number)
        if number.start in paired:
            follows = follows or bool(paired[number.start])
            yield from ((one, around, None) for one in paired[number.start])
            continue
        if unit.kind == "none" and number.is_sum:
            continue
        told = _told_in(figure)
        cue = cue_for(text, told, number.first, max(number.end, unit.end), share=unit.kind == "share")
        counted = _goal(reading, index, number) or judge(figure, unit, cue, follows)
        if counted is None and unit.kind == "none":
            before, placed = _named_before(reading, index, figure, last)
            counted = elliptic(figure, cue, before, placed=placed)
        if counted is not None:
            follows, last = True, last if counted.unit.kind == "none" else counted.unit
            yield counted, around, cue


_POINTING = re.compile(r"(?:Het|Dat|Dit|Deze|Die|Daarin)\s+(?:omvat\w*|bevat\w*|tel(?:t|len))\b")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")


def _told_in(figure: Figure) -> Place:
    """Where the words stand that say as what a number counts: in the sentence before too, where this one points there.

    "MAenM ondertekent het verdeelbesluit. Het omvat 80.000 plekken": those are what was decided.
    """
    text, (first, last) = figure.text, figure.sentence
    if _POINTING.match(text, first) is None:
        return first, last
    starts = [hit.end() for hit in _SENTENCE.finditer(text[:first].rstrip())]
    return max((0, *starts[-1:], first - _REACH)), last


def _named_before(reading: Reading, index: int, figure: Figure, last: Unit | None) -> tuple[Unit | None, bool]:
    """The unit that was named before a number without one, and whether a place stands right before it: "in Ede 95".

    `last` is that of the number before it in the sentence.
    """
    text, number, (start, end) = figure.text, figure.number, figure.sentence
    if _is_behind_place(reading, index, number) and (last is not None or _is_listed(text, number)):
        return last or unit_before(reading, index, text, start, end), True
    if points_back(figure):  # "Er zijn 1.380 plekken. 410 daarvan zijn tijdelijk"
        return unit_before(reading, index, text, max(0, start - _REACH), number.first), False
    bounds = number.limit and not is_partitive(figure)  # "de verbanden. Dat worden er maximaal 25"
    first = start if bounds else max(0, number.first - _REACH)
    return unit_before(reading, index, text, first, number.first), False


def _is_verb(reading: Reading, block: int, number: Number) -> bool:
    """Whether "acht" is what someone does who stands before it: "VB acht doorstroomlocaties niet nodig".

    Where the clause has another finite verb, it counts: "Daarvoor heeft het COA acht doorstroomlocaties nodig".
    """
    text = reading.layout.blocks[block].text
    if text[number.start : number.end].lower() != "acht" or _has_verb_beside(reading, block, number):
        return False
    mention = reading.mention_at(block, number.start - 2) if number.start >= _SHORTEST else None
    acts = mention is not None and (reading.is_actor(mention.concept) or is_person(mention.concept))
    return acts or _PRONOUN.search(text, max(0, number.start - 12), number.start) is not None


def _has_verb_beside(reading: Reading, block: int, number: Number) -> bool:
    """Whether the clause around a number has a finite verb that is not the number itself."""
    tokens = tokens_of(reading.docs[block])
    parting = words("topic_opener", "coordinator") | {":"}
    at = tokens.at(number.start, number.end)[0]
    first = next((k + 1 for k in reversed(range(at)) if tokens.lower[k] in parting), 0)
    last = next((k for k in range(at + 1, len(tokens.lower)) if tokens.lower[k] in parting), len(tokens.lower))
    return any(tokens.finite[k] for k in range(first, last) if k != at)


def _is_behind_place(reading: Reading, block: int, number: Number) -> bool:
    """Whether a place stands right before a number: "in Utrecht 95", "Ede (600)"."""
    text = reading.layout.blocks[block].text
    before = len(text[: number.first].rstrip(" (:")) - 1
    mention = reading.mention_at(block, before) if before >= 0 else None
    return mention is not None and mention.concept.startswith(PLACES)


def _is_listed(text: str, number: Number) -> bool:
    """Whether a number stands alone in brackets: "Ede (600)"."""
    return text[: number.first].endswith("(") and text[number.end : number.end + 1] == ")"


def _paired(text: str, sentence: Place, numbers: list[Number], units: list[Unit]) -> dict[int, tuple[Counted, ...]]:
    """What parts of a whole and their wholes count as, by where the number begins: "6 van de 25 regio's"."""
    found: dict[int, tuple[Counted, ...]] = {}
    for part, number, unit in zip(numbers, numbers[1:], units[1:], strict=False):
        pair = whole(Figure(text, sentence, part), number, unit)
        if pair:
            found |= {part.start: pair, number.start: ()}
    return found


def _sentences(reading: Reading, index: int) -> list[Place]:
    return [(s.start_char, s.end_char) for s in reading.docs[index].sents]


def _goal(reading: Reading, block: int, number: Number) -> Counted | None:
    """A number that is part of a goal's name: "doelstelling van 20.000"."""
    mention = reading.mention_at(block, number.start)
    if mention is None or mention.concept not in _GOALS:
        return None
    unit = Unit(_GOALS[mention.concept], "people", max(number.end, mention.block_end), mention.concept)
    return Counted(number, unit, "target", "named-goal", 0.95, True)


def _target(reading: Reading, block: int, sentence: Place, counted: Counted, previous: Target | None) -> Target:
    """The target that a number makes; what its sentence leaves open is as with the number before it in the block."""
    number, unit = counted.number, counted.unit
    figure = Figure(reading.layout.blocks[block].text, sentence, number)
    today, held = _reference(reading), reading.meeting.date is not None
    side: Side = "after" if counted.status != "realised" else "before" if held else "nearest"
    replaced = is_replaced(figure, unit.end)
    withdrawn = unit.kind in {"capacity", "none"} and is_withdrawn(figure)
    own = replace(figure, sentence=figure.clause) if withdrawn else figure
    dated = unit.kind != "time" and not replaced
    by = day_of(own, today, side, lacking=counted.status == "gap" and held) if dated else None
    status, by = _in_time(reading, figure, counted, by)
    past = held and status == "realised" and is_former(figure, by, today)
    if withdrawn and status in {"realised", "gap"}:
        status = "forecast"
    target = Target(
        value=number.value,
        unit=unit.name or _understood(reading, block, figure, counted, previous),
        by=by,
        about=_about(reading, block, figure, unit),
        status=status,
        evidence=reading.span(block, number.first, max(number.end, unit.end)),
        rule=FORMER if past or replaced or withdrawn else counted.rule,
        confidence=counted.confidence,
        item=reading.layout.blocks[block].item,
    )
    if previous is None:
        return target
    if previous.status != "realised" and is_recalled(figure):
        return replace(target, status=previous.status, by=previous.by, about=previous.about, rule=FORMER)
    if is_correction(figure):
        target = replace(target, status=previous.status)
    if not (counted.told or withdrawn) and target.unit == previous.unit:
        to_come = status != counted.status and previous.status == "realised"  # its own day has not come yet
        status = status if to_come else previous.status
        by = target.by if status == "realised" else target.by or previous.by
        target = replace(target, status=status, by=by)
    if _is_placed(target):
        return target
    return replace(target, about=(*target.about, *_carried(reading, block, figure, unit, previous)))


def _carried(reading: Reading, block: int, figure: Figure, unit: Unit, previous: Target) -> list[str]:
    """What a figure that names no goal and no place is about, as the figure before it is."""
    far = is_of_all(figure) or _leaves(reading, block, figure, unit, previous)
    goals = {concept for concept, counts in _GOALS.items() if unit.concept in (None, counts)}
    return [c for c in previous.about if c in goals or (c.startswith(PLACE) and not far)]


_STAYS = re.compile(
    r"\b(?:daar(?:van|in|bij)?|hier(?:van|in)?|ervan|(?:die|deze)\s+\d[\d.]*"
    r"|(?:de|deze)\s+(?:gemeente|provincie|regio|stad|locatie)|het\s+(?:azc|pand|gebouw|schip))\b",
    re.I,
)
"""What points back in a sentence to the place of the one before: "Daar ontbreken 300 plekken"."""


def _leaves(reading: Reading, block: int, figure: Figure, unit: Unit, previous: Target) -> bool:
    """Whether a new sentence leaves the place of the figure before: it counts something else by a noun of its own, or
    another place was named since.

    "In Ede sliepen 90 mensen. Tot mei ontbreken 300 plekken", but not "Daar ontbreken 300 plekken".
    """
    offsets, said = reading.layout.blocks[block].offsets, previous.evidence.start
    if offsets[figure.sentence[0]] <= said or _STAYS.search(figure.text, *figure.sentence):
        return False
    since = [m for m in reading.mentions_in(block, 0, figure.sentence[0]) if offsets[m.block_start] > said]
    if any(m.concept.startswith(PLACES) and m.concept not in previous.about for m in since):
        return True
    return unit.kind not in {"none", "time"} and previous.unit not in (None, unit.name)


def _understood(reading: Reading, block: int, figure: Figure, counted: Counted, previous: Target | None) -> str | None:
    """The unit that a sentence leaves out: behind "er" that of the number before, else what its goal is counted in."""
    first, last = _of_whole(figure, figure.number.end)
    partitive = figure.text[first : figure.number.first].rstrip().endswith((" er", " waarvan"))
    before = previous.unit if previous else None
    if partitive and before:
        return before
    named = unit_before(reading, block, figure.text, first, figure.number.first)
    noun = named.name if named is not None and named.kind == "capacity" and is_noun(named) else None
    other = before == _PEOPLE and counted.status in _OF_PLACES
    return noun or _kind_counted(figure) or _implied(reading, block, (first, last)) or (None if other else before)


def _kind_counted(figure: Figure) -> str | None:
    """Whether the words of its clause, those before it first, say that a number is of people or of places."""
    told = list(_COUNTING.finditer(figure.text, *figure.clause))
    before = [hit for hit in told if hit.start() < figure.number.first]
    nearest = next(iter(before[-1:] or told), None)
    return None if nearest is None else _PEOPLE if nearest["people"] else "plekken"


def _of_whole(figure: Figure, end: int) -> Place:
    """The stretch of a sentence that tells of a number, which with its noun ends at `end`, and not of a part of it."""
    part = _OF_WHOM.match(figure.text, end)
    return figure.sentence[0], part.start("part") if part else figure.sentence[1]


def _in_time(reading: Reading, figure: Figure, counted: Counted, by: str | None) -> tuple[TargetStatus, str | None]:
    """Status and date of a number: nothing is reached yet on a day after the meeting.

    What must be is meant then, and what will be, or what no word tells of, is to come. What has plainly been reached
    has not that date, but another number of the sentence has.
    """
    last = reading.meeting.date or reading.meeting.latest
    if counted.status != "realised" or counted.rule == "part-of-whole" or not by or not last or not is_after(by, last):
        return counted.status, by
    if figure.before(_DUE, _REACH):
        return "target", by
    if not counted.told or figure.before(_BECOMING, _REACH):
        return "forecast", by
    return counted.status, None


_DUE = re.compile(r"\b(?:moe(?:t|ten)|dien(?:t|en))\s[^,;:.]*\Z", re.I)
_BECOMING = re.compile(
    r"\bword(?:t|en)\s(?:[^,;:.]*\s)?(?:begin|medio|eind|per|in|op|vanaf|vóór|voor)\s[^,;:.]{0,30}\Z", re.I
)
"""A clause that tells what is done on a day, up to the number: "worden begin 2025 60 woningen geplaatst"."""


def _is_placed(target: Target) -> bool:
    """Whether a target says itself which goal or place it is about."""
    return any(concept in _GOALS or concept.startswith(PLACES) for concept in target.about)


def _implied(reading: Reading, block: int, stretch: Place) -> str | None:
    """The unit that a goal or a group named in a stretch is counted in."""
    named = reading.concepts_in(block, *stretch)
    goals = (_GOALS[c] for c in named if c in _GOALS)
    groups = (unit_of_group(c) for c in named if reading.gazetteer.kind(c) == "group")
    return next(goals, None) or next(groups, None)


def _about(reading: Reading, block: int, figure: Figure, unit: Unit) -> tuple[str, ...]:
    """What the number is about: what is counted, and the instruments, groups and places of its sentence.

    Of actors only those of its clause who have or build what is counted.
    Of places only its own, where each number has one: "in Gelderland 140 plekken en in Utrecht 95".
    """
    named = reading.concepts_in(block, *_of_whole(figure, max(figure.number.end, unit.end)))
    own = own_places(reading, block, figure)
    others = passed_over(reading, block, figure) | _other_groups(reading, block, figure, unit)
    placed = (c for c in named if (not c.startswith(PLACES) or own is None or c in own) and c not in others)
    meant = {*HOLDERS.intersection(reading.concepts_in(block, *figure.clause)), *(own or ())}
    topics = (c for c in placed if not reading.is_actor(c) or c.startswith(GOVERNMENTS) or c in meant)
    return unit.with_topics(topics)


def _other_groups(reading: Reading, block: int, figure: Figure, unit: Unit) -> frozenset[str]:
    """The groups of which other numbers of a sentence count the people: "400 amv en 200 vergunninghouders"."""
    if unit.kind != "people":
        return frozenset()
    units = (unit_of(reading, block, figure.text, one) for one in figure.others)
    return frozenset(u.concept for u in units if u.concept and u.kind == "people" and u.concept != unit.concept)


def _reference(reading: Reading) -> date | None:
    meeting = reading.meeting
    known = meeting.date or meeting.earliest or meeting.latest or meeting.report_date
    return date.fromisoformat(known) if known else None
