"""Where one entry of a list in running text ends and the next begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from lrtgraph.dutch.redaction import BLANKED
from lrtgraph.dutch.surnames import PARTICLE, given_names
from lrtgraph.extraction.local_offices import portfolio_words
from lrtgraph.extraction.offices_of_state import fields
from lrtgraph.extraction.participants.entries import BEFORE_PERSON, GLUED
from lrtgraph.extraction.participants.naming import ADDRESS, AWAY, LOCAL_OFFICE, NOTICE, PERSON, SUPPORT, TITLE
from lrtgraph.extraction.participants.replacing import REPLACED, REPLACES
from lrtgraph.extraction.seats import Seats

_CUT = re.compile(
    rf"[,;]|(?<=\))\.\s+(?=[A-Z])|\.\s+(?=(?:(?:Van\s+)?(?:[Dd]e\s+heer|[Mm]evrouw|[Mm]evr|[Dd]hr|[Mm]w|[Bb]urgemeester|[Ww]ethouder|[Gg]edeputeerde)|(?:Het|Dit)\s+verslag|Verslag|Notulist)\b)|(?<=\))\s+(?=[A-Z(\[█]|5\.1|{ADDRESS})|\s(?=(?:dhr|mw|mevr)\.\s)"
    r"|(?<=[A-Z][A-Z])\.\s+(?=[A-Z])|\s+(?=(?:[Nn]amens|[Vv]oor|[Vv]anuit)\s+(?:(?:de|het)\s+)?[\w&-]+(?:\s[A-Z][\w&-]+){0,3}:\s)"
    r"|(?<=\smk)\s+(?=(?:[Dd]hr|[Mm]w|[Mm]evr)\b)|(?<=[a-z]{3})(?<!dhr)(?<!evr)(?<!drs)(?<!rof)(?<!rov)(?<!gem)\.\s+(?=(?:Het|De)\s+[A-Z])"
)
_JOINED = re.compile(
    rf"\s+(?:en|&)\s+(?=(?:{ADDRESS}|hr|heer|(?:de\s+)?(?:dames|heren))\b|(?:de\s+)?{LOCAL_OFFICE}s?\s+(?:(?-i:[A-Z])|{ADDRESS}\b))|\s*/\s*(?=(?:dhr|mw|mevr)\b)|(?<=\))\s*/\s*(?=\S)"
    rf"|,?\s+(?:en\s+)?(?:alsmede|evenals|ook|voorts|verder|tevens|daarnaast)\s+(?=(?:{ADDRESS}|hr|heer|de\s+dames|dames|heren|de\s+heren)\b|(?:de\s+)?{LOCAL_OFFICE}s?\s+(?-i:[A-Z]))"
    r"|\s+en\s+(?=namens\b)|\s+\+\s*(?=\()|(?<=\))\s*[+&]\s*|(?<=\))\s+[-–]\s+(?=[^-–,;()]+\()|(?<=\))\s+en\s+|(?<=\))\s+met\s+(?=\()"
    rf"|\s+(?:en|&|/)\s+(?={BLANKED})"
    rf"|(?:,|,?\s+en)\s+door\s+(?=(?:de\s+)?{LOCAL_OFFICE}s?\b)"
    r"|\.\s+aan\s+tafel\s+(?:zitten|zaten)(?:\s+verder)?\s*:?\s+"
    r"|\s+(?:waren|zijn|kwamen)\s+(?:bijeen(?:gekomen)?|samen|aanwezig|verenigd)\s*:?\s+",
    re.I,
)
ORG_FIRST = re.compile(
    r"(?:(?:[Nn]amens|[Vv]oor|[Vv]anuit)\s+)?(?:[Dd]e\s+|[Hh]et\s+)?"
    r"(?P<office>(?:(?:ministerie\s+van\s+|gemeente\s+|provincie\s+)?(?!Namens\s)[A-Z][\w&'’/ -]{1,60}?"
    r"|gemeenten?|provincies?|(?<=Namens\sde\s)[a-z][\w ]{2,40}?(?=:)|(?<=Namens\shet\s)[a-z][\w ]{2,40}?(?=:)))"
    rf"(?:\s*\((?i:voorzitter|vz)\.?\)(?=\s*:))?(?:\s*:\s+|\s+[-–—]\s+(?=(?i:{TITLE})))"
)
ON_BEHALF = re.compile(
    r"[Nn]amens\s+(?:[Dd]e\s+|[Hh]et\s+)?(?P<office>(?:ministeries?|gemeenten?|provincies?|[A-Z])[\w&'’ -]{1,60}?)"
    rf"\s+(?=(?i:{TITLE})|{BLANKED})"
)
ACRONYM_FIRST = re.compile(rf"(?P<office>[A-Z][\w&]*[A-Z][\w&]*(?:['’]s)?)\s+(?=(?i:{TITLE})\s+[A-Z'v\[])")
"""An organisation and a person behind it without a sign: "VNG dhr. Bos, mw. Kok"."""
SEAT_FIRST = re.compile(
    rf"(?!(?i:{TITLE})\s)(?P<office>[\w&'’-]+(?:\s[A-Z][\w&'’-]*){{0,3}}(?:\s*\([^()]*\))?)\s+(?=(?i:{TITLE})\s+[A-Z'v\[])"
)
"""Any seat and a person behind it without a sign: "Haarlem mw. Bos", "corporaties (Actium) dhr. Kok"."""
_AND = re.compile(r"\s+(?:en|&)\s+(?=(?P<next>[A-Z]\w+)\s*(?:[,;.(]|\Z))")
_AND_HELD = re.compile(
    r"\s(?:van|uit)\s+(?P<town>['’A-Z][\w'’-]+)\s+en\s+(?=(?:(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Tt]en|[Tt]er)\s+)*[A-Z][\w-]+\s+(?:van|uit)\s+(?P<next>['’A-Z][\w'’-]+))"
)
"""Two who hold an office, each with his town: "Bos van Ede en Van der Kok van Tiel"."""
_AND_OFFICE = re.compile(
    r"\s(?:van|voor)\s[^,;:()]*?(?P<and>\s+en\s+)"
    r"(?=(?:de|het)\s+(?:\w*voorzitter|\w*directeur|minister|staatssecretaris|burgemeester|commissaris(?:sen)?|vertegenwoordigers?)\s+(?:van|voor)\s)"
)
"""Two offices, each with its organisation: "de voorzitter van het COA en de directeur van Aedes"."""
_OFFICES = r"(?:burgemeesters|wethouders|gedeputeerden|heemraden|(?:raads|staten|commissie|bestuurs)?leden)"
HOLDERS = re.compile(rf"(?:en\s+)?(?:de\s+)?(?P<title>{_OFFICES}):?\s+(?=[A-Z'])")
"""The office of several: "de burgemeesters Bos van Ede, Kok van Tiel", "de leden Prins en Kok"."""
CALLED = re.compile(r"(?<=[A-Z]\.)\s*\([A-ZÀ-Þ][a-zà-ÿ][\w-]*\)(?=\s+\S|\Z)")
"""A given name in brackets behind the initials: "J. (Jan) Bos"."""
_EXPECTS = re.compile(
    r"(?:\b(?:door|vervangt|van|voor|namens|i\.?p\.?v\.?|vervanger|heer|heren)|\s[-–—]|:)\Z", re.IGNORECASE
)
_NOTE = re.compile(
    r"[(\[](?:m\.?k\.?|met\s+kennisgeving|afwezig|afgemeld|verhinderd|vz|voorzitter|online|digitaal|vanaf|tot|t/m|bij|deels|tijdens"
    r"|gedeeltelijk|via|(?:agenda)?punt|alleen|later)\b|(?:wegens|vanwege|i\.?v\.?m\.?|in\s+verband\s+met)(?!\w)",
    re.IGNORECASE,
)
_AWAY = re.compile(rf"(?:is\s+)?(?:{AWAY}|{NOTICE})(?:\s+(?:afwezig|verhinderd|{NOTICE}))?\s*(?:[,;.]|\Z)")
"""Behind a seat, that it was empty: "mw. Bos (VB), afwezig"."""
_RUN_ON = re.compile(rf"\)\s*,\s*{TITLE}", re.IGNORECASE)
_BRACKETED = re.compile(r"\([^()]*\)?")
_GUEST = re.compile(rf"(?<=[a-zà-ÿ]),\s+en\s+(?={ADDRESS}\s)", re.IGNORECASE)
"""Behind a list of bare names, who was there beside them: "Bos, Kok en Vos, en de heer Vis, minister"."""
_SPOKEN_OF = re.compile(r"(?:[Dd]e\s+heer|[Mm]evrouw)\s+(?=[A-ZÀ-Þ'’]|(?:van|de|ter|ten)\s)")
_ADDRESSED = re.compile(rf"\s+(?={ADDRESS}\b)", re.IGNORECASE)
_OF_TOWNS = re.compile(
    r"(?<!\w)(?:de\s+)?(?:gemeenten|wethouders|burgemeesters)\s+(?:(?:van|uit)\s+)?(?=['’A-Z])", re.I
)
"""Before towns of which each has a seat: "de gemeenten Arnhem, Ede en Tiel"."""
_TOWN = re.compile(r"\s*(?P<name>['’A-Z][^,;()]*?)(?:\s*\([^()]*\))?(?P<gap>\s*,\s*(?:en\s+)?|\s+en\s+|\s*[;.]|\s*\Z)")


_NAME = (
    r"(?:(?:drs|ir|mr|dr|ing|prof)\.\s*)*(?:[A-Z]\.\s?)*"
    r"(?:(?:[Vv]an|[Dd]e|[Dd]en|[Dd]er|[Tt]en|[Tt]er|[Ii]n|[Oo]p|['’]t)\s+)*(?P<name>[A-ZÀ-Þ][\w'’-]*[\w'’])"
)
_PLURAL = re.compile(rf"(?<!\w)(?:de\s+)?(?:heren|dames|{_OFFICES}:?)\s+(?={_NAME})", re.IGNORECASE)
ONE_NAME = re.compile(rf"{_NAME}(?:\s+[A-ZÀ-Þ][\w'’-]+)*")
_ONE_OF = re.compile(rf"{ONE_NAME.pattern}(?:\s*\([^()]*\))?")
_NEXT = re.compile(rf"(?:\s*,\s*(?:en\s+)?|\s+(?:en|&)\s+)(?={_NAME})")
"""Those whom a title in the plural goes before, and what stands between them: "de heren Bos, Kok en Vos"."""

_WHOLE = re.compile(rf"(?=[^,;()]*[a-zà-ÿ]){_NAME}(?:\s+(?:(?:{PARTICLE}|in|op|la)\s+)*[A-ZÀ-Þ][\w'’-]+)*")
"""A name as a list without titles has it: "Bos", "Anna van der Kolk"."""
_SURNAME = re.compile(rf"(?:(?i:{PARTICLE})\s+)*[A-ZÀ-Þ][\w'’-]+")
_LAST_TWO = re.compile(r"\s+(?:en|&)\s+")
_OF_SUPPORT = re.compile(rf"\s*\((?=[^()]*{SUPPORT.pattern})[^()]*\)\Z", re.IGNORECASE)
"""Behind the last of a list, that he only wrote it: "Bos, Kok en Vos (notulist)"."""
_ROLL = 3
"""Organisations that make a roll; two may be a person's office and where he holds it."""


