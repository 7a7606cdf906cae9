"""The seats of a stretch of a list in running text, from its pieces one after another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from lrtgraph.dutch.redaction import is_redacted
from lrtgraph.extraction.offices_of_state import is_post
from lrtgraph.extraction.participants.entries import OFFICE_OF
from lrtgraph.extraction.participants.naming import ADDRESS, OFFICE_TITLE, PERSON, is_function
from lrtgraph.extraction.participants.pieces import (
    ACRONYM_FIRST,
    HOLDERS,
    ON_BEHALF,
    ONE_NAME,
    ORG_FIRST,
    SEAT_FIRST,
    one_of,
    pieces,
)
from lrtgraph.extraction.participants.replacing import Seat
from lrtgraph.extraction.participants.seated import BLANK, seats_of_piece
from lrtgraph.extraction.seats import EVERYWHERE, Seats
from lrtgraph.notations import GOVERNMENTS
from lrtgraph.records import Block, ParticipantStatus

_OF_TOWN = re.compile(r"(?P<name>(?!(?:[A-Z]\.\s?)+van\s)[^()]+)\s+(?:van|uit)\s+(?P<town>['’A-Z][^()]*)")
"""One of several who hold an office, with his town: "de burgemeesters Bos van Ede, Kok van Tiel"."""
_BOTH_BLANK = re.compile(r"(?:en|&)\s+\((?P<office>[^()]+)\)")
"""Two names that left nothing but the word between them: "  en  (JenV)"."""
_ALSO = re.compile(r"en\s+(?=[^\W\d_])")
"""Before the last of a list, behind its comma: "…, en gemeentesecretaris Bos"."""
_COORDINATED = re.compile(
    rf"(?<!\w)(?:heren|dames)\s+(?!.*\b(?:{ADDRESS}|heren|dames)\b)[^();]*\Z", re.IGNORECASE | re.DOTALL
)
"""A title in the plural, and of those it goes before the ones without a bracket: "de heren Bos, Kok"."""
_TOGETHER = re.compile(r"(?:allen|allemaal|alle\s+\w+)\b", re.IGNORECASE)
_STAFF = re.compile(
    r"\s*(?:en\s+)?(?:de\s+)?(?:ambtelijke?\s+)?ondersteuning\s+(?:vanuit|van|door|uit)\s", re.IGNORECASE
)
_IN_BRACKETS = re.compile(r"[^()]+\((?=(?P<town>[^()]+)\))")
_POSTS = re.compile(r"(?P<of>[A-Z][\w& ]*?)\s*\((?P<posts>[^()]+)\)[\s.,;]*\Z")
_BETWEEN_POSTS = re.compile(r"\s*[,/;]\s*|\s+(?:en|&)\s+")
"""A ministry with several posts in brackets, and what stands between them."""
_GOVERNMENT = re.compile(r"\A(?:gemeente|provincie)\s+")


def seats_in(block: Block, first: int, last: int, status: ParticipantStatus, seats: Seats) -> Iterator[Seat]:
    """The seats of a stretch; an office on its own belongs to the name before it that has none."""
    parts = [(first + at, first + to) for at, to in pieces(block.text[first:last], seats)]
    paired = _in_pairs([block.text[start:end].strip() for start, end in parts], seats)
    roll, staff = _Roll(block, first, status, seats, paired), False
    for start, end in parts:
        staff = _is_staff(block.text[start:end], staff)
        if not staff:
            roll.take(start, end)
    yield from _with_places(block, roll.seated(), seats)


@dataclass(slots=True)
class _Roll:
    """What the pieces of a stretch gave so far, and what they said of those that follow."""

    block: Block
    first: int
    status: ParticipantStatus
    seats: Seats
    paired: bool
    """Whether every office stands before the one who holds it."""
    found: list[Seat] = field(default_factory=list)
    blanked: list[tuple[int, int]] = field(default_factory=list)
    """Where names stood that are blanked out, and whose office is still to come."""
    inherited: str | None = None
    """The organisation of those that follow: "VNG: dhr. Bos, dhr. Kok"."""
    title: str = ""
    """The office of those that follow: "de burgemeesters Bos van Ede, Kok van Tiel"."""
    empty: int = 0
    """Pieces with nothing in them right before this one."""

    def take(self, start: int, end: int) -> None:
        """Add the seats of a piece, or complete the last one with it."""
        start += len(self.block.text[start:end]) - len(self.block.text[start:end].lstrip())
        piece = self.block.text[start:end]
        if blank := _BOTH_BLANK.match(piece):
            seat = Seat(start, end, None, blank["office"], self.seats.concept(blank["office"]), self.status)
            self.found += [seat] * (2 + self.empty) if seat.concept else []
            self.empty = 0
            return
        self.empty = 0 if piece else self.empty + 1
        if posts := list(self._posts_of(piece, start)):
            self.found += posts
            return
        if joined := _ALSO.match(piece):
            start, piece = start + joined.end(), piece[joined.end() :]
        start, piece = self._behind_office(start, piece)
        ends = start + len(piece.rstrip(" .,;"))
        piece = self._with_title(piece)
        above = self.found[-1].office if self.found else None
        read = list(seats_of_piece(piece, start, self.status, self.seats, self.inherited, above))
        if not read and not BLANK.match(piece) and _is_blanked(piece):
            self.blanked.append((start, start + len(piece.rstrip(" ,;"))))
        for seat in read:
            self._add(replace(seat, end=min(seat.end, ends)))

    def _posts_of(self, piece: str, start: int) -> Iterator[Seat]:
        """The posts of a ministry that stand behind it in brackets, each with a seat: "BZK (Minister VRO, DG VB)"."""
        several = _POSTS.match(piece)
        if several is None or self.seats.organisation(several["of"]) is None:
            return
        first, last = several.span("posts")
        signs = [sign.span() for sign in _BETWEEN_POSTS.finditer(piece, first, last)]
        posts = list(zip((first, *(end for _, end in signs)), (*(at for at, _ in signs), last), strict=True))
        if len(posts) > 1 and all(self.seats.office(piece[at:to]) for at, to in posts):
            for at, to in posts:
                post = piece[at:to]
                yield Seat(start + at, start + to, None, post, self.seats.concept(post), self.status)

    def seated(self) -> list[Seat]:
        """The seats of the stretch, those before one office with that office."""
        alone = ((at, to) for at, to in self.blanked if self.block.text[at].isalpha())
        found = [*self.found, *(Seat(at, to, None, None, None, self.status) for at, to in alone)]
        for at in range(len(found) - 2, -1, -1):
            if _joined(self.block, found[at], found[at + 1], self.seats):
                found[at] = replace(found[at], concept=found[at + 1].concept, office=found[at + 1].office)
        return found

    def _behind_office(self, start: int, piece: str) -> tuple[int, str]:
        """A piece without the organisation or office that it begins with, which those that follow have too."""
        if match := ORG_FIRST.match(piece) or ON_BEHALF.match(piece) or ACRONYM_FIRST.match(piece):
            self.inherited, start, piece = match["office"], start + match.end(), piece[match.end() :]
        elif (own := SEAT_FIRST.match(piece)) and self.seats.concept(own["office"]) not in (None, *EVERYWHERE):
            self.inherited = None
        if match := HOLDERS.match(piece):
            self.title, start, piece = one_of(match["title"]), start + match.end(), piece[match.end() :]
        elif (
            PERSON.match(piece)
            or OFFICE_TITLE.match(piece)
            or ";" in self.block.text[max(self.first, start - 2) : start]
        ):
            self.title = ""
        return start, piece

    def _with_title(self, piece: str) -> str:
        """A piece with the office of several before the town where its holder has it, else before his name."""
        if not self.title:
            return piece
        bracket = _IN_BRACKETS.match(piece)
        if bracket and self.seats.is_place(_GOVERNMENT.sub("", bracket["town"])):
            piece = f"{bracket[0]}{self.title} {piece[bracket.end() :]}"
        town = _OF_TOWN.fullmatch(piece.rstrip(" .,;"))
        if town and self.seats.is_place(town["town"]):
            piece = f"{town['name']} ({self.title} {town['town']})"
        elif ONE_NAME.fullmatch(name := piece.rstrip(" .,;")) and not self.seats.is_place(name):
            piece = f"{self.title} {name}"
        return piece

    def _add(self, seat: Seat) -> None:
        whole = self._one_with(self.found[-1], seat) if self.found else None
        if whole is not None:
            self.found[-1] = whole
        else:
            blanked = [replace(seat, start=at, end=to, name=None) for at, to in self.blanked if seat.concept]
            self.found += [*blanked, seat]
        self.blanked.clear()

    def _one_with(self, above: Seat, seat: Seat) -> Seat | None:
        """The seat above with what the next one says of it, where the two are a person and his office."""
        if self.paired and above.name is None and seat.name:
            return replace(above, end=seat.end, name=seat.name, concept=seat.concept or above.concept)
        if _completes(self.block, above, seat, self.seats):
            told = seat.status if seat.status in ("replaced", "replacement") else above.status
            return replace(above, end=seat.end, office=seat.office, concept=seat.concept, status=told)
        of_state = OFFICE_OF.match(above.office or "") or is_post(above.office or "")
        if above.name is None and seat.concept is None and of_state:
            return replace(above, end=seat.end, name=seat.name)
        return None


def _is_staff(piece: str, before: bool) -> bool:
    """Whether a piece names whose staff was there, or goes on naming it: "ondersteuning vanuit COA", "VNG en IPO"."""
    return bool(_STAFF.match(piece)) or (before and not PERSON.search(piece) and "(" not in piece)


def _is_blanked(piece: str) -> bool:
    """Whether a piece stands for a name that is blanked out: a mark, or a title with nothing behind it."""
    left = piece.strip(" ,;")
    return bool(PERSON.fullmatch(left)) or (not left.isdigit() and is_redacted(piece))


def _in_pairs(parts: Sequence[str], seats: Seats) -> bool:
    """Every other part is an office and the next a titled person: "Minister VRO, de heer Bos, directeur COA, …".

    Where an organisation is followed by a person with another in brackets, each stands alone: "Aedes, mw. Bos (DGM)".
    """
    return len(parts) > 1 and len(parts) % 2 == 0 and all(
        PERSON.match(person)
        and not (seats.organisation(office) and any(seats.concept(own) for own in re.findall(r"\(([^()]+)", person)))
        and not PERSON.search(office)
        and office[:1].isalpha()
        and seats.concept(office)
        for office, person in zip(parts[::2], parts[1::2], strict=True)
    )  # fmt: skip


def _guessed(person: Seat, office: Seat, seats: Seats) -> bool:
    """The person has nothing but an acronym that nobody knows, and then comes one that is known."""
    return seats.is_guess(person.concept) and not seats.is_guess(office.concept)


def _completes(block: Block, person: Seat, office: Seat, seats: Seats) -> bool:
    """An office alone is that of the person before it who has none; one in brackets only where a comma parts them.

    Behind a function another one is somebody else's: "kwartiermaker Smit, rijksvertegenwoordiger vanuit AenM".
    """
    if person.office and office.office and is_function(office.office.split()[0]):
        return False
    if office.name or not person.name or (person.concept is not None and not _guessed(person, office, seats)):
        return False
    bracketed = block.text[office.start] == "("
    return not bracketed or (person.office is None and "," in block.text[person.end : office.start])


def _joined(block: Block, earlier: Seat, later: Seat, seats: Seats) -> bool:
    """Two names before one office: "dhr. A en mw. B (VNG)", "dhr. A, mw. B en dhr. C (allen VNG)",
    "de heren A, B en C (VVD)"."""
    between = block.text[earlier.end : later.start].strip()
    together = _TOGETHER.match(later.office or "") or _COORDINATED.search(block.text[: later.end])
    listed = between == "," and together and not earlier.office
    bare = earlier.concept is None and (not earlier.office or seats.is_side_note(earlier.office))
    if between == ", en" and PERSON.match(block.text, later.start) and not PERSON.match(block.text, earlier.start):
        return False  # "Bos, Kok en Vos, en de heer Vis, minister"
    return bare and bool(listed or between in ("en", "&", "/", ", en", "+"))


def _with_places(block: Block, found: Sequence[Seat], seats: Seats) -> Iterator[Seat]:
    """The seats; a place on its own behind an office that every place has is where that is held: "wethouder Bos, Ede".

    Places in a row are a roll of those who were there.
    """
    places = [seat.name is None and seats.is_place(seat.office or "") for seat in found]
    at = 0
    while at < len(found):
        seat = found[at]
        lone = places[at + 1 : at + 3] in ([True], [True, False])
        held = _held_at(block, seat, found[at + 1], seats) if lone else None
        if held is None:
            yield seat
            at += 1
        else:
            yield replace(seat, end=found[at + 1].end, office=held, concept=seats.concept(held))
            at += 2


def _held_at(block: Block, person: Seat, place: Seat, seats: Seats) -> str | None:
    """The office of a person with the place behind it, where the two belong together."""
    if not person.name or person.concept not in EVERYWHERE or block.text[person.end : place.start].strip() != ",":
        return None
    held = f"{person.office}, {place.office}"
    return held if (seats.concept(held) or "").startswith(GOVERNMENTS) else None
