"""Where outcomes stand: behind a label or arrow, under a head, in a table or list, before a note, in running text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from lrtgraph.extraction.grammar.lexicon import words
from lrtgraph.extraction.outcomes.found import Found, bounds, continuation, denies, only_confirms, settles_nothing
from lrtgraph.extraction.outcomes.kinds import kind_told
from lrtgraph.extraction.outcomes.marks.heads import Head, announced, cell_head, heads_over, settles_itself
from lrtgraph.extraction.outcomes.marks.labels import ARROWS, is_ticked
from lrtgraph.extraction.outcomes.marks.marked import marked_outcomes
from lrtgraph.extraction.outcomes.marks.notes import head_owners, holders, is_note, notes_behind
from lrtgraph.extraction.outcomes.prose.actuality import only_convenes, proposed
from lrtgraph.extraction.outcomes.prose.likely import Judge, Unmarked
from lrtgraph.extraction.outcomes.prose.settling import goes_on, settled
from lrtgraph.extraction.outcomes.prose.splitting import agreed, committed, counted_lines
from lrtgraph.extraction.outcomes.prose.standing import approves_shortly, still_runs
from lrtgraph.extraction.outcomes.prose.talk import only_talks
from lrtgraph.extraction.outcomes.rows.fields import fielded_entry
from lrtgraph.extraction.outcomes.rows.status import has_closing_field
from lrtgraph.extraction.outcomes.rows.tables import RowOutcome, is_listed, listed_outcome, row_outcome
from lrtgraph.extraction.outcomes.terms.deadlines import Deadline, new_term

if TYPE_CHECKING:
    from spacy.tokens import Span

    from lrtgraph.extraction.context import Reading
    from lrtgraph.records import Block

_NO_HEAD = Head(outcomes=False, kind=None)
_ARROW_STYLE = 0.5
"""Above this share of a document's blocks an arrow is its bullet and tells nothing."""


def found_outcomes(reading: Reading, judge: Judge) -> Iterator[Found]:
    """The outcomes of a document, block by block; a stretch may be found twice.

    `judge` decides on sentences of running text in which no rule finds one.
    """
    arrows, heads = _arrows_decide(reading), heads_over(reading)
    for index, block, _ in reading.blocks():
        if _may_settle(reading, index, block) and block.text.strip() and not is_ticked(block.text):
            yield from _in_block(reading, index, block, heads.get(index, _NO_HEAD), arrows, judge)


def _may_settle(reading: Reading, index: int, block: Block) -> bool:
    """Whether a block is no head, or one that settles something itself: "**Actie: JenV schrijft de brief.**"."""
    if block.kind == "subheading":
        return settles_itself(reading, index)
    return block.kind != "heading"


def _arrows_decide(reading: Reading) -> bool:
    blocks = [block for _, block, _ in reading.blocks() if block.kind in ("paragraph", "bullet")]
    arrows = sum((block.marker or "").strip() in ARROWS for block in blocks)
    return arrows <= _ARROW_STYLE * len(blocks)


def _in_block(reading: Reading, index: int, block: Block, above: Head, arrows: bool, judge: Judge) -> Iterator[Found]:
    """The outcomes of one block under a head, by the first way of marking that it uses."""
    leading = reading.layout.blocks[block.parent] if block.parent is not None else None
    if not above.proposal and leading is not None and leading.kind == "paragraph" and not above.kind:
        above = announced(leading.text) or above
        under = above.outcomes
    else:
        under = above.outcomes and bool(block.section)
    column = cell_head(block)
    if block.cells and column is None:
        row = row_outcome(reading, index, block, above)
        if row is not None:
            yield _from_row(index, row)
        return
    marked = sorted(marked_outcomes(reading, index, block, arrows), key=lambda item: item.start)
    if column is not None:
        yield from marked
        yield from (item for item in _under_head(reading, index, block, column) if not _touched(item, marked))
        return
    if marked:
        yield from marked
        yield from (item for item in _running(reading, index, block, judge) if not _touched(item, marked))
        return
    if above.proposal or (above.outcomes and only_convenes(block.text)):
        return
    if above.outcomes and (lines := counted_lines(reading, index)):
        rows = (listed_outcome(reading, index, block, above, line) for line in lines)
        yield from (_from_row(index, row) for row in rows if row is not None)
    elif above.outcomes and not under and _is_entry(reading, index, block):
        row = listed_outcome(reading, index, block, above)
        sentences = list(reading.docs[index].sents)
        if not is_listed(block) and only_talks(reading, index, sentences[0], above.kind):
            yield from _running(reading, index, block, _nothing_more)
        elif row is not None and not any(map(denies, sentences)):
            yield from _renewed(reading, block, sentences, _from_row(index, row))
    elif under:
        yield from _under_head(reading, index, block, above)
    elif not (announced(block.text) and _leads(reading, index)):
        yield from _running(reading, index, block, judge)


def _renewed(reading: Reading, block: Block, sentences: list[Span], found: Found) -> Iterator[Found]:
    """With holder and term of a task of the list that runs on: "Actie 9 (COA) wordt aangehouden tot november".

    And with what notes behind it say; none where these say that it is closed.
    """
    note = notes_behind(reading, found.block, block, sentences, 0)
    if note.closed:
        return
    owners, due = found.owners or note.owners, note.deadline or found.deadline
    if due is None and still_runs(sentences, 0):
        owners = owners or holders(reading, found.block, found.start, found.end)
        due = _new_term(reading, block, sentences[:1])
    yield replace(found, owners=owners, deadline=due)


