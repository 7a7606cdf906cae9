"""What a speaker did by what he says: his act, and how far that is settled."""

from __future__ import annotations

from typing import Literal

from lrtgraph.extraction.statements.speech.lexicon import SpeechFrame
from lrtgraph.records import Act
from lrtgraph.value import value

Standing = Literal["weighed", "named", "final"]
"""How far a predicate settles the act: not, by naming it, or whatever else is said."""


@value
class SpokenAct:
    """What a speaker did: the act, the frame that says so, the tokens it takes, and whether it was denied.

    `standing`: how far the predicate settles the act whatever else is said. `answering`: the act where somebody asked
    for something else.
    """

    act: Act
    frame: SpeechFrame | None
    used: frozenset[int]
    denied: bool
    standing: Standing = "weighed"
    answering: Act | None = None
