"""The labels of attendance lists: "Aanwezig", "Met kennisgeving afwezig:", "Aan het overleg namen deel", "Verslag:"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from lrtgraph.dutch.redaction import BLANKED
from lrtgraph.layout.attendance.words import TITLES, only_names
from lrtgraph.layout.lines import PIPES, Line
from lrtgraph.resources import table

_NO_NAME = re.compile(r"d\.?d\.|(?!5\.[12]\.|10\.2\.?)\d|gereed\b|(?-i:van|VAN)\b", re.IGNORECASE)
_COPIES = frozenset(
    {"kopie aan", "afschrift", "afschrift aan", "cc", "verzendlijst"}
    | {"notulist", "verslaglegging", "verslaglegger", "secr."}
)
_TITLED = re.compile(r"(?:dhr|mevr|mw|de heer|mevrouw|de heren|de dames)\b", re.IGNORECASE)
_PARTED = re.compile(r"[,;/]|\s+en\s+")
_IN_BRACKETS = re.compile(r"\([^()]*\)?")
_NEXT_SENTENCE = re.compile(r"(?<=[^\W\d_]{4})(?<!prov)(?<!mevr)\.\s+(?=[A-Z])|(?<=\s)\.\s+(?=[A-Z])")
_BLANKED = re.compile(BLANKED)
_WORD = re.compile(r"(?P<word>\w+)\s*:\s*")
_ALIKE = str.maketrans({"l": "i", "1": "i", "j": "i", "q": "g", "9": "g", "0": "o", "5": "s", "c": "e", "2": "z"})
_LEAST_MISREAD = 7
"""Letters of a label that is known though one was misread."""
_MOST_WORDS = 7
"""Words of a name or an organisation in a list."""
_COUNTED = (
    r"\s+\w+\s+(?:\w*leden|personen|deelnemers)\b(?:\s+(?:der|van\s+(?:de|het))\s+\w+)?(?:,?\s+te\s+weten)?(?=\s*:)"
)
"""Who is on a list, between its label and a colon: "Aanwezig zijn acht leden der Kamer, te weten:"."""
_SITTINGS = tuple(
    f"{article} {noun}"
    for articles, nouns in (
        (("het", "dit"), ("overleg", "beraad", "gesprek", "gedeelte")),
        (
            ("de", "deze"),
            ("vergadering", "bijeenkomst", "zitting", "tafel", "regietafel", "sessie", "lrt", "hlrt", "prt"),
        ),
    )
    for article in articles
    for noun in nouns
)
_PARTIES = frozenset({"rijk", "gemeenten"})
_ORDER = ("present", "none", "absent", "replaced")
"""Of two labels in one ("Afwezig / afgemeld", "Genodigd en afwezig"), the later of these decides."""


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the beginning of a line or column: its form, and where what follows it begins."""

    form: str
    start: int
    rest: int


@cache
def labels() -> dict[str, str]:
    """Attendance labels in lower case and the status they give: present, absent, replaced, none (support, no seat)."""
    return {form: row["status"] for row in table("attendance.csv") for form in _spelled(row["form"])}


@cache
def _needs() -> dict[str, str]:
    """What must follow a label that is an everyday word: "sign" (a colon, a gap, nothing), or a "list" of names."""
    return {form: row["needs"] for row in table("attendance.csv") for form in _spelled(row["form"])}


def _spelled(form: str) -> Iterator[str]:
    """A form for each word that a meeting may be called by: "aan {overleg} namen deel"."""
    if "{overleg}" in form:
        yield from (form.replace("{overleg}", sitting) for sitting in _SITTINGS)
    else:
        yield form


def read_label(text: str, line: Line, start: int | None = None) -> Label | None:
    """The attendance label that a line (or the part of it from `start`) opens with."""
    begin = line.start if start is None else start
    if line.blank:
        return None
    match = label_pattern().match(text, begin, line.end)
    if match is None:
        return _misread(text, begin, line.end)
    form = deciding_form(match)
    alone = match.end() == line.end
    signed = bool(match["sign"]) or alone
    if not any(text[at].isupper() for at in (begin, match.start("form"))) and not (match["gap"] or signed):
        return None
    if labels()[form] == "none" and form not in _COPIES and not (match["sign"] or match["gap"]):
        return None
    if labels()[form] == "none" and _NO_NAME.match(text, match.end(), line.end):
        return None
    if _needs()[form] and not signed and not match["gap"]:
        return None
    if _needs()[form] == "list" and not _reads_as_list(text[match.end() : line.end], labels()[form]):
        return None
    return Label(form, begin, match.end())


def _misread(text: str, begin: int, end: int) -> Label | None:
    """A label with a colon of which letters were misread: "Aanwez1g:", "Aanweziq:"."""
    word = _WORD.match(text, begin, end)
    form = _plain_forms().get(word["word"].lower().translate(_ALIKE)) if word else None
    return Label(form, begin, word.end()) if word and form else None


