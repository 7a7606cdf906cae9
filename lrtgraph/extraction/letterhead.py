"""The head of minutes: its blocks, and the labels with their values ("Datum: 9 november 2022")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from lrtgraph.dutch.dates import find_dates
from lrtgraph.extraction.grammar.lexicon import table
from lrtgraph.records import Block

HEAD = frozenset({"letterhead", "furniture"})
NEAR = 300
"""Characters around a date that tell what it is the date of."""
MEETING_WORD = r"vergadering|overleg|bijeenkomst"
"""What any meeting is called, as part of a pattern."""
MINUTES_WORD = r"verslag|notulen|besluitenlijst"
"""What minutes are called, as part of a pattern."""
ACCOUNT_WORD = rf"{MINUTES_WORD}|terugkoppeling|samenvatting|impressie|weergave|aantekeningen"
"""What any report of a meeting is called, as part of a pattern."""
TITLE = re.compile(rf"\b(?:conceptverslag|concept-verslag|{MINUTES_WORD}|{MEETING_WORD}|regietafel|beraad)\b", re.I)

_PLAIN = frozenset({"date", "dated", "time", "end", "place"})
"""Fields whose label may stand in lower case, in a column, without a sign."""
_MEETINGS = frozenset(MEETING_WORD.split("|"))
_COUNTED = re.compile(r"\d{1,2}\s*[,|:–-]\s+(?=\w)")
"""Which of the meetings it was: "Bijeenkomst 3, 28 maart 2024"."""
WEEKDAY = r"(?:maan|dins|woens|donder|vrij|zater|zon)dag"
_ROOM = re.compile(r"\s*\w*(?:zaal|kamer)\b", re.IGNORECASE)
_VALUE = re.compile(rf"\d|[A-Z]|(?:{WEEKDAY}|provinciehuis|gemeentehuis|stadhuis|stadskantoor|raadhuis)\b")


@dataclass(frozen=True, slots=True)
class Value:
    """What stands under a label of the letterhead: the field, the label's form, the words behind it, and whether
    the title of the document came before."""

    field: str
    form: str
    text: str
    titled: bool = False


@cache
def labels() -> dict[str, str]:
    """Labels of a letterhead in lower case and the field that each gives."""
    return {row["form"]: row["field"] for row in table("meeting_labels")}


@cache
def label_pattern() -> re.Pattern[str]:
    """A label, with its sign if it has one."""
    forms = "|".join(re.escape(form) for form in sorted(labels(), key=len, reverse=True))
    return re.compile(rf"(?:(?<=\s)|(?<=\|)|\A)(?P<form>{forms})(?!\w)(?P<sign>\s*[:|])?\s*", re.IGNORECASE)


def read_values(head: Sequence[Block]) -> Iterator[Value]:
    """The labelled values of the letterhead; a label on its own takes the date that the next block is."""
    titled = False
    for index, block in enumerate(head):
        found = [
            match
            for match in label_pattern().finditer(block.text)
            if match["sign"]
            or (match.start() == 0 and (match.end() == len(block.text) or match["form"][0].isupper()))
            or (
                (match["form"][0].isupper() or labels()[match["form"].lower()] == "report")
                and block.text[match.end() : match.end() + 1].isdigit()
            )
            or (
                match.start() == 0
                and labels()[match["form"].lower()] in _PLAIN
                and _VALUE.match(block.text, match.end())
            )
        ]
        for position, match in enumerate(found):
            end = found[position + 1].start() if position + 1 < len(found) else len(block.text)
            form = match["form"].lower()
            # "Zaal 7.02" is its name, but "Zaal", "Commissiekamer" are a label and one
            room = form == "zaal" and not match["sign"] and not _ROOM.match(block.text, match.end())
            text = block.text[match.start() if room else match.end() : end].strip(" ,;|")
            if not text and index + 1 < len(head) and only_date(head[index + 1].text):
                text = head[index + 1].text
            if form in _MEETINGS:
                text = _COUNTED.sub("", text, count=1) if _COUNTED.match(text) else text
            yield Value(labels()[form], form, text, titled)
        titled = titled or bool(TITLE.search(block.text))


def only_date(text: str) -> bool:
    """Whether a text is a full date and hardly more."""
    dates = find_dates(text)
    return bool(dates) and dates[0].complete and len(text) - (dates[0].end - dates[0].start) <= 14


def first_day(text: str) -> date | None:
    """The first full date of a text."""
    return next((found.resolve() for found in find_dates(text) if found.complete), None)
