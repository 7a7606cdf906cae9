"""Numbers of list items as they are shown: 1, a, A, i, I.

The numbering of word processors is a counter for each depth and a form for each.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST: Final = 9999


def letters(number: int) -> str:
    """A number as letters.

    >>> letters(1), letters(26), letters(27)
    ('a', 'z', 'aa')
    """
    found = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        found = chr(ord("a") + rest) + found
    return found


def roman(number: int) -> str:
    """A number as Roman numerals, in small letters.

    >>> roman(4), roman(1999)
    ('iv', 'mcmxcix')
    """
    found = ""
    for value, numeral in _ROMAN:
        while number >= value:
            found += numeral
            number -= value
    return found


FORMS: Final[Mapping[str, Callable[[int], str]]] = {
    "decimal": str,
    "1": str,
    "decimalZero": lambda number: f"{number:02}",
    "lowerLetter": letters,
    "a": letters,
    "upperLetter": lambda number: letters(number).upper(),
    "A": lambda number: letters(number).upper(),
    "lowerRoman": roman,
    "i": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "I": lambda number: roman(number).upper(),
}
"""The forms by their names in Word and in OpenDocument and HTML."""


def shown(number: int, form: str) -> str:
    """A number in a form; plain digits where the form is unknown or the number out of bounds.

    >>> shown(3, "lowerLetter"), shown(3, "I")
    ('c', 'III')
    """
    return FORMS[form](number) if form in FORMS and 0 < number <= _MOST else str(number)


def bullet(symbol: str) -> str:
    """A bullet that can be read in any font: symbols of Word's fonts become the ones they look like.

    >>> bullet("\\uf0b7"), bullet("o"), bullet("-")
    ('•', 'o', '-')
    """
    symbol = symbol.strip()[:1]
    if symbol in _LOOKS:
        return _LOOKS[symbol]
    return "•" if not symbol or "\ue000" <= symbol <= "\uf8ff" else symbol


_LOOKS: Final[Mapping[str, str]] = {
    "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf02d": "-", "\uf0e0": "→", "\uf0f0": "→", "\uf0e8": "→",
    "*": "•", "+": "•", "¨": "•", "·": "•",
}  # fmt: skip
