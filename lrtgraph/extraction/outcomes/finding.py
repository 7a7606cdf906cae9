"""Where outcomes stand: behind a label or arrow, under a head, in a table or list, before a note, in running text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from lrtgraph.extraction.grammar.clauses import is_finite
from lrtgraph.extraction.grammar.lexicon import words
from lrtgraph.extraction.outcomes.closing import has_closing_field
from lrtgraph.extraction.outcomes.found import Found, Prose, bounds
from lrtgraph.extraction.outcomes.kinds import kind_told
from lrtgraph.extraction.outcomes.labels import is_ticked, label_at
from lrtgraph.extraction.outcomes.marks.heads import NO_HEAD, Head, cell_head, heads_over, leading, settles_itself
from lrtgraph.extraction.outcomes.marks.marked import arrows_decide, marked_outcomes
from lrtgraph.extraction.outcomes.marks.notes import Note, head_owners, holders, is_note, notes_behind, tells_task
from lrtgraph.extraction.outcomes.prose.actuality import only_convenes, proposed
from lrtgraph.extraction.outcomes.prose.cues import nominative
from lrtgraph.extraction.outcomes.prose.likely import Judge, Unmarked
from lrtgraph.extraction.outcomes.prose.settling import goes_on, settled
from lrtgraph.extraction.outcomes.prose.splitting import agreed, committed, counted_lines
from lrtgraph.extraction.outcomes.prose.standing import approves_shortly, still_runs
from lrtgraph.extraction.outcomes.prose.talk import only_talks
from lrtgraph.extraction.outcomes.prose.unsettled import continuation, denies, is_course, is_more, settles_nothing
from lrtgraph.extraction.outcomes.rows.fields import ends_with_field, fielded_entry
from lrtgraph.extraction.outcomes.rows.lines import is_listed, listed_outcome, tells_open
from lrtgraph.extraction.outcomes.rows.row import RowOutcome, status_of_kind, under_closed
from lrtgraph.extraction.outcomes.rows.tables import row_outcome
from lrtgraph.extraction.outcomes.terms.deadlines import Deadline, new_term

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from lrtgraph.extraction.context import Reading
    from lrtgraph.extraction.outcomes.prose.cues import Hit
    from lrtgraph.records import Block

_MIXED = re.compile(r"verslag|opening|mededeling|bespreking|rondvraag|sluiting", re.IGNORECASE)
"""Titles of items under which lists and talk stand together."""
_APPROVED = re.compile(r":\s*(?:akkoord|vastgesteld|goedgekeurd|conform)[\s.]*\Z", re.IGNORECASE)
_LONGEST = 30
"""Entries of a list under one label."""
_LEAST = 4
"""Characters of a sentence under a head."""


def found_outcomes(reading: Reading, judge: Judge) -> Iterator[Found]:
    """The outcomes of a document, block by block; a stretch may be found twice.

    `judge` decides on sentences of running text in which no rule finds one.
    """
    arrows, heads = arrows_decide(reading), heads_over(reading)
    for index, block, _ in reading.blocks():
        if _may_settle(reading, index, block) and block.text.strip() and not is_ticked(block.text):
            yield from _in_block(reading, index, heads.get(index, NO_HEAD), arrows, judge)


def _may_settle(reading: Reading, index: int, block: Block) -> bool:
    """Whether a block is no head, or one that settles something itself: "**Actie: JenV schrijft de brief.**".

    The title of an item does where it ends on what became of the paper: "2. Verslag vorig overleg: akkoord".
    """
    if block.kind == "subheading":
        return settles_itself(reading, index)
    return block.kind != "heading" or _APPROVED.search(block.text) is not None


def _in_block(reading: Reading, index: int, above: Head, arrows: bool, judge: Judge) -> Iterator[Found]:
    """The outcomes of one block under a head, by the first way of marking that it uses."""
    block = reading.layout.blocks[index]
    column = cell_head(block)
    if block.cells and column is None and block.kind != "paragraph":  # as that of a remark beside who speaks is
        row = row_outcome(reading, index, block, above)
        yield from () if row is None else (_from_row(index, row),)
        return
    if column is None and _is_label_over(reading, index):
        return
    marked = sorted(marked_outcomes(reading, index, arrows), key=lambda item: item.start)
    prose = Prose.of(reading, index)
    if column is not None or marked:
        yield from marked
        others = _running(prose, judge) if column is None else _under_head(prose, column)
        yield from (item for item in others if not _touched(item, marked))
    else:
        yield from _unmarked(prose, *_head_of(reading, index, above), judge)


def _head_of(reading: Reading, index: int, above: Head) -> tuple[Head, bool]:
    """The head of a block, which is a line that announces it before the one above, and whether it stands under it."""
    block = reading.layout.blocks[index]
    over = _line_over(reading, index) if not (above.proposal or above.kind) else None
    if over is None:
        return above, above.outcomes and bool(block.section)
    above = leading(reading, over) or above
    return above, above.outcomes


def _line_over(reading: Reading, index: int) -> int | None:
    """The line under which a block hangs, or the label that stands without a colon behind it over its list."""
    blocks = reading.layout.blocks
    if (parent := blocks[index].parent) is not None:
        return parent if blocks[parent].kind == "paragraph" else None
    if blocks[index].kind != "bullet":
        return None
    first = max(0, index - _LONGEST)
    at = next((k for k in range(index - 1, first, -1) if not _is_beside(blocks[k], blocks[index])), first)
    return at if blocks[at].item == blocks[index].item and _is_label_over(reading, at) else None


def _is_beside(block: Block, bullet: Block) -> bool:
    return block.kind == "bullet" and block.item == bullet.item and block.parent is None


def _unmarked(prose: Prose, above: Head, under: bool, judge: Judge) -> Iterator[Found]:
    """The outcomes of a block in which nothing marks one but its head: those of a list, else of its sentences."""
    reading, index, block = prose.reading, prose.index, prose.block
    if above.proposal:
        yield from _carried(prose)
        return
    if above.outcomes and _tells_of_meeting(prose):
        return
    if above.outcomes and status_of_kind(above.kind, under_closed(reading, block, above)):
        return
    if above.outcomes and (lines := counted_lines(reading, index)):
        rows = (listed_outcome(reading, index, block, above, line) for line in lines)
        yield from (_from_row(index, row) for row in rows if row is not None)
    elif above.outcomes and not under and _is_entry(prose):
        yield from _entry(prose, above)
    elif under and not _is_below_tasks(prose, above) and not _each_has_its_kind(reading, index, above):
        yield from _under_head(prose, above)
    else:
        leads = _leads(reading, index) and leading(reading, index) is not None
        yield from _running(replace(prose, sentences=prose.sentences[:-1]) if leads else prose, judge)


def _carried(prose: Prose) -> Iterator[Found]:
    """The sentences under a proposal that tell what became of it: "Het voorstel is aangenomen met 21 stemmen voor"."""
    for k, sentence in enumerate(prose.sentences):
        hit = settled(prose.reading, prose.index, sentence)
        if hit is not None and hit.cue.passive and _of_proposal(hit, sentence.doc):
            yield from _by_verb(prose, k, hit)


def _of_proposal(hit: Hit, doc: Doc) -> bool:
    clause = hit.clause
    named = (k for k in range(clause.start, clause.end) if doc[k].lower_ in words("put_forward"))
    return any(nominative(doc, k, clause.start) for k in named)


def _tells_of_meeting(prose: Prose) -> bool:
    """Whether a block only says when the next meeting is, or that this one is opened or closed."""
    return only_convenes(prose.block.text) or all(map(is_course, prose.sentences))


def _entry(prose: Prose, above: Head) -> Iterator[Found]:
    """The outcome of an entry of a list; of one that only talks about the list's matter, what settles in it."""
    reading, index, block = prose.reading, prose.index, prose.block
    row = listed_outcome(reading, index, block, above)
    if not is_listed(block) and only_talks(reading, index, prose.sentences[0], above.kind):
        yield from _running(prose, _nothing_more)
    elif row is not None and not any(map(denies, prose.sentences)):
        yield from _renewed(prose, _from_row(index, row))


