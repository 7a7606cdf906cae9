"""Offices by a bare title: "de minister" is an office only where one office alone can be meant.

The gazetteer tells which offices bear a title; the attendance list which of them sat at the table; a full name in
the document ("de minister voor VRO") which of them is spoken of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from typing import TYPE_CHECKING

from lrtgraph.linking.matcher import Match

if TYPE_CHECKING:
    from lrtgraph.gazetteer import Gazetteer

_TITLES = ("minister", "staatssecretaris", "directeur-generaal")
_BARE = re.compile(
    rf"\b(?P<title>(?i:{'|'.join(map(re.escape, _TITLES))}))(?![\w-])"
    r"(?!\s+(?:van|voor|bij|zonder|[A-ZÀ-Þ&]{2,})\b)"
)


def titled_offices(gazetteer: Gazetteer) -> dict[str, frozenset[str]]:
    """The offices of the gazetteer by the title that their name begins with: "minister" → {"MBZK", "MVRO", …}."""
    offices: dict[str, set[str]] = {}
    for notation, concept in gazetteer.concepts.items():
        title = concept.pref_label.split()[0].lower() if concept.cls == "Office" else ""
        if title in _TITLES:
            offices.setdefault(title, set()).add(notation)
    return {title: frozenset(found) for title, found in offices.items()}


def bare_titles(text: str, offices: dict[str, frozenset[str]], seated: Set[str], named: Set[str]) -> Iterator[Match]:
    """Bare titles in a text that can mean one office only.

    `seated` are the offices at the table, `named` the concepts that the document surely names.

    >>> offices = {"minister": frozenset({"MBZK", "MVRO"})}
    >>> [m.concept for m in bare_titles("De minister zegt toe.", offices, {"MBZK", "VNG"}, frozenset())]
    ['MBZK']
    """
    for hit in _BARE.finditer(text):
        title = hit["title"].lower()
        among = offices.get(title, frozenset())
        for group, confidence, why in (
            (among & seated, 0.9, f"the only {title} at the table"),
            (among & named, 0.8, f"the only {title} whom the document names"),
            (among, 0.85, f"the only {title} in the gazetteer"),
        ):
            if len(group) == 1:
                yield Match(hit.start(), hit.end(), min(group), "bare-title", confidence, why)
                break
            if group:
                break  # several can be meant
