"""The name of the table in the title of its minutes, listed or not: "Verslag van de Stuurgroep Havens"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from lrtgraph.dutch.dates import find_dates
from lrtgraph.dutch.document_titles import title_words
from lrtgraph.dutch.times import find_times
from lrtgraph.extraction.letterhead import WEEKDAY

KIND: Final = re.compile(
    r"(?<![\w.@/])[\w-]*(?:overleg|tafel|raad|commissie|groep|beraad|taskforce|kring|platform|voorportaal|comité|team"
    r"|bestuur|board|college|ledenvergadering|alv)(?P<sitting>s?vergadering)?(?![\w@-])(?!\.\w)",
    re.IGNORECASE,
)
"""A noun for those who meet, alone or at the end of a compound, and what calls it their meeting."""
_ALONE = frozenset({"overleg", "raad", "beraad", "groep", "team", "board"})
"""Nouns that are no name without a word beside them."""
_DESCRIBED = frozenset({"bestuur", "college", "tafel", "kring"})
"""Nouns that are no name without a word before them: "Algemeen bestuur"."""
_BREAK: Final = re.compile(r"\s+[-–—|]\s+|\s*[|:;•()]\s*|\.\s+|,(?!\s*[a-zà-ÿ]\w*(?:\s[a-zà-ÿ]\w*)?\s+en\s)\s*|\s{2,}")
"""Where the name in a line ends: at a dash, a bar, a bracket, a comma that parts no list of words."""
_BEFORE = 4
"""Words before the noun that may belong to the name: "Gezamenlijk Bestuurlijk Overleg"."""
_BEHIND = 8
_NO_OPENING = frozenset({"van", "de", "het", "een", "der", "en", "-", "–", "—", "&", "betreft", "onderwerp"})
_NO_ENDING = _NO_OPENING | {
    "op",
    "d.d.",
    "dd",
    "dd.",
    "te",
    "in",
    "om",
    "nr",
    "nr.",
    "nummer",
    "gehouden",
    "met",
    "tussen",
}
_SAID_BEHIND = re.compile(
    rf"\s+(?:met|tussen|gehouden|d\.?d\.?|nr\.?|nummer|versie|concept|kenmerk|pagina|blz\.?|{WEEKDAY})(?!\w)",
    re.IGNORECASE,
)


def titled_table(lines: Sequence[str]) -> str | None:
    """The name of the table in the lines of the head, without what else the title says; None where it has none.

    >>> titled_table(["Verslag van de Stuurgroep Havens, 3 mei 2024"]), titled_table(["NOTULEN WERKGROEP DATA"])
    ('Stuurgroep Havens', 'Werkgroep DATA')
    >>> titled_table(["Terugblik VNG-bestuursvergadering 3 mei 2024"]), titled_table(["Raadsvergadering 3 mei"]) is None
    ('VNG-bestuur', True)
    >>> titled_table(["Datum: 3 mei 2024", "Verslag overleg van 3 mei 2024"]) is None
    True
    """
    for line in lines:
        for part in _BREAK.split(_without_days(line.replace("*", ""))):
            if (name := _name(part)) is not None:
                return name
    return None


def titles_in(lines: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """What may be the name of the table in the lines of the head, and whether a word for minutes stands beside it.

    >>> list(titles_in(["Concept-verslag van de Woonkamer Oost, 3 mei 2024", "Woonkamer Oost"]))
    [('Woonkamer Oost', True), ('Woonkamer Oost', False)]
    """
    for line in lines:
        for part in _BREAK.split(_without_days(line.replace("*", ""))):
            titles = [match.span() for match in title_words().finditer(part)]
            stretches = (part[titles[-1][1] :], part[: titles[0][0]]) if titles else (part,)
            for stretch in stretches:
                if name := _stripped(stretch):
                    yield name, bool(titles)


def _stripped(stretch: str) -> str:
    """A stretch of a title without small words and signs around it."""
    words = stretch.split()
    while words and (words[0].lower() in _NO_OPENING or not words[0][0].isalnum()):
        words.pop(0)
    while words and (words[-1].lower() in _NO_ENDING or not any(map(str.isalnum, words[-1]))):
        words.pop()
    return " ".join(words)


def _without_days(line: str) -> str:
    """A line with its dates and times taken out, as breaks."""
    spans = [(found.start, found.end) for found in find_dates(line)]
    spans += [(found.start, found.end) for found in find_times(line)]
    for start, end in sorted(spans, reverse=True):
        line = f"{line[:start]} | {line[end:]}"
    return line


def _name(part: str) -> str | None:
    """The name in a part of a line: the noun for those who meet, what describes it, and what it is about."""
    noun = KIND.search(part)
    if noun is None:
        return None
    titles = [match.end() for match in title_words().finditer(part, 0, noun.start())]
    before = part[max(titles, default=0) : noun.start()].split()[-_BEFORE:]
    while before and (before[0].lower() in _NO_OPENING or not before[0][0].isalpha()):
        before.pop(0)
    behind = _SAID_BEHIND.split(part[noun.end() :], maxsplit=1)[0].split()[:_BEHIND]
    while behind and (behind[-1].lower() in _NO_ENDING or not any(map(str.isalnum, behind[-1]))):
        behind.pop()
    if any(word.islower() or word == "Aan" for word in before):
        return None
    called = noun[0].removesuffix(noun["sitting"] or "")
    kind = called.lower()
    if not before and (kind in _DESCRIBED or (kind in _ALONE and not behind)):
        return None
    if called.islower() and not before and (not behind or behind[0].islower()):
        return None
    name = " ".join((*before, called, *behind))
    return " ".join(map(_cased, name.split())) if name.isupper() and " " in name else name


def _cased(word: str) -> str:
    """A word of a title in capitals, written as usual; a short one may be an acronym.

    >>> _cased("STUURGROEP"), _cased("OEK")
    ('Stuurgroep', 'OEK')
    """
    if word.lower() in _NO_ENDING:
        return word.lower()
    return word.capitalize() if len(word) > 5 and word.isalpha() else word
