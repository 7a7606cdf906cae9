"""Bodies of the state before which laws and agreements come, and what they do with them."""

from __future__ import annotations

from functools import cache

from lrtgraph.extraction.grammar.lexicon import table


def decides_on(concept: str) -> str | None:
    """What a body does with what comes before it, in a few words; None for any other actor.

    >>> decides_on("RvS"), decides_on("VNG")
    ('advies', None)
    """
    return _bodies().get(concept)


@cache
def _bodies() -> dict[str, str]:
    return {row["concept"]: row["role"] for row in table("deciding_bodies")}
