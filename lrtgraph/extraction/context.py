"""A document as the rule families read it: blocks, parsed text, mentions and who sat at the table, in one value.

Every rule family is a function `Reading -> tuple[Fact, ...]`. A place is given as a block's index and offsets in
that block's cleaned text; `span` turns it into a piece of the raw text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from lrtgraph.dutch.surnames import in_order, short_forms
from lrtgraph.extraction.full_names import first_names, in_full
from lrtgraph.extraction.grammar.lexicon import listed
from lrtgraph.extraction.participants import chair
from lrtgraph.notations import PERSON, PLACE, is_person
from lrtgraph.records import Block, Candidate, Document, Layout, Meeting, Mention, Participant, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from lrtgraph.gazetteer import Gazetteer

NO_STATEMENTS = frozenset({"furniture", "letterhead", "attendance"})
"""Kinds of blocks in which mentions are found and nothing else."""
UNANALYSED = NO_STATEMENTS | {"heading"}
"""Kinds of blocks of which no rule asks for parts of speech: of an item's title only what it names counts."""


Part = tuple[int | None, int | None]
"""The index of an agenda item, and the block of the subhead that opens a part of it; None before the first."""
_Placed = tuple[tuple[Mention, ...], list[int], list[int]]
"""The mentions of a block in the order of their place, where each begins, and where each ends."""

_NONE: _Placed = ((), [], [])
_ACRONYM = re.compile(r"[A-Z]{3,6}(?![\w-])")
_INITIALS = re.compile(r"\((?P<initials>[^\W\d_]{2,5})\s*[,;)]")


def _placed(found: list[Mention]) -> _Placed:
    ordered = tuple(sorted(found, key=lambda m: (m.block_start, m.block_end)))
    return ordered, [m.block_start for m in ordered], [m.block_end for m in ordered]


