"""What a number counts: a noun of the list, a concept that can be counted, a share; or no noun at all."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Literal, cast

from lrtgraph.extraction.context import Reading
from lrtgraph.extraction.targets.numbers import Number
from lrtgraph.records import Mention
from lrtgraph.resources import table
from lrtgraph.value import value

UnitClass = Literal["capacity", "people", "work", "time", "share", "weak", "member", "size", "other", "none"]

_PERCENT = re.compile(r"\s?(?:%|procent\b|percent\b)", re.I)
_BETWEEN = re.compile(
    r"\s+(?P<adjectives>(?:(?:extra|meer|stuks|aantal|nieuw|[^\W\d_]{3,}e|afgesproken|overeengekomen|aangeboden|toegewezen)\s+){0,3})(?P<noun>[^\W\d_][\w'-]*)"
)
_PARTICLES = frozenset({"weg", "af", "bij", "over", "uit", "op", "terug", "vrij", "leeg", "klaar"})
"""What a verb leaves behind a number: "vallen er 480 weg"."""
_POINTED = frozenset({"vorig", "dit", "volgend", "afgelopen", "vorige", "deze"})
"""What points out a time, which the number before it does not count."""
_BEHIND_NAME = re.compile(r"[\s-](?P<noun>(?:opvang)?(?:plekken|plaatsen)|bedden)\b", re.I)
_PLACES = frozenset({"plekken", "bedden"})
_WORD = re.compile(r"[^\W\d_][\w'-]*")
_INTENDED = re.compile(r"\b(?:beoogde?|benodigde?|geplande?|nodige|gewenste?|afgesproken|vereiste)\b", re.I)


@value
class Unit:
    """What is counted, where its noun ends (the number's own end where there is none), and how sure that says it.

    `concept` is the concept that is counted; `intended` says that an adjective makes it a target ("beoogde").
    """

    name: str | None
    kind: UnitClass
    end: int
    concept: str | None = None
    intended: bool = False

    def with_topics(self, topics: Iterable[str]) -> tuple[str, ...]:
        """What a number of it is about: what is counted, and the topics beside it, each once."""
        return tuple(dict.fromkeys([*((self.concept,) if self.concept else ()), *topics]))


@cache
def _listed() -> tuple[tuple[str, UnitClass, re.Pattern[str]], ...]:
    rows = table("targets", "units.tsv")
    return tuple((row["unit"], cast("UnitClass", row["class"]), re.compile(row["pattern"], re.I)) for row in rows)


def unit_of(reading: Reading, block: int, text: str, number: Number) -> Unit:
    """What a number of a block's text counts."""
    share = _PERCENT.match(text, number.end)
    if share is not None:
        return Unit("procent", "share", share.end())
    between = _BETWEEN.match(text, number.end)
    if between is None:
        return Unit(None, "none", number.end)
    words = list(re.finditer(r"[^\W\d_][\w'-]*", between[0]))
    for word in words:
        unit = _counted(reading, block, text, between.start() + word.start(), between.start() + word.end())
        if unit is not None:
            intended = _INTENDED.search(between["adjectives"]) is not None
            return Unit(unit.name, unit.kind, unit.end, unit.concept, intended)
    return _noun(reading, block, number) or Unit(None, "none", number.end)


def unit_before(reading: Reading, block: int, text: str, start: int, end: int) -> Unit | None:
    """What was last counted or can be counted between `start` and `end`, where a number without a noun begins.

    A noun for places rather than where they are: "het aantal plekken in de crisisnoodopvang is 4.600".
    """
    found: Unit | None = None
    for word in _WORD.finditer(text, start, end):
        unit = _counted(reading, block, text, word.start(), word.end())
        if unit is None or unit.kind not in ("capacity", "people", "weak"):
            continue
        if found is None or not (unit.kind == found.kind == "capacity" and is_noun(found) and not is_noun(unit)):
            found = unit
    return found


def is_noun(unit: Unit) -> bool:
    """Whether what is counted has a noun of the list, and not just the name of a facility or scheme."""
    return any(name == unit.name for name, _, _ in _listed())


def unit_of_group(notation: str) -> str:
    """What the members of a target group are counted in."""
    return notation if notation == "vergunninghouders" else "personen"


def _noun(reading: Reading, block: int, number: Number) -> Unit | None:
    """A noun of no list behind a number and adjectives, by its part of speech."""
    doc = reading.docs[block]
    for token in doc[bisect_left(range(len(doc)), number.end, key=lambda k: doc[k].idx) :]:
        if token.lower_ in _POINTED:
            return None  # "tegen 2.700 vorig jaar"
        if token.pos_ == "ADJ" or token.lower_ == "aantal":
            continue
        noun = token.pos_ == "NOUN" and token.lower_ not in _PARTICLES
        return Unit(token.text, "other", token.idx + len(token)) if noun else None
    return None


def _counted(reading: Reading, block: int, text: str, start: int, end: int) -> Unit | None:
    mention = reading.mention_at(block, start)
    if mention is not None and mention.block_start == start:
        return _places_in(reading, mention, text) or _counted_concept(reading, mention.concept, mention.block_end)
    listed = _listed_unit(text[start:end])
    return None if listed is None else Unit(*listed, end)


@lru_cache(maxsize=4096)
def _listed_unit(word: str) -> tuple[str, UnitClass] | None:
    return next(((name, kind) for name, kind, pattern in _listed() if pattern.fullmatch(word)), None)


def _places_in(reading: Reading, mention: Mention, text: str) -> Unit | None:
    """Places in a facility or for a group, which are places: "CNO-plekken", "CNO plaatsen", "amv-plekken"."""
    behind = _BEHIND_NAME.match(text, mention.block_end)
    end = mention.block_end if behind is None else behind.end()
    listed = _listed_unit(text[mention.block_start : end] if behind is None else behind["noun"])
    known = reading.gazetteer.kind(mention.concept) == "group" or reading.is_instrument(mention.concept)
    places = listed is not None and listed[0] in _PLACES and known
    return Unit(*listed, end, mention.concept) if listed is not None and places else None


def _counted_concept(reading: Reading, notation: str, end: int) -> Unit | None:
    concept = reading.gazetteer.concepts.get(notation)
    if concept is None:
        return None
    if concept.kind == "group":
        return Unit(unit_of_group(notation), "people", end, notation)
    if concept.cls in {"Facility", "Procedure", "Scheme"}:
        return Unit(concept.pref_label.split()[0], "capacity", end, notation)
    if concept.cls in {"Group", "Body", "Office"} or concept.kind == "actor":
        return Unit(concept.pref_label, "weak", end, notation)
    return None
