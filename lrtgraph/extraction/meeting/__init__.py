"""Which meeting a document reports on: body, date or its bounds, times, place, and the minutes that it approved.

A date counts only where the document gives it as this meeting's: under a label such as "Vergaderdatum" or in the title
("LRT 9 november 2022"). A letterhead's "Datum" is when the report was written. Without a date, the approved minutes of
an earlier meeting come before it, and the report's date and events spoken of as still to come after it.

approved   the minutes of earlier meetings, and which of them this one approved
body       the body that met
stated     the day that a document gives as this meeting's own
written    when the report was written
coming     events spoken of as still to come
times      when it began and ended
place      where it was held
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lrtgraph.dutch.dates import iso
from lrtgraph.extraction.bodies import bodies_of
from lrtgraph.extraction.letterhead import HEAD, read_values
from lrtgraph.extraction.meeting.approved import earlier_minutes
from lrtgraph.extraction.meeting.body import read_body
from lrtgraph.extraction.meeting.coming import latest_day
from lrtgraph.extraction.meeting.place import dateline_day, head_lines, read_place
from lrtgraph.extraction.meeting.stated import DocumentHead, stated_day
from lrtgraph.extraction.meeting.times import read_times
from lrtgraph.extraction.meeting.written import noted_day, report_day
from lrtgraph.records import Document, Layout, Meeting

if TYPE_CHECKING:
    from lrtgraph.gazetteer import Gazetteer

__all__ = ["read_meeting"]


def read_meeting(document: Document, layout: Layout, gazetteer: Gazetteer) -> Meeting:
    """The meeting that a document reports on; what the document's metadata gives overrides the text.

    In: the document, its layout, and the gazetteer for the names of bodies. Out: dates ISO, times "HH:MM"; None
    where the text does not say it.
    """
    bodies = bodies_of(gazetteer)
    head = [
        block
        for block in layout.blocks
        if (block.kind in HEAD and block.section not in ("signature", "foot", "contents"))
        or (block.item is None and block.kind == "paragraph")
    ]
    values = list(read_values([block for block in head if block.kind in HEAD]))
    body = read_body(document, layout, head, bodies)
    stated = stated_day(DocumentHead(document, head, values, bodies, layout))
    letters = [block for block in head if (day := dateline_day(block.text)) and stated and day != stated]
    head = [block for block in head if block not in letters]
    report = report_day(values, head, stated) or next((dateline_day(block.text) for block in letters), None)
    report = report or noted_day(layout, stated)
    minutes = list(earlier_minutes(layout, bodies, stated or report))
    earliest = max((day for _, day, _ in minutes if stated is None or day < stated), default=None)
    start, end = read_times(head, values, layout)
    lines = [bodies.masked(line) for line in head_lines(document.text, head)]
    place = read_place(values, head, lines, lambda name: any(c.cls == "Place" for c in gazetteer.find(name)))
    approves = tuple(dict.fromkeys((who or body, day.isoformat()) for who, day, approved in minutes if approved))
    latest = latest_day(layout, earliest, report) if stated is None else stated
    earliest = stated or earliest
    return Meeting(
        body, iso(stated), iso(earliest), iso(latest), start, end, place, iso(report),
        approves,
    )  # fmt: skip
