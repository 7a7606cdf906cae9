"""Short forms that a document sets for itself: "de provincie Flevoland (hierna: provincie)".

From then on the short form names what stands before it, where it is definite: "een provincie" and "per provincie"
stay what they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lrtgraph.linking.matcher import Match

_FROM_NOW_ON = ("hierna", "verder", "hieronder", "in het vervolg", "afgekort")
_HEREAFTER = re.compile(
    rf"[\s,(]*\b(?:{'|'.join(_FROM_NOW_ON)})\b"
    r"(?:\s+(?:ook|verder|te noemen|genoemd|aangeduid als))*"
    r"\s*:?\s*[\"'“‘]?(?:de |het )?(?P<term>[^\W\d_][\w-]*(?: [^\W\d_][\w-]*)?)[\"'”’]?\s*(?=[),;.]|\Z)",
    re.I,
)
_DEFINING = re.compile(r"[(:\"'“‘]|noemen|genoemd|aangeduid", re.I)  # alone an adverb: "DGM werkt het plan verder uit"
_GENERIC = re.compile(
    r"\b(?:een|geen|per|p\.|elke|iedere|elk|ieder|andere|ander|welke|welk|zo'n|iedere andere)\s+\Z", re.I
)
_LOOK_BACK = 16  # characters within which a word makes a short form generic


def short_forms(texts: Sequence[str], found: Sequence[Sequence[Match]]) -> dict[str, str]:
    """Short form → the concept that it names from its definition on.

    `found[i]` are the names in `texts[i]`. A name counts where "hierna" begins just behind it.

    >>> text = "de provincie Flevoland (hierna: provincie)"
    >>> short_forms([text], [[Match(3, 22, "provincie:Flevoland", "administration", 0.95, "")]])
    {'provincie': 'provincie:Flevoland'}
    """
    forms: dict[str, str] = {}
    for text, matches in zip(texts, found, strict=True):
        if not _mentions_one(text):
            continue
        for match in sorted(matches, key=lambda m: (m.start, -m.end)):
            hit = _HEREAFTER.match(text, match.end)
            if hit is not None and _DEFINING.search(hit[0]):
                forms.setdefault(hit["term"], match.concept)
    return forms


def _mentions_one(text: str) -> bool:
    lower = text.lower()
    return any(word in lower for word in _FROM_NOW_ON)


def uses(text: str, forms: dict[str, str], reason: str = "the document says so with 'hierna'") -> Iterator[Match]:
    """Where a text uses the short forms of its document, for the reason given."""
    for term, concept in forms.items():
        for hit in re.finditer(rf"(?<![\w-])(?:{re.escape(term)}|{re.escape(term.capitalize())})(?![\w-])", text):
            if not _GENERIC.search(text, max(0, hit.start() - _LOOK_BACK), hit.start()):
                yield Match(hit.start(), hit.end(), concept, "short-form", 0.96, reason)
