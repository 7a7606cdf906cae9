"""The gedeputeerde at the table of one province speaks for that province, which his office alone does not say."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Any, Final, TypeVar

from lrtgraph.records import Mention, Outcome, Participant, Record, Responsibility, Statement, StatusReport, Target

_DEPUTIES: Final = "gedeputeerden"
_DEPUTY = re.compile(r"\b(?:gedeputeerde|gedep\.|ged\.)(?!\w)", re.IGNORECASE)
"""One who sits at the table, by his office alone: "dhr. Bos (gedeputeerde)"."""
_MANY = re.compile(r"gedeputeerden\b", re.IGNORECASE)
_ACTING: Final = frozenset({"speakers", "owners", "actor"})
"""The fields of who speaks or acts: whoever is named first, where a fact names one gedeputeerde and several."""

_Fact = TypeVar("_Fact", Mention, Participant, Outcome, Statement, Target, Responsibility, StatusReport)


def with_deputies(record: Record, province: str | None) -> Record:
    """The record with the province for its gedeputeerde, where one sits at its table of whom no province is told.

    In: a record, and the province whose table met, if it is that of one. Out: the same with the province for the
    office, but where the words of a fact have "gedeputeerden", who are those of all provinces: beside the one who sits
    there, they are not who speaks or acts, unless they are named first.
    """
    deputies = (one.evidence.text for one in record.participants if one.concept == _DEPUTIES)
    if province is None or not any(map(_DEPUTY.search, deputies)):
        return record
    named = sorted((m.start, _MANY.fullmatch(m.text) is not None) for m in record.mentions if m.concept == _DEPUTIES)

    def own(facts: Iterable[_Fact]) -> tuple[_Fact, ...]:
        return tuple(_own(fact, str(province), named) for fact in facts)

    said = (replace(one, promise=one.promise and _own(one.promise, str(province), named)) for one in record.statements)

    return replace(
        record,
        participants=own(record.participants),
        mentions=own(record.mentions),
        outcomes=own(record.outcomes),
        statements=own(said),
        targets=own(record.targets),
        ownership=own(record.ownership),
        reports=own(record.reports),
    )


def _own(fact: _Fact, province: str, named: list[tuple[int, bool]]) -> _Fact:
    """The fact with the province for the office; `named` is where that stands, and whether as several who hold it."""
    told = fact if isinstance(fact, Mention) else fact.evidence
    within = [
        many for _, many in named[bisect_left(named, (told.start, False)) : bisect_left(named, (told.end, False))]
    ]
    if within and all(within):
        return fact
    values = ((field.name, getattr(fact, field.name)) for field in fields(fact))
    both = [value for value in values if not any(within) or (value[0] in _ACTING) is not within[0]]
    own: dict[str, Any] = {name: _for(value, province) for name, value in both}
    return replace(fact, **own)


def _for(value: object, province: str) -> object:
    """What a field of a fact holds, with the province in place of the office."""
    if isinstance(value, tuple) and _DEPUTIES in value:
        return tuple(dict.fromkeys(province if one == _DEPUTIES else one for one in value))
    return province if value == _DEPUTIES else value
