"""Numbers in a text, in digits and in words, with the words that qualify them; dates and references left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache

from lrtgraph.dutch.dates import find_dates
from lrtgraph.dutch.numerals import number_words
from lrtgraph.dutch.times import find_times
from lrtgraph.extraction.grammar.lexicon import listed
from lrtgraph.resources import table
from lrtgraph.value import value

_DIGITS = re.compile(
    r"(?=\d)(?<![\w.,/–-])(?<![\w)][-/])(?P<digits>\d{1,3}(?:\.\d{3}){1,3}|\d{1,10})(?:,(?P<decimals>\d{1,2}))?"
    r"(?![\w]|[.,:/]\d|-(?:\d|[IVX]+\b))(?:\s+(?P<times>duizend|miljoen|mln|miljard|mld)\b)?"
)
_MONEY_BEFORE = re.compile(r"(?:€|\beuro|\bEUR|\$)\s*(?:(?:[\d.]+\s+)?(?:naar|tot)\s+)?\Z")
_OF_INCOME = (
    r"\s?(?:%|procent\b)\s+van\s+(?:(?:de|het|een)\s+)?(?:(?:sociaal|wettelijke?|geldende?|netto|bruto)\s+)*"
    r"(?:minimum(?:loon|inkomen)?|bijstands(?:norm|niveau)|loon|salaris|inkomen|WML)\b"
)
"""A share of an income, up to which a rule is for somebody: "120% van het sociaal minimum"."""
_MONEY_AFTER = re.compile(
    r"(?:\s+(?:naar|tot|of|en|à)\s+(?:(?:ruim|circa|ongeveer)\s+)?\d[\d.,]*)?"  # "van 30.000 naar 38.000 euro"
    rf"(?:\s*(?:,-|euro\b|EUR\b|€|k€)|\s+(?:duizend|miljoen|mln\.?|miljard|mld\.?)\s+euro|{_OF_INCOME})",
    re.I,
)
_REFERENCE = re.compile(
    rf"(?:\b(?:{'|'.join(listed('numbered'))})\.?"
    r"(?:\s+\d+\s+(?:en|of|t/m))?"
    r"|\b(?:agendapunt|actiepunt|AP|punt|bijlage|pagina|blz|p|dia|sheet)\.?\s+\d+\s+van(?:\s+de)?|\bvan\s+(?!20\d\d\b)\d+)\s*\Z",
    re.I,
)
_POINTED = re.compile(
    r"\b(?:vorige|deze|die|volgende|afgelopen|komende|per|elke?|iedere?|dit|dat|hele|laatste|eerste|tweede)\s+\Z", re.I
)  # "vorige week 120 personen": a noun that is pointed out already takes no number
_WORD = re.compile(r"(?<![\w-])(?P<word>[a-zë]{3,})(?![\w-])(?:\s+(?P<times>duizend|miljoen|mln|miljard|mld)\b)?", re.I)
_DEEMED = re.compile(r"\s+(?:de|het|een|dit|dat|deze|die|zich|hem|haar|hen|geen|dergelijke|zulke|alle|elke?)\b", re.I)
"""Behind "acht" where that is the verb: "het COA acht de plekken nodig"."""
_CLAUSE = re.compile(r"[,;:()]\s|\s[-–]\s")
_LETTERS = re.compile(r"[a-zë]{3,}")
_THOUSAND = 1000
_REACH = 60  # characters before a number in which words speak of it
_MILLION = 1e6
_TIMES = {"duizend": 1e3, "miljoen": 1e6, "mln": 1e6, "miljard": 1e9, "mld": 1e9}


@value
class Number:
    """A number at `[start, end)`; with its qualifier it begins at `first`.

    `grouped` says that its thousands are marked ("2.140"), `spelled` that it stands in words, `limit` that its
    qualifier sets a bound ("maximaal").
    """

    start: int
    end: int
    value: float
    first: int
    qualifier: str = ""
    limit: bool = False
    grouped: bool = False
    spelled: bool = False

    @property
    def is_sum(self) -> bool:
        """Millions in words or shortened, which without a noun are money: "ca. 4 mln", "een tekort van 140 miljoen"."""
        return not self.grouped and self.value >= _MILLION

    @property
    def like_a_year(self) -> bool:
        """Four digits that may be a year that minutes speak of."""
        return not self.grouped and not self.spelled and 2001 <= self.value <= 2060


Place = tuple[int, int]
"""Where something begins and ends in a text."""


@value
class Figure:
    """A number where it stands: in a sentence of a text."""

    text: str
    sentence: Place
    number: Number

    def before(self, words: re.Pattern[str], reach: int = _REACH) -> re.Match[str] | None:
        """Words in the sentence before the number, or before its qualifier."""
        first = self.number.first
        return words.search(self.text, max(self.sentence[0], first - reach), first)

    def behind(self, words: re.Pattern[str]) -> re.Match[str] | None:
        """Words right behind the number."""
        return words.match(self.text, self.number.end, self.sentence[1])

    @property
    def clause(self) -> Place:
        """The stretch of the sentence between the signs next to the number: "In Ede, waar 40 plekken zijn, ..."."""
        return self.clause_at((self.number.first, self.number.end))

    def clause_at(self, place: Place) -> Place:
        """The same around what begins and ends at `place`."""
        first, last = self.sentence
        for hit in _CLAUSE.finditer(self.text, *self.sentence):
            if hit.end() <= place[0]:
                first = hit.end()
            elif hit.start() >= place[1]:
                return first, hit.start()
        return first, last

    @property
    def others(self) -> Iterator[Number]:
        """The other numbers of the sentence."""
        inside = (one for one in find_numbers(self.text) if self.sentence[0] <= one.start < self.sentence[1])
        return (one for one in inside if one != self.number)


@cache
def qualifiers() -> dict[str, bool]:
    """The phrases that qualify a number, and whether they set a bound."""
    return {row["phrase"]: row["limit"] == "yes" for row in table("targets", "qualifiers.tsv")}


@cache
def _qualified() -> re.Pattern[str]:
    phrases = sorted(qualifiers(), key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, phrases))})(?:\s+de)?\s+\Z", re.I)


@lru_cache(maxsize=8)  # each figure of a block asks for those beside it
def find_numbers(text: str) -> tuple[Number, ...]:
    """The numbers of a text that may count something, in order.

    >>> [(n.value, text[n.first : n.end]) for text in ["op 1 juli 2023 nog ongeveer 5.100 van de 12"]
    ...  for n in find_numbers(text)]
    [(5100.0, 'ongeveer 5.100'), (12.0, '12')]
    """
    numbers = [*_in_digits(text), *_in_words(text)]
    if not numbers:
        return ()
    taken = bytearray(len(text))  # 1 where a date or time stands, or a number already found
    dates = [d for d in find_dates(text) if d.day is not None or d.year is None or 2001 <= d.year <= 2060]
    spans = [(d.start, d.end) for d in dates] + [(t.start, t.end) for t in find_times(text)]
    for start, end in spans:
        taken[start:end] = b"\1" * (end - start)
    kept: list[Number] = []
    for number in numbers:
        if not any(taken[number.start : number.end]):
            taken[number.start : number.end] = b"\1" * (number.end - number.start)
            kept.append(number)
    return tuple(sorted((_qualify(text, n) for n in kept), key=lambda n: n.start))


def _in_digits(text: str) -> list[Number]:
    found = []
    for hit in _DIGITS.finditer(text):
        end = hit.end("times") if hit["times"] else hit.end("decimals") if hit["decimals"] else hit.end("digits")
        if _MONEY_BEFORE.search(text, max(0, hit.start() - 24), hit.start()) or _MONEY_AFTER.match(text, end):
            continue
        if _is_reference(text, hit.start()):
            continue
        value = float(hit["digits"].replace(".", "") + "." + (hit["decimals"] or "0")) * _TIMES.get(
            hit["times"] or "", 1
        )
        found.append(Number(hit.start(), end, value, hit.start(), grouped="." in hit["digits"]))
    return found


def _is_reference(text: str, start: int) -> bool:
    """Whether the noun before a number takes it as its own: "week 12", but not "vorige week 12 plekken"."""
    noun = _REFERENCE.search(text, max(0, start - 30), start)
    return noun is not None and _POINTED.search(text, max(0, noun.start() - 14), noun.start()) is None


def _in_words(text: str) -> list[Number]:
    known = number_words()
    if known.keys().isdisjoint(_LETTERS.findall(text.lower())):
        return []
    found: list[Number] = []
    for hit in _WORD.finditer(text):
        word, times = hit["word"].lower(), _TIMES.get((hit["times"] or "").lower(), 1)
        if word not in known or (word == "acht" and _DEEMED.match(text, hit.end("word"))):
            continue
        one = Number(hit.start(), hit.end(), known[word] * times, hit.start(), spelled=True)
        if found and _continues(text, found[-1], one):
            before = found.pop()
            one = replace(before, end=one.end, value=before.value + one.value)
        found.append(one)
    return [one for one in found if not _MONEY_AFTER.match(text, one.end)]


def _continues(text: str, thousands: Number, one: Number) -> bool:
    """Whether a number in words goes on in the next word: "tweeduizend vijfhonderd"."""
    joined = text[thousands.end : one.start].isspace()
    return joined and one.value < _THOUSAND <= thousands.value and thousands.value % _THOUSAND == 0


def _qualify(text: str, number: Number) -> Number:
    hit = _qualified().search(text, max(0, number.start - 24), number.start)
    if hit is None:
        return number
    phrase = hit[1].lower()
    return replace(number, first=hit.start(), qualifier=phrase, limit=qualifiers()[phrase])
