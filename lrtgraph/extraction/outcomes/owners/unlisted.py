"""Those who can be given a task though no gazetteer lists them: the secretariat, a seat's organisation, initials.

They are found for the sake of outcomes alone, where an office or organisation is known by a noun ("het secretariaat",
"bureau Havens"), or only by the attendance list of the minutes themselves.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from lrtgraph.dutch.surnames import in_order, short_forms
from lrtgraph.extraction.grammar.lexicon import words
from lrtgraph.notations import PERSON, is_person
from lrtgraph.records import Mention

if TYPE_CHECKING:
    from lrtgraph.extraction.context import Reading
    from lrtgraph.records import Participant

UNLISTED = "organisatie:"
"""The prefix by which a name that no gazetteer lists counts as an actor while outcomes are read."""
_LEAST_GIVEN = 3
"""Letters of a given name that is no acronym."""
_NAMES = r"(?:[ ](?:[A-Z][\w.&/-]*\w|(?:en|&)(?=[ ][A-Z]))){0,4}"
_OPENS = r"(?:\A|[:;|/(,+&>\n]\s*|[.!?]\s+|\b(?:en|door|(?i:actie|actiepunt|ap|trekker|wie))\s+)"
_CLOSES = r"(?=\s*(?:\Z|[:;|/),+&\n]|\.\s*\Z|[–—-]\s|en\s))"
"""What stands around initials that name somebody: "Actie TW:", "BR/OH", "(IvdA)"."""

_NO_UNIT_OF_OURS = re.compile(
    r"\b(?:een|geen|elk|ieder|eigen|haar|hun|zijn|zo['’]n)\s+"
    r"(?:(?:[a-zà-ÿ-]+(?:e|lijk|ig|aal|eel)|ander|nieuw|klein|groot|apart|extern|gespecialiseerd)\s+)?\Z",
    re.IGNORECASE,
)
"""What stands before a noun for a unit that is not the table's: "een onafhankelijk bureau", "hun secretariaat"."""
_HIRED = "bureau"
"""A unit that is a firm in an item in which "een bureau" is spoken of; "een werkgroep" becomes the table's."""
_REACH = 48
"""Characters before a unit within which stands whose it is."""

_Pattern = tuple[re.Pattern[str], Mapping[str, str]]
"""A pattern with a group `name`, and the concept of each name; what the table lacks is a name of its own."""


def with_unlisted(reading: Reading) -> Reading:
    """The reading with mentions of units, seats and initials that linking does not know.

    In: the reading of a document. Out: the same with mentions that a record of the document must not hold.
    """
    patterns = tuple(_patterns(reading))
    found = [mention for index, _, _ in reading.blocks() for mention in _in_block(reading, index, patterns)]
    found += _units(reading, found)
    return replace(reading, mentions=(*reading.mentions, *found)) if found else reading


def plain(reading: Reading, concepts: Iterable[str]) -> tuple[str, ...]:
    """Concepts as a record has them: for what no gazetteer lists the name itself; the table by its own name."""
    return tuple(dict.fromkeys(_plain(reading, concept) for concept in concepts))


def _plain(reading: Reading, concept: str) -> str:
    if not concept.startswith(UNLISTED) or concept in reading.gazetteer.concepts:
        return concept
    name, body = concept.removeprefix(UNLISTED), reading.meeting.body
    own = body is not None and name in words("unit") and body.lower().split("_")[0] == name
    return body if own and body is not None else name


def _patterns(reading: Reading) -> Iterator[_Pattern]:
    """How the names of seats and of people's initials look in this document."""
    if seats := {name: f"{UNLISTED}{seat}" for name, seat in reading.unlisted_seats().items()}:
        yield re.compile(rf"(?<![\w-])(?P<name>{_any(seats)})(?![\w-])"), seats
    if initials := _initials(reading):
        yield re.compile(rf"{_OPENS}(?P<name>{_any(initials)}){_CLOSES}"), initials


def _units(reading: Reading, known: Iterable[Mention]) -> Iterator[Mention]:
    """The mentions of units, where nothing else is known to be named."""
    pattern = re.compile(
        rf"(?<![\w-])(?P<name>(?i:{_any(words('unit'))}){_NAMES})(?![\w-])(?!\s+(?:van|bestaande\s+uit)\b)"
    )
    taken: dict[int, list[tuple[int, int]]] = {}
    for one in known:
        taken.setdefault(one.block, []).append((one.block_start, one.block_end))
    hired: set[int | None] = set()
    for index, block, _ in reading.blocks():
        spans = taken.get(index, []) + [(m.block_start, m.block_end) for m in reading.mentions_in(index)]
        for match in pattern.finditer(block.text):
            start, end = match.span("name")
            any_one = _NO_UNIT_OF_OURS.search(block.text, max(0, start - _REACH), start) is not None
            bare = match["name"] == _HIRED
            if any_one and bare:
                hired.add(block.item)
            if (
                any_one
                or (bare and block.item in hired)
                or any(start <= last and first <= end + 1 for first, last in spans)
            ):
                continue
            yield _mention(reading, index, start, end, _named(match["name"]))


def _any(names: Iterable[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))


def _in_block(reading: Reading, index: int, patterns: Iterable[_Pattern]) -> Iterator[Mention]:
    """The mentions of a block that overlap with none that is known."""
    text = reading.layout.blocks[index].text
    taken = [(mention.block_start, mention.block_end) for mention in reading.mentions_in(index)]
    for pattern, concepts in patterns:
        for match in pattern.finditer(text):
            start, end = match.span("name")
            if any(start <= last and first <= end + 1 for first, last in taken):
                continue
            taken.append((start, end))
            yield _mention(reading, index, start, end, concepts[match["name"]])


def _named(name: str) -> str:
    """The concept of a unit, in lower case where that is a noun and nothing else."""
    return UNLISTED + ("_".join(name.split()) if any(map(str.isupper, name[1:])) else name.lower())


def _mention(reading: Reading, index: int, start: int, end: int, concept: str) -> Mention:
    span = reading.span(index, start, end)
    return Mention(span.start, span.end, span.text, concept, index, start, end, "outcome.unlisted", 0.8)


def _initials(reading: Reading) -> dict[str, str]:
    """The initials and given names by which the list tells people apart, with the concepts of their seats."""
    made = [(form, slot) for slot in reading.participants if slot.name for form in _forms(slot.name)]
    uses = Counter(form for form, _ in made)
    apart = {form: slot for form, slot in made if uses[form] == 1 and form.lower() not in words("common_acronym")}
    return {form: _concept(reading, slot) for form, slot in apart.items()}


def _forms(name: str) -> set[str]:
    """The initials of a name, with and without its particles, and its given name.

    >>> sorted(_forms("Ingrid van den Akker")), sorted(_forms("Dijk, Wout"))
    (['IA', 'Ingrid', 'IvdA'], ['WD', 'Wout'])
    """
    initials = short_forms(name)
    first = in_order(name).split()[0] if initials else ""
    return {*initials, first} if len(first) >= _LEAST_GIVEN and first.isalpha() else {*initials}


def _concept(reading: Reading, slot: Participant) -> str:
    """The seat of a participant, or the person where the list tells of none."""
    if slot.concept is not None:
        listed = slot.concept in reading.gazetteer.concepts or ":" in slot.concept
        return slot.concept if listed else f"{UNLISTED}{slot.concept}"
    inside = (m for m in reading.mentions if slot.evidence.start <= m.start and m.end <= slot.evidence.end)
    found = next((m.concept for m in inside if is_person(m.concept) and m.text in (slot.name or "")), None)
    return found or f"{PERSON}{slot.name}"