def _new_term(reading: Reading, block: Block, sentences: list[Span]) -> Deadline | None:
    """The term of a task that runs on, as its sentence says it, or else the one behind, but where that has its own."""
    about = [s for k, s in enumerate(sentences) if not (k and s[0].lower_ in words("listed_task"))]
    terms = (new_term(block.text, *_stretch(sentence), reading.meeting) for sentence in about)
    return next((term for term in terms if term is not None), None)


def _stretch(sentence: Span) -> tuple[int, int]:
    return sentence.start_char, sentence.end_char


def _nothing_more(_: Unmarked) -> None:
    """The judge of sentences that stand under a head and only talk about its matter: its title is no sign of more."""


def _leads(reading: Reading, index: int) -> bool:
    """Whether bullets hang under a block, so that "De LRT besluit:" is said of them."""
    blocks = reading.layout.blocks
    return index + 1 < len(blocks) and blocks[index + 1].parent == index


def _is_entry(reading: Reading, index: int, block: Block) -> bool:
    """Whether a block of an item such as "Actiepunten" is an entry of the list, and not talk about it."""
    mixed = re.search(r"verslag|opening|mededeling|bespreking", (_item_title(reading, block) or "").lower())
    if fielded_entry(reading, index) is not None:
        return True
    if not block.marker or len(list(reading.docs[index].sents)) > 2:
        return False
    return is_listed(block) or not mixed


def _touched(one: Found, marked: list[Found]) -> bool:
    """Whether one of the marked outcomes, in order of place, overlaps with it."""
    at = bisect_left(marked, one.start, key=lambda other: other.start)
    return any(one.start < other.end and other.start < one.end for other in marked[max(0, at - 1) : at + 1])


def _item_title(reading: Reading, block: Block) -> str | None:
    return reading.layout.agenda[block.item].title if block.item is not None else None


def _from_row(index: int, row: RowOutcome) -> Found:
    return Found(index, row.start, row.end, row.kind, row.rule, row.confidence, row.owners, row.deadline)


def _under_head(reading: Reading, index: int, block: Block, above: Head) -> Iterator[Found]:
    """Each sentence under a head of conclusions."""
    fielded = fielded_entry(reading, index) is not None
    if fielded or is_listed(block):
        row = listed_outcome(reading, index, block, above)
        if row is None or row.owners or fielded:
            yield from (_from_row(index, row),) if row is not None else ()
            return
    sentences = list(reading.docs[index].sents)
    named_above = head_owners(reading, above)
    for k, sentence in enumerate(sentences):
        start, end = bounds(block.text, sentence.start_char, sentence.end_char)
        if only_talks(reading, index, sentence, above.kind):
            continue
        if end - start < 4 or settles_nothing(sentence) or is_note(block.text, start, end, reading.meeting):
            continue
        if block.text[end - 1] == ":" and k + 1 == len(sentences) and _leads(reading, index):
            continue
        note = notes_behind(reading, index, block, sentences, k)
        closed = above.kind != "besluit" and has_closing_field(block.text[start:end], reading.meeting)
        if not note.closed and not closed:
            owners = note.owners or named_above
            yield Found(index, start, end, above.kind, "outcome.head", 0.92, owners, note.deadline)


def _running(reading: Reading, index: int, block: Block, judge: Judge) -> Iterator[Found]:
    """Sentences of running text whose verb settles something, or that probably do."""
    sentences = list(reading.docs[index].sents)
    for k, sentence in enumerate(sentences):
        if proposed(sentence):
            continue
        hit = settled(reading, index, sentence)
        if hit is None:
            if approves_shortly(reading, index, sentence):
                start, end = bounds(block.text, sentence.start_char, sentence.end_char)
                yield Found(index, start, end, "besluit", "outcome.akkoord", 0.8)
            elif still_runs(sentences, k) and (due := _new_term(reading, block, sentences[k : k + 2])):
                start, end = bounds(block.text, *_stretch(sentence))
                owners = holders(reading, index, start, end)
                yield Found(index, start, end, "actie", "outcome.running_on", 0.8, owners, due)
            elif found := judge(Unmarked(reading, index, sentence, k, len(sentences))):
                yield from () if only_talks(reading, index, sentence, found.kind) else (found,)
            continue
        if only_confirms(sentence) and k:
            start, end = bounds(block.text, *_stretch(sentences[k - 1]))
            yield Found(index, start, end, hit.cue.kind, f"outcome.verb.{hit.cue.name}", 0.8)
            continue
        last = continuation(sentences, k) if hit.cue.kind == "afspraak" else k
        owners = () if hit.clause.main else goes_on(reading, index, hit, sentence)
        opening = hit.clause.start + (hit.clause.opener != "die")  # "waarop" only joins it to what another said
        first = sentence.doc[opening].idx if owners else sentence.start_char
        start, end = bounds(block.text, first, sentences[last].end_char)
        confidence = 0.7 if hit.cue.name == "concluderen" else 0.9
        kind, rule = kind_told(sentence.doc, hit), f"outcome.verb.{hit.cue.name}"
        pieces = [(start, end)]
        if kind == "afspraak":
            pieces = agreed(reading, index, start, end)
        elif kind == "toezegging" and hit.clause.main:
            pieces = [bounds(block.text, *piece) for piece in committed(reading, index, sentence, hit.clause.start)]
            pieces[0] = (start, pieces[0][1])
        yield from (Found(index, first, stop, kind, rule, confidence, owners) for first, stop in pieces)
