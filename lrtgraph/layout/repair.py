"""Mending what scanning and conversion did to characters, with every character's raw offset kept.

Only what is sure is mended: digits among digits, names and words that the lexicon knows when one letter is read
differently, clitics behind a stray space, ligatures, soft hyphens. Everything else stays as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import product
from unicodedata import normalize

from lrtgraph.dutch.dates import months
from lrtgraph.layout.lexicon import Lexicon
from lrtgraph.value import value

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "ĳ": "ij", "Ĳ": "IJ"}
_GONE = re.compile(r"[\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00-\x08\x0e-\x1b\x7f]")
_PLAIN_QUOTES = {"’": "'", "‘": "'", "´": "'", "`": "'", "ʼ": "'", "‛": "'", "“": '"', "”": '"', "„": '"'}
_HYPHENS = dict.fromkeys("‐‑", "-")
PLAIN = str.maketrans(_PLAIN_QUOTES | _HYPHENS)
"""Quotes and hyphens as a person types them."""
_TYPESET = re.compile(f"[{''.join(_PLAIN_QUOTES | _HYPHENS)}]")
_MARK = re.compile("[\u0300-\u036f]")  # an accent behind its letter
_ODD = re.compile(rf"[{''.join(_LIGATURES)}]|{_GONE.pattern}|[^\S ]|  |[\ud800-\udfff]|{_MARK.pattern}")
"""Characters that do not stand for themselves."""

_ALIKE: dict[str, str] = {
    "0": "Oo", "1": "Il", "l": "I1", "I": "l", "|": "Il", "5": "S", "8": "B", "é": "ë", "O": "0", "ó": "ö", "í": "ï",
}  # fmt: skip
_TOKEN = re.compile(r"[\w|]+(?:-[\w|]+)*")
_RN = re.compile("rn")
_WITH_RN = re.compile(r"\b\w*rn\w*")
_SUSPECT = re.compile(r"[0158|lIéóí]")
_LETTER = re.compile(r"[^\W\d_]")
_LONGEST_WORD = 60
_SHORT_NAME = 6
_MOST_SUSPECTS = 4

_DIGIT = re.compile(r"\d")
_MIXED = re.compile(r"\d[.,]*[OolI|]|[OolI|][.,]*\d")
_NUMBER = re.compile(r"(?<![\w])[\dOolI|][\dOolI|.,]*(?=%|\b)")
_VALID_NUMBER = re.compile(r"(?:(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?|[012]?\d\.[0-5]\d)[.,]?\Z")
_TO_DIGITS = str.maketrans("OolI|", "00111")
_HALF_YEAR = re.compile(r"(?<=\b20\d\d-)(?:I1|1I|Il|lI|1l|l1|ll)\b")
_MISREAD_BEFORE = re.compile(r"[vV](?<!\w.)(?!óó|oo)([oóòöéèëb06]{2})r(?= \d)")
# A pattern that begins with a character, and looks back behind it, is searched many times as fast.
_SPLIT_NAME = re.compile(r"([A-Z](?<![\w.&/-].)[A-Za-z0]?) (?=([A-Z0][A-Za-z0-9]*)\b)")
_STRAY_CLITIC = re.compile(
    r"(?<=[A-Za-zÀ-ÿ])(?: ['\"]|\"| ')s(?![\w-])(?! (?:avonds|morgens|middags|nachts|ochtends|lands|werelds)\b)"
)
_BARE_CLITIC = re.compile(r" s(?=[ ,.;:)])(?:(?<=[A-Z] s)|(?<=[a-z][aiouy] s))")
_STRAY_SPACE = re.compile(r" (?:(?<=[\w)%\"'] )(?=[.,;:?!)](?:\s|\Z))|(?<=\( )(?=\w))")
_LONE_ONE = re.compile(r"[lI|](?<![\w'].)(?=[ ](\w+)|&[A-Z])")
_ORDINAL = re.compile(r"\d+(?:e|de|ste)")
"""A number that orders: "1e helft" is no word that was scanned badly."""
_CODE = re.compile(r"[ABT]\d{1,3}")
"""The number of an action, a decision or a commitment: "A1" is no acronym that was scanned badly."""
_HUMP = re.compile(r"[^\W\d_A-ZÀ-Þ][A-ZÀ-Þ]")
_DIAERESIS = re.compile(r"(?<=[eiou])é(?=[a-z])(?<!ééé)")


@value
class Clean:
    """Cleaned text with the raw offset of each of its characters."""

    text: str
    offsets: tuple[int, ...]

    def __add__(self, other: Clean) -> Clean:
        return Clean(self.text + other.text, self.offsets + other.offsets)

    def edit(self, edits: Iterable[tuple[int, int, str]]) -> Clean:
        """Replace spans (in order, without overlap) by other text; each new character lies on one of the old."""
        pieces: list[str] = []
        offsets: list[int] = []
        at = 0
        for start, end, new in edits:
            if start < at:
                continue
            pieces += (self.text[at:start], new)
            offsets += self.offsets[at:start]
            offsets += (self.offsets[min(start + i, end - 1)] for i in range(len(new)))
            at = end
        if not at:
            return self
        pieces.append(self.text[at:])
        offsets += self.offsets[at:]
        return Clean("".join(pieces), tuple(offsets))


def characters(text: str, start: int, end: int) -> Clean:
    """A stretch of raw text with its characters made plain: no ligatures, soft hyphens or odd quotes, single spaces.

    An accent that is a character of its own becomes one with its letter.

    >>> characters("de ﬂex\\xadwoning´s", 0, 15).text
    "de flexwoning's"
    """
    piece = text[start:end]
    bare = piece.isascii() and piece.isprintable() and "  " not in piece
    if bare or not _ODD.search(piece):
        return Clean(piece.translate(PLAIN) if _TYPESET.search(piece) else piece, tuple(range(start, end)))
    chars: list[str] = []
    offsets: list[int] = []
    for offset, char in enumerate(piece, start):
        if _GONE.match(char):
            continue
        if char.isspace():
            if chars and chars[-1] == " ":
                continue
            char = " "
        elif char in _LIGATURES:
            char = _LIGATURES[char]
        elif "\ud800" <= char <= "\udfff":
            char = "\ufffd"
        elif chars and _MARK.match(char) and len(whole := normalize("NFC", chars[-1] + char)) == 1:
            chars[-1] = whole
            continue
        chars.extend(char)
        offsets.extend([offset] * len(char))
    return Clean("".join(chars).translate(PLAIN), tuple(offsets))


def mend(clean: Clean, lexicon: Lexicon) -> Clean:
    """Mend the words and numbers of a cleaned text.

    >>> lexicon = Lexicon.of(["stemt"], ["VNG", "COA", "IPO"])
    >>> text = 'V NG en C0A: op l4 mei 2O24 3.4OO plekken; lPO en de VNG \\'s'
    >>> mend(Clean(text, tuple(range(len(text)))), lexicon).text
    "VNG en COA: op 14 mei 2024 3.400 plekken; IPO en de VNG's"
    >>> text = "orn l4.OO uur rnet de gerneenten en rnw. Hoornaert van Hoorn"
    >>> mend(Clean(text, tuple(range(len(text)))), lexicon).text
    'om 14.00 uur met de gemeenten en mw. Hoornaert van Hoorn'
    >>> mend(Clean("v66r 1 mei, vóór 2 mei", tuple(range(22))), lexicon).text
    'vóór 1 mei, vóór 2 mei'
    """
    for step in _STEPS:
        edits = list(step(clean.text, lexicon))
        if edits:
            clean = clean.edit(edits)
    return clean


Edit = tuple[int, int, str]
Step = Callable[[str, Lexicon], Iterator[Edit]]


def _split_names(text: str, lexicon: Lexicon) -> Iterator[Edit]:
    """ "V NG" is VNG when VNG is a name and the pieces are not words."""
    for match in _SPLIT_NAME.finditer(text):
        joined = match[1] + match[2]
        if lexicon.is_name(match[1]) and lexicon.is_name(match[2]):
            continue
        if lexicon.is_name(joined) or any(lexicon.is_name(other) for other in _readings(joined)):
            yield match.end(1), match.end(1) + 1, ""


def _half_years(text: str, lexicon: Lexicon) -> Iterator[Edit]:
    """The second half-year is written 2023-II."""
    for match in _HALF_YEAR.finditer(text) if "-" in text else ():
        yield match.start(), match.end(), "II"


def _before(text: str, lexicon: Lexicon) -> Iterator[Edit]:
    """ "v66r 1 oktober" is "vóór 1 oktober"."""
    return ((match.start(1), match.end(1), "óó") for match in _MISREAD_BEFORE.finditer(text))


def _numbers(text: str, lexicon: Lexicon) -> Iterator[Edit]:
    """Letters among digits are digits."""
    for match in _NUMBER.finditer(text) if _DIGIT.search(text) and _MIXED.search(text) else ():
        token = match[0]
        digits = token.translate(_TO_DIGITS)
        if digits == token or not any(char.isdigit() for char in token):
            continue
        if token.strip(".,") in ("I1", "1I", "Il", "lI") or lexicon.is_name(token):
            continue
        if _VALID_NUMBER.match(digits):
            yield match.start(), match.end(), digits


def _parted_m(text: str, lexicon: Lexicon) -> Iterator[Edit]:
    """ "rnet" is "met" where the one is no word and the other is; names stay, for many have an "rn" of their own."""
    for match in _WITH_RN.finditer(text) if "rn" in text else ():
        token = match[0]
        joined = token.replace("rn", "m")
        if lexicon.known(token) or (token[0].isupper() and not (len(token) > _SHORT_NAME and lexicon.known(joined))):
            continue
        if joined in months() or lexicon.compound(joined) or _known_reading(joined, lexicon) is not None:
            yield from ((found.start(), found.end(), "m") for found in _RN.finditer(text, *match.span()))


def _words(text: str, lexicon: Lexicon) -> Iterator[Edit]:
    """A word that is none becomes the known word or name that scanning would confuse it with."""
    at = 0
    for piece in text.split(" "):
        for start, end, new in _mended_tokens(piece, lexicon):
            yield at + start, at + end, new
        at += len(piece) + 1


@lru_cache(maxsize=65536)
def _mended_tokens(piece: str, lexicon: Lexicon) -> tuple[Edit, ...]:
    """What is to change in the tokens of what stands between two spaces."""
    return tuple(
        (match.start() + start, match.start() + end, new)
        for match in _TOKEN.finditer(piece)
        for start, end, new in _mended(match[0], lexicon)
    )


def _mended(token: str, lexicon: Lexicon) -> tuple[Edit, ...]:
    """What is to change in one token."""
    if not 2 <= len(token) <= _LONGEST_WORD or not _SUSPECT.search(token) or token.isdigit() or lexicon.known(token):
        return ()
    if any(form.fullmatch(token) for form in (_CODE, _ORDINAL)) or (len(token) == 2 and not _DIGIT.search(token)):
        return ()
    if (new := _known_reading(token, lexicon)) is not None:
        return ((0, len(token), new),)
    return tuple((*match.span(), "ë") for match in _DIAERESIS.finditer(token))


def _known_reading(token: str, lexicon: Lexicon) -> str | None:
    """The one known reading of a token, names first; a part of a hyphenated word is mended by itself."""
    parts = token.split("-")
    if len(parts) > 1:
        read = [
            part if len(part) < 2 or not _LETTER.search(part) or lexicon.known(part) else _known_reading(part, lexicon)
            for part in parts
        ]
        return "-".join(part or old for part, old in zip(read, parts, strict=True)) if any(
            part and part != old for part, old in zip(read, parts, strict=True)
        ) else None  # fmt: skip
    readings = [reading for reading in _readings(token) if reading != token]
    mixed = any(char.isdigit() or char == "|" for char in token) and any(char.isalpha() for char in token)
    if names := [reading for reading in readings if lexicon.is_name(reading) and _shaped(token, reading)]:
        return names[0]
    readings = [reading for reading in readings if _plausible(reading)]
    accept = lexicon.compound if mixed or token[0] == "l" else lexicon.known
    return next((reading for reading in readings if accept(reading)), None)


def _shaped(token: str, reading: str) -> bool:
    """An acronym is read into a token only where its other letters are capitals already ("lPO", not "Elp")."""
    return not reading.isupper() or all(char.isupper() for char in token if char.isalpha() and char != "l")


def _plausible(reading: str) -> bool:
    """A word has no capital behind a small letter; names like SJenV, which do, are asked of the lexicon first."""
    return not _HUMP.search(reading)


def _readings(token: str) -> Iterator[str]:
    """The token with each confusable character read each way; few at most."""
    places = [index for index, char in enumerate(token) if char in _ALIKE]
    if not places or len(places) > _MOST_SUSPECTS:
        return
    for choice in product(*(token[index] + _ALIKE[token[index]] for index in places)):
        chars = list(token)
        for index, char in zip(places, choice, strict=True):
            chars[index] = char
        yield "".join(chars)


def _lone_ones(text: str, lexicon: Lexicon) -> Iterator[Edit]:
    """A lone l before a month, or before an ampersand and a capital, is 1 or I."""
    for match in _LONE_ONE.finditer(text):
        if match[1] is None:
            if match[0] != "I":
                yield match.start(), match.end(), "I"
        elif match[1].lower() in months():
            yield match.start(), match.end(), "1"


def _clitics(text: str, lexicon: Lexicon) -> Iterator[Edit]:
    """`PRT 's`, `CdK"s`, `scenario "s` are plurals or genitives with one apostrophe."""
    for match in _STRAY_CLITIC.finditer(text) if "'s" in text or '"s' in text else ():
        if match[0] == "'s":
            continue
        yield match.start(), match.end() - 1, "'"


def _bare_clitics(text: str, lexicon: Lexicon) -> Iterator[Edit]:
    """`VR s`, `regio s` lost their apostrophe."""
    for match in _BARE_CLITIC.finditer(text) if " s" in text else ():
        yield match.start(), match.start() + 1, "'"


def _spaces(text: str, lexicon: Lexicon) -> Iterator[Edit]:
    """No space before a closing mark or behind an opening bracket."""
    for match in _STRAY_SPACE.finditer(text):
        yield match.start(), match.end(), ""


_STEPS: tuple[Step, ...] = (
    _split_names,
    _half_years,
    _before,
    _numbers,
    _parted_m,
    _words,
    _lone_ones,
    _clitics,
    _bare_clitics,
    _spaces,
)
