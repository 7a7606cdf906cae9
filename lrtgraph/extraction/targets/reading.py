"""Numbers that count: each with its unit, status, date and topics."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lrtgraph.dates import find_dates
from lrtgraph.extraction.context import Reading
from lrtgraph.extraction.targets.numbers import Number, find_numbers
from lrtgraph.extraction.targets.status import Cue, cue_for
from lrtgraph.extraction.targets.units import Unit, unit_of, unit_of_group
from lrtgraph.records import Target, TargetStatus

_NEAR = 60  # characters within which a cue speaks of a number without a noun
_SOME = 100  # a number without thousands marks and without a noun is at least this
_PROCESS = re.compile(
    r"\b(?:koppelt|koppelen|koppelde|gekoppeld|gehuisvest|huisvesten|huisvest|geplaatst|beslist|afgehandeld|behandeld|gehoord)\b"
    r"|\bna\s+(?:de\s+|het\s+)?(?:\w*koppeling|\w*vergunning\w*|\w*aanvraag|aanmelding|aankomst|toewijzing|binnenkomst)\b"
    r"|\b(?:doorloop|wacht|beslis|behandel|verblijfs?)(?:tijd|termijn|duur)\b",
    re.I,
)
_PERIOD = re.compile(
    r"\b(?:binnen|krijgen|hebben|termijn\s+van|tijd\s+van|duur\s+van|maximaal|minimaal|gemiddeld|bedraagt|is|naar)\s+(?:de\s+)?\Z",
    re.I,
)
_ONE_TASK = re.compile(
    r"\b(?:stuurt|sturen|levert|leveren|maakt|werkt|komt|doet|geeft|deelt|aanwijzen|organiseert|koppelt\s+terug)\b",
    re.I,
)
_JOINT = re.compile(r"\s*(?:en|tot|of|à|-|–|tot\s+en\s+met|en\s+de|van\s+(?:de|die|deze))\s*", re.I)
_CLAUSE = re.compile(r"[,;:()]\s|\s[-–]\s")
_BY = re.compile(r"\b(?:per|op|v[oó][oó]r|tot(?:\s+en\s+met)?|uiterlijk|vanaf|eind|medio|begin)\s+(?:de\s+)?\Z", re.I)
_BY_WORDS = re.compile(
    r"\b(?:(?:eind|einde)\s+(?:van\s+)?(?:het|dit|volgend)\s+(?:jaar|kwartaal)|einde\s+van\s+(?:de|deze)\s+(?:maand|zomer)"
    r"|deze\s+helft\s+van\s+het\s+jaar|(?:dit|volgend)\s+(?:jaar|kwartaal|voorjaar|najaar)|(?:deze|volgende)\s+(?:maand|zomer|week)"
    r"|nu(?=\s+(?:echt\s+)?nodig)|(?:eerste|tweede)\s+(?:helft|halfjaar)(?:\s+van)?\s+20\d\d|(?<=in\s)20\d\d)\b",
    re.I,
)
_GOALS = {"doelstelling_20000": "vergunninghouders", "taakstelling": "vergunninghouders"}


@dataclass(frozen=True, slots=True)
class _Found:
    """A number that counts, before it becomes a target."""

    number: Number
    unit: Unit
    status: TargetStatus
    rule: str
    confidence: float


def targets(reading: Reading) -> tuple[Target, ...]:
    """All targets of a document, in the order of the text.

    Numbers are read in every block that may hold facts, but for headings. Offsets of the evidence are raw.
    """
    return tuple(target for index, block, _ in reading.blocks() if block.kind not in {"heading", "subheading"}
                 and _has_number(block.text) for target in _in_block(reading, index))  # fmt: skip


def _has_number(text: str) -> bool:
    return bool(find_numbers(text))


def _in_block(reading: Reading, index: int) -> Iterator[Target]:
    text = reading.layout.blocks[index].text
    numbers = find_numbers(text)
    carried: str | None = None
    for first, last in _sentences(reading, index):
        inside = [n for n in numbers if first <= n.start < last]
        units = _shared(text, inside, [unit_of(reading, index, text, n) for n in inside])
        counted = False
        for number, unit in zip(inside, units, strict=True):
            cue = cue_for(text, (first, last), number.first, max(number.end, unit.end))
            named = _goal_named(reading, index, number)
            found = named or _judge(text, (first, last), number, unit, cue, counted)
            if found is None:
                continue
            counted = True
            name = unit.name if unit.kind != "none" else _implied(reading, index, first, last) or carried
            carried = name if unit.kind in {"capacity", "people"} else carried
            yield _target(reading, index, (first, last), found, name)


def _sentences(reading: Reading, index: int) -> list[tuple[int, int]]:
    return [(s.start_char, s.end_char) for s in reading.docs[index].sents]


def _shared(text: str, numbers: list[Number], units: list[Unit]) -> list[Unit]:
    """Give a number without a noun the unit of the one that it is joined to: "minimaal 12 en maximaal 25 plekken"."""
    shared = list(units)
    for i in range(len(numbers) - 2, -1, -1):
        joint = text[numbers[i].end : numbers[i + 1].first]
        if units[i].kind == "none" and _JOINT.fullmatch(joint):
            following = shared[i + 1]
            shared[i] = Unit(following.name, following.kind, numbers[i].end, following.concept, following.intended)
    return shared


def _judge(
    text: str, sentence: tuple[int, int], number: Number, unit: Unit, cue: Cue | None, counted: bool
) -> _Found | None:
    """Whether a number counts, and as what; None where it does not. `counted`: one before it in the sentence did."""
    near = cue is not None and cue.distance <= _NEAR
    status = _status(unit, number, cue)
    if unit.kind == "share":
        return _Found(number, unit, status, "share", 0.92)
    if unit.kind == "time":
        status = "limit" if number.limit or cue is None or cue.status != "realised" else "realised"
        return _Found(number, unit, status, "procedure-time", 0.85) if _is_procedure(text, sentence, number) else None
    if unit.kind in {"capacity", "people", "work"}:
        if number.value <= 1 or (number.spelled and number.value < 10 and not (number.limit or near)):
            return None
        return _Found(number, unit, status, "counted", 0.95 if near else 0.85)
    if unit.kind == "weak":
        if number.limit or unit.intended:
            return _Found(number, unit, "limit" if number.limit else "target", "bounded", 0.85)
        return None
    if unit.kind == "other":
        told = cue is not None and cue.status != "realised"
        counts = near and told and number.value >= _SOME and not number.like_a_year
        return _Found(number, unit, status, "counted-noun", 0.6) if counts else None
    if number.like_a_year and not number.qualifier:
        return None
    if number.grouped or (near and number.value >= _SOME and not number.spelled):
        return _Found(number, unit, status, "bare-number", 0.85 if near else 0.75)
    if counted and (near or number.value >= _SOME) and not number.spelled:
        return _Found(number, unit, status, "next-number", 0.75)
    return None


def _goal_named(reading: Reading, block: int, number: Number) -> _Found | None:
    """A number that is part of a goal's name: "doelstelling van 20.000"."""
    mention = reading.mention_at(block, number.start)
    if mention is None or mention.concept not in _GOALS:
        return None
    unit = Unit(_GOALS[mention.concept], "people", max(number.end, mention.block_end), mention.concept)
    return _Found(number, unit, "target", "named-goal", 0.95)