def pieces(text: str, seats: Seats) -> Iterator[tuple[int, int]]:
    """Stretches between commas, semicolons and closed brackets, outside brackets."""
    if GLUED.fullmatch(text):
        yield 0, len(text)
        return
    depth, at, index = 0, 0, 0
    enumerated = tuple(fields(text))
    signs = _BRACKETED.sub("", text).count(";")
    parted = signs >= 2 and not ORG_FIRST.match(text) and signs >= len(PERSON.findall(text)) - 2
    parted = parted and not _RUN_ON.search(text) and not any(_is_roll(part, seats) for part in text.split(";"))
    cuts = {match.start(): match.end() for match in (re.compile(";") if parted else _CUT).finditer(text)}
    cuts |= {match.start(): match.end() for match in _JOINED.finditer(text)}
    both = {match.start(): match for match in _AND.finditer(text) if seats.organisation(match["next"])}
    for match in _AND_HELD.finditer(text):
        held = HOLDERS.search(text, 0, match.start())
        if held and seats.is_place(match["town"]) and seats.is_place(match["next"]):
            cuts[match.end("town")] = match.end()
    cuts |= {match.start("and"): match.end("and") for match in _AND_OFFICE.finditer(text)}
    guest = _GUEST.search(text)
    bare = text[: guest.start()] if guest else text
    cuts |= dict(_between_names(text, seats)) | dict(between_last(bare, seats)) | dict(_between_addressed(text))
    towns = dict(_between_towns(text, seats)) if signs or _OF_TOWNS.search(text) else {}
    while index < len(text):
        char = text[index]
        depth = 1 if char == "(" else 0 if char == ")" else depth
        if depth == 0 and index in both and seats.organisation(_BRACKETED.sub("", text[at:index]).strip()):
            cuts[index] = both[index].end()  # "COA en VB"
        if index in towns:
            yield at, index
            at = cuts[index] = towns[index]
        elif any(start < index < end for start, end in enumerated):
            pass  # "staatssecretaris Jeugd, Welzijn en Sport"
        elif depth == 0 and at <= index and index in cuts and not _goes_on(text, at, index, cuts[index], seats):
            yield at, index
            at = cuts[index]
        index += 1
    yield at, len(text)


