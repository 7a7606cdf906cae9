"""The heads of outcomes: lines and titles that make outcomes of what stands under them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from lrtgraph.dutch.dates import find_dates
from lrtgraph.extraction.grammar.clauses import is_finite, tokens_at
from lrtgraph.extraction.outcomes.labels import kinds, label_at
from lrtgraph.extraction.outcomes.owners.naming import names_only
from lrtgraph.extraction.outcomes.status import is_status_head
from lrtgraph.records import Meeting, OutcomeKind

if TYPE_CHECKING:
    from lrtgraph.extraction.context import Reading
    from lrtgraph.records import Block


@dataclass(frozen=True, slots=True)
class Head:
    """What a head above blocks makes of them: outcomes of a kind (None: by their words), or nothing of the sort.

    `block` is the line inside an item that is the head; None where it is the title of the item.
    """

    outcomes: bool
    kind: OutcomeKind | None
    proposal: bool = False
    block: int | None = None


NO_HEAD = Head(outcomes=False, kind=None)
"""What stands over blocks without a head."""
_FOLLOW_UP = frozenset({"vervolgstappen", "vervolgproces", "to do's", "te doen"})
_PROPOSALS = re.compile(
    r"gevraagd|(?<!raads)(?<!staten)voorstel|beslispunt|ter besluitvorming|doel\b|gewenst|verzoek|concept.?besluit"
)
_STEMS: tuple[tuple[str, OutcomeKind], ...] = (
    ("besluit", "besluit"),
    ("besliss", "besluit"),
    ("afspra", "afspraak"),
    ("actie", "actie"),
    ("toezegging", "toezegging"),
)


_SUBJECT = re.compile(
    r"bestuursafsprak|afsprakenkader|\bvan\s+besluitvorming\b|\bbesluitvorming\s+(?:over|rond)"
    r"|\bafspraken\s+(?:na|over|met|tussen|rond|inzake|binnen)\b"
)
"""A title that names a subject: "Afspraken met corporaties", "Veiligheid van besluitvorming"."""

_ANNOUNCES: tuple[tuple[re.Pattern[str], OutcomeKind | None], ...] = (
    (re.compile(r"\b(?:besluit(?:en)?|besloten|stemt|stemmen)\b[^.:]{0,60}:\s*\Z", re.I), "besluit"),
    (re.compile(r"\b(?:afspraken|afgesproken|spreekt|spreken)\b[^.:]{0,60}:\s*\Z", re.I), "afspraak"),
    (re.compile(r"\b(?:acties|actiepunten|vervolgacties)\b[^.:]{0,60}:\s*\Z", re.I), "actie"),
    (re.compile(r"\b(?:toegezegd|toezeggingen)\b[^.:]{0,60}:\s*\Z", re.I), "toezegging"),
    (re.compile(r"\bconclusies?\b[^.:]{0,60}:\s*\Z", re.I), None),
    (
        re.compile(
            r"\A(?=.*\b(?:voorzitter|tafel|h?lrt|prt|vergadering|leden|wordt|is)\b)"
            r".*\b(?:conclude(?:ert|ren)|geconcludeerd|samengevat|vat\b.*\bsamen)\b[^.:]{0,60}:\s*\Z",
            re.I | re.S,
        ),
        None,
    ),
)
_NONE = re.compile(r":\s*(?:geen|n\.?\s?v\.?\s?t|niet van toepassing|[-–/])[\s.]*\Z", re.I)
"""A label behind which nothing stands: "Actiepunten: geen"; what follows goes on with the discussion."""
_STILL_OPEN = re.compile(
    r"\A(?!.*\b(?:geen|niet|niets)\b)(?=.*\b(?:actielijst|acties|actiepunten|toezeggingen)\b)"
    r".*\b(?:open|openstaande?|lopen|resteren|resteert)\b[^.:]{0,40}:\s*\Z",
    re.I | re.S,
)
"""Tasks of a list that go on are tasks, though earlier minutes set them: "Van de vorige lijst staan nog open:"."""
_EARLIER = re.compile(r"\b(?:vorige?|voorgaande?|eerdere?)\s+(?:vergadering|overleg|bijeenkomst|lrt|prt)", re.I)
_NOT_YET = re.compile(
    r"\b(?:gevraagd|vraagt|vragen|verzoekt|voorstel\w*|kan|kunnen|zou|zouden|moet|moeten|geen|niet|eerder(?:e)?|vorige"
    r"|bestaande|landelijke|bestuurlijke|mogelijke|(?:door|na|langs)ge(?:nomen|lopen|gaan))\b",
    re.I,
)
"""What is only asked, proposed or denied, or settled before: "De toezeggingen worden doorgenomen:"."""


@lru_cache(maxsize=1024)
def announced(text: str) -> Head | None:
    """What the last sentence of a text makes of the bullets under it: "De LRT besluit:"; None where it is no such.

    >>> announced("De LRT besluit:").kind, announced("De volgende acties worden uitgezet:").kind
    ('besluit', 'actie')
    >>> announced("De LRT wordt gevraagd te besluiten:") is None, announced("VNG concludeert:") is None
    (True, True)
    >>> announced("De toezeggingen worden doorgenomen:") is None, announced("Toezeggingen:").kind
    (True, 'toezegging')
    >>> announced("Van de vorige actielijst staan nog open:").kind, announced("Er staan geen acties open:")
    ('actie', None)
    >>> announced("Samenvattend concludeert de voorzitter:")
    Head(outcomes=True, kind=None, proposal=False, block=None)
    """
    sentence = re.split(r"(?<=[.?!])\s+", text.strip())[-1]
    if _STILL_OPEN.search(sentence):
        return Head(True, "actie")
    if not sentence.endswith(":") or _NOT_YET.search(sentence):
        return None
    return next((Head(True, kind) for pattern, kind in _ANNOUNCES if pattern.search(sentence)), None)


def leading(reading: Reading, index: int) -> Head | None:
    """What a line makes of the bullets that hang under it: it announces them, or is a label and whose or what it is.

    So are "De LRT besluit:", "Actiepunten: COA" and "Acties opvang:"; "Actie: COA stuurt een brief" is none.
    """
    text = reading.layout.blocks[index].text
    if (told := announced(text)) is not None:
        return told
    label = label_at(text, 0, len(text))
    if label is None or label.content >= len(text) or len(list(reading.docs[index].sents)) > 1 or _NONE.search(text):
        return None
    if settles_itself(reading, index) or _another_goes_on(reading, index, label.content):
        return None
    return Head(True, label.kind, block=index)


def _another_goes_on(reading: Reading, index: int, content: int) -> bool:
    """Whether behind a label with names the next block tells what another does: "Actie: VNG", "- IPO licht toe …".

    What must be done opens with its object as well: "- IPO uitnodigen".
    """
    text = reading.layout.blocks[index].text
    if index + 1 == len(reading.docs) or not names_only(reading, index, content, len(text)):
        return False
    charged = {mention.concept for mention in reading.mentions_in(index, content, len(text))}
    doc = reading.docs[index + 1]
    first = next(iter(reading.mentions_in(index + 1, 0, len(doc.text))), None)
    if first is None or first.block_start or first.concept in charged or not reading.is_actor(first.concept):
        return False
    behind = next((token for token in doc if token.idx >= first.block_end), None)
    told = behind is not None and behind.is_alpha and not behind.lower_.endswith("en")
    return told and any(map(is_finite, doc))


@lru_cache(maxsize=1024)
def head(title: str) -> Head:
    """What the words of a head say of the blocks under it.

    >>> head("Resultaat").outcomes, head("Acties COA").kind
    (True, 'actie')
    >>> head("Besluiten en acties").kind, head("Gevraagd besluit").proposal, head("Bespreking").outcomes
    (None, True, False)
    >>> head("Acties: geen").outcomes, head("Geen acties").outcomes
    (False, True)
    >>> head("Voorstel verdeling").proposal, head("Raadsvoorstel noodopvang").proposal
    (True, False)
    """
    text = title.lower()
    if _NONE.search(text):
        return Head(False, None)
    if (alone := text.strip(" :.")) in kinds():
        return Head(True, kinds()[alone])
    if _PROPOSALS.search(text):
        return Head(False, None, proposal=True)
    if alone in _FOLLOW_UP:
        return Head(True, "actie")
    if len(text.split()) > 8 or _SUBJECT.search(text):
        return Head(False, None)
    named = [kind for stem, kind in _STEMS if re.search(rf"\b(?:werk|proces|vervolg)?{stem}", text)]
    if len(named) == 1 and not re.search(r"conclusie\w*\s*(?:en|/|&|,)", text):
        return Head(True, named[0])
    return Head(bool(named) or "conclusie" in text or "uitkomst" in text, None)


def cell_head(block: Block) -> Head | None:
    """What the column makes of the one cell of a row, which tells what was settled on a topic; None for other rows.

    So it is in minutes that are a table, "Agendapunt | Bespreking | Besluit / actie", whose topics are items.
    """
    if len(block.columns) != 1 or block.marker:
        return None
    told = head(block.columns[0])
    return told if told.outcomes else None


def heads_over(reading: Reading) -> dict[int, Head]:
    """What the head over each block makes of it: the one inside the item that it stands under, or the item's title."""
    inside: dict[str, Head] = {}
    found: dict[int, Head] = {}
    above: tuple[int | None, Head] = (None, Head(False, None))
    for index, block, _ in reading.blocks():
        if block.item is not None and block.item != above[0]:
            above = block.item, _own(reading.layout.agenda[block.item].title, reading.meeting)
        if block.kind == "subheading":
            told = Head(False, None) if settles_itself(reading, index) else _own(block.text, reading.meeting)
            if is_status_head(block.text):
                told = above[1]  # the list that it parts: "OPEN", "AFGEROND"
            above = above[0], told
            inside[block.text.rstrip(" :").lower()] = replace(told, block=index)
        if block.section:
            found[index] = inside.get(block.section) or head(block.section)
        elif block.item is not None:
            found[index] = _own(reading.layout.agenda[block.item].title, reading.meeting)
    return found


