"""Attendance told in sentences: "De vergadering werd voorgezeten door mevrouw Bos. Aan tafel zaten verder …".

Each sentence has a list of seats and words that say how they sat: who was there, who had the chair, who stayed away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from lrtgraph.extraction.grammar.lexicon import table
from lrtgraph.extraction.participants.lists import run_on_seats
from lrtgraph.extraction.participants.naming import OFFICE_TITLE, PERSON
from lrtgraph.extraction.participants.replacing import Seat
from lrtgraph.extraction.seats import Seats
from lrtgraph.records import Block

_PARTS = {
    "{meeting}": r"\b(?:vergadering|bijeenkomst|overleg|tafel|regietafel|zitting|sessie|PRT|LRT|HLRT)",
    "{were}": r"(?:waren|zijn|was|is|zaten|zitten|zat|zit)",
    "{too}": r"(?:\s+(?:er|erbij|daarbij|hierbij|verder|voorts|ook|daarnaast|tevens|eveneens|bovendien|vandaag|ditmaal"
    r"|digitaal))*",
    "{list}": r"(?P<list>\S.*?)",
    "{chair}": r"(?P<chair>\S[^,:]*?)",
}
_STOP = re.compile(
    r"(?<![Dd]hr)(?<![Mm]evr)(?<!\bdrs)(?<!\bing)(?<!\bprof)(?<=[^\W\d_]{3}|..\)|.[^\W_]\d)\.\s+(?=[A-ZÀ-Þ])"
)
_ATTENDED = re.compile(r",?\s+en\s+(?=(?:werd|wordt|is|was)\s+(?:\w+\s+)?bijgewoond\s+door\s)", re.IGNORECASE)
"""Between two predicates of one sentence: "stond onder leiding van … en werd bijgewoond door …"."""
_LONGEST = 1200
"""Characters of a sentence that tells attendance."""


def read_prose(block: Block, seats: Seats) -> Iterator[Seat]:
    """The seats that the sentences of a block tell of, in order; offsets count in the block's text.

    >>> from lrtgraph.gazetteer import load
    >>> text = "Aan tafel zaten mevrouw Bos (VNG) en de heer Kok namens het COA. Het was laat."
    >>> block = Block("paragraph", text, tuple(range(len(text))))
    >>> [(seat.name, seat.concept, seat.status) for seat in read_prose(block, Seats(load()))]
    [('Bos', 'VNG', 'present'), ('Kok', 'COA', 'present')]
    """
    at = 0
    for stop in (*_STOP.finditer(block.text), None):
        end = stop.start() if stop else len(block.text.rstrip(" ."))
        if end - at <= _LONGEST:
            for turn in (*_ATTENDED.finditer(block.text, at, end), None):
                yield from _sentence(block, at, turn.start() if turn else end, seats)
                at = turn.end() if turn else end
        at = stop.end() if stop else end


def _sentence(block: Block, start: int, end: int, seats: Seats) -> Iterator[Seat]:
    for status, frame in _frames():
        if (told := frame.fullmatch(block.text[start:end])) is None:
            continue
        led = "chair" in told.groupdict()
        for part, how in (("chair", "chair"), ("list", "present" if led else status)):
            if part in told.groupdict():
                yield from _stretch(block, start + told.start(part), start + told.end(part), how, seats)
        return


def _stretch(block: Block, first: int, last: int, status: str, seats: Seats) -> Iterator[Seat]:
    """The seats of a list within a sentence, or of who had the chair."""
    part = replace(block, text=block.text[first:last], offsets=block.offsets[first:last], cells=(), columns=())
    for seat in run_on_seats(part, "absent" if status == "absent" else "present", seats):
        if seat.concept is not None or _is_person(part.text[seat.start : seat.end], seat.name):
            office = f"{seat.office or ''}, voorzitter".lstrip(", ") if status == "chair" else seat.office
            yield replace(seat, start=seat.start + first, end=seat.end + first, office=office)


def _is_person(text: str, name: str | None) -> bool:
    return name is not None and bool(PERSON.match(text) or OFFICE_TITLE.match(text))


@cache
def _frames() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """How the list in a sentence sat ("chair", "absent", "present"), and the frame of such a sentence."""
    found = []
    for row in table("attendance_sentences"):
        frame = row["frame"].replace(" ", r"\s+")
        for sign, part in _PARTS.items():
            frame = frame.replace(sign, part)
        found.append((row["status"], re.compile(frame, re.IGNORECASE)))
    return tuple(found)