def one_of(title: str) -> str:
    """The office of each of those who hold it.

    >>> [one_of(title) for title in ("burgemeesters", "gedeputeerden", "heemraden", "raadsleden")]
    ['burgemeester', 'gedeputeerde', 'heemraad', 'raadslid']
    """
    return title.removesuffix("eden") + "id" if title.endswith("leden") else title.replace("raden", "raads")[:-1]


def _is_roll(text: str, seats: Seats) -> bool:
    """Organisations and nothing else, parted by commas: "COA, corporaties, Nidos"."""
    parts = [part.strip(" .") for part in text.split(",")]
    return len(parts) >= _ROLL and all(seats.concept(part) is not None for part in parts)


def _between_names(text: str, seats: Seats) -> Iterator[tuple[int, int]]:
    """What stands between the names behind a title in the plural: "de heren Bos, Kok en Vos", but not between towns."""
    for title in _PLURAL.finditer(text):
        at = title.end()
        while (one := _ONE_OF.match(text, at)) and not _is_town(one, seats):
            if (sign := _NEXT.match(text, one.end())) is None:
                break
            yield sign.span()
            at = sign.end()


def _between_addressed(text: str) -> Iterator[tuple[int, int]]:
    """The gaps in a list that lost its commas or the ends of its lines: "de heer J. Bos mevrouw K. de Wit (VVD)".

    >>> list(_between_addressed("de heer J. Bos mevrouw K. de Wit de heer Tas"))
    [(14, 15), (32, 33)]
    """
    for one, other in pairwise(_SPOKEN_OF.finditer(text)):
        between = text[one.end() : other.start()].rstrip()
        if _ONE_OF.fullmatch(between):
            yield one.end() + len(between), other.start()


