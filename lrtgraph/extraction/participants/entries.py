"""The name and the office in one entry of a list, in whichever order and with whatever between them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lrtgraph.dutch.redaction import is_redacted
from lrtgraph.dutch.surnames import PARTICLE
from lrtgraph.extraction.local_offices import local_offices
from lrtgraph.extraction.offices_of_state import is_post
from lrtgraph.extraction.participants.naming import (
    ADDRESS,
    DEGREES,
    LOCAL_OFFICE,
    PERSON,
    person_name,
    post_and_name,
)
from lrtgraph.extraction.participants.replacing import REPLACED, REPLACES
from lrtgraph.extraction.seats import Seats

_FOR = re.compile(
    r"\s+(?:(?:namens|voor)\s+(?:de\s+|het\s+)?|van\s+(?:de|het)\s+|van\s+(?=Veiligheidsregio\s))"
    r"(?=[A-Z]|ministerie\b|gemeenten?\b|provincies?\b|commissarissen\b|(?:woning)?corporaties\b|veiligheidsregio)"
)
_ON_BEHALF = re.compile(r"\s+namens\s+(?:de|het)\s+(?=[a-z])")
OFFICE_OF = re.compile(r"(?:de\s+)?(?:minister|staatssecretaris|commissaris)\s+(?-i:van|voor)\s", re.IGNORECASE)
_DASH = re.compile(
    rf"\s+(?:[-–—]|/(?=[^()]*\Z))\s+(?=\w)(?!(?:{PARTICLE}\s+)+[A-Z][a-zà-ÿ]|(?i:{PARTICLE}\s+)+[A-Z][a-zà-ÿ]+\s*\()"
)
"""Between a name and an office; behind "Klein - van Dam" and "Klein - De Wit (IPO)" the name goes on."""
_ADDRESSED = re.compile(rf"\s+(?={ADDRESS}\b)", re.IGNORECASE)
BEFORE_PERSON = re.compile(
    rf"(?:\A|(?<!\bals)\s)(?:voorzitter|{LOCAL_OFFICE}|minister|staatssecretaris|directeur|leden|lid|adviseurs?"
    r"|deelnemers?|gast(?:en)?|genodigden?|bestuurder|vertegenwoordiger)\Z",
    re.IGNORECASE,
)
_GOVERNMENT = re.compile(r"\A(?:gemeente|provincie)\s+", re.IGNORECASE)
_NOTED = re.compile(r"(?<=[a-zà-ÿ])\s*\([^()]*\)\Z")
"""Behind those whom somebody sits for, which of them: "corporaties (Actium)"."""
_BRACKET = re.compile(r"\(([^)]*)\)?")
GLUED = re.compile(
    rf"(?P<party>[A-Z][\w' ]*?\w)(?P<name>(?:(?:IJ|[A-Z])\.){{1,5}}\s+(?:{PARTICLE}\s+)*[A-Z][a-zà-ÿ][\w' -]*)"
)
"""Two cells that a conversion has put together: "GroenLinksS. Bos"."""
_SLASHED = re.compile(r"(?P<name>[^/()]+)/(?P<office>[^/()]+)(?P<rest>\s*\(.*)?")
_OPENS_OFFICE = re.compile(
    rf"(?:ministerie|gemeente|provincie|{LOCAL_OFFICE}|directeur|commissaris|veiligheidsregio)\b"
    r"|[A-Z]\w*[A-Z]\w*"
)


def name_and_office(piece: str, seats: Seats) -> tuple[str, str]:
    """Part a piece into the name and the office, either possibly empty."""
    if glued := GLUED.fullmatch(piece):
        return glued["name"], glued["party"]
    if not PERSON.match(piece) and (addressed := _ADDRESSED.search(piece)):
        before = _NOTED.sub("", piece[: addressed.start()])
        if "(" not in before and (BEFORE_PERSON.search(before) or seats.concept(before) is not None):
            name, office = name_and_office(piece[addressed.end() :], seats)
            return name, f"{office}, {before}" if office else before
    if is_post(piece) or (OFFICE_OF.match(piece) and "(" not in piece and seats.concept(piece) is not None):
        return "", piece
    dash = _DASH.search(piece)
    if dash and "(" not in piece[: dash.start()] and (PERSON.match(piece) or seats.concept(piece[dash.end() :])):
        return piece[: dash.start()].strip(), _DASH.sub(", ", piece[dash.end() :].strip())
    slash = _SLASHED.fullmatch(piece)
    if slash and seats.concept(slash["name"]) is None and seats.concept(slash["office"]) is not None:
        return slash["name"].strip(), f"{slash['office'].strip()}{slash['rest'] or ''}"
    if bracket := _BRACKET.search(piece):
        return _with_bracket(piece, bracket, seats)
    replaced = REPLACED.search(piece) or REPLACES.search(piece)
    if replaced:
        return piece[: replaced.start()].strip(), piece[replaced.start() :].strip()
    if PERSON.match(piece) and "," in piece:
        name, _, office = piece.partition(",")
        return name.strip(), office.strip()
    if (person := _titled_person(piece, seats)) is not None:
        return person
    if (match := _FOR.search(piece)) and seats.concept(piece[match.end() :]) is not None:
        return piece[: match.start()].rstrip(","), piece[match.end() :]
    if PERSON.match(piece) and (match := _ON_BEHALF.search(piece)):
        return piece[: match.start()], piece[match.end() :]
    name, comma, office = piece.partition(",")
    if comma and seats.concept(office) is not None and seats.concept(name) is None:
        return name.strip(), office.strip()
    if not PERSON.match(piece) and seats.concept(piece) is not None:
        return "", piece
    if PERSON.match(piece):
        return _without_comma(piece, seats)
    return piece, ""


@dataclass(frozen=True, slots=True)
class _Bracketed:
    """A piece with a bracket: what stands before, inside and behind it; `rest` is the last as part of an office."""

    before: str
    inside: str
    behind: str
    rest: str


def _with_bracket(piece: str, bracket: re.Match[str], seats: Seats) -> tuple[str, str]:
    """The name and the office where one of them, or more of the office, stands in brackets."""
    before, inside = piece[: bracket.start()].strip(), bracket[1].rstrip(") .")
    behind = piece[bracket.end() :].strip(" ,.")
    parts = _Bracketed(before, inside, behind, f", {behind}" if behind else "")
    for way in (
        _noted_office,
        _blanked_inside,
        _noted_person,
        _named_inside,
        _named_before,
        _post_inside,
        _two_offices,
    ):
        if (told := way(parts, seats)) is not None:
            return told
    if not PERSON.match(before) and before and seats.concept(before) and not seats.concept(inside):
        return (inside, before + parts.rest) if are_names(inside) else ("", f"{before} ({inside}){parts.rest}")
    return before, inside + parts.rest


def _noted_office(parts: _Bracketed, seats: Seats) -> tuple[str, str] | None:
    """An office, and in brackets its organisation or how it sits: "DGM (JenV)", but not "Dijkgraaf (Aedes)"."""
    of = not parts.before.istitle() and seats.concept(parts.inside) is not None
    if (of or seats.is_side_note(parts.inside)) and seats.office(parts.before) is not None:
        return "", f"{parts.before} ({parts.inside}){parts.rest}"
    return None


def _blanked_inside(parts: _Bracketed, _: Seats) -> tuple[str, str] | None:
    """A name that is blanked out: "(naam) VNG"."""
    blanked = not parts.before and is_redacted(parts.inside) and any(char.isalpha() for char in parts.inside)
    return (parts.inside, parts.behind) if blanked else None


def _noted_person(parts: _Bracketed, seats: Seats) -> tuple[str, str] | None:
    """A person with an office, and in brackets how he sits: "mw. Bos, VNG (voorzitter)"."""
    if seats.is_side_note(parts.inside) and PERSON.match(parts.before):
        name, office = name_and_office(parts.before, seats)
        return (name, f"{office}, {parts.inside}") if office else None
    return None


def _named_inside(parts: _Bracketed, seats: Seats) -> tuple[str, str] | None:
    """An office with its person in brackets: "VNG (mw. Bos, voorzitter)", "IPO (gedeputeerde Bos)"."""
    if PERSON.match(parts.inside) and not PERSON.match(parts.before) and parts.before:
        person, comma, remark = parts.inside.partition(",")
        if comma and seats.is_side_note(remark):
            return f"{person} {parts.behind}".strip(), f"{parts.before},{remark}"
        return f"{parts.inside} {parts.behind}".strip(), parts.before
    holder = _titled_person(parts.inside, seats) if seats.concept(parts.before) else None
    return None if holder is None else (holder[0], f"{parts.before}, {holder[1]}{parts.rest}")


def _named_before(parts: _Bracketed, seats: Seats) -> tuple[str, str] | None:
    """A person with an office before the bracket: "wethouder Bos (Ede)", "mw. Bos, directeur (COA)"."""
    inside, rest = parts.inside, parts.rest
    if (person := _titled_person(parts.before, seats)) is not None:
        own = None if seats.is_place(inside) else seats.concept(inside)
        if seats.post_at(person[1], inside.partition(",")[0]) is not None:
            return person[0], f"{person[1]} van {inside}{rest}"
        return person[0], inside + rest if own else f"{person[1]} {inside}{rest}"
    name, comma, title = parts.before.partition(",")
    if comma and PERSON.match(parts.before):
        return name.strip(), f"{inside}, {title.strip()}{rest}"
    held = seats.concept(title) is not None or seats.is_side_note(title)
    if comma and name and seats.concept(name) is None and held:
        return name, f"{title.strip()}, {inside}{rest}"
    return None


def _post_inside(parts: _Bracketed, seats: Seats) -> tuple[str, str] | None:
    """An organisation, and in brackets who sits for it: "JenV (DGM)", "SZW (DG)"."""
    if seats.organisation(parts.before) is None or seats.office(parts.inside) is None:
        return None
    held = f"{parts.inside} {parts.before}"
    return "", f"{held if seats.office(held) else f'{parts.before}/{parts.inside}'}{parts.rest}"


def _two_offices(parts: _Bracketed, seats: Seats) -> tuple[str, str] | None:
    """An office said twice, or at its place: "ministerie van BZK (MBZK)", "ALM (Almere)", "Ede (wethouder)"."""
    before, inside = parts.before, parts.inside
    if before and not PERSON.match(before) and seats.same(before, inside):
        return "", f"{before} ({inside}){parts.rest}"
    if _abbreviates(before, inside) and seats.concept(inside) is not None:
        return "", inside + parts.rest
    post, _, more = inside.partition(",")
    if seats.is_place(before) and post.strip().lower() in local_offices():
        return "", f"{post.strip()} {before}{',' if more else ''}{more}{parts.rest}"
    return None


def _titled_person(text: str, seats: Seats) -> tuple[str, str] | None:
    """A person behind an office, as name and office; what stands in place of the name counts as one."""
    office, _, name = text.removeprefix("de ").partition(" ")
    if office.lower() in local_offices() and name and is_redacted(name):
        return name, office
    if (person := seats.titled_person(text)) is not None or (posted := post_and_name(text)) is None:
        return person
    name, post = posted
    sent = seats.concept(name) is not None or seats.is_place(name)  # "adviseur Overijssel", "directeur Aedes"
    own = seats.concept(text) == seats.concept(post) and post.lower() not in local_offices()
    return posted if own and not sent else None


def _abbreviates(short: str, words: str) -> bool:
    """Whether three or four letters are short for the organisation or post behind them: "ALM (Almere)".

    >>> _abbreviates("NOP", "gemeente Noordoostpolder"), _abbreviates("VRF", "veiligheidsregio Flevoland")
    (True, True)
    >>> _abbreviates("Ged", "gedeputeerde"), _abbreviates("JKL", "Almere"), _abbreviates("Aal", "Aalsmeer")
    (True, False, False)
    """
    letters, whole = short.lower(), _GOVERNMENT.sub("", words).lower()
    if not (3 <= len(short) <= 4 and short.isalpha() and whole.startswith(letters[0]) and letters != whole):
        return False
    if not short.isupper():
        return whole.startswith(letters) and whole in local_offices()
    at = iter(whole)
    return all(letter in at for letter in letters)


def _without_comma(piece: str, seats: Seats) -> tuple[str, str]:
    """A name and an office with nothing between them: "mw. Klein VNG"."""
    for gap in re.finditer(r"(?<=\w)\s+", piece):
        before, office = piece[: gap.start()], piece[gap.end() :]
        if not person_name(before) or DEGREES.fullmatch(f" {office}"):
            continue
        known = seats.concept(office) if _OPENS_OFFICE.match(office) else seats.organisation(office)
        if known is not None:
            return re.sub(r"\s+(?:van|namens)\Z", "", before), office
    return piece, ""


def are_names(text: str) -> bool:
    """Whether a text is a person's name, or a list of such names, if blanked out: "Hofman en Van der Velde", ","."""
    parts = [part.split() for part in re.split(r",|\s+en\s+", text) if part.strip()]
    return bool(parts or text) and all(
        len(part) <= 4 and part[-1][0].isupper() and not part[-1].isupper() for part in parts
    )
