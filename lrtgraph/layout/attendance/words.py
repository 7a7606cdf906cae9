"""Words of attendance lists: titles, offices and what blanks out a name; and the cells of a line."""

from __future__ import annotations

import re

from lrtgraph.dutch.surnames import PARTICLE, TITLE
from lrtgraph.layout.lines import PIPES, Span

PERSON = re.compile(rf"[-•*·]?\s*{TITLE}", re.IGNORECASE)
REDACTED = re.compile(
    r"\[[^\]]*\]|<[^>]*>|\((?:naam|gelakt|weggelakt|geanonimiseerd)\b[^)]*\)|5\.1\.2|10\.2\.?e|X{2,}|█+|_{3,}|\.{3,}",
    re.IGNORECASE,
)
TITLES = re.compile(rf"\b{TITLE}(?:\s+{TITLE})*", re.IGNORECASE)
INITIALED = re.compile(rf"(?:[A-ZÀ-Þ][a-z]?\.[\s-]?)+(?:\([A-Z][\w-]+\)\s)?(?:{PARTICLE}\s+)*[A-ZÀ-Þ][\w'’-]+")
"""A name behind initials: "J.H. ter Horst"."""
OFFICE = re.compile(
    r"(?:burgemeester|wethouder|gedeputeerde|gemeente|provincie|ministerie|veiligheidsregio|commissaris|cdk|minister"
    r"|staatssecretaris|(?:regio)?directeur|directeur-generaal|plv|wnd|voorzitter|lid)\b",
    re.IGNORECASE,
)
ACRONYM = re.compile(r"(?!IJ[a-z])\w*[A-Z]\w*[A-Z]")
_NAMES = re.compile(rf"(?:[A-ZÀ-Þ][\w'’.-]*|{PARTICLE}|en|[,&/+-]|\([^)]*\))(?:\s+|(?=,)|\Z)")
_ROLE = re.compile(r"\s*\((?:vz|voorzitter|plv|digitaal|online|vanaf|tot|deels|m\.?k\.?)\b[^)]*\)", re.IGNORECASE)
_ROLL_OF_ONE = re.compile(r"[A-Z][\w&'’ -]{1,40}:\s+(?P<names>\S.*)")
_GAP = re.compile(rf"\s{{2,}}|\t+|\s*[{PIPES}]\s*")
_BETWEEN = re.compile(r",(?:\s*,)*")
MARK = re.compile(r"[-–•*·▪○o»e]\s+(?=\S)|[•▪·●]\s*|\d{1,2}[.)]\s+(?=\S)")

Body = tuple[int, int, int]
"""Where a line's text begins and ends, and the column that it begins at."""


def split_cells(text: str, start: int, end: int) -> list[Span]:
    """The cells of a line that wide gaps, tabs or pipes part."""
    cells: list[Span] = []
    at = start
    for gap in _GAP.finditer(text, start, end):
        inside = text.count("(", at, gap.start()) > text.count(")", at, gap.start())
        if gap.start() > at and text[gap.start() - 1] not in ",;" and not inside:
            cells.append((at, gap.start()))
            at = gap.end()
    if at < end:
        cells.append((at, end))
    return cells


def only_names(cell: str) -> bool:
    """Nothing but capitalised words, particles, commas and brackets."""
    at = 0
    while match := _NAMES.match(cell, at):
        at = match.end()
    return at == len(cell) and at > 0


def is_roll_of_one(body: str) -> bool:
    """An organisation with its people: "Coalitie Noord: Bos, Ter Velde (vz)"."""
    rolled = _ROLL_OF_ONE.match(body)
    return rolled is not None and only_names(rolled["names"].rstrip(" ."))


def is_person(text: str, span: Span) -> bool:
    """A titled person, or what stands in place of names that are blanked out, if only the comma between them."""
    return bool(PERSON.match(text, span[0]) or REDACTED.match(text, *span) or _BETWEEN.fullmatch(text, *span))


def unmarked(text: str, start: int, end: int) -> Span:
    """The span without the mark of a list that it begins with."""
    match = MARK.match(text, start, end)
    return (match.end(), end) if match else (start, end)


def lone_person(text: str, start: int, end: int) -> bool:
    """Whether a span begins with a titled person and, his role in brackets apart, shows no sign of more."""
    body = _ROLE.sub("", text[start:end])
    return bool(PERSON.match(body)) and not any(sign in body for sign in "(,;:")