def between_last(text: str, seats: Seats, *, listed: bool = True) -> Iterator[tuple[int, int]]:
    """The "en" before the last of a list of bare names: "Bos, Kok en Vos", "Anna Bos en Jan de Kok", "Vos en Vis".

    Two surnames alone in a cell that is not `listed`, but one person's, may be one: "Bos en Lommer". Two words behind
    names in full are an office, as are those of a field of policy: "Anna Bos, Zorg en Welzijn".
    """
    behind = match.end() if (match := ORG_FIRST.match(text)) else 0
    *others, last = re.split(r"\s*[,;]\s*", text[behind:].strip(" .,;"))
    others = [_BRACKETED.sub("", one).strip() for one in others]
    last = _OF_SUPPORT.sub("", last)
    pair = _LAST_TWO.split(last)
    if len(pair) != 2 or not all(map(_WHOLE.fullmatch, (*others, *pair))):
        return
    full = [" " in name for name in (*others, *pair)]
    alike = all(full) or not all(full[:-2])
    surely = bool(others) or all(name.split()[0] in given_names() for name in pair)
    surnames = listed and not others and all(map(_SURNAME.fullmatch, pair))
    known = any(map(_is_office, pair)) or any(map(seats.concept, (last, *pair)))
    if ((alike and surely) or surnames) and not known:
        sign = next(_LAST_TWO.finditer(text, text.rindex(last)))
        yield sign.span()