def _status(unit: Unit, number: Number, cue: Cue | None) -> TargetStatus:
    if number.limit:
        return "limit"
    if unit.intended and cue is not None and cue.status in {"target", "need"}:
        return cue.status
    return cue.status if cue is not None else "realised"


def _is_procedure(text: str, sentence: tuple[int, int], number: Number) -> bool:
    """Whether a time is the limit of a standing procedure ("binnen 14 weken na koppeling"), not of one task."""
    if not (
        number.qualifier == "binnen" or number.limit or _PERIOD.search(text, max(0, number.first - 20), number.first)
    ):
        return False
    first, last = sentence
    for hit in _CLAUSE.finditer(text, *sentence):
        if hit.end() <= number.first:
            first = hit.end()
        elif hit.start() >= number.end:
            last = hit.start()
            break
    clause = text[first:last]
    return _PROCESS.search(clause) is not None and _ONE_TASK.search(clause) is None


def _implied(reading: Reading, block: int, first: int, last: int) -> str | None:
    """The unit that a goal or a group named in the sentence is counted in."""
    named = reading.concepts_in(block, first, last)
    goals = (_GOALS[c] for c in named if c in _GOALS)
    groups = (unit_of_group(c) for c in named if reading.gazetteer.kind(c) == "group")
    return next(goals, None) or next(groups, None)


def _target(reading: Reading, block: int, sentence: tuple[int, int], found: _Found, name: str | None) -> Target:
    number, unit = found.number, found.unit
    span = reading.span(block, number.first, max(number.end, unit.end))
    return Target(
        value=number.value,
        unit=name,
        by=_by(reading, block, sentence, number),
        about=_about(reading, block, sentence, unit),
        status=found.status,
        evidence=span,
        rule=found.rule,
        confidence=found.confidence,
        item=reading.layout.blocks[block].item,
    )


def _about(reading: Reading, block: int, sentence: tuple[int, int], unit: Unit) -> tuple[str, ...]:
    """What the number is about: the instruments, groups and places of its sentence, and what is counted."""
    named = reading.concepts_in(block, *sentence)
    topics = (c for c in named if not reading.is_actor(c) or c.startswith(("gemeente:", "provincie:")))
    return tuple(dict.fromkeys([*((unit.concept,) if unit.concept else ()), *topics]))


def _by(reading: Reading, block: int, sentence: tuple[int, int], number: Number) -> str | None:
    """The date by which a number holds: ISO where the sentence gives one, else its words; the nearest to the number."""
    text = reading.layout.blocks[block].text
    first, last = sentence
    choices: list[tuple[int, str]] = []
    for found in find_dates(text[first:last]):
        start, end = first + found.start, first + found.end
        if _BY.search(text, max(0, start - 24), start):
            day = found.resolve(_reference(reading), "nearest")
            choices.append((_gap(number, start, end), day.isoformat() if day else text[start:end]))
    choices += [(_gap(number, *hit.span()), hit[0]) for hit in _BY_WORDS.finditer(text, first, last)]
    return min(choices)[1] if choices else None


def _gap(number: Number, start: int, end: int) -> int:
    return number.first - end if end <= number.first else start - number.end


def _reference(reading: Reading) -> date | None:
    meeting = reading.meeting
    known = meeting.date or meeting.earliest or meeting.latest or meeting.report_date
    return date.fromisoformat(known) if known else None
