"""Who sits at the table of a meeting, listed or by what they say there."""

from __future__ import annotations

from lrtgraph.extraction.context import Reading
from lrtgraph.extraction.grammar.lexicon import words
from lrtgraph.extraction.statements.sentence.blocks import SILENT_KINDS, passage_of
from lrtgraph.extraction.statements.sentence.passage import Passage
from lrtgraph.extraction.statements.speakers.finding import find
from lrtgraph.extraction.statements.speakers.found import Setting

_LABEL_REACH = 24  # characters within which a block's first name may be who speaks: "De heer Van der Burg"
_LISTED = 2  # seats present that make a list


def has_list(reading: Reading) -> bool:
    """Whether there is an attendance list, and not just a word on who was absent or replaced."""
    return len({p.concept for p in reading.participants if p.status == "present"}) >= _LISTED


def at_table(reading: Reading, seats: frozenset[str], read: dict[int, Passage]) -> frozenset[str]:
    """The seats, and actors that open a block followed by a colon or a verb of speech, listed or not.

    The passages that it makes on the way are left in `read`.
    """
    found = {*seats, "leden"} if seats else set()
    listed = has_list(reading)
    for index, block, doc in reading.blocks():
        if block.kind in SILENT_KINDS:
            continue
        first = next(iter(reading.mentions_in(index)), None)
        if first is None or (listed and first.block_start > _LABEL_REACH):
            continue
        passage = read[index] = passage_of(reading, index, block, doc)
        if not listed:  # nothing else tells who is at the table: every sentence is asked
            for start, end in passage.sentences:
                found |= _heard(passage, start, end, frozenset({"saying", "attitude"}))
            continue
        group = passage.groups[0] if passage.groups else None
        if group is None or group.start > 1 or len(passage.words) < 3:
            continue
        if found.issuperset(concept for other in passage.groups if other.start <= 1 for concept in other.concepts):
            continue  # who may open it sits there already
        found |= _heard(passage, *passage.sentences[0], frozenset({"saying"}))
    return frozenset(found)


def _heard(passage: Passage, start: int, end: int, manners: frozenset[str]) -> frozenset[str]:
    """Who opens a sentence as the subject of a verb of one of `manners`, or as its label."""
    one = next(iter(find(passage, start, end, Setting())), None)
    if one is None or one.group is None or one.manner not in manners:
        return frozenset()
    opens = one.group.start <= start + 1 and one.rule in ("subject", "label")
    return frozenset(one.group.concepts) - words("crowd") if opens or "attitude" in manners else frozenset()