def _renewed(prose: Prose, found: Found) -> Iterator[Found]:
    """With holder and term of a task of the list that runs on: "Actie 9 (COA) wordt aangehouden tot november".

    And with what notes behind it say; none where these say that it is closed.
    """
    note = notes_behind(prose, 0)
    if note.closed and found.kind != "besluit":
        return
    owners, due = found.owners or note.owners, note.deadline or found.deadline
    if due is None and still_runs(prose.sentences, 0):
        owners = owners or holders(prose.reading, found.block, found.start, found.end)
        due = _new_term(prose, 0, 1)
    yield replace(found, owners=owners, deadline=due)


def _new_term(prose: Prose, first: int, last: int) -> Deadline | None:
    """The term of a task that runs on, as its sentence says it, or else the one behind, but where that has its own."""
    about = [s for k, s in enumerate(prose.sentences[first:last]) if not (k and s[0].lower_ in words("listed_task"))]
    terms = (new_term(prose.block.text, s.start_char, s.end_char, prose.reading.meeting) for s in about)
    return next((term for term in terms if term is not None), None)


def _nothing_more(_: Unmarked) -> None:
    """The judge of sentences that stand under a head and only talk about its matter: its title is no sign of more."""


def _leads(reading: Reading, index: int) -> bool:
    """Whether bullets hang under a block, so that "De LRT besluit:" is said of them."""
    blocks = reading.layout.blocks
    return index + 1 < len(blocks) and blocks[index + 1].parent == index


