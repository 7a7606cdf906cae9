"""Names of people in full: a mention of a surname, with the given names and initials that stand before it.

A person's mention is the surname alone. For who is the subject of a verb, or stands behind a preposition, the whole
name counts: "Fleur Otten verzoekt VNG …" opens with its subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from dataclasses import replace

from lrtgraph.dutch.surnames import LETTER, given_names, in_order, surnames
from lrtgraph.notations import is_person
from lrtgraph.records import Block, Document, Mention, Participant

_WORD = re.compile(r"(?<![\w-])(?:\(\w+\)|\w[^\s()]*)(?=\s+\Z)")
_INITIALS = re.compile(rf"(?:{LETTER}\.-?)+\Z")
_REACH = 40
"""Characters before a surname in which the last word before it lies."""


def first_names(participants: Iterable[Participant]) -> frozenset[str]:
    """All that stands before the surnames in a list of names, but for titles.

    >>> from lrtgraph.records import Participant, Span
    >>> row = Participant("Fleur van Otten", "IPO", "present", Span(0, 15, "Fleur van Otten"), None, "attendance", 1.0)
    >>> first_names([row])
    frozenset({'Fleur'})
    """
    listed = [row.name for row in participants if row.name]
    found: set[str] = set()
    for name, (last, _) in zip(listed, surnames(listed), strict=True):
        ordered = in_order(name)
        if len(ordered) > len(last) and ordered.lower().endswith(last.lower()):
            found.update(word for word in ordered[: -len(last)].split() if word[0].isupper())
    return frozenset(found)


def in_full(document: Document, block: Block, mention: Mention, listed: Set[str], after: int = 0) -> Mention:
    """A person's mention with the given names and initials before it; any other mention as it is.

    `listed` are the given names of those who attended, `after` is where in the block's text the name before it ends.
    """
    if not is_person(mention.concept):
        return mention
    first = mention.block_start
    while (word := _WORD.search(block.text, max(after, first - _REACH), first)) and _is_given(word[0], listed):
        first = word.start()
    if first == mention.block_start:
        return mention
    start, end = block.raw(first, mention.block_end)
    return replace(mention, start=start, end=end, text=document.text[start:end], block_start=first)


def _is_given(word: str, listed: Set[str]) -> bool:
    """Whether a word is a given name, in brackets too, or initials: "Fleur", "Jan-Willem", "(Jan)", "J.H."."""
    word = word.strip("()")
    if word in listed or word in given_names() or _INITIALS.match(word):
        return True
    first, hyphen, second = word.partition("-")
    return bool(hyphen) and first in given_names() and second in given_names()
