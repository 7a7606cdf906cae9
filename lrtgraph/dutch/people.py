"""Where people's names stand in a text, by what marks them as names: to leave them out, the more the better.

What reads names to know who spoke must not take a word for a name that is none; here one too many only blackens a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Final

from lrtgraph.dutch.redaction import PARTICLES
from lrtgraph.dutch.surnames import LETTER, given_names
from lrtgraph.resources import table, word_list

_CORE = r"(?:[A-ZÀ-ÖØ-Þ]['’]?[\w'’]*[a-zß-öø-ÿ][\w'’]*)"
_LOUD = r"(?:[A-ZÀ-ÖØ-Þ]{2,}(?!\w))"
_LINK = (
    r"(?:(?:[Vv]an|[Dd]e[nr]?|[Hh]et|['’]?t|[Tt]e[nr]?|[Ii]n|[Oo]p|[Aa]an|[Bb]ij|[Uu]it|[EeAa]l|[Bb][ei]n|[Vv]on"
    r"|[Ll][ae]|[Dd][uia])\s+)"
)
_GAP = r"[ \t]*\n?[ \t]*"
_HALF = rf"{_CORE}(?:{_GAP}[-–]{_GAP}{_LINK}{{0,3}}{_CORE})*"
_NAME = rf"{_LINK}{{0,3}}{_HALF}(?:[ \t]+(?:{_LINK}{{1,3}})?{_HALF}){{0,2}}"
_INITIALS = rf"(?:{LETTER}\.[ \t]?-?){{1,6}}(?:\([A-ZÀ-Þ]\w+\)\s+)?"
_AND = re.compile(r"\s*(?:,|/|&|\+|\ben\b)\s*(?:en\s+)?")
_PIECES = re.compile(
    r"[,;:()\[\]\t\n|/•·●▪○*=<>\"“”]|\s[-–—+&]\s|\b(?:en|namens|voor|door|i\.p\.v\.|vervangt)\b|^\s*[-–—o]\s",
    re.MULTILINE,
)
_ENTRY = re.compile(rf"{_LINK}{{0,3}}(?:{_CORE}|{_LOUD})(?:[-\s]+{_LINK}{{0,3}}{_CORE}){{0,4}}")
_INITIALLED = re.compile(rf"(?<![\w.]){_INITIALS}(?P<name>{_NAME}|{_LINK}{{0,3}}{_LOUD})")
_BRACKET = re.compile(r"['’]?s?\s*\(([^()]{2,80})\)")
_BEFORE_BRACKET = re.compile(rf"(?<![\w.]){_NAME}\Z")
_WORD = re.compile(r"[^\W\d_][\w'’]*")
_REACH: Final = 60
"""Characters before a seat in brackets in which the name of who has it stands."""
_STRONG: Final = ("honorific", "plural")
_PLURALS: Final = ("s", "n", "sen", "en")
_COMMON: Final = frozenset(["kring", "commissarissen", "commissaris", "regio", "namens", "plv", "locatie", "datum"])


Place = tuple[int, int]
"""Offsets in a text: the first character of a name and the one behind it."""


@dataclass(frozen=True)
class Text:
    """A text in which people are looked for.

    `taken` are the places of names that are no people's, `actors` those of them that act, `lists` where it is listed
    who attended.
    """

    text: str
    taken: Sequence[Place] = ()
    actors: Sequence[Place] = ()
    lists: Sequence[Place] = ()

    def people(self) -> Iterator[Place]:
        """Where a name stands, as a title, initials, a given name, a seat in brackets or its place in a list shows.

        >>> text = "Mevrouw Adema en de heer Van der Burg zien J. Mikkers, wethouder Spoon en Paul Depla; Kok ook."
        >>> [text[start:end] for start, end in Text(text).people()]
        ['Adema', 'Van der Burg', 'Spoon', 'Paul Depla', 'Mikkers', 'Paul Depla']
        >>> text = "1 Aanwezig: Adema, COA (Paas)"
        >>> [text[start:end] for start, end in Text(text, [(19, 22)], [(19, 22)], [(2, len(text))]).people()]
        ['Paas', 'Adema', 'Paas']
        """
        yield from self._titled()
        yield from self._initialled()
        yield from self._given()
        yield from self._beside_actors()
        for start, end in self.lists:
            yield from self._entries(start, end)

    def _titled(self) -> Iterator[Place]:
        for title in _titles().finditer(self.text):
            strong = title["strong"] is not None
            found = _after(strong).match(self.text, title.end())
            while found and self._may_be(*found.span("name"), strong=strong):
                yield found.span("name")
                comma = _AND.match(self.text, found.end())
                found = _after(strong=False).match(self.text, comma.end()) if comma else None
                strong = False

    def _initialled(self) -> Iterator[Place]:
        for found in _INITIALLED.finditer(self.text):
            single = found.start("name") - found.start() <= len("Chr. ")
            before = self.text[: found.start()][-2:]
            in_list = any(start <= found.start() < end for start, end in self.lists)
            marked = not single or in_list or before.strip(" ")[-1:] in {",", ":", "(", ";"}
            if self._may_be(*found.span("name"), strong=marked):
                yield found.span("name")

    def _given(self) -> Iterator[Place]:
        for found in _full_names().finditer(self.text):
            if self._may_be(*found.span("name"), strong=False):
                yield found.span()

    def _beside_actors(self) -> Iterator[Place]:
        """Names in brackets behind an actor, "Aedes (Spies)", and before one: "Bruls (VB)"."""
        for start, end in self.actors:
            if bracket := _BRACKET.match(self.text, end):
                yield from self._entries(*bracket.span(1))
            if self.text[:start].rstrip()[-1:] == "(":
                until = len(self.text[:start].rstrip()[:-1].rstrip())
                name = _BEFORE_BRACKET.search(self.text, max(0, until - _REACH), until)
                if name and self._may_be(*name.span(), strong=False):
                    yield name.span()

    def _entries(self, start: int, end: int) -> Iterator[Place]:
        """What a list names that is nothing else: entries of capitalised words, but for the label of a row."""
        at = start
        for cut in (*_PIECES.finditer(self.text, start, end), None):
            until = cut.start() if cut else end
            piece = self.text[at:until]
            left = at + len(piece) - len(piece.lstrip(" .-–—"))
            name = _ENTRY.fullmatch(self.text, left, max(left, at + len(piece.rstrip(" ."))))
            if name and not (cut and cut[0] == ":") and self._may_be(*name.span(), strong=False):
                yield name.span()
            at = cut.end() if cut else end

    def _may_be(self, start: int, end: int, *, strong: bool) -> bool:
        """Whether what stands there names nothing else; without a strong sign it has a word that is none of Dutch."""
        if any(first < end and start < last for first, last in self.taken):
            return False
        words = [word for word in _WORD.findall(self.text[start:end]) if word.lower() not in PARTICLES]
        return strong or any(word.lower() not in self._common for word in words)

    @cached_property
    def _common(self) -> frozenset[str]:
        """Words that stand in small letters in the text, or in minutes at large, and labels of lists."""
        own = frozenset(word for word in _WORD.findall(self.text) if word.islower())
        return own | word_list("words.txt") | word_list("sentence_openers.txt") | _labels() | _COMMON


@cache
def _titles() -> re.Pattern[str]:
    """What stands before a surname: "de heer", "mevr.", and an office, also of several: "de burgemeesters"."""
    kinds: dict[bool, set[str]] = {True: set(), False: set()}
    for row in table("linking", "person_titles.tsv"):
        title, strong = row["title"].split()[-1], row["kind"] in _STRONG
        kinds[strong] |= {title, title[0].upper() + title[1:]}
        if not strong:
            kinds[strong] |= {title + plural for plural in _PLURALS}
    return re.compile(rf"(?<![\w-])(?:(?P<strong>(?:{_any(kinds[True])})(?:\.\s*|\s+))|(?:{_any(kinds[False])})\s+)")


def _any(words: Iterable[str]) -> str:
    """A pattern of any of some words, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


@cache
def _after(strong: bool) -> re.Pattern[str]:
    """What stands behind a title: more titles, initials, and a name; behind an office its particles have capitals."""
    more = r"(?:(?:drs|ir|ing|dr|mr|prof)\.?\s+)*"
    loud = rf"|{_LINK}{{0,3}}{_LOUD}" if strong else ""
    small = "" if strong else r"(?!(?:van|de[nr]?|het|te[nr]?|in|op|aan|bij|uit)\s)"
    return re.compile(rf"{more}(?:{_INITIALS})?{small}(?P<name>{_NAME}{loud})")


@cache
def _full_names() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{_any(given_names())})(?!-?\w)[ \t]+(?P<name>{_NAME})")


@cache
def _labels() -> frozenset[str]:
    """The words of the labels that lists of who attended have, and those of functions."""
    rows = (*table("attendance.csv"), *table("linking", "person_titles.tsv"))
    said: Iterable[str] = (row.get("form") or row.get("title") or "" for row in rows)
    return frozenset(word.lower() for label in said for word in label.split())
