"""The gazetteer and the lexicon that tests of layouts and heads read with, made once."""

from __future__ import annotations

from functools import cache

from lrtgraph.gazetteer import Gazetteer, load
from lrtgraph.layout.lexicon import Lexicon


@cache
def gazetteer() -> Gazetteer:
    return load()


@cache
def lexicon() -> Lexicon:
    return Lexicon.of((), (alias.text for alias in gazetteer().aliases() if not alias.hidden))