def _is_label_over(reading: Reading, index: int) -> bool:
    """Whether a line over bullets is only their label: "Actiepunten: COA"."""
    blocks = reading.layout.blocks
    if blocks[index].kind != "paragraph" or index + 1 == len(blocks) or blocks[index + 1].kind != "bullet":
        return False
    told = leading(reading, index)
    return told is not None and told.block == index


def _each_has_its_kind(reading: Reading, index: int, above: Head) -> bool:
    """Whether lines under a head of tasks tell their own kind: "Besluit: …" and "Actie: …" under "Vervolgproces"."""
    if above.kind != "actie":
        return False
    own = reading.layout.blocks[index]
    lines = (one.text for one in reading.layout.blocks if one.section == own.section and one.item == own.item)
    labels = (label_at(line, 0, len(line)) for line in lines)
    return len({label.kind for label in labels if label and label.kind}) > 1


def _is_below_tasks(prose: Prose, above: Head) -> bool:
    """Whether a block is no entry of a list of tasks but running text below it, which only shares its head.

    A single sentence, or what tells a term, may be an entry that lost its bullet.
    """
    block, first = prose.block, above.block
    if above.kind != "actie" or first is None or block.marker or len(prose.sentences) < 2:
        return False
    if is_listed(block) or fielded_entry(prose.reading, prose.index) is not None or prose.due(0, len(block.text)):
        return False
    return any(one.marker for one in prose.reading.layout.blocks[first + 1 : prose.index])


def _is_entry(prose: Prose) -> bool:
    """Whether a block of an item such as "Actiepunten" is an entry of the list, and not talk about it."""
    reading, block = prose.reading, prose.block
    if fielded_entry(reading, prose.index) is not None:
        return True
    if not block.marker:
        return len(prose.sentences) == 1 and ends_with_field(reading, prose.index)
    if len(prose.sentences) > 2:
        return False
    title = reading.layout.agenda[block.item].title if block.item is not None else ""
    return is_listed(block) or _MIXED.search(title) is None


def _touched(one: Found, marked: list[Found]) -> bool:
    """Whether one of the marked outcomes, in order of place, overlaps with it."""
    at = bisect_left(marked, one.start, key=lambda other: other.start)
    return any(one.start < other.end and other.start < one.end for other in marked[max(0, at - 1) : at + 1])


def _from_row(index: int, row: RowOutcome) -> Found:
    return Found(index, row.start, row.end, row.kind, row.rule, row.confidence, row.owners, row.deadline)


