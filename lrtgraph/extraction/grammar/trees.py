"""What rules ask of a dependency tree. Few do, and for few sentences: a Doc is parsed when the first of them asks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from spacy.tokens import Token

PARSE: Final = "lrtgraph.parse"
"""Where a Doc's `user_data` holds the function that parses it in place, until that is called."""

_SUBJECT: Final = ("nsubj", "nsubj:pass")


def has_subject(tokens: Iterable[Token]) -> bool:
    """Whether the parser takes one of these tokens of a Doc for the head of a subject.

    A Doc that was never parsed, and is not to be, has none.

    >>> from lrtgraph.language import load
    >>> doc = load()("Het COA verstuurt de brief.")
    >>> has_subject(doc[1:2]), has_subject(doc[3:5])
    (True, False)
    """
    for token in tokens:
        parse = token.doc.user_data.pop(PARSE, None)
        if parse is not None:
            parse(token.doc)
        if token.dep_ in _SUBJECT:
            return True
    return False
