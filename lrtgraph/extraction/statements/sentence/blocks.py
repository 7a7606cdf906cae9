"""The blocks of minutes as passages, with whoever presides, is blanked out or only listed among those named."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from lrtgraph.extraction.context import Reading
from lrtgraph.extraction.grammar.lexicon import words
from lrtgraph.extraction.local_offices import local_offices
from lrtgraph.extraction.seats import EVERYWHERE
from lrtgraph.extraction.statements.sentence.groups import blanked
from lrtgraph.extraction.statements.sentence.offices import Offices
from lrtgraph.extraction.statements.sentence.passage import Passage, read_passage
from lrtgraph.extraction.statements.speech.lexicon import noun_frames
from lrtgraph.notations import MUNICIPALITY, PLACE, municipality_of
from lrtgraph.records import Block, Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc

SILENT_KINDS = frozenset({"heading", "subheading", "row"})
_CHAIR = r"(?P<name>(?:dag)?voorzitter|vz|voorz)\b\.?"
_ACT = r"(?:(?:de|antwoord|antw\.?|reactie|voorstel|vraag|verzoek|oproep)\s+)*"
_CHAIR_LABEL = re.compile(rf"(?:^|(?<=[.?!]\s)){_ACT}{_CHAIR}(?=\s*[:|])", re.IGNORECASE)
_CHAIR_AGENT = re.compile(rf"\b(?:door|volgens|namens|van)\s+de\s+{_CHAIR}(?!\s+van\s+(?:de|het)\b)", re.IGNORECASE)
_THE = re.compile(r"\bde\s+\Z", re.IGNORECASE)
_OF_WHERE = re.compile(r"\s+(?:(?:van|uit|in|namens|voor)\b|\(|(?-i:[A-Z]))", re.IGNORECASE)
_LINE_END = re.compile("\n")
_MEETS = re.compile(
    r"\b(?:val(?:t|len)|viel(?:en)?|land(?:t|en|de)|lig(?:t|gen)|stui(?:t|ten|tte))\s+(?:niet\s+)?"
    r"(?:goed|slecht|verkeerd|gevoelig|zwaar|op\s+\w+)\s+bij\s+\Z",
    re.IGNORECASE,
)
"""Before whom something meets with a reaction: "Dat valt verkeerd bij Emmen"."""
_REACH = 4
"""Words before a place among which a noun tells what it says."""
_FROM = frozenset({"Uit", "Vanuit", "vanuit"})


def passage_of(reading: Reading, index: int, block: Block, doc: Doc) -> Passage:
    """The passage of a block, with the places where a line of the raw text begins."""
    raw, offsets = reading.document.text, block.offsets
    ends = (match.start() for match in _LINE_END.finditer(raw, offsets[0], offsets[-1])) if offsets else ()
    lines = frozenset(bisect_right(offsets, end) for end in ends)
    seats = frozenset(reading.unlisted_seats().values())
    return read_passage(
        doc,
        _mentions(reading, index),
        reading.speaker_for,
        lambda concept: concept in seats or reading.is_actor(concept),
        reading.gazetteer.concepts,
        lines,
    )


def _mentions(reading: Reading, index: int) -> Sequence[Mention]:
    """The mentions of a block, with whoever presides, whoever is blanked out and seats that only the list names.

    A bare name of a place that sits at the table is its administration, unless something is said to be in it. Where
    nothing lists the table, those sit at it that act anywhere: "Ede vindt dit laat. … Ede gunt Tiel de woningen."
    """
    initials, text = reading.initials(), reading.layout.blocks[index].text
    found = tuple(
        mention
        for mention in reading.mentions_in(index)
        if mention.text not in initials or _THE.search(text, 0, mention.block_start)  # "de EK" is no Els Kok
    )
    if more := [*_chair_named(reading, index, found), *blanked(text, found, index), *_unlisted(reading, index, found)]:
        found = tuple(sorted([*found, *more], key=lambda mention: mention.block_start))
    if any(m.concept in EVERYWHERE for m in found):
        offices = Offices(reading)
        found = tuple(_holder(mention, offices, text) for mention in found)
    if not any(m.concept.startswith(PLACE) for m in found):
        return found
    seats = {p.concept for p in reading.participants if p.concept}
    seats = seats or {m.concept for m in reading.mentions if m.concept.startswith(MUNICIPALITY)}
    return [_seated(mention, seats, text) for mention in found]


def _chair_named(reading: Reading, index: int, found: Sequence[Mention]) -> Iterator[Mention]:
    """Whoever presides, where he is no subject: "Vz: …", "Antwoord vz: …", "wordt door de voorzitter afgeraden"."""
    text = reading.layout.blocks[index].text
    for match in (*_CHAIR_LABEL.finditer(text), *_CHAIR_AGENT.finditer(text)):
        start, end = match.span("name")
        presiding = reading.chair
        if presiding is None or any(mention.block_start <= end and start <= mention.block_end for mention in found):
            continue
        yield Mention(start, end, text[start:end], presiding, index, start, end, "chair", 1.0)


def _unlisted(reading: Reading, index: int, found: Sequence[Mention]) -> Iterator[Mention]:
    """The seats that no gazetteer has, by the name that the attendance list gives them: "SVRO belooft VNG …".

    So those whom it knows by their initials: "PP: vindt dit te laat".
    """
    seats = {**reading.acronyms(), **reading.unlisted_seats(), **reading.initials()}
    if not seats:
        return
    names = "|".join(map(re.escape, seats))
    for match in re.finditer(rf"(?<![\w-])(?:{names})(?![\w-])", reading.layout.blocks[index].text):
        start, end = match.span()
        if not any(mention.block_start < end and start < mention.block_end for mention in found):
            yield Mention(start, end, match[0], seats[match[0]], index, start, end, "seat", 1.0)


def _holder(mention: Mention, offices: Offices, text: str) -> Mention:
    """A mention of a local office, as that of the seat that its only holder at the table has: "De gedeputeerde …"."""
    title = mention.text.lower()
    single = mention.concept in EVERYWHERE and title in local_offices() and _THE.search(text, 0, mention.block_start)
    if not single or _OF_WHERE.match(text, mention.block_end):
        return mention  # "de gedeputeerde van Drenthe", "gedeputeerde Bos"
    seat = offices.only(title)
    return mention if seat is None else replace(mention, concept=seat)


def _seated(mention: Mention, seats: set[str], text: str) -> Mention:
    administration = municipality_of(mention.concept)
    before = text[: mention.block_start].split()[-1:]
    inside = words("preposition").intersection(word.lower() for word in before)
    meets = _MEETS.search(text, 0, mention.block_start) is not None
    told = not inside or before[0] in _FROM or meets or _voices(text[: mention.block_start].lower().split()[-_REACH:])
    if administration in seats and told:  # "Uit Emmen het bericht dat …"
        return replace(mention, concept=administration)
    return mention


def _voices(before: Sequence[str]) -> bool:
    """Whether the words before a place name what it says: "Begrip daarvoor bij Ede", "Het bezwaar van Ede"."""
    return before[-1:] in (["bij"], ["van"]) and any(word in noun_frames() for word in before)
