"""The table that minutes are of, by the name that they give it: "Stuurgroep Havens", "Het TO"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from lrtgraph.extraction.bodies import bodies_of, is_served
from lrtgraph.extraction.grammar.lexicon import words
from lrtgraph.extraction.letterhead import HEAD
from lrtgraph.extraction.meeting.place import head_lines
from lrtgraph.extraction.table_names import KIND, titled_table

if TYPE_CHECKING:
    from lrtgraph.extraction.context import Reading

_LEAST_USES = 2
_SENTENCE_OPENS = re.compile(r"(?:\A|[.:;!?]\s+|\n\s*)(?:De|Het)\s+(?P<name>[A-Z]{2,6}|[a-z]{4,})(?=\s)")


def at_own_table(reading: Reading) -> Reading:
    """The reading as those at the table mean it: with the table as the body that meets.

    A table that the gazetteer does not know has the name that its minutes give it. A body that only the running text
    names gives way to a table that the title names.
    """
    body = reading.meeting.body
    if reading.document.metadata.body:
        return reading  # whoever gave it knows
    lines = list(head_lines(reading.document.text, reading.layout.blocks))
    name = _served(reading, lines) or titled_table(lines)
    if body is not None and _is_titled(reading, lines):
        own = _listed(reading, name) if name else body
        listed = own in reading.gazetteer.concepts  # by its whole name, as in a list of one's own
        return replace(reading, meeting=replace(reading.meeting, body=own)) if listed else reading
    if name is None and body is None:
        name = called_table(block.text for block in reading.layout.blocks if block.kind not in HEAD)
    if name is None or _is_hosted(reading, name):
        return reading
    return replace(reading, meeting=replace(reading.meeting, body=_listed(reading, name)))


def meeting_table(reading: Reading, meant: Reading) -> str | None:
    """The id of the table that met, where the head names one that the gazetteer lacks; None where it is `body`.

    Only a name that says what or where the table is of ("Stuurgroep Havens") can be that of one table in other minutes
    too: every board has a "Bestuurlijk overleg".
    """
    body = meant.meeting.body
    if body is None or body == reading.meeting.body:
        return None
    noun = KIND.search(body.replace("_", " "))
    is_own = body in reading.gazetteer.concepts or (noun is not None and noun.end() < len(body))
    is_own = is_own or _served(reading, head_lines(reading.document.text, reading.layout.blocks)) is not None
    return body if is_own else None


def _served(reading: Reading, lines: Iterable[str]) -> str | None:
    """What those are called who prepare the meeting of a body that the head names: "Ambtelijk vooroverleg LRT"."""
    return next((found[1] for found in map(bodies_of(reading.gazetteer).served, lines) if found), None)


def _listed(reading: Reading, name: str) -> str:
    """The id of a table: that of the one actor with this name in the gazetteer, such as a user's own, else its name."""
    known = [each.notation for each in reading.gazetteer.find(name) if each.kind == "actor"]
    return known[0] if len(known) == 1 else name.replace(" ", "_")


def _is_titled(reading: Reading, lines: Iterable[str]) -> bool:
    """Whether the head names a table of the gazetteer, and not the officials who prepare its meeting."""
    bodies = bodies_of(reading.gazetteer)
    named = ((line, start) for line in lines for notation, start, _ in bodies.find(line) if bodies.is_table(notation))
    return any(not is_served(line, start) for line, start in named)


def _is_hosted(reading: Reading, name: str) -> bool:
    """Whether the name is that of the body that is known, or has it as host: "LCSV-overleg"."""
    host = reading.gazetteer.concepts.get(reading.meeting.body or "")
    if host is None:
        return False
    names = (host.notation, host.pref_label, *host.alt_labels)
    hits = (hit for each in names for hit in re.finditer(rf"(?<!\w){re.escape(each)}(?!\w)", name, re.IGNORECASE))
    return any(not is_served(name, hit.start()) for hit in hits)


def called_table(texts: Iterable[str]) -> str | None:
    """What the text calls the table where no title names it, as the subject of several sentences: "Het TO".

    >>> called_table(["Het TO stemt in. Het TO neemt de brief over."]), called_table(["Het DB is ziek."]) is None
    ('TO', True)
    """
    uses = Counter(name for text in texts for name in _called(text))
    name, count = max(uses.items(), key=lambda pair: pair[1], default=("", 0))
    return name if count >= _LEAST_USES else None


def _called(text: str) -> Iterator[str]:
    for match in _SENTENCE_OPENS.finditer(text):
        if match["name"].lower() in words("other_body_word"):
            yield match["name"]
