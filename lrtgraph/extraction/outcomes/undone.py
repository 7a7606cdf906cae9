"""What says at the end of a line that its task is not done yet: "Kaart maken (COA, 1 mei), loopt"."""

from __future__ import annotations

import re
from functools import cache

from lrtgraph.extraction.outcomes.status import told_words

_BEFORE_STATUS = re.compile(r"\s[–—-]\s+|[,.:;]\s+|\s[|/]\s+|\s+(?=[(\[])")
"""What may part a task or its last field from how it stands."""
_LONGEST = 120
"""Characters within which a line ends with how its task stands: a status is a few words."""
STATE = r"(?:status|voortgang|stand(?:\s+van\s+zaken)?)\s*[:–-]\s*"
"""The label before how something stands."""


def stays_open(text: str) -> bool:
    """Whether a few words say of a task that it is not done yet, and nothing else.

    >>> [stays_open(told) for told in ("Status: loopt nog.", "nog niet gereed", "lopende zaken melden", "gereed")]
    [True, True, False, False]
    """
    return _open_status().fullmatch(text) is not None


def open_tail(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the sign begins, and the words behind it, by which a line ends that says that its task is not done yet.

    >>> text = "Kaart maken (COA, 1 mei, loopt)"
    >>> text[slice(0, open_tail(text, 0, len(text))[0])], open_tail("Loopt nog.", 0, 10)
    ('Kaart maken (COA, 1 mei', None)
    """
    first = re.compile(r"\w").search(text, start, end)
    signs = _BEFORE_STATUS.finditer(text, max(first.start(), end - _LONGEST), end) if first else ()
    return next((sign.span() for sign in signs if stays_open(text[sign.end() : end])), None)


@cache
def _open_status() -> re.Pattern[str]:
    done = f"{told_words('finished')}|{told_words('done')}"
    undone = rf"(?:{told_words('undone')})\s+(?:(?:geheel|volledig|helemaal)\s+)?(?:{done})"
    return re.compile(
        rf"\W*+(?:{STATE})?(?:(?:is|staat|nog|nu|inmiddels|reeds|al)\s+)*"
        rf"(?:(?:{told_words('open')})(?:\s+(?:nog|steeds|door|verder|{told_words('open')}))*|{undone})"
        r"(?:\s*+\([^()]*+\))?\W*+",
        re.IGNORECASE,
    )
