"""What a statement is in the graph: what it does towards whom, and how it stands to its subjects."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from lrtgraph.records import Statement

_TELLING: Final = frozenset({"informeert", "antwoordt"})


def stands(statement: Statement) -> Iterator[Statement]:
    """A statement as the facts that it makes.

    Mostly itself alone. Who shares an objection supports who made it, and objects to its subject; who objects to the
    end of something supports that: no fact says that he supports what he is against. Who asks for the end of something
    asks for that, and objects to it.

    >>> from lrtgraph.records import Span
    >>> proof = Span(0, 18, "VNG sluit zich aan")
    >>> joins = Statement(("VNG",), "steunt", ("IPO",), ("HAR",), proof, "subject", 0.9, (), 1, ("HAR",), "bezwaar")
    >>> [(one.act, one.addressees, one.about) for one in stands(joins)]
    [('steunt', ('IPO',), ()), ('bezwaar', (), ('HAR',))]
    """
    if not statement.apart:
        yield statement
        return
    if statement.act == "verzoekt":
        yield statement
    else:
        yield replace(statement, about=tuple(one for one in statement.about if one not in statement.apart))
    yield replace(statement, act=statement.stance, addressees=(), about=statement.apart, rule="stance", answers=())


def is_beside(fact: Statement, said: Statement) -> bool:
    """Whether a fact that a statement makes only tells what it is said under: "is tegen de boete" under a law."""
    return fact.act != said.act and fact.act in _TELLING