def _is_office(words: str) -> bool:
    return any(re.fullmatch(portfolio_words(), word, re.IGNORECASE) for word in words.split())


def _is_town(one: re.Match[str], seats: Seats) -> bool:
    """Whether a name is a town's, whose "van" is in small letters: "de burgemeesters van Kessel", but "Van Kessel"."""
    whole = one[0][0].isupper() and one.start() < one.start("name")
    return seats.is_place(one[0] if whole else one["name"])


def _between_towns(text: str, seats: Seats) -> Iterator[tuple[int, int]]:
    """The words before and between towns that have a seat each: "de gemeenten Arnhem, Ede en Tiel", "Goes, Ede;"."""
    opened = [(match.start(), match.end()) for match in _OF_TOWNS.finditer(text)]
    opened += [(match.end(), match.end()) for match in re.finditer(r"\A|;", text)]
    for start, first in opened:
        at = first
        gaps = [(start, first)] if start < first else []
        alone = len(gaps)
        while (town := _TOWN.match(text, at)) and seats.is_place(town["name"]):
            gaps.append(town.span("gap"))
            at = town.end()
            if town["gap"].strip() not in ("en", ",", ", en"):
                break
        if len(gaps) - alone > 1:
            yield from gaps[:-1]


def _addressed(text: str) -> bool:
    """Whether a text opens with what somebody is, and then with how he is spoken of: "de adviseur de heer Smits"."""
    address = _ADDRESSED.search(text)
    return address is not None and BEFORE_PERSON.search(text[: address.start()]) is not None


def _goes_on(text: str, at: int, cut: int, start: int, seats: Seats) -> bool:
    """What follows a comma or a space belongs to the seat before it: "…, vervangen door mw. B"."""
    ahead = text[start : start + 60].lstrip()
    if ORG_FIRST.match(ahead) or ON_BEHALF.match(ahead):
        return False
    if text[cut].isspace() and (called := list(CALLED.finditer(text, at, cut))) and called[-1].end() == cut:
        return True
    inside = ahead.lstrip("(")
    if text[cut] != ";" and not PERSON.match(text[at:cut].strip()) and BEFORE_PERSON.search(text[at:cut]):
        return True
    if text[cut].isspace() and not PERSON.search(text[at:cut]) and ON_BEHALF.match(text[at : start + 8].strip()):
        return True
    if _AWAY.match(ahead):
        return True
    blanked = PERSON.fullmatch(text[at:cut].strip()) and PERSON.match(ahead)  # "de heer … en mevrouw …"
    if (_EXPECTS.search(text, max(0, cut - 30), cut) and not blanked) or _NOTE.match(ahead):
        return True
    if text[cut] == "," and PERSON.match(text[at:cut].strip()) and "(" not in text[at:cut] and ahead[:1].islower():
        own = (
            PERSON.match(ahead)
            or SUPPORT.match(ahead)
            or _addressed(ahead)
            or seats.titled_person(re.split(r"[,;(]", text[start:], maxsplit=1)[0].strip())
        )
        return not own and not ahead.startswith("en ")
    return bool(
        REPLACED.match(inside) or REPLACES.match(inside) or re.match(r"(?:namens|wnd|plv|vz|voorzitter)\b", ahead)
    )
