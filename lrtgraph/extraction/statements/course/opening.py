"""How a block opens: with a label, as what is promised, or as what its last speaker goes on to say."""

from __future__ import annotations

import re

from lrtgraph.extraction.grammar.lexicon import words
from lrtgraph.extraction.statements.sentence.passage import Passage
from lrtgraph.extraction.statements.speakers.found import Setting
from lrtgraph.extraction.statements.speakers.subjects import by_subject
from lrtgraph.records import Block

LABEL = re.compile(
    r"\s*(?P<square>\[)?(?P<label>besluit(?:en)?|afspra(?:ak|ken)|acties?|actiepunt(?:en)?|conclusies?|toezegging(?:en)?)\b"
    r"(?:\s*\([^)]*\)|\s+[A-Za-z]?\d+|(?<=toezegging)\s+[\w’' ]{2,30})?\s*(?(square)[^\]\n]{0,40}\]:?|[:–-])\s*",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\d{1,2}\.\d{1,2}")
"""What a numbered paragraph of minutes begins with, below the number of its item."""


def label_of(text: str) -> str | None:
    """The label that a block's text opens with, in lower case; None where it has none.

    >>> label_of("Actie (COA): kaart maken"), label_of("[Actie COA] kaart maken"), label_of("VNG: eens")
    ('actie', 'actie', None)
    """
    match = LABEL.match(text)
    return match.group("label").lower() if match else None


def promises(passage: Passage) -> bool:
    """Whether all that is marked is that somebody promises something: "→ SJenV zegt toe dit uit te zoeken"."""
    if len(passage.sentences) != 1:
        return False
    found = by_subject(passage, *passage.sentences[0], passage.sentences[0][1], Setting())
    return found is not None and found.who == "named" and found.act == "zegt_toe" and found.manner == "saying"


def runs_on(passage: Passage, block: Block, previous: Block | None, *, broken: bool) -> bool:
    """Whether a new paragraph is still the last speaker's: it says "we", or opens with a word that points to him.

    Of numbered paragraphs so is one without a number at the head of a page: the page has `broken` it off.
    """
    lower = passage.words
    first = next((k for k in range(len(lower)) if lower[k] not in words("aanhef")), 0)
    if lower[first] in words("possessive") or lower[first] in words("pronoun"):
        return True
    if block.kind != "paragraph" or previous is None:
        return False
    if broken and _NUMBERED.fullmatch(previous.marker or "") and previous.item == block.item:
        return True
    if previous.kind != "paragraph":
        return False
    return not words("first_person").isdisjoint(lower)
