"""The end of a letter or mail: "Met vriendelijke groet," and who signs, with address and telephone number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lrtgraph.layout.bullets import read_marker
from lrtgraph.layout.head_words import head_words, plain_form
from lrtgraph.layout.lines import Line

_GREETING = re.compile(
    r"(?:(?:met\s+)?(?:vriendelijke|hartelijke|beste|collegiale)\s+groet(?:en|jes)?|(?:veel\s+)?groet(?:en|jes)?"
    r"|hoogachtend|m\.?v\.?g\.?|namens\s+de\s+voorzitter)\s*[,.!]?",
    re.IGNORECASE,
)
_MOST_LINES = 14
_MOST_WORDS = 9
_SENTENCE = re.compile(r"[^\W\d_]{3,}[.?!]\Z")


def signature_lines(text: str, lines: Sequence[Line]) -> set[int]:
    """The lines of greetings and of what stands below them, up to text again.

    >>> from lrtgraph.layout.lines import split_lines
    >>> text = "COA levert cijfers.\\n\\nMet vriendelijke groet,\\n\\nK. de Vries\\nSecretaris LRT"
    >>> sorted(signature_lines(text, split_lines(text)))
    [2, 4, 5]
    """
    found: set[int] = set()
    below = 0
    for index, line in enumerate(lines):
        if line.blank:
            continue
        body = text[line.start : min(line.end, line.start + 200)]
        if _GREETING.fullmatch(body):
            below = _MOST_LINES
        elif below and _is_text(text, line, body):
            below = 0
        if below:
            found.add(index)
            below -= 1
    return found


def _is_text(text: str, line: Line, body: str) -> bool:
    """Something begins again: a bullet or number, a standing head, or a line of running text."""
    marker = read_marker(text, line.start, line.end)
    plain = plain_form(body)
    standing = any(plain.startswith(word) for word in head_words()["closing"]) or plain in head_words()["section"]
    return marker is not None or standing or len(body.split()) > _MOST_WORDS or bool(_SENTENCE.search(body))