def _own(title: str, meeting: Meeting) -> Head:
    """What a head makes of the blocks under it at this meeting; what an earlier one decided is none of its decisions.

    A task of an earlier list goes on as long as nothing says that it is closed.

    >>> held = Meeting(date="2023-10-12")
    >>> [_own(f"Besluitenlijst {day}", held).outcomes for day in ("14 september 2023", "12 oktober")]
    [False, True]
    >>> _own("Actielijst 14 september 2023", held).kind, _own("Besluiten vorige vergadering", held).outcomes
    ('actie', False)
    """
    told = head(title)
    if told.kind != "besluit" or meeting.date is None:
        return told
    day = date.fromisoformat(meeting.date)
    dates = [found.resolve(day) for found in find_dates(title)]
    earlier = _EARLIER.search(title) or any(held is not None and held < day for held in dates[-1:])
    return NO_HEAD if earlier else told


def settles_itself(reading: Reading, index: int) -> bool:
    """Whether a line is a label with what it settles behind it, and no head of what follows.

    A label for one thing has it there, where more than names stands behind; one for several, where a verb tells it:
    "**Actie COA: lijst maken**" and "**Acties: COA maakt een lijst**", but no "**Actie: COA**" or "**Acties: opvang**".
    """
    text = reading.layout.blocks[index].text
    label = label_at(text, 0, len(text))
    if label is None or label.content >= len(text) or names_only(reading, index, label.content, len(text)):
        return False
    behind = tokens_at(reading.docs[index], label.content, len(text))
    return not label.several or any(token.pos_ in ("VERB", "AUX") for token in behind)
