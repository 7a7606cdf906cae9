"""What "gemeente" and "provincie" alone mean at a table: those that its minutes name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lrtgraph.gazetteer import Gazetteer

_NAMED = re.compile(
    r"\b(?P<kind>gemeente|provincie)(?P<name>(?:\s(?:aan|op|bij|de[nr]?|het|(?-i:['’A-Z])[\w'’-]*))+)", re.I
)


def governments(texts: Iterable[str], gazetteer: Gazetteer) -> dict[str, str]:
    """What "gemeente" and "provincie" alone mean where texts name one of the kind, and no other.

    >>> from lrtgraph.gazetteer import load
    >>> governments(["gemeente Den Haag | provincie Drenthe", "PROVINCIE GRONINGEN"], load())
    {'gemeente': 'gemeente:Den_Haag'}
    """
    named: dict[str, set[str]] = {}
    for match in (match for text in texts for match in _NAMED.finditer(text)):
        kind, words = match["kind"].lower(), match["name"].split()
        tried = (" ".join((kind, *words[:size])) for size in range(len(words), 0, -1))
        notations = (concept.notation for name in tried for concept in gazetteer.find(name))
        if (found := next((one for one in notations if one.startswith(f"{kind}:")), None)) is not None:
            named.setdefault(kind, set()).add(found)
    return {kind: min(ones) for kind, ones in named.items() if len(ones) == 1}