@dataclass(frozen=True, slots=True)
class Reading:
    """All that is known of a document before facts are taken from it.

    `docs[i]` is the parsed text of `layout.blocks[i]`. `mentions` are in the order of blocks and of their place in
    the block's text, without overlap; by place a person's includes the given names before it. `province` is the one
    whose table met, where it is that of one. `other_field` says that the document is of another field than the
    gazetteer's. `chair` is the seat of whoever presides, if known.
    """

    document: Document
    layout: Layout
    docs: tuple[Doc, ...]
    mentions: tuple[Mention, ...]
    gazetteer: Gazetteer
    meeting: Meeting
    participants: tuple[Participant, ...]
    candidates: tuple[Candidate, ...] = ()
    province: str | None = None
    other_field: bool = False
    chair: str | None = field(init=False, compare=False)
    _by_block: dict[int, _Placed] = field(init=False, repr=False, compare=False)
    _seats: dict[str, str | None] = field(init=False, repr=False, compare=False)
    _initials: dict[str, str] = field(init=False, repr=False, compare=False)
    _acronyms: dict[str, str] = field(init=False, repr=False, compare=False)
    _parts: tuple[Part, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_block: dict[int, list[Mention]] = {}
        seats = _seats(self.participants)
        given = first_names(self.participants)
        for mention in self.mentions:
            found = by_block.setdefault(mention.block, [])
            after = found[-1].block_end if found else 0
            whole = in_full(self.document, self.layout.blocks[mention.block], mention, given, after)
            found.append(_told_apart(whole, seats))
        object.__setattr__(self, "_by_block", {block: _placed(found) for block, found in by_block.items()})
        object.__setattr__(self, "_seats", seats)
        object.__setattr__(self, "_parts", tuple(_parts(self)))
        object.__setattr__(self, "_initials", dict(_stated_initials(self.participants)))
        object.__setattr__(self, "_acronyms", dict(_stated_acronyms(self.participants)))
        object.__setattr__(self, "chair", chair(self.document, self.participants))

    def blocks(self) -> Iterator[tuple[int, Block, Doc]]:
        """The blocks that may hold facts, with their index and their parsed text, in reading order."""
        for index, (block, doc) in enumerate(zip(self.layout.blocks, self.docs, strict=True)):
            if block.kind not in NO_STATEMENTS:
                yield index, block, doc

    def mentions_in(self, block: int, start: int = 0, end: int | None = None) -> tuple[Mention, ...]:
        """The mentions that lie wholly in `[start, end)` of a block's text (default: the whole block), in order."""
        found, starts, ends = self._by_block.get(block, _NONE)
        last = len(found) if end is None else bisect_right(ends, end)
        return found[bisect_left(starts, start) : last]

    def mention_at(self, block: int, offset: int) -> Mention | None:
        """The mention that covers the character at `offset` of a block's text."""
        found, starts, _ = self._by_block.get(block, _NONE)
        before = bisect_right(starts, offset)
        return found[before - 1] if before and offset < found[before - 1].block_end else None

    def candidates_in(self, start: int, end: int) -> tuple[Candidate, ...]:
        """The candidates that begin in `[start, end)` of the raw text, in order."""
        first, last = (bisect_left(self.candidates, at, key=lambda one: one.start) for at in (start, end))
        return self.candidates[first:last]

    def concepts_in(self, block: int, start: int = 0, end: int | None = None) -> tuple[str, ...]:
        """The concepts of `mentions_in`, each once, in order of appearance."""
        return tuple(dict.fromkeys(m.concept for m in self.mentions_in(block, start, end)))

    def span(self, block: int, start: int, end: int) -> Span:
        """The piece of raw text behind `[start, end)` of a block's text. Raises ValueError where that is empty."""
        first, last = self.layout.blocks[block].raw(start, end)
        return Span(first, last, self.document.text[first:last])

    def told(self, start: int, end: int, blocks: Sequence[Block]) -> str:
        """The cleaned text of what `blocks` have in `[start, end)` of the raw text, without furniture between."""
        pieces: list[str] = []
        for block in blocks:
            first, last = bisect_left(block.offsets, start), bisect_left(block.offsets, end)
            if first < last and block.kind != "furniture":
                pieces.append(block.text[first:last])
        return " ".join(pieces)

    def is_actor(self, concept: str) -> bool:
        """Whether the concept can speak or act: an office, an organisation, a person, an administration."""
        return self.gazetteer.is_actor(concept)

    def names_actor(self, block: int, start: int = 0, end: int | None = None) -> bool:
        """Whether a mention in `[start, end)` of a block's text is an actor's."""
        return any(self.is_actor(mention.concept) for mention in self.mentions_in(block, start, end))

    def is_instrument(self, concept: str) -> bool:
        """Whether the concept is a law, plan, agreement, scheme, procedure or facility."""
        return self.gazetteer.is_instrument(concept)

    def speaker_for(self, concept: str) -> str:
        """The seat that a person took at the table; any other concept, and a person without a seat, is itself.

        `speaker_for("person:Klijnsma")` is "CdK" where the attendance list says so. Whom a user's own list has and no
        attendance list speaks for whom he belongs to there.
        """
        if concept in self._seats:
            return self._seats[concept] or concept
        listed = self.gazetteer.concepts.get(concept)
        broader = listed.broader if listed is not None and listed.cls == "Person" else ()
        return next(filter(self.is_actor, broader), concept)

    def unlisted_seats(self) -> dict[str, str]:
        """The names of seats that only the attendance list knows ("SVRO"), the longest first, with their concepts.

        Where two regions or more have a seat of their own, "de regio's" are those who sit there.
        """
        regions = {seat.concept for seat in self.participants if seat.concept and seat.concept.startswith(PLACE)}
        seats = {seat.concept for seat in self.participants if seat.concept and ":" not in seat.concept}
        unknown = (seat for seat in seats if seat not in self.gazetteer.concepts and len(seat) > 1)
        named = {seat.replace("_", " "): seat for seat in sorted(unknown, key=lambda seat: (-len(seat), seat))}
        return named | dict.fromkeys(listed("regions"), "leden") if len(regions) > 1 else named

    def initials(self) -> dict[str, str]:
        """The initials that the attendance list gives of people, with their seats: "Peter de Pater (PP, Ede)"."""
        return self._initials

    def acronyms(self) -> dict[str, str]:
        """The acronyms by which the attendance list names seats that have other names: "VRK" for a veiligheidsregio."""
        return self._acronyms

    def topics(
        self, block: int, start: int = 0, end: int | None = None, without: tuple[str, ...] = ()
    ) -> tuple[str, ...]:
        """What is spoken of in a stretch of text: its concepts but for persons and those in `without`."""
        return tuple(c for c in self.concepts_in(block, start, end) if not is_person(c) and c not in without)

    def part(self, block: int) -> Part:
        """The part of an agenda item that a block belongs to: under its last subhead with a number or letter that is on
        something of its own.

        "a. Uitvoering Spreidingswet" opens one, "2.1 Toelichting" does not.
        """
        return self._parts[block]

    def opens_part(self, block: int) -> bool:
        """Whether a block is the subhead that opens a part of an item."""
        return self._parts[block][1] == block


def _parts(reading: Reading) -> Iterator[Part]:
    part: Part = (None, None)
    for index, block in enumerate(reading.layout.blocks):
        if block.item != part[0]:
            part = (block.item, None)
        if block.kind == "subheading" and block.marker and reading.topics(index):
            part = (block.item, index)
        yield part


def _told_apart(mention: Mention, seats: dict[str, str | None]) -> Mention:
    """A mention of one of two people who share a surname, as the seat that his name in full tells."""
    if seats.get(mention.concept, "") is not None:
        return mention
    seat = seats.get(f"{PERSON}{mention.text}")
    return mention if seat is None else replace(mention, concept=seat)


def _stated_initials(participants: Iterable[Participant]) -> Iterator[tuple[str, str]]:
    """The initials in brackets behind a listed name, and the seat of whom they stand for."""
    for one in participants:
        stated = _INITIALS.search(one.evidence.text) if one.name and one.concept else None
        if stated is not None and stated["initials"] in short_forms(one.name or "") and one.concept:
            yield stated["initials"], one.concept


def _stated_acronyms(participants: Iterable[Participant]) -> Iterator[tuple[str, str]]:
    """The acronyms that the entries of nobody in particular open with, and their seats."""
    for one in participants:
        stated = _ACRONYM.match(one.evidence.text) if one.name is None and one.concept else None
        if stated is not None and one.concept and stated[0] != one.concept:
            yield stated[0], one.concept


def _seats(participants: tuple[Participant, ...]) -> dict[str, str | None]:
    """Seat by `person:Surname`; a surname that two people with different seats share stands for nobody.

    Whether the first words of a listed name are given names is not known here: each ending of it counts.
    """
    seats: dict[str, str | None] = {}
    for participant in participants:
        words = in_order(participant.name).split() if participant.name and participant.concept else []
        for first in range(len(words)):
            ending = " ".join(words[first:])
            person = f"{PERSON}{ending[0].upper()}{ending[1:]}"
            if seats.setdefault(person, participant.concept) != participant.concept:
                seats[person] = None
    return seats
