"""Ministers and staatssecretarissen by the field they answer for: "minister voor Armoedebeleid en Pensioenen"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lrtgraph.extraction.local_offices import portfolio_words

_POST = r"(?:minister|staatssecretaris|stas)"
OF_STATE = re.compile(rf"\b(?P<post>{_POST})(?![\w-])", re.IGNORECASE)
OF_FIELD = re.compile(
    rf"(?<!\w)(?:de\s+)?{_POST}\s+(?:(?:van|voor|bij)\s+)?(?!(?:Van|De|Den|Der|Ten|Ter|Te|[A-Z]\.)[\s.])(?-i:[A-ZÀ-Þ])",
    re.IGNORECASE,
)
"""How an office of state with its field begins; behind "staatssecretaris Van" stands who holds it."""


def fields(text: str) -> Iterator[tuple[int, int]]:
    """The offices of state in a text whose field is an enumeration, whose commas part no seats.

    >>> text = "dhr. Bos, staatssecretaris Jeugd, Welzijn en Sport, mw. Kok (VNG)"
    >>> [text[start:end] for start, end in fields(text)]
    ['staatssecretaris Jeugd, Welzijn en Sport']
    """
    return (match.span() for match in _enumerated().finditer(text))


def is_post(text: str) -> bool:
    """Whether a text is an office of state and its field, and names nobody.

    >>> is_post("staatssecretaris Jeugd en Sport"), is_post("staatssecretaris Kramer")
    (True, False)
    """
    return _whole().fullmatch(text.strip(" .")) is not None


@cache
def _whole() -> re.Pattern[str]:
    return re.compile(
        rf"(?:de\s+)?{_POST}\s+(?:(?:van|voor)\s+)?{_field()}(?:(?:\s*,\s*|\s+(?:en|&)\s+){_field()})*", re.IGNORECASE
    )


@cache
def _enumerated() -> re.Pattern[str]:
    field = _field()
    return re.compile(
        rf"\b{_POST}\s+(?:(?:van|voor)\s+)?{field}(?:\s*,\s*{field})+\s*(?:,\s*)?(?:en|&)\s+{field}", re.IGNORECASE
    )


@cache
def _field() -> str:
    return rf"(?:{portfolio_words()})(?![\w-])"
