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

_Fact = TypeVar("_Fact", Mention, Participant, Outcome, Statement, Target, Responsibility, StatusReport)


def with_deputies(record: Record, province: str | None) -> Record:
    """The record with the province for its gedeputeerde, where one sits at its table of whom no province is told.

    In: a record, and the province whose table met, if it is that of one. Out: the same with the province for the
    office, but in facts whose words have "gedeputeerden", who are those of all provinces.
    """
    deputies = (one.evidence.text for one in record.participants if one.concept == _DEPUTIES)
    if province is None or not any(map(_DEPUTY.search, deputies)):
        return record
    many = [m.start for m in record.mentions if m.concept == _DEPUTIES and _MANY.fullmatch(m.text)]

    def own(facts: Iterable[_Fact]) -> tuple[_Fact, ...]:
        return tuple(_own(fact, str(province), many) for fact in facts)

    return replace(
        record,
        participants=own(record.participants),
        mentions=own(record.mentions),
        outcomes=own(record.outcomes),
        statements=own(record.statements),
        targets=own(record.targets),
        ownership=own(record.ownership),
        reports=own(record.reports),
    )


def _own(fact: _Fact, province: str, many: list[int]) -> _Fact:
    """The fact with the province for the office; the same where its words tell of several who hold that."""
    told = fact if isinstance(fact, Mention) else fact.evidence
    at = bisect_left(many, told.start)
    if at < len(many) and many[at] < told.end:
        return fact
    values = ((field.name, getattr(fact, field.name)) for field in fields(fact))
    own: dict[str, Any] = {name: _for(value, province) for name, value in values}
    return replace(fact, **own)


def _for(value: object, province: str) -> object:
    """What a field of a fact holds, with the province in place of the office."""
    if isinstance(value, tuple) and _DEPUTIES in value:
        return tuple(dict.fromkeys(province if one == _DEPUTIES else one for one in value))
    return province if value == _DEPUTIES else value
