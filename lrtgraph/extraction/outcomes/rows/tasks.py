"""By what a task is known again in later minutes: its number in the list, and the words that carry its wording."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from lrtgraph.dutch.column_heads import column_roles
from lrtgraph.extraction.grammar.lexicon import words
from lrtgraph.extraction.grammar.tokens import tokens_of
from lrtgraph.extraction.outcomes.marks.notes import listed_by_number
from lrtgraph.extraction.outcomes.marks.numbers import CODE, SERIES, number_in
from lrtgraph.extraction.outcomes.rows.deeds import VERBLESS, deed_of
from lrtgraph.extraction.outcomes.rows.lines import wording
from lrtgraph.extraction.outcomes.rows.meant import compounds, words_meant
from lrtgraph.extraction.outcomes.rows.repeated import acts_of
from lrtgraph.extraction.outcomes.rows.things import is_noun, things_of
from lrtgraph.extraction.outcomes.rows.withdrawn import pledges
from lrtgraph.extraction.outcomes.rows.wordings import WORD, carrying, words_in
from lrtgraph.extraction.outcomes.terms.deadlines import find_deadline
from lrtgraph.records import Outcome, OutcomeKind, Task
from lrtgraph.records import Span as Evidence

if TYPE_CHECKING:
    from lrtgraph.extraction.context import Reading
    from lrtgraph.records import Block

_LISTED = frozenset({"outcome.table", "outcome.list", "outcome.head"})
"""Rules by which the number of a line is that of a list of outcomes, and not that of a paragraph."""
_OPENING = re.compile(rf"[\s\[(*_~]*(?P<code>{CODE})[.):\]]*(?=\s)")
_LABEL = re.compile(
    rf"(?:actie(?:punt)?|ap|toezegging|afspraak|nr\.?|nummer|\#)\s*(?:nr\.?|nummer|\#)?\s*"
    rf"(?P<code>(?:{SERIES})?[A-Z]?[-.]?\d{{1,4}})\b",
    re.IGNORECASE,
)
_RECURRING = re.compile(
    r"\b(?:(?:elke?|iedere?|per)\s+(?:(?:\w+\s+)?(?:week|weken|maand|maanden|kwartaal|kwartalen|jaar|halfjaar|vergadering"
    r"|overleg|bijeenkomst)|nieuwe?\s+\w+)|(?:twee)?(?:wekelijks|maandelijks)e?|(?:half)?jaarlijkse?|doorlopend|periodieke?"
    r"|voortaan|telkens|steeds|regelmatig)\b",
    re.IGNORECASE,
)


def with_tasks(reading: Reading, outcomes: Iterable[Outcome]) -> tuple[Outcome, ...]:
    """Outcomes with what a later list would know them by; decisions with their words alone: nobody has to do them."""
    places = Places(reading)
    return tuple(_with_task(reading, places, outcome) for outcome in outcomes)


class Places:
    """Where in the text of which block the evidence of facts stands."""

    def __init__(self, reading: Reading) -> None:
        self._blocks = sorted((block.start, index) for index, block, _ in reading.blocks() if block.text)
        self._starts = [start for start, _ in self._blocks]
        self._reading = reading

    def of(self, evidence: Evidence) -> tuple[int, int, int] | None:
        """The index of a block, and where the evidence begins and ends in its text; None where no block has it."""
        at = bisect_right(self._starts, evidence.start) - 1
        if at < 0:
            return None
        index = self._blocks[at][1]
        block = self._reading.layout.blocks[index]
        offsets = block.offsets
        if not block.cells:
            first, last = bisect_left(offsets, evidence.start), bisect_left(offsets, evidence.end)
            return (index, first, last) if first < last else None
        inside = [k for k, offset in enumerate(offsets) if evidence.start <= offset < evidence.end]
        return (index, inside[0], inside[-1] + 1) if inside else None


def _with_task(reading: Reading, places: Places, outcome: Outcome) -> Outcome:
    if outcome.kind == "besluit":
        return replace(outcome, task=Task(None, words_in(outcome.evidence.text)))
    found = places.of(outcome.evidence)
    if found is None:
        return outcome
    index, start, end = found
    block = reading.layout.blocks[index]
    if held := listed_by_number(block.text, start, end):  # "Actie 7 (factsheet, trekker JenV) blijft staan"
        start, end = held.span("note")
    number = number_at(block, start, outcome.kind, listed=outcome.rule in _LISTED)
    task = task_at(reading, index, number, *wording(reading, index, start, end), outcome.owners)
    pledged = pledges(block.text[start:end], promise=outcome.kind == "toezegging")
    task = replace(task, acts=(*task.acts, *dict.fromkeys(pledged)))
    beside = compounds if outcome.rule in _LISTED else words_meant
    task = replace(task, meant=beside(reading, index, start, end))
    if recurs(f"{outcome.evidence.text} {outcome.deadline or ''}"):
        task = replace(task, deeds=(), acts=())  # one of many deliveries does not do it
    return replace(outcome, task=task)


def recurs(text: str) -> bool:
    """Whether a task is to be done again and again.

    >>> [recurs(told) for told in ("deelt elk kwartaal cijfers", "deelt voortaan cijfers", "deelt elke brief")]
    [True, True, False]
    """
    return _RECURRING.search(text) is not None


def number_at(block: Block, start: int, kind: OutcomeKind, *, listed: bool = True) -> str | None:
    """The number of what stands at `start` of a block: in the column for it, before the line, in the label or the text.

    That of a line counts only where it is `listed` with other tasks.
    """
    for column, cell in zip(block.columns, block.cells, strict=False):
        if column_roles().get(column) == "number" and (found := number_in(block.text[slice(*cell)], kind)):
            return found
    if listed and (found := number_in(block.marker or "", kind)):
        return found
    inline = _OPENING.match(block.text, start) or _OPENING.match(block.text) or _last(_LABEL, block.text[:start])
    return number_in(inline["code"], kind) if inline else None


def task_at(reading: Reading, index: int, number: str | None, start: int, end: int, owners: Iterable[str]) -> Task:
    """The task of a number that stands at `[start, end)` of a block's text, without its owner, deadline and number."""
    text, held = reading.layout.blocks[index].text, frozenset(owners)
    mentions = reading.mentions_in(index, start, end)
    without = [
        (mention.block_start, mention.block_end)
        for mention in mentions
        if not held.isdisjoint((mention.concept, reading.speaker_for(mention.concept)))
    ]
    if due := find_deadline(text, start, end, reading.meeting):
        without.append((due.start, due.end))
    if opening := _OPENING.match(text, start, end):
        without.append(opening.span())
    told = (word for word in WORD.finditer(text, start, end) if word[0].lower() not in words("owner_word"))
    kept = [word for word in told if not _covers(without, word)]
    names = [(mention.block_start, mention.block_end) for mention in mentions]
    tokens = tokens_of(reading.docs[index])
    places = (tokens.at(*word.span())[0] for word in kept if not _covers(names, word))
    deed = deed_of(reading.docs[index], *tokens.at(start, end))
    first = tokens.at(start, end)[0] if deed in VERBLESS else -1  # "Tolkenpoule – SZW" looks like a name
    nouns = (at for at in places if is_noun(tokens, at) or (at == first and tokens.parts[at] == "PROPN"))
    things = things_of(reading.docs[index], nouns)
    acts = acts_of(reading, index, start, end)
    return Task(number, carrying(word[0] for word in kept), carrying(things), (deed,) if deed else (), acts)


def _covers(places: Iterable[tuple[int, int]], word: re.Match[str]) -> bool:
    return any(start < word.end() and word.start() < end for start, end in places)


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    return max(pattern.finditer(text), key=re.Match.start, default=None)
