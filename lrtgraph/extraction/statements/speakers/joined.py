"""What a clause behind a joint adds: a contribution of its own, or no more than the one before it runs on."""

from __future__ import annotations

from dataclasses import replace

from lrtgraph.extraction.grammar.lexicon import words
from lrtgraph.extraction.statements.sentence.passage import Passage
from lrtgraph.extraction.statements.sentence.syntax import forms
from lrtgraph.extraction.statements.speakers.found import Find
from lrtgraph.records import Act


def append(passage: Passage, found: list[Find], one: Find, joint: int, a: int, *, comma: bool) -> None:
    """Add what a clause behind a joint contributes, or let the contribution before it run on over the clause."""
    before = found[-1] if found else None
    if before is None:
        found.append(one)
    elif one.again and _concedes(passage, before, one, joint, a):
        told: Act = "antwoordt" if one.plain else one.act
        found[-1] = replace(before, end=one.end, act=told, denied=one.denied, towards=_all(one, before))
    elif _weighs(passage, before, one, joint, a):
        weighed = before if before.act == "steunt" else one
        found[-1] = replace(before, end=one.end, act=weighed.act, denied=weighed.denied)
    elif _same_breath(before, one, comma=comma):
        to = _all(before, one) if one.act == before.act else before.towards
        found[-1] = replace(before, end=one.end, towards=to)
    else:
        found.append(_against(passage, before, one, joint, a))


def turn(passage: Passage, found: list[Find], joint: int, start: int, end: int) -> None:
    """Let a clause `[start, end)` that contributes nothing of its own turn the understanding before it.

    "Toont begrip, maar blijft bij de ladder", is an objection.
    """
    if found and found[-1].act == "steunt" and _understood(passage, found[-1], joint, start):
        found[-1] = replace(found[-1], end=end, act="bezwaar", named="bezwaar")


def _concedes(passage: Passage, before: Find, one: Find, joint: int, start: int) -> bool:
    """ "begrijpt de zorg, maar …": who only shows understanding leads up to what he has to say."""
    kind = words("sympathy") if one.act == "bezwaar" else frozenset[str]()
    granted = before.act == "steunt" or (before.act == "informeert" and one.act == "bezwaar" and one.denied)
    return granted and _understood(passage, before, joint, start, kind)


def _understood(passage: Passage, before: Find, joint: int, start: int, kind: frozenset[str] = frozenset()) -> bool:
    """Whether a sentence turns, between the joint and `start`, against what was understood, or told in `kind`."""
    understanding = forms("understanding") | {"begrip"} | kind
    turned = not words("contrast").isdisjoint(passage.words[joint:start])
    return turned and not understanding.isdisjoint(passage.words[before.start : joint])


def _weighs(passage: Passage, before: Find, one: Find, joint: int, start: int) -> bool:
    """ "bevestigt dat het streng gebeurt, maar acht …": what is told leads up to a view behind "maar".

    Who supports something "maar wil eerst zien …" supports it on a condition.
    """
    turned = not words("contrast").isdisjoint(passage.words[joint:start])
    view = one.again and one.rule == "ellipsis" and one.manner == "attitude" and not before.aside
    awaited = before.act == "steunt" and passage.words[start + 1 : start + 2] == ("eerst",)
    return turned and view and ((before.act, one.act) == ("informeert", "bezwaar") or awaited)


def _against(passage: Passage, before: Find, one: Find, joint: int, start: int) -> Find:
    """ "steunt dat, maar wijst erop dat …": what is told behind support and "maar" is held against it."""
    turned = not words("contrast").isdisjoint(passage.words[joint:start])
    told = one.again and one.plain and one.act == "informeert" and passage.words[start] not in forms("noting")
    return replace(one, act="bezwaar", plain=False) if before.act == "steunt" and turned and told else one


def _same_breath(before: Find, one: Find, *, comma: bool) -> bool:
    """Whether a second verb of the same speaker adds no act of its own ("blijft …, komt daarop terug")."""
    if not one.again:
        return False
    if one.act == before.act:
        return True
    if before.act == "zegt_toe" and one.plain and one.rule == "ellipsis":
        return True  # "bekijkt wat mogelijk is en koppelt dit terug"
    adds_nothing = one.act in ("informeert", "zegt_toe", "antwoordt") or before.act == "zegt_toe"
    return comma and one.rule == "ellipsis" and adds_nothing


def _all(*found: Find) -> tuple[str, ...]:
    """Whom contributions that are one are directed to: "heeft plekken nodig en vraagt gemeenten om hulp"."""
    return tuple(dict.fromkeys(to for one in found for to in one.towards))
