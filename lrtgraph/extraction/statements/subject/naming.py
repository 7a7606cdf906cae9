"""What a contribution names: the concepts in its words that count, by what stands around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from lrtgraph.extraction.grammar.tokens import tokens_of
from lrtgraph.extraction.local_offices import local_offices
from lrtgraph.extraction.members import KINDS, with_members
from lrtgraph.extraction.seats import EVERYWHERE
from lrtgraph.extraction.statements.course.floor import Contribution
from lrtgraph.notations import PERSON, PLACE, PLACES, is_person

if TYPE_CHECKING:
    from lrtgraph.extraction.context import Reading
    from lrtgraph.records import Mention

"""How the ids of places begin."""

NEVER = frozenset({"leden"})
"""Those at the table are spoken to, not of."""
_BEHIND_PREPOSITION = re.compile(
    r"\b(?:van|voor|bij|in|met|aan|naar|tussen)\s+(?:(?:de|het|een|eigen)\s+)?$", re.IGNORECASE
)
_SOURCE = re.compile(
    r"\b(?:volgens|aldus|wat|zo|namens|(?:oordeel|mening|opvatting|zeggen|reactie|kant|zijde|inziens)\s+van)"
    r"\s+(?:(?:de|het)\s+)?$",
    re.IGNORECASE,
)
_SEAT = re.compile(r"[\s,(´’'s]*(?:van|namens|uit)?\s*(?:de|het)?\s*")
_SENTENCE_END = re.compile(r"[.;!?:]\s")
_OF_DATE = re.compile(r"[´'’]?s?\s+(?:(?:van|d\.?d\.?)\s+)?\d", re.IGNORECASE)


def named(reading: Reading, row: Contribution) -> list[str]:
    """The concepts named in a row's words, each once, in order of appearance.

    The speaker is one where the row says something of it: behind a preposition ("het bestuur van de VNG"), or where it
    is named again in one sentence ("CdK geeft aan dat de commissarissen als rijksorgaan handelen"), unless only as the
    source of what is said ("volgens CdK").
    """
    found: list[str] = []
    for block, start, end in row.places:
        text = reading.layout.blocks[block].text
        behind: dict[str, int] = {}  # where in this block the first naming of a speaker, or of its person, ends
        speaker_end = None  # where the speaker's name ends that stands right before
        mentions = reading.mentions_in(block, start, end)
        behind_kind = taking_part(reading, block, mentions, row)
        for number, mention in enumerate(mentions):
            if mention.block_start in behind_kind:
                continue
            concept, beside = mention.concept, speaker_end == mention.block_start - 1
            speaker_end = mention.block_end if concept in row.speakers else None
            known_by = behind.get(concept, behind.get(PERSON) if len(row.speakers) == 1 else None)
            if concept in row.speakers or concept in row.persons:
                behind.setdefault(PERSON if is_person(concept) else concept, mention.block_end)
            if is_person(concept) or concept in NEVER or concept in found:
                continue
            if is_holder(mention):
                continue
            if concept in row.speakers and not _spoken_of(text, start, mention, number > 0, known_by):
                continue
            if _is_meeting(reading, mention, text) or (beside and concept.startswith(PLACES)):
                continue  # "de LRT van 23 april", "Kattenberg (VR Flevoland)"
            found.append(concept)
    return found


def taking_part(reading: Reading, block: int, mentions: Sequence[Mention], row: Contribution) -> frozenset[int]:
    """Where those of a block's mentions begin that only tell who speaks or is spoken to: "de burgemeesters van Ede"."""
    if not any(mention.concept.startswith(PLACE) or mention.concept in KINDS for mention in mentions):
        return frozenset()
    tokens, who = tokens_of(reading.docs[block]), {*row.speakers, *row.towards}
    items = [(*tokens.at(mention.block_start, mention.block_end), mention.concept) for mention in mentions]
    members = [one for one in with_members(tokens.lower, items, reading.gazetteer.concepts) if one[2] in who]
    return frozenset(
        mention.block_start
        for mention, (first, last, concept) in zip(mentions, items, strict=True)
        if concept not in who and any(start <= first and last <= end for start, end, _ in members)
    )


def is_holder(mention: Mention) -> bool:
    """Whether a mention is one holder of a local office, and not what is spoken of: "Gedeputeerde Smit"."""
    return mention.concept in EVERYWHERE and mention.text.lower() in local_offices()


def _spoken_of(text: str, start: int, mention: Mention, later: bool, known_by: int | None) -> bool:
    """Whether a row that begins at `start` speaks of its own speaker here; `known_by` is where it was named first."""
    before = text[start : mention.block_start]
    if _SOURCE.search(before):
        return False
    if later and _BEHIND_PREPOSITION.search(before):
        return True
    if known_by is None or _SENTENCE_END.search(text, known_by, mention.block_start):
        return False
    return _SEAT.fullmatch(text, known_by, mention.block_start) is None


def _is_meeting(reading: Reading, mention: Mention, text: str) -> bool:
    """ "de LRT van 23 april" dates something; nothing is said of it."""
    body = mention.concept in ("LRT", "HLRT", reading.meeting.body)
    return body and _OF_DATE.match(text, mention.block_end) is not None
