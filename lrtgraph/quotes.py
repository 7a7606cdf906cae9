"""Quotes as people read them: on one line, without the marks of Markdown that the document has in them.

A quote is the exact text between two offsets, marks included and often only half of a pair: "Bos:** akkoord". So it
stays in the graph and in all forms for machines; this is how tables, cards, notebooks and the map show it. A graph
holds no more of a document than that text, and a .txt may be Markdown as well as an .md, so the marks tell
themselves: each has a form that plain minutes do not write.
"""

from __future__ import annotations

import re
from typing import Final

_MARKS: Final = (
    (re.compile(r"<br\s?/?>", re.IGNORECASE), " "),
    (re.compile(r"!?\[([^\[\]]{1,300})\]\((?:https?://|mailto:|www\.|\.{0,2}/|#)[^\s()]{0,1000}\)"), r"\1"),
    (re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+", re.MULTILINE), ""),
    (re.compile(r"(?<!\*)\*{2,3}(?!\*)"), ""),
    (re.compile(r"(?<!\w)_{1,3}(?=[^\W_])|(?<=[^\W_]|[.,:;!?)])_{1,3}(?!\w)"), ""),
    (re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]{1,300})(?<=\S)\*(?![\w*])"), r"\1"),
    (re.compile(r"\\([!#*()\[\]_`|.+-])"), r"\1"),
)
"""A mark and what it leaves to read, in the order in which they are taken off."""
_SIGNS: Final = frozenset("<[#*_\\")


def readable(quote: str) -> str:
    """A quote on one line and without marks.

    >>> readable("Bos:** akkoord met\\n[het kader](https://example.org)"), readable("**Besluit:** _unaniem_")
    ('Bos: akkoord met het kader', 'Besluit: unaniem')
    >>> readable("2 * 3 plekken * 4 (BAK_OEK), [5.1.2.e] # 7")
    '2 * 3 plekken * 4 (BAK_OEK), [5.1.2.e] # 7'
    """
    if not _SIGNS.isdisjoint(quote):
        for mark, left in _MARKS:
            quote = mark.sub(left, quote)
    return " ".join(quote.split())
