"""The table that minutes are of, by the name that they give it: "Stuurgroep Havens", "Het TO"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from lrtgraph.dates import find_dates
from lrtgraph.extraction.bodies import bodies_of
from lrtgraph.extraction.letterhead import HEAD, WEEKDAY
from lrtgraph.extraction.lexicon import words
from lrtgraph.extraction.venue import head_lines
from lrtgraph.times import find_times
from lrtgraph.titles import title_words

if TYPE_CHECKING:
    from lrtgraph.extraction.context import Reading

_KIND = re.compile(
    r"(?<![\w.@/])[\w-]*(?:overleg|tafel|raad|commissie|groep|beraad|taskforce|kring|platform|voorportaal|comité|team"
    r"|bestuur|board|college)(?![\w@-])(?!\.\w)",
    re.IGNORECASE,
)
"""A noun for those who meet, alone or at the end of a compound."""
_ALONE = frozenset({"overleg", "raad", "beraad", "groep", "team", "board"})
"""Nouns that are no name without a word beside them."""
_DESCRIBED = frozenset({"bestuur", "college", "tafel", "kring"})
"""Nouns that are no name without a word before them: "Algemeen bestuur"."""
_BREAK = re.compile(r"\s+[-–—|]\s+|\s*[|:;•()]\s*|\.\s+|,(?!\s*[a-zà-ÿ]\w*(?:\s[a-zà-ÿ]\w*)?\s+en\s)\s*|\s{2,}")
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
_PREPARING = "voorportaal"
"""A meeting of officials before that of the body."""
_LEAST_USES = 2
_SENTENCE_OPENS = re.compile(r"(?:\A|[.:;!?]\s+|\n\s*)(?:De|Het)\s+(?P<name>[A-Z]{2,6}|[a-z]{4,})(?=\s)")


def at_own_table(reading: Reading) -> Reading:
    """The reading as those at the table mean it: with the table as the body that meets.

    A table that the gazetteer does not know has the name that its minutes give it. A body that only the running text
    names gives way to a table that the title names.
    """
    body = reading.meeting.body
    if reading.document.metadata.body:
        return reading  # whoever gave it knows
    lines = list(head_lines(reading.document.text, reading.layout.blocks))
    name = titled_table(lines)
    if body is not None and _is_titled(reading, lines):
        own = _listed(reading, name) if name else body
        listed = own in reading.gazetteer.concepts  # by its whole name, as in a list of one's own
        return replace(reading, meeting=replace(reading.meeting, body=own)) if listed else reading
    if name is None and body is None:
        name = called_table(block.text for block in reading.layout.blocks if block.kind not in HEAD)
    if name is None or _is_hosted(reading, name):
        return reading
    return replace(reading, meeting=replace(reading.meeting, body=_listed(reading, name)))


def meeting_table(reading: Reading) -> str | None:
    """The id of the table that met, where the head names one that the gazetteer lacks; None where it is `body`.

    Only a name that says what or where the table is of ("Stuurgroep Havens") can be that of one table in other minutes
    too: every board has a "Bestuurlijk overleg".
    """
    body = at_own_table(reading).meeting.body
    if body is None or body == reading.meeting.body:
        return None
    noun = _KIND.search(body.replace("_", " "))
    is_own = body in reading.gazetteer.concepts or (noun is not None and noun.end() < len(body))
    return body if is_own else None


def _listed(reading: Reading, name: str) -> str:
    """The id of a table: that of the one actor with this name in the gazetteer, such as a user's own, else its name."""
    known = [each.notation for each in reading.gazetteer.find(name) if each.kind == "actor"]
    return known[0] if len(known) == 1 else name.replace(" ", "_")


def _is_titled(reading: Reading, lines: Iterable[str]) -> bool:
    """Whether the head names a table of the gazetteer, and not the officials who prepare its meeting."""
    bodies = bodies_of(reading.gazetteer)
    named = ((line, start) for line in lines for notation, start, _ in bodies.find(line) if bodies.is_table(notation))
    return any(_PREPARING not in line[:start].lower() for line, start in named)


def _is_hosted(reading: Reading, name: str) -> bool:
    """Whether the name is that of the body that is known, or has it as host: "LCSV-overleg"."""
    host = reading.gazetteer.concepts.get(reading.meeting.body or "")
    if host is None or _PREPARING in name.lower():
        return False
    names = (host.notation, host.pref_label, *host.alt_labels)
    return any(re.search(rf"(?<!\w){re.escape(each)}(?!\w)", name) for each in names)


def titled_table(lines: Sequence[str]) -> str | None:
    """The name of the table in the lines of the head, without what else the title says; None where it has none.

    >>> titled_table(["Verslag van de Stuurgroep Havens, 3 mei 2024"]), titled_table(["NOTULEN WERKGROEP DATA"])
    ('Stuurgroep Havens', 'Werkgroep DATA')
    >>> titled_table(["Datum: 3 mei 2024", "Verslag overleg van 3 mei 2024"]) is None
    True
    """
    for line in lines:
        for part in _BREAK.split(_without_days(line.replace("*", ""))):
            if (name := _name(part)) is not None:
                return name
    return None


def _without_days(line: str) -> str:
    """A line with its dates and times taken out, as breaks."""
    spans = [(found.start, found.end) for found in find_dates(line)]
    spans += [(found.start, found.end) for found in find_times(line)]
    for start, end in sorted(spans, reverse=True):
        line = f"{line[:start]} | {line[end:]}"
    return line


def _name(part: str) -> str | None:
    """The name in a part of a line: the noun for those who meet, what describes it, and what it is about."""
    noun = _KIND.search(part)
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
    kind = noun[0].lower()
    if not before and (kind in _DESCRIBED or (kind in _ALONE and not behind)):
        return None
    if noun[0].islower() and not before and (not behind or behind[0].islower()):
        return None
    name = " ".join((*before, noun[0], *behind))
    return " ".join(map(_cased, name.split())) if name.isupper() and " " in name else name


def _cased(word: str) -> str:
    """A word of a title in capitals, written as usual; a short one may be an acronym.

    >>> _cased("STUURGROEP"), _cased("OEK")
    ('Stuurgroep', 'OEK')
    """
    if word.lower() in _NO_ENDING:
        return word.lower()
    return word.capitalize() if len(word) > 5 and word.isalpha() else word


def called_table(texts: Iterable[str]) -> str | None:
    """What the text calls the table where no title names it, as the subject of several sentences: "Het TO".

    >>> called_table(["Het TO stemt in. Het TO neemt de brief over."]), called_table(["Het DB is ziek."]) is None
    ('TO', True)
    """
    uses = Counter(name for text in texts for name in _called(text))
    name, count = max(uses.items(), key=lambda pair: pair[1], default=("", 0))
    return name if count >= _LEAST_USES else None


def _called(text: str) -> Iterator[str]:
    for match in _SENTENCE_OPENS.finditer(text):
        if match["name"].lower() in words("other_body_word"):
            yield match["name"]
