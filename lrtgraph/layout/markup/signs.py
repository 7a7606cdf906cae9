"""What the lines of Markdown begin with or consist of, and whether a text has enough of it to be Markdown."""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

HEAD: Final = re.compile(
    r"(?P<signs>#{1,6})[ \t]+(?P<title>\S.*?)(?:[ \t]+#+)?(?:[ \t]*\{[#.][^{}\n]{0,200}\})?[ \t]*\Z"
)
UNDERLINE: Final = re.compile(r"=+|-{2,}")
RULE: Final = re.compile(r"([-*_])(?:[ \t]*\1){2,}")
BULLET: Final = re.compile(r"(?:(?P<sign>[-*+•])|\d{1,3}\\?[.)]|[a-z][.)])[ \t]+(?=\S)")
QUOTE: Final = re.compile(r"[ \t]{0,3}(?:>[ \t]?){1,6}")
FENCE: Final = re.compile(
    r"(`{3,12}(?=[^`\n]*\Z)|~{3,12}|:{3,12}(?=[ \t]*(?:\{[^{}\n]{0,200}\}|[a-z][\w-]{0,40})?[ \t:]*\Z))"
)
"""Around code; three colons, with or without the name of a class, are around a division."""
DEFINITION: Final = re.compile(r"\[(?!\^)([^\]\n]{1,100})\]:[ \t]+\S+(?:[ \t]+[\"'(][^\n]*)?")
FRONT_MATTER: Final = re.compile(
    r"\ufeff?---[ \t]*\r?\n(?:(?:[\w-]{1,40}:|[ \t]+\S|- |#)[^\n]{0,1000}\n|\r?\n){1,60}?"
    r"(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)"
)
PIPE: Final = re.compile(r"(?<!\\)\|")
DELIMITERS: Final = re.compile(r"(?=[^\n]*\|)\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*){0,60}\|?")

_HEADS: Final = re.compile(r"^[ ]{0,3}#{1,6}[ \t]+[^\W_](?!.*(?:[ ]{3}|\t|\|)).*[^\W\d_]{2}", re.MULTILINE)
_BOLD: Final = re.compile(
    r"(?<![*\w])\*\*(?=[^\s*])[^*\n]{0,300}[^\s*]\*\*(?!\*)|(?<![_\w])__(?=[^\s_])[^_\n]{0,300}[^\s_]__(?![\w_])"
)
_LINK: Final = re.compile(r"\[[^\[\]\n]{1,300}\]\((?:https?://|mailto:|www\.|\.{0,2}/|#)[^\s()]{0,1000}\)")
_TABLE: Final = re.compile(
    r"^[^\n|]*\|[^\n]*\n[ \t]*\|?[ \t]*:?-{3,}:?[ \t]*(?:\|[ \t]*:?-{3,}:?[ \t]*){0,60}\|?[ \t]*\r?$", re.MULTILINE
)
_SETEXT: Final = re.compile(r"(?:\A|\n\s*\n)[^\W\d_][^\n]{1,100}\n(?:={3,}|-{3,})[ \t]*\r?\n[ \t]*\r?\n")
_UNDERLINED: Final = re.compile(
    r"(?:\A|\n[ \t]*\r?\n)(?P<title>\w(?!.*(?:[ ]{2}|\t|\|))[^\n]{1,100}?)[ \t]*\r?\n"
    r"(?P<under>={3,}|-{3,})[ \t]*\r?(?=\n|\Z)"
)
"""A head with an underline; plain text has rules too, but not again and again as long as what stands above them."""
_LIKE: Final = 2
"""How many signs an underline may be shorter or longer than its head."""
_BREAK: Final = re.compile(r"^[^\n|]*\|[^\n]*?<br\s?/?>", re.IGNORECASE | re.MULTILINE)
_ENTITY: Final = re.compile(r"&(?:amp|quot|nbsp|lt|gt|#\d{2,5});")
_ENOUGH: Final = {_HEADS: 2, _BOLD: 3}
"""Marks of one kind that are enough by themselves."""
_FEW: Final = 2
_SURE: Final = (_BOLD, _LINK, _TABLE, _BREAK)
_WEAK: Final = (_HEADS, _SETEXT, _ENTITY)
"""Marks that plain text may have too: they count beside a sure one."""
_SIGNS: Final = {
    _HEADS: ("#",), _BOLD: ("**", "__"), _LINK: ("](",), _TABLE: ("---",), _BREAK: ("|",), _SETEXT: ("===", "---"),
    _ENTITY: ("&",),
}  # fmt: skip
"""Of which one is in every mark of a kind: most texts have none, and are read through much sooner for a sign."""

_STRONG: Final = re.compile(r"(\*\*|__)(?=\S)(?P<inner>(?:(?!\1)[^\n]){1,200})(?<=\S)\1")
_NUMBER: Final = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){0,2}\\?[.)]?|[IVX]{1,5}[.)]|[a-z][.)])?\s*")
_LETTER: Final = re.compile(r"[^\W\d_]")


def is_markdown(text: str) -> bool:
    """Whether a text has marks of Markdown: two heads, two underlined ones, three words in bold, or marks of two kinds.

    >>> is_markdown("# Verslag\\n\\n## Opening\\n\\ntekst"), is_markdown("# 3 van de acties * 2 = klaar")
    (True, False)
    """
    if any(_has(text, kind, least) for kind, least in _ENOUGH.items()) or _underlines(text):
        return True
    sure = sum(_has(text, kind, 1) for kind in _SURE)
    return sure > 1 or (sure == 1 and any(_has(text, kind, 1) for kind in _WEAK))


def are_alike(title: int, under: int) -> bool:
    """Whether an underline of so many signs is about as long as its head.

    >>> are_alike(len("Opening"), len("--------")), are_alike(len("Opening"), len("-----------"))
    (True, False)
    """
    return abs(title - under) <= _LIKE


def _underlines(text: str) -> bool:
    """Whether two heads have underlines of their own length."""
    found = (are_alike(len(match["title"]), len(match["under"])) for match in _UNDERLINED.finditer(text))
    return sum(islice(filter(None, found), _FEW)) == _FEW


def _has(text: str, kind: re.Pattern[str], least: int) -> bool:
    signed = any(sign in text for sign in _SIGNS[kind])
    return signed and sum(1 for _ in islice(kind.finditer(text), least)) == least


def cells(raw: str, start: int, end: int) -> list[tuple[int, int]]:
    """The cells of a row between pipes; those behind a backslash part none.

    >>> [ "| a | b \\\\| c |"[a:b] for a, b in cells("| a | b \\\\| c |", 0, 14)]
    [' a ', ' b \\\\| c ']
    """
    pipes = [match.start() for match in PIPE.finditer(raw, start, end)]
    first = start if pipes and pipes[0] != start else start + 1
    borders = [pipe for pipe in pipes if pipe >= first]
    if not borders or borders[-1] != end - 1:
        borders.append(end)
    begins = [first, *(border + 1 for border in borders[:-1])]
    return list(zip(begins, borders, strict=True))


def is_bold(line: str) -> bool:
    """Whether a line is set in bold as a whole, but for a number before it: "**API's**", "1. **Opening**".

    >>> is_bold("**1.** **Opening**"), is_bold("**Datum:** 3 mei"), is_bold("**Aanwezig:**")
    (True, False, False)
    """
    rest = _STRONG.sub("", line)
    inner = "".join(match["inner"] for match in _STRONG.finditer(line)).rstrip()
    return inner[-1:] not in (":", "") and bool(_LETTER.search(inner)) and _NUMBER.fullmatch(rest) is not None
