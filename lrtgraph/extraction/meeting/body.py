"""The body that met: from the metadata, the title, the minutes it approved, "the next LRT", or who sat there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from lrtgraph.dutch.dates import find_dates
from lrtgraph.extraction.bodies import Bodies, is_served
from lrtgraph.extraction.letterhead import HEAD, TITLE
from lrtgraph.extraction.meeting.place import head_lines
from lrtgraph.extraction.table_names import titled_table
from lrtgraph.records import Block, Document, Layout

_PARTNERS = re.compile(
    r"\b(?:overleg|gesprek|bijeenkomst|afstemming|sessie)\b[^.;:()]{0,60}?\b(?:met|tussen)\b[^.;:()]*\Z", re.I
)
"""Behind it stand those who take part: "bestuurlijk overleg SJenV met VNG, IPO en VB"."""
_TITLED = 3
"""The least weight of a body that the title names."""
_MASTHEAD = 3
"""Blocks of the head in which the host of a meeting stands."""
_TOLD_LATER = 0.5
"""How much less a body in running text weighs than one in the title."""
_MINUTES_OF = re.compile(r"\bverslag (?:van )?(?:de |het )?\Z")
_POINTED = re.compile(r"\b(?:volgende|vorige|deze)\s\Z")
_MEMBERS = ("-leden", " leden")
_COLLEGE = "college van burgemeester en wethouders"
_COLLEGE_SEAT = re.compile(
    r"[^,(]+(?:,\s*|\s\()(?P<office>(?:loco-)?(?:burgemeester|wethouder|(?:gemeente)?secretaris))\)?(?:,\s*[a-z]+)?[.;]?",
    re.I,
)
"""Who sits in the college of a town, whose lists have no need to name it: "D. de Jager, wethouder, digitaal"."""


def read_body(document: Document, layout: Layout, head: Sequence[Block], bodies: Bodies) -> str | None:
    """The concept of the body that met, as the metadata give it where the gazetteer lacks it; None if nothing tells."""
    if document.metadata.body:
        return bodies.resolve(document.metadata.body) or document.metadata.body
    lines = list(head_lines(document.text, head))
    if (own := bodies.titled(lines)) is not None:
        return own
    scored: dict[str, float] = {}
    for notation, weight in _in_head(head, bodies, document.text):
        scored[notation] = max(scored.get(notation, 0), weight)
    if not scored or max(scored.values()) < 1:
        for notation, weight in _in_text(layout, bodies):
            scored[notation] = scored.get(notation, 0) + weight
    host = next((found for block in head[:_MASTHEAD] if (found := bodies.host(block.text))), None)
    if host is not None and max(scored.values(), default=0) < _TITLED:
        return host
    for served in filter(None, map(bodies.served, lines)):
        if not _is_titled(head, served[0], bodies):
            scored.pop(served[0], None)  # the text speaks of the body for which these have met
    best = max(scored.items(), key=lambda pair: pair[1], default=(None, 0.0))
    if (table := titled_table(lines)) and not (best[0] and _is_titled(head, best[0], bodies)):
        return bodies.board(table)  # or the title names a table that nobody lists
    if best[1] > 0:
        return best[0]
    return bodies.sitting(lines) or (bodies.resolve(_COLLEGE) if _sat_as_college(layout) else None)


def _sat_as_college(layout: Layout) -> bool:
    """Whether those on the list are one mayor, aldermen, and at most a secretary, of no named town."""
    offices = [_COLLEGE_SEAT.fullmatch(block.text) for block in layout.blocks if block.kind == "attendance"]
    held = [office["office"].lower() if office else "" for office in offices]
    mayors = sum("burgemeester" in office for office in held)
    return all(held) and mayors == 1 and any("wethouder" in office for office in held)


def _is_titled(head: Iterable[Block], notation: str, bodies: Bodies) -> bool:
    titles = (block.text for block in head if block.kind in HEAD)
    return any(
        found == notation and not is_served(text, start) for text in titles for found, start, _ in bodies.find(text)
    )


def _in_head(head: Sequence[Block], bodies: Bodies, text: str) -> Iterator[tuple[str, float]]:
    """The bodies that the head of a text names, and how much each place speaks for them."""
    for rank, block in enumerate(head):
        titled = bool(TITLE.search(block.text)) + bool(find_dates(block.text))
        for notation, start, end in bodies.find(block.text):
            if block.text[max(0, start - 1) : start] == "(" and block.text[end : end + 1] == ",":
                continue  # one of those who take part: "Stuurgroep Oekraïne (VB, VNG, IPO)"
            if not bodies.is_told_apart(notation, block.text[start:end], text):
                continue
            if _PARTNERS.search(block.text, 0, start) or is_served(block.text, start):
                continue
            weight = 3 + titled - min(rank, 20) / 20 if bodies.is_table(notation) else 0.5
            yield notation, weight * (1 if block.kind in HEAD else _TOLD_LATER)


def _in_text(layout: Layout, bodies: Bodies) -> Iterator[tuple[str, float]]:
    """The tables that the text names: "het verslag van de LRT", "de volgende LRT", "LRT-leden"."""
    for block in layout.blocks:
        if block.kind in HEAD or block.kind == "attendance":
            continue
        for notation, start, end in bodies.find(block.text):
            if bodies.is_table(notation):
                before = block.text[max(0, start - 40) : start].lower()
                weight = 1.0 if _MINUTES_OF.search(before) else 0.0
                weight += 0.5 * bool(_POINTED.search(before))
                yield notation, weight + 0.1 * (block.text[end : end + 6].lower() in _MEMBERS)
