"""Standing heads of minutes ("Opening", "Conclusie", "Actielijst"), and the shape of a head's words."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from lrtgraph.dutch.dates import find_dates
from lrtgraph.resources import table, word_list

_WHOSE = re.compile(
    r"\s+(?:(?:van|uit)\s+)?(?:(?:de|deze|het|dit)\s+)?(?:(?:vorige?|voorgaande?|eerdere?|laatste)\s+)?"
    r"(?:h?lrt|prt|vb|vergadering(?:en)?|overleg(?:gen)?|bijeenkomst(?:en)?|regietafel)(?:\s.{0,40})?\Z"
    r"|\s+(?:n\.?a\.?v\.?|naar\s+aanleiding\s+van|d\.?d\.?|per|stand\s+per)\s.{3,40}\Z"
)
"""What stands behind such a head's words: whose list it is, and of what day."""
_COUNTED = re.compile(r"(?:\s+\([^()]{2,40}\)|\s+(?:nr\.?|nummer)\s*\d[\d/-]{0,8}|\s+20\d\d(?:[-/]\d{1,2})?)+\Z")
"""Behind such a head's words, the number or the year of the list, or a note on it."""

_SCANNED = re.compile(r"0(?=[^\W\d_])|l(?=n)")
"""An O or an I that a scan gives as a 0 or a small l; no word of Dutch opens with "ln"."""

_ACRONYM = 6


@cache
def head_words() -> dict[str, frozenset[str]]:
    """Standing heads by role: "opening", "section", "closing"; lower case."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in table("headings.csv"):
        found[row["role"]].add(row["form"])
    return {role: frozenset(forms) for role, forms in found.items()}


@cache
def _opening() -> re.Pattern[str]:
    forms = "|".join(map(re.escape, sorted(head_words()["opening"], key=len, reverse=True)))
    return re.compile(rf"(?<!\w)(?:{forms})(?!\w)", re.IGNORECASE)


def names_opening(title: str) -> bool:
    """Whether a title holds one of the standing heads of an agenda, as whole words.

    >>> names_opening("Korte terugkoppeling werkgroep"), names_opening("Aansluiting op het net")
    (True, False)
    """
    return _opening().search(title) is not None


def is_closing(plain: str) -> bool:
    """Whether a head in its plain form is over a list that closes minutes, whatever it says of whose list it is.

    >>> is_closing("actielijst"), is_closing("actiepuntenlijst hlrt 6 juni 2023"), is_closing("acties van het coa")
    (True, True, False)
    >>> [is_closing(plain) for plain in ("actielijst 12 oktober", "besluitenlijst nr. 3", "acties 12 gemeenten")]
    [True, True, False]
    """
    closing = head_words()["closing"]
    if plain in closing or not plain.startswith(tuple(closing)):
        return plain in closing
    bare = _COUNTED.sub("", plain)
    dates = find_dates(bare)
    if dates and dates[-1].end == len(bare):
        bare = bare[: dates[-1].start].rstrip(" ,-–")
    whose = (_WHOSE.search(told) for told in (plain, bare))
    return bare in closing or any(of is not None and plain[: of.start()] in closing for of in whose)


def in_capitals(body: str) -> bool:
    """Whether a line is set in capitals, but for a letter here and there.

    >>> in_capitals("STAND VAN ZAKEN"), in_capitals("Stand van zaken"), in_capitals("1.2")
    (True, False, False)
    """
    letters = list(filter(str.isalpha, body))
    return len(letters) >= 3 and sum(map(str.isupper, letters)) >= 0.9 * len(letters)


def spells_words(body: str) -> bool:
    """Whether what is in capitals are words rather than acronyms, which have six letters at the most.

    >>> spells_words("OPVANG"), spells_words("HUURTOESLAG"), spells_words("VNG IPO")
    (True, True, False)
    """
    capitals = [word for word in re.findall(r"[^\W\d_]+", body) if word.isupper()]
    return any(len(word) > _ACRONYM or word.lower() in word_list("words.txt") for word in capitals)


def is_capital(body: str) -> bool:
    """Whether a text opens with a capital, also where a scan gives it as a digit or a small l.

    >>> is_capital("Opvang"), is_capital("0pvang"), is_capital("lnbreng"), is_capital("opvang"), is_capital("09.30 uur")
    (True, True, True, False, False)
    """
    return body[:1].isupper() or _SCANNED.match(body) is not None


def plain_form(body: str) -> str:
    """A head as compared with the standing ones: lower case, without colon or marks around it.

    >>> plain_form("Conclusie: ")
    'conclusie'
    """
    return body.rstrip(" :").strip("*_ ").lower()