@cache
def _plain_forms() -> dict[str, str]:
    """Longer labels of one word, spelled with one sign for letters that look alike."""
    words = (form for form, status in labels().items() if form.isalpha() and status != "none")
    return {form.translate(_ALIKE): form for form in words if len(form) >= _LEAST_MISREAD}


def _reads_as_list(rest: str, status: str) -> bool:
    """Names or organisations, parted: what stands behind "Wie:" or "Later:" where it labels a list, and no sentence.

    >>> _reads_as_list("Arnhem, Ede, COA, corporaties", "present"), _reads_as_list("het college en de raad", "present")
    (True, False)
    """
    names = _NEXT_SENTENCE.split(_IN_BRACKETS.sub("", rest), maxsplit=1)[0]
    parts = [part.split() for part in _PARTED.split(names.rstrip(" .,;"))]
    if _TITLED.match(rest) or (len(parts) > 1 and rest.startswith("(")):
        return True
    if not all(parts) or any(len(words) > _MOST_WORDS for words in parts):
        return False
    named = sum(any(map(_is_named, words)) for words in parts)
    if len(parts) > 1:
        return named * 2 >= len(parts) and len(parts) + (status == "absent") > 2
    lone = len(parts[0]) <= 2 and _is_named(parts[0][0])
    return lone and ("(" in rest or (status == "absent" and sum(char.isupper() for char in parts[0][0]) > 1))


def _is_named(word: str) -> bool:
    """A capital, or what stands where a name was blanked out: "Niet: 10.2.e (wethouder Tiel)"."""
    return word[0].isupper() or _BLANKED.match(word) is not None


def deciding_form(match: re.Match[str]) -> str:
    """The form of a label; of two joined by "en" or a slash, the one that says more."""
    forms = [" ".join(match[group].lower().split()) for group in ("form", "more") if match[group]]
    return max(forms, key=lambda form: _ORDER.index(labels()[form]))


@cache
def label_pattern() -> re.Pattern[str]:
    """A label, the remark in brackets behind it, its sign and the gap to what it labels."""
    # With the sittings as one part of it: to compile twenty for each form takes a tenth of a second.
    sittings = f"(?:{'|'.join(_SITTINGS)})".replace(" ", r"\s+")
    told = sorted({row["form"] for row in table("attendance.csv")}, key=len, reverse=True)
    forms = "|".join(map(re.escape, told)).replace("\\ ", r"\s+").replace(re.escape("{overleg}"), sittings)
    return re.compile(
        rf"(?:[*_#]{{1,3}}\s?)?(?:bij\s+(?:agenda)?punt\s+\d+\s*:?\s+)?(?P<form>{forms})(?!\w)(?:\s*(?:/|&|\ben\b)\s*(?P<more>{forms})(?!\w))?"
        rf"(?:\s*\((?:vz|vz\.|voorzitter|m\.?k\.?(?:a\.?)?|met kennisgeving"
        rf"|(?:bij|vanaf|tot|deels|online|digitaal|fysiek|via|tijdens|met|zonder)\b[^)]*|(?-i:[a-z])[^)]{{1,30}}(?=\)\s*[:;]))\))?"
        rf"(?:\s+(?:zijn|waren|is|was)\b)?(?:\s+de\s+volgende\s+(?:leden|personen|deelnemers)\b|\s+de\s+(?:raads)?leden(?=\s*:)|{_COUNTED})?"
        rf"(?P<sign>(?:[*_]{{1,3}})?\s*[:;](?:[*_]{{1,3}})?)?(?P<gap>\s{{2,}}|\t|\s*[|¦])?\s*(?=\S|\Z)",
        re.IGNORECASE,
    )


def tells_seat(text: str, label: Label, line: Line) -> bool:
    """Whether a label says as well what the names behind it sit for: "Rijk: Vos en Vis", "Wethouders: mw. Bos"."""
    names = text[label.rest : line.end]
    if label.form.endswith("wethouders"):
        return "(" not in names and only_names(TITLES.sub("", names).strip(" ."))
    return label.form in _PARTIES and only_names(names)


def is_letterhead_label(text: str, line: Line) -> bool:
    """The line opens with a label of the letterhead, such as "Datum" or "Locatie:"."""
    return not line.blank and _letterhead("label").match(text, line.start, line.end) is not None


def names_sender(text: str, line: Line) -> bool:
    """The line opens with a word for who sends a paper, "Afdeling" or "Steller:"; over a list it may be a seat."""
    return not line.blank and _letterhead("sender").match(text, line.start, line.end) is not None


@cache
def _letterhead(role: str) -> re.Pattern[str]:
    forms = [row["form"] for row in table("letterhead.csv") if row["role"] == role]
    joined = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
    plain = r"(?<=datum)\s|(?<=locatie)\s|(?<=plaats)\s(?=[A-Z])|(?<=tijd)\s(?=\d)"
    return re.compile(rf"(?:{joined})\s*(?::|[{PIPES}]|\s{{2,}}|\t|\Z|(?=\d)|{plain})", re.IGNORECASE)
