"""Attendance told in sentences: "De vergadering werd voorgezeten door mevrouw Bos. Aan tafel zaten verder …".

Each sentence has a list of seats and words that say how they sat: who was there, who had the chair, who stayed away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lrtgraph.extraction.participants.lists import run_on_seats
from lrtgraph.extraction.participants.naming import PERSON
from lrtgraph.extraction.participants.replacing import Seat
from lrtgraph.extraction.seats import Seats
from lrtgraph.records import Block, ParticipantStatus

_MEETING = r"(?:vergadering|bijeenkomst|overleg|tafel|regietafel|zitting|sessie|PRT|LRT|HLRT)"
_WAS = r"(?:waren|zijn|was|is|zaten|zitten|zat|zit)"
_TOO = r"(?:\s+(?:er|verder|voorts|ook|daarnaast|tevens|eveneens|bovendien|vandaag|ditmaal|daarbij|digitaal))*"
_LIST = r"(?P<list>\S.*?)"
_PRESIDED = (
    rf"(?:de|het|deze|dit)\b[^.]*?\b{_MEETING}\b[^.]*?\s(?:werd|wordt|is|was|stond|staat)\s[^.]*?"
    rf"(?:voorgezeten\s+door|onder\s+(?:leiding|voorzitterschap)\s+van)\s+{_LIST}\Z",
    rf"(?:de\s+)?voorzitter\s+(?:was|is)\s+{_LIST}\Z",
    rf"het\s+voorzitterschap\s+(?:berust|berustte|lag|ligt|was|is)\s+(?:bij|in\s+handen\s+van)\s+{_LIST}\Z",
    rf"{_LIST}\s+(?:zat|zit)\s+(?:de|het|deze|dit)\s+{_MEETING}\s+voor\Z",
)
_ATTENDED = (
    rf"(?:aan|rond|om)\s+(?:de\s+)?tafel\s+{_WAS}{_TOO}\s+{_LIST}\Z",
    rf"(?:aanwezig|present|bijeen|vertegenwoordigd)\s+{_WAS}{_TOO}\s+{_LIST}\Z",
    rf"(?:verder|voorts|ook|daarnaast|tevens)\s+{_WAS}\s+(?:aanwezig|aan\s+tafel|present)\s*:?\s+{_LIST}\Z",
    rf"aan\s+(?:de|het|deze|dit)\s+{_MEETING}\s+(?:namen|nemen|nam|neemt){_TOO}\s+deel\s*:?\s+{_LIST}\Z",
    rf"{_LIST}\s+{_WAS}{_TOO}\s+(?:aanwezig|aan\s+tafel|present|vertegenwoordigd)(?:\s+(?:bij|tot|vanaf|voor|tijdens)\b.*)?\Z",
    rf"{_LIST}\s+(?:schoof|schoven|schuift|schuiven)\s+(?:\w+\s+){{0,2}}aan\b.*\Z",
)
_MISSED = (
    rf"(?:afwezig|verhinderd|afgemeld|niet\s+aanwezig)\s+(?:met\s+kennisgeving\s+)?{_WAS}{_TOO}\s+{_LIST}\Z",
    rf"(?:bericht(?:en)?\s+van\s+verhindering|afmeldingen|afmelding)\s+{_WAS}\s+(?:ontvangen|binnengekomen|er)\s+van\s+{_LIST}\Z",
    rf"{_LIST}\s+{_WAS}\s+(?:niet\s+(?:vertegenwoordigd|aanwezig)|verhinderd|afwezig|afgemeld)(?:\s+(?:wegens|vanwege|met)\b.*)?\Z",
    rf"{_LIST}\s+(?:heeft|hebben|had|hadden)\s+zich\s+(?:\w+\s+)?(?:afgemeld|verontschuldigd)(?:\s+(?:wegens|vanwege)\b.*)?\Z",
    rf"{_LIST}\s+(?:liet|lieten|laat|laten)\s+zich\s+(?:verontschuldigen|excuseren)\Z",
    rf"{_LIST}\s+(?:kon|konden|kan|kunnen)\s+(?:er\s+)?niet\s+(?:bij|aanwezig)\s+zijn\Z",
)
_FRAMES: tuple[tuple[re.Pattern[str], ParticipantStatus, bool], ...] = (
    *((re.compile(frame, re.IGNORECASE), "present", True) for frame in _PRESIDED),
    *((re.compile(frame, re.IGNORECASE), "absent", False) for frame in _MISSED),
    *((re.compile(frame, re.IGNORECASE), "present", False) for frame in _ATTENDED),
)
_STOP = re.compile(
    r"(?<![Dd]hr)(?<![Mm]evr)(?<!\bdrs)(?<!\bing)(?<!\bprof)(?<=[^\W\d_]{3}|..\)|.[^\W_]\d)\.\s+(?=[A-ZÀ-Þ])"
)
_OF = re.compile(r"(?P<name>.+?)\s+van\s+(?P<of>[A-Z][\w&’'-]*)")
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
            yield from _sentence(block, at, end, seats)
        at = stop.end() if stop else end


def _sentence(block: Block, start: int, end: int, seats: Seats) -> Iterator[Seat]:
    for frame, status, presides in _FRAMES:
        if (told := frame.match(block.text[start:end])) is None:
            continue
        first, last = start + told.start("list"), start + told.end("list")
        part = replace(block, text=block.text[first:last], offsets=block.offsets[first:last], cells=(), columns=())
        for seat in run_on_seats(part, status, seats):
            if seat.concept is not None or _is_person(part.text[seat.start : seat.end], seat.name):
                office = f"{seat.office or ''}, voorzitter".lstrip(", ") if presides else seat.office
                yield replace(seat, start=seat.start + first, end=seat.end + first, office=office)
        return


def _is_person(text: str, name: str | None) -> bool:
    return name is not None and PERSON.match(text) is not None