def _under_head(prose: Prose, above: Head) -> Iterator[Found]:
    """Each sentence under a head of conclusions."""
    reading, index, block = prose.reading, prose.index, prose.block
    fielded = fielded_entry(reading, index) is not None
    if fielded or is_listed(block):
        row = listed_outcome(reading, index, block, above)
        if row is None or row.owners or fielded or tells_open(block):
            yield from () if row is None else (_from_row(index, row),)
            return
    named_above = head_owners(reading, above)
    for k in range(len(prose.sentences)):
        start, end = prose.bounds(k)
        if _settles_none(prose, k, above):
            continue
        note = notes_behind(prose, k)
        closed = note.closed or has_closing_field(block.text[start:end], reading.meeting)
        if above.kind == "besluit" or not closed:
            owners = note.owners or named_above
            yield Found(index, start, end, above.kind, "outcome.head", 0.92, owners, note.deadline)


def _settles_none(prose: Prose, k: int, above: Head) -> bool:
    """Whether a sentence under a head is only talk, a note, or a line that bullets go on with."""
    reading, index, sentence, text = prose.reading, prose.index, prose.sentences[k], prose.block.text
    start, end = prose.bounds(k)
    if only_talks(reading, index, sentence, above.kind):
        return True
    if end - start < _LEAST or settles_nothing(sentence) or is_note(text, start, end, reading.meeting):
        return True
    return text[end - 1] == ":" and k + 1 == len(prose.sentences) and _leads(reading, index)


def _running(prose: Prose, judge: Judge) -> Iterator[Found]:
    """Sentences of running text whose verb settles something, or that probably do."""
    for k, sentence in enumerate(prose.sentences):
        if proposed(sentence):
            continue
        hit = settled(prose.reading, prose.index, sentence)
        if hit is not None:
            yield from _by_verb(prose, k, hit)
        elif k and is_more(sentence) and (before := settled(prose.reading, prose.index, prose.sentences[k - 1])):
            kind = kind_told(sentence.doc, before)
            yield Found(prose.index, *prose.bounds(k), kind, "outcome.more", 0.8)
        elif (found := _without_verb(prose, k, judge)) is not None:
            yield found


def _without_verb(prose: Prose, k: int, judge: Judge) -> Found | None:
    """What a sentence without a verb that settles tells all the same: shortly, of a task that runs on, or probably."""
    reading, index, sentence = prose.reading, prose.index, prose.sentences[k]
    start, end = prose.bounds(k)
    if approves_shortly(reading, index, sentence):
        return Found(index, start, end, "besluit", "outcome.akkoord", 0.8)
    if still_runs(prose.sentences, k):
        due, owners = _new_term(prose, k, k + 2), holders(reading, index, start, end)
        if due or (owners and tells_task(prose.block.text, start, end)):
            return Found(index, start, end, "actie", "outcome.running_on", 0.8, owners, due)
    found = judge(Unmarked(reading, index, sentence, k, len(prose.sentences)))
    return found if found and not only_talks(reading, index, sentence, found.kind) else None


def _by_verb(prose: Prose, k: int, hit: Hit) -> Iterator[Found]:
    """What a sentence settles by its verb."""
    reading, index, sentence = prose.reading, prose.index, prose.sentences[k]
    rule = f"outcome.verb.{hit.cue.name}"
    last = continuation(prose.sentences, k) if hit.cue.kind == "afspraak" else k
    owners = () if hit.clause.main else goes_on(reading, index, hit, sentence)
    opening = hit.clause.start + (hit.clause.opener != "die")  # "waarop" only joins it to what another said
    first = sentence.doc[opening].idx if owners else sentence.start_char
    start, end = bounds(prose.block.text, first, prose.sentences[last].end_char)
    kind = kind_told(sentence.doc, hit)
    pieces = [(start, end)]
    if kind == "afspraak":
        pieces = agreed(reading, index, start, end)
    elif kind == "toezegging" and hit.clause.main:
        pieces = [bounds(prose.block.text, *piece) for piece in committed(reading, index, sentence, hit.clause.start)]
        pieces[0] = (start, pieces[0][1])
    confidence = 0.7 if hit.cue.name == "concluderen" else 0.9
    behind = prose.sentences[last + 1 : last + 2]
    bare = kind != "besluit" and bool(behind) and not any(is_finite(token) for token in behind[0])
    note = notes_behind(prose, last) if bare else Note()  # "Gereed 1 mei.", not "Klaar in mei is niet haalbaar."
    owners = owners or note.owners
    yield from (Found(index, *piece, kind, rule, confidence, owners, note.deadline) for piece in pieces)
