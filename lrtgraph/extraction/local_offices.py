"""Offices that are held at a place: their titles, the portfolio behind them, and the place that stands apart."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from lrtgraph.extraction.grammar.lexicon import table

_APART = re.compile(r"\s*[,;()/|]\s*|\s+[-–—]\s+")
_BEHIND_TITLE = re.compile(r"\A(?:van|te|in)\s+(?:de\s+)?")
_GOVERNMENTS = frozenset({"gemeente", "gem.", "provincie", "prov."})
"""Words for the government itself; nobody is one."""
_MOST_WORDS = 5
"""Words of a title with a portfolio."""
_BEFORE_TITLE = re.compile(r"\b(?:wnd|waarnemend|loco|plv|plaatsvervangend)\b[.-]?\s*", re.IGNORECASE)


@cache
def local_offices() -> dict[str, str]:
    """Titles of local office and what they sit for: a concept, or the prefix of the place's administration."""
    return {row["title"]: row["concept"] for row in table("local_offices")}


def title_and_rest(
    text: str, is_place: Callable[[str], bool] | None = None, is_note: Callable[[str], bool] | None = None
) -> tuple[str, str] | None:
    """A title of local office and the one thing beside it, whatever parts them and whichever comes first.

    Beside a place (`is_place`) the title may have a portfolio; parts that are notes (`is_note`) are left out: "vz.".

    >>> title_and_rest("burgemeester, Woerden"), title_and_rest("Zeist - loco-burgemeester")
    (('burgemeester', 'Woerden'), ('burgemeester', 'Zeist'))
    >>> title_and_rest("Zeist wethouder"), title_and_rest("wethouder Zeist"), title_and_rest("wethouder, Zeist, VNG")
    (('wethouder', 'Zeist'), None, None)
    >>> title_and_rest("wethouder Groen en Grijs, Zeist", {"Zeist"}.__contains__)
    ('wethouder', 'Zeist')
    """
    parts = [part.strip(" .") for part in _APART.split(text)]
    parts = [part for part in parts if part and not (is_note and is_note(part))]
    if len(parts) == 1 and (last := _title_last().fullmatch(parts[0])):
        parts = [last["place"], last["title"]]
    if len(parts) != 2:
        return None
    places = [bool(is_place and is_place(part)) for part in parts]
    titles = [_title(part, is_place if places[1 - at] else None) for at, part in enumerate(parts)]
    if (titles[0] is None) is (titles[1] is None):
        return None
    at = int(titles[0] is None)
    return str(titles[at]), _BEHIND_TITLE.sub("", parts[1 - at])


def without_portfolio(text: str) -> str:
    """The words of an office without what its holder has in the portfolio.

    >>> without_portfolio("wethouder Sociaal Domein, Zeist"), without_portfolio("gedeputeerde Asiel en Migratie")
    ('wethouder, Zeist', 'gedeputeerde')
    >>> without_portfolio("wethouder asiel Zeist"), without_portfolio("minister voor Asiel en Migratie")
    ('wethouder Zeist', 'minister voor Asiel en Migratie')
    """
    return _portfolio().sub(r"\1", text)


def with_province(text: str) -> str:
    """The words of a seat with the name of a province for its letters behind an office that is held there.

    >>> with_province("CdK NB (Adema)"), with_province("gedeputeerde van ZH"), with_province("VNG (GR), NB (Bos)")
    ('CdK Noord-Brabant (Adema)', 'gedeputeerde van Zuid-Holland', 'VNG (GR), NB (Bos)')
    """
    return _lettered().sub(lambda held: f"{held['office']}{_provinces()[held['letters']]}", text)


@cache
def _provinces() -> dict[str, str]:
    """The names of provinces by their letters."""
    return {row["letters"]: row["province"] for row in table("province_letters")}


@cache
def _lettered() -> re.Pattern[str]:
    offices = (
        r"CdK|[Cc]ommissaris(?:\s+van\s+de\s+[Kk]oning)?|[Gg]edeputeerden?|[Gg]edep\.|[Pp]rovincie|[Pp]rov\.|GS|PS"
    )
    letters = "|".join(_provinces())
    return re.compile(rf"(?<!\w)(?P<office>(?:{offices})\s+(?:van\s+|in\s+|\()?)(?P<letters>{letters})(?!\w)")


def _title(part: str, is_place: Callable[[str], bool] | None) -> str | None:
    """The title that a part is; where places are known, a few words that are none may follow: "wethouder Groen"."""
    words = _BEFORE_TITLE.sub("", part).split()
    named = [" ".join(words), words[0]] if is_place and 1 < len(words) <= _MOST_WORDS else [" ".join(words)]
    if len(named) > 1 and is_place and any(map(is_place, (" ".join(words[1:]), words[-1]))):
        return None
    forms = (form for name in named for form in (name.lower(), f"{name.lower()}."))
    return next((form for form in forms if form in _titles()), None)


@cache
def _titles() -> frozenset[str]:
    """Titles of those who hold an office at a place."""
    return frozenset(
        title for title, prefix in local_offices().items() if prefix.endswith(":") and title not in _GOVERNMENTS
    )


@cache
def _forms() -> str:
    return "|".join(re.escape(title) for title in sorted(_titles(), key=len, reverse=True))


@cache
def _title_last() -> re.Pattern[str]:
    return re.compile(rf"(?P<place>(?-i:['’A-Z])[\w'’ -]*?)\s+(?P<title>{_forms()})", re.IGNORECASE)


@cache
def portfolio_words() -> str:
    """What somebody may have in the portfolio, as alternatives of a pattern."""
    return "|".join(row["word"].replace(" ", r"\s+") for row in table("portfolios"))


@cache
def _portfolio() -> re.Pattern[str]:
    sort = rf"(?:{portfolio_words()})(?![\w-])"
    joined = rf"(?:\s*(?:,|&|/|\ben\b)\s*{sort})*"
    return re.compile(
        rf"(?<!\w)({_forms()})\s+(?:(?:van|voor|met|in|portefeuille|de)\s+)*{sort}{joined}", re.IGNORECASE
    )
